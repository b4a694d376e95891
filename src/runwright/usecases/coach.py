"""What the coach sees on a day: state, screen, readiness, pains, what holds everything back."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cached_property

from runwright.coaching.around import Around
from runwright.coaching.exposures import morning_pain
from runwright.coaching.fold import folded
from runwright.coaching.form import form_words
from runwright.coaching.judged import calf_reps_before_load
from runwright.coaching.ladders import harder_rungs
from runwright.coaching.loads import usual_loads_kg
from runwright.coaching.pain import light_of
from runwright.coaching.pain_today import PainToday, pain_today
from runwright.coaching.readiness import Easing, easing, told_readiness
from runwright.coaching.told import Told
from runwright.coaching.work_words import work_now, work_of
from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.pain_light import Light
from runwright.domain.plan import DayPlan, SeasonPlan, WeekPlan
from runwright.domain.progress import PainSeen, RunnerState
from runwright.domain.proposal import Change, ChangeKind, Work, accepted
from runwright.domain.protocol import Phase
from runwright.domain.run import Run
from runwright.domain.runner import Readiness, Runner
from runwright.domain.said import together
from runwright.domain.screening import GateEffect, Screening
from runwright.domain.session import Prescription
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.kit import kit_at_hand
from runwright.planning.selection import Selection
from runwright.rules.registry import RuleBook
from runwright.screening.screen import screened
from runwright.screening.subject import History
from runwright.usecases.asked import Asked
from runwright.usecases.decide import weeks_made_lighter
from runwright.usecases.plan_season import above_green, subject_of

FREEZING = frozenset({
    GateEffect.LOCK_ALL,
    GateEffect.LIGHT_ONLY,
    GateEffect.NO_PROGRESSION,
    GateEffect.NO_LOADED_LOWER_LIMB,
})
HEAVIER = frozenset({Phase.BUILD, Phase.STRENGTH})
KEEPING = frozenset({Phase.TAPER, Phase.RACE})  # the load is kept before a race (rule S13)


@dataclass(frozen=True, slots=True, kw_only=True)
class CoachOrder:
    """Who asks, about which plan, with what in the diary.

    Attributes
    ----------
    plan
        The season plan in force.
    told
        The diary so far, decisions included.
    asked
        What the plan was made from; without it no week is planned anew.
    runs
        Runs as they were recorded; those of this week take the place of the planned ones.
    """

    runner: Runner
    plan: SeasonPlan
    told: Told
    today: date
    asked: Asked | None = None
    runs: tuple[Run, ...] = ()


class Coach:
    """Looks at one runner on one day; everything is worked out once, when it is first asked for."""

    def __init__(self, order: CoachOrder, library: Library) -> None:
        self.order, self.library = order, library
        lighter = _lighter_weeks(order.plan) | weeks_made_lighter(order.told.decisions)
        self.told = replace(order.told, lighter_weeks=order.told.lighter_weeks | lighter)
        protocol = library.protocols.get(order.plan.made_with.protocol)
        self.book = RuleBook(
            tuple(library.rules.values()),
            library.weights,
            overrides=protocol.rule_parameters if protocol is not None else None,
        )

    @cached_property
    def state(self) -> RunnerState:
        """Where the runner stands."""
        return folded(
            self.told,
            self.library,
            self.book,
            as_of=self.order.today,
            calf_typical_reps=self._calf_typical_reps,
        )

    @cached_property
    def _calf_typical_reps(self) -> float:
        test = self.library.tests["single_leg_heel_raise"]
        subject = subject_of(self.order.runner, self.library, self.order.today)
        return test.norms[0].typical(
            age=subject.norm_age, sex=self.order.runner.sex, better=test.better
        )

    @cached_property
    def screening(self) -> Screening:
        """The screen of today, with the training that is done by now."""
        state = self.state
        history = History(
            strength_weeks=state.weeks_trained, strength_sessions=state.foundation_sessions
        )
        subject = subject_of(self.order.runner, self.library, self.order.today)
        return screened(replace(subject, history=history))

    @cached_property
    def easing(self) -> Easing:
        """What sleep, stress and soreness take away today."""
        return easing(self._readiness, self.book, age=self.order.runner.age)

    @cached_property
    def easing_of_later(self) -> Easing:
        """What sleep and stress take away on the days to come: sore legs are of one morning."""
        later = replace(self._readiness, soreness_0_10=None)
        return easing(later, self.book, age=self.order.runner.age)

    @cached_property
    def _readiness(self) -> Readiness:
        return told_readiness(self.told.check_ins, self.order.today, self.book)

    @cached_property
    def around(self) -> Around:
        """What every step depends on."""
        runner = self.order.runner
        kit = kit_at_hand(self.library, runner.kit)
        selection = Selection(
            self.library, runner, self.screening, is_above_green=above_green(self.library)
        )
        under_age = self.book.parameters("G14").under_age
        minor = runner.age is not None and runner.age < under_age
        return Around(
            known=self.library,
            book=self.book,
            today=self.order.today,
            kit=kit,
            loads_kg={**usual_loads_kg(self.library.kit), **runner.loads_kg},
            is_allowed=lambda one: selection.is_allowed(one, kit),
            calf_reps=calf_reps_before_load(self.book, self._calf_typical_reps),
            most_contacts=self.book.parameters("G14").contacts_max
            if minor
            else self.book.parameters("D20").contacts_cap,
            held=self.pains.held,
            frozen=self._frozen(),
            form=form_words(self.screening.findings, self.book),
            morning_is_green=self._morning_is_green(),
            is_sore=bool(self._standing_pains),
        )

    @cached_property
    def works(self) -> Mapping[str, Work]:
        """What every exercise asks for: as done last, else as agreed on, else as the week asks."""
        exercises = self.library.exercises
        found = {one.exercise: one for one in self._agreed if one.exercise in exercises}
        for item in _items_of(self.days_ahead[: DAYS_PER_WEEK + 1]):
            found.setdefault(item.exercise, work_of(exercises[item.exercise], item.dose))
        for state in self.state.exercises:
            found[state.exercise] = work_now(state, exercises[state.exercise])
        return found

    @property
    def _agreed(self) -> Iterator[Work]:
        """Work that was agreed on, which may be of exercises nobody planned or did yet."""
        for _day, change in accepted(self.told.decisions):
            if change.after is not None:
                yield change.after

    def level(self, exercise: str) -> int:
        """Return how hard an exercise is, by its id; 0 for one nobody knows."""
        known = self.library.exercises.get(exercise)
        return 0 if known is None else known.level

    @cached_property
    def pains(self) -> PainToday:
        """What all pains together make of today, for everything that could be done."""
        done = [self.library.exercises[one.exercise] for one in self.state.exercises]
        names = {above.id for one in done for above in harder_rungs(one, self.library)}
        names |= self.works.keys()
        return pain_today(self.told, names, self.library, self.book, self.order.today)

    @cached_property
    def days_ahead(self) -> tuple[DayPlan, ...]:
        """Days of the plan from today on."""
        weeks = self.order.plan.weeks
        return tuple(day for week in weeks for day in week.days if day.day >= self.order.today)

    @cached_property
    def has_session_today(self) -> bool:
        """Whether today holds a session that is not done yet."""
        today = self.order.today
        planned = [day.session for day in self.days_ahead if day.day == today]
        done = {one.script for one in self.told.sessions}
        return any(one is not None and one.id not in done for one in planned)

    @cached_property
    def is_lighter_week(self) -> bool:
        """Whether today is in a lighter week, planned or agreed to."""
        today = self.order.today
        planned = any(week.deload and week.monday == monday_of(today) for week in self.weeks_ahead)
        return planned or any(change.holds_on(today) for change in _deloads(self.told))

    def has_new_stress(self, week: WeekPlan) -> bool:
        """Whether a week of the plan brings something new itself: a race, or a heavier block (L07).

        Nothing else gets harder in it.
        """
        phases = {one.monday: one.phase for one in self.order.plan.weeks}
        before = phases.get(week.monday - timedelta(days=DAYS_PER_WEEK))
        begins = before is not None and week.phase is not before and week.phase in HEAVIER
        return week.monday in self.race_weeks or begins

    @cached_property
    def race_weeks(self) -> frozenset[date]:
        """Mondays of the weeks with a race."""
        return frozenset(monday_of(race.day) for race in self.order.plan.races)

    @cached_property
    def weeks_ahead(self) -> tuple[WeekPlan, ...]:
        """The week of today and the next, as planned."""
        monday = monday_of(self.order.today)
        last = monday + timedelta(days=DAYS_PER_WEEK)
        return tuple(week for week in self.order.plan.weeks if monday <= week.monday <= last)

    @cached_property
    def decided(self) -> frozenset[tuple[str, ...]]:
        """Keys of every change that was decided on: none of them is asked again."""
        return frozenset(
            change.key for one in self.told.decisions for change in one.proposal.changes
        )

    @cached_property
    def _standing_pains(self) -> tuple[PainSeen, ...]:
        """Pains above green of the last week, until a morning said that the place is quiet."""
        first = self.order.today - timedelta(days=DAYS_PER_WEEK)
        return tuple(
            one
            for one in self.state.pains
            if one.day > first and one.light is not Light.GREEN and not self._settled(one)
        )

    def _settled(self, pain: PainSeen) -> bool:
        later = (
            morning_pain(pain.region, one) for one in self.told.check_ins if one.day > pain.day
        )
        return any(
            one is not None
            and light_of(one, self.library.regions[pain.region], self.book) is Light.GREEN
            for one in later
        )

    def _frozen(self) -> str:
        """Return why nothing gets harder today; '' where it may."""
        closed = [gate.says for gate in self.screening.gates if gate.effects & FREEZING]
        tired = [reason.says for reason in self.easing.reasons if not self.easing.may_step_up]
        return together([*self._red(), *closed, *tired, *self._quiet_week()])

    def _red(self) -> Iterator[str]:
        words = _("{place} was {pain} of 10, red: nothing gets harder until it is quiet.")
        for pain in self._standing_pains:
            if pain.light is Light.RED:
                region = self.library.regions[pain.region]
                yield words.format(place=_(region.name), pain=pain.pain_0_10)

    def _quiet_week(self) -> Iterator[str]:
        for week in self.weeks_ahead:
            if week.monday > self.order.today:
                return
            if week.phase in KEEPING:
                yield _("The race is near: the load stays as it is.")
            elif self.is_lighter_week:
                yield _("This is a lighter week.")

    def _morning_is_green(self) -> bool:
        """Whether the morning after the last session was told, with no pain above green."""
        days = [one.started_at.date() for one in self.told.sessions]
        if not days:
            return False
        after = max(days) + timedelta(days=1)
        told = [one for one in self.told.check_ins if one.day == after]
        sore = any(one.day == after and one.light is not Light.GREEN for one in self.state.pains)
        return bool(told) and (told[0].pain_free or bool(told[0].pains)) and not sore


def _items_of(days: Sequence[DayPlan]) -> Iterator[Prescription]:
    for day in days:
        yield from () if day.session is None else day.session.items
        yield from (item for extra in day.extras for item in extra.items)


def _lighter_weeks(plan: SeasonPlan) -> frozenset[date]:
    return frozenset(week.monday for week in plan.weeks if week.deload)


def _deloads(told: Told) -> Iterator[Change]:
    for _day, change in accepted(told.decisions):
        if change.kind is ChangeKind.DELOAD:
            yield change
