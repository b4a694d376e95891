"""The front of the foot: arch, big toe and small toes, which only bare feet show."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from runwright.figures import segments as seg
from runwright.figures.joints import Angles, Side, sided
from runwright.figures.vectors import M3, V3, add, pitch, sub, times, transposed, turned

ARCH: V3 = (0.026, -0.024, 0.0)  # skin under the arch at rest, seen from the ankle
HALF_TOE: V3 = (seg.BIG_TOE / 2, 0.0, 0.0)
ARCH_RISE = 0.0013  # of it for each degree of `arch`. [1]
SLIDE = 0.6  # a rising arch draws the toes back by this share of its rise
BALL: V3 = (seg.BALL_AHEAD, seg.BALL_HEIGHT - seg.ANKLE_HEIGHT, 0.0)  # from the ankle


class Body(Protocol):
    """What has points and frames."""

    @property
    def points(self) -> Mapping[str, V3]:
        """Where every joint is."""

    @property
    def frames(self) -> Mapping[str, M3]:
        """How every segment is turned."""


@dataclass(frozen=True, slots=True)
class Forefoot:
    """How arch and toes are held.

    Attributes
    ----------
    arch
        Where it is, seen from the foot.
    small_toes, tip
        How the small toes are turned, seen from the big one; and the tips, seen from their toes.
    """

    arch: V3
    small_toes: M3
    tip: M3

    def points(self, ankle: V3, foot: M3, toes: M3, side: Side) -> dict[str, V3]:
        """Return where the parts of a foot are: heel, arch, ball, and the tips of the toes."""
        ball = add(ankle, turned(foot, BALL))
        heel = add(ankle, turned(foot, (-seg.HEEL_BEHIND, -seg.ANKLE_HEIGHT, 0.0)))
        small = times(toes, self.small_toes)
        return {
            sided("ball", side): ball,
            sided("heel", side): heel,
            sided("toe", side): add(ball, turned(toes, (seg.BIG_TOE, 0.0, 0.0))),
            sided("arch", side): add(ankle, turned(foot, self.arch)),
            sided("small_toe", side): sub(
                add(add(ball, turned(small, HALF_TOE)), turned(times(small, self.tip), HALF_TOE)),
                turned(foot, (SLIDE * (self.arch[1] - ARCH[1]), 0.0, 0.0)),
            ),
        }

    def frames(self, foot: M3, toes: M3, side: Side) -> dict[str, M3]:
        """Return how the parts of a foot are turned."""
        small = times(toes, self.small_toes)
        return {
            sided("foot", side): foot,
            sided("toes", side): toes,
            sided("toe_tip", side): times(toes, self.tip),
            sided("small_toes", side): small,
            sided("small_tips", side): times(small, self.tip),
        }


def forefoot_of(angles: Angles, side: Side) -> Forefoot:
    """Return how the angles of a pose hold arch and toes."""
    arch, small, curl = (
        angles.get(sided(name, side), 0.0) for name in ("arch", "small_toes", "toe_curl")
    )
    return Forefoot(add(ARCH, (0.0, ARCH_RISE * arch, 0.0)), pitch(small), pitch(-curl))


def forefoot_in(body: Body, side: Side) -> Forefoot:
    """Return how a body holds its arch and toes."""
    to_foot, to_toes, to_small = (
        transposed(body.frames[sided(name, side)]) for name in ("foot", "toes", "small_toes")
    )
    way = sub(body.points[sided("arch", side)], body.points[sided("ankle", side)])
    return Forefoot(
        turned(to_foot, way),
        times(to_toes, body.frames[sided("small_toes", side)]),
        times(to_small, body.frames[sided("small_tips", side)]),
    )
