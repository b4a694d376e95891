"""Rules on their pages: what one says, its numbers and where each comes from, how sure we are."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from runwright.domain.evidence import Parameter, RuleEntry
from runwright.domain.words import _
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
from runwright.formats.library_words.support import CONFIDENCE
from runwright.formats.plan_html.badges import Badge, badges_of
from runwright.formats.plan_words.dates import weekday_and_day
from runwright.knowledge.library import Library
from runwright.web.library.evidence import (
    Link,
    Row,
    article_links,
    basis_badge,
    source_links,
    source_rows,
)
from runwright.web.library.mine import Mine

DAYS_SHOWN = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule in a list."""

    id: str
    kind: str
    says: str
    badges: tuple[Badge, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Rules about one thing."""

    anchor: str
    name: str
    rules: tuple[RuleLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number of a rule, with what it rests on."""

    name: str
    value: str
    badge: Badge
    why: str
    links: tuple[Link, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """A day of the plan for which a rule gives a reason."""

    day: date
    says: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RulePage:
    """A rule."""

    id: str
    kind: str
    family: str
    family_anchor: str
    says: str
    badges: tuple[Badge, ...]
    matters: str
    gives_way: str
    numbers: tuple[Number, ...]
    sure: str
    evidence: str
    rows: tuple[Row, ...]
    articles: tuple[tuple[str, str], ...]
    protocols: tuple[tuple[str, str, str], ...]
    days: tuple[Spoken, ...]
    more_days: int
    tests: tuple[tuple[str, str], ...]


def families(library: Library) -> list[Family]:
    """Return all rules, by what they are about."""
    names = dict.fromkeys(rule.family for rule in library.rules.values())
    return [
        Family(
            anchor=f"f-{name}",
            name=_(FAMILIES.get(name, name)),
            rules=tuple(_line(one) for one in library.rules.values() if one.family == name),
        )
        for name in names
    ]


def _line(rule: RuleEntry) -> RuleLine:
    return RuleLine(
        id=rule.id, kind=_(KINDS[rule.kind]), says=_(rule.statement), badges=badges_of(rule)
    )


def rule_page(rule: RuleEntry, library: Library, mine: Mine) -> RulePage:
    """Return the page of a rule."""
    days = mine.days_of_rule(rule.id)
    keys = [*rule.sources, *(key for one in rule.parameters for key in one.support.sources)]
    return RulePage(
        id=rule.id,
        kind=_(KINDS[rule.kind]),
        family=_(FAMILIES.get(rule.family, rule.family)).partition(":")[0],
        family_anchor=f"f-{rule.family}",
        says=_(rule.statement),
        badges=badges_of(rule),
        matters=_(rule.why_it_matters),
        gives_way=gives_way(rule),
        numbers=tuple(_number(one, library) for one in rule.parameters),
        sure=_(CONFIDENCE.get(rule.confidence, "")),
        evidence=_(rule.evidence_note),
        rows=source_rows(library, keys),
        articles=tuple(article_words(library, slug) for slug in rule.articles),
        protocols=tuple(_protocols(rule, library)),
        days=tuple(Spoken(day=day, says=weekday_and_day(day)) for day in days[:DAYS_SHOWN]),
        more_days=max(0, len(days) - DAYS_SHOWN),
        tests=tuple((one.id, _(one.name)) for one in library.tests.values() if one.rule == rule.id),
    )


def _number(number: Parameter, library: Library) -> Number:
    support = number.support
    return Number(
        name=number_name(number),
        value=number_value(number),
        badge=basis_badge(support),
        why=_(support.why),
        links=(*source_links(library, support.sources), *article_links(library, support.articles)),
    )


def _protocols(rule: RuleEntry, library: Library) -> Iterator[tuple[str, str, str]]:
    """Return protocols with other numbers: id, name, numbers."""
    for protocol in library.protocols.values():
        numbers = protocol.rule_parameters.get(rule.id)
        if numbers:
            said = ", ".join(
                f"{_(spaced(name))} {value_words(value)}" for name, value in numbers.items()
            )
            yield protocol.id, _(protocol.name), said
