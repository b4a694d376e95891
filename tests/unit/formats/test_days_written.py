from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.formats.days_written import days_written

FIRST, LAST = date(2026, 11, 23), date(2027, 4, 11)


def read(*texts: str):
    return days_written(list(texts), first=FIRST, last=LAST)


@pytest.mark.parametrize(
    "text",
    [
        *("2026-11-24", "2026/11/24", "20261124", "2026-11-24T06:15:00", "2026-11-24 06:15"),
        *("24.11.2026", "24.11.26", "24. 11. 2026", "24/11/2026", "24-11-2026"),
        *("24 Nov 2026", "24. November 2026", "Tue 24 Nov 2026", "Nov 24, 2026", "Nov 24th 2026"),
        *(
            "Tuesday, November 24, 2026",
            "24 novembre 2026",
            "24 de noviembre de 2026",
            "11/24/2026",
        ),
    ],
)
def test_a_day_is_read_however_it_is_written(text):
    assert read(text).days == (date(2026, 11, 24),)
    assert read(text).doubtful is None


@pytest.mark.parametrize("text", ["", "soon", "2026-02-30", "32.1.2026", "10", "24 Foo 2026"])
def test_what_is_no_day_is_none(text):
    assert read(text).days == (None,)


def test_one_number_above_twelve_decides_for_the_whole_column():
    assert read("01/02/2027", "13/02/2027").days == (date(2027, 2, 1), date(2027, 2, 13))
    assert read("01/02/2027", "02/13/2027").days == (date(2027, 1, 2), date(2027, 2, 13))


def test_without_such_a_number_the_order_inside_the_season_is_taken_and_said():
    read_days = read("12/01/2026", "12/08/2026")

    assert read_days.days == (date(2026, 12, 1), date(2026, 12, 8))
    assert read_days.doubtful == ("12/01/2026", date(2026, 12, 1))


def test_where_both_orders_do_alike_the_day_stands_first():
    assert read("01/02/2027").days == (date(2027, 2, 1),)
    assert read("01/02/2027").doubtful == ("01/02/2027", date(2027, 2, 1))


def test_days_that_read_alike_in_both_orders_are_not_in_doubt():
    assert read("02/02/2027").doubtful is None


def test_with_dots_the_day_always_stands_first():
    assert read("01.02.2027", "02/13/2027").days[0] == date(2027, 2, 1)


@given(texts=st.lists(st.text(max_size=20), max_size=4))
def test_any_texts_are_days_or_none(texts):
    assert len(days_written(texts, first=FIRST, last=LAST).days) == len(texts)
