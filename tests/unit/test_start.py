"""start.py, run for real in a copy: real environments, real pip, packages from a folder."""

import ast
import base64
import hashlib
import json
import os
import shutil
import subprocess
import sys
import zipfile
from importlib.metadata import distribution
from pathlib import Path

import pytest

import start

ROOT = Path(__file__).resolve().parents[2]
PYTHON_OF = "Scripts/python.exe" if os.name == "nt" else "bin/python"

# A program small enough to install in a test; it says how it was called.
PROJECT = """\
[build-system]
requires = ["flit_core"]
build-backend = "flit_core.buildapi"
[project]
name = "runwright"
version = "0.0.1"
description = "says how it was called"
"""
PROGRAM = """\
import sys
print("called with", sys.argv[1:])
sys.exit(7 if "--fail" in sys.argv else 0)
"""


def packed(name, folder):
    """Put the installed package `name` back into a wheel, and return the wheel."""
    installed = distribution(name)
    wheel = folder / f"{name}-{installed.version}-py3-none-any.whl"
    record = f"{name}-{installed.version}.dist-info/RECORD"
    lines = []
    with zipfile.ZipFile(wheel, "w") as archive:
        for file in installed.files:
            if ".." in file.parts or file.suffix == ".pyc" or str(file) == record:
                continue
            content = file.locate().read_bytes()
            digest = base64.urlsafe_b64encode(hashlib.sha256(content).digest()).rstrip(b"=")
            lines.append(f"{file.as_posix()},sha256={digest.decode()},{len(content)}")
            archive.writestr(file.as_posix(), content)
        archive.writestr(record, "\n".join([*lines, f"{record},,", ""]))
    return wheel


class Copy:
    """A copy of the front door with a small program behind it, in a folder with a space."""

    def __init__(self, folder):
        self.root = folder / "a copy"
        self.home = folder / "empty home"
        self.wheels = folder / "wheels"
        for made in (
            self.home,
            self.wheels,
            self.root / "requirements",
            self.root / "src/runwright",
        ):
            made.mkdir(parents=True)
        shutil.copy(ROOT / "start.py", self.root)
        (self.root / "pyproject.toml").write_text(PROJECT, encoding="utf-8")
        (self.root / "src/runwright/__init__.py").write_text("", encoding="utf-8")
        (self.root / "src/runwright/cli.py").write_text(PROGRAM, encoding="utf-8")
        wheel = packed("flit_core", self.wheels)
        self.write_lock(wheel.name.split("-")[1], hashlib.sha256(wheel.read_bytes()).hexdigest())

    def write_lock(self, version, digest):
        lock = self.root / "requirements" / "run.lock"
        lock.write_text(f"flit-core=={version} --hash=sha256:{digest}\n", encoding="utf-8")

    def start(self, *arguments, python=sys.executable, code=None, **settings):
        """Run start.py with nothing inherited but the search path; `code` goes before it."""
        environment = {
            "PATH": os.environ.get("PATH", ""),
            "HOME": str(self.home),
            "PIP_CONFIG_FILE": os.devnull,
            "PIP_NO_INDEX": "1",
            "PIP_FIND_LINKS": self.wheels.as_uri(),
            **settings,
        }
        file = self.root / "start.py"
        call = [str(file)] if code is None else ["-c", code, str(file)]
        return subprocess.run(
            [python, *call, *arguments],
            cwd=self.home,
            env=environment,
            capture_output=True,
            text=True,
            check=False,
        )

    @property
    def environment(self):
        return self.root / ".venv"

    @property
    def made_at(self):
        """When the environment was made; changes when it is made again."""
        return (self.environment / "pyvenv.cfg").stat().st_mtime_ns


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    """A copy that was started once, and what it said."""
    copy = Copy(tmp_path_factory.mktemp("installed"))
    return copy, copy.start("--weeks", "12")


@pytest.fixture
def fresh(tmp_path):
    """A copy that was never started."""
    return Copy(tmp_path)


def test_the_first_start_installs_and_opens_the_app_with_what_follows(installed):
    _copy, first = installed

    assert first.returncode == 0, first.stderr
    assert "called with ['app', '--weeks', '12']" in first.stdout
    assert "1/3 an environment" in first.stdout
    assert "flit_core 4" in first.stdout


def test_the_next_start_installs_nothing(installed):
    copy, _first = installed
    made_at = copy.made_at

    again = copy.start(PIP_FIND_LINKS="", PATH="")

    assert again.stdout == "called with ['app']\n"
    assert copy.made_at == made_at


def test_a_changed_lock_is_installed_into_the_same_environment(installed):
    copy, _first = installed
    made_at = copy.made_at
    lock = copy.root / "requirements" / "run.lock"
    lock.write_text("# reviewed\n" + lock.read_text(encoding="utf-8"), encoding="utf-8")

    again = copy.start()

    assert "2/3 packages" in again.stdout
    assert "1/3" not in again.stdout
    assert again.returncode == 0
    assert copy.made_at == made_at


def test_a_broken_environment_is_made_again(installed):
    copy, _first = installed
    (copy.environment / PYTHON_OF).unlink()

    again = copy.start()

    assert "1/3 an environment" in again.stdout
    assert again.returncode == 0, again.stderr


def test_an_interrupted_installation_is_gone_on_with(installed):
    copy, _first = installed
    (copy.environment / "runwright-stamp.json").unlink()

    again = copy.start()

    assert "2/3 packages" in again.stdout
    assert again.returncode == 0, again.stderr


def test_a_moved_copy_makes_its_environment_again(installed):
    copy, _first = installed
    stamp = copy.environment / "runwright-stamp.json"
    known = json.loads(stamp.read_text(encoding="utf-8"))
    stamp.write_text(json.dumps({**known, "root": str(copy.home)}), encoding="utf-8")

    again = copy.start()

    assert "1/3 an environment" in again.stdout
    assert again.returncode == 0, again.stderr


