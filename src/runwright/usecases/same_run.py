"""One run that arrived several times, by watch, phone, export and diary, made one again.

Rule for the next author: who is the same as whom must not depend on the order the files came in,
so sameness is decided for all pairs before anything is joined.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import time
from typing import TypeVar

from runwright.domain.run import Run, RunKind, RunSource

UNTOLD_START = time(12)  # where a diary tells the day only, its run is put at noon

SHARED_OVERLAP = 0.5  # nobody runs twice at once: half of the shorter in common is one run
WIDEST_ZONE_SHIFT_S = 14 * 3600 + 180  # no two clocks of a runner are further apart
CLOCK_SLACK_S = 180.0  # what clocks differ by once whole hours are taken off
SAME_LENGTH = 0.02  # two devices agree on time and distance of a run to about this share
SAME_DIARY_LENGTH = 0.1  # people round to five minutes and half kilometres
LONGEST_SPAN = 3.0  # whoever pauses longer than this many times their running forgot to stop
FULL_LENGTH = 0.9  # a recording this complete may speak for the whole run
SECONDS_PER_HOUR = 3600
SECONDS_PER_DAY = 86_400

BY_PRECISION = ("fit", "tcx", "gpx", "garmin", "strava", "csv")  # the device's own word first
BY_CLOCK = ("fit", "garmin", "csv", "tcx", "gpx", "strava")  # who knows the local time first
BY_NAMER = ("csv", "strava", "garmin", "gpx", "tcx", "fit")  # what people wrote first
RECORDED = frozenset({"fit", "tcx", "gpx"})
OWN_CLOCK = RECORDED | {"csv"}
BY_WEIGHT = (RunKind.RACE, RunKind.QUALITY, RunKind.LONG, RunKind.EASY)

Value = TypeVar("Value")
Pair = tuple[int, int]


def merge_same_runs(runs: Iterable[Run]) -> tuple[Run, ...]:
    """Return every run once, by start, with the richest values and all its sources.

    The same are: runs that overlap in time; runs from different kinds of files, alike in length
    and distance, whose starts differ by whole hours (a clock in another zone); a diary's
    run without a clock time and the one run of that day it fits. Where one could be two others,
    it is left alone.
    """
    found = sorted(runs, key=_order)
    found = _joined(found, list(_overlaps(found)))
    found = _joined(found, _unique(_alike(found, _differ_by_zone, WIDEST_ZONE_SHIFT_S)))
    found = _joined(found, _unique(_alike(found, _is_diary_of, SECONDS_PER_DAY)))
    return tuple(found)


def _order(run: Run) -> tuple[object, ...]:
    """Return the order of runs: by start, then by whatever tells them apart."""
    amounts = (
        *(run.duration_s, run.elapsed_s, run.distance_m, run.ascent_m, run.rpe),
        *(run.mean_heart_rate_bpm, run.max_heart_rate_bpm),
    )
    return (
        run.started_at.timestamp(),
        tuple(-1.0 if amount is None else amount for amount in amounts),
        tuple((source.label, source.format) for source in run.sources),
        (run.title, run.kind_hint or "", run.indoor, str(run.started_at)),
    )


def _joined(runs: Sequence[Run], pairs: Iterable[Pair]) -> list[Run]:
    """Return the runs, those that pairs link (directly or through others) as one, in order."""
    group = list(range(len(runs)))
    for pair in pairs:
        first, second = (_root(group, index) for index in pair)
        group[max(first, second)] = min(first, second)
    members: dict[int, list[Run]] = {}
    for index, run in enumerate(runs):
        members.setdefault(_root(group, index), []).append(run)
    return sorted((_one(each) for each in members.values()), key=_order)


def _root(group: Sequence[int], index: int) -> int:
    while group[index] != index:
        index = group[index]
    return index


def _overlaps(runs: Sequence[Run]) -> Iterator[Pair]:
    """Pairs of runs at the same time; `runs` are in order."""
    starts = [run.started_at.timestamp() for run in runs]
    for first, run in enumerate(runs):
        for second in range(first + 1, len(runs)):
            if starts[second] >= starts[first] + _span_s(run):
                break
            if _are_at_once(run, runs[second], starts[second] - starts[first]):
                yield first, second


def _are_at_once(before: Run, after: Run, later_s: float) -> bool:
    """Whether two runs share half of the shorter; a diary's noon tells no time, but a copy does."""
    if _is_untold(before) or _is_untold(after):
        return _is_copy(before, after)
    shared_s = min(_span_s(before) - later_s, _span_s(after))
    return shared_s >= SHARED_OVERLAP * min(_span_s(before), _span_s(after))


def _span_s(run: Run) -> float:
    """Return how long a run kept its runner busy; a watch left on says more. [s]"""
    return min(run.elapsed_s, LONGEST_SPAN * run.duration_s)


def _is_untold(run: Run) -> bool:
    """Whether a run comes from a diary that may not have told the time of day."""
    return _formats(run) == {"csv"} and run.started_at.time() == UNTOLD_START


def _is_copy(one: Run, other: Run) -> bool:
    """Whether two rows of different files say the same; two rows of one file are two runs."""
    files = [{source.label.rpartition(":")[0] for source in run.sources} for run in (one, other)]
    is_equal = (one.started_at, one.duration_s, one.distance_m) == (
        other.started_at,
        other.duration_s,
        other.distance_m,
    )
    return is_equal and files[0].isdisjoint(files[1])


