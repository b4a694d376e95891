"""A bare foot: its outer edge, its arch, a big toe and four small ones.

Lengths are fractions of body height, seen from the ankle of a right foot: forward, up, outwards.
They are drawn by eye after an ordinary foot.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType

from runwright.figures import segments as seg
from runwright.figures.flesh import halfway
from runwright.figures.forefoot import ARCH, SLIDE
from runwright.figures.joints import Side, sided
from runwright.figures.skeleton import Skeleton
from runwright.figures.tube import Ring, Tube
from runwright.figures.vectors import M3, V3, add, sub, transposed, turned

# Forward, up and outwards of the middle; then how far up, down and to each side.
Row = tuple[float, float, float, float, float, float]
SOLE = -seg.ANKLE_HEIGHT
EDGE: tuple[Row, ...] = (  # the outer edge, which rests on the ground all along
    (-0.026, SOLE + 0.010, 0.002, 0.012, 0.010, 0.015),
    (0.010, SOLE + 0.010, 0.012, 0.012, 0.010, 0.010),
    (0.062, SOLE + 0.009, 0.018, 0.008, 0.009, 0.009),
)
FOOT: tuple[Row, ...] = (
    (-0.025, SOLE + 0.018, 0.0, 0.017, 0.018, 0.017),
    (-0.008, SOLE + 0.020, 0.0, 0.026, 0.0195, 0.019),
    (0.014, SOLE + 0.026, -0.002, 0.024, 0.0215, 0.0195),
    (0.034, SOLE + 0.025, -0.004, 0.015, 0.0165, 0.021),
    (0.054, SOLE + 0.020, -0.005, 0.0105, 0.0165, 0.024),
    (0.070, SOLE + 0.0140, -0.003, 0.0105, 0.0140, 0.0265),
    (0.081, SOLE + 0.0110, -0.004, 0.0085, 0.0105, 0.0225),
)
# How much of the arch's rise each ring takes above and below, and how far it slides back.
ARCHED: Mapping[int, tuple[float, float, float]] = MappingProxyType({
    2: (0.1, 0.45, 0.0),
    3: (0.5, 1.1, 0.2),
    4: (0.5, 0.8, 0.4),
    5: (0.1, 0.0, SLIDE),
    6: (0.0, 0.0, SLIDE),
})
AS_SHOE = (0, 1, 2, 4, 5, 6)  # rings at the places where a shoe has its own

# Forward, up and outwards of the root; length; radius.
Toe = tuple[float, float, float, float, float]
BIG = "toe_1"
TOES: Mapping[str, Toe] = MappingProxyType({  # from the outer edge inwards
    "toe_5": (0.062, SOLE + 0.0065, 0.0205, 0.022, 0.0056),
    "toe_4": (0.070, SOLE + 0.0070, 0.0125, 0.026, 0.0060),
    "toe_3": (0.075, SOLE + 0.0075, 0.0035, 0.029, 0.0063),
    "toe_2": (0.078, SOLE + 0.0080, -0.0060, 0.032, 0.0066),
    BIG: (0.076, SOLE + 0.0105, -0.0185, 0.0375, 0.0098),
})
ROOT, KNUCKLE = -0.3, 0.5  # where a toe begins inside the foot, and where it curls


def foot_rings(body: Skeleton, side: Side) -> tuple[Ring, ...]:
    """Return the foot from the heel to the toes."""
    rise = _arch_rise(body, side)
    rows = [_arched(row, rise, number) for number, row in enumerate(FOOT)]
    return tuple(_ring(body, side, row) for row in rows)


def like_shoe(rings: Sequence[Ring]) -> tuple[Ring, ...]:
    """Return those of a foot's rings that lie where a shoe's do."""
    return tuple(rings[number] for number in AS_SHOE)


def edge_tube(body: Skeleton, side: Side) -> Tube:
    """Return the outer edge of the sole."""
    return Tube(tuple(_ring(body, side, row) for row in EDGE))


def _arched(row: Row, rise: float, number: int) -> Row:
    over, under, back = ARCHED.get(number, (0.0, 0.0, 0.0))
    return (
        row[0] - rise * back,
        row[1],
        row[2],
        row[3] + rise * over,
        row[4] - rise * under,
        row[5],
    )


def _arch_rise(body: Skeleton, side: Side) -> float:
    foot = body.frames[sided("foot", side)]
    way = sub(body.points[sided("arch", side)], body.points[sided("ankle", side)])
    return turned(transposed(foot), way)[1] - ARCH[1]


def _ring(body: Skeleton, side: Side, row: Row) -> Ring:
    x, y, z, over, under, half = row
    foot = body.frames[sided("foot", side)]
    centre = _in_foot(body, side, (x, y, z))
    return Ring(centre, _column(foot, 1), _column(foot, 2), over, under, half)


def _in_foot(body: Skeleton, side: Side, at: V3) -> V3:
    foot, ankle = body.frames[sided("foot", side)], body.points[sided("ankle", side)]
    return add(ankle, turned(foot, (at[0], at[1], at[2] * side.outward)))


def toe_tubes(body: Skeleton, side: Side) -> dict[str, Tube]:
    """Return every toe, the little one first."""
    return {name: _toe(body, side, name) for name in TOES}


def big_toe(body: Skeleton, side: Side) -> Tube:
    """Return the big toe."""
    return _toe(body, side, BIG)


def toes_ring(body: Skeleton, side: Side) -> Ring:
    """Return a ring round the middle of all small toes, enough of them for a small drawing."""
    small = body.frames[sided("small_toes", side)]
    root = _in_foot(body, side, (FOOT[-1][0], SOLE + LOW, 0.0))
    middle = add(root, turned(small, (MIDDLE, 0.0, MIDDLE_OUT * side.outward)))
    return Ring(middle, _column(small, 1), _column(small, 2), LOW, LOW, SMALL_TOES_HALF)


LOW, MIDDLE, MIDDLE_OUT, SMALL_TOES_HALF = 0.006, 0.012, 0.004, 0.014


def _toe(body: Skeleton, side: Side, name: str) -> Tube:
    parts = ("toes", "toe_tip") if name == BIG else ("small_toes", "small_tips")
    near, tip = (body.frames[sided(part, side)] for part in parts)
    x, y, z, long, wide = TOES[name]
    root = _in_foot(body, side, (x - SLIDE * _arch_rise(body, side), y, z))
    knuckle = add(root, turned(near, (long * KNUCKLE, 0.0, 0.0)))
    return Tube((
        _round(add(root, turned(near, (long * ROOT, 0.0, 0.0))), near, wide),
        _round(knuckle, halfway(near, tip), wide * 0.94),
        _round(add(knuckle, turned(tip, (long * (1 - KNUCKLE), 0.0, 0.0))), tip, wide * 0.8),
    ))


def _round(centre: V3, matrix: M3, wide: float) -> Ring:
    return Ring(centre, _column(matrix, 1), _column(matrix, 2), wide, wide, wide)


def _column(matrix: M3, number: int) -> V3:
    return (matrix[0][number], matrix[1][number], matrix[2][number])
