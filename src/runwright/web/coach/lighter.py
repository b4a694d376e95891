"""What a runner agreed to do less of, as the page of a week says it."""

from dataclasses import dataclass
from datetime import date

from runwright.domain.proposal import ChangeKind, Decided, Decision
from runwright.formats.plan_words.dates import short_day, short_span

LIGHTER = frozenset({ChangeKind.DELOAD, ChangeKind.EASE})


@dataclass(frozen=True, slots=True, kw_only=True)
class LighterDays:
    """Days on which less is done than planned.

    Attributes
    ----------
    says
        What is less, in a few words.
    """

    days: str
    says: str
    because: str
    rule: str


def lighter_days(decisions: tuple[Decided, ...], first: date, last: date) -> list[LighterDays]:
    """Return what was agreed to be lighter between two days."""
    agreed = (one for one in decisions if one.decision is Decision.ACCEPTED)
    return [
        LighterDays(
            days=_span(change.first_day, change.last_day),
            says=change.after.says,
            because=change.because,
            rule=change.rule,
        )
        for one in agreed
        for change in one.proposal.changes
        if change.kind in LIGHTER
        and change.after is not None
        and change.first_day <= last
        and (change.last_day is None or change.last_day >= first)
    ]


def _span(first: date, last: date | None) -> str:
    return short_day(first) if last is None or last == first else short_span(first, last)
