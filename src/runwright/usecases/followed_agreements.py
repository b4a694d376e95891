"""What was agreed on, as far as it reaches the work of today."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cached_property

from runwright.domain.proposal import ChangeKind, Decided, Decision, Work
from runwright.usecases.agreed import Agreed, Agreements, agreements
from runwright.usecases.answer_pain import PainAnswered, pain_answered
from runwright.usecases.coach import Coach


class FollowedAgreements:
    """Reads the decisions of one runner on one day.

    Parameters
    ----------
    coach
        Who looks at the runner today.
    """

    def __init__(self, coach: Coach) -> None:
        self.coach = coach

    @property
    def places(self) -> Mapping[str, Agreed]:
        """What takes the place of an exercise of the plan, or of its dose, by its id."""
        return self._read.places

    @property
    def most(self) -> Mapping[str, Work]:
        """What an exercise may ask for at most, because more was declined, by its id."""
        return self._read.most

    def of_work(self, exercise: str) -> Agreed | None:
        """Return what was agreed on that asks for an exercise, first about itself; None if none."""
        own = self.places.get(exercise)
        if own is not None and own.work.exercise == exercise:
            return own
        found = (one for one in self.places.values() if one.work.exercise == exercise)
        return max(found, key=lambda one: one.since, default=None)

    def is_done(self, agreed: Agreed) -> bool:
        """Whether it was done since; a heavier weight that had to wait was not."""
        state = self.coach.state.exercise(agreed.work.exercise)
        if state is None or state.last_day <= agreed.since:
            return False
        load_kg, before = agreed.work.load_kg, agreed.change.before
        if load_kg is None or before is None or before.load_kg is None or load_kg <= before.load_kg:
            return True
        return any(
            one.on > agreed.since and (one.asked_kg is None or one.asked_kg >= load_kg)
            for one in state.lifted
        )

    @cached_property
    def pain(self) -> PainAnswered:
        """What pain asks for today."""
        return pain_answered(self.coach)

    @cached_property
    def _read(self) -> Agreements:
        decisions = (*self.coach.told.decisions, *self._until_answered())
        return agreements(decisions, self._counts, self.coach.level)

    def _until_answered(self) -> Iterator[Decided]:
        """Yield what a worse morning asks for: it is less until the runner says otherwise (G08)."""
        for one in self.pain.proposals:
            down = tuple(change for change in one.changes if change.kind is ChangeKind.STEP_DOWN)
            if down:
                yield Decided(
                    proposal=replace(one, changes=down),
                    decision=Decision.ACCEPTED,
                    decided_on=self.coach.order.today,
                )

    def _counts(self, agreed: Agreed) -> bool:
        """Whether an agreement reaches the work: a step up waits while it hurts or one is tired."""
        if not agreed.change.kind.asks_more or self.is_done(agreed):
            return True
        around, this = self.coach.around, self.coach.weeks_ahead[:1]
        names = {agreed.change.about, agreed.work.exercise}
        waits = any(self.coach.has_new_stress(week) for week in this)
        return not (around.frozen or waits or names & around.held.keys())
