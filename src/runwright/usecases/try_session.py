"""A session moved by hand inside a finished plan, and what the rules say of it then.

For plans that cannot be made again as they stand (edited, foreign, from another version): nothing
else is rearranged around the moved session, so the answer is about this move and not about the
best season.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from runwright.domain.plan import DayPlan, PlannedSession, Reason, SeasonPlan
from runwright.domain.said import sentence
from runwright.domain.session import Placed, SessionKind
from runwright.domain.verdict import Severity
from runwright.domain.words import _
from runwright.knowledge.library import Library
from runwright.planning.choices import choices_for
from runwright.planning.request import session_lengths, start_hints
from runwright.rules.audit import Audit, AuditContext, AuditFinding
from runwright.rules.registry import RuleBook, Window
from runwright.usecases.made_again import MadeAgain, audit_stored

USUAL_SESSION_MIN = 30  # the usual session of a runner who has not said otherwise
NO_ROOM = "D03"


@dataclass(frozen=True, slots=True, kw_only=True)
class TriedSession:
    """One session put on another day, all else standing.

    Attributes
    ----------
    session
        Where it would sit; None where the day holds no time for it.
    taken_from, taken
        The day it was taken from and the session it was there; None where it is one more.
    breaks, gives_way
        What firm rules say that they do not say now; what would have to give way.
    differences
        Rules that cost more or less than now.
    """

    session: Placed | None
    taken_from: date | None = None
    taken: Placed | None = None
    breaks: tuple[Reason, ...] = ()
    gives_way: tuple[Reason, ...] = ()
    differences: tuple[Reason, ...] = ()


def try_session(
    plan: SeasonPlan, again: MadeAgain | None, library: Library, day: date, kind: SessionKind
) -> TriedSession:
    """Return the least harmful way to have a session of `kind` on `day`.

    The session is taken from a day of the same week that has one of its kind, if there is one.
    """
    placing = _rules_on_placement(_book(again, library))
    before = _placement_findings(plan, again, library, placing)
    tried = [
        _judged(move, before, _placement_findings(move.plan, again, library, placing))
        for source in _sources(plan, day, kind)
        for placed in _places(_without(plan, source, day), again, library, day, kind)
        for move in (_moved(plan, source, day, placed),)
    ]
    if not tried:
        reason = Reason(rule=NO_ROOM, says=_("No time of that day holds it beside the runs."))
        return TriedSession(session=None, breaks=(reason,))
    return min(tried, key=_harm)


@dataclass(frozen=True, slots=True)
class _Move:
    """A plan with one session moved."""

    plan: SeasonPlan
    session: Placed
    taken_from: date | None
    taken: Placed | None


def _harm(one: TriedSession) -> tuple[int, int, int, int]:
    points = sum(difference.points for difference in one.differences)
    start_min = one.session.start_min if one.session is not None else 0
    return len(one.breaks), len(one.gives_way), points, start_min


def _sources(plan: SeasonPlan, day: date, kind: SessionKind) -> Sequence[DayPlan | None]:
    """Days of the same week whose session could be the one that moves; None for one more."""
    week = next(week for week in plan.weeks if day in {one.day for one in week.days})
    alike = [
        one
        for one in week.days
        if one.session is not None and one.session.kind is kind and one.day != day
    ]
    return alike or [None]


def _without(plan: SeasonPlan, source: DayPlan | None, day: date) -> SeasonPlan:
    """The plan without the session of `source`, and with nothing on `day`."""
    empty = {day} if source is None else {day, source.day}
    return _with_sessions(plan, dict.fromkeys(empty))


def _moved(plan: SeasonPlan, source: DayPlan | None, day: date, placed: Placed) -> _Move:
    model = None if source is None else source.session
    session = (
        replace(model, placed=placed)
        if model is not None
        else PlannedSession(
            id=f"{day.isoformat()}-{placed.kind.value}",
            placed=placed,
            title="",
            blocks=(),
            worked_out_min=placed.duration_min,
            hard_sets=0,
        )
    )
    changed: dict[date, PlannedSession | None] = {day: session}
    if source is not None:
        changed[source.day] = None
    return _Move(
        plan=_with_sessions(plan, changed),
        session=placed,
        taken_from=None if source is None else source.day,
        taken=None if model is None else model.placed,
    )


def _with_sessions(plan: SeasonPlan, sessions: dict[date, PlannedSession | None]) -> SeasonPlan:
    weeks = tuple(
        replace(
            week,
            days=tuple(
                replace(one, session=sessions[one.day]) if one.day in sessions else one
                for one in week.days
            ),
        )
        for week in plan.weeks
    )
    return replace(plan, weeks=weeks)


def _places(
    bare: SeasonPlan, again: MadeAgain | None, library: Library, day: date, kind: SessionKind
) -> tuple[Placed, ...]:
    """Every sensible time of the day for the session."""
    looked = Audit(bare, _book(again, library), library.exercises, AuditContext())
    number = (day - looked.days[0].day).days
    minutes = USUAL_SESSION_MIN if again is None else again.request.runner.session_minutes
    found = choices_for(
        looked.facts[number],
        (kind,),
        session_lengths(library.planner["session_minutes"], minutes),
        start_hints(library.planner["starts"]),
    )
    return tuple(placed for placed in found if placed is not None)


def _book(again: MadeAgain | None, library: Library) -> RuleBook:
    if again is not None:
        return again.book
    return RuleBook(tuple(library.rules.values()), library.weights)


def _rules_on_placement(book: RuleBook) -> frozenset[str]:
    """Rules about where a session stands; what is in it does not change by moving it."""
    windows = (Window.DAY, Window.NEARBY, Window.WEEK)
    return frozenset(bound.id for window in windows for bound in book.rules_for(window))


def _placement_findings(
    plan: SeasonPlan, again: MadeAgain | None, library: Library, placing: frozenset[str]
) -> tuple[AuditFinding, ...]:
    found = audit_stored(_emptied(plan), again, library)
    return tuple(one for one in found if one.rule in placing)


def _emptied(plan: SeasonPlan) -> SeasonPlan:
    """The plan without what its sessions hold; rules on content have nothing to say of it."""
    sessions = {
        day.day: None if day.session is None else replace(day.session, blocks=())
        for week in plan.weeks
        for day in week.days
    }
    return _with_sessions(plan, sessions)


def _judged(
    move: _Move, before: Sequence[AuditFinding], after: Sequence[AuditFinding]
) -> TriedSession:
    return TriedSession(
        session=move.session,
        taken_from=move.taken_from,
        taken=move.taken,
        breaks=_new(before, after, Severity.FORBIDS),
        gives_way=_new(before, after, Severity.BENDS),
        differences=_differences(before, after),
    )


def _new(
    before: Iterable[AuditFinding], after: Iterable[AuditFinding], severity: Severity
) -> tuple[Reason, ...]:
    known = {(one.rule, one.day, one.because) for one in before}
    return tuple(
        Reason(rule=one.rule, says=sentence(one.because))
        for one in after
        if one.severity is severity
        and not one.given
        and (one.rule, one.day, one.because) not in known
    )


def _differences(
    before: Iterable[AuditFinding], after: Iterable[AuditFinding]
) -> tuple[Reason, ...]:
    """Rules whose points differ, dearest first, in the words of a new finding where one is."""
    points: dict[str, int] = {}
    words: dict[str, str] = {}
    known = set()
    for one in before:
        points[one.rule] = points.get(one.rule, 0) - one.points
        known.add((one.rule, one.day, one.because))
    for one in after:
        points[one.rule] = points.get(one.rule, 0) + one.points
        if one.points and (one.rule, one.day, one.because) not in known:
            words.setdefault(one.rule, sentence(one.because))
    changed = sorted((rule for rule in points if points[rule]), key=lambda rule: -points[rule])
    return tuple(
        Reason(rule=rule, says=words.get(rule, ""), points=points[rule]) for rule in changed
    )
