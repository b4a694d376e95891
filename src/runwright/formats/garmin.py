"""The summaries of a Garmin export: one JSON file, in milliseconds and centimetres."""

import json
from collections.abc import Iterator, Mapping
from datetime import timedelta, timezone

from runwright.domain.problem import Imported
from runwright.domain.run import RunKind, RunSource
from runwright.formats.csv_table import as_text
from runwright.formats.moments import moment_at
from runwright.formats.plain import finite, one_line, positive
from runwright.formats.reasons import problem
from runwright.formats.recording import Recording
from runwright.formats.sports import is_indoor, sport_of

FORMAT = "garmin"
MARK = b"summarizedActivitiesExport"
KEY = MARK.decode()
MS_PER_S, CM_PER_M = 1000, 100
RACE_EVENT = 1  # event types count from here: race, recreation, …
WIDEST_ZONE_S = 15 * 3600
QUARTER_HOUR_S = 900


def read_garmin(data: bytes, label: str) -> Imported[Recording]:
    """Return the activities of a `…_summarizedActivities.json`.

    Parameters
    ----------
    label
        File as the person knows it; activities add their number, ``….json:12``.
    """
    try:
        content = json.loads(as_text(data))
    except (ValueError, RecursionError):
        return Imported(problems=(problem(FORMAT, "damaged", label, why="JSON"),))
    return Imported(
        items=tuple(
            _recording(each, f"{label}:{number}")
            for number, each in enumerate(_summaries(content), start=1)
        )
    )


def _summaries(content: object) -> Iterator[Mapping[str, object]]:
    """Activities wherever the export keeps them: `[{"summarizedActivitiesExport": […]}]`."""
    for part in content if isinstance(content, list) else [content]:
        listed = part.get(KEY) if isinstance(part, dict) else None
        if isinstance(listed, list):
            yield from (each for each in listed if isinstance(each, dict))


def _recording(summary: Mapping[str, object], label: str) -> Recording:
    start_ms = _start_ms(summary)
    offset_s = _offset_s(summary, start_ms)
    started_at = None if start_ms is None else moment_at(start_ms / MS_PER_S)
    if started_at is not None and offset_s is not None:
        started_at = started_at.astimezone(timezone(timedelta(seconds=offset_s)))
    told = one_line(_type(summary).replace("_", " "))
    return Recording(
        source=RunSource(label=label, format=FORMAT),
        started_at=started_at,
        local_time_told=offset_s is not None,
        duration_s=_scaled(summary.get("duration"), MS_PER_S),
        elapsed_s=_scaled(summary.get("elapsedDuration"), MS_PER_S),
        distance_m=_scaled(summary.get("distance"), CM_PER_M),
        ascent_m=_scaled(summary.get("elevationGain"), CM_PER_M),
        mean_heart_rate_bpm=positive(summary.get("avgHr")),
        max_heart_rate_bpm=positive(summary.get("maxHr")),
        indoor=is_indoor(told),
        kind_hint=RunKind.RACE if summary.get("eventTypeId") == RACE_EVENT else None,
        title=one_line(str(summary.get("name") or "")),
        sport=sport_of(told),
        sport_told=told,
    )


def _start_ms(summary: Mapping[str, object]) -> float | None:
    """Return the start in milliseconds since 1970, UTC."""
    start_ms = positive(summary.get("startTimeGmt"))
    return start_ms if start_ms is not None else positive(summary.get("beginTimestamp"))


def _offset_s(summary: Mapping[str, object], start_ms: float | None) -> int | None:
    """Return how far the runner's clock was from UTC; None where it is not told. [s]"""
    local_ms = finite(summary.get("startTimeLocal"))
    if local_ms is None or start_ms is None:
        return None
    offset_s = QUARTER_HOUR_S * round((local_ms - start_ms) / MS_PER_S / QUARTER_HOUR_S)
    return offset_s if abs(offset_s) <= WIDEST_ZONE_S else None


def _type(summary: Mapping[str, object]) -> str:
    """Return the type's name: a word in exports, a dictionary with a key in downloads."""
    told = summary.get("activityType")
    if isinstance(told, dict):
        told = told.get("typeKey")
    return told if isinstance(told, str) else ""


def _scaled(value: object, per_unit: int) -> float | None:
    number = positive(value)
    return None if number is None else number / per_unit
