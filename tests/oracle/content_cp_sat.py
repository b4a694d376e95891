"""The content of a week as a CP-SAT model with a variable for every possible superset."""

from collections.abc import Sequence
from itertools import combinations

from ortools.sat.python import cp_model

from runwright.planning.content import (
    MUSCLES,
    AreaWorth,
    Candidate,
    ContentPoints,
    SessionOffer,
)
from runwright.planning.minutes import together_s
from tests.oracle.cp_sat import tuned

Literals = list[cp_model.IntVar]
Fixed = Sequence[Sequence[Candidate]]


def best_points(
    offers: Sequence[SessionOffer],
    worth: Sequence[AreaWorth],
    prices: ContentPoints,
    *,
    fixed: Fixed = (),
) -> int:
    """Most points of a week; the first sessions as `fixed` where they are given.

    Raises
    ------
    AssertionError
        If the solver did not prove its answer.
    """
    model = cp_model.CpModel()
    chosen = [_session(model, offer) for offer in offers]
    for offer, literals, kept in zip(offers, chosen, fixed, strict=False):
        for literal, one in zip(literals, offer.candidates, strict=True):
            model.add(literal == int(one in kept))
    model.maximize(_worth(model, offers, chosen, worth) - _prices(model, offers, chosen, prices))
    return _solved(model)


def _solved(model: cp_model.CpModel) -> int:
    solver = tuned(60.0)
    status = solver.solve(model)
    assert status == cp_model.OPTIMAL, solver.status_name(status)
    return round(solver.objective_value)


def _session(model: cp_model.CpModel, offer: SessionOffer) -> Literals:
    """Flags of a session's candidates that fit its minutes, its numbers and its main lift."""
    literals = _fitting(model, offer)
    needs_main = offer.needs_main and _most(offer, needs_main=True) is not None
    if needs_main:
        model.add_bool_or(_mains(offer, literals))
    most = _most(offer, needs_main=needs_main)
    assert most is not None  # nothing at all always fits
    model.add(sum(literals) >= min(offer.least, most))
    return literals


def _most(offer: SessionOffer, *, needs_main: bool) -> int | None:
    """Most exercises the session can hold; None where a main lift is needed and none fits."""
    model = cp_model.CpModel()
    literals = _fitting(model, offer)
    if needs_main:
        model.add_bool_or(_mains(offer, literals))
    model.maximize(sum(literals))
    solver = tuned(60.0)
    found = solver.solve(model) == cp_model.OPTIMAL
    return round(solver.objective_value) if found else None


def _mains(offer: SessionOffer, literals: Literals) -> Literals:
    return [x for x, one in zip(literals, offer.candidates, strict=True) if one.is_main]


def _fitting(model: cp_model.CpModel, offer: SessionOffer) -> Literals:
    literals = [model.new_bool_var(one.exercise) for one in offer.candidates]
    paired: dict[int, Literals] = {}
    seconds: list[cp_model.LinearExprT] = [
        one.timed.alone_s * x for one, x in zip(offer.candidates, literals, strict=True)
    ]
    for (i, a), (j, b) in combinations(enumerate(offer.candidates), 2):
        if not _do_not_compete(a, b):
            continue
        together = model.new_bool_var("")
        model.add_implication(together, literals[i])
        model.add_implication(together, literals[j])
        saved = a.timed.alone_s + b.timed.alone_s - together_s(a.timed, b.timed)
        seconds.append(-saved * together)
        paired.setdefault(i, []).append(together)
        paired.setdefault(j, []).append(together)
    for pairs in paired.values():
        model.add_at_most_one(pairs)
    model.add(sum(seconds) <= offer.budget_s)
    model.add(sum(literals) <= offer.most)
    return literals


def _do_not_compete(a: Candidate, b: Candidate) -> bool:
    """Rule D10, once more: other groups, and a heavy lift with no other leg work."""
    if "" in {a.group, b.group} or a.group == b.group:
        return False
    return not (a.lower_body and b.lower_body and (a.heavy or b.heavy))


def _worth(
    model: cp_model.CpModel,
    offers: Sequence[SessionOffer],
    chosen: Sequence[Literals],
    worth: Sequence[AreaWorth],
) -> cp_model.LinearExprT:
    points: list[cp_model.LinearExprT] = []
    for area, one in enumerate(worth):
        slots = [
            x
            for offer, literals in zip(offers, chosen, strict=True)
            for x, candidate in zip(literals, offer.candidates, strict=True)
            if candidate.area == area
        ]
        once, twice = model.new_bool_var(""), model.new_bool_var("")
        model.add(once <= sum(slots))
        model.add(2 * twice <= sum(slots))
        points += [one.first * once, one.again * twice]
    return sum(points)


def _prices(
    model: cp_model.CpModel,
    offers: Sequence[SessionOffer],
    chosen: Sequence[Literals],
    prices: ContentPoints,
) -> cp_model.LinearExprT:
    picked = [
        (x, candidate)
        for offer, literals in zip(offers, chosen, strict=True)
        for x, candidate in zip(literals, offer.candidates, strict=True)
    ]
    legs = sum(x for x, one in picked if one.lower_body)
    single = sum(x for x, one in picked if one.lower_body and one.single_leg)
    points: list[cp_model.LinearExprT] = [
        prices.single_leg_missing * _above_zero(model, legs - 2 * single)
    ]
    for number in range(len(MUSCLES)):
        sets = sum(one.sets_by_muscle[number] * x for x, one in picked)
        points.append(prices.sets_missing * _above_zero(model, prices.sets_min - sets))
        points.append(prices.sets_over * _above_zero(model, sets - prices.sets_cap))
    points += [prices.same_group * both for both in _clashes(model, offers, chosen)]
    return sum(points)


def _above_zero(model: cp_model.CpModel, amount: cp_model.LinearExprT) -> cp_model.IntVar:
    over = model.new_int_var(0, 1000, "")
    model.add(over >= amount)
    return over


def _clashes(
    model: cp_model.CpModel, offers: Sequence[SessionOffer], chosen: Sequence[Literals]
) -> Literals:
    found = []
    for offer, literals in zip(offers, chosen, strict=True):
        for (i, a), (j, b) in combinations(enumerate(offer.candidates), 2):
            if a.group == b.group and (a.lower_body or b.lower_body):
                both = model.new_bool_var("")
                model.add(both >= literals[i] + literals[j] - 1)
                found.append(both)
    return found
