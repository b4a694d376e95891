"""`runwright sample`: the newcomer's first minute."""

import tomllib
import webbrowser
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from runwright.cli import clock
from runwright.cli.screen import Screen
from runwright.cli.work.sample import open_page
from runwright.formats.plan_json import read_plan_file


def test_the_sample_writes_a_plan_and_the_runner_it_is_for(made):
    assert {file.name for file in made.iterdir()} == {
        "plan.json",
        "plan.html",
        "plan.ics",
        "RUNNER.toml",
    }


def test_the_sample_ends_with_what_to_do_next(run, tmp_path):
    said = run("sample", "--out", tmp_path).stdout

    assert "This is a sample" in said
    assert said.rstrip().endswith("runwright plan RUNNER.toml --runs your-runs.zip --out my-plan")


@pytest.mark.parametrize("later_weeks", [0, 31, 200])
def test_the_sample_is_brought_to_this_week_whenever_it_is_run(
    run, tmp_path, monkeypatch, later_weeks
):
    year, week, weekday = 2026, 47, 5  # Friday 20 November 2026
    day = date.fromordinal(date.fromisocalendar(year, week, weekday).toordinal() + 7 * later_weeks)
    monkeypatch.setattr(
        clock,
        "now",
        lambda zone=None: datetime(
            day.year, day.month, day.day, 12, tzinfo=ZoneInfo(zone or "UTC")
        ),
    )

    result = run("sample", "--out", tmp_path)
    kept = read_plan_file((tmp_path / "plan.json").read_text("utf-8"), source="plan.json")
    races = tomllib.loads((tmp_path / "RUNNER.toml").read_text("utf-8"))["races"]

    assert result.exit_code == 0
    assert kept.asked is not None
    assert kept.asked.facts.as_of == day
    assert 0 < (kept.plan.start - day).days <= 7
    assert all(race["date"] > kept.plan.start for race in races)
    assert ("were moved by" in result.stdout) == (later_weeks > 0)


def test_the_commands_it_suggests_work(run, tmp_path):
    said = run("sample", "--out", tmp_path).stdout
    suggested = [
        line.split()[1:]
        for line in said.splitlines()
        if line.startswith(("  runwright why ", "  runwright why-not "))
    ]

    assert len(suggested) == 2
    assert all(run(*words).exit_code in {0, 1} for words in suggested)


def test_the_page_is_opened_only_when_asked(run, tmp_path, monkeypatch):
    opened: list[str] = []
    monkeypatch.setattr(webbrowser, "open", lambda address: bool(opened.append(address)) or True)

    run("sample", "--no-open", "--out", tmp_path)
    result = run("sample", "--open", "--out", tmp_path)

    assert opened == [(tmp_path / "plan.html").as_uri()]
    assert "Opened in your browser" in result.stdout


@pytest.mark.parametrize("failure", [False, webbrowser.Error("no browser")])
def test_where_there_is_no_browser_the_file_is_named(tmp_path, monkeypatch, capsys, failure):
    def none(_address: str) -> bool:
        if isinstance(failure, Exception):
            raise failure
        return False

    monkeypatch.setattr(webbrowser, "open", none)

    open_page(tmp_path / "plan.html", Screen())

    said = capsys.readouterr().out
    assert "No browser could be opened here" in said
    assert "plan.html" in said.rpartition("Open this file")[2]


def test_the_runner_file_it_writes_plans_again(run, made, tmp_path):
    result = run("plan", made / "RUNNER.toml", "--weeks", 3, "--out", tmp_path)

    assert result.exit_code == 0, result.stderr
