"""What changed while a runner trained: only what enough days can tell, and never a cause."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from runwright.domain.performed import Ended, PerformedSession, PerformedSet
from runwright.domain.run import Run
from runwright.domain.runner import HomeTestResult, Runner, Side
from runwright.domain.units import use_units
from runwright.formats.progress_charts.worked_rows import worked_part
from runwright.knowledge.library import load_library
from runwright.usecases.what_worked import Lived, Looked, what_worked

LIBRARY = load_library()
START = datetime(2026, 9, 1, 17, tzinfo=UTC)
TODAY = date(2026, 12, 1)
JUMPS = {"skip_rope"}


def lived(**changes) -> Lived:
    nothing = Lived(runner=Runner(), sessions=(), runs=(), hard_legs=frozenset(), today=TODAY)
    return replace(nothing, **changes)


def session(number: int, exercise: str, **counted) -> PerformedSession:
    at = START + timedelta(days=4 * number)
    done = PerformedSet(label="A1", exercise=exercise, number=1, ended_at=at, **counted)
    return PerformedSession(
        schema_version="1",
        id=f"s{number}",
        script=f"script-{number}",
        minutes=30,
        started_at=at,
        ended_at=at + timedelta(minutes=30),
        ended=Ended.DONE,
        sets=(done,),
    )


def run(at: datetime, bpm: float) -> Run:
    return Run(
        started_at=at,
        duration_s=2400,
        elapsed_s=2400,
        distance_m=7000,
        mean_heart_rate_bpm=bpm,
        title="Easy run",
    )


def only(found, looked: Looked):
    (one,) = (one for one in found if one.looked is looked)
    return one


@pytest.mark.parametrize(("count", "is_told"), [(5, False), (6, True)])
def test_a_lift_takes_six_sessions(count, is_told):
    sessions = [session(n, "goblet_squat", reps=6, rir=2, load_kg=20 + n) for n in range(count)]
    one = only(what_worked(lived(sessions=sessions), LIBRARY), Looked.LIFT)

    assert (one.interval is not None) is is_told
    part = worked_part([one], LIBRARY)
    assert len(part.rows) == is_told
    assert is_told or part.waiting == ("Goblet squat: 5 of 6 sessions",)


def test_a_hold_that_grows_is_told_by_week_with_its_interval():
    sessions = [session(n, "side_plank", hold_s=20 + 2 * n) for n in range(8)]
    one = only(what_worked(lived(sessions=sessions), LIBRARY), Looked.HOLD)
    (row,) = worked_part([one], LIBRARY).rows

    assert one.interval.middle == pytest.approx(3.5)
    assert row.says == "+3.5 s a week"
    assert row.likely.endswith("8 sessions")


@pytest.mark.parametrize(
    ("count", "every_days", "waiting"),
    [
        (15, 4, "Skipping rope: 15 of 16 sessions of jumps, 9 of 8 weeks"),
        (16, 4, None),
        (16, 3, "Skipping rope: 16 of 16 sessions of jumps, 7 of 8 weeks"),
        (18, 3, None),
    ],
)
def test_jumps_are_judged_after_sixteen_sessions_over_eight_weeks(count, every_days, waiting):
    days = [n * every_days / 4 for n in range(count)]
    sessions = [session(n, "skip_rope", hold_s=20 + number) for number, n in enumerate(days)]
    (one,) = (one for one in what_worked(lived(sessions=sessions), LIBRARY) if one.about in JUMPS)
    part = worked_part([one], LIBRARY)

    assert part.waiting == (() if waiting is None else (waiting,))
    assert one.looked is (Looked.HOLD if waiting is None else Looked.JUMPS)


def test_other_jumps_count_for_the_sessions_of_jumps():
    skipped = [session(n, "skip_rope", hold_s=20 + n) for n in range(7)]
    hopped = [session(n, "pogo_dl", contacts=10) for n in range(7, 15)]
    found = what_worked(lived(sessions=[*skipped, *hopped]), LIBRARY)

    assert only(found, Looked.JUMPS).count == 15


def test_a_lift_is_told_in_the_readers_unit():
    sessions = [session(n, "goblet_squat", reps=6, rir=2, load_kg=20 + n) for n in range(8)]
    one = only(what_worked(lived(sessions=sessions), LIBRARY), Looked.LIFT)
    said = {}
    for units in ("metric", "imperial"):
        use_units(units)
        said[units] = worked_part([one], LIBRARY).rows[0].says
    use_units("metric")

    assert said == {"metric": "+2.2 kg a week", "imperial": "+4.9 lb a week"}


def test_heel_raises_count_beyond_the_error_of_the_test_only():
    def told(now: float):
        results = tuple(
            HomeTestResult(test="single_leg_heel_raise", value=value, side=Side.LEFT, day=day)
            for value, day in ((20, date(2026, 9, 1)), (now, date(2026, 11, 1)))
        )
        runner = replace(Runner(), test_results=results)
        return only(what_worked(lived(runner=runner), LIBRARY), Looked.HEEL_RAISES)

    assert not told(26).interval.is_clear
    assert told(27).interval.is_clear
    rows = [worked_part([told(now)], LIBRARY).rows[0].says for now in (26, 27)]
    assert rows == ["no change one could tell", "+7 repetitions since the test before"]


def test_without_a_second_test_it_says_what_is_missing():
    one = only(what_worked(lived(), LIBRARY), Looked.HEEL_RAISES)

    assert worked_part([one], LIBRARY).waiting == ("Single-leg heel raise: 0 of 2 test days",)


def test_the_heart_after_hard_legs_is_compared_with_other_days():
    sessions = [session(n, "goblet_squat", reps=8) for n in range(8)]
    after = [run(one.ended_at + timedelta(hours=12), 146 + n % 2) for n, one in enumerate(sessions)]
    other = [run(one.ended_at + timedelta(hours=60), 140 + n % 2) for n, one in enumerate(sessions)]
    scripts = frozenset(one.script for one in sessions)
    found = lived(sessions=sessions, runs=[*after, *other], hard_legs=scripts)
    one = only(what_worked(found, LIBRARY), Looked.EASY_HEART_RATE)

    assert one.interval.middle == pytest.approx(6, abs=0.5)
    assert one.interval.is_clear
    easy = only(what_worked(replace(found, hard_legs=frozenset()), LIBRARY), Looked.EASY_HEART_RATE)
    assert easy.interval is None


def test_nothing_done_is_not_enough_and_no_fault():
    part = worked_part(what_worked(lived(), LIBRARY), LIBRARY)

    assert part.rows == ()
    assert len(part.waiting) == 2
