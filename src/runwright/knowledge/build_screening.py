"""From checked YAML data to home tests and safety questions."""

from collections.abc import Iterable, Mapping
from typing import Any

from runwright.domain.evidence import Verification
from runwright.domain.exercise import Sides
from runwright.domain.home_test import (
    AnswerUse,
    Asked,
    Better,
    HomeTest,
    LowStart,
    MeasurementError,
    NormKind,
    NormRow,
    NormTable,
    SafetyQuestion,
    TestGroup,
    TestUnit,
)
from runwright.domain.runner import Sex
from runwright.knowledge.build import support_of

Entry = Mapping[str, Any]


def tests_of(entries: Iterable[Entry]) -> tuple[HomeTest, ...]:
    """Return the home tests of ``tests.yaml``."""
    return tuple(_test(entry) for entry in entries)


def questions_of(entry: Entry) -> tuple[SafetyQuestion, ...]:
    """Return the safety questions of ``safety.yaml``."""
    return tuple(_question(one) for one in entry["questions"])


def _test(entry: Entry) -> HomeTest:
    influences, start = entry["may_influence"], entry["start"]
    return HomeTest(
        id=entry["id"],
        name=entry["name"],
        group=TestGroup(entry["group"]),
        rule=entry["rule"],
        needs=entry.get("needs"),
        protocol=tuple(entry["protocol"]),
        equipment=tuple(entry["equipment"]),
        unit=TestUnit(entry["unit"]),
        sides=Sides(entry["sides"]),
        better=Better(entry["better"]),
        lowest=entry["lowest"],
        highest=entry["highest"],
        repetitions=entry["repetitions"],
        norms=tuple(_norms(table) for table in entry["norms"]),
        error=_error(entry["error"]),
        start=LowStart(rungs=start["rungs"], support=support_of(start["support"]))
        if start
        else None,
        influences_rules=tuple(influences["rules"]),
        influences_patterns=tuple(influences["patterns"]),
        display_only=entry["display_only"],
        safety=entry["safety"],
        minutes=entry["minutes"],
        note=entry["note"] or "",
    )


def _norms(entry: Entry) -> NormTable:
    return NormTable(
        kind=NormKind(entry["kind"]),
        rows=tuple(_row(row) for row in entry["rows"]),
        support=support_of(entry["support"]),
        verification=_seen(entry["verification"]),
        note=entry["note"] or "",
    )


def _row(entry: Entry) -> NormRow:
    sex = entry["sex"]
    return NormRow(
        value=entry["value"],
        from_age=entry["from_age"],
        to_age=entry["to_age"],
        sex=Sex(sex) if sex is not None else None,
        sd=entry.get("sd"),
    )


def _error(entry: Entry) -> MeasurementError:
    return MeasurementError(
        sem=entry["sem"],
        mdc95=entry["mdc95"],
        support=support_of(entry["support"]),
        verification=_seen(entry["verification"]),
        note=entry["note"] or "",
    )


def _seen(verification: str | None) -> Verification | None:
    return Verification(verification) if verification is not None else None


def _question(entry: Entry) -> SafetyQuestion:
    return SafetyQuestion(
        id=entry["id"],
        rule=entry["rule"],
        use=AnswerUse(entry["use"]),
        asks=entry["asks"],
        asked=Asked(entry["asked"]),
        support=support_of(entry["support"]),
        closing=entry.get("closing"),
        says=entry.get("says") or "",
        opens_when=entry.get("opens_when") or "",
        urgent=entry.get("urgent", False),
        refers=entry.get("refers", False),
        required=entry.get("required", True),
        to_age=entry.get("to_age"),
        opens=tuple(entry.get("opens") or ()),
        not_for=tuple(entry.get("not_for") or ()),
    )
