"""Where an order's text comes from: a file, standard input, or the Federal Register by number."""

from __future__ import annotations

import hashlib
import re
import sys
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any

from extractor.model import Order
from extractor.pipeline import read_order
from extractor.problems import Problem, ProblemsFound
from extractor.read.federal_register_api import Reference, fetch, reference
from extractor.read.text_file import FORMATS, LARGEST
from extractor.words.orders import executive_order

STANDARD_INPUT = "-"
_NUMBERED = re.compile(r"eo-(\d{4,5})")
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
ID_WORDS = "lower-case letters, digits and hyphens, such as eo-14409"


@dataclass(frozen=True, slots=True)
class Origin:
    """The bytes of a text, the name that messages give it, and fields of ``Order`` that the place itself states."""

    name: str
    content: bytes
    metadata: dict[str, Any] = field(default_factory=dict)

    @property
    def sha256(self) -> str:
        """The SHA-256 of the bytes, in hexadecimal."""
        return hashlib.sha256(self.content).hexdigest()


def read_origin(source: str) -> Origin:
    """The bytes that ``source`` names: a file's path, ``-`` for standard input, an order's or a document's number.

    A file that exists comes before a number of the same name. Raises ``ProblemsFound``.
    """
    if source == STANDARD_INPUT:
        return Origin("standard input", sys.stdin.buffer.read(LARGEST + 1))
    path = Path(source)
    if not _exists(path) and (wanted := reference(source)):
        return _published(wanted)
    return Origin(source, read_file(source))


def read_file(file: str) -> bytes:
    """A file's bytes, at most one more than the largest text. Raises ``ProblemsFound`` where it cannot be read."""
    path = Path(file)
    try:
        if path.is_dir():
            raise _refused(file, "this is a folder", "a folder", f"name the file in it, such as {path / 'order.md'}")
        with path.open("rb") as stream:
            return stream.read(LARGEST + 1)
    except FileNotFoundError:
        raise _refused(file, "there is no such file", "nothing", _no_file_fix(file)) from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise _refused(file, f"the file cannot be read: {reason}", None, "check the name and the permissions") from None


def order_of(origin: Origin, order_id: str | None, signed: date | None) -> Order:
    """The order in ``origin``. ``order_id`` names it; without one the name comes from its number, or from the file's
    name.

    ``signed`` overrides the signing date that the text states. Raises ``ProblemsFound``.
    """
    order = read_order(origin.content, origin.name, order_id or "", signed)
    number = origin.metadata.get("number")
    if number and order.number and number != order.number:
        fix = "try again later, or import the file that you want"
        raise _refused(origin.name, "the text is another order’s", executive_order(order.number), fix)
    absent = {name: value for name, value in origin.metadata.items() if not getattr(order, name)}
    if "kind" in origin.metadata and order.kind != "summary":
        absent["kind"] = origin.metadata["kind"]
    order = replace(order, **absent)
    if order.number is None and order.kind == "executive order" and (named := _NUMBERED.fullmatch(order_id or "")):
        order = replace(order, number=int(named[1]))  # whoever calls it eo-14413 says its number
    return replace(order, id=order_id or order.id or _named(order, origin))


def chosen_id(words: str) -> str:
    """The id that ``--as`` asks for: ``14409`` is ``eo-14409``. Raises ``ProblemsFound`` for what no folder can be
    called.
    """
    name = words.strip().lower()
    name = f"eo-{name}" if re.fullmatch(r"\d{4,5}", name) else name
    if not is_id(name):
        raise ProblemsFound([Problem("--as", 0, 0, "this cannot be an order’s id", words[:80], ID_WORDS)])
    return name


def is_id(name: str) -> bool:
    """True for what an order can be called: its folder, its pages and the ids of its obligations are named so."""
    return len(name) <= 80 and _ID.fullmatch(name) is not None


def file_id(name: str) -> str:
    """An id from a file's name: ``14409.md`` is ``eo-14409``, ``eo-14409/order.md`` is ``eo-14409``."""
    path = Path(name)
    stem = path.resolve().parent.name if path.name == "order.md" else path.name.split(".")[0]
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-")[:80].strip("-") or "order"
    return f"eo-{slug}" if slug.isdigit() else slug


def _published(wanted: Reference) -> Origin:
    published = fetch(wanted)
    return Origin(str(wanted), published.xml, published.metadata)


def _named(order: Order, origin: Origin) -> str:
    if order.number and order.kind == "executive order":
        return f"eo-{order.number}"
    document = origin.metadata.get("document")
    return f"fr-{document}".lower() if document else file_id(origin.name)


def _exists(path: Path) -> bool:
    try:
        return path.exists()
    except (OSError, ValueError):
        return False


def _no_file_fix(source: str) -> str:
    if re.match(r"https?:", source):
        return "save the page in a browser and name the file, or give the order’s number, such as 14409"
    return (
        "check the path; an order’s number (14409) or document number (2026-11415) is taken from the Federal Register"
    )


def _refused(file: str, message: str, found: str | None, fix: str) -> ProblemsFound:
    return ProblemsFound([Problem(file, 0, 0, message, found, FORMATS, fix)])
