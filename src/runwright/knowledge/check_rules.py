"""Rules beyond their shape: their file, their weight, what may give way, places in texts."""

from collections.abc import Iterator, Mapping
from string import Formatter
from typing import Any

from runwright.domain.evidence import SHARE_NAME, SHARE_UNIT
from runwright.knowledge.check_base import EVERY, Base, Found
from runwright.knowledge.check_words import and_words, or_words, spoken, write_nearest
from runwright.knowledge.errors import FaultKind, KnowledgeFault

# Which file a rule belongs in: its family, by the letter of its id.
FAMILIES = {
    "A": "assessment",
    "D": "dose",
    "G": "gates",
    "L": "load",
    "P": "progression",
    "S": "schedule",
    "W": "warmup",
}


def rule_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Faults of rules; `check_support` has what their numbers rest on."""
    for entry in base.entries("rules", EVERY, "id", "kind"):
        yield from _family_faults(entry)
    for entry in base.entries("rules", EVERY, "kind", "weight"):
        yield from _weight_faults(entry)
    for entry in base.entries("rules", EVERY, "kind", "relax_order", "relax_note"):
        yield from _relax_faults(entry)
    for entry in base.entries("rules", EVERY, "says", "parameters"):
        yield from _statement_faults(entry)
    for kind, pattern in (("rules", "*.parameters.*"), ("training", EVERY)):
        for found in base.entries(kind, pattern, "value", "unit"):
            yield from _share_faults(found)
    yield from _relax_price_faults(base)


def _family_faults(entry: Found) -> Iterator[KnowledgeFault]:
    family = FAMILIES[entry.value["id"][0]]
    if entry.document.name != f"rules/{family}":
        yield entry.document.fault(
            FaultKind.RULE,
            (*entry.path, "id"),
            expected=f"rules of {entry.document.file} only",
            got=spoken(entry.value["id"]),
            do=f"move it to rules/{family}.yaml",
        )


def _weight_faults(entry: Found) -> Iterator[KnowledgeFault]:
    if entry.value["kind"] == "soft" and entry.value["weight"] is None:
        yield entry.document.fault(
            FaultKind.RULE,
            (*entry.path, "weight"),
            expected="1 to 10 for a soft rule",
            got="nothing",
            do="say how much it counts, 10 for most",
        )


def _relax_faults(entry: Found) -> Iterator[KnowledgeFault]:
    rule, path = entry.value, entry.path
    order = rule.get("relax_order")
    if order is None:
        return
    protects = entry.document.name == f"rules/{FAMILIES['G']}"
    if protects or rule["kind"] not in {"hard", "soft"}:
        what = "a rule that guards health" if protects else f"a rule of kind {rule['kind']}"
        yield entry.document.fault(
            FaultKind.RULE,
            (*path, "relax_order"),
            expected=f"no relax_order on {what}, it never gives way",
            got=spoken(order),
            do="take it out",
        )
    if not rule.get("relax_note"):
        yield entry.document.fault(
            FaultKind.RULE,
            (*path, "relax_note"),
            expected="words on what gives way and what does not",
            got="nothing",
            do="add 'relax_note'",
        )


def _share_faults(found: Found) -> Iterator[KnowledgeFault]:
    """Shares that are no parts of 1: 50 where 0.5 is meant."""
    value, name = found.value["value"], f"{found.path[-1]}"
    parts = value if isinstance(value, list) else [value]
    numbers = [part for part in parts if isinstance(part, int | float)]
    is_share = found.value["unit"] == SHARE_UNIT or SHARE_NAME.search(name) is not None
    if is_share and numbers and not all(0 <= number <= 1 for number in numbers):
        yield found.document.fault(
            FaultKind.RULE,
            (*found.path, "value"),
            expected="a part of 1 under this name",
            got=and_words(f"{number}" for number in numbers),
            do="write 0.5 for 50 %, or rename the parameter",
        )


def _relax_price_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Two rules of one order, and orders the planner has no price for."""
    prices: frozenset[str] = frozenset()
    for found in base.found("weights", "relaxed_rule.value"):
        prices = frozenset(found.value)
    first: dict[int, str] = {}
    for entry in base.entries("rules", EVERY, "id", "relax_order"):
        order = entry.value.get("relax_order")
        if order is None:
            continue
        other = first.setdefault(order, entry.value["id"])
        if other != entry.value["id"]:
            expected, do = "an order of its own", f"renumber it, {other} has this one"
        elif prices and str(order) not in prices:
            expected = f"an order with a price, {or_words(sorted(prices))}"
            do = f"add {order} to relaxed_rule in weights.yaml"
        else:
            continue
        path = (*entry.path, "relax_order")
        yield entry.document.fault(
            FaultKind.RULE, path, expected=expected, got=spoken(order), do=do
        )


def _statement_faults(entry: Found) -> Iterator[KnowledgeFault]:
    """Places of `says`, which hold spoken numbers, so that they take no format."""
    names = tuple(entry.value["parameters"])
    for expected, got, do in place_words(entry.value["says"], dict.fromkeys(names, "")):
        yield entry.document.fault(
            FaultKind.PLACE, (*entry.path, "says"), expected=expected, got=got, do=do
        )


def place_words(text: str, values: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """What is wrong with the ``{places}`` of a text: expected, got, what to do."""
    try:
        places = [(name, how) for _, name, how, _ in Formatter().parse(text) if name is not None]
    except ValueError as error:
        yield "braces in pairs", f"{error}", "close or double the brace"
        return
    for name, how in places:
        if name not in values:
            known = and_words(values) if values else "no parameter"
            do = write_nearest(name, tuple(values)) or "add the parameter, or take the place out"
            yield f"a parameter of the rule ({known})", f"{{{name}}}", do
        elif how and not _can_be_said(values[name], how):
            yield f"{{{name}}}", f"{{{name}:{how}}}", "take the format out"


def _can_be_said(value: object, how: str) -> bool:
    if isinstance(value, str):
        return False
    try:
        format(value, how)
    except (TypeError, ValueError):
        return False
    return True
