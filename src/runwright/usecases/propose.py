"""Propose what changes after a session: state, plan and diary in, proposals with reasons out."""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from itertools import pairwise

from runwright.coaching.around import Around
from runwright.coaching.exposures import morning_pain
from runwright.coaching.fold import folded
from runwright.coaching.gate_changes import heavy_waits, opened
from runwright.coaching.judged import calf_reps_before_load
from runwright.coaching.ladders import harder_rungs
from runwright.coaching.loads import usual_loads_kg
from runwright.coaching.pain import light_of
from runwright.coaching.pain_today import pain_today
from runwright.coaching.readiness import Easing, easing, told_readiness
from runwright.coaching.steps import next_step
from runwright.coaching.told import Told
from runwright.coaching.week_changes import (
    first_week_back,
    lighter_week,
    set_the_scale,
    warnings_of,
)
from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.pain_light import Light
from runwright.domain.plan import DayPlan, SeasonPlan, WeekPlan
from runwright.domain.progress import PainSeen, RunnerState
from runwright.domain.proposal import Change, ChangeKind, Proposal
from runwright.domain.protocol import Phase
from runwright.domain.runner import Runner
from runwright.domain.screening import GateEffect, Screening
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.kit import kit_at_hand
from runwright.planning.selection import Selection
from runwright.rules.registry import RuleBook
from runwright.screening.screen import screened
from runwright.screening.subject import History
from runwright.usecases.plan_season import above_green, subject_of

