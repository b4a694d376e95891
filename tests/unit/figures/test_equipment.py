"""Things, weights and bands stay where they are held, in every frame and on either side."""

from dataclasses import replace
from math import atan2, degrees, hypot

import pytest

from runwright.figures import Body, Side
from runwright.figures.bands import band_pieces, held_by
from runwright.figures.blocks import moved, standing_layer
from runwright.figures.by_name import exercise_named
from runwright.figures.camera import UNITS_PER_HEIGHT, View, camera_of
from runwright.figures.draw import motion_for
from runwright.figures.errors import FigureFaultsError
from runwright.figures.figure import mirrored_figure
from runwright.figures.gear import Hold, Order, Weight
from runwright.figures.parse import parse_figures
from runwright.figures.parse_gear import FITS
from runwright.figures.pose import mixed_angles
from runwright.figures.rope import LONG, rope_pieces
from runwright.figures.scene import look_of, scene_of
from runwright.figures.segments import BUILDS
from runwright.figures.settle import settled
from runwright.figures.vectors import sub, transposed, turned
from runwright.figures.weights import weight_pieces

SQUAT = """
- exercise: squat_bodyweight
  view: side
  start_to_end: lowers
  {more}
  start:
    stand: right
    feet: {{both: {{at: [0, 7]}}}}
    ankle: 3
    knee: 6
    shoulder: 80
  end:
    ankle: 20
    knee: 90
    lean: 35
"""
CAMERA = camera_of(View.SIDE)


def squat_with(more):
    return parse_figures({"squat.yaml": SQUAT.format(more=more)})["squat_bodyweight"]


def motion_of(figure):
    return motion_for(figure, exercise_named("squat_bodyweight"), Body.SLIGHT)


def pieces(figure, frame, motion):
    return list(
        band_pieces(figure.bands[0], frame.skeleton, motion.start.skeleton, Side.RIGHT, CAMERA)
    )


def width_of(shape):
    (ax, ay), (bx, by) = shape.points[0], shape.points[-1]
    return hypot(ax - bx, ay - by)


def test_a_band_ends_at_its_hook_and_in_the_hand_in_every_frame():
    figure = squat_with("bands: [{from: [60, 74, 0], to: hand_right}]")
    motion = motion_of(figure)

    for frame in motion.all_frames:
        (_, (line,)), (_, (_hook,)) = pieces(figure, frame, motion)
        middles = [
            tuple((a + b) / 2 for a, b in zip(line.points[i], line.points[-1 - i], strict=True))
            for i in (0, 1)
        ]
        grip = CAMERA.seen(frame.skeleton.points["grip_right"])
        assert middles[0] == pytest.approx(CAMERA.seen((0.60, 0.74, 0.0)))
        assert middles[1] == pytest.approx(grip)


@pytest.mark.parametrize(("kind", "thinner"), [("band", True), ("strap", False)])
def test_a_band_gets_thinner_as_it_stretches_and_a_strap_does_not(kind, thinner):
    figure = squat_with(f"bands: [{{kind: {kind}, from: [0, 110, 0], to: pelvis}}]")
    motion = motion_of(figure)
    slack, tight = (
        width_of(pieces(figure, f, motion)[0][1][0]) for f in (motion.start, motion.end)
    )

    assert (tight < slack - 1) is thinner


def test_a_loop_goes_before_the_near_leg_and_behind_the_far_one():
    figure = squat_with("bands: [{round: thighs}]")
    motion = motion_of(figure)

    assert [order for order, _ in pieces(figure, motion.end, motion)] == [
        Order.HEAD,
        Order.FAR_LEG,
    ]


def test_hands_that_hold_a_band_are_fists():
    both = squat_with("bands: [{from: toe_right, to: both_hands}]")
    one = squat_with("bands: [{from: [60, 74, 0], to: hand_left}]")

    assert held_by(both.bands[0]) == frozenset(Side)
    assert held_by(one.bands[0]) == frozenset({Side.LEFT})


def test_a_slider_goes_with_its_foot_and_a_ball_rolls_half_as_far():
    more = "things: {slider: {x: 0, with: pelvis}, ball: {x: 0, with: pelvis}}"
    figure = squat_with(more)
    start, end = (frame.skeleton for frame in (motion_of(figure).start, motion_of(figure).end))
    way = end.points["pelvis"][0] - start.points["pelvis"][0]
    slider, ball = (
        moved(item, start, end).x_share[0] - item.x_share[0] for item in figure.standing
    )

    assert slider == pytest.approx(way)
    assert ball == pytest.approx(way / 2)


def test_what_moves_or_stands_in_front_is_drawn_in_the_frames_and_the_rest_once():
    figure = squat_with(
        "things: {wall: {x: 40}, ball: {x: 20, with: pelvis}, post: {x: 0, behind: nothing}}"
    )
    motion = motion_of(figure)
    look = look_of(figure, motion, Body.SLIGHT, (), is_left=False)
    scene = scene_of(figure, motion, look)

    assert [layer.name for layer in scene.blocks] == ["wall"]
    assert scene.frames[0][0].name == "ball"
    assert scene.frames[0][-1].name == "post"


