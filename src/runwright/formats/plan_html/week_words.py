"""A week in one line."""

from datetime import timedelta

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.plan import WeekPlan
from runwright.domain.words import _
from runwright.formats.plan_html.season_facts import SeasonFacts
from runwright.formats.plan_words.dates import short_span
from runwright.formats.plan_words.kinds import hard_sets, kinds_of, phase_name, session_counts


def week_span(week: WeekPlan) -> str:
    """Return the span of a week, ``16–22 Nov``."""
    return short_span(week.monday, week.monday + timedelta(days=DAYS_PER_WEEK - 1))


def week_work(facts: SeasonFacts, week: WeekPlan) -> list[str]:
    """Return the work of a week in short parts: running, sessions, sets."""
    parts = []
    if week.run_min > 0:
        running = _("{running}, longest {longest}")
        parts.append(
            running.format(
                running=facts.said(facts.running(week)), longest=facts.said(facts.longest(week))
            )
        )
    parts.append(session_counts(kinds_of(week)) or _("no strength"))
    return [*parts, hard_sets(week.hard_sets)] if week.hard_sets > 0 else parts


def week_asks(facts: SeasonFacts, week: WeekPlan) -> list[str]:
    """Return the work of a week, then whether it is a deload, and its races."""
    easy = [_("deload: fewer sets, same load")] if week.deload else []
    return [*week_work(facts, week), *easy, *(race.name for race in facts.races_of(week))]


def week_line(facts: SeasonFacts, week: WeekPlan) -> str:
    """Return ``Week 13 · 16–22 Nov · Strength · 39 km, longest 15 km · 2 heavy``."""
    head = [_("Week {number}").format(number=week.number), week_span(week), phase_name(week.phase)]
    return " · ".join([*head, *week_asks(facts, week)])
