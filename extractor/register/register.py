"""The values of a register: one record for each obligation that was ever accepted, and the order's own."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractor.acceptance import Acceptance, AcceptedChange, LookedAt, OrderAcceptance
from extractor.model import Obligation, Order, Reading, Span, Unread
from extractor.officials import slug
from extractor.outline.references import own_references

Fields = dict[str, Any]  # a record's fields as the file holds them: text, lists and maps of text
ORDER_FIELDS = (
    "kind", "number", "title", "signed", "citation", "official_url", "text", "status", "status_date", "status_by",
    "status_source",
)  # fmt: skip
"""What an order's source states about it and calendars or pages repeat: a change of one must be accepted."""


@dataclass(frozen=True, slots=True)
class Record:
    """One accepted obligation.

    ``key`` is permanent. ``fields`` are the accepted values as ``fields_of`` gives them. ``words`` is the fingerprint
    of what the extractor read, corrections apart, ``lead_in`` that of the lists' opening words above it, ``read`` the offices where a correction set others. ``reviewed`` are the review marks that a person has looked at.
    ``rejected`` says why it is no obligation: it is kept so that the correction stays bound to its words.
    """

    key: str
    fields: Fields
    words: str
    acceptance: Acceptance
    reviewed: tuple[str, ...] = ()
    rejected: str | None = None
    lead_in: str = ""
    read: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """True for what is published as an obligation of the text."""
        return self.acceptance.retired is None and self.rejected is None

    @property
    def offices(self) -> tuple[str, ...]:
        """The responsible offices that the extractor read, each by one name whatever it was called."""
        return self.read or tuple(slug(actor["official"]) for actor in self.fields["actors"])


@dataclass(frozen=True, slots=True)
class Register:
    """One order's register. ``order`` holds the accepted ``ORDER_FIELDS`` as text, ``sha256`` the text's."""

    order_id: str
    order: Fields
    sha256: str
    acceptance: OrderAcceptance
    records: tuple[Record, ...] = ()
    lines: dict[str, int] = field(default_factory=dict, compare=False)  # of each record in the file

    def of(self, key: str) -> Record | None:
        """The record with a key."""
        return next((record for record in self.records if record.key == key), None)


def fields_of(obligation: Obligation) -> Fields:
    """What a register holds of an obligation: who, what, when, where, and the words, as text, lists and maps.

    Absent values are left out, so that a file stays short and a field that is added later changes no older record.
    """
    found: Fields = {
        "citation": obligation.citation,
        "kind": obligation.kind,
        "modal": obligation.modal,
        "actors": [_present({"official": a.official, "through": a.through}) for a in obligation.actors],
        "consulting": list(obligation.in_consultation_with),
        "coordinating": list(obligation.in_coordination_with),
        "action": one_line(obligation.action),
        "deadline": deadline_fields(obligation),
        "quote": one_line(obligation.quote),
    }
    return {name: value for name, value in found.items() if value or name == "actors"}


def deadline_fields(obligation: Obligation) -> Fields:
    """A deadline's own values, those that say nothing left out; the second of two dates is a map of its own."""
    deadline = obligation.deadline
    names = (
        "kind", "amount", "unit", "direction", "event", "date", "recurs", "recurrence", "at_event", "whichever",
        "reference", "inherited", "quote", "doubt", "anchor",
    )  # fmt: skip
    found = _present({name: _text(getattr(deadline, name)) for name in names})
    if deadline.more:
        found["more"] = [f"{each.amount} {each.unit}" for each in deadline.more]
    if deadline.second:
        second = deadline.second
        found["second"] = _present({name: _text(getattr(second, name)) for name in (*names[:6], "at_event")})
    return found


def order_fields(order: Order) -> Fields:
    """The accepted ``ORDER_FIELDS`` of an order, absent ones left out."""
    return _present({name: _text(getattr(order, name)) for name in ORDER_FIELDS})


def fingerprint(obligation: Obligation) -> str:
    """The first 16 hexadecimal digits of the SHA-256 of an obligation's sentence and action, blanks made one.

    The order's references to its own paragraphs are left out: when a paragraph is inserted, ``subsection (b)`` becomes
    ``subsection (c)``, and the words are the same. References to other laws stay.
    """
    return _digest(f"{one_line(obligation.quote)} | {one_line(obligation.action)}", obligation.citation)


def lead_in_of(reading: Reading, obligation: Obligation) -> str:
    """The fingerprint of the words above an obligation that belong to it: the lead-ins of the lists that it stands in;
    empty where there are none.
    """
    body, found = reading.order.body, []
    own = next((p for p in reversed(reading.paragraphs) if p.text_span.overlaps(obligation.span)), None)
    parent = own.parent if own else None
    while parent is not None:
        paragraph = reading.paragraphs[parent]
        if not paragraph.heading and (words := one_line(paragraph.text_span.of(body))):
            found.append(words)
        parent = paragraph.parent
    return _digest(" | ".join(found), obligation.citation) if found else ""


def not_looked_at(unread: Iterable[Unread], looked_at: Iterable[LookedAt]) -> tuple[Unread, ...]:
    """The unread passages that no person has looked at. One is known by its words, wherever they stand by now; of equal
    ones that at its own place goes before.
    """
    passages = [(each, (each.citation, _digest(one_line(each.words), each.citation))) for each in unread]
    seen = Counter((each.citation, _digest(each.words, each.citation)) for each in looked_at)
    elsewhere = [each for each in passages if each[1] not in seen]
    moved = Counter(
        words for (_, words), number in (seen - Counter(place for _, place in passages)).items() for _ in range(number)
    )
    left = []
    for passage, (_, words) in elsewhere:
        if moved[words] > 0:
            moved[words] -= 1
        else:
            left.append(passage)
    return tuple(left)


def _digest(words: str, citation: str) -> str:
    for reference in {each.words for each in own_references(words, citation)}:
        words = words.replace(reference, "§")
    return hashlib.sha256(words.encode()).hexdigest()[:16]


def offices_of(obligation: Obligation) -> tuple[str, ...]:
    """The responsible offices, each by one name whatever it is called, as often as it acts."""
    return tuple(slug(actor.official) for actor in obligation.actors)


def change(on: date, what: str, was: dict[str, str] | None = None) -> AcceptedChange:
    """An accepted change of a day."""
    return AcceptedChange(on, what, tuple((was or {}).items()))


def one_line(text: str) -> str:
    """A text with every run of blanks made one."""
    return re.sub(r"\s+", " ", text).strip()


def places(body: str, words: str, within: Span | None = None) -> list[Span]:
    """Where words stand in a text, or in a part of it, every run of blanks counted alike."""
    within = within or Span(0, len(body))
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.finditer(pattern, within.of(body)) if pattern else ()
    return [Span(within.start + match.start(), within.start + match.end()) for match in found]


def _text(value: object) -> str | None:
    """A value as the file holds it: ``None`` and false are left out, everything else is text."""
    if value is None or value is False or value == "":
        return None
    return "true" if value is True else one_line(str(value))


def _present(values: dict[str, Any]) -> Fields:
    return {name: value for name, value in values.items() if value is not None}
