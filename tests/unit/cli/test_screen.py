"""Text on a terminal: broken at its width, coloured only where wanted, shown on any code page."""

import codecs
import io

import pytest

from runwright.cli.screen import Screen, _in_plain_signs, screen_of

NARROW = Screen(width=40)


class Watched(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_text_is_broken_at_the_width_and_hangs(run):
    del run

    lines = NARROW.wrapped("No quality run within a day after a hard session.", "  ", "    ")

    assert max(len(line) for line in lines) <= 40
    assert lines[0].startswith("  No")
    assert lines[1].startswith("    ")


def test_a_label_and_its_text_keep_to_their_columns():
    lines = NARROW.labelled("S02", "No quality run within a day after hard legs.", column=7)

    assert lines[0].startswith("  S02  No quality")
    assert all(line.startswith(" " * 7) for line in lines[1:])
    assert max(len(line) for line in lines) <= 40


def test_a_label_too_long_for_its_column_gets_its_own_line():
    lines = NARROW.labelled("calf_raise_single_leg", "Calf raise", column=10)

    assert lines == ["  calf_raise_single_leg", "          Calf raise"]


def test_a_path_is_never_broken():
    path = "a-folder-with-a-very-long-name/and-another-one/plan.json"

    assert NARROW.wrapped(path) == [path]


@pytest.mark.parametrize(
    ("variable", "value", "colored"),
    [("NO_COLOR", "1", False), ("NO_COLOR", "", True), ("TERM", "dumb", False)],
)
def test_colour_is_shown_only_where_it_is_wanted(monkeypatch, variable, value, colored):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.setenv(variable, value)

    assert screen_of(Watched()).color is colored


def test_a_stream_nobody_watches_has_no_colour(monkeypatch):
    monkeypatch.delenv("NO_COLOR", raising=False)

    assert screen_of(io.StringIO()).color is False


@pytest.mark.parametrize(("columns", "width"), [("20", 40), ("60", 60), ("300", 100)])
def test_very_narrow_and_very_wide_terminals_are_taken_with_sense(monkeypatch, columns, width):
    monkeypatch.setenv("COLUMNS", columns)

    assert screen_of(io.StringIO()).width == width


@pytest.mark.parametrize(
    ("text", "page", "shown"),
    [
        ("3 × 8–12", "ascii", "3 x 8-12"),
        ("the runner’s “long” run…", "ascii", 'the runner\'s "long" run...'),
        ("8–12 · Größe", "cp437", "8-12 · Größe"),
        ("łatwy bieg", "cp1252", "?atwy bieg"),
        ("résumé 走る", "ascii", "resume ??"),
        ("██", "cp1252", "##"),
    ],
)
def test_signs_a_code_page_lacks_are_said_in_plainer_ones(text, page, shown):
    codecs.register_error("plain-signs-under-test", _in_plain_signs)

    assert text.encode(page, errors="plain-signs-under-test").decode(page) == shown
