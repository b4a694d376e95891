"""The sample archive: real files, the ones the tool makes, and the year they are meant to tell."""

import gzip
import io
import zipfile
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

import fitdecode
import pytest
import yaml
from lxml import etree

from runwright.domain.run import Run, RunKind
from runwright.formats.reader import import_runs
from runwright.training.facts import facts_from_runs
from runwright.training.parameters import TrainingParameters

PACKAGE = Path(__file__).parents[3] / "src" / "runwright"
ARCHIVE = PACKAGE / "sample" / "sample-runs.zip"
LAST_SUNDAY = date(2026, 11, 15)
MOST_BYTES = 700_000
GPX = {"g": "http://www.topografix.com/GPX/1/1"}


@cache
def members() -> dict[str, bytes]:
    with zipfile.ZipFile(ARCHIVE) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name) for name in archive.namelist()}


def unpacked(files: dict[str, bytes]) -> dict[str, bytes]:
    """Contents, freed of gzip: what packs them may differ from machine to machine."""
    return {
        name: gzip.decompress(content) if name.endswith(".gz") else content
        for name, content in files.items()
    }


def fit_messages(content: bytes) -> list[fitdecode.FitDataMessage]:
    with fitdecode.FitReader(
        io.BytesIO(content),
        check_crc=fitdecode.CrcCheck.RAISE,
        error_handling=fitdecode.ErrorHandling.RAISE,
    ) as file:
        return [frame for frame in file if isinstance(frame, fitdecode.FitDataMessage)]


@cache
def runs() -> tuple[Run, ...]:
    read = import_runs([ARCHIVE], now=datetime(2026, 11, 16, tzinfo=UTC))
    assert read.problems == ()
    return read.items


@cache
def facts():
    text = (PACKAGE / "knowledge" / "base" / "training.yaml").read_text(encoding="utf-8")
    numbers = {name: entry["value"] for name, entry in yaml.safe_load(text).items()}
    parameters = TrainingParameters.from_entries(numbers)
    return facts_from_runs(runs(), as_of=LAST_SUNDAY, timezone=UTC, parameters=parameters)


def test_the_archive_is_what_the_tool_makes():
    pytest.importorskip("fit_tool", reason="fit-tool, which writes the sample files, is missing")
    from tools.make_sample_runs import archive_bytes  # noqa: PLC0415
    from tools.make_sample_runs import members as made_now  # noqa: PLC0415

    made = made_now()

    assert list(made) == list(members())
    assert unpacked(made) == unpacked(members())
    assert archive_bytes(made) == archive_bytes(made_now_again(made))


def made_now_again(made: dict[str, bytes]) -> dict[str, bytes]:
    """The same files, the first and the last of them written a second time."""
    from tools.sample.fit_file import fit_bytes  # noqa: PLC0415
    from tools.sample.year import year_of_runs  # noqa: PLC0415

    year = year_of_runs()
    again = dict(made)
    for run in (year[0], year[-1]):
        again[run.start.strftime("%Y-%m-%d-%H-%M-%S") + ".fit"] = fit_bytes(run)
    return again


def test_the_archive_is_small():
    assert ARCHIVE.stat().st_size < MOST_BYTES


def test_every_fit_file_is_whole_and_tells_a_run():
    for name, content in members().items():
        if name.endswith(".fit"):
            names = [message.name for message in fit_messages(content)]

            assert names[0] == "file_id", name
            assert names.count("session") == names.count("activity") == 1, name
            assert names.count("record") > 20, name


def test_records_of_a_fit_file_add_up_to_its_session():
    for name, content in list(members().items())[:12]:
        if name.endswith(".fit"):
            messages = fit_messages(content)
            session = next(message for message in messages if message.name == "session")
            records = [message for message in messages if message.name == "record"]
            laps = [message for message in messages if message.name == "lap"]
            lapped_m = sum(lap.get_value("total_distance") for lap in laps)

            assert records[-1].get_value("distance") == session.get_value("total_distance")
            assert lapped_m == pytest.approx(session.get_value("total_distance"), abs=0.5)
            assert session.get_value("num_laps") == len(laps)


def test_every_gpx_file_has_a_name_places_times_and_heart_rates():
    names = [name for name in members() if name.endswith(".gpx.gz")]

    assert len(names) > 5
    for name in names:
        root = etree.fromstring(gzip.decompress(members()[name]))
        points = root.findall(".//g:trkpt", GPX)

        assert root.findtext(".//g:trk/g:name", namespaces=GPX)
        assert len(list(root.iter("{*}hr"))) == len(points) > 20
        assert all(0.48 < float(point.get("lat")) < 0.52 for point in points)


def test_the_year_ends_on_its_last_sunday():
    days = [run.started_at.date() for run in runs()]

    assert days == sorted(days)
    assert days[0] == date(2025, 11, 18)
    assert days[-1] == LAST_SUNDAY
    assert len(days) == len(members())


def test_the_typical_week_is_the_one_it_was_made_with():
    found = [(run.weekday, run.kind) for run in facts().typical_week]

    assert found == [
        (1, RunKind.QUALITY),
        (3, RunKind.EASY),
        (5, RunKind.EASY),
        (6, RunKind.LONG),
    ]


def test_the_one_run_far_too_long_is_the_only_spike():
    assert [spike.day for spike in facts().spikes] == [date(2026, 5, 10)]


def test_the_holiday_is_a_gap_of_two_weeks():
    empty = [week.monday for week in facts().weekly if week.runs == 0]

    assert empty == [date(2026, 8, 3), date(2026, 8, 10)]


def test_the_year_grows_from_about_22_to_about_36_km_a_week():
    full = [week for week in facts().weekly if week.runs == 4]
    first = [week.distance_km for week in full if week.monday < date(2026, 1, 1)]
    last = [week.distance_km for week in full if week.monday > LAST_SUNDAY - timedelta(days=42)]

    assert 19 < sum(first) / len(first) < 25
    assert 30 < sum(last) / len(last) < 38


def test_the_race_is_the_fastest_run_of_its_length():
    race = next(run for run in runs() if "race" in run.title)
    as_long = [run for run in runs() if run.distance_m > 9900]

    assert race.started_at.date() == date(2026, 10, 4)
    assert race.distance_m == pytest.approx(10_000, abs=60)
    assert race == min(as_long, key=lambda run: run.duration_s / run.distance_m)


def test_effort_is_told_after_some_runs_only():
    told = sum(run.rpe is not None for run in runs())

    assert 0.2 < told / len(runs()) < 0.5
