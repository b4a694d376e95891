"""A check-in: how the runner is this morning, in four answers."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.performed import RATING_MAX
from runwright.domain.runner import Pain

HOURS_OF_A_DAY = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn:
    """What a runner tells on a morning; each answer may be left out.

    Attributes
    ----------
    sleep_h
        Last night. [h]; 0 is none, None is "not told".
    stress_0_10, soreness_0_10
        Yesterday's stress, this morning's leg soreness; None is "not told".
    pains
        What hurts today; empty where nothing was told.
    pain_free
        Whether the runner said that nothing hurts; False with no pains is "not told".
    signs
        Warning signs of rule G02 by the id of their question: True is there, False is gone; a
        missing one was not spoken of.
    """

    day: date
    sleep_h: float | None = None
    stress_0_10: int | None = None
    soreness_0_10: int | None = None
    pains: tuple[Pain, ...] = ()
    pain_free: bool = False
    signs: Mapping[str, bool] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.sleep_h is not None and not 0 <= self.sleep_h <= HOURS_OF_A_DAY:
            raise ValueOutOfRangeError("sleep_h", self.sleep_h, f"0 to {HOURS_OF_A_DAY}, or None")
        for name in ("stress_0_10", "soreness_0_10"):
            value = getattr(self, name)
            if value is not None and not 0 <= value <= RATING_MAX:
                raise ValueOutOfRangeError(name, value, f"0 to {RATING_MAX}, or None")
