"""The sample's diary looks lived, holds nothing of today, and is the same every time."""

from collections import Counter
from datetime import date
from functools import cache

from runwright.domain.performed import Ended
from runwright.domain.proposal import ChangeKind, Decision, standing
from runwright.formats.sample_diary import WEEKS_LIVED, lived_sample
from runwright.formats.sample_runner import read_sample
from runwright.formats.session_json import performed_text, read_performed
from runwright.knowledge.library import load_library

SATURDAY = date(2026, 11, 21)
LIBRARY = load_library()


@cache
def lived():
    return lived_sample(read_sample(LIBRARY, lambda _zone: SATURDAY), LIBRARY)


def test_the_same_seed_gives_the_same_diary():
    again = lived_sample(read_sample(LIBRARY, lambda _zone: SATURDAY), LIBRARY)

    assert again.sessions == lived().sessions
    assert again.check_ins == lived().check_ins


def test_the_season_began_weeks_ago_and_still_has_its_races_before_it():
    plan = lived().planned.plan

    assert (SATURDAY - plan.start).days // 7 == WEEKS_LIVED
    assert plan.day(SATURDAY) is not None
    assert all(race.day > SATURDAY for race in plan.races)
    assert not plan.unmet


def test_nothing_is_logged_of_today_or_later():
    assert all(session.ended_at.date() < SATURDAY for session in lived().sessions)
    assert all(told.day < SATURDAY for told in lived().check_ins)


def test_some_sessions_were_short_one_hurt_and_some_were_missed():
    ended = Counter(session.ended for session in lived().sessions)
    days = [day for week in lived().planned.plan.weeks for day in week.days]
    planned = [day for day in days if day.session is not None and day.day < SATURDAY]

    assert ended[Ended.DONE] > len(planned) / 2
    assert ended[Ended.SHORTENED] > 0
    assert ended[Ended.PAIN] == 1
    assert 0 < len(planned) - len(lived().sessions) < 4


def test_every_set_stands_in_the_script_it_was_logged_for():
    scripts = {one.id: one for one in lived().scripts}
    for done in lived().sessions:
        blocks = [block for one in scripts[done.script].versions for block in one.blocks]
        asked = {(item.label, item.prescribed.exercise) for block in blocks for item in block.items}

        assert {(one.label, one.exercise) for one in done.sets} <= asked


def test_the_coach_was_heard_mostly_with_a_yes_and_what_was_agreed_was_lifted():
    decisions = Counter(one.decision for one in lived().decisions)
    agreed = {
        (change.after.exercise, change.after.load_kg)
        for one in lived().decisions
        for change in one.proposal.changes
        if one.decision is Decision.ACCEPTED and change.kind is ChangeKind.STEP_UP
    }
    lifted = {(one.exercise, one.load_kg) for done in lived().sessions for one in done.sets}

    assert decisions[Decision.ACCEPTED] > decisions[Decision.DECLINED] > 0
    assert agreed & lifted
    assert standing(lived().decisions)


def test_pain_took_work_out_before_anything_was_added_to_it():
    sore = next(one for one in lived().sessions if one.ended is Ended.PAIN).started_at.date()
    after = [
        change
        for one in lived().decisions
        for change in one.proposal.changes
        if one.decided_on == sore and change.rule in {"G07", "G08", "G09"}
    ]

    assert after
    assert not any(change.kind.asks_more for change in after)


def test_every_session_can_be_stored_and_read_again():
    for done in lived().sessions:
        assert read_performed(performed_text(done), source="sample").id == done.id


def test_the_sore_region_settles_within_its_weeks():
    sore = [told.pains[0].pain_0_10 for told in lived().check_ins if told.pains]

    assert sore[0] > sore[-1] > 0
