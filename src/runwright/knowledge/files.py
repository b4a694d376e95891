"""The YAML files of the knowledge base: read, checked whole, and kept ready for the next start."""

import hashlib
import json
import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass
from importlib.resources import files as package_files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

CACHE_VARIABLE = "RUNWRIGHT_CACHE"  # a folder for the compiled knowledge base
CACHES_KEPT = 4  # one for each version somebody still starts; half a megabyte each
BASE_ENDING = ".yaml"
CHECK_ENDINGS = (".py", ".json")  # what decides whether a file is right


@dataclass(frozen=True, slots=True)
class KnowledgeData:
    """Checked contents of all files by name without ending, ``"rules/dose"``, and their digest."""

    files: Mapping[str, Any]
    digest: str


def read_base() -> KnowledgeData:
    """Return the contents of the shipped knowledge base.

    Checked contents are kept in the user's cache folder, under the digest of all files and of the
    checks; when either changes, everything is read and checked anew. A cache that cannot be read
    or written is done without.

    Raises
    ------
    KnowledgeFaultsError
        If any entry is wrong.
    """
    package = package_files("runwright.knowledge")
    base = dict(_read(package / "base", (BASE_ENDING,)))
    digest = _digest(base)
    kept = _cache_file(_digest({"base": digest.encode(), **dict(_read(package, CHECK_ENDINGS))}))
    files = _kept(kept) if kept is not None else None
    if files is None:
        files = _checked(base)
        if kept is not None:
            _keep(kept, files)
    return KnowledgeData(files=files, digest=digest)


def _checked(base: Mapping[str, bytes]) -> Mapping[str, Any]:
    from runwright.knowledge.check import check  # noqa: PLC0415  # slow, and rarely needed

    texts = {
        name.removesuffix(BASE_ENDING): text.decode("utf-8", errors="surrogateescape")
        for name, text in base.items()
    }
    return check(texts)


def _read(
    folder: Traversable, endings: tuple[str, ...], prefix: str = ""
) -> Iterator[tuple[str, bytes]]:
    for entry in sorted(folder.iterdir(), key=lambda one: one.name):
        if entry.is_dir():
            yield from _read(entry, endings, f"{prefix}{entry.name}/")
        elif entry.name.endswith(endings):
            yield prefix + entry.name, entry.read_bytes()


def _digest(texts: Mapping[str, bytes]) -> str:
    digest = hashlib.sha256()
    for name, text in texts.items():
        digest.update(f"{name}\0{len(text)}\0".encode())
        digest.update(text)
    return digest.hexdigest()


def _cache_file(digest: str) -> Path | None:
    """Where contents are kept; None where the system knows no folder for it."""
    home = os.environ.get(CACHE_VARIABLE) or os.environ.get("XDG_CACHE_HOME")
    folder = Path(home) if home else Path(os.path.expanduser("~")) / ".cache"  # noqa: PTH111  # never raises
    if not folder.is_absolute():
        return None
    return folder / "runwright" / f"knowledge-{digest[:32]}.json"


def _kept(file: Path) -> Mapping[str, Any] | None:
    """Return kept contents; None where there are none, or where they are not as they were."""
    try:
        seal, _, text = file.read_bytes().partition(b"\n")
    except OSError:
        return None
    if seal != _seal(text):
        return None
    files: Mapping[str, Any] = json.loads(text)
    return files


def _keep(file: Path, files: Mapping[str, Any]) -> None:
    """Write contents beside the place and move them there, so that nobody reads half of them."""
    text = json.dumps(files, separators=(",", ":")).encode("ascii")
    with suppress(OSError):  # a home that cannot be written costs the next start a second
        file.parent.mkdir(parents=True, exist_ok=True)
        handle, beside = tempfile.mkstemp(dir=file.parent, prefix=file.stem, suffix=".tmp")
        try:
            with os.fdopen(handle, "wb") as writing:
                writing.write(_seal(text) + b"\n" + text)
            Path(beside).replace(file)
        finally:
            Path(beside).unlink(missing_ok=True)
        _drop_oldest(file.parent)


def _seal(text: bytes) -> bytes:
    return hashlib.sha256(text).hexdigest().encode("ascii")


def _drop_oldest(folder: Path) -> None:
    kept = sorted(folder.glob("knowledge-*.json"), key=lambda one: one.stat().st_mtime)
    for old in kept[:-CACHES_KEPT]:
        old.unlink(missing_ok=True)
