"""What stands about the body, what it lifts, and bands; and which of these hides what.

The left version of each is its mirror image.
"""

from dataclasses import dataclass, replace
from enum import StrEnum

from runwright.figures.joints import Side
from runwright.figures.vectors import V3

Span = tuple[float, float]


class Order(StrEnum):
    """What a piece of equipment lies just behind; the body's layers from far to near."""

    EVERYTHING = "everything"
    FAR_ARM = "far_arm"
    FAR_LEG = "far_leg"
    TRUNK = "trunk"
    NEAR_LEG = "near_leg"
    HEAD = "head"
    NEAR_ARM = "near_arm"
    NOTHING = "nothing"


class Block(StrEnum):
    """Things that stand, lie, hang or roll about."""

    STEP = "step"
    BOX = "box"
    BENCH = "bench"
    CHAIR = "chair"
    WALL = "wall"
    PAD = "pad"
    BOARD = "board"
    WEDGE = "wedge"
    POST = "post"
    RAIL = "rail"
    BAR = "bar"
    ROLLER = "roller"
    BALL = "ball"
    SLIDER = "slider"
    TOWEL = "towel"
    ROLL = "roll"
    ANCHOR = "anchor"
    LEVER = "lever"


class Weight(StrEnum):
    """Things that are lifted."""

    DUMBBELL = "dumbbell"
    KETTLEBELL = "kettlebell"
    BARBELL = "barbell"
    TRAP_BAR = "trap_bar"
    STICK = "stick"
    BAR = "bar"
    VEST = "vest"
    ROPE = "rope"


class Hold(StrEnum):
    """Where a weight is when hands alone do not say it."""

    HANDS = "hands"
    HIPS = "hips"
    BACK = "back"
    RACK = "rack"
    THIGHS = "thighs"
    FOOT = "foot"
    WORN = "worn"


class Face(StrEnum):
    """Sides of a shin that a machine's pad lies on."""

    FRONT = "front"
    BACK = "back"


class Strap(StrEnum):
    """What bands are made of; only the first stretches."""

    BAND = "band"
    STRAP = "strap"
    CABLE = "cable"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A thing in the room: from where to where. [1], fractions of height

    Attributes
    ----------
    slope
        A board's edges, forward and up; bodies are on the left of the way between them.
    follows
        The point of the body it moves with; round things roll, so they go half as far.
    presses
        Whether a lever's pad lies on the front or the back of the shin.
    rolled_share
        How far a round thing has rolled forward. [1]
    """

    kind: Block
    x_share: Span
    y_share: Span
    z_share: Span
    slope: tuple[Span, Span] | None = None
    follows: str | None = None
    behind: Order = Order.EVERYTHING
    presses: Face | None = None
    rolled_share: float = 0.0

    @property
    def top_share(self) -> float:
        """How high one rests on it. [1]"""
        return self.y_share[1]


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """A weight; two sides hold it in both hands."""

    kind: Weight
    sides: frozenset[Side]
    hold: Hold = Hold.HANDS


@dataclass(frozen=True, slots=True, kw_only=True)
class Band:
    """A band between two places, or round both legs.

    Attributes
    ----------
    start, end
        A point of the body or a place in the room; no start where the band is a loop.
    around
        The part of the body it goes round: of one side, or of both where it ends in ``s``.
    """

    kind: Strap = Strap.BAND
    start: str | V3 | None = None
    end: str | None = None
    around: str | None = None
    behind: Order | None = None


def mirrored_standing(item: Standing) -> Standing:
    """Return the thing on the other side."""
    return replace(
        item,
        z_share=(-item.z_share[1], -item.z_share[0]),
        follows=None if item.follows is None else other_name(item.follows),
    )


def mirrored_carried(item: Carried) -> Carried:
    """Return the weight in the other hand."""
    return replace(item, sides=frozenset(side.other for side in item.sides))


def mirrored_band(item: Band) -> Band:
    """Return the band on the other side."""
    start = item.start
    if isinstance(start, str):
        start = other_name(start)
    elif start is not None:
        start = (start[0], start[1], -start[2])
    end, around = (None if n is None else other_name(n) for n in (item.end, item.around))
    return replace(item, start=start, end=end, around=around)


def other_name(point: str) -> str:
    """Return the name of the same point on the other side."""
    stem, _, end = point.rpartition("_")
    return f"{stem}_{Side(end).other}" if end in tuple(Side) else point
