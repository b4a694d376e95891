"""How sleep, stress and soreness ease a day (cases in words), and what mornings tell."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from runwright.coaching.readiness import easing, told_readiness
from runwright.domain.runner import Readiness
from runwright.domain.session import Dose
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from tests.unit.coaching.days import day, morning

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_readiness.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
SAID = {
    *("case", "told", "expect", "legs", "rest", "rules", "jumps", "longest", "eases_week"),
}
LIBRARY = load_library()
BOOK = RuleBook(tuple(LIBRARY.rules.values()), LIBRARY.weights)


def readiness(told: dict[str, Any]) -> Readiness:
    volume, intensity = told.get("rising", (None, None))
    return Readiness(
        sleep_h=told.get("sleep_h"),
        stress_days=told.get("stress_days"),
        soreness_0_10=told.get("soreness"),
        volume_rising=volume,
        intensity_rising=intensity,
        sleep_falling=told.get("sleep_falling"),
    )


def sets_left(eased: Any, *, loads_legs: bool) -> int:
    left = eased.eased(Dose(sets=4, reps=(8, 12)), loads_legs=loads_legs)
    return 0 if left is None else left.sets


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_case(case: dict[str, Any]) -> None:
    eased = easing(readiness(case["told"]), BOOK, age=case["told"].get("age"))

    assert eased.answer == case["expect"]
    assert [one.rule for one in eased.reasons] == case["rules"]
    assert eased.may_step_up == (eased.answer == "go")
    for key, loads_legs in (("legs", True), ("rest", False)):
        if key in case:
            assert sets_left(eased, loads_legs=loads_legs) == case[key]
    assert eased.drops_jumps == (case.get("jumps", "out" if eased.drops_jumps else "") == "out")
    assert case.get("longest", eased.may_run_longest) == eased.may_run_longest
    assert case.get("eases_week", eased.eases_week) == eased.eases_week
    assert set(case) <= SAID


answers = st.builds(
    Readiness,
    sleep_h=st.none() | st.floats(0, 24),
    stress_days=st.none() | st.integers(0, 7),
    soreness_0_10=st.none() | st.integers(0, 10),
    volume_rising=st.none() | st.booleans(),
    intensity_rising=st.none() | st.booleans(),
    sleep_falling=st.none() | st.booleans(),
)


@given(
    told=answers, sets=st.integers(1, 6), age=st.none() | st.integers(12, 90), legs=st.booleans()
)
def test_readiness_never_raises_anything(
    told: Readiness, sets: int, age: int | None, *, legs: bool
) -> None:
    asked = Dose(sets=sets, reps=(5, 8), rir=2, load_kg=40)
    left = easing(told, BOOK, age=age).eased(asked, loads_legs=legs)

    if left is not None:
        assert 1 <= left.sets <= asked.sets
        assert (left.reps, left.rir, left.load_kg) == (asked.reps, asked.rir, asked.load_kg)


@given(told=answers, more=st.integers(1, 10))
def test_sorer_legs_never_get_more_work(told: Readiness, more: int) -> None:
    sore = told.soreness_0_10 or 0
    sorer = Readiness(soreness_0_10=min(10, sore + more))

    assert sets_left(easing(sorer, BOOK), loads_legs=True) <= sets_left(
        easing(Readiness(soreness_0_10=sore), BOOK), loads_legs=True
    )


def test_a_single_bad_night_is_no_average() -> None:
    told = told_readiness([morning(0, sleep_h=4)], day(0), BOOK)

    assert told.sleep_h is None


def test_seven_nights_of_the_last_fourteen_make_an_average() -> None:
    nights = [morning(number, sleep_h=6) for number in range(7)]

    assert told_readiness(nights, day(6), BOOK).sleep_h == 6
    assert told_readiness(nights, day(13), BOOK).sleep_h == 6
    assert told_readiness(nights, day(14), BOOK).sleep_h is None


def test_stress_counts_the_last_seven_days() -> None:
    told = [morning(number, stress=8) for number in range(3)]

    assert told_readiness(told, day(6), BOOK).stress_days == 3
    assert told_readiness(told, day(7), BOOK).stress_days == 2


def test_soreness_is_this_mornings() -> None:
    told = [morning(0, soreness=8)]

    assert told_readiness(told, day(0), BOOK).soreness_0_10 == 8
    assert told_readiness(told, day(1), BOOK).soreness_0_10 is None


def test_a_diary_in_any_order_tells_the_same() -> None:
    told = [morning(n, sleep_h=6 + n % 3, stress=n % 10, soreness=n % 7) for n in range(20)]

    assert told_readiness(told, day(19), BOOK) == told_readiness(told[::-1], day(19), BOOK)


def test_sleep_falls_when_the_last_week_is_shorter_than_the_one_before() -> None:
    shorter = [morning(n, sleep_h=8 if n < 7 else 7) for n in range(14)]
    longer = [morning(n, sleep_h=7 if n < 7 else 8) for n in range(14)]

    assert told_readiness(shorter, day(13), BOOK).sleep_falling is True
    assert told_readiness(longer, day(13), BOOK).sleep_falling is False
    assert told_readiness(shorter[:7], day(13), BOOK).sleep_falling is None


def test_a_mean_right_below_the_limit_reads_below_it():
    (reason,) = easing(Readiness(sleep_h=6.98), BOOK).reasons

    assert "6.9 h" in reason.says
