"""The page of rules: each with its numbers, how they are known, and what may give way."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from inspect import getsourcefile
from pathlib import Path
from typing import Any

from runwright.domain.evidence import Basis, Parameter, RuleEntry, RuleKind
from runwright.knowledge.build import frozen, support_of
from runwright.rules import audit
from runwright.rules.registry import Declared, Window, declared
from tools.reference.knowledge import (
    BASIS_WORDS,
    Known,
    head,
    sources_words,
    spoken,
    statements_words,
    support_words,
)
from tools.reference.markdown import anchor, bullets, code, link, paragraph, table

FAMILIES = {
    "schedule": "Schedule: which day, how far from which run",
    "dose": "Dose: how much, how heavy, which exercises",
    "progression": "Progression: when it gets harder",
    "load": "Load: running and recovery",
    "warmup": "Warm-up, mobility and stretching",
    "assessment": "Home tests",
    "gates": "Safety gates",
}
KINDS = {
    RuleKind.HARD: "A plan of ours never breaks it, unless it may give way; then the plan says so.",
    RuleKind.SOFT: "A preference. It costs points, and the plan with the fewest points wins.",
    RuleKind.GATE: "Closes a part of the plan until an answer, a test or time opens it.",
    RuleKind.PROGRESSION: "Says when and by how much the next dose changes.",
    RuleKind.INFO: "Shown to you. Changes nothing.",
}
CONFIDENCE = {
    "A": "good evidence in runners",
    "B": "trials or cohorts, or strong evidence in other people",
    "C": "laboratory work, consensus or guideline",
    "D": "coach default: ours",
}
WINDOWS = {
    Window.DAY: "one day",
    Window.NEARBY: "two days, one or two nights apart",
    Window.WEEKDAY: "the same weekday in two weeks",
    Window.WEEK: "a week, counted up",
    Window.RUN: "a run and what was run before it",
    Window.BLOCKS: "the small blocks of a day",
    Window.SESSION: "a session",
    Window.SESSION_WEEK: "the sessions of a week",
    Window.SEASON: "the whole season",
}
ROOT = Path(audit.__file__).resolve().parents[3]  # importing the audit declares all rules


def page(known: Known) -> list[str]:
    """Lines of the page."""
    library = known.library
    lines = head(
        "Rules",
        library,
        f"All {len(library.rules)} rules: what each says with its numbers, how firm it is, and "
        'where every number comes from. A plan, an audit and every "why" use these and no others.',
    )
    lines += _how_to_read(known)
    for family, heading in FAMILIES.items():
        rules = [rule for rule in library.rules.values() if rule.family == family]
        lines += [f"## {heading}", ""]
        for rule in rules:
            lines += _rule(rule)
    lines += _points(known)
    return [*lines, *_numbers(known)]


def _how_to_read(known: Known) -> list[str]:
    rules = known.library.rules.values()
    kinds = Counter(rule.kind for rule in rules)
    bases = Counter(one.support.basis for rule in rules for one in rule.parameters)
    numbers = sum(bases.values())
    signed = known.files["version"]["signed_off_by_clinician"]
    lines = ["## How to read it", ""]
    lines += table(
        ("kind", "rules", "what it does"),
        [(kind.value, str(kinds[kind]), says) for kind, says in KINDS.items()],
    )
    lines += table(
        ("confidence", "in the statement"),
        list(CONFIDENCE.items()),
    )
    lines += [
        f"The rules carry {numbers} numbers. How each is known stands beside it: "
        + ", ".join(f"{bases[basis]} {BASIS_WORDS[basis]}" for basis in Basis)
        + ". A coach default is ours: nobody tested it, and `why` says what we thought.",
        "",
        (
            'A rule with a function ("judged by") is checked in every plan and every audit. The '
            "others speak elsewhere: gates and tests when you are screened, doses and phases when "
            "a session is written, and what follows a session once a diary tells how it went."
        ),
        "",
        "A clinician has signed these rules off."
        if signed
        else "**No clinician has signed these rules off yet.** "
        + link("Safety", "../explanation/safety.md")
        + " says what that means.",
        "",
    ]
    return lines + _contents(rules)


def _contents(rules: Iterable[RuleEntry]) -> list[str]:
    return table(
        ("rule", "kind", "confidence", "says"),
        [
            (link(rule.id, f"#{rule.id}"), rule.kind.value, rule.confidence, rule.statement)
            for rule in sorted(rules, key=lambda one: list(FAMILIES).index(one.family))
        ],
    )


def _rule(rule: RuleEntry) -> list[str]:
    lines = [anchor(rule.id), "", f"### {rule.id}", "", f"**{rule.statement}**", ""]
    lines += [_firmness(rule), ""]
    lines += paragraph(f"{rule.why_it_matters} {rule.evidence_note}".strip())
    lines += table(
        ("number", "value", "unit", "how it is known"),
        [_number(parameter) for parameter in rule.parameters],
    )
    return lines + bullets(_behind(rule))


def _firmness(rule: RuleEntry) -> str:
    parts = [rule.kind.value, f"confidence {rule.confidence}"]
    if rule.weight is not None:
        parts.append(f"weight {rule.weight} of 10")
    if rule.relax_order is not None:
        parts.append(f"may give way, as number {rule.relax_order}. {rule.relax_note}")
    elif rule.kind is RuleKind.HARD:
        parts.append("never gives way")
    return " · ".join(parts)


def _number(parameter: Parameter) -> tuple[str, str, str, str]:
    shown = (
        parameter.spoken
        if parameter.is_share and not isinstance(parameter.value, dict)
        else spoken(parameter.value)
    )
    return code(parameter.name), shown, parameter.unit, support_words(parameter.support)


def _behind(rule: RuleEntry) -> Iterator[str]:
    if rule.sources:
        yield f"Sources: {sources_words(rule.sources)}"
    if rule.articles:
        yield f"Articles: {statements_words(rule.articles)}"
    for one in sorted(declared(), key=lambda one: one.function.__name__):
        if one.id == rule.id:
            yield f"Judged by {_function(one)}"
    yield f"Since knowledge base {rule.since}"


def _function(one: Declared) -> str:
    file = Path(getsourcefile(one.function) or "").resolve().relative_to(ROOT).as_posix()
    return f"{link(code(one.function.__name__), f'../../{file}')}, looking at {WINDOWS[one.window]}"


def _points(known: Known) -> list[str]:
    """The weights of the planner, as a table."""
    return [
        anchor("points"),
        "",
        "## Points: what the planner weighs",
        "",
        (
            "Where rules only prefer, a plan pays points, and the plan that pays least wins. Read "
            "the numbers against each other: rather move a session than miss it, rather let a rule "
            "give way than miss a heavy session, rather miss it than lift the day before a race."
        ),
        "",
        *table(
            ("weight", "points", "how it is known"),
            [_entry(name, entry) for name, entry in known.library.weights.items()],
        ),
    ]


def _numbers(known: Known) -> list[str]:
    """The numbers that read past running, as a table."""
    return [
        anchor("reading-past-runs"),
        "",
        "## Numbers that read your past runs",
        "",
        (
            "With these Runwright finds your typical week in your files, tells a hard run from an "
            "easy one, and carries your running forward where you gave no run plan."
        ),
        "",
        *table(
            ("number", "value", "unit", "how it is known"),
            [
                (name, shown, entry["unit"], basis)
                for raw, entry in known.library.training.items()
                for name, shown, basis in [_entry(raw, entry)]
            ],
        ),
    ]


def _entry(name: str, entry: Mapping[str, Any]) -> tuple[str, str, str]:
    return code(name), spoken(frozen(entry["value"])), support_words(support_of(entry))
