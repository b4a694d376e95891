#!/usr/bin/env python3
"""Runwright's front door: makes its environment beside itself, then runs, tests or checks it.

Rule for the next author: standard library only, and only grammar that Python 3.6 can read, so that
an old Python can say what is missing instead of stumbling over a sign it does not know.
"""

import hashlib
import importlib.util
import json
import os
import re
import shutil
import subprocess
import sys
import time
from collections import deque
from pathlib import Path

OLDEST_PYTHON = (3, 11)
NEWEST_KNOWN_MINOR = 14


def newer_python() -> "str | None":
    """Return the command of a Python that is new enough, if this machine has one."""
    minors = range(NEWEST_KNOWN_MINOR, OLDEST_PYTHON[1] - 1, -1)
    names = [f"python{OLDEST_PYTHON[0]}.{minor}" for minor in minors]
    return next(filter(shutil.which, names), None)


if sys.version_info < OLDEST_PYTHON:  # people run it with what they have
    newer = newer_python()
    sys.exit(
        "Runwright needs Python {}.{} or newer; this is Python {}.{}: {}\n".format(
            *OLDEST_PYTHON, *sys.version_info[:2], sys.executable
        )
        + (
            f"This machine has a newer one. Run:  {newer} start.py"
            if newer
            else "Install a newer Python, then run start.py with it."
        )
    )

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
SCRIPTS = ENVIRONMENT / ("Scripts" if os.name == "nt" else "bin")
PYTHON = SCRIPTS / ("python.exe" if os.name == "nt" else "python")
COMMAND = SCRIPTS / "runwright"
STAMP = ENVIRONMENT / "runwright-stamp.json"
RUN_LOCK = ROOT / "requirements" / "run.lock"
DEV_LOCK = ROOT / "requirements" / "dev.lock"  # holds all of run.lock, in the same versions

NEW_ENOUGH = f"sys.exit(sys.version_info < {OLDEST_PYTHON})"
WRONG_USE = 2
SKIPPED = 77  # what a check says that this machine lacks a tool for
STOPPED = 130  # what a shell says of a program ended by Ctrl-C
MOST_TEST_WORKERS = 8
LINES_KEPT = 1000  # of what a step says, to find its reason in
LINES_SHOWN = 12  # of a failed step, enough to hold pip's own reason

HELP = """\
python3 start.py               open the app in your browser, until you press Ctrl-C;
                               further options are handed to `runwright app`
python3 start.py test          run all tests; further arguments are handed to pytest
python3 start.py check         format, lint, import contracts, types, languages
python3 start.py help          this page

The first run makes an environment in .venv, beside start.py, and needs the network for it; later
runs do not. Delete .venv to start afresh. The program itself, for your own runs:
  {command} --help
"""

# Each part of `check`, and what it runs inside the environment.
CHECKS = (
    ("format", ("-m", "ruff", "format", "--check", ".")),
    ("ruff", ("-m", "ruff", "check", ".")),
    ("our own lint", ("tools/lint/run.py", "src")),
    ("house rules", ("tools/lint/house.py",)),
    (
        "import contracts",
        ("-c", "from importlinter.cli import lint_imports_command as go; go()", "--no-logo"),
    ),
    ("types", ("-m", "mypy", "--strict", "src")),
    ("types of the tools", ("-m", "mypy", "--strict", "start.py", "tools/lint", "tools/types")),
    ("types of the scripts", ("tools/types/run.py",)),
    ("languages", ("tools/make_catalogue.py", "--missing")),
)

# What an installation says when it gives up, what that means, what to do. The first that fits is
# told: a full disk and a missing network also end in "no matching distribution".
REASONS = (
    (
        "No space left on device|Errno 28|Disk quota exceeded|Errno 122",
        "The disk is full.",
        "Free about 500 MB there and in the folder for temporary files, then run it again.",
    ),
    (
        "DO NOT MATCH THE HASHES",
        "A downloaded package is not the one that was locked: its hash differs. It was not used.",
        """Run it again. If it stays so, whatever you download through changes files;
         tell whoever looks after it, and do not install around it.""",
    ),
    (
        "Permission denied|Errno 13|Read-only file system|Errno 30|No usable temporary directory",
        "Writing is not allowed.",
        "Make it a folder you may write to, or copy Runwright to one, then run it again.",
    ),
    (
        "CERTIFICATE_VERIFY_FAILED|SSLError|SSLCertVerificationError",
        "The connection could not be trusted: its certificate was not accepted.",
        "Behind a company proxy, point pip to its certificate (PIP_CERT), then run it again.",
    ),
    (
        "name resolution|NameResolution|Timeout|Connection|Network is unreachable|No route to host",
        "The network did not answer.",
        "Connect to the network and run it again; it is needed for the installation only.",
    ),
    (
        "No matching distribution found|Could not find a version that satisfies",
        "A package is not on offer for this Python and this machine.",
        """See above which one. Python 3.11 to 3.14 on Linux, macOS and Windows should do;
         if that is yours, the package index you install from lacks it.""",
    ),
    (
        r"Errno 2\b|No such file or directory",
        "A file is missing.",
        "Get a complete copy of Runwright; if the file is in .venv, delete that. Run it again.",
    ),
)
# `Collecting numpy==2.4.6`, or `Processing …/numpy-2.4.6-….whl` from a folder of packages
PACKAGE = re.compile(
    r"(?:Collecting |Processing .*[/\\])([\w.-]+?)(?:==|-)(\d[\w.]*)(?:\s|-\S+\.whl)"
)
UNKNOWN_REASON = "The installation stopped for a reason that start.py has no words for."
LOOK_ABOVE = "See the lines above. Deleting .venv and running it again makes a fresh start."


