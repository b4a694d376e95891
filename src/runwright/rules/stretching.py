"""How long a week stretches: enough of a muscle to gain range, and no more than gains any (D21)."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from runwright.domain.exercise import Exercise
from runwright.domain.session import Prescription
from runwright.domain.verdict import Finding, costs
from runwright.domain.words import _
from runwright.rules.content_windows import ContentWeek
from runwright.rules.registry import Parameters, Window, rule
from runwright.rules.week_content import BEFORE_RACES

SECONDS_PER_MINUTE = 60  # the clock


@dataclass(slots=True)
class Held:
    """What a week holds of one muscle: the stretches' names, the seconds of each sitting."""

    names: dict[str, None] = field(default_factory=dict)
    seconds: list[int] = field(default_factory=list)
    days: set[date] = field(default_factory=set)


@rule("D21", Window.SESSION_WEEK)
def static_dose(week: ContentWeek, p: Parameters) -> tuple[Finding, ...]:
    """Findings that price stretches too short or rare to gain range, and those beyond any gain.

    How often is asked of full weeks; an article keeps its own days.
    """
    usual = week.full and week.chosen and not week.deload
    rare = usual and week.phase not in BEFORE_RACES
    found = [*_of_items(week, p)]
    for held in _by_muscle(week).values():
        found += _of_muscle(held, p)
        if rare and len(held.days) < p.static_days_min:
            words = _("{name} on {days} day of the week, {wanted} are wanted")
            told = words.format(
                name=_(" and ").join(held.names), days=len(held.days), wanted=p.static_days_min
            )
            found.append(costs(p.weight, told))
    said = {one.because: one for one in found if one is not None}
    return tuple(said.values())


def _of_items(week: ContentWeek, p: Parameters) -> Iterator[Finding | None]:
    """Yield what single stretches cost: holds and sets outside what is advised."""
    for sitting in week.sittings:
        for item, exercise in sitting.stretches():
            hold_s, sets = _hold_s(item, exercise), item.dose.sets
            fits = p.static_hold_s[0] <= hold_s <= p.static_hold_s[1]
            if fits and p.static_sets[0] <= sets <= p.static_sets[1]:
                continue
            words = _("{name}: {sets} × {hold} s, {low} to {high} holds of {short} to {long} s")
            yield costs(
                p.weight,
                words.format(
                    name=_(exercise.name),
                    sets=sets,
                    hold=hold_s,
                    low=p.static_sets[0],
                    high=p.static_sets[1],
                    short=p.static_hold_s[0],
                    long=p.static_hold_s[1],
                ),
            )


def _hold_s(item: Prescription, exercise: Exercise) -> int:
    """Seconds of one hold; the exercise's own where the dose says none. [s]"""
    own = exercise.stretch.hold_s if exercise.stretch is not None else 0
    return own if item.dose.hold_s is None else item.dose.hold_s


def _by_muscle(week: ContentWeek) -> dict[str, Held]:
    found: dict[str, Held] = defaultdict(Held)
    for sitting in week.sittings:
        here: dict[str, int] = defaultdict(int)
        for item, exercise in sitting.stretches():
            for muscle in exercise.stretch.muscles if exercise.stretch is not None else ():
                here[muscle] += item.dose.sets * _hold_s(item, exercise)
                found[muscle].names[_(exercise.name)] = None
                found[muscle].days.add(sitting.day)
        for muscle, seconds in here.items():
            found[muscle].seconds.append(seconds)
    return found


def _of_muscle(held: Held, p: Parameters) -> Iterator[Finding | None]:
    """Yield what one muscle costs: sittings too short, and what is beyond any gain."""
    name = _(" and ").join(held.names)
    least, longest = min(held.seconds), max(held.seconds)
    if least < p.static_total_s:
        words = _("{name}: {seconds} s of the muscle, {wanted} s are wanted")
        yield costs(p.weight, words.format(name=name, seconds=least, wanted=p.static_total_s))
    more = _("{name}: {minutes:g} min of the muscle, no more than {cap} gain anything")
    for seconds, cap in ((longest, p.cap_min_session), (sum(held.seconds), p.cap_min_week)):
        minutes = seconds / SECONDS_PER_MINUTE
        if minutes > cap:
            yield costs(p.weight, more.format(name=name, minutes=round(minutes, 1), cap=cap))