ID_LETTERS = 16
FREEZING = frozenset({
    GateEffect.LOCK_ALL,
    GateEffect.LIGHT_ONLY,
    GateEffect.NO_PROGRESSION,
    GateEffect.NO_LOADED_LOWER_LIMB,
})
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
    loads_kg
        The runner's own weights by kit id; a kit that is not named has the usual ones. [kg]
    """

    runner: Runner
    plan: SeasonPlan
    told: Told
    today: date
    loads_kg: Mapping[str, tuple[float, ...]] = field(default_factory=dict)


def propose(order: CoachOrder, library: Library) -> tuple[Proposal, ...]:
    """Return what the coach proposes today; the same facts are never asked about twice."""
    return Coach(order, library).proposals()


class Coach:
    """Looks at one runner on one day."""

    def __init__(self, order: CoachOrder, library: Library) -> None:
        self.order, self.library = order, library
        self.told = replace(
            order.told, lighter_weeks=order.told.lighter_weeks | _lighter_weeks(order.plan)
        )
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
        readiness = told_readiness(self.told.check_ins, self.order.today, self.book)
        return easing(readiness, self.book, age=self.order.runner.age)

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
            loads_kg={**usual_loads_kg(self.library.kit), **self.order.loads_kg},
            is_allowed=lambda one: selection.is_allowed(one, kit),
            calf_reps=calf_reps_before_load(self.book, self._calf_typical_reps),
            most_contacts=self.book.parameters("G14").contacts_max
            if minor
            else self.book.parameters("D20").contacts_cap,
            held=self._held(),
            frozen=self._frozen(),
            morning_is_green=self._morning_is_green(),
            is_sore=bool(self._standing_pains),
        )

    def proposals(self) -> tuple[Proposal, ...]:
        """Return everything there is to propose, what matters most first."""
        back = first_week_back(self.state, self.around)
        if back is not None:
            return self._asked_once((_("Back again"), (back,)))
        return self._waiting() + self._asked_once(
            (_("A lighter week"), self._lighter_week()),
            (_("Next time"), self._steps()),
            (_("A gate is open"), self._opened()),
            (_("One set near the limit"), self._scale()),
        )

    def _steps(self) -> tuple[Change, ...]:
        first = self.order.today - timedelta(days=DAYS_PER_WEEK)
        recent = [one for one in self.state.exercises if one.last_day > first]
        found = [change for one in recent if (change := next_step(one, self.around)) is not None]
        jumps = [one for one in found if one.rule == "P10" and one.kind.asks_more]
        too_many = jumps if self._jumps_asked() else jumps[1:]
        return tuple(one for one in found if one not in too_many)

    def _jumps_asked(self) -> bool:
        """Whether a harder jump was decided on this week already: one change at a time (P10)."""
        first = self.order.today - timedelta(days=DAYS_PER_WEEK)
        return any(
            change.rule == "P10"
            for one in self.told.decisions
            for change in one.proposal.changes
            if one.decided_on > first
        )

    def _lighter_week(self) -> tuple[Change, ...]:
        warnings = (
            *warnings_of(self.state, self.order.today),
            *(reason.says for reason in self.easing.reasons),
        )
        planned = any(week.deload for week in self._weeks_ahead())
        found = lighter_week(self.state, warnings, self.around, is_planned=planned)
        return () if found is None else (found,)

    def _scale(self) -> tuple[Change, ...]:
        runner = self.order.runner
        tests = self.book.parameters("G14").one_rm_tests_allowed
        minor = runner.age is not None and runner.age < self.book.parameters("G14").under_age
        if runner.pregnant or (minor and not tests) or self.around.frozen:
            return ()
        found = set_the_scale(self.state, self.around)
        return () if found is None else (found,)

    def _opened(self) -> tuple[Change, ...]:
        """Return the training gates the plan was made with that are open by now, one at a time."""
        if self.around.frozen or self._is_stressed():
            return ()
        closed = {gate.rule for gate in self.screening.gates}
        progress = {one.rule: one for one in (self.state.heavy_gate, self.state.jump_gate)}
        found = (
            opened(gate, progress[gate.rule], self._days_ahead(), self.book, self.order.today)
            for gate in self.order.plan.gates
            if gate.rule in progress and gate.rule not in closed
        )
        return tuple(change for change in found if change is not None)[:1]

    def _waiting(self) -> tuple[Proposal, ...]:
        """Return the safety that holds whether the runner likes it or not, with what lifts it."""
        week = self._days_ahead()[:DAYS_PER_WEEK]
        found = heavy_waits(self.state, self.order.plan.gates, week, self.book, self.order.today)
        said = self._asked_once((_("Heavy sets wait"), () if found is None else (found,)))
        missing = "; ".join(self.state.heavy_gate.missing)
        return tuple(replace(one, is_declinable=False, opens_when=missing) for one in said)

    def _days_ahead(self) -> tuple[DayPlan, ...]:
        return tuple(
            day for week in self.order.plan.weeks for day in week.days if day.day > self.order.today
        )

    def _is_stressed(self) -> bool:
        """Whether a race or a new phase lies within the days that hold one new stress (L07)."""
        p = self.book.parameters("L07")
        near = timedelta(days=p.window_days)
        today = self.order.today
        races = any(abs(race.day - today) < near for race in self.order.plan.races)
        weeks = self.order.plan.weeks
        blocks = any(
            later.phase is Phase.STRENGTH is not earlier.phase and abs(later.monday - today) < near
            for earlier, later in pairwise(weeks)
        )
        open_by_now = any(
            change.kind is ChangeKind.OPEN and today - one.decided_on < near
            for one in self.told.decisions
            for change in one.proposal.changes
        )
        return races or blocks or open_by_now

    def _weeks_ahead(self) -> tuple[WeekPlan, ...]:
        monday = monday_of(self.order.today)
        last = monday + timedelta(days=DAYS_PER_WEEK)
        return tuple(week for week in self.order.plan.weeks if monday <= week.monday <= last)

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
        return " ".join([*self._red(), *closed, *tired, *self._quiet_week()])

    def _red(self) -> Iterator[str]:
        words = _("{place} was {pain} of 10, red: nothing gets harder until it is quiet.")
        for pain in self._standing_pains:
            if pain.light is Light.RED:
                region = self.library.regions[pain.region]
                yield words.format(place=_(region.name), pain=pain.pain_0_10)

    def _quiet_week(self) -> Iterator[str]:
        for week in self._weeks_ahead():
            if week.monday > self.order.today:
                return
            if week.phase in KEEPING:
                yield _("The race is near: the load stays as it is.")
            elif week.deload:
                yield _("This is a lighter week.")

    def _held(self) -> Mapping[str, str]:
        """Why an exercise may not get harder for what hurts, by its id."""
        done = [self.library.exercises[one.exercise] for one in self.state.exercises]
        names = {one.id for one in done}
        names |= {above.id for one in done for above in harder_rungs(one, self.library)}
        return pain_today(self.told, names, self.library, self.book, self.order.today).held

    def _morning_is_green(self) -> bool:
        """Whether the morning after the last session was told, with no pain above green."""
        days = [one.started_at.date() for one in self.told.sessions]
        if not days:
            return False
        after = max(days) + timedelta(days=1)
        told = [one for one in self.told.check_ins if one.day == after]
        sore = any(one.day == after and one.light is not Light.GREEN for one in self.state.pains)
        return bool(told) and (told[0].pain_free or bool(told[0].pains)) and not sore

    def _asked_once(self, *groups: tuple[str, Sequence[Change]]) -> tuple[Proposal, ...]:
        decided = {change.key for one in self.told.decisions for change in one.proposal.changes}
        found = (
            (title, tuple(one for one in changes if one.key not in decided))
            for title, changes in groups
        )
        return tuple(
            Proposal(id=proposal_id(changes), title=title, changes=changes)
            for title, changes in found
            if changes
        )


def proposal_id(changes: Iterable[Change]) -> str:
    """Return a name that is the same for the same changes from the same facts."""
    keys = "\n".join(sorted("\t".join(change.key) for change in changes))
    return hashlib.sha256(keys.encode()).hexdigest()[:ID_LETTERS]


def _lighter_weeks(plan: SeasonPlan) -> frozenset[date]:
    return frozenset(week.monday for week in plan.weeks if week.deload)
