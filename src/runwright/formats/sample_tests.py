"""The sample runner's home tests: done before the season began, some of them again since."""

from dataclasses import replace
from datetime import date, timedelta

from runwright.domain.runner import HomeTestResult, Runner, Side

BEFORE = timedelta(days=2)  # a Saturday: the tests, then the plan on Monday
AGAIN = timedelta(weeks=5, days=5)
# What came out the second time: the ankle beyond its test's error, the calves within it.
SECOND = (
    ("knee_to_wall", 10.5, Side.LEFT),
    ("knee_to_wall", 11.0, Side.RIGHT),
    ("single_leg_heel_raise", 29.0, Side.LEFT),
    ("single_leg_heel_raise", 31.0, Side.RIGHT),
    ("single_leg_balance", 43.0, Side.LEFT),
    ("single_leg_balance", 45.0, Side.RIGHT),
)


def tested_before(runner: Runner, start: date) -> Runner:
    """Return the runner with the tests done on a day before the season began."""
    results = tuple(replace(one, day=start - BEFORE) for one in runner.test_results)
    return replace(runner, test_results=results)


def tested_again(runner: Runner, start: date) -> Runner:
    """Return the runner with some tests done a second time, weeks into the season."""
    again = tuple(
        HomeTestResult(test=test, value=value, side=side, day=start + AGAIN)
        for test, value, side in SECOND
    )
    return replace(runner, test_results=(*runner.test_results, *again))
