"""A season on a terminal: a line for each week, and the first week by day."""

from collections.abc import Iterator

from runwright.cli.kinds import MEANINGS
from runwright.cli.screen import Screen
from runwright.domain.calendar import clock
from runwright.domain.exercise import Role
from runwright.domain.plan import DayPlan, Extra, ExtraKind, PlannedSession, SeasonPlan, WeekPlan
from runwright.domain.run import PlannedRun, RunKind
from runwright.domain.runner import Race
from runwright.domain.session import SessionKind
from runwright.domain.words import N_, _, inside, ngettext
from runwright.formats.plan_words.dates import and_list, full_date, short_day, short_weekday
from runwright.formats.plan_words.kinds import (
    EXTRAS,
    phase_name,
    race_distance,
    run_amount,
    run_title,
)

LETTERS = {
    SessionKind.HEAVY: N_("H"),
    SessionKind.HEAVY_JUMPS: N_("HJ"),
    SessionKind.FOUNDATION: N_("F"),
    SessionKind.SHORT: N_("S"),
    SessionKind.LIGHT: N_("L"),
    SessionKind.JUMPS: N_("J"),
}
HUES = {SessionKind.JUMPS: "amber", SessionKind.HEAVY_JUMPS: "amber", SessionKind.LIGHT: "moss"}
CELL = 3  # signs of a day in the table
NUMBER, DAY, PHASE, AMOUNT = 3, 8, 11, 6  # signs of the other columns
BEFORE_NOTE = NUMBER + 1 + DAY + PHASE + 7 * CELL + AMOUNT + 2
WARMING = frozenset({Role.RAISE, Role.DYNAMIC, Role.ROLLING})
EVERY_DAY = 5  # small work on so many days is said once for the week


def season_heading(plan: SeasonPlan) -> str:
    """Return what the season is: from when to when, how many weeks, to which race."""
    first, last = plan.start, plan.weeks[-1].days[-1].day
    weeks = ngettext("{n} week", "{n} weeks", len(plan.weeks)).format(n=len(plan.weeks))
    return _("Season: {weeks}, {first} to {last}").format(
        weeks=weeks, first=full_date(first), last=full_date(last)
    )


def races_of(plan: SeasonPlan) -> list[str]:
    """Return a sentence for each race."""
    return [
        _("{race}: {day} (priority {priority})").format(
            race=_race(race), day=full_date(race.day), priority=race.priority.value
        )
        for race in plan.races
    ]


def _race(race: Race) -> str:
    """Return a race's name and distance; a name that says the distance says it once."""
    distance = race_distance(race)
    if distance.lower() in race.name.lower():
        return race.name
    return _("{name}, {distance}").format(name=race.name, distance=distance)


def season_table(plan: SeasonPlan, screen: Screen) -> list[str]:
    """Return a line for each week: its phase, its sessions by day, its running."""
    days = "".join(short_weekday(day.day)[: CELL - 1].ljust(CELL) for day in plan.weeks[0].days)
    head = " " * (NUMBER + 1) + " " * DAY + " " * PHASE + days + _("km").rjust(AMOUNT)
    lines = [screen.quiet(head.rstrip())]
    lines += [_row(plan, week, screen) for week in plan.weeks]
    return [*lines, *_key(plan, screen)]


def _row(plan: SeasonPlan, week: WeekPlan, screen: Screen) -> str:
    cells = "".join(_cell(day, screen) for day in week.days)
    amount = "0" if week.run_km is None else f"{week.run_km:.0f}"
    if week.run_km is None and week.run_min > 0:
        amount = _("{n} min").format(n=week.run_min)
    number = str(week.number).rjust(NUMBER)
    phase = phase_name(week.phase)[: PHASE - 1].ljust(PHASE)
    note = _note(plan, week)[: max(0, screen.width - BEFORE_NOTE)].rstrip()
    line = f"{number} {short_day(week.monday).ljust(DAY)}{phase}{cells}{amount.rjust(AMOUNT)}"
    return f"{line}  {screen.quiet(note)}".rstrip() if note else line.rstrip()


