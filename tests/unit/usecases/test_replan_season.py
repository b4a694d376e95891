"""A running season planned anew: the past stands, what did not change stays, firm rules hold."""

from dataclasses import replace
from datetime import timedelta

import pytest

from runwright.domain.protocol import Phase
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Blocked, DayAvailability, Priority, Race, Travel
from runwright.usecases.asked import asked_of
from runwright.usecases.made_again import audit_stored, made_again
from runwright.usecases.move_session import MoveSession
from runwright.usecases.plan_season import PlanImpossibleError
from runwright.usecases.replan_season import Replan, changes_between, own_runs, replan_season
from tests.unit.usecases.test_made_again import LIBRARY, RUNNERS, planned

RACER = replace(RUNNERS["with races, travel and blocked days"], travels=(), blocked=())
HALF, TEN = RACER.races


@pytest.fixture(scope="module")
def season():
    return planned(RACER)


def anew(season, runner, week: int, **more):
    """The season planned anew on the Wednesday of its week `week`, from 0."""
    today = season.plan.weeks[week].monday + timedelta(days=2)
    order = Replan(
        plan=season.plan, asked=asked_of(season.request), runner=runner, today=today, **more
    )
    return today, replan_season(order, LIBRARY)


def days_of(plan):
    return {day.day: day for week in plan.weeks for day in week.days}


def violations(changed, runner, today):
    again = made_again(changed.plan, changed.asked, LIBRARY)
    found = audit_stored(changed.plan, again, LIBRARY, runner)
    return [one for one in found if one.is_violation and one.day >= today]


CHANGES = {
    "nothing": RACER,
    "days blocked": lambda today: replace(
        RACER,
        blocked=(Blocked(first=today + timedelta(days=3), last=today + timedelta(days=9)),),
    ),
    "away with a band": lambda today: replace(
        RACER,
        travels=(
            Travel(
                first=today, last=today + timedelta(days=12), kit=frozenset({"band"}), minutes=20
            ),
        ),
    ),
    "the race earlier": lambda _today: replace(
        RACER, races=(replace(HALF, day=HALF.day - timedelta(weeks=3)),)
    ),
    "the race later": lambda _today: replace(
        RACER, races=(replace(HALF, day=HALF.day + timedelta(weeks=5)), TEN)
    ),
    "no race": lambda _today: replace(RACER, races=()),
    "a race this Sunday": lambda today: replace(
        RACER,
        races=(
            *RACER.races,
            Race(name="Soon", day=today + timedelta(days=4), distance_km=10, priority=Priority.A),
        ),
    ),
    "fewer minutes": lambda _today: replace(RACER, days=(DayAvailability(minutes=20),) * 7),
}


@pytest.mark.parametrize("name", CHANGES)
@pytest.mark.parametrize("week", [0, 5, 11])
def test_the_past_stays_and_firm_rules_hold(season, name, week):
    today = season.plan.weeks[week].monday + timedelta(days=2)
    change = CHANGES[name]
    runner = change(today) if callable(change) else change

    _today, changed = anew(season, runner, week)

    was, now = days_of(season.plan), days_of(changed.plan)
    assert all(now[day] == planned for day, planned in was.items() if day < today)
    assert violations(changed, runner, today) == []


@pytest.mark.parametrize("week", [0, 6, 12])
def test_nothing_changed_proposes_nothing(season, week):
    today, changed = anew(season, RACER, week)

    assert changes_between(season.plan, changed.plan, today) == ()
    assert changed.plan.weeks == season.plan.weeks


def test_blocked_days_hold_nothing_and_far_weeks_stay(season):
    today = season.plan.weeks[2].monday + timedelta(days=2)
    blocked = Blocked(first=today + timedelta(days=5), last=today + timedelta(days=8), note="work")

    _, changed = anew(season, replace(RACER, blocked=(blocked,)), 2)

    days = days_of(changed.plan)
    inside = [days[blocked.first + timedelta(days=n)] for n in range(4)]
    assert all(day.session is None and day.blocked == "work" for day in inside)
    far = today + timedelta(weeks=4)
    assert changes_between(season.plan, changed.plan, far) == ()


