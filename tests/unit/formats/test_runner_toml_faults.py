"""The words a person reads for every kind of mistake in a runner file."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runwright.domain.runner import (
    DayAvailability,
    HomeTestResult,
    Pain,
    Race,
    RunHabit,
    Runner,
    Side,
)
from runwright.formats.runner_toml import Fault, RunnerFileError, read_runner, write_runner
from tests.unit.formats.runner_vocabulary import TODAY, VOCABULARY

A_RACE = "[[races]]\ndistance = 5\ndate = 2027-04-11"


def mistakes(text: str) -> list[str]:
    with pytest.raises(RunnerFileError) as told:
        read_runner(text, source="RUNNER.toml", today=TODAY, vocabulary=VOCABULARY)
    return [str(fault) for fault in told.value.faults]


def faults_of(text: str) -> tuple[Fault, ...] | None:
    """The faults of a file; None where it reads well."""
    try:
        read_runner(text, source="x", today=TODAY, vocabulary=VOCABULARY)
    except RunnerFileError as error:
        return error.faults
    return None


def test_five_mistakes_are_five_sentences_with_their_lines():
    text = """\
[runner]
name = "Ada"
weigth = "60 kg"
age = 360

[[races]]
name = "Spring half"
date = 2026-04-11
distance = "half marathon"

[kit]
have = ["dumbbells", "kettelbell"]

