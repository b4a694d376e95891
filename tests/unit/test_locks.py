"""What `requirements/` promises: everything named, everything hashed, nothing addressed."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
LOCKS = ("run.lock", "dev.lock")
HOW = "pyproject.toml and the locks differ; CONTRIBUTING.md says how to write them anew"


def locked(name):
    """Each `package==version ; marker` of a lock, with how many hashes it has."""
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")
    entries = re.split(r"(?m)^(?=[A-Za-z])", text)[1:]
    return {entry.split("\\")[0].strip(): entry.count("--hash=sha256:") for entry in entries}


def packages(requirements):
    return {re.split(r"[^\w.-]", each)[0].lower().replace("_", "-") for each in requirements}


def pinned(name):
    return {entry.split("==")[0] for entry in locked(name)}


@pytest.mark.parametrize("name", LOCKS)
def test_a_lock_says_nowhere_where_packages_come_from(name):
    text = (ROOT / "requirements" / name).read_text(encoding="utf-8")

    assert "://" not in text
    assert "index-url" not in text
    assert " @ " not in text


@pytest.mark.parametrize("name", LOCKS)
def test_every_locked_package_has_one_version_and_a_hash(name):
    without = [entry for entry, hashes in locked(name).items() if "==" not in entry or not hashes]

    assert locked(name)
    assert without == []


def test_run_lock_holds_what_the_program_needs_and_what_installs_it():
    wanted = packages(PROJECT["project"]["dependencies"] + PROJECT["dependency-groups"]["build"])

    assert wanted <= pinned("run.lock"), HOW


def test_dev_lock_holds_what_tests_and_checks_need():
    wanted = packages(PROJECT["dependency-groups"]["dev"])

    assert wanted <= pinned("dev.lock"), HOW


def test_tests_run_on_the_versions_people_get():
    def versions(name):
        return {entry.split(" ;")[0] for entry in locked(name)}

    assert versions("run.lock") <= versions("dev.lock"), HOW


def test_what_installs_us_is_what_the_build_asks_for():
    assert PROJECT["build-system"]["requires"] == PROJECT["dependency-groups"]["build"]
