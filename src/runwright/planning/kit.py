"""What kit a runner really has: what was named, what that implies, and household things."""

from runwright.knowledge.library import Library


def kit_at_hand(library: Library, named: frozenset[str]) -> frozenset[str]:
    """Kit ids at hand, household things included."""
    found = set(named) | library.household
    for name in named:
        found |= set(library.kit[name]["implies"])
    return frozenset(found)
