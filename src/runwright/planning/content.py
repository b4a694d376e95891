"""Which areas each session of a week trains: the exact best choice within its minutes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from runwright.planning.minutes import Timed
from runwright.planning.pairing import shortest_s

Masks = NDArray[np.int64]
IntArray = NDArray[np.int64]
MUSCLES = ("quadriceps", "gluteus_maximus", "hamstrings", "calf")  # rule D11 counts their sets


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """An area's exercise for one session, as the choice sees it.

    Attributes
    ----------
    area
        Number of the area in the week.
    group
        What it tires; two of one group are never paired.
    heavy
        Whether it is a heavy lift that may pair with no other leg exercise (rule D10).
    sets_by_muscle
        Hard sets for each of `MUSCLES`.
    harmless
        Whether adding it can never cost points: no leg work that could unbalance the week.
    """

    area: int
    exercise: str
    timed: Timed
    group: str
    lower_body: bool
    single_leg: bool
    heavy: bool
    sets_by_muscle: tuple[int, ...]
    harmless: bool
    is_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionOffer:
    """A session to fill: seconds at hand and candidates, at most one an area.

    Attributes
    ----------
    least, most
        Exercises a session holds.
    needs_main
        Whether it must hold a main lift, where one fits.
    """

    budget_s: int
    candidates: tuple[Candidate, ...]
    least: int
    most: int
    needs_main: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class AreaWorth:
    """Points an area is worth in a week: once, and a second time."""

    first: int
    again: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentPoints:
    """Prices of the weekly balance, and the limits they start from (D11, D13)."""

    single_leg_missing: int
    sets_missing: int
    sets_over: int
    same_group: int
    sets_min: int
    sets_cap: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekContent:
    """The chosen candidates of each session, and the points of the week."""

    sessions: tuple[tuple[Candidate, ...], ...]
    points: int


def best_content(
    offers: Sequence[SessionOffer], worth: Sequence[AreaWorth], prices: ContentPoints
) -> WeekContent:
    """The choice of exercises that gives a week the most points; the first of equals.

    The first two sessions are chosen together, each further one is the best beside them. Every
    set of areas that fits a session's minutes (pairing worked out at its best) is weighed with
    every one of the other session. Sets that still have room for something harmless are left
    out: with it they are never worse.
    """
    options = [_session_options(offer, len(worth)) for offer in offers]
    week = _only(options[0], int(_value(options[0], worth, prices).argmax()))
    if len(options) > 1:
        first, second = _best_pair(options[0], options[1], worth, prices)
        week = _pairs(options[0], options[1], np.array([first]), np.array([second]))
    for more in options[2:]:
        joined = _pairs(
            week, more, np.zeros(len(more.single), np.intp), np.arange(len(more.single))
        )
        week = _only(joined, int(_value(joined, worth, prices).argmax()))
    return WeekContent(
        sessions=tuple(
            tuple(one for bit, one in enumerate(offer.candidates) if int(mask) >> bit & 1)
            for offer, mask in zip(offers, week.masks[0], strict=True)
        ),
        points=int(_value(week, worth, prices)[0]),
    )


def _only(state: "_State", row: int) -> "_State":
    """The same with one row."""
    return _State(
        state.masks[[row]],
        state.areas[[row]],
        state.single[[row]],
        state.lower[[row]],
        state.sets[[row]],
        state.clashes[[row]],
    )


@dataclass(frozen=True, slots=True)
class _State:
    """Weeks so far, one row each.

    Attributes
    ----------
    masks
        Bit mask of candidates, shape (rows, sessions).
    areas
        How often each area comes, shape (rows, areas).
    single, lower, clashes
        Single-leg and all leg exercises, and leg exercises of one group in one session.
    sets
        Hard sets of each of `MUSCLES`, shape (rows, muscles).
    """

    masks: Masks
    areas: IntArray
    single: IntArray
    lower: IntArray
    sets: IntArray
    clashes: IntArray


def _session_options(offer: SessionOffer, areas: int) -> "_State":
    times = shortest_s(offer.candidates)
    masks = np.arange(len(times), dtype=np.int64)
    count = ((masks[:, None] >> np.arange(len(offer.candidates))) & 1).sum(axis=1)
    fits = (times <= offer.budget_s) & (count <= offer.most)
    fits &= _holds_main(offer, masks, fits)
    fits &= count >= min(offer.least, int(count[fits].max()))
    kept = np.flatnonzero(fits & ~_has_room(offer, fits))
    bits = (masks[kept, None] >> np.arange(len(offer.candidates))) & 1
    of_area = np.zeros((len(offer.candidates), areas), dtype=np.int64)
    for number, one in enumerate(offer.candidates):
        of_area[number, one.area] = 1
    legs = np.array([one.lower_body for one in offer.candidates], dtype=np.int64)
    single = np.array([one.single_leg and one.lower_body for one in offer.candidates], np.int64)
    sets = np.array([one.sets_by_muscle for one in offer.candidates], dtype=np.int64)
    return _State(
        masks=masks[kept, None],
        areas=bits @ of_area,
        single=bits @ single,
        lower=bits @ legs,
        sets=bits @ sets.reshape(len(offer.candidates), len(MUSCLES)),
        clashes=_clashes(offer, bits),
    )


def _holds_main(offer: SessionOffer, masks: Masks, fits: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Sets of candidates with a main lift, where one is needed and fits at all."""
    mains = sum(1 << bit for bit, one in enumerate(offer.candidates) if one.is_main)
    with_main: NDArray[np.bool_] = (masks & mains) != 0
    if not offer.needs_main or not (with_main & fits).any():
        return np.ones(len(masks), dtype=bool)
    return with_main


