"""Runs tests/cases/coaching_block.yaml: whom a calf block is offered to, its weeks, its dose."""

import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.coaching.calf_block import block_dose, calf_blocks
from runwright.coaching.calf_block_offer import CalfRunner, calf_block_offer
from runwright.coaching.done import DiaryReader
from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.runner import Pain
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.session import Dose
from tests.unit.coaching.logs import START, book, library, told_of
from tests.unit.coaching.situation import around

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_block.yaml"
CASES: dict[str, list[dict[str, Any]]] = yaml.safe_load(FILE.read_text("utf-8"))
USUAL = {0: 2, 8: 3, 15: 2, 22: 3}
WORK = "calf_seated_loaded"
PLANNED = re.compile(
    r"(?P<sets>\d) x (?P<low>\d+)-(?P<high>\d+), (?P<rir>\d) in reserve, (?P<rest>\d+) s rest"
)
SAID = {
    *("case", "hurt", "heel", "today", "days", "closed", "pregnant", "age", "frozen"),
    "bone",
    *("expect", "words", "done", "week", "planned", "asks"),
}


def each(of: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", CASES[of], ids=lambda case: case["case"])


def offer_in(case: dict[str, Any]) -> Change | None:
    hurt = {"achilles_midportion": case.get("hurt", USUAL)}
    hurt["achilles_insertional"] = case.get("heel", {})
    mornings = tuple(
        CheckIn(
            day=START + timedelta(days=day),
            pains=tuple(
                Pain(region=region, pain_0_10=told[day])
                for region, told in hurt.items()
                if day in told
            ),
        )
        for day in sorted({day for told in hurt.values() for day in told})
    )
    today = START + timedelta(days=case.get("today", 23))
    days = case.get("days", 2)
    effects = frozenset(GateEffect(one) for one in case.get("closed", ()))
    gate = Gate(rule="G00", effects=effects, says="", opens_when="")
    runner = CalfRunner(
        pains=DiaryReader(Told(check_ins=mornings), library(), book()).pains(),
        gates=(gate,) if effects else (),
        exercise=WORK if days else "",
        days=days,
        may_be_bone=case.get("bone") == "open",
        pregnant=case.get("pregnant", False),
        age=case.get("age", 30),
    )
    return calf_block_offer(runner, around(today=today, frozen=case.get("frozen", "")))


@each("offers")
def test_offer(case: dict[str, Any]) -> None:
    offer = offer_in(case)

    assert (offer is not None) == (case["expect"] == "offered")
    if offer is not None:
        assert case.get("words", "") in offer.because


def agreed_told(done: list[int]) -> Told:
    """A block agreed on on a Monday, and its work on so many days of each week since."""
    offer = Change(
        kind=ChangeKind.BLOCK,
        about="",
        rule="P11",
        because="",
        first_day=START,
        after=Work(says=""),
    )
    said = Decided(
        proposal=Proposal(id="block", title="", changes=(offer,)),
        decision=Decision.ACCEPTED,
        decided_on=START,
    )
    days = [7 * week + 2 * number for week, count in enumerate(done) for number in range(count)]
    sessions = [{"day": day, "reps": 15, "load_kg": 20.0} for day in days]
    told = told_of(WORK, {"reps": (15, 15), "rir": 2}, sessions)
    return Told(sessions=told.sessions, scripts=told.scripts, decisions=(said,))


@each("weeks")
def test_week(case: dict[str, Any]) -> None:
    today = START + timedelta(weeks=len(case["done"]))
    (block,) = calf_blocks(agreed_told(case["done"]), library(), book(), today)

    assert (block.week(today) if block.covers(today) else "over") == case["week"]


@each("doses")
def test_dose(case: dict[str, Any]) -> None:
    found = PLANNED.fullmatch(case["planned"])
    assert found is not None
    planned = Dose(
        sets=int(found["sets"]),
        reps=(int(found["low"]), int(found["high"])),
        rir=int(found["rir"]),
        rest_s=int(found["rest"]),
    )
    now = block_dose(planned, case["week"], book())

    assert now.reps is not None
    assert now.reps[0] == now.reps[1]
    counted = f"{now.sets} x {now.reps[0]}, {now.rir} in reserve"
    assert f"{counted}, {now.tempo}, {now.rest_s} s rest" == case["asks"]


def test_the_weeks_of_a_block_are_the_same_read_before_and_after_it_went_on() -> None:
    told = agreed_told([2, 2, 2])
    early = calf_blocks(told, library(), book(), START + timedelta(weeks=2))
    late = calf_blocks(told, library(), book(), START + timedelta(weeks=3))

    assert early[0].weeks == late[0].weeks[:2]


@pytest.mark.parametrize("case", [one for of in CASES.values() for one in of])
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert set(case) - SAID == set()
