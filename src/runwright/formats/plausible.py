"""Whether what a file says of a run can be: each doubt has a name, and what can be kept is kept."""

import math
from dataclasses import dataclass, replace
from datetime import datetime

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.problem import Imported, Problem
from runwright.domain.run import RPE_MAX, Run, RunKind
from runwright.formats.moments import EARLIEST, latest
from runwright.formats.plain import one_line
from runwright.formats.reasons import problem
from runwright.formats.recording import Recording
from runwright.formats.run_words import guess_run
from runwright.formats.sports import Sport, said
from runwright.formats.track_sums import FASTEST_HEART_BPM, SLOWEST_HEART_BPM

LONGEST_RUN_H = 25.0  # a longer one is a watch that was not stopped
SHORTEST_RUN_S = 30.0  # below, a button was pressed by mistake
LONGEST_DISTANCE_KM = 400.0  # nobody has run further in 25 h
HIGHEST_ASCENT_M = 20_000.0  # nobody has climbed more in 25 h
FASTEST_MEAN_KMH = 24.0  # the record over 5 km is 23.8; faster means wheels, or a wrong distance
SLOWEST_RUN_KMH = 6.0  # 10 min per km on the flat: below it, people walk
FLAT_KM_PER_CLIMBED_M = 0.01  # 100 m of climb take about as long as 1 km on the flat
SECONDS_PER_HOUR = 3600
METRES_PER_KM = 1000


@dataclass(frozen=True, slots=True)
class _Doubt:
    """A problem that leaves a run standing, changed as `instead` says."""

    reason: str
    facts: dict[str, object]
    instead: Recording


def judge(recording: Recording, *, now: datetime) -> Imported[Run]:
    """Return the run a recording is, with what was doubtful; no run where none can be made of it.

    Parameters
    ----------
    now
        Aware; nothing later than a day after it has been run yet. Its zone is the runner's, and
        tells the clock time of runs whose files only know the moment.
    """
    refusal = not_a_run(recording, recording.source.label) or _impossible(recording, now)
    if refusal is not None:
        return Imported(problems=(refusal,))
    kept, problems = _doubted(_without_nonsense(recording))
    ride = _too_fast_to_be_run(kept)
    if ride is not None:
        return Imported(problems=(*problems, ride))
    walk = _too_slow_to_be_run(kept)
    if walk is not None:
        kept, problems = replace(kept, kind_hint=RunKind.WALK), (*problems, walk)
    return Imported(items=(_run(kept, now),), problems=problems)


def not_a_run(recording: Recording, label: str) -> Problem | None:
    """Return why a recording is no run, said of the file `label`; None when it may be one."""
    if recording.sport in {Sport.RUN, Sport.UNTOLD}:
        return None
    kind, named = recording.source.format, said(recording.sport)
    if named:
        return problem(kind, "not-a-run", label, sport=named)
    return problem(kind, "says-not-a-run", label, sport=one_line(recording.sport_told))


def _impossible(recording: Recording, now: datetime) -> Problem | None:
    """Return why this recording cannot be a run; None when it can."""
    started_at, duration_s = recording.started_at, _number(recording.duration_s)
    if started_at is None:
        return _problem(recording, "no-start")
    if started_at < EARLIEST:
        return _problem(recording, "before-2000", date=_day(started_at))
    if started_at > latest(now):
        return _problem(recording, "future", date=_day(started_at))
    if recording.stands_still:
        return _problem(recording, "stands-still")
    if duration_s is None or duration_s == 0:
        return _problem(recording, "no-duration")
    return _impossible_length(recording, duration_s)


def _impossible_length(recording: Recording, duration_s: float) -> Problem | None:
    if duration_s < 0:
        return _problem(recording, "negative-duration")
    if duration_s < SHORTEST_RUN_S:
        return _problem(recording, "too-short", seconds=f"{duration_s:.0f}")
    hours = duration_s / SECONDS_PER_HOUR
    if hours > LONGEST_RUN_H:
        return _problem(recording, "too-long", hours=f"{hours:.0f}", limit_h=f"{LONGEST_RUN_H:.0f}")
    return None


def _without_nonsense(recording: Recording) -> Recording:
    """Return the recording without values that mean "not recorded" or that no body can have.

    Its duration has been found sound before.
    """
    told_s = (_number(recording.duration_s), _number(recording.elapsed_s))
    return replace(
        recording,
        elapsed_s=max(seconds for seconds in told_s if seconds is not None),
        distance_m=None if recording.distance_m == 0 else recording.distance_m,
        ascent_m=_within(recording.ascent_m, 0.0, HIGHEST_ASCENT_M),
        mean_heart_rate_bpm=_pulse(recording.mean_heart_rate_bpm),
        max_heart_rate_bpm=_pulse(recording.max_heart_rate_bpm),
        title=one_line(recording.title),
    )


