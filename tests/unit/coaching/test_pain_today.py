"""What all pains of a diary make of a day."""

from runwright.coaching.pain import PainAnswer, RunAdvice
from runwright.coaching.pain_today import pain_today
from runwright.coaching.told import Told
from runwright.coaching.way_back import Stage
from runwright.knowledge.library import load_library
from runwright.rules.registry import RuleBook
from tests.unit.coaching.days import day, morning, session

LIBRARY = load_library()
BOOK = RuleBook(tuple(LIBRARY.rules.values()), LIBRARY.weights)
CALF, LUNGE = "calf_raise_sl_floor", "reverse_lunge"
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


def test_a_worse_morning_steps_the_calf_down_until_it_is_done_again():
    done = [session(0, CALF)]
    worse = [morning(0, {}), morning(1, {ACHILLES: 3})]

    assert on(2, done, worse).verdicts[CALF].answer is PainAnswer.STEP_DOWN
    again = [*done, session(3, CALF)]
    calm = [*worse, morning(3, {}), morning(4, {})]
    assert on(4, again, calm).verdicts[CALF].answer is PainAnswer.CONTINUE


def test_a_red_exercise_stays_out_until_it_is_quiet():
    said = on(1, [session(0, CALF, pains={(ACHILLES, CALF): 8})], [morning(1, {})])

    assert said.verdicts[CALF].answer is PainAnswer.SWAP
    assert said.ways[CALF].stage is Stage.OUT


def test_what_comes_later_is_not_looked_at():
    done, mornings = [session(5, CALF, pains={(ACHILLES, CALF): 8})], [morning(6, {ACHILLES: 6})]

    assert on(4, done, mornings).verdicts == {}


def test_a_region_nobody_knows_is_left_alone():
    assert on(0, mornings=[morning(0, {"left_antler": 9})]).sore == {}
