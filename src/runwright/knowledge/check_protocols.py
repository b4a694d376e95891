"""Protocols beyond their shape: every session a phase asks for can be filled, and only so."""

from collections.abc import Iterator

from runwright.knowledge.check_base import Base, Entry, Found
from runwright.knowledge.check_exercises import range_words
from runwright.knowledge.check_words import or_words, spoken, write_nearest
from runwright.knowledge.documents import Path
from runwright.knowledge.errors import FaultKind, KnowledgeFault

JUMPS = "jumps"  # filled by rule D20 from the jumps a runner may do, in every protocol
COUNTED = ("sets", "reps", "hold_s", "steps")


def protocol_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Faults of protocols."""
    for entry in base.entries("protocols", "", "id"):
        yield from _name_faults(entry)
    for entry in base.entries("protocols", "", "per_week", "minutes"):
        yield from _order_faults(entry)
    for entry in base.entries("protocols", "", "phases", "areas", "templates"):
        yield from _unfilled_faults(entry)
    for entry in base.entries("protocols", "", "areas"):
        yield from _area_faults(base, entry)
    for entry in base.entries("protocols", "", "templates"):
        yield from _template_faults(base, entry)
    for entry in base.entries("protocols", "", "rule_parameters"):
        yield from _parameter_faults(base, entry)


def _fault(entry: Found, path: Path, *, expected: str, got: str, do: str) -> KnowledgeFault:
    return entry.document.fault(FaultKind.PROTOCOL, path, expected=expected, got=got, do=do)


def _name_faults(entry: Found) -> Iterator[KnowledgeFault]:
    name = entry.document.name.partition("/")[2]
    if entry.value["id"] != name:
        yield _fault(
            entry,
            ("id",),
            expected=f"'{name}', the name of the file",
            got=spoken(entry.value["id"]),
            do=f"write '{name}', or rename the file",
        )


def _order_faults(entry: Found) -> Iterator[KnowledgeFault]:
    for field in ("per_week", "minutes"):
        words = range_words(entry.value[field])
        if words is not None:
            expected, got, do = words
            yield _fault(entry, (field,), expected=expected, got=got, do=do)


def _unfilled_faults(entry: Found) -> Iterator[KnowledgeFault]:
    """Kinds of session that a phase asks for and nothing fills, or that nothing asks for."""
    protocol = entry.value
    parts = [
        ((field, at), part)
        for field in ("areas", "templates")
        for at, part in enumerate(protocol.get(field) or ())
    ]
    filled = {kind for _, part in parts for kind in part["kinds"]} | {JUMPS}
    asked: set[str] = set()
    for phase, doses in protocol["phases"].items():
        for week in ("week", "deload"):
            for kind in doses[week] or ():
                asked.add(kind)
                if kind not in filled:
                    yield _fault(
                        entry,
                        ("phases", phase, week, kind),
                        expected=f"sessions that an area or a template fills, {_row(filled)}",
                        got=spoken(kind),
                        do=f"add '{kind}' to the kinds of an area or template",
                    )
    for path, part in parts:
        if not asked & set(part["kinds"]):
            yield _fault(
                entry,
                (*path, "kinds"),
                expected=f"a kind that some phase asks for, {_row(asked)}",
                got=_row(part["kinds"]),
                do=f"take '{part['id']}' out, or ask for it in a phase",
            )


def _row(kinds: set[str] | list[str]) -> str:
    return or_words(sorted(kinds)) if kinds else "none"


def _area_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    areas = entry.value.get("areas") or ()
    yield from _twice_faults(entry, "areas", [area["id"] for area in areas])
    for at, area in enumerate(areas):
        for number, name in enumerate(area.get("only") or ()):
            exercise = base.exercises.get(name)
            if exercise is not None and exercise["pattern"] not in area["patterns"]:
                yield _fault(
                    entry,
                    ("areas", at, "only", number),
                    expected=f"an exercise of {or_words(area['patterns'])}",
                    got=f"{spoken(name)} of {exercise['pattern']}",
                    do="name another, or add its pattern",
                )
        if base.is_whole("exercises") and not _is_covered(base, area):
            yield _fault(
                entry,
                ("areas", at, "role"),
                expected=f"a role of some exercise of {or_words(area['patterns'])}",
                got=spoken(area["role"]),
                do="name another role, or more patterns",
            )


def _is_covered(base: Base, area: Entry) -> bool:
    """Whether some exercise the area may take has the area's role."""
    return any(
        area["role"] in base.roles.get(name, ())
        for name, exercise in base.exercises.items()
        if exercise["pattern"] in area["patterns"] and name in (area.get("only") or (name,))
    )


def _template_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    templates = entry.value.get("templates") or ()
    yield from _twice_faults(entry, "templates", [one["id"] for one in templates])
    for at, template in enumerate(templates):
        for number, slot in enumerate(template["slots"]):
            path: Path = ("templates", at, "slots", number)
            for field in COUNTED:
                words = range_words(slot.get(field))
                if words is not None:
                    expected, got, do = words
                    yield _fault(entry, (*path, field), expected=expected, got=got, do=do)
            for name in slot["one_of"]:
                roles = base.roles.get(name, [slot["role"]])
                if slot["role"] not in roles:
                    yield _fault(
                        entry,
                        (*path, "role"),
                        expected=f"{or_words(roles)}, the roles of {name}",
                        got=spoken(slot["role"]),
                        do="write one of them, or add this one to the exercise",
                    )


def _twice_faults(entry: Found, field: str, ids: list[str]) -> Iterator[KnowledgeFault]:
    for at, one in enumerate(ids):
        if one in ids[:at]:
            yield _fault(
                entry,
                (field, at, "id"),
                expected="each id once",
                got=f"{spoken(one)} again",
                do="rename it",
            )


def _parameter_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    """Numbers a protocol sets differently: of a rule, never of a gate, and of the same kind."""
    for rule, numbers in (entry.value.get("rule_parameters") or {}).items():
        known = base.parameters.get(rule)
        if known is None or rule in base.gates:
            yield _fault(
                entry,
                ("rule_parameters", rule),
                expected="a rule that is no gate",
                got=spoken(rule),
                do=_other_rule(base, rule),
            )
            continue
        for name, value in numbers.items():
            if name not in known:
                expected = f"a parameter of rule {rule}"
                do = write_nearest(name, tuple(known)) or f"write {_row(list(known))}"
                got = spoken(name)
            elif not _alike(value, known[name]):
                expected = f"a value like the rule's own, {spoken(known[name])}"
                do, got = "write one of its kind", spoken(value)
            else:
                continue
            path = ("rule_parameters", rule, name)
            yield _fault(entry, path, expected=expected, got=got, do=do)


def _other_rule(base: Base, rule: str) -> str:
    if rule in base.gates:
        return "take it out, gates are the same in every protocol"
    return write_nearest(rule, tuple(base.parameters)) or "take it out"


def _alike(value: object, own: object) -> bool:
    """Whether two values are both whole numbers, both text, both lists as long, and so on."""
    if isinstance(own, bool) or isinstance(value, bool):
        return isinstance(own, bool) and isinstance(value, bool)
    if isinstance(own, float):
        return isinstance(value, int | float)
    if isinstance(own, list) and isinstance(value, list):
        return len(own) == len(value) and all(map(_alike, value, own))
    return type(value) is type(own)
