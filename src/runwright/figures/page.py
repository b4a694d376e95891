"""A figure as a part of a page: drawn once, shown in several places, moving when asked to."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from runwright.domain.exercise import Exercise
from runwright.domain.words import _
from runwright.figures.draw import Drawing, Show, drawn
from runwright.figures.figure import Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class PageFigure:
    """Drawings of one figure for a page that has ``page_sheet``.

    Attributes
    ----------
    copy
        Shows the same picture again elsewhere on the page; it needs the first one to be there.
    """

    svg: str
    copy: str


def still_on_page(figure: Figure, exercise: Exercise) -> PageFigure:
    """Return the numbered pair of start and end."""
    return _on_page(_kept(figure, exercise, Drawing(on_page=True)))


def moving_on_page(figure: Figure, exercise: Exercise, starts: Sequence[str]) -> PageFigure:
    """Return the movement; it needs the pair on the same page.

    Parameters
    ----------
    starts
        Ids of what starts it when pressed; it runs at once without any.
    """
    choice = Drawing(show=Show.MOVING, on_page=True, starts=tuple(starts))
    return _on_page(_kept(figure, exercise, choice))


def fault_on_page(figure: Figure, exercise: Exercise) -> str:
    """Return the common fault beside the right pose.

    Raises
    ------
    MistakeMissingError
        If nobody has drawn it.
    """
    frame, inside = _sized(_kept(figure, exercise, Drawing(show=Show.FAULT, on_page=True)))
    return f"{frame}>{inside}"


KEPT = 400  # drawings; one takes 5 to 40 kB


def _kept(figure: Figure, exercise: Exercise, choice: Drawing) -> str:
    """Return a drawing, made once for all pages that show it in the same words."""
    fault = exercise.fault
    words = (exercise.name, *exercise.cues, fault.what, fault.fix)
    return _drawn_once(figure, exercise, choice, tuple(map(_, words)))


@lru_cache(maxsize=KEPT)
def _drawn_once(figure: Figure, exercise: Exercise, choice: Drawing, words: tuple[str, ...]) -> str:
    del words  # they are in the drawing; a key without them would mix up languages
    return drawn(figure, exercise, choice)


PIXELS_PER_UNIT = 0.2  # the same for all, so that everybody on a page is as tall as the others


def _on_page(svg: str) -> PageFigure:
    """Return a drawing and its copy: the same frame around a reference to what is inside."""
    frame, inside = _sized(svg)
    name = inside.partition('id="')[2].partition('"')[0]
    return PageFigure(svg=f"{frame}>{inside}", copy=f'{frame}><use href="#{name}"/></svg>')


def _sized(svg: str) -> tuple[str, str]:
    """Return the frame with its size on a page, open at its end, and what is inside."""
    frame, _, inside = svg.partition(">")
    units = frame.partition('viewBox="')[2].partition('"')[0].split()[2:]
    width, height = (round(int(one) * PIXELS_PER_UNIT) for one in units)
    return f'{frame} width="{width}" height="{height}"', inside
