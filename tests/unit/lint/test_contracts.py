"""Each import contract of pyproject.toml, seen to break on a planted import."""

import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[3]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
CONTRACTS = [contract["id"] for contract in PROJECT["tool"]["importlinter"]["contracts"]]
ROOMS = (
    *(
        "cli",
        "web",
        "formats",
        "usecases",
        "training",
        "screening",
        "planning",
        "coaching",
        "rules",
        "knowledge",
    ),
    *("sample", "figures", "domain"),
)

PLANTED = {
    "layers": ("training", "import runwright.screening"),
    "pure": ("rules", "import time"),
    "figures": ("figures", "import runwright.knowledge"),
    "words": ("domain", "import numpy"),
    "rules": ("screening", "import runwright.rules"),
    "solver": ("usecases", "import ortools"),
    "files": ("planning", "import jinja2"),
}
ALLOWED = {  # imports that a contract excepts by name
    "knowledge/library.py": "",
    "figures/by_name.py": "from runwright.knowledge import library",
}


@pytest.fixture
def house(tmp_path):
    """A package of empty rooms under our own contracts."""
    (tmp_path / "pyproject.toml").write_bytes((ROOT / "pyproject.toml").read_bytes())
    for room in ("", *ROOMS):
        folder = tmp_path / "runwright" / room
        folder.mkdir(exist_ok=True)
        (folder / "__init__.py").write_text("", encoding="utf-8")
    for module, line in ALLOWED.items():
        (tmp_path / "runwright" / module).write_text(f"{line}\n", encoding="utf-8")
    return tmp_path


def broken_contracts(house):
    command = (
        "import sys; sys.path.insert(0, '.');"
        "from importlinter.cli import lint_imports_command as go; go()"
    )
    result = subprocess.run(
        [sys.executable, "-c", command, "--no-logo", "--no-cache"],
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
        env={"COLUMNS": "200", "PYTHONUTF8": "1"},
    )
    names = {c["id"]: c["name"] for c in PROJECT["tool"]["importlinter"]["contracts"]}
    said = " ".join(result.stdout.split())
    broken = {key for key, name in names.items() if f"{' '.join(name.split())} BROKEN" in said}
    assert bool(broken) == (result.returncode != 0), result.stdout + result.stderr
    return broken


def test_empty_rooms_break_nothing(house):
    assert broken_contracts(house) == set()


def test_every_contract_is_tried_here():
    assert list(PLANTED) == CONTRACTS


@pytest.mark.parametrize("contract", CONTRACTS)
def test_a_planted_import_breaks_the_contract(house, contract):
    room, line = PLANTED[contract]
    (house / "runwright" / room / "planted.py").write_text(f"{line}\n", encoding="utf-8")

    assert contract in broken_contracts(house)


def test_a_room_that_no_layer_names_is_noticed(house):
    (house / "runwright" / "helpers").mkdir()
    (house / "runwright" / "helpers" / "__init__.py").write_text("", encoding="utf-8")

    assert broken_contracts(house) == {"layers"}
