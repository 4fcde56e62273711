"""The account: every carrier of a text is an obligation's own, or set aside for a reason that is true, or unread."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from extractor.account.carriers import REACH, Carrier, Text, carriers, leads_in
from extractor.account.detectors import ORDER_NUMBER
from extractor.account.near import Near
from extractor.account.truth import Told, is_true, told
from extractor.model import NotObligation, Obligation, Order, Paragraph, Relation, Span, Unread

WHY = {
    "command": "no obligation holds “{}”, and no reason explains it",
    "item": "an item of a list that obliges, read as no obligation",
    "time": "“{}” is no obligation’s deadline",
    "row": "a row of a table with an office or a time, read as no obligation",
    "relation": "it may change another order (“{}”), and is read as no act on one",
}

_COMMAND = re.compile(
    r"\b(?:shall|must|(?:is|are) (?!(?:able|due|likely|related|subject) )(?:\w+ )?to)\b|\b(?:is|are|am|be)\b.{0,80}?\b(?:directed|ordered|instructed|charged|tasked|required)\b",
    re.S,
)
_OWN_SUBJECT = re.compile(r"[“\"(]?(?:[A-Z]|the\b|an?\b|such\b|each\b|any\b|all\b|no\b|this\b|these\b)")
_WHICH = re.compile(r"\b(?:that|which|who|whose)\b")  # ``the head of each agency that keeps mills``
_LIMIT = re.compile(r"\b(?:within|(?:no|not) later than|by no later than|on or before)\b", re.I)


@dataclass(frozen=True, slots=True)
class Account:
    """What the reading holds of a text, carrier by carrier: ``unread`` is left, ``others`` obliges nobody, and says truly why."""

    unread: tuple[Unread, ...]
    others: tuple[NotObligation, ...]


def account(
    order: Order,
    paragraphs: tuple[Paragraph, ...],
    obligations: Iterable[Obligation],
    others: Iterable[NotObligation],
    relations: Iterable[Relation] = (),
) -> Account:
    """The account of ``order`` for what was found in it, in text order, each passage once.

    No sentence is told twice: what stands inside an obligation's own sentence, or is unread, is left out of ``others``.
    """
    text = Text.of(order, paragraphs)
    reading = _Reading(text, tuple(obligations), tuple(dict.fromkeys(others)), tuple(relations))
    left = [each for each in carriers(text) if not reading.covers(each)]
    told_as_duty = {duty.span for duty in reading.obligations}
    untold = [other for other in reading.others if other.span not in told_as_duty]
    commands = Near((each for each in left if each.kind == "command"), lambda each: each.span)
    return Account(tuple(_merged(order, left)), tuple(each for each in untold if not _is_unread(each, commands, order)))


def _is_unread(other: NotObligation, commands: Near[Carrier], order: Order) -> bool:
    """Was the passage set aside for a command that is unread, because the reason does not hold?"""
    inside = (each for each in commands.touching(other.span) if other.span.holds(each.span))
    return other.modal is not None and any(_same_word(other.modal, each.span.of(order.body)) for each in inside)


def _merged(order: Order, left: list[Carrier]) -> Iterator[Unread]:
    """One entry for each passage: of the carriers in it, the first by the order of ``WHY`` says why."""
    by_passage: dict[Span, Carrier] = {}
    rank = list(WHY)
    for each in left:
        held = by_passage.get(each.passage)
        if held is None or rank.index(each.kind) < rank.index(held.kind):
            by_passage[each.passage] = each
    passages = Near(by_passage, lambda span: span)
    for span, each in sorted(by_passage.items()):
        if any(other != span and other.holds(span) for other in passages.touching(span)):
            continue
        yield Unread(each.paragraph.citation, each.kind, span.of(order.body), span, _why(order, each))


def _why(order: Order, carrier: Carrier) -> str:
    return WHY[carrier.kind].format(" ".join(carrier.span.of(order.body).split()))


class _Reading:
    """What was read, asked carrier by carrier."""

    def __init__(
        self,
        text: Text,
        obligations: tuple[Obligation, ...],
        others: tuple[NotObligation, ...],
        relations: tuple[Relation, ...],
    ):
        self.text, self.obligations, self.others = text, obligations, others
        self._duties = Near(obligations, lambda duty: duty.span)
        self._acts = Near(obligations, lambda duty: duty.action_span)
        self._aside = Near(others, lambda other: other.span)
        deadlines = (each for duty in obligations for each in (duty.deadline, duty.deadline.second) if each)
        self._times = Near(deadlines, lambda deadline: deadline.span)
        self._acted_on = {each.order for each in relations if each.kind != "cites"}

    def covers(self, carrier: Carrier) -> bool:
        """Is the carrier accounted for?"""
        if carrier.name == "in-line":  # an item of its own, whose act begins in it
            return any(carrier.span.holds(_at(duty.action_span.start)) for duty in self._acts.touching(carrier.span))
        ask: dict[str, Callable[[Carrier], bool]] = {
            "command": self._covers_command,
            "item": self._covers_item,
            "time": self._covers_time,
            "row": self._covers_row,
            "relation": self._covers_relation,
        }
        return ask[carrier.kind](carrier)

    def _covers_command(self, carrier: Carrier) -> bool:
        if any(self._governs(carrier, duty) for duty in self._duties.touching(carrier.span)):
            return True
        return self._is_explained(carrier) or self._leads_to_obligations(carrier)

    def _governs(self, carrier: Carrier, duty: Obligation) -> bool:
        """Is the carrier the last command before the duty's act, in the duty's own sentence?"""
        if not duty.span.holds(carrier.span) or carrier.span.start >= duty.action_span.end:
            return False
        between = self.text.order.body[carrier.span.end : duty.action_span.start]
        return not _COMMAND.search(between)

    def _is_explained(self, carrier: Carrier) -> bool:
        """Was it set aside, for a reason that is true of it? A clause inside a duty's own sentence needs no record."""
        body = self.text.order.body
        aside = [other for other in self._aside.touching(carrier.span) if other.span.holds(carrier.span)]
        own = [duty.span for duty in self._duties.touching(carrier.span) if duty.span.holds(carrier.span)]
        word = carrier.span.of(body)
        heading = self.text.section_heading(carrier.paragraph)
        spans = (*(other.span for other in aside), *own)
        whole = min(spans, key=lambda each: each.end - each.start, default=carrier.passage)
        span = Span(max(whole.start, carrier.span.start - REACH), min(whole.end, carrier.span.end + REACH))
        said = self._told(carrier.paragraph, told(span.of(body), carrier.span.start - span.start, word, heading))
        if own and is_true("embedded", said):
            return True
        reasons = {other.reason for other in aside if _same_word(other.modal, word)}
        return any(is_true(reason, said) for reason in reasons)

    def _told(self, paragraph: Paragraph, said: Told) -> Told:
        """The command with its subject: of an item that opens with the command, the subject stands in the lead-in."""
        if said.before.strip() or paragraph.parent is None or not paragraph.label:
            return said
        above = self.text.words(self.text.paragraphs[paragraph.parent])[-160:]
        return replace(said, before=_WHICH.split(above)[0].rstrip(" :—"))

    def _leads_to_obligations(self, carrier: Carrier) -> bool:
        """A command that opens a list whose items carry it."""
        if not leads_in(self.text, carrier.paragraph):
            return False
        return not _COMMAND.search(self.text.order.body, carrier.span.end, carrier.paragraph.text_span.end)

    def _covers_item(self, carrier: Carrier) -> bool:
        if (
            carrier.name == "item"
            and carrier.paragraph.index in self.text.children
            and leads_in(self.text, carrier.paragraph)
        ):
            return True  # its own items are carriers
        if self._is_held(carrier) or self._are_contents(carrier.paragraph, carrier.name == "bullet"):
            return True
        return any(
            duty.span.overlaps(each.text_span)
            for each in self._below(carrier.paragraph)
            for duty in self._duties.touching(each.text_span)
        )

    def _below(self, paragraph: Paragraph) -> Iterator[Paragraph]:
        for child in self.text.children.get(paragraph.index, ()):
            yield child
            yield from self._below(child)

    def _is_held(self, carrier: Carrier) -> bool:
        """Does an obligation stand here, or was the item set aside? A "may" inside an item says nothing of the item itself."""
        span, words = carrier.span, carrier.span.of(self.text.order.body)
        if any(duty.span.overlaps(span) for duty in self._duties.touching(span)):
            return True
        here = [other for other in self._aside.touching(span) if other.span.overlaps(span)]
        whole = bool(_OWN_SUBJECT.match(words))
        return any(
            other.modal is None or other.reason == "amendment" or whole and _opens_with(words, other.modal)
            for other in here
        )

    def _are_contents(self, paragraph: Paragraph, inside: bool = False) -> bool:
        """Do the items belong to what an obligation above them does, as its objects, contents or purposes?"""
        parent = paragraph.index if inside else paragraph.parent
        while parent is not None:
            above = self.text.paragraphs[parent]
            if self._has_act_of_its_own(above):
                return True
            if _COMMAND.search(self.text.words(above)):
                return False
            parent = (
                above.parent if above.label and leads_in(self.text, self.text.paragraphs[above.parent or 0]) else None
            )
        return False

    def _has_act_of_its_own(self, lead_in: Paragraph) -> bool:
        """Does an obligation's act, or what was set aside as no duty, stand behind the lead-in's last command?"""
        words = self.text.words(lead_in)
        last = max((match.end() for match in _COMMAND.finditer(words)), default=0) + lead_in.text_span.start
        acts = self._acts.touching(lead_in.text_span)
        if any(lead_in.text_span.overlaps(duty.action_span) and duty.action_span.end > last for duty in acts):
            return True
        return any(
            other.span.overlaps(lead_in.text_span) and other.span.end >= last and "list.lead-in" not in other.rules
            for other in self._aside.touching(lead_in.text_span)
        )

    def _covers_time(self, carrier: Carrier) -> bool:
        if any(each.span and each.span.overlaps(carrier.span) for each in self._times.touching(carrier.span)):
            return True
        here = [duty for duty in self._duties.touching(carrier.span) if duty.span.holds(carrier.span)]
        if any(duty.review or self._recurs(duty, carrier) for duty in here):
            return True
        aside = (other for other in self._aside.touching(carrier.span) if other.span.holds(carrier.span))
        said = {other.reason for other in aside}
        if said and not (self._is_limited(carrier) and said <= {"content", "embedded"}):
            return not here
        return not (here or self._is_limited(carrier) or self._stands_in_command(carrier))

    def _recurs(self, duty: Obligation, carrier: Carrier) -> bool:
        """``and annually thereafter``: the words of a recurrence stand beside the deadline that they follow."""
        return carrier.span.of(self.text.order.body).lower() in " ".join((duty.deadline.recurs or "").lower().split())

    def _stands_in_command(self, carrier: Carrier) -> bool:
        parent = carrier.paragraph.parent
        if carrier.paragraph.label and parent is not None and leads_in(self.text, self.text.paragraphs[parent]):
            return True
        return bool(_COMMAND.search(carrier.passage.of(self.text.order.body)))

    def _is_limited(self, carrier: Carrier) -> bool:
        """Does the passage set a limit in so many words?"""
        return bool(_LIMIT.search(carrier.passage.of(self.text.order.body)))

    def _covers_relation(self, carrier: Carrier) -> bool:
        """Does the text act on one of the orders named here, or is this another's act, or set aside, as a duty or content is?"""
        if {int(number) for number in ORDER_NUMBER.findall(carrier.passage.of(self.text.order.body))} & self._acted_on:
            return True
        return any(each.span.holds(carrier.span) for each in self._duties.touching(carrier.span)) or any(
            each.span.holds(carrier.span) for each in self._aside.touching(carrier.span)
        )

    def _covers_row(self, carrier: Carrier) -> bool:
        return any(duty.span.overlaps(carrier.span) for duty in self._duties.touching(carrier.span))


def _opens_with(words: str, modal: str) -> bool:
    """Is ``modal`` that of the item's own clause, and not of one inside it?"""
    place = words.find(modal)
    return place >= 0 and not is_true("embedded", told(words, place, modal, ""))


def _at(position: int) -> Span:
    return Span(position, position)


def _same_word(modal: str | None, word: str) -> bool:
    """``is hereby directed to`` and ``are directed`` are the same command; a record without a modal speaks of all."""
    return modal is None or bool(set(modal.lower().split()) & set(word.lower().split()))
