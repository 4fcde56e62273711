"""Blocks → paragraphs, each with its citation, its parent and its span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractor.model import Block, Order, Paragraph, Span
from extractor.outline.bullets import bullet_of, take_bullet
from extractor.outline.headings import BARE_SECTION, HEADING_WINDOW, PART, SECTION, heading_length
from extractor.outline.labelled import close_inner_list, inner_label, take_labels
from extractor.outline.labels import (
    BARE_LABEL,
    LABEL,
    numerals,
)
from extractor.outline.prose import prose
from extractor.outline.quotations import announces_amendment, closes_quotation, opens_quotation
from extractor.outline.walk import Walk, add_paragraph, strip_left, strip_right, words_between

_MOST_LEFT_OUT = 20  # numbers between two sections; ``Section 232 Investigation.`` is a heading's words
_CLOSING = re.compile(r"THE WHITE HOUSE\b", re.I)
_ENACTING = re.compile(
    r"(?:ordered|order|follows|direct|determine|proclaim)(?: as follows)?\s*[:—]\s+(?=(?:Section|Sec\.?)\s*1\b)"
)


@dataclass(frozen=True, slots=True)
class Outline:
    """The paragraphs of an order, and how well succession explained its labels."""

    paragraphs: tuple[Paragraph, ...]
    labels: int
    unexplained: int


def outline(order: Order) -> Outline:
    """The outline of ``order``: sections and labelled paragraphs, or ``p1``, ``p2``, … for prose."""
    units = [unit for block in order.blocks for unit in _split_block(order.body, block)]
    numbered = [n for n, unit in enumerate(units) if unit.kind != "table" and _section(order.body, unit)]
    walk = Walk(order.body, [])
    if not numbered and not any(LABEL.match(order.body, u.span.start) for u in units):
        return Outline(prose(order.body, units), 0, 0)
    ahead = _labels_ahead(order.body, units)
    if not numbered:
        walk.running = 0
        walk.several_lists = sum(label in ("a", "i", "1", "A") for label in ahead) > 1
    first = numbered[0] if numbered else 0
    for position, unit in enumerate(units):
        walk.part = "preamble" if position < first and walk.part == "text" else walk.part
        if position == first and walk.part == "preamble":
            walk.part = "text"
        _take(walk, unit, ahead[position + 1 : position + 60])
        close_inner_list(walk, ahead[position + 1 : position + 2])
        walk.before = unit.span.of(order.body)
    return Outline(tuple(walk.paragraphs), walk.labels, walk.unexplained)


def _split_block(body: str, block: Block) -> Iterator[Block]:
    """A block that runs on from the enacting words into section 1 is two."""
    text = block.span.of(body)
    match = _ENACTING.search(text) if block.kind == "paragraph" and len(text) > 40 else None
    if not match:
        yield block
        return
    cut = block.span.start + match.end()
    yield replace(block, span=Span(block.span.start, block.span.start + len(text[: match.end()].rstrip())))
    yield Block(block.kind, Span(cut, block.span.end))


def _labels_ahead(body: str, units: list[Block]) -> list[str]:
    """The first label of each unit, for looking ahead: ``a``, or ``a.`` without parentheses; empty where there is none."""
    return ["§" if _section(body, unit) else _first_label(body, unit) for unit in units]


def _first_label(body: str, unit: Block) -> str:
    match = LABEL.match(body, unit.span.start)
    bare = BARE_LABEL.match(body, unit.span.start, unit.span.end)
    return match[1] if match else bare[0].strip() if bare else ""


def _section(body: str, unit: Block) -> re.Match[str] | None:
    """The section label that the block opens with; a quoted one is another text's."""
    match = SECTION.match(body, unit.span.start, unit.span.end)
    if match:
        return None if match["quote"] else match
    bare = BARE_SECTION.match(body, unit.span.start, unit.span.end)
    return bare if bare and heading_length(body[bare.end() : min(unit.span.end, bare.end() + HEADING_WINDOW)]) else None


