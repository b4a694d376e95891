"""Step 5: the home tests, as many as the runner likes, left and right where a test has sides."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from runwright.domain.home_test import HomeTest, TestGroup, TestUnit
from runwright.domain.runner import HomeTestResult, Runner, Side
from runwright.domain.words import _
from runwright.figures import Show
from runwright.figures.by_name import home_test_ids
from runwright.figures.segments import Body
from runwright.figures.style import Palette
from runwright.formats.ask_answers import read_amount
from runwright.formats.plan_words.dates import full_date
from runwright.formats.quantities import read_number
from runwright.formats.runner_toml.expected import Bounds
from runwright.formats.runner_toml.health import RESULT
from runwright.knowledge.library import Library
from runwright.screening.measured import unit_words
from runwright.screening.screen import screened
from runwright.usecases.plan_season import subject_of
from runwright.web.figures import HOME_TEST, drawn_as
from runwright.web.runner.form import Form, number_text

METRONOME = "metronome"
BOTH = "value"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestField:
    """One number of a test: its field, and the side it is about; '' for none."""

    __test__ = False  # a name that test runners would collect

    field: str
    side: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownTest:
    """A test as the page shows it.

    Attributes
    ----------
    tool
        What helps to do it: ``timer``, ``metronome``, ``counter``, or '' for a measuring tape.
    says
        What the last result means; '' without one.
    """

    test: HomeTest
    fields: tuple[TestField, ...]
    unit: str
    tool: str
    figure: str
    says: str
    is_done: bool
    over_time: tuple["DayOfTest", ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOfTest:
    """What a test gave on a day, in the order of its fields; '' where a side was not done."""

    __test__ = False  # a name that test runners would collect

    day: str
    values: tuple[str, ...]


def told(runner: Runner, library: Library) -> dict[str, str]:
    """Return the latest result of each test and side, as fields."""
    fields: dict[str, str] = {}
    for result in sorted(runner.test_results, key=lambda one: one.day or date.min):
        if result.test in library.tests:
            side = result.side.value if result.side else BOTH
            fields[f"test-{result.test}-{side}"] = number_text(result.value)
    return fields


def read(form: Form, runner: Runner, library: Library, today: date) -> Runner:
    """Return the runner with today's results beside those of earlier days.

    A result that stands as it was keeps its day, unless it is said that the test was done again;
    an emptied field takes today's result back.
    """
    before = told(runner, library)
    results = list(runner.test_results)
    for test in _tests(runner, library):
        for one in _fields(test):
            value = form.take(one.field, _reader(test))
            is_same = form.text(one.field) == before.get(one.field, "")
            if one.field in form.errors or (is_same and not form.is_on(f"again-{test.id}")):
                continue
            side = Side(one.side) if one.side else None
            results = [kept for kept in results if not _is_of(kept, test, side, today)]
            if value is not None:
                results.append(HomeTestResult(test=test.id, value=value, side=side, day=today))
    return replace(runner, test_results=tuple(results))


def shown(runner: Runner, library: Library, today: date, looks: tuple[str, str]) -> dict[str, Any]:
    """Return what the page needs beside the fields."""
    findings = {one.test: one for one in screened(subject_of(runner, library, today)).findings}
    done = {result.test for result in runner.test_results}
    with_figure = frozenset(home_test_ids())
    return {
        "tests": [
            ShownTest(
                test=test,
                fields=tuple(_fields(test)),
                unit=unit_words(test.unit),
                tool=_tool(test),
                figure=_figure(test, looks) if test.id in with_figure else "",
                says=findings[test.id].says if test.id in findings else "",
                is_done=test.id in done,
                over_time=_over_time(test, runner),
            )
            for test in _tests(runner, library)
        ]
    }


def _over_time(test: HomeTest, runner: Runner) -> tuple[DayOfTest, ...]:
    """Return every day of a test, the latest first; empty where it was done once at most."""
    results = [one for one in runner.test_results if one.test == test.id]
    days = sorted({one.day for one in results}, key=lambda day: day or date.min, reverse=True)
    if len(days) < 2:  # noqa: PLR2004  # one day is in the fields
        return ()
    return tuple(
        DayOfTest(
            day=_("day not told") if day is None else full_date(day),
            values=tuple(_value(results, one, day) for one in _fields(test)),
        )
        for day in days
    )


def _value(results: list[HomeTestResult], field: TestField, day: date | None) -> str:
    side = Side(field.side) if field.side else None
    found = [one.value for one in results if one.side is side and one.day == day]
    return number_text(found[-1]) if found else ""


def _tests(runner: Runner, library: Library) -> Iterator[HomeTest]:
    after_birth = runner.weeks_since_birth is not None
    for test in library.tests.values():
        if test.group is TestGroup.MAIN or (after_birth and test.group is TestGroup.POSTPARTUM):
            yield test


def _fields(test: HomeTest) -> Iterator[TestField]:
    if not test.has_sides:
        yield TestField(field=f"test-{test.id}-{BOTH}", side="")
        return
    for side in Side:
        yield TestField(field=f"test-{test.id}-{side.value}", side=side.value)


def _reader(test: HomeTest) -> Callable[[str], float | None]:
    bounds = Bounds(
        low=RESULT.low if test.lowest is None else test.lowest,
        high=RESULT.high if test.highest is None else test.highest,
        unit=unit_words(test.unit),
        example="",
    )
    return lambda text: read_amount(text, bounds, read_number)


def _is_of(result: HomeTestResult, test: HomeTest, side: Side | None, day: date) -> bool:
    return result.test == test.id and result.side is side and result.day == day


def _tool(test: HomeTest) -> str:
    if test.unit in {TestUnit.S, TestUnit.MIN}:
        return "timer"
    if METRONOME in test.equipment:
        return METRONOME
    return "counter" if test.unit is TestUnit.REPS else ""


def _figure(test: HomeTest, looks: tuple[str, str]) -> str:
    body, palette = Body(looks[0]), Palette(looks[1])
    return drawn_as(f"{HOME_TEST}{test.id}", Show.STILL, body, palette)
