"""Norm tables: the row of an age and sex, the nearest one, the cautious one where unknown."""

import pytest

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.evidence import Basis, Support
from runwright.domain.home_test import Better, NormKind, NormRow, NormTable
from runwright.domain.runner import Sex

OURS = Support(basis=Basis.COACH_DEFAULT, why="made up for this test")


def table() -> NormTable:
    return NormTable(
        kind=NormKind.MEDIAN,
        rows=(
            NormRow(from_age=20, to_age=29, sex=Sex.MAN, value=10),
            NormRow(from_age=20, to_age=29, sex=Sex.WOMAN, value=7),
            NormRow(from_age=30, to_age=None, sex=Sex.MAN, value=5),
            NormRow(from_age=30, to_age=None, sex=Sex.WOMAN, value=6),
        ),
        support=OURS,
    )


@pytest.mark.parametrize(
    ("age", "sex", "typical"),
    [
        (20, Sex.MAN, 10),
        (29, Sex.WOMAN, 7),
        (30, Sex.WOMAN, 6),
        (30, Sex.MAN, 5),
        (12, Sex.MAN, 10),
        (95, Sex.WOMAN, 6),
    ],
)
def test_the_row_of_age_and_sex_or_the_nearest_is_typical(age: int, sex: Sex, typical: int) -> None:
    assert table().typical(age=age, sex=sex, better=Better.MORE) == typical


@pytest.mark.parametrize(
    ("age", "better", "typical"),
    [(25, Better.MORE, 10), (25, Better.LESS, 7), (40, Better.MORE, 6), (40, Better.LESS, 5)],
)
def test_without_a_sex_the_row_that_is_harder_to_reach_counts(
    age: int, better: Better, typical: int
) -> None:
    assert table().typical(age=age, sex=Sex.UNSPECIFIED, better=better) == typical


def test_a_table_knows_which_ages_it_covers() -> None:
    assert table().covers(20)
    assert table().covers(99)
    assert not table().covers(19)


def test_a_row_for_both_sexes_counts_for_everybody() -> None:
    both = NormTable(kind=NormKind.MEAN, rows=(NormRow(value=3),), support=OURS)

    assert both.typical(age=50, sex=Sex.WOMAN, better=Better.MORE) == 3


def test_a_row_may_be_a_single_year() -> None:
    assert NormRow(from_age=40, to_age=40, value=1).years_off(41) == 1


def test_a_row_that_ends_before_it_starts_is_refused() -> None:
    with pytest.raises(ValueOutOfRangeError, match="from_age is 40"):
        NormRow(from_age=40, to_age=39, value=1)
