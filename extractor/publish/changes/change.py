"""One change as a value: of the record, or made by the calendar alone.

A change of the record comes from one entry of a log, one accepted change of a register, one correction, or an order's or
an obligation's first day in it. All of these are only ever added to, so that the identifier of a change, made from the
order, the obligation, the list that it stands in and its place in that list, stays for ever: when another entry is added at its end,
when the site moves, when the words are mended.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from extractor.model import Evidence, TrackedOrder
from extractor.publish.addresses import order_page
from extractor.publish.view import Duty
from extractor.publish.wording import STATUS_WORDS
from extractor.words.orders import full_name, short_name

NAMESPACE = uuid.UUID("0b6c2f0e-5f0f-5d35-9d0b-6f2f6c1a7e43")  # never to be changed: every identifier comes from it

RECORD_WORDS = {
    "new-order": "New order",
    "new-obligation": "New obligation",
    "order-status": "Status of the order",
    "order-facts": "Facts of the order",
    "reading": "Changed reading",
    "correction": "Correction",
    "retired": "No longer an obligation",
    "note": "Note",
    **STATUS_WORDS,
    "extension": "New due date",
    "event": "Event happened",
}
"""Every kind of a change of the record, with its words. The kinds are categories in feeds: they stay."""

DERIVED_WORDS = {
    "due-in-30-days": "Due in 30 days",
    "due-in-7-days": "Due in 7 days",
    "due-tomorrow": "Due tomorrow",
    "past-due": "Fell past due",
}
"""Every kind of what the calendar alone makes, with its words."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    ``id`` is permanent (``urn:uuid:…``). ``day`` is the day from which the record shows it, never one after the day that
    the orders are as of. ``kinds`` are keys of ``RECORD_WORDS``, the chief one first, or one of ``DERIVED_WORDS``.
    ``duty`` is ``None`` for a change of the whole order. ``lines`` say in plain text what changed, a sentence or two each;
    ``former`` names the offices that the change took the duty from.
    """

    id: str
    day: date
    kinds: tuple[str, ...]
    of: TrackedOrder
    duty: Duty | None
    lines: tuple[str, ...]
    evidence: tuple[Evidence, ...] = ()
    former: tuple[str, ...] = ()

    @property
    def derived(self) -> bool:
        """True for what the calendar alone makes."""
        return self.kinds[0] in DERIVED_WORDS

    @property
    def words(self) -> str:
        """Its kinds in words: ``Blocked, new due date``."""
        first, *rest = (words_of(kind) for kind in self.kinds)
        return ", ".join((first, *(each[:1].lower() + each[1:] for each in rest)))

    @property
    def title(self) -> str:
        """One line: ``Completed: EO 14409, 2(d): Establish a clearinghouse``."""
        if self.duty:
            return f"{self.words}: {short_name(self.of.order)}, {self.duty.label}: {self.duty.line}"
        title = self.of.order.title
        name = full_name(self.of.order)
        return f"{self.words}: {name}" + (f", {' '.join(title.split())}" if title and title != name else "")

    @property
    def address(self) -> str:
        """The page that shows it, from the site's root, without a slash in front."""
        return self.duty.address if self.duty else order_page(self.of.order.id)


def words_of(kind: str) -> str:
    """A kind in words."""
    return RECORD_WORDS.get(kind) or DERIVED_WORDS[kind]


def permanent_id(*parts: str) -> str:
    """An identifier (RFC 4122, version 5) from parts that never change, such as order, key, list and place in it."""
    return uuid.uuid5(NAMESPACE, "|".join(parts)).urn


def newest_first(found: Iterable[Change]) -> tuple[Change, ...]:
    """The changes by day, the latest first; within a day as they are given."""
    return tuple(sorted(found, key=lambda change: change.day, reverse=True))
