"""A morning in a few words, as Today and the diary show it."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from runwright.domain.check_in import CheckIn
from runwright.domain.words import _
from runwright.knowledge.library import load_library
from runwright.usecases.hear_check_in import Heard, hear_check_in
from runwright.web.diary.check_in_form import LEGS, STRESS, place_name, step_words
from runwright.web.diary.mornings import check_in_of
from runwright.web.runner.models import RunnerRecord


@dataclass(frozen=True, slots=True, kw_only=True)
class Morning:
    """A morning as Today and the diary show it.

    Attributes
    ----------
    said
        What was told, in a line; '' where nothing was told yet.
    """

    day: date
    said: str
    heard: Heard


def morning_of(runner: RunnerRecord, day: date) -> Morning:
    """Return a morning; with nothing in it where nothing was told."""
    told = check_in_of(runner, day)
    if told is None:
        return Morning(day=day, said="", heard=Heard())
    heard = hear_check_in(told, runner.runner, load_library())
    return Morning(day=day, said=said_of(told), heard=heard)


@dataclass(frozen=True, slots=True, kw_only=True)
class EarlierMorning:
    """A version of a morning that does not count now."""

    version: int
    written: str
    said: str


def earlier_words(runner: RunnerRecord, day: date) -> tuple[EarlierMorning, ...]:
    """Return what was told of a morning before it was changed or taken out, the last one first."""
    zone = ZoneInfo(runner.runner.timezone)
    rows = runner.check_ins.filter(day=day, is_latest=False).order_by("-version")
    return tuple(
        EarlierMorning(
            version=row.version,
            written=f"{row.changed_at.astimezone(zone):%Y-%m-%d %H:%M}",
            said=said_of(row.check_in),
        )
        for row in rows
    )


def said_of(told: CheckIn) -> str:
    """Return a check-in in a line: ``Slept 7.5 h, legs fresh, stress a little. Nothing hurts.``."""
    library = load_library()
    legs, stress = step_words(told.soreness_0_10, LEGS), step_words(told.stress_0_10, STRESS)
    parts = [
        "" if told.sleep_h is None else _("slept {hours:g} h").format(hours=told.sleep_h),
        _("legs {word}").format(word=legs) if legs else "",
        _("stress {word}").format(word=stress) if stress else "",
    ]
    first = ", ".join(part for part in parts if part)
    pains = [
        _("{place} {pain} of 10").format(
            place=place_name(_(library.regions[pain.region].name), pain.side), pain=pain.pain_0_10
        )
        for pain in told.pains
        if pain.region in library.regions
    ]
    second = _("nothing hurts") if told.pain_free else ", ".join(pains)
    third = _("a warning sign") if any(told.signs.values()) else ""
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in (first, second, third) if one)
