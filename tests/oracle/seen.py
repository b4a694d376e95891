"""Searches and weeks of content as real plans bring them up, for the oracles to answer."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from unittest.mock import patch

from runwright.knowledge.library import Library
from runwright.planning import fill
from runwright.planning.content import (
    AreaWorth,
    ContentPoints,
    SessionOffer,
    WeekContent,
    best_content,
)
from runwright.planning.placement import SeasonSearch
from runwright.planning.planner import rule_book, search_for
from runwright.usecases.plan_season import SeasonOrder, plan_season, request_for
from tests.runners import Seeded, demanding_order_by, order_by


def order_of(seed: int, library: Library, weeks: tuple[int, int]) -> SeasonOrder:
    """A season by chance; two of three hold much."""
    by_chance = order_by if seed % 3 == 0 else demanding_order_by
    return by_chance(Seeded.of(seed), library, weeks=weeks)


def search_of(order: SeasonOrder, library: Library) -> SeasonSearch:
    """The placement search of an order."""
    request = request_for(order, library)
    return search_for(request, rule_book(request))[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class ContentWeek:
    """A week's question and the product's answer."""

    offers: Sequence[SessionOffer]
    worth: Sequence[AreaWorth]
    prices: ContentPoints
    answer: WeekContent


def content_weeks(library: Library, seeds: Iterator[int]) -> Iterator[ContentWeek]:
    """Weeks of content, as the seasons of these seeds ask for them; none twice."""
    known: set[object] = set()
    for seed in seeds:
        weeks: list[ContentWeek] = []

        def watched(
            offers: Sequence[SessionOffer],
            worth: Sequence[AreaWorth],
            prices: ContentPoints,
            weeks: list[ContentWeek] = weeks,
        ) -> WeekContent:
            answer = best_content(offers, worth, prices)
            weeks.append(
                ContentWeek(offers=tuple(offers), worth=worth, prices=prices, answer=answer)
            )
            return answer

        with patch.object(fill, "best_content", watched):
            plan_season(order_of(seed, library, (8, 16)), library)
        for week in weeks:
            if week.offers not in known:
                known.add(week.offers)
                yield week
