"""The state of one walk through an order, and the values that pass between its steps."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from extractor.find.clauses import Clause
from extractor.find.names import Names
from extractor.find.reasons import Place
from extractor.find.sentence import Sentence
from extractor.model import (
    Actor,
    Deadline,
    NotObligation,
    Obligation,
    Order,
    Paragraph,
    Span,
)

ENDS_OPEN = re.compile(r"[:—–]\s*$")


PERMITS = re.compile(
    r"\b(?:would be able to|may|can|could|be permitted to|(?:be |is |are )?authorized to|be allowed to|should|be encouraged to|is encouraged to|are encouraged to)\s*[:—]\s*$",
    re.I,
)
POLICY = re.compile(
    r"^(?:it is|it shall be|therefore, it is|accordingly, it is|thus, it is)? ?(?:hereby )?(?:also )?the (?:official )?policy of\b|\bit is (?:also |therefore |hereby |thus )?the (?:official )?policy of\b|^the policy of\b",
    re.I,
)


PROSE = re.compile(r"p\d+$")


@dataclass(frozen=True)
class Who:
    """The actors of a clause, resolved, with their partners and flags."""

    actors: tuple[Actor, ...] = ()
    consulted: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    unresolved: bool = False


@dataclass(frozen=True)
class ListContext:
    """What a lead-in hands down to the items of its list.

    ``kind``: verbs (the items bring the verbs), deadline (the lead-in only sets a time), contents (the items are objects),
    permission or policy.
    """

    kind: str
    who: Who = field(default_factory=Who)
    deadline: Deadline = field(default_factory=Deadline)
    modal: str = "shall"
    prohibition: bool = False
    rules: tuple[str, ...] = ()
    action: tuple[str, Span] | None = None


@dataclass
class Walk:
    """Mutable, and alive only inside ``find``."""

    order: Order
    names: Names
    obligations: list[Obligation] = field(default_factory=list)
    others: list[NotObligation] = field(default_factory=list)
    contexts: dict[int, ListContext] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    recent_paragraph: dict[str, Who] = field(default_factory=dict)
    section_start: int = 0
    governing: tuple[str, Deadline] = (
        "",
        Deadline(),
    )  # in a summary: the paragraph and the deadline that opened a sentence of it
    place: Place = field(default_factory=Place)
    paragraph: Paragraph | None = None

    def remember(self, who: Who) -> None:
        """Those responsible last: pronouns and deliverables after them may point back."""
        if who.actors:
            self.recent = tuple(actor.official for actor in who.actors)
            self.recent_paragraph[self.paragraph.citation] = who


def new_obligation(
    walk: Walk,
    sentence: Sentence,
    start: int,
    end: int,
    modal: str,
    kind: str,
    who: Who,
    deadline: Deadline,
    rules: tuple[str, ...],
    review: tuple[str, ...],
) -> Obligation:
    flags = list(review)
    if who.unresolved:
        flags.append("a short form of an official's name was not resolved")
    if walk.order.text == "summary":
        flags.append("the text is a summary")
    if deadline.inherited and PROSE.match(walk.paragraph.citation):
        flags.append("the deadline stands in an earlier sentence")
    if deadline.kind == "relative" and "deadline.within-unanchored" in rules:
        flags.append("the words do not say what the deadline runs from")
    return Obligation(
        id="", order=walk.order.id, key="", citation=walk.paragraph.citation, kind=kind, modal=modal, actors=who.actors, in_consultation_with=who.consulted,
        in_coordination_with=who.coordinating, action=sentence.text(start, end), action_span=sentence.place(start, end), deadline=deadline, quote=sentence.whole,
        span=sentence.span, rules=tuple(dict.fromkeys(rules)), review=tuple(flags),
    )  # fmt: skip


def put_aside(walk: Walk, sentence: Sentence, clause: Clause, reason: str, rule: str) -> None:
    modal = sentence.text(clause.modal.start, clause.modal.end).lower()
    walk.others.append(
        NotObligation(
            walk.paragraph.citation, modal, reason, sentence.whole, sentence.span, (clause.modal.rule.name, rule)
        )
    )
