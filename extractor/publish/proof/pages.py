"""Pages, read back: which duties stand on one, when each is due, and where it stands.

They are parsed by Lexbor, a parser of the HTML standard that browsers follow: the 1,050 pages of 26 orders (33 MB) take it
0.7 seconds, libxml2 2 and ``html.parser`` 16.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import unquote, urlsplit

from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.publish.proof.held import Read

_DUTY = re.compile(r"orders/([^/]+)/(?!text/)([^/]+)/")
_MARK = re.compile(r"standing--([a-z-]+)")


def rows(content: bytes, path: str) -> Read:
    """The rows of the page's lists of duties."""
    for row in _all(content, "tr[data-due]"):
        yield _of(row, path, ".cell-duty a", ".cell-due > time")


def notes(content: bytes, path: str) -> Read:
    """The notes beside an order's text, one for each duty that is marked in it."""
    for note in _all(content, ".margin-note"):
        yield _of(note, path, "a.cite", ".margin-due time")


def facts(content: bytes, path: str) -> Read:
    """The facts of a duty's own page: its identifier, when it is due, where it stands."""
    found = {_words(row.css_first("dt")): row.css_first("dd") for row in _all(content, "dl.facts > div")}
    due, stands = found.get("Due"), found.get("Standing")
    day = _day(due.css_first("strong time")) if due else ""
    yield _words(found.get("Identifier")), {"due date": day, "standing": _standing(stands)}


def consulted(content: bytes, path: str) -> Read:
    """What an office or agency is consulted on."""
    for item in _all(content, "ul.consulted > li"):
        yield _duty(item.css_first("a"), path), {}


def reviewed(content: bytes, path: str) -> Read:
    """What is marked for review."""
    for row in _all(content, ".reviews tbody tr"):
        yield _duty(row.css_first("th a"), path), {}


def _of(node: LexborNode, path: str, link: str, due: str) -> tuple[str, dict[str, str]]:
    said = {"due date": _day(node.css_first(due)), "standing": _standing(node)}
    return _duty(node.css_first(link), path), said


def _all(content: bytes, selector: str) -> Iterator[LexborNode]:
    """What a selector finds in the page itself, the theme's own furniture apart."""
    page = _parsed(content)
    root = page.css_first("article") or page.body
    yield from root.css(selector) if root else ()


@lru_cache(maxsize=1)
def _parsed(content: bytes) -> LexborHTMLParser:
    """One page at a time: several things are proved of it one after the other."""
    return LexborHTMLParser(content)


def _duty(link: LexborNode | None, path: str) -> str:
    """The id of the duty whose page a link of this page leads to; empty for another page, or none."""
    try:
        parts = urlsplit((link.attributes.get("href") or "") if link else "")
    except ValueError:  # no address at all
        return ""
    target = posixpath.normpath(posixpath.join("/", posixpath.dirname(path), unquote(parts.path))).lstrip("/")
    found = None if parts.scheme or parts.netloc else _DUTY.fullmatch(f"{target}/")
    return f"{found[1]}/{found[2]}" if found else ""


def _day(time: LexborNode | None) -> str:
    return (time.attributes.get("datetime") or "") if time else ""


def _standing(node: LexborNode | None) -> str:
    """The end of the class of the mark in an element: ``overdue-unsearched``."""
    mark = node.css_first("[class*='standing--']") if node else None
    found = _MARK.search(mark.attributes.get("class") or "") if mark else None
    return found[1] if found else ""


def _words(node: LexborNode | None) -> str:
    return "".join(node.text().split()) if node else ""
