"""Readings that are kept from one build to the next, so that a text that has not changed is not read anew.

A reading depends on nothing but the order's text, what its front matter states, and the program. What is kept stands in
``build/`` as JSON (see ``kept``), under the SHA-256 of all of these: whatever changed or was damaged is read anew.
"""

from __future__ import annotations

import hashlib
import sys
from dataclasses import dataclass
from functools import cache
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from extractor import kept
from extractor.effective import in_effect
from extractor.model import NotObligation, Obligation, Order, Paragraph, Reading, Relation, Unread
from extractor.pipeline import read_reading

if TYPE_CHECKING:
    from pydantic import TypeAdapter

KEPT = "readings.json"
_DECIDING = ("spacy", "python-dateutil")  # the packages that a reading depends on


@dataclass(frozen=True, slots=True)
class Found:
    """What the extractor found in an order: its reading without the order itself."""

    paragraphs: tuple[Paragraph, ...]
    obligations: tuple[Obligation, ...]
    not_obligations: tuple[NotObligation, ...]
    unread: tuple[Unread, ...]
    relations: tuple[Relation, ...]

    @classmethod
    def of(cls, reading: Reading) -> Found:
        """A reading's part that an order's text alone decides."""
        return cls(reading.paragraphs, reading.obligations, reading.not_obligations, reading.unread, reading.relations)

    def reading(self, order: Order) -> Reading:
        """The reading again, of the order that it was made of."""
        parts = self.paragraphs, self.obligations, self.not_obligations
        return Reading(order, *parts, unread=self.unread, relations=self.relations)


class Readings:
    """The readings of one run: taken from those that are kept in the folder ``workshop``, else made."""

    def __init__(self, workshop: Path):
        self._file = workshop / KEPT
        self._before = _kept(self._file)
        self._asked: dict[str, Found] = {}

    def of(self, order: Order) -> Reading:
        """What ``read_reading`` makes of the order."""
        key = _key(order)
        found = self._asked.get(key) or self._before.get(key)
        if found is None:
            found = Found.of(read_reading(order))
        self._asked[key] = found
        return found.reading(in_effect(order))

    def keep(self) -> None:
        """Keep what was asked for, and nothing else. A system that refuses costs no more than reading again."""
        if self._asked != self._before:
            kept.keep(self._file, _form(dict[str, Found]).dump_json(self._asked))


def _kept(file: Path) -> dict[str, Found]:
    """The readings that a file holds; none where it was written by a program with other models."""
    try:
        found: dict[str, Found] = _form(dict[str, Found]).validate_json(kept.kept(file) or b"{}")
        return found
    except ValueError:
        return {}


def _key(order: Order) -> str:
    return hashlib.sha256(_program() + _form(Order).dump_json(order)).hexdigest()


@cache
def _program() -> bytes:
    """A digest of the program's code, of Python and of the packages that a reading depends on."""
    home = Path(__file__).parent
    whole = hashlib.sha256(" ".join((sys.version, *map(version, _DECIDING))).encode())
    for file in sorted((*home.rglob("*.py"), *(home / "words").glob("*.txt"))):
        whole.update(f"\n{file.relative_to(home).as_posix()} ".encode() + kept.digest_of(file.read_bytes()))
    return whole.digest()


@cache
def _form(values: Any) -> TypeAdapter[Any]:
    from pydantic import TypeAdapter

    return TypeAdapter(values)
