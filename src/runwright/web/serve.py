"""The app started on this machine: its tables made, its link printed, its pages served."""

import contextlib
import os
import socket
import sys
import threading
import webbrowser
from collections.abc import Callable, Iterable
from dataclasses import dataclass

import django
from cheroot.ssl.builtin import BuiltinSSLAdapter
from cheroot.wsgi import Server
from django.core.management import call_command
from django.urls import reverse

from runwright.domain.words import _
from runwright.figures.read import all_figures
from runwright.knowledge.library import load_library
from runwright.web.certificate import address_here, certificate_for
from runwright.web.clock import now_utc
from runwright.web.places import data_dir, make_places

HOST = "127.0.0.1"
FIRST_PORT, PORTS_TRIED = 8765, 20
THREADS, QUEUE = 8, 256
PHONE_HOSTS = "RUNWRIGHT_PHONE_HOSTS"
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Served:
    """Where the app answers.

    Attributes
    ----------
    address
        What links begin with, ``"http://127.0.0.1:8765"``.
    """

    address: str
    server: Server


def prepare() -> None:
    """Load the app and bring its tables up to date."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "runwright.web.settings")
    make_places()
    django.setup()
    call_command("migrate", interactive=False, verbosity=0)


def serve(
    *, port: int | None = None, opens: bool = True, to_phone: bool = False, say: Say = print
) -> None:
    """Serve the app until it is stopped.

    Parameters
    ----------
    port
        None takes the first free one from 8765 on.
    opens
        Whether the link is opened in the browser too.
    to_phone
        Whether phones on the same network can reach it too, over HTTPS.
    say
        Where words for the person go.
    """
    hosts = _names_here() if to_phone else ()
    os.environ[PHONE_HOSTS] = ",".join(hosts)
    prepare()
    served = [_served(HOST, free_port(HOST) if port is None else port)]
    if hosts:
        served.append(_served(hosts[0], free_port(hosts[0]), names=hosts))
    links = [_link(one) for one in served]
    _tell(served, links, say)
    if opens:
        with contextlib.suppress(webbrowser.Error):  # no browser here: the link is printed
            webbrowser.open(links[0])
    threading.Thread(target=_read_ahead, daemon=True).start()
    threading.Thread(target=_links_on_enter, args=(served, say), daemon=True).start()
    _run([one.server for one in served])


def _read_ahead() -> None:
    """Read what every page needs while the browser opens, not while the first one is waited for."""
    load_library()
    reverse("today")  # imports every page
    all_figures()


def _names_here() -> tuple[str, ...]:
    """Return this machine's address on its network and the name phones find it by."""
    name = socket.gethostname().partition(".")[0].lower()
    return (address_here(), f"{name}.local")


def _served(host: str, port: int, *, names: tuple[str, ...] = ()) -> Served:
    from runwright.web.wsgi import application  # noqa: PLC0415  # once the app is loaded

    server = Server((host, port), application, numthreads=THREADS, request_queue_size=QUEUE)
    server.server_name = "runwright"
    if names:
        files = certificate_for(names, data_dir(), now_utc())
        server.ssl_adapter = BuiltinSSLAdapter(str(files.chain), str(files.key))
    server.prepare()
    return Served(address=f"http{'s' if names else ''}://{host}:{port}", server=server)


def _tell(served: list[Served], links: list[str], say: Say) -> None:
    say(_("Runwright runs on this machine at {address}/").format(address=served[0].address))
    say(_("Open it with this link. It works once, for 15 minutes:"))
    say(f"  {links[0]}")
    for one, link in zip(served[1:], links[1:], strict=True):
        say(_("On a phone in the same network, first trust this machine, once:"))
        say(f"  {one.address}/phone/authority.crt")
        say(_("Then open this link, or point the phone's camera at it:"))
        say(f"  {link}")
        say(_qr(link))
    say(_("Press Enter for new links, Ctrl-C to stop."))


def _qr(link: str) -> str:
    """Return the link as a square that a camera reads, in letters."""
    from qrcode import QRCode  # noqa: PLC0415  # only where a phone is asked for

    code = QRCode(border=2)
    code.add_data(link)
    rows: list[list[bool]] = code.get_matrix()
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    signs = {(0, 0): "█", (0, 1): "▀", (1, 0): "▄", (1, 1): " "}  # light on dark, as terminals are
    return "\n".join(
        "".join(signs[int(high), int(low)] for high, low in zip(*pair, strict=True))
        for pair in zip(rows[::2], rows[1::2], strict=True)
    )


def _run(servers: Iterable[Server]) -> None:
    """Answer requests until Ctrl-C."""
    first, *others = servers
    for other in others:
        threading.Thread(target=other.serve, daemon=True).start()
    try:
        first.serve()
    except KeyboardInterrupt:
        pass
    finally:
        for server in (first, *others):
            server.stop()


def free_port(host: str) -> int:
    """Return the first port from 8765 on that nobody uses; any free one where all are taken."""
    for port in (*range(FIRST_PORT, FIRST_PORT + PORTS_TRIED), 0):
        with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as tried:
            try:
                tried.bind((host, port))
            except OSError:
                continue
            return int(tried.getsockname()[1])
    raise OSError(host)


def _link(served: Served) -> str:
    """Return the address that signs the runner of this machine in, once."""
    from django.utils import timezone  # noqa: PLC0415  # once the app is loaded

    from runwright.web.accounts.models import laptop_user, new_link  # noqa: PLC0415

    return f"{served.address}/link/{new_link(laptop_user(), timezone.now())}/"


def _links_on_enter(served: list[Served], say: Say) -> None:
    for _line in sys.stdin:
        for one in served:
            say(f"  {_link(one)}")
