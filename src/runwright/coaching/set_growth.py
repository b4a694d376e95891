"""How many sets a week may ask for after weeks that asked for less than was planned (L07, S13)."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from runwright.domain.exercise import Role
from runwright.domain.words import _, ngettext
from runwright.rules.registry import RuleBook
from runwright.rules.week_content import sets_before_race, sets_next_week

GROWTH, BEFORE_RACE = "L07", "S13"

WORTH = {  # which of rule S12's kinds of work a role is; the others are small work of hip and trunk
    Role.MAIN: "main",
    Role.CALF: "calf",
    Role.FOOT: "calf",
    Role.UPPER: "upper",
    Role.MOBILITY: "mobility",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfSets:
    """Working sets of a week. [1]

    Attributes
    ----------
    done
        What the sessions that were done had asked for; 0 for a week without any.
    missed
        What the sessions that were not done ask for.
    is_full
        Whether it is a full week of its phase, and was not planned lighter: others grow from it.
    is_over
        Whether nothing of it is to come.
    """

    planned: int
    done: int
    missed: int = 0
    is_full: bool = True
    is_over: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Growth:
    """How many sets a week may ask for.

    Attributes
    ----------
    rule
        L07, or S13 before a race.
    lighter
        Full weeks so far that asked for less than planned, or were missed whole. 1 or more
    before, most
        Working sets the fullest week so far asked for; of the next week at most. [1]
    done
        Working sets of the fullest week without what was missed. [1]
    """

    rule: str
    lighter: int
    before: int
    most: int
    done: int

    def says(self, *, was: int, now: int) -> str:
        """Return why a week asks for `now` sets where it would have asked for `was`, in words."""
        if self.rule == BEFORE_RACE:
            return _(
                "Your fullest week had {before} sets, fewer than planned: before the race {now} "
                "are left instead of {was}."
            ).format(before=self.before, now=now, was=was)
        says = ngettext(
            "{n} lighter week lies behind you, and your fullest had {before} sets: {now} instead "
            "of {was} this week, so that not everything comes back at once.",
            "{n} lighter weeks lie behind you, and your fullest had {before} sets: {now} instead "
            "of {was} this week, so that not everything comes back at once.",
            self.lighter,
        )
        return says.format(n=self.lighter, before=self.before, now=now, was=was)


def growth(weeks: Sequence[WeekOfSets], book: RuleBook) -> Growth | None:
    """Return how far the next week may grow; None where the plan holds it already.

    A week in which nothing was done is nothing to grow from, and a session that was missed asked
    for no more than its week could.

    Parameters
    ----------
    weeks
        Weeks of the plan before it, in order.
    """
    p = book.parameters(GROWTH)
    most, lighter = 0, 0
    for week in weeks:
        if not week.is_full:
            continue
        asked = 0 if week.is_over and not week.done else week.done + week.missed
        if most:
            asked = min(asked, max(week.done, sets_next_week(most, p)))
        lighter += asked < week.planned
        most = max(most, asked)
    if not most or not lighter:
        return None
    done = max(week.done for week in weeks if week.is_full)
    return Growth(
        rule=GROWTH, lighter=lighter, before=most, most=sets_next_week(most, p), done=done
    )


def before_race(found: Growth, sessions: int, book: RuleBook) -> Growth:
    """Return how many sets a week before a race may ask for: a share of what was really done (S13).

    Parameters
    ----------
    sessions
        Of the week; each keeps a set. [1]
    """
    left = max(sessions, sets_before_race(found.done, book.parameters(BEFORE_RACE)))
    if found.most <= left:
        return found
    return replace(found, rule=BEFORE_RACE, before=found.done, most=left)


def fewer_sets(exercises: Sequence[tuple[Role, int]], most: int, book: RuleBook) -> tuple[int, ...]:
    """Return how many sets are left of each exercise of a week, at most `most` in all.

    What is worth least in a short week goes first (S12): of its exercises the one with the most
    sets, the latest of several. One set of each stays, and the main lifts keep theirs as long as
    anything else has more than one.
    """
    priority = book.parameters("S12").priority
    worth = [priority.index(WORTH.get(role, "core")) for role, _sets in exercises]
    left = [sets for _role, sets in exercises]
    while sum(left) > most:
        spare = [number for number, sets in enumerate(left) if sets > 1]
        if not spare:
            break
        left[max(spare, key=lambda number: (worth[number], left[number], number))] -= 1
    return tuple(left)
