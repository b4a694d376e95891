"""Today as its page shows it: the week in a row, the session to do, the runs, what comes next."""

from dataclasses import dataclass
from datetime import date, timedelta

from runwright.domain.calendar import DAYS_PER_WEEK, clock
from runwright.domain.exercise import Role
from runwright.domain.plan import DayPlan
from runwright.domain.session import SessionKind
from runwright.domain.words import _, ngettext
from runwright.formats.plan_html.session_view import WorkView
from runwright.formats.plan_html.week_boxes import Box, Hue, boxes_of
from runwright.formats.plan_html.why_view import Speaks, speaks_of
from runwright.formats.plan_words.dates import full_date, short_weekday, weekday_and_day
from runwright.web.season.shown import ShownPlan

NEXT_DAYS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A sign under a day: its colour, and whether it is hard."""

    hue: str
    is_hard: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class DayLink:
    """A day of the week in a row."""

    day: date
    weekday: str
    marks: tuple[Mark, ...]
    said: str
    is_shown: bool
    is_today: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Length:
    """The session for an amount of time; the planned one is chosen first."""

    minutes: int
    is_planned: bool
    work: WorkView


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCard:
    """The session of the day.

    Attributes
    ----------
    figure
        The exercise that is drawn: the first main one; '' for none.
    """

    id: str
    title: str
    kind: str
    hue: str
    at: str
    lengths: tuple[Length, ...]
    speaks: tuple[Speaks, ...]
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SmallWork:
    """Warm-up, mobility and the like: it has a script of its own."""

    script: str
    title: str
    at: str
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Coming:
    """The next session, on a day that has none."""

    day: date
    says: str
    title: str
    kind: str
    hue: str
    figure: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DayPage:
    """A day."""

    day: date
    title: str
    full: str
    race: str
    race_days: int | None
    row: tuple[DayLink, ...]
    runs: tuple[Box, ...]
    session: SessionCard | None
    coming: Coming | None
    small: tuple[SmallWork, ...]
    away: str
    following: tuple[tuple[DayLink, tuple[Box, ...]], ...]
    previous_day: date | None
    next_day: date | None

    @property
    def scripts(self) -> tuple[str, ...]:
        """Everything of the day that can be done with the player."""
        own = () if self.session is None else (self.session.id,)
        return (*own, *(one.script for one in self.small))


def day_page(shown: ShownPlan, day: date) -> DayPage | None:
    """Return a day of the plan; None outside the season."""
    planned = shown.day(day)
    if planned is None:
        return None
    race = next((one for one in shown.plan.races if one.day >= day), None)
    return DayPage(
        day=day,
        title=_("Today") if day == shown.today else full_date(day),
        full=full_date(day),
        race="" if race is None else race.name,
        race_days=None if race is None else (race.day - day).days,
        row=tuple(_row(shown, day)),
        runs=tuple(one for one in boxes_of(planned) if one.hue in {Hue.RUN, Hue.RACE}),
        session=_session(shown, planned),
        coming=_coming(shown, planned),
        small=tuple(_small(planned)),
        away=_away(planned),
        following=tuple(
            (_link(one, shown, day), tuple(b for b in boxes_of(one) if not b.is_small))
            for one in shown.next_days(day, NEXT_DAYS)
        ),
        previous_day=_beside(shown, day, -1),
        next_day=_beside(shown, day, 1),
    )


def days_words(days: int) -> str:
    """Return ``54 days``."""
    return ngettext("{n} day", "{n} days", days).format(n=days)


def _beside(shown: ShownPlan, day: date, step: int) -> date | None:
    other = day + timedelta(days=step)
    return other if shown.plan.day(other) is not None else None


def _row(shown: ShownPlan, day: date) -> list[DayLink]:
    week = shown.week_of(day)
    return [] if week is None else [_link(one, shown, day) for one in week.days[:DAYS_PER_WEEK]]


def _link(planned: DayPlan, shown: ShownPlan, day: date) -> DayLink:
    boxes = boxes_of(planned)
    small = [box for box in boxes if box.is_small]
    marks = [
        Mark(hue=box.hue.value, is_hard=any(run.kind.is_hard for run in planned.runs))
        for box in boxes
        if box.hue in {Hue.RUN, Hue.RACE}
    ][:1]
    if planned.session is not None:
        marks.append(Mark(hue=_hue(planned.session.kind), is_hard=False))
    elif small:
        marks.append(Mark(hue=Hue.SMALL.value, is_hard=False))
    titles = dict.fromkeys(box.title for box in boxes)
    return DayLink(
        day=planned.day,
        weekday=short_weekday(planned.day),
        marks=tuple(marks),
        said=", ".join(titles) or _("nothing planned"),
        is_shown=planned.day == day,
        is_today=planned.day == shown.today,
    )


def _hue(kind: SessionKind) -> str:
    return Hue.JUMPS.value if kind is SessionKind.JUMPS else Hue.STRENGTH.value


def _session(shown: ShownPlan, planned: DayPlan) -> SessionCard | None:
    session = planned.session
    if session is None:
        return None
    usual = session.placed.duration_min
    book = shown.book.book
    lengths = {usual: session.blocks}
    lengths |= {one.minutes: one.blocks for one in session.variants if one.minutes != usual}
    return SessionCard(
        id=session.id,
        title=session.title,
        kind=session.kind.value,
        hue=_hue(session.kind),
        at=clock(session.placed.start_min),
        lengths=tuple(
            Length(
                minutes=minutes,
                is_planned=minutes == usual,
                work=book.work(blocks, in_full=False),
            )
            for minutes, blocks in sorted(lengths.items())
        ),
        speaks=speaks_of(session.reasons, shown.shelf),
        figure=_figure(shown, planned),
    )


def _coming(shown: ShownPlan, planned: DayPlan) -> Coming | None:
    if planned.session is not None:
        return None
    found = shown.next_session(planned.day)
    if found is None or found.session is None:
        return None
    session = found.session
    return Coming(
        day=found.day,
        says=_("{day}, {time}, {minutes} min").format(
            day=weekday_and_day(found.day),
            time=clock(session.placed.start_min),
            minutes=session.placed.duration_min,
        ),
        title=session.title,
        kind=session.kind.value,
        hue=_hue(session.kind),
        figure=_figure(shown, found),
    )


def _figure(shown: ShownPlan, planned: DayPlan) -> str:
    blocks = planned.session.blocks if planned.session is not None else ()
    items = [item for block in blocks for item in block.items]
    items.sort(key=lambda item: item.role is not Role.MAIN)
    known = shown.library.exercises  # each has a figure
    return next((item.exercise for item in items if item.exercise in known), "")


def _small(planned: DayPlan) -> list[SmallWork]:
    return [
        SmallWork(
            script=f"{planned.day.isoformat()}-{extra.kind.value}-{extra.start_min}",
            title=extra.title,
            at=clock(extra.start_min),
            minutes=extra.duration_min,
        )
        for extra in sorted(planned.extras, key=lambda one: one.start_min)
        if extra.items
    ]


def _away(planned: DayPlan) -> str:
    if planned.blocked is not None:
        return planned.blocked or _("Blocked")
    return planned.travel or ""
