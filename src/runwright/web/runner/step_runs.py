"""Step 1 without files: what the runner usually runs, by weekday."""

from dataclasses import replace
from typing import Any

from runwright.domain.calendar import DAYS_PER_WEEK, clock
from runwright.domain.run import RunKind
from runwright.domain.runner import RunHabit, Runner
from runwright.domain.units import distance_words
from runwright.domain.words import _
from runwright.formats.ask_answers import AnswerNotUnderstoodError, read_amount
from runwright.formats.plan_words.dates import WEEKDAYS as WEEKDAY_NAMES
from runwright.formats.plan_words.kinds import RUN_TITLES
from runwright.formats.quantities import read_clock, read_duration_min
from runwright.formats.runner_toml.calendar_tables import (
    EASY_PACE_MIN_PER_KM,
    RUN_KM,
    RUN_MINUTES,
)
from runwright.formats.told_amounts import distance_field, told_distance_km
from runwright.web.runner.form import Form, rows_told

FIRST_ROWS = (1, 3, 6)  # Tuesday, Thursday, Sunday: weekdays to begin with, empty until filled in
EXAMPLE_KM = 8
KINDS = (RunKind.EASY, RunKind.LONG, RunKind.QUALITY, RunKind.WALK)


def told(runner: Runner) -> dict[str, str]:
    """Return what is known, as fields; three empty rows where nothing is."""
    if not runner.habits:
        return rows_told("habit", (empty_row(weekday) for weekday in FIRST_ROWS))
    return rows_told(
        "habit",
        (
            {
                "weekday": str(habit.weekday),
                "kind": habit.kind.value,
                "minutes": str(habit.duration_min),
                "distance": distance_field(habit.distance_km),
                "start": clock(habit.start_min),
            }
            for habit in runner.habits
        ),
    )


def empty_row(weekday: int = 0) -> dict[str, str]:
    """Return the fields of a run that is not told yet."""
    start = clock(RunHabit(weekday=weekday, duration_min=0).start_min)
    return {
        "weekday": str(weekday),
        "kind": RunKind.EASY.value,
        "minutes": "",
        "distance": "",
        "start": start,
    }


def read(form: Form, runner: Runner) -> Runner:
    """Return the runner with the runs; rows without minutes and distance are not told."""
    before = frozenset(one.distance_km for one in runner.habits if one.distance_km is not None)
    habits = [_habit(form, f"habit-{number}", before) for number in form.rows("habit")]
    found = sorted(
        (one for one in habits if one is not None), key=lambda one: (one.weekday, one.start_min)
    )
    return replace(runner, habits=tuple(found))


def shown(form: Form) -> dict[str, Any]:
    """Return what the page needs beside the fields."""
    return {
        "habits": form.rows("habit"),
        "told_habits": any(form.text(f"habit-{one}-minutes") for one in form.rows("habit")),
        "weekdays": [(str(number), _(name)) for number, name in enumerate(WEEKDAY_NAMES)],
        "kinds": [(kind.value, _(RUN_TITLES[kind])) for kind in KINDS],
    }


def _habit(form: Form, row: str, before: frozenset[float]) -> RunHabit | None:
    if not form.text(f"{row}-minutes") and not form.text(f"{row}-distance"):
        return None
    distance_km = form.take(f"{row}-distance", lambda text: _distance(text, before))
    minutes = form.take(
        f"{row}-minutes", lambda text: read_amount(text, RUN_MINUTES, read_duration_min)
    )
    if minutes is None and distance_km is not None:
        minutes = max(RUN_MINUTES.low, distance_km * EASY_PACE_MIN_PER_KM)
    if minutes is None:
        return None
    start_min = read_clock(form.text(f"{row}-start"))
    kind, weekday = form.text(f"{row}-kind"), form.text(f"{row}-weekday")
    habit = RunHabit(
        weekday=int(weekday) % DAYS_PER_WEEK if weekday.isdecimal() else 0,
        duration_min=round(minutes),
        kind=RunKind(kind) if kind in set(RunKind) else RunKind.EASY,
        distance_km=distance_km,
    )
    return habit if start_min is None else replace(habit, start_min=start_min)


def _distance(text: str, before: frozenset[float]) -> float | None:
    if not text:
        return None
    distance_km = told_distance_km(text, before)
    if distance_km is None or not RUN_KM.low <= distance_km <= RUN_KM.high:
        raise AnswerNotUnderstoodError(
            _("give a distance a run can have, as {example}").format(
                example=distance_words(EXAMPLE_KM)
            )
        )
    return distance_km
