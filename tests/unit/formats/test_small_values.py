"""The small readers everything else stands on: words, numbers, dates, places."""

import re
import string
from datetime import UTC, date, datetime
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.csv_dates import month_comes_first, read_date, rest_after_date
from runwright.formats.csv_table import read_table
from runwright.formats.geodesy import flat_distance_m, great_circle_m, is_place
from runwright.formats.moments import moment, moment_at
from runwright.formats.plain import finite, one_line, positive
from runwright.formats.reasons import REASONS, problem
from runwright.formats.sports import Sport, is_indoor, sport_of
from runwright.formats.track import NAN, Track, sane
from runwright.formats.track_sums import facts_of

latitudes, longitudes = st.floats(-89, 89), st.floats(-179, 179)


@pytest.mark.parametrize(
    ("word", "sport"),
    [
        *((word, Sport.RUN) for word in ("running", "Run", "TrailRun", "trail_running", "9", "53")),
        *((word, Sport.RUN) for word in ("treadmill_running", "VirtualRun", "Lauf", "jogging")),
        *((word, Sport.WALK) for word in ("walking", "Hike", "10", "Spaziergang")),
        *((word, Sport.RIDE) for word in ("cycling", "E-Bike Ride", "EBikeRide", "1", "Biking")),
        *((word, Sport.SWIM) for word in ("lap_swimming", "Swim", "16")),
        *((word, Sport.STRENGTH) for word in ("strength_training", "WeightTraining", "30")),
        *((word, Sport.OTHER) for word in ("Other", "Rowing", "ski run", "72", "trunk")),
        *((word, Sport.UNTOLD) for word in ("", "generic", "  ", "uncategorized")),
    ],
)
def test_the_words_of_all_kinds_of_files_are_known(word, sport):
    assert sport_of(word) is sport


def test_indoors_is_a_word():
    assert is_indoor("treadmill_running")
    assert is_indoor("indoorRunning")
    assert not is_indoor("running")


@given(st.text())
def test_any_text_becomes_one_short_line_without_control_characters(text):
    line = one_line(text)

    assert len(line) <= 200
    assert line.isprintable()
    assert line == line.strip()


@pytest.mark.parametrize("value", ["nan", "inf", "1e999", "", "x", None, True, [1], 10**400])
def test_what_is_no_number_is_none(value):
    assert finite(value) is None


def test_numbers_are_read_and_zero_is_not_above_zero():
    assert (finite("0"), finite(" -1.5 "), positive("0"), positive("2")) == (0, -1.5, None, 2)


def test_moments_are_utc_unless_they_say():
    utc = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)

    assert moment("2026-03-01T07:30:00Z") == moment("2026-03-01 07:30:00") == utc
    assert moment("2026-03-01T08:30:00.000+01:00") == utc
    assert moment("yesterday") is moment_at(NAN) is moment_at(1e300) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2026-02-01", date(2026, 2, 1)),
        ("01.02.2026", date(2026, 2, 1)),
        ("1.2.26", date(2026, 2, 1)),
        ("2026/2/1 07:30", date(2026, 2, 1)),
        ("1/2/2026", date(2026, 2, 1)),
        ("31/02/2026", None),
        ("soon", None),
    ],
)
def test_dates_are_read_as_people_write_them(text, expected):
    assert read_date(text, month_first=False) == expected


def test_a_column_of_dates_shows_what_comes_first():
    assert month_comes_first(["1/2/2026", "1/13/2026"]) is True
    assert month_comes_first(["1/2/2026", "13/1/2026"]) is False
    assert month_comes_first(["1/2/2026"]) is None
    assert month_comes_first(["1/1/2026", "2026-02-03", "1.2.2026"]) is False
    assert month_comes_first(["1/13/2026", "13/1/2026"]) is False


def test_what_follows_a_date_is_its_time():
    assert rest_after_date("31.12.2025, 07:30") == rest_after_date("2025-12-31T07:30") == "07:30"


@given(latitudes, longitudes, latitudes, longitudes)
def test_the_way_there_is_the_way_back(lat_a, lon_a, lat_b, lon_b):
    there, back = (
        great_circle_m(lat_a, lon_a, lat_b, lon_b),
        great_circle_m(lat_b, lon_b, lat_a, lon_a),
    )

    assert there == pytest.approx(back, rel=1e-9, abs=1e-6)
    assert 0 <= there <= 20_016_000


@given(latitudes, longitudes, st.floats(-1e-4, 1e-4), st.floats(-1e-4, 1e-4))
def test_for_neighbours_the_earth_is_flat(lat, lon, north, east):
    flat = flat_distance_m(lat, lon, lat + north, lon + east)

    assert flat == pytest.approx(
        great_circle_m(lat, lon, lat + north, lon + east), rel=1e-2, abs=1e-3
    )


def test_paris_and_london_are_344_km_apart():
    """Between the reference points 48.8566 N 2.3522 E and 51.5074 N 0.1278 W."""
    assert great_circle_m(48.8566, 2.3522, 51.5074, -0.1278) == pytest.approx(343_556, rel=1e-3)


def test_nowhere_is_no_place():
    assert not is_place(NAN, 1)
    assert not is_place(0, 0)
    assert not is_place(91, 0)
    assert is_place(0, 1)


points = st.lists(
    st.tuples(
        st.floats() | st.floats(1.7e9, 1.7e9 + 1e5),
        st.tuples(*(st.floats() | st.floats(-90, 90) for _ in range(5))),
    ),
    max_size=12,
)


@given(points, st.sets(st.integers(0, 12)))
def test_any_points_add_up_to_something_that_can_be(points, pauses):
    track = Track()
    for number, (time_s, point) in enumerate(points):
        if number in pauses:
            track.pause()
        track.add(time_s, point)
    kept = sane(track, latest_s=1.9e9)

    assert all(before < after for before, after in pairwise(kept.time_s))
    if len(kept) > 0:
        facts = facts_of(kept)
        assert 0 <= facts.moving_s <= facts.elapsed_s + 1e-6
        assert facts.distance_m is None or 0 <= facts.distance_m <= 12.6 * facts.elapsed_s
        assert facts.ascent_m is None or 0 <= facts.ascent_m < 1e6


def climb(*elevations: float) -> float | None:
    track = Track()
    for second, elevation in enumerate(elevations):
        track.add(1e9 + second, (NAN, NAN, elevation, NAN, NAN))
    return facts_of(track).ascent_m


def test_a_climb_counts_from_five_metres_on():
    assert climb(100, 104, 101, 104, 100) == 0
    assert climb(100, 105) == 5
    assert climb(100, 110, 107, 120, 90, 100) == 30
    assert climb(100, 50, 60, 20) == 10
    assert climb(NAN, NAN) is None
    assert climb(100, 99_999, 110) == 10


def test_every_reason_names_the_file_first_and_ends_as_a_sentence():
    for name, reason in REASONS.items():
        assert reason.says.startswith("{where}"), name
        assert reason.says.endswith("."), name
        assert "!" not in reason.says, name


def test_every_reason_can_be_said():
    for name, reason in REASONS.items():
        facts = {field for _, field, _, _ in string.Formatter().parse(reason.says) if field}
        said = problem("fit", name, "a.fit", **dict.fromkeys(facts - {"where"}, "x"))

        assert said.code == f"fit.{name}"
        assert re.match(r"a\.fit\b", said.says), name


def test_a_table_begins_with_the_first_line_that_says_anything():
    table = read_table(b"\n;;\na;b\n\n1;2\n")

    assert table.header == ("a", "b")
    assert [(row.line, row.cells) for row in table.rows] == [(5, ("1", "2"))]
