from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import RunKind, RunSource
from runwright.formats.gpx import read_gpx
from runwright.formats.reasons import RefusedError
from runwright.formats.sports import Sport
from tests.unit.formats.run_imports import NOW, codes, imported, only
from tools.make_test_runs import Track, gpx, gpx_of

TRACK = Track()
PAUSED = replace(TRACK, length_s=1200, metres=4000.0, every_s=5, pause_after_s=600, pause_s=300)


def test_a_track_gives_start_time_distance_climb_and_pulse(tmp_path):
    run = only(imported(tmp_path, "a.gpx", gpx(TRACK)))

    assert run.started_at == TRACK.start
    assert run.duration_s == run.elapsed_s == 600
    assert run.distance_m == pytest.approx(2000, rel=1e-4)
    assert run.ascent_m == pytest.approx(40, abs=1)
    assert (run.mean_heart_rate_bpm, run.max_heart_rate_bpm) == (150, 150)
    assert run.title == "Morning Run"
    assert run.sources == (RunSource(label="a.gpx", format="gpx"),)
    assert not run.indoor


def test_standing_still_is_not_running(tmp_path):
    run = only(imported(tmp_path, "a.gpx", gpx(PAUSED)))

    assert run.elapsed_s == 1500
    assert run.duration_s == pytest.approx(1200, abs=15)
    assert run.distance_m == pytest.approx(4000, rel=1e-3)


def test_time_between_segments_is_a_pause_however_far_they_lie_apart(tmp_path):
    whole = gpx(replace(PAUSED, pause_s=600)).decode()
    points = whole.split("<trkpt")
    half = len(points) // 2 + 1
    apart = (
        "<trkpt".join(points[:half]) + "</trkseg><trkseg>\n<trkpt" + "<trkpt".join(points[half:])
    )
    run = only(imported(tmp_path, "a.gpx", apart.encode()))

    assert run.duration_s == pytest.approx(1200, abs=15)


def test_a_track_without_positions_is_an_indoor_run_without_distance(tmp_path):
    run = only(imported(tmp_path, "a.gpx", gpx(replace(TRACK, has_positions=False))))

    assert run.indoor
    assert run.distance_m is None
    assert run.duration_s == 600


def test_a_jump_of_the_receiver_adds_no_distance_and_is_said_when_it_is_far(tmp_path):
    text = gpx(TRACK).decode()
    lines = text.splitlines(keepends=True)
    moved = [
        line.replace('lat="48', 'lat="49') if number > len(lines) // 2 else line
        for number, line in enumerate(lines)
    ]
    read = imported(tmp_path, "a.gpx", "".join(moved).encode())

    assert only(read).distance_m == pytest.approx(2000, abs=50)
    assert codes(read) == ["gpx.jumps"]
    assert "111.2 km" in read.problems[0].says


def test_a_single_stray_point_is_dropped_without_a_word(tmp_path):
    text = gpx(TRACK).decode().replace('lat="48.0089932"', 'lat="48.5089932"')
    read = imported(tmp_path, "a.gpx", text.encode())

    assert text.count("48.5089932") == 1
    assert only(read).distance_m == pytest.approx(2000, rel=1e-3)
    assert codes(read) == []


@pytest.mark.parametrize(
    ("sport", "code"),
    [("cycling", "gpx.not-a-run"), ("1", "gpx.not-a-run"), ("Other", "gpx.says-not-a-run")],
)
def test_what_its_file_calls_something_else_is_no_run(tmp_path, sport, code):
    read = imported(tmp_path, "a.gpx", gpx(TRACK, sport=sport))

    assert read.items == ()
    assert codes(read) == [code]
    assert not read.problems[0].lost
    assert read.problems[0].says.startswith("a.gpx ")


@pytest.mark.parametrize("sport", ["running", "9", "trail_running", "", "TrailRun"])
def test_runs_by_any_name_and_without_one_are_runs(tmp_path, sport):
    assert only(imported(tmp_path, "a.gpx", gpx(TRACK, sport=sport))).kind_hint is None


def test_without_a_type_the_speed_tells_a_ride(tmp_path):
    read = imported(tmp_path, "a.gpx", gpx(replace(TRACK, metres=5000.0), sport=""))

    assert read.items == ()
    assert codes(read) == ["gpx.ridden"]
    assert "30 km/h" in read.problems[0].says


def test_without_a_type_walking_speed_makes_a_walk_and_says_so(tmp_path):
    read = imported(tmp_path, "a.gpx", gpx(replace(TRACK, metres=800.0, hill_m=0.0), sport=""))

    assert only(read).kind_hint is RunKind.WALK
    assert codes(read) == ["gpx.walked"]


