"""Rules on a terminal: one with its numbers and sources, or all by what they are about."""

from collections.abc import Mapping
from typing import Any

from runwright.cli.answer import plain
from runwright.cli.screen import Screen
from runwright.domain.evidence import Parameter, RuleEntry
from runwright.domain.words import _, ngettext
from runwright.formats.library_words.rules import (
    FAMILIES,
    KINDS,
    article_words,
    gives_way,
    number_name,
    number_value,
    spaced,
    value_words,
)
from runwright.formats.library_words.support import CONFIDENCE, support_words
from runwright.formats.plan_html.citation import short_citation
from runwright.knowledge.library import Library

COLUMN = 7


def rules_page(library: Library, screen: Screen) -> list[str]:
    """Return all rules by family."""
    count = len(library.rules)
    lines = screen.title(ngettext("{n} rule", "{n} rules", count).format(n=count))
    families = dict.fromkeys(rule.family for rule in library.rules.values())
    for family in families:
        lines += screen.heading(_(FAMILIES.get(family, family)))
        for rule in library.rules.values():
            if rule.family == family:
                lines += screen.labelled(rule.id, _(rule.statement), column=COLUMN)
    return [*lines, "", *screen.wrapped(_("More about one:  runwright rule ID"))]


def rule_page(library: Library, name: str, screen: Screen) -> list[str]:
    """Return the page of a rule."""
    rule = library.rules[name]
    lines = screen.title(f"{rule.id}  {_(KINDS[rule.kind])}")
    lines += screen.wrapped(_(rule.statement))
    lines += ["", *screen.wrapped(_(rule.why_it_matters))]
    if firm := gives_way(rule):
        lines += screen.wrapped(firm)
    if rule.parameters:
        lines += screen.heading(_("Its numbers"))
        for number in rule.parameters:
            lines += _number(number, screen)
    lines += screen.heading(_("How sure we are"))
    sure = f"{rule.confidence}: {_(CONFIDENCE.get(rule.confidence, ''))}. {_(rule.evidence_note)}"
    lines += screen.wrapped(sure, "  ")
    lines += _sources(library, rule, screen)
    lines += _articles(library, rule, screen)
    return [*lines, *_protocols(library, rule, screen)]


def _number(number: Parameter, screen: Screen) -> list[str]:
    text = f"{number_value(number)}  {support_words(number.support)}"
    return screen.labelled(number_name(number), text, column=26)


def _sources(library: Library, rule: RuleEntry, screen: Screen) -> list[str]:
    if not rule.sources:
        return []
    lines = screen.heading(_("Sources (runwright source KEY tells what they found)"))
    for key in rule.sources:
        lines += screen.labelled(key, short_citation(library.sources[key]), column=20)
    return lines


def _articles(library: Library, rule: RuleEntry, screen: Screen) -> list[str]:
    if not rule.articles:
        return []
    lines = screen.heading(_("From the articles"))
    return lines + screen.bullets(
        "{} ({})".format(*article_words(library, slug)) for slug in rule.articles
    )


def _protocols(library: Library, rule: RuleEntry, screen: Screen) -> list[str]:
    own = [
        _("{protocol}: {numbers}").format(
            protocol=protocol.id,
            numbers=", ".join(
                f"{_(spaced(name))} {value_words(value)}" for name, value in numbers.items()
            ),
        )
        for protocol in library.protocols.values()
        if (numbers := protocol.rule_parameters.get(rule.id))
    ]
    return [*screen.heading(_("Other numbers in a protocol")), *screen.bullets(own)] if own else []


def rule_answer(library: Library, name: str) -> Mapping[str, Any]:
    """Return the answer of `runwright rule ID --json`."""
    rule = library.rules[name]
    return {
        "id": rule.id,
        "family": rule.family,
        "kind": rule.kind.value,
        "says": rule.statement,
        "why_it_matters": rule.why_it_matters,
        "evidence_note": rule.evidence_note,
        "confidence": rule.confidence,
        "weight": rule.weight,
        "relax_order": rule.relax_order,
        "numbers": [
            {
                "name": number.name,
                "value": plain(number.value),
                "unit": number.unit,
                "rests_on": plain(number.support),
            }
            for number in rule.parameters
        ],
        "sources": plain(rule.sources),
        "articles": plain(rule.articles),
    }


def rules_answer(library: Library) -> Mapping[str, Any]:
    """Return the answer of `runwright rule --json`."""
    return {
        "rules": [
            {"id": rule.id, "family": rule.family, "kind": rule.kind.value, "says": rule.statement}
            for rule in library.rules.values()
        ]
    }
