"""The weight an exercise is done with: agreed on, lifted last, or chosen by the reserve."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from functools import cached_property

from runwright.coaching.loads import at_most_kg
from runwright.coaching.new_stress import NewStress, recent_kinds
from runwright.coaching.set_to_set import set_to_set
from runwright.domain.calendar import monday_of
from runwright.domain.exercise import Exercise
from runwright.domain.progress import Lifted
from runwright.domain.proposal import Change
from runwright.domain.said import together
from runwright.domain.session import Dose, Prescription
from runwright.domain.units import load_words
from runwright.domain.words import _
from runwright.usecases.agreed import Agreed
from runwright.usecases.coach import Coach
from runwright.usecases.followed_agreements import FollowedAgreements


class FollowedWeight:
    """Puts the weight into the exercises of a day.

    Parameters
    ----------
    coach
        Who looks at the runner today.
    """

    def __init__(self, coach: Coach, agreed: FollowedAgreements) -> None:
        self.coach, self.library, self.agreed = coach, coach.library, agreed

    def item(
        self, item: Prescription, day: date, in_force: Iterable[Change], *, is_quiet: bool
    ) -> Prescription:
        """Return an exercise with its weight; None is "by the reserve".

        Parameters
        ----------
        day
            The day it is asked for.
        in_force
            What was agreed on for all work of that day.
        is_quiet
            Whether the plan wants little of its week.
        """
        exercise = self.library.exercises[item.exercise]
        if not exercise.loadable or item.dose.reps is None:
            return item
        load_kg, since = self._load_kg(exercise, item.dose)
        note = self._other_repetitions(exercise, item.dose) if load_kg is None else ""
        share = _share_back(since, in_force)
        if load_kg is not None and load_kg > 0 and share < 1:
            load_kg = at_most_kg(load_kg * share, self.coach.around.loads(exercise))
        easy = item.dose.rir_or_more or (share < 1 and item.dose.rir is not None)
        dose = replace(item.dose, load_kg=load_kg, rir_or_more=easy)
        between = set_to_set(
            dose,
            self.coach.around.loads(exercise),
            self.coach.book,
            may_get_heavier=not is_quiet and self._may_get_heavier(exercise, day),
        )
        return replace(item, dose=dose, note=together((item.note, note)), set_to_set=between)

    def _may_get_heavier(self, exercise: Exercise, day: date) -> bool:
        """Whether a weight may be raised within the session: it is new stress like any other.

        A heavier block is new stress itself, and finding its weights belongs to it; a race is not.
        """
        coach, around = self.coach, self.coach.around
        if around.frozen or exercise.id in around.held or exercise.id in self.agreed.most:
            return False
        if exercise.id in coach.pains.lowered:  # it comes back by quiet sessions (rule G08)
            return False
        return self._recent <= {NewStress.MORE} and monday_of(day) not in coach.race_weeks

    @cached_property
    def _recent(self) -> frozenset[NewStress]:
        coach = self.coach
        return recent_kinds(coach.told.decisions, coach.state, coach.book, coach.order.today)

    def _other_repetitions(self, exercise: Exercise, dose: Dose) -> str:
        """Return what to do about a weight that was lifted for other repetitions; '' for none."""
        state = self.coach.state.exercise(exercise.id)
        if state is None or state.load_kg is None or state.asked.reps is None:
            return ""
        if state.load_kg == 0 or dose.rir is None:
            return ""
        says = _(
            "Last time {load} for {low} to {high}; this is another kind of set, so choose the "
            "weight that leaves {rir} in reserve."
        )
        low, high = state.asked.reps
        return says.format(load=load_words(state.load_kg), low=low, high=high, rir=dose.rir)

    def _load_kg(self, exercise: Exercise, dose: Dose) -> tuple[float | None, date]:
        """Return the weight agreed on, or else lifted last, for repetitions like these; and when.

        None is "chosen by the reserve". What a worse morning made lighter stays so for any
        repetitions, until its weight is back (G08).
        """
        agreed = self.agreed.of_work(exercise.id)
        load_kg, since = self._agreed_or_lifted_kg(exercise, dose, agreed)
        if load_kg is None and agreed is not None and exercise.id in self.coach.pains.lowered:
            return agreed.work.load_kg, agreed.since
        return load_kg, since

    def _agreed_or_lifted_kg(
        self, exercise: Exercise, dose: Dose, agreed: Agreed | None
    ) -> tuple[float | None, date]:
        if agreed is not None and not self.agreed.is_done(agreed):
            load_kg = agreed.work.load_kg if _is_like(dose, agreed.work.reps) else None
            return load_kg, agreed.since
        state = self.coach.state.exercise(exercise.id)
        lifted = () if state is None else state.lifted
        fit = next((one for one in lifted if self._fits(dose, one)), None)
        return (None, self.coach.order.today) if fit is None else (fit.load_kg, fit.on)

    def _fits(self, dose: Dose, lifted: Lifted) -> bool:
        """Whether a weight was lifted for repetitions and a reserve like these (P01)."""
        near = self.coach.book.parameters("P01").reserve_slack
        is_near = dose.rir is None or lifted.rir is None or abs(dose.rir - lifted.rir) <= near
        return is_near and _is_like(dose, lifted.reps)


def _share_back(since: date, in_force: Iterable[Change]) -> float:
    """Return what is asked of a weight after weeks away; one lifted since then stays whole."""
    back = (one.after for one in in_force if since < one.first_day)
    return min((one.load_share for one in back if one is not None), default=1.0)


def _is_like(dose: Dose, reps: tuple[int, int] | None) -> bool:
    """Whether a weight lifted for some repetitions fits a dose: not more of them, nor far fewer."""
    if dose.reps is None or reps is None:
        return dose.reps is reps
    return reps[0] <= dose.reps[0] and dose.reps[1] <= reps[1]
