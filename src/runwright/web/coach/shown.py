"""Proposals and decisions as the pages show them: what, from what to what, why, by which rule."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import groupby

from runwright.coaching.work_words import said
from runwright.domain.calendar import DAYS_PER_WEEK, monday_of
from runwright.domain.proposal import Change, ChangeKind, Decided, Decision, Proposal, Work
from runwright.domain.words import N_, _
from runwright.formats.plan_html.why_view import RuleShelf, RuleView
from runwright.formats.plan_words.dates import short_day, short_span, short_weekday, weekday_and_day
from runwright.knowledge.library import Library
from runwright.web.coach.models import DecisionRecord

TO_SHOW = 3  # a tired person reads three
FEW = 2  # changes of one proposal that are read one by one
KINDS = {
    ChangeKind.STEP_UP: N_("A step up"),
    ChangeKind.HOLD: N_("Hold"),
    ChangeKind.STEP_DOWN: N_("A step down"),
    ChangeKind.DELOAD: N_("A lighter week"),
    ChangeKind.EASE: N_("Lighter"),
    ChangeKind.SWAP: N_("Something else instead"),
    ChangeKind.STOP: N_("Stop"),
    ChangeKind.DROP: N_("Let go"),
    ChangeKind.MOVE: N_("Another day"),
    ChangeKind.RETURN: N_("Back, step by step"),
    ChangeKind.RETEST: N_("Test again"),
    ChangeKind.NEED: N_("What your test says"),
    ChangeKind.OPEN: N_("Open now"),
    ChangeKind.BLOCK: N_("A block of weeks"),
}
DECISIONS = {
    Decision.ACCEPTED: N_("accepted"),
    Decision.DECLINED: N_("declined"),
    Decision.REVOKED: N_("taken back"),
}
REASONS = (
    N_("It felt right as it is."),
    N_("Not this week."),
    N_("I know why it went that way."),
    N_("I want to talk to someone first."),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeRow:
    """One change.

    Attributes
    ----------
    about
        What it is about, by name; '' where `kind` says it all.
    test
        Id of a home test it asks for; '' for none.
    """

    kind: str
    about: str
    before: str
    after: str
    because: str
    days: str
    rule: RuleView
    test: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An open proposal.

    Attributes
    ----------
    is_alone
        Whether it wants a yes of its own, not one for everything that is open.
    """

    id: str
    title: str
    rows: tuple[ChangeRow, ...]
    is_declinable: bool
    opens_when: str
    refers: bool
    is_alone: bool = False

    @property
    def name(self) -> str:
        """What it is about, in a word or two."""
        return self.title if self.rows[0].test else self.rows[0].about or self.title

    @property
    def is_list(self) -> bool:
        """Whether it holds so much that names come first, and reasons on a tap."""
        return not self.is_declinable and len(self.rows) > FEW


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the record.

    Attributes
    ----------
    said
        What was said to it, in a word; `because` in the runner's words.
    back
        The number to take it back by; None where it does not hold any more, or is long ago.
    """

    day: str
    title: str
    rows: tuple[ChangeRow, ...]
    said: str
    decision: str
    because: str
    back: int | None

    @property
    def name(self) -> str:
        """What it is about, in a word or two."""
        return self.rows[0].about or self.title


@dataclass(frozen=True, slots=True, kw_only=True)
class RecordWeek:
    """A week of the record, the newest line first."""

    span: str
    lines: tuple[Line, ...]


class CoachWords:
    """Puts proposals and decisions into words."""

    def __init__(self, library: Library) -> None:
        self.library, self.shelf = library, RuleShelf(library)

    def card(self, one: Proposal) -> Card:
        """Return an open proposal."""
        return Card(
            id=one.id,
            title=one.title,
            rows=self.rows(one),
            is_declinable=one.is_declinable,
            opens_when=one.opens_when,
            refers=one.refers,
            is_alone=any(change.kind is ChangeKind.BLOCK for change in one.changes),
        )

    def rows(self, one: Proposal) -> tuple[ChangeRow, ...]:
        """Return the changes of a proposal."""
        return tuple(self._row(change, one.title) for change in one.changes)

    def weeks(self, lines: Iterable[DecisionRecord], today: date) -> Iterator[RecordWeek]:
        """Yield the record by week, the newest first."""
        told = [(line.pk, line.decided) for line in lines]
        last_word = {decided.proposal.id: pk for pk, decided in told}
        told.sort(key=lambda pair: (pair[1].decided_on, pair[0]), reverse=True)
        for monday, group in groupby(told, key=lambda pair: monday_of(pair[1].decided_on)):
            yield RecordWeek(
                span=short_span(monday, monday + timedelta(days=DAYS_PER_WEEK - 1)),
                lines=tuple(
                    self._line(pk, decided, today, is_last=last_word[decided.proposal.id] == pk)
                    for pk, decided in group
                ),
            )

    def _line(self, number: int, decided: Decided, today: date, *, is_last: bool) -> Line:
        is_new = decided.decided_on > today - timedelta(days=DAYS_PER_WEEK)
        holds = is_last and decided.decision is not Decision.REVOKED
        safety = not decided.proposal.is_declinable and decided.decision is Decision.ACCEPTED
        return Line(
            day=f"{short_weekday(decided.decided_on)} {short_day(decided.decided_on)}",
            title=decided.proposal.title,
            rows=self.rows(decided.proposal),
            said=_("for safety") if safety else _(DECISIONS[decided.decision]),
            decision=decided.decision.value,
            because=decided.because,
            back=number if is_new and holds else None,
        )

    def _row(self, change: Change, title: str) -> ChangeRow:
        name = self._name(change)
        ends = change.kind is ChangeKind.STOP and change.after is None
        return ChangeRow(
            kind=_(KINDS[change.kind]) if name else title,
            about=name,
            before="" if ends else self._work_words(change.before, name),
            after=self._work_words(change.after, name),
            because=change.because,
            days=_days(change),
            rule=self.shelf.rule(change.rule),
            test=change.about if _is_due(change, self.library) else "",
        )

    def _work_words(self, work: Work | None, name: str) -> str:
        """Return what is asked for; a load is said anew, a line of the record may be old."""
        if work is None:
            return ""
        exercise = self.library.exercises.get(work.exercise)
        if exercise is not None and work.load_kg is not None:
            work = said(work, exercise)
        return work.says.removeprefix(f"{name}: ")

    def _name(self, change: Change) -> str:
        """Return what a change is about, by name; '' where it has none."""
        now = "" if change.before is None else change.before.exercise
        for one in (now, change.about):
            for known in (self.library.exercises, self.library.tests, self.library.regions):
                if one in known:
                    return _(known[one].name)
        try:
            return weekday_and_day(date.fromisoformat(change.about))
        except ValueError:
            return ""


def _is_due(change: Change, library: Library) -> bool:
    return change.kind is ChangeKind.RETEST and change.about in library.tests


def _days(change: Change) -> str:
    if change.last_day is None or change.last_day == change.first_day:
        return ""
    return short_span(change.first_day, change.last_day)