def _has_room(offer: SessionOffer, fits: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Whether a set of candidates could take one more that can only help."""
    masks = np.arange(len(fits))
    room = np.zeros(len(fits), dtype=bool)
    for bit, one in enumerate(offer.candidates):
        if one.harmless:
            room |= ((masks >> bit & 1) == 0) & fits[masks | (1 << bit)]
    return room


def _clashes(offer: SessionOffer, bits: IntArray) -> IntArray:
    total = np.zeros(len(bits), dtype=np.int64)
    for i, a in enumerate(offer.candidates):
        for j in range(i):
            if a.lower_body and a.group == offer.candidates[j].group:
                total += bits[:, i] * bits[:, j]
    return total


def _best_pair(
    a: "_State", b: "_State", worth: Sequence[AreaWorth], prices: ContentPoints
) -> tuple[int, int]:
    """The rows of two sessions that are best together; the first of equals.

    What areas alone are worth bounds every pair from above; only pairs whose bound reaches the
    best pair seen are worked out.
    """
    bound = _bounds(a, b, worth)
    rows = np.arange(len(a.single))
    seen = _value(_pairs(a, b, rows, bound.argmax(axis=1)), worth, prices).max()
    left, right = np.nonzero(bound >= seen)
    values = _value(_pairs(a, b, left, right), worth, prices)
    best = int(values.argmax())
    return int(left[best]), int(right[best])


def _bounds(a: "_State", b: "_State", worth: Sequence[AreaWorth]) -> NDArray[np.float32]:
    once = np.array([one.first for one in worth], dtype=np.float32)
    less = once - np.array([one.again for one in worth], dtype=np.float32)
    mine, other = a.areas.astype(np.float32), b.areas.astype(np.float32)
    bound: NDArray[np.float32] = (mine @ once)[:, None] + (other @ once)[None, :]
    bound -= (mine * less) @ other.T
    return bound


def _pairs(a: "_State", b: "_State", left: NDArray[np.intp], right: NDArray[np.intp]) -> "_State":
    """Rows of `a` and rows of `b` side by side."""
    return _State(
        masks=np.concatenate([a.masks[left], b.masks[right]], axis=1),
        areas=np.minimum(a.areas[left] + b.areas[right], 2),
        single=a.single[left] + b.single[right],
        lower=a.lower[left] + b.lower[right],
        sets=a.sets[left] + b.sets[right],
        clashes=a.clashes[left] + b.clashes[right],
    )


def _value(state: "_State", worth: Sequence[AreaWorth], prices: ContentPoints) -> IntArray:
    once = np.array([one.first for one in worth], dtype=np.int64)
    again = np.array([one.again for one in worth], dtype=np.int64)
    value = (state.areas >= 1) @ once + (state.areas > 1) @ again
    value -= prices.single_leg_missing * np.maximum(0, state.lower - 2 * state.single)
    value -= prices.sets_missing * np.maximum(0, prices.sets_min - state.sets).sum(axis=1)
    value -= prices.sets_over * np.maximum(0, state.sets - prices.sets_cap).sum(axis=1)
    return value - prices.same_group * state.clashes
