"""Clock time inside a day, as whole minutes after midnight, and weeks that start on Monday."""

from dataclasses import dataclass
from datetime import date, timedelta

from runwright.domain.errors import ValueOutOfRangeError

MINUTES_PER_HOUR = 60
MINUTES_PER_DAY = 1440
DAYS_PER_WEEK = 7
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A part of a day in which the runner can train.

    Attributes
    ----------
    start_min, end_min
        Minutes after midnight. [min], 0 to 1440, start before end
    """

    start_min: int
    end_min: int

    def __post_init__(self) -> None:
        if not 0 <= self.start_min < self.end_min <= MINUTES_PER_DAY:
            raise ValueOutOfRangeError(
                "window", f"{self.start_min}-{self.end_min}", "0 to 1440, the start before the end"
            )

    @property
    def length_min(self) -> int:
        """Length of the window. [min]"""
        return self.end_min - self.start_min


WHOLE_DAY = Window(6 * MINUTES_PER_HOUR, 21 * MINUTES_PER_HOUR)  # waking hours, unless told


def clock(minute_of_day: int) -> str:
    """Clock time ``HH:MM`` of a minute of the day."""
    return f"{minute_of_day // MINUTES_PER_HOUR:02d}:{minute_of_day % MINUTES_PER_HOUR:02d}"


def monday_of(day: date) -> date:
    """Monday of the week that holds `day`."""
    return day - timedelta(days=day.weekday())
