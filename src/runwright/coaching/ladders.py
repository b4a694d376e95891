"""Which ladder an exercise stands on, and what is one rung up and one rung down."""

from collections.abc import Iterator, Sequence

from runwright.coaching.known import Known
from runwright.domain.exercise import Exercise, Ladder
from runwright.domain.progress import ExerciseState, LadderState


def home_ladder(exercise: Exercise, known: Known) -> Ladder | None:
    """Return the ladder an exercise is counted on; None where it stands on none to climb.

    Of several, the first whose goal is of the same pattern: the others only start from it.
    """
    found = _ladders(exercise, known)
    alike = [ladder for ladder in found if ladder.pattern == exercise.pattern]
    return next(iter([*alike, *found]), None)


def _ladders(exercise: Exercise, known: Known) -> list[Ladder]:
    return [
        ladder
        for ladder in known.ladders.values()
        if not ladder.is_set and exercise.id in ladder.rungs
    ]


def harder_rungs(exercise: Exercise, known: Known) -> tuple[Exercise, ...]:
    """Return the exercises one rung up: of its own ladder first, then others of its pattern."""
    return tuple(dict.fromkeys(_harder(exercise, known)))


def _harder(exercise: Exercise, known: Known) -> Iterator[Exercise]:
    home = home_ladder(exercise, known)
    for ladder in (*([home] if home is not None else []), *_ladders(exercise, known)):
        above = ladder.harder(exercise.id)
        if above is None:
            continue
        found = known.exercises[above]
        if ladder is home or found.pattern == exercise.pattern:
            yield found


def easier_rung(exercise: Exercise, known: Known) -> Exercise | None:
    """Return the exercise one rung down; None at the bottom."""
    home = home_ladder(exercise, known)
    below = home.easier(exercise.id) if home is not None else None
    return known.exercises[below] if below is not None else None


def ladder_states(
    states: Sequence[ExerciseState], known: Known
) -> tuple[tuple[LadderState, ...], tuple[ExerciseState, ...]]:
    """Return the states by ladder, and those of exercises on none."""
    homes = {one.exercise: home_ladder(known.exercises[one.exercise], known) for one in states}
    ladders = []
    for ladder in known.ladders.values():
        on_it = [one for one in states if homes[one.exercise] is ladder]
        if on_it:
            on_it.sort(key=lambda one: ladder.rungs.index(one.exercise))
            rung = max(on_it, key=lambda one: (one.last_day, ladder.rungs.index(one.exercise)))
            ladders.append(
                LadderState(ladder=ladder.id, rung=rung.exercise, exercises=tuple(on_it))
            )
    others = [one for one in states if homes[one.exercise] is None]
    return tuple(ladders), tuple(sorted(others, key=lambda one: one.exercise))
