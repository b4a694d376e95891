"""What a coach proposes: changes with their rule and reason, accepted or declined by the runner."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from runwright.domain.progress import Lever


class ChangeKind(StrEnum):
    """What a change does; SWAP keeps the pattern, MOVE the work, EASE only the day or the week.

    RETEST asks for a test, NEED is what its result makes of the plan; BLOCK does the same exercises
    another way for some weeks.
    """

    STEP_UP = "step_up"
    HOLD = "hold"
    STEP_DOWN = "step_down"
    DELOAD = "deload"
    EASE = "ease"
    SWAP = "swap"
    STOP = "stop"
    DROP = "drop"
    MOVE = "move"
    RETURN = "return"
    RETEST = "retest"
    NEED = "need"
    OPEN = "open"
    BLOCK = "block"

    @property
    def asks_more(self) -> bool:
        """Whether it makes the work harder."""
        return self in {ChangeKind.STEP_UP, ChangeKind.OPEN}


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What one exercise asks for, as far as a change touches it.

    Attributes
    ----------
    exercise
        '' where the change is not about one.
    load_kg
        [kg]; 0.0 is body weight, None is "the runner chooses by reserve".
    sets_share, load_share
        Share of the usual sets or load, for a lighter day or week. 0 to 1; 1 is all of it
    levers
        What is harder about it besides repetitions and load.
    day
        Where the change moves something; None elsewhere.
    says
        The whole of it in a few words, ``"3 × 8 at 20 kg"``.
    """

    says: str
    exercise: str = ""
    sets: int | None = None
    reps: tuple[int, int] | None = None
    hold_s: int | None = None
    contacts: int | None = None
    load_kg: float | None = None
    tempo: str = ""
    rest_s: int | None = None
    sets_share: float = 1.0
    load_share: float = 1.0
    levers: tuple[Lever, ...] = ()
    day: date | None = None

    @property
    def key(self) -> str:
        """Everything of it but the words."""
        return repr(replace(self, says=""))


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One change, with its rule and its reason.

    Attributes
    ----------
    about
        What it is about: the id of an exercise, a session, a gate or a region; ``"week"`` for all.
    before, after
        None where there was nothing, or will be nothing.
    rule
        Id of the rule that asks for it.
    because
        The facts, in one sentence for the runner.
    first_day, last_day
        The days it holds for; `last_day` None is "from then on".
    facts
        What it rests on, in a form that compares; the same change from the same facts is asked
        once.
    """

    kind: ChangeKind
    about: str
    rule: str
    because: str
    first_day: date
    last_day: date | None = None
    before: Work | None = None
    after: Work | None = None
    facts: str = ""

    def holds_on(self, day: date) -> bool:
        """Whether it is meant for a day."""
        return self.first_day <= day and (self.last_day is None or day <= self.last_day)

    @property
    def key(self) -> tuple[str, ...]:
        """What makes it the same question again, whatever the day and the words."""
        works = (self.before, self.after)
        return (
            self.kind.value,
            self.about,
            self.rule,
            *("" if work is None else work.key for work in works),
            self.facts,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Changes that belong together, accepted or declined as one.

    Attributes
    ----------
    id
        The same for the same changes from the same facts, so that it is asked once.
    title
        A few words for the runner.
    is_declinable
        False for safety: it holds whether the runner likes it or not.
    opens_when
        For what cannot be declined: what would lift it; '' elsewhere.
    refers
        Whether its words send the runner to a clinician.
    """

    id: str
    title: str
    changes: tuple[Change, ...]
    is_declinable: bool = True
    opens_when: str = ""
    refers: bool = False


class Decision(StrEnum):
    """What the runner said to a proposal; REVOKED takes an earlier word on it back."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """A line of the record of what changed and why.

    Attributes
    ----------
    decided_on
        The day the runner decided, or the day safety decided.
    because
        In the runner's words; '' for none.
    """

    proposal: Proposal
    decision: Decision
    decided_on: date
    because: str = ""


def in_order(decisions: Iterable[Decided]) -> tuple[Decided, ...]:
    """Return decisions by day; those of one day in the same order however they arrived."""
    return tuple(sorted(decisions, key=lambda one: (one.decided_on, one.proposal.id)))


def accepted(decisions: Iterable[Decided]) -> Iterator[tuple[date, Change]]:
    """Yield what was said yes to, and on which day, in order."""
    for one in in_order(decisions):
        if one.decision is Decision.ACCEPTED:
            yield from ((one.decided_on, change) for change in one.proposal.changes)


def standing(record: Iterable[Decided]) -> tuple[Decided, ...]:
    """Return the decisions that hold, of a record in the order it was written.

    The last word on a proposal counts; one that was taken back is as if never said.
    """
    holds: dict[str, Decided] = {}
    for one in record:
        holds.pop(one.proposal.id, None)
        if one.decision is not Decision.REVOKED:
            holds[one.proposal.id] = one
    return tuple(holds.values())
