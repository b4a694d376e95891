"""The pain light on each side of its limits, and the cautious reading of the bone questions."""

from itertools import product

import pytest

from runwright.domain.errors import ValueOutOfRangeError
from runwright.domain.evidence import Tissue
from runwright.domain.pain_light import Light, pain_light
from runwright.domain.runner import Pain
from runwright.screening.pain import (
    Suspicion,
    UnknownRegionError,
    bone_suspicion,
)
from tests.unit.screening.known import regions, rules

ANSWERS = (True, False, None)


def suspicion(pain: Pain, *, raised: bool = False) -> Suspicion:
    return bone_suspicion(pain, regions(), rules()["G07"], raised=raised)


@pytest.mark.parametrize(
    ("tissue", "pain_0_10", "light"),
    [
        (Tissue.TENDON, 0, Light.GREEN),
        (Tissue.TENDON, 3, Light.GREEN),
        (Tissue.TENDON, 4, Light.AMBER),
        (Tissue.TENDON, 5, Light.AMBER),
        (Tissue.TENDON, 6, Light.RED),
        (Tissue.JOINT, 2, Light.GREEN),
        (Tissue.JOINT, 3, Light.AMBER),
        (Tissue.JOINT, 4, Light.RED),
        (Tissue.MUSCLE, 2, Light.GREEN),
        (Tissue.MUSCLE, 4, Light.RED),
        (Tissue.OTHER, 3, Light.AMBER),
        (Tissue.BONE, 0, Light.GREEN),
        (Tissue.BONE, 1, Light.RED),
        (Tissue.BONE, 10, Light.RED),
    ],
)
def test_the_light_follows_the_limits_of_the_tissue(
    tissue: Tissue, pain_0_10: int, light: Light
) -> None:
    assert pain_light(pain_0_10, tissue, rules()["G07"]) is light


@pytest.mark.parametrize("pain_0_10", [-1, 11])
def test_a_rating_outside_the_scale_is_refused(pain_0_10: int) -> None:
    with pytest.raises(ValueOutOfRangeError, match="0 to 10"):
        pain_light(pain_0_10, Tissue.JOINT, rules()["G07"])


def test_a_region_nobody_knows_is_named_in_the_error() -> None:
    with pytest.raises(UnknownRegionError, match="'elbow'") as raised:
        suspicion(Pain(region="elbow", pain_0_10=2))

    assert raised.value.region == "elbow"


@pytest.mark.parametrize("answers", list(product(ANSWERS, repeat=4)))
def test_with_all_answers_given_suspicion_is_the_sentence_of_the_rule(
    answers: tuple[bool | None, ...],
) -> None:
    focal, load, hop, night = answers
    told = suspicion(
        Pain(
            region="shin",
            pain_0_10=3,
            focal_bone=focal,
            worse_with_loading=load,
            hop_pain=hop,
            night_pain=night,
        )
    )
    possible = {
        one_focal and (one_load or one_hop or one_night)
        for one_focal, one_load, one_hop, one_night in product((True, False), repeat=4)
        if all(
            answer in {None, read}
            for answer, read in zip(answers, (one_focal, one_load, one_hop, one_night), strict=True)
        )
    }

    if possible == {True}:
        assert told is Suspicion.YES
    elif possible == {False}:
        assert told is Suspicion.NO
    else:
        assert told is not Suspicion.NO


def test_nothing_told_of_a_region_that_does_not_hurt_is_no_suspicion() -> None:
    assert suspicion(Pain(region="shin", pain_0_10=0), raised=True) is Suspicion.NO


def test_nothing_told_of_a_region_that_hurts_is_an_open_question() -> None:
    assert suspicion(Pain(region="shin", pain_0_10=1)) is Suspicion.UNKNOWN


def test_getting_worse_under_load_alone_is_an_open_question_and_not_a_yes() -> None:
    pain = Pain(region="achilles_midportion", pain_0_10=3, worse_with_loading=True)

    assert suspicion(pain) is Suspicion.UNKNOWN
    assert suspicion(pain, raised=True) is Suspicion.YES
