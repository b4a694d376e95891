"""Every figure that ships is possible, fits its box, mirrors, repeats and stays small."""

import gzip
import re
from itertools import pairwise
from xml.etree import ElementTree as ET

import pytest

from runwright.figures import Body, Palette, Show, Side, fault_ids, figure_ids, figure_svg
from runwright.figures.by_name import exercise_named, figure_named
from runwright.figures.draw import motion_for
from runwright.figures.figure import mirrored_figure
from runwright.figures.mistake import comparison_of
from runwright.figures.scene import Box, look_of, scene_of
from runwright.figures.skeleton import bone_lengths
from runwright.figures.soundness import figure_faults, mistake_faults
from runwright.figures.vectors import length
from runwright.knowledge.library import load_library

MOVING_BYTES, STILL_BYTES = 12_000, 3_000
each_figure = pytest.mark.parametrize("name", figure_ids())
each_fault = pytest.mark.parametrize("name", fault_ids())
each_body = pytest.mark.parametrize("body", Body)


def frames_of(name, body, *, is_left=False):
    return motion_for(turned_to(name, is_left=is_left), exercise_named(name), body)


def turned_to(name, *, is_left):
    return mirrored_figure(figure_named(name)) if is_left else figure_named(name)


def scene_for(name, body, *, is_left=False):
    figure, motion = turned_to(name, is_left=is_left), frames_of(name, body, is_left=is_left)
    muscles = exercise_named(name).primary_muscles
    return scene_of(figure, motion, look_of(figure, motion, body, muscles, is_left=is_left))


def packed(text):
    return len(gzip.compress(text.encode()))


@each_figure
@each_body
def test_no_frame_asks_what_a_body_cannot_do(name, body):
    faults = figure_faults(figure_named(name), frames_of(name, body))

    assert [str(fault) for fault in faults] == []


@each_figure
@each_body
def test_bones_keep_their_length_in_every_frame(name, body):
    motion = frames_of(name, body)
    lengths = {bone: length(way) for bone, way in bone_lengths(motion.start.skeleton)}

    for frame in motion.all_frames:
        for bone, way in bone_lengths(frame.skeleton):
            assert length(way) == pytest.approx(lengths[bone], abs=1e-9), bone


@each_figure
def test_the_left_version_is_the_mirror_image(name):
    right, left = frames_of(name, Body.SLIGHT), frames_of(name, Body.SLIGHT, is_left=True)

    for one, other in zip(right.all_frames, left.all_frames, strict=True):
        for point, (x, y, z) in one.skeleton.points.items():
            stem, _, end = point.rpartition("_")
            twin = f"{stem}_{Side(end).other}" if end in tuple(Side) else point
            assert other.skeleton.points[twin] == pytest.approx((x, y, -z), abs=1e-6), point


@each_figure
def test_the_left_drawing_is_as_wide_as_the_right_and_faces_the_other_way(name):
    right = scene_for(name, Body.BROAD).box
    left = scene_for(name, Body.BROAD, is_left=True).box

    assert (left.width, left.height) == pytest.approx((right.width, right.height), abs=4)
    assert left.left == pytest.approx(-(right.left + right.width), abs=4)


@each_figure
@each_body
def test_nothing_leaves_the_view_box(name, body):
    svg = figure_svg(name, show=Show.MOVING, body=body)
    shown = Box(*map(int, re.search(r'viewBox="([^"]+)"', svg)[1].split()))
    scene = scene_for(name, body)

    assert shown == scene.box
    for layers in (*scene.frames, scene.blocks):
        assert_inside(layers, scene.box)
    for picture in scene.pictures:
        assert_inside(picture.layers, picture.box)
        assert_inside(scene.blocks, picture.box)


def assert_inside(layers, box):
    for x, y in (point for layer in layers for shape in layer.shapes for point in shape.points):
        assert box.left < x < box.left + box.width
        assert box.top < y < box.top + box.height


@each_figure
def test_the_pictures_of_a_still_figure_do_not_overlap(name):
    svg = figure_svg(name)
    scene = scene_for(name, Body.SLIGHT)
    shifts = re.findall(r'<g transform="translate\((-?\d+) (-?\d+)\)">', svg)
    places = [(0, 0), *((int(across), int(down)) for across, down in shifts)]
    boxes = [picture.box for picture in scene.pictures]

    for (first, start), (second, goal) in pairwise(zip(boxes, places, strict=True)):
        assert (
            second.left + goal[0] >= first.left + start[0] + first.width
            or second.top + goal[1] >= first.top + start[1] + first.height
        )


@each_figure
@each_body
def test_a_still_figure_takes_three_kilobytes_and_a_moving_one_twelve(name, body):
    assert packed(figure_svg(name, body=body)) <= STILL_BYTES
    assert packed(figure_svg(name, show=Show.MOVING, body=body)) <= MOVING_BYTES


@each_figure
@pytest.mark.parametrize("show", [Show.STILL, Show.MOVING])
def test_a_figure_is_sound_xml_with_words_for_those_who_cannot_see_it(name, show):
    svg = figure_svg(name, show=show)
    root = ET.fromstring(svg)  # noqa: S314  # our own text
    space = "{http://www.w3.org/2000/svg}"
    ids = re.findall(r' id="([^"]+)"', svg)

    assert root.find(f"{space}title").text == exercise_named(name).name
    assert exercise_named(name).cues[0] in root.find(f"{space}desc").text
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', svg)) <= set(ids)


@each_figure
def test_the_same_figure_is_drawn_twice_alike(name):
    assert figure_svg(name, show=Show.MOVING) == figure_svg(name, show=Show.MOVING)


@each_fault
@each_body
def test_a_fault_is_a_pose_that_bodies_get_into(name, body):
    figure = figure_named(name)
    pair = comparison_of(figure, figure.mistake, body)
    bones = zip(bone_lengths(pair.right.skeleton), bone_lengths(pair.wrong.skeleton), strict=True)

    assert [str(fault) for fault in mistake_faults(figure, pair.wrong)] == []
    for (bone, right), (_, wrong) in bones:
        assert length(right) == pytest.approx(length(wrong), abs=1e-9), bone


@each_fault
@each_body
def test_right_and_wrong_take_three_kilobytes_and_say_what_is_wrong(name, body):
    svg = figure_svg(name, show=Show.FAULT, body=body)
    root = ET.fromstring(svg)  # noqa: S314  # our own text
    ids = re.findall(r' id="([^"]+)"', svg)

    assert packed(svg) <= STILL_BYTES
    assert len(ids) == len(set(ids))
    assert exercise_named(name).fault.what in root.find("{http://www.w3.org/2000/svg}desc").text


@each_figure
def test_every_animation_blends_shapes_of_one_kind(name):
    svg = figure_svg(name, show=Show.MOVING)

    for keys, values in re.findall(r'keyTimes="([^"]+)" values="([^"]+)"', svg):
        shapes = {re.sub(r"[-\d ]", "", path) for path in values.split(";")}
        assert len(shapes) == 1
        assert len(keys.split(";")) == len(values.split(";"))


def test_every_exercise_has_a_figure_and_every_figure_an_exercise():
    assert set(figure_ids()) == set(load_library().exercises)


def test_palettes_differ_in_skin_and_hair_only():
    drawn = [figure_svg("push_up", palette=palette) for palette in Palette]
    bare = {re.sub(r"rwf-\w+|#[0-9a-f]{6}", "", svg) for svg in drawn}

    assert len(set(drawn)) == len(Palette)
    assert len(bare) == 1
