"""Exercises on a terminal: one with everything about it, or all by what they move."""

from collections.abc import Mapping
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.screen import Screen
from runwright.domain.exercise import Exercise, PainTag
from runwright.domain.words import _, inside, ngettext
from runwright.formats.library_words.exercises import LEVELS, dose_words, kit_ways, neighbours
from runwright.formats.library_words.muscles import muscle_names, muscles_inside
from runwright.formats.library_words.support import support_words
from runwright.formats.plan_words.doses import tempo_explained
from runwright.formats.plan_words.patterns import pattern_name
from runwright.knowledge.library import Library

COLUMN = 14


def exercises_page(library: Library, screen: Screen) -> list[str]:
    """Return all exercises by movement pattern, easiest first."""
    count = len(library.exercises)
    title = ngettext("{n} exercise", "{n} exercises", count).format(n=count)
    lines = screen.title(title)
    for pattern, exercises in library.patterns.items():
        lines += screen.heading(pattern_words(library, pattern))
        for one in sorted(exercises, key=lambda exercise: exercise.level):
            lines += screen.labelled(one.id, _(one.name), column=30)
    return [*lines, "", *screen.wrapped(_("More about one:  runwright exercise NAME"))]


def pattern_words(library: Library, pattern: str) -> str:
    """Return what a pattern is called, with its ladder's name where it has but one."""
    named = [ladder.name for ladder in library.ladders.values() if ladder.pattern == pattern]
    name = pattern_name(pattern)
    return f"{name}: {inside(_(named[0]))}" if len(named) == 1 else name


def exercise_page(library: Library, name: str, screen: Screen) -> list[str]:
    """Return the page of an exercise."""
    one = library.exercises[name]
    lines = screen.named(_(one.name), one.id)
    lines += screen.heading(_("How"))
    lines += screen.bullets(map(_, one.cues))
    lines += [""]
    rows = [
        (_("Fault"), _(one.fault.what)),
        (_("Fix"), _(one.fault.fix)),
        (_("You feel"), _(one.feel)),
        (_("Dose"), f"{dose_words(one.dose, one.sides)}. {_rests_on(one)}"),
        (_("Tempo"), tempo_explained(one.tempo)),
        (_("Kit"), kit_ways(library, one)),
        (_("Level"), _("{level} of {levels}").format(level=one.level, levels=LEVELS)),
        (_("Muscles"), _muscles(one)),
        *_ladder(library, one),
        (_("Leave it out"), _tags(library, one.avoid)),
        (_("With care"), _tags(library, one.caution)),
        (_("Good for"), _tags(library, one.good)),
        (_("Sources"), ", ".join(one.sources)),
        (_("Articles"), _articles(library, one)),
    ]
    for label, text in rows:
        if text:
            lines += screen.labelled(label, text, column=COLUMN)
    return lines


def _rests_on(one: Exercise) -> str:
    return _("Rests on: {what}").format(what=support_words(one.dose_support))


def _muscles(one: Exercise) -> str:
    primary = muscle_names(one.primary_muscles)
    helping = muscles_inside(one.secondary_muscles)
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


def _named(library: Library, name: str) -> str:
    return f"{_(library.exercises[name].name)} ({name})"


def _tags(library: Library, tags: tuple[PainTag, ...]) -> str:
    return "; ".join(_tag(library, tag) for tag in tags)


def _tag(library: Library, tag: PainTag) -> str:
    region = inside(_(library.regions[tag.region].name))
    return f"{region}: {_(tag.note)}" if tag.note else region


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
