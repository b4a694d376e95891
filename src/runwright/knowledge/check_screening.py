"""Home tests and safety questions beyond their shape: whole norm tables, questions that fit."""

from collections.abc import Iterator
from itertools import pairwise
from typing import Any

from runwright.knowledge.check_base import EVERY, Base, Entry, Found
from runwright.knowledge.check_rules import place_words
from runwright.knowledge.check_words import and_words, or_words, spoken, write_nearest
from runwright.knowledge.documents import Path
from runwright.knowledge.errors import FaultKind, KnowledgeFault

SEXES = ("woman", "man")
OLDEST = 150  # stands for "and over": above any age
SAID = ("asks", "says", "opens_when")


def screening_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Faults of home tests, safety questions and the regions they are asked about."""
    for entry in base.entries("tests", EVERY, "norms", "lowest", "highest"):
        yield from _limit_faults(entry)
        for at, table in enumerate(entry.value["norms"]):
            yield from _norm_faults(entry, at, table)
    for entry in base.entries("tests", EVERY, "group", "rule", "needs", "display_only"):
        yield from _group_faults(base, entry)
    for entry in base.entries("tests", EVERY, "display_only", "may_influence", "start"):
        yield from _influence_faults(entry)
    for entry in base.entries("safety", "questions.*", "rule", *SAID):
        yield from _said_faults(base, entry)
    yield from _opening_faults(base)
    yield from _bone_faults(base)


def _fault(entry: Found, path: Path, *, expected: str, got: str, do: str) -> KnowledgeFault:
    kind = FaultKind.HOME_TEST if entry.document.kind == "tests" else FaultKind.QUESTION
    where = (*entry.path, *path)
    return entry.document.fault(kind, where, expected=expected, got=got, do=do)


def _limit_faults(entry: Found) -> Iterator[KnowledgeFault]:
    lowest, highest = entry.value["lowest"], entry.value["highest"]
    if lowest is not None and highest is not None and lowest >= highest:
        yield _fault(
            entry,
            ("highest",),
            expected=f"more than lowest, {lowest}",
            got=spoken(highest),
            do="correct one of the two",
        )
    low = lowest if lowest is not None else float("-inf")
    high = highest if highest is not None else float("inf")
    for at, table in enumerate(entry.value["norms"]):
        for number, row in enumerate(table["rows"]):
            if not low <= row["value"] <= high:
                yield _fault(
                    entry,
                    ("norms", at, "rows", number, "value"),
                    expected="a value inside lowest and highest of the test",
                    got=spoken(row["value"]),
                    do="correct the value or the limits",
                )


def _norm_faults(entry: Found, at: int, table: Entry) -> Iterator[KnowledgeFault]:
    """Both sexes have a row at every age from the first to the last, and one only."""
    path: Path = ("norms", at, "rows")
    spans = {sex: _spans(table["rows"], sex) for sex in SEXES}
    for sex, rows in spans.items():
        if not rows:
            yield _fault(
                entry,
                path,
                expected=f"rows for a {sex} too",
                got="none",
                do=f"add rows with sex: {sex}, or write sex: null",
            )
        for (_, until), (start, _) in pairwise(rows):
            if start != until + 1:
                what = "overlap" if start <= until else "leave a gap"
                yield _fault(
                    entry,
                    path,
                    expected=f"the next row for a {sex} to start at {until + 1}",
                    got=f"rows that {what}, {start}",
                    do="make from_age follow to_age of the row before",
                )
    woman, man = spans["woman"], spans["man"]
    if woman and man and (woman[0][0], woman[-1][1]) != (man[0][0], man[-1][1]):
        yield _fault(
            entry,
            path,
            expected="the same ages for women and men",
            got=f"{_ages(woman)} and {_ages(man)}",
            do="add the rows that are missing",
        )


def _spans(rows: list[dict[str, Any]], sex: str) -> list[tuple[int, int]]:
    return sorted(
        (
            row["from_age"] if row["from_age"] is not None else 0,
            row["to_age"] if row["to_age"] is not None else OLDEST,
        )
        for row in rows
        if row["sex"] in {None, sex}
    )


def _ages(spans: list[tuple[int, int]]) -> str:
    oldest = spans[-1][1]
    return f"{spans[0][0]} to {'any age' if oldest == OLDEST else oldest}"


def _group_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    test, needs = entry.value, entry.value.get("needs")
    if (test["group"] == "display") is not test["display_only"]:
        shown = test["group"] == "display"
        yield _fault(
            entry,
            ("display_only",),
            expected=f"{spoken(shown)} in group {test['group']}",
            got=spoken(test["display_only"]),
            do=f"write {spoken(shown)}, or change the group",
        )
    if (test["group"] == "postpartum") is not (needs is not None):
        yield _fault(
            entry,
            ("needs",),
            expected="a parameter in group postpartum and in no other",
            got=spoken(needs),
            do="add 'needs'" if needs is None else "take it out, or change the group",
        )
    known = base.parameters.get(test["rule"])
    if needs is not None and known is not None and needs not in known:
        yield _fault(
            entry,
            ("needs",),
            expected=f"a parameter of rule {test['rule']}",
            got=spoken(needs),
            do=write_nearest(needs, tuple(known)) or f"write {or_words(known)}",
        )


def _influence_faults(entry: Found) -> Iterator[KnowledgeFault]:
    influence, start = entry.value["may_influence"], entry.value["start"]
    if entry.value["display_only"] and (influence["rules"] or influence["patterns"] or start):
        yield _fault(
            entry,
            ("may_influence",),
            expected="nothing from a test that is only shown",
            got=and_words([*influence["rules"], *influence["patterns"]] or ["a start"]),
            do="empty both lists and start, or write display_only: false",
        )
    if start is not None and not influence["patterns"]:
        yield _fault(
            entry,
            ("may_influence", "patterns"),
            expected="the patterns whose ladders start lower",
            got="none",
            do="name them, or write start: null",
        )


def _said_faults(base: Base, entry: Found) -> Iterator[KnowledgeFault]:
    values = base.parameters.get(entry.value["rule"])
    if values is None:
        return
    for field in SAID:
        for expected, got, do in place_words(entry.value.get(field, ""), values):
            yield entry.document.fault(
                FaultKind.PLACE, (*entry.path, field), expected=expected, got=got, do=do
            )


def _opening_faults(base: Base) -> Iterator[KnowledgeFault]:
    """An opener opens closing answers of its own rule."""
    questions = {
        one.value["id"]: one.value
        for one in base.entries("safety", "questions.*", "id", "rule", "use")
    }
    for entry in base.entries("safety", "questions.*", "id", "rule", "use", "opens"):
        for at, opened in enumerate(entry.value.get("opens") or ()):
            other = questions.get(opened)
            if other is None:
                continue
            if other["use"] != "closes" or other["rule"] != entry.value["rule"]:
                yield _fault(
                    entry,
                    ("opens", at),
                    expected=f"a question of rule {entry.value['rule']} that closes",
                    got=f"{spoken(opened)}, which {other['use']} under {other['rule']}",
                    do="name the question whose answer this one takes back",
                )


def _bone_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Rule G03 and the regions agree on the places of bone that need a doctor first."""
    sites = {
        one.value["id"]: one
        for one in base.entries("regions", EVERY, "id", "tissue", "high_risk_bone_site")
    }
    listed = base.parameters.get("G03", {}).get("high_risk_sites")
    for region, entry in sites.items():
        is_site = entry.value["high_risk_bone_site"]
        if is_site and entry.value["tissue"] != "bone":
            yield _fault(
                entry,
                ("high_risk_bone_site",),
                expected=f"false for tissue {entry.value['tissue']}",
                got="true",
                do="correct one of the two",
            )
        if isinstance(listed, list) and is_site is not (region in listed):
            yield _fault(
                entry,
                ("high_risk_bone_site",),
                expected=f"{spoken(region in listed)}, as high_risk_sites of rule G03 has it",
                got=spoken(is_site),
                do="make the two agree",
            )
