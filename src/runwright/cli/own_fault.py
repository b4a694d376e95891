"""What is said and kept when the program itself is at fault."""

import platform
import tempfile
import traceback
from pathlib import Path

from runwright import __version__
from runwright.domain.words import _

SHOWN_AT_MOST = 200  # signs of the fault itself


def own_fault_words(error: BaseException, arguments: list[str]) -> str:
    """Return what to tell about a fault of ours; the traceback goes into a file of its own."""
    what = f"{type(error).__name__}: {error}".strip(": ")
    log = _written_log(error, arguments)
    where = (
        _("What is needed to find out why is in {log}. It may hold names of your files.").format(
            log=log
        )
        if log is not None
        else _traceback(error)
    )
    return _(
        "Runwright stumbled, and that is its own fault ({what}). Your files are as they were. "
        "{where}"
    ).format(what=what[:SHOWN_AT_MOST], where=where)


def _written_log(error: BaseException, arguments: list[str]) -> Path | None:
    head = (
        f"runwright {__version__}, Python {platform.python_version()}, {platform.platform()}\n"
        f"arguments: {arguments!r}\n\n"
    )
    try:
        with tempfile.NamedTemporaryFile(
            "w",
            prefix="runwright-",
            suffix=".log",
            delete=False,
            encoding="utf-8",
            errors="replace",
        ) as log:
            log.write(head + _traceback(error))
    except OSError:
        return None
    return Path(log.name)


def _traceback(error: BaseException) -> str:
    return "".join(traceback.format_exception(error))
