"""The words a runner file may use: ids of the knowledge base, and other names for them."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a runner file may speak of.

    Attributes
    ----------
    kit
        Ids of kit, ``"dumbbell"``; household things included.
    pain_regions
        Ids of the regions that can hurt, ``"achilles_insertional"``.
    home_tests
        Ids of the home tests, ``"knee_to_wall"``.
    safety_questions
        Ids of the safety questions, ``"chest_pain_effort"``.
    protocols
        Names of the protocols, ``"runwright"``.
    weighted
        Ids of kit that comes in weights, ``"kettlebell"``.
    kit_words
        Other plain names of kit, with the ids they mean, ``"dumbbells"``; an id may stand here
        too, when having it means having more (two dumbbells hold one).
    region_words
        Other plain names of regions.
    two_sided_tests
        Home tests with a result for each side.
    no_to_all
        Safety questions that ``none_applies = true`` answers with no: those every runner reads,
        and to which no is the answer that changes nothing.
    """

    kit: frozenset[str]
    pain_regions: frozenset[str]
    home_tests: frozenset[str]
    safety_questions: frozenset[str]
    protocols: frozenset[str]
    weighted: frozenset[str] = frozenset()
    kit_words: Mapping[str, frozenset[str]] = field(default_factory=dict)
    region_words: Mapping[str, str] = field(default_factory=dict)
    two_sided_tests: frozenset[str] = frozenset()
    no_to_all: frozenset[str] = frozenset()
