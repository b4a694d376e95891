"""A command line with a clock that stands still, and one plan that all may ask."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from runwright.cli import clock
from runwright.cli.program import program
from runwright.formats.plan_json import from_json

ROOT = Path(__file__).parents[3]
SCHEMA = json.loads((ROOT / "schemas" / "cli.schema.json").read_text("utf-8"))
A_FRIDAY = datetime(2026, 11, 20, 12, 0)  # noqa: DTZ001  # put into a zone below


def stand_still(patch: pytest.MonkeyPatch) -> None:
    """Stop the clock at noon of Friday 20 November 2026, in UTC."""
    patch.setattr(clock, "local_zone", lambda: "UTC")
    patch.setattr(clock, "now", lambda zone=None: A_FRIDAY.replace(tzinfo=ZoneInfo(zone or "UTC")))
    for name in ("NO_COLOR", "COLUMNS", "LANG", "LC_ALL", "LC_MESSAGES", "RUNWRIGHT_LANG"):
        patch.delenv(name, raising=False)


@dataclass(frozen=True)
class Terminal:
    """Runs command lines, and keeps nothing between them."""

    patch: pytest.MonkeyPatch

    def __call__(self, *words: object, typed: str = "", columns: int = 80) -> Result:
        self.patch.setenv("COLUMNS", str(columns))
        line = [str(word) for word in words]
        return CliRunner().invoke(program(), line, input=typed)

    def answer(self, *words: object, of: str) -> dict[str, Any]:
        """The JSON answer of a command, held against its schema."""
        result = self(*words, "--json")
        found: dict[str, Any] = json.loads(result.stdout)
        Draft202012Validator({"$ref": f"#/$defs/{of}", "$defs": SCHEMA["$defs"]}).validate(found)
        return found


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """A terminal on 20 November 2026."""
    stand_still(monkeypatch)
    return Terminal(monkeypatch)


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The sample's plan, in a folder that tests only read."""
    folder = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        stand_still(patch)
        result = Terminal(patch)("sample", "--out", folder / "plan")
    assert result.exit_code == 0, result.output
    return folder / "plan"


@pytest.fixture(scope="session")
def sessions(made: Path) -> dict[str, str]:
    """Kind of the session of each day of the plan, '' for none."""
    plan = from_json((made / "plan.json").read_text("utf-8"), source="plan.json")
    return {
        day.day.isoformat(): "" if day.session is None else day.session.kind.value
        for week in plan.weeks
        for day in week.days
    }
