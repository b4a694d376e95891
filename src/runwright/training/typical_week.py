"""The typical week: which weekdays, when, how long, which is the long run, which are quality runs.

Rule for the next author: a figure here is a median, and a choice says why in `because`.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from runwright.domain.calendar import DAYS_PER_WEEK, MINUTES_PER_DAY
from runwright.domain.run import RunKind
from runwright.domain.training import TypicalRun
from runwright.training.because import (
    because_called_long,
    because_easy,
    because_longest,
    because_quality,
)
from runwright.training.outings import HARDEST_FIRST, Outing
from runwright.training.parameters import TypicalWeekParameters
from runwright.training.robust import median, median_of_known, to_step

START_STEP_MIN = 5  # nobody starts by the minute; a clock time in a plan reads better so


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """A place in the week where the runner runs, with the outings seen there.

    Attributes
    ----------
    outings
        At most one a week, in any order; at least one.
    """

    weekday: int
    outings: tuple[Outing, ...]

    @property
    def start_min(self) -> int:
        """Usual start, in minutes after midnight."""
        usual = to_step(median(outing.start_min for outing in self.outings), START_STEP_MIN)
        return min(usual, MINUTES_PER_DAY - START_STEP_MIN)

    @property
    def duration_min(self) -> float:
        """Usual length in minutes."""
        return median(outing.duration_min for outing in self.outings)

    @property
    def distance_km(self) -> float | None:
        """Usual distance. [km]; None where most outings have none."""
        return median_of_known([outing.distance_km for outing in self.outings])

    @property
    def quality_outings(self) -> tuple[Outing, ...]:
        """Outings that look like quality runs or races."""
        return tuple(outing for outing in self.outings if outing.is_quality)

    def has_mostly(self, kind: RunKind) -> bool:
        """Whether most outings are of this kind."""
        return 2 * sum(outing.kind is kind for outing in self.outings) > len(self.outings)


@dataclass(frozen=True, slots=True)
class TypicalWeek:
    """The typical week and the number of weeks it rests on."""

    runs: tuple[TypicalRun, ...]
    weeks_looked_at: int


def typical_week(
    outings: Iterable[Outing], *, as_of: date, p: TypicalWeekParameters
) -> TypicalWeek:
    """The typical week of the newest weeks with runs; no runs where there were none lately.

    Parameters
    ----------
    outings
        Oldest first, none after `as_of`.
    """
    weeks = weeks_with_runs(outings, as_of=as_of, p=p)
    if not weeks:
        return TypicalWeek((), 0)
    slots = usual_slots(weeks)
    long_slot = long_run_slot(slots, weeks, p)
    runs = (
        _long_run(slot, weeks) if slot is long_slot else _other_run(slot, weeks, p)
        for slot in slots
    )
    in_order = sorted(runs, key=lambda run: (run.weekday, run.start_min))
    return TypicalWeek(_one_after_the_other(in_order), len(weeks))


def weeks_with_runs(
    outings: Iterable[Outing], *, as_of: date, p: TypicalWeekParameters
) -> tuple[tuple[Outing, ...], ...]:
    """The newest weeks with runs, newest first: spans of seven days, the newest ends on `as_of`."""
    by_week: dict[int, list[Outing]] = {}
    for outing in outings:
        by_week.setdefault((as_of - outing.day).days // DAYS_PER_WEEK, []).append(outing)
    recent = sorted(weeks_ago for weeks_ago in by_week if weeks_ago < p.weeks_back)
    return tuple(tuple(by_week[weeks_ago]) for weeks_ago in recent[: p.weeks_used])


def usual_slots(weeks: Sequence[Sequence[Outing]]) -> tuple[Slot, ...]:
    """As many slots as the runner usually has runs in a week, the most frequent ones.

    Of two as frequent the longer one is kept, then the one run last, then the earlier weekday.
    """
    days: dict[int, list[tuple[Outing, ...]]] = {}
    for week in weeks:
        for day, same_day in groupby(week, key=lambda outing: outing.day):
            days.setdefault(day.weekday(), []).append(tuple(same_day))
    slots = [slot for weekday, seen in days.items() for slot in _slots_of_weekday(weekday, seen)]
    taken = Counter(outing.day for slot in slots for outing in slot.outings)
    runs_a_week = [sum(taken[day] for day in {outing.day for outing in week}) for week in weeks]
    slots.sort(key=_most_frequent_first)
    return tuple(slots[: max(1, to_step(median(runs_a_week), 1))])


def long_run_slot(
    slots: Sequence[Slot], weeks: Sequence[Sequence[Outing]], p: TypicalWeekParameters
) -> Slot | None:
    """The slot of the long run: called so, or longest by enough; None where no run stands out.

    Length is minutes: every run has them, and hills do not shorten them. The slot is held
    against every other run of these weeks, usual or not.
    """
    called_long = [slot for slot in slots if slot.has_mostly(RunKind.LONG)]
    longest = max(called_long or slots, key=lambda slot: slot.duration_min)
    if called_long:
        return longest
    others = [outing for week in weeks for outing in week if outing not in longest.outings]
    if not others or _is_quality(longest, p):
        return None
    usual_min = median(outing.duration_min for outing in others)
    return longest if longest.duration_min >= p.long_over_usual_ratio * usual_min else None


def _slots_of_weekday(weekday: int, days: Sequence[tuple[Outing, ...]]) -> tuple[Slot, ...]:
    """One slot for a weekday; two where most of its days had two runs or more."""
    twice = [day for day in days if len(day) > 1]
    if 2 * len(twice) <= len(days):
        return (Slot(weekday=weekday, outings=tuple(_main(day) for day in days)),)
    morning = median(day[0].start_min for day in twice)
    evening = median(day[-1].start_min for day in twice)
    once = [day[0] for day in days if len(day) == 1]
    early = [run for run in once if abs(run.start_min - morning) <= abs(run.start_min - evening)]
    late = [run for run in once if abs(run.start_min - morning) > abs(run.start_min - evening)]
    return (
        Slot(weekday=weekday, outings=tuple(day[0] for day in twice) + tuple(early)),
        Slot(weekday=weekday, outings=tuple(day[-1] for day in twice) + tuple(late)),
    )


def _main(day: Sequence[Outing]) -> Outing:
    """The run the day was for: the hardest, then the longest."""
    return min(day, key=lambda run: (HARDEST_FIRST.index(run.kind), -run.duration_min))


def _most_frequent_first(slot: Slot) -> tuple[int, float, int, int, int]:
    newest = max(outing.day for outing in slot.outings)
    length = (-len(slot.outings), -slot.duration_min)
    return (*length, -newest.toordinal(), slot.weekday, slot.start_min)


def _is_quality(slot: Slot, p: TypicalWeekParameters) -> bool:
    return len(slot.quality_outings) >= p.quality_run_share * len(slot.outings)


def _long_run(slot: Slot, weeks: Sequence[Sequence[Outing]]) -> TypicalRun:
    seen = len(slot.outings)
    if slot.has_mostly(RunKind.LONG):
        return _run(slot, RunKind.LONG, weeks, because_called_long(seen, len(weeks)))
    longest = [max(week, key=lambda outing: outing.duration_min) for week in weeks]
    times = sum(outing in longest for outing in slot.outings)
    return _run(slot, RunKind.LONG, weeks, because_longest(seen, len(weeks), times))


def _other_run(
    slot: Slot, weeks: Sequence[Sequence[Outing]], p: TypicalWeekParameters
) -> TypicalRun:
    seen, hard = len(slot.outings), slot.quality_outings
    if not _is_quality(slot, p):
        return _run(slot, RunKind.EASY, weeks, because_easy(seen, len(weeks), len(hard)))
    signs = Counter(outing.sign for outing in hard)
    commonest = min(signs, key=lambda sign: (-signs[sign], sign))
    why = because_quality(seen, len(weeks), len(hard), commonest)
    return _run(slot, RunKind.QUALITY, weeks, why)


def _run(slot: Slot, kind: RunKind, weeks: Sequence[Sequence[Outing]], because: str) -> TypicalRun:
    return TypicalRun(
        weekday=slot.weekday,
        start_min=slot.start_min,
        duration_min=max(1, to_step(slot.duration_min, 1)),
        distance_km=slot.distance_km,
        kind=kind,
        share=len(slot.outings) / len(weeks),
        because=because,
    )


def _one_after_the_other(runs: Iterable[TypicalRun]) -> tuple[TypicalRun, ...]:
    """The runs, the second of a day moved behind the first where medians make them overlap."""
    placed: list[TypicalRun] = []
    for run in runs:
        before = placed[-1] if placed and placed[-1].weekday == run.weekday else None
        free_from = before.start_min + before.duration_min if before else run.start_min
        placed.append(replace(run, start_min=max(run.start_min, free_from)))
    return tuple(placed)
