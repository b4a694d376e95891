"""Runners of every kind that a runner file can tell."""

from datetime import date, timedelta
from zoneinfo import available_timezones

from hypothesis import strategies as st

from runwright.domain.calendar import MINUTES_PER_DAY, Window
from runwright.domain.run import RunKind
from runwright.domain.runner import (
    Blocked,
    DayAvailability,
    HomeTestResult,
    Pain,
    Priority,
    Race,
    Readiness,
    RunHabit,
    Runner,
    Sex,
    Side,
    StrengthExperience,
    Travel,
)
from runwright.formats.runner_toml.days import merge_windows
from runwright.formats.runner_toml.health import order_of_results
from tests.unit.formats.runner_vocabulary import TODAY, VOCABULARY

days_of_season = st.dates(min_value=TODAY, max_value=TODAY + timedelta(days=900))
minutes_of_day = st.integers(0, MINUTES_PER_DAY - 1)
texts = st.text(max_size=30)
maybe_flag = st.none() | st.booleans()
TIMEZONES = sorted(available_timezones())


def amounts(low: float, high: float) -> st.SearchStrategy[float]:
    return st.floats(low, high, allow_nan=False, allow_infinity=False)


@st.composite
def windows(draw: st.DrawFn) -> tuple[Window, ...]:
    cuts = draw(st.lists(st.integers(0, MINUTES_PER_DAY), max_size=6, unique=True).map(sorted))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return merge_windows(tuple(Window(start, end) for start, end in pairs))


@st.composite
def days(draw: st.DrawFn) -> DayAvailability:
    hours = draw(windows())
    room = sum(window.length_min for window in hours)
    return DayAvailability(minutes=draw(st.integers(0, min(room, 300))), windows=hours)


@st.composite
def weeks(draw: st.DrawFn) -> tuple[DayAvailability, ...]:
    some = draw(st.lists(days(), min_size=1, max_size=3))
    week = tuple(draw(st.sampled_from(some)) for _ in range(7))
    if all(day.minutes == 0 for day in week):
        week = (DayAvailability(minutes=30), *week[1:])
    return week


@st.composite
def kits(draw: st.DrawFn) -> frozenset[str]:
    ids = draw(st.frozensets(st.sampled_from(sorted(VOCABULARY.kit))))
    implied = (VOCABULARY.kit_words.get(kit.replace("_", " "), frozenset()) for kit in ids)
    return ids.union(*implied)


@st.composite
def own_weights(draw: st.DrawFn) -> dict[str, tuple[float, ...]]:
    ids = draw(st.frozensets(st.sampled_from(sorted(VOCABULARY.weighted))))
    implied = (VOCABULARY.kit_words.get(kit.replace("_", " "), frozenset()) for kit in ids)
    loads = st.lists(st.integers(1, 50_000), min_size=1, max_size=6, unique=True)
    return {
        kit: tuple(sorted(load / 100 for load in draw(loads)))
        for kit in sorted(ids.union(*implied))
    }


@st.composite
def spans(draw: st.DrawFn) -> dict[str, date]:
    first = draw(days_of_season)
    return {"first": first, "last": first + timedelta(days=draw(st.integers(0, 60)))}


@st.composite
def home_test_results(draw: st.DrawFn) -> HomeTestResult:
    test = draw(st.sampled_from(sorted(VOCABULARY.home_tests)))
    return HomeTestResult(
        test=test,
        value=draw(amounts(-180, 1000) | st.integers(0, 100)),
        side=draw(st.sampled_from(Side)) if test in VOCABULARY.two_sided_tests else None,
        day=draw(st.none() | st.dates(min_value=date(2020, 1, 1), max_value=TODAY)),
    )


races = st.lists(
    st.builds(
        Race,
        name=texts,
        day=days_of_season,
        distance_km=st.sampled_from([5.0, 10.0, 21.0975, 42.195]) | amounts(0.4, 500),
        priority=st.sampled_from(Priority),
        start_min=minutes_of_day,
    ),
    max_size=4,
    unique_by=lambda race: race.day,
).map(tuple)
habits = st.lists(
    st.builds(
        RunHabit,
        weekday=st.integers(0, 6),
        duration_min=st.integers(5, 600),
        kind=st.sampled_from(RunKind),
        distance_km=st.none() | amounts(0.5, 200),
        start_min=minutes_of_day,
    ),
    max_size=4,
).map(tuple)
pains = st.lists(
    st.builds(
        Pain,
        region=st.sampled_from(sorted(VOCABULARY.pain_regions)),
        pain_0_10=st.integers(0, 10),
        side=st.none() | st.sampled_from(Side),
        focal_bone=maybe_flag,
        worse_with_loading=maybe_flag,
        hop_pain=maybe_flag,
        night_pain=maybe_flag,
        since_weeks=st.none() | st.integers(0, 500),
    ),
    max_size=3,
).map(tuple)
readiness = st.builds(
    Readiness,
    sleep_h=st.none() | amounts(0, 16),
    stress_days=st.none() | st.integers(0, 7),
    soreness_0_10=st.none() | st.integers(0, 10),
    volume_rising=maybe_flag,
    intensity_rising=maybe_flag,
    sleep_falling=maybe_flag,
)
travels = st.lists(
    st.builds(
        lambda span, kit, minutes, note: Travel(**span, kit=kit, minutes=minutes, note=note),
        spans(),
        kits(),
        st.none() | st.integers(0, 300),
        texts,
    ),
    max_size=2,
).map(tuple)
blocked = st.lists(
    st.builds(lambda span, note: Blocked(**span, note=note), spans(), texts), max_size=2
).map(tuple)

runners = st.builds(
    Runner,
    name=texts,
    age=st.none() | st.integers(10, 100),
    sex=st.sampled_from(Sex),
    weight_kg=st.none() | amounts(25, 250),
    height_cm=st.none() | amounts(100, 230),
    running_months=st.none() | st.integers(0, 900),
    weekly_km=st.none() | amounts(0, 300),
    strength_experience=st.sampled_from(StrengthExperience),
    protocol=st.sampled_from(sorted(VOCABULARY.protocols)),
    session_minutes=st.integers(10, 60),
    sessions_per_week=st.none() | st.integers(1, 6),
    days=weeks(),
    habits=habits,
    races=races,
    kit=kits(),
    loads_kg=own_weights(),
    travels=travels,
    blocked=blocked,
    pains=pains,
    safety=st.dictionaries(st.sampled_from(sorted(VOCABULARY.safety_questions)), st.booleans()),
    test_results=st.lists(home_test_results(), max_size=5).map(
        lambda results: tuple(sorted(results, key=order_of_results))
    ),
    readiness=readiness,
    pregnant=st.booleans(),
    weeks_since_birth=st.none() | st.integers(0, 500),
    wants_rolling=st.booleans(),
    wants_jumps=st.booleans(),
    timezone=st.sampled_from(TIMEZONES),
)