def test_a_slow_run_up_a_mountain_is_no_walk(tmp_path):
    steep = replace(TRACK, length_s=3600, metres=5000.0, hill_m=80.0)
    read = imported(tmp_path, "a.gpx", gpx(steep, sport=""))

    assert only(read).kind_hint is None
    assert codes(read) == []


def test_a_told_run_stays_one_at_walking_speed(tmp_path):
    assert only(imported(tmp_path, "a.gpx", gpx(replace(TRACK, metres=800.0)))).kind_hint is None


def test_a_race_is_one_when_its_name_says_so(tmp_path):
    run = only(imported(tmp_path, "a.gpx", gpx(TRACK, name="Riverside parkrun")))

    assert run.kind_hint is RunKind.RACE


def test_every_track_of_a_file_is_a_run_of_its_own():
    morning, evening = TRACK, replace(TRACK, start=TRACK.start + timedelta(hours=10))
    body = "".join(gpx(track).decode().partition("<trk>")[2] for track in (morning, evening))
    both = gpx_of("<trk>" + body.replace("</gpx>\n", "<trk>", 1).replace("</gpx>\n", ""))
    read = read_gpx(both, "a.gpx", NOW)

    assert [item.started_at for item in read.items] == [morning.start, evening.start]


def test_tracks_that_follow_on_each_other_are_laps_of_one_run():
    laps = gpx(replace(TRACK, every_s=30)).decode().split("<trkpt")
    half = len(laps) // 2
    split = "</trkseg></trk><trk><type>running</type><trkseg>"
    text = "<trkpt".join(laps[:half]) + split + "<trkpt" + "<trkpt".join(laps[half:])
    read = read_gpx(text.encode(), "a.gpx", NOW)

    assert [item.elapsed_s for item in read.items] == [600]


def test_a_pause_of_many_hours_makes_two_runs(tmp_path):
    forgotten = replace(PAUSED, pause_s=5 * 3600)
    read = imported(tmp_path, "a.gpx", gpx(forgotten))

    assert [round(run.elapsed_s) for run in read.items] == [600, 595]
    assert codes(read) == ["gpx.split"]


def test_a_planned_route_is_no_run(tmp_path):
    route = gpx_of('<rte><rtept lat="1" lon="2"/></rte>')
    untimed = gpx_of('<trk><trkseg><trkpt lat="1" lon="2"/></trkseg></trk>')
    empty = gpx_of("<trk><trkseg/></trk>")

    assert codes(imported(tmp_path, "a.gpx", route)) == ["gpx.no-times"]
    assert codes(imported(tmp_path, "a.gpx", untimed)) == ["gpx.no-times"]
    assert codes(imported(tmp_path, "a.gpx", empty)) == ["gpx.no-track"]


def test_points_from_before_the_clock_was_set_are_left_out(tmp_path):
    text = gpx(TRACK).decode()
    unset = text.replace("<time>2026-03-01T07:30:00Z", "<time>1970-01-01T00:00:00Z")
    unset = unset.replace("<time>2026-03-01T07:30:10Z", "<time>2085-01-01T00:00:00Z")
    read = imported(tmp_path, "a.gpx", unset.encode())

    assert only(read).started_at == TRACK.start + timedelta(seconds=20)
    assert codes(read) == ["gpx.bad-times"]
    assert "2 of 61 points" in read.problems[0].says


def test_points_years_away_from_the_others_are_left_out(tmp_path):
    text = gpx(TRACK).decode()
    for second, year in (("00", 2014), ("10", 2014), ("50", 2025)):
        text = text.replace(f"2026-03-01T07:30:{second}Z", f"{year}-03-01T07:30:{second}Z")
    read = imported(tmp_path, "a.gpx", text.encode())

    assert only(read).started_at == TRACK.start + timedelta(seconds=20)
    assert only(read).elapsed_s == 580
    assert "3 of 61 points" in read.problems[0].says


def test_names_of_waypoints_are_not_the_name_of_the_run(tmp_path):
    nameless = gpx(TRACK, name="").decode()
    marked = nameless.replace("</gpx>", '<wpt lat="1" lon="2"><name>Fountain</name></wpt></gpx>')

    assert only(imported(tmp_path, "a.gpx", marked.encode())).title == ""


@pytest.mark.parametrize(
    ("start", "code"),
    [
        (datetime(1970, 1, 1, tzinfo=UTC), "gpx.before-2000"),
        (datetime(1999, 12, 31, 12, 0, tzinfo=UTC), "gpx.before-2000"),
        (NOW + timedelta(days=1, hours=1), "gpx.future"),
        (datetime(9999, 12, 31, 22, 0, tzinfo=UTC), "gpx.future"),
    ],
)
def test_impossible_dates_are_named(tmp_path, start, code):
    read = imported(tmp_path, "a.gpx", gpx(replace(TRACK, start=start)))

    assert codes(read) == [code]
    assert str(start.year) in read.problems[0].says


