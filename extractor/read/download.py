"""One document over HTTP: within a time limit and a size limit, with a few retries, from safe addresses only.

Whatever a server says, in headers too, is a fault of the server.

Standard library alone. An address is safe when it is ``https``, or ``http`` on this machine's loopback (a test server).
A redirect may lead to a safe address only, and never from the network to this machine.
"""

from __future__ import annotations

import email.utils
import http.client
import ipaddress
import socket
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from http.client import HTTPMessage
from queue import Empty, Queue
from threading import Thread
from typing import IO
from urllib.parse import urlsplit

from extractor import __version__

LARGEST = 4_000_000  # bytes; the longest order's XML has under 1,000,000
SILENCE = 20.0  # seconds without a byte
WHOLE = 90.0  # seconds for one answer, its headers and redirects too
ATTEMPTS = 4
LONGEST_WAIT = 30.0  # seconds that the server may ask us to wait
_DAY = 86_400.0  # seconds
_MOST_DIGITS = 15  # of a number in a header
MOST_REDIRECTS = 5
_CHUNK = 65_536
_PASSING = {408, 429, 500, 502, 503, 504}  # statuses that another attempt may cure


class DownloadError(Exception):
    """A document that could not be had: ``message`` for people, and the likely ``fix``.

    ``status`` is the HTTP status of the answer, where there was one.
    """

    def __init__(self, message: str, fix: str, found: str | None = None, status: int | None = None):
        super().__init__(message)
        self.message, self.fix, self.found, self.status = message, fix, found, status


class _PassingError(Exception):
    """A fault that another attempt may cure. ``wait``: the seconds that the server asks for."""

    def __init__(self, error: DownloadError, wait: float | None = None):
        super().__init__(error.message)
        self.error, self.wait = error, wait


@dataclass(frozen=True, slots=True)
class Limits:
    """How long to wait and how often to try; the defaults suit a person at a terminal."""

    silence: float = SILENCE
    whole: float = WHOLE
    attempts: int = ATTEMPTS
    largest: int = LARGEST
    sleep: Callable[[float], None] = time.sleep


def download(url: str, accept: str, limits: Limits | None = None) -> bytes:
    """The body of the document at ``url``; ``accept`` is the media type that is asked for.

    Raises ``DownloadError``. Between attempts it waits 1, 2, 4 seconds, or what ``Retry-After`` says up to 30 seconds.
    """
    limits = limits or Limits()
    if not is_safe(url):
        raise DownloadError("this address is not fetched", "use an https:// address", url)
    for attempt in range(limits.attempts):
        try:
            return _in_time(partial(_once, url, accept, limits), url, limits)
        except _PassingError as fault:
            last = fault
        if attempt + 1 < limits.attempts:
            limits.sleep(_pause(last, attempt))
    raise last.error


def is_safe(url: str) -> bool:
    """True for an ``https`` address with a host, and for ``http`` on this machine's loopback."""
    try:
        parts = urlsplit(url)
    except ValueError:
        return False
    return bool(parts.hostname) and (parts.scheme == "https" or parts.scheme == "http" and is_loopback(url))


def is_loopback(url: str) -> bool:
    """True for an address on this machine: ``localhost`` or a loopback number."""
    host = urlsplit(url).hostname or ""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _pause(fault: _PassingError, attempt: int) -> float:
    """Seconds until the next attempt. Raises the fault where the server asks for more than we wait."""
    if fault.wait is None:
        return float(2**attempt)
    if fault.wait > LONGEST_WAIT:
        when = f"in {fault.wait:,.0f} seconds" if fault.wait <= _DAY else f"in more than {_DAY:,.0f} seconds"
        fix = f"try again {when}, as the server asks"
        raise DownloadError(fault.error.message, fix, fault.error.found, fault.error.status)
    return fault.wait


def _in_time(attempt: Callable[[], bytes], url: str, limits: Limits) -> bytes:
    """What the attempt gives or raises; ``_PassingError`` where it takes too long, whatever the server does meanwhile.

    The network's own time limit begins anew with each byte, and nothing else bounds how slowly headers come. An attempt
    that is given up ends with the program.
    """
    ended: Queue[bytes | BaseException] = Queue()

    def work() -> None:
        try:
            ended.put(attempt())
        except BaseException as error:
            ended.put(error)

    Thread(target=work, daemon=True).start()
    try:
        outcome = ended.get(timeout=limits.whole)
    except Empty:
        found = f"no whole answer from {urlsplit(url).hostname} in {limits.whole:.0f} seconds"
        raise _PassingError(_slow(found)) from None
    if isinstance(outcome, BaseException):
        raise outcome
    return outcome


