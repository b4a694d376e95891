"""Writes the sample runner's year of runs as the FIT and GPX files a watch and a phone write.

`python tools/make_sample_runs.py` writes src/runwright/sample/sample-runs.zip anew, the same bytes
every time. Needs fit-tool, a development dependency.
"""

from __future__ import annotations

import io
import sys
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
if __name__ == "__main__":  # as a script, Python knows this folder and not the root
    sys.path[0] = str(ROOT)

from tools.sample.fit_file import fit_bytes  # noqa: E402
from tools.sample.gpx_file import gpx_bytes, packed  # noqa: E402
from tools.sample.year import year_of_runs  # noqa: E402

ARCHIVE = ROOT / "src" / "runwright" / "sample" / "sample-runs.zip"
PACKED_ON = (2026, 11, 15, 12, 0, 0)  # the runner's last Sunday
READABLE_BY_ALL = 0o644 << 16


def members() -> dict[str, bytes]:
    """Files of the archive by name, oldest run first."""
    files: dict[str, bytes] = {}
    for run in year_of_runs():
        name = run.start.strftime("%Y-%m-%d-%H-%M-%S")
        if run.by_phone:
            files[f"{name}.gpx.gz"] = packed(gpx_bytes(run))
        else:
            files[f"{name}.fit"] = fit_bytes(run)
    return files


def archive_bytes(files: dict[str, bytes]) -> bytes:
    """The files as a zip archive without anything of this machine or this day in it."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, content in files.items():
            entry = zipfile.ZipInfo(name, date_time=PACKED_ON)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 3  # Unix, wherever it is made
            entry.external_attr = READABLE_BY_ALL
            archive.writestr(entry, content)
    return buffer.getvalue()


def main() -> None:
    """Write the archive and say what is in it."""
    files = members()
    content = archive_bytes(files)
    ARCHIVE.write_bytes(content)
    fits = sum(name.endswith(".fit") for name in files)
    print(
        f"{ARCHIVE.relative_to(ROOT)}: {len(files)} runs, {fits} FIT and {len(files) - fits} GPX, "
        f"{len(content) / 1024:.0f} KiB"
    )


if __name__ == "__main__":
    main()
