"""Things, weights and bands as people write them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from runwright.figures.bands import AROUND, HANDS
from runwright.figures.gear import (
    Band,
    Block,
    Carried,
    Face,
    Hold,
    Order,
    Span,
    Standing,
    Strap,
    Weight,
)
from runwright.figures.joints import Side, sided
from runwright.figures.parse_pose import POINTS
from runwright.figures.written import Written

BLOCK_KEYS = ("x", "z", "height", "slope", "with", "presses", "behind")
BAND_KEYS = ("kind", "from", "to", "round", "behind")
BOTH, EACH = "both", "each"

# Half of the length, of the depth, and the height where the author names none. [1]
USUAL: Mapping[Block, tuple[float, Span, float]] = MappingProxyType({
    Block.STEP: (0.12, (-0.16, 0.16), 0.10),
    Block.BOX: (0.14, (-0.15, 0.15), 0.20),
    Block.BENCH: (0.12, (-0.28, 0.28), 0.24),
    Block.CHAIR: (0.15, (-0.13, 0.13), 0.26),
    Block.WALL: (0.01, (-0.34, 0.1), 1.1),
    Block.PAD: (0.1, (-0.1, 0.1), 0.02),
    Block.BOARD: (0.2, (-0.14, 0.14), 0.0),
    Block.WEDGE: (0.06, (-0.16, 0.16), 0.04),
    Block.POST: (0.014, (-0.014, 0.014), 1.0),
    Block.RAIL: (0.011, (-0.2, 0.2), 0.55),
    Block.BAR: (0.01, (-0.36, 0.36), 1.2),
    Block.ROLLER: (0.045, (-0.14, 0.14), 0.085),
    Block.BALL: (0.17, (0.0, 0.0), 0.34),
    Block.SLIDER: (0.05, (-0.05, 0.05), 0.01),
    Block.TOWEL: (0.12, (-0.09, 0.09), 0.008),
    Block.ROLL: (0.012, (-0.03, 0.12), 0.024),
    Block.ANCHOR: (0.01, (-0.15, 0.15), 0.09),
    Block.LEVER: (0.01, (0.0, 0.12), 0.3),
})
# What is before the body: hands close round a bar, ankles are under an anchor, shins behind a pad.
USUAL_ORDER: Mapping[Block, Order] = MappingProxyType({
    Block.BAR: Order.NEAR_ARM,
    Block.ANCHOR: Order.HEAD,
    Block.LEVER: Order.HEAD,
})


def standing_of(things: Written) -> dict[str, Standing]:
    """Return things by the name that feet and hands call them."""
    if things.data is None:
        return {}
    found = {}
    for key in things.keys((*Block, *_numbered(things))):
        found[key] = _standing(things.part(key), Block(key.partition("_")[0]))
    return found


def _numbered(things: Written) -> Iterable[str]:
    """Names such as ``board_back``, of which there can be several."""
    names = things.data if isinstance(things.data, Mapping) else ()
    return (str(name) for name in names if str(name).partition("_")[0] in tuple(Block))


def _standing(part: Written, kind: Block) -> Standing:
    part.keys(BLOCK_KEYS)
    half, depth, high = USUAL[kind]
    slope = part.part("slope").shares(4) if part.has("slope") else None
    x = (0.0, 0.0) if slope else part.part("x").span(half)
    z = part.part("z").span(depth[1], otherwise=depth)
    height = part.part("height").span(None, otherwise=(0.0, high))
    return Standing(
        kind=kind,
        x_share=x,
        y_share=height,
        z_share=z,
        slope=None if slope is None else ((slope[0], slope[1]), (slope[2], slope[3])),
        follows=part.part("with").choice(POINTS) if part.has("with") else None,
        behind=_behind(part) or USUAL_ORDER.get(kind, Order.EVERYTHING),
        presses=Face(part.part("presses").choice(Face)) if kind is Block.LEVER else None,
    )


def _behind(part: Written) -> Order | None:
    return Order(part.part("behind").choice(Order)) if part.has("behind") else None


RIGHT = frozenset({Side.RIGHT})
ALL = frozenset(Side)
# How a weight is held: the sides of each, and where. Of the holds for one side, each gets one.
HOLDS: Mapping[str, tuple[Hold, tuple[frozenset[Side], ...]]] = MappingProxyType({
    BOTH: (Hold.HANDS, (ALL,)),
    EACH: (Hold.HANDS, tuple(frozenset({side}) for side in Side)),
    **{str(side): (Hold.HANDS, (frozenset({side}),)) for side in Side},
    "hips": (Hold.HIPS, (ALL,)),
    "back": (Hold.BACK, (ALL,)),
    "thighs": (Hold.THIGHS, tuple(frozenset({side}) for side in Side)),
    "rack": (Hold.RACK, tuple(frozenset({side}) for side in Side)),
    **{f"rack_{side}": (Hold.RACK, (frozenset({side}),)) for side in Side},
    "worn": (Hold.WORN, (ALL,)),
    **{sided("foot", side): (Hold.FOOT, (frozenset({side}),)) for side in Side},
})
FITS: Mapping[Weight, tuple[Hold, ...]] = MappingProxyType({
    Weight.DUMBBELL: (Hold.HANDS, Hold.HIPS, Hold.THIGHS),
    Weight.KETTLEBELL: (Hold.HANDS, Hold.RACK, Hold.FOOT),
    Weight.BARBELL: (Hold.HANDS, Hold.HIPS, Hold.BACK),
    Weight.TRAP_BAR: (Hold.HANDS,),
    Weight.STICK: (Hold.HANDS, Hold.BACK),
    Weight.BAR: (Hold.HANDS,),
    Weight.VEST: (Hold.WORN,),
    Weight.ROPE: (Hold.HANDS,),
})


def carried_of(carries: Written) -> Iterable[Carried]:
    """Return every weight."""
    if carries.data is None:
        return
    for key in carries.keys(Weight):
        kind = Weight(key)
        words = [word for word, (hold, _) in HOLDS.items() if hold in FITS[kind]]
        hold, whose = HOLDS[carries.part(key).choice(words)]
        for sides in whose:
            yield Carried(kind=kind, sides=sides, hold=hold)


def bands_of(bands: Written) -> Iterable[Band]:
    """Return every band."""
    for part in bands.items():
        part.keys(BAND_KEYS)
        around = part.part("round").choice(AROUND) if part.has("round") else None
        end = part.part("to").choice((*HANDS, *POINTS)) if part.has("to") else None
        start: str | tuple[float, float, float] | None = None
        if part.has("from"):
            start = _start(part.part("from"))
        if (start is None or around is not None) is (end is not None):
            part.fault("'from' and 'to', 'from' and 'round', or 'round'", "Say where it runs")
            start, end = "pelvis", "neck"
        yield Band(
            kind=Strap(part.part("kind").choice(Strap)) if part.has("kind") else Strap.BAND,
            start=start,
            end=end,
            around=around,
            behind=_behind(part),
        )


def _start(part: Written) -> str | tuple[float, float, float]:
    if isinstance(part.data, str):
        return part.choice((*HANDS, *POINTS))
    x, y, z = part.shares(3)
    return (x, y, z)
