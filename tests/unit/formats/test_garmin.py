from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import RunKind
from runwright.formats.garmin import read_garmin
from tests.unit.formats.run_imports import codes, imported, only
from tools.make_test_runs import garmin_json

START = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)
RUN = {
    "name": "Morning Run",
    "activityType": "running",
    "startTimeGmt": START.timestamp() * 1000,
    "startTimeLocal": (START + timedelta(hours=2)).timestamp() * 1000,
    "duration": 600_000.0,
    "elapsedDuration": 650_000.0,
    "distance": 200_000.0,
    "avgHr": 142.0,
    "maxHr": 171.0,
    "elevationGain": 4200.0,
}


def test_milliseconds_and_centimetres_become_seconds_and_metres(tmp_path):
    run = only(imported(tmp_path, "x_summarizedActivities.json", garmin_json([RUN])))

    assert run.started_at == START
    assert run.started_at.utcoffset() == timedelta(hours=2)
    assert (run.duration_s, run.elapsed_s, run.distance_m, run.ascent_m) == (600, 650, 2000, 42)
    assert (run.mean_heart_rate_bpm, run.max_heart_rate_bpm) == (142, 171)
    assert run.sources[0].format == "garmin"


def test_races_strength_and_treadmills_are_told_apart(tmp_path):
    race = RUN | {"eventTypeId": 1}
    strength = RUN | {"activityType": "strength_training"}
    treadmill = RUN | {"activityType": {"typeKey": "treadmill_running"}}
    read = imported(tmp_path, "x.json", garmin_json([race, strength, treadmill]))

    assert [run.kind_hint for run in read.items] == [RunKind.RACE, None]
    assert [run.indoor for run in read.items] == [False, True]
    assert codes(read) == ["garmin.not-runs"]


def test_an_activity_without_a_start_is_named_by_its_number(tmp_path):
    read = imported(tmp_path, "x.json", garmin_json([RUN, {"activityType": "running"}]))

    assert len(read.items) == 1
    assert [problem.where for problem in read.problems] == ["x.json:2"]


def test_a_summary_cut_short_is_named(tmp_path):
    assert codes(imported(tmp_path, "x.json", garmin_json([RUN])[:-20])) == ["garmin.damaged"]


anything = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(sorted(RUN)), inner)
    ),
    max_leaves=10,
)


@given(summaries=st.lists(st.dictionaries(st.sampled_from(sorted(RUN)), anything), max_size=4))
def test_any_values_give_activities_or_reasons(summaries):
    read = read_garmin(garmin_json(summaries), "x.json")

    assert len(read.items) == len(summaries)


def test_other_json_holds_no_run(tmp_path):
    assert codes(imported(tmp_path, "sleep.json", b'[{"sleep": 8}]')) == ["file.wrong-type"]
