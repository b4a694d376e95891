"""Ids: each given once, and everything that is named exists."""

from collections.abc import Iterator, Mapping

from runwright.knowledge.check_base import EVERY, Base, Found
from runwright.knowledge.check_words import spoken, write_nearest
from runwright.knowledge.documents import file_words
from runwright.knowledge.errors import FaultKind, KnowledgeFault

# Where the ids of each thing are given: (kind of file, pattern). One thing, one set of ids.
GIVEN: Mapping[str, tuple[tuple[str, str], ...]] = {
    "source": (("sources", "*.key"),),
    "article": (("articles", "articles.*.id"),),
    "slug": (("articles", "rules.*.slug"), ("articles", "exercises.*.slug")),
    "rule": (("rules", "*.id"),),
    "exercise": (("exercises", "*.id"),),
    "ladder": (("ladders", "*.id"),),
    "home test": (("tests", "*.id"),),
    "question": (("safety", "questions.*.id"),),
    "protocol": (("protocols", "id"),),
    "region": (("regions", "*.id"),),
    "kit": (("kit", "*.id"),),
    "claim": (("claims", "may.*.id"), ("claims", "may_not.*.id")),
}
SAID = {"kit": "piece of kit", "slug": "slug of an article"}
# What an id can be asked to be, and the file to look in.
WHERE = {
    **{thing: places[0][0] for thing, places in GIVEN.items()},
    "pattern": "exercises",
    "gate": "rules",
    "claim we may make": "claims",
    "thing a home test needs": "kit",
}
HOP_SYMMETRY = "G16_hop_symmetry"  # the second half of G16, for jumps from its hard level on
TEST_THINGS = frozenset({"tape_measure", "timer", "phone", "metronome", "table"})


def _support(kind: str, pattern: str) -> tuple[tuple[str, str, str], ...]:
    before = f"{pattern}." if pattern else ""
    return (
        (kind, f"{before}sources.*", "source"),
        (kind, f"{before}articles.*", "slug"),
    )


# Where ids are named: kind of file, pattern, and what the id must be.
NAMED: tuple[tuple[str, str, str], ...] = (
    ("articles", "rules.*.article", "article"),
    ("articles", "rules.*.encoded_in.*", "rule"),
    ("articles", "exercises.*.article", "article"),
    ("articles", "exercises.*.exercise", "exercise"),
    *_support("rules", "*"),
    *_support("rules", "*.parameters.*"),
    ("exercises", "*.equipment.*.*", "kit"),
    ("exercises", "*.easier", "exercise"),
    ("exercises", "*.gates.*", "gate"),
    ("exercises", "*.pain.*.*.region", "region"),
    *_support("exercises", "*.dose_basis"),
    ("exercises", "*.sources.*", "source"),
    ("exercises", "*.articles.*", "article"),
    ("ladders", "*.pattern", "pattern"),
    ("ladders", "*.rungs.*", "exercise"),
    ("tests", "*.rule", "rule"),
    ("tests", "*.equipment.*", "thing a home test needs"),
    *_support("tests", "*.norms.*.support"),
    *_support("tests", "*.error.support"),
    *_support("tests", "*.start.support"),
    ("tests", "*.may_influence.rules.*", "rule"),
    ("tests", "*.may_influence.patterns.*", "pattern"),
    ("safety", "questions.*.rule", "rule"),
    *_support("safety", "questions.*.support"),
    ("safety", "questions.*.opens.*", "question"),
    ("safety", "questions.*.not_for.*", "region"),
    ("protocols", "article", "article"),
    *_support("protocols", ""),
    ("protocols", "areas.*.patterns.*", "pattern"),
    ("protocols", "areas.*.only.*", "exercise"),
    ("protocols", "templates.*.slots.*.one_of.*", "exercise"),
    *_support("protocols", "templates.*.slots.*"),
    ("protocols", "mobility.*", "exercise"),
    ("protocols", "warm_up.*", "exercise"),
    ("protocols", "progression.*", "rule"),
    ("protocols", "corrections.*.rule", "rule"),
    ("kit", "*.implies.*", "kit"),
    ("claims", "may.*.sources.*", "source"),
    ("claims", "may_not.*.sources.*", "source"),
    ("claims", "may_not.*.say_instead", "claim we may make"),
    *_support("weights", "*"),
    *_support("training", "*"),
    ("planner", "second_best_heavy.kit.*", "kit"),
)
# Parameters whose values are ids.
NAMED_BY_RULES: Mapping[tuple[str, str], tuple[str, str]] = {
    ("D12", "area_patterns"): (".*.*", "pattern"),
    ("D13", "tier_1_exercises"): (".*", "exercise"),
    ("D16", "patterns"): (".*", "pattern"),
    ("D19", "exercises"): (".*", "exercise"),
    ("G02", "red_flags"): (".*", "question"),
    ("G03", "signs_any"): (".*", "question"),
    ("G03", "high_risk_sites"): (".*", "region"),
    ("G05", "criteria"): (".*", "question"),
    ("G06", "signs"): (".*", "question"),
    ("G09", "insertional_region"): ("", "region"),
    ("G09", "insertional_exercise"): ("", "exercise"),
    ("G12", "strength_exercises"): (".*", "exercise"),
    ("A07", "display_only_tests"): (".*", "home test"),
}


