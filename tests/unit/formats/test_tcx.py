from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.reasons import RefusedError
from runwright.formats.tcx import read_tcx
from tests.unit.formats.run_imports import NOW, codes, imported, only
from tools.make_test_runs import Track, tcx

TRACK = Track()


def test_laps_tell_time_and_distance_and_points_the_rest(tmp_path):
    run = only(imported(tmp_path, "a.tcx", tcx(TRACK)))

    assert run.started_at == TRACK.start
    assert (run.duration_s, run.elapsed_s, run.distance_m) == (600, 600, 2000)
    assert run.ascent_m == pytest.approx(40, abs=1)
    assert run.mean_heart_rate_bpm == 150


def test_the_time_of_laps_leaves_pauses_out(tmp_path):
    paused = replace(TRACK, pause_after_s=300, pause_s=400)
    run = only(imported(tmp_path, "a.tcx", tcx(paused)))

    assert (run.duration_s, run.elapsed_s) == (600, 1000)


def test_a_run_that_pauses_for_hours_is_one_when_its_laps_say_how_long_it_was(tmp_path):
    paused = replace(TRACK, pause_after_s=300, pause_s=5 * 3600)
    run = only(imported(tmp_path, "a.tcx", tcx(paused)))

    assert run.duration_s == 600


def test_laps_without_points_are_a_whole_run(tmp_path):
    run = only(imported(tmp_path, "a.tcx", tcx(TRACK, with_points=False)))

    assert run.started_at == TRACK.start
    assert (run.duration_s, run.distance_m, run.mean_heart_rate_bpm) == (600, 2000, 150)


def test_totals_repeated_in_extensions_do_not_count_twice(tmp_path):
    repeated = (
        b"<Extensions><LX><TotalTimeSeconds>600</TotalTimeSeconds>"
        b"<DistanceMeters>2000</DistanceMeters></LX></Extensions>"
    )
    text = tcx(TRACK)
    inside, after = (
        text.replace(b"</Lap>", repeated + b"</Lap>"),
        text.replace(b"</Activity>", repeated + b"</Activity>"),
    )

    for extended in (inside, after):
        run = only(imported(tmp_path, "a.tcx", extended))
        assert (run.duration_s, run.distance_m) == (600, 2000)


def test_a_treadmill_run_has_no_positions(tmp_path):
    run = only(imported(tmp_path, "a.tcx", tcx(replace(TRACK, has_positions=False))))

    assert run.indoor
    assert run.distance_m == 2000


@pytest.mark.parametrize(("sport", "code"), [("Biking", "not-a-run"), ("Other", "says-not-a-run")])
def test_other_sports_are_named(tmp_path, sport, code):
    read = imported(tmp_path, "a.tcx", tcx(TRACK, sport=sport))

    assert read.items == ()
    assert codes(read) == [f"tcx.{code}"]


def test_a_course_is_no_run(tmp_path):
    course = b"<TrainingCenterDatabase><Courses><Course><Lap><TotalTimeSeconds>9</TotalTimeSeconds>"
    course += b"</Lap></Course></Courses></TrainingCenterDatabase>"
    nothing = b"<TrainingCenterDatabase></TrainingCenterDatabase>"

    assert codes(imported(tmp_path, "a.tcx", course)) == ["tcx.course"]
    assert codes(imported(tmp_path, "a.tcx", nothing)) == ["tcx.no-activity"]


def test_a_missing_namespace_costs_nothing(tmp_path):
    bare = tcx(TRACK).replace(b"<TrainingCenterDatabase ", b"<ns9:TrainingCenterDatabase ")
    bare = bare.replace(b"</Training", b"</ns9:Training")
    read = imported(tmp_path, "a.tcx", bare)

    assert only(read).distance_m == 2000
    assert codes(read) == []


def test_without_its_outer_element_it_is_still_tcx(tmp_path):
    text = tcx(TRACK).partition(b"<Activities>")[2].partition(b"</Activities>")[0]

    assert only(imported(tmp_path, "a.txt", text)).sources[0].format == "tcx"


@pytest.mark.parametrize("seconds", ["NaN", "-600", "inf", "soon", ""])
def test_nonsense_in_a_lap_leaves_the_points_to_tell(tmp_path, seconds):
    text = tcx(TRACK).replace(b"<TotalTimeSeconds>600", f"<TotalTimeSeconds>{seconds}".encode())

    assert only(imported(tmp_path, "a.tcx", text)).duration_s == pytest.approx(600, abs=15)


def test_a_run_of_more_than_25_hours_is_a_watch_left_on(tmp_path):
    text = tcx(TRACK).replace(b"<TotalTimeSeconds>600", b"<TotalTimeSeconds>93600")
    read = imported(tmp_path, "a.tcx", text)

    assert codes(read) == ["tcx.too-long"]
    assert "26 h" in read.problems[0].says


def test_a_distance_nobody_runs_is_left_out_and_said(tmp_path):
    far = imported(tmp_path, "a.tcx", tcx(replace(TRACK, metres=900_000.0), with_points=False))
    fast = imported(tmp_path, "a.tcx", tcx(replace(TRACK, metres=9_000.0), with_points=False))

    assert only(far).distance_m is only(fast).distance_m is None
    assert codes(far) == ["tcx.absurd-distance"]
    assert codes(fast) == ["tcx.too-fast"]


WHOLE = tcx(replace(TRACK, length_s=300, metres=1000.0))


@given(cut=st.integers(0, len(WHOLE)))
def test_a_file_cut_anywhere_keeps_its_lap_as_soon_as_it_is_told(cut):
    data = WHOLE[:cut]
    read = read_tcx(data, "a.tcx", NOW)

    if b"</DistanceMeters>" in data:
        (item,) = read.items
        assert (item.duration_s, item.distance_m) == (300, 1000)
    assert read.items or read.problems


@given(noise=st.binary(max_size=60), at=st.integers(0, len(WHOLE)))
def test_noise_anywhere_never_crashes(noise, at):
    try:
        read = read_tcx(WHOLE[:at] + noise + WHOLE[at:], "a.tcx", NOW)
    except RefusedError:
        return
    assert read.items or read.problems
