"""What every test stands on: no network, steady Hypothesis, real run files where there are any."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from hypothesis import settings

from runwright.domain.units import Units, use_units
from runwright.domain.words import use_language

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


@pytest.fixture(autouse=True)
def _english_and_kilograms_afterwards():
    """Whatever a request chose holds for its thread, and tests share theirs."""
    yield
    use_language("en")
    use_units(Units.METRIC)


@pytest.fixture
def speak_german(tmp_path):
    """A function that chooses German with a few texts of its own."""

    def speak(texts):
        made = Catalog(locale="de", domain="runwright", fuzzy=False)
        for english, german in texts.items():
            made.add(english, german)
        file = tmp_path / "locale" / "de" / "LC_MESSAGES" / "runwright.mo"
        file.parent.mkdir(parents=True)
        with file.open("wb") as opened:
            write_mo(opened, made)
        use_language("de", catalogues=tmp_path / "locale")

    return speak


@pytest.fixture(scope="session")
def shared_activities() -> Path:
    """The folder of real run files; skips, and says so, where it is not there."""
    named = os.environ.get("RUNWRIGHT_ACTIVITIES")
    folder = Path(named) if named else ROOT.parent / "shared" / "activities"
    if not folder.is_dir():
        pytest.skip(f"no real run files at {folder}; set RUNWRIGHT_ACTIVITIES to a folder of them")
    return folder
