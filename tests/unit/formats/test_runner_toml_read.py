from datetime import date

import pytest

from runwright.domain.calendar import WHOLE_DAY, Window
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
from runwright.formats.runner_toml import read_runner
from tests.unit.formats.runner_vocabulary import TODAY, VOCABULARY


def read(text: str) -> Runner:
    return read_runner(text, source="RUNNER.toml", today=TODAY, vocabulary=VOCABULARY)


def test_an_empty_file_is_a_runner_who_told_nothing():
    assert read("") == Runner()


def test_a_byte_order_mark_and_windows_line_ends_are_no_hindrance():
    assert read('\ufeff[runner]\r\nname = "Ada"\r\n').name == "Ada"


def test_a_person_is_read_in_the_units_they_write():
    runner = read(
        """
        [runner]
        name = "Ada"
        age = 36
        sex = "Female"
        weight = "150 lb"
        height = "5 ft 8 in"
        running_for = "3 years"
        weekly_distance = "20 miles"
        strength = "on and off"
        timezone = "Europe/Zurich"
        """
    )

    assert (runner.name, runner.age, runner.sex) == ("Ada", 36, Sex.WOMAN)
    assert runner.weight_kg == pytest.approx(68.04, abs=0.01)
    assert runner.height_cm == pytest.approx(172.7, abs=0.1)
    assert runner.running_months == 36
    assert runner.weekly_km == pytest.approx(32.2, abs=0.1)
    assert runner.strength_experience is StrengthExperience.SOME
    assert runner.timezone == "Europe/Zurich"


@pytest.mark.parametrize(
    ("written", "weight_kg"),
    [("62", 62), ('"62,5 kg"', 62.5), ('"9 st 11"', 62.14), ('"137 pounds"', 62.14), ('"62"', 62)],
)
def test_weights_are_understood_in_kilograms_pounds_and_stones(written, weight_kg):
    runner = read(f"[runner]\nweight = {written}")

    assert runner.weight_kg == pytest.approx(weight_kg, abs=0.01)


@pytest.mark.parametrize("written", ["172", "1.72", '"172 cm"', '"1.72 m"', '"1,72"'])
def test_heights_are_understood_in_centimetres_and_metres(written):
    assert read(f"[runner]\nheight = {written}").height_cm == pytest.approx(172)


def test_weeks_since_a_birth_are_counted_from_its_day():
    assert read("[runner]\ngave_birth = 2026-07-31").weeks_since_birth == 16


def test_a_birth_today_is_zero_weeks_ago():
    assert read(f"[runner]\ngave_birth = {TODAY}").weeks_since_birth == 0


def test_days_that_are_not_named_have_the_default():
    runner = read('[days]\ndefault = 40\nfriday = 0\nsun = "1 h"')

    assert [day.minutes for day in runner.days] == [40, 40, 40, 40, 0, 40, 60]


def test_without_a_default_days_that_are_not_named_are_free():
    runner = read("[days]\ntuesday = 30")

    assert [day.minutes for day in runner.days] == [0, 30, 0, 0, 0, 0, 0]


def test_without_days_every_day_has_what_the_domain_says():
    assert read("[kit]\nhave = []").days == Runner().days


def test_a_day_told_by_its_windows_takes_the_minutes_of_the_default():
    runner = read('[days]\ndefault = 40\nmonday = { windows = ["6-7:30", "5 pm – 8:30 pm"] }')

    assert runner.days[0] == DayAvailability(
        minutes=40, windows=(Window(360, 450), Window(1020, 1230))
    )


def test_a_day_told_by_its_minutes_takes_the_windows_of_the_default():
    runner = read('[days]\ndefault = { minutes = 40, windows = ["17:30-24:00"] }\nmonday = 20')

    assert runner.days[0] == DayAvailability(minutes=20, windows=(Window(1050, 1440),))


def test_a_day_without_windows_has_waking_hours():
    assert read("[days]\ndefault = 40").days[0].windows == (WHOLE_DAY,)


def test_windows_that_overlap_or_touch_become_one():
    runner = read(
        "[days]\nmonday = { minutes = 40, "
        'windows = ["17:00-19:00", "06:00-07:00", "18:30-20:00", "07:00-07:30"] }'
    )

    assert runner.days[0].windows == (Window(360, 450), Window(1020, 1200))


