"""Runs and numbers the tests of this room share."""

from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from typing import Any

import yaml
from hypothesis import strategies as st

from runwright.domain.run import Run, RunKind
from runwright.training.parameters import TrainingParameters

KNOWLEDGE = Path(__file__).parents[3] / "src/runwright/knowledge/base/training.yaml"
SUNDAY = date(2026, 11, 15)


@cache
def entries() -> dict[str, dict[str, Any]]:
    return yaml.safe_load(KNOWLEDGE.read_text(encoding="utf-8"))


@cache
def parameters() -> TrainingParameters:
    return TrainingParameters.from_entries({
        name: entry["value"] for name, entry in entries().items()
    })


def run(
    day: date, *, km: float | None = 6.0, minutes: float = 36.0, at: str = "07:00", **more
) -> Run:
    """A run at 6:00 a kilometre in the morning, unless said otherwise."""
    seconds = minutes * 60
    return Run(
        started_at=datetime.combine(day, time.fromisoformat(at), tzinfo=UTC),
        duration_s=seconds,
        elapsed_s=seconds,
        distance_m=None if km is None else km * 1000,
        **more,
    )


def ago(days: int, **more) -> Run:
    return run(SUNDAY - timedelta(days=days), **more)


def weeks_of_four(weeks: int, *, last: date = SUNDAY) -> list[Run]:
    """Tuesday faster, Thursday and Saturday easy, Sunday long; the last Sunday is `last`."""
    made = []
    for back in range(weeks):
        sunday = last - timedelta(days=7 * back)
        made += [
            run(sunday - timedelta(days=5), km=8, minutes=40, at="18:00", mean_heart_rate_bpm=160),
            run(sunday - timedelta(days=3), km=7, minutes=43, mean_heart_rate_bpm=140),
            run(sunday - timedelta(days=1), km=6, minutes=37, at="09:00", mean_heart_rate_bpm=139),
            run(sunday, km=15, minutes=93, at="08:30", mean_heart_rate_bpm=143),
        ]
    return made


days = st.dates(min_value=SUNDAY - timedelta(days=200), max_value=SUNDAY + timedelta(days=20))
kinds = st.sampled_from([None, *RunKind])


@st.composite
def runs(draw) -> Run:
    minutes = draw(st.floats(min_value=1, max_value=240))
    speed_kmh = draw(st.floats(min_value=5, max_value=16))
    return Run(
        started_at=datetime.combine(draw(days), draw(st.times()), tzinfo=UTC),
        duration_s=minutes * 60,
        elapsed_s=minutes * 60 + draw(st.floats(min_value=0, max_value=3600)),
        distance_m=draw(st.none() | st.just(speed_kmh * minutes / 60 * 1000)),
        ascent_m=draw(st.none() | st.floats(min_value=0, max_value=1500)),
        mean_heart_rate_bpm=draw(st.none() | st.floats(min_value=90, max_value=195)),
        rpe=draw(st.none() | st.floats(min_value=0, max_value=10)),
        kind_hint=draw(kinds),
        title=draw(st.sampled_from(["", "Morning Run", "6 x 800 m", "Langer Lauf", "Parkrun"])),
    )


histories = st.lists(runs(), max_size=40)
