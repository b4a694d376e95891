"""One kind of new stress at a time (L07): known work harder, more landings, a block."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date, timedelta
from enum import StrEnum

from runwright.domain.progress import RunnerState
from runwright.domain.proposal import Change, ChangeKind, Decided, Work, accepted
from runwright.rules.registry import RuleBook

LOOKS_BACK = 4  # windows; a step that was not done in a month is none any more


class NewStress(StrEnum):
    """What is new to the body with a step up; MORE is known work a step harder, a rung included."""

    MORE = "more"
    LANDINGS = "landings"
    BLOCK = "block"


def kind_of(change: Change) -> NewStress | None:
    """Return what is new with a change; None for one that asks for no more."""
    if change.kind is ChangeKind.BLOCK:
        return NewStress.BLOCK
    works = _step_up(change)
    if works is None:
        return None
    before, after = works
    is_other = after.exercise != before.exercise or after.contacts != before.contacts
    return NewStress.LANDINGS if after.contacts is not None and is_other else NewStress.MORE


def is_rung(change: Change) -> bool:
    """Whether a step up brings another exercise."""
    works = _step_up(change)
    return works is not None and works[0].exercise != works[1].exercise


def _step_up(change: Change) -> tuple[Work, Work] | None:
    """Return the work before and after a step up; None for any other change."""
    if change.kind is not ChangeKind.STEP_UP or change.before is None or change.after is None:
        return None
    return change.before, change.after


def one_kind(
    changes: Sequence[Change],
    decisions: Collection[Decided],
    state: RunnerState,
    book: RuleBook,
    today: date,
) -> tuple[Change, ...]:
    """Return the changes without the steps up that would bring a second kind of new stress.

    A step that was agreed on counts until a week after it was first done. Of several kinds that
    are due, the one with the most steps comes first; the others come when it has settled. Of
    several rungs the one that waited longest comes, and the next when it has settled.
    """
    due = [kind for one in changes if (kind := kind_of(one)) is not None]
    if not due:
        return tuple(changes)
    recent = recent_kinds(decisions, state, book, today)
    chosen = max(NewStress, key=lambda kind: (due.count(kind), kind is NewStress.MORE))
    allowed = recent or {chosen}
    if len(recent) > 1:
        allowed = set()
    rung = _next_rung(changes, decisions, state, book, today)
    return tuple(
        one
        for one in changes
        if kind_of(one) in {None, *allowed} and (one is rung or not is_rung(one))
    )


def _next_rung(
    changes: Sequence[Change],
    decisions: Collection[Decided],
    state: RunnerState,
    book: RuleBook,
    today: date,
) -> Change | None:
    """Return the rung that may come: none within a week of another, else the longest at its top."""
    if any(is_rung(one) for one in _recent(decisions, state, book, today)):
        return None

    def waited(change: Change) -> int:
        known = state.exercise(change.about)
        return 0 if known is None else known.top_sessions

    return max(filter(is_rung, changes), key=waited, default=None)


def recent_kinds(
    decisions: Collection[Decided], state: RunnerState, book: RuleBook, today: date
) -> frozenset[NewStress]:
    """Return the kinds that are new to the body now: agreed on, or taken within a session."""
    window = timedelta(days=book.parameters("L07").window_days)
    heavier = (one.heavier_on for one in state.exercises if one.heavier_on is not None)
    found = {NewStress.MORE for day in heavier if today - day < window}
    agreed = (kind_of(one) for one in _recent(decisions, state, book, today))
    return frozenset(found | {kind for kind in agreed if kind is not None})


def _recent(
    decisions: Collection[Decided], state: RunnerState, book: RuleBook, today: date
) -> Iterator[Change]:
    """Yield the steps up that were agreed on and are new to the body, or wait to be."""
    window = timedelta(days=book.parameters("L07").window_days)
    for day, change in accepted(decisions):
        if day < today - LOOKS_BACK * window:
            continue
        if kind_of(change) is not None and change.after is not None:
            done = state.exercise(change.after.exercise)
            waits = done is None or done.last_day <= day
            if waits or (done is not None and today - done.since < window):
                yield change