class StartError(Exception):
    """What went wrong, where, and what to do next, for the person at the terminal."""

    def __init__(self, what: str, *, where: str, next_step: str) -> None:
        self.what, self.where, self.next_step = what, where, next_step
        super().__init__(f"{what}\n  where: {where}\n  next:  {next_step}")


def main(arguments: "list[str]") -> int:
    """Return the exit code of what was asked for."""
    try:
        return do(arguments)
    except StartError as error:
        print(f"\n{error}", file=sys.stderr)
    except OSError as error:
        print(f"\n{explained(str(error), where=str(error.filename or ROOT))}", file=sys.stderr)
    except KeyboardInterrupt:
        print("\nStopped. Run it again when you like; it goes on from here.", file=sys.stderr)
        return STOPPED
    return 1


def do(arguments: "list[str]") -> int:
    """Return the exit code of one of the four things start.py can do, or of wrong use."""
    word, rest = (arguments[0], arguments[1:]) if arguments else ("", [])
    if word in {"help", "-h", "--help"}:
        print(HELP.format(command=shown(COMMAND)))
        return 0
    if word == "test":
        return run_tests(rest)
    if word == "check" and not rest:
        return run_checks()
    if not word or word.startswith("-"):
        return run_app(arguments)
    print(f"start.py does not know '{' '.join(arguments)}'. It knows:\n", file=sys.stderr)
    print(HELP.format(command=shown(COMMAND)), file=sys.stderr)
    return WRONG_USE


def run_app(options: "list[str]") -> int:
    """Return the exit code of the app, served until the person stops it."""
    prepare(RUN_LOCK)
    return in_environment("-m", "runwright.cli", "app", *options, folder=Path.cwd())


def run_tests(arguments: "list[str]") -> int:
    """Return pytest's exit code, with as many workers as there are cores unless told otherwise."""
    prepare(DEV_LOCK)
    told = any(argument.startswith(("-n", "--numprocesses", "--pdb")) for argument in arguments)
    count = str(min(cores(), MOST_TEST_WORKERS))
    # Idle workers take over what waits behind a long test.
    workers = [] if told else ["-n", count, "--dist", "worksteal"]
    return in_environment("-m", "pytest", *workers, *arguments, folder=ROOT)


def run_checks() -> int:
    """Return 0 when every check passes, 1 otherwise; none is skipped because another failed."""
    prepare(DEV_LOCK)
    failed, skipped = [], []
    for name, command in CHECKS:
        print(f"\n== {name}", flush=True)
        code = in_environment(*command, folder=ROOT)
        if code == SKIPPED:
            skipped.append(name)
        elif code != 0:
            failed.append(name)
    passed = len(CHECKS) - len(failed) - len(skipped)
    told = [counted("failed", failed), *([counted("skipped", skipped)] if skipped else [])]
    print(f"\ncheck: {passed} passed, {', '.join(told)}")
    return 1 if failed else 0


def counted(word: str, names: "list[str]") -> str:
    """Return how many checks that are, and which."""
    return f"{len(names)} {word}" + (f" ({', '.join(names)})" if names else "")


def prepare(lock: Path) -> None:
    """Make the environment hold what `lock` names, and Runwright itself; quick when it does."""
    wanted = stamp_for(lock)
    known = read_stamp()
    if wanted.items() <= known.items() and succeeds("import runwright"):
        return
    started = time.monotonic()
    print(f"Preparing Runwright in {shown(ENVIRONMENT)}, once.", flush=True)
    if known.get("root", str(ROOT)) != str(ROOT) or not succeeds(
        "import pip", "import sys", NEW_ENOUGH
    ):
        say("1/3 an environment of its own")
        make_environment()
    STAMP.unlink(missing_ok=True)  # an interrupted installation must not look finished
    say("2/3 packages, each checked against its hash")
    pip("install", "--require-hashes", "--no-deps", "--only-binary", ":all:", "-r", str(lock))
    say("3/3 Runwright itself")
    pip("install", "--no-index", "--no-build-isolation", "--no-deps", "--editable", str(ROOT))
    STAMP.write_text(json.dumps(wanted), encoding="utf-8")
    print(f"Ready after {time.monotonic() - started:.0f} s.\n", flush=True)


