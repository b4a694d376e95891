"""`runwright app` serves the app to whoever has the printed link, and to nobody else."""

import os
import re
import socket
import subprocess
import sys
import urllib.request
from http.cookiejar import CookieJar

import pytest

from tests.unit.cli.conftest import ROOT

APP = (sys.executable, "-m", "runwright.cli", "app", "--no-open")
LINK = re.compile(r"http://127\.0\.0\.1:\d+/link/\S+")


@pytest.fixture
def started(tmp_path):
    with subprocess.Popen(
        [*APP, "--data", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"},
    ) as process:
        said = ""
        for line in process.stdout:
            said += line
            if LINK.search(line):
                break
        yield process, said
        process.kill()


def link_in(said):
    found = LINK.search(said)
    assert found is not None, said
    return found[0]


def browser():
    return urllib.request.build_opener(urllib.request.HTTPCookieProcessor(CookieJar()))


def test_the_printed_link_opens_the_app_and_enter_prints_another(started):
    process, said = started
    with browser().open(link_in(said), timeout=30) as page:
        assert page.status == 200
        assert "sample runner" in page.read().decode()

    process.stdin.write("\n")
    process.stdin.flush()
    again = next(line for line in process.stdout if LINK.search(line))

    assert link_in(again) != link_in(said)


@pytest.mark.usefixtures("started")
def test_its_data_are_for_their_owner_alone(tmp_path):
    assert (tmp_path / "secret.key").stat().st_mode & 0o077 == 0
    assert (tmp_path / "runwright.sqlite3").exists()


def test_a_port_in_use_is_told_with_what_to_do(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        result = subprocess.run(
            [*APP, "--port", str(port), "--data", str(tmp_path)],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
            env={**os.environ, "PYTHONPATH": str(ROOT / "src")},
        )

    assert result.returncode == 1
    assert "--port" in result.stderr


def test_a_phone_is_shown_the_way_over_https_and_what_to_trust_first(tmp_path):
    with subprocess.Popen(
        [*APP, "--phone", "--data", str(tmp_path)],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(ROOT / "src"), "PYTHONUNBUFFERED": "1"},
    ) as process:
        said = ""
        for line in process.stdout:
            said += line
            if "Ctrl-C" in line:
                break
        process.kill()

    assert "/phone/authority.crt" in said
    assert re.search(r"https://\S+/link/\S+", said)
    assert "▄" in said
    assert (tmp_path / "phone" / "authority.key").stat().st_mode & 0o077 == 0