def test_a_race_brought_forward_is_tapered_for_from_here(season):
    runner = CHANGES["the race earlier"](None)

    _, changed = anew(season, runner, 5)

    phases = [week.phase for week in changed.plan.weeks]
    race_week = (runner.races[0].day - season.plan.weeks[0].monday).days // 7
    assert phases[:6] == [week.phase for week in season.plan.weeks[:6]]
    assert phases[race_week] is Phase.RACE
    assert len(phases) == len(season.plan.weeks) or len(phases) == race_week + 3


def test_a_season_in_its_strength_phase_does_not_build_up_again(season):
    strong = next(i for i, week in enumerate(season.plan.weeks) if week.phase is Phase.STRENGTH) + 1

    _, changed = anew(season, CHANGES["the race later"](None), strong)

    phases = [week.phase for week in changed.plan.weeks]
    assert Phase.BUILD not in phases[strong : phases.index(Phase.RACE)]


def test_a_run_plan_of_ones_own_takes_the_place_of_projected_runs(season):
    today = season.plan.weeks[3].monday + timedelta(days=2)
    runs = tuple(
        PlannedRun(
            day=today + timedelta(days=n),
            start_min=7 * 60,
            duration_min=40,
            kind=RunKind.EASY,
            title="mine",
        )
        for n in range(0, 14, 2)
    )

    _, changed = anew(season, RACER, 3, given_runs=runs)

    assert own_runs(changed.plan) == runs
    days = [days_of(changed.plan)[today + timedelta(days=n)] for n in range(13)]
    assert all(run.title == "mine" or run.race for day in days for run in day.runs)


def test_a_run_plan_once_given_stays_when_something_else_changes(season):
    today = season.plan.weeks[3].monday + timedelta(days=2)
    mine = PlannedRun(
        day=today + timedelta(days=10), start_min=420, duration_min=40, kind=RunKind.EASY, title="x"
    )
    _, changed = anew(season, RACER, 3, given_runs=(mine,))
    runner = CHANGES["days blocked"](today)

    later = replan_season(
        Replan(plan=changed.plan, asked=changed.asked, runner=runner, today=today), LIBRARY
    )

    assert own_runs(later.plan) == (mine,)


def moved_by_hand(season):
    """A season in which a session was moved, the day it went to, and the day it is."""
    today = season.plan.weeks[2].monday
    moves = MoveSession(season.plan, asked_of(season.request), RACER, LIBRARY, today=today)
    source = [day.day for day in season.plan.weeks[3].days if day.session is not None][-1]
    choice = next(one for one in moves.choices(source) if one.is_possible)
    return moves.moved(source, choice.day), choice, today


def test_a_session_put_there_by_hand_stays_when_something_else_changes(season):
    changed, choice, today = moved_by_hand(season)
    runner = replace(RACER, races=(HALF,))

    later = replan_season(
        Replan(plan=changed.plan, asked=changed.asked, runner=runner, today=today), LIBRARY
    )

    assert days_of(later.plan)[choice.day].session.placed == choice.session
    assert [one.day for one in later.asked.held] == [choice.day]


def test_a_session_put_there_by_hand_is_let_go_aloud_where_its_day_is_blocked(season):
    changed, choice, today = moved_by_hand(season)
    runner = replace(RACER, blocked=(Blocked(first=choice.day, last=choice.day),))

    later = replan_season(
        Replan(plan=changed.plan, asked=changed.asked, runner=runner, today=today), LIBRARY
    )

    assert later.asked.held == ()
    assert "could not stay there" in later.plan.notes[0]


def test_a_season_that_cannot_be_says_what_would_help(season):
    with pytest.raises(PlanImpossibleError, match="at least one day"):
        anew(season, replace(RACER, days=(DayAvailability(minutes=0),) * 7), 3)
