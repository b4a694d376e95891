from dataclasses import replace
from datetime import timedelta

import pytest
from fit_tool.profile.profile_type import FileType, Sport, SubSport
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.fit.read import read_fit
from runwright.formats.sports import Sport as Known
from tests.unit.formats.run_imports import NOW, codes, imported, only
from tools.make_test_runs import Track, Watch, fit

TRACK = Track()
PAUSED = replace(TRACK, length_s=1200, metres=4000.0, pause_after_s=600, pause_s=300)


def test_the_session_tells_of_the_run(tmp_path):
    run = only(imported(tmp_path, "a.fit", fit(PAUSED, Watch(rpe=6))))

    assert run.started_at == TRACK.start
    assert (run.duration_s, run.elapsed_s, run.distance_m) == (1200, 1500, 4000)
    assert (run.ascent_m, run.mean_heart_rate_bpm, run.rpe) == (80, 150, 6)
    assert not run.indoor


def test_the_zone_of_the_watch_is_the_zone_of_the_run(tmp_path):
    run = only(imported(tmp_path, "a.fit", fit(TRACK, Watch(offset_h=-3))))

    assert run.started_at == TRACK.start
    assert run.started_at.utcoffset() == timedelta(hours=-3)
    assert run.started_at.hour == TRACK.start.hour - 3


def test_what_the_session_lacks_comes_from_the_records(tmp_path):
    run = only(imported(tmp_path, "a.fit", fit(PAUSED, Watch(with_totals=False))))

    assert (run.duration_s, run.elapsed_s) == (1200, 1500)
    assert run.distance_m == pytest.approx(4000, abs=1)
    assert run.ascent_m == pytest.approx(80, abs=2)
    assert run.mean_heart_rate_bpm == 150


def test_without_a_session_the_records_are_the_run(tmp_path):
    run = only(imported(tmp_path, "a.fit", fit(PAUSED, Watch(with_session=False))))

    assert run.started_at == TRACK.start
    assert run.elapsed_s == 1500
    assert run.duration_s == pytest.approx(1200, abs=15)
    assert run.distance_m == pytest.approx(4000, abs=1)


@pytest.mark.parametrize(
    ("sport", "sub_sport", "says"),
    [
        (Sport.WALKING, SubSport.GENERIC, "is a walk, not a run"),
        (Sport.HIKING, SubSport.GENERIC, "is a walk, not a run"),
        (Sport.CYCLING, SubSport.ROAD, "is a ride, not a run"),
        (Sport.SWIMMING, SubSport.LAP_SWIMMING, "is a swim, not a run"),
        (Sport.TRAINING, SubSport.STRENGTH_TRAINING, "is a strength session, not a run"),
        (Sport.ROWING, SubSport.INDOOR_ROWING, "is recorded as “rowing”, not as a run"),
    ],
)
def test_other_sports_are_named_and_nothing_is_lost(tmp_path, sport, sub_sport, says):
    read = imported(tmp_path, "a.fit", fit(TRACK, Watch(sport=sport, sub_sport=sub_sport)))

    assert read.items == ()
    assert says in read.problems[0].says
    assert not read.problems[0].lost


@pytest.mark.parametrize(
    ("sport", "sub_sport"),
    [(Sport.RUNNING, SubSport.TREADMILL), (Sport.FITNESS_EQUIPMENT, SubSport.TREADMILL)],
)
def test_treadmill_runs_are_indoor_runs(tmp_path, sport, sub_sport):
    treadmill = fit(replace(TRACK, has_positions=False), Watch(sport=sport, sub_sport=sub_sport))
    run = only(imported(tmp_path, "a.fit", treadmill))

    assert run.indoor
    assert run.distance_m == 2000


@pytest.mark.parametrize("kind", [FileType.SETTINGS, FileType.MONITORING_A, FileType.COURSE])
def test_other_files_of_the_watch_are_named(tmp_path, kind):
    read = imported(tmp_path, "a.fit", fit(TRACK, Watch(file_type=kind)))

    assert codes(read) == ["fit.not-an-activity"]
    assert not read.problems[0].lost


def test_two_files_one_after_the_other_are_two_runs():
    later = replace(TRACK, start=TRACK.start + timedelta(days=1))
    read = read_fit(fit(TRACK) + fit(later), "a.fit", NOW)

    assert [item.started_at for item in read.items] == [TRACK.start, later.start]


def test_each_of_several_activities_is_measured_by_its_own_points():
    later = replace(PAUSED, start=TRACK.start + timedelta(days=1), pulse_bpm=120)
    both = fit(TRACK, Watch(with_totals=False)) + fit(later, Watch(with_totals=False))
    read = read_fit(both, "a.fit", NOW)

    assert [round(item.distance_m or 0) for item in read.items] == [2000, 4000]
    assert [item.mean_heart_rate_bpm for item in read.items] == [150, 120]


def test_a_wrong_checksum_and_padding_cost_nothing():
    whole = fit(TRACK)
    read = read_fit(whole[:-2] + b"\x12\x34" + bytes(512), "a.fit", NOW)

    assert len(read.items) == 1
    assert read.problems == ()


def test_a_watch_that_died_never_wrote_the_length():
    whole = fit(TRACK, Watch(with_session=False))
    read = read_fit(whole[:4] + bytes(4) + whole[8:], "a.fit", NOW)

    assert [item.elapsed_s for item in read.items] == [600]


def test_a_break_in_the_middle_keeps_what_stands_before_it():
    whole = fit(TRACK, Watch(with_session=False))
    middle = len(whole) // 2
    read = read_fit(whole[:middle] + b"\x4f" * 40 + whole[middle + 40 :], "a.fit", NOW)

    assert 200 <= (read.items[0].elapsed_s or 0) <= 400
    assert [problem.code for problem in read.problems][:1] == ["fit.broken"]
    assert not read.problems[0].lost


def test_sums_over_the_part_that_was_kept_do_not_stand_for_the_whole():
    phone = fit(TRACK, Watch(with_totals=False, session_first=True))
    read = read_fit(phone[: len(phone) // 2], "a.fit", NOW)

    assert [item.elapsed_s for item in read.items] == [600]
    assert [item.distance_m for item in read.items] == [None]


WHOLE = fit(TRACK, Watch(with_session=False))


@given(cut=st.integers(0, len(WHOLE)))
def test_a_file_cut_anywhere_keeps_the_points_before(cut):
    read = read_fit(WHOLE[:cut], "a.fit", NOW)
    longest = max((item.elapsed_s or 0 for item in read.items), default=0)
    bytes_per_point = 24

    assert longest >= (cut - 250) // bytes_per_point * 10 - 10
    assert longest <= 600
    assert read.items or read.problems


@given(noise=st.binary(min_size=1, max_size=40), at=st.integers(14, len(WHOLE)))
def test_noise_anywhere_never_crashes(noise, at):
    read = read_fit(WHOLE[:at] + noise + WHOLE[at + len(noise) :], "a.fit", NOW)

    assert read.items or read.problems


@given(body=st.binary(max_size=400))
def test_any_bytes_after_a_header_never_crash(body):
    header = b"\x0e\x10\xd0\x07" + len(body).to_bytes(4, "little") + b".FIT\x00\x00"
    read = read_fit(header + body, "a.fit", NOW)

    assert read.items or read.problems


def test_the_sport_of_the_file_stands_in_where_no_session_tells(tmp_path):
    assert only(imported(tmp_path, "a.fit", WHOLE)).kind_hint is None
    assert read_fit(WHOLE, "a.fit", NOW).items[0].sport is Known.UNTOLD
