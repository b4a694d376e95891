"""The shape of the body around its bones: rings of legs, arms, trunk, neck, feet and hands.

Each row is (share along the bone, reach to the front, to the back, to each side), the reaches as
fractions of body height. They are drawn by eye after an ordinary runner.
"""

from runwright.figures.joints import Side, sided
from runwright.figures.segments import ANKLE_HEIGHT, BALL_HEIGHT, BIG_TOE, Build
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import End, Ring, Tube, ring
from runwright.figures.vectors import FORWARD, M3, V3, add, along, between, dot, turned, unit

Row = tuple[float, float, float, float]

THIGH: tuple[Row, ...] = (
    (0.00, 0.050, 0.060, 0.050),
    (0.25, 0.052, 0.056, 0.049),
    (0.52, 0.046, 0.046, 0.043),
    (0.80, 0.036, 0.036, 0.035),
)
KNEE: Row = (1.0, 0.033, 0.029, 0.031)
SHANK: tuple[Row, ...] = (
    (0.18, 0.028, 0.034, 0.032),
    (0.36, 0.024, 0.041, 0.034),
    (0.66, 0.019, 0.027, 0.024),
    (1.00, 0.018, 0.018, 0.018),
)
UPPER_ARM: tuple[Row, ...] = (
    (0.00, 0.027, 0.027, 0.027),
    (0.25, 0.029, 0.028, 0.027),
    (0.60, 0.025, 0.025, 0.023),
)
ELBOW: Row = (1.0, 0.020, 0.021, 0.021)
FOREARM: tuple[Row, ...] = (
    (0.30, 0.022, 0.022, 0.021),
    (1.00, 0.013, 0.013, 0.014),
)


def leg_rings(body: Skeleton, side: Side, build: Build) -> tuple[Ring, ...]:
    """Return the rings of a bare leg from hip to ankle."""
    hip, knee, ankle = (body.points[sided(n, side)] for n in ("hip", "knee", "ankle"))
    thigh, shank = body.frames[sided("thigh", side)], body.frames[sided("shank", side)]
    girth = build.limb_girth_ratio
    return (
        *(ring(thigh, hip, knee, row, girth) for row in THIGH),
        ring(halfway(thigh, shank), hip, knee, KNEE, girth),
        *(ring(shank, knee, ankle, row, girth) for row in SHANK),
    )


def arm_rings(body: Skeleton, side: Side, build: Build) -> tuple[Ring, ...]:
    """Return the rings of a bare arm from shoulder to wrist."""
    shoulder, elbow, wrist = (body.points[sided(n, side)] for n in ("shoulder", "elbow", "wrist"))
    upper, fore = body.frames[sided("upper_arm", side)], body.frames[sided("forearm", side)]
    girth = build.limb_girth_ratio
    return (
        *(ring(upper, shoulder, elbow, row, girth) for row in UPPER_ARM),
        ring(halfway(upper, fore), shoulder, elbow, ELBOW, girth),
        *(ring(fore, elbow, wrist, row, girth) for row in FOREARM),
    )


def halfway(a: M3, b: M3) -> M3:
    """Return axes between those of two neighbouring bones; not square, but good for a ring."""
    columns = tuple(
        unit((a[0][i] + b[0][i], a[1][i] + b[1][i], a[2][i] + b[2][i])) for i in range(3)
    )
    x, y, z = columns
    return ((x[0], y[0], z[0]), (x[1], y[1], z[1]), (x[2], y[2], z[2]))


# Pelvis: heights above the line of the hips. [1]
PELVIS_ROWS: tuple[Row, ...] = (
    (-0.042, 0.040, 0.058, 0.070),
    (-0.010, 0.054, 0.074, 0.092),
    (0.030, 0.056, 0.068, 0.090),
    (0.066, 0.054, 0.052, 0.082),
)


def pelvis_tube(body: Skeleton, build: Build) -> Tube:
    """Return the hips, open at the waist."""
    rings = _trunk_rings(body, "pelvis", "pelvis", PELVIS_ROWS, build.trunk_girth_ratio, 1.0)
    return Tube(rings, End.ROUND, End.FLAT)


# The side of a hip: heights above the middle of its joint. [1]
HIP_ROWS: tuple[Row, ...] = (
    (-0.042, 0.050, 0.056, 0.048),
    (0.016, 0.052, 0.058, 0.049),
    (0.062, 0.046, 0.050, 0.040),
)


