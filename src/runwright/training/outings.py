"""One outing is what a runner calls a run: recordings minutes apart belong together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from runwright.domain.run import RunKind
from runwright.training.effort import Judged, Sign

# A race between a warm-up and a cool-down is a race: the hardest recording names the outing.
HARDEST_FIRST = (RunKind.RACE, RunKind.QUALITY, RunKind.LONG, RunKind.EASY, RunKind.WALK)


@dataclass(frozen=True, slots=True)
class Outing:
    """Recordings of one day with little time between them, first one first."""

    parts: tuple[Judged, ...]

    @property
    def day(self) -> date:
        """Local day."""
        return self.parts[0].run.day

    @property
    def start_min(self) -> int:
        """Start of the first recording, in minutes after midnight."""
        return self.parts[0].run.start_min

    @property
    def duration_min(self) -> float:
        """Minutes run in all recordings."""
        return sum(part.run.duration_min for part in self.parts)

    @property
    def distance_km(self) -> float | None:
        """Distance run. [km]; None where a recording has none."""
        known = [part.run.distance_km for part in self.parts if part.run.distance_km is not None]
        return sum(known) if len(known) == len(self.parts) else None

    @property
    def hardest(self) -> Judged:
        """The recording that says what the outing was for."""
        return min(self.parts, key=lambda part: HARDEST_FIRST.index(part.kind))

    @property
    def kind(self) -> RunKind:
        """What the outing was for."""
        return self.hardest.kind

    @property
    def sign(self) -> Sign:
        """What that is known by."""
        return self.hardest.sign

    @property
    def is_quality(self) -> bool:
        """Whether it was a quality run or a race."""
        return self.kind.needs_fresh_legs


def outings_of(runs: Sequence[Judged], *, same_outing_gap_min: float) -> tuple[Outing, ...]:
    """Outings of these runs, which come oldest first."""
    groups: list[list[Judged]] = []
    for judged in runs:
        if groups and _continues(groups[-1][-1], judged, same_outing_gap_min):
            groups[-1].append(judged)
        else:
            groups.append([judged])
    return tuple(Outing(tuple(group)) for group in groups)


def _continues(before: Judged, after: Judged, gap_min: float) -> bool:
    same_day = before.run.day == after.run.day
    return same_day and after.run.start_min - before.run.end_min < gap_min