def test_a_clock_a_few_hours_ahead_is_only_another_zone(tmp_path):
    ahead = replace(TRACK, start=NOW + timedelta(hours=10))

    assert only(imported(tmp_path, "a.gpx", gpx(ahead))).duration_s == 600


def test_whoever_never_leaves_the_spot_did_not_run(tmp_path):
    assert codes(imported(tmp_path, "a.gpx", gpx(replace(TRACK, metres=0.0)))) == [
        "gpx.stands-still"
    ]


def test_values_no_body_can_have_are_left_out(tmp_path):
    text = gpx(TRACK).decode().replace(">150<", ">15000<").replace("<ele>3", "<ele>inf3")
    run = only(imported(tmp_path, "a.gpx", text.encode()))

    assert run.mean_heart_rate_bpm is None
    assert run.ascent_m is None
    assert run.distance_m == pytest.approx(2000, rel=1e-3)


@pytest.mark.parametrize("nonsense", ["NaN", "inf", "1e400", "91", "-181", "", "north"])
def test_one_bad_point_never_loses_a_file(tmp_path, nonsense):
    text = gpx(TRACK).decode().replace('lat="48.0089932"', f'lat="{nonsense}"')
    run = only(imported(tmp_path, "a.gpx", text.encode()))

    assert run.distance_m == pytest.approx(2000, rel=1e-3)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "iso-8859-1", "cp1252"])
def test_every_usual_encoding_is_read(encoding):
    name = "iso-8859-1" if encoding == "iso-8859-1" else encoding.removesuffix("-sig")
    declared = "windows-1252" if name == "cp1252" else name
    text = gpx(TRACK, name="Zürich Straße").decode().replace('"UTF-8"', f'"{declared}"')
    read = read_gpx(text.encode(encoding), "a.gpx", NOW)

    assert [item.title for item in read.items] == ["Zürich Straße"]
    assert read.problems == ()


def test_letters_in_the_wrong_encoding_cost_only_themselves(tmp_path):
    text = gpx(TRACK, name="Zürich").decode().encode("cp1252")  # while its head says UTF-8
    read = imported(tmp_path, "a.gpx", text)

    assert only(read).title.startswith("Z")
    assert only(read).distance_m == pytest.approx(2000, rel=1e-3)


BOMB = (
    '<!DOCTYPE gpx [<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {new} "{f"&{old};" * 10}">'
        for old, new in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>"
)
OUTSIDE = '<!DOCTYPE gpx [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize("doctype", [BOMB, OUTSIDE, '<!DOCTYPE gpx SYSTEM "evil.dtd">'])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-16-le", "utf-16-be"])
def test_documents_that_define_entities_are_refused_unread(tmp_path, doctype, encoding):
    text = gpx(TRACK, name="&i;&a;").decode().replace("<gpx", f"{doctype}<gpx")
    text = text.replace("UTF-8", "UTF-16") if encoding != "utf-8" else text
    read = imported(tmp_path, "bomb.gpx", text.encode(encoding))

    assert read.items == ()
    assert codes(read) == ["gpx.has-doctype"]
    assert read.problems[0].says.startswith("bomb.gpx ")


def test_entities_cannot_hide_behind_an_encoding_only_the_parser_knows():
    hidden = "+ADwAIQ-DOCTYPE gpx +AFsAPAAh-ENTITY a +ACI-boom+ACIAPgBdAD4-"
    text = (
        gpx(TRACK, name="&a;").decode().replace("UTF-8", "UTF-7").replace("<gpx", f"{hidden}<gpx")
    )

    try:
        read = read_gpx(text.encode(), "a.gpx", NOW)
    except RefusedError:
        return
    assert all("boom" not in item.title for item in read.items)


WHOLE = gpx(replace(TRACK, length_s=300, metres=1000.0))


@given(cut=st.integers(0, len(WHOLE)))
def test_a_file_cut_anywhere_keeps_what_was_whole(cut):
    read = read_gpx(WHOLE[:cut], "a.gpx", NOW)
    whole = WHOLE[:cut].count(b"</trkpt>")
    begun = WHOLE[:cut].count(b"</time>")

    assert all(item.sport is Sport.RUN for item in read.items if item.sport_told)
    kept_s = sum(round(item.elapsed_s or 0) for item in read.items)
    assert max(0, whole - 1) * 10 <= kept_s <= max(0, begun - 1) * 10
    if cut < len(WHOLE) - 1:
        assert read.problems
    assert all(problem.says.startswith("a.gpx") for problem in read.problems)


@given(noise=st.binary(max_size=60), at=st.integers(0, len(WHOLE)))
def test_noise_anywhere_never_crashes(noise, at):
    try:
        read = read_gpx(WHOLE[:at] + noise + WHOLE[at:], "a.gpx", NOW)
    except RefusedError:
        return
    assert read.items or read.problems
