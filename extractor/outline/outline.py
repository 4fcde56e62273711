"""Blocks → paragraphs, each with its citation, its parent and its span."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from extractor.model import Block, Order, Paragraph, Span
from extractor.outline.headings import BARE_SECTION, HEADING_WINDOW, PART, SECTION, heading_length
from extractor.outline.labels import (
    BARE_LABEL,
    LABEL,
    Numeral,
    Place,
    goes_on,
    is_reference,
    next_label,
    numerals,
    place_label,
    run_in_label,
)
from extractor.outline.prose import is_running_text, prose
from extractor.outline.quotations import announces_amendment, closes_quotation, opens_quotation

_FOLLOWS = -1  # the parent of a paragraph is the enumerated one that it follows
_MOST_LEFT_OUT = 20  # numbers between two sections; ``Section 232 Investigation.`` is a heading's words
_MOST_LABELS = 60  # in one block; the most that was met is 26
_COLON = re.compile(r"[:—–][”\"]?\s*$")
_OPEN = re.compile(r"[:—–,][”\"]?\s*$")  # ``(i) as to schools,`` goes on with a list of its own
_CLOSING = re.compile(r"THE WHITE HOUSE\b", re.I)
_ENACTING = re.compile(
    r"(?:ordered|order|follows|direct|determine|proclaim)(?: as follows)?\s*[:—]\s+(?=(?:Section|Sec\.?)\s*1\b)"
)


@dataclass
class _Walk:
    """Where the walk through the blocks stands. Mutable, and alive only inside ``outline``."""

    body: str
    paragraphs: list[Paragraph]
    section: str | None = None
    stack: tuple[tuple[Numeral, int, str, int | None], ...] = ()  # numeral, paragraph, citation, its list's lead-in
    section_index: int | None = None
    quoting: bool = False  # inside quotation marks
    unmarked: bool = False  # inside an amendment's text that is quoted without marks
    part: str = "text"
    unexplained: int = 0
    labels: int = 0
    before: str = ""
    opens: bool = False  # the label that comes next opens a list within its block
    within: int | None = None  # how deep the labels stand that a list within the block leaves open
    running: int | None = None  # in a text without sections, the paragraphs of running text so far
    several_lists: bool = False  # … and whether its labels begin anew


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
    walk = _Walk(order.body, [])
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
        _close_inner_list(walk, ahead[position + 1 : position + 2])
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
    yield Block(block.kind, Span(block.span.start, block.span.start + len(text[: match.end()].rstrip())))
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


def _take(walk: _Walk, unit: Block, ahead: list[str]) -> None:
    """Add the paragraphs of one block."""
    text = unit.span.of(walk.body)
    if walk.part == "text" and _CLOSING.match(text) and len(text) < 60:
        walk.part = "annex"
        return _add(walk, unit.span, unit.span, part="heading")
    if walk.part == "annex" or unit.kind == "table":
        return _add(walk, unit.span, unit.span, part="table" if unit.kind == "table" else "annex")
    if _is_quoted(walk, text):
        return _add(walk, unit.span, unit.span, quoted=True)
    if (match := _section(walk.body, unit)) and _opens_section(walk, unit, match, ahead):
        return _take_section(walk, unit, match, ahead)
    if PART.match(text) or (unit.kind == "heading" and not LABEL.match(text)):
        return _add(walk, unit.span, unit.span, part="heading")
    _take_labels(walk, unit.span.start, unit.span, ahead)


def _is_quoted(walk: _Walk, text: str) -> bool:
    """True for a block of quoted text; keeps in mind whether the quotation goes on."""
    if walk.quoting or opens_quotation(text, walk.before):
        walk.quoting = not closes_quotation(text)
        return True
    if announces_amendment(walk.before):
        walk.unmarked = True
        return True
    walk.unmarked = walk.unmarked and not _resumes(walk, text)
    return walk.unmarked


def _resumes(walk: _Walk, text: str) -> bool:
    """True where the order's own text goes on after words quoted without marks: a section, or the next label."""
    match = LABEL.match(text)
    if not match:
        return bool(SECTION.match(text)) or bool(_CLOSING.match(text))
    levels = [level[0] for level in walk.stack]
    return any(r.style == n.style and r.place == n.place + 1 for r in numerals(match[1]) for n in levels)


def _opens_section(walk: _Walk, unit: Block, match: re.Match[str], ahead: list[str]) -> bool:
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


