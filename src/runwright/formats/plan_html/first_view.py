"""What a runner should know before anything else: gates, what could not be, what gave way."""

from collections.abc import Iterable
from dataclasses import dataclass

from runwright.domain.plan import Relaxed, SeasonPlan
from runwright.domain.screening import Gate
from runwright.domain.words import ngettext
from runwright.formats.plan_html.season_facts import SeasonFacts
from runwright.formats.plan_words.dates import numbers, short_day


@dataclass(frozen=True, slots=True, kw_only=True)
class GaveWay:
    """A rule that gave way, and when."""

    rule: str
    says: str
    when: str


def gates_first_urgent(gates: Iterable[Gate]) -> list[Gate]:
    """Return closed gates, those that send to a clinician at once first."""
    return sorted(gates, key=lambda gate: (not gate.urgent, not gate.refers))


def gave_way(plan: SeasonPlan, facts: SeasonFacts) -> list[GaveWay]:
    """Return the rules that gave way, alike ones together with their weeks."""
    alike: dict[tuple[str, str], list[Relaxed]] = {}
    for one in plan.relaxed:
        alike.setdefault((one.rule, one.says), []).append(one)
    return [
        GaveWay(rule=rule, says=says, when=_when(together, facts))
        for (rule, says), together in alike.items()
    ]


def _when(together: list[Relaxed], facts: SeasonFacts) -> str:
    if len(together) == 1:
        return short_day(together[0].day)
    days = {one.day for one in together}
    weeks = tuple(week.number for week in facts.weeks if any(day.day in days for day in week.days))
    words = ngettext("week {numbers}", "weeks {numbers}", len(weeks))
    return words.format(numbers=numbers(weeks)) if weeks else ""
