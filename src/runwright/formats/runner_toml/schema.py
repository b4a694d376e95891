"""The shape of a runner file: its tables, their keys, and where lost keys belong."""

from collections.abc import Mapping

from runwright.domain.calendar import WEEKDAYS
from runwright.domain.words import _

RUNNER = (
    *("name", "age", "sex", "weight", "height", "running_for", "weekly_distance", "easy_pace"),
    *("strength", "timezone", "pregnant", "gave_birth", "weeks_since_birth"),
)
DAYS = ("default", *WEEKDAYS, *(name[:3] for name in WEEKDAYS))
DAY = ("minutes", "windows")
RACE = ("name", "date", "distance", "priority", "time")
KIT = ("have", "weights")
TRAVEL = ("from", "to", "kit", "minutes", "note")
BLOCKED = ("from", "to", "note")
RUN = ("weekday", "minutes", "km", "kind", "time")
PAIN = (
    *("region", "score", "side", "since_weeks"),
    *("focal_bone", "worse_with_loading", "hop_pain", "night_pain"),
)
READINESS = (
    *("sleep_hours", "stress_days", "soreness"),
    *("volume_rising", "intensity_rising", "sleep_falling"),
)
PLAN = ("protocol", "session_minutes", "sessions_per_week", "jumps", "rolling")
NONE_APPLIES = "none_applies"

TABLES: Mapping[str, tuple[str, ...]] = {
    "runner": RUNNER,
    "days": DAYS,
    "races": RACE,
    "kit": KIT,
    "travel": TRAVEL,
    "blocked": BLOCKED,
    "runs": RUN,
    "pain": PAIN,
    "safety": (),
    "tests": (),
    "readiness": READINESS,
    "plan": PLAN,
}
SEVERAL = frozenset({"races", "travel", "blocked", "runs", "pain"})


def elsewhere() -> dict[str, str]:
    """Return keys that people look for in the wrong table, with the words that lead on."""
    keys = {
        key: _("it belongs in {table}").format(table=table_name(table))
        for table, known in TABLES.items()
        for key in known
        if sum(key in others for others in TABLES.values()) == 1
    }
    tables = {name: _("it has a table of its own: {table}") for name in TABLES}
    command_line = _("say it when you plan: runwright plan --{option} …")
    return {
        **keys,
        **{name: says.format(table=table_name(name)) for name, says in tables.items()},
        "weeks": command_line.format(option="weeks"),
        "start": command_line.format(option="start"),
    }


def table_name(table: str) -> str:
    """Return a table's name as it is written: ``[[races]]`` for what may stand several times."""
    return f"[[{table}]]" if table in SEVERAL else f"[{table}]"
