"""When a home test is due again, and what a second result says: only a change beyond its error."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.home_test import Better, HomeTest
from runwright.domain.runner import HomeTestResult, Side
from runwright.domain.screening import Band, HomeTestFinding, Need
from runwright.domain.words import _, ngettext
from runwright.rules.registry import RuleBook

DECIMALS = 6  # results are short numbers; what stands beyond is how a computer writes them


class Changed(StrEnum):
    """What two results of a test say; WITHIN_ERROR is "no change that one could tell"."""

    BETTER = "better"
    WORSE = "worse"
    WITHIN_ERROR = "within_error"
    ERROR_UNKNOWN = "error_unknown"


class NeedNow(StrEnum):
    """What becomes of the need a test served."""

    RAISED = "raised"
    KEPT = "kept"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True, kw_only=True)
class TestDue:
    """A test that is due again.

    Attributes
    ----------
    last
        The day it was done last.
    times
        How often it fell due since. 1 or more
    """

    __test__ = False  # a name that test runners would collect

    test: str
    last: date
    because: str
    times: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class TestChange:
    """What the latest result of a test says against the one before.

    Attributes
    ----------
    before, now
        In the unit of the test.
    side
        None for tests without sides.
    """

    __test__ = False  # a name that test runners would collect

    test: str
    changed: Changed
    before: float  # lint: allow unit-suffix: in the unit of the test its id names
    now: float  # lint: allow unit-suffix: in the unit of the test its id names
    says: str
    side: Side | None = None


def tests_due(
    results: Collection[HomeTestResult],
    tests: Mapping[str, HomeTest],
    today: date,
    book: RuleBook,
) -> tuple[TestDue, ...]:
    """Return the tests whose latest result is as old as rule A01's shorter rhythm, oldest first.

    A result without a day cannot become old: nobody knows since when.
    """
    weeks, at_the_latest = book.parameters("A01").every_weeks
    latest: dict[str, date] = {}
    for one in results:
        if one.day is not None and one.test in tests and one.day <= today:
            latest[one.test] = max(latest.get(one.test, one.day), one.day)
    return tuple(
        TestDue(
            test=name,
            last=last,
            because=_due(_(tests[name].name), today - last, (weeks, at_the_latest)),
            times=(today - last) // timedelta(weeks=weeks),
        )
        for last, name in sorted((last, name) for name, last in latest.items())
        if today - last >= timedelta(weeks=weeks) and not tests[name].display_only
    )


def _due(test: str, since: timedelta, rhythm: tuple[int, int]) -> str:
    ago = since.days // DAYS_PER_WEEK
    says = ngettext(
        "{test}: last done {ago} week ago. Every {weeks} to {latest} weeks is the rhythm.",
        "{test}: last done {ago} weeks ago. Every {weeks} to {latest} weeks is the rhythm.",
        ago,
    )
    return says.format(test=test, ago=ago, weeks=rhythm[0], latest=rhythm[1])


def changes_of(
    results: Sequence[HomeTestResult], tests: Mapping[str, HomeTest]
) -> tuple[TestChange, ...]:
    """Return what the last two results of each test and side say, by test."""
    kept: dict[tuple[str, str], list[HomeTestResult]] = {}
    told = [(one.day, one) for one in results if one.day is not None and one.test in tests]
    for _day, one in sorted(told, key=lambda pair: pair[0]):
        kept.setdefault((one.test, one.side.value if one.side else ""), []).append(one)
    return tuple(_changes(kept, tests))


def _changes(
    kept: Mapping[tuple[str, str], Sequence[HomeTestResult]], tests: Mapping[str, HomeTest]
) -> Iterator[TestChange]:
    for (name, _side), results in sorted(kept.items()):
        if len(results) > 1:
            yield change_between(tests[name], results[-2], results[-1])


def change_between(test: HomeTest, before: HomeTestResult, now: HomeTestResult) -> TestChange:
    """Return what a result says against an earlier one (rule A01): beyond the error, or nothing."""
    changed = _changed(test, before.value, now.value)
    says = {
        Changed.BETTER: _("{test}: {before:g} to {now:g}, better by more than the test's error."),
        Changed.WORSE: _("{test}: {before:g} to {now:g}, less by more than the test's error."),
        Changed.WITHIN_ERROR: _("{test}: {before:g} to {now:g}, within the test's own error."),
        Changed.ERROR_UNKNOWN: _(
            "{test}: {before:g} to {now:g}. Nobody measured how exact this test is, so we draw "
            "nothing from it."
        ),
    }[changed]
    return TestChange(
        test=test.id,
        changed=changed,
        before=before.value,
        now=now.value,
        says=says.format(test=_(test.name), before=before.value, now=now.value),
        side=now.side,
    )


def need_now(
    change: TestChange, finding: HomeTestFinding, need: Need | None
) -> tuple[NeedNow, str] | None:
    """Return what becomes of the need a test serves, and why; None where there is and was none.

    Parameters
    ----------
    finding
        What the latest result says against its norm.
    need
        The need the plan served until now; None for none.
    """
    if change.changed in {Changed.WITHIN_ERROR, Changed.ERROR_UNKNOWN}:
        return None if need is None else (NeedNow.KEPT, change.says)
    low = finding.band is Band.LOW
    if need is None:
        return (NeedNow.RAISED, change.says) if low else None
    if change.changed is Changed.WORSE:
        return NeedNow.RAISED, change.says
    return (NeedNow.KEPT if low else NeedNow.DROPPED), change.says


def _changed(test: HomeTest, before: float, now: float) -> Changed:
    if test.error.mdc95 is None:
        return Changed.ERROR_UNKNOWN
    gained = round(now - before if test.better is Better.MORE else before - now, DECIMALS)
    if abs(gained) <= test.error.mdc95:
        return Changed.WITHIN_ERROR
    return Changed.BETTER if gained > 0 else Changed.WORSE
