"""The calf block that was agreed on: which of its weeks it is, what it asks for, and when it ends.

A week of it counts once its work was really done; weeks away move nothing on (P11, P12).
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from runwright.coaching.judged import CALF
from runwright.coaching.known import Known
from runwright.coaching.told import Told
from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.exercise import Exercise
from runwright.domain.proposal import ChangeKind, Decision
from runwright.domain.session import Dose
from runwright.rules.registry import RuleBook

RULE = "P11"


@dataclass(frozen=True, slots=True, kw_only=True)
class CalfBlock:
    """A calf block that was agreed on.

    Attributes
    ----------
    since
        The day it was agreed on.
    weeks
        Mondays of the weeks in which its work was done.
    ended
        First Monday after it; None while it goes on.
    """

    since: date
    weeks: tuple[date, ...]
    ended: date | None = None

    def covers(self, day: date) -> bool:
        """Whether a day lies in it."""
        return self.since <= day and (self.ended is None or day < self.ended)

    def week(self, day: date) -> int:
        """Return which of its weeks a day is in, from 1; only weeks that were done count."""
        return 1 + sum(monday < monday_of(day) for monday in self.weeks)


def is_block_work(exercise: Exercise) -> bool:
    """Whether a calf block is done with it: calf work that takes a weight."""
    return exercise.pattern in CALF and exercise.loadable


def calf_blocks(told: Told, known: Known, book: RuleBook, today: date) -> tuple[CalfBlock, ...]:
    """Return every calf block that was agreed on up to a day, the oldest first."""
    starts = sorted(
        one.decided_on
        for one in told.decisions
        if one.decision is Decision.ACCEPTED
        and one.decided_on <= today
        and any(change.kind is ChangeKind.BLOCK for change in one.proposal.changes)
    )
    days = sorted(set(_days_done(told, known)))
    return tuple(_block(since, days, book, today) for since in starts)


def _days_done(told: Told, known: Known) -> Iterator[date]:
    """Yield the days on which working sets of such work were done."""
    for session in told.sessions:
        done = (known.exercises.get(one.exercise) for one in session.sets if not one.is_ramp)
        if any(one is not None and is_block_work(one) for one in done):
            yield session.started_at.date()


def _block(since: date, days: list[date], book: RuleBook, today: date) -> CalfBlock:
    """Read a block week by week: done, or not; over after its weeks, or after too many without."""
    p, p12 = book.parameters(RULE), book.parameters("P12")
    weeks: list[date] = []
    monday, without = monday_of(since), 0
    while monday <= today:
        after = monday + timedelta(days=DAYS_PER_WEEK)
        done = sum(
            max(since, monday) <= day < min(after, today + timedelta(days=1)) for day in days
        )
        if done >= p.week_days_min:
            weeks.append(monday)
            without = 0
        elif since <= monday and after <= today:  # a whole week, and not the one it began in
            without += 1
        if len(weeks) >= p.weeks or without >= p12.back_from_weeks:
            return CalfBlock(since=since, weeks=tuple(weeks), ended=after)
        monday = after
    return CalfBlock(since=since, weeks=tuple(weeks))


def block_dose(dose: Dose, week: int, book: RuleBook) -> Dose:
    """Return what a calf exercise asks for in a week of the block; never more sets than planned.

    A sore tendon keeps something in reserve; in the first week the weight is new, and leaves as
    much as any first one (P01).
    """
    p, p01 = book.parameters(RULE), book.parameters("P01")
    reps = reps_in_week(week, book)
    least = max(p.min_rir, p01.first_rir) if week == 1 else p.min_rir
    return replace(
        dose,
        sets=min(dose.sets, p.sets[1]),
        reps=(reps, reps),
        rir=None if dose.rir is None else max(dose.rir, int(least)),
        tempo=p.tempo,
        rest_s=min(max(dose.rest_s, p.rest_s[0]), p.rest_s[1]),
    )


def reps_in_week(week: int, book: RuleBook) -> int:
    """Return the repetitions of a week of the block; after the last one its last. [1]"""
    p = book.parameters(RULE)
    return int(p.reps_by_week[str(min(week, p.weeks))])
