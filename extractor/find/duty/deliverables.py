"""Deliverables with a time of their own: ``a final report shall be submitted within 1 year``."""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.find.clause.clause import Clause
from extractor.find.clause.predicates import Predicate
from extractor.find.duty.passage import Passage, Who
from extractor.find.sentence.sentence import Sentence
from extractor.model import Actor, Deadline


def denies(sentence: Sentence, clause: Clause) -> bool:
    """``No change shall be made``, ``shall not be made``: nothing that could be delivered."""
    before = sentence.lower[clause.start : clause.modal.start + 1]
    return clause.negated or any(
        word == "no" and following not in ("later", "more") for word, following in pairwise(before)
    )


def is_due(sentence: Sentence, parts: Predicate, deadline: Deadline) -> bool:
    """``a final report shall be submitted within 1 year``: a passive with a time of its own."""
    if parts.empty or deadline.kind not in ("relative", "event", "fixed", "recurring") or deadline.inherited:
        return False
    following = sentence.lower[parts.verb + 1 : parts.verb + 2]
    if deadline.kind == "event" and deadline.amount is None and following and following[0] not in _DELIVERED:
        return False
    return is_delivered(sentence, parts) or sentence.lower[parts.verb] in _ENDS_BY


def is_delivered(sentence: Sentence, parts: Predicate) -> bool:
    """``be submitted``, ``be made public``: a passive; an item that is only a time (``upon completion of the review``) is none."""
    if parts.empty:
        return False
    following = sentence.lower[parts.verb + 1 : parts.verb + 2]
    return (
        sentence.lower[parts.verb] == "be"
        and bool(following)
        and following[0].endswith(("ed", "en", "de", "ne", "ught", "ilt", "nt", "un", "ld"))
        and following[0] not in ("deemed", "effective", "based", "limited", "required")
    )


# What is done to a deliverable at an event; ``upon that day the tariffs shall be removed`` only says what takes effect.
_DELIVERED = frozenset(
    "completed conducted convened delivered developed drafted established finalized forwarded given held issued made posted "
    "prepared presented provided published released reported reviewed sent submitted transmitted updated".split()
)


# What its owner does with a deliverable; others approve and review it.
_MADE = frozenset(
    "completed delivered developed drafted finalized forwarded issued made prepared presented produced provided published released sent submitted "
    "transmitted".split()
)


def is_made(sentence: Sentence, parts: Predicate) -> bool:
    """``the Board’s plan shall be submitted``: whose it is makes it; not ``shall be approved``."""
    return is_delivered(sentence, parts) and sentence.lower[parts.verb + 1] in _MADE


_ENDS_BY = frozenset("close conclude".split())  # ``the solicitations shall close within 30 days``: somebody closes them


def who_delivers(passage: Passage, subject: str) -> Who:
    """To whom a dated deliverable falls: whoever was responsible last in its paragraph, else in its section for what is named again."""
    if passage.memory.paragraph.actors or not passage.memory.recent:
        return passage.memory.paragraph
    thing = re.sub(r"^(?:the|such|this|that|any|an?) ", "", subject.strip(" ,"), flags=re.I)
    above = passage.order.body[passage.section_start : passage.paragraph.span.start]
    named = " " in thing and thing.lower() in above.lower()  # ``the action plan``; ``reports`` may be any
    return Who(tuple(Actor(official) for official in passage.memory.recent)) if named else passage.memory.paragraph


def actor_flag(who: Who) -> str:
    """What makes the actor of a deliverable uncertain: ``who`` was responsible before, or nobody was."""
    return "responsible official taken from the sentence before" if who.actors else "responsible official not stated"
