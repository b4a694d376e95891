"""What pain asks for, over the sample's diary: locks refer, red stops, nothing steps up."""

from dataclasses import replace

import pytest

from runwright.coaching.pain import RunAdvice
from runwright.domain.check_in import CheckIn
from runwright.domain.proposal import ChangeKind
from runwright.domain.runner import Pain
from runwright.knowledge.library import load_library
from runwright.usecases.answer_pain import answer_pain
from tests.unit.usecases.test_propose import session_days, until

LIBRARY = load_library()


def on_a_morning(region: str, pain_0_10: int, **bone: bool):
    """The answer on the last session's day, with one pain told that morning and to the screen."""
    day = session_days()[-1]
    order = until(day)
    pain = Pain(region=region, pain_0_10=pain_0_10, **bone)
    others = tuple(one for one in order.told.check_ins if one.day != day)
    told = replace(order.told, check_ins=(*others, CheckIn(day=day, pains=(pain,))))
    runner = replace(order.runner, pains=(pain,))
    return answer_pain(replace(order, told=told, runner=runner), LIBRARY)


def test_a_red_achilles_stops_running_today_and_is_not_up_for_a_vote():
    said = on_a_morning("achilles_midportion", 7)

    assert said.run is RunAdvice.NO_RUN
    assert said.run_says
    kinds = {ChangeKind.STOP, ChangeKind.SWAP, ChangeKind.DROP}
    for one in said.proposals:
        assert not one.is_declinable or {change.kind for change in one.changes} <= {
            ChangeKind.STEP_DOWN,
            ChangeKind.RETURN,
        }
        assert one.is_declinable or {change.kind for change in one.changes} <= kinds


def test_one_spot_of_bone_that_hurts_on_hopping_locks_and_refers_without_a_diagnosis():
    said = on_a_morning("bone_front_shin", 4, focal_bone=True, hop_pain=True)
    locks = [one for one in said.proposals if one.refers]

    assert said.run is RunAdvice.NO_RUN
    assert [one.changes[0].rule for one in locks] == ["G03"]
    assert all(not one.is_declinable and one.opens_when for one in locks)
    words = " ".join(one.changes[0].because for one in locks).lower()
    assert not any(illness in words for illness in ("fracture", "stress injury", "diagnos"))


@pytest.mark.parametrize("pain", range(11))
def test_pain_never_asks_for_more(pain):
    said = on_a_morning("patellofemoral", pain)

    assert not any(change.kind.asks_more for one in said.proposals for change in one.changes)


def test_the_same_facts_have_the_same_name():
    once, again = (on_a_morning("patellofemoral", 4) for _time in range(2))

    assert [one.id for one in once.proposals] == [one.id for one in again.proposals]
