"""What a screen looks at: a runner on a day, with what the knowledge base knows."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from runwright.domain.evidence import Region
from runwright.domain.home_test import HomeTest, SafetyQuestion
from runwright.domain.runner import AGE_UNKNOWN_ADULT, Runner, StrengthExperience

RuleParameters = Any  # a namespace of one rule's numbers, rules["G16"].calf_raises

REGULAR_STRENGTH_WEEKS = 8  # what StrengthExperience.REGULAR says: weekly, two months or more


@dataclass(frozen=True, slots=True, kw_only=True)
class History:
    """What a screen should know that the runner's answers of today do not hold.

    Attributes
    ----------
    answered_on
        Day the safety questions were answered; None is today.
    strength_weeks, strength_sessions
        Weeks and sessions of this programme's strength work done so far.
    """

    answered_on: date | None = None
    strength_weeks: int = 0
    strength_sessions: int = 0


NO_HISTORY = History()


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A runner on a day, and everything a screen may look up."""

    runner: Runner
    questions: Mapping[str, SafetyQuestion]
    tests: Mapping[str, HomeTest]
    rules: Mapping[str, RuleParameters]
    regions: Mapping[str, Region]
    as_of: date
    history: History = NO_HISTORY

    @property
    def strength_weeks(self) -> int:
        """Weeks of strength work behind the runner, as far as is known. [week]."""
        regular = self.runner.strength_experience is StrengthExperience.REGULAR
        return max(self.history.strength_weeks, REGULAR_STRENGTH_WEEKS if regular else 0)

    @property
    def norm_age(self) -> int:
        """Age that norm tables are read at. [year]; a stand-in where it is not told."""
        if self.runner.age is not None:
            return self.runner.age
        if self.runner.safety.get("from_65") is True:
            return int(self.rules["G15"].from_age)
        return AGE_UNKNOWN_ADULT
