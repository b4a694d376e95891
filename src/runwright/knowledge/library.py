"""The frozen knowledge base, and the one way to get it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from types import MappingProxyType
from typing import Any

from runwright.domain.evidence import (
    Article,
    ArticleStatement,
    Claim,
    Region,
    RuleEntry,
    Source,
)
from runwright.domain.exercise import Exercise, Ladder
from runwright.domain.home_test import HomeTest, SafetyQuestion
from runwright.domain.protocol import Protocol
from runwright.knowledge import build, build_protocol, build_screening
from runwright.knowledge.files import KnowledgeData, read_base


@dataclass(frozen=True)
class Library:
    """Everything the product knows, frozen; entries by id, in the order of their files."""

    version: str
    sources: Mapping[str, Source]
    articles: Mapping[str, Article]
    statements: Mapping[str, ArticleStatement]
    rules: Mapping[str, RuleEntry]
    exercises: Mapping[str, Exercise]
    ladders: Mapping[str, Ladder]
    tests: Mapping[str, HomeTest]
    questions: Mapping[str, SafetyQuestion]
    protocols: Mapping[str, Protocol]
    regions: Mapping[str, Region]
    kit: Mapping[str, Mapping[str, Any]]
    claims: tuple[Claim, ...]
    weights: Mapping[str, Any]
    planner: Mapping[str, Any]
    training: Mapping[str, Any]

    @cached_property
    def household(self) -> frozenset[str]:
        """Kit that is always at hand: a wall, a chair, a towel."""
        return frozenset(kit for kit, facts in self.kit.items() if facts["household"])

    @cached_property
    def patterns(self) -> Mapping[str, tuple[Exercise, ...]]:
        """Exercises by movement pattern, in the order of their files."""
        found: dict[str, list[Exercise]] = {}
        for exercise in self.exercises.values():
            found.setdefault(exercise.pattern, []).append(exercise)
        return MappingProxyType({pattern: tuple(these) for pattern, these in found.items()})


def _by(key: str, values: tuple[Any, ...]) -> Mapping[str, Any]:
    return MappingProxyType({getattr(value, key): value for value in values})


def library_of(data: KnowledgeData) -> Library:
    """Return the library of checked data."""
    files = data.files
    articles = files["articles"]
    return Library(
        version=files["version"]["version"],
        sources=_by("key", tuple(build.source_of(one) for one in files["sources"])),
        articles=_by("id", tuple(build.article_of(one) for one in articles["articles"])),
        statements=_by("slug", tuple(build.statement_of(one) for one in articles["rules"])),
        rules=_by(
            "id",
            tuple(
                build.rule_of(one, family=name.removeprefix("rules/"))
                for name in sorted(files)
                if name.startswith("rules/")
                for one in files[name]
            ),
        ),
        exercises=_by(
            "id",
            tuple(
                build.exercise_of(one)
                for name in sorted(files)
                if name.startswith("exercises/")
                for one in files[name]
            ),
        ),
        ladders=_by("id", tuple(build.ladder_of(one) for one in files["ladders"])),
        tests=_by("id", build_screening.tests_of(files["tests"])),
        questions=_by("id", build_screening.questions_of(files["safety"])),
        protocols=_by(
            "id",
            tuple(
                build_protocol.protocol_of(files[name])
                for name in sorted(files)
                if name.startswith("protocols/")
            ),
        ),
        regions=_by("id", tuple(build.region_of(one) for one in files["regions"])),
        kit=MappingProxyType({one["id"]: MappingProxyType(one) for one in files["kit"]}),
        claims=tuple(
            build.claim_of(one, may=may)
            for may, part in ((True, "may"), (False, "may_not"))
            for one in files["claims"][part]
        ),
        weights=MappingProxyType(files["weights"]),
        planner=MappingProxyType(files["planner"]),
        training=MappingProxyType(files["training"]),
    )


@lru_cache(maxsize=1)
def load_library() -> Library:
    """Return the knowledge base that ships with the program, checked whole.

    Raises
    ------
    KnowledgeFaultsError
        If any entry of any file is wrong; it names all of them.
    """
    return library_of(read_base())
