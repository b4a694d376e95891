"""What lifts a closed gate: a clearance with its day, a sign that is gone, an answer."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from runwright.domain.home_test import AnswerUse, Asked, SafetyQuestion
from runwright.domain.runner import Pain, Runner
from runwright.domain.screening import Gate
from runwright.knowledge.library import Library
from runwright.screening.answers import bone_doubts, closing_questions, open_questions
from runwright.screening.pain import Suspicion
from runwright.screening.subject import Subject
from runwright.usecases.plan_season import subject_of
from runwright.usecases.safety import bone_answered, told_gates
from runwright.usecases.standing import needs_clearing


@dataclass(frozen=True, slots=True, kw_only=True)
class Lift:
    """What lifts one gate.

    Attributes
    ----------
    clearances
        Questions that a yes to, all of them, takes back what closed it.
    gone
        Signs that are over when the runner says so.
    pains
        Pains that someone has to have looked at.
    asked
        Pains with the questions about them that have no answer yet.
    since
        The day of what closed it; None is not known. No clearance is older.
    """

    gate: Gate
    clearances: tuple[SafetyQuestion, ...] = ()
    gone: tuple[SafetyQuestion, ...] = ()
    pains: tuple[Pain, ...] = ()
    asked: tuple[tuple[Pain, tuple[SafetyQuestion, ...]], ...] = ()
    since: date | None = None


def lifts_of(known: Runner, library: Library, day: date) -> tuple[Lift, ...]:
    """Return what lifts each gate that answers and pains keep closed, urgent ones first.

    Parameters
    ----------
    known
        The runner with what the diary says.
    """
    seen = subject_of(known, library, day)
    return tuple(_lift(gate, seen, library) for gate in told_gates(known, library, day))


def bone_pains(seen: Subject) -> tuple[Pain, ...]:
    """Return the pains that may be in a bone, and that nobody has cleared (rule G03)."""
    doubts = zip(seen.runner.pains, bone_doubts(seen), strict=True)
    return tuple(pain for pain, doubt in doubts if doubt is Suspicion.YES)


def cleared(runner: Runner, questions: tuple[str, ...], day: date) -> Runner:
    """Return the runner with a yes to these questions, given on a day."""
    return replace(
        runner,
        safety={**runner.safety, **dict.fromkeys(questions, True)},
        safety_on={**runner.safety_on, **dict.fromkeys(questions, day)},
    )


def pain_cleared(runner: Runner, pain: Pain, day: date) -> Runner:
    """Return the runner with a pain that a clinician has cleared on a day."""
    place = (pain.region, pain.side)
    others = (one for one in runner.pains if (one.region, one.side) != place)
    return replace(runner, pains=(*others, replace(pain, cleared_on=day)))


def pain_answered(runner: Runner, pain: Pain, answers: Mapping[str, bool]) -> Runner:
    """Return the runner with answers to questions about a pain."""
    place = (pain.region, pain.side)
    others = (one for one in runner.pains if (one.region, one.side) != place)
    return replace(runner, pains=(*others, bone_answered(pain, answers)))


def _asked(seen: Subject) -> Iterator[tuple[Pain, tuple[SafetyQuestion, ...]]]:
    for pain in seen.runner.pains:
        alone = replace(seen, runner=replace(seen.runner, pains=(pain,)))
        asked = tuple(one for one in open_questions(alone) if one.asked is Asked.EACH_PAIN)
        if asked:
            yield pain, asked


def _lift(gate: Gate, seen: Subject, library: Library) -> Lift:
    closing = closing_questions(seen, gate.rule)
    ids = {one.id for one in closing}
    by_others = needs_clearing(library)
    pains = bone_pains(seen) if gate.rule == "G03" else ()
    days = [
        *(seen.runner.safety_on[one] for one in ids if one in seen.runner.safety_on),
        *(pain.told_on for pain in pains if pain.told_on is not None),
    ]
    return Lift(
        gate=gate,
        clearances=tuple(
            one
            for one in library.questions.values()
            if one.use is AnswerUse.OPENS and ids & set(one.opens)
        ),
        gone=tuple(one for one in closing if gate.rule == "G02" and one.id not in by_others),
        pains=pains,
        asked=tuple(_asked(seen)) if gate.rule == "G01" else (),
        since=max(days, default=None),
    )