@pytest.mark.parametrize(
    ("written", "distance_km"),
    [
        ('"5 km"', 5),
        ('"10k"', 10),
        ('"half marathon"', 21.0975),
        ('"Half-Marathon"', 21.0975),
        ('"marathon"', 42.195),
        ("12.5", 12.5),
        ('"12,5 km"', 12.5),
        ('"50 miles"', 80.4672),
        ('"3000 m"', 3),
    ],
)
def test_distances_are_numbers_or_words(written, distance_km):
    runner = read(f"[[races]]\ndate = 2027-04-11\ndistance = {written}")

    assert runner.races[0].distance_km == pytest.approx(distance_km)


def test_races_are_read_whole():
    runner = read(
        """
        [[races]]
        name = "Spring half"
        date = 2027-04-11
        distance = "half marathon"
        priority = "b"
        time = "10:30"
        """
    )

    assert runner.races == (
        Race(
            name="Spring half",
            day=date(2027, 4, 11),
            distance_km=21.0975,
            priority=Priority.B,
            start_min=630,
        ),
    )


def test_a_race_without_a_name_is_named_by_its_distance():
    runner = read('[races]\ndate = "2027-04-11"\ndistance = "half"')

    assert runner.races[0].name == "half marathon"
    assert runner.races[0].priority is Priority.A


def test_a_race_today_can_still_be_run():
    assert read(f"[[races]]\ndate = {TODAY}\ndistance = 5").races[0].day == TODAY


@pytest.mark.parametrize(
    ("written", "kit"),
    [
        ('["DB"]', {"dumbbell"}),
        ('["Dumbbells"]', {"dumbbell", "two_dumbbells"}),
        ('["two_dumbbells"]', {"dumbbell", "two_dumbbells"}),
        ('["2 dumbbells"]', {"dumbbell", "two_dumbbells"}),
        ('["KB", "mini bands", "foam rollers"]', {"kettlebell", "band", "roller"}),
        ('["gym"]', {"gym", "bench", "box", "dumbbell", "two_dumbbells"}),
        ('["nothing"]', set()),
        ('"step"', {"step"}),
        ("[]", set()),
    ],
)
def test_kit_is_understood_in_the_words_of_runners(written, kit):
    assert read(f"[kit]\nhave = {written}").kit == kit


def test_travel_and_blocked_days_are_read():
    runner = read(
        """
        [[travel]]
        from = 2027-02-13
        to = 2027-02-20
        kit = ["bands"]
        minutes = 20
        note = "Snow"

        [[blocked]]
        from = 2027-03-01
        """
    )

    assert runner.travels == (
        Travel(
            first=date(2027, 2, 13),
            last=date(2027, 2, 20),
            kit=frozenset({"band"}),
            minutes=20,
            note="Snow",
        ),
    )
    assert runner.blocked == (Blocked(first=date(2027, 3, 1), last=date(2027, 3, 1)),)


def test_runs_are_read_by_weekday():
    runner = read(
        """
        [[runs]]
        weekday = "tue"
        minutes = 55
        kind = "intervals"
        time = "06:15"

        [[runs]]
        weekday = ["Thursday", "Saturday"]
        minutes = "0:40"
        """
    )

    assert runner.habits == (
        RunHabit(weekday=1, duration_min=55, kind=RunKind.QUALITY, start_min=375),
        RunHabit(weekday=3, duration_min=40),
        RunHabit(weekday=5, duration_min=40),
    )


@pytest.mark.parametrize(("pace", "minutes"), [("", 65), ('easy_pace = "5:30"\n', 55)])
def test_kilometres_without_minutes_take_the_easy_pace(pace, minutes):
    runner = read(f'[runner]\n{pace}[[runs]]\nweekday = "sun"\nkm = 10')

    assert runner.habits[0].duration_min == minutes
    assert runner.habits[0].distance_km == 10