def _doubted(recording: Recording) -> tuple[Recording, tuple[Problem, ...]]:
    """Return the recording without its impossible values, and a problem for each."""
    problems: list[Problem] = []
    for doubt in (_long_pause, _absurd_distance, _absurd_effort, _too_fast):
        found = doubt(recording)
        if found is not None:
            problems.append(_problem(recording, found.reason, **found.facts))
            recording = found.instead
    return recording, tuple(problems)


def _long_pause(recording: Recording) -> _Doubt | None:
    elapsed_s = recording.elapsed_s
    if elapsed_s is None or elapsed_s <= LONGEST_RUN_H * SECONDS_PER_HOUR:
        return None
    running_only = replace(recording, elapsed_s=recording.duration_s)
    return _Doubt("long-pause", {"hours": f"{elapsed_s / SECONDS_PER_HOUR:.0f}"}, running_only)


def _absurd_distance(recording: Recording) -> _Doubt | None:
    distance_m = recording.distance_m
    if distance_m is None or 0 < distance_m <= LONGEST_DISTANCE_KM * METRES_PER_KM:
        return None
    facts: dict[str, object] = {"km": f"{distance_m / METRES_PER_KM:.0f}"}
    return _Doubt("absurd-distance", facts, replace(recording, distance_m=None))


def _absurd_effort(recording: Recording) -> _Doubt | None:
    rpe = recording.rpe
    if rpe is None or 0 <= rpe <= RPE_MAX:
        return None
    return _Doubt("absurd-rpe", {"rpe": f"{rpe:g}"}, replace(recording, rpe=None))


def _too_fast(recording: Recording) -> _Doubt | None:
    """Return the doubt about a told run that is faster than any; untold ones are rides."""
    kmh = _mean_kmh(recording)
    if recording.sport is Sport.UNTOLD or kmh is None or kmh <= FASTEST_MEAN_KMH:
        return None
    return _Doubt("too-fast", {"kmh": f"{kmh:.0f}"}, replace(recording, distance_m=None))


def _too_fast_to_be_run(recording: Recording) -> Problem | None:
    """Return why an activity whose file does not say what it is must be a ride; or None."""
    kmh = _mean_kmh(recording)
    if recording.sport is not Sport.UNTOLD or kmh is None or kmh <= FASTEST_MEAN_KMH:
        return None
    return _problem(recording, "ridden", kmh=f"{kmh:.0f}")


def _too_slow_to_be_run(recording: Recording) -> Problem | None:
    """Return why an activity whose file does not say what it is must be a walk; or None."""
    kmh, duration_s = _mean_kmh(recording), recording.duration_s
    if recording.sport is not Sport.UNTOLD or kmh is None or duration_s is None:
        return None
    climbed_m = recording.ascent_m if recording.ascent_m is not None else 0.0
    as_if_flat_kmh = kmh + climbed_m * FLAT_KM_PER_CLIMBED_M * SECONDS_PER_HOUR / duration_s
    if as_if_flat_kmh >= SLOWEST_RUN_KMH:
        return None
    return _problem(recording, "walked", kmh=f"{kmh:.1f}")


def _mean_kmh(recording: Recording) -> float | None:
    if recording.distance_m is None or recording.duration_s is None:
        return None
    return recording.distance_m / METRES_PER_KM * SECONDS_PER_HOUR / recording.duration_s


def _run(recording: Recording, now: datetime) -> Run:
    """Return the run of a recording that nothing was found against."""
    if recording.started_at is None or recording.duration_s is None:
        raise ValueOutOfRangeError("recording", recording.source.label, "a judged recording")
    started_at, duration_s = recording.started_at, recording.duration_s
    return Run(
        started_at=started_at if recording.local_time_told else started_at.astimezone(now.tzinfo),
        duration_s=duration_s,
        elapsed_s=recording.elapsed_s if recording.elapsed_s is not None else duration_s,
        distance_m=recording.distance_m,
        ascent_m=recording.ascent_m,
        mean_heart_rate_bpm=recording.mean_heart_rate_bpm,
        max_heart_rate_bpm=recording.max_heart_rate_bpm,
        rpe=recording.rpe,
        indoor=recording.indoor,
        kind_hint=recording.kind_hint or _race_by_title(recording.title),
        title=recording.title,
        sources=(recording.source,),
    )


def _race_by_title(title: str) -> RunKind | None:
    """Return RACE where the title says so; other words of a title may be a street's name."""
    return RunKind.RACE if guess_run(title).kind is RunKind.RACE else None


def _problem(recording: Recording, reason: str, **facts: object) -> Problem:
    return problem(recording.source.format, reason, recording.source.label, **facts)


def _day(moment: datetime) -> str:
    return moment.date().isoformat()


def _number(value: float | None) -> float | None:
    return value if value is not None and math.isfinite(value) else None


def _within(value: float | None, low: float, high: float) -> float | None:
    number = _number(value)
    return number if number is not None and low <= number <= high else None


def _pulse(bpm: float | None) -> float | None:
    return _within(bpm, SLOWEST_HEART_BPM, FASTEST_HEART_BPM)