def _cell(day: DayPlan, screen: Screen) -> str:
    if any(run.kind is RunKind.RACE for run in day.runs):
        return screen.hue(_("R").ljust(CELL), "coral")
    if day.session is None:
        return screen.quiet("·".ljust(CELL))
    kind = day.session.kind
    return screen.hue(_(LETTERS[kind])[: CELL - 1].ljust(CELL), HUES.get(kind, "pine"))


def _note(plan: SeasonPlan, week: WeekPlan) -> str:
    days = {day.day for day in week.days}
    parts = [race.name for race in plan.races if race.day in days]
    if week.deload:
        parts.insert(0, _("deload"))
    return ", ".join(parts)


def _key(plan: SeasonPlan, screen: Screen) -> list[str]:
    days = [day for week in plan.weeks for day in week.days]
    used = {day.session.kind for day in days if day.session is not None}
    parts = [f"{_(LETTERS[kind])} {_(MEANINGS[kind])}" for kind in SessionKind if kind in used]
    if any(run.kind is RunKind.RACE for day in days for run in day.runs):
        parts.append(_("R race"))
    if any(week.deload for week in plan.weeks):
        parts.append(_("deload: half the sets, same load"))
    return screen.wrapped(" · ".join(parts), " " * (NUMBER + 1))


def week_by_day(plan: SeasonPlan, week: WeekPlan, screen: Screen) -> list[str]:
    """Return a week by day: runs and sessions with their time, small work on most days once."""
    lines: list[str] = []
    common = _on_most_days(week)
    for day in week.days:
        if day.day >= plan.start:
            label = f"{short_weekday(day.day)} {short_day(day.day)}"
            for number, text in enumerate(_day_parts(plan, day, common) or [_("rest")]):
                shown = label if number == 0 else ""
                lines += screen.labelled(shown, text, column=14)
    if common:
        small = and_list([_small(kind, minutes) for kind, minutes in common])
        lines += screen.wrapped(_("On most days: {what}.").format(what=small), "  ")
    return lines


def _day_parts(
    plan: SeasonPlan, day: DayPlan, common: tuple[tuple[ExtraKind, int], ...]
) -> list[str]:
    timed = [(run.start_min, _run(run)) for run in day.runs]
    if day.session is not None:
        said = _("{title}, {minutes} min: {exercises}").format(
            title=day.session.title,
            minutes=day.session.placed.duration_min,
            exercises=" · ".join(main_work(plan, day.session)),
        )
        timed.append((day.session.placed.start_min, said))
    told = {kind for kind, _minutes in common}
    timed += [
        (
            extra.start_min,
            _("{title}, {minutes} min").format(title=extra.title, minutes=extra.duration_min),
        )
        for extra in day.extras
        if extra.kind not in told
    ]
    parts = [f"{clock(start_min)} {text}" for start_min, text in sorted(timed)]
    if day.blocked is not None:
        parts.insert(0, day.blocked or _("blocked"))
    if day.travel is not None:
        parts.insert(0, _("away: {note}").format(note=day.travel or _("travel")))
    return parts


def main_work(plan: SeasonPlan, session: PlannedSession) -> list[str]:
    """Return the names of a session's exercises, its warm-up left out."""
    names = (
        _(plan.exercise_names.get(item.exercise, item.exercise))
        for item in session.items
        if item.role not in WARMING
    )
    return list(dict.fromkeys(names))


def _run(run: PlannedRun) -> str:
    return _("{title}, {amount}").format(title=run_title(run), amount=run_amount(run))


def _on_most_days(week: WeekPlan) -> tuple[tuple[ExtraKind, int], ...]:
    """Return kinds of small work that most days have, each with its usual minutes. [min]"""
    found: list[tuple[ExtraKind, int]] = []
    for kind in ExtraKind:
        lengths = [extra.duration_min for extra in _extras(week) if extra.kind is kind]
        if len(lengths) >= EVERY_DAY:
            found.append((kind, sorted(lengths)[len(lengths) // 2]))
    return tuple(found)


def _extras(week: WeekPlan) -> Iterator[Extra]:
    return (extra for day in week.days for extra in day.extras)


def _small(kind: ExtraKind, minutes: int) -> str:
    return _("{title} ({minutes} min)").format(title=inside(_(EXTRAS[kind])), minutes=minutes)
