"""The simulated half year is the same for the same seed, and the coach keeps its promises in it."""

import statistics

import pytest

from bench import coach_year
from bench.coach import ARMS, questions_a_week
from bench.coach_judge import stressors_a_week, violations
from bench.coach_life import Season
from bench.coach_plan import exercise_of
from bench.synthetic_body import body

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


@pytest.mark.parametrize("seed", [10, 30])
def test_the_coach_keeps_its_promises(seed):
    season = lived(seed)
    decided = [change.key for one in season.arm.told.decisions for change in one.proposal.changes]

    assert season.life.raised_in_pain == 0
    assert len(decided) == len(set(decided))
    assert all(len(kinds) <= 1 for kinds in stressors_of(season))
    assert violations(season.season, season.life.asked) == ()
    assert statistics.median(questions_a_week(season)) <= 3


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


def test_the_notes_of_a_season_are_the_same_for_the_same_seed():
    page = coach_year.page(40, 4)

    assert page == coach_year.page(40, 4)
    assert page.count("## Week") == 4
    assert "Next time: " in page


def test_the_page_in_the_docs_says_how_it_was_made():
    page = coach_year.PAGE.read_text("utf-8")

    assert "python -m bench.coach_year" in page
    assert page.count("## Week") == coach_year.WEEKS
