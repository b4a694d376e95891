from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import Run, RunKind, RunSource
from runwright.usecases.same_run import merge_same_runs

MORNING = datetime(2026, 3, 1, 7, 30, tzinfo=UTC)


def run(label: str = "a.gpx", *, hours: float = 0, minutes: float = 50, **told: object) -> Run:
    """A run of 10 km; the ending of its file is its format."""
    seconds = minutes * 60
    values = {"duration_s": seconds, "elapsed_s": seconds, "distance_m": 10_000.0} | told
    return Run(
        started_at=MORNING + timedelta(hours=hours),
        sources=(RunSource(label=label, format=label.rpartition(".")[2].partition(":")[0]),),
        **values,
    )


def test_watch_and_phone_of_one_morning_are_one_run_with_both_sources():
    (merged,) = merge_same_runs([run("a.gpx"), run("b.tcx", hours=0.05, minutes=48)])

    assert [source.label for source in merged.sources] == ["a.gpx", "b.tcx"]


def test_the_richest_values_are_kept():
    watch = run("a.fit", mean_heart_rate_bpm=150.0, ascent_m=80.0)
    phone = run("b.gpx", hours=0.1, minutes=20, distance_m=4000.0, max_heart_rate_bpm=180.0)
    strava = run("c.strava", minutes=52, rpe=6.0, title="Tempo", kind_hint=RunKind.QUALITY)
    (merged,) = merge_same_runs([phone, strava, watch])

    assert (merged.duration_s, merged.distance_m, merged.ascent_m) == (3000, 10_000, 80)
    assert (merged.mean_heart_rate_bpm, merged.max_heart_rate_bpm, merged.rpe) == (150, 180, 6)
    assert (merged.title, merged.kind_hint) == ("Tempo", RunKind.QUALITY)


def test_a_recording_that_broke_off_does_not_speak_for_the_whole():
    cut = run("a.fit", minutes=20, distance_m=4000.0, ascent_m=10.0)
    (merged,) = merge_same_runs([cut, run("b.gpx")])

    assert (merged.duration_s, merged.distance_m, merged.ascent_m) == (3000, 10_000, None)


def test_two_runs_of_a_day_stay_two_even_when_they_are_alike():
    to_work, home = run("a.gpx"), run("b.gpx", hours=10)

    assert len(merge_same_runs([to_work, home])) == 2


def test_a_warm_up_and_the_race_after_it_stay_two():
    warm_up, race = run("a.gpx", minutes=15, distance_m=2500.0), run("b.gpx", hours=0.3)

    assert len(merge_same_runs([warm_up, race])) == 2


@pytest.mark.parametrize("hours", [-12, -3, -1, 1, 2, 9, 14])
@pytest.mark.parametrize("slip_min", [-2, 0, 2])
def test_clocks_in_different_zones_show_one_run(hours, slip_min):
    watch = run("a.fit")
    phone = run("b.gpx", hours=hours + slip_min / 60, minutes=50.5, distance_m=10_080.0)

    assert len(merge_same_runs([watch, phone])) == 1


@pytest.mark.parametrize(
    "other",
    [
        run("b.gpx", hours=8.5),
        run("b.gpx", hours=15),
        run("b.gpx", hours=9, minutes=56),
        run("b.gpx", hours=9, distance_m=10_900.0),
        run("b.gpx", hours=9, distance_m=None),
        run("b.fit", hours=9),
        run("b.strava", hours=9),
    ],
)
def test_whole_hours_apart_is_not_enough(other):
    assert len(merge_same_runs([run("a.fit"), other])) == 2


def test_where_one_could_be_two_others_none_is_joined():
    phone = run("b.gpx", hours=5)

    assert len(merge_same_runs([run("a.fit"), run("c.fit", hours=10), phone])) == 3


