"""How fast runs come in: files and megabytes a second per format, beside a plain decoder.

`python bench/import_runs.py` measures on files it makes itself, and on those of every folder named
after it.
"""

from __future__ import annotations

import io
import re
import resource
import subprocess
import sys
import tempfile
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":  # as a script, Python knows this folder and not the root
    sys.path[0] = str(ROOT)
    sys.path.insert(1, str(ROOT / "src"))

import fitdecode  # noqa: E402

from runwright.formats.reader import import_runs  # noqa: E402
from runwright.usecases.same_run import merge_same_runs  # noqa: E402
from tools.make_test_runs import Track, Watch, fit, gpx, gpx_of, packed, tcx, zipped  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

NOW = datetime(2030, 1, 1, tzinfo=UTC)
HOUR = Track(length_s=3600, metres=12_000.0, every_s=1)
FILES_EACH = 12
ROUNDS = 3
ROWS = 5000
LARGE_MB = 50
MEGABYTE = 1_000_000
KIBIBYTES_PER_MB = 1_000_000 / 1024


def measure() -> dict[str, float]:
    """Files and megabytes a second of each format (best of three), and what a large file needs."""
    measured: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        for name, make in FORMATS.items():
            measured |= _speed(name, _files(folder / name, name, make))
        measured |= _peer(folder / "fit_without_totals")
        measured |= _large(folder / "large.gpx")
    return measured | _merging()


def measure_folder(folder: Path) -> dict[str, float]:
    """Files and megabytes a second of each kind of file in a folder, and of all together."""
    measured: dict[str, float] = {}
    kinds: dict[str, list[Path]] = {}
    for file in sorted(each for each in folder.rglob("*") if each.is_file()):
        kinds.setdefault(file.suffix.lstrip(".") or "other", []).append(file)
    for kind, files in sorted(kinds.items()):
        measured |= _speed(kind, files)
    return measured | _speed("all", [file for files in kinds.values() for file in files])


def _on_day(day: int) -> Track:
    return replace(HOUR, start=HOUR.start + timedelta(days=day))


def _csv(_: Track) -> bytes:
    day = HOUR.start.date() - timedelta(days=ROWS)
    rows = (f"{day + timedelta(days=row)},07:30,8.0,48,3,easy,\n" for row in range(ROWS))
    return ("date,time,km,minutes,rpe,kind,title\n" + "".join(rows)).encode()


FORMATS: Mapping[str, Callable[[Track], bytes]] = {
    "fit": lambda track: fit(track, Watch()),
    "fit_without_totals": lambda track: fit(track, Watch(with_totals=False)),
    "fit_without_session": lambda track: fit(track, Watch(with_session=False)),
    "gpx": gpx,
    "gpx.gz": lambda track: packed(gpx(track)),
    "tcx": tcx,
    "zip": lambda track: zipped({f"{number}.fit": fit(track, Watch()) for number in range(4)}),
    "csv": _csv,
}


def _files(folder: Path, name: str, make: Callable[[Track], bytes]) -> list[Path]:
    folder.mkdir()
    ending = name.partition("_")[0]
    files = [folder / f"{day}.{ending}" for day in range(1 if name == "csv" else FILES_EACH)]
    for day, file in enumerate(files):
        file.write_bytes(make(_on_day(day)))
    return files


def _speed(name: str, files: list[Path]) -> dict[str, float]:
    """Speed of importing these files, the best of some rounds: noise only ever slows down."""
    size_mb = sum(file.stat().st_size for file in files) / MEGABYTE
    seconds = min(_seconds(lambda: import_runs(files, now=NOW)) for _ in range(ROUNDS))
    return {
        f"{name}: files/s": len(files) / seconds,
        f"{name}: MB/s": size_mb / seconds,
        f"{name}: ms/file": 1000 * seconds / len(files),
    }


def _peer(folder: Path) -> dict[str, float]:
    """Speed of decoding everything with fitdecode, on the FIT files that cost us most."""
    files = [file.read_bytes() for file in sorted(folder.iterdir())]
    seconds = _seconds(lambda: [_decode(data) for data in files])
    return {
        "fitdecode, everything: files/s": len(files) / seconds,
        "fitdecode, everything: MB/s": sum(map(len, files)) / MEGABYTE / seconds,
    }


def _decode(data: bytes) -> int:
    with fitdecode.FitReader(
        io.BytesIO(data),
        check_crc=fitdecode.CrcCheck.DISABLED,
        error_handling=fitdecode.ErrorHandling.IGNORE,
    ) as reader:
        return sum(1 for _ in reader)


def _large(file: Path) -> dict[str, float]:
    """Seconds and peak memory of one GPX of 50 MB, read by a process of its own."""
    day = replace(HOUR, length_s=24 * 3600, metres=200_000.0)
    days = round(LARGE_MB * MEGABYTE / (len(gpx(HOUR)) * 24)) or 1
    bodies = (
        gpx(replace(day, start=day.start + timedelta(days=2 * number))).decode()
        for number in range(days)
    )
    tracks = "".join(body.partition("<trk>")[2].partition("</gpx>")[0] for body in bodies)
    file.write_bytes(gpx_of("<trk>" + tracks.replace("</trk>\n", "</trk><trk>", days - 1)))
    command = [sys.executable, str(Path(__file__).resolve()), "--large", str(file)]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout.split()
    return {
        "large gpx: MB": file.stat().st_size / MEGABYTE,
        "large gpx: s": float(said[0]),
        "large gpx: peak MB": float(said[1]),
        "large gpx: runs": float(said[2]),
    }


def _peak_mb() -> float:
    """Most memory this process had at once. [MB]

    Linux counts what the parent had into `ru_maxrss`, so its own page is asked where there is one.
    """
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / KIBIBYTES_PER_MB
    told = re.search(r"VmHWM:\s+(\d+) kB", status.read_text(encoding="ascii"))
    return int(told[1]) / KIBIBYTES_PER_MB if told else 0.0


def _merging() -> dict[str, float]:
    """Seconds to find the doubles among ten years of runs, all of them twice."""
    with tempfile.TemporaryDirectory() as place:
        for name in ("a.csv", "b.csv"):
            (Path(place) / name).write_bytes(_csv(HOUR))
        runs = import_runs([Path(place) / "a.csv"], now=NOW).items
    return {f"merging {2 * len(runs)} runs: s": _seconds(lambda: merge_same_runs([*runs, *runs]))}


def _seconds(work: Callable[[], object]) -> float:
    start = perf_counter()
    work()
    return perf_counter() - start


def _show(title: str, measured: Mapping[str, float]) -> None:
    print(title)
    for name, value in measured.items():
        print(f"  {name:<36} {value:10.1f}")


def main(arguments: list[str]) -> int:
    """Print what was measured."""
    if arguments[:1] == ["--large"]:
        start = perf_counter()
        runs = len(import_runs([Path(arguments[1])], now=NOW).items)
        seconds = perf_counter() - start
        print(seconds, _peak_mb(), runs)
        return 0
    _show("Files made for this (an hour's run at a point a second)", measure())
    for folder in map(Path, arguments):
        _show(f"Files in {folder.name}", measure_folder(folder))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
