"""The page of protocols and of the five articles they come from."""

from collections.abc import Iterator, Mapping
from typing import Any

from runwright.domain.evidence import Article
from runwright.domain.protocol import Phase, Protocol, SessionTemplate, Slot, WeekDose
from tools.reference.exercises import pattern_words
from tools.reference.knowledge import (
    Known,
    exercise_words,
    head,
    rules_words,
    spoken,
    support_words,
)
from tools.reference.markdown import anchor, between, bullets, code, link, paragraph, table

COUNTS = {-1: "as often as you train", -2: "as rule D02 says"}


def page(known: Known) -> list[str]:
    """Lines of the page."""
    library = known.library
    own = [one for one in library.protocols.values() if one.article is None]
    shown = [one for one in library.protocols.values() if one.article is not None]
    lines = head(
        "Protocols",
        library,
        f"The {len(library.protocols)} ways to train that Runwright can plan: its own, and one "
        "faithful to each of the five articles it grew from. A protocol is data; the same planner "
        "and the same rules run them all.",
    )
    lines += table(
        ("protocol", "from", "strength a week", "minutes"),
        [
            (
                link(one.name, f"#{one.id}"),
                "ours" if one.article is None else link(one.article, f"#{one.article}"),
                _range(one.per_week),
                _range(one.minutes),
            )
            for one in (*own, *shown)
        ],
    )
    for protocol in (*own, *shown):
        lines += _protocol(known, protocol)
    for article in library.articles.values():
        lines += _article(known, article)
    return lines


def _range(three: tuple[int, int, int]) -> str:
    low, usual, high = three
    return str(usual) if low == high else f"{usual} ({low} to {high})"


def _protocol(known: Known, protocol: Protocol) -> list[str]:
    lines = [anchor(protocol.id), "", f"## {protocol.name}", ""]
    lines += paragraph(protocol.summary.strip())
    lines += paragraph(f"How it is known: {support_words(protocol.support)}")
    lines += [f"Plan with it: `runwright plan --protocol {protocol.id}`.", ""]
    lines += table(
        ("phase", "a week asks for", "in a deload week"),
        [
            (
                phase.value,
                _dose(protocol.phases[phase].week),
                _deload(protocol.phases[phase].deload),
            )
            for phase in Phase
        ],
    )
    lines += _areas(protocol)
    for template in protocol.templates:
        lines += _template(known, template)
    return lines + bullets(_rest(known, protocol))


def _dose(week: WeekDose) -> str:
    return ", ".join(
        f"{kind.value.replace('_', ' ')}: {COUNTS.get(count, str(count))}"
        for kind, count in week.sessions
    )


def _deload(week: WeekDose | None) -> str:
    return "no deload" if week is None else _dose(week)


def _areas(protocol: Protocol) -> list[str]:
    if not protocol.areas:
        return []
    return [
        (
            "What a week covers. The planner picks the exercises; points say what a week loses "
            "without an area, and what a second slot is worth (all ours)."
        ),
        "",
        *table(
            ("area", "covered by", "place", "points", "again", "in sessions"),
            [
                (
                    area.name,
                    ", ".join(pattern_words(one) for one in area.patterns),
                    area.role.value.replace("_", " "),
                    str(area.priority),
                    str(area.again),
                    ", ".join(kind.value.replace("_", " ") for kind in area.kinds),
                )
                for area in protocol.areas
            ],
        ),
    ]


def _template(known: Known, template: SessionTemplate) -> list[str]:
    kinds = ", ".join(kind.value.replace("_", " ") for kind in template.kinds)
    labelled = any(slot.label for slot in template.slots)
    rows = [
        (slot.label, _exercises(known, slot), _slot_dose(slot), support_words(slot.support))
        for slot in template.slots
    ]
    first = 0 if labelled else 1
    return [
        f"**{template.title}** ({kinds})",
        "",
        *table(("", "exercise", "dose", "how it is known")[first:], [row[first:] for row in rows]),
    ]


def _exercises(known: Known, slot: Slot) -> str:
    names = " or ".join(exercise_words(known.library, one) for one in slot.one_of)
    marks = [
        words
        for words, holds in (
            ("if you like", slot.optional),
            ("as many as you can, where rule D08 allows", slot.to_exhaustion),
        )
        if holds
    ]
    said = f"{names} ({', '.join(marks)})" if marks else names
    return f"{said}. {slot.note}" if slot.note else said


def _slot_dose(slot: Slot) -> str:
    told = [
        f"{between(pair)}{unit}"
        for pair, unit in (
            (slot.sets, " sets"),
            (slot.reps, " reps"),
            (slot.hold_s, " s"),
            (slot.steps, " steps"),
        )
        if pair is not None
    ]
    return ", ".join(told) or "as the phase says"


def _rest(known: Known, protocol: Protocol) -> Iterator[str]:
    library = known.library
    yield "Mobility: " + ", ".join(exercise_words(library, one) for one in protocol.mobility)
    yield "Warm-up before runs: " + ", ".join(
        exercise_words(library, one) for one in protocol.warm_up
    )
    yield f"Gets harder by {rules_words(protocol.progression)}"
    for rule, numbers in protocol.rule_parameters.items():
        changed = ", ".join(f"{code(name)} {spoken(value)}" for name, value in numbers.items())
        yield f"Its own numbers for {rules_words([rule])}: {changed}"
    for rule, says in protocol.corrections:
        yield f"Corrected by {rules_words([rule])}: {says.strip()}"


def _article(known: Known, article: Article) -> list[str]:
    told = [part for part in (article.author, article.publisher, article.date) if part]
    lines = [anchor(article.id), "", f"## Article {article.id}: {article.title}", ""]
    lines += paragraph(", ".join(told))
    lines += ["What it says, in our words, and where it went:", ""]
    lines += table(
        ("statement", "says", "where it went"),
        [
            (
                f"{anchor(one.slug)}{code(one.slug)}",
                one.says,
                _went(one.encoded_in, one.not_encoded_because),
            )
            for one in known.library.statements.values()
            if one.article == article.id
        ],
    )
    lines += ["The exercises it names:", ""]
    return lines + table(
        ("named", "as", "dose given", "here"),
        [
            _shown(known, entry)
            for entry in known.files["articles"]["exercises"]
            if entry["article"] == article.id
        ],
    )


def _went(rules: tuple[str, ...], why_not: str) -> str:
    return rules_words(rules) if rules else f"nowhere: {why_not}"


def _shown(known: Known, entry: Mapping[str, Any]) -> tuple[str, str, str, str]:
    slug = entry["slug"]
    return (
        f"{anchor(slug)}{code(slug)}",
        entry["name"],
        entry["dose"] or "none",
        exercise_words(known.library, entry["exercise"]),
    )
