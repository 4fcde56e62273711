"""The site as a host gives it out: compressed, and with the headers that PUBLISHING.md asks for."""

from __future__ import annotations

import gzip
import io
import mimetypes
import re
from fnmatch import fnmatch
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from conftest import ROOT
from served import Handler

_TABLE = re.compile(r"^\| (`.+?) \| (.+?) \| `(.+?)`.*\|$", re.MULTILINE)
_QUOTED = re.compile(r"`([^`]+)`")


@cache
def rules() -> tuple[tuple[str, str, str], ...]:
    """The table of PUBLISHING.md, in its order: a pattern of paths, its type (or "" for its ending's), its lifetime."""
    found = []
    for files, types, lifetime in _TABLE.findall((ROOT / ".github" / "PUBLISHING.md").read_text("utf-8")):
        patterns, named = _QUOTED.findall(files), _QUOTED.findall(types)
        each = named if len(named) == len(patterns) else [named[0] if named else ""] * len(patterns)
        found += [(pattern, kind, lifetime) for pattern, kind in zip(patterns, each, strict=True)]
    return tuple(found)


def headers(path: str) -> tuple[str, str]:
    """The type and the lifetime of a file of the site: by the first row that fits it."""
    kind, lifetime = next((kind, lifetime) for pattern, kind, lifetime in rules() if fnmatch(path, pattern))
    return kind or mimetypes.guess_type(path)[0] or "application/octet-stream", lifetime


@cache
def compressed(path: Path) -> bytes:
    """A file as it goes over the wire."""
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Host(Handler):
    """A static host: gzip, validators, lifetimes, connections that stay open, the site's own page for what is missing."""

    protocol_version = "HTTP/1.1"

    def __init__(self, *arguments: Any, ledger: dict[str, int] | None = None, **options: Any) -> None:
        self.ledger = (
            {} if ledger is None else ledger
        )  # each path that was asked for → the bytes of its body, compressed
        super().__init__(*arguments, **options)

    def send_head(self) -> io.BytesIO:
        site = Path(self.directory)
        path = Path(self.translate_path(self.path))
        path = path / "index.html" if path.is_dir() else path
        found = path.is_file()
        return self.sent(path if found else site / "404.html", 200 if found else 404)

    def sent(self, path: Path, status: int) -> io.BytesIO:
        """Sends the head of an answer, and returns its body."""
        kind, lifetime = headers(path.relative_to(self.directory).as_posix())
        body = compressed(path)
        tag = f'"{sha256(body).hexdigest()[:16]}"'
        known = status == 200 and self.headers.get("If-None-Match") == tag
        self.send_response(304 if known else status)
        for name, value in {"Content-Type": kind, "Cache-Control": lifetime, "ETag": tag}.items():
            self.send_header(name, value)
        if not known:
            self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.ledger[urlsplit(self.path).path] = 0 if known else len(body)
        return io.BytesIO(b"" if known else body)
