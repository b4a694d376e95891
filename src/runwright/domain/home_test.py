"""Home tests with their norms and error, and the safety questions, as the knowledge tells them."""

from dataclasses import dataclass
from enum import StrEnum

from runwright.domain.errors import RunwrightError, ValueOutOfRangeError
from runwright.domain.evidence import Support, Verification
from runwright.domain.exercise import Sides
from runwright.domain.runner import Sex


class TestGroup(StrEnum):
    """What a test is for: the screen, a look only, or the way back after a birth (rule G12)."""

    __test__ = False  # a name that test runners would collect

    MAIN = "main"
    DISPLAY = "display"
    POSTPARTUM = "postpartum"


class TestUnit(StrEnum):
    """What a result is counted in."""

    __test__ = False  # a name that test runners would collect

    CM = "cm"
    REPS = "reps"
    S = "s"
    MIN = "min"
    SEGMENTS = "segments"
    PERCENT = "percent"
    DEG = "deg"


class Better(StrEnum):
    """Which way a result is better."""

    MORE = "more"
    LESS = "less"


class NormKind(StrEnum):
    """What the typical value of a norm table is."""

    MEAN = "mean"
    MEDIAN = "median"
    TYPICAL = "typical"


@dataclass(frozen=True, slots=True, kw_only=True)
class NormRow:
    """The typical result of people of some age and sex, in the unit of the test.

    Attributes
    ----------
    from_age, to_age
        Both inclusive. [year]; None is open
    sex
        None is women and men alike.
    sd
        Standard deviation; None is "not given".
    """

    value: float  # lint: allow unit-suffix: in the unit of the test that holds the table
    from_age: int | None = None
    to_age: int | None = None
    sex: Sex | None = None
    sd: float | None = None  # lint: allow unit-suffix: in the unit of the test that holds the table

    def __post_init__(self) -> None:
        lowest, highest = self.from_age, self.to_age
        if lowest is not None and highest is not None and lowest > highest:
            raise ValueOutOfRangeError("from_age", lowest, f"at most to_age, {highest}")

    def years_off(self, age: int) -> int:
        """Years between `age` and this row; 0 inside it, in [year]."""
        if self.from_age is not None and age < self.from_age:
            return self.from_age - age
        if self.to_age is not None and age > self.to_age:
            return age - self.to_age
        return 0


@dataclass(frozen=True, slots=True, kw_only=True)
class NormTable:
    """What is typical, by age and sex where a source tells it.

    Attributes
    ----------
    verification
        How far the numbers were seen; None where no source is behind them.
    note
        What a reader must know about the people behind it; '' for nothing.
    """

    kind: NormKind
    rows: tuple[NormRow, ...]
    support: Support
    verification: Verification | None = None
    note: str = ""

    def typical(self, *, age: int, sex: Sex, better: Better) -> float:
        """Typical result for a person, in the unit of the test.

        An age outside the table takes the nearest row. UNSPECIFIED sex takes the more cautious of
        both rows: the one that is harder to reach.
        """
        nearest = min(row.years_off(age) for row in self._rows_of(sex))
        values = [row.value for row in self._rows_of(sex) if row.years_off(age) == nearest]
        return max(values) if better is Better.MORE else min(values)

    def covers(self, age: int) -> bool:
        """Whether the table has a row for `age`."""
        return any(row.years_off(age) == 0 for row in self.rows)

    def _rows_of(self, sex: Sex) -> tuple[NormRow, ...]:
        if sex is Sex.UNSPECIFIED:
            return self.rows
        return tuple(row for row in self.rows if row.sex in {None, sex})


@dataclass(frozen=True, slots=True, kw_only=True)
class MeasurementError:
    """How exact a test is when the same person repeats it, in the unit of the test.

    Attributes
    ----------
    sem, mdc95
        Standard error of measurement; smallest change beyond the error, 95 %. None is "not known".
    """

    sem: float | None
    mdc95: float | None
    support: Support
    verification: Verification | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LowStart:
    """How many rungs lower a ladder starts when the result of a test is low."""

    rungs: int
    support: Support


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeTest:
    """A test that can be done at home.

    Attributes
    ----------
    rule
        The rule that reads the result.
    needs
        Parameter of that rule a result must reach, for the load tests of G12; None elsewhere.
    protocol
        Short steps, in order.
    equipment
        Ids of kit, or household things that need no id.
    lowest, highest
        What the number can be, in the unit of the test; None is no limit.
    repetitions
        How many the protocol asks for; None where it goes on to the limit.
    norms
        The first table is the one a result is held against.
    start
        None where the rule's own parameters say where a ladder starts, or nothing does.
    influences_rules, influences_patterns
        What the result may change; both empty for tests that are only shown.
    safety
        When to stop.
    minutes
        How long it takes. [min]
    """

    id: str
    name: str
    group: TestGroup
    rule: str
    protocol: tuple[str, ...]
    equipment: tuple[str, ...]
    unit: TestUnit
    sides: Sides
    better: Better
    norms: tuple[NormTable, ...]
    error: MeasurementError
    influences_rules: tuple[str, ...]
    influences_patterns: tuple[str, ...]
    display_only: bool
    safety: str
    minutes: int
    needs: str | None = None
    lowest: float | None = None
    highest: float | None = None
    repetitions: int | None = None
    start: LowStart | None = None
    note: str = ""

    @property
    def has_sides(self) -> bool:
        """Whether left and right are tested apart."""
        return self.sides is Sides.EACH


class UnknownTestError(RunwrightError, LookupError):
    """A home test that the knowledge base does not have."""

    code = "domain.unknown-test"

    def __init__(self, test: str) -> None:
        self.test = test
        super().__init__(f"No home test '{test}' in the knowledge base.")


class AnswerUse(StrEnum):
    """What an answer does: closes its gate, helps to open it again, or tells it a fact."""

    CLOSES = "closes"
    OPENS = "opens"
    TELLS = "tells"


class Asked(StrEnum):
    """When a safety question is asked."""

    ALWAYS = "always"
    NOT_A_MAN = "not_a_man"
    AGE_NOT_TOLD = "age_not_told"
    PREGNANT = "pregnant"
    AFTER_BIRTH = "after_birth"
    HURTS = "hurts"
    EACH_PAIN = "each_pain"
    WHEN_CLOSED = "when_closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class SafetyQuestion:
    """A question we ask before we plan; its texts may hold ``{parameter}`` places of its rule.

    Attributes
    ----------
    asks
        The question, to be answered with yes or no.
    closing
        The answer that closes the gate: True is yes. None where the answer alone closes nothing.
    says, opens_when
        What the runner reads when the gate closes, and what opens it; '' where another
        question of the rule says it.
    urgent, refers
        Whether the words send to a clinician at once, or at all.
    required
        Whether the plan stays light while there is no answer (rule G01).
    to_age
        Not asked above this age. [year]; None is every age
    opens
        Questions whose closing answer a yes helps to take back; all openers are needed.
    not_for
        Regions for which an EACH_PAIN question is not asked.
    """

    id: str
    rule: str
    use: AnswerUse
    asks: str
    asked: Asked
    support: Support
    closing: bool | None = None
    says: str = ""
    opens_when: str = ""
    urgent: bool = False
    refers: bool = False
    required: bool = True
    to_age: int | None = None
    opens: tuple[str, ...] = ()
    not_for: tuple[str, ...] = ()
