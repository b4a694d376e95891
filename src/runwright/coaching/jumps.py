"""Jumps: one change a week, a few more landings, and a harder kind after a green morning (P10)."""

import math
from dataclasses import replace
from datetime import timedelta

from runwright.coaching.around import Around
from runwright.coaching.up import rung_above, step_up, up_a_rung
from runwright.coaching.work_words import said, work_now
from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.exercise import Exercise
from runwright.domain.progress import ExerciseState
from runwright.domain.proposal import Change
from runwright.domain.words import _


def more_jumps(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    """Return a few more landings, or a harder kind of jump at the top; None for now neither."""
    p10, p03 = around.book.parameters("P10"), around.book.parameters("P03")
    week = timedelta(days=DAYS_PER_WEEK) / p10.changes_per_week
    if around.is_sore or around.today - state.since < week:
        return None
    if state.top_sessions < p03.up_sessions:
        return None
    asked, own = state.asked.contacts, exercise.dose.contacts
    if asked is None or own is None or asked >= own[1]:
        return _harder_kind(state, exercise, around)
    contacts = min(own[1], max(asked + 1, math.floor(asked * (1 + p10.contacts_step_share))))
    if contacts * state.asked.sets > around.most_contacts:
        return None
    after = said(replace(work_now(state, exercise), contacts=contacts), exercise)
    because = _("A week of clean landings at {asked}: {contacts} a set, nothing else new.").format(
        asked=asked, contacts=contacts
    )
    return step_up(state, exercise, after, around, rule="P10", because=because)


def _harder_kind(state: ExerciseState, exercise: Exercise, around: Around) -> Change | None:
    above = rung_above(exercise, around)
    if above is None or not around.morning_is_green:
        return None
    return up_a_rung(state, exercise, above, around, rule="P10")
