from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from runwright.domain.run import Run, RunKind
from runwright.training.recorded import recorded_runs
from tests.unit.training.made import SUNDAY, ago, histories, run

BERLIN, AUCKLAND = ZoneInfo("Europe/Berlin"), ZoneInfo("Pacific/Auckland")


def recorded(runs, *, as_of=SUNDAY, timezone=UTC):
    return recorded_runs(runs, as_of=as_of, timezone=timezone, fastest_run_mps=7)


def at(text: str) -> Run:
    return Run(started_at=datetime.fromisoformat(text), duration_s=1800, elapsed_s=1800)


def test_a_late_run_in_utc_is_an_early_run_of_the_next_day_in_auckland():
    only = recorded([at("2026-06-01T18:30:00+00:00")], timezone=AUCKLAND).runs[0]

    assert (only.day, only.start_min) == (date(2026, 6, 2), 6 * 60 + 30)


def test_clock_time_stays_the_same_when_the_clocks_change():
    before, after = at("2026-03-28T06:00:00+01:00"), at("2026-03-29T06:00:00+02:00")
    seen = recorded([before, after], timezone=BERLIN).runs

    assert [each.start_min for each in seen] == [360, 360]
    assert [each.day for each in seen] == [date(2026, 3, 28), date(2026, 3, 29)]


def test_the_hour_that_comes_twice_keeps_the_order_of_what_happened():
    first, second = at("2026-10-25T02:40:00+02:00"), at("2026-10-25T02:10:00+01:00")
    seen = recorded([second, first], timezone=BERLIN).runs

    assert [each.start_min for each in seen] == [160, 130]


def test_a_run_over_midnight_belongs_to_the_day_it_began():
    assert recorded([run(SUNDAY, at="23:50", minutes=60)]).runs[0].day == SUNDAY


def test_runs_after_the_day_looked_at_are_counted_and_left_out():
    seen = recorded([ago(0), ago(-1), ago(-30)])

    assert (len(seen.runs), seen.future) == (1, 2)


def test_the_day_looked_at_is_a_day_of_the_runner_not_of_utc():
    run_of_monday_there = at("2026-11-15T12:30:00+00:00")

    assert recorded([run_of_monday_there], timezone=AUCKLAND).future == 1
    assert recorded([run_of_monday_there], timezone=UTC).future == 0


def test_walks_are_counted_and_left_out():
    seen = recorded([ago(1), ago(2, kind_hint=RunKind.WALK)])

    assert (len(seen.runs), seen.walks) == (1, 1)


def test_a_distance_nobody_runs_is_set_aside_and_its_minutes_kept():
    seen = recorded([ago(3, km=22, minutes=39)])

    assert seen.impossible == (SUNDAY - timedelta(days=3),)
    assert seen.runs[0].distance_km is None
    assert seen.runs[0].duration_min == 39


def test_zero_metres_is_a_distance_and_none_is_not():
    seen = recorded([ago(2, km=0), ago(1, km=None)])

    assert [each.distance_km for each in seen.runs] == [0, None]


@given(histories, st.randoms(use_true_random=False))
def test_the_order_of_runs_never_matters(runs, chance):
    shuffled = list(runs)
    chance.shuffle(shuffled)

    assert recorded(shuffled) == recorded(runs)
