"""Where the app keeps its data on this machine, and the secret it signs with."""

import os
import secrets
import sys
from pathlib import Path

DATA_VARIABLE = "RUNWRIGHT_DATA_DIR"
KEY_FILE = "secret.key"
SECRET_BYTES = 48
ONLY_OWNER_DIR, ONLY_OWNER_FILE = 0o700, 0o600


def data_dir() -> Path:
    """Return the folder of the app's data, which may not be there yet."""
    told = os.environ.get(DATA_VARIABLE)
    return Path(told).expanduser() if told else _usual_dir()


def make_places() -> None:
    """Make the folder and the secret, for their owner alone, where there were none."""
    folder = data_dir()
    folder.mkdir(parents=True, exist_ok=True, mode=ONLY_OWNER_DIR)
    try:
        handle = os.open(folder / KEY_FILE, os.O_WRONLY | os.O_CREAT | os.O_EXCL, ONLY_OWNER_FILE)
    except FileExistsError:
        return
    with os.fdopen(handle, "w", encoding="ascii") as opened:
        opened.write(secrets.token_urlsafe(SECRET_BYTES))


def _usual_dir() -> Path:
    if sys.platform == "win32":
        return Path(os.environ.get("LOCALAPPDATA", str(Path.home()))) / "Runwright"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Runwright"
    base = os.environ.get("XDG_DATA_HOME")
    return (Path(base) if base else Path.home() / ".local" / "share") / "runwright"


def secret_key(folder: Path) -> str:
    """Return the secret of this installation; one for this process alone before it was made."""
    try:
        return (folder / KEY_FILE).read_text(encoding="ascii")
    except FileNotFoundError:
        return secrets.token_urlsafe(SECRET_BYTES)