def _once(url: str, accept: str, limits: Limits) -> bytes:
    """One attempt. Raises ``_PassingError`` for what may pass, ``DownloadError`` for what will not."""
    headers = {"User-Agent": f"obligation-tracker/{__version__}", "Accept": accept}
    opener = urllib.request.build_opener(_SafeRedirects)
    try:
        with opener.open(urllib.request.Request(url, headers=headers), timeout=limits.silence) as response:
            return _body(response, limits)
    except urllib.error.HTTPError as error:
        raise _refused(error) from None
    except urllib.error.URLError as error:
        raise _unreachable(error.reason, url) from None
    except (OSError, http.client.HTTPException) as error:
        raise _unreachable(error, url) from None
    except ValueError as error:  # urllib's, of an address that the server sends us to
        raise DownloadError("the server sends us to no address", "try again later", _said(error)) from None


def _body(response: http.client.HTTPResponse, limits: Limits) -> bytes:
    """The whole body, read in pieces so that neither its length nor its pace is up to the server."""
    end = time.monotonic() + limits.whole
    stated = response.headers.get("Content-Length", "")
    expected = _number(stated)
    parts, size = [], 0
    while piece := response.read1(_CHUNK):
        parts.append(piece)
        size += len(piece)
        if max(size, expected or 0) > limits.largest:
            found = f"more than {limits.largest:,} bytes"
            raise DownloadError("the answer is too large for an order", "check that the number is an order's", found)
        if time.monotonic() > end:
            raise _PassingError(_slow(f"{size:,} bytes in {limits.whole:.0f} seconds"))
    if expected is not None and size < expected:
        found = f"{size:,} of {expected:,} bytes"
        raise _PassingError(DownloadError("the answer was cut off", "try again", found))
    return b"".join(parts)


def _refused(error: urllib.error.HTTPError) -> Exception:
    """What an HTTP status means for the caller."""
    found = f"status {error.code} {error.reason or ''}".strip()
    if error.code in _PASSING:
        message = "the server asks to slow down" if error.code == 429 else "the server is not answering properly"
        fix = "try again later"
        return _PassingError(
            DownloadError(message, fix, found, error.code), _retry_after(error.headers.get("Retry-After"))
        )
    if error.code == 404:
        return DownloadError("there is no such document", "check the number", found, error.code)
    return DownloadError("the server refuses the request", "open the address in a browser", found, error.code)


def _retry_after(value: str | None) -> float | None:
    """The seconds that ``Retry-After`` asks for: a number, or a date (RFC 9110, section 10.2.3)."""
    if not value:
        return None
    if (seconds := _number(value.strip())) is not None:
        return float(seconds)
    try:
        until = email.utils.parsedate_to_datetime(value)
        until = until if until.tzinfo else until.replace(tzinfo=UTC)
        return max(0.0, (until - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, OverflowError):  # no date, or one beyond the calendar
        return None


def _number(text: str) -> int | None:
    """The number in a header: digits (RFC 9110, section 5.6.2), none of other scripts; of too many, those that matter."""
    return int(text[:_MOST_DIGITS]) if text.isascii() and text.isdigit() else None


def _unreachable(reason: object, url: str) -> Exception:
    """No answer at all: no name, no route, no time, or a connection that broke."""
    host = urlsplit(url).hostname or url
    if isinstance(reason, TimeoutError):
        return _PassingError(_slow(f"no answer from {host}"))
    if isinstance(reason, socket.gaierror):
        fix = "check the network connection; a file that you saved can be read without one"
        return DownloadError(f"{host} cannot be found: there may be no network", fix, _said(reason))
    if isinstance(reason, http.client.IncompleteRead):
        return _PassingError(DownloadError("the answer was cut off", "try again", f"{len(reason.partial):,} bytes"))
    fix = "check the network connection, or try again later"
    return _PassingError(DownloadError(f"{host} cannot be reached", fix, _said(reason)))


def _said(reason: object) -> str:
    return str(getattr(reason, "strerror", None) or reason)[:200]


def _slow(found: str) -> DownloadError:
    return DownloadError("the server is too slow", "check the network connection, or try again later", found)


class _SafeRedirects(urllib.request.HTTPRedirectHandler):
    """Follows a few redirects, to safe addresses only."""

    max_redirections = MOST_REDIRECTS

    def redirect_request(
        self,
        req: urllib.request.Request,
        fp: IO[bytes],
        code: int,
        msg: str,
        headers: HTTPMessage,
        newurl: str,
    ) -> urllib.request.Request | None:
        """The request for the address that the server names; refused where it is not safe."""
        if not is_safe(newurl) or (is_loopback(newurl) and not is_loopback(req.full_url)):
            raise DownloadError("the server sends us to an address that is not safe", "try again later", newurl[:200])
        return super().redirect_request(req, fp, code, msg, headers, newurl)
