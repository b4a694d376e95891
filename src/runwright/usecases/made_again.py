"""A stored plan made again from what it was asked with, to see whether it still stands as made."""

from dataclasses import dataclass, replace
from enum import StrEnum

from runwright import __version__
from runwright.domain.plan import SeasonPlan
from runwright.domain.runner import Runner
from runwright.knowledge.library import Library
from runwright.planning.explain import Explainer
from runwright.planning.placement import PlacedWeek, Placement, SeasonSearch
from runwright.planning.planner import PlannedSeason, rule_book, search_for
from runwright.planning.request import PlanRequest
from runwright.planning.season import Season
from runwright.rules.audit import AuditFinding, audit
from runwright.rules.registry import RuleBook
from runwright.usecases.asked import Asked, ForeignProtocolError, request_again
from runwright.usecases.audit_plan import audit_plan, context_of


class Standing(StrEnum):
    """How a stored plan compares with the same plan made again.

    EXACT is alike; EDITED differs, so somebody moved something; OTHER_VERSION differs, and was
    made by another version of program or knowledge; NOT_ASKED cannot be made again.
    """

    EXACT = "exact"
    EDITED = "edited"
    OTHER_VERSION = "other_version"
    NOT_ASKED = "not_asked"


@dataclass(frozen=True, slots=True, kw_only=True)
class MadeAgain:
    """A plan's season and placement, worked out anew.

    Attributes
    ----------
    standing
        Never NOT_ASKED.
    explainer
        Answers for the new placement; the stored one's answers too when the standing is EXACT.
    """

    standing: Standing
    request: PlanRequest
    book: RuleBook
    season: Season
    search: SeasonSearch
    explainer: Explainer


def made_again(plan: SeasonPlan, asked: Asked | None, library: Library) -> MadeAgain | None:
    """Return the plan made again; None where it does not say enough, or its protocol is gone."""
    if asked is None or not plan.weeks:
        return None
    try:
        request = request_again(plan, asked, library)
    except ForeignProtocolError:
        return None
    book = rule_book(request)
    season, search = search_for(request, book)
    placement = search.best()
    return MadeAgain(
        standing=_standing(plan, season, placement, library),
        request=request,
        book=book,
        season=season,
        search=search,
        explainer=Explainer(request, book, season, search, placement),
    )


def _standing(plan: SeasonPlan, season: Season, placement: Placement, library: Library) -> Standing:
    phases = tuple(week.phase for week in plan.weeks)
    same = phases == tuple(frame.phase for frame in season.frames)
    if same and stored_placement(plan).weeks == placement.weeks:
        return Standing.EXACT
    made = plan.made_with
    if (made.program_version, made.knowledge_version) != (__version__, library.version):
        return Standing.OTHER_VERSION
    return Standing.EDITED


def stored_placement(plan: SeasonPlan) -> Placement:
    """Return the placement a plan holds, without its points."""
    weeks = tuple(
        PlacedWeek(
            sessions=tuple(
                None if day.session is None else day.session.placed for day in week.days
            ),
            deload=week.deload,
        )
        for week in plan.weeks
    )
    return Placement(weeks=weeks, points=0)


def audit_stored(
    plan: SeasonPlan, again: MadeAgain | None, library: Library, runner: Runner | None = None
) -> tuple[AuditFinding, ...]:
    """Everything the rules say about a stored plan, with all that is known of its making.

    Parameters
    ----------
    runner
        Who follows it; without one, pains and answers to safety questions are not known.
    """
    if again is None:
        return audit_plan(plan, library, runner)
    request = again.request if runner is None else replace(again.request, runner=runner)
    planned = PlannedSeason(
        plan=plan,
        request=request,
        season=again.season,
        search=again.search,
        placement=stored_placement(plan),
        explainer=again.explainer,
    )
    has_tests = bool(plan.findings) or bool(runner is not None and runner.test_results)
    context = replace(context_of(planned), has_tests=has_tests)
    return audit(plan, again.book, library.exercises, context)
