"""From checked YAML data to frozen domain values; assumes the schemas hold."""

from collections.abc import Iterable, Mapping
from typing import Any

from runwright.domain.evidence import (
    Article,
    ArticleStatement,
    Basis,
    Claim,
    Parameter,
    Region,
    RuleEntry,
    RuleKind,
    Source,
    Support,
    Tissue,
    Value,
    Verification,
)
from runwright.domain.exercise import (
    DoseKind,
    DoseRange,
    Exercise,
    Fault,
    Ladder,
    PainTag,
    Role,
    Sides,
    Stretch,
)

Entry = Mapping[str, Any]


def frozen(value: Any) -> Value:  # noqa: ANN401  # YAML can hold anything
    """Return a YAML value with lists as tuples, all the way down."""
    if isinstance(value, list):
        return tuple(frozen(part) for part in value)
    if isinstance(value, dict):
        return {str(key): frozen(part) for key, part in value.items()}
    return value  # type: ignore[no-any-return]  # a YAML scalar


def support_of(entry: Entry) -> Support:
    """Return what a number or dose rests on."""
    return Support(
        basis=Basis(entry["basis"]),
        sources=tuple(entry.get("sources") or ()),
        articles=tuple(entry.get("articles") or ()),
        why=entry.get("why") or "",
    )


def source_of(entry: Entry) -> Source:
    """Return a source."""
    return Source(
        key=entry["key"],
        verification=Verification(entry["verification"]),
        citation=entry["citation"],
        doi=entry["doi"],
        page_seen=entry["page_seen"] or "",
        finding=entry["finding"],
        population=entry["population"] or "",
        strength=entry["strength"] or "",
        caveat=entry["caveat"],
        section=entry["section"],
    )


def rule_of(entry: Entry, *, family: str) -> RuleEntry:
    """Return a rule of the family its file is named after."""
    return RuleEntry(
        id=entry["id"],
        family=family,
        says=entry["says"],
        kind=RuleKind(entry["kind"]),
        weight=entry.get("weight"),
        relax_order=entry.get("relax_order"),
        relax_note=entry.get("relax_note") or "",
        confidence=entry["confidence"],
        parameters=tuple(
            Parameter(
                name=name,
                value=frozen(number["value"]),
                unit=number.get("unit") or "",
                support=support_of(number),
            )
            for name, number in (entry.get("parameters") or {}).items()
        ),
        why_it_matters=entry["why_it_matters"],
        evidence_note=entry.get("evidence_note") or "",
        sources=tuple(entry.get("sources") or ()),
        articles=tuple(entry.get("articles") or ()),
        since=entry["since"],
    )


def _pair(value: list[int] | None) -> tuple[int, int] | None:
    return (value[0], value[1]) if value is not None else None


def _tags(entries: Iterable[Entry] | None) -> tuple[PainTag, ...]:
    return tuple(PainTag(region=one["region"], note=one.get("note") or "") for one in entries or ())


def _dose(entry: Entry) -> DoseRange:
    return DoseRange(
        sets=(entry["sets"][0], entry["sets"][1]),
        reps=_pair(entry.get("reps")),
        hold_s=_pair(entry.get("hold_s")),
        distance_m=_pair(entry.get("distance_m")),
        steps=_pair(entry.get("steps")),
        contacts=_pair(entry.get("contacts")),
        rep_hold_s=entry.get("rep_hold_s"),
    )


def exercise_of(entry: Entry) -> Exercise:
    """Return an exercise."""
    conditions, pain, stretch = entry["conditions"], entry["pain"], entry.get("stretch")
    return Exercise(
        id=entry["id"],
        name=entry["name"],
        pattern=entry["pattern"],
        primary_muscles=tuple(entry["primary_muscles"]),
        secondary_muscles=tuple(entry.get("secondary_muscles") or ()),
        gluteal_tier_1=tuple(entry.get("gluteal_tier_1") or ()),
        equipment=tuple(frozenset(needed) for needed in entry["equipment"]),
        sides=Sides(entry["sides"]),
        dose_kind=DoseKind(entry["dose_kind"]),
        dose=_dose(entry["dose"]),
        dose_support=support_of(entry["dose_basis"]),
        tempo=entry["tempo"],
        level=entry["level"],
        achilles_load=entry["tissue_load"]["achilles"],
        patellofemoral_load=entry["tissue_load"]["patellofemoral"],
        avoid=_tags(pain.get("avoid")),
        caution=_tags(pain.get("caution")),
        good=_tags(pain.get("good")),
        avoid_conditions=frozenset(conditions.get("avoid") or ()),
        caution_conditions=frozenset(conditions.get("caution") or ()),
        good_conditions=frozenset(conditions.get("good") or ()),
        gates=tuple(entry.get("gates") or ()),
        easier=entry.get("easier"),
        roles=tuple(Role(role) for role in entry["roles"]),
        loadable=entry["loadable"],
        seconds_per_rep=entry.get("seconds_per_rep"),
        setup_s=entry["setup_s"],
        stretch=Stretch(muscles=tuple(stretch["muscles"]), hold_s=stretch["hold_s"])
        if stretch
        else None,
        sources=tuple(entry.get("sources") or ()),
        articles=tuple(entry.get("articles") or ()),
        cues=tuple(entry["cues"]),
        fault=Fault(what=entry["fault"]["what"], fix=entry["fault"]["fix"]),
        feel=entry["feel"],
    )


def ladder_of(entry: Entry) -> Ladder:
    """Return a ladder, or a set without order."""
    return Ladder(
        id=entry["id"],
        name=entry["name"],
        pattern=entry["pattern"],
        rungs=tuple(entry["rungs"]),
        is_set=entry.get("kind") == "set",
    )


def region_of(entry: Entry) -> Region:
    """Return a region that can hurt."""
    return Region(
        id=entry["id"],
        name=entry["name"],
        tissue=Tissue(entry["tissue"]),
        where=entry["where"],
        high_risk_bone_site=bool(entry.get("high_risk_bone_site")),
    )


def article_of(entry: Entry) -> Article:
    """Return an article."""
    return Article(
        id=entry["id"],
        title=entry["title"],
        author=entry["author"] or "",
        publisher=entry["publisher"] or "",
        date=entry.get("date"),
    )


def statement_of(entry: Entry) -> ArticleStatement:
    """Return a statement of an article."""
    return ArticleStatement(
        slug=entry["slug"],
        article=entry["article"],
        says=entry["says"],
        type=entry["type"],
        parameter=entry["parameter"] or "",
        encoded_in=tuple(entry.get("encoded_in") or ()),
        not_encoded_because=entry.get("not_encoded_because") or "",
    )


def claim_of(entry: Entry, *, may: bool) -> Claim:
    """Return a claim the product may, or may not, make."""
    return Claim(may=may, says=entry["says"], sources=tuple(entry.get("sources") or ()))
