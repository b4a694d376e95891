"""What a check-in says at once: the light of each pain, what is still to ask, closed gates."""

from dataclasses import dataclass, replace
from datetime import date

from runwright.domain.check_in import CheckIn
from runwright.domain.home_test import Asked, SafetyQuestion
from runwright.domain.pain_light import Light, light_words, pain_light, pain_limits
from runwright.domain.runner import Pain, Runner
from runwright.domain.screening import Gate
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.rules.registry import RuleBook
from runwright.screening.answers import open_questions
from runwright.screening.gates import closed_gates
from runwright.screening.pain import region_of
from runwright.screening.subject import Subject
from runwright.usecases.plan_season import subject_of


@dataclass(frozen=True, slots=True, kw_only=True)
class HeardPain:
    """A pain that was told, and what rule G07 makes of it.

    Attributes
    ----------
    questions
        Bone questions whose answers are still missing and would matter.
    """

    pain: Pain
    name: str
    light: Light
    says: str
    questions: tuple[SafetyQuestion, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """What a check-in says.

    Attributes
    ----------
    gates
        Gates that send the runner to a clinician because of this morning, urgent ones first.
    """

    pains: tuple[HeardPain, ...] = ()
    gates: tuple[Gate, ...] = ()


def hear_check_in(told: CheckIn, runner: Runner, library: Library) -> Heard:
    """Return what a check-in says; it names places and limits, never what is wrong.

    Raises
    ------
    UnknownRegionError
        If a pain names a region the knowledge base does not have.
    """
    seen = subject_of(_as_told(told, runner), library, told.day)
    without = replace(seen, runner=replace(runner, pains=()))
    usual = {gate.rule for gate in closed_gates(without) if gate.refers}
    closed = [gate for gate in closed_gates(seen) if gate.refers and gate.rule not in usual]
    return Heard(
        pains=tuple(_heard(pain, seen) for pain in told.pains),
        gates=tuple(sorted(closed, key=lambda gate: not gate.urgent)),
    )


def _as_told(told: CheckIn, runner: Runner) -> Runner:
    """The runner as this morning alone tells them."""
    return replace(
        runner,
        pains=told.pains,
        safety={**runner.safety, **told.signs},
        safety_on={**runner.safety_on, **dict.fromkeys(told.signs, told.day)},
    )


def _heard(pain: Pain, seen: Subject) -> HeardPain:
    region = region_of(pain, seen.regions)
    light = pain_light(pain.pain_0_10, region.tissue, seen.rules["G07"])
    alone = replace(seen, runner=replace(seen.runner, pains=(pain,)))
    asked = (one for one in open_questions(alone) if one.asked is Asked.EACH_PAIN)
    return HeardPain(
        pain=pain,
        name=_(region.name),
        light=light,
        says=light_words(light),
        questions=() if pain.pain_0_10 == 0 else tuple(asked),
    )


def limits_by_region(library: Library) -> dict[str, tuple[int, int]]:
    """Return up to which rating a pain is green, and up to which amber, by region (rule G07)."""
    limits = RuleBook(tuple(library.rules.values()), library.weights).parameters("G07")
    return {one.id: pain_limits(one.tissue, limits) for one in library.regions.values()}


def nights_mean_h(check_ins: tuple[CheckIn, ...], *, before: date, nights: int) -> float | None:
    """Return the mean sleep of the last nights told. [h]; None without any."""
    told = [one.sleep_h for one in check_ins if one.sleep_h is not None and one.day < before]
    last = told[-nights:]
    return sum(last) / len(last) if last else None
