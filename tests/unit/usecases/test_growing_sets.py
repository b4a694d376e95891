"""After weeks that asked for less than planned not all sets come back at once (L07)."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from runwright.coaching.told import Told
from runwright.domain.exercise import Role
from runwright.domain.plan import DayPlan
from runwright.domain.script import ScriptItem, SessionScript
from runwright.domain.session import Prescription
from runwright.knowledge.library import load_library
from runwright.rules.content_windows import NOT_COUNTED
from runwright.screening.screen import screened
from runwright.usecases.follow_coach import as_of, follow_coach
from runwright.usecases.plan_season import subject_of
from runwright.usecases.propose import CoachOrder
from runwright.usecases.write_script import ScriptWriter
from tests.unit.usecases.test_follow_coach import calm
from tests.unit.usecases.test_propose import until

LIBRARY = load_library()
FIRST = date(2026, 8, 24)  # two weeks of 32 sets, then one of 34
THIRD = FIRST + timedelta(weeks=2)
TUESDAY, THURSDAY = THIRD + timedelta(days=1), THIRD + timedelta(days=3)
LEAST = 0.2  # of growth, see rule L07


def without_a_set(item: ScriptItem) -> ScriptItem:
    """Small work of a script with one set less, as after short nights."""
    most = max(one.number for one in item.prescribed.sets)
    if item.role in NOT_COUNTED | {Role.MAIN} or most == 1:
        return item
    sets = tuple(one for one in item.prescribed.sets if one.number < most)
    return replace(item, prescribed=replace(item.prescribed, sets=sets))


def lighter(script: SessionScript) -> SessionScript:
    versions = tuple(
        replace(
            version,
            blocks=tuple(
                replace(block, items=tuple(map(without_a_set, block.items)))
                for block in version.blocks
            ),
        )
        for version in script.versions
    )
    return replace(script, versions=versions)


def order_on(today: date, *, eased: bool = True, missed: date | None = None) -> CoachOrder:
    """The sample runner, whose first two weeks asked for less than planned."""
    order = calm(as_of(until(today), today))
    scripts = {
        name: lighter(one) if eased and one.day < THIRD else one
        for name, one in order.told.scripts.items()
    }
    done = tuple(one for one in order.told.sessions if one.started_at.date() != missed)
    return replace(order, told=replace(order.told, scripts=scripts, sessions=done))


def followed(order: CoachOrder, day: date) -> DayPlan:
    planned = order.plan.day(day)
    assert planned is not None
    return follow_coach(order, LIBRARY).day(planned)


def work(day: DayPlan | None) -> Iterator[Prescription]:
    for block in () if day is None or day.session is None else day.session.blocks:
        yield from (one for one in block.items if one.role not in NOT_COUNTED)


def sets_on(order: CoachOrder, *days: date) -> int:
    return sum(one.dose.sets for day in days for one in work(followed(order, day)))


def sets_in(script: SessionScript) -> int:
    return sum(
        max(one.number for one in item.prescribed.sets)
        for block in script.versions[0].blocks
        for item in block.items
        if item.role not in NOT_COUNTED
    )


def reasons_on(order: CoachOrder, day: date) -> list[str]:
    session = followed(order, day).session
    assert session is not None
    return [str(one.says) for one in session.reasons if one.rule == "L07"]


def test_two_weeks_as_planned_hold_nothing():
    order = order_on(THIRD, eased=False)

    assert sets_on(order, TUESDAY, THURSDAY) == 34
    assert reasons_on(order, TUESDAY) == reasons_on(order, THURSDAY) == []


def test_two_lighter_weeks_hold_the_next_and_say_so():
    order = order_on(THIRD)
    before = max(
        sum(sets_in(one) for one in order.told.scripts.values() if one.id in ids)
        for week in range(2)
        for ids in [{f"{FIRST + timedelta(weeks=week, days=day)}-foundation" for day in (1, 3)}]
    )
    now = sets_on(order, TUESDAY, THURSDAY)

    assert before < now == int(before * (1 + LEAST)) < 34
    assert f"your fullest had {before} sets: {now} instead of 34" in reasons_on(order, THURSDAY)[0]


def test_the_main_lifts_keep_their_sets_and_everything_keeps_one():
    order = order_on(THIRD)
    for day in (TUESDAY, THURSDAY):
        now = {one.exercise: one.dose.sets for one in work(followed(order, day))}
        planned = list(work(order.plan.day(day)))

        assert now.keys() == {one.exercise for one in planned}
        assert all(now[one.exercise] == one.dose.sets for one in planned if one.role is Role.MAIN)


def test_thursday_asks_the_same_seen_from_monday_and_from_thursday():
    monday = order_on(THIRD)
    screening = screened(subject_of(monday.runner, LIBRARY, THIRD))
    writer = ScriptWriter(monday.plan, monday.runner, screening, LIBRARY)
    asked = {one.id: one for one in writer.of(followed(monday, TUESDAY))}
    thursday = order_on(THURSDAY)
    told = replace(thursday.told, scripts={**thursday.told.scripts, **asked})
    seen = replace(thursday, told=told)

    assert sets_in(asked[f"{TUESDAY}-foundation"]) == sets_on(monday, TUESDAY)
    assert sets_on(seen, THURSDAY) == sets_on(monday, THURSDAY)


def test_a_session_that_was_missed_is_not_stacked_on_the_other():
    missed = order_on(THURSDAY, missed=TUESDAY)

    assert sets_on(missed, THURSDAY) == sets_on(order_on(THIRD), THURSDAY)


def test_a_session_that_moved_is_counted_once():
    """Tuesday's was missed and has Saturday now: the plan keeps Tuesday as it was prescribed."""
    order = order_on(THURSDAY, missed=TUESDAY)
    tuesday, saturday = order.plan.day(TUESDAY), order.plan.day(TUESDAY + timedelta(days=4))
    assert tuesday is not None
    assert tuesday.session is not None
    assert saturday is not None
    later = replace(saturday, session=replace(tuesday.session, id=f"{saturday.day}-foundation"))
    weeks = tuple(
        replace(week, days=tuple(later if day.day == later.day else day for day in week.days))
        for week in order.plan.weeks
    )
    moved = replace(order, plan=replace(order.plan, weeks=weeks))

    assert sets_on(moved, THURSDAY, later.day) == sets_on(order_on(THIRD), TUESDAY, THURSDAY)


@pytest.mark.parametrize("weeks", [0, 1, 2, 3])
def test_who_wrote_nothing_down_gets_the_plan(weeks):
    today = FIRST + timedelta(weeks=weeks)
    order = replace(until(today), told=Told())
    for day in (today + timedelta(days=1), today + timedelta(days=3)):
        assert sets_on(order, day) == sum(one.dose.sets for one in work(order.plan.day(day)))


def test_sessions_whose_scripts_were_not_kept_asked_for_what_was_planned():
    order = order_on(THIRD)
    order = replace(order, told=replace(order.told, scripts={}))

    assert sets_on(order, TUESDAY, THURSDAY) == 34


def test_the_short_version_asks_for_no_more_than_the_whole_session():
    session = followed(order_on(THIRD), THURSDAY).session
    assert session is not None
    whole = {item.exercise: item.dose.sets for block in session.blocks for item in block.items}
    shorter = [one for one in session.variants if one.worked_out_min < session.worked_out_min]
    asked = [item for one in shorter for block in one.blocks for item in block.items]

    assert asked
    assert all(one.dose.sets <= whole.get(one.exercise, one.dose.sets) for one in asked)