def test_the_left_version_has_everything_on_the_other_side():
    figure = mirrored_figure(
        squat_with(
            "bands: [{from: [60, 20, 5], round: ankle_right}]\n"
            "  carries: {kettlebell: foot_right}\n"
            "  things: {slider: {x: 0, z: [2, 9], with: toe_right}}"
        )
    )

    assert figure.bands[0].start == pytest.approx((0.6, 0.2, -0.05))
    assert figure.bands[0].around == "ankle_left"
    assert figure.carried[0].sides == frozenset({Side.LEFT})
    assert figure.standing[0].z_share == pytest.approx((-0.09, -0.02))
    assert figure.standing[0].follows == "toe_left"


@pytest.mark.parametrize("weight", Weight)
def test_a_weight_is_drawn_wherever_it_can_be_held(weight):
    holds = {Hold.HANDS: "both", Hold.FOOT: "foot_right"}
    for hold in FITS[weight]:
        figure = squat_with(f"carries: {{{weight}: {holds.get(hold, hold)}}}")
        motion = motion_of(figure)
        look = look_of(figure, motion, Body.SLIGHT, (), is_left=False)
        found = weight_pieces(figure.carried[0], motion.end.skeleton, look)

        assert all(shapes for _, shapes in found)


@pytest.mark.parametrize(
    ("more", "expected"),
    [
        ("bands: [{from: [60, 74, 0]}]", "'from' and 'to'"),
        ("bands: {round: thighs}", "a list"),
        ("bands: [{round: nose}]", "one of"),
        ("carries: {dumbbell: back}", "one of"),
        ("things: {boat: {x: 3}}", "a key that figures know"),
        ("things: {ball: {x: 3, with: nose}}", "one of"),
    ],
)
def test_equipment_that_makes_no_sense_is_told(more, expected):
    with pytest.raises(FigureFaultsError) as caught:
        squat_with(more)

    assert any(expected in str(fault) for fault in caught.value.faults)


@pytest.mark.parametrize(("face", "ahead"), [("front", 1), ("back", -1)])
def test_a_lever_turns_about_its_pivot_and_stays_on_the_shin(face, ahead):
    more = f"things: {{lever: {{x: 5, height: 27, with: ankle_right, presses: {face}}}}}"
    figure = squat_with(more)
    motion = motion_of(figure)

    for frame in motion.all_frames:
        body = frame.skeleton
        pivot, pad = moved(figure.standing[0], motion.start.skeleton, body).slope
        seen = sub((*pad, 0.0), body.points["ankle_right"])
        assert pivot == pytest.approx((0.05, 0.27))
        assert turned(transposed(body.frames["shank_right"]), seen)[0] * ahead > 0.03


def test_a_rope_goes_round_on_the_shorter_way():
    first, last = {"rope": 270.0}, {"rope": 0.0}

    assert mixed_angles(first, last, 0.5)["rope"] == pytest.approx(315)
    assert mixed_angles(last, first, 0.5)["rope"] == pytest.approx(-45)


@pytest.mark.parametrize(("rope", "way"), [(0, -1), (180, 1)])
def test_a_rope_hangs_from_both_hands_and_swings_as_far_as_it_is_long(rope, way):
    figure = squat_with("carries: {rope: both}")
    pose = replace(figure.start, angles=dict(figure.start.angles) | {"rope": rope})
    body = settled(pose, BUILDS[Body.SLIGHT]).skeleton
    (_, (far,)), (_, (near,)) = rope_pieces(body, Side.RIGHT, CAMERA)
    right, left = (CAMERA.seen(body.points[f"grip_{side}"]) for side in ("right", "left"))
    middle = (
        CAMERA.seen_way((0.0, way * LONG, 0.0))[1] * UNITS_PER_HEIGHT + (right[1] + left[1]) / 2
    )

    assert near.points[0] == pytest.approx(right, abs=10)
    assert far.points[0] == pytest.approx(left, abs=10)
    assert near.points[len(near.points) // 2][1] == pytest.approx(middle, abs=10)


def test_the_seam_of_a_ball_turns_as_far_as_the_ball_rolls():
    figure = squat_with("things: {ball: {x: 0, with: pelvis}}")
    motion = motion_of(figure)
    ball = moved(figure.standing[0], motion.start.skeleton, motion.end.skeleton)
    seams = [standing_layer(item, CAMERA).shapes[1] for item in (figure.standing[0], ball)]
    turned_by = [
        degrees(atan2(one.points[-1][1] - one.points[0][1], one.points[-1][0] - one.points[0][0]))
        for one in seams
    ]

    assert turned_by[1] - turned_by[0] == pytest.approx(degrees(ball.rolled_share / 0.17), abs=3)


@pytest.mark.parametrize("where", ["from: [-60, 20, 0], round: ankle_right", "round: thighs"])
def test_every_kind_of_band_gets_thinner_as_it_stretches(where):
    apart = squat_with(f"bands: [{{{where}}}]").end
    figure = squat_with(f"bands: [{{{where}}}]")
    wide = replace(
        apart,
        feet={
            side: replace(r, ball=(0.2, 0.0, 0.2 * side.outward)) for side, r in apart.feet.items()
        },
    )
    start, end = (settled(pose, BUILDS[Body.SLIGHT]).skeleton for pose in (figure.start, wide))
    at_rest, drawn_out = (
        width_of(next(iter(band_pieces(figure.bands[0], body, start, Side.RIGHT, CAMERA)))[1][0])
        for body in (start, end)
    )

    assert drawn_out < at_rest * 0.98
