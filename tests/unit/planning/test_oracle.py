"""Placement and content equal exact references that share nothing with how they are found."""

from collections.abc import Iterator
from itertools import count, islice

import pytest

from runwright.domain.session import Placed
from runwright.planning.day_table import DayTable
from runwright.planning.judge import judge
from runwright.planning.placement import PlacedWeek, SeasonSearch
from tests.oracle.content_cp_sat import best_points
from tests.oracle.cp_sat import every_choice, oracle
from tests.oracle.seen import ContentWeek, content_weeks, order_of, search_of
from tests.strategies import library

SEASONS = range(12)
TINY = (101, 103, 105, 110, 114, 119, 125, 138, 146, 155)
MOST_TRIES = 4_000


@pytest.mark.parametrize("seed", SEASONS)
def test_the_placement_of_a_season_is_as_cheap_as_cp_sat_can_make_it(seed: int) -> None:
    search = search_of(order_of(seed, library(), (4, 8)), library())
    found = oracle(search)

    assert found.proven
    assert search.best().points == found.points


def tiny_search(seed: int) -> SeasonSearch:
    """One week that holds much, few enough choices to try them all."""
    order = order_of(seed if seed % 3 else seed + 1, library(), (4, 4))
    search = search_of(order, library())
    return SeasonSearch(search.frames[:1], search.tables, search.spacing)


def arrangements(days: list[DayTable], most: int) -> Iterator[tuple[Placed | None, ...]]:
    """Every way to fill the days with at most so many sessions."""
    if not days:
        yield ()
        return
    for day in days[0].days:
        left = most - (day.session is not None)
        if left >= 0:
            for rest in arrangements(days[1:], left):
                yield (day.session, *rest)


def points_of(search: SeasonSearch, sessions: tuple[Placed | None, ...]) -> int:
    """Points of one arrangement by asking every rule about it."""
    placed = PlacedWeek(sessions=sessions, deload=search.frames[0].must_deload)
    return sum(one.points for one in judge(search.frames, [placed], search.tables))


@pytest.mark.parametrize("seed", TINY)
def test_no_arrangement_of_a_week_is_cheaper_than_the_one_placed(seed: int) -> None:
    search = tiny_search(seed)
    frame = search.frames[0]
    wanted = frame.deload if frame.must_deload and frame.deload is not None else frame.wanted
    most = sum(count for _, count in wanted.sessions)
    tried = islice(arrangements(every_choice(frame, search.tables), most), MOST_TRIES + 1)
    points = [points_of(search, sessions) for sessions in tried]

    assert len(points) <= MOST_TRIES
    assert search.best().points == min(points)


CONTENT = list(islice(content_weeks(library(), count(200)), 15))


@pytest.mark.parametrize("week", CONTENT, ids=lambda week: f"{len(week.offers)} sessions")
def test_the_content_of_a_week_is_worth_as_much_as_cp_sat_can_make_it(week: ContentWeek) -> None:
    fixed = week.answer.sessions[: len(week.offers) - 1] if len(week.offers) > 2 else ()

    assert week.answer.points == best_points(week.offers, week.worth, week.prices, fixed=fixed)
