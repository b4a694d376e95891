"""Exercises in words: the usual dose, the kit, and the rungs beside."""

from runwright.domain.exercise import DoseRange, Exercise, Sides
from runwright.domain.words import _, ngettext
from runwright.formats.library_words.support import kit_words
from runwright.formats.plan_words.doses import seconds
from runwright.knowledge.library import Library

LEVELS = 5


def dose_words(dose: DoseRange, sides: Sides) -> str:
    """Return the usual dose, ``2–3 × 8–12 each side``."""
    counted = [
        _between(dose.reps, ""),
        _between(dose.hold_s, _(" s")),
        _between(dose.distance_m, _(" m")),
        _between(dose.steps, _(" steps")),
        _between(dose.contacts, _(" contacts")),
    ]
    if not any(counted):
        words = ngettext("{sets} set", "{sets} sets", dose.sets[1])
        return words.format(sets=_between(dose.sets, ""))
    words = " × ".join((_between(dose.sets, ""), *(one for one in counted if one)))
    if dose.rep_hold_s is not None:
        words += _(", each held {time}").format(time=seconds(dose.rep_hold_s))
    said = {Sides.EACH: _(" each side"), Sides.ALTERNATING: _(" alternating")}
    return words + said.get(sides, "")


def _between(pair: tuple[int, int] | None, unit: str) -> str:
    if pair is None:
        return ""
    low, high = pair
    return f"{low}{unit}" if low == high else f"{low}–{high}{unit}"


def kit_ways(library: Library, one: Exercise) -> str:
    """Return every way to do it by its kit, ``one dumbbell, or one kettlebell``."""
    ways = [kit_words(library, needed) for needed in one.equipment]
    return _(", or ").join(ways) if ways else _("nothing")


def neighbours(library: Library, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the exercises one rung below and one above, on all ladders it stands on."""
    ladders = [ladder for ladder in library.ladders.values() if name in ladder.rungs]
    below = [ladder.easier(name) for ladder in ladders]
    above = [ladder.harder(name) for ladder in ladders]
    return (
        tuple(dict.fromkeys(one for one in below if one is not None)),
        tuple(dict.fromkeys(one for one in above if one is not None)),
    )
