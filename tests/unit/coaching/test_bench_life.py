"""The simulated half year is the same for the same seed, and the coach keeps its promises in it."""

import statistics
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, timedelta

import pytest

from bench import coach_year
from bench.coach import ARMS, questions_a_week
from bench.coach_arms import Ask
from bench.coach_day import Onlooker
from bench.coach_judge import ignored_steps_down, stressors_a_week, violations
from bench.coach_life import Season, how_it_ended
from bench.coach_plan import exercise_of, planned, work_of_session
from bench.synthetic_body import Set, body
from runwright.domain.check_in import CheckIn
from runwright.domain.exercise import Role
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.session import Dose

WEEKS = 12
COACH = ARMS[-1]


def lived(seed: int, arm=COACH, weeks: int = WEEKS) -> Season:
    season = Season(seed, arm, weeks=weeks)
    season.live()
    return season


@pytest.mark.parametrize("arm", ARMS)
def test_the_same_seed_lives_the_same_life(arm):
    first, again = lived(30, arm, 6), lived(30, arm, 6)

    assert first.life == again.life
    assert first.arm.notes == again.arm.notes


def stressors_of(season: Season) -> list[set[str]]:
    return stressors_a_week(season.season.plan, season.life.asked, season.life.raised)


def test_a_weight_taken_between_two_sets_is_new_stress_of_its_week():
    season = lived(30)
    day = next(iter(season.life.raised))
    week = (day - season.start).days // 7

    assert "weight" in stressors_of(season)[week]


@pytest.mark.parametrize(("asked_kg", "is_ignored"), [(24.0, True), (19.0, False)])
def test_a_step_down_that_the_next_session_does_not_ask_for_is_found(asked_kg, is_ignored):
    day = date(2026, 9, 1)
    less = Change(
        kind=ChangeKind.STEP_DOWN,
        about="goblet_squat",
        rule="G08",
        because="",
        first_day=day,
        after=Work(says="", exercise="goblet_squat", load_kg=19.0),
    )
    proposal = Proposal(id="1", title="", changes=(less,))
    yes = Decided(proposal=proposal, decision=Decision.ACCEPTED, decided_on=day)
    dose = Dose(sets=3, reps=(8, 12), load_kg=asked_kg)
    ask = Ask(label="S", exercise="goblet_squat", dose=dose, role=Role.MAIN)
    found = list(ignored_steps_down({day + timedelta(days=2): (ask,)}, [yes]))

    assert found == ([less] if is_ignored else [])


@pytest.mark.parametrize("seed", [10, 30])
def test_the_coach_keeps_its_promises(seed):
    season = lived(seed)
    decided = [change.key for one in season.arm.told.decisions for change in one.proposal.changes]

    assert season.life.raised_in_pain == 0
    assert len(decided) == len(set(decided))
    assert all(len(kinds) <= 1 for kinds in stressors_of(season))
    assert violations(season.season, season.life.asked) == ()
    assert statistics.median(questions_a_week(season)) <= 3
    assert list(ignored_steps_down(season.life.asked, season.arm.decisions)) == []


def test_a_synthetic_runner_feels_the_reserve_as_badly_as_people_do():
    squat = exercise_of("goblet_squat")
    errors: dict[bool, list[float]] = {True: [], False: []}
    for seed in range(300):
        one = body(seed)
        for left in (1, 3, 5, 7, 8, 10):
            felt = one.felt(left, one.chance.gauss(0, 1))
            errors[left <= 5].append(abs(felt - left))
    at_70 = [
        1 / (0.7 * one.rep_cost(squat)) - 1 / one.rep_cost(squat) for one in map(body, range(300))
    ]

    assert statistics.fmean(errors[True]) == pytest.approx(1.2, abs=0.3)  # about one (hackett2017)
    assert statistics.fmean(errors[False]) > 2  # far from the end (hackett2017)
    assert round(min(at_70)) >= 6 and round(max(at_70)) <= 26  # noqa: PT018  (zourdos2021)