def test_a_diary_without_clock_times_belongs_to_the_run_of_its_day():
    noon = replace(
        run("d.csv:2", rpe=5.0, distance_m=10_500.0), started_at=MORNING.replace(hour=12, minute=0)
    )
    (merged,) = merge_same_runs([run("a.fit"), noon])

    assert (merged.started_at, merged.distance_m, merged.rpe) == (MORNING, 10_000, 5)


@pytest.mark.parametrize(
    "recorded",
    [run("a.fit", hours=24), run("a.fit", minutes=60), run("a.fit", distance_m=12_000.0)],
)
def test_a_diary_without_clock_times_is_not_another_run(recorded):
    noon = replace(run("d.csv:2"), started_at=MORNING.replace(hour=12, minute=0))

    assert len(merge_same_runs([recorded, noon])) == 2


def test_a_watch_left_on_does_not_swallow_the_next_run():
    forgotten = run("a.fit", elapsed_s=20 * 3600.0)

    assert len(merge_same_runs([forgotten, run("b.gpx", hours=12.5)])) == 2


def test_two_lines_of_a_diary_are_two_runs_and_the_same_line_of_two_files_is_one():
    noon = MORNING.replace(hour=12, minute=0)
    lines = [replace(run(label), started_at=noon) for label in ("d.csv:2", "d.csv:3", "e.csv:2")]

    assert len(merge_same_runs(lines[:2])) == 2
    assert len(merge_same_runs(lines[::2])) == 1


def test_the_clock_of_who_knows_the_zone_tells_the_time():
    berlin = timezone(timedelta(hours=1))
    garmin = replace(run("g.garmin"), started_at=MORNING.astimezone(berlin))
    (merged,) = merge_same_runs([run("a.tcx"), garmin])

    assert merged.started_at == MORNING
    assert merged.started_at.tzinfo is berlin


def test_a_walk_is_one_only_when_every_file_takes_it_for_one():
    slow = run("b.gpx", kind_hint=RunKind.WALK)

    assert merge_same_runs([slow])[0].kind_hint is RunKind.WALK
    assert merge_same_runs([slow, run("a.fit")])[0].kind_hint is None


def test_indoors_is_what_every_recording_says():
    treadmill = run("a.fit", indoor=True)

    assert merge_same_runs([treadmill, run("c.csv:2")])[0].indoor
    assert not merge_same_runs([treadmill, run("b.gpx")])[0].indoor


amounts = st.none() | st.floats(1, 20_000)
runs = st.builds(
    run,
    st.sampled_from(["a.fit", "b.gpx", "c.tcx", "d.csv:2", "d.csv:3", "e.strava", "f.garmin"]),
    hours=st.integers(-40, 40) | st.floats(-40, 40),
    minutes=st.sampled_from([20, 45, 50, 50.4]),
    distance_m=st.sampled_from([None, 5000.0, 10_000.0, 10_050.0]),
    mean_heart_rate_bpm=st.none() | st.floats(60, 200),
    rpe=st.none() | st.integers(0, 10),
    title=st.sampled_from(["", "Tempo", "Race"]),
    kind_hint=st.none() | st.sampled_from(RunKind),
    indoor=st.booleans(),
)
many = st.lists(runs, max_size=9)


@given(found=many, order=st.randoms(use_true_random=False))
def test_the_order_files_come_in_changes_nothing(found, order):
    shuffled = list(found)
    order.shuffle(shuffled)

    assert merge_same_runs(shuffled) == merge_same_runs(found)


@given(found=many)
def test_every_source_is_kept_and_runs_come_by_start(found):
    merged = merge_same_runs(found)

    assert len(merged) <= len(found)
    assert {source for each in merged for source in each.sources} == {
        source for each in found for source in each.sources
    }
    assert sorted(each.started_at for each in merged) == [each.started_at for each in merged]


@given(found=many)
def test_a_run_alone_is_left_as_it_is_and_copies_add_nothing(found):
    for each in found:
        assert merge_same_runs([each]) == (each,)
    recorded = [each for each in found if each.sources[0].format != "csv"]

    assert merge_same_runs([*recorded, *recorded]) == merge_same_runs(recorded)
