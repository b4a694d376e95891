"""What pain asks for on a day, as proposals: what locks and refers first, then each exercise."""

from dataclasses import dataclass, replace

from runwright.coaching.pain import RunAdvice
from runwright.coaching.pain_changes import pain_changes
from runwright.domain.proposal import Change, ChangeKind, Proposal, Work
from runwright.domain.said import together
from runwright.domain.screening import Gate, GateEffect
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.usecases.coach import Coach, CoachOrder
from runwright.usecases.proposing import as_safety, asked_once

RUN = "run"  # what a change is about that is about the running of a day
ASKS = frozenset({ChangeKind.STEP_DOWN, ChangeKind.RETURN})  # the rest is safety: it does not ask
NO_RUNS = frozenset({GateEffect.LOCK_ALL, GateEffect.NO_RUNNING})


@dataclass(frozen=True, slots=True, kw_only=True)
class PainAnswered:
    """What pain asks for.

    Attributes
    ----------
    changes
        Everything it changes about the exercises, decided on before or not.
    proposals
        What locks and sends to a clinician first; then the running, then the exercises. Safety is
        not declinable. What was decided on the same facts is not there.
    run
        What is left of the running today.
    run_says
        Why, a sentence for each region or gate that speaks.
    """

    changes: tuple[Change, ...] = ()
    proposals: tuple[Proposal, ...] = ()
    run: RunAdvice = RunAdvice.AS_PLANNED
    run_says: tuple[str, ...] = ()


def answer_pain(order: CoachOrder, library: Library) -> PainAnswered:
    """Return what pain asks for today; what was decided on the same facts is not asked again."""
    return pain_answered(Coach(order, library))


def pain_answered(coach: Coach) -> PainAnswered:
    """Return what pain asks of who the coach looks at."""
    changes = tuple(
        _of_this_time(change, coach)
        for change in pain_changes(coach.pains, coach.works, coach.around)
    )
    locks = sorted(
        (gate for gate in coach.screening.gates if gate.refers or gate.urgent),
        key=lambda one: not one.urgent,
    )
    stops_runs = [gate.says for gate in locks if gate.effects & NO_RUNS]
    answered = PainAnswered(
        changes=changes,
        run=RunAdvice.NO_RUN if stops_runs else coach.pains.run,
        run_says=(*stops_runs, *coach.pains.run_says),
    )
    proposals = (
        *(one for gate in locks for one in _lock(gate, coach)),
        *_running(answered, coach, locked=bool(stops_runs)),
        *_exercises(changes, coach),
    )
    return replace(answered, proposals=proposals)


def _of_this_time(change: Change, coach: Coach) -> Change:
    """The change with what it rests on: once for the last time an exercise was done, by light.

    What may come back and was declined is asked about again after as many quiet sessions more.
    """
    verdict = coach.pains.verdicts[change.about]
    done = coach.state.exercise(change.about)
    facts = [verdict.region, verdict.light.value, "" if done is None else done.last_day.isoformat()]
    way = coach.pains.ways.get(change.about)
    if way is not None and change.kind is ChangeKind.RETURN:
        facts.append(str(way.quiet // way.needed))
    return replace(change, facts=" ".join(facts))


def _lock(gate: Gate, coach: Coach) -> tuple[Proposal, ...]:
    """A closed gate that sends to a clinician, in its own words; it names no illness."""
    sore = sorted(pain.region for pain in coach.order.runner.pains)
    change = Change(
        kind=ChangeKind.STOP,
        about=gate.rule,
        rule=gate.rule,
        because=gate.says,
        first_day=coach.order.today,
        facts=" ".join([*sorted(effect.value for effect in gate.effects), *sore]),
    )
    asked = asked_once(coach.decided, (_("Stop, and see someone"), (change,)))
    return as_safety(asked, opens_when=gate.opens_when, refers=True)


def _running(said: PainAnswered, coach: Coach, *, locked: bool) -> tuple[Proposal, ...]:
    """What is left of the running, where pain and no gate says so."""
    if locked or said.run is RunAdvice.AS_PLANNED:
        return ()
    none = said.run is RunAdvice.NO_RUN
    change = Change(
        kind=ChangeKind.STOP if none else ChangeKind.EASE,
        about=RUN,
        rule="G07",
        because=together(said.run_says),
        first_day=coach.order.today,
        last_day=coach.order.today,
        before=Work(says=_("Run as planned")),
        after=Work(says=_("No running") if none else _("Easy runs only")),
        facts=" ".join(f"{name} {pain}" for name, (_place, pain) in coach.pains.sore.items()),
    )
    return as_safety(
        asked_once(coach.decided, (_("Running today"), (change,))),
        opens_when=_("A morning on which it is quiet, or clearly calmer, opens it again."),
    )


def _exercises(found: tuple[Change, ...], coach: Coach) -> tuple[Proposal, ...]:
    decisions = coach.told.decisions
    known = {_question(change) for one in decisions for change in one.proposal.changes}
    changes = [one for one in found if _question(one) not in known]
    back = [one for one in changes if one.kind is ChangeKind.RETURN]
    asked = {one.about for one in back}
    safety = [one for one in changes if one.kind not in ASKS and one.about not in asked]
    down = [one for one in changes if one.kind is ChangeKind.STEP_DOWN]
    hurts = _("Because it hurts")
    return (
        *as_safety(
            asked_once(coach.decided, (hurts, safety)),
            opens_when=_("Two sessions in which it stays quiet open the way back."),
        ),
        *asked_once(coach.decided, (hurts, down), (_("Back, one step"), back)),
    )


def _question(change: Change) -> tuple[str, ...]:
    """What makes it the same again although the plan of the days ahead asks for another dose."""
    instead = "" if change.after is None else change.after.exercise
    return change.kind.value, change.about, change.rule, change.facts, instead
