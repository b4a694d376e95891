"""plan.html: a season plan as one self-contained page for phone, screen and paper."""

from runwright.formats.plan_html.render import render_html

__all__ = ["render_html"]
