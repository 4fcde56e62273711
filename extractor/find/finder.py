"""Paragraphs → obligations and not-obligations: every modal of the order's text is classified, with its reason.

The finder walks the paragraphs in text order. What a sentence is read in is a frozen ``Passage``; what it yields comes back
as ``Found``; only here is it collected, and handed on to the sentences after it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractor.find.duty.findings import LEAD_IN, TIMES
from extractor.find.duty.open_lists import goes_on, opens_as_item
from extractor.find.duty.passage import Found, ListContext, Memory, Passage
from extractor.find.duty.places import places
from extractor.find.duty.review import reviewed
from extractor.find.duty.sentences import read_sentence
from extractor.find.names.definitions import names_of
from extractor.find.names.order_names import Names
from extractor.find.rules.modals import ANY_MODAL
from extractor.find.sentence.sentences import sentences
from extractor.model import NotObligation, Obligation, Order, Paragraph, Span


def find(order: Order, paragraphs: tuple[Paragraph, ...]) -> tuple[list[Obligation], list[NotObligation]]:
    """Every obligation and every classified modal of ``order``, in text order. Keys and dates are given later."""
    names = names_of(order.body)
    obligations: list[Obligation] = []
    others: list[NotObligation] = []
    held: dict[int, tuple[Obligation, ...]] = {}
    at: dict[int, tuple[Obligation, ...]] = {}
    for index, found in _found(order, paragraphs, names):
        obligations += found.obligations
        at[index] = (*at.get(index, ()), *found.obligations)
        others += found.others
        if any("list.contents" not in duty.rules for duty in found.obligations):
            for above in _above(paragraphs, index):
                held.pop(above, None)
        if found.held:
            held[index] = found.held
    standing = [duty for duties in held.values() for duty in duties]
    told_by_items = _told_by_their_dates(paragraphs, at)
    kept = [duty for duty in obligations if duty not in told_by_items]
    obligations = sorted((*kept, *standing), key=lambda duty: duty.span.start)
    return reviewed(obligations, order, names), sorted(_less_lead_ins(others, standing), key=lambda item: item.span)


def _told_by_their_dates(paragraphs: tuple[Paragraph, ...], at: dict[int, tuple[Obligation, ...]]) -> list[Obligation]:
    """``shall submit reports as follows: (i) within 30 days …; (ii) by June 30 …``: the undated duties of lead-ins whose
    items are only dates, since each item is that duty with its own date.
    """
    items: dict[int, list[tuple[Obligation, ...]]] = {}
    for paragraph in paragraphs:
        if paragraph.label and paragraph.parent is not None:
            items.setdefault(paragraph.parent, []).append(at.get(paragraph.index, ()))
    only_dates = (
        index
        for index, found in items.items()
        if all(found) and all(_is_only_a_date(duty) for one in found for duty in one)
    )
    return [duty for index in only_dates for duty in at.get(index, ())[-1:] if duty.deadline.kind == "none"]


def _is_only_a_date(duty: Obligation) -> bool:
    """An item that says when, and at most which one: ``a final report by June 30``; not ``of mills, by June 30``."""
    words = [word for word in duty.quote.replace(duty.deadline.quote or "", " ").split() if word not in ("and", "or")]
    return TIMES in duty.rules and "of" not in words and sum(word.isalpha() for word in words) <= 3


def _above(paragraphs: tuple[Paragraph, ...], index: int) -> Iterator[int]:
    """The paragraphs that one hangs under, the nearest first."""
    parent = paragraphs[index].parent
    while parent is not None:
        yield parent
        parent = paragraphs[parent].parent


def _less_lead_ins(others: list[NotObligation], standing: list[Obligation]) -> list[NotObligation]:
    """The modals that oblige nobody, without those of lead-ins whose own obligations stand."""
    spans = {duty.span for duty in standing}
    return [other for other in others if LEAD_IN not in other.rules or other.span not in spans]


def _found(order: Order, paragraphs: tuple[Paragraph, ...], names: Names) -> Iterator[tuple[int, Found]]:
    """What each sentence yields, with its paragraph's index. A lead-in hands down to the paragraphs under its own; memory goes on with the text."""
    handed_down: dict[int, ListContext] = {}
    bulleted: ListContext | None = None  # what the next paragraph takes up, if it is an item without a label
    memories: dict[str, Memory] = {}
    memory = Memory()
    for passage in _passages(order, paragraphs, names):
        paragraph = passage.paragraph
        memory = replace(_memory_of(memories, paragraph.citation), recent=memory.recent)
        item = _is_unlabelled_item(order, paragraph)
        parent = paragraph.parent if paragraph.label else None
        handed = bulleted if item else handed_down.get(parent) if parent is not None else None
        context = handed
        if handed and paragraph.text_span.start == paragraph.text_span.end:
            handed_down[paragraph.index] = handed  # ``(a)(i) advise …``: of this item only its own items speak
        for span in _worth_a_look(order, paragraph):
            found = read_sentence(replace(passage, memory=memory, names=names.at(span.end)), span, context)
            memory, context = found.memory, None
            if found.handed_down:
                handed_down[paragraph.index] = found.handed_down
            yield paragraph.index, found
        goes_further = item and goes_on(paragraph.text_span.of(order.body))
        bulleted = handed_down.get(paragraph.index) or (handed if goes_further else None)
        memories[paragraph.citation] = memory


def _is_unlabelled_item(order: Order, paragraph: Paragraph) -> bool:
    """Running text that no label opens and that no name opens either: ``list the hedges``, behind a bullet that is gone."""
    text = paragraph.text_span.of(order.body)
    unlabelled = paragraph.label is None and paragraph.part == "text" and not paragraph.quoted
    return unlabelled and bool(text) and opens_as_item(text)


def _memory_of(memories: dict[str, Memory], citation: str) -> Memory:
    """What is remembered at a citation; at a new one, who was responsible in the paragraph that it hangs under."""
    if citation in memories:
        return memories[citation]
    outer, label, _ = citation.rpartition("(")
    return Memory(paragraph=_memory_of(memories, outer).paragraph) if label else Memory()


def _passages(order: Order, paragraphs: tuple[Paragraph, ...], names: Names) -> Iterator[Passage]:
    section_start = 0
    for paragraph, place in zip(paragraphs, places(order.body, paragraphs), strict=True):
        if paragraph.label and paragraph.label.startswith("Sec."):
            section_start = paragraph.span.start
        yield Passage(order, names, paragraph, place, section_start)


def _worth_a_look(order: Order, paragraph: Paragraph) -> Iterator[Span]:
    """The sentences of a paragraph; none of a table or a heading in which nothing can oblige."""
    if paragraph.part in ("table", "heading") and not ANY_MODAL.search(paragraph.text_span.of(order.body)):
        return
    yield from sentences(order.body, paragraph.text_span)
