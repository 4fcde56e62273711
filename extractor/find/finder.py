"""Paragraphs → obligations and not-obligations: every modal of the order's text is classified, with its reason."""

from __future__ import annotations

import re

from extractor.find.clauses import clauses
from extractor.find.duties import read_clauses
from extractor.find.items import read_item, stands_alone
from extractor.find.lead_ins import lead_in
from extractor.find.names import names_of
from extractor.find.reasons import Place
from extractor.find.sentence import WORTH_READING, Sentence
from extractor.find.tokens import sentences
from extractor.find.walk import ENDS_OPEN, PERMITS, POLICY, ListContext, Walk, put_aside
from extractor.model import Deadline, NotObligation, Obligation, Order, Paragraph, Span

_MODAL_WORD = re.compile(
    r"\b(?:shall|must|will|may|should|(?:is|are) (?:hereby |further )?(?:directed|ordered|required|instructed) to)\b",
    re.I,
)


_NO_RIGHTS = re.compile(r"\bnot (?:intended|meant|designed) to\b|\bdoes not,? create any right|\bcreates? no\b", re.I)


def find(order: Order, paragraphs: tuple[Paragraph, ...]) -> tuple[list[Obligation], list[NotObligation]]:
    """Every obligation and every classified modal of ``order``, in text order. Keys and dates are given later."""
    walk = Walk(order, names_of(order.body))
    headings: dict[int, str | None] = {}
    for paragraph in paragraphs:
        if paragraph.label and paragraph.label.startswith("Sec."):
            walk.section_start = paragraph.span.start
        headings[paragraph.index] = paragraph.heading or headings.get(
            paragraph.parent if paragraph.parent is not None else -1
        )
        walk.paragraph = paragraph
        heading, section = headings[paragraph.index], _section_heading(paragraphs, paragraph)
        walk.place = Place.of(paragraph, heading, section, _is_followed_by_directive(paragraphs, paragraph, order.body))
        _read_paragraph(walk, paragraph)
    return walk.obligations, sorted(walk.others, key=lambda item: item.span)


_DIRECTIVE = re.compile(r"\bshall\b|\bhereby directed\b|\bdirected to\b|\bhereby ordered\b", re.I)


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
            if _DIRECTIVE.search(other.text_span.of(body)):
                return True
        elif other.level <= paragraph.level:
            return False
    return False


def _section_heading(paragraphs: tuple[Paragraph, ...], paragraph: Paragraph) -> str:
    while paragraph.parent is not None:
        paragraph = paragraphs[paragraph.parent]
    return paragraph.heading or ""


def _read_paragraph(walk: Walk, paragraph: Paragraph) -> None:
    context = walk.contexts.get(paragraph.parent) if paragraph.label and paragraph.parent is not None else None
    if paragraph.part in ("table", "heading") and not WORTH_READING.search(paragraph.text_span.of(walk.order.body)):
        return
    for position, span in enumerate(sentences(walk.order.body, paragraph.text_span)):
        _read_sentence(walk, span, context if position == 0 else None)


def _read_sentence(walk: Walk, span: Span, context: ListContext | None) -> None:
    text = span.of(walk.order.body)
    open_list = bool(ENDS_OPEN.search(text))
    if walk.place.skipped:
        return _skip(walk, span, text)
    if context is None and not open_list and not WORTH_READING.search(text):
        return _without_modal(walk, span, text)
    sentence = Sentence.read(walk.order.body, span)
    found = clauses(sentence, walk.names)
    if context and not stands_alone(sentence, found, context):
        return read_item(walk, sentence, found, context, open_list)
    inherited = context.deadline if context else Deadline()
    if context and context.kind == "policy":
        for clause in found:
            put_aside(walk, sentence, clause, "policy", "list.policy")
        return
    made = read_clauses(walk, sentence, found, inherited)
    if not found:
        _without_modal(walk, span, text)
    if open_list and walk.paragraph is not None:
        walk.contexts[walk.paragraph.index] = lead_in(walk, sentence, found, made, context)


def _skip(walk: Walk, span: Span, text: str) -> None:
    """General provisions, amendments' quoted text and tables: nothing in them is an obligation of this order."""
    modals = list(_MODAL_WORD.finditer(text))
    reason = walk.place.skipped or "general-provision"
    if not modals and not (reason == "general-provision" and _NO_RIGHTS.search(text)):
        return
    for modal in modals or [None]:
        found = reason_in_skipped(text, reason)
        walk.others.append(
            NotObligation(
                walk.paragraph.citation,
                modal[0].lower() if modal else None,
                found,
                text,
                span,
                (f"reason.{walk.place.skipped}",),
            )
        )


def reason_in_skipped(text: str, reason: str) -> str:
    """The reason of a modal in a passage that is passed over as a whole."""
    return reason


def _without_modal(walk: Walk, span: Span, text: str) -> None:
    if POLICY.search(text):
        walk.others.append(NotObligation(walk.paragraph.citation, None, "policy", text, span, ("reason.policy",)))
    elif _NO_RIGHTS.search(text):
        walk.others.append(
            NotObligation(walk.paragraph.citation, None, "general-provision", text, span, ("reason.rights",))
        )
    if ENDS_OPEN.search(text) and walk.paragraph is not None:
        kind = "policy" if POLICY.search(text) else "permission" if PERMITS.search(text) else "contents"
        walk.contexts[walk.paragraph.index] = ListContext(kind)
