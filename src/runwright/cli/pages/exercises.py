"""Exercises on a terminal: one with everything about it, or all by what they move."""

from collections.abc import Mapping
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.pages.support import kit_words, support_words
from runwright.cli.screen import Screen
from runwright.domain.exercise import DoseRange, Exercise, PainTag, Sides
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.doses import seconds, tempo_explained
from runwright.knowledge.library import Library

COLUMN = 14
LEVELS = 5


def exercises_page(library: Library, screen: Screen) -> list[str]:
    """Return all exercises by movement pattern, easiest first."""
    count = len(library.exercises)
    title = ngettext("{n} exercise", "{n} exercises", count).format(n=count)
    lines = screen.title(title)
    for pattern, exercises in library.patterns.items():
        lines += screen.heading(pattern_words(library, pattern))
        for one in sorted(exercises, key=lambda exercise: exercise.level):
            lines += screen.labelled(one.id, one.name, column=30)
    return [*lines, "", *screen.wrapped(_("More about one:  runwright exercise NAME"))]


def pattern_words(library: Library, pattern: str) -> str:
    """Return what a pattern is called: its ladders' name where it has one ladder, else its id."""
    named = [ladder.name for ladder in library.ladders.values() if ladder.pattern == pattern]
    spoken = pattern.replace("_", " ").capitalize()
    return f"{spoken}: {named[0].lower()}" if len(named) == 1 else spoken


def exercise_page(library: Library, name: str, screen: Screen) -> list[str]:
    """Return the page of an exercise."""
    one = library.exercises[name]
    lines = screen.named(one.name, one.id)
    lines += screen.heading(_("How"))
    lines += screen.bullets(one.cues)
    lines += [""]
    rows = [
        (_("Fault"), one.fault.what),
        (_("Fix"), one.fault.fix),
        (_("You feel"), one.feel),
        (_("Dose"), f"{dose_words(one.dose, one.sides)}. {_rests_on(one)}"),
        (_("Tempo"), tempo_explained(one.tempo)),
        (_("Kit"), _kit(library, one)),
        (_("Level"), _("{level} of {levels}").format(level=one.level, levels=LEVELS)),
        (_("Muscles"), _muscles(one)),
        *_ladder(library, one),
        (_("Leave it"), _tags(library, one.avoid)),
        (_("With care"), _tags(library, one.caution)),
        (_("Good for"), _tags(library, one.good)),
        (_("Sources"), ", ".join(one.sources)),
        (_("Articles"), _articles(library, one)),
    ]
    for label, text in rows:
        if text:
            lines += screen.labelled(label, text, column=COLUMN)
    return lines


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


def _rests_on(one: Exercise) -> str:
    return _("Rests on: {what}").format(what=support_words(one.dose_support))


def _kit(library: Library, one: Exercise) -> str:
    ways = [kit_words(library, needed) for needed in one.equipment]
    return _(", or ").join(ways) if ways else _("nothing")


def _muscles(one: Exercise) -> str:
    primary = ", ".join(muscle.replace("_", " ") for muscle in one.primary_muscles)
    helping = ", ".join(muscle.replace("_", " ") for muscle in one.secondary_muscles)
    return (
        _("{primary}; also {helping}").format(primary=primary, helping=helping)
        if helping
        else primary
    )


def _articles(library: Library, one: Exercise) -> str:
    found = (library.articles[each] for each in one.articles)
    return "; ".join(
        ", ".join(part for part in (article.author, article.publisher) if part) for article in found
    )


def _ladder(library: Library, one: Exercise) -> list[tuple[str, str]]:
    easier, harder = neighbours(library, one.id)
    return [
        (_("Easier"), ", ".join(_named(library, each) for each in easier)),
        (_("Harder"), ", ".join(_named(library, each) for each in harder)),
    ]


def neighbours(library: Library, name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the exercises one rung below and one above, on all ladders it stands on."""
    ladders = [ladder for ladder in library.ladders.values() if name in ladder.rungs]
    below = [ladder.easier(name) for ladder in ladders]
    above = [ladder.harder(name) for ladder in ladders]
    return (
        tuple(dict.fromkeys(one for one in below if one is not None)),
        tuple(dict.fromkeys(one for one in above if one is not None)),
    )


def _named(library: Library, name: str) -> str:
    return f"{library.exercises[name].name} ({name})"


def _tags(library: Library, tags: tuple[PainTag, ...]) -> str:
    return "; ".join(_tag(library, tag) for tag in tags)


def _tag(library: Library, tag: PainTag) -> str:
    region = library.regions[tag.region].name.lower()
    return f"{region}: {tag.note}" if tag.note else region


def exercise_answer(library: Library, name: str) -> Mapping[str, Any]:
    """Return the answer of `runwright exercise NAME --json`."""
    one = library.exercises[name]
    easier, harder = neighbours(library, name)
    return {
        "id": one.id,
        "name": one.name,
        "pattern": one.pattern,
        "level": one.level,
        "kit": [sorted(needed) for needed in one.equipment],
        "sides": one.sides.value,
        "dose": plain(one.dose),
        "dose_rests_on": plain(one.dose_support),
        "tempo": one.tempo,
        "muscles": {
            "primary": plain(one.primary_muscles),
            "secondary": plain(one.secondary_muscles),
        },
        "cues": plain(one.cues),
        "fault": plain(one.fault),
        "feel": one.feel,
        "easier": list(easier),
        "harder": list(harder),
        "pain": {
            "avoid": plain(one.avoid),
            "caution": plain(one.caution),
            "good": plain(one.good),
        },
        "sources": plain(one.sources),
        "articles": plain(one.articles),
    }


def exercises_answer(library: Library) -> Mapping[str, Any]:
    """Return the answer of `runwright exercise --json`."""
    return {
        "exercises": [
            {"id": one.id, "name": one.name, "pattern": one.pattern, "level": one.level}
            for one in library.exercises.values()
        ]
    }
