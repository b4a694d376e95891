"""From a protocol's YAML to a frozen Protocol."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from runwright.domain.exercise import Role
from runwright.domain.protocol import (
    Area,
    Phase,
    PhaseDose,
    Protocol,
    SessionTemplate,
    Slot,
    WeekDose,
)
from runwright.domain.session import SessionKind
from runwright.knowledge.build import frozen, support_of

Entry = Mapping[str, Any]
# Counts that depend on the runner, as the domain has them.
SYMBOLS = {"per_week": -1, "maintenance": -2}


def _week(entry: Entry | None) -> WeekDose | None:
    if entry is None:
        return None
    return WeekDose(
        sessions=tuple((SessionKind(kind), _count(sessions)) for kind, sessions in entry.items())
    )


def _count(told: int | str) -> int:
    return told if isinstance(told, int) else SYMBOLS[told]


def _phase(entry: Entry) -> PhaseDose:
    week = _week(entry["week"])
    return PhaseDose(week=week or WeekDose(sessions=()), deload=_week(entry["deload"]))


def _area(entry: Entry) -> Area:
    return Area(
        id=entry["id"],
        name=entry["name"],
        patterns=tuple(entry["patterns"]),
        only=tuple(entry.get("only") or ()),
        role=Role(entry["role"]),
        group=entry["group"],
        priority=entry["priority"],
        again=entry["again"],
        every_weeks=entry["every_weeks"],
        kinds=tuple(SessionKind(kind) for kind in entry["kinds"]),
        lower_body=entry["lower_body"],
    )


def _pair(value: list[int] | None) -> tuple[int, int] | None:
    return (value[0], value[1]) if value is not None else None


def _slot(entry: Entry) -> Slot:
    return Slot(
        one_of=tuple(entry["one_of"]),
        role=Role(entry["role"]),
        support=support_of(entry),
        label=entry.get("label") or "",
        sets=_pair(entry.get("sets")),
        reps=_pair(entry.get("reps")),
        hold_s=_pair(entry.get("hold_s")),
        steps=_pair(entry.get("steps")),
        to_exhaustion=bool(entry.get("to_exhaustion")),
        optional=bool(entry.get("optional")),
        note=entry.get("note") or "",
    )


def _template(entry: Entry) -> SessionTemplate:
    return SessionTemplate(
        id=entry["id"],
        title=entry["title"],
        kinds=tuple(SessionKind(kind) for kind in entry["kinds"]),
        slots=tuple(_slot(slot) for slot in entry["slots"]),
    )


def protocol_of(entry: Entry) -> Protocol:
    """Return a protocol."""
    low, usual, high = entry["per_week"]
    shortest, minutes, longest = entry["minutes"]
    return Protocol(
        id=entry["id"],
        name=entry["name"],
        article=entry["article"],
        summary=entry["summary"],
        support=support_of(entry),
        per_week=(low, usual, high),
        minutes=(shortest, minutes, longest),
        phases=MappingProxyType({
            Phase(name): _phase(one) for name, one in entry["phases"].items()
        }),
        areas=tuple(_area(area) for area in entry.get("areas") or ()),
        templates=tuple(_template(one) for one in entry.get("templates") or ()),
        mobility=tuple(entry["mobility"]),
        warm_up=tuple(entry["warm_up"]),
        rule_parameters=MappingProxyType({
            rule: MappingProxyType({name: frozen(value) for name, value in numbers.items()})
            for rule, numbers in (entry.get("rule_parameters") or {}).items()
        }),
        progression=tuple(entry["progression"]),
        corrections=tuple((one["rule"], one["says"]) for one in entry.get("corrections") or ()),
    )
