"""Closed gates put together from answers: effects, words, and what would open them."""

from collections.abc import Iterable

from runwright.domain.home_test import SafetyQuestion
from runwright.domain.said import together
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.words import _
from runwright.screening.answers import closing_questions, filled
from runwright.screening.subject import Subject


def gate_of(
    seen: Subject, effects: Iterable[GateEffect], questions: tuple[SafetyQuestion, ...]
) -> Gate | None:
    """Gate that these answers keep closed; None where there are none."""
    if not questions:
        return None
    rule = questions[0].rule
    parameters = seen.rules[rule]
    return Gate(
        rule=rule,
        effects=frozenset(effects),
        says=sentences(filled(_(one.says), parameters) for one in questions),
        opens_when=conditions(filled(_(one.opens_when), parameters) for one in questions),
        urgent=any(one.urgent for one in questions),
        refers=any(one.refers for one in questions),
    )


def gate_of_answers(seen: Subject, rule: str, effects: Iterable[GateEffect]) -> Gate | None:
    """Gate of a rule that its answers alone decide; None while it is open."""
    return gate_of(seen, effects, closing_questions(seen, rule))


def sentences(parts: Iterable[str]) -> str:
    """Return the sentences one after the other, each once."""
    return together(parts)


def conditions(parts: Iterable[str]) -> str:
    """Return the conditions as a list in one line, each once."""
    return together(parts, "; ")
