"""Weeks of the diary: what was done each day, what was planned and not, runs and mornings."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.performed import Ended, PerformedSession
from runwright.domain.plan import DayPlan
from runwright.domain.run import Run
from runwright.domain.units import distance_words, rough_distance
from runwright.domain.words import _, ngettext
from runwright.formats.plan_words.dates import (
    hours_and_minutes,
    short_day,
    short_span,
    short_weekday,
)
from runwright.formats.plan_words.performed import ended_words
from runwright.web.diary.models import PerformedRecord
from runwright.web.diary.morning_view import said_of
from runwright.web.diary.mornings import check_ins_of
from runwright.web.diary.prescribed import Shelf, title_of
from runwright.web.runner.models import RunnerRecord

WEEK = timedelta(days=DAYS_PER_WEEK)
METRES_PER_KM, SECONDS_PER_MINUTE = 1000, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionLine:
    """A session that was done.

    Attributes
    ----------
    detail
        Minutes, effort and pain in a line.
    """

    id: str
    title: str
    ended: str
    is_whole: bool
    detail: str
    note: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MissedLine:
    """A session that was planned and is not in the diary."""

    script: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryDay:
    """A day of the diary."""

    day: date
    name: str
    sessions: tuple[SessionLine, ...]
    missed: tuple[MissedLine, ...]
    runs: tuple[tuple[str, str], ...]
    morning: str

    @property
    def holds_something(self) -> bool:
        """Whether there is anything to show."""
        return bool(self.sessions or self.missed or self.runs or self.morning)


@dataclass(frozen=True, slots=True, kw_only=True)
class DiaryWeek:
    """A week of the diary, its last day first."""

    span: str
    summary: str
    days: tuple[DiaryDay, ...]


class DiaryPages:
    """The diary of one runner, looked at on a day."""

    def __init__(self, runner: RunnerRecord, today: date) -> None:
        self.runner, self.today = runner, today
        self.zone = ZoneInfo(runner.runner.timezone)
        self.shelf = Shelf(runner, today)

    def weeks(self, last_monday: date, count: int) -> tuple[DiaryWeek, ...]:
        """Return weeks back from one, the newest first."""
        first = last_monday - (count - 1) * WEEK
        self._read(first, last_monday + WEEK)
        return tuple(self._week(last_monday - number * WEEK) for number in range(count))

    def first_day(self) -> date | None:
        """Return the first day there is anything of; None for an empty diary."""
        days = []
        session = self.runner.performed.filter(is_latest=True).first()
        if session is not None:
            days.append(session.started_at.astimezone(self.zone).date())
        run = self.runner.run_rows.first()
        if run is not None:
            days.append(run.started_at.astimezone(self.zone).date())
        check_in = self.runner.check_ins.filter(is_latest=True).first()
        if check_in is not None:
            days.append(check_in.day)
        return min(days, default=None)

    def _read(self, first: date, after: date) -> None:
        """Read what lies between two days, once for all their pages."""
        start, end = first - timedelta(days=1), after + timedelta(days=1)
        rows = self.runner.performed.filter(
            is_latest=True, started_at__date__gte=start, started_at__date__lt=end
        )
        runs = self.runner.run_rows.filter(started_at__date__gte=start, started_at__date__lt=end)
        self.performed: dict[date, list[PerformedSession]] = defaultdict(list)
        for row in rows:
            self.performed[self._local(row)].append(row.session)
        self.runs: dict[date, list[Run]] = defaultdict(list)
        for run_row in runs:
            self.runs[run_row.started_at.astimezone(self.zone).date()].append(run_row.run())
        told = check_ins_of(self.runner, first=first, last=after)
        self.mornings = {one.day: said_of(one) for one in told}
        self.logged = set(
            self.runner.performed.filter(is_latest=True).values_list("script", flat=True)
        )

    def _local(self, row: PerformedRecord) -> date:
        return row.started_at.astimezone(self.zone).date()

    def _week(self, monday: date) -> DiaryWeek:
        days = [self._day(monday + timedelta(days=number)) for number in range(DAYS_PER_WEEK)]
        shown = tuple(day for day in reversed(days) if day.holds_something)
        sunday = monday + timedelta(days=DAYS_PER_WEEK - 1)
        return DiaryWeek(span=short_span(monday, sunday), summary=self._summary(monday), days=shown)

    def _summary(self, monday: date) -> str:
        days = [monday + timedelta(days=number) for number in range(DAYS_PER_WEEK)]
        sessions = sum(len(self.performed[day]) for day in days)
        runs = [run for day in days for run in self.runs[day]]
        km = sum(run.distance_m for run in runs if run.distance_m is not None) / METRES_PER_KM
        parts = [
            ngettext("{n} session", "{n} sessions", sessions) if sessions else "",
            ngettext("{r} run, {distance}", "{r} runs, {distance}", len(runs)) if runs else "",
        ]
        said = " · ".join(part for part in parts if part)
        return said.format(n=sessions, r=len(runs), distance=rough_distance(km))

    def _day(self, day: date) -> DiaryDay:
        planned = self.shelf.day(day)
        return DiaryDay(
            day=day,
            name=f"{short_weekday(day)} {short_day(day)}",
            sessions=tuple(self._session(one) for one in self.performed[day]),
            missed=tuple(self._missed(planned)),
            runs=tuple(_run(one) for one in self.runs[day]),
            morning=self.mornings.get(day, ""),
        )

    def _session(self, done: PerformedSession) -> SessionLine:
        day = done.started_at.astimezone(self.zone).date()
        return SessionLine(
            id=done.id,
            title=title_of(self.shelf.day(day), done.script) or _("Session"),
            ended=ended_words(done.ended),
            is_whole=done.ended is Ended.DONE,
            detail=session_detail(done),
            note=done.note,
        )

    def _missed(self, planned: DayPlan | None) -> Iterator[MissedLine]:
        if planned is None or planned.session is None or planned.day >= self.today:
            return
        if planned.session.id not in self.logged:
            yield MissedLine(script=planned.session.id, title=planned.session.title)


def session_detail(done: PerformedSession) -> str:
    """Return ``47 min, effort 6 of 10, load 282``."""
    minutes = round((done.ended_at - done.started_at).total_seconds() / SECONDS_PER_MINUTE)
    load_au = done.srpe_load_au
    parts = [
        hours_and_minutes(minutes),
        "" if done.effort_0_10 is None else _("effort {n} of 10").format(n=done.effort_0_10),
        "" if load_au is None else _("load {load:.0f}").format(load=load_au),
    ]
    return ", ".join(part for part in parts if part)


def _run(run: Run) -> tuple[str, str]:
    minutes = hours_and_minutes(round(run.duration_s / SECONDS_PER_MINUTE))
    far = "" if run.distance_m is None else distance_words(run.distance_m / METRES_PER_KM)
    return run.title or _("Run"), ", ".join(part for part in (far, minutes) if part)
