"""Where the figure is seen from: space to paper, and what lies nearer."""

from dataclasses import dataclass
from enum import StrEnum

from runwright.figures.vectors import M3, V3, roll, times, transposed, yaw

P2 = tuple[float, float]

UNITS_PER_HEIGHT = 900  # drawing units for a body height


class View(StrEnum):
    """The cameras an author can name; all but close-ups look from the athlete's right side."""

    SIDE = "side"
    THREE_QUARTER = "three_quarter"
    HALF_FRONT = "half_front"
    FRONT = "front"
    BACK = "back"
    ABOVE = "above"
    ABOVE_FRONT = "above_front"
    FOOT = "foot"
    FEET = "feet"
    FACING = "facing"
    BEHIND = "behind"
    LAP = "lap"


# Degrees around the athlete from the right side towards the front, and down. [deg]
# A side view turned a little shows the far limbs; a dead front view would hide how deep things go.
# What lies or sits on the floor is plainest from above.
ANGLES_DEG = {
    View.SIDE: (14.0, 7.0),
    View.THREE_QUARTER: (34.0, 9.0),
    View.HALF_FRONT: (52.0, 10.0),
    View.FRONT: (72.0, 10.0),
    View.BACK: (-60.0, 9.0),
    View.ABOVE: (34.0, 30.0),
    View.ABOVE_FRONT: (80.0, 36.0),
    View.FOOT: (148.0, 16.0),
    View.FEET: (112.0, 24.0),
    View.FACING: (90.0, 11.0),
    View.BEHIND: (-90.0, 4.0),
    View.LAP: (-74.0, 60.0),
}
# The working foot's inner side is seen; in the lap as its owner sees it.
CLOSE_UPS = frozenset({View.FOOT, View.FEET, View.LAP})
UNITS_IN_CLOSE_UP = 2700


@dataclass(frozen=True, slots=True)
class Camera:
    """A parallel projection.

    Attributes
    ----------
    axes
        Paper right, paper up, and towards the viewer.
    units
        Drawing units for a body height.
    """

    axes: M3
    units: int = UNITS_PER_HEIGHT

    def seen(self, point: V3) -> P2:
        """Return a point on paper, in drawing units, y downwards."""
        x, y = self.seen_way(point)
        return (x * self.units, y * self.units)

    def seen_way(self, direction: V3) -> P2:
        """Return a direction on paper, without units, y downwards."""
        (a, b, c), (d, e, f), _ = self.axes
        x, y, z = direction
        return (a * x + b * y + c * z, -(d * x + e * y + f * z))


def camera_of(view: View, *, mirrored: bool = False) -> Camera:
    """Return the camera of a view; the mirrored one sees the left version as its mirror image."""
    around_deg, down_deg = ANGLES_DEG[view]
    axes = times(roll(down_deg), transposed(yaw(around_deg)))
    if mirrored:
        right, up, near = axes
        flip = (
            (-right[0], -right[1], right[2]),
            (up[0], up[1], -up[2]),
            (near[0], near[1], -near[2]),
        )
        axes = flip
    return Camera(axes, UNITS_IN_CLOSE_UP if view in CLOSE_UPS else UNITS_PER_HEIGHT)