@pytest.mark.parametrize(
    ("left", "is_held", "ended"),
    [
        *((3, False, "in band"), (5, False, "too easy"), (1, False, "too hard")),
        *((3, True, "in band"), (5, True, "in band"), (1, True, "too hard")),
    ],
)
def test_more_in_reserve_is_in_the_band_only_where_the_rules_hold_the_day(left, is_held, ended):
    dose = Dose(sets=1, reps=(8, 12), rir=3)
    one = Set(count=10, true_rir=left, told_rir=left)

    assert how_it_ended(one, dose, "weight", "", is_held=is_held)[0] == ended


@pytest.mark.parametrize(("sleep_h", "is_held"), [(6.5, True), (7.5, False)])
def test_the_onlooker_holds_what_the_rules_hold_whoever_coaches(sleep_h, is_held):
    season = lived(30, ARMS[2], 3)
    day = season.trained[-1].started_at.date()
    exercise = season.trained[0].sets[0].exercise
    nights = [CheckIn(day=day - timedelta(days=one), sleep_h=sleep_h) for one in range(14)]
    onlooker = Onlooker(season.season, season.onlooker.scripts)
    onlooker.looks(day, nights, season.trained[:-1])

    assert onlooker.holds(exercise) is is_held
    assert onlooker.holds("nobody did it yet")


def test_a_harder_rung_asks_more_of_a_synthetic_runner():
    one = body(0)
    usual = exercise_of("push_up")
    reps = [
        one.most_reps(replace(usual, level=level), load_kg=None, levers=0, share=1.0)
        for level in (1, 2, 3, 4)
    ]

    assert reps == sorted(reps, reverse=True)
    assert len(set(reps)) == len(reps)


def stress_of(number: int, *, rungs: Mapping[str, str] | None = None) -> set[str]:
    """New stress of a week in which a squat gets heavier, with rungs in the place of exercises."""
    plan = planned(30, WEEKS).plan
    first, then = (
        next(day for day in week.days if day.session)
        for week in (plan.weeks[0], plan.weeks[number])
    )
    dose = Dose(sets=3, reps=(8, 12), rir=3)
    squats = [
        Ask(label="S", exercise="goblet_squat", dose=replace(dose, load_kg=kg), role=Role.MAIN)
        for kg in (16.0, 18.0)
    ]
    squats = [replace(one, asked_kg=one.dose.load_kg) for one in squats]
    steps = [
        Ask(label=item.label, exercise=rungs[item.exercise], dose=item.dose, role=item.role)
        for item in work_of_session(then.session)
        if rungs is not None and item.exercise in rungs
    ]
    asked = {first.day: (squats[0],), then.day: (squats[1], *steps)}
    return stressors_a_week(plan, asked, {})[number]


PUSH, CALF = {"knee_push_up": "push_up"}, {"calf_bent_dl": "calf_bent_sl"}
HINGE = {"romanian_deadlift": "sl_rdl_loaded"}


def test_a_rung_and_the_weights_of_a_week_are_one_kind_and_a_second_rung_is_another():
    assert stress_of(1) == {"weight"}
    assert stress_of(1, rungs=PUSH) == {"rung"}
    assert stress_of(1, rungs=PUSH | CALF) == {"rung", "a second rung"}


def test_the_weights_of_a_heavier_phase_belong_to_it_and_a_rung_does_not():
    assert stress_of(6) == {"phase"}
    assert stress_of(6, rungs=HINGE) == {"phase", "rung"}


def test_the_notes_of_a_season_are_the_same_for_the_same_seed():
    page = coach_year.page(40, 4)

    assert page == coach_year.page(40, 4)
    assert page.count("## Week") == 4
    assert "Next time: " in page


def test_the_page_in_the_docs_says_how_it_was_made():
    page = coach_year.PAGE.read_text("utf-8")

    assert "python -m bench.coach_year" in page
    assert page.count("## Week") == coach_year.WEEKS
