"""What every plan must be: inside the runner's days, whole, and honest about itself."""

from collections.abc import Iterator
from datetime import timedelta

from runwright.domain.plan import DayPlan, ExtraKind
from runwright.domain.runner import Runner
from runwright.domain.session import Placed
from runwright.domain.verdict import Severity
from runwright.planning.planner import PlannedSeason
from runwright.rules.audit import AuditFinding
from tests.guards.safety import Watched, days_of

DAY_MIN = 24 * 60


def watched(planned: PlannedSeason) -> Watched:
    """The plan as the guards look at it."""
    request = planned.request
    return Watched(
        plan=planned.plan,
        runner=request.runner,
        exercises=request.library.exercises,
        tissues={region.id: region.tissue.value for region in request.library.regions.values()},
        longest_km=request.facts.longest_30d_km,
        longest_min=request.facts.longest_30d_min,
        weeks_trained=request.weeks_trained,
    )


def unsound(planned: PlannedSeason) -> list[str]:
    """Work outside minutes, windows or days, over runs, before the start, or without content."""
    runner, found = planned.request.runner, []
    for _, _, day in days_of(planned.plan):
        faults = [*_day_faults(day, planned), *_extra_faults(day)]
        if day.session is not None:
            faults += _place_faults(day, day.session.placed, runner)
            faults += _run_faults(day, day.session.placed, planned)
            if not any(block.items for block in day.session.blocks):
                faults.append("a session with nothing in it")
        found += [f"{day.day}: {words}" for words in faults]
    return found


def _day_faults(day: DayPlan, planned: PlannedSeason) -> Iterator[str]:
    more = day.session is not None or any(e.kind is not ExtraKind.WARM_UP for e in day.extras)
    if more and any(one.first <= day.day <= one.last for one in planned.request.runner.blocked):
        yield "more than a warm-up on a blocked day"
    if day.day < planned.request.start and (day.session is not None or day.extras):
        yield "something before the first day"


def _extra_faults(day: DayPlan) -> Iterator[str]:
    busy = [("run", run.start_min, run.end_min) for run in day.runs]
    spent = 0
    if day.session is not None:
        placed = day.session.placed
        busy.append(("session", placed.start_min, placed.end_min))
        spent += placed.duration_min
    for extra in sorted(day.extras, key=lambda one: one.start_min):
        end = extra.start_min + extra.duration_min
        for name, start, stop in busy:
            if _overlap(extra.start_min, end, start, stop):
                yield f"{extra.kind} over a {name}"
        busy.append((extra.kind.value, extra.start_min, end))
        spent += extra.duration_min if extra.kind is not ExtraKind.WARM_UP else 0
    if spent > day.available.minutes:
        yield f"{spent} min on a day of {day.available.minutes}"


def _place_faults(day: DayPlan, placed: Placed, runner: Runner) -> Iterator[str]:
    available = runner.days[day.day.weekday()]
    away = [one for one in runner.travels if one.first <= day.day <= one.last]
    told = [one.minutes for one in away[:1] if one.minutes is not None]
    minutes = told[0] if told else available.minutes
    if placed.duration_min > minutes:
        yield f"{placed.duration_min} min on a day of {minutes}"
    windows = [(one.start_min, one.end_min) for one in available.windows]
    if not any(first <= placed.start_min and placed.end_min <= last for first, last in windows):
        yield f"{placed.start_min}-{placed.end_min} outside {windows}"


def _run_faults(day: DayPlan, placed: Placed, planned: PlannedSeason) -> Iterator[str]:
    for run in day.runs:
        if _overlap(placed.start_min, placed.end_min, run.start_min, run.end_min):
            yield "a session over a run"
    yesterday = planned.plan.day(day.day - timedelta(days=1))
    for run in yesterday.runs if yesterday is not None else ():
        if run.end_min - DAY_MIN > placed.start_min:
            yield "a session over a run from the night before"


def _overlap(start: int, end: int, other_start: int, other_end: int) -> bool:
    return start < other_end and other_start < end


def hidden(planned: PlannedSeason, findings: tuple[AuditFinding, ...]) -> list[str]:
    """Rules that gave way and are not told in plan.relaxed."""
    said = {(one.rule, one.day) for one in planned.plan.relaxed}
    return [
        f"{one.day}: {one.rule} gave way ({one.because}) and is not told"
        for one in findings
        if one.severity is Severity.BENDS and (one.rule, one.day) not in said
    ]


def miscounted(planned: PlannedSeason) -> list[str]:
    """An objective whose parts do not add up, or that is not proven."""
    objective = planned.plan.objective
    total = sum(points for _, points in objective.by_rule)
    found = []
    if objective.total != total:
        found.append(f"{objective.total} points in all, {total} by rule")
    if objective.status != "optimal" or objective.bound != objective.total:
        found.append(f"{objective.status}, bound {objective.bound} of {objective.total}")
    return found
