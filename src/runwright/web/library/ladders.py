"""Ladders as they are climbed: the hardest rung on top, the runner's own marked."""

from collections.abc import Sequence
from dataclasses import dataclass

from runwright.domain.exercise import Exercise, Ladder
from runwright.domain.words import _
from runwright.formats.library_words.exercises import dose_words
from runwright.formats.plan_words.doses import amount
from runwright.formats.plan_words.patterns import PATTERNS, pattern_name
from runwright.knowledge.library import Library
from runwright.web.library.mine import Mine


@dataclass(frozen=True, slots=True, kw_only=True)
class RungView:
    """A rung.

    Attributes
    ----------
    dose
        The dose the plan asks for where it holds the exercise, else the usual one.
    is_here
        Whether it is the exercise of the page.
    is_mine
        Whether the plan holds it.
    """

    id: str
    name: str
    dose: str
    is_here: bool
    is_mine: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderView:
    """A ladder, hardest rung first; a set has no order to climb."""

    anchor: str
    name: str
    is_set: bool
    rungs: tuple[RungView, ...]


def ladder_view(ladder: Ladder, library: Library, mine: Mine, here: str = "") -> LadderView:
    """Return a ladder as it is seen from one of its exercises, or from none."""
    names = ladder.rungs if ladder.is_set else tuple(reversed(ladder.rungs))
    return LadderView(
        anchor=f"ladder-{ladder.id}",
        name=_(ladder.name),
        is_set=ladder.is_set,
        rungs=tuple(_rung(library.exercises[name], mine, here) for name in names),
    )


def _rung(one: Exercise, mine: Mine, here: str) -> RungView:
    uses = mine.uses.get(one.id, ())
    return RungView(
        id=one.id,
        name=_(one.name),
        dose=amount(uses[0].item.dose, one.sides) if uses else dose_words(one.dose, one.sides),
        is_here=one.id == here,
        is_mine=bool(uses),
    )


def ladders_of(one: Exercise, library: Library, mine: Mine) -> list[Ladder]:
    """Return the ladders an exercise stands on, the most telling first.

    That is a ladder of its own movement, then one with more of the runner's exercises, then a long
    one.
    """
    found = [ladder for ladder in library.ladders.values() if one.id in ladder.rungs]
    return sorted(found, key=lambda ladder: _order(ladder, one, mine))


def _order(ladder: Ladder, one: Exercise, mine: Mine) -> tuple[bool, int, int]:
    own = sum(rung in mine.uses for rung in ladder.rungs)
    return (ladder.pattern != one.pattern, -own, -len(ladder.rungs))


@dataclass(frozen=True, slots=True, kw_only=True)
class LadderChapter:
    """The ladders of one movement."""

    pattern: str
    name: str
    ladders: Sequence[LadderView]


def ladder_chapters(library: Library, mine: Mine) -> list[LadderChapter]:
    """Return every ladder, by movement."""
    chapters = []
    for pattern in PATTERNS:
        these = [one for one in library.ladders.values() if one.pattern == pattern]
        views = [ladder_view(one, library, mine) for one in these if not one.is_set]
        if views:
            name = pattern_name(pattern)
            chapters.append(LadderChapter(pattern=pattern, name=name, ladders=views))
    return chapters


def exercise_sets(library: Library, mine: Mine) -> list[LadderView]:
    """Return what has no order to climb."""
    return [ladder_view(one, library, mine) for one in library.ladders.values() if one.is_set]