@pytest.mark.parametrize(
    ("word", "region"),
    [
        ("achilles_insertional", "achilles_insertional"),
        ("Achilles insertional", "achilles_insertional"),
        ("Runner's knee", "patellofemoral"),
        ("runner’s knee", "patellofemoral"),
        ("front of the knee", "patellofemoral"),
        ("plantar fasciitis", "plantar_heel"),
    ],
)
def test_regions_are_understood_in_the_words_of_runners(word, region):
    runner = read(f'[[pain]]\nregion = "{word}"\nscore = 3')

    assert runner.pains[0].region == region


def test_pain_is_read_with_what_was_asked_of_bone():
    runner = read(
        """
        [[pain]]
        region = "plantar_heel"
        score = 0
        side = "left"
        since_weeks = 6
        focal_bone = true
        night_pain = "no"
        """
    )

    assert runner.pains == (
        Pain(
            region="plantar_heel",
            pain_0_10=0,
            side=Side.LEFT,
            since_weeks=6,
            focal_bone=True,
            night_pain=False,
        ),
    )


def test_none_applies_answers_no_only_where_no_changes_nothing():
    runner = read("[safety]\nnone_applies = true\nfainting_effort = true")

    assert runner.safety == {"chest_pain_effort": False, "fainting_effort": True}


def test_an_answer_that_is_not_given_stays_open():
    assert read("[safety]\nchest_pain_effort = false").safety == {"chest_pain_effort": False}


def test_results_of_home_tests_are_read_with_sides_and_days():
    runner = read(
        """
        [tests]
        side_plank = [{ left = 40, date = 2026-09-01 }, { left = 55, right = 60 }]
        knee_to_wall = { left = 8, right = 11.5 }
        prone_plank = 0
        """
    )

    assert runner.test_results == (
        HomeTestResult(test="knee_to_wall", value=8, side=Side.LEFT),
        HomeTestResult(test="knee_to_wall", value=11.5, side=Side.RIGHT),
        HomeTestResult(test="prone_plank", value=0),
        HomeTestResult(test="side_plank", value=55, side=Side.LEFT),
        HomeTestResult(test="side_plank", value=60, side=Side.RIGHT),
        HomeTestResult(test="side_plank", value=40, side=Side.LEFT, day=date(2026, 9, 1)),
    )


def test_readiness_and_wishes_are_read():
    runner = read(
        """
        [readiness]
        sleep_hours = 6.5
        stress_days = 0
        soreness = 2
        volume_rising = true

        [plan]
        protocol = "Med Gym"
        session_minutes = 45
        sessions_per_week = 2
        jumps = false
        rolling = true
        """
    )

    assert runner.readiness == Readiness(
        sleep_h=6.5, stress_days=0, soreness_0_10=2, volume_rising=True
    )
    assert (runner.protocol, runner.session_minutes, runner.sessions_per_week) == ("med-gym", 45, 2)
    assert (runner.wants_jumps, runner.wants_rolling) == (False, True)


def test_own_weights_are_read_by_kit_and_those_of_two_are_those_of_one():
    runner = read("""
[kit]
have = ["dumbbells", "kettlebell"]
[kit.weights]
dumbbells = [5, 7.5, 10]
kettlebell = "8 to 16 by 4"
""")
    own = (5.0, 7.5, 10.0)

    assert runner.loads_kg == {
        "dumbbell": own,
        "two_dumbbells": own,
        "kettlebell": (8.0, 12.0, 16.0),
    }


def test_plates_are_worked_out_on_their_bar():
    runner = read("[kit.weights]\nbar = 15\nplates = [2.5, 5, 5]")

    assert runner.loads_kg == {"barbell": (15.0, 20.0, 25.0, 30.0, 35.0, 40.0)}


def test_a_file_may_be_written_with_german_words():
    runner = read("""
[runner]
sex = "Frau"
strength = "regelmäßig"
[kit]
have = ["Kurzhanteln", "Band"]
[[pain]]
region = "unterer Rücken"
score = 2
side = "links"
""")

    assert (runner.sex, runner.strength_experience) == (Sex.WOMAN, StrengthExperience.REGULAR)
    assert {"dumbbell", "two_dumbbells", "band"} <= runner.kit
    assert runner.pains[0].side is Side.LEFT
