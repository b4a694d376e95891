"""A figure by the id of its exercise: the one module of this room that asks the knowledge base."""

from runwright.domain.exercise import Exercise, UnknownExerciseError
from runwright.figures.draw import Drawing, Show, drawn
from runwright.figures.errors import FigureMissingError
from runwright.figures.figure import Figure
from runwright.figures.joints import Side
from runwright.figures.read import all_figures
from runwright.figures.segments import Body
from runwright.figures.style import Palette
from runwright.knowledge.library import load_library


def figure_svg(
    exercise_id: str,
    *,
    show: Show = Show.STILL,
    body: Body = Body.SLIGHT,
    palette: Palette = Palette.SAND,
    side: Side = Side.RIGHT,
) -> str:
    """Return the drawn figure of an exercise as SVG text; the same text for the same arguments.

    Parameters
    ----------
    show
        The numbered pair of start and end, or the movement at its true tempo.
    side
        The working side; it matters only where an exercise has one.

    Raises
    ------
    UnknownExerciseError
        If the knowledge base has no such exercise.
    FigureMissingError
        If nobody has drawn it yet.
    """
    choice = Drawing(show=show, body=body, palette=palette, side=side)
    return drawn(figure_named(exercise_id), exercise_named(exercise_id), choice)


def figure_named(exercise_id: str) -> Figure:
    """Return the figure of an exercise.

    Raises
    ------
    FigureMissingError
        If nobody has drawn it yet.
    """
    figure = all_figures().get(exercise_id)
    if figure is None:
        raise FigureMissingError(exercise_id)
    return figure


def exercise_named(exercise_id: str) -> Exercise:
    """Return an exercise of the knowledge base.

    Raises
    ------
    UnknownExerciseError
        If there is no such exercise.
    """
    exercise = load_library().exercises.get(exercise_id)
    if exercise is None:
        raise UnknownExerciseError(exercise_id, where="the knowledge base")
    return exercise


def figure_ids() -> tuple[str, ...]:
    """Return the exercises that have a figure, in the order of their files."""
    return tuple(all_figures())
