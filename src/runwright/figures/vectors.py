"""Points and rotations in space: x forward, y up, z to the athlete's right."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

V3 = tuple[float, float, float]
M3 = tuple[V3, V3, V3]

ZERO: V3 = (0.0, 0.0, 0.0)
FORWARD: V3 = (1.0, 0.0, 0.0)
UP: V3 = (0.0, 1.0, 0.0)
RIGHTWARD: V3 = (0.0, 0.0, 1.0)
SMALLEST_LENGTH = 1e-9  # shorter than this, a vector has no direction


def add(a: V3, b: V3) -> V3:
    """Return a + b."""
    return (a[0] + b[0], a[1] + b[1], a[2] + b[2])


def sub(a: V3, b: V3) -> V3:
    """Return a - b."""
    return (a[0] - b[0], a[1] - b[1], a[2] - b[2])


def scale(a: V3, factor: float) -> V3:
    """Return a times `factor`."""
    return (a[0] * factor, a[1] * factor, a[2] * factor)


def along(a: V3, direction: V3, distance: float) -> V3:
    """Return the point `distance` from `a` in `direction`."""
    return add(a, scale(direction, distance))


def between(a: V3, b: V3, share: float) -> V3:
    """Return the point at `share` of the way from `a` to `b`."""
    return add(scale(a, 1 - share), scale(b, share))


def dot(a: V3, b: V3) -> float:
    """Return the scalar product."""
    return a[0] * b[0] + a[1] * b[1] + a[2] * b[2]


def cross(a: V3, b: V3) -> V3:
    """Return the vector product."""
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def length(a: V3) -> float:
    """Return the length of a vector."""
    return sqrt(dot(a, a))


def distance(a: V3, b: V3) -> float:
    """Return how far two points lie apart."""
    return length(sub(a, b))


def unit(a: V3) -> V3:
    """Return the direction of a vector; zero where it has none."""
    size = length(a)
    return ZERO if size < SMALLEST_LENGTH else scale(a, 1 / size)


def across(a: V3, axis: V3) -> V3:
    """Return the part of `a` at right angles to the unit vector `axis`."""
    return sub(a, scale(axis, dot(a, axis)))


def pitch(angle_deg: float) -> M3:
    """Return the rotation about z; positive turns forward up."""
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    return ((c, -s, 0.0), (s, c, 0.0), (0.0, 0.0, 1.0))


def roll(angle_deg: float) -> M3:
    """Return the rotation about x; positive turns up to the right."""
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    return ((1.0, 0.0, 0.0), (0.0, c, -s), (0.0, s, c))


def yaw(angle_deg: float) -> M3:
    """Return the rotation about y; positive turns right to forward."""
    c, s = cos(radians(angle_deg)), sin(radians(angle_deg))
    return ((c, 0.0, s), (0.0, 1.0, 0.0), (-s, 0.0, c))


def turned(matrix: M3, v: V3) -> V3:
    """Return `v`, given inside the frame `matrix`, as the world sees it."""
    (a, b, c), (d, e, f), (g, h, i) = matrix  # written out: a million times for all figures
    x, y, z = v
    return (a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z)


def times(*matrices: M3) -> M3:
    """Return the product of rotations, the last one applied first."""
    product = matrices[0]
    for (a, b, c), (d, e, f), (g, h, i) in matrices[1:]:
        (p, q, r), (s, t, u), (x, y, z) = product
        product = (
            (p * a + q * d + r * g, p * b + q * e + r * h, p * c + q * f + r * i),
            (s * a + t * d + u * g, s * b + t * e + u * h, s * c + t * f + u * i),
            (x * a + y * d + z * g, x * b + y * e + z * h, x * c + y * f + z * i),
        )
    return product


def transposed(matrix: M3) -> M3:
    """Return the inverse of a rotation."""
    a, b, c = matrix
    return ((a[0], b[0], c[0]), (a[1], b[1], c[1]), (a[2], b[2], c[2]))


def frame(forward: V3, up: V3, right: V3) -> M3:
    """Return the rotation whose axes point there."""
    return transposed((forward, up, right))


def ball_angles_deg(matrix: M3) -> tuple[float, float, float]:
    """Return (pitch, roll, yaw) with ``pitch(a) · roll(b) · yaw(c) = matrix``. [deg]

    The roll lies in -90 to 90; at the ends pitch and yaw turn about the same axis.
    """
    lifted = asin(max(-1.0, min(1.0, matrix[2][1])))
    forward = atan2(-matrix[0][1], matrix[1][1])
    twisted = atan2(-matrix[2][0], matrix[2][2])
    return degrees(forward), degrees(lifted), degrees(twisted)