[plan]
protocol = "rebund"
"""

    assert mistakes(text) == [
        "line 3: [runner] has no key 'weigth'; did you mean 'weight'?",
        "line 4: age is 360; expected 10 to 100 years",
        (
            "line 8: 'Spring half' was on 2026-04-11, before today (2026-11-20); "
            "give the date of its next edition, or take these lines out"
        ),
        "line 12: 'kettelbell' is not a kit; did you mean 'kettlebell'?",
        "line 15: 'rebund' is not a protocol; did you mean 'rebound'?",
    ]


def test_the_error_holds_its_facts_and_reads_as_a_list():
    with pytest.raises(RunnerFileError) as told:
        read_runner(
            "[runner]\nage = 5\nx = 1", source="me.toml", today=TODAY, vocabulary=VOCABULARY
        )

    assert told.value.code == "runner.faults"
    assert told.value.source == "me.toml"
    assert [(fault.line, fault.code) for fault in told.value.faults] == [
        (2, "runner.out-of-range"),
        (3, "runner.unknown-key"),
    ]
    assert str(told.value).splitlines()[:2] == [
        "me.toml has 2 mistakes:",
        "  line 2: age is 5; expected 10 to 100 years",
    ]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        # tables and keys
        ("[race]\nname = 'x'", "line 1: 'race' is not a part of this file; did you mean 'races'?"),
        ("age = 36", "line 1: 'age' is not a part of this file; it belongs in [runner]"),
        ("[runner]\njumps = true", "line 2: [runner] has no key 'jumps'; it belongs in [plan]"),
        (
            "[runner]\nkit = ['DB']",
            "line 2: [runner] has no key 'kit'; it has a table of its own: [kit]",
        ),
        (
            "[plan]\nweeks = 12",
            "line 2: [plan] has no key 'weeks'; say it when you plan: runwright plan --weeks …",
        ),
        (
            "[kit]\nzzz = 1",
            "line 2: [kit] has no key 'zzz'; expected one of: have, weights",
        ),
        (
            "[[runs]]\nweekday = 'mon'\nminutes = 40\ndistance = 8",
            "line 4: [runs] has no key 'distance'; write km = 8",
        ),
        (
            "[[races]]\ndate = 2027-04-11\nkm = 10\ndistance = 10",
            "line 3: [races] has no key 'km'; write distance = \"10 km\"",
        ),
        ("runner = 3", "line 1: runner is 3; expected a table: [runner] on a line, its keys below"),
        (
            "races = 3",
            "line 1: races is 3; expected [[races]] on a line for each, its keys below",
        ),
        # the person
        ("[runner]\nname = 3", "line 2: name is 3; expected words in quotes"),
        ("[runner]\nage = 36.5", "line 2: age is 36.5; expected whole years, as in age = 36"),
        ("[runner]\nage = true", "line 2: age is true; expected years, as in age = 36"),
        ("[runner]\nage = nan", "line 2: age is nan; expected years, as in age = 36"),
        ("[runner]\nage = -3", "line 2: age is -3; expected 10 to 100 years"),
        (
            "[runner]\nweight = 'heavy'",
            'line 2: weight is \'heavy\'; expected kg, as in weight = "62 kg" or "150 lb"',
        ),
        ("[runner]\nweight = '900 lb'", "line 2: weight is '900 lb'; expected 25 to 250 kg"),
        ("[runner]\nheight = 17", "line 2: height is 17; expected 100 to 230 cm"),
        (
            "[runner]\nrunning_for = 'ages'",
            (
                "line 2: running_for is 'ages'; expected months, "
                'as in running_for = "3 years" or "8 months"'
            ),
        ),
        (
            "[runner]\nsex = 'womn'",
            "line 2: 'womn' is not a sex we have norms for; did you mean 'woman'?",
        ),
        (
            "[runner]\nstrength = 'xyz'",
            "line 2: 'xyz' is not a strength experience; expected one of: none, some, regular",
        ),
        (
            "[runner]\ntimezone = 'Europe/Zurch'",
            "line 2: timezone 'Europe/Zurch' is not known; did you mean 'Europe/Zurich'?",
        ),
        (
            "[runner]\ntimezone = '+01'",
            "line 2: timezone '+01' is not known; expected a place such as 'Europe/Zurich'",
        ),
        (
            "[runner]\npregnant = 'maybe'",
            "line 2: pregnant is 'maybe'; expected true or false",
        ),
        (
            "[runner]\ngave_birth = 2027-01-05",
            (
                "line 2: gave_birth is 2027-01-05, after today (2026-11-20); "
                "if you are pregnant: pregnant = true"
            ),
        ),
        (
            "[runner]\ngave_birth = 2026-01-05\nweeks_since_birth = 40",
            "line 3: gave_birth and weeks_since_birth say the same; keep one of them",
        ),
        # days
        (
            "[days]\ndefault = 0",
            (
                "line 1: no day has minutes, so no strength or mobility can be planned; "
                "give at least one day some, for example tuesday = 30"
            ),
        ),
        (
            "[days]",
            (
                "line 1: no day has minutes, so no strength or mobility can be planned; "
                "give at least one day some, for example tuesday = 30"
            ),
        ),
        ("[days]\nmonday = 600", "line 2: monday is 600; expected 0 to 300 minutes"),
        (
            "[days]\nmnday = 30",
            "line 2: [days] has no key 'mnday'; did you mean 'monday'?",
        ),
        (
            "[days]\nmonday = { minutes = 60, windows = ['06:00-06:30'] }",
            "line 2: monday has 60 minutes, but its windows hold 30; widen them or ask less",
        ),
        (
            "[days]\ndefault = { minutes = 60, windows = ['06:00-06:30'] }",
            "line 2: default has 60 minutes, but its windows hold 30; widen them or ask less",
        ),
        (
            "[days]\nmonday = { minutes = 30, windows = ['22:00-06:00'] }",
            (
                "line 2: '22:00-06:00' ends before it starts; "
                'for a night write two windows, "22:00-24:00" and "00:00-06:00"'
            ),
        ),
        (
            "[days]\nmonday = { minutes = 30, windows = ['evening'] }",
            "line 2: 'evening' is not a part of a day; expected \"06:00-07:30\"",
        ),
        (
            "[days]\nmonday = { minutes = 30, windows = 3 }",
            'line 2: windows is 3; expected a list of words, as in windows = ["one", "another"]',
        ),
        # races
        (
            "[[races]]\ndate = 2027-04-11",
            'line 1: the race has no distance; add distance = "half marathon"',
        ),
        ("[[races]]\ndistance = 5", "line 1: the race has no date; add date = 2027-04-11"),
        (
            "[[races]]\ndistance = 5\ndate = 'in spring'",
            (
                "line 3: date is 'in spring'; "
                "expected a day of the calendar as 2027-04-11 (year, month, day)"
            ),
        ),
        (
            "[[races]]\ndistance = 5\ndate = '2027-02-30'",
            (
                "line 3: date is '2027-02-30'; "
                "expected a day of the calendar as 2027-04-11 (year, month, day)"
            ),
        ),
        (
            "[[races]]\ndistance = 5\ndate = 2027-04-11T09:00:00",
            (
                "line 3: date is 2027-04-11 09:00:00; "
                "expected a day of the calendar as 2027-04-11 (year, month, day)"
            ),
        ),
        (
            "[[races]]\nname = 'Dream'\ndistance = 5\ndate = 2207-04-11",
            (
                "line 4: 'Dream' is on 2207-04-11, more than three years from today (2026-11-20); "
                "is the year right?"
            ),
        ),
        (
            "[[races]]\ndistance = 'parkrum'\ndate = 2027-04-11",
            (
                "line 2: distance is 'parkrum'; expected km, "
                'as in distance = "half marathon", "10 km" or 12.5'
            ),
        ),
        (
            "[[races]]\ndistance = 0\ndate = 2027-04-11",
            "line 2: distance is 0; expected 0.4 to 500 km",
        ),
        (
            "[[races]]\ndistance = 5\ndate = 2027-04-11\ntime = 'noonish'",
            "line 4: time is 'noonish'; expected a time of day as \"06:15\"",
        ),
        (
            "[[races]]\ndistance = 5\ndate = 2027-04-11\npriority = 'D'",
            "line 4: 'D' is not a priority; expected one of: A, B, C",
        ),
        (
            f"{A_RACE}\n{A_RACE}",
            "line 3: two races stand on 2027-04-11; keep the one you will run",
        ),
        # travel and blocked days
        (
            "[[travel]]\nfrom = 2027-03-05\nto = 2027-03-01",
            "line 3: to is 2027-03-01, before from (2027-03-05); swap them or mend the year",
        ),
        ("[[blocked]]\nnote = 'x'", "line 1: the first day is missing; add from = 2027-02-13"),
        (
            "[[travel]]\nfrom = 2027-03-05\nkit = ['bandd']",
            "line 3: 'bandd' is not a kit; did you mean 'band'?",
        ),
        # kit
        (
            "[kit]\nhave = [\n'band',\n'jetski',\n]",
            (
                "line 4: 'jetski' is not a kit; expected one of: band, barbell, bench, box, chair, "
                "dumbbell, gym, kettlebell, roller, step, two_dumbbells, two_kettlebells, wall"
            ),
        ),
        # runs
        ("[[runs]]\nminutes = 40", 'line 1: the run has no weekday; add weekday = "tuesday"'),
        (
            "[[runs]]\nweekday = 'mon'",
            "line 1: the run has neither minutes nor km; add minutes = 50",
        ),
        (
            "[[runs]]\nweekday = 'tusday'\nminutes = 40",
            "line 2: 'tusday' is not a weekday; did you mean 'tuesday'?",
        ),
        (
            "[[runs]]\nweekday = 'mon'\nminutes = 40\nkind = 'intervall'",
            "line 4: 'intervall' is not a kind of run; did you mean 'interval'?",
        ),
        (
            "[[runs]]\nweekday = 'mon'\nminutes = 4000",
            "line 3: minutes is 4000; expected 5 to 1440 minutes",
        ),
        # pain
        ("[[pain]]\nscore = 3", 'line 1: the pain has no region; add region = "plantar_heel"'),
        ("[[pain]]\nregion = 'plantar_heel'", "line 1: the pain has no score; add score = 3"),
        (
            "[[pain]]\nregion = 'plantar_heel'\nscore = 11",
            "line 3: score is 11; expected 0 to 10 (0 is no pain, 10 the worst there is)",
        ),
        (
            "[[pain]]\nregion = 'achilles'\nscore = 3",
            (
                "line 2: 'achilles' can be several regions; "
                "expected one of: achilles_midportion, achilles_insertional"
            ),
        ),
        (
            "[[pain]]\nregion = 'lowback'\nscore = 3",
            "line 2: 'lowback' is not a region; did you mean 'low_back'?",
        ),
        (
            "[[pain]]\nregion = 'low_back'\nscore = 3\nside = 'lft'",
            "line 4: 'lft' is not a side; did you mean 'left'?",
        ),
        # safety
        (
            "[safety]\nchest_pain = false",
            "line 2: [safety] has no key 'chest_pain'; did you mean 'chest_pain_effort'?",
        ),
        (
            "[safety]\nchest_pain_effort = 'sometimes'",
            "line 2: chest_pain_effort is 'sometimes'; expected true or false",
        ),
        # tests
        (
            "[tests]\nknee_to_wal = 8",
            "line 2: [tests] has no key 'knee_to_wal'; did you mean 'knee_to_wall'?",
        ),
        (
            "[tests]\nknee_to_wall = 8",
            "line 2: knee_to_wall has two sides; write knee_to_wall = { left = 8, right = 11 }",
        ),
        (
            "[tests]\nprone_plank = { left = 60, value = 50 }",
            "line 2: [tests.prone_plank] has no key 'left'; this test has no sides: value = 60",
        ),
        (
            "[tests]\nknee_to_wall = { date = 2026-11-01 }",
            "line 2: knee_to_wall has no result; add left or right = 8",
        ),
        (
            "[tests]\nprone_plank = { value = 50, date = 2026-12-01 }",
            "line 2: the test is dated 2026-12-01, after today (2026-11-20); mend the date",
        ),
        # readiness and plan
        (
            "[readiness]\nstress_days = 9",
            "line 2: stress_days is 9; expected 0 to 7 days of the last 7",
        ),
        (
            "[plan]\nsession_minutes = 90",
            "line 2: session_minutes is 90; expected 10 to 60 minutes",
        ),
        (
            "[plan]\nsessions_per_week = 0",
            "line 2: sessions_per_week is 0; expected 1 to 6 sessions",
        ),
        ("[plan]\njumps = 1", "line 2: jumps is 1; expected true or false"),
    ],
)
def test_a_mistake_is_said_in_one_sentence(text, sentence):
    assert mistakes(text) == [sentence]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("[runner]\nname = Ada", 'line 2: put words in quotes: name = "Ada"'),
        ("[runner]\nweight = 150 lb", 'line 2: put words in quotes: weight = "150 lb"'),
        ("[plan]\njumps = yes", "line 2: write jumps = true"),
        ("[plan]\njumps = False", "line 2: write jumps = false"),
        ("[runner]\nage = '36", "line 2: a quote is opened and not closed; expected age = 36"),
        (
            '[runner]\nname = "Ada',
            'line 2: a quote is opened and not closed; expected name = "Ada"',
        ),
        ("[runner]\nage =", "line 2: 'age' has no value; give it one or take the line out"),
        (
            "[runner]\nage",
            (
                "line 2: 'age' is not understood; expected key = value, "
                "a [table] in brackets, or a comment after #"
            ),
        ),
        (
            "[runner]\nage = 36\nage = 37",
            "line 3: 'age' is there already; keep one of the two lines",
        ),
        (
            "[runner]\nweight = 62,5",
            (
                "line 2: 62,5 is not a number here; "
                "expected it without leading zeros or commas, as 62.5"
            ),
        ),
        (
            "[runner]\nage = 036",
            "line 2: 036 is not a number here; expected it without leading zeros or commas, as 36",
        ),
        (
            "[[races]]\ndistance = 5\ndate = 2027-02-30",
            "line 3: 2027-02-30 is not a day of the calendar; expected a date such as 2027-04-11",
        ),
        (
            "[[races]]\ndistance = 5\ndate = 2027-4-5",
            "line 3: a date has two digits for month and day: 2027-04-05",
        ),
        (
            "[[races]]\ndistance = 5\ndate = 2027-04-11\ntime = 9:30",
            'line 4: put the time in quotes: "9:30"',
        ),
        (
            "[kit]\nhave = [DB, 'KB']",
            'line 2: put each word of the list in quotes, with commas between: have = ["DB", "KB"]',
        ),
        (
            "[kit]\nhave = ['DB' 'KB']",
            'line 2: put each word of the list in quotes, with commas between: have = ["DB", "KB"]',
        ),
        (
            "[kit]\nhave = ['DB',\n\n[plan]\n",
            "line 2: the list of 'have' is opened here and not closed; it ends in ]",
        ),
        (
            "[days]\nmonday = { minutes = 30\ntuesday = 30",
            (
                "line 2: the table of 'monday' is opened here and not closed; "
                "it ends in } on the same line"
            ),
        ),
        (
            '[runner]\nname = """Ada\n',
            "line 2: the long text of 'name' is opened here and not closed; it ends as it begins",
        ),
        (
            "[plan\njumps = true",
            "line 1: '[plan' is not understood; the name of a table stands in brackets: [plan]",
        ),
        (
            "[[races]\n",
            (
                "line 1: '[[races]' is not understood; "
                "the name of a table stands in brackets: [[races]]"
            ),
        ),
        (
            "[plan]\n[kit]\n[plan]",
            "line 3: [plan] is there already; put the lines of both under one [plan]",
        ),
        (
            "[races]\ndistance = 5\ndate = 2027-04-11\n[races]\ndistance = 10",
            "line 4: [races] is there already; write [[races]], in two brackets, for each one",
        ),
        (
            f"[runner]\nage = {'9' * 5000}",
            "line 2: the number of 'age' is too long to be meant; is a sign missing in it?",
        ),
    ],
)
def test_a_slip_of_writing_is_said_in_one_sentence(text, sentence):
    told = mistakes(text)

    assert len(told) == 1
    assert told[0].startswith(sentence)