def _take_section(walk: _Walk, unit: Block, match: re.Match[str], ahead: list[str]) -> None:
    walk.section, walk.stack = match["number"], ()
    start = match.end()
    rest = start + heading_length(walk.body[start : min(unit.span.end, start + HEADING_WINDOW)])
    heading = walk.body[start:rest].strip().rstrip(".:") or None
    inner = _inner_label(walk, rest, unit.span.end, ahead, outermost=True)
    end = _strip_right(walk.body, unit.span.start, inner.start()) if inner else unit.span.end
    own = _text_span(walk.body, rest, end)
    walk.section_index = len(walk.paragraphs)
    _add(walk, Span(unit.span.start, end), own, label=f"Sec. {walk.section}", heading=heading, parent=None)
    if inner:
        walk.before = own.of(walk.body)
        begin = _strip_left(walk.body, inner.start(), unit.span.end)
        _take_labels(walk, begin, Span(begin, unit.span.end), ahead)


def _take_labels(walk: _Walk, start: int, span: Span, ahead: list[str]) -> None:
    """One block may carry several labels: ``(a) Definitions. (i) …``."""
    for _ in range(_MOST_LABELS):
        match = _label(walk, start, span.end, ahead)
        place = match and place_label(
            match[1],
            [level[0] for level in walk.stack],
            [a for a in ahead if a],
            walk.opens or bool(_OPEN.search(walk.before[-20:])),
        )
        walk.opens = False
        inner = (
            _take_label(walk, match, place, span, ahead) if match and place else _take_lead_in(walk, start, span, ahead)
        )
        if not inner:
            return None
        start = _strip_left(walk.body, inner.start(), span.end)
        span = Span(start, span.end)
    return _add(walk, span, span)


def _close_inner_list(walk: _Walk, ahead: list[str]) -> None:
    """A list that stands within one block ends with it, unless the next block goes on with a label."""
    if walk.within is not None and not (ahead and ahead[0]):
        walk.stack = walk.stack[: walk.within]
    walk.within = None


def _take_lead_in(walk: _Walk, start: int, span: Span, ahead: list[str]) -> re.Match[str] | None:
    """Add a paragraph without a label. Returns the first label of a list that runs in it, if one does."""
    unlabelled = LABEL.match(walk.body, start, span.end)
    begin = unlabelled.end() if unlabelled else start
    inner = _label_within(walk, begin, span.end, run_in_label(walk.body, begin, span.end, ahead))
    end = _strip_right(walk.body, span.start, inner.start()) if inner else span.end
    _add(walk, Span(span.start, end), Span(start, end))
    walk.before = walk.body[start:end]
    return inner


def _take_label(walk: _Walk, match: re.Match[str], place: Place, span: Span, ahead: list[str]) -> re.Match[str] | None:
    """Add one labelled paragraph. Returns the label that follows it in the same block, if one does."""
    walk.labels += 1
    walk.unexplained += not place.explained
    lead_in = _lead_in(walk, place)
    walk.stack = walk.stack[: place.depth]
    citation = f"{walk.stack[-1][2] if walk.stack else walk.section or ''}({match[1]})"
    heading_end = _item_heading_end(walk, match, span.end, ahead)
    heading = walk.body[match.end() : heading_end].strip().rstrip(".:") or None
    index = len(walk.paragraphs)
    walk.stack = (*walk.stack, (place.numeral, index, citation, lead_in))
    inner = _inner_label(walk, heading_end, span.end, ahead)
    end = _strip_right(walk.body, span.start, inner.start()) if inner else span.end
    own = _text_span(walk.body, heading_end, end)
    _add(
        walk, Span(span.start, end), own, label=f"({match[1]})", heading=heading, citation=citation,
        depth=place.depth + 1, parent=lead_in,
    )  # fmt: skip
    walk.before = own.of(walk.body) or ("" if heading else ":")
    return inner


def _item_heading_end(walk: _Walk, label: re.Match[str], end: int, ahead: list[str]) -> int:
    """Where the heading of a labelled paragraph ends; a whole paragraph is one only where text or a list follows it."""
    heading_end = label.end() + heading_length(walk.body[label.end() : min(end, label.end() + HEADING_WINDOW)])
    following = ahead[0] if ahead else "§"
    goes_on = not following or any(n.place == 1 for n in numerals(following))
    return heading_end if heading_end < end or goes_on else label.end()


