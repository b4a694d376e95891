from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from runwright.domain.calendar import WHOLE_DAY, Window
from runwright.domain.home_test import Asked
from runwright.domain.run import RunKind
from runwright.domain.runner import Pain, Priority, Race, RunHabit, Runner, Sex, Side
from runwright.formats.ask import AnswerKind, AnswerNotUnderstoodError, build_runner, questions
from runwright.formats.ask_answers import read_days, read_pains, read_races, read_runs
from runwright.formats.own_weights import read_own_weights_kg
from runwright.formats.runner_toml import read_runner, write_runner
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.formats.runner_toml.person import read_months
from runwright.knowledge.library import load_library

TODAY = date(2026, 11, 20)


def script(*, has_run_files: bool = False):
    library = load_library()
    return questions(
        vocabulary=vocabulary_of(library),
        safety=library.questions.values(),
        today=TODAY,
        has_run_files=has_run_files,
    )


def held(typed: dict[str, str], *, has_run_files: bool = False) -> dict[str, object]:
    """The answers of a dialogue in which `typed` is typed, and nothing else."""
    answers: dict[str, object] = {}
    for question in script(has_run_files=has_run_files):
        if question.applies(answers):
            by_default = "none" if question.default is None else question.default
            answers[question.id] = question.read(typed.get(question.id, by_default))
    return answers


def answer(name: str, typed: str):
    (question,) = (one for one in script() if one.id == name)
    return question.read(typed)


def asked_again(name: str, typed: str) -> str:
    with pytest.raises(AnswerNotUnderstoodError) as told:
        answer(name, typed)
    return told.value.says


def test_a_whole_dialogue_makes_a_runner_that_can_be_written_and_read():
    answers = held({
        "name": "  Ada ",
        "age": "36",
        "sex": "w",
        "running_for": "3 years",
        "strength": "some",
        "races": "Spring half marathon 2027-04-11 A 09:30; Winter 10 km 2027-02-14 B",
        "days": "mon 30, thu 30, sat 45",
        "hours": "17:30-21:00",
        "session_minutes": "30",
        "runs": "tue intervals 60 06:15; thu sat easy 45; sun long 16 km 08:00",
        "kit": "dumbbells, kettlebell and mini band",
        "pains": "left achilles at the heel 3",
    })
    runner = build_runner(answers, timezone="Europe/Zurich")
    library = load_library()
    again = read_runner(
        write_runner(runner), source="x", today=TODAY, vocabulary=vocabulary_of(library)
    )

    assert again == runner
    assert (runner.name, runner.age, runner.sex, runner.running_months) == (
        *("Ada", 36),
        *(Sex.WOMAN, 36),
    )
    assert runner.races == (
        Race(
            name="Spring half marathon",
            day=date(2027, 4, 11),
            distance_km=21.0975,
            start_min=570,
        ),
        Race(name="Winter 10 km", day=date(2027, 2, 14), distance_km=10, priority=Priority.B),
    )
    assert [day.minutes for day in runner.days] == [30, 0, 0, 30, 0, 45, 0]
    assert {day.windows for day in runner.days} == {(Window(1050, 1260),)}
    assert runner.habits == (
        RunHabit(weekday=1, duration_min=60, kind=RunKind.QUALITY, start_min=375),
        RunHabit(weekday=3, duration_min=45),
        RunHabit(weekday=5, duration_min=45),
        RunHabit(weekday=6, duration_min=104, kind=RunKind.LONG, distance_km=16, start_min=480),
    )
    assert runner.kit == {"dumbbell", "two_dumbbells", "kettlebell", "band"}
    assert runner.pains == (
        Pain(
            region="achilles_insertional",
            pain_0_10=3,
            side=Side.LEFT,
            focal_bone=False,
            worse_with_loading=False,
            hop_pain=False,
            night_pain=False,
        ),
    )
    assert set(runner.safety.values()) == {False}
    assert runner.timezone == "Europe/Zurich"


def test_a_dialogue_of_empty_answers_is_a_runner_with_the_defaults():
    runner = build_runner(held({}))

    assert (runner.name, runner.age, runner.sex) == ("", None, Sex.UNSPECIFIED)
    assert [day.minutes for day in runner.days] == [30] * 7
    assert runner.days[0].windows == (WHOLE_DAY,)
    assert (runner.races, runner.habits, runner.kit, runner.pains) == ((), (), frozenset(), ())


def test_without_any_answer_the_runner_is_the_domains_own():
    assert build_runner({}) == Runner()


def test_there_are_few_enough_questions_for_two_minutes():
    asked = [question for question in script() if question.applies({"sex": Sex.MAN})]

    assert len(asked) <= 14


