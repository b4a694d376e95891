"""The vocabulary of runner files, taken from the knowledge base."""

from collections.abc import Mapping
from typing import Any

from runwright.domain.home_test import AnswerUse, Asked, SafetyQuestion
from runwright.formats.nearest import plain
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.knowledge.library import Library

EVERYBODY_READS = frozenset({Asked.ALWAYS, Asked.NOT_A_MAN, Asked.HURTS})


def vocabulary_of(library: Library) -> Vocabulary:
    """Return the words that the knowledge base gives to runner files."""
    asked_apart = {one.id for one in library.questions.values() if one.asked is Asked.EACH_PAIN}
    return Vocabulary(
        kit=frozenset(library.kit),
        pain_regions=frozenset(library.regions),
        home_tests=frozenset(library.tests),
        safety_questions=frozenset(library.questions) - asked_apart,
        protocols=frozenset(library.protocols),
        weighted=frozenset(kit for kit, facts in library.kit.items() if "loads_kg" in facts),
        kit_words=dict(
            pair for kit, facts in library.kit.items() for pair in _words_of_kit(kit, facts)
        ),
        region_words={plain(region.name): region.id for region in library.regions.values()},
        two_sided_tests=frozenset(test.id for test in library.tests.values() if test.has_sides),
        no_to_all=frozenset(one.id for one in library.questions.values() if _no_is_clear(one)),
    )


def _words_of_kit(kit: str, facts: Mapping[str, Any]) -> list[tuple[str, frozenset[str]]]:
    meant = frozenset({kit, *facts["implies"]})
    return [(plain(word), meant) for word in (kit, facts["name"], *facts["words"])]


def _no_is_clear(question: SafetyQuestion) -> bool:
    changes_nothing = question.use is not AnswerUse.OPENS and question.closing is not False
    return changes_nothing and question.asked in EVERYBODY_READS