def reference_faults(base: Base) -> Iterator[KnowledgeFault]:
    """Ids given twice, and ids that are named but nowhere given."""
    yield from _given_twice(base)
    known = _known_ids(base)
    for found, wanted in _named(base):
        if isinstance(found.value, str) and wanted in known and found.value not in known[wanted]:
            yield _unknown(found, wanted, known[wanted])


def _known_ids(base: Base) -> Mapping[str, frozenset[str]]:
    """Return the ids of each thing; without those whose files could not be read."""
    given = {thing: frozenset(one.value for one in _given(base, thing)) for thing in GIVEN}
    known = {
        **given,
        "pattern": base.patterns,
        "gate": base.gates | {HOP_SYMMETRY},
        "claim we may make": frozenset(one.value for one in base.found("claims", "may.*.id")),
        "thing a home test needs": given["kit"] | TEST_THINGS,
    }
    return {thing: ids for thing, ids in known.items() if base.is_whole(WHERE[thing])}


def _given(base: Base, thing: str) -> Iterator[Found]:
    for kind, pattern in GIVEN[thing]:
        yield from base.found(kind, pattern)


def _given_twice(base: Base) -> Iterator[KnowledgeFault]:
    for thing in GIVEN:
        first: dict[str, Found] = {}
        for one in _given(base, thing):
            other = first.setdefault(one.value, one)
            if other is not one:
                line = other.document.line_of(other.path)
                yield one.document.fault(
                    FaultKind.DUPLICATE_ID,
                    one.path,
                    expected=f"each {thing} once",
                    got=f"{spoken(one.value)} again",
                    do=f"rename it, or the first one in {other.document.file}, line {line}",
                )


def _named(base: Base) -> Iterator[tuple[Found, str]]:
    for kind, pattern, wanted in NAMED:
        for found in base.found(kind, pattern):
            yield found, wanted
    for entry in base.entries("rules", EVERY, "id", "parameters"):
        for (rule, name), (pattern, wanted) in NAMED_BY_RULES.items():
            if entry.value["id"] == rule:
                for found in base.below(entry, f"parameters.{name}.value{pattern}"):
                    yield found, wanted


def _unknown(found: Found, wanted: str, known: frozenset[str]) -> KnowledgeFault:
    thing = SAID.get(wanted, wanted)
    article = "an" if thing[0] in "aeiou" else "a"
    do = write_nearest(found.value, known)
    return found.document.fault(
        FaultKind.UNKNOWN_ID,
        found.path,
        expected=f"{article} {thing} that exists",
        got=spoken(found.value),
        do=do or f"add it to {file_words(WHERE[wanted])}, or name one that is there",
    )
