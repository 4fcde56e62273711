"""A text without sections and labels, such as a news summary: paragraphs ``p1``, ``p2``, …"""

from __future__ import annotations

import re

from extractor.model import BULLET, Block, Paragraph
from extractor.words.dates import DATE

# What a page prints below its text: sources, retrieval notes, filing marks.
_FOOTER = re.compile(r"(?:Canonical|Retrieved|Publisher|Source|Sources|Filed|Billing code)\b.{0,3}[:\d]|\[FR Doc", re.I)


# A memorandum's head: to whom it goes and what it is about, in capitals or behind a word of its own.
_HEAD = re.compile(r"MEMORANDUM FOR\b|SUBJECT\b\s*:|FROM\s*:|[^a-z]+$")


def is_running_text(text: str) -> bool:
    """True for a paragraph that is neither a memorandum's head nor what a page prints below its text."""
    return not (_FOOTER.match(text) or _HEAD.match(text) or DATE.fullmatch(text.strip().removesuffix(".")))


def prose(body: str, units: list[Block]) -> tuple[Paragraph, ...]:
    """The paragraphs of prose: each one of running text is cited by its number, ``p0`` is what is no running text."""
    paragraphs: list[Paragraph] = []
    number = 0
    opens: int | None = None  # what a list of bullets hangs under
    for unit in units:
        runs = unit.kind == "paragraph" and is_running_text(unit.span.of(body))
        number += runs
        citation, part = (f"p{number}", "text") if runs else ("p0", "heading")
        opens = opens if unit.bullet else len(paragraphs)
        label, parent = (BULLET, opens) if unit.bullet else (None, None)
        paragraphs.append(Paragraph(len(paragraphs), citation, label, None, 0, parent, unit.span, unit.span, part=part))
    return tuple(paragraphs)
