"""What a file says about one activity, before anybody has judged whether it can be so."""

from dataclasses import dataclass
from datetime import datetime

from runwright.domain.run import RunKind, RunSource
from runwright.formats.sports import Sport


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """One activity as told by its file.

    Attributes
    ----------
    source
        The file it comes from.
    started_at
        Aware start; None where the file has none.
    local_time_told
        Whether the zone of `started_at` is the one of the runner's clock; False when the file
        only knows the moment (UTC).
    duration_s, elapsed_s
        Time running and time from start to end. [s]; None is "not told"
    distance_m, ascent_m
        [m]; None is "not told".
    mean_heart_rate_bpm, max_heart_rate_bpm
        [1/min]; None is "not told".
    rpe
        CR-10 effort; None is "not told".
    indoor
        Whether the file says or shows that it was run without positions.
    stands_still
        Whether positions were recorded and none left the spot.
    kind_hint
        What the file calls the run; None where it does not say.
    title
        The name given to it; '' where there is none.
    sport, sport_told
        What kind of activity, and the file's own word for it.
    """

    source: RunSource
    started_at: datetime | None = None
    local_time_told: bool = False
    duration_s: float | None = None
    elapsed_s: float | None = None
    distance_m: float | None = None
    ascent_m: float | None = None
    mean_heart_rate_bpm: float | None = None
    max_heart_rate_bpm: float | None = None
    rpe: float | None = None
    indoor: bool = False
    stands_still: bool = False
    kind_hint: RunKind | None = None
    title: str = ""
    sport: Sport = Sport.UNTOLD
    sport_told: str = ""
