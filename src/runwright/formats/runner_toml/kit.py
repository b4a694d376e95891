"""Reads kit: friendly words in, ids of the knowledge base out."""

from runwright.domain.words import _
from runwright.formats.nearest import plain
from runwright.formats.runner_toml.expected import Words
from runwright.formats.runner_toml.schema import KIT, elsewhere
from runwright.formats.runner_toml.table import Table
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.formats.runner_toml.words import kit_meanings


def read_kit(table: Table, *, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the kit at hand, from [kit]."""
    table.expect_keys(KIT, elsewhere=elsewhere())
    return read_kit_words(table, "have", vocabulary)


def read_kit_words(table: Table, key: str, vocabulary: Vocabulary) -> frozenset[str]:
    """Return the kit that a list of words means; each word not known is a fault on its line."""
    main = tuple(sorted(vocabulary.kit))
    words = Words(kind=_("a kit"), meanings=kit_meanings(vocabulary), main=main)
    kit: set[str] = set()
    for number, word in table.words(key) or ():
        meant = words.meanings.get(plain(word))
        if meant is None:
            path = (*table.path, key, number)
            table.report.add(path, "unknown-word", words.says_unknown(word))
        else:
            kit |= meant
    return frozenset(kit)
