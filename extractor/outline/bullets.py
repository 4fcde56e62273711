"""Items behind a bullet: they have no label, and hang under the words that open their list."""

from __future__ import annotations

import re

from extractor.model import BULLET, Block, Span
from extractor.outline.headings import HEADING_WINDOW, heading_length
from extractor.outline.labelled import inner_label, take_labels
from extractor.outline.labels import BARE_LABEL, LABEL
from extractor.outline.walk import Walk, add_paragraph, strip_left, strip_right, words_between

SIGN = re.compile(r"[•▪‣●◦]\s+(?=\S)")


def bullet_of(body: str, unit: Block) -> int:
    """How deep the list stands of which the block is an item without a label; 0 for any other block.

    The source says so (Markdown, HTML), or the sign stands in its text.
    """
    if unit.kind != "paragraph":
        return 0
    if SIGN.match(body, unit.span.start, unit.span.end):
        return max(unit.bullet, 1)
    labelled = any(label.match(body, unit.span.start, unit.span.end) for label in (LABEL, BARE_LABEL))
    return 0 if labelled else unit.bullet


def take_bullet(walk: Walk, span: Span, depth: int, ahead: list[str]) -> None:
    """Add the item in ``span``; its list hangs under the item that is less deep, or under the paragraph before the list."""
    if not walk.bullets:
        lead_in = walk.paragraphs[-1].index if walk.paragraphs else None
        walk.bullets = ((0, lead_in),)
    above = tuple(level for level in walk.bullets if level[0] < depth)
    parent = above[-1][1]
    opened = walk.paragraphs[parent] if parent is not None else None
    start = _behind_sign(walk.body, span)
    rest = start + heading_length(walk.body[start : min(span.end, start + HEADING_WINDOW)])
    rest = rest if rest < span.end else start
    inner = inner_label(walk, rest, span.end, ahead)
    end = strip_right(walk.body, span.start, inner.start()) if inner else span.end
    own = words_between(walk.body, rest, end)
    walk.bullets = (*above, (depth, len(walk.paragraphs)))
    add_paragraph(
        walk, Span(span.start, end), own, label=BULLET, heading=walk.body[start:rest].strip().rstrip(".:") or None,
        citation=opened.citation if opened else None, depth=opened.level + 1 if opened else 1, parent=parent,
    )  # fmt: skip
    if inner:
        walk.before = own.of(walk.body)
        begin = strip_left(walk.body, inner.start(), span.end)
        take_labels(walk, begin, Span(begin, span.end), ahead)


def _behind_sign(body: str, span: Span) -> int:
    sign = SIGN.match(body, span.start, span.end)
    return sign.end() if sign else span.start
