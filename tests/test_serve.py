"""``tracker serve``: what the server answers, and the command from its start to Ctrl+C."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator
from functools import partial
from http.server import ThreadingHTTPServer
from pathlib import Path

import pytest
from click.testing import CliRunner
from conftest import AS_OF

from extractor.cli import main
from extractor.commands import build as build_command
from extractor.commands.options import Loaded
from extractor.commands.serve import Handler

BASE = "/tracker/"
FILES = {
    "index.html": "<h1>Overview</h1>",
    "404.html": "<h1>Not here</h1>",
    "officials/index.html": "<h1>Officials</h1>",
    "calendars/all.ics": "BEGIN:VCALENDAR",
    "api/v1/obligations.json": "{}",
    "changes.atom": "<feed/>",
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A small site, and a file beside it that is nobody's business."""
    for name, text in FILES.items():
        path = tmp_path / "site" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    return tmp_path / "site"


@pytest.fixture
def port(folder: Path) -> Iterator[int]:
    """The port of the served site."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(folder), base=BASE)) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        yield server.server_port
        server.shutdown()
        thread.join()


def ask(port: int, path: str, method: str = "GET") -> tuple[int, dict[str, str], str]:
    """Status, headers and text of the answer; a redirect is not followed."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    try:
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.headers.items()}, answer.read().decode()
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("path", "content_type", "text"),
    [
        ("", "text/html", "<h1>Overview</h1>"),
        ("officials/", "text/html", "<h1>Officials</h1>"),
        ("calendars/all.ics", "text/calendar; charset=utf-8", "BEGIN:VCALENDAR"),
        ("api/v1/obligations.json", "application/json", "{}"),
        ("changes.atom", "application/atom+xml", "<feed/>"),
        ("changes.atom?since=1", "application/atom+xml", "<feed/>"),
    ],
)
def test_a_file_comes_with_its_type(port: int, path: str, content_type: str, text: str):
    status, headers, content = ask(port, BASE + path)
    assert (status, headers["content-type"], content) == (200, content_type, text)


@pytest.mark.parametrize("method", ["GET", "HEAD"])
@pytest.mark.parametrize("path", ["/", "/?page=1", "/tracker", "/tracker?page=1"])
def test_the_top_of_the_host_leads_into_the_site(port: int, path: str, method: str):
    status, headers, content = ask(port, path, method)
    assert (status, headers["location"], content) == (302, BASE, "")


@pytest.mark.parametrize(
    "path", ["/tracker/nowhere/", "/tracker/a/b/c.html", "/nowhere/", "/officials/", "/trackers/", "//example.org/"]
)
@pytest.mark.parametrize(("method", "text"), [("GET", FILES["404.html"]), ("HEAD", "")])
def test_what_is_missing_gets_the_sites_own_page(port: int, path: str, method: str, text: str):
    status, headers, content = ask(port, path, method)
    assert (status, content) == (404, text)
    assert (headers["content-type"], headers["content-length"]) == ("text/html; charset=utf-8", "17")


@pytest.mark.parametrize("path", ["", "nowhere/"])
def test_an_answer_to_head_ends_with_its_headers(port: int, path: str):
    with socket.create_connection(("127.0.0.1", port), timeout=300) as line:
        line.sendall(f"HEAD {BASE}{path} HTTP/1.0\r\n\r\n".encode())
        said = line.makefile("rb").read()
    assert said.startswith(b"HTTP/1.0 ") and said.endswith(b"\r\n\r\n")


def test_without_a_page_of_its_own_the_server_says_that_it_is_missing(port: int, folder: Path):
    (folder / "404.html").unlink()
    status, _, content = ask(port, f"{BASE}nowhere/")
    assert status == 404 and "File not found" in content


@pytest.mark.parametrize("path", ["../secret.txt", "%2e%2e/secret.txt", "officials/../../secret.txt"])
def test_nothing_beside_the_site_is_shown(port: int, path: str):
    status, _, content = ask(port, BASE + path)
    assert status in (302, 404) and "secret" not in content


def test_other_methods_are_refused(port: int):
    assert ask(port, BASE, "POST")[0] == 501


def test_a_port_that_is_taken_is_a_clear_message(monkeypatch: pytest.MonkeyPatch, project: Path):
    def not_built(folder: Path, *_: object) -> Loaded:
        from extractor.commands.options import load

        return load(folder, None)

    monkeypatch.setattr(build_command, "build", not_built)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = str(taken.getsockname()[1])
        done = CliRunner().invoke(main, ["serve", "--project", str(project), "--port", port])
    assert done.exit_code == 1
    assert done.stderr.startswith(f"Error: port {port} on 127.0.0.1 cannot be used (")
    assert done.stderr.endswith("); try --port 0\n")


@pytest.mark.parametrize("port", ["-1", "65536", "http"])
def test_what_is_no_port_is_bad_usage(project: Path, port: str):
    assert CliRunner().invoke(main, ["serve", "--project", str(project), "--port", port]).exit_code == 2


@pytest.mark.slow
def test_the_command_builds_serves_and_ends_with_ctrl_c(project: Path):
    command = [sys.executable, "-m", "extractor", "serve", "--port", "0", "--as-of", AS_OF]
    command += ["--site-url", "https://example.org/orders/"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        command, cwd=project, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8"
    ) as running:
        try:
            said = re.fullmatch(
                r"The site is at http://127\.0\.0\.1:(\d+)(/orders/) \(Ctrl\+C ends this\)\n", running.stdout.readline()
            )
            assert said, running.stderr.read()
            status, _, page = ask(int(said[1]), said[2])
            running.send_signal(signal.SIGINT)
            _, messages = running.communicate(timeout=300)
        finally:
            running.kill()
    assert (status, running.returncode) == (200, 0)
    assert "July 10, 2026" in page
    assert messages.endswith("Ended.\n") and "Traceback" not in messages