def _text_span(body: str, start: int, end: int) -> Span:
    """The words between ``start`` and ``end`` without the blanks before them; empty at ``end`` where there are none."""
    start = _strip_left(body, start, end)
    return Span(start, end) if start < end else Span(end, end)


def _inner_label(walk: _Walk, start: int, end: int, ahead: list[str], outermost: bool = False) -> re.Match[str] | None:
    """The label with which the text at ``start`` begins, or the first label of a list that runs in it."""
    if start >= end:
        return None
    match = LABEL.match(walk.body, start, end)
    if match and not is_reference(walk.body, start, end):
        return match
    return _label_within(walk, start, end, run_in_label(walk.body, start, end, ahead, outermost))


def _label_within(walk: _Walk, start: int, end: int, run_in: re.Match[str] | None) -> re.Match[str] | None:
    """The first label in the rest of a block: of a list that goes on behind it (``run_in``), or that stands within it."""
    found = next_label(walk.body, start, end, _opened(walk))
    if run_in and (not found or run_in.start() <= found.start()):
        walk.opens = walk.body[run_in.start() - 1].isalpha()  # ``shall (i) publish``
        return run_in
    if not found:
        return None
    if walk.within is None:
        walk.within = len(walk.stack)
    return found


def _opened(walk: _Walk) -> list[Numeral]:
    """The numerals of the open labels, from the outermost in."""
    return [level[0] for level in walk.stack]


def _lead_in(walk: _Walk, place: Place) -> int | None:
    """The paragraph that a list hangs under: the one before its first item, where that ends in a colon."""
    if place.numeral.place > 1 and place.depth < len(walk.stack):
        return walk.stack[place.depth][3]
    if (
        walk.paragraphs
        and _COLON.search(walk.paragraphs[-1].text_span.of(walk.body))
        and not walk.paragraphs[-1].quoted
    ):
        return walk.paragraphs[-1].index
    return walk.stack[place.depth - 1][1] if place.depth else walk.section_index


def _label(walk: _Walk, start: int, end: int, ahead: list[str]) -> re.Match[str] | None:
    """The label at ``start``; a cross-reference such as ``(b) of this section`` is none.

    One without parentheses goes on from an open label, or opens a list behind a colon or where the second one follows.
    """
    match = LABEL.match(walk.body, start, end)
    if match and not is_reference(walk.body, start, end):
        return match
    bare = BARE_LABEL.match(walk.body, start, end)
    if not bare:
        return None
    place = place_label(bare[1], _opened(walk), [], False)
    if not place or place.depth == len(walk.stack) and not place.explained:
        return None
    opens = _COLON.search(walk.before) or walk.part == "text" and _has_second(bare, ahead)
    return bare if place.numeral.place > 1 or opens else None


def _has_second(bare: re.Match[str], ahead: list[str]) -> bool:
    """True where ``2.`` follows ``1.`` in the same section."""
    following = next((each for each in takewhile(lambda each: each != "§", ahead) if each[-1:] in (".", ")")), "")
    return goes_on(bare[1], [following[:-1]])


def _add(
    walk: _Walk,
    span: Span,
    text_span: Span,
    *,
    label: str | None = None,
    heading: str | None = None,
    citation: str | None = None,
    part: str | None = None,
    depth: int = 0,
    parent: int | None = _FOLLOWS,
    quoted: bool = False,
) -> None:
    """Append a paragraph. Without a label it keeps the citation of the enumerated paragraph that it follows."""
    part = part or walk.part
    if walk.running is not None and label is None and part == "text" and is_running_text(text_span.of(walk.body)):
        walk.running += 1
        walk.stack, citation = (), f"p{walk.running}"
        walk.section = citation if walk.several_lists else None
    citation = citation or (walk.stack[-1][2] if walk.stack else walk.section or "preamble")
    if parent == _FOLLOWS:
        parent = walk.stack[-1][1] if walk.stack else walk.section_index
    paragraph = Paragraph(
        len(walk.paragraphs), "annex" if part == "annex" else citation, label, heading, depth, parent, span, text_span,
        walk.section, quoted, part,
    )  # fmt: skip
    walk.paragraphs.append(paragraph)


def _strip_right(body: str, start: int, end: int) -> int:
    while end > start and body[end - 1].isspace():
        end -= 1
    return end


def _strip_left(body: str, start: int, end: int) -> int:
    while start < end and body[start].isspace():
        start += 1
    return start
