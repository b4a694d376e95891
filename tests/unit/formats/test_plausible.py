import math
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import RunSource
from runwright.formats.plausible import judge
from runwright.formats.recording import Recording
from runwright.formats.sports import Sport
from tests.unit.formats.run_imports import NOW, codes, only

START = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)


def recording(**told: object) -> Recording:
    values = {
        "started_at": START,
        "duration_s": 3000.0,
        "elapsed_s": 3100.0,
        "distance_m": 10_000.0,
        "sport": Sport.RUN,
    } | told
    return Recording(source=RunSource(label="a.fit", format="fit"), **values)


@pytest.mark.parametrize(
    ("told", "code"),
    [
        ({"started_at": None}, "no-start"),
        ({"started_at": datetime(1970, 1, 1, tzinfo=UTC)}, "before-2000"),
        ({"started_at": datetime(1, 1, 1, tzinfo=UTC)}, "before-2000"),
        ({"started_at": NOW + timedelta(days=1, seconds=1)}, "future"),
        ({"duration_s": None}, "no-duration"),
        ({"duration_s": 0.0}, "no-duration"),
        ({"duration_s": math.nan}, "no-duration"),
        ({"duration_s": -1.0}, "negative-duration"),
        ({"duration_s": 29.0}, "too-short"),
        ({"duration_s": 25 * 3600 + 1.0}, "too-long"),
        ({"stands_still": True}, "stands-still"),
        ({"sport": Sport.SWIM}, "not-a-run"),
    ],
)
def test_what_cannot_be_a_run_has_a_name(told, code):
    judged = judge(recording(**told), now=NOW)

    assert judged.items == ()
    assert codes(judged) == [f"fit.{code}"]


@pytest.mark.parametrize(
    "told",
    [
        {"started_at": datetime(2000, 1, 1, tzinfo=UTC)},
        {"started_at": NOW + timedelta(days=1)},
        {"duration_s": 30.0, "distance_m": 100.0},
        {"duration_s": 25 * 3600.0},
    ],
)
def test_at_the_limit_it_is_still_a_run(told):
    assert codes(judge(recording(**told), now=NOW)) == []


@pytest.mark.parametrize(
    ("metres", "code"),
    [
        (-1.0, "fit.absurd-distance"),
        (math.nan, "fit.absurd-distance"),
        (math.inf, "fit.absurd-distance"),
        (400_001.0, "fit.absurd-distance"),
        (20_100.0, "fit.too-fast"),
        (0.0, None),
    ],
)
def test_a_distance_that_cannot_be_is_left_out(metres, code):
    judged = judge(recording(distance_m=metres), now=NOW)

    assert only(judged).distance_m is None
    assert codes(judged) == ([code] if code else [])


def test_a_pause_of_days_is_not_part_of_the_run():
    judged = judge(recording(elapsed_s=26 * 3600.0), now=NOW)

    assert only(judged).elapsed_s == 3000
    assert codes(judged) == ["fit.long-pause"]


def test_whole_time_is_never_less_than_running_time():
    assert only(judge(recording(elapsed_s=10.0), now=NOW)).elapsed_s == 3000
    assert only(judge(recording(elapsed_s=None), now=NOW)).elapsed_s == 3000


def test_the_clock_of_the_file_wins_over_the_zone_of_the_runner():
    lima = NOW.astimezone(ZoneInfo("America/Lima"))
    moment_only = only(judge(recording(), now=lima))
    told = only(judge(recording(local_time_told=True), now=lima))

    assert (moment_only.started_at.hour, told.started_at.hour) == (2, 7)
    assert moment_only.started_at == told.started_at


anything = st.none() | st.floats()


@given(
    duration_s=anything,
    elapsed_s=anything,
    distance_m=anything,
    ascent_m=anything,
    mean_heart_rate_bpm=anything,
    rpe=anything,
    sport=st.sampled_from(Sport),
    started_at=st.none() | st.datetimes(timezones=st.just(UTC)),
)
def test_any_recording_is_a_run_or_has_a_reason(**told):
    judged = judge(recording(**told), now=NOW)

    assert judged.items or judged.problems
    for run in judged.items:
        assert math.isfinite(run.elapsed_s)
        assert run.distance_m is None or 0 < run.distance_m <= 400_000
