"""The part of plan.json that says what a plan was made from, and a plan file read whole.

Rule for the next author: `usecases.asked` says what belongs in here, and what of a runner's health
does not.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import SeasonPlan
from runwright.domain.words import _
from runwright.formats.values_json.decode import Decoder
from runwright.formats.values_json.said import StoredSaid
from runwright.usecases.asked import Asked


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanFile:
    """What a plan.json holds.

    Attributes
    ----------
    asked
        What the plan was made from; None in a file that does not say.
    said
        How its texts were said.
    """

    plan: SeasonPlan
    asked: Asked | None = None
    said: Mapping[str, StoredSaid] = field(default_factory=dict)


def check_asked(asked: Asked | None, decoder: Decoder) -> None:
    """Note what is wrong with the section beyond the types of its fields."""
    if asked is None or len(asked.runner.days) == DAYS_PER_WEEK:
        return
    says = _("expected seven days, Monday first, found {count}.")
    decoder.refuse("asked.runner.days", says.format(count=len(asked.runner.days)))
