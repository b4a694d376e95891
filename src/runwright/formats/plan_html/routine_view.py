"""Warm-ups, mobility and the like: each shown once, and named on the days that have it."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace

from runwright.domain.calendar import clock
from runwright.domain.plan import Extra, SeasonPlan, WeekPlan
from runwright.domain.words import _
from runwright.formats.plan_html.session_view import ItemView, SessionBook
from runwright.formats.plan_html.why_view import RuleShelf, Speaks, speaks_of
from runwright.formats.plan_words.dates import short_weekday

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineView:
    """Small work as it is done."""

    anchor: str
    title: str
    takes: str
    items: tuple[ItemView, ...]
    speaks: tuple[Speaks, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoutineLink:
    """Small work of a week: what, and when."""

    anchor: str
    title: str
    when: str


class RoutineBook:
    """Names the small work of one plan; alike ones are one, whatever their start."""

    def __init__(self, plan: SeasonPlan, book: SessionBook, shelf: RuleShelf) -> None:
        self._book, self._shelf = book, shelf
        self._order = {extra: number for number, extra in enumerate(_met(plan), start=1)}
        self._titles = _titles(self._order)

    def views(self) -> list[RoutineView]:
        """Return all small work, each once, in the order it is met."""
        return [
            RoutineView(
                anchor=f"r-{number}",
                title=self._titles[extra],
                takes=_("{minutes} min").format(minutes=extra.duration_min),
                items=self._book.routine(extra),
                speaks=speaks_of(extra.reasons, self._shelf),
            )
            for extra, number in self._order.items()
        ]

    def of_week(self, week: WeekPlan) -> tuple[RoutineLink, ...]:
        """Return the small work of a week with its days and times."""
        when: dict[Extra, list[str]] = {}
        for day in week.days:
            for extra in day.extras:
                said = f"{short_weekday(day.day)} {clock(extra.start_min)}"
                when.setdefault(replace(extra, start_min=0), []).append(said)
        return tuple(
            RoutineLink(
                anchor=f"r-{self._order[extra]}", title=self._titles[extra], when=", ".join(days)
            )
            for extra, days in when.items()
        )


def _met(plan: SeasonPlan) -> Iterator[Extra]:
    extras = (extra for week in plan.weeks for day in week.days for extra in day.extras)
    return iter(dict.fromkeys(replace(extra, start_min=0) for extra in extras))


def _titles(order: dict[Extra, int]) -> dict[Extra, str]:
    """Return a title for each, with a letter or number where several share one."""
    shared = Counter(extra.title for extra in order)
    seen: Counter[str] = Counter()
    titles = {}
    for extra in order:
        number = seen[extra.title]
        seen[extra.title] += 1
        name = LETTERS[number] if shared[extra.title] <= len(LETTERS) else str(number + 1)
        titles[extra] = extra.title if shared[extra.title] == 1 else f"{extra.title} {name}"
    return titles
