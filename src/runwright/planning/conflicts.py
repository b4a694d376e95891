"""When a week cannot hold what it asks for: every smallest set of rules to give up."""

from collections.abc import Iterator, Sequence

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.day_words import weekday_name
from runwright.domain.said import together
from runwright.domain.session import Placed, SessionKind
from runwright.domain.words import _
from runwright.planning.choices import choices_for
from runwright.planning.frames import WeekFrame
from runwright.planning.placement import PlacedWeek
from runwright.planning.tables import Tables
from runwright.rules.registry import Window
from runwright.rules.windows import DayFacts, NearbyDays, PlannedDay

NO_MINUTES = "D03"
MOST_WAYS = 4  # more ways out than anyone reads
Broken = dict[str, str]  # rule id → why, for one arrangement


def ways_out(
    frame: WeekFrame, kind: SessionKind, placed: PlacedWeek, tables: Tables
) -> tuple[str, tuple[str, ...]]:
    """Why a week lacks a session of `kind`, and each way to have it.

    The sessions of the week stay; the missing one is tried on every day at every start, and the
    smallest sets of firm rules it would break there are told, the cheapest to give first.
    """
    days = [PlannedDay(facts, one) for facts, one in zip(frame.days, placed.sessions, strict=True)]
    tried = [
        (weekday, broken)
        for weekday in range(DAYS_PER_WEEK)
        if placed.sessions[weekday] is None
        for broken in _breaks(days, weekday, kind, tables)
    ]
    if not tried:
        return _("Every day of the week already holds a session."), ()
    smallest = _smallest([one for one in tried if not _needs_a_gate(one[1], tables)])
    if not smallest:
        return _("A safety gate keeps it out until it opens."), ()
    free = [weekday for weekday, broken in smallest if not broken]
    if free:
        return _("Another session would cost the plan more than it is worth."), ()
    first = sorted({words for _, broken in smallest for words in broken.values()})
    because = _("No day is left: {reasons}.").format(reasons=together(first[:MOST_WAYS], "; "))
    return because, tuple(_way(weekday, broken) for weekday, broken in smallest[:MOST_WAYS])


def _needs_a_gate(broken: Broken, tables: Tables) -> bool:
    """Whether a safety gate is among the broken rules; no gate ever gives way."""
    return any(tables.book.is_gate(rule) for rule in broken)


def _breaks(
    days: Sequence[PlannedDay], weekday: int, kind: SessionKind, tables: Tables
) -> Iterator[Broken]:
    facts = days[weekday].facts
    if facts.minutes < tables.lengths.least_min(kind):
        yield {NO_MINUTES: _("{minutes} min that day").format(minutes=facts.minutes)}
        return
    tries = _tries(facts, kind, tables)
    if not tries:
        yield {NO_MINUTES: _("no free time around the runs")}
    for session in tries:
        day = PlannedDay(facts, session)
        broken = {
            one.rule: one.finding.because
            for one in tables.book.findings(Window.DAY, day)
            if one.forbids
        }
        yield broken | _nearby(days, weekday, day, tables)


def _tries(facts: DayFacts, kind: SessionKind, tables: Tables) -> list[Placed]:
    return [
        choice
        for choice in choices_for(facts, (kind,), tables.lengths, tables.hints)
        if choice is not None
    ]


def _nearby(days: Sequence[PlannedDay], weekday: int, day: PlannedDay, tables: Tables) -> Broken:
    broken: Broken = {}
    for step in (-2, -1, 1, 2):
        near = weekday + step
        if not 0 <= near < len(days):
            continue
        before, after = (days[near], day) if step < 0 else (day, days[near])
        bare = NearbyDays.of(
            PlannedDay(before.facts, None), PlannedDay(after.facts, None), abs(step)
        )
        given = {one.rule for one in tables.book.findings(Window.NEARBY, bare) if one.forbids}
        for one in tables.book.findings(Window.NEARBY, NearbyDays.of(before, after, abs(step))):
            if one.forbids and one.rule not in given:
                broken[one.rule] = one.finding.because
    return broken


def _smallest(tried: Sequence[tuple[int, Broken]]) -> list[tuple[int, Broken]]:
    """Arrangements whose broken rules hold no other arrangement's; one for each set."""
    sets = [frozenset(broken) for _, broken in tried]
    found: dict[frozenset[str], tuple[int, Broken]] = {}
    for (weekday, broken), rules in zip(tried, sets, strict=True):
        if not any(other < rules for other in sets):
            found.setdefault(rules, (weekday, broken))
    return sorted(found.values(), key=lambda one: (len(one[1]), one[0]))


def _way(weekday: int, broken: Broken) -> str:
    each = (
        _("{rule} ({words})").format(rule=rule, words=words)
        for rule, words in sorted(broken.items())
    )
    rules = together(each, _(" and "))
    return _("On {day}, if {rules} gave way.").format(day=weekday_name(weekday), rules=rules)
