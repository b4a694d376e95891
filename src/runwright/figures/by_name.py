"""A figure by the id of its exercise or home test: what of this room asks the knowledge base."""

from dataclasses import replace

from runwright.domain.exercise import Exercise, UnknownExerciseError
from runwright.domain.home_test import UnknownTestError
from runwright.figures.draw import Drawing, Show, drawn, motion_for
from runwright.figures.errors import FigureMissingError
from runwright.figures.figure import Figure
from runwright.figures.joints import Side
from runwright.figures.ranges import JointRange, joint_ranges
from runwright.figures.read import all_figures, all_test_figures
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
        Numbered pictures, the movement at its true tempo, or the common fault beside the right
        pose.
    side
        The working side; it matters only where an exercise has one.

    Raises
    ------
    UnknownExerciseError
        If the knowledge base has no such exercise.
    FigureMissingError
        If nobody has drawn it yet.
    MistakeMissingError
        If the fault is asked for and nobody has drawn it.
    """
    choice = Drawing(show=show, body=body, palette=palette, side=side)
    return drawn(figure_named(exercise_id), exercise_named(exercise_id), choice)


def home_test_svg(
    test_id: str,
    *,
    show: Show = Show.STILL,
    body: Body = Body.SLIGHT,
    palette: Palette = Palette.SAND,
    side: Side = Side.RIGHT,
) -> str:
    """Return the drawn figure of a home test, as ``figure_svg`` does for an exercise.

    Raises
    ------
    UnknownTestError
        If the knowledge base has no such test.
    FigureMissingError
        If nobody has drawn it yet.
    """
    choice = Drawing(show=show, body=body, palette=palette, side=side)
    return drawn(*home_test_shown(test_id), choice)


def home_test_shown(test_id: str) -> tuple[Figure, Exercise]:
    """Return the figure of a home test, and the test in the words of an exercise.

    It has the muscles and the tempo of the exercise it is like, and its own name and steps.

    Raises
    ------
    UnknownTestError
        If the knowledge base has no such test.
    FigureMissingError
        If nobody has drawn it yet.
    """
    test = load_library().tests.get(test_id)
    if test is None:
        raise UnknownTestError(test_id)
    shown = all_test_figures().get(test_id)
    if shown is None:
        raise FigureMissingError(test_id)
    figure = shown.own if shown.own is not None else figure_named(shown.like)
    like = exercise_named(shown.like)
    return figure, replace(like, id=f"test-{test.id}", name=test.name, cues=test.protocol)


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


def exercise_joints(exercise_id: str) -> tuple[JointRange, ...]:
    """Return the joints that move in one repetition of an exercise, the one that moves most first.

    Ranges are those of the right side, as drawn; a held position may have none.

    Raises
    ------
    UnknownExerciseError
        If the knowledge base has no such exercise.
    FigureMissingError
        If nobody has drawn it yet.
    """
    return joints_for(figure_named(exercise_id), exercise_named(exercise_id))


def joints_for(figure: Figure, exercise: Exercise) -> tuple[JointRange, ...]:
    """Return the joints that move in one repetition of a figure."""
    return joint_ranges(motion_for(figure, exercise, Body.SLIGHT))


def figure_ids() -> tuple[str, ...]:
    """Return the exercises that have a figure, in the order of their files."""
    return tuple(all_figures())


def home_test_ids() -> tuple[str, ...]:
    """Return the home tests that have a figure, in the order of their file."""
    drawn_ids = all_figures()
    return tuple(
        one.test for one in all_test_figures().values() if one.own or one.like in drawn_ids
    )


def fault_ids() -> tuple[str, ...]:
    """Return the exercises whose common fault is drawn too."""
    return tuple(name for name, figure in all_figures().items() if figure.mistake is not None)
