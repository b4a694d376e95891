from datetime import UTC, timedelta

import pytest

from runwright.domain.run import RunKind
from runwright.training.effort import Sign, judged_runs
from runwright.training.recorded import recorded_runs
from tests.unit.training.made import SUNDAY, ago, parameters


def judged(runs):
    seen = recorded_runs(runs, as_of=SUNDAY, timezone=UTC, fastest_run_mps=7)
    return judged_runs(seen.runs, parameters().effort)


def last(runs):
    newest = judged(runs)[-1]
    return newest.kind, newest.sign


EASY_WEEKS = [ago(days, km=6, minutes=36, mean_heart_rate_bpm=140) for days in range(3, 40, 4)]


def test_what_the_file_says_goes_before_everything_else():
    run = ago(0, kind_hint=RunKind.RACE, title="Easy", rpe=2)

    assert last([run]) == (RunKind.RACE, Sign.FILE)


def test_the_title_goes_before_pace():
    assert last([*EASY_WEEKS, ago(0, title="Easy", minutes=28)]) == (RunKind.EASY, Sign.TITLE)


def test_an_easy_run_that_felt_hard_was_hard():
    assert last([ago(0, title="Easy", rpe=7)]) == (RunKind.QUALITY, Sign.TOLD_EFFORT)


def test_a_long_run_that_felt_hard_stays_the_long_run():
    assert last([ago(0, title="Long run", rpe=8)]) == (RunKind.LONG, Sign.TITLE)


def test_a_fast_run_that_felt_easy_was_easy():
    assert last([*EASY_WEEKS, ago(0, minutes=31, rpe=4)]) == (RunKind.EASY, Sign.TOLD_EFFORT)


def test_an_effort_of_zero_is_told():
    assert last([*EASY_WEEKS, ago(0, minutes=31, rpe=0)]) == (RunKind.EASY, Sign.TOLD_EFFORT)


@pytest.mark.parametrize(
    ("minutes", "heart_rate", "expected"),
    [
        (32.4, 140, (RunKind.QUALITY, Sign.PACE)),
        (32.5, 140, (RunKind.EASY, Sign.NOTHING)),
        (36, 151.3, (RunKind.QUALITY, Sign.HEART_RATE)),
        (36, 151.1, (RunKind.EASY, Sign.NOTHING)),
        (34.1, 145.7, (RunKind.QUALITY, Sign.PACE_AND_HEART_RATE)),
        (34.3, 145.7, (RunKind.EASY, Sign.NOTHING)),
        (34.1, 145.5, (RunKind.EASY, Sign.NOTHING)),
    ],
)
def test_pace_and_heart_rate_are_held_against_own_easy_running(minutes, heart_rate, expected):
    newest = ago(0, km=6, minutes=minutes, mean_heart_rate_bpm=heart_rate)

    assert last([*EASY_WEEKS, newest]) == expected


def test_a_climb_explains_a_slow_pace_and_a_flat_run_beside_it_is_not_hard():
    hilly = [ago(days, km=6, minutes=48, ascent_m=250) for days in range(3, 40, 4)]
    flat = ago(0, km=6, minutes=36)

    assert last([*hilly, flat]) == (RunKind.EASY, Sign.NOTHING)


def test_with_few_runs_before_it_pace_says_nothing():
    fast = ago(0, km=6, minutes=25)

    assert last([*EASY_WEEKS[:4], fast]) == (RunKind.EASY, Sign.NOTHING)
    assert last([*EASY_WEEKS[:5], fast]) == (RunKind.QUALITY, Sign.PACE)


def test_running_of_another_season_is_no_comparison():
    long_ago = [ago(100 + days, km=6, minutes=48) for days in range(0, 40, 4)]

    assert last([*long_ago, *EASY_WEEKS, ago(0)]) == (RunKind.EASY, Sign.NOTHING)


def test_strides_recorded_apart_are_not_judged():
    strides = ago(0, km=1, minutes=4)

    assert last([*EASY_WEEKS, strides]) == (RunKind.EASY, Sign.NOTHING)


def test_later_runs_do_not_change_what_earlier_ones_were():
    runs = [ago(days, minutes=30 + days % 7) for days in range(60)]
    cut = SUNDAY - timedelta(days=30)
    early = [run for run in runs if run.started_at.date() <= cut]

    assert judged(runs)[: len(early)] == judged(early)
