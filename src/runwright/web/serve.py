"""The app started on this machine: its tables made, its link printed, its pages served."""

import contextlib
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable

import django
from django.core.management import call_command

from runwright.domain.words import _
from runwright.web.places import make_places

HOST = "127.0.0.1"
FIRST_PORT, PORTS_TRIED = 8765, 20
THREADS = 8


def prepare() -> None:
    """Load the app and bring its tables up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "runwright.web.settings")
    make_places()
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def serve(
    *, port: int | None = None, opens: bool = True, say: Callable[[str], None] = print
) -> None:
    """Serve the app until it is stopped.

    Parameters
    ----------
    port
        None takes the first free one from 8765 on.
    opens
        Whether the link is opened in the browser too.
    say
        Where words for the person go.
    """
    prepare()
    from waitress.server import create_server  # noqa: PLC0415  # after the app is loaded

    from runwright.web.wsgi import application  # noqa: PLC0415

    chosen = free_port() if port is None else port
    server = create_server(application, host=HOST, port=chosen, threads=THREADS, ident="")
    link = new_link_address(chosen)
    say(_("Runwright runs on this machine at {address}").format(address=f"http://{HOST}:{chosen}/"))
    say(_("Open it with this link. It works once, for 15 minutes:"))
    say(f"  {link}")
    say(_("Press Enter for a new link, Ctrl-C to stop."))
    if opens:
        with contextlib.suppress(webbrowser.Error):  # no browser here: the link is printed
            webbrowser.open(link)
    threading.Thread(target=_links_on_enter, args=(chosen, say), daemon=True).start()
    try:
        server.run()
    except KeyboardInterrupt:
        pass
    finally:
        server.close()


def free_port() -> int:
    """Return the first port from 8765 on that nobody uses; any free one where all are taken."""
    for port in (*range(FIRST_PORT, FIRST_PORT + PORTS_TRIED), 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
            try:
                tried.bind((HOST, port))
            except OSError:
                continue
            return int(tried.getsockname()[1])
    raise OSError(HOST)


def new_link_address(port: int) -> str:
    """Return the address that signs the runner of this machine in, once."""
    from django.utils import timezone  # noqa: PLC0415  # after the app is loaded

    from runwright.web.accounts.models import laptop_user, new_link  # noqa: PLC0415

    return f"http://{HOST}:{port}/link/{new_link(laptop_user(), timezone.now())}/"


def _links_on_enter(port: int, say: Callable[[str], None]) -> None:
    for _line in sys.stdin:
        say(f"  {new_link_address(port)}")
