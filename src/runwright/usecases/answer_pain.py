"""What pain asks for on a day, as proposals: what locks and refers first, then each exercise."""

from dataclasses import dataclass
from datetime import timedelta

from runwright.coaching.pain import RunAdvice
from runwright.coaching.pain_changes import pain_changes
from runwright.coaching.pain_today import pain_today
from runwright.coaching.work_words import work_now, work_of
from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.proposal import Change, ChangeKind, Proposal, Work
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.usecases.propose import Coach, CoachOrder, proposal_id

ASKS = frozenset({ChangeKind.STEP_DOWN, ChangeKind.RETURN})  # the rest is safety: it does not ask


@dataclass(frozen=True, slots=True, kw_only=True)
class PainAnswered:
    """What pain asks for.

    Attributes
    ----------
    proposals
        What locks and sends to a clinician first; then each exercise. Safety is not declinable.
    run
        What is left of the running today.
    run_says
        Why, a sentence for each region or gate that speaks.
    """

    proposals: tuple[Proposal, ...] = ()
    run: RunAdvice = RunAdvice.AS_PLANNED
    run_says: tuple[str, ...] = ()


def answer_pain(order: CoachOrder, library: Library) -> PainAnswered:
    """Return what pain asks for today; what was decided on the same facts is not asked again."""
    coach = Coach(order, library)
    works = _works(coach, library)
    pains = pain_today(coach.told, tuple(works), library, coach.book, order.today)
    decided = {change.key for one in order.told.decisions for change in one.proposal.changes}
    changes = [
        change for change in pain_changes(pains, works, coach.around) if change.key not in decided
    ]
    locks = [gate for gate in coach.screening.gates if gate.refers or gate.urgent]
    stops_runs = [gate for gate in locks if gate.effects & _NO_RUNS]
    return PainAnswered(
        proposals=(
            *(_lock(gate, order) for gate in sorted(locks, key=lambda one: not one.urgent)),
            *(_proposal(change) for change in changes),
        ),
        run=RunAdvice.NO_RUN if stops_runs else pains.run,
        run_says=(*(gate.says for gate in stops_runs), *pains.run_says),
    )


_NO_RUNS = frozenset({GateEffect.LOCK_ALL, GateEffect.NO_RUNNING})


def _works(coach: Coach, library: Library) -> dict[str, Work]:
    """What every exercise asks for: as it was done last, or as this week first asks for it."""
    found: dict[str, Work] = {}
    last = coach.order.today + timedelta(days=DAYS_PER_WEEK)
    for week in coach.order.plan.weeks:
        for day in week.days:
            if day.session is None or not coach.order.today <= day.day <= last:
                continue
            for block in day.session.blocks:
                for item in block.items:
                    found.setdefault(
                        item.exercise, work_of(library.exercises[item.exercise], item.dose)
                    )
    for state in coach.state.exercises:
        found[state.exercise] = work_now(state, library.exercises[state.exercise])
    return found


def _lock(gate: Gate, order: CoachOrder) -> Proposal:
    """A closed gate that sends to a clinician, in its own words; it names no illness."""
    change = Change(
        kind=ChangeKind.STOP,
        about=gate.rule,
        rule=gate.rule,
        because=gate.says,
        first_day=order.today,
        facts=" ".join(sorted(effect.value for effect in gate.effects)),
    )
    return Proposal(
        id=proposal_id((change,)),
        title=_("Stop, and see someone"),
        changes=(change,),
        is_declinable=False,
        opens_when=gate.opens_when,
        refers=True,
    )


def _proposal(change: Change) -> Proposal:
    asks = change.kind in ASKS
    return Proposal(
        id=proposal_id((change,)),
        title=_("Back, one step") if change.kind is ChangeKind.RETURN else _("Because it hurts"),
        changes=(change,),
        is_declinable=asks,
        opens_when="" if asks else _("Two sessions in which it stays quiet open the way back."),
    )
