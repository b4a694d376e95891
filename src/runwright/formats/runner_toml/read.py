"""Reads a whole runner file: one Runner, or every mistake in it at once."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from runwright.domain.runner import Runner
from runwright.domain.words import N_, _
from runwright.formats.nearest import plain
from runwright.formats.runner_toml.calendar_tables import (
    read_blocked,
    read_habits,
    read_races,
    read_travels,
)
from runwright.formats.runner_toml.days import read_days
from runwright.formats.runner_toml.expected import Bounds, Words
from runwright.formats.runner_toml.faults import Fault, RunnerFileError
from runwright.formats.runner_toml.health import (
    read_home_tests,
    read_pains,
    read_readiness,
    read_safety,
)
from runwright.formats.runner_toml.kit import read_kit, read_own_weights
from runwright.formats.runner_toml.person import read_easy_pace, read_person
from runwright.formats.runner_toml.schema import PLAN, TABLES, elsewhere
from runwright.formats.runner_toml.syntax import Tables, load_tables
from runwright.formats.runner_toml.table import Report, Table, only_told
from runwright.formats.runner_toml.vocabulary import Vocabulary

# A session fits in 10 to 60 minutes: rule D03.
SESSION = Bounds(low=10, high=60, unit=N_("minutes"), example="session_minutes = 30")
PER_WEEK = Bounds(low=1, high=6, unit=N_("sessions"), example="sessions_per_week = 2")


def read_runner(
    text: str,
    *,
    source: str,
    today: date,
    vocabulary: Vocabulary,
    season_start: date | None = None,
) -> Runner:
    """Return the runner of a RUNNER.toml.

    Parameters
    ----------
    text
        Content of the file.
    source
        File name as the person knows it, for the words of an error.
    today
        The day the file is read: races before it are over.
    vocabulary
        Ids the file may use.
    season_start
        First day of a season that is running: its races may be over. None where none runs.

    Raises
    ------
    RunnerFileError
        With every mistake of the file, in the order of its lines.
    """
    tables = load_tables(text)
    if tables.values is None:
        raise RunnerFileError(source=source, faults=tables.faults)
    report = Report(lines=tables.lines)
    races_from = today if season_start is None else min(today, season_start)
    told = _told(tables.values, report, today=today, races_from=races_from, vocabulary=vocabulary)
    faults = _in_order(tables, report)
    if faults:
        raise RunnerFileError(source=source, faults=faults)
    return Runner(**only_told(**told))


def _told(
    values: Mapping[str, object],
    report: Report,
    *,
    today: date,
    races_from: date,
    vocabulary: Vocabulary,
) -> dict[str, Any]:
    """Return what the file tells, under the field names of the Runner; None is not told."""
    whole = Table(values=values, path=(), report=report)
    whole.expect_keys(TABLES, elsewhere=elsewhere())
    person = whole.table("runner")
    easy_pace = read_easy_pace(person) if person else None
    days, kit, safety = whole.table("days"), whole.table("kit"), whole.table("safety")
    weights = kit.table("weights") if kit else None
    tests, readiness, plan = whole.table("tests"), whole.table("readiness"), whole.table("plan")
    return {
        **(read_person(person, today=today) if person else {}),
        "days": read_days(days) if days else None,
        "races": read_races(whole.tables("races"), today=races_from),
        "kit": read_kit(kit, vocabulary=vocabulary) if kit else None,
        "loads_kg": read_own_weights(weights, vocabulary=vocabulary) if weights else None,
        "travels": read_travels(whole.tables("travel"), vocabulary=vocabulary),
        "blocked": read_blocked(whole.tables("blocked")),
        "habits": read_habits(whole.tables("runs"), easy_pace_min_per_km=easy_pace),
        "pains": read_pains(whole.tables("pain"), vocabulary=vocabulary),
        "safety": read_safety(safety, vocabulary=vocabulary) if safety else None,
        "test_results": (
            read_home_tests(tests, vocabulary=vocabulary, today=today) if tests else None
        ),
        "readiness": read_readiness(readiness) if readiness else None,
        **(_plan(plan, vocabulary) if plan else {}),
    }


def _plan(table: Table, vocabulary: Vocabulary) -> dict[str, Any]:
    table.expect_keys(PLAN, elsewhere=elsewhere())
    names = tuple(sorted(vocabulary.protocols))
    protocols = Words(kind=_("a protocol"), meanings={plain(one): one for one in names}, main=names)
    return {
        "protocol": table.word("protocol", protocols),
        "session_minutes": table.whole("session_minutes", SESSION),
        "sessions_per_week": table.whole("sessions_per_week", PER_WEEK),
        "wants_jumps": table.flag("jumps"),
        "wants_rolling": table.flag("rolling"),
    }


def _in_order(tables: Tables, report: Report) -> tuple[Fault, ...]:
    """Return every fault once, by line; a line bridged for its writing is not judged again."""
    judged = (fault for fault in report.faults if fault.line not in tables.bridged)
    faults = dict.fromkeys((*tables.faults, *judged))
    return tuple(sorted(faults, key=lambda fault: (fault.line is None, fault.line or 0)))
