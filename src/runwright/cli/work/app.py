"""`runwright app`, done: the app served until it is stopped."""

import os
import sys
from pathlib import Path

from runwright.cli.guard import LostOutputError
from runwright.cli.screen import say, screen_of
from runwright.domain.words import _


def run(*, port: int | None, data: Path | None, to_phone: bool, opens: bool) -> None:
    """Serve the app.

    Raises
    ------
    LostOutputError
        If its data folder or its port cannot be used; says why.
    """
    if data is not None:
        os.environ["RUNWRIGHT_DATA_DIR"] = str(data)
    from runwright.web.serve import serve  # noqa: PLC0415  # reads the folder when it is loaded

    screen = screen_of(sys.stdout)
    try:
        serve(port=port, opens=opens, to_phone=to_phone, say=lambda words: say([words], screen))
    except OSError as error:
        raise LostOutputError(
            _("The app cannot start: {why}. Choose another --port or --data.").format(
                why=error.strerror or error
            )
        ) from error
