"""Which phase each week is in, from the races and the runner's experience (rule P13)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from runwright.domain.protocol import Phase
from runwright.domain.runner import StrengthExperience
from runwright.rules.registry import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseLengths:
    """Weeks each phase takes. [week]"""

    foundation: int
    build: int
    strength_least: int
    strength_most: int
    taper: int
    transition: int
    rebuild: int

    @classmethod
    def of(
        cls, book: RuleBook, settings: Mapping[str, Any], experience: StrengthExperience
    ) -> "PhaseLengths":
        """Lengths by the rules, shorter foundation for those who lift every week."""
        p13 = book.parameters("P13")
        regular = experience is StrengthExperience.REGULAR
        return cls(
            foundation=settings["foundation_weeks_regular"] if regular else p13.foundation_weeks,
            build=p13.build_weeks,
            strength_least=settings["strength_weeks_least"],
            strength_most=settings["strength_weeks_most"],
            taper=p13.taper_weeks,
            transition=settings["transition_weeks"],
            rebuild=settings["rebuild_weeks"],
        )


def phases_of_season(
    weeks: int, a_races: Sequence[int], lengths: PhaseLengths, *, weeks_trained: int = 0
) -> tuple[Phase, ...]:
    """Phase of each week; `a_races` are the weeks, from 0, of every A race.

    Foundation is never cut: rule G17 asks for it before heavy sets. What a short season cannot
    hold is maintenance first, then strength, then build.
    """
    phases: list[Phase] = []
    begun = weeks_trained
    for race in sorted(set(a_races)):
        if race >= weeks or race < len(phases):
            continue
        phases += _towards_race(race - len(phases) + 1, lengths, begun)
        rest = min(lengths.transition, weeks - len(phases))
        phases += [Phase.TRANSITION] * rest
        begun = lengths.foundation + lengths.build  # trained by now: the next block rebuilds
    phases += _without_race(weeks - len(phases), lengths, begun)
    return tuple(phases[:weeks])


def _towards_race(weeks: int, lengths: PhaseLengths, begun: int) -> list[Phase]:
    end = [Phase.TAPER] * (lengths.taper - 1) + [Phase.RACE]
    end = end[-weeks:]
    before = weeks - len(end)
    opening = _opening(before, lengths, begun)
    left = before - len(opening)
    strength = min(left, lengths.strength_most)
    maintain = left - strength
    return opening + [Phase.STRENGTH] * strength + [Phase.MAINTAIN] * maintain + end


def _opening(weeks: int, lengths: PhaseLengths, begun: int) -> list[Phase]:
    foundation = max(0, lengths.foundation - begun)
    rebuilt = begun >= lengths.foundation + lengths.build
    build = lengths.rebuild if rebuilt else lengths.build - max(0, begun - lengths.foundation)
    room = max(0, weeks - foundation - lengths.strength_least)
    build = min(max(0, build), max(room, min(build, 2)))
    return ([Phase.FOUNDATION] * foundation + [Phase.BUILD] * build)[:weeks]


def _without_race(weeks: int, lengths: PhaseLengths, begun: int) -> list[Phase]:
    phases: list[Phase] = []
    while len(phases) < weeks:
        opening = _opening(weeks, lengths, begun)
        phases += opening + [Phase.STRENGTH] * lengths.strength_most
        begun = lengths.foundation + lengths.build
    return phases[:weeks]
