"""A morning in a few words, as Today and the diary show it."""

from dataclasses import dataclass
from datetime import date

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
    return " ".join(f"{one[0].upper()}{one[1:]}." for one in (first, second) if one)
