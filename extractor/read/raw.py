"""What a reader of one format returns: blocks of plain text and whatever the source itself states."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractor.model import Block, Order, Span

HEADING, PARAGRAPH, TABLE = "heading", "paragraph", "table"
SEPARATOR = "\n\n"


@dataclass(frozen=True, slots=True)
class RawBlock:
    """One block of plain text. ``emphasised`` marks a block that is all emphasis (a dateline), ``bullet`` is that of ``Block``."""

    kind: str
    text: str
    emphasised: bool = False
    bullet: int = 0


@dataclass(frozen=True, slots=True)
class RawOrder:
    """A text with its container taken off, and the metadata that stands in the source.

    ``metadata`` holds fields of ``Order`` by name; a field that the source does not state is absent.
    """

    form: str  # markdown | order.md | federal-register-xml | federal-register-text | pdf-text | html
    blocks: tuple[RawBlock, ...]
    metadata: dict[str, Any] = field(default_factory=dict)


def to_order(raw: RawOrder, order_id: str, signed: date | None = None) -> Order:
    """The ``Order`` of a raw text: its body, the spans of its blocks and the body's SHA-256 (UTF-8).

    ``signed`` overrides the signing date that the source states.
    """
    body, blocks = join_blocks(raw.blocks)
    kind = kind_of(body, str(raw.metadata.get("title") or ""))
    fields: dict[str, Any] = {
        "kind": kind,
        "title": "",
        "text": "summary" if kind == "summary" else "official",
    } | raw.metadata
    fields |= {"id": fields.get("id") or order_id, "signed": signed or fields.get("signed")}
    digest = hashlib.sha256(body.encode("utf-8")).hexdigest()
    return Order(body=body, blocks=blocks, sha256=digest, **fields)


_ENACTS = re.compile(
    r"\bby (?:the )?(?:authority|power) vested in me\b|\bit is hereby ordered\b"
    r"|\bI hereby (?:order|direct|determine|proclaim|find|certify)\b|^THE WHITE HOUSE,"
    r"|\bthis (?:order|memorandum) (?:is not intended|shall)\b",
    re.I | re.M,
)


_OPENING = 1_000  # signs: where a document says what it is, before or between its addressees
_KINDS = {
    "memorandum": re.compile(
        r"^(?:NATIONAL SECURITY (?:PRESIDENTIAL )?)?MEMORANDUM(?: FOR\b|/| *$)"
        r"|^(?:(?:Presidential|National Security(?: Presidential)?) )?Memorandum (?:for|on|to)\b"
        r"|^National Security (?:Presidential )?Memorandum/",
        re.M,
    ),
    "proclamation": re.compile(r"^A PROCLAMATION *$|^(?:Presidential )?Proclamation (?:on\b|\d)", re.M | re.I),
    "directive": re.compile(r"^(?:[A-Z]\w+ )*Presidential (?:[A-Z]\w+ )?Directive\b", re.M),
}
_OF_ITSELF = re.compile(r"\bthis memorandum (?:is not intended|shall be implemented)\b", re.I)


def kind_of(body: str, title: str) -> str:
    """``memorandum``, ``proclamation`` or ``directive`` where the title or the opening says so, else ``executive
    order``; ``summary`` for what has neither such an opening nor enacting words.

    A memorandum opens with its addressees ("MEMORANDUM FOR …"), or calls itself one in its general provisions.
    """
    opening = f"{title}\n{body[:_OPENING]}"
    found = [(match.start(), kind) for kind, pattern in _KINDS.items() if (match := pattern.search(opening))]
    if found:
        return min(found)[1]
    if _OF_ITSELF.search(body):
        return "memorandum"
    return "executive order" if enacts(body) else "summary"


def enacts(body: str) -> bool:
    """True for the text of an order; what only tells of one (a news summary) has no enacting words."""
    return bool(_ENACTS.search(body))


def join_blocks(raw_blocks: Iterable[RawBlock]) -> tuple[str, tuple[Block, ...]]:
    """The blocks' texts with a blank line between them, and where each one stands."""
    parts: list[str] = []
    blocks: list[Block] = []
    position = 0
    for block in raw_blocks:
        if parts:
            position += len(SEPARATOR)
        kind = "dateline" if block.emphasised and block.kind == PARAGRAPH else block.kind
        blocks.append(Block(kind, Span(position, position + len(block.text)), block.bullet))
        parts.append(block.text)
        position += len(block.text)
    return SEPARATOR.join(parts), tuple(blocks)