def test_a_slip_of_writing_hides_no_other_mistake():
    text = """\
[runner]
name = Ada
age = 5

[[races]]
date = 2027-02-30
distance = half marathon
priority = "Z"

[plan]
protocol = "rebund"
"""

    assert [told.split(":")[0] for told in mistakes(text)] == [
        "line 2",
        "line 3",
        "line 6",
        "line 7",
        "line 8",
        "line 11",
    ]


def test_a_file_that_is_no_runner_file_is_given_up_kindly():
    assert mistakes("x" * 500_000) == [
        "the file is 500000 signs long, no runner file is; is it another file?"
    ]


def test_brackets_without_end_are_one_sentence():
    told = mistakes("[kit]\nhave = " + "[" * 40_000 + "]" * 40_000)

    assert told == ["brackets stand inside each other too deeply to be a runner file"]


def test_of_very_many_mistakes_the_first_are_listed():
    with pytest.raises(RunnerFileError) as told:
        read_runner(
            "[runner]\n" + "".join(f"zz{number} = 1\n" for number in range(80)),
            source="me.toml",
            today=TODAY,
            vocabulary=VOCABULARY,
        )

    assert len(told.value.faults) == 80
    assert str(told.value).splitlines()[-1] == "  and 30 more"


@pytest.mark.parametrize(
    "text",
    [
        "a" + ".a" * 45_000 + " = 1",
        "[a" + ".a" * 45_000 + "]",
        "a = " + "{a=" * 30_000,
        "a = " + "[" * 90_000,
        "a = " + " " * 90_000 + "x",
        "x\n" * 45_000,
        "[[races]]\n" * 9_000,
        "[[races.races]]\n" * 6_000,
        "a.b.c.d.e.f.g.h = 1\n" * 4_000,
    ],
)
def test_a_hostile_text_is_a_few_sentences_soon(text):
    assert mistakes(text)


