"""Weights that exist: what a runner can really lift with, and the next one up or down."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

from runwright.domain.exercise import Exercise

NEAR_KG = 0.01  # two loads nearer than ten grams are one


def usual_loads_kg(kit: Mapping[str, Mapping[str, Any]]) -> dict[str, tuple[float, ...]]:
    """Return the weights there usually are, by kit id, lightest first. [kg]"""
    return {
        name: tuple(_steps(facts["loads_kg"])) for name, facts in kit.items() if "loads_kg" in facts
    }


def _steps(ranges: Sequence[Sequence[float]]) -> Iterator[float]:
    for first, last, step in ranges:
        count = round((last - first) / step)
        yield from (first + number * step for number in range(count + 1))


def loads_for(
    exercise: Exercise, kit: Collection[str], loads_kg: Mapping[str, Sequence[float]]
) -> tuple[float, ...]:
    """Return the weights the exercise can be done with, lightest first; empty for none. [kg]"""
    at_hand = {
        piece
        for needed in exercise.equipment
        if needed <= set(kit)
        for piece in needed
        if piece in loads_kg
    }
    return tuple(sorted({load for piece in at_hand for load in loads_kg[piece]}))


def next_up_kg(load_kg: float, wanted_kg: float, loads: Sequence[float]) -> float | None:
    """Return the lightest weight of at least `wanted_kg` that is more than now; None for none."""
    return next(
        (one for one in loads if one > load_kg + NEAR_KG and one >= wanted_kg - NEAR_KG), None
    )


def at_most_kg(wanted_kg: float, loads: Sequence[float]) -> float | None:
    """Return the heaviest weight up to `wanted_kg`; None where all are heavier."""
    return max((one for one in loads if one <= wanted_kg + NEAR_KG), default=None)
