"""Holds: longer in small steps, then another variation (P09)."""

from dataclasses import replace

from runwright.coaching.around import Around
from runwright.coaching.up import rung_above, step_up, up_a_rung
from runwright.coaching.work_words import said, work_now
from runwright.domain.exercise import Exercise
from runwright.domain.progress import ExerciseState
from runwright.domain.proposal import Change
from runwright.domain.words import _


def longer_hold(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    """Return a longer hold, or the next variation at the top; None while it is not held clean."""
    p01, p09 = around.book.parameters("P01"), around.book.parameters("P09")
    asked = state.asked.hold_s
    if asked is None or state.top_sessions < p01.sessions:
        return None
    own = exercise.dose.hold_s
    top = p09.hold_top_s if own is None else min(p09.hold_top_s, own[1])
    if asked >= top:
        above = rung_above(exercise, around)
        return None if above is None else up_a_rung(state, exercise, above, around, rule="P09")
    hold_s = min(top, asked + p09.hold_step_s)
    after = said(replace(work_now(state, exercise), hold_s=hold_s), exercise)
    because = _("Held {asked} s in every set of {n} sessions: {hold} s next.").format(
        asked=asked, n=state.top_sessions, hold=hold_s
    )
    return step_up(state, exercise, after, around, rule="P09", because=because)
