"""The invented runner's year: which runs, when, how far, and how hard."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import Enum
from hashlib import sha256

FIRST_MONDAY = date(2025, 11, 17)
WEEKS = 52
LAST_SUNDAY = FIRST_MONDAY + timedelta(weeks=WEEKS, days=-1)  # 2026-11-15
HOLIDAY = (date(2026, 8, 3), date(2026, 8, 17))
SPIKE_DAY = date(2026, 5, 10)
SPIKE_KM = 16.6
RACE_DAY = date(2026, 10, 4)
KEPT_DAYS = {RACE_DAY, SPIKE_DAY, date(2026, 8, 30), LAST_SUNDAY}  # the story hangs on these
LIGHTER_EVERY, LIGHTER_SHARE = 4, 0.8  # the last week but one is lighter
TEMPO_EVERY = 3
SKIPPED_SHARE = 0.05  # a cold, a late train
SATURDAY_SHARE = 0.55
PHONE_SHARE = 0.12  # the watch was charging: recorded by phone, as GPX
EFFORT_TOLD_SHARE = 0.35
HARDER_SHARE = 0.25  # of the efforts told are one higher than usual
NOON = time(12)


class Session(Enum):
    """What a run is for."""

    EASY = "easy"
    LONG = "long"
    INTERVALS = "intervals"
    TEMPO = "tempo"
    WARM_UP = "warm-up"
    RACE = "race"


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleRun:
    """A run of the year, before it is given its seconds.

    Attributes
    ----------
    start
        In UTC, which is local time where this runner runs.
    easy_s_per_km
        The runner's easy pace at that time of the year. [s/km]
    by_phone
        Whether a phone recorded it (GPX, with a title) and not the watch (FIT).
    rpe
        Effort told to the watch; None is "not told".
    """

    start: datetime
    km: float
    session: Session
    easy_s_per_km: float
    by_phone: bool = False
    title: str = ""
    rpe: int | None = None


def noise(*what: object) -> float:
    """A number from 0 to 1 that looks random and is the same for ever for the same words."""
    digest = sha256(" ".join(map(str, what)).encode()).digest()
    return int.from_bytes(digest[:8], "big") / 2**64


def year_of_runs() -> list[SampleRun]:
    """All runs of the year, oldest first."""
    runs = [run for week in range(WEEKS) for run in _week(week)]
    return [run for run in runs if not _is_away(run) and not _is_skipped(run)]


def _week(week: int) -> list[SampleRun]:
    monday = FIRST_MONDAY + timedelta(weeks=week)
    grown = week / (WEEKS - 1)
    is_lighter = (week + 2) % LIGHTER_EVERY == 0 or monday == HOLIDAY[1]
    lighter = LIGHTER_SHARE if is_lighter else 1.0
    tuesday, thursday, saturday, sunday = (monday + timedelta(days=n) for n in (1, 3, 5, 6))
    quality = Session.TEMPO if (week + 1) % TEMPO_EVERY == 0 else Session.INTERVALS
    runs = [
        _run(tuesday, time(6, 15), (6.2 + 2.6 * grown) * lighter, quality),
        _run(thursday, time(6, 45), (5.2 + 2.3 * grown) * lighter, Session.EASY),
    ]
    if noise("saturday", week) < SATURDAY_SHARE:
        runs.append(_run(saturday, time(9, 30), (4.2 + 2.4 * grown) * lighter, Session.EASY))
    if sunday == RACE_DAY:
        return [*runs, *_race_morning()]
    km = SPIKE_KM if sunday == SPIKE_DAY else (8.4 + 6.4 * grown) * lighter
    return [*runs, _run(sunday, time(8, 30), km, Session.LONG)]


def _run(day: date, clock: time, km: float, session: Session) -> SampleRun:
    by_phone = noise("phone", day, clock) < PHONE_SHARE
    minutes_late = round(24 * noise("late", day, clock) - 8)
    start = datetime.combine(day, clock, tzinfo=UTC) + timedelta(
        minutes=minutes_late, seconds=round(59 * noise("second", day, clock))
    )
    told = noise("effort", day, clock) < EFFORT_TOLD_SHARE and not by_phone
    return SampleRun(
        start=start,
        km=km if day == SPIKE_DAY else km * (0.97 + 0.06 * noise("km", day, clock)),
        session=session,
        easy_s_per_km=_easy_s_per_km(day),
        by_phone=by_phone,
        title=_phone_title(clock, session) if by_phone else "",
        rpe=_rpe(session, day) if told else None,
    )


def _race_morning() -> list[SampleRun]:
    warm_up = datetime.combine(RACE_DAY, time(9, 15), tzinfo=UTC)
    race = datetime.combine(RACE_DAY, time(10, 0, 4), tzinfo=UTC)
    pace = _easy_s_per_km(RACE_DAY)
    return [
        SampleRun(start=warm_up, km=2.1, session=Session.WARM_UP, easy_s_per_km=pace),
        SampleRun(
            start=race,
            km=10.0,
            session=Session.RACE,
            easy_s_per_km=pace,
            by_phone=True,
            title="Harbour 10 km race",
        ),
    ]


def _easy_s_per_km(day: date) -> float:
    """Easy pace: 6:18 a kilometre at the start of the year, 5:56 at its end."""
    return 378 - 22 * (day - FIRST_MONDAY).days / (7 * WEEKS)


def _phone_title(clock: time, session: Session) -> str:
    part = "Evening" if clock >= NOON else "Morning"
    return {Session.LONG: "Sunday long run", Session.INTERVALS: "Intervals"}.get(
        session, f"{part} Run"
    )


def _rpe(session: Session, day: date) -> int:
    usual = {Session.EASY: 3, Session.LONG: 4, Session.INTERVALS: 7, Session.TEMPO: 7}[session]
    return usual + (noise("harder", day) < HARDER_SHARE)


def _is_away(run: SampleRun) -> bool:
    return HOLIDAY[0] <= run.start.date() < HOLIDAY[1]


def _is_skipped(run: SampleRun) -> bool:
    day = run.start.date()
    is_kept = day in KEPT_DAYS or day < FIRST_MONDAY + timedelta(weeks=1)
    return not is_kept and noise("skip", run.start) < SKIPPED_SHARE
