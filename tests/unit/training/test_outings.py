from datetime import UTC

from runwright.domain.run import RunKind
from runwright.training.effort import judged_runs
from runwright.training.outings import outings_of
from runwright.training.recorded import recorded_runs
from tests.unit.training.made import SUNDAY, ago, parameters


def outings(runs):
    seen = recorded_runs(runs, as_of=SUNDAY, timezone=UTC, fastest_run_mps=7)
    return outings_of(judged_runs(seen.runs, parameters().effort), same_outing_gap_min=60)


def test_warm_up_race_and_cool_down_are_one_outing_and_a_race():
    day = [
        ago(0, km=2, minutes=12, at="08:30"),
        ago(0, km=10, minutes=45, at="09:00", title="City race"),
        ago(0, km=2, minutes=13, at="10:00"),
    ]
    only = outings(day)

    assert len(only) == 1
    assert (only[0].kind, only[0].duration_min, only[0].distance_km) == (RunKind.RACE, 70, 14)
    assert only[0].start_min == 8 * 60 + 30


def test_a_morning_and_an_evening_run_are_two_outings():
    assert len(outings([ago(0, at="07:00"), ago(0, at="18:00")])) == 2


def test_the_gap_counts_from_the_end_of_the_run_and_its_limit_is_apart():
    assert len(outings([ago(0, at="07:00", minutes=30), ago(0, at="08:29")])) == 1
    assert len(outings([ago(0, at="07:00", minutes=30), ago(0, at="08:30")])) == 2


def test_an_outing_with_an_unknown_part_has_no_distance():
    assert outings([ago(0, at="07:00"), ago(0, at="07:40", km=None)])[0].distance_km is None
