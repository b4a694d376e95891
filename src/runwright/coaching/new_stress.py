"""One kind of new stress at a time (L07): heavier, another exercise, more landings, a block."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from runwright.domain.progress import RunnerState
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision
from runwright.rules.registry import RuleBook

LOOKS_BACK = 4  # windows; a step that was not done in a month is none any more


class NewStress(StrEnum):
    """What is new to the body with a step up; MORE is the same exercise, harder."""

    MORE = "more"
    EXERCISE = "exercise"
    LANDINGS = "landings"
    BLOCK = "block"


def kind_of(change: Change) -> NewStress | None:
    """Return what is new with a change; None for one that asks for no more."""
    if change.kind is ChangeKind.BLOCK:
        return NewStress.BLOCK
    before, after = change.before, change.after
    if change.kind is not ChangeKind.STEP_UP or before is None or after is None:
        return None
    if after.exercise != before.exercise:
        return NewStress.EXERCISE
    return NewStress.MORE if after.contacts == before.contacts else NewStress.LANDINGS


def one_kind(
    changes: Sequence[Change],
    decisions: Collection[Decided],
    state: RunnerState,
    book: RuleBook,
    today: date,
) -> tuple[Change, ...]:
    """Return the changes without the steps up that would bring a second kind of new stress.

    A step that was agreed on counts until a week after it was first done. Of several kinds that
    are due, the one with the most steps comes first; the others come when it has settled.
    """
    due = [kind for one in changes if (kind := kind_of(one)) is not None]
    if not due:
        return tuple(changes)
    recent = recent_kinds(decisions, state, book, today)
    chosen = max(NewStress, key=lambda kind: (due.count(kind), kind is NewStress.MORE))
    allowed = recent or {chosen}
    if len(recent) > 1:
        allowed = set()
    return tuple(one for one in changes if kind_of(one) in {None, *allowed})


def recent_kinds(
    decisions: Collection[Decided], state: RunnerState, book: RuleBook, today: date
) -> frozenset[NewStress]:
    """Return the kinds that are new to the body now: agreed on, or taken within a session."""
    window = timedelta(days=book.parameters("L07").window_days)
    heavier = (one.heavier_on for one in state.exercises if one.heavier_on is not None)
    taken = {NewStress.MORE for day in heavier if today - day < window}
    return frozenset(taken | set(_recent(decisions, state, window, today)))


def _recent(
    decisions: Collection[Decided], state: RunnerState, window: timedelta, today: date
) -> Iterator[NewStress]:
    for decided in decisions:
        if (
            decided.decision is not Decision.ACCEPTED
            or decided.decided_on < today - LOOKS_BACK * window
        ):
            continue
        for change in decided.proposal.changes:
            kind = kind_of(change)
            if kind is not None and change.after is not None:
                done = state.exercise(change.after.exercise)
                waits = done is None or done.last_day <= decided.decided_on
                if waits or (done is not None and today - done.since < window):
                    yield kind
