"""Reads kit: friendly words in, ids of the knowledge base out; and the weights it comes in."""

from collections.abc import Mapping

from runwright.domain.words import _
from runwright.formats.nearest import plain
from runwright.formats.own_weights import read_own_weights_kg, usable_kg, with_plates_kg
from runwright.formats.quantities import read_weight_kg
from runwright.formats.runner_toml.expected import Bounds, Words, shown
from runwright.formats.runner_toml.schema import KIT, elsewhere
from runwright.formats.runner_toml.table import Table
from runwright.formats.runner_toml.vocabulary import Vocabulary
from runwright.formats.runner_toml.words import kit_meanings

BAR, BAR_KEY, PLATES = "barbell", "bar", "plates"
USUAL_BAR_KG = 20.0  # where the knowledge base's own barbell begins
BAR_WEIGHT = Bounds(low=2, high=40, unit="kg", example='bar = "20 kg"')


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


def read_own_weights(table: Table, *, vocabulary: Vocabulary) -> Mapping[str, tuple[float, ...]]:
    """Return the weights of a kit by its id, from [kit.weights]. [kg]

    Plates are told by the pair and go on the bar; what one thing implies has its weights too, as
    far as it has none of its own.
    """
    own: dict[str, tuple[float, ...]] = {}
    implied: dict[str, tuple[float, ...]] = {}
    for key in table.values:
        if key == BAR_KEY:
            continue
        meant = {BAR} if key == PLATES else _meant(key, table, vocabulary)
        loads = _bar_loads(table) if key == PLATES else _loads(key, table)
        if loads is None:
            continue
        for kit in sorted(meant):
            (own if plain(kit) == plain(key) else implied)[kit] = loads
    return implied | own


def _meant(key: str, table: Table, vocabulary: Vocabulary) -> frozenset[str]:
    meanings = kit_meanings(vocabulary)
    meant = meanings.get(plain(key), frozenset()) & vocabulary.weighted
    if not meant:
        weighted = {
            word: kit & vocabulary.weighted
            for word, kit in meanings.items()
            if kit & vocabulary.weighted
        }
        words = Words(
            kind=_("a kit that comes in weights"),
            meanings=weighted,
            main=tuple(sorted(vocabulary.weighted)),
        )
        table.fault(key, "unknown-word", words.says_unknown(key))
    return meant


def _loads(key: str, table: Table) -> tuple[float, ...] | None:
    told = table.values[key]
    loads = None
    if isinstance(told, str):
        loads = read_own_weights_kg(told)
    elif isinstance(told, list):
        loads = _listed(told)
    elif isinstance(told, int | float) and not isinstance(told, bool):
        loads = usable_kg([told])
    if loads is None:
        says = _('{key} is {got}; expected weights, as in {key} = [5, 7.5, 10] or "2 to 24 by 2"')
        table.fault(key, "not-weights", says.format(key=key, got=shown(told)))
    return loads


def _listed(told: list[object]) -> tuple[float, ...] | None:
    words = [f"{one}" for one in told if not isinstance(one, bool)]
    return read_own_weights_kg("; ".join(words)) if words and len(words) == len(told) else None


def _bar_loads(table: Table) -> tuple[float, ...] | None:
    pairs = _loads(PLATES, table)
    bar_kg = table.amount(BAR_KEY, BAR_WEIGHT, read_weight_kg)
    if pairs is None:
        return None
    told = table.values[PLATES]
    several = _repeated(told) if isinstance(told, list) else pairs
    found = with_plates_kg(USUAL_BAR_KG if bar_kg is None else bar_kg, several)
    if found is None:
        says = _("{key} holds too many plates to work out what the bar can weigh")
        table.fault(PLATES, "not-weights", says.format(key=PLATES))
    return found


def _repeated(told: list[object]) -> tuple[float, ...]:
    """Every pair there is, alike ones as often as they are listed. [kg]"""
    each = (read_own_weights_kg(f"{one}") for one in told)
    return tuple(load for loads in each if loads is not None for load in loads)
