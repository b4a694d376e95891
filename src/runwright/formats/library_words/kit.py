"""Names of things to train with, as a runner reads them."""

from runwright.domain.words import _, inside
from runwright.knowledge.library import Library


def kit_name(library: Library, kit: str) -> str:
    """Return the name of a thing, ``Sturdy box, 30 to 60 cm``."""
    return _(str(library.kit[kit]["name"]))


def kit_inside(library: Library, kit: str) -> str:
    """Return its name as it stands inside a sentence."""
    return inside(kit_name(library, kit))


def kit_in_short(library: Library, kit: str) -> str:
    """Return its name without what explains it, ``Sturdy box``."""
    return kit_name(library, kit).partition(":")[0].partition(",")[0]
