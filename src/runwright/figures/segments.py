"""The measured body: lengths, masses and centres of mass of its segments.

Lengths are fractions of body height [1], so the drawn figure is 1 tall. They and the masses are
those of D. A. Winter, *Biomechanics and Motor Control of Human Movement*, 4th ed., Wiley 2009,
chapter 4 (figure 4.1, after Drillis and Contini 1966; table 4.1, after Dempster). Breadths between
joints are narrower than Winter's outer breadths of shoulders (0.259) and hips (0.191), because
joints sit inside the flesh; where the spine bends and how far the foot reaches behind the ankle
are ours.
"""

from dataclasses import dataclass
from enum import StrEnum

THIGH = 0.245
SHANK = 0.246
ANKLE_HEIGHT = 0.039
FOOT = 0.152
UPPER_ARM = 0.186
FOREARM = 0.146
HAND = 0.108
HEAD = 0.130  # chin to crown
HIPS_TO_SHOULDERS = 0.288

PELVIS = 0.080  # hips to the bend in the low back
LOIN = 0.090  # from there to the bend between the shoulder blades
CHEST = HIPS_TO_SHOULDERS - PELVIS - LOIN
NECK_BASE = 0.020  # above the line of the shoulders
NECK = 0.052  # to where the skull turns
HEEL_BEHIND = 0.040
BALL_AHEAD = 0.073  # of the ankle, along the sole
BIG_TOE = FOOT - HEEL_BEHIND - BALL_AHEAD
BALL_HEIGHT = 0.013  # middle of the joint of the big toe above the sole
STRAIGHT = 0.9995  # share of a limb's length that counts as stretched out


class Body(StrEnum):
    """The two builds a runner can choose between."""

    SLIGHT = "slight"
    BROAD = "broad"


@dataclass(frozen=True, slots=True, kw_only=True)
class Build:
    """Breadths of a build.

    Attributes
    ----------
    shoulder_half_share, hip_half_share
        Middle of the body to the joint, as a fraction of height. [1]
    trunk_girth_ratio, limb_girth_ratio, waist_ratio
        Thickness relative to the plain figure. [1]
    """

    shoulder_half_share: float
    hip_half_share: float
    trunk_girth_ratio: float
    limb_girth_ratio: float
    waist_ratio: float


BUILDS = {
    Body.SLIGHT: Build(
        shoulder_half_share=0.094,
        hip_half_share=0.052,
        trunk_girth_ratio=0.96,
        limb_girth_ratio=0.96,
        waist_ratio=0.92,
    ),
    Body.BROAD: Build(
        shoulder_half_share=0.106,
        hip_half_share=0.050,
        trunk_girth_ratio=1.05,
        limb_girth_ratio=1.06,
        waist_ratio=1.06,
    ),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mass:
    """Share of body mass [1] and where it acts between two points [1], 0 at the first."""

    share: float
    start: str
    end: str
    at_share: float


LIMB_MASSES = (  # one side
    Mass(share=0.0145, start="ankle", end="toe", at_share=0.5),
    Mass(share=0.0465, start="knee", end="ankle", at_share=0.433),
    Mass(share=0.100, start="hip", end="knee", at_share=0.433),
    Mass(share=0.028, start="shoulder", end="elbow", at_share=0.436),
    Mass(share=0.016, start="elbow", end="wrist", at_share=0.430),
    Mass(share=0.006, start="wrist", end="hand", at_share=0.506),
)
TRUNK_MASSES = (
    Mass(share=0.142, start="pelvis", end="loin", at_share=0.5),
    Mass(share=0.355, start="loin", end="neck", at_share=0.5),
    Mass(share=0.081, start="neck", end="crown", at_share=0.5),
)
