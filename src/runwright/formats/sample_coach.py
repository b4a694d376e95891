"""The sample runner and the coach: what each day asks for, and what the runner says to it.

Rule for the next author: the coach here is the one of the app. Only the answers are invented.
"""

from dataclasses import replace

from runwright.coaching.told import Told
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedSession
from runwright.domain.plan import DayPlan
from runwright.domain.proposal import ChangeKind, Decided, Decision, Proposal
from runwright.domain.runner import Runner
from runwright.domain.script import SessionScript
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.planner import PlannedSeason
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.decide import apart
from runwright.usecases.follow_coach import FollowCoach
from runwright.usecases.propose import proposed
from runwright.usecases.write_script import ScriptWriter

NOT_ANSWERED = frozenset({
    ChangeKind.RETEST,
    ChangeKind.NEED,
    ChangeKind.MOVE,
    ChangeKind.DROP,
})  # the sample leaves tests and days of the week open
DECLINED_EVERY = 6  # of what may be declined


class SampleCoach:
    """Hears the sample's diary as it grows, and keeps what was decided."""

    def __init__(self, planned: PlannedSeason, runner: Runner, library: Library) -> None:
        self.plan, self.runner, self.library = planned.plan, runner, library
        self.writer = ScriptWriter(planned.plan, runner, planned.request.screening, library)
        self.told = Told()
        self.asked = 0

    def script(self, planned: DayPlan, *, whole: bool) -> SessionScript | None:
        """Return what the session of a day asks for; None where nothing of it is left.

        What the coach asks before it is answered first.

        Parameters
        ----------
        whole
            Whether the planned length is the one to be done; the others are not written then.
        """
        if planned.session is None:
            return None
        self._answer_all(planned)
        session = replace(planned.session, variants=()) if whole else planned.session
        alone = replace(planned, session=session, extras=())
        scripts = self.writer.of(FollowCoach(self._coach(planned)).day(alone))
        return next((one for one in scripts if one.id == session.id), None)

    def hear_morning(self, told: CheckIn) -> None:
        """Take a morning in."""
        self.told = replace(self.told, check_ins=(*self.told.check_ins, told))

    def hear_session(self, done: PerformedSession, script: SessionScript, planned: DayPlan) -> None:
        """Take a session in, and answer what the coach makes of it."""
        self.told = replace(
            self.told,
            sessions=(*self.told.sessions, done),
            scripts={**self.told.scripts, script.id: script},
        )
        self._answer_all(planned)

    def _answer_all(self, planned: DayPlan) -> None:
        answers = [
            self._answer(one, planned)
            for one in apart(proposed(self._coach(planned)))
            if not {change.kind for change in one.changes} & NOT_ANSWERED
        ]
        self.told = replace(self.told, decisions=(*self.told.decisions, *answers))

    def _answer(self, one: Proposal, planned: DayPlan) -> Decided:
        self.asked += one.is_declinable
        declines = one.is_declinable and self.asked % DECLINED_EVERY == 0
        return Decided(
            proposal=one,
            decision=Decision.DECLINED if declines else Decision.ACCEPTED,
            decided_on=planned.day,
            because=_("Not this week.") if declines else "",
        )

    def _coach(self, planned: DayPlan) -> Coach:
        order = CoachOrder(runner=self.runner, plan=self.plan, told=self.told, today=planned.day)
        return Coach(order, self.library)
