"""Where the walk through the blocks stands, and how a paragraph is added to what it has made."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.model import BULLET, Paragraph, Span
from extractor.outline.labels import Numeral
from extractor.outline.prose import is_running_text

_FOLLOWS = -1  # the parent of a paragraph is the enumerated one that it follows


@dataclass
class Walk:
    """Where the walk through the blocks stands. Mutable, and alive only while one text is outlined."""

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
    bullets: tuple[
        tuple[int, int | None], ...
    ] = ()  # of the open lists without labels: depth, paragraph; 0 is their lead-in


def words_between(body: str, start: int, end: int) -> Span:
    """The words between ``start`` and ``end`` without the blanks before them; empty at ``end`` where there are none."""
    start = strip_left(body, start, end)
    return Span(start, end) if start < end else Span(end, end)


def add_paragraph(
    walk: Walk,
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
    """Append a paragraph; one of running text has a number. Without a label it keeps the citation of the enumerated paragraph that it follows."""
    part = part or walk.part
    if (
        walk.running is not None
        and label in (None, BULLET)
        and part == "text"
        and is_running_text(text_span.of(walk.body))
    ):
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


def strip_right(body: str, start: int, end: int) -> int:
    while end > start and body[end - 1].isspace():
        end -= 1
    return end


def strip_left(body: str, start: int, end: int) -> int:
    while start < end and body[start].isspace():
        start += 1
    return start
