"""A week's working sets kept under the limits of rules L07 and S13."""

from collections.abc import Sequence
from dataclasses import replace

from runwright.domain.exercise import Role
from runwright.planning.compose import Item
from runwright.planning.doses import with_sets
from runwright.planning.session_spot import SessionSpot
from runwright.rules.content_windows import NOT_COUNTED

Parts = list[tuple[SessionSpot, list[Item], list[Item]]]


def has_work(opening: Sequence[Item], items: Sequence[Item]) -> bool:
    """Whether a session holds more than its warm-up."""
    return bool(items) or any(item.role is Role.PLYO for item in opening)


def working_sets(parts: Parts) -> int:
    """Working sets of a week; jumps have a dose of their own. [1]"""
    return sum(
        item.dose.sets for _, _, items in parts for item in items if item.role not in NOT_COUNTED
    )


def within(parts: Parts, limit: int) -> Parts:
    """The week's sessions with at most `limit` working sets.

    Sets go first, from what is worth least; when every exercise is down to one set, whole
    exercises go, never the last of a session.
    """
    while working_sets(parts) > limit:
        spare = [
            (item.dose.sets == 1, item.essential, -len(items), item.worth, part, number)
            for part, (_, _, items) in enumerate(parts)
            for number, item in enumerate(items)
            if item.role not in NOT_COUNTED
            if item.dose.sets > 1 or len(items) > 1
        ]
        if not spare:
            break
        *_, part, number = min(spare)
        items = parts[part][2]
        if items[number].dose.sets > 1:
            items[number] = _with_fewer_sets(items[number])
        else:
            del items[number]
    return parts


def _with_fewer_sets(item: Item) -> Item:
    return replace(item, dose=with_sets(item.dose, item.dose.sets - 1))
