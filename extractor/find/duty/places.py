"""Where each paragraph stands: under which headings, and whether it goes on to direct somebody."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.find.duty.reasons import Place
from extractor.find.rules.modals import ORDERS_SOMEBODY
from extractor.model import Paragraph


def places(body: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Place]:
    """The place of every paragraph, in their order."""
    headings: dict[int, str | None] = {-1: None}
    parents = {paragraph.parent for paragraph in paragraphs if paragraph.label}
    for paragraph in paragraphs:
        above = -1 if paragraph.parent is None else paragraph.parent
        heading = headings[paragraph.index] = paragraph.heading or headings.get(above)
        directs = _is_followed_by_directive(paragraphs, paragraph, body)
        yield Place.of(paragraph, heading, _section_heading(paragraphs, paragraph), directs, paragraph.index in parents)


def _is_followed_by_directive(paragraphs: tuple[Paragraph, ...], paragraph: Paragraph, body: str) -> bool:
    """Does the paragraph itself, or one that hangs under it, go on to direct somebody?"""
    inside = {paragraph.index}
    for other in paragraphs[paragraph.index :]:
        if (
            other.index == paragraph.index
            or other.parent in inside
            or (other.label is None and other.citation == paragraph.citation)
        ):
            inside.add(other.index)
            if ORDERS_SOMEBODY.search(other.text_span.of(body)):
                return True
        elif other.level <= paragraph.level:
            return False
    return False


def _section_heading(paragraphs: tuple[Paragraph, ...], paragraph: Paragraph) -> str:
    while paragraph.parent is not None:
        paragraph = paragraphs[paragraph.parent]
    return paragraph.heading or ""
