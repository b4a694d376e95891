"""From exercises and doses to the blocks of a session: order, supersets, minutes, variants."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from runwright.domain.exercise import Exercise, Role
from runwright.domain.session import Block, Dose, Prescription, RampSet, Variant
from runwright.planning.minutes import Timed, block_s, timed
from runwright.planning.pairing import best_pairs, shortest_s

ORDER = (  # rule D14; supersets stand where their first exercise stands
    Role.ROLLING,
    Role.RAISE,
    Role.DYNAMIC,
    Role.MOBILITY,
    Role.PLYO,
    Role.MAIN,
    Role.SINGLE_LEG,
    Role.ACCESSORY,
    Role.UPPER,
    Role.CALF,
    Role.FOOT,
    Role.CORE,
    Role.STATIC,
)
RANK = {role: number for number, role in enumerate(ORDER)}
UNPAIRED = frozenset({
    Role.ROLLING,
    Role.RAISE,
    Role.DYNAMIC,
    Role.MOBILITY,
    Role.PLYO,
    Role.STATIC,
})
LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
SECONDS_PER_MINUTE = 60
ESSENTIAL = 10_000  # more than all other exercises together are worth


@dataclass(frozen=True, kw_only=True)
class Item:
    """An exercise on its way into a session.

    Attributes
    ----------
    worth
        Points it is kept for when time is short.
    essential
        Whether the shortest version keeps it: main lift and calf (rule S12).
    group
        What it tires; two of one group are never paired.
    together
        A superset letter an article gives; '' where pairing is free.
    """

    exercise: Exercise
    role: Role
    dose: Dose
    ramp: tuple[RampSet, ...] = ()
    worth: int = 0
    essential: bool = False
    group: str = ""
    heavy: bool = False
    lower_body: bool = False
    together: str = ""
    rules: tuple[str, ...] = ()
    note: str = ""

    @cached_property
    def timed(self) -> Timed:
        """Times of the exercise with its dose."""
        return timed(self.exercise, self.dose, self.ramp)


@dataclass(frozen=True, slots=True, kw_only=True)
class Composed:
    """Blocks of a session and the seconds they take."""

    blocks: tuple[Block, ...]
    seconds: int
    items: tuple[Item, ...]


def compose(items: Sequence[Item]) -> Composed:
    """Blocks in the order of rule D14 with the pairing that takes least time. [s]"""
    fixed = [item for item in items if item.together]
    groups = _as_the_article_says(items) if fixed else _best_pairs(items)
    groups.sort(key=lambda group: RANK[group[0].role])
    if fixed:
        groups.sort(key=lambda group: _letter_rank(group, items))
    seconds = sum(_group_s(group) for group in groups)
    return Composed(blocks=_blocks(groups), seconds=seconds, items=tuple(items))


def _letter_rank(group: Sequence[Item], items: Sequence[Item]) -> int:
    return min(list(items).index(item) for item in group)


def _group_s(group: Sequence[Item]) -> int:
    return block_s([item.timed for item in group], in_turn=group[0].role not in UNPAIRED)


def _as_the_article_says(items: Sequence[Item]) -> list[list[Item]]:
    groups: dict[str, list[Item]] = {}
    for number, item in enumerate(items):
        groups.setdefault(item.together or f"#{number}", []).append(item)
    return list(groups.values())


def _best_pairs(items: Sequence[Item]) -> list[list[Item]]:
    return [
        sorted((items[number] for number in group), key=lambda item: RANK[item.role])
        for group in best_pairs(items)
    ]


def _blocks(groups: Sequence[Sequence[Item]]) -> tuple[Block, ...]:
    blocks: list[Block] = []
    letter = 0
    for role, name in ((Role.ROLLING, "R"), (Role.DYNAMIC, "W"), (Role.MOBILITY, "M")):
        roles = {Role.RAISE, Role.DYNAMIC} if role is Role.DYNAMIC else {role}
        opening = [item for group in groups for item in group if item.role in roles]
        if opening:
            blocks.append(_block(name, opening))
    for group in groups:
        if group[0].role in {Role.ROLLING, Role.RAISE, Role.DYNAMIC, Role.MOBILITY}:
            continue
        blocks.append(_block(LETTERS[letter], group))
        letter += 1
    return tuple(blocks)


def _block(letter: str, group: Sequence[Item]) -> Block:
    return Block(
        id=letter,
        items=tuple(
            Prescription(
                label=f"{letter}{place}" if len(group) > 1 else letter,
                exercise=item.exercise.id,
                role=item.role,
                dose=item.dose,
                ramp=item.ramp,
                rules=item.rules,
                note=item.note,
            )
            for place, item in enumerate(group, start=1)
        ),
    )


def fitting(items: Sequence[Item], budget_s: int, *, most: int) -> tuple[Item, ...]:
    """The items worth most that fit the time, essential ones first; their order kept.

    An article's session is shortened from its end. Where not even one item fits, the shortest
    essential one stays.
    """
    if any(item.together for item in items):
        return _shortened(items, budget_s)
    times = shortest_s(items)
    bits = (np.arange(len(times))[:, None] >> np.arange(len(items))) & 1
    worth = bits @ np.array(
        [item.worth + (ESSENTIAL if item.essential else 0) for item in items], dtype=np.int64
    )
    worth[(times > budget_s) | (bits.sum(axis=1) > most)] = -1
    best = int(worth.argmax())
    if best == 0:
        return (min(items, key=lambda item: (not item.essential, item.timed.alone_s)),)
    return tuple(item for number, item in enumerate(items) if best >> number & 1)


def _shortened(items: Sequence[Item], budget_s: int) -> tuple[Item, ...]:
    kept = list(items)
    while len(kept) > 1 and compose(kept).seconds > budget_s:
        spare = [item for item in kept if not item.essential]
        kept.remove((spare or kept)[-1])
    return tuple(kept)


def variant(minutes: int, items: Sequence[Item], *, most: int, opening: Sequence[Item]) -> Variant:
    """The session for another number of minutes; `opening` is its warm-up, always kept."""
    left = minutes * SECONDS_PER_MINUTE - sum(item.timed.alone_s for item in opening)
    chosen = fitting(items, left, most=most)
    composed = compose([*opening, *chosen])
    return Variant(
        minutes=minutes,
        worked_out_min=round(composed.seconds / SECONDS_PER_MINUTE, 1),
        blocks=composed.blocks,
    )
