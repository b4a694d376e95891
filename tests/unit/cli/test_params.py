"""What people type: days, kinds of session, several paths after one option."""

from datetime import date, timedelta

import click
import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.cli.clock import today
from runwright.cli.params import SPOKEN_KINDS, Day, Session, spread
from runwright.domain.session import SessionKind


@pytest.mark.parametrize(
    ("word", "day"),
    [
        ("2026-11-24", date(2026, 11, 24)),
        ("today", date(2026, 11, 20)),
        ("Tomorrow", date(2026, 11, 21)),
        ("friday", date(2026, 11, 20)),
        ("thu", date(2026, 11, 26)),
    ],
)
def test_a_day_may_be_written_or_spoken(run, word, day):
    del run

    assert Day().convert(word, None, None) == day


@pytest.mark.parametrize("word", ["24.11.2026", "2026-02-30", "soon", ""])
def test_what_is_no_day_is_told_with_how_one_is_written(run, word):
    del run

    with pytest.raises(click.BadParameter, match="Write it as 2026-11-24"):
        Day().convert(word, None, None)


def test_every_kind_of_session_can_be_asked_for():
    assert {SessionKind(value) for value in SPOKEN_KINDS.values()} == set(SessionKind)


@pytest.mark.parametrize(
    ("word", "kind"),
    [("heavy", "heavy"), ("Heavy_Jumps", "heavy_jumps"), ("heavy-jumps", "heavy_jumps")],
)
def test_kinds_of_session_are_understood_as_people_write_them(word, kind):
    assert Session().convert(word, None, None) == kind


def test_an_unknown_kind_is_told_with_the_known_ones_and_the_nearest():
    with pytest.raises(click.BadParameter, match=r"heavy, heavy_jumps.*Did you mean 'light'"):
        Session().convert("ligth", None, None)


@pytest.mark.parametrize(
    ("line", "spread_out"),
    [
        ("--runs a b --out c", "--runs a --runs b --out c"),
        ("R.toml --runs a b --weeks 3 --out c", "R.toml --runs a --runs b --weeks 3 --out c"),
        ("--runs a b R.toml --out c", "--runs a --runs b R.toml --out c"),
        ("--runs R.toml a", "--runs R.toml --runs a"),
        ("--runs a --runs b", "--runs a --runs b"),
        ("--runs", "--runs"),
        ("--runs --out c", "--runs --out c"),
        ("--out c -- --runs a b", "--out c -- --runs a b"),
        ("", ""),
    ],
)
def test_several_paths_may_follow_one_option(line, spread_out):
    assert spread(line.split(), "--runs") == spread_out.split()


@given(st.lists(st.sampled_from(["--runs", "a", "b.fit", "R.toml", "--out", "c", "--weeks"])))
def test_spreading_a_line_out_loses_nothing_and_is_done_once(line):
    once = spread(line, "--runs")

    assert [word for word in once if word != "--runs"] == [w for w in line if w != "--runs"]
    assert spread(once, "--runs") == once


def test_days_and_sessions_are_understood_in_the_language_spoken(speak_german):
    speak_german({"tomorrow": "morgen", "Tuesday": "Dienstag", "Tue": "Di", "heavy": "schwer"})

    assert Day().convert("Morgen", None, None) == today() + timedelta(days=1)
    assert Day().convert("dienstag", None, None).weekday() == 1
    assert Day().convert("di", None, None) == Day().convert("tuesday", None, None)
    assert Session().convert("schwer", None, None) == "heavy"
