"""Audit a plan: what every rule says about it, with what is known of the runner."""

from runwright.domain.pain_light import Light, pain_light
from runwright.domain.plan import SeasonPlan
from runwright.domain.runner import Runner, StrengthExperience
from runwright.domain.screening import GateEffect
from runwright.domain.training import TrainingFacts
from runwright.knowledge.library import Library
from runwright.planning.doses import TENDON_REGIONS
from runwright.planning.planner import PlannedSeason, rule_book
from runwright.rules.audit import AuditContext, AuditFinding, audit
from runwright.rules.content_windows import Trainee
from runwright.rules.registry import RuleBook

NOVICE_MONTHS = 6  # evidence.md, Terms
MONTHS_PER_YEAR = 12


def trainee_of(runner: Runner, library: Library) -> Trainee:
    """What content rules may know of a runner."""
    limits = RuleBook(tuple(library.rules.values()), library.weights).parameters("G07")
    sore = [pain for pain in runner.pains if pain.pain_0_10 > 0]
    return Trainee(
        age=runner.age,
        new_to_lifting=runner.strength_experience is StrengthExperience.NONE,
        sore=frozenset(pain.region for pain in sore),
        above_green=frozenset(
            pain.region
            for pain in sore
            if pain_light(pain.pain_0_10, library.regions[pain.region].tissue, limits)
            is not Light.GREEN
        ),
        tendon_sore=any(pain.region in TENDON_REGIONS for pain in sore),
        pregnant=runner.pregnant,
    )


def context_of(planned: PlannedSeason) -> AuditContext:
    """What an audit of a plan just made knows."""
    request = planned.request
    facts, runner = request.facts, request.runner
    wanted = {}
    for number, frame in enumerate(planned.season.frames):
        deload = planned.placement.weeks[number].deload
        wanted[number] = frame.deload if deload and frame.deload is not None else frame.wanted
    months = runner.running_months if runner.running_months is not None else facts.months_of_running
    km = runner.weekly_km if runner.weekly_km is not None else facts.weekly_km
    d17 = rule_book(request).parameters("D17")
    return AuditContext(
        trainee=trainee_of(runner, request.library),
        chosen=not request.protocol.templates,
        wanted=wanted,
        longest_km=facts.longest_30d_km,
        longest_min=facts.longest_30d_min,
        novice_runner=months is not None and months < NOVICE_MONTHS,
        established_runner=months is not None
        and km is not None
        and months >= d17.runner_years * MONTHS_PER_YEAR
        and km >= d17.weekly_km,
        has_tests=bool(runner.test_results) and not _is_locked(planned),
        weeks_trained=request.weeks_trained,
        opens_after_weeks=request.gates_open_after_weeks,
    )


def _is_locked(planned: PlannedSeason) -> bool:
    """Whether a red flag keeps everything out, tests included."""
    effects = {effect for gate in planned.request.screening.gates for effect in gate.effects}
    return GateEffect.LOCK_ALL in effects


def audit_planned(planned: PlannedSeason) -> tuple[AuditFinding, ...]:
    """Everything the rules say about a plan just made."""
    request = planned.request
    return audit(planned.plan, rule_book(request), request.library.exercises, context_of(planned))


def audit_plan(
    plan: SeasonPlan,
    library: Library,
    runner: Runner | None = None,
    facts: TrainingFacts | None = None,
) -> tuple[AuditFinding, ...]:
    """Everything the rules say about any plan; more with the runner who follows it."""
    protocol = library.protocols.get(plan.made_with.protocol)
    book = RuleBook(
        tuple(library.rules.values()),
        library.weights,
        overrides=protocol.rule_parameters if protocol is not None else None,
    )
    context = AuditContext(
        trainee=trainee_of(runner, library)
        if runner is not None
        else Trainee(new_to_lifting=False),
        chosen=protocol is not None and not protocol.templates,
        longest_km=facts.longest_30d_km if facts is not None else None,
        longest_min=facts.longest_30d_min if facts is not None else None,
        opens_after_weeks={"G16": 4, "G17": 4} if protocol is not None else None,
    )
    return audit(plan, book, library.exercises, context)
