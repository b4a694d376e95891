"""What changed while a runner trained, in words: how much, how sure, and what is still missing."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runwright.domain.runner import Side
from runwright.domain.units import load_counted, load_unit
from runwright.domain.words import _, decimal, ngettext
from runwright.knowledge.library import Library
from runwright.training.intervals import Interval
from runwright.usecases.what_worked import Looked, Worked


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedRow:
    """One thing that changed, or did not.

    Attributes
    ----------
    says
        How much in a few words.
    likely
        The interval; nine times in ten it holds what is true.
    trend_is
        ``rising``, ``falling`` or ``steady``, for the colour of the words.
    """

    name: str
    says: str
    likely: str
    trend_is: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedPart:
    """What can be told, and what cannot yet, each with what it still takes."""

    rows: tuple[WorkedRow, ...]
    waiting: tuple[str, ...]


def worked_part(found: Sequence[Worked], library: Library) -> WorkedPart:
    """Return the part of the page."""
    return WorkedPart(
        rows=tuple(_row(one, one.interval, library) for one in found if one.interval is not None),
        waiting=tuple(_waiting(one, library) for one in found if one.interval is None),
    )


def _row(one: Worked, interval: Interval, library: Library) -> WorkedRow:
    words = {  # jumps are told as holds once there are enough
        Looked.HEEL_RAISES: _("{amount} repetitions since the test before"),
        Looked.HOLD: _("{amount} s a week"),
        Looked.LIFT: _("{amount} {unit} a week"),
        Looked.EASY_HEART_RATE: _("{amount} beats a minute soon after hard legs, same pace"),
    }[one.looked]
    interval = _counted(one, interval)
    likely = _("likely {low} to {high}").format(
        low=_signed(interval.low), high=_signed(interval.high)
    )
    said = words.format(amount=_signed(interval.middle), unit=load_unit())
    return WorkedRow(
        name=_name(one, library),
        says=said if interval.is_clear else _("no change one could tell"),
        likely=_("{likely}; {count}").format(likely=likely, count=_rests(one, interval)),
        trend_is=_trend(interval),
    )


def _counted(one: Worked, interval: Interval) -> Interval:
    """The interval in the reader's units."""
    if one.looked is not Looked.LIFT:
        return interval
    return replace(
        interval,
        middle=load_counted(interval.middle),
        low=load_counted(interval.low),
        high=load_counted(interval.high),
    )


def _trend(interval: Interval) -> str:
    if not interval.is_clear:
        return "steady"
    return "rising" if interval.middle > 0 else "falling"


def _rests(one: Worked, interval: Interval) -> str:
    if one.looked is Looked.EASY_HEART_RATE:
        return ngettext("{n} easy run", "{n} easy runs", interval.count).format(n=interval.count)
    if one.looked is Looked.HEEL_RAISES:
        return _("the test's own error")
    return ngettext("{n} session", "{n} sessions", interval.count).format(n=interval.count)


def _name(one: Worked, library: Library) -> str:
    if one.looked is Looked.EASY_HEART_RATE:
        return _("Heart rate on easy runs")
    if one.about in library.tests:
        test = _(library.tests[one.about].name)
        side = {Side.LEFT: _("left"), Side.RIGHT: _("right")}.get(one.side) if one.side else None
        return test if side is None else _("{name}, {side}").format(name=test, side=side)
    return _(library.exercises[one.about].name)


def _waiting(one: Worked, library: Library) -> str:
    words = {
        Looked.HEEL_RAISES: _("{name}: {count} of {needed} test days"),
        Looked.EASY_HEART_RATE: _("{name}: {count} of {needed} with a heart rate on each side"),
        Looked.JUMPS: _(
            "{name}: {count} of {needed} sessions of jumps, {weeks} of {weeks_needed} weeks"
        ),
    }.get(one.looked, _("{name}: {count} of {needed} sessions"))
    return words.format(
        name=_name(one, library),
        count=one.count,
        needed=one.needed,
        weeks=one.weeks,
        weeks_needed=one.weeks_needed,
    )


def _signed(amount: float) -> str:
    return decimal(round(amount, 1), "+g").replace("-", "−")
