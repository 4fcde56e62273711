"""A site's folder served on loopback, and a browser that looks at it."""

from __future__ import annotations

import os
import re
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import urlsplit

from conftest import missing
from playwright.sync_api import Browser, ConsoleMessage, Page, expect, sync_playwright

BASE = "/tracker/"
PATIENCE = 60_000  # milliseconds until what a test expects has to be there, on a machine that has other work
# What Chromium says of the pace of a machine, not of a page.
OF_A_BUSY_MACHINE = re.compile(r"^\[(Intervention|Violation)\]|preloaded using link preload but not used within")
WIDTHS = {"wide": 1280, "phone": 390}
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync", "--disable-dev-shm-usage",
    "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1",
]  # fmt: skip


class Handler(SimpleHTTPRequestHandler):
    """Serves the site's folder below ``BASE`` and nothing else."""

    def translate_path(self, path: str) -> str:
        inside = urlsplit(path).path.startswith(BASE)
        return super().translate_path(path.removeprefix(BASE.rstrip("/")) if inside else "/no such page")

    def log_message(self, *_arguments: object) -> None:
        """Keeps the test's output quiet."""


class Server(ThreadingHTTPServer):
    """Answers a browser that asks for many files at once: with the usual queue of five it is sometimes turned away."""

    request_queue_size = 128


@contextmanager
def served(site: Path, handler: Callable[..., SimpleHTTPRequestHandler] = Handler, base: str = BASE) -> Iterator[str]:
    """The address of the served site, with a final slash, while the block runs; another handler may serve another base."""
    server = Server(("127.0.0.1", 0), partial(handler, directory=str(site)))
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}{base}"
    server.shutdown()
    thread.join()


@contextmanager
def chromium() -> Iterator[Browser]:
    """A headless Chromium of the system's; the test is skipped where there is none."""
    program = browser_program()
    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright, playwright.chromium.launch(executable_path=program, args=FLAGS) as running:
        yield running


def browser_program() -> str:
    """The path of a Chromium of the system's; the test is skipped where there is none."""
    program = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, BROWSERS)), None)
    if program is None:
        missing(f"none of {', '.join(BROWSERS)} is installed", "REQUIRE_BROWSER")
    return program


def listen(page: Page, address: str, complain: Callable[[str], object]) -> None:
    """Calls ``complain`` with a line for each console error, exception, failed request and request to another host."""

    def requested(request) -> None:
        if not request.url.startswith((address, "data:", "blob:" + address.removesuffix(BASE))):
            complain(f"request to {request.url}")

    def said(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning") and not OF_A_BUSY_MACHINE.search(message.text):
            complain(f"console: {message.text}")

    page.on("request", requested)
    page.on("console", said)
    page.on("pageerror", lambda error: complain(f"exception: {error}"))
    page.on("response", lambda response: response.status >= 400 and complain(f"{response.status}: {response.url}"))
