"""Tests fall due on a rhythm, and only a change beyond the test's error counts (rule A01)."""

from datetime import timedelta

import pytest

from runwright.coaching import retest
from runwright.coaching.retest import (
    Changed,
    NeedNow,
    change_between,
    changes_of,
    need_now,
)
from runwright.domain.runner import HomeTestResult, Side
from runwright.domain.screening import Band, HomeTestFinding, Need
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from tests.unit.coaching.days import DAY

LIBRARY = load_library()
BOOK = RuleBook(tuple(LIBRARY.rules.values()), LIBRARY.weights)
WALL = LIBRARY.tests["knee_to_wall"]  # its error is 1.9 cm
NEED = Need(rule="A02", patterns=("mob_ankle",), because="a stiff ankle")


def result(value: float, weeks: int = 0, side: Side = Side.LEFT, test: str = "knee_to_wall"):
    return HomeTestResult(test=test, value=value, side=side, day=DAY + timedelta(weeks=weeks))


def due(days: int):
    return [
        one.test
        for one in retest.tests_due([result(9)], LIBRARY.tests, DAY + timedelta(days=days), BOOK)
    ]


def test_a_test_is_due_after_six_weeks_and_not_a_day_before():
    assert due(41) == []
    assert due(42) == ["knee_to_wall"]


def test_the_latest_of_both_sides_sets_the_rhythm():
    told = [result(9), result(9, weeks=5, side=Side.RIGHT)]

    assert retest.tests_due(told, LIBRARY.tests, DAY + timedelta(weeks=6), BOOK) == ()


def test_a_test_that_is_only_shown_is_never_asked_for_again():
    told = [HomeTestResult(test="modified_thomas", value=0, side=Side.LEFT, day=DAY)]

    assert retest.tests_due(told, LIBRARY.tests, DAY + timedelta(weeks=20), BOOK) == ()


@pytest.mark.parametrize(
    ("before", "now", "changed"),
    [
        (8, 9.9, Changed.WITHIN_ERROR),
        (8, 10, Changed.BETTER),
        (9.9, 8, Changed.WITHIN_ERROR),
        (10, 8, Changed.WORSE),
        (8, 8, Changed.WITHIN_ERROR),
    ],
)
def test_a_change_counts_only_beyond_the_error(before, now, changed):
    assert change_between(WALL, result(before), result(now, weeks=7)).changed is changed


def test_sides_are_compared_each_with_itself_and_in_any_order():
    told = [
        result(8),
        result(11, weeks=7),
        result(10, side=Side.RIGHT),
        result(10.5, weeks=7, side=Side.RIGHT),
    ]
    found = changes_of(told, LIBRARY.tests)

    assert [(one.side, one.changed) for one in found] == [
        (Side.LEFT, Changed.BETTER),
        (Side.RIGHT, Changed.WITHIN_ERROR),
    ]
    assert changes_of(told[::-1], LIBRARY.tests) == found


@pytest.mark.parametrize(
    ("before", "now", "band", "need", "becomes"),
    [
        (7, 10, Band.TYPICAL, NEED, NeedNow.DROPPED),
        (5, 8, Band.LOW, NEED, NeedNow.KEPT),
        (8, 8.5, Band.LOW, NEED, NeedNow.KEPT),
        (8, 9.5, Band.TYPICAL, NEED, NeedNow.KEPT),  # within the error: not yet believed
        (12, 8, Band.LOW, None, NeedNow.RAISED),
        (12, 8, Band.LOW, NEED, NeedNow.RAISED),
        (12, 11.5, Band.TYPICAL, None, None),
        (9, 12, Band.TYPICAL, None, None),
    ],
)
def test_what_becomes_of_a_need(before, now, band, need, becomes):
    change = change_between(WALL, result(before), result(now, weeks=7))
    finding = HomeTestFinding(test=WALL.id, rule="A02", band=band, says="", unit="cm")
    said = need_now(change, finding, need)

    assert (None if said is None else said[0]) == becomes
