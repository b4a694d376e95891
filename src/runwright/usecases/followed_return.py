"""The week after a long time away: repetitions and reserve of the phase before (P12)."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date
from functools import cached_property

from runwright.coaching.no_harder import no_harder
from runwright.domain.calendar import monday_of
from runwright.domain.proposal import Change
from runwright.domain.protocol import Phase
from runwright.domain.session import Prescription, SessionKind
from runwright.planning.doses import Doses, WeekOfTraining
from runwright.planning.kit import kit_at_hand
from runwright.usecases.coach import Coach

RULE = "P12"
# Strength and maintenance ask for the same sets: who comes back to either meets the block before.
BEFORE = {
    Phase.BUILD: Phase.FOUNDATION,
    Phase.STRENGTH: Phase.BUILD,
    Phase.MAINTAIN: Phase.BUILD,
}


class FollowedReturn:
    """Takes exercises a phase back after weeks away; without that nothing.

    Parameters
    ----------
    coach
        Who looks at the runner today.
    """

    def __init__(self, coach: Coach) -> None:
        self.coach = coach

    def item(self, item: Prescription, day: date, in_force: Iterable[Change]) -> Prescription:
        """Return an exercise as a day asks for it, no nearer to the limit than a phase before.

        Parameters
        ----------
        in_force
            What was agreed on for all work of the day.
        """
        before = BEFORE.get(self._phases.get(monday_of(day), Phase.FOUNDATION))
        if before is None or item.dose.reps is None or not any(map(self._is_back, in_force)):
            return item
        week = WeekOfTraining(
            phase=before,
            programme_week=max(1, self.coach.state.weeks_trained),
            block_week=0,
            deload=False,
        )
        exercise = self.coach.library.exercises[item.exercise]
        then = self._doses.dose(exercise, item.role, SessionKind.HEAVY, week)
        return replace(item, dose=no_harder(item.dose, then))

    def _is_back(self, change: Change) -> bool:
        """Whether it takes as much off as comes with a phase back."""
        share = 1 - self.coach.book.parameters(RULE).back_cut_share
        after = change.after
        return change.rule == RULE and after is not None and after.load_share <= share

    @cached_property
    def _phases(self) -> Mapping[date, Phase]:
        return {week.monday: week.phase for week in self.coach.order.plan.weeks}

    @cached_property
    def _doses(self) -> Doses:
        coach = self.coach
        runner, library = coach.order.runner, coach.library
        return Doses(coach.book, library.planner, runner, kit_at_hand(library, runner.kit))
