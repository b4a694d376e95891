"""An exercise as the page shows it: cues, the common fault and its fix, where one feels it."""

from dataclasses import dataclass

from runwright.domain.exercise import Exercise
from runwright.domain.words import _
from runwright.formats.figure_html.book import FigureBook, Plate
from runwright.formats.library_words.kit import kit_inside
from runwright.formats.plan_html.cited import Cited
from runwright.formats.plan_words.dates import and_list
from runwright.formats.plan_words.doses import tempo_explained
from runwright.knowledge.library import Library


@dataclass(frozen=True, slots=True, kw_only=True)
class HowTo:
    """How an exercise is done."""

    cues: tuple[str, ...]
    fault: str
    fix: str
    feel: str
    tempo: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ExerciseView:
    """An exercise.

    Attributes
    ----------
    how_to
        None where the library does not know the exercise.
    plate
        Its drawing; None where there is none.
    control
        Id of what sets the drawing going; '' where nothing does.
    """

    anchor: str
    name: str
    how_to: HowTo | None
    kit: str
    plate: Plate | None
    control: str


def exercise_anchor(exercise: str) -> str:
    """Return the anchor of an exercise."""
    return f"ex-{exercise}"


def how_to(exercise: Exercise, tempo: str) -> HowTo:
    """Return how an exercise is done; `tempo` is explained where it is told."""
    return HowTo(
        cues=tuple(_(cue) for cue in exercise.cues),
        fault=_(exercise.fault.what),
        fix=_(exercise.fault.fix),
        feel=_(exercise.feel),
        tempo=tempo_explained(tempo),
    )


def exercise_views(cited: Cited, library: Library, figures: FigureBook) -> list[ExerciseView]:
    """Return all exercises of a plan; those that move elsewhere on the page move here too."""
    found = []
    for name in cited.exercises:
        exercise = cited.exercise(name)
        plate = figures.plate(name)
        found.append(
            ExerciseView(
                anchor=exercise_anchor(name),
                name=cited.name_of(name),
                how_to=how_to(exercise, "") if exercise is not None else None,  # doses name it
                kit=_kit_words(exercise, library) if exercise is not None else "",
                plate=plate,
                control=plate.new_control() if plate is not None and plate.moves else "",
            )
        )
    return found


def _kit_words(exercise: Exercise, library: Library) -> str:
    """Return the kit of each alternative, ``One dumbbell, or One kettlebell``; '' for nothing."""
    if not all(exercise.equipment):
        return ""
    ways = [
        and_list([kit_inside(library, kit) for kit in sorted(needed)])
        for needed in exercise.equipment
    ]
    return _(", or ").join(dict.fromkeys(ways))
