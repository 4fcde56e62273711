"""One sentence: passed over, without a modal, an item of a list, or clauses of its own."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.find.clause.clauses import clauses, opens_with_modal
from extractor.find.duty.duties import SentenceReading, read_clauses, subject_of
from extractor.find.duty.findings import clause_aside
from extractor.find.duty.items import read_item, stands_alone
from extractor.find.duty.lead_ins import lead_in
from extractor.find.duty.open_lists import ENDS_OPEN, PERMITS, POLICY, opens_list
from extractor.find.duty.passage import Found, ListContext, Passage, Who
from extractor.find.duty.reasons import amends
from extractor.find.rules.modals import ANY_MODAL
from extractor.find.sentence.sentence import Sentence
from extractor.model import Deadline, NotObligation, Span

_NO_RIGHTS = re.compile(r"\bnot (?:intended|meant|designed) to\b|\bdoes not,? create any right|\bcreates? no\b", re.I)


def read_sentence(passage: Passage, span: Span, context: ListContext | None) -> Found:
    """What the sentence at ``span`` yields; ``context`` is what a lead-in hands down to it, if it opens an item."""
    text = span.of(passage.order.body)
    open_list = opens_list(text, passage.place.has_items)
    if passage.place.skipped:
        return Found(passage.memory, others=_passed_over(passage, span, text, passage.place.skipped))
    if _goes_on_with_a_quotation(passage, span):
        return Found(passage.memory, others=_passed_over(passage, span, text, "amendment"))
    if context is None and not open_list and not ANY_MODAL.search(text):
        return _without_modal(passage, span, text)
    sentence = Sentence.read(passage.order.body, span)
    given = context.who if context and context.own_modals and opens_with_modal(sentence) else Who()
    found = clauses(sentence, passage.names, subject_of(given))
    if context and not given.actors and not stands_alone(sentence, found, context):
        return read_item(passage, sentence, found, context, open_list)
    if context and context.kind == "policy":
        others = tuple(clause_aside(passage, sentence, clause, "policy", "list.policy") for clause in found)
        return Found(passage.memory, others=others)
    reading = read_clauses(passage, sentence, found, context.deadline if context else Deadline(), given)
    made = _collected(reading) if found else _without_modal(passage, span, text)
    return replace(made, handed_down=lead_in(reading.passage, sentence, reading.main, context)) if open_list else made


def _goes_on_with_a_quotation(passage: Passage, span: Span) -> bool:
    """``is amended to read: “The public may write. Agencies shall answer.”``: the second sentence is the other text's, too."""
    before = passage.order.body[passage.paragraph.text_span.start : span.start]
    return before.count("“") > before.count("”") and amends(before)


def _collected(reading: SentenceReading) -> Found:
    obligations = tuple(made for each in reading.clauses for made in each.obligations)
    held = tuple(made for each in reading.clauses for made in each.held)
    others = tuple(each.aside for each in reading.clauses if each.aside)
    return Found(reading.passage.memory, obligations, held, others)


def _passed_over(passage: Passage, span: Span, text: str, reason: str) -> tuple[NotObligation, ...]:
    """General provisions, amendments' quoted text and tables: nothing in them is an obligation of this order."""
    modals: list[str | None] = []
    if ANY_MODAL.search(text):
        sentence = Sentence.read(passage.order.body, span)
        modals += [sentence.text(modal.start, modal.end).lower() for modal in sentence.modals]
    if not modals and reason == "general-provision" and _NO_RIGHTS.search(text):
        modals = [None]
    citation = passage.paragraph.citation
    return tuple(NotObligation(citation, modal, reason, text, span, (f"reason.{reason}",)) for modal in modals)


def _without_modal(passage: Passage, span: Span, text: str) -> Found:
    """A sentence without a modal may still state a policy or deny a right, and may open a list."""
    policy, denies = POLICY.search(text), _NO_RIGHTS.search(text)
    others: tuple[NotObligation, ...] = ()
    if policy or denies:
        reason, rule = ("policy", "reason.policy") if policy else ("general-provision", "reason.rights")
        others = (NotObligation(passage.paragraph.citation, None, reason, text, span, (rule,)),)
    if not ENDS_OPEN.search(text):
        return Found(passage.memory, others=others)
    kind = "policy" if policy else "permission" if PERMITS.search(text) else "contents"
    return Found(passage.memory, others=others, handed_down=ListContext(kind))
