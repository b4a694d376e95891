"""The state of a runner, folded from the diary: read again, it is the same again."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from runwright.coaching.done import DiaryReader, DoneExercise
from runwright.coaching.exercise_fold import Growing, counts_anew
from runwright.coaching.exposures import touches
from runwright.coaching.gates import heavy_gate, jump_gate
from runwright.coaching.judged import calf_reps_before_load
from runwright.coaching.known import Known
from runwright.coaching.ladders import ladder_states
from runwright.coaching.told import Told
from runwright.coaching.weeks import weeks_seen
from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.exercise import Role
from runwright.domain.pain_light import Light
from runwright.domain.performed import PerformedSession, PerformedSet
from runwright.domain.progress import PainSeen, RunnerState
from runwright.domain.proposal import Decided
from runwright.rules.registry import RuleBook


def folded(
    told: Told, known: Known, book: RuleBook, *, as_of: date, calf_typical_reps: float | None = None
) -> RunnerState:
    """Return where a runner stands on a day; what comes later in the diary is not looked at.

    Parameters
    ----------
    calf_typical_reps
        Single-leg calf raises typical for the runner's age and sex; None is "not known".
    """
    return _Fold(told, known, book, as_of, calf_typical_reps).state()


class _Fold:
    """One reading of a diary."""

    def __init__(
        self,
        told: Told,
        known: Known,
        book: RuleBook,
        as_of: date,
        calf_typical_reps: float | None,
    ) -> None:
        self.known, self.book, self.as_of = known, book, as_of
        self.reader = DiaryReader(told, known, book)
        self.told = told
        self.calf_typical_reps = calf_typical_reps
        self.calf_reps = calf_reps_before_load(book, calf_typical_reps)
        self.growing: dict[str, Growing] = defaultdict(Growing)
        self.foundation_sessions = 0
        self.near_limit_on: date | None = None
        self.days: list[date] = []
        self.contacts: list[tuple[date, int]] = []

    def state(self) -> RunnerState:
        """Return the state after the whole diary."""
        for happened in self._in_order():
            if isinstance(happened, PerformedSession):
                self._take(happened)
            elif isinstance(happened, PainSeen):
                self._wake_sore(happened)
            else:
                self._decide(happened)
        weeks = weeks_seen(self.days, self.told.lighter_weeks, self.as_of)
        results = (one.result(self.book) for one in self.growing.values())
        states = [one for one in results if one is not None]
        ladders, others = ladder_states(states, self.known)
        pains = tuple(one for one in self.reader.pains() if one.day <= self.as_of)
        return RunnerState(
            as_of=self.as_of,
            ladders=ladders,
            others=others,
            heavy_gate=heavy_gate(weeks.trained, self.foundation_sessions, states, self.book),
            jump_gate=jump_gate(
                weeks.trained, states, self.known, self.book, self.calf_typical_reps
            ),
            weeks_trained=weeks.trained,
            weeks_since_deload=weeks.since_deload,
            weeks_away=weeks.away,
            foundation_sessions=self.foundation_sessions,
            contacts_a_week=self._contacts_of_the_week(),
            near_limit_on=self.near_limit_on,
            pains=pains,
        )

    def _in_order(self) -> Iterator[PerformedSession | PainSeen | Decided]:
        """Yield what happened by day: the sore morning, the sessions, then the decisions."""
        mornings = [
            (one.day, -1, one.region, str(one.side), one)
            for one in self.reader.pains()
            if one.next_morning and one.light is not Light.GREEN
        ]
        sessions = [
            (one.started_at.date(), 0, one.started_at.isoformat(), one.id, one)
            for one in self.reader.sessions()
        ]
        decisions = [
            (one.decided_on, 1, one.proposal.id, one.decision.value, one)
            for one in self.told.decisions
        ]
        merged: list[tuple[date, int, str, str, PerformedSession | PainSeen | Decided]] = sorted(
            [*mornings, *sessions, *decisions], key=lambda one: one[:-1]
        )
        return (one[-1] for one in merged if one[0] <= self.as_of)

    def _take(self, session: PerformedSession) -> None:
        done = tuple(self.reader.exercises(session))
        if not done:
            return
        for one in done:
            self.growing[one.exercise.id].add(one, self.book, self.calf_reps)
            if _is_near_limit(one, self.book):
                self.near_limit_on = one.day
        day = session.started_at.date()
        self.days.append(day)
        self.foundation_sessions += _is_foundation(done, self.book)
        self.contacts.append((day, sum(contacts_of(one, self.book) for one in done)))

    def _wake_sore(self, pain: PainSeen) -> None:
        for name, growing in self.growing.items():
            if touches(self.known.exercises[name], pain.region):
                growing.hurt_on_a_morning()

    def _decide(self, decided: Decided) -> None:
        for change in decided.proposal.changes:
            if counts_anew(change) and change.about in self.growing:
                self.growing[change.about].decide(change, decided.decision, decided.decided_on)

    def _contacts_of_the_week(self) -> int:
        first = self.as_of - timedelta(days=DAYS_PER_WEEK - 1)
        return sum(count for day, count in self.contacts if day >= first)


def _is_foundation(done: Sequence[DoneExercise], book: RuleBook) -> bool:
    """Whether no loaded set of the session had as few repetitions as heavy work."""
    heavy = book.parameters("G17").heavy_reps_max
    loaded = [one for one in done if one.is_loaded and one.asked.reps is not None]
    return all(one.asked.reps is not None and one.asked.reps[1] > heavy for one in loaded)


def _is_near_limit(done: DoneExercise, book: RuleBook) -> bool:
    told = [one.rir for one in done.all_sets if one.rir is not None]
    return any(rir <= book.parameters("D08").min_rir_novice for rir in told)


def contacts_of(done: DoneExercise, book: RuleBook) -> int:
    """Return the landings of an exercise of a session, of the leg that landed more. [1]"""
    if Role.PLYO not in done.exercise.roles:
        return 0
    sides = {one.side for one in done.sets}
    return max(
        sum(
            _landings(one, book.parameters("D20").hops_per_s)
            for one in done.sets
            if one.side is side
        )
        for side in sides
    )


def _landings(one: PerformedSet, hops_per_s: float) -> int:
    if one.contacts is not None:
        return one.contacts
    return 0 if one.hold_s is None else round(one.hold_s * hops_per_s)
