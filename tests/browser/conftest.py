"""A server really started, killed and started again, and a phone-sized browser that visits it."""

import os
import shutil
import signal
import socket
import subprocess
import sys
from pathlib import Path

import pytest

from runwright.web.places import DATA_VARIABLE

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
PHONE = {"width": 390, "height": 844}
LAPTOP = {"width": 1280, "height": 800}
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
)


class Server:
    """The app in a process of its own, always on one port and one folder of data."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        with socket.socket() as tried:
            tried.bind(("127.0.0.1", 0))
            self.port = tried.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        self.process = None
        self.settings = {}  # further variables of its environment

    def start(self) -> str:
        """Return the link that signs in."""
        code = (  # tests that run in the background of a shell leave Ctrl-C to nobody
            "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
            f"from runwright.web import serve; serve.serve(opens=False, port={self.port})"
        )
        self.process = subprocess.Popen(
            [sys.executable, "-u", "-c", code],
            env=os.environ | {DATA_VARIABLE: str(self.folder)} | self.settings,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        for line in self.process.stdout:
            if "/link/" in line:
                return line.strip()
        raise RuntimeError(self.process.wait())

    def end(self) -> None:
        """Stop it as Ctrl-C does."""
        self.process.send_signal(signal.SIGINT)
        self.process.communicate()

    def kill(self) -> None:
        """End it as a power cut would."""
        self.process.kill()
        self.process.communicate()


@pytest.fixture(scope="session")
def browser():
    if CHROMIUM is None:
        pytest.skip("no Chromium here: the journeys are not walked")
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as started:
        opened = started.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield opened
        opened.close()


@pytest.fixture(scope="session")
def sampled(browser, tmp_path_factory):
    """A folder of data with the sample runner in it, made once by pressing its button."""
    made = Server(tmp_path_factory.mktemp("sampled"))
    context = browser.new_context(base_url=made.address)
    page = context.new_page()
    page.goto(made.start())
    page.get_by_role("button", name="Try it with a sample runner").click()
    page.wait_for_url(f"{made.address}/")
    context.close()
    made.end()
    return made.folder


@pytest.fixture
def server(tmp_path):
    made = Server(tmp_path / "data")
    yield made
    if made.process.poll() is None:
        made.kill()


@pytest.fixture
def phone(browser, server, sampled):
    """A phone that is signed in, with the sample runner; faults of the page fail the test."""
    shutil.copytree(sampled, server.folder)
    faults = []
    context = browser.new_context(viewport=PHONE, base_url=server.address, locale="en-GB")
    page = context.new_page()
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.goto(server.start())
    yield page
    context.close()

    assert faults == []
