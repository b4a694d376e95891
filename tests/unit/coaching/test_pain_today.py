"""What all pains of a diary make of a day."""

import pytest

from runwright.coaching.pain import PainAnswer, RunAdvice
from runwright.coaching.pain_today import pain_today
from runwright.coaching.told import Told
from runwright.coaching.way_back import Stage
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from tests.unit.coaching.days import day, morning, session

LIBRARY = load_library()
BOOK = RuleBook(tuple(LIBRARY.rules.values()), LIBRARY.weights)
CALF, INSTEAD, LUNGE = "calf_raise_sl_floor", "calf_raise_dl_floor", "reverse_lunge"
ACHILLES = "achilles_midportion"


def on(number: int, sessions=(), mornings=()):
    told = Told(sessions=tuple(sessions), check_ins=tuple(mornings))
    return pain_today(told, (CALF, LUNGE), LIBRARY, BOOK, day(number))


def test_where_nothing_hurts_nothing_is_said():
    said = on(1, [session(0, CALF)], [morning(1, {})])

    assert (said.verdicts, said.held, said.sore, said.run) == ({}, {}, {}, RunAdvice.AS_PLANNED)


def test_amber_this_morning_holds_the_calf_and_keeps_runs_easy():
    said = on(0, mornings=[morning(0, {ACHILLES: 4})])

    assert said.verdicts[CALF].answer is PainAnswer.HOLD
    assert set(said.held) == {CALF}
    assert said.run is RunAdvice.EASY_ONLY
    assert len(said.run_says) == 1


def test_a_sore_wrist_says_nothing_of_running():
    assert on(0, mornings=[morning(0, {"wrist": 7})]).run is RunAdvice.AS_PLANNED


@pytest.mark.parametrize(
    ("quiet", "answer", "words"),
    [
        (0, PainAnswer.STEP_DOWN, "one step down"),
        (1, PainAnswer.HOLD, "quiet for 1 of 2 sessions"),
        (2, PainAnswer.CONTINUE, ""),
    ],
)
@pytest.mark.parametrize("after", [2, 3])
def test_after_a_worse_morning_nothing_gets_harder_before_two_quiet_sessions(
    quiet, answer, words, after
):
    later = [3 + 3 * number for number in range(quiet)]
    done = [session(0, CALF), *(session(number, CALF) for number in later)]
    mornings = [morning(0, {}), morning(1, {ACHILLES: after})]
    mornings += [morning(number + more, {}) for number in later for more in (0, 1)]
    said = on(2 + 3 * quiet, done, mornings).verdicts[CALF]

    assert said.answer is answer
    assert words in said.because
    assert said.may_step_up is (quiet == 2)


@pytest.mark.parametrize("quiet", [0, 1])
def test_what_took_its_place_waits_with_it(quiet):
    """The region has to be quiet, whatever was done with it."""
    later = [3 + 3 * number for number in range(quiet)]
    done = [session(0, CALF), *(session(number, INSTEAD) for number in later)]
    mornings = [morning(0, {}), morning(1, {ACHILLES: 3})]
    mornings += [morning(number + more, {}) for number in later for more in (0, 1)]
    told = Told(sessions=tuple(done), check_ins=tuple(mornings))
    said = pain_today(told, (INSTEAD,), LIBRARY, BOOK, day(2 + 3 * quiet)).verdicts[INSTEAD]

    assert said.answer is PainAnswer.HOLD
    assert f"quiet for {quiet} of 2 sessions" in said.because


def test_a_point_more_than_the_morning_before_holds_until_two_sessions_were_quiet():
    mornings = [
        morning(0, {ACHILLES: 1}),
        morning(1, {ACHILLES: 2}),
        morning(3, {}),
        morning(4, {}),
    ]
    said = on(4, [session(0, CALF), session(3, CALF)], mornings).verdicts[CALF]

    assert said.answer is PainAnswer.HOLD


def test_a_red_exercise_stays_out_until_it_is_quiet():
    said = on(1, [session(0, CALF, pains={(ACHILLES, CALF): 8})], [morning(1, {})])

    assert said.verdicts[CALF].answer is PainAnswer.SWAP
    assert said.ways[CALF].stage is Stage.OUT


def test_what_comes_later_is_not_looked_at():
    done, mornings = [session(5, CALF, pains={(ACHILLES, CALF): 8})], [morning(6, {ACHILLES: 6})]

    assert on(4, done, mornings).verdicts == {}


def test_a_region_nobody_knows_is_left_alone():
    assert on(0, mornings=[morning(0, {"left_antler": 9})]).sore == {}