def test_usual_runs_are_not_asked_when_there_are_files():
    assert "runs" not in {question.id for question in script(has_run_files=True)}
    assert "runs" in {question.id for question in script()}


def test_a_safety_list_must_be_answered():
    lists = [question for question in script() if question.kind is AnswerKind.NUMBERS]

    assert lists
    assert all(question.default is None for question in lists)
    assert asked_again("safety", " ") == "say none if nothing applies, or the numbers that do"


def test_every_safety_question_that_needs_no_other_answer_is_asked():
    library = load_library()
    at_once = {Asked.ALWAYS, Asked.NOT_A_MAN, Asked.HURTS, Asked.EACH_PAIN}
    wanted = [one.asks for one in library.questions.values() if one.asked in at_once]
    texts = "\n".join(question.text for question in script())

    assert wanted
    assert all(asks in texts for asks in wanted)


def test_the_numbers_given_are_the_questions_said_yes_to():
    library = load_library()
    always = [one.id for one in library.questions.values() if one.asked is Asked.ALWAYS]
    runner = build_runner(held({"safety": "2, 5"}))

    assert {one for one, yes in runner.safety.items() if yes} == {always[1], always[4]}


def test_men_are_not_asked_about_births_and_periods():
    safety = build_runner(held({"sex": "man"})).safety

    assert "gave_birth" not in safety
    assert "periods_lost_or_irregular" not in safety


def test_from_60_on_nobody_is_asked_about_births():
    safety = build_runner(held({"age": "61", "sex": "woman"})).safety

    assert "gave_birth" not in safety
    assert "periods_lost_or_irregular" in safety


def test_a_birth_is_asked_for_and_counted_in_weeks():
    answers = held({"safety_woman_to_60": "1", "birth": "2026-09-14"})
    runner = build_runner(answers)

    assert runner.safety["gave_birth"] is True
    assert runner.weeks_since_birth == 9
    assert runner.safety["birth_symptoms"] is False


def test_a_pregnancy_is_told_and_asks_for_the_midwifes_word():
    runner = build_runner(held({"safety_woman_to_60": "2"}))

    assert runner.pregnant
    assert runner.safety["pregnancy_exercise_fine"] is False


def test_bone_is_asked_about_only_when_something_hurts():
    assert "safety_pain" not in held({})
    assert "safety_pain" not in held({"pains": "left shin 0"})

    answers = held({"pains": "left shin 3; low back 1", "safety_pain": "1"})
    pains = build_runner(answers).pains

    assert [pain.focal_bone for pain in pains] == [True, True]
    assert "focal_bone" not in build_runner(answers).safety


def test_minutes_never_exceed_the_hours():
    runner = build_runner(held({"days": "60", "hours": "6:00-6:30"}))

    assert {day.minutes for day in runner.days} == {30}


@pytest.mark.parametrize(
    ("name", "typed", "says"),
    [
        ("age", "ten", "'ten' does not work here; give 10 to 100 years, or nothing to skip"),
        ("age", "7", "'7' does not work here; give 10 to 100 years, or nothing to skip"),
        (
            "running_for",
            "ages",
            "'ages' does not work here; give 0 to 960 months, or nothing to skip",
        ),
        (
            "session_minutes",
            "90",
            "'90' does not work here; give 10 to 60 minutes, or nothing to skip",
        ),
        ("sex", "womn", "'womn' is not one of woman, man, unspecified; did you mean 'woman'?"),
        ("strength", "xyz", "'xyz' is not one of none, some, regular"),
        (
            "races",
            "half marathon",
            "'half marathon' has no day that is in the calendar; give it as 2027-04-11",
        ),
        (
            "races",
            "10 km 2027-02-30",
            "'10 km 2027-02-30' has no day that is in the calendar; give it as 2027-04-11",
        ),
        (
            "races",
            "10 km 2026-02-14",
            (
                "2026-02-14 is past, or more than three years ahead (today is 2026-11-20); "
                "is the year right?"
            ),
        ),
        (
            "races",
            "Spring 2027-04-11",
            (
                "'Spring 2027-04-11' has no distance a race can have; "
                "give it as 10 km, half marathon or marathon"
            ),
        ),
        (
            "races",
            "5 km 2027-04-11; 10 km 2027-04-11",
            "two races stand on 2027-04-11; keep the one you will run",
        ),
        (
            "days",
            "tusday 30",
            (
                "'tusday' is not one of monday, tuesday, wednesday, thursday, friday, saturday, "
                "sunday; did you mean 'tuesday'?"
            ),
        ),
        ("days", "tue", "'tue' has no minutes from 0 to 300; give them as thu 30"),
        (
            "days",
            "0",
            "without any minutes there is nothing to plan; give at least one day, as thu 30",
        ),
        (
            "hours",
            "evening",
            "'evening' is no part of a day; give it as 17:30-21:00, or say any",
        ),
        (
            "runs",
            "easy 45",
            "'easy 45' names no weekday; give it as tue easy 45",
        ),
        (
            "runs",
            "tue easy",
            "'tue easy' has no minutes or km that a run can have; give it as tue easy 45",
        ),
        (
            "runs",
            "tue eazy 45",
            "'eazy' is not one of easy, long, quality, race, walk; did you mean 'easy'?",
        ),
        (
            "pains",
            "left shin",
            "'left shin' has no score from 0 (no pain) to 10; give it as left shin 3",
        ),
        (
            "pains",
            "shin 11",
            "'shin 11' has no score from 0 (no pain) to 10; give it as left shin 3",
        ),
        (
            "pains",
            "achilles 3",
            (
                "'achilles' can be several places; "
                "choose one of achilles_midportion, achilles_insertional"
            ),
        ),
        ("safety", "99", "'99' is not a number of the list; give 1 to "),
        (
            "birth",
            "2027-01-01",
            "'2027-01-01' does not work here; give the day as 2026-09-14, or the weeks since",
        ),
    ],
)
def test_an_answer_that_cannot_be_used_is_asked_again_in_clear_words(name, typed, says):
    assert asked_again(name, typed).startswith(says)


