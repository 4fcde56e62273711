"""``tracker serve``: build the site and show it on this machine."""

from __future__ import annotations

import functools
import http.server
import io
from datetime import datetime
from pathlib import Path
from typing import Any, BinaryIO
from urllib.parse import urlsplit

import click

from extractor.commands.options import as_of_option, project_option, site_options

EXAMPLES = """
\b
Examples:
  tracker serve                      then open http://127.0.0.1:8000/
  tracker serve --port 8123 --as-of 2026-07-15
"""


@click.command("serve", epilog=EXAMPLES)
@project_option
@as_of_option
@site_options
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=8000,
    show_default=True,
    help="The port on 127.0.0.1; 0 takes any free one.",
)
def command(
    folder: Path, as_of: datetime | None, builder: str, site_url: str | None, repo_url: str | None, port: int
) -> None:
    """Build the site and show it at http://127.0.0.1:8000/ until you press Ctrl+C. Only this machine can see it."""
    from extractor.commands.build import build

    loaded = build(folder, as_of, builder, site_url, repo_url)
    base = urlsplit(loaded.project.site_url).path.rstrip("/") + "/"
    handler = functools.partial(Handler, directory=str(loaded.project.root / "site"), base=base)
    try:
        server = http.server.ThreadingHTTPServer(("127.0.0.1", port), handler)
    except OSError as error:
        raise click.ClickException(
            f"port {port} on 127.0.0.1 cannot be used ({error.strerror}); try --port 0"
        ) from None
    with server:
        click.echo(f"The site is at http://127.0.0.1:{server.server_port}{base} (Ctrl+C ends this)")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            click.echo("Ended.", err=True)


class Handler(http.server.SimpleHTTPRequestHandler):
    """Static files, with the types that calendars and feeds need, and the site's own page for what is missing."""

    extensions_map = {  # noqa: RUF012 (as the base class has it, which is typed as an attribute)
        **http.server.SimpleHTTPRequestHandler.extensions_map,
        ".ics": "text/calendar; charset=utf-8",
        ".json": "application/json",
        ".atom": "application/atom+xml",
    }

    def __init__(self, *arguments: Any, base: str = "/", **options: Any) -> None:  # as the server gives them
        self.base = base
        super().__init__(*arguments, **options)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """The site stands under the same path as where it is published; only the top of the host leads there."""
        if self.path.startswith(self.base):
            return super().send_head()
        if urlsplit(self.path).path not in ("/", self.base.rstrip("/")):
            self.send_error(404)
            return None
        self.send_response(302)
        self.send_header("Location", self.base)
        self.send_header("Content-Length", "0")
        self.end_headers()
        return None

    def translate_path(self, path: str) -> str:
        """The file of an address, without the path that the site stands under."""
        return super().translate_path("/" + path.removeprefix(self.base))

    def log_message(self, format: str, *args: object) -> None:
        """Requests are not printed."""

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """A missing page is answered with the site's 404.html."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            return super().send_error(code, message, explain)
        content = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content)
        return None
