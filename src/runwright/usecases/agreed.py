"""What a runner and the coach agreed on, read from the decisions: which work takes whose place."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Work, in_order
from runwright.domain.units import load_words
from runwright.domain.words import _
from runwright.knowledge.library import Library

WORK = frozenset({ChangeKind.STEP_UP, ChangeKind.STEP_DOWN, ChangeKind.RETURN})


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Work that was agreed on, since a day.

    Attributes
    ----------
    since
        The day it was agreed on.
    """

    work: Work
    change: Change
    since: date

    @property
    def adds_sets(self) -> bool:
        """Whether the same exercise asks for more sets than before."""
        before, sets = self.change.before, self.work.sets
        if before is None or before.sets is None or sets is None:
            return False
        return before.exercise == self.work.exercise and sets > before.sets

    def says(self, library: Library) -> str:
        """Return in a sentence or two what is different, and why."""
        because, before = self.change.because, self.change.before
        if before is not None and before.exercise not in {"", self.work.exercise}:
            name = _(library.exercises[before.exercise].name)
            return _("Instead of {name}: {because}").format(name=name, because=because)
        was = None if before is None else before.load_kg
        now = self.work.load_kg
        if was is None or was in {0, now}:
            return because
        if now is not None:
            says = _("{was} to {now}: {because}")
            return says.format(was=load_words(was), now=load_words(now), because=because)
        if self.change.kind is ChangeKind.STEP_DOWN:
            return _("Less than {was}: {because}").format(was=load_words(was), because=because)
        return because


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreements:
    """What the decisions come to.

    Attributes
    ----------
    places
        What takes the place of an exercise of the plan, or of its dose, by the exercise's id.
    most
        What an exercise may ask for at most, because more was declined, by its id.
    """

    places: Mapping[str, Agreed] = field(default_factory=dict)
    most: Mapping[str, Work] = field(default_factory=dict)


def agreements(
    decisions: Iterable[Decided], counts: Callable[[Agreed], bool], level: Callable[[str], int]
) -> Agreements:
    """Return what decisions come to, whatever order they arrive in.

    A step from an exercise that itself took a place goes to that place too; a step to one that
    something easier stands for by now goes to what stands for it.

    Parameters
    ----------
    counts
        Whether an agreement counts; one that does not leaves what was agreed before.
    level
        How hard an exercise is, by its id.
    """
    places: dict[str, Agreed] = {}
    most: dict[str, Work] = {}
    for one in in_order(decisions):
        for change in one.proposal.changes:
            if change.kind not in WORK or change.after is None or not change.after.exercise:
                continue
            if one.decision is Decision.ACCEPTED:
                agreed = Agreed(work=change.after, change=change, since=one.decided_on)
                if counts(agreed):
                    most.pop(change.about, None)
                    taken = _places_of(change.about, places)
                    now = places.get(agreed.work.exercise, agreed)
                    is_easier = level(now.work.exercise) < level(agreed.work.exercise)
                    stands = is_easier and agreed.work.exercise not in taken
                    places |= dict.fromkeys(taken, now if stands else agreed)
            elif change.kind.asks_more and change.before is not None:
                most[change.about] = change.before
    return Agreements(places=places, most=most)


def _places_of(exercise: str, places: Mapping[str, Agreed]) -> set[str]:
    taken = {place for place, now in places.items() if now.work.exercise == exercise}
    return {exercise, *taken}
