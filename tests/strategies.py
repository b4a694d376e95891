"""Hypothesis strategies shared by all properties: runners, their run weeks and seasons."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeVar

from hypothesis import HealthCheck, Phase, settings
from hypothesis import strategies as st

from runwright.knowledge.library import Library, load_library
from runwright.usecases.plan_season import SeasonOrder
from tests.runners import order_by

T = TypeVar("T")


@cache
def library() -> Library:
    """The shipped knowledge base."""
    return load_library()


def examples(of_hundred: int) -> settings:
    """Settings for a dear property: so many examples where others take a hundred.

    The steady profile does not shrink what fails (each try is a season); `explore` does.
    """
    steady = settings.default.derandomize
    return settings(
        phases=(Phase.explicit, Phase.generate) if steady else tuple(Phase),
        max_examples=max(1, settings.default.max_examples * of_hundred // 100),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )


@dataclass(frozen=True, slots=True)
class Drawn:
    """Dice thrown by Hypothesis: they shrink to the first option, the lowest number and no."""

    draw: st.DrawFn

    def one_of(self, options: Sequence[T]) -> T:
        return options[self.number(0, len(options) - 1)]

    def number(self, low: int, high: int) -> int:
        return self.draw(st.integers(low, high))

    def maybe(self, percent: int) -> bool:
        return self.draw(st.integers(0, 99)) >= 100 - percent


@st.composite
def orders(draw: st.DrawFn, weeks: tuple[int, int] = (4, 52)) -> SeasonOrder:
    """A runner, a run week and a season: see :mod:`tests.runners`."""
    return order_by(Drawn(draw), library(), weeks=weeks)
