"""Where the body's weight acts, and whether that lies over what it stands on."""

from collections.abc import Sequence

from runwright.figures.joints import Side, sided
from runwright.figures.pose import Contact, FootRest
from runwright.figures.segments import LIMB_MASSES, TRUNK_MASSES, Mass
from runwright.figures.settle import Settled
from runwright.figures.skeleton import Skeleton
from runwright.figures.vectors import V3, ZERO, add, between, scale, sub, turned

Spot = tuple[float, float]  # on the floor: forward and to the right. [1]

SOLE_HALF = 0.0275  # half of Winter's breadth of the foot, 0.055 of height


def centre_of_mass(body: Skeleton) -> V3:
    """Return the centre of mass by Winter's segments; weights in the hands are left out."""
    total = ZERO
    for mass in TRUNK_MASSES:
        total = add(total, scale(_acts_at(body, mass, mass.start, mass.end), mass.share))
    for side in Side:
        for mass in LIMB_MASSES:
            ends = (sided(mass.start, side), sided(mass.end, side))
            total = add(total, scale(_acts_at(body, mass, *ends), mass.share))
    return total


def _acts_at(body: Skeleton, mass: Mass, start: str, end: str) -> V3:
    return between(body.points[start], body.points[end], mass.at_share)


def base_of_support(settled: Settled) -> tuple[Spot, ...]:
    """Return the corners of the soles that touch the ground."""
    corners: list[Spot] = []
    for side, rest in settled.pose.feet.items():
        body = settled.skeleton
        for name in _touching(rest):
            at = body.points[sided(name, side)]
            across = turned(body.frames[sided("foot", side)], (0.0, 0.0, SOLE_HALF))
            corners += [_floor(add(at, across)), _floor(sub(at, across))]
    return tuple(corners)


def _touching(rest: FootRest) -> tuple[str, ...]:
    if rest.contact is Contact.HEEL:
        return ("heel",)
    is_on_sole = rest.heel_up_deg == 0 or rest.contact is Contact.SOLE
    return ("heel", "ball", "toe") if is_on_sole else ("ball", "toe")


def _floor(point: V3) -> Spot:
    return (point[0], point[2])


def outside_by(spot: Spot, corners: Sequence[Spot]) -> float:
    """Return how far a spot lies outside the hull of the corners; 0 inside. [1]"""
    hull = _hull(corners)
    worst = 0.0
    for a, b in zip(hull, (*hull[1:], hull[0]), strict=True):
        edge = (b[0] - a[0], b[1] - a[1])
        size = (edge[0] ** 2 + edge[1] ** 2) ** 0.5
        inward = (edge[0] * (spot[1] - a[1]) - edge[1] * (spot[0] - a[0])) / size
        worst = max(worst, -inward)
    return worst


def _hull(corners: Sequence[Spot]) -> list[Spot]:
    """Return the convex hull, counter-clockwise (Andrew's monotone chain)."""
    ordered = sorted(set(corners))
    halves: list[list[Spot]] = []
    for points in (ordered, ordered[::-1]):
        half: list[Spot] = []
        for point in points:
            while len(half) > 1 and _turns_right(half[-2], half[-1], point):
                half.pop()
            half.append(point)
        halves.append(half[:-1])
    return halves[0] + halves[1]


def _turns_right(a: Spot, b: Spot, c: Spot) -> bool:
    return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) <= 0
