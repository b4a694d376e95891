"""How a scheduling rule is kept, in words with the hours in them: what speaks for a place."""

from collections.abc import Callable

from runwright.domain.words import _
from runwright.rules.registry import Parameters, RuleBook
from runwright.rules.schedule import gap_to_run_h, spoken_hours
from runwright.rules.windows import NearbyDays, PlannedDay

DayWords = Callable[[PlannedDay, Parameters], "str | None"]
NearbyWords = Callable[[NearbyDays, Parameters], "str | None"]


def _run_first(day: PlannedDay, p: Parameters) -> str | None:
    if day.session is None or not day.session.kind.is_lower_body or not day.facts.runs:
        return None
    gap_h = min(gap_to_run_h(day, run) for run in day.facts.runs)
    return _("{gap} between the run and the session; the rule asks for {wanted}.").format(
        gap=spoken_hours(gap_h), wanted=spoken_hours(p.min_gap_h)
    )


def _before_quality(days: NearbyDays, p: Parameters) -> str | None:
    if not days.before.hard_legs:
        return None
    gaps = [gap for kind, gap in days.runs_after_session() if kind.needs_fresh_legs]
    if not gaps:
        return None
    return _("{gap} to the next quality run; the rule asks for {wanted}.").format(
        gap=spoken_hours(min(gaps)), wanted=spoken_hours(p.gap_h)
    )


def _before_long(days: NearbyDays, p: Parameters) -> str | None:
    if not days.before.hard_legs:
        return None
    gaps = [gap for kind, gap in days.runs_after_session() if kind.is_hard]
    if not gaps or min(gaps) < p.soft_until_h:
        return None
    return _("{gap} to the next long or hard run; {wanted} are wanted.").format(
        gap=spoken_hours(min(gaps)), wanted=spoken_hours(p.soft_until_h)
    )


def _between_legs(days: NearbyDays, p: Parameters) -> str | None:
    gap_h = days.hours_between_sessions()
    if gap_h is None or not (days.before.legs and days.after.legs):
        return None
    return _("{gap} since the last leg session; the rule asks for {wanted}.").format(
        gap=spoken_hours(gap_h), wanted=spoken_hours(p.gap_h)
    )


ON_THE_DAY: dict[str, DayWords] = {"S01": _run_first}
AFTER_IT: dict[str, NearbyWords] = {"S02": _before_quality, "S03": _before_long}
BEFORE_IT: dict[str, NearbyWords] = {"S05": _between_legs}


def kept_words(
    book: RuleBook, day: PlannedDay, near: dict[int, PlannedDay]
) -> tuple[tuple[str, str], ...]:
    """(rule, words) for each scheduling rule the session of `day` keeps.

    `near` holds the days around it by distance: -2, -1, 1, 2.
    """
    said: list[tuple[str, str | None]] = [
        (rule, words(day, book.parameters(rule)))
        for rule, words in ON_THE_DAY.items()
        if rule in book.entries
    ]
    said += _said_nearby(
        book, AFTER_IT, [NearbyDays.of(day, near[n], n) for n in (1, 2) if n in near]
    )
    said += _said_nearby(
        book, BEFORE_IT, [NearbyDays.of(near[-n], day, n) for n in (1, 2) if -n in near]
    )
    return tuple((rule, words) for rule, words in said if words is not None)


def _said_nearby(
    book: RuleBook, rules: dict[str, NearbyWords], windows: list[NearbyDays]
) -> list[tuple[str, str | None]]:
    """The first words each rule has about the nearest window."""
    found: list[tuple[str, str | None]] = []
    for rule, words in rules.items():
        said = [words(window, book.parameters(rule)) for window in windows]
        found.append((rule, next((one for one in said if one is not None), None)))
    return found
