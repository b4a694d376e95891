"""The sessions a day could hold: every kind at every sensible start."""

from collections.abc import Iterator
from dataclasses import dataclass

from runwright.domain.session import Placed, SessionKind
from runwright.rules.windows import DayFacts, RunFact

STEP_MIN = 5  # people plan in five minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLengths:
    """Minutes a session of each kind takes, and the least that still is one. [min]"""

    usual: tuple[tuple[SessionKind, int], ...]
    least: tuple[tuple[SessionKind, int], ...]

    def usual_min(self, kind: SessionKind) -> int:
        """Usual length of a session of `kind`. [min]"""
        return dict(self.usual)[kind]

    def least_min(self, kind: SessionKind) -> int:
        """Shortest session that still is of `kind`. [min]"""
        return dict(self.least)[kind]


@dataclass(frozen=True, slots=True, kw_only=True)
class StartHints:
    """Gaps to runs that rules care about, so that a start just meets them. [min]"""

    after_run_min: tuple[int, ...]
    before_run_min: tuple[int, ...]


def choices_for(
    facts: DayFacts, kinds: tuple[SessionKind, ...], lengths: SessionLengths, hints: StartHints
) -> tuple[Placed | None, ...]:
    """All sessions the day could hold, ``None`` (no session) first.

    A session fits the day's minutes and one of its windows, and overlaps no run.
    """
    placed: list[Placed | None] = [None]
    for kind in kinds:
        length = min(lengths.usual_min(kind), facts.minutes)
        if length < lengths.least_min(kind):
            continue
        starts = sorted(set(_starts(facts, length, lengths.least_min(kind), hints)))
        placed += [Placed(kind=kind, start_min=start, duration_min=took) for start, took in starts]
    return tuple(placed)


def _starts(
    facts: DayFacts, length: int, least: int, hints: StartHints
) -> Iterator[tuple[int, int]]:
    for window in facts.windows:
        took = min(length, window.length_min)
        if took < least:
            continue
        for start in _wished_starts(window.start_min, window.end_min - took, took, facts, hints):
            if window.start_min <= start <= window.end_min - took and not _overlaps(
                start, took, facts.runs
            ):
                yield start, took


def _wished_starts(
    first: int, last: int, took: int, facts: DayFacts, hints: StartHints
) -> Iterator[int]:
    yield first
    yield _up(first + took)  # so that two days apart is two days from end to start
    yield last
    for run in facts.runs:
        for gap in hints.after_run_min:
            yield _up(run.end_min + gap)
        for gap in hints.before_run_min:
            yield _down(run.start_min - gap - took)


def _up(minute: int) -> int:
    return -(-minute // STEP_MIN) * STEP_MIN


def _down(minute: int) -> int:
    return minute // STEP_MIN * STEP_MIN


def _overlaps(start: int, took: int, runs: tuple[RunFact, ...]) -> bool:
    return any(start < run.end_min and run.start_min < start + took for run in runs)
