"""What is published, read back from its files as a reader's programs read it: HTML, JSON, iCalendar.

The same reader serves a finished site and the Markdown pages that would make one: what a page must hold stands in
them as HTML. Pages are parsed by Lexbor, a parser of the HTML standard that browsers follow: the 1,050 pages of 26
orders (33 MB) take it 0.7 seconds, libxml2 2 and ``html.parser`` 16.
"""

from __future__ import annotations

import json
import os
import posixpath
import re
from collections.abc import Callable, Iterable
from datetime import date
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from icalendar import Calendar, Component
from selectolax.lexbor import LexborHTMLParser, LexborNode

from extractor.model import OutputFile
from extractor.words.dates import MONTHS
from oracle.compare import bare

_FRONT_MATTER = re.compile(rb"\A---\n.*?\n---\n", re.DOTALL)
_ANCHOR = re.compile(rb"^#{2,6} (.*) \{ #[^}\n]* \}$", re.MULTILINE)  # of a Markdown heading; no text of the page
_COMPONENT = re.compile(rb"BEGIN:(VEVENT|VTODO)\r\n.*?END:\1\r\n", re.DOTALL)
_ALARM = re.compile(rb"(?<=\r\n)BEGIN:VALARM\r\n.*?END:VALARM\r\n", re.DOTALL)
_OWN_NAME = re.compile(rb"(?<=\r\n)(?:NAME|X-WR-CALNAME|SOURCE)[:;].*?\r\n(?![ \t])", re.DOTALL)
_LONG_DATE = re.compile(rf"\b({'|'.join(MONTHS)}) (\d{{1,2}}), (\d{{1,4}})\b", re.ASCII)
_ORDER = re.compile(r"orders/([^/]+)/")
_DUTY = re.compile(r"orders/([^/]+)/(?!text/)([^/]+)/")


class Page:
    """One page: its file, and what a reader sees of it, the theme's own furniture apart."""

    def __init__(self, file: str, address: str, content: bytes):
        self.file, self._address = file, address
        if file.endswith(".md"):
            content = _ANCHOR.sub(rb"\1", _FRONT_MATTER.sub(b"", content, count=1))
        parsed = LexborHTMLParser(content)
        self._root = parsed.css_first("article") or parsed.body

    def all(self, selector: str) -> list[LexborNode]:
        """The elements that a CSS selector finds, in the page's order."""
        return self._root.css(selector) if self._root else []

    def target(self, link: LexborNode) -> str:
        """Where a link leads: a path from the site's root, without query and fragment; empty for another site."""
        try:
            parts = urlsplit(link.attributes.get("href") or "")
        except ValueError:  # no address at all
            return ""
        if parts.scheme or parts.netloc:
            return ""
        path = posixpath.normpath(posixpath.join("/", self._address, unquote(parts.path))).lstrip("/")
        return f"{path}/" if parts.path.endswith("/") and path else path

    def duty(self, link: LexborNode | None) -> str:
        """The id of the obligation whose page a link leads to; empty for another page."""
        found = _DUTY.fullmatch(self.target(link)) if link else None
        return f"{found[1]}/{found[2]}" if found else ""

    def order(self, link: LexborNode | None) -> str:
        """The id of the order whose page a link leads to; empty for another page."""
        found = _ORDER.fullmatch(self.target(link)) if link else None
        return found[1] if found else ""

    @property
    def text(self) -> str:
        """All of its text, without blanks."""
        return words(self._root)

    def targets(self, selector: str = "a") -> set[str]:
        """Where the links that a selector finds lead."""
        return {self.target(link) for link in self.all(selector)}


class Finished:
    """All published files by path. ``paths`` are those that exist; ``read`` gives the bytes of one of them."""

    def __init__(self, paths: Iterable[str], read: Callable[[str], bytes]):
        self.paths = frozenset(paths)
        self._read = read
        self._parsed: dict[bytes, Component] = {}
        self._calendars: dict[str, tuple[Component, ...]] = {}
        self._json: dict[str, Any] = {}

    def content(self, path: str) -> bytes | None:
        """A file's bytes; ``None`` where there is no such file."""
        return self._read(path) if path in self.paths else None

    def page_file(self, address: str) -> str:
        """The file of a page: of the site, or the Markdown that would make it."""
        markdown = f"{address}index.md"
        return markdown if markdown in self.paths else f"{address}index.html"

    def page(self, address: str) -> Page:
        """A page by its address (``orders/eo-14409/``); one that is missing has nothing on it."""
        file = self.page_file(address)
        return Page(file, address, self.content(file) or b"")

    def json(self, path: str) -> Any:
        """What a JSON file holds; ``None`` where it is missing or is no JSON."""
        if path not in self._json:
            try:
                self._json[path] = json.loads(self.content(path) or b"null")
            except ValueError:
                self._json[path] = None
        return self._json[path]

    def components(self, path: str) -> tuple[Component, ...]:
        """The events and tasks of a calendar file. A component is parsed once, in however many files it stands.

        Raises ``ValueError`` where the file is no calendar.
        """
        if path not in self._calendars:
            content = self.content(path) or b""
            self._frame(_OWN_NAME.sub(b"", _COMPONENT.sub(b"", content)))
            self._calendars[path] = tuple(self._component(found[0]) for found in _COMPONENT.finditer(content))
        return self._calendars[path]

    def _frame(self, content: bytes) -> Component:
        """What stands around the components, without the lines that name one calendar: of most files it is the same."""
        if content not in self._parsed:
            self._parsed[content] = Calendar.from_ical(content)
        return self._parsed[content]

    def _component(self, content: bytes) -> Component:
        """An event with alarms is the event without, which stands in other files, and alarms that are all alike."""
        if content not in self._parsed:
            alarms = _ALARM.findall(content)
            if alarms:
                found = self._component(_ALARM.sub(b"", content)).copy()
                found.subcomponents = [self._component(alarm) for alarm in alarms]
            else:
                found = Component.from_ical(content)
            self._parsed[content] = found
        return self._parsed[content]


def of_files(files: Iterable[OutputFile]) -> Finished:
    """What would be published, before a site is built from it."""
    contents = {file.path: file.content for file in files}
    return Finished(contents, contents.__getitem__)


def of_folder(site: Path) -> Finished:
    """The finished site in a folder."""
    folders = ((Path(folder).relative_to(site), names) for folder, _, names in os.walk(site))
    paths = ((folder / name).as_posix() for folder, names in folders for name in names)
    return Finished(paths, lambda path: (site / path).read_bytes())


def day_in(text: str) -> date | None:
    """The first day that a text states as ``July 2, 2026``, whatever the year; ``None`` for none."""
    found = _LONG_DATE.search(text)
    try:
        return date(int(found[3]), MONTHS.index(found[1]) + 1, int(found[2])) if found else None
    except ValueError:
        return None


def words(*nodes: LexborNode | None) -> str:
    """The bare text of elements, one after another."""
    return "".join(bare(node.text()) for node in nodes if node)


def day_of(time: LexborNode | None) -> str:
    """The day that a ``<time>`` states (ISO 8601); empty where there is none."""
    return (time.attributes.get("datetime") or "") if time else ""
