"""A step down: after missed repetitions, an empty set, or pain that came twice (P03, P09)."""

from dataclasses import replace

from runwright.coaching.around import Around
from runwright.coaching.ladders import easier_rung
from runwright.coaching.levers import without_last
from runwright.coaching.loads import at_most_kg
from runwright.coaching.work_words import work_now, work_of
from runwright.domain.exercise import Exercise
from runwright.domain.progress import ExerciseState
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.session import Dose
from runwright.domain.words import _, ngettext

PUSH = "push"


def step_down(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    """Return the step down an exercise needs; None where it needs none, or is the easiest."""
    reason = _reason(state, exercise, around)
    if reason is None:
        return None
    rule, because = reason
    below = _rung_below(exercise, around) if rule == "P09" else None
    easier = _easier(state, exercise, around) if below is None else first_work(below, around)
    if easier is None:
        return None
    return Change(
        kind=ChangeKind.STEP_DOWN,
        about=exercise.id,
        rule=rule,
        because=because,
        first_day=around.today,
        before=work_now(state, exercise),
        after=easier,
        facts=f"{state.since.isoformat()} {state.last_day.isoformat()}",
    )


def _reason(state: ExerciseState, exercise: Exercise, around: Around) -> tuple[str, str] | None:
    p = around.book.parameters("P03")
    p09 = around.book.parameters("P09")
    if exercise.pattern == PUSH and state.reps is not None and state.reps < p09.pushup_min:
        says = ngettext(
            "{reps} clean one; below {least} the easier version builds you up faster.",
            "{reps} clean ones; below {least} the easier version builds you up faster.",
            state.reps,
        )
        return "P09", says.format(reps=state.reps, least=p09.pushup_min)
    if state.amber_sessions >= p.amber_times:
        says = ngettext(
            "It hurt above green in {n} session at this dose.",
            "It hurt above green in {n} sessions at this dose.",
            state.amber_sessions,
        )
        return "P03", says.format(n=state.amber_sessions)
    if state.missed_sessions >= p.down_misses:
        says = ngettext(
            "The bottom of the range was missed in {n} session.",
            "The bottom of the range was missed in {n} sessions running.",
            state.missed_sessions,
        )
        return "P03", says.format(n=state.missed_sessions)
    if state.failed_sessions > 0:
        return "P03", _(
            "A set at the bottom of its range left nothing in reserve: too hard for now."
        )
    if state.emptied_sessions >= p.down_empty:
        says = ngettext(
            "Sets left nothing in reserve in {n} session.",
            "Sets left nothing in reserve in {n} sessions running.",
            state.emptied_sessions,
        )
        return "P03", says.format(n=state.emptied_sessions)
    return None


def _easier(state: ExerciseState, exercise: Exercise, around: Around) -> Work | None:
    """Return the smallest step down there is: a lever, a weight, then the rung below."""
    now = work_now(state, exercise)
    lever = without_last(now, exercise)
    if lever is not None:
        return lever
    if state.load_kg is not None and state.is_loaded:
        share = around.book.parameters("P01").load_step_share
        lighter = at_most_kg(state.load_kg * (1 - share), around.loads(exercise))
        work = work_of(exercise, replace(state.asked, load_kg=lighter))
        if lighter is None:  # a weight the kit does not list: the runner knows what is lighter
            work = replace(work, says=_("{work}, with less weight").format(work=work.says))
        return work
    below = _rung_below(exercise, around)
    return None if below is None else first_work(below, around)


def _rung_below(exercise: Exercise, around: Around) -> Exercise | None:
    below = easier_rung(exercise, around.known)
    return below if below is not None and around.is_allowed(below) else None


def first_work(exercise: Exercise, around: Around) -> Work:
    """Return what an exercise asks for when a runner first comes to it.

    Holds start at the beginning of rule P09, lowering work as small as rule D19 has it, anything
    else at the bottom of its usual range.
    """
    own = exercise.dose
    d19, p09 = around.book.parameters("D19"), around.book.parameters("P09")
    sets, reps = own.sets[0], own.reps
    if exercise.id in d19.exercises:
        sets, reps = d19.start_sets[0], tuple(d19.start_reps)
    hold_s = None
    if own.hold_s is not None:
        hold_s = max(own.hold_s[0], min(p09.hold_start_s, own.hold_s[1]))
    contacts = own.contacts[0] if own.contacts is not None else None
    dose = Dose(sets=sets, reps=reps, hold_s=hold_s, contacts=contacts, tempo=exercise.tempo)
    return work_of(exercise, dose)