def _take(walk: Walk, unit: Block, ahead: list[str]) -> None:
    """Add the paragraphs of one block."""
    text = unit.span.of(walk.body)
    bullet = bullet_of(walk.body, unit)
    walk.bullets = walk.bullets if bullet else ()
    if walk.part == "text" and _CLOSING.match(text) and len(text) < 60:
        walk.part = "annex"
        return add_paragraph(walk, unit.span, unit.span, part="heading")
    if walk.part == "annex" or unit.kind == "table":
        return add_paragraph(walk, unit.span, unit.span, part="table" if unit.kind == "table" else "annex")
    if _is_quoted(walk, text):
        return add_paragraph(walk, unit.span, unit.span, quoted=True)
    if (match := _section(walk.body, unit)) and _opens_section(walk, unit, match, ahead):
        return _take_section(walk, unit, match, ahead)
    if PART.match(text) or (unit.kind == "heading" and not LABEL.match(text)):
        return add_paragraph(walk, unit.span, unit.span, part="heading")
    if bullet:
        return take_bullet(walk, unit.span, bullet, ahead)
    take_labels(walk, unit.span.start, unit.span, ahead)


def _is_quoted(walk: Walk, text: str) -> bool:
    """True for a block of quoted text; keeps in mind whether the quotation goes on."""
    if walk.quoting or opens_quotation(text, walk.before):
        walk.quoting = not closes_quotation(text)
        return True
    if announces_amendment(walk.before):
        walk.unmarked = True
        return True
    walk.unmarked = walk.unmarked and not _resumes(walk, text)
    return walk.unmarked


def _resumes(walk: Walk, text: str) -> bool:
    """True where the order's own text goes on after words quoted without marks: a section, or the next label."""
    match = LABEL.match(text)
    if not match:
        return bool(SECTION.match(text)) or bool(_CLOSING.match(text))
    levels = [level[0] for level in walk.stack]
    return any(r.style == n.style and r.place == n.place + 1 for r in numerals(match[1]) for n in levels)


def _opens_section(walk: Walk, unit: Block, match: re.Match[str], ahead: list[str]) -> bool:
    """A section's number goes on from the open one. A number without "Sec." stays in the same whole section.

    A number that leaves several out is a section's where a heading stands behind it, or the next one goes on from it.
    """
    if match.re is BARE_SECTION:
        whole, _, part = (walk.section or "").partition(".")
        return whole == match["whole"] and int(match["part"]) == int(part or 0) + 1
    if walk.section is None or _succeeds(walk.section, match["number"]):
        return True
    headed = heading_length(walk.body[match.end() : min(unit.span.end, match.end() + HEADING_WINDOW)])
    old, new = _number(walk.section), _number(match["number"])
    return old < new and new[0] - old[0] <= _MOST_LEFT_OUT and bool(headed)


def _number(section: str) -> tuple[int, ...]:
    """A section's number for comparison: ``4.1`` is (4, 1), ``2A`` is (2, 0, 1), right behind 2 and all its parts."""
    parts = tuple(int(part) for part in re.findall(r"\d+", section))
    letter = section[-1:].upper()
    return (*parts, 99, ord(letter) - 64) if letter.isalpha() else parts


def _succeeds(current: str, number: str) -> bool:
    """A section number may only grow, by up to three or to a new hundred."""
    old, new = _number(current), _number(number)
    return new > old and (new[0] - old[0] <= 3 or old[0] >= 100 and new[0] // 100 > old[0] // 100)


def _take_section(walk: Walk, unit: Block, match: re.Match[str], ahead: list[str]) -> None:
    walk.section, walk.stack = match["number"], ()
    start = match.end()
    rest = start + heading_length(walk.body[start : min(unit.span.end, start + HEADING_WINDOW)])
    heading = walk.body[start:rest].strip().rstrip(".:") or None
    inner = inner_label(walk, rest, unit.span.end, ahead, outermost=True)
    end = strip_right(walk.body, unit.span.start, inner.start()) if inner else unit.span.end
    own = words_between(walk.body, rest, end)
    walk.section_index = len(walk.paragraphs)
    add_paragraph(walk, Span(unit.span.start, end), own, label=f"Sec. {walk.section}", heading=heading, parent=None)
    if inner:
        walk.before = own.of(walk.body)
        begin = strip_left(walk.body, inner.start(), unit.span.end)
        take_labels(walk, begin, Span(begin, unit.span.end), ahead)