def _alike(
    runs: Sequence[Run], same: Callable[[Run, Run], bool], within_s: float
) -> Iterator[Pair]:
    """Pairs for which `same` holds, among those that start within a time of each other."""
    for first, run in enumerate(runs):
        for second in range(first + 1, len(runs)):
            if (runs[second].started_at - run.started_at).total_seconds() > within_s:
                break
            if same(run, runs[second]):
                yield first, second


def _unique(pairs: Iterable[Pair]) -> list[Pair]:
    """Return the pairs whose two runs are in no other pair."""
    found = list(pairs)
    seen = Counter(index for pair in found for index in pair)
    return [pair for pair in found if all(seen[index] == 1 for index in pair)]


def _differ_by_zone(one: Run, other: Run) -> bool:
    """Whether two runs are one, recorded by clocks that differ by whole hours."""
    apart_s = abs((one.started_at - other.started_at).total_seconds())
    hours = round(apart_s / SECONDS_PER_HOUR)
    if abs(apart_s - hours * SECONDS_PER_HOUR) > CLOCK_SLACK_S:
        return False
    if _formats(one) & _formats(other) or not all(_own_clock(run) for run in (one, other)):
        return False
    # Not the pulse: wrist and chest have been seen 20 beats apart on one run.
    return _have_same_length(one, other) and _are_close(
        one.distance_m, other.distance_m, SAME_LENGTH
    )


def _own_clock(run: Run) -> bool:
    """Whether its time comes from a device or a person; services tell the right zone."""
    return bool(_formats(run) & OWN_CLOCK)


def _have_same_length(one: Run, other: Run) -> bool:
    """Whether running or whole time agree, in whichever way each file counts the pauses."""
    return any(
        _are_close(mine_s, theirs_s, SAME_LENGTH)
        for mine_s in (one.duration_s, one.elapsed_s)
        for theirs_s in (other.duration_s, other.elapsed_s)
    )


def _is_diary_of(one: Run, other: Run) -> bool:
    """Whether one is the diary's line, without a time of day, for the other."""
    if _is_untold(one) == _is_untold(other) or "csv" in _formats(one) & _formats(other):
        return False
    diary, recorded = (one, other) if _is_untold(one) else (other, one)
    local = recorded.started_at.astimezone(diary.started_at.tzinfo)
    days = {local.date(), recorded.started_at.date()}
    if diary.started_at.date() not in days:
        return False
    is_as_long = _are_close(diary.duration_s, recorded.duration_s, SAME_DIARY_LENGTH) or (
        _are_close(diary.duration_s, recorded.elapsed_s, SAME_DIARY_LENGTH)
    )
    is_as_far = (
        diary.distance_m is None
        or recorded.distance_m is None
        or _are_close(diary.distance_m, recorded.distance_m, SAME_DIARY_LENGTH)
    )
    return is_as_long and is_as_far


def _are_close(one: float | None, other: float | None, share: float) -> bool:
    """Whether two amounts are known and differ by no more than a share of the larger."""
    return one is not None and other is not None and abs(one - other) <= share * max(one, other)


def _formats(run: Run) -> set[str]:
    return {source.format for source in run.sources}


def _one(same: Sequence[Run]) -> Run:
    """Return the one run that several are: told by the most exact, filled up by the others."""
    if len(same) == 1:
        return same[0]
    longest_s = max(run.duration_s for run in same)
    by_precision = sorted(same, key=lambda run: (_rank(run, BY_PRECISION), _order(run)))
    full = [run for run in by_precision if run.duration_s >= FULL_LENGTH * longest_s]
    base = full[0]
    return replace(
        base,
        started_at=base.started_at.astimezone(_ranked(same, BY_CLOCK)[0].started_at.tzinfo),
        distance_m=_first(run.distance_m for run in full),
        ascent_m=_first(run.ascent_m for run in full),
        mean_heart_rate_bpm=_first(run.mean_heart_rate_bpm for run in (*full, *by_precision)),
        max_heart_rate_bpm=_first(run.max_heart_rate_bpm for run in (*full, *by_precision)),
        rpe=_first(run.rpe for run in _ranked(same, BY_NAMER)),
        indoor=_is_indoor(same),
        kind_hint=_kind(same),
        title=_first(run.title or None for run in _ranked(same, BY_NAMER)) or "",
        sources=_sources(same),
    )


def _ranked(runs: Iterable[Run], formats: Sequence[str]) -> list[Run]:
    return sorted(runs, key=lambda run: (_rank(run, formats), _order(run)))


def _rank(run: Run, formats: Sequence[str]) -> int:
    """Return the best place any source of a run has among formats; unknown ones come last."""
    known = (formats.index(each) for each in _formats(run) if each in formats)
    return min(known, default=len(formats))


def _first(values: Iterable[Value | None]) -> Value | None:
    return next((value for value in values if value is not None), None)


def _is_indoor(same: Sequence[Run]) -> bool:
    """Whether it was run indoors: every recording says so, or, without one, any table does."""
    recorded = [run.indoor for run in same if _formats(run) & RECORDED]
    return all(recorded) if recorded else any(run.indoor for run in same)


def _kind(same: Sequence[Run]) -> RunKind | None:
    """Return the weightiest kind any source names; a walk only when all of them call it one."""
    hints = {run.kind_hint for run in same}
    if hints == {RunKind.WALK}:
        return RunKind.WALK
    return next((kind for kind in BY_WEIGHT if kind in hints), None)


def _sources(same: Iterable[Run]) -> tuple[RunSource, ...]:
    sources = {source for run in same for source in run.sources}
    return tuple(sorted(sources, key=lambda source: (source.label, source.format)))
