"""`runwright audit`: our plans, edited ones, and calendars of others."""

import json
from pathlib import Path

import pytest

CALENDAR = """BEGIN:VCALENDAR\r
VERSION:2.0\r
PRODID:-//someone//EN\r
{events}END:VCALENDAR\r
"""
EVENT = """BEGIN:VEVENT\r
UID:{uid}\r
DTSTART:{start}\r
DTEND:{end}\r
RRULE:FREQ=WEEKLY;COUNT=4\r
SUMMARY:{title}\r
END:VEVENT\r
"""
WHOLE_DAY = """BEGIN:VEVENT\r
UID:{title}\r
DTSTART;VALUE=DATE:{day}\r
SUMMARY:{title}\r
END:VEVENT\r
"""


def calendar(*events: tuple[str, str, str]) -> str:
    """A calendar of weekly events: (title, start, end)."""
    written = (
        EVENT.format(uid=f"{number}@test", title=title, start=start, end=end)
        for number, (title, start, end) in enumerate(events)
    )
    return CALENDAR.format(events="".join(written))


LEGS_MONDAY = ("Leg day", "20261123T190000", "20261123T200000")
LEGS_TUESDAY = ("Kniebeugen", "20261124T190000", "20261124T200000")
LEGS_THURSDAY = ("Beintraining", "20261126T190000", "20261126T200000")
SPEED_WEDNESDAY = ("6 x 800 m", "20261125T070000", "20261125T080000")


@pytest.fixture
def write(tmp_path: Path):
    def written(text: str) -> Path:
        file = tmp_path / "coach.ics"
        file.write_text(text, encoding="utf-8", newline="")
        return file

    return written


def test_a_plan_of_ours_breaks_no_firm_rule(run, made):
    result = run("audit", made / "plan.json")
    answer = run.answer("audit", made / "plan.json", of="audit")

    assert result.exit_code == 0
    assert result.stdout.startswith("No firm rule is broken.")
    assert answer["violations"] == []
    assert answer["kind"] == "plan"


def test_a_plan_edited_into_breaking_a_rule_ends_with_one(run, made, tmp_path):
    kept = json.loads((made / "plan.json").read_text("utf-8"))
    days = [day for week in kept["weeks"] for day in week["days"]]
    first = next(number for number, day in enumerate(days) if "session" in day)
    days[first + 1]["session"] = days[first]["session"]
    file = tmp_path / "plan.json"
    file.write_text(json.dumps(kept))

    result = run("audit", file)
    answer = run.answer("audit", file, of="audit")

    assert result.exit_code == 1
    assert "S05" in {one["rule"] for one in answer["violations"]}
    assert "edited" in " ".join(result.stdout.split())


def test_with_its_runner_more_is_known(run, made):
    alone = run.answer("audit", made, of="audit")
    result = run("audit", made, "--runner", made / "RUNNER.toml")

    assert any("--runner" in note for note in alone["notes"])
    assert result.exit_code == 0
    assert "--runner" not in result.stdout


def test_a_calendar_of_legs_two_days_in_a_row_breaks_the_rule_on_rest(run, write):
    answer = run.answer("audit", write(calendar(LEGS_MONDAY, LEGS_TUESDAY)), of="audit")

    assert answer["kind"] == "calendar"
    assert "S05" in {one["rule"] for one in answer["violations"]}


def test_a_calendar_with_room_between_legs_breaks_nothing(run, write):
    result = run("audit", write(calendar(LEGS_MONDAY, LEGS_THURSDAY)))

    assert result.exit_code == 0


def test_legs_the_evening_before_speed_work_break_the_rule_on_fresh_legs(run, write):
    answer = run.answer("audit", write(calendar(LEGS_TUESDAY, SPEED_WEDNESDAY)), of="audit")

    assert "S02" in {one["rule"] for one in answer["violations"]}


def test_what_titles_were_taken_for_is_said(run, write):
    gym = ("Gym", "20261123T190000", "20261123T200000")
    yoga = ("Yoga", "20261125T190000", "20261125T200000")

    said = run("audit", write(calendar(gym, yoga))).stdout

    assert "“Gym” (4 times): heavy legs, the strict reading" in said
    assert "“Yoga” (4 times): mobility, not judged" in said


def test_an_event_without_a_time_is_judged_in_the_evening_and_said_to_be(run, write):
    file = write(CALENDAR.format(events=WHOLE_DAY.format(title="Plyo", day="20261124")))

    said = " ".join(run("audit", file).stdout.split())

    assert "1 session has a day and no time; it is taken to start at 18:00." in said


def test_a_calendar_of_the_past_is_read_when_nothing_is_to_come(run, write):
    old = ("Leg day", "20260302T190000", "20260302T200000")

    answer = run.answer("audit", write(calendar(old)), of="audit")

    assert (answer["first"], answer["weeks"]) == ("2026-03-02", 4)


def test_a_calendar_without_strength_is_wrong_use_and_says_what_it_has(run, write):
    dentist = ("Dentist", "20261125T090000", "20261125T093000")

    result = run("audit", write(calendar(dentist)))

    assert result.exit_code == 2
    said = " ".join(result.stderr.split())
    assert "no strength session" in said
    assert "Dentist" in said


def test_the_runner_of_a_calendar_brings_minutes_and_races(run, write, made):
    file = write(calendar(LEGS_MONDAY, LEGS_THURSDAY))

    answer = run.answer("audit", file, "--runner", made / "RUNNER.toml", of="audit")

    assert "D03" in {one["rule"] for one in (*answer["violations"], *answer["gave_way"])} or (
        answer["violations"] == []
    )
    assert not any("--runner" in note for note in answer["notes"])


def test_our_own_calendar_is_read_by_its_categories(run, made, sessions):
    answer = run.answer("audit", made / "plan.ics", of="audit")

    often = sum(one["often"] for one in answer["taken"] if "mobility" not in one["taken_as"])
    assert often == sum(bool(kind) for kind in sessions.values())
    assert not any("strict reading" in one["taken_as"] for one in answer["taken"])


@pytest.mark.parametrize("content", ["", "BEGIN:VCALENDAR\r\n", "nothing of the kind"])
def test_a_broken_calendar_is_wrong_use_in_words(run, write, content):
    result = run("audit", write(content))

    assert result.exit_code == 2
    assert result.stderr.strip()


def test_a_file_that_is_not_there_is_wrong_use(run, tmp_path):
    assert run("audit", tmp_path / "nowhere.json").exit_code == 2
    assert run("audit", tmp_path / "nowhere.ics").exit_code == 2
