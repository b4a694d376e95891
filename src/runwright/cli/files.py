"""Files read and written by commands: whole or not at all, and every refusal in a sentence."""

import contextlib
import os
import tempfile
from collections.abc import Mapping
from datetime import date
from pathlib import Path

from runwright.cli.guard import LostOutputError, WrongUseError, words_of
from runwright.domain.runner import Runner
from runwright.domain.words import _
from runwright.formats.plan_json import PlanFile, read_plan_file
from runwright.formats.runner_toml import read_runner
from runwright.formats.runner_toml.from_knowledge import vocabulary_of
from runwright.knowledge.library import Library

TEXT_AT_MOST = 100_000_000  # bytes; a plan of two years is a hundredth of it
CALENDAR_AT_MOST = 50_000_000


def write_all(folder: Path, texts: Mapping[str, str | bytes]) -> tuple[Path, ...]:
    """Write files into a folder, made if need be; each appears whole, or stays as it was.

    Raises
    ------
    LostOutputError
        If the folder cannot be written to; says why. Files that were there before are as before.
    """
    waiting: list[tuple[Path, Path]] = []
    target = folder
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in texts.items():
            target = folder / name
            waiting.append((_written_aside(target, text), target))
        for aside, target in waiting:  # `target` names the file an error is about
            aside.replace(target)
    except OSError as error:
        raise LostOutputError(words_of(error, target)) from error
    finally:
        for aside, _target in waiting:
            with contextlib.suppress(OSError):
                aside.unlink(missing_ok=True)
    return tuple(folder / name for name in texts)


def _written_aside(target: Path, text: str | bytes) -> Path:
    """Write beside the target, under a name nobody uses, and be sure it is on the disk."""
    data = text.encode("utf-8") if isinstance(text, str) else text
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.")
    aside = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        aside.chmod(_usual_mode())
    except OSError:
        aside.unlink(missing_ok=True)
        raise
    return aside


def _usual_mode() -> int:
    """Return the mode a new file gets; temporary files are made for their owner alone."""
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def read_bytes(path: Path, *, at_most: int) -> bytes:
    """Return the content of a file.

    Raises
    ------
    WrongUseError
        If it is not there, is a folder, may not be read, or is far too large.
    """
    if path.is_dir():
        raise WrongUseError(_("{path} is a folder; a file is needed here.").format(path=path))
    try:
        with path.open("rb") as file:
            data = file.read(at_most + 1)
    except OSError as error:
        raise WrongUseError(words_of(error, path)) from error
    if len(data) > at_most:
        raise WrongUseError(
            _("{path} is larger than {most} MB and was not read.").format(
                path=path, most=at_most // 1_000_000
            )
        )
    return data


def read_text(path: Path) -> str:
    """Return the text of a file.

    Raises
    ------
    WrongUseError
        If it cannot be read, or is not text in UTF-8; names the line.
    """
    data = read_bytes(path, at_most=TEXT_AT_MOST)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        raise WrongUseError(
            _("{path} is not text in UTF-8 (line {line}). Save it as UTF-8 in your editor.").format(
                path=path, line=line
            )
        ) from error


def read_plan(path: Path) -> PlanFile:
    """Return the plan in a plan.json, and what it was made from; a folder means the one in it.

    Raises
    ------
    WrongUseError, PlanFileError
        If it cannot be read, or is no plan.
    """
    file = path / "plan.json" if path.is_dir() else path
    return read_plan_file(read_text(file), source=str(file))


def read_runner_file(
    path: Path, library: Library, today: date, *, season_start: date | None = None
) -> Runner:
    """Return the runner of a RUNNER.toml; races since `season_start` may be over.

    Raises
    ------
    WrongUseError
        If it cannot be read.
    RunnerFileError
        If it holds mistakes; it tells all of them.
    """
    if not path.exists():
        raise WrongUseError(
            _("{path} is not there. Check the spelling, or make one with:  runwright init").format(
                path=path
            )
        )
    text = read_text(path)
    return read_runner(
        text,
        source=str(path),
        today=today,
        vocabulary=vocabulary_of(library),
        season_start=season_start,
    )
