"""Runs tests/cases/coaching_missed.yaml: what became of a planned session."""

from datetime import UTC, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest
import yaml

from runwright.coaching.missed import fates
from runwright.domain.performed import PERFORMED_SCHEMA_VERSION, Ended, PerformedSession
from runwright.domain.plan import DayPlan, PlannedSession
from runwright.domain.runner import DayAvailability
from runwright.domain.session import Placed, SessionKind
from tests.unit.coaching.logs import START

FILE = Path(__file__).resolve().parents[2] / "cases" / "coaching_missed.yaml"
CASES: list[dict[str, Any]] = yaml.safe_load(FILE.read_text("utf-8"))
SAID = {"case", "rule", "done", "ended", "today", "expect", "and"}
DAYS = ("monday", "tuesday", "wednesday", "thursday")
PLANNED, ASKED_MIN = "tuesday-heavy", 45
ENDED = {"whole": Ended.DONE, "shortened": Ended.SHORTENED, "pain": Ended.PAIN}


def day_of(name: str):
    return START + timedelta(days=DAYS.index(name))


def week() -> tuple[DayPlan, ...]:
    session = PlannedSession(
        id=PLANNED,
        placed=Placed(kind=SessionKind.HEAVY, start_min=18 * 60, duration_min=ASKED_MIN),
        title="",
        blocks=(),
        worked_out_min=float(ASKED_MIN),
        hard_sets=0,
    )
    return tuple(
        DayPlan(
            day=day_of(name),
            available=DayAvailability(minutes=ASKED_MIN),
            session=session if name == "tuesday" else None,
        )
        for name in DAYS
    )


def done_in(case: dict[str, Any]) -> list[PerformedSession]:
    if "done" not in case:
        return []
    *how, day, minutes, _unit = case["done"].split()
    start = datetime.combine(day_of(day), time(18), tzinfo=UTC)
    return [
        PerformedSession(
            schema_version=PERFORMED_SCHEMA_VERSION,
            id="done",
            script=f"{day_of(day)}-own" if how else PLANNED,
            minutes=int(minutes),
            started_at=start,
            ended_at=start + timedelta(minutes=int(minutes)),
            ended=ENDED[case.get("ended", "whole")],
        )
    ]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_what_became_of_it(case: dict[str, Any]) -> None:
    found = fates(week(), done_in(case), day_of(case["today"]))
    of_plan = [one.happened.value for one in found if one.planned is not None]
    on_top = [one.happened.value for one in found if one.planned is None]

    assert of_plan == [case["expect"]]
    assert on_top == ([case["and"]] if "and" in case else [])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_a_case_says_nothing_that_is_not_read(case: dict[str, Any]) -> None:
    assert set(case) <= SAID
