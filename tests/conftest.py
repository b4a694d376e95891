"""What every test stands on: no network, steady Hypothesis, real run files where there are any."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from hypothesis import settings

ROOT = Path(__file__).resolve().parents[1]
THIS_MACHINE = frozenset({"localhost", "127.0.0.1", "::1"})

# The same examples every time, so that a red test is red for everybody; `explore` looks for more:
# python3 start.py test --hypothesis-profile=explore
settings.register_profile("steady", derandomize=True, deadline=None, database=None)
settings.register_profile("explore", max_examples=2000, deadline=None, print_blob=True)
settings.load_profile("steady")


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fail the test that reaches beyond this machine."""
    connect = socket.socket.connect

    def connect_here(self: socket.socket, address: object) -> None:
        if isinstance(address, tuple) and address[0] not in THIS_MACHINE:
            pytest.fail(f"a test may not use the network, but this one asked for {address}")
        connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", connect_here)


@pytest.fixture(scope="session")
def shared_activities() -> Path:
    """The folder of real run files; skips, and says so, where it is not there."""
    named = os.environ.get("RUNWRIGHT_ACTIVITIES")
    folder = Path(named) if named else ROOT.parent / "shared" / "activities"
    if not folder.is_dir():
        pytest.skip(f"no real run files at {folder}; set RUNWRIGHT_ACTIVITIES to a folder of them")
    return folder
