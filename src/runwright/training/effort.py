"""Which runs look hard: by their name, how they felt, and against the runner's own easy running."""

from collections import deque
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.run import RunKind
from runwright.training.parameters import EffortParameters
from runwright.training.recorded import METRES_PER_KM, RecordedRun
from runwright.training.robust import quantile
from runwright.training.title_words import kind_from_title


class Sign(StrEnum):
    """What a run is known by; the first that speaks decides, in this order."""

    FILE = "file"
    TITLE = "title"
    TOLD_EFFORT = "told_effort"
    PACE_AND_HEART_RATE = "pace_and_heart_rate"
    PACE = "pace"
    HEART_RATE = "heart_rate"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Judged:
    """A run, what it looks like, and what that is known by."""

    run: RecordedRun
    kind: RunKind
    sign: Sign


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnEasy:
    """The runner's own easy running at some time.

    Attributes
    ----------
    pace_min_per_km
        On the flat. [min/km]; None with too few runs to say.
    heart_rate_bpm
        [1/min]; None with too few runs to say.
    """

    pace_min_per_km: float | None = None
    heart_rate_bpm: float | None = None


def judged_runs(runs: Sequence[RecordedRun], p: EffortParameters) -> tuple[Judged, ...]:
    """Every run with what it looks like, compared with the runs of the weeks before it.

    Parameters
    ----------
    runs
        Oldest first.
    """
    window = timedelta(days=p.reference_weeks * DAYS_PER_WEEK)
    before: deque[RecordedRun] = deque()
    judged: list[Judged] = []
    for run in runs:
        while before and before[0].day < run.day - window:
            before.popleft()
        kind, sign = _named_or_felt(run, p) or _measured(run, before, p)
        judged.append(Judged(run, kind, sign))
        if run.duration_min >= p.judged_from_min:
            before.append(run)
    return tuple(judged)


def own_easy(runs: Iterable[RecordedRun], p: EffortParameters) -> OwnEasy:
    """The runner's easy pace and heart rate, from the slower and calmer side of these runs."""
    runs = tuple(runs)
    paces = [pace for run in runs if (pace := flat_pace_min_per_km(run, p)) is not None]
    rates = [run.mean_heart_rate_bpm for run in runs if run.mean_heart_rate_bpm is not None]
    return OwnEasy(
        pace_min_per_km=quantile(paces, p.easy_side_share)
        if len(paces) >= p.reference_runs
        else None,
        heart_rate_bpm=quantile(rates, 1 - p.easy_side_share)
        if len(rates) >= p.reference_runs
        else None,
    )


def flat_pace_min_per_km(run: RecordedRun, p: EffortParameters) -> float | None:
    """Pace as if on the flat, climb counted as extra distance. [min/km]; None without distance."""
    if run.distance_km is None or run.distance_km <= 0:
        return None
    climb_km = 0.0 if run.ascent_m is None else run.ascent_m / METRES_PER_KM
    return run.duration_min / (run.distance_km + p.flat_m_per_ascent_m * climb_km)


def _named_or_felt(run: RecordedRun, p: EffortParameters) -> tuple[RunKind, Sign] | None:
    """Kind by file, title or told effort; None where all three are silent."""
    named = _named(run)
    if (
        run.rpe is not None
        and run.rpe >= p.hard_rpe_0_10
        and (not named or named[0] is RunKind.EASY)
    ):
        return RunKind.QUALITY, Sign.TOLD_EFFORT
    if named:
        return named
    if run.rpe is not None and run.rpe <= p.easy_rpe_0_10:
        return RunKind.EASY, Sign.TOLD_EFFORT
    return None


def _named(run: RecordedRun) -> tuple[RunKind, Sign] | None:
    if run.kind_hint is not None:
        return run.kind_hint, Sign.FILE
    kind = kind_from_title(run.title)
    return (kind, Sign.TITLE) if kind is not None else None


def _measured(
    run: RecordedRun, before: Iterable[RecordedRun], p: EffortParameters
) -> tuple[RunKind, Sign]:
    """Kind by pace and heart rate against the runner's own easy running."""
    if run.duration_min < p.judged_from_min:
        return RunKind.EASY, Sign.NOTHING
    easy = own_easy(before, p)
    pace_ratio = _ratio(flat_pace_min_per_km(run, p), easy.pace_min_per_km)
    rate_ratio = _ratio(run.mean_heart_rate_bpm, easy.heart_rate_bpm)
    if pace_ratio <= p.paired_pace_ratio and rate_ratio >= p.paired_heart_rate_ratio:
        return RunKind.QUALITY, Sign.PACE_AND_HEART_RATE
    if pace_ratio <= p.quality_pace_ratio:
        return RunKind.QUALITY, Sign.PACE
    if rate_ratio >= p.quality_heart_rate_ratio:
        return RunKind.QUALITY, Sign.HEART_RATE
    return RunKind.EASY, Sign.NOTHING


def _ratio(value: float | None, easy: float | None) -> float:
    """`value` over `easy`; 1, which is easy, where either is unknown."""
    return value / easy if value is not None and easy else 1.0
