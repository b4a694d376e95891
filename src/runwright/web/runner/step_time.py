"""Step 3: minutes and hours of every weekday, how long a session takes, and the kit at hand."""

from dataclasses import replace
from typing import Any

from runwright.domain.calendar import DAYS_PER_WEEK, WHOLE_DAY, Window, clock
from runwright.domain.runner import DayAvailability, Runner
from runwright.domain.units import load_unit
from runwright.domain.words import _, inside
from runwright.formats.ask_answers import read_amount, read_hours
from runwright.formats.library_words.kit import kit_in_short, kit_name
from runwright.formats.plan_words.dates import WEEKDAYS as WEEKDAY_NAMES
from runwright.formats.quantities import read_number
from runwright.formats.runner_toml.days import MINUTES
from runwright.formats.runner_toml.read import PER_WEEK, SESSION
from runwright.formats.told_amounts import own_weights_field, told_own_weights_kg
from runwright.knowledge.library import Library
from runwright.web.runner.form import ON, Form, number_text

KIT_GROUPS = (
    ("gym",),
    ("dumbbell", "two_dumbbells", "kettlebell", "two_kettlebells", "band", "vest"),
    ("barbell", "rack", "trap_bar", "bench", "box", "pull_bar"),
    ("roller", "ball", "stability_ball", "slider", "suspension", "rope", "wedge", "anchor"),
)


# Kit whose own weights are asked for, with what else is lifted with the same ones.
WEIGHTED = (("dumbbell", "two_dumbbells"), ("kettlebell", "two_kettlebells"), ("barbell",))


def told(runner: Runner) -> dict[str, str]:
    """Return what is known, as fields."""
    days = {
        field: value
        for number, day in enumerate(runner.days)
        for field, value in (
            (f"day-{number}-minutes", str(day.minutes)),
            (f"day-{number}-hours", _hours(day.windows)),
        )
    }
    wishes = {"jumps": runner.wants_jumps, "rolling": runner.wants_rolling}
    return {
        **days,
        "session": str(runner.session_minutes),
        "sessions": number_text(runner.sessions_per_week),
        **{f"kit-{one}": ON for one in runner.kit},
        **{
            f"weights-{first}": own_weights_field(runner.loads_kg[first])
            for first, *_others in WEIGHTED
            if first in runner.loads_kg
        },
        **{name: ON for name, wished in wishes.items() if wished},
    }


def read(form: Form, runner: Runner, library: Library) -> Runner:
    """Return the runner with the answers; what cannot be used stands beside its field."""
    days = tuple(_day(form, number) for number in range(DAYS_PER_WEEK))
    if not form.errors and not any(day.minutes for day in days):
        form.refuse(
            "day-0-minutes",
            _("Without any minutes there is nothing to plan. Give at least one day 15 or more."),
        )
    ticked = {one for one in library.kit if form.is_on(f"kit-{one}")}
    implied = {other for one in ticked for other in library.kit[one]["implies"]}
    session = form.take("session", lambda text: read_amount(text, SESSION, read_number))
    sessions = form.take("sessions", lambda text: read_amount(text, PER_WEEK, read_number))
    return replace(
        runner,
        days=days,
        session_minutes=runner.session_minutes if session is None else round(session),
        sessions_per_week=None if sessions is None else round(sessions),
        kit=frozenset(
            ticked | implied | {one for one in runner.kit if _is_household(one, library)}
        ),
        loads_kg=_own_weights(form, runner),
        wants_jumps=form.is_on("jumps"),
        wants_rolling=form.is_on("rolling"),
    )


def shown(library: Library) -> dict[str, Any]:
    """Return what the page needs beside the fields."""
    grouped = {one for group in KIT_GROUPS for one in group}
    household = [one for one, facts in library.kit.items() if facts["household"]]
    rest = tuple(one for one in library.kit if one not in grouped and one not in household)
    return {
        "weekdays": [_(name) for name in WEEKDAY_NAMES],
        "kit_groups": [
            [(one, kit_name(library, one)) for one in group if one in library.kit]
            for group in (*KIT_GROUPS, rest)
            if group
        ],
        "load_unit": load_unit(),
        "weighted": [
            ("weights-dumbbell", _("Your dumbbells")),
            ("weights-kettlebell", _("Your kettlebells")),
            ("weights-barbell", _("Your barbell with its plates")),
        ],
        "household": ", ".join(inside(kit_in_short(library, one)) for one in household),
    }


def _own_weights(form: Form, runner: Runner) -> dict[str, tuple[float, ...]]:
    """Return the weights of every kit; an empty field is "the usual ones"."""
    asked = {kit for kits in WEIGHTED for kit in kits}
    found = {kit: loads for kit, loads in runner.loads_kg.items() if kit not in asked}
    for kits in WEIGHTED:
        name = f"weights-{kits[0]}"
        if not form.text(name):
            continue
        loads = told_own_weights_kg(form.text(name), runner.loads_kg.get(kits[0], ()))
        if loads is None:
            form.refuse(name, _("List weights as 5, 7.5, 10, or a range as 2 to 24 by 2."))
        else:
            found |= dict.fromkeys(kits, loads)
    return found


def _is_household(kit: str, library: Library) -> bool:
    return kit in library.household


def _hours(windows: tuple[Window, ...]) -> str:
    if windows == (WHOLE_DAY,):
        return ""
    return ", ".join(f"{clock(one.start_min)}–{clock(one.end_min)}" for one in windows)


def _day(form: Form, number: int) -> DayAvailability:
    minutes = form.take(
        f"day-{number}-minutes", lambda text: read_amount(text or "0", MINUTES, read_number)
    )
    windows = form.take(f"day-{number}-hours", read_hours) or (WHOLE_DAY,)
    told_min = 0 if minutes is None else round(minutes)
    room_min = sum(window.length_min for window in windows)
    if told_min > room_min:
        says = _("{minutes} minutes do not fit into these hours, which hold {room}.")
        form.refuse(f"day-{number}-minutes", says.format(minutes=told_min, room=room_min))
    return DayAvailability(minutes=told_min, windows=windows)
