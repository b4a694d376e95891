"""The simulated half year is the same for the same seed, and the coach keeps its promises in it."""

import random

import pytest

from bench.coach import ARMS, Season, first_loads
from bench.coach_arm import Coach

WEEKS = 14


def lived(seed: int):
    season = Season(seed, lambda of: Coach(first_loads(of), random.Random(1)), weeks=WEEKS)  # noqa: S311
    return season, season.live()


def test_the_same_seed_lives_the_same_life():
    for arm in ARMS[:-1]:
        assert Season(3, arm, weeks=WEEKS).live() == Season(3, arm, weeks=WEEKS).live()
    first, again = lived(3), lived(3)

    assert first[1] == again[1]
    assert first[0].arm.notes == again[0].arm.notes


@pytest.mark.parametrize("seed", [10, 40, 70])
def test_the_coach_never_steps_up_in_pain_and_asks_no_question_twice(seed):
    season, life = lived(seed)
    decided = [change.key for one in season.arm.told.decisions for change in one.proposal.changes]

    assert life.raised_in_pain == 0
    assert len(decided) == len(set(decided))
    assert all(count <= 1 for count in life.stressors_a_week)