def hip_rings(body: Skeleton, side: Side, build: Build) -> tuple[Ring, ...]:
    """Return rings around a hip that turn with the pelvis, for muscles that lie across it."""
    girth = build.limb_girth_ratio
    return _trunk_rings(body, sided("hip", side), "pelvis", HIP_ROWS, girth, 1.0)


LOIN_ROWS: tuple[Row, ...] = ((0.028, 0.056, 0.050, 0.078), (0.070, 0.058, 0.053, 0.081))
CHEST_ROWS: tuple[Row, ...] = (
    (0.020, 0.064, 0.058, 0.088),
    (0.062, 0.066, 0.060, 0.094),
    (0.098, 0.056, 0.056, 0.094),
    (0.124, 0.038, 0.044, 0.074),
)
COLLAR: Row = (0.140, 0.026, 0.032, 0.034)
HEM: Row = (0.052, 0.055, 0.054, 0.081)


def shirt_tube(body: Skeleton, build: Build) -> Tube:
    """Return the shirt from the hem to the collar."""
    girth, waist = build.trunk_girth_ratio, build.waist_ratio
    return Tube(
        (
            *_trunk_rings(body, "pelvis", "pelvis", (HEM,), girth, 1.0),
            *_trunk_rings(body, "loin", "belly", LOIN_ROWS, girth, waist),
            *_trunk_rings(body, "midback", "ribs", (*CHEST_ROWS, COLLAR), girth, 1.0),
        ),
        End.FLAT,
        End.FLAT,
    )


VEST = 1.07  # a vest with weights in it stands off the shirt


def vest_tube(body: Skeleton, build: Build) -> Tube:
    """Return a weighted vest, from below the ribs to the shoulders."""
    girth = build.trunk_girth_ratio * VEST
    return Tube(
        (
            *_trunk_rings(body, "loin", "loin", LOIN_ROWS[1:], girth, build.waist_ratio),
            *_trunk_rings(body, "midback", "chest", CHEST_ROWS, girth, 1.0),
        ),
        End.FLAT,
        End.ROUND,
    )


def trunk_rings(body: Skeleton, build: Build) -> tuple[Ring, ...]:
    """Return rings from the hips to the top of the chest, for muscles of the trunk."""
    girth = build.trunk_girth_ratio
    return (
        *_trunk_rings(body, "pelvis", "pelvis", PELVIS_ROWS, girth, 1.0),
        *_trunk_rings(body, "loin", "belly", LOIN_ROWS, girth, build.waist_ratio),
        *_trunk_rings(body, "midback", "ribs", CHEST_ROWS, girth, 1.0),
    )


def _trunk_rings(
    body: Skeleton, origin: str, name: str, rows: tuple[Row, ...], girth: float, narrow: float
) -> tuple[Ring, ...]:
    matrix, start = body.frames[name], body.points[origin]
    end = add(start, turned(matrix, (0.0, 1.0, 0.0)))
    return tuple(
        ring(matrix, start, end, (height, front, back, half * narrow), girth)
        for height, front, back, half in rows
    )


NECK_ROWS: tuple[Row, ...] = (
    (-0.30, 0.030, 0.036, 0.034),
    (1.25, 0.026, 0.028, 0.029),
)


def neck_tube(body: Skeleton) -> Tube:
    """Return the neck."""
    neck, nape = body.points["neck"], body.points["nape"]
    rings = tuple(ring(body.frames["throat"], neck, nape, row) for row in NECK_ROWS)
    return Tube(rings)


# Along the sole: the axis runs ANKLE_HEIGHT / 2 above the ground; front is up, back is down.
SHOE_ROWS: tuple[Row, ...] = (
    (-0.040, 0.014, 0.019, 0.018),
    (-0.020, 0.034, 0.019, 0.021),
    (0.012, 0.034, 0.019, 0.022),
    (0.045, 0.019, 0.019, 0.026),
)
TOE_ROWS: tuple[Row, ...] = ((0.0, 0.012, 0.019, 0.028), (0.028, 0.005, 0.019, 0.024))
AXIS_HEIGHT = 0.019
SOLE_HALF = 0.005  # half as thick as the pale sole is drawn
SOLE_EDGE, HEEL_NARROW = 0.024, 0.6  # how far aside the sole ends at the ball; heel and toe less
EDGE_ON = 0.3  # a foot turned this far aside shows the whole edge of its sole