def stamp_for(lock: Path) -> "dict[str, str]":
    """Return what the environment is made from: the folder, the locks it fulfils, the package."""
    fulfilled = (RUN_LOCK, DEV_LOCK) if lock == DEV_LOCK else (lock,)
    made_from = (*fulfilled, ROOT / "pyproject.toml")
    digests = {file.name: hashlib.sha256(file.read_bytes()).hexdigest() for file in made_from}
    return {"root": str(ROOT), **digests}


def read_stamp() -> "dict[str, str]":
    """Return what the environment was made from; empty when nobody wrote it down."""
    try:
        return dict(json.loads(STAMP.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return {}


def succeeds(*statements: str) -> bool:
    """Whether the environment's own Python is there and can run these statements."""
    command = [str(PYTHON), "-I", "-c", "; ".join(statements)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def make_environment() -> None:
    """Make `.venv` afresh, in place of a broken one; what is not an environment stays untouched."""
    if importlib.util.find_spec("venv") is None or importlib.util.find_spec("ensurepip") is None:
        major, minor = sys.version_info[:2]
        raise StartError(
            "This Python cannot make environments: its module 'venv' or 'ensurepip' is missing.",
            where=sys.executable,
            next_step=f"On Debian or Ubuntu:  sudo apt install python{major}.{minor}-venv\n"
            "         Elsewhere: install Python from its own site. Then run it again.",
        )
    is_ours = (ENVIRONMENT / "pyvenv.cfg").exists() or SCRIPTS.exists()
    if ENVIRONMENT.exists() and not is_ours:
        raise StartError(
            "There is something named .venv that is not a Python environment; it was left alone.",
            where=str(ENVIRONMENT),
            next_step="Move it away or rename it, then run it again.",
        )
    outside = getattr(sys, "_base_executable", sys.executable)  # we may run from inside .venv
    run_or_explain([outside, "-I", "-m", "venv", "--clear", str(ENVIRONMENT)])


def pip(*arguments: str) -> None:
    """Run the environment's pip, whatever the person's own settings say about where to install."""
    elsewhere = {"PIP_TARGET", "PIP_PREFIX", "PIP_ROOT", "PIP_REQUIRE_VIRTUALENV"}
    settings = {name: value for name, value in os.environ.items() if name not in elsewhere}
    settings.update(PIP_USER="0", PIP_NO_INPUT="1", PIP_DISABLE_PIP_VERSION_CHECK="1")
    quiet = ("--progress-bar", "off", "--retries", "2")
    run_or_explain([str(PYTHON), "-I", "-m", "pip", *arguments, *quiet], settings)


def run_or_explain(command: "list[str]", settings: "dict[str, str] | None" = None) -> None:
    """Run a step of the installation, naming each package; a StartError tells why it failed."""
    said: deque[str] = deque(maxlen=LINES_KEPT)
    with subprocess.Popen(
        command,
        env=settings,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        encoding="utf-8",
        errors="replace",
    ) as step:
        for line in step.stdout or ():
            said.append(line.rstrip())
            package = PACKAGE.match(line)
            if package:
                say("    {} {}".format(*package.groups()))
    if step.returncode != 0:
        print("\n".join(["", *list(said)[-LINES_SHOWN:]]), file=sys.stderr)
        raise explained("\n".join(said), where=str(ENVIRONMENT))


def explained(output: str, *, where: str) -> StartError:
    """Return the plain words for what a failed step said."""
    for pattern, what, next_step in REASONS:
        if re.search(pattern, output):
            return StartError(what, where=where, next_step=next_step)
    return StartError(UNKNOWN_REASON, where=where, next_step=LOOK_ABOVE)


def in_environment(*arguments: str, folder: Path) -> int:
    """Return the exit code of the environment's Python run with these arguments in `folder`."""
    return subprocess.run([str(PYTHON), "-I", *arguments], cwd=folder, check=False).returncode


def cores() -> int:
    """Return how many cores this process may use, at least 1."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def shown(path: Path) -> str:
    """Return `path` as seen from where the person stands, when it is below; whole otherwise."""
    try:
        return str(path.relative_to(Path.cwd()))
    except ValueError:
        return str(path)


def say(line: str) -> None:
    """Print a line of progress at once, so that nobody wonders whether it still runs."""
    print(f"  {line}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
