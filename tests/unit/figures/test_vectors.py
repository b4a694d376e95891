"""Rotations keep lengths, and the angles of a ball joint say how it is turned."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from runwright.figures.vectors import (
    ball_angles_deg,
    length,
    pitch,
    roll,
    times,
    transposed,
    turned,
    yaw,
)

angles = st.floats(-170, 170)
part = st.floats(-2, 2)


@given(a=angles, b=angles, c=angles, x=part, y=part, z=part)
def test_a_rotation_keeps_length_and_its_transpose_undoes_it(a, b, c, x, y, z):
    matrix = times(pitch(a), roll(b), yaw(c))
    moved = turned(matrix, (x, y, z))

    assert length(moved) == pytest.approx(length((x, y, z)))
    assert turned(transposed(matrix), moved) == pytest.approx((x, y, z), abs=1e-9)


@given(a=angles, b=st.floats(-85, 85), c=angles)
def test_ball_angles_are_read_back_as_they_were_put_in(a, b, c):
    assert ball_angles_deg(times(pitch(a), roll(b), yaw(c))) == pytest.approx((a, b, c), abs=1e-6)


def test_forward_pitched_up_points_up_and_up_rolled_points_right():
    assert turned(pitch(90), (1.0, 0.0, 0.0)) == pytest.approx((0, 1, 0), abs=1e-12)
    assert turned(roll(90), (0.0, 1.0, 0.0)) == pytest.approx((0, 0, 1), abs=1e-12)
    assert turned(yaw(90), (0.0, 0.0, 1.0)) == pytest.approx((1, 0, 0), abs=1e-12)
