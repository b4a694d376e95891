"""A day's scripts hold everything a phone needs, and offer nothing the runner may not do."""

from dataclasses import replace

import pytest

from runwright.domain.evidence import Basis
from runwright.domain.exercise import Role
from runwright.domain.runner import Pain, Side
from runwright.formats.session_json import read_script, script_text
from runwright.knowledge.library import load_library
from runwright.planning.kit import kit_at_hand
from runwright.planning.minutes import CHANGE_S
from runwright.usecases.plan_season import plan_season
from runwright.usecases.write_script import ScriptWriter
from tests.runners import Seeded, order_by

SEEDS = range(3, 15)
LIBRARY = load_library()


def planned(seed):
    return plan_season(order_by(Seeded.of(seed), LIBRARY, weeks=(4, 8)), LIBRARY)


def writer_of(season, runner=None):
    runner = season.request.runner if runner is None else runner
    return ScriptWriter(season.plan, runner, season.request.screening, LIBRARY)


def scripts_of(season, runner=None):
    writer = writer_of(season, runner)
    days = [day for week in season.plan.weeks for day in week.days]
    return [(day, script) for day in days for script in writer.day(day.day)]


def items_of(script):
    return [item for version in script.versions for block in version.blocks for item in block.items]


def exercises_of(item):
    return [item.prescribed, *([item.easier] if item.easier else []), *item.swaps]


@pytest.mark.parametrize("seed", SEEDS)
def test_every_session_and_small_work_has_a_script_that_survives_the_way_to_the_phone(seed):
    season = planned(seed)
    found = scripts_of(season)
    works = [
        one
        for week in season.plan.weeks
        for day in week.days
        for one in (day.session, *(extra for extra in day.extras if extra.items))
        if one is not None
    ]

    assert len(found) == len(works)
    assert len({script.id for _, script in found}) == len(found)
    assert all(read_script(script_text(one), source="here") == one for _, one in found[:8])


@pytest.mark.parametrize("seed", SEEDS)
def test_sets_are_the_dose_and_each_side_gets_as_many(seed):
    for day, script in scripts_of(planned(seed)):
        session = day.session
        if session is None or script.id != session.id:
            continue
        asked = [item for block in session.blocks for item in block.items]
        for item, prescription in zip(
            [i for b in script.versions[0].blocks for i in b.items], asked, strict=True
        ):
            working = [one for one in item.prescribed.sets if one.ramp_share is None]
            sides = {one.side for one in working}

            assert sides in ({None}, {Side.LEFT, Side.RIGHT})
            assert len(working) == prescription.dose.sets * len(sides)
            assert len(item.prescribed.sets) - len(working) == len(prescription.ramp) * len(sides)


@pytest.mark.parametrize("seed", SEEDS)
def test_what_may_stand_in_can_be_done_with_the_kit_and_is_never_harder(seed):
    season = planned(seed)
    runner = season.request.runner
    for day, script in scripts_of(season):
        away = [one for one in runner.travels if one.first <= day.day <= one.last]
        kit = kit_at_hand(LIBRARY, away[0].kit if away else runner.kit)
        for item in items_of(script):
            prescribed = LIBRARY.exercises[item.prescribed.exercise]
            for other in exercises_of(item)[1:]:
                exercise = LIBRARY.exercises[other.exercise]

                assert exercise.can_be_done_with(kit)
                assert exercise.level <= prescribed.level or other is item.easier
                assert exercise.id != prescribed.id
                assert other.sets


def test_strength_waits_for_its_rests_and_drills_go_straight_on():
    drills = {Role.ROLLING, Role.RAISE, Role.DYNAMIC, Role.MOBILITY}
    for day, script in scripts_of(planned(3)):
        for version in script.versions:
            for item in (item for block in version.blocks for item in block.items):
                if item.role in drills:
                    assert not item.rests
                elif day.session is not None and script.id == day.session.id:
                    assert item.rests or len(version.blocks) == 1

        assert script.times.basis is Basis.COACH_DEFAULT
        assert script.times.change_s == CHANGE_S


def test_nothing_is_offered_for_a_region_that_hurts_already():
    season = planned(3)
    sore = Pain(region="patellofemoral", pain_0_10=2)
    runner = replace(season.request.runner, pains=(sore,))

    for _, script in scripts_of(season, runner):
        for item in items_of(script):
            for other in exercises_of(item)[1:]:
                tags = LIBRARY.exercises[other.exercise].avoid
                assert "patellofemoral" not in {tag.region for tag in tags}


def test_a_bone_has_no_amber_and_every_region_has_its_limits():
    script = next(script for _, script in scripts_of(planned(3)))
    limits = {one.region: one for one in script.pain_limits}

    assert set(limits) == set(LIBRARY.regions)
    for region in LIBRARY.regions.values():
        one = limits[region.id]
        assert one.green_max_0_10 <= one.amber_max_0_10
        if region.tissue.value == "bone":
            assert one.green_max_0_10 == one.amber_max_0_10 == 0


def test_a_day_outside_the_season_has_no_script():
    season = planned(3)
    before = season.plan.weeks[0].monday.replace(year=2020)

    assert writer_of(season).day(before) == ()
