"""Home tests that are due again, and what new results make of the needs they serve (A01)."""

from collections.abc import Iterator
from itertools import groupby

from runwright.coaching.retest import (
    Changed,
    NeedNow,
    TestChange,
    TestDue,
    changes_of,
    need_now,
    tests_due,
)
from runwright.domain.plan import ExtraKind
from runwright.domain.proposal import Change, ChangeKind, Work
from runwright.domain.screening import HomeTestFinding, Need
from runwright.domain.words import _
from runwright.usecases.coach import Coach

RULE = "A01"
TELLING = (Changed.WORSE, Changed.BETTER, Changed.WITHIN_ERROR, Changed.ERROR_UNKNOWN)


def tests_that_are_due(coach: Coach) -> tuple[Change, ...]:
    """Return the tests to do again; none while something hurts, tires, or a race is near."""
    if coach.around.frozen or coach.around.is_sore:
        return ()
    order, tests = coach.order, coach.library.tests
    found = tests_due(order.runner.test_results, tests, order.today, coach.book)
    return tuple(_due(one, coach) for one in found)


def _due(one: TestDue, coach: Coach) -> Change:
    """Return a test as a change; one that was declined falls due again a rhythm later."""
    test = coach.library.tests[one.test]
    says = _("{test}, about {minutes} min").format(test=_(test.name), minutes=test.minutes)
    planned = next(
        (
            day.day
            for day in coach.days_ahead
            if any(extra.kind is ExtraKind.RETEST for extra in day.extras)
        ),
        None,
    )
    return Change(
        kind=ChangeKind.RETEST,
        about=one.test,
        rule=RULE,
        because=one.because,
        first_day=coach.order.today,
        after=Work(says=says, day=planned),
        facts=" ".join([one.last.isoformat(), *([str(one.times)] if one.times > 1 else [])]),
    )


def what_tests_say(coach: Coach) -> tuple[Change, ...]:
    """Return what the latest results make of the needs; none the plan was made with already.

    A need that stays as it is asks nothing: the page of progress says what the result was worth.
    """
    changes = changes_of(coach.order.runner.test_results, coach.library.tests)
    by_test = groupby(changes, key=lambda one: one.test)
    return tuple(
        change
        for _test, alike in by_test
        for change in _said(min(alike, key=lambda one: TELLING.index(one.changed)), coach)
    )


def _said(seen: TestChange, coach: Coach) -> Iterator[Change]:
    plan = coach.order.plan
    finding = _finding(seen.test, coach.screening.findings)
    if finding is None or finding == _finding(seen.test, plan.findings):
        return
    was, now = _need(finding, plan.needs), _need(finding, coach.screening.needs)
    found = need_now(seen, finding, was)
    if found is None:
        return
    kept, because = found
    if kept is NeedNow.KEPT:
        return
    yield Change(
        kind=ChangeKind.NEED,
        about=seen.test,
        rule=RULE,
        because=because,
        first_day=coach.order.today,
        before=None if was is None else Work(says=was.because),
        after=_after(kept, was, now),
        facts=f"{kept.value} {seen.before:g} {seen.now:g}",
    )


def _after(kept: NeedNow, was: Need | None, now: Need | None) -> Work:
    if kept is NeedNow.DROPPED:
        return Work(says=_("It need not come first any more."))
    need = was if now is None else now
    return Work(says=_("It stays as it is.") if need is None else need.because)


def _finding(test: str, findings: tuple[HomeTestFinding, ...]) -> HomeTestFinding | None:
    return next((one for one in findings if one.test == test), None)


def _need(finding: HomeTestFinding, needs: tuple[Need, ...]) -> Need | None:
    return next((one for one in needs if one.rule == finding.rule), None)
