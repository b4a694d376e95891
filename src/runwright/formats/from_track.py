"""From the points of a recording to the runs they show, one per stretch between long pauses."""

from dataclasses import replace
from datetime import datetime

from runwright.domain.problem import Imported, Problem
from runwright.formats.moments import latest, moment_at
from runwright.formats.reasons import problem
from runwright.formats.recording import Recording
from runwright.formats.track import Track, sane, strays
from runwright.formats.track_sums import TrackFacts, facts_of

LONGEST_PAUSE_S = 2 * 3600  # after a longer one, the same button press is another run
WORTH_SAYING_KM = 0.2  # less than that, nobody misses
SHORTEST_STRETCH_S = 60.0  # between long pauses, anything shorter is a watch being handled


def recordings_of(track: Track, known: Recording, now: datetime) -> Imported[Recording]:
    """Return what the points of a track show, completed by what its file already told.

    Parameters
    ----------
    track
        Points in file order, at least one; times in any order.
    known
        What the file says beside the points; its own numbers win over measured ones, and a
        track whose duration it tells is one activity however long it pauses.
    now
        Aware; no time later than a day after it can be.
    """
    kept = sane(track, latest(now).timestamp())
    if len(kept) == 0:
        started_at = moment_at(track.time_s[0])
        return Imported(items=(replace(known, started_at=started_at),))
    parts = kept.parts(LONGEST_PAUSE_S) if known.duration_s is None else [kept]
    facts = [facts_of(part) for part in parts]
    runs = [each for each in facts if each.moving_s >= SHORTEST_STRETCH_S]
    runs = runs or [max(facts, key=lambda each: each.moving_s)]
    return Imported(
        items=tuple(_recording(each, known) for each in runs),
        problems=_doubts(known, track=track, kept=kept, runs=runs),
    )


def _recording(facts: TrackFacts, known: Recording) -> Recording:
    return replace(
        known,
        started_at=moment_at(facts.start_s),
        duration_s=_first(known.duration_s, facts.moving_s),
        elapsed_s=_first(known.elapsed_s, facts.elapsed_s),
        distance_m=_first(known.distance_m, facts.distance_m),
        ascent_m=_first(known.ascent_m, facts.ascent_m),
        mean_heart_rate_bpm=_first(known.mean_heart_rate_bpm, facts.mean_heart_rate_bpm),
        max_heart_rate_bpm=_first(known.max_heart_rate_bpm, facts.max_heart_rate_bpm),
        indoor=known.indoor or not facts.has_positions,
        stands_still=facts.has_positions and facts.moving_s == 0 and facts.elapsed_s > 0,
    )


def _first(told: float | None, measured: float | None) -> float | None:
    return told if told is not None else measured


def _doubts(
    known: Recording, *, track: Track, kept: Track, runs: list[TrackFacts]
) -> tuple[Problem, ...]:
    """Return what a person should know of how these points were read."""
    kind, where = known.source.format, known.source.label
    doubts = []
    if impossible := strays(track, kept):
        doubts.append(problem(kind, "bad-times", where, count=impossible, total=len(track)))
    if len(runs) > 1:
        hours = f"{LONGEST_PAUSE_S / 3600:.0f}"
        doubts.append(problem(kind, "split", where, hours=hours, count=len(runs)))
    cut_km = sum(each.cut_m for each in runs) / 1000
    if cut_km >= WORTH_SAYING_KM:
        doubts.append(problem(kind, "jumps", where, km=f"{cut_km:.1f}"))
    return tuple(doubts)
