"""Season plans of every kind, made from the types of their fields: a new field is tried at once."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from types import NoneType, UnionType
from typing import Any, get_args, get_origin, get_type_hints

from hypothesis import strategies as st

from runwright.domain.calendar import MINUTES_PER_DAY, Window
from runwright.domain.plan import (
    PLAN_SCHEMA_VERSION,
    DayPlan,
    MadeWith,
    Objective,
    SeasonPlan,
    WeekPlan,
)
from runwright.domain.run import PlannedRun
from runwright.domain.session import RIR_MAX, Dose

texts = st.text(max_size=12)
numbers = st.integers(-(10**6), 10**6)
amounts = st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def windows(draw: st.DrawFn) -> Window:
    start = draw(st.integers(0, MINUTES_PER_DAY - 1))
    return Window(start, draw(st.integers(start + 1, MINUTES_PER_DAY)))


by_rule = st.dictionaries(texts, numbers, max_size=3).map(lambda found: tuple(found.items()))
# Fields that can mean less than their type says.
LIMITED: dict[tuple[type, str], st.SearchStrategy[Any]] = {
    (Dose, "sets"): st.integers(1, 9),
    (Dose, "rir"): st.none() | st.integers(0, RIR_MAX),
    (PlannedRun, "duration_min"): st.integers(1, 900),
    (Objective, "by_rule"): by_rule,
    (MadeWith, "schema_version"): st.just(PLAN_SCHEMA_VERSION),
}
LENGTHS: dict[type, int] = {WeekPlan: 2, DayPlan: 3}
SCALARS: dict[type, st.SearchStrategy[Any]] = {
    str: texts,
    int: numbers,
    float: amounts,
    bool: st.booleans(),
    date: st.dates(),
    Window: windows(),
    NoneType: st.none(),
}


def anything(hint: Any) -> st.SearchStrategy[Any]:
    """Values of a type."""
    if isinstance(hint, UnionType):
        return st.one_of([anything(one) for one in get_args(hint)])
    origin, inner = get_origin(hint), get_args(hint)
    if origin is tuple:
        return _tuples(inner)
    if origin is frozenset:
        return st.frozensets(anything(inner[0]), max_size=3)
    if origin is Mapping:
        return st.dictionaries(anything(inner[0]), anything(inner[1]), max_size=3)
    if hint in SCALARS:
        return SCALARS[hint]
    return st.sampled_from(list(hint)) if issubclass(hint, Enum) else instances(hint)


def _tuples(inner: tuple[Any, ...]) -> st.SearchStrategy[Any]:
    if inner[-1] is not Ellipsis:
        return st.tuples(*(anything(one) for one in inner))
    most = LENGTHS.get(inner[0], 2)
    return st.lists(st.deferred(lambda: anything(inner[0])), max_size=most).map(tuple)


@cache
def instances(kind: type) -> st.SearchStrategy[Any]:
    """Instances of a dataclass."""
    assert is_dataclass(kind), kind
    hints = get_type_hints(kind)
    values = {
        one.name: LIMITED[kind, one.name]
        if (kind, one.name) in LIMITED
        else anything(hints[one.name])
        for one in fields(kind)
    }
    make: Callable[..., Any] = kind
    return st.builds(make, **values)


plans: st.SearchStrategy[SeasonPlan] = instances(SeasonPlan)
