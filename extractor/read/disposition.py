"""The Federal Register's disposition notes: by what an order was amended or revoked, as NARA's editors keep them.

``Revoked by: EO 14148, January 20, 2025; Amended by: EO 13520, November 20, 2009``. What an order itself amends or revokes
stands among them too and is no note on it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from extractor.words.dates import parse_date
from extractor.words.orders import executive_order

_NOTE = re.compile(r"\b(?:revoked|amended|superseded|suspended)(?: in part)? by\b[^;\n]*", re.I)
_ORDER = re.compile(r"\b(?:EO|Executive Order|E\.O\.)\s?(\d{4,5})", re.I)
_LONGEST = 20_000  # characters that are looked at; the longest notes that were met have 900


def notes_on(words: object) -> Iterator[str]:
    """The notes that end or change an order, each on one line; none for what is no text."""
    if isinstance(words, str):
        for match in _NOTE.finditer(words[:_LONGEST]):
            yield " ".join("".join(c if c.isprintable() else " " for c in match[0]).split())[:200]


def status_of(words: object, source: str) -> dict[str, Any]:
    """``status``, ``status_date``, ``status_by`` and ``status_source`` where a note gives them all; else nothing.

    A revocation of the whole order comes before any amendment; of several amendments the last counts. Notes do not say
    that an order is in force, so their absence gives no status.
    """
    found = [
        (note, day, order) for note in notes_on(words) if (day := parse_date(note)) and (order := _ORDER.search(note))
    ]
    whole = [each for each in found if re.match(r"(?:revoked|superseded) by", each[0], re.I)]
    changed = [each for each in found if re.match(r"(?:amended|revoked in part|superseded in part) by", each[0], re.I)]
    for status, notes in (("revoked", whole), ("amended", changed)):
        if notes:
            _, day, order = max(notes, key=lambda each: each[1])
            by = executive_order(order[1])
            return {"status": status, "status_date": day, "status_by": by, "status_source": source}
    return {}