def test_a_persons_own_pip_settings_do_not_lead_the_packages_elsewhere(fresh):
    astray = fresh.home / "astray"

    result = fresh.start(PIP_USER="1", PIP_TARGET=str(astray), PIP_REQUIRE_VIRTUALENV="1")

    assert result.returncode == 0, result.stderr
    assert not astray.exists()


def test_the_programs_exit_code_is_handed_on(installed):
    copy, _first = installed

    assert copy.start("--fail").returncode == 7


def test_a_package_with_another_hash_is_refused_in_plain_words(fresh):
    version = distribution("flit_core").version
    fresh.write_lock(version, "0" * 64)

    result = fresh.start()

    assert result.returncode == 1
    assert "its hash differs" in result.stderr
    assert f"where: {fresh.environment}" in result.stderr
    assert "next:" in result.stderr
    assert "called with" not in result.stdout


def test_an_unreachable_network_is_said_in_plain_words(fresh):
    closed = "http:" + "//127.0.0.1:9/simple"  # the discard port: nobody answers

    result = fresh.start(PIP_NO_INDEX="0", PIP_INDEX_URL=closed, PIP_FIND_LINKS="")

    assert result.returncode == 1
    assert "The network did not answer." in result.stderr
    assert "Traceback" not in result.stderr


def test_a_package_nobody_offers_is_said_in_plain_words(fresh):
    fresh.write_lock("999", "0" * 64)

    result = fresh.start()

    assert result.returncode == 1
    assert "not on offer for this Python" in result.stderr


def test_something_else_named_venv_is_left_alone(fresh):
    fresh.environment.mkdir()
    (fresh.environment / "letters.txt").write_text("mine", encoding="utf-8")

    result = fresh.start()

    assert result.returncode == 1
    assert "left alone" in result.stderr
    assert (fresh.environment / "letters.txt").read_text(encoding="utf-8") == "mine"


def test_an_incomplete_copy_names_the_missing_file(fresh):
    (fresh.root / "requirements" / "run.lock").unlink()

    result = fresh.start()

    assert result.returncode == 1
    assert "A file is missing." in result.stderr
    assert "run.lock" in result.stderr


AFTER = "exec(compile(open(file).read(), file, 'exec'), {'__name__': '__main__', '__file__': file})"


def test_a_python_without_the_module_for_environments_is_told_how_to_get_it(fresh):
    without = "import importlib.util as u; real = u.find_spec; "
    without += (
        "u.find_spec = lambda name, *rest: None if name == 'ensurepip' else real(name, *rest); "
    )

    result = fresh.start(code="import sys; file = sys.argv.pop(1); " + without + AFTER)

    assert result.returncode == 1
    assert f"sudo apt install python3.{sys.version_info.minor}-venv" in result.stderr


def test_a_python_too_old_is_told_in_one_sentence(fresh):
    older = "sys.version_info = (3, 8, 10, 'final', 0); "

    result = fresh.start(code="import sys; file = sys.argv.pop(1); " + older + AFTER)

    assert result.returncode == 1
    assert "Runwright needs Python 3.11 or newer; this is Python 3.8" in result.stderr
    assert "Traceback" not in result.stderr


def test_python_3_6_can_read_the_file_far_enough_to_say_so():
    source = (ROOT / "start.py").read_text(encoding="utf-8")

    ast.parse(source, feature_version=(3, 6))


def test_only_the_standard_library_is_needed():
    tree = ast.parse((ROOT / "start.py").read_text(encoding="utf-8"))
    imported = {
        alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.Import)
        for alias in node.names
    }
    imported |= {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}

    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        (
            "ERROR: Could not install packages: [Errno 28] No space left on device",
            "full",
        ),
        ("OSError: [Errno 13] Permission denied: '/x/.venv'", "Writing is not allowed"),
        ("OSError: [Errno 30] Read-only file system", "Writing is not allowed"),
        ("ssl.SSLCertVerificationError: CERTIFICATE_VERIFY_FAILED", "could not be trusted"),
        (
            "socket.gaierror: Temporary failure in name resolution\nNo matching distribution found",
            "network",
        ),
        ("ReadTimeoutError: HTTPSConnectionPool: Read timed out.", "network"),
        ("THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "hash differs"),
        ("ERROR: No matching distribution found for numpy==2.4.6", "not on offer"),
        ("segmentation fault", "no words for"),
    ],
)
def test_what_pip_says_is_told_as_its_first_cause(said, meant):
    error = start.explained(said, where="here")

    assert meant in error.what
    assert error.next_step


@pytest.mark.parametrize("arguments", [["help"], ["-h"], ["--help"]])
def test_help_teaches_the_commands(arguments, capsys):
    code = start.main(arguments)
    said = capsys.readouterr().out

    assert code == 0
    assert all(f"python3 start.py {word}" in said for word in ("test", "check", "help"))


@pytest.mark.parametrize("arguments", [["tset"], ["check", "src"]])
def test_a_word_it_does_not_know_is_wrong_use(arguments, capsys):
    code = start.main(arguments)

    assert code == 2
    assert f"does not know '{' '.join(arguments)}'" in capsys.readouterr().err


def test_a_check_this_machine_has_no_tool_for_is_told_and_stops_nobody(monkeypatch, capsys):
    def ran(*command, folder):
        return start.SKIPPED if command[0] == "tools/types/run.py" and folder else 0

    monkeypatch.setattr(start, "prepare", print)
    monkeypatch.setattr(start, "in_environment", ran)

    assert start.run_checks() == 0
    assert "0 failed, 1 skipped (types of the scripts)" in capsys.readouterr().out
