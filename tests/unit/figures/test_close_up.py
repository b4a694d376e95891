"""A close-up shows one foot, and a bare foot shows what its toes and its arch do."""

import pytest

from runwright.figures.bare_foot import foot_rings, toe_tubes
from runwright.figures.by_name import Body, exercise_named, figure_named
from runwright.figures.close_up import close_up_layers
from runwright.figures.draw import motion_for
from runwright.figures.gear import Order
from runwright.figures.joints import Side
from runwright.figures.scene import look_of
from runwright.figures.segments import BUILDS
from runwright.figures.shapes import Ink
from runwright.figures.skeleton import skeleton_of


def body(**angles):
    held = {f"{name}_right": value for name, value in angles.items()}
    return skeleton_of(held, BUILDS[Body.SLIGHT])


def tip(skeleton, toe):
    return toe_tubes(skeleton, Side.RIGHT)[toe].rings[-1].centre[1]


def test_the_big_toe_lifts_without_the_small_ones():
    flat, lifted = body(), body(toe=40, small_toes=-40)

    assert tip(lifted, "toe_1") > tip(flat, "toe_1") + 0.01
    assert tip(lifted, "toe_3") == pytest.approx(tip(flat, "toe_3"))


def test_curled_toes_keep_their_roots_and_lower_their_tips():
    flat, curled = (toe_tubes(body(toe_curl=bend), Side.RIGHT)["toe_2"] for bend in (0, 60))

    assert curled.rings[0].centre == pytest.approx(flat.rings[0].centre)
    assert curled.rings[-1].centre[1] < flat.rings[-1].centre[1]


def test_a_lifted_arch_leaves_the_ground_and_draws_the_ball_back():
    flat, domed = (foot_rings(body(arch=rise), Side.RIGHT) for rise in (0, 10))

    assert domed[3].back_share < flat[3].back_share
    assert domed[-1].centre[0] < flat[-1].centre[0]
    assert domed[0] == flat[0]


@pytest.mark.parametrize("is_left", [False, True])
def test_a_close_up_draws_skin_of_one_foot_and_no_clothes(is_left):
    figure, exercise = figure_named("short_foot_seated"), exercise_named("short_foot_seated")
    motion = motion_for(figure, exercise, Body.SLIGHT)
    look = look_of(figure, motion, Body.SLIGHT, (), is_left=is_left)

    layers = close_up_layers(motion.start.skeleton, look)
    inks = {shape.ink for layer in layers for shape in layer.shapes}

    assert look.near is (Side.LEFT if is_left else Side.RIGHT)
    assert inks == {Ink.SKIN, Ink.SKIN_FAR}


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("short_foot_seated", {Order.NEAR_LEG}),
        ("short_foot_standing", {Order.NEAR_LEG, Order.FAR_LEG}),
        ("big_toe_press", {Order.NEAR_LEG, Order.NEAR_ARM}),
        ("mob_big_toe", {Order.NEAR_LEG, Order.NEAR_ARM, Order.FAR_ARM}),
    ],
)
def test_a_close_up_holds_what_its_view_and_its_hands_ask_for(name, shown):
    figure = figure_named(name)
    motion = motion_for(figure, exercise_named(name), Body.BROAD)
    look = look_of(figure, motion, Body.BROAD, (), is_left=False)

    layers = close_up_layers(motion.start.skeleton, look)

    assert {layer.name for layer in layers if layer.shapes} & set(Order) == shown
