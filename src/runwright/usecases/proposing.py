"""Changes become proposals: named by their facts, and asked about once."""

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace

from runwright.domain.proposal import Change, Proposal

ID_LETTERS = 16
Key = tuple[str, ...]
Group = tuple[str, Sequence[Change]]


def proposal_id(changes: Iterable[Change]) -> str:
    """Return a name that is the same for the same changes from the same facts."""
    keys = "\n".join(sorted("\t".join(change.key) for change in changes))
    return hashlib.sha256(keys.encode()).hexdigest()[:ID_LETTERS]


def asked_once(decided: Collection[Key], *groups: Group) -> tuple[Proposal, ...]:
    """Return a proposal for each group: its title, and what was not decided on before."""
    found = (
        (title, tuple(one for one in changes if one.key not in decided))
        for title, changes in groups
    )
    return tuple(
        Proposal(id=proposal_id(changes), title=title, changes=changes)
        for title, changes in found
        if changes
    )


def as_safety(
    proposals: Iterable[Proposal], *, opens_when: str, refers: bool = False
) -> tuple[Proposal, ...]:
    """Return the same proposals as what holds whether the runner likes it or not."""
    return tuple(
        replace(one, is_declinable=False, opens_when=opens_when, refers=refers) for one in proposals
    )
