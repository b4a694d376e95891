"""Writes [days]: what most days have once, as default, and each other day by name."""

from collections import Counter
from collections.abc import Iterator

from runwright.domain.calendar import WEEKDAYS, WHOLE_DAY, Window, clock
from runwright.domain.runner import DayAvailability
from runwright.domain.words import _
from runwright.formats.runner_toml.write_values import comment, quoted


def days_lines(days: tuple[DayAvailability, ...]) -> Iterator[str]:
    """Lines of the [days] table."""
    yield from comment(
        _(
            "Minutes of strength and mobility you have, and when. 0 keeps a day free; "
            "days not named have the default."
        )
    )
    yield "[days]"
    usual = Counter(days).most_common(1)[0][0]
    yield f"default = {_day(usual, (WHOLE_DAY,))}"
    for name, day in zip(WEEKDAYS, days, strict=True):
        if day != usual:
            yield f"{name} = {_day(day, usual.windows)}"


def _day(day: DayAvailability, usual_windows: tuple[Window, ...]) -> str:
    if day.windows == usual_windows:
        return str(day.minutes)
    windows = ", ".join(
        quoted(f"{clock(window.start_min)}-{clock(window.end_min)}") for window in day.windows
    )
    return f"{{ minutes = {day.minutes}, windows = [{windows}] }}"
