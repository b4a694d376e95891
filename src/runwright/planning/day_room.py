"""What is left of a day for the small work: its minutes, and starts where nothing else lies."""

from dataclasses import dataclass

from runwright.domain.calendar import Window
from runwright.domain.plan import Extra, ExtraKind
from runwright.domain.run import PlannedRun
from runwright.domain.session import Placed

FIVE_MIN = 5  # people plan in five minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class DaySpot:
    """A day as extras see it.

    Attributes
    ----------
    minutes
        Minutes left on the day once the session is taken off. [min]
    """

    week: int
    weekday: int
    minutes: int
    windows: tuple[Window, ...]
    runs: tuple[PlannedRun, ...]
    session: Placed | None
    kit: frozenset[str]


class DayRoom:
    """A day that fills up: what is put in is never overlapped by what comes later.

    Parameters
    ----------
    spot
        The day with its runs and session.
    """

    def __init__(self, spot: DaySpot) -> None:
        self.spot, self.left_min = spot, spot.minutes
        self.extras: list[Extra] = []
        self._busy = [(run.start_min, run.end_min) for run in spot.runs]
        if spot.session is not None:
            self._busy.append((spot.session.start_min, spot.session.end_min))

    def put(self, extra: Extra) -> None:
        """Add an extra. A warm-up belongs to its run and takes none of the day's minutes."""
        self.extras.append(extra)
        self._busy.append((extra.start_min, extra.start_min + extra.duration_min))
        if extra.kind is not ExtraKind.WARM_UP:
            self.left_min -= extra.duration_min

    def is_free(self, start_min: int, minutes: int) -> bool:
        """Whether nothing lies there; not before midnight."""
        return start_min >= 0 and all(
            start_min + minutes <= begin or end <= start_min for begin, end in self._busy
        )

    def start_for(self, minutes: int) -> int | None:
        """A window's start, or after something that is done; None where there is no room.

        Parameters
        ----------
        minutes
            How long it takes. [min]
        """
        if minutes > self.left_min:
            return None
        after = sorted(end + FIVE_MIN for _begin, end in self._busy)
        return next(
            (
                start
                for window in self.spot.windows
                for start in (window.start_min, *after)
                if window.start_min <= start
                and start + minutes <= window.end_min
                and self.is_free(start, minutes)
            ),
            None,
        )
