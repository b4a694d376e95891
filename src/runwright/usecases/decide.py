"""What a runner says to the coach: a word on each change, written into the record of decisions."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from runwright.domain.calendar import monday_of
from runwright.domain.errors import RunwrightError
from runwright.domain.proposal import ChangeKind, Decided, Decision, Proposal
from runwright.domain.words import _
from runwright.usecases.proposing import proposal_id

# What matters most first: what protects, then what asks less, then what asks more.
FIRST_TO_LAST = (
    *(ChangeKind.STOP, ChangeKind.SWAP, ChangeKind.STEP_DOWN, ChangeKind.EASE, ChangeKind.HOLD),
    *(ChangeKind.DELOAD, ChangeKind.DROP, ChangeKind.MOVE, ChangeKind.RETURN, ChangeKind.NEED),
    *(ChangeKind.RETEST, ChangeKind.BLOCK, ChangeKind.OPEN, ChangeKind.STEP_UP),
)
TOGETHER = frozenset({ChangeKind.MOVE, ChangeKind.DROP, ChangeKind.RETEST})


class NotOpenError(RunwrightError):
    """A proposal is decided on that nobody makes any more."""

    code = "decide.not-open"

    def __init__(self) -> None:
        super().__init__(
            _("This proposal is not open any more: something newer came in. See what stands now.")
        )


class NotDeclinableError(RunwrightError):
    """Safety was declined."""

    code = "decide.not-declinable"

    def __init__(self, *, opens_when: str) -> None:
        self.opens_when = opens_when
        says = _("This keeps you safe, so it holds for now.")
        opens = _("It ends with this: {what}").format(what=opens_when) if opens_when else ""
        super().__init__(f"{says} {opens}".strip())


def apart(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return a proposal for each change, so that each can be decided on; what matters most first.

    What cannot be declined stays whole, for there is nothing to choose in it; days that make room
    for each other stay together, and so do tests.
    """
    found = [alone for one in proposals for alone in _each(one)]
    return tuple(sorted(found, key=_place))


def _each(one: Proposal) -> tuple[Proposal, ...]:
    if not one.is_declinable or any(change.kind in TOGETHER for change in one.changes):
        return (one,)
    return tuple(
        replace(one, id=proposal_id((change,)), changes=(change,)) for change in one.changes
    )


def _place(one: Proposal) -> tuple[bool, bool, int]:
    kinds = [FIRST_TO_LAST.index(change.kind) for change in one.changes]
    return not one.refers, one.is_declinable, min(kinds)


def decide(
    open_now: Sequence[Proposal],
    proposal: str,
    decision: Decision,
    today: date,
    because: str = "",
) -> Decided:
    """Return the line of the record that a word on an open proposal makes.

    Raises
    ------
    NotOpenError
        If no such proposal is open.
    NotDeclinableError
        If it is declined and cannot be.
    """
    found = next((one for one in open_now if one.id == proposal), None)
    if found is None:
        raise NotOpenError
    if decision is Decision.DECLINED and not found.is_declinable:
        raise NotDeclinableError(opens_when=found.opens_when)
    return Decided(proposal=found, decision=decision, decided_on=today, because=because.strip())


def revoked(record: Sequence[Decided], proposal: str, today: date, because: str = "") -> Decided:
    """Return the line that takes the last word on a proposal back; it is open again after it.

    Raises
    ------
    NotOpenError
        If nothing that holds was said to it.
    """
    found = next((one for one in reversed(record) if one.proposal.id == proposal), None)
    if found is None or found.decision is Decision.REVOKED:
        raise NotOpenError
    return Decided(
        proposal=found.proposal, decision=Decision.REVOKED, decided_on=today, because=because
    )


def weeks_made_lighter(decisions: Iterable[Decided]) -> frozenset[date]:
    """Return the Mondays of the weeks in which a lighter week that was agreed to began."""
    return frozenset(
        monday_of(change.first_day)
        for one in decisions
        if one.decision is Decision.ACCEPTED
        for change in one.proposal.changes
        if change.kind is ChangeKind.DELOAD
    )
