"""A feed as a value → an Atom document (RFC 4287).

The document is a dozen elements; the standard library writes them, escapes every text and needs no compiled parser, which
the packages that make feeds bring along. Nothing in it depends on the day of the build: ``updated`` is the start of the day
of the newest change, in UTC, as in the calendars; of a feed without a change, the start of a day that the record has.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from markupsafe import Markup

from extractor.publish.changes.change import Change, permanent_id, words_of
from extractor.words.orders import short_name

ATOM = "http://www.w3.org/2005/Atom"
DERIVED = "derived"  # the category of what the calendar alone makes
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, 2.2: what is no character


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed: its path under the site's root, its title, what it holds, the page beside it, and its changes.

    ``changes`` are the newest first. ``since`` is the day that ``updated`` states while there is no change.
    """

    path: str
    title: str
    about: str
    page: str
    changes: tuple[Change, ...]
    since: date


def atom(feed: Feed, site_url: str, author: str) -> bytes:
    """The document of a feed.

    ``site_url``: where the site is published, with a slash at the end. With an empty one the links to pages are relative,
    which RFC 4287, 2 allows, and the feed does not say where it stands itself, which RFC 4287, 4.1.1 only recommends.
    """
    base = site_url or "../" * feed.path.count("/")
    root = Element("feed", {"xmlns": ATOM, "xml:lang": "en"})
    _text(root, "title", feed.title)
    _text(root, "subtitle", feed.about)
    _text(root, "id", permanent_id("feed", feed.path))
    _text(root, "updated", _start(feed.changes[0].day if feed.changes else feed.since))
    _text(SubElement(root, "author"), "name", author)
    if site_url:
        _link(root, "self", site_url + quote(feed.path), "application/atom+xml")
    _link(root, "alternate", base + quote(feed.page), "text/html")
    for change in feed.changes:
        _entry(root, change, base)
    indent(root)
    document: bytes = tostring(root, encoding="utf-8", xml_declaration=True)
    return document + b"\n"


def _entry(root: Element, change: Change, base: str) -> None:
    entry = SubElement(root, "entry")
    _text(entry, "title", change.title)
    _text(entry, "id", change.id)
    _text(entry, "updated", _start(change.day))
    _link(entry, "alternate", base + quote(change.address), "text/html")
    for kind in change.kinds:
        SubElement(entry, "category", {"term": kind, "label": words_of(kind)})
    if change.derived:
        SubElement(entry, "category", {"term": DERIVED, "label": "Made by the calendar alone"})
    order = change.of.order
    SubElement(entry, "category", {"term": order.id, "label": _plain(short_name(order))})
    _text(entry, "content", _content(change)).set("type", "html")


def _content(change: Change) -> str:
    """What changed, as HTML in which every text of the record is text."""
    lines = list(change.lines)
    if change.derived:
        lines.append("Nothing was reported: the calendar alone makes this notice.")
    if change.duty:
        responsible = "; ".join(change.duty.obligation.responsible) or "not named in the text"
        lines += [f"The duty: {change.duty.headline}.", f"Responsible: {responsible}."]
    shown = Markup("").join(Markup("<p>{}</p>").format(line) for line in lines)
    records = [Markup('<li><a href="{}">{}</a></li>').format(each.url, each.title) for each in change.evidence]
    return str(shown + Markup("<ul>{}</ul>").format(Markup("").join(records)) if records else shown)


def _start(day: date) -> str:
    """The start of a day in UTC (RFC 3339); a year has four digits, whatever the platform makes of it."""
    return f"{day.isoformat()}T00:00:00Z"


def _text(parent: Element, name: str, text: str) -> Element:
    element = SubElement(parent, name)
    element.text = _plain(text)
    return element


def _link(parent: Element, rel: str, address: str, kind: str) -> None:
    SubElement(parent, "link", {"rel": rel, "type": kind, "href": address})


def _plain(text: str) -> str:
    """Text without the characters that XML cannot hold."""
    return _NOT_XML.sub(" ", text)
