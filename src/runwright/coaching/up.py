"""Up a rung, said with its reason (P03)."""

from runwright.coaching.around import Around
from runwright.coaching.down import first_work
from runwright.coaching.form import is_rated
from runwright.coaching.ladders import harder_rungs
from runwright.coaching.work_words import work_now
from runwright.domain.exercise import Exercise
from runwright.domain.progress import ExerciseState
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.said import together
from runwright.domain.words import _


def rung_above(exercise: Exercise, around: Around) -> Exercise | None:
    """Return the next rung this runner may climb; None where there is none, or it is held.

    A rung that is held is not gone round by another ladder's.
    """
    for one in harder_rungs(exercise, around.known):
        if not around.is_allowed(one) or (around.form and is_rated(one, around.known)):
            continue
        return None if one.id in around.held else one
    return None


def waits_for_form(exercise: Exercise, around: Around) -> str:
    """Return why the next rung waits for its form; '' where it does not, or another is there."""
    if not around.form or rung_above(exercise, around) is not None:
        return ""
    waits = any(is_rated(one, around.known) for one in harder_rungs(exercise, around.known))
    return around.form if waits else ""


def up_a_rung(
    state: ExerciseState, exercise: Exercise, above: Exercise, around: Around, *, rule: str = "P03"
) -> Change:
    """Return the step to the rung above."""
    work = first_work(above, around)
    loads = around.loads(above)
    says = _("{n} sessions at the top of {name}, clean: the next one is {above}.")
    because = says.format(n=state.top_sessions, name=_(exercise.name), above=_(above.name))
    if loads:
        light = _("Start light: a weight that leaves {reserve} in reserve.").format(
            reserve=around.book.parameters("P01").first_rir
        )
        because = together((because, light))
    return step_up(state, exercise, work, around, rule=rule, because=because)


def step_up(  # one change, told whole
    state: ExerciseState,
    exercise: Exercise,
    after: Work,
    around: Around,
    *,
    rule: str,
    because: str,
) -> Change:
    """Return a step up of an exercise."""
    return Change(
        kind=ChangeKind.STEP_UP,
        about=exercise.id,
        rule=rule,
        because=because,
        first_day=around.today,
        before=work_now(state, exercise),
        after=after,
    )
