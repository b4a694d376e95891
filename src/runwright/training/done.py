"""What was done week by week: load of strength, jump contacts, planned sessions kept, pain."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta, tzinfo
from enum import StrEnum
from math import fsum

from runwright.domain.calendar import monday_of
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import Ended, PerformedSession
from runwright.domain.runner import Side

Place = tuple[str, Side | None]  # region and side


class Kept(StrEnum):
    """What became of a planned session."""

    DONE = "done"
    SHORT = "short"
    STOPPED = "stopped"
    NOT_DONE = "not_done"
    COMING = "coming"


@dataclass(frozen=True, slots=True, kw_only=True)
class StrengthWeek:
    """The strength work of a week.

    Attributes
    ----------
    load_au
        Effort x minutes (source ``foster2001``), of the sessions whose effort is told. [AU]
    untold
        Sessions whose effort is not told. [1]
    contacts
        Landings of jumps. [1]
    """

    monday: date
    sessions: int
    load_au: float
    untold: int
    contacts: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PainPoint:
    """How much a place hurt on a day; the most where it was told more than once."""

    day: date
    pain_0_10: int


def strength_weeks(
    sessions: Sequence[PerformedSession], *, first: date, last: date, zone: tzinfo
) -> tuple[StrengthWeek, ...]:
    """Return every week from that of `first` to that of `last`, empty ones included."""
    by_week: dict[date, list[PerformedSession]] = {}
    for session in sessions:
        by_week.setdefault(monday_of(local_day(session, zone)), []).append(session)
    weeks = (monday_of(last) - monday_of(first)) // timedelta(weeks=1) + 1
    mondays = (monday_of(first) + timedelta(weeks=number) for number in range(weeks))
    return tuple(_week(monday, by_week.get(monday, ())) for monday in mondays)


def local_day(session: PerformedSession, zone: tzinfo) -> date:
    """Return the day a session began on the runner's calendar."""
    return session.started_at.astimezone(zone).date()


def kept_sessions(
    planned: Mapping[str, date], sessions: Iterable[PerformedSession], *, as_of: date
) -> dict[str, Kept]:
    """Return what became of each planned session.

    Parameters
    ----------
    planned
        Day by id of the session.
    as_of
        A session of this day that is not done yet is still coming.
    """
    ended = {one.script: one.ended for one in sessions}
    of_end = {Ended.DONE: Kept.DONE, Ended.SHORTENED: Kept.SHORT, Ended.PAIN: Kept.STOPPED}
    return {
        script: of_end[ended[script]]
        if script in ended
        else (Kept.NOT_DONE if day < as_of else Kept.COMING)
        for script, day in planned.items()
    }


def pain_courses(
    check_ins: Iterable[CheckIn], sessions: Iterable[PerformedSession], *, zone: tzinfo
) -> dict[Place, tuple[PainPoint, ...]]:
    """Return the course of every place that ever hurt, by day.

    A morning on which the runner said that nothing hurts counts as 0 for the places told before;
    a morning without a word counts as nothing.
    """
    told: dict[Place, dict[date, int]] = {}
    for day, place, rating in sorted(_ratings(check_ins, sessions, zone), key=lambda one: one[0]):
        if place is None:
            for known in told.values():
                known.setdefault(day, 0)
        else:
            days = told.setdefault(place, {})
            days[day] = max(rating, days.get(day, 0))
    return {
        place: tuple(PainPoint(day=day, pain_0_10=days[day]) for day in sorted(days))
        for place, days in told.items()
        if any(days.values())
    }


def mean_of_last(nights: Mapping[date, float], *, day: date, days: int, least: int) -> float | None:
    """Return the mean over the `days` up to and with `day`; None with fewer than `least` told."""
    window = [nights[one] for one in nights if day - timedelta(days=days) < one <= day]
    return fsum(window) / len(window) if len(window) >= max(1, least) else None


def _ratings(
    check_ins: Iterable[CheckIn], sessions: Iterable[PerformedSession], zone: tzinfo
) -> Iterable[tuple[date, Place | None, int]]:
    for told in check_ins:
        for pain in told.pains:
            yield told.day, (pain.region, pain.side), pain.pain_0_10
        if told.pain_free:
            yield told.day, None, 0
    for session in sessions:
        for hurt in session.pains:
            yield local_day(session, zone), (hurt.region, hurt.side), hurt.pain_0_10


def _week(monday: date, sessions: Sequence[PerformedSession]) -> StrengthWeek:
    loads = [one.srpe_load_au for one in sessions]
    sets = [one for session in sessions for one in session.sets]
    return StrengthWeek(
        monday=monday,
        sessions=len(sessions),
        load_au=fsum(load_au for load_au in loads if load_au is not None),
        untold=sum(load_au is None for load_au in loads),
        contacts=sum(one.contacts for one in sets if one.contacts is not None),
    )
