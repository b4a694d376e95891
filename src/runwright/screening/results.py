"""The home-test results that count, the latest of each side, and why others do not."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from runwright.domain.day_words import full_date
from runwright.domain.home_test import Better, HomeTest
from runwright.domain.runner import HomeTestResult, Side
from runwright.domain.words import _
from runwright.screening.subject import Subject

DECIMALS = 6  # results are told with one or two; the rest is the arithmetic of floats


@dataclass(frozen=True, slots=True, kw_only=True)
class Results:
    """Results that count, latest last, by test and side (None for tests without sides)."""

    kept: Mapping[tuple[str, Side | None], tuple[HomeTestResult, ...]]
    notes: tuple[str, ...] = ()

    def value(self, test: HomeTest, side: Side | None = None) -> float | None:
        """Latest result in the unit of the test; None is "not done"."""
        found = self.kept.get((test.id, side), ())
        return found[-1].value if found else None

    def has(self, test: HomeTest) -> bool:
        """Whether there is any result of the test."""
        return any(self.value(test, side) is not None for side in sides_of(test))

    def weaker(self, test: HomeTest) -> float | None:
        """Result of the weaker side, or of the only one; None unless every side is done."""
        values = [self.value(test, side) for side in sides_of(test)]
        told = [value for value in values if value is not None]
        return worst(test, *told) if len(told) == len(values) else None

    def weaker_share(self, test: HomeTest) -> float | None:
        """Weaker side as a share of the other, 0 to 1; None without both sides."""
        left, right = self.value(test, Side.LEFT), self.value(test, Side.RIGHT)
        if left is None or right is None:
            return None
        return lower_share(left, right)


def results_of(seen: Subject) -> Results:
    """Results of the runner that count on this day, and a sentence for each that does not."""
    kept: dict[tuple[str, Side | None], list[HomeTestResult]] = {}
    notes: list[str] = []
    for result in sorted(seen.runner.test_results, key=_day):
        wrong = _what_is_wrong(result, seen)
        if wrong is not None:
            notes.append(wrong)
            continue
        test = seen.tests[result.test]
        side = result.side if test.has_sides else None
        kept.setdefault((test.id, side), []).append(_within_the_scale(result, test))
    return Results(kept={place: tuple(found) for place, found in kept.items()}, notes=tuple(notes))


def sides_of(test: HomeTest) -> tuple[Side | None, ...]:
    """Sides a test is done on; (None,) where it has none."""
    return tuple(Side) if test.has_sides else (None,)


def worst(test: HomeTest, *values: float) -> float:
    """Return the worst of `values`, whichever way this test is better."""
    return min(values) if test.better is Better.MORE else max(values)


def difference(left: float, right: float) -> float:
    """Return how far two sides lie apart, in their unit; 0 or more."""
    return round(abs(left - right), DECIMALS)


def lower_share(left: float, right: float) -> float:
    """Return the lower of two results as a share of the higher, 0 to 1; 1 where both are 0."""
    higher = max(left, right)
    return round(min(left, right) / higher, DECIMALS) if higher > 0 else 1.0


def pairs_over_time(results: Results) -> Iterator[tuple[HomeTestResult, HomeTestResult]]:
    """Yield the latest result of each test and side with the one before it, on an earlier day."""
    for found in results.kept.values():
        earlier = [one for one in found if _day(one) < _day(found[-1]) and one.day is not None]
        if earlier:
            yield earlier[-1], found[-1]


def _day(result: HomeTestResult) -> date:
    return date.min if result.day is None else result.day


def _what_is_wrong(result: HomeTestResult, seen: Subject) -> str | None:
    test = seen.tests.get(result.test)
    if test is None:
        return _("There is no home test '{test}'; its result was left out.").format(
            test=result.test
        )
    if test.has_sides and result.side is None:
        return _("{test}: say which side the {value:g} belongs to; it was left out.").format(
            test=_(test.name), value=result.value
        )
    too_low = test.lowest is not None and result.value < test.lowest
    if too_low or not math.isfinite(result.value):
        return _("{test}: {value:g} is no result this test can give; it was left out.").format(
            test=_(test.name), value=result.value
        )
    if result.day is not None and result.day > seen.as_of:
        return _("{test}: {day} is still to come; the result was left out.").format(
            test=_(test.name), day=full_date(result.day)
        )
    return None


def _within_the_scale(result: HomeTestResult, test: HomeTest) -> HomeTestResult:
    """Result with its value at most what the test can give: 60 s of balance are 45."""
    if test.highest is None or result.value <= test.highest:
        return result
    return HomeTestResult(test=result.test, value=test.highest, side=result.side, day=result.day)
