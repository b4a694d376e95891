"""What somebody means by a name."""

import pytest

from runwright.cli.find import NotFoundError, SeveralFitError, found

NAMES = {
    "split_squat": "Split squat",
    "goblet_squat": "Goblet squat",
    "dead_bug": "Dead bug",
    "S02": "",
}


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("split_squat", "split_squat"),
        ("Split Squat", "split_squat"),
        ("split-squat", "split_squat"),
        ("gob sq", "goblet_squat"),
        ("dead", "dead_bug"),
        ("s02", "S02"),
    ],
)
def test_a_name_is_found_as_people_write_it(asked, meant):
    assert found(asked, NAMES, kind="exercise") == meant


def test_several_that_fit_are_all_told():
    with pytest.raises(SeveralFitError, match=r"(?s)Several fit 'squat'.*split_squat.*goblet"):
        found("squat", NAMES, kind="exercise")


def test_the_nearest_right_names_are_told():
    with pytest.raises(NotFoundError) as caught:
        found("spilt sqat", NAMES, kind="exercise")

    assert caught.value.nearest[0] == "split_squat  (Split squat)"


def test_where_nothing_is_near_the_list_is_pointed_to():
    with pytest.raises(NotFoundError, match="lists all"):
        found("zzz", NAMES, kind="rule")