def shoe_tube(body: Skeleton, side: Side) -> Tube:
    """Return the shoe, bent at the ball."""
    foot, toes = body.frames[sided("foot", side)], body.frames[sided("toes", side)]
    ankle, ball = body.points[sided("ankle", side)], body.points[sided("ball", side)]
    rings = [_flat_ring(foot, ankle, AXIS_HEIGHT - ANKLE_HEIGHT, row) for row in SHOE_ROWS]
    low = AXIS_HEIGHT - BALL_HEIGHT
    rings.append(_flat_ring(halfway(foot, toes), ball, low, TOE_ROWS[0]))
    rings.append(_flat_ring(toes, ball, low, TOE_ROWS[1]))
    return Tube(tuple(rings), is_soled=True)


def _flat_ring(matrix: M3, origin: V3, lift: float, row: Row) -> Ring:
    """Return a ring of the foot: it stands across the sole, its front is the instep."""
    at, up, down, half = row
    centre = add(origin, turned(matrix, (at, lift, 0.0)))
    above = (matrix[0][1], matrix[1][1], matrix[2][1])
    right = (matrix[0][2], matrix[1][2], matrix[2][2])
    return Ring(centre, above, right, up, down, half)


def sole_line(body: Skeleton, side: Side, toward: V3) -> tuple[V3, V3, V3]:
    """Return the edge of the pale sole that is seen: beside the foot, or round its toes or heel."""
    foot = body.frames[sided("foot", side)]
    seen = dot(turned(foot, (0.0, 0.0, 1.0)), toward)
    near = SOLE_EDGE if seen > 0 else -SOLE_EDGE
    heel, ball, toe = _sole_spots(body, side, near)
    aside = min(abs(seen) / EDGE_ON, 1.0)
    if aside == 1.0:
        return (heel, ball, toe)
    far_heel, _, far_toe = _sole_spots(body, side, -near)
    shows_toes = dot(turned(foot, FORWARD), toward) > 0
    a, c = (far_toe, toe) if shows_toes else (far_heel, heel)
    rim = (a, between(a, c, 0.5), c)
    return (
        between(rim[0], heel, aside),
        between(rim[1], ball, aside),
        between(rim[2], toe, aside),
    )


def _sole_spots(body: Skeleton, side: Side, edge: float) -> tuple[V3, V3, V3]:
    """Return where the sole ends by heel, ball and toe, so far to the right."""
    foot, toes = body.frames[sided("foot", side)], body.frames[sided("toes", side)]
    heel, ball = body.points[sided("heel", side)], body.points[sided("ball", side)]
    return (
        add(heel, turned(foot, (0.002, SOLE_HALF, edge * HEEL_NARROW))),
        add(ball, turned(halfway(foot, toes), (0.0, SOLE_HALF - BALL_HEIGHT, edge))),
        add(ball, turned(toes, (BIG_TOE - 0.006, SOLE_HALF - BALL_HEIGHT, edge * HEEL_NARROW))),
    )


HAND_ROWS: tuple[Row, ...] = (
    (-0.05, 0.014, 0.014, 0.012),
    (0.42, 0.021, 0.020, 0.011),
    (0.92, 0.012, 0.014, 0.007),
)
FIST_ROWS: tuple[Row, ...] = (
    (-0.05, 0.014, 0.014, 0.012),
    (0.25, 0.022, 0.022, 0.018),
    (0.55, 0.022, 0.022, 0.019),
)


def hand_tube(body: Skeleton, side: Side, *, is_fist: bool) -> Tube:
    """Return the hand, open or closed."""
    wrist, tip = body.points[sided("wrist", side)], body.points[sided("hand", side)]
    rows = FIST_ROWS if is_fist else HAND_ROWS
    return Tube(tuple(ring(body.frames[sided("hand", side)], wrist, tip, row) for row in rows))


def thumb_line(body: Skeleton, side: Side) -> tuple[V3, V3]:
    """Return the bone of the thumb, a little away from the hand."""
    wrist, tip = body.points[sided("wrist", side)], body.points[sided("hand", side)]
    ahead = turned(body.frames[sided("hand", side)], (1.0, 0.0, 0.0))
    return along(between(wrist, tip, 0.2), ahead, 0.014), along(
        between(wrist, tip, 0.5), ahead, 0.027
    )
