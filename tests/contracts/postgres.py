"""A PostgreSQL server of the tests' own: made in a folder, reached there, taken away."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

import pytest

FOLDERS = ("", "/usr/lib/postgresql/17/bin/", "/usr/lib/postgresql/16/bin/")
FOLDERS += ("/usr/lib/postgresql/15/bin/", "/usr/lib/postgresql/14/bin/")
OTHER_USERS = ("postgres", "nobody")  # the server will not run as root


def program(name: str) -> str | None:
    """Return a program of PostgreSQL; None where it is not installed."""
    return next((found for one in FOLDERS if (found := shutil.which(one + name))), None)


@contextmanager
def server() -> Iterator[str]:
    """Yield the address of an empty database; skips, and says so, where there is no PostgreSQL."""
    initdb, pg_ctl = program("initdb"), program("pg_ctl")
    if initdb is None or pg_ctl is None:
        pytest.skip("PostgreSQL is not installed here; `.ci/run` installs it")
    folder = Path(tempfile.mkdtemp(prefix="runwright-pg-"))
    as_user = _other_user(folder)
    data, socket = folder / "data", folder / "socket"
    try:
        socket.mkdir()
        if as_user:
            shutil.chown(socket, as_user)
        run_as = ["runuser", "-u", as_user, "--"] if as_user else []
        _run([*run_as, initdb, "-D", data, "-U", "runner", "-A", "trust"])
        options = f"-k {socket} -c listen_addresses='' -c fsync=off"
        log = folder / "data" / "log"
        _run([*run_as, pg_ctl, "-D", data, "-o", options, "-l", log, "-w", "start"])
        yield f"postgresql://runner@/postgres?host={quote(str(socket))}"
        _run([*run_as, pg_ctl, "-D", data, "-m", "immediate", "-w", "stop"])
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _other_user(folder: Path) -> str:
    """Return the user the server runs as, the folder given to it; empty where we are not root."""
    if not hasattr(os, "getuid") or os.getuid() != 0:
        return ""
    for name in OTHER_USERS:
        try:
            shutil.chown(folder, name)
        except LookupError:
            continue
        folder.chmod(0o755)
        return name
    pytest.skip("PostgreSQL does not run as root, and there is no other user here")
    return ""


def _run(command: list[object]) -> None:
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr or done.stdout
