"""The season plan: frames, placement, content, doses and extras put together, with reasons."""

from dataclasses import dataclass, replace

from runwright.domain.plan import (
    SeasonPlan,
)
from runwright.planning.explain import Explainer
from runwright.planning.placement import DeloadSpacing, Placement, SeasonSearch
from runwright.planning.plan_writer import IsAboveGreen, PlanWriter
from runwright.planning.request import PlanRequest, session_lengths, start_hints
from runwright.planning.season import Season, SeasonBuilder
from runwright.planning.stands import Stands, as_it_was, standing
from runwright.planning.tables import Tables
from runwright.rules.registry import RuleBook


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSeason:
    """A plan with the search it came from, for questions about it."""

    plan: SeasonPlan
    request: PlanRequest
    season: Season
    search: SeasonSearch
    placement: Placement
    explainer: Explainer


def rule_book(request: PlanRequest, *, without: frozenset[str] = frozenset()) -> RuleBook:
    """The rules in force for a request: all of them, with the protocol's own numbers."""
    return RuleBook(
        tuple(request.library.rules.values()),
        request.library.weights,
        overrides=request.protocol.rule_parameters,
        without=without,
    )


def search_for(
    request: PlanRequest, book: RuleBook, stands: Stands | None = None
) -> tuple[Season, SeasonSearch]:
    """The season's frames and the search over them.

    Parameters
    ----------
    stands
        What stays as it is; None for a first plan.
    """
    season = SeasonBuilder(request, book).season()
    if stands is not None:
        season = replace(season, frames=standing(season.frames, stands))
    return season, SeasonSearch(season.frames, tables_of(request, book), spacing_of(book))


def tables_of(request: PlanRequest, book: RuleBook) -> Tables:
    """Cost tables of a request, still empty."""
    planner = request.library.planner
    return Tables(
        book,
        session_lengths(planner["session_minutes"], request.runner.session_minutes),
        start_hints(planner["starts"]),
    )


def spacing_of(book: RuleBook) -> DeloadSpacing:
    """How often to deload (rule L13)."""
    low, high = book.parameters("L13").every_weeks
    return DeloadSpacing(least=low - 1, most=high - 1)


def plan_of(
    request: PlanRequest,
    *,
    is_above_green: IsAboveGreen,
    book: RuleBook | None = None,
    stands: Stands | None = None,
) -> PlannedSeason:
    """The season plan of a request; deterministic.

    Parameters
    ----------
    stands
        What stays as it is; None for a first plan.
    """
    book = book if book is not None else rule_book(request)
    season, search = search_for(request, book, stands)
    planned = written_out(request, book, season, search, search.best(), is_above_green)
    if stands is None:
        return planned
    return replace(planned, plan=as_it_was(planned.plan, stands))


def written_out(  # the parts of one plan
    request: PlanRequest,
    book: RuleBook,
    season: Season,
    search: SeasonSearch,
    placement: Placement,
    is_above_green: IsAboveGreen,
) -> PlannedSeason:
    """A placement written out as a plan."""
    explainer = Explainer(request, book, season, search, placement)
    writer = PlanWriter(request, book, season, placement, explainer, is_above_green)
    return PlannedSeason(
        plan=writer.plan(),
        request=request,
        season=season,
        search=search,
        placement=placement,
        explainer=explainer,
    )