def test_what_is_shown_of_a_long_mistake_is_short():
    told = mistakes(f"[kit]\nhave = ['{'long ' * 1000}']")

    assert len(told) == 1
    assert len(told[0]) < 400


@given(text=st.text(max_size=200))
@settings(max_examples=200, deadline=None)
def test_any_text_is_a_runner_or_sentences(text):
    faults = faults_of(text)

    assert faults is None or all(fault.says for fault in faults)


WHOLE = write_runner(
    Runner(
        name="Ada",
        age=36,
        weight_kg=62.5,
        days=(*(DayAvailability(minutes=30),) * 6, DayAvailability(minutes=0)),
        races=(Race(name="Spring", day=date(2027, 4, 11), distance_km=21.0975),),
        kit=frozenset({"band", "step"}),
        habits=(RunHabit(weekday=1, duration_min=50), RunHabit(weekday=3, duration_min=40)),
        pains=(Pain(region="plantar_heel", pain_0_10=2, side=Side.LEFT),),
        safety={"chest_pain_effort": False},
        test_results=(HomeTestResult(test="prone_plank", value=60),),
    )
)


@given(
    start=st.integers(0, len(WHOLE)),
    torn_out=st.integers(0, 40),
    put_in=st.text(max_size=3) | st.sampled_from(["[", "]", '"', "{", "}", "=", "\n", "'"]),
)
@settings(max_examples=400, deadline=None)
def test_a_file_with_a_piece_torn_out_is_a_runner_or_sentences_in_order(start, torn_out, put_in):
    torn = WHOLE[:start] + put_in + WHOLE[start + torn_out :]
    faults = faults_of(torn)
    lines = [fault.line for fault in faults or () if fault.line is not None]

    assert faults is None or faults
    assert lines == sorted(lines)
    assert all(1 <= line <= torn.count("\n") + 1 for line in lines)


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("dumbbells = []", "expected weights"),
        ('dumbbells = "heavy"', "expected weights"),
        ("dumbbells = [5, 700]", "expected weights"),
        ("dumbells = [5]", "did you mean 'dumbbell'"),
        ("band = [5]", "a kit that comes in weights"),
        ("bar = 500\nplates = [5]", "bar is 500"),
    ],
)
def test_weights_that_cannot_be_used_are_told_with_their_line(line, says):
    (told,) = mistakes(f"[kit.weights]\n{line}")

    assert says in told
    assert told.startswith("line 2")
