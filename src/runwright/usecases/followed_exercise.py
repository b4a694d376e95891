"""One exercise of a day as it is really asked for: agreed work, safety, lighter days, the weight.

Nothing here decides: proposals were accepted or are safety, and what a declined one asked for is
not there.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from runwright.coaching.gate_changes import heavy_waits, is_heavy
from runwright.coaching.no_harder import no_harder
from runwright.coaching.week_changes import WEEK
from runwright.coaching.work_words import lever_words
from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.exercise import Role
from runwright.domain.plan import Reason
from runwright.domain.progress import Lever
from runwright.domain.proposal import Change, ChangeKind, Decision, Work, accepted
from runwright.domain.said import together
from runwright.domain.session import Dose, Prescription
from runwright.planning.alternatives import dose_like
from runwright.planning.selection import LOWER_BODY, Selection
from runwright.usecases.agreed import Agreed
from runwright.usecases.answer_pain import ASKS
from runwright.usecases.asked_ahead import is_near_key_run
from runwright.usecases.coach import Coach
from runwright.usecases.followed_agreements import FollowedAgreements
from runwright.usecases.followed_block import FollowedBlock
from runwright.usecases.followed_return import FollowedReturn
from runwright.usecases.followed_weight import FollowedWeight
from runwright.usecases.plan_season import above_green
from runwright.usecases.propose_day import DAY

COUNTED = ("hold_s", "contacts")  # what the plan lets grow by itself until the coach has a say
SAID_EACH_TIME = frozenset({Lever.SLOWER_LOWERING, Lever.RANGE, Lever.PAUSE})
SCALE = "P05"  # one set near the limit, so that reserves can be believed
EASIER = frozenset({ChangeKind.STEP_DOWN, ChangeKind.RETURN})
PAIN = frozenset({"G07", "G08", "G09"})
EASES = frozenset({ChangeKind.EASE, ChangeKind.DELOAD, ChangeKind.RETURN})


@dataclass(frozen=True, slots=True, kw_only=True)
class OnDay:
    """The day an exercise is asked for.

    Attributes
    ----------
    taken
        Exercises the session has already; none comes twice.
    mates
        Patterns of what it alternates with; a superset has none of them twice (D10).
    is_quiet
        Whether the plan wants little of the week.
    """

    day: date
    kit: frozenset[str]
    taken: frozenset[str]
    is_quiet: bool
    mates: frozenset[str] = frozenset()


class FollowedExercises:
    """Changes single exercises by what was agreed on.

    Parameters
    ----------
    coach
        Who looks at the runner today.
    """

    def __init__(self, coach: Coach) -> None:
        self.coach, self.library, self.today = coach, coach.library, coach.order.today
        self._agreed, self._block = FollowedAgreements(coach), FollowedBlock(coach)
        self._weight, self._return = FollowedWeight(coach, self._agreed), FollowedReturn(coach)

    def item(self, item: Prescription, on: OnDay) -> Prescription | None:
        """Return an exercise as it is asked for; None where it is left out."""
        agreed = self._agreed.places.get(item.exercise)
        if agreed is not None and self._is_left_out(agreed, item, on):
            return None
        safe = self._safe(self._as_agreed(item, on), on)
        if safe is None or (item.role is Role.PLYO and not self._is_jump(safe)):
            return None  # what is no jump takes no jump's place: fast and fresh is for jumps
        back = self._return.item(safe, on.day, self.in_force(on.day))
        in_block = self._block.item(back, on.day)
        asked = self._held(self._first_time(self._heavy_waits(in_block)))
        eased = self._eased(asked, on)
        if eased is None:
            return None
        weighed = self._weight.item(eased, on.day, self.in_force(on.day), is_quiet=on.is_quiet)
        return self._near_the_limit(weighed, on)

    def _is_jump(self, item: Prescription) -> bool:
        return Role.PLYO in self.library.exercises[item.exercise].roles

    def why(self, item: Prescription, on: OnDay) -> Iterator[Reason]:
        """Yield why an exercise is not the plan's: left out, swapped, or agreed on and new."""
        agreed = self._agreed.places.get(item.exercise)
        if agreed is not None and self._is_left_out(agreed, item, on):
            yield Reason(rule=agreed.change.rule, says=agreed.says(self.library))
            return
        if agreed is not None and not self._can_take_place(agreed, item, on):
            agreed = None
        safety = self._safety.get(item.exercise if agreed is None else agreed.work.exercise)
        if safety is not None:
            yield Reason(rule=safety.rule, says=safety.because)
        elif agreed is not None and not self._agreed.is_done(agreed):
            yield Reason(rule=agreed.change.rule, says=agreed.says(self.library))
        else:
            yield from self._block.why(self._as_agreed(item, on), on.day)

    def _as_agreed(self, item: Prescription, on: OnDay) -> Prescription:
        agreed = self._agreed.places.get(item.exercise)
        if agreed is None or not self._can_take_place(agreed, item, on):
            return replace(item, dose=self._not_more(item.exercise, item.dose))
        exercise = self.library.exercises[agreed.work.exercise]
        is_other = exercise.id != item.exercise
        is_new = not self._agreed.is_done(agreed)
        dose = dose_like(item.dose, exercise) if is_other else item.dose
        dose = self._agreed_dose(agreed, item, dose, on)
        notes = [agreed.says(self.library)] if is_new else []
        notes += [
            lever_words(one, dose.tempo) for one in agreed.work.levers if one in SAID_EACH_TIME
        ]
        return replace(
            item,
            exercise=exercise.id,
            dose=self._not_more(exercise.id, dose),
            ramp=item.ramp if exercise.loadable else (),
            note=_joined(*notes, "" if is_other else item.note),
        )

    def _is_left_out(self, agreed: Agreed, item: Prescription, on: OnDay) -> bool:
        """Whether an exercise stays out: it was to be an easier one, which cannot take its place.

        Where it hurt nothing harder comes instead; else the easier one is in the session already.
        """
        is_other = agreed.work.exercise != item.exercise
        is_of_another = agreed.change.about != item.exercise  # of what took the place by now
        is_lower = self._is_easier(agreed, item.exercise)
        easier = agreed.change.kind in EASIER or (is_of_another and is_lower)
        if not (is_other and easier and agreed.change.holds_on(on.day)):
            return False
        is_there = agreed.work.exercise in on.taken
        hurt = agreed.change.rule in PAIN
        return is_there or (hurt and not self._can_take_place(agreed, item, on))

    def _is_easier(self, agreed: Agreed, exercise: str) -> bool:
        return self.coach.level(agreed.work.exercise) < self.coach.level(exercise)

    def _can_take_place(self, agreed: Agreed, item: Prescription, on: OnDay) -> bool:
        exercise = self.library.exercises.get(agreed.work.exercise)
        if exercise is None or not agreed.change.holds_on(on.day):
            return False
        if exercise.id == item.exercise:
            return True
        if exercise.id in on.taken or exercise.pattern in on.mates:
            return False
        return self._selection.is_allowed(exercise, on.kit)

    def _agreed_dose(self, agreed: Agreed, item: Prescription, dose: Dose, on: OnDay) -> Dose:
        """Return the dose that was agreed on, as far as the plan asks for the same kind of work.

        Repetitions and tempo belong to the plan's dose of then: a later phase asks for its own
        repetitions, and for its own tempo where that is not simply the exercise's.
        """
        work = agreed.work
        then = self._dose_then(item.exercise, agreed.since)
        is_plans = then is None or then.reps == item.dose.reps
        if is_plans and not self._block.covers(work.exercise, agreed.since):
            reps = dose.reps if work.reps is None else work.reps
            dose = replace(dose, reps=reps, tempo=work.tempo or dose.tempo)
        elif dose.tempo == self.library.exercises[work.exercise].tempo and work.levers:
            dose = replace(dose, tempo=work.tempo or dose.tempo)  # slower stays slower
        for name in COUNTED:
            told = getattr(work, name)
            if told is not None:
                planned = getattr(dose, name)
                least = on.is_quiet and planned is not None
                dose = replace(dose, **{name: min(told, planned) if least else told})
        return replace(dose, sets=self._sets(agreed, dose, on), rir=self._rir(agreed, dose))

    def _sets(self, agreed: Agreed, dose: Dose, on: OnDay) -> int:
        """Return the plan's sets; no more than agreed on at first, or with lowering work (D19).

        A set more that was agreed on stays (P08).
        """
        told = agreed.work.sets
        if agreed.adds_sets and told is not None:
            return dose.sets if on.is_quiet else max(dose.sets, told)
        first = agreed.work.exercise in self.coach.book.parameters("D19").exercises
        changed = agreed.change.before is None or agreed.change.before.sets != agreed.work.sets
        if told is None or not changed or (self._agreed.is_done(agreed) and not first):
            return dose.sets
        return min(dose.sets, told)

    def _rir(self, agreed: Agreed, dose: Dose) -> int | None:
        """Return the reserve; a weight nobody lifted yet leaves more of it (P01)."""
        if dose.rir is None or self._agreed.is_done(agreed) or agreed.work.load_kg is not None:
            return dose.rir
        if not self.library.exercises[agreed.work.exercise].loadable:
            return dose.rir
        return max(dose.rir, int(self.coach.book.parameters("P01").first_rir))

    def _dose_then(self, exercise: str, day: date) -> Dose | None:
        """The plan's dose of an exercise when something was agreed on: the last before, or next."""
        known = self._doses.get(exercise, [])
        before = [dose for on, dose in known if on <= day]
        return before[-1] if before else next((dose for _on, dose in known), None)

    @cached_property
    def _doses(self) -> dict[str, list[tuple[date, Dose]]]:
        found: dict[str, list[tuple[date, Dose]]] = {}
        for week in self.coach.order.plan.weeks:
            for day in week.days:
                for item in () if day.session is None else day.session.items:
                    found.setdefault(item.exercise, []).append((day.day, item.dose))
        return found

    def _not_more(self, exercise: str, dose: Dose) -> Dose:
        """Return the dose without what the plan lets grow while more was declined, or it hurts."""
        limits = [self._agreed.most.get(exercise)]
        if exercise in self.coach.around.held:
            limits.append(self.coach.works.get(exercise))
        for limit in limits:
            for name in COUNTED:
                most, asked = getattr(limit, name, None), getattr(dose, name)
                if most is not None and asked is not None:
                    dose = replace(dose, **{name: min(most, asked)})
        return dose

    # -- safety -----------------------------------------------------------------------------------

    def _safe(self, item: Prescription, on: OnDay) -> Prescription | None:
        """Return an exercise after what hurts had its say; None where it stays out."""
        change = self._safety.get(item.exercise)
        if change is None:
            return item
        if change.after is None or change.after.exercise in on.taken | self._eased_themselves:
            return None
        exercise = self.library.exercises[change.after.exercise]
        if not exercise.can_be_done_with(on.kit):
            return None
        dose = _first_dose(change.after, dose_like(item.dose, exercise))
        return replace(item, exercise=exercise.id, dose=dose, ramp=(), note=_joined(change.because))

    @cached_property
    def _eased_themselves(self) -> frozenset[str]:
        """Exercises that something easier stands for: they stand in for nothing."""
        places = self._agreed.places.items()
        return frozenset(name for name, agreed in places if self._is_easier(agreed, name))

    @cached_property
    def _safety(self) -> dict[str, Change]:
        """What pain stops or swaps, agreed on or not, by exercise."""
        return {one.about: one for one in self._agreed.pain.changes if one.kind not in ASKS}

    def _heavy_waits(self, item: Prescription) -> Prescription:
        """Return a heavy set as more repetitions while the way to heavy ones is not done (G17)."""
        if self._waits is None or not is_heavy(item, self.coach.book):
            return item
        p = self.coach.book.parameters("G17")
        own = self.library.exercises[item.exercise].dose.reps
        least = p.heavy_reps_max + 1
        reps = (least, least) if own is None else (max(least, own[0]), max(least, own[1]))
        rir = p.min_rir if item.dose.rir is None else max(item.dose.rir, p.min_rir)
        dose = replace(item.dose, reps=reps, rir=rir)
        return replace(item, dose=dose, note=_joined(self._waits.because, item.note))

    def _first_time(self, item: Prescription) -> Prescription:
        """Return an exercise nobody did yet as something to learn: comfortable, or easier (P01).

        Who logs nothing at all keeps the plan's reserve: nobody knows what they did.
        """
        new = self.coach.state.exercise(item.exercise) is None and self.coach.state.exercises
        if not new or item.dose.rir is None:
            return item
        rir = max(item.dose.rir, self.coach.book.parameters("P01").first_rir)
        return replace(item, dose=replace(item.dose, rir=rir, rir_or_more=True))

    def _held(self, item: Prescription) -> Prescription:
        """Return an exercise no harder than the last time while nothing may get harder."""
        around, state = self.coach.around, self.coach.state.exercise(item.exercise)
        if not (around.frozen or item.exercise in around.held):
            return item
        return replace(item, dose=no_harder(item.dose, item.dose if state is None else state.asked))

    @cached_property
    def _waits(self) -> Change | None:
        coach = self.coach
        week = coach.days_ahead[:DAYS_PER_WEEK]
        return heavy_waits(coach.state, coach.order.plan.gates, week, coach.book, self.today)

    # -- lighter days and weeks -------------------------------------------------------------------

    def _eased(self, item: Prescription, on: OnDay) -> Prescription | None:
        """Return what is left of an exercise on a lighter day or in a lighter week."""
        dose: Dose | None = item.dose
        for change in self.in_force(on.day):
            if dose is None:
                break
            if change.about == DAY:
                dose = self._eased_on(on.day, item, dose)
            elif change.after is not None:
                sets = max(1, round(dose.sets * change.after.sets_share))
                dose = replace(dose, sets=min(dose.sets, sets))
        return None if dose is None else replace(item, dose=dose)

    def _eased_on(self, day: date, item: Prescription, dose: Dose) -> Dose | None:
        easing = self.coach.easing if day == self.today else self.coach.easing_of_later
        exercise = self.library.exercises[item.exercise]
        if easing.drops_jumps and item.role is Role.PLYO:
            return None
        return easing.eased(dose, loads_legs=exercise.pattern in LOWER_BODY)

    def in_force(self, day: date) -> Iterator[Change]:
        """Yield what was agreed on for all work of a day; of several lighter days the last."""
        holds = [change for change in self._for_all_work if change.holds_on(day)]
        lighter = [change for change in holds if change.about == DAY]
        yield from (change for change in holds if change.about != DAY)
        yield from lighter[-1:]

    @cached_property
    def _for_all_work(self) -> tuple[Change, ...]:
        return tuple(
            change
            for _day, change in accepted(self.coach.told.decisions)
            if change.kind in EASES and change.about in {DAY, WEEK}
        )

    def _near_the_limit(self, item: Prescription, on: OnDay) -> Prescription:
        """Return an exercise with the set that was agreed to go near the limit, until it was."""
        near = self.coach.state.near_limit_on
        for one in self.coach.told.decisions:
            for change in one.proposal.changes:
                asks = change.rule == SCALE and change.about == item.exercise
                agreed = asks and one.decision is Decision.ACCEPTED and change.holds_on(on.day)
                is_open = agreed and (near is None or near < one.decided_on)
                if is_open and change.after is not None and self._may_go_near(item, on):
                    return replace(item, note=_joined(item.note, change.after.says))
        return item

    def _may_go_near(self, item: Prescription, on: OnDay) -> bool:
        """Whether nothing holds it back that day, and no key run follows too soon."""
        coach = self.coach
        planned = coach.order.plan.day(on.day)
        if coach.around.frozen or item.exercise in coach.around.held or planned is None:
            return False
        return not is_near_key_run(planned, coach.order.plan, coach.book)

    @cached_property
    def _selection(self) -> Selection:
        return Selection(
            self.library,
            self.coach.order.runner,
            self.coach.screening,
            is_above_green=above_green(self.library),
        )


def _first_dose(work: Work, dose: Dose) -> Dose:
    """Return the dose of an exercise that stands in: its own count, and no more sets."""
    told = {name: getattr(work, name) for name in ("reps", *COUNTED)}
    known = {name: value for name, value in told.items() if value is not None}
    most_sets = dose.sets if work.sets is None else work.sets
    return replace(dose, **known, sets=min(dose.sets, most_sets))


def _joined(*notes: str) -> str:
    return together(notes)
