"""`runwright exercise`, `rule`, `source` and `protocol`, done: entries found and shown."""

import sys
from collections.abc import Callable, Mapping
from typing import Any

from runwright.cli.answer import say_json
from runwright.cli.find import found
from runwright.cli.pages import exercises, protocols, rules, sources
from runwright.cli.screen import Screen, say, screen_of
from runwright.domain.words import _
from runwright.knowledge.library import Library, load_library

Names = Mapping[str, str]
Page = Callable[[Library, str, Screen], list[str]]
Listing = Callable[[Library, Screen], list[str]]
Answer = Callable[[Library, str], Mapping[str, Any]]
All = Callable[[Library], Mapping[str, Any]]


def exercise(words: tuple[str, ...], *, as_json: bool) -> None:
    """Show an exercise, or all."""
    _show(
        words,
        as_json=as_json,
        kind=_("exercise"),
        names=lambda library: {one.id: one.name for one in library.exercises.values()},
        pages=(exercises.exercise_page, exercises.exercises_page),
        answers=(exercises.exercise_answer, exercises.exercises_answer),
    )


def rule(words: tuple[str, ...], *, as_json: bool) -> None:
    """Show a rule, or all."""
    _show(
        words,
        as_json=as_json,
        kind=_("rule"),
        names=lambda library: dict.fromkeys(library.rules, ""),
        pages=(rules.rule_page, rules.rules_page),
        answers=(rules.rule_answer, rules.rules_answer),
    )


def source(words: tuple[str, ...], *, as_json: bool) -> None:
    """Show a source, or all."""
    _show(
        words,
        as_json=as_json,
        kind=_("source"),
        names=sources.names,
        pages=(sources.source_page, sources.sources_page),
        answers=(sources.source_answer, sources.sources_answer),
    )


def protocol(words: tuple[str, ...], *, as_json: bool) -> None:
    """Show a protocol, or all."""
    _show(
        words,
        as_json=as_json,
        kind=_("protocol"),
        names=lambda library: {one.id: one.name for one in library.protocols.values()},
        pages=(protocols.protocol_page, protocols.protocols_page),
        answers=(protocols.protocol_answer, protocols.protocols_answer),
    )


def _show(  # one kind of entry: its names, pages and answers
    words: tuple[str, ...],
    *,
    as_json: bool,
    kind: str,
    names: Callable[[Library], Names],
    pages: tuple[Page, Listing],
    answers: tuple[Answer, All],
) -> None:

    library = load_library()
    one = found(" ".join(words), names(library), kind=kind) if words else None
    if as_json:
        say_json(answers[1](library) if one is None else answers[0](library, one))
        return
    screen = screen_of(sys.stdout)
    say(pages[1](library, screen) if one is None else pages[0](library, one, screen), screen)
