"""Reads [days]: the minutes and the hours of every weekday."""

from dataclasses import dataclass

from runwright.domain.calendar import WEEKDAYS, WHOLE_DAY, Window
from runwright.domain.runner import DayAvailability
from runwright.domain.words import N_, _
from runwright.formats.quantities import read_clock, read_duration_min
from runwright.formats.runner_toml.expected import Bounds, shown
from runwright.formats.runner_toml.schema import DAY, DAYS, elsewhere
from runwright.formats.runner_toml.table import Table
from runwright.formats.runner_toml.words import WEEKDAY_WORDS

MINUTES = Bounds(low=0, high=300, unit=N_("minutes"), example="tuesday = 45")
DASHES = str.maketrans({"–": "-", "—": "-", "−": "-"})


@dataclass(frozen=True, slots=True)
class DayTold:
    """What one line of [days] says; None where it is silent."""

    minutes: int | None = None
    windows: tuple[Window, ...] | None = None


def read_days(table: Table) -> tuple[DayAvailability, ...] | None:
    """Return the seven days, Monday first; None where they are not told or faulty.

    A day that is not named has what `default` says, and nothing where there is no default.
    """
    table.expect_keys(DAYS, elsewhere=elsewhere())
    told = {key: _told(table, key) for key in table.values if key in DAYS}
    default = told.pop("default", DayTold())
    by_number = {WEEKDAY_WORDS[key]: day for key, day in told.items()}
    days = tuple(_joined(by_number.get(number, DayTold()), default) for number in range(7))
    if table.report.has_under(table.path):
        return None
    _check_room(table, days)
    if all(day.minutes == 0 for day in days):
        says = _(
            "no day has minutes, so no strength or mobility can be planned; "
            "give at least one day some, for example tuesday = 30"
        )
        table.fault(None, "no-day-with-minutes", says)
    return days


def merge_windows(windows: tuple[Window, ...]) -> tuple[Window, ...]:
    """Return the same hours in order, with what overlaps or touches as one window."""
    merged: list[Window] = []
    for window in sorted(windows):
        if merged and window.start_min <= merged[-1].end_min:
            last = merged.pop()
            window = Window(last.start_min, max(last.end_min, window.end_min))  # noqa: PLW2901
        merged.append(window)
    return tuple(merged)


def read_window(text: str) -> Window | None:
    """Return a part of the day from "06:00-07:30" or "6 am - 7:30 am"; None for anything else."""
    parts = text.translate(DASHES).split("-")
    if len(parts) != 2:  # noqa: PLR2004  # from and to
        return None
    start, end = read_clock(parts[0]), read_clock(parts[1])
    if start is None or end is None or not start < end:
        return None
    return Window(start, end)


def _joined(day: DayTold, default: DayTold) -> DayAvailability:
    minutes = day.minutes if day.minutes is not None else default.minutes
    windows = day.windows if day.windows is not None else default.windows
    return DayAvailability(
        minutes=0 if minutes is None else minutes,
        windows=(WHOLE_DAY,) if windows is None else windows,
    )


def _told(table: Table, key: str) -> DayTold:
    value = table.values[key]
    if value is False:
        return DayTold(minutes=0)
    if not isinstance(value, dict):
        return DayTold(minutes=table.whole(key, MINUTES, read_duration_min))
    day = Table(values=value, path=(*table.path, key), report=table.report)
    day.expect_keys(DAY, elsewhere={})
    return DayTold(minutes=day.whole("minutes", MINUTES, read_duration_min), windows=_windows(day))


def _windows(day: Table) -> tuple[Window, ...] | None:
    texts = day.words("windows")
    if texts is None:
        return None
    windows = tuple(_window(day, text) for _number, text in texts)
    return merge_windows(tuple(window for window in windows if window is not None))


def _window(day: Table, text: str) -> Window | None:
    window = read_window(text)
    if window is not None:
        return window
    ends = [read_clock(part) for part in text.translate(DASHES).split("-")]
    says = _('{got} is not a part of a day; expected "06:00-07:30"')
    if len(ends) == 2 and None not in ends:  # noqa: PLR2004  # two clock times, the wrong way round
        says = _(
            "{got} ends before it starts; for a night write two windows, "
            '"22:00-24:00" and "00:00-06:00"'
        )
    day.fault("windows", "not-a-window", says.format(got=shown(text)))
    return None


def _check_room(table: Table, days: tuple[DayAvailability, ...]) -> None:
    """Note every day that has more minutes than its windows hold."""
    told = [number for number, name in enumerate(WEEKDAYS) if {name, name[:3]} & set(table.values)]
    blamed: set[str] = set()
    for number, day in enumerate(days):
        room = sum(window.length_min for window in day.windows)
        if day.minutes <= room:
            continue
        key = _key_of(table, number) if number in told else "default"
        if key in blamed:
            continue
        blamed.add(key)
        says = _("{day} has {minutes} minutes, but its windows hold {room}; widen them or ask less")
        table.fault(key, "no-room", says.format(day=key, minutes=day.minutes, room=room))


def _key_of(table: Table, number: int) -> str:
    return next(key for key in table.values if WEEKDAY_WORDS.get(key) == number)
