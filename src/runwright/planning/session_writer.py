"""A session as the runner gets it: blocks, honest minutes, and versions for less or more time."""

from collections.abc import Sequence
from dataclasses import replace

from runwright.domain.exercise import Role
from runwright.domain.plan import PlannedSession, Reason
from runwright.domain.session import SessionKind, Variant
from runwright.planning.compose import SECONDS_PER_MINUTE, Item, compose, variant
from runwright.planning.doses import with_sets
from runwright.planning.session_spot import SessionSpot, session_title
from runwright.planning.template_sessions import LEAN_SETS

# Little time, the usual time, more time: the versions every session has.
VARIANT_MINUTES = (15, 30, 45)
HARD_RIR = 4  # a set with this many or fewer in reserve counts as a hard set


def written(  # noqa: PLR0913  # keyword-only from the third, the parts of one session
    spot: SessionSpot,
    opening: Sequence[Item],
    items: Sequence[Item],
    *,
    session_id: str,
    reasons: tuple[Reason, ...],
    more: Sequence[Item],
    most_exercises: int,
) -> PlannedSession:
    """The session as the runner gets it; `more` are items a longer version may add."""
    composed = compose([*opening, *items])
    return PlannedSession(
        id=session_id,
        placed=spot.placed,
        title=session_title(spot),
        blocks=composed.blocks,
        worked_out_min=round(composed.seconds / SECONDS_PER_MINUTE, 1),
        hard_sets=sum(item.dose.sets for item in items if is_hard_set(item)),
        variants=_variants(spot, opening, items, more, most_exercises),
        reasons=reasons,
    )


def _variants(
    spot: SessionSpot,
    opening: Sequence[Item],
    items: Sequence[Item],
    more: Sequence[Item],
    most_exercises: int,
) -> tuple[Variant, ...]:
    if spot.placed.kind is SessionKind.JUMPS or not items:
        return ()
    jumps = sum(item.role is Role.PLYO for item in opening)
    most = most_exercises - jumps
    found = []
    for minutes in VARIANT_MINUTES:
        if minutes > spot.placed.duration_min:
            pool = [*(replace(item, essential=True) for item in items), *more]
        elif minutes < spot.placed.duration_min:
            pool = [_lean(item) for item in items]
        else:
            pool = [*items]
        found.append(variant(minutes, pool, most=most, opening=opening))
    return tuple(found)


def _lean(item: Item) -> Item:
    """Two sets at most: what a short version of a session keeps (rule S12)."""
    return replace(item, dose=with_sets(item.dose, min(LEAN_SETS, item.dose.sets)))


def is_hard_set(item: Item) -> bool:
    """Whether its sets count as hard lower-body sets."""
    return item.lower_body and item.dose.rir is not None and item.dose.rir <= HARD_RIR
