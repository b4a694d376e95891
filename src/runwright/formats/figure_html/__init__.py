"""Figures on pages: each drawn once, moving when pressed; and the sheet that shows them all."""

from runwright.formats.figure_html.book import FigureBook
from runwright.formats.figure_html.sheet import render_sheet

__all__ = ["FigureBook", "render_sheet"]
