"""`runwright why` and `why-not`: a plan answers for itself."""

import json
from datetime import date, timedelta

import pytest


@pytest.fixture(scope="module")
def with_session(sessions: dict[str, str]) -> str:
    return next(day for day, kind in sessions.items() if kind)


@pytest.fixture(scope="module")
def without_session(sessions: dict[str, str], with_session: str) -> str:
    return next(day for day, kind in sessions.items() if not kind and day > with_session)


def edited(made, tmp_path, change) -> object:
    """A copy of the plan with its JSON changed."""
    kept = json.loads((made / "plan.json").read_text("utf-8"))
    change(kept)
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(kept), encoding="utf-8")
    return file


def move_first_session(kept: dict) -> None:
    """Start the first session of the plan ten minutes later, as a hand would."""
    day = next(d for week in kept["weeks"] for d in week["days"] if "session" in d)
    day["session"]["placed"]["start_min"] += 10


def test_a_day_with_a_session_shows_doses_and_reasons(run, made, with_session):
    said = run("why", made / "plan.json", with_session)

    assert said.exit_code == 0
    assert "Why here" in said.stdout
    assert "in reserve" in said.stdout
    assert "runwright rule" in said.stdout


def test_a_folder_means_the_plan_in_it(run, made, with_session):
    assert (
        run("why", made, with_session).stdout == run("why", made / "plan.json", with_session).stdout
    )


def test_a_day_without_a_session_says_what_one_would_mean(run, made, without_session):
    answer = run.answer("why", made, without_session, of="why")

    assert answer["session"] is None
    assert answer["instead"]
    assert all(one["says"] for one in answer["instead"])
    assert answer["standing"] == "exact"


def test_the_answer_names_every_exercise_of_the_day(run, made, with_session):
    answer = run.answer("why", made, with_session, of="why")

    items = [item for block in answer["session"]["blocks"] for item in block["items"]]
    assert items
    assert all(item["exercise"] in answer["exercise_names"] for item in items)


@pytest.mark.parametrize("kind", ["heavy", "short", "light", "foundation", "jumps", "heavy_jumps"])
def test_every_kind_on_every_day_of_a_week_is_answered(run, made, with_session, kind):
    monday = date.fromisoformat(with_session)
    monday -= timedelta(days=monday.weekday())

    for offset in range(7):
        day = monday + timedelta(days=offset)
        answer = run.answer("why-not", made, day, kind, of="why_not")

        assert answer["possible"] or answer["breaks"]
        assert (answer["extra_points"] is None) == (not answer["possible"])


def test_the_exit_code_says_whether_it_could_be(run, made, with_session):
    first = date.fromisoformat(with_session)
    for kind in ("light", "jumps"):
        words = (made, first + timedelta(days=1), kind)
        answer = run.answer("why-not", *words, of="why_not")

        assert run("why-not", *words).exit_code == (0 if answer["possible"] else 1)


def test_a_session_that_is_there_is_said_to_be_there(run, made, sessions, with_session):
    answer = run.answer("why-not", made, with_session, sessions[with_session], of="why_not")

    assert answer["already_there"]
    assert answer["extra_points"] == 0


def test_no_other_season_is_better_than_the_plan(run, made, sessions):
    days = [day for day in sessions if day < "2027-01-11"][::5]
    answers = [run.answer("why-not", made, day, "heavy", of="why_not") for day in days]

    assert all(one["extra_points"] >= 0 for one in answers if one["possible"])


def test_an_edited_plan_is_answered_by_moving_the_session_and_says_so(
    run, made, tmp_path, without_session
):
    file = edited(made, tmp_path, move_first_session)

    answer = run.answer("why-not", file, without_session, "foundation", of="why_not")
    said = run("why-not", file, without_session, "foundation").stdout

    assert answer["standing"] == "edited"
    assert "The plan was edited since it was made" in " ".join(said.split())


def test_a_plan_that_does_not_say_what_it_was_made_from_is_answered_all_the_same(
    run, made, tmp_path, without_session
):
    file = edited(made, tmp_path, lambda kept: kept.pop("asked"))

    answer = run.answer("why-not", file, without_session, "light", of="why_not")

    assert answer["standing"] == "not_asked"


def test_a_plan_of_another_version_that_differs_says_so(run, made, tmp_path, without_session):
    def older(kept: dict) -> None:
        kept["made_with"]["knowledge_version"] = "2020.1"
        move_first_session(kept)

    answer = run.answer(
        "why-not", edited(made, tmp_path, older), without_session, "light", of="why_not"
    )

    assert answer["standing"] == "other_version"


@pytest.mark.parametrize("command", [("why",), ("why-not",)])
def test_a_day_outside_the_plan_is_wrong_use_and_told_its_first_and_last(run, made, command):
    words = ["2030-01-01", *(["heavy"] if command == ("why-not",) else [])]

    result = run(*command, made, *words)

    assert result.exit_code == 2
    assert "It goes from 23 November 2026 to" in " ".join(result.stderr.split())


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "cannot be read as a plan"),
        ("{", "cannot be read as a plan"),
        ("[]", "not a JSON object"),
        ("{}", "names no schema_version"),
        ('{"schema_version": "1"}', "mistakes"),
    ],
)
def test_a_file_that_is_no_plan_is_wrong_use_in_words(run, tmp_path, content, said):
    file = tmp_path / "plan.json"
    file.write_text(content)

    result = run("why", file, "2026-11-24")

    assert result.exit_code == 2
    assert said in " ".join(result.stderr.split())


def test_days_of_the_asked_section_must_be_seven(run, made, tmp_path, with_session):
    file = edited(made, tmp_path, lambda kept: kept["asked"]["runner"]["days"].pop())

    result = run("why", file, with_session)

    assert result.exit_code == 2
    assert "asked.runner.days: expected seven days" in " ".join(result.stderr.split())


def test_a_plan_without_weeks_has_no_answer(run, made, tmp_path):
    def emptied(kept: dict) -> None:
        kept["weeks"] = []

    result = run("why", edited(made, tmp_path, emptied), "2026-11-24")

    assert result.exit_code == 2
    assert "no weeks" in result.stderr


def test_pages_keep_to_sixty_columns(run, made, sessions, monkeypatch):
    monkeypatch.chdir(made.parent)
    for day in list(sessions)[:7]:
        lines = run("why", "plan", day, columns=60).stdout.splitlines()

        assert max(len(line) for line in lines) <= 60