def test_a_kit_that_is_not_known_names_the_nearest():
    assert asked_again("kit", "kettelbell").endswith("did you mean 'kettlebell'?")


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("age", "", None),
        ("running_for", "18", 18),
        ("running_for", "1,5 years", 18),
        ("hours", "6-7:30, 17:30-21:00, 20:00-22:00", (Window(360, 450), Window(1050, 1320))),
        ("kit", "none", frozenset()),
        ("kit", "nothing", frozenset()),
        ("races", "none", ()),
        ("birth", "16 weeks", 16),
        ("pains", "Runner's knee 2/10", (Pain(region="patellofemoral", pain_0_10=2),)),
        (
            "runs",
            "mon/wed 40",
            (RunHabit(weekday=0, duration_min=40), RunHabit(weekday=2, duration_min=40)),
        ),
        (
            "runs",
            "Friday: tempo run 1h10",
            (RunHabit(weekday=4, duration_min=70, kind=RunKind.QUALITY),),
        ),
    ],
)
def test_answers_are_understood_as_people_type_them(name, typed, value):
    assert answer(name, typed) == value


TYPED = st.text(max_size=30) | st.sampled_from([
    *("none", "30", "mon 30", "tue easy 45", "left shin 3", "1", "1,2", "half 2027-04-11"),
    *("5 km 2027-05-01 C 10:00", "6-7", "band", "16 weeks", "man", "some", "3 years"),
])


@given(data=st.data())
@settings(max_examples=60, deadline=None)
def test_whatever_is_typed_ends_in_a_runner_file_or_is_asked_again(data):
    answers: dict[str, object] = {}
    for question in script():
        if not question.applies(answers):
            continue
        typed = (data.draw(TYPED), question.default, "none", "3")
        answers[question.id] = first_understood(question, typed)
    runner = build_runner(answers)
    again = read_runner(
        write_runner(runner), source="x", today=TODAY, vocabulary=vocabulary_of(load_library())
    )

    assert again == runner


def first_understood(question, typed):
    for text in typed:
        try:
            return question.read(text or "")
        except AnswerNotUnderstoodError:
            continue
    raise AssertionError(question.id)


def test_answers_may_be_german():
    kinds = [habit.kind for habit in read_runs("di tempo 60 06:15; so lang 16 km 08:00")]
    race = read_races("Halbmarathon 2027-04-11 A", today=TODAY)[0]
    days = read_days("mo di 30, sa 45")
    pain = read_pains("links Läuferknie 2 von 10", vocabulary=vocabulary_of(load_library()))[0]

    assert kinds == [RunKind.QUALITY, RunKind.LONG]
    assert race.distance_km == pytest.approx(21.0975)
    assert [day.minutes for day in days] == [30, 30, 0, 0, 0, 45, 0]
    assert (pain.region, pain.side) == ("patellofemoral", Side.LEFT)
    assert read_months("3 Jahre") == 36
    assert read_own_weights_kg("2 bis 6 je 2, 7,5 und 10") == (2, 4, 6, 7.5, 10)
