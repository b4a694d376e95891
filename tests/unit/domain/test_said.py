"""A text keeps how it was said, so that another language can say it again."""

import copy

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from runwright.domain.said import Said, sentence, together
from runwright.domain.words import _, decimal, inside, ngettext, said_again, spoken, use_language


@pytest.fixture(autouse=True)
def _english_afterwards():
    yield
    use_language("en")


@pytest.fixture
def german(tmp_path):
    """Choose a small German catalogue."""
    made = Catalog(locale="de", domain="runwright", fuzzy=False)
    made.add("{whole}.{tenths}", "{whole},{tenths}")
    made.add("not {day}: {because}", "nicht {day}: {because}")
    made.add("Monday", "Montag")
    made.add("{gap:g} h apart", "{gap:g} h Abstand")
    made.add(("{n} session", "{n} sessions"), ("{n} Einheit", "{n} Einheiten"))
    file = tmp_path / "de" / "LC_MESSAGES" / "runwright.mo"
    file.parent.mkdir(parents=True)
    with file.open("wb") as opened:
        write_mo(opened, made)
    return lambda: use_language("de", catalogues=tmp_path)


def _reason() -> str:
    words = _("not {day}: {because}").format(
        day=_("Monday"), because=_("{gap:g} h apart").format(gap=2.5)
    )
    return sentence(words)


def test_a_text_made_in_english_is_said_again_in_german_with_all_that_is_in_it(german):
    made = _reason()
    german()

    assert made == "Not Monday: 2.5 h apart."
    assert said_again(made.how) == "Nicht Montag: 2,5 h Abstand."


def test_it_goes_back_the_other_way_too(german):
    german()
    made = _reason()
    use_language("en")

    assert _(made) == "Not Monday: 2.5 h apart."


def test_numbers_of_things_take_the_form_of_the_new_language(german):
    made = ngettext("{n} session", "{n} sessions", 3).format(n=3)
    german()

    assert _(made) == "3 Einheiten"


def test_texts_put_together_are_said_again_part_by_part_each_once(german):
    made = together([_("Monday"), "", _("Monday"), _reason()], "; ")
    german()

    assert made == "Monday; Not Monday: 2.5 h apart."
    assert _(made) == "Montag; Nicht Montag: 2,5 h Abstand."


def test_numbers_stand_as_the_language_writes_them(german):
    english = decimal(2.5), decimal(0.125, ".2f"), _("{gap:g} h apart").format(gap=3)
    german()

    assert english == ("2.5", "0.12", "3 h apart")
    assert (decimal(2.5), decimal(0.125, ".2f")) == ("2,5", "0,12")
    assert _("{gap:g} h apart").format(gap=2.5) == "2,5 h Abstand"
    assert _("{gap:g} h apart").format(gap=3) == "3 h Abstand"


def test_german_nouns_keep_their_capital_inside_a_sentence(german):
    small = inside("Bench")
    german()

    assert (small, inside("Bank"), spoken()) == ("bench", "Bank", "de")


def test_a_text_that_was_typed_stays_as_it_is(german):
    german()

    assert together(["typed"], " ") == "typed"
    assert sentence("") == ""
    assert sentence("typed") == "Typed."
    assert not isinstance(sentence("typed"), Said)


def test_a_copy_of_a_text_still_knows_how_it_was_said(german):
    made = copy.deepcopy(_("Monday"))
    german()

    assert made == "Monday"
    assert _(made) == "Montag"
