"""The same pages on the same tables: what holds on SQLite holds on PostgreSQL."""

import os
import subprocess
import sys
from pathlib import Path

from tests.contracts.postgres import server

ROOT = Path(__file__).parents[2]
PYTEST = (sys.executable, "-m", "pytest", "-q", "-x", "-n", "2", "-p", "no:cacheprovider")


def test_everything_of_the_app_that_is_tested_on_sqlite_holds_on_postgresql(tmp_path):
    with server() as address:
        done = subprocess.run(
            [*PYTEST, str(ROOT / "tests" / "unit" / "web")],
            cwd=ROOT,
            env={
                **os.environ,
                "PYTHONPATH": str(ROOT / "src"),
                "RUNWRIGHT_DATABASE_URL": address,
                "RUNWRIGHT_DATA_DIR": str(tmp_path),
                "PYTEST_XDIST_WORKER": "",
            },
            capture_output=True,
            text=True,
            check=False,
        )

    assert done.returncode == 0, done.stdout[-4000:] + done.stderr[-2000:]


def test_no_table_has_changed_without_a_migration(tmp_path):
    done = subprocess.run(
        [sys.executable, "-m", "runwright.web", "makemigrations", "--check", "--dry-run"],
        cwd=ROOT,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT / "src"),
            "RUNWRIGHT_DATA_DIR": str(tmp_path / "not-there-yet"),
        },
        capture_output=True,
        text=True,
        check=False,
    )

    assert done.returncode == 0, done.stdout
