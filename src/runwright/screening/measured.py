"""What was measured in one home test: both sides, how far apart, and whether beyond the error."""

from dataclasses import dataclass

from runwright.domain.home_test import Better, HomeTest, TestUnit
from runwright.domain.runner import Side
from runwright.domain.said import sentence, together
from runwright.domain.words import _
from runwright.screening.results import Results, difference, lower_share, sides_of, worst


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Latest results of one test, in its unit.

    Attributes
    ----------
    left, right, value
        `value` for tests without sides. None is "not done".
    """

    test: HomeTest
    unit: TestUnit
    left: float | None = None
    right: float | None = None
    value: float | None = None

    @property
    def weaker(self) -> float:
        """The worst result there is; with one side done, that side's."""
        told = (self.left, self.right, self.value)
        return worst(self.test, *(result for result in told if result is not None))

    @property
    def asymmetry(self) -> float | None:
        """Difference between the sides; None without both."""
        if self.left is None or self.right is None:
            return None
        return difference(self.left, self.right)

    @property
    def weaker_share(self) -> float | None:
        """The lower side as a share of the higher one, 0 to 1; None without both."""
        if self.left is None or self.right is None:
            return None
        return lower_share(self.left, self.right)

    @property
    def deficit_share(self) -> float | None:
        """What the lower side lacks, as a share of the higher one, 0 to 1; None without both."""
        share = self.weaker_share
        return None if share is None else difference(1, share)

    @property
    def beyond_error(self) -> bool | None:
        """Whether the sides differ by more than the test's error; None where it is not known."""
        mdc95 = self.test.error.mdc95
        if self.asymmetry is None or mdc95 is None:
            return None
        return self.asymmetry > mdc95

    @property
    def weaker_side(self) -> Side | None:
        """The side with the worse result; None where both are alike as far as the test can tell."""
        if self.left is None or self.right is None or self.left == self.right:
            return None
        if self.beyond_error is False:
            return None
        left_is_lower = self.left < self.right
        return Side.LEFT if left_is_lower is (self.test.better is Better.MORE) else Side.RIGHT

    def says(self) -> str:
        """Results in words: ``"Left 18, right 25 repetitions."``."""
        unit = unit_words(self.unit)
        told = (
            (_("left {number:g}"), self.left),
            (_("right {number:g}"), self.right),
            (_("{number:g}"), self.value),
        )
        numbers = together((words.format(number=it) for words, it in told if it is not None), ", ")
        return sentence(_("{numbers} {unit}").format(numbers=numbers, unit=unit))

    def says_how_far_apart(self) -> str:
        """Difference between the sides in words, with what the test's error makes of it."""
        if self.asymmetry is None:
            return _("Test the other side too.") if self.test.has_sides else ""
        if self.asymmetry == 0:
            return _("Both sides are alike.")
        facts = {
            "difference": self.asymmetry,
            "unit": unit_words(self.unit),
            "error": self.test.error.mdc95,
        }
        if self.beyond_error is None:
            words = _(
                "The sides differ by {difference:g} {unit}; how exact this test is, we do not know."
            )
        elif self.beyond_error:
            words = _(
                "The sides differ by {difference:g} {unit}, more than the test's own error "
                "of {error:g}."
            )
        else:
            words = _(
                "The sides differ by {difference:g} {unit}, within the test's own error "
                "of {error:g}: alike, as far as it can tell."
            )
        return words.format(**facts)


def measured(test: HomeTest, results: Results) -> Measured:
    """Latest results of a test."""
    if not test.has_sides:
        return Measured(test=test, unit=test.unit, value=results.value(test))
    left, right = (results.value(test, side) for side in sides_of(test))
    return Measured(test=test, unit=test.unit, left=left, right=right)


def unit_words(unit: TestUnit) -> str:
    """Return the unit as it is read behind a number."""
    return {
        TestUnit.CM: _("cm"),
        TestUnit.REPS: _("repetitions"),
        TestUnit.S: _("s"),
        TestUnit.MIN: _("min"),
        TestUnit.SEGMENTS: _("of 5 points with faults"),
        TestUnit.PERCENT: _("%"),
        TestUnit.DEG: _("degrees"),
    }[unit]
