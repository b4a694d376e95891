"""Colours of figures: page tokens where a page has them, our own where the figure stands alone."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from runwright.figures.shapes import Ink


class Palette(StrEnum):
    """Skin and hair a runner can choose."""

    SAND = "sand"
    BRONZE = "bronze"
    UMBER = "umber"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tones:
    """Skin near and far, and hair by day and by night."""

    skin: str
    skin_far: str
    hair: str
    hair_dark: str


PALETTES: Mapping[Palette, Tones] = MappingProxyType({
    Palette.SAND: Tones(skin="#e8b48f", skin_far="#d39a74", hair="#6b4426", hair_dark="#8a5c38"),
    Palette.BRONZE: Tones(skin="#c68a5e", skin_far="#ad744b", hair="#33231c", hair_dark="#6d4d3d"),
    Palette.UMBER: Tones(skin="#875538", skin_far="#6f442c", hair="#1d1715", hair_dark="#54443e"),
})

# Page token, then light and dark values where there is no page.
TOKENS: Mapping[Ink, tuple[str, str, str]] = MappingProxyType({
    Ink.SHIRT: ("fig-shirt", "#0f7b6c", "#1c9784"),
    Ink.SHIRT_FAR: ("fig-shirt-far", "#0b5f54", "#12705f"),
    Ink.SHORTS: ("fig-short", "#24324a", "#50648a"),
    Ink.SHORTS_FAR: ("fig-short-far", "#1a2538", "#3a4a69"),
    Ink.SHOE: ("coral", "#d8432b", "#ff7a5c"),
    Ink.SHOE_FAR: ("fig-shoe-far", "#a93320", "#cc5b41"),
    Ink.SOLE: ("fig-sole", "#efe6d8", "#d9d2c6"),
    Ink.MUSCLE: ("fig-muscle", "#f2a516", "#ffb84d"),
    Ink.IRON: ("fig-iron", "#4a5568", "#8793a3"),
    Ink.IRON_LIGHT: ("fig-iron-light", "#7a8494", "#a9b3c1"),
    Ink.WOOD: ("fig-wood", "#c9b281", "#84734e"),
    Ink.WOOD_TOP: ("fig-wood-top", "#e2d2a8", "#a3906a"),
    Ink.WOOD_SIDE: ("fig-wood-side", "#b0986a", "#6b5c3d"),
    Ink.FABRIC: ("fig-cloth", "#9fb6cf", "#5d7694"),
    Ink.BAND: ("fig-band", "#8a3fb0", "#c58be6"),
    Ink.WALL: ("fig-wall", "#e5ded0", "#2c3542"),
    Ink.SHADOW: ("fig-floor", "#e9e4d8", "#262e3a"),
})
LINE_WIDTH = 9  # between what is in front and what is behind. [drawing units]
ARROW_WIDTH = 9
SOLE_WIDTH, THUMB_WIDTH = 10, 16


def sheet(palette: Palette, used: frozenset[Ink]) -> str:
    """Return the style sheet of one figure.

    A page that sets the tokens has the last word; the values here are for a figure on its own.
    Skin and hair come from the class of the palette, so that a page can hold several.
    """
    tones = PALETTES[palette]
    parts = (*((f"r{ink}", *_value(ink)) for ink in sorted(used | ALWAYS)), *EXTRA)
    day = "".join(_rule(*part, is_dark=False) for part in parts)
    night = "".join(_rule(*part, is_dark=True) for part in parts if part[3] != part[4])
    scope = scope_of(palette)
    return (
        f".{scope}{{--rs:{tones.skin};--rf:{tones.skin_far};--rh:{tones.hair}}}{day}"
        ".rw-k,.ri,.ru{stroke-linejoin:round;stroke-linecap:round}"
        f".rw-k{{stroke-width:{LINE_WIDTH}}}.rw-x{{fill:none;stroke-width:{ARROW_WIDTH}}}"
        f".ri{{fill:none;stroke-width:{SOLE_WIDTH}}}.ru{{fill:none;stroke-width:{THUMB_WIDTH}}}"
        ".rw-n{font:600 46px system-ui}"
        f"@media(prefers-color-scheme:dark){{.{scope}{{--rh:{tones.hair_dark}}}{night}}}"
    )


def page_sheet(palette: Palette) -> str:
    """Return the style sheet for a page of figures, in every colour there is."""
    return sheet(palette, frozenset(Ink)) + sign_sheet()


def sign_sheet() -> str:
    """Return the style of the signs for right and wrong, which differ in shape and line too."""
    return (
        ".rw-g,.rw-w{fill:none;stroke-width:13;stroke-linecap:round;stroke-linejoin:round}"
        ".rw-g{stroke:var(--moss,#5e7f2e)}.rw-w{stroke:var(--coral,#d8432b)}"
        "circle.rw-g,circle.rw-w{stroke-width:8}circle.rw-w{stroke-dasharray:16 14}"
        ".rw-o{fill:none;stroke-width:16;stroke:var(--fig-line,#fff)}"
        "@media(prefers-color-scheme:dark){.rw-o{stroke:var(--fig-line,#1c222c)}"
        ".rw-g{stroke:var(--moss,#a9cb6b)}.rw-w{stroke:var(--coral,#ff7a5c)}}"
    )


Part = tuple[str, str, str, str, str]  # class, property, token, light and dark value

EXTRA: tuple[Part, ...] = (
    ("rw-k", "stroke", "fig-line", "#fff", "#1c222c"),
    ("rw-x", "stroke", "coral", "#d8432b", "#ff7a5c"),
    ("rw-y", "fill", "coral", "#d8432b", "#ff7a5c"),
    ("rw-n", "fill", "quiet", "#5c6675", "#a3adba"),
    ("rw-z", "opacity", "fig-ghost", ".16", ".22"),
)
PALETTE_INKS: Mapping[Ink, tuple[str, str]] = MappingProxyType({
    Ink.SKIN: ("fill", "rs"),
    Ink.SKIN_FAR: ("fill", "rf"),
    Ink.HAIR: ("fill", "rh"),
    Ink.THUMB: ("stroke", "rs"),
})


def _value(ink: Ink) -> tuple[str, str, str, str]:
    """Return property, token, light and dark value of a colour; no values for the palette's."""
    if ink in PALETTE_INKS:
        return (*PALETTE_INKS[ink], "", "")
    return ("stroke" if ink is Ink.SOLE else "fill", *TOKENS[ink])


def _rule(name: str, what: str, token: str, light: str, dark: str, *, is_dark: bool) -> str:
    value = dark if is_dark else light
    otherwise = f",{value}" if value else ""
    return f".{name}{{{what}:var(--{token}{otherwise})}}"


def mark(ink: Ink) -> str:
    """Return the class of a colour.

    One class and nothing around it, because a rule about ancestors does not reach into ``use``.
    """
    return f"r{ink}"


ALWAYS = frozenset({Ink.SHADOW, Ink.MUSCLE})


def scope_of(palette: Palette) -> str:
    """Return the class that the style sheet of a palette stays inside."""
    return f"rwf-{palette}"
