"""The page that says how to draw a figure is true."""

import re
from dataclasses import replace
from pathlib import Path

from runwright.figures import Body, Show
from runwright.figures.by_name import exercise_named
from runwright.figures.draw import Drawing, drawn, motion_for
from runwright.figures.joints import LIMB_LIMITS, TRUNK_LIMITS, WORLD
from runwright.figures.parse import KEYS, parse_figures
from runwright.figures.soundness import figure_faults

PAGE = (Path(__file__).parents[3] / "docs/how-to/draw-a-figure.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```yaml\n(.*?)```", PAGE, re.DOTALL)
SQUAT = exercise_named("squat_bodyweight")


def test_the_example_is_a_sound_figure():
    figure = parse_figures({"page": EXAMPLES[0]})["example_squat"]
    exercise = replace(SQUAT, id="example_squat")

    assert figure_faults(figure, motion_for(figure, exercise, Body.SLIGHT)) == ()
    assert drawn(figure, exercise, Drawing(show=Show.MOVING)).endswith("</svg>")


def test_the_things_of_the_page_can_be_added_to_the_example():
    figure = parse_figures({"page": EXAMPLES[0] + EXAMPLES[1]})["example_squat"]

    assert len(figure.carried) == 2
    assert figure.is_far_arm_in_front


def test_keyframes_between_and_a_fault_can_be_added_too():
    figure = parse_figures({"page": EXAMPLES[0] + EXAMPLES[2] + EXAMPLES[3]})["example_squat"]
    exercise = replace(SQUAT, id="example_squat")

    assert len(figure.keyframes) == 4
    assert drawn(figure, exercise, Drawing(show=Show.MOVING)).endswith("</svg>")
    assert drawn(figure, exercise, Drawing(show=Show.FAULT)).endswith("</svg>")


def test_every_key_and_joint_is_on_the_page():
    spine = {name.removesuffix("_bend").removesuffix("_twist") for name in TRUNK_LIMITS}
    known = {*KEYS, *LIMB_LIMITS, *WORLD, *spine}

    assert {name for name in known if not re.search(rf"\b{name}\b", PAGE)} == set()


def test_the_python_on_the_page_writes_a_figure(tmp_path, monkeypatch):
    code = re.search(r"```python\n(.*?)```", PAGE, re.DOTALL)[1]
    monkeypatch.chdir(tmp_path)
    exec(compile(code, "draw-a-figure.md", "exec"), {})  # noqa: S102  # the page's own example

    assert (tmp_path / "figure.svg").read_text(encoding="utf-8").startswith("<svg")
