"""What became of the week's sessions, and what is still worth doing of it (rule S12).

What was missed is not owed: it may take the place of smaller work, and is never put on top. Which
work is smaller is said once, in what the planner pays for a session that is not there.
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from runwright.domain.performed import Ended, PerformedSession
from runwright.domain.plan import DayPlan, PlannedSession
from runwright.domain.words import _
from runwright.rules.registry import RuleBook


class Happened(StrEnum):
    """What became of a session."""

    DONE = "done"
    SHORTENED = "shortened"
    MOVED = "moved"
    MISSED = "missed"
    EXTRA = "extra"
    TO_COME = "to_come"


@dataclass(frozen=True, slots=True, kw_only=True)
class Fate:
    """A session of the week, and what became of it.

    Attributes
    ----------
    planned, planned_on
        None for a session nobody planned.
    done, done_on
        None where it was not done.
    """

    happened: Happened
    planned: PlannedSession | None = None
    planned_on: date | None = None
    done: PerformedSession | None = None
    done_on: date | None = None


def fates(
    days: Sequence[DayPlan], sessions: Collection[PerformedSession], today: date
) -> tuple[Fate, ...]:
    """Return what became of every session of some days, by the day it was planned or done.

    Parameters
    ----------
    sessions
        In any order. Warm-ups, mobility and re-tests are no sessions, and are not looked at.
    today
        A session planned for it and not done yet is to come.
    """
    by_script = {
        one.script: one for one in sorted(sessions, key=lambda one: (one.started_at, one.id))
    }
    found = [*_of_plan(days, by_script, today), *_extra(days, by_script)]
    return tuple(sorted(found, key=_place))


def _of_plan(
    days: Sequence[DayPlan], by_script: dict[str, PerformedSession], today: date
) -> Iterator[Fate]:
    for day in days:
        if day.session is None:
            continue
        done = by_script.get(day.session.id)
        if done is None:
            happened = Happened.MISSED if day.day < today else Happened.TO_COME
            yield Fate(happened=happened, planned=day.session, planned_on=day.day)
            continue
        done_on = done.started_at.date()
        yield Fate(
            happened=_how(day, done, done_on),
            planned=day.session,
            planned_on=day.day,
            done=done,
            done_on=done_on,
        )


def _how(day: DayPlan, done: PerformedSession, done_on: date) -> Happened:
    if done_on != day.day:
        return Happened.MOVED
    asked_min = day.session.placed.duration_min if day.session is not None else 0
    shorter = done.ended is not Ended.DONE or done.minutes < asked_min
    return Happened.SHORTENED if shorter else Happened.DONE


def _extra(days: Sequence[DayPlan], by_script: dict[str, PerformedSession]) -> Iterator[Fate]:
    """Sessions of these days that follow none of the plan's, small work around runs left out."""
    planned = {day.session.id for day in days if day.session is not None}
    small = {
        f"{day.day.isoformat()}-{extra.kind.value}-{extra.start_min}"
        for day in days
        for extra in day.extras
    }
    inside = {day.day for day in days}
    for script, done in by_script.items():
        done_on = done.started_at.date()
        if script not in planned | small and done_on in inside:
            yield Fate(happened=Happened.EXTRA, done=done, done_on=done_on)


def _place(fate: Fate) -> tuple[date, str]:
    day = fate.planned_on or fate.done_on or date.min
    name = fate.planned.id if fate.planned is not None else fate.done.id if fate.done else ""
    return day, name


def missed_words(missed: PlannedSession, book: RuleBook, *, stays: bool) -> str:
    """Return what is said about a missed session, without a word of blame."""
    if stays:
        says = _("{title} still has a good place this week, and nothing is doubled up for it.")
        return says.format(title=missed.title)
    least = book.parameters("S12").sessions_min
    says = _(
        "{title} is let go. Nothing is owed: {least} session a week keeps almost everything, and "
        "doubling up would cost more than it brings."
    )
    return says.format(title=missed.title, least=least)
