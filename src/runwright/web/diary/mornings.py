"""What the runner's mornings say together: where it hurt lately, how they slept."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from runwright.domain.calendar import DAYS_PER_WEEK
from runwright.domain.check_in import CheckIn
from runwright.domain.performed import PerformedPain
from runwright.domain.runner import Pain, Side
from runwright.web.diary.models import CheckInRecord, TableDiary
from runwright.web.runner.models import RunnerRecord

LATELY = timedelta(weeks=2)  # the window of rule L09, and long enough for a sore place to settle
NIGHTS = 2 * DAYS_PER_WEEK

Place = tuple[str, Side | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class LastPain:
    """The last word on a place that hurt: how much, and on which day."""

    region: str
    side: Side | None
    pain_0_10: int
    day: date


def check_ins_of(
    runner: RunnerRecord, *, first: date | None = None, last: date | None = None
) -> tuple[CheckIn, ...]:
    """Return the check-ins of some days, oldest first; of all days where none are named."""
    rows = runner.check_ins.filter(is_latest=True)
    if first is not None:
        rows = rows.filter(day__gte=first)
    if last is not None:
        rows = rows.filter(day__lte=last)
    return tuple(row.check_in for row in rows)


def check_in_of(runner: RunnerRecord, day: date) -> CheckIn | None:
    """Return what was told on a morning; None where nothing was."""
    row = CheckInRecord.objects.filter(runner=runner, day=day, is_latest=True).first()
    return None if row is None else row.check_in


def sore_places(runner: RunnerRecord, day: date) -> tuple[LastPain, ...]:
    """Return the places that hurt in the two weeks before a day, the latest word on each."""
    found: dict[Place, LastPain] = {}
    for told in check_ins_of(runner, first=day - LATELY, last=day - timedelta(days=1)):
        for pain in told.pains:
            _note(found, _last(pain, told.day))
    zone = ZoneInfo(runner.runner.timezone)
    midnight = datetime.combine(day, time(), tzinfo=zone)
    for session in TableDiary(runner).sessions(since=midnight - LATELY, before=midnight):
        for told_pain in session.pains:
            _note(found, _last(told_pain, session.started_at.astimezone(zone).date()))
    return tuple(one for one in found.values() if one.pain_0_10 > 0)


def _last(pain: Pain | PerformedPain, day: date) -> LastPain:
    return LastPain(region=pain.region, side=pain.side, pain_0_10=pain.pain_0_10, day=day)


def _note(found: dict[Place, LastPain], pain: LastPain) -> None:
    known = found.get((pain.region, pain.side))
    if known is None or known.day < pain.day:
        found[pain.region, pain.side] = pain
