"""Why a passage was read as it was: which rule consumed which words, in order, what came of them, and what was rejected.

Nothing is read anew: the steps are those of the sentence as the finder takes it apart, and the results are the
reading's own.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.find.clause.clause import Clause
from extractor.find.clause.clauses import clauses
from extractor.find.clause.predicates import Predicate, predicate_of
from extractor.find.finder import find
from extractor.find.keys import key_of
from extractor.find.names.actors import ActorPhrase
from extractor.find.names.definitions import names_of
from extractor.find.names.order_names import Names
from extractor.find.rules.rule import Match
from extractor.find.sentence.sentence import Sentence
from extractor.find.sentence.sentences import sentences
from extractor.model import (
    Block,
    NotObligation,
    Obligation,
    Order,
    Paragraph,
    Reading,
    Relation,
    Span,
    Step,
    Unread,
)

FOLLOWS = 12  # code points between a role phrase and the name that takes the role
_PASSED_OVER = re.compile(r"reason\.(?:amendment|general-provision|content)$")
_CLASSES = {
    "mandatory": "obliges",
    "direct": "orders in the first person",
    "will": "obliges where an official is the subject of a directive",
    "permission": "permits",
    "encouragement": "encourages",
}
_ROLES = {
    "through": "the doer’s own officer follows",
    "consult": "who is consulted follows",
    "coordinate": "with whom it is done follows",
}


@dataclass(frozen=True, slots=True)
class ExplainedSentence:
    """A sentence with the steps of its reading (deadlines, role phrases, modals, actors) and what came of it.

    ``passed_over``: the sentence stands in a passage that is set aside as a whole, so no rule was tried on it. ``unread``: what
    in it the reading does not account for. ``relations``: what it does to other orders.
    """

    span: Span
    text: str
    steps: tuple[Step, ...]
    obligations: tuple[Obligation, ...]
    rejected: tuple[NotObligation, ...]
    passed_over: bool = False
    unread: tuple[Unread, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class ExplainedParagraph:
    """A paragraph with its sentences. ``lead_in`` is the paragraph that its list hangs under, if it hangs under one."""

    paragraph: Paragraph
    sentences: tuple[ExplainedSentence, ...]
    lead_in: Paragraph | None = None


def sentence_order(text: str, signed: date | None = None) -> Order:
    """Any text as an order: one paragraph a line, its blanks folded. Only its own words are there to refer to."""
    lines = [line for line in (" ".join(each.split()) for each in text.splitlines()) if line]
    blocks, position = [], 0
    for line in lines:
        blocks.append(Block("paragraph", Span(position, position + len(line))))
        position += len(line) + 2
    body = "\n\n".join(lines)
    digest = hashlib.sha256(body.encode("utf-8", "replace")).hexdigest()
    return Order("text", "executive order", "", body, tuple(blocks), digest, signed=signed)


def citations(reading: Reading) -> tuple[str, ...]:
    """Every citation of the outline, each once, in text order."""
    return tuple(dict.fromkeys(each.citation for each in reading.paragraphs if each.part != "heading"))


def cited(reading: Reading, wanted: str) -> str | None:
    """The citation that ``2(c)``, ``Sec. 2(c)``, a key (``2-c``, ``3-a_2``) or an id names; ``None`` if there is none."""
    wanted = re.sub(r"^(?:section|sec\.?|§)\s*|\s+", "", wanted.strip(), flags=re.IGNORECASE).removeprefix(
        f"{reading.order.id}/"
    )
    keys = {each.key: each.citation for each in reading.obligations}
    names = {key_of(each): each for each in citations(reading)} | keys | {each: each for each in citations(reading)}
    return names.get(wanted)


def explain(reading: Reading, citation: str | None = None) -> tuple[ExplainedParagraph, ...]:
    """The paragraphs of a citation explained; without one, every paragraph in which there is something to explain."""
    names = names_of(reading.order.body)
    aside = tuple(dict.fromkeys(find(reading.order, reading.paragraphs)[1]))  # a reading tells no sentence twice
    chosen = [each for each in reading.paragraphs if citation in (None, each.citation) and each.part != "heading"]
    explained = (_paragraph(reading, aside, each, names) for each in chosen)
    return tuple(each for each in explained if citation is not None or any(_speaks(s) for s in each.sentences))


def _speaks(sentence: ExplainedSentence) -> bool:
    return bool(sentence.steps or sentence.obligations or sentence.rejected or sentence.unread or sentence.relations)


def _paragraph(
    reading: Reading, aside: tuple[NotObligation, ...], paragraph: Paragraph, names: Names
) -> ExplainedParagraph:
    spans = sentences(reading.order.body, paragraph.text_span)
    parent = reading.paragraphs[paragraph.parent] if paragraph.parent is not None and paragraph.label else None
    lead_in = parent if parent and parent.text_span.of(reading.order.body).rstrip().endswith((":", "—")) else None
    return ExplainedParagraph(paragraph, tuple(_sentence(reading, aside, span, names) for span in spans), lead_in)


def _sentence(reading: Reading, aside: tuple[NotObligation, ...], span: Span, names: Names) -> ExplainedSentence:
    obligations = tuple(each for each in reading.obligations if each.span == span)
    rejected = tuple(each for each in aside if each.span == span)
    passed = not obligations and any(len(each.rules) == 1 and _PASSED_OVER.match(each.rules[0]) for each in rejected)
    sentence = Sentence.read(reading.order.body, span)
    steps = () if passed else tuple(_steps(sentence, names, obligations))
    unread = tuple(each for each in reading.unread if each.span.overlaps(span))
    acts = tuple(each for each in reading.relations if span.start <= each.span.start < span.end)
    return ExplainedSentence(span, sentence.whole, steps, obligations, rejected, passed, unread, acts)


def _steps(sentence: Sentence, names: Names, obligations: tuple[Obligation, ...]) -> Iterator[Step]:
    """What was consumed, in the finder's order: deadlines, role phrases, modals, then the actors of each clause."""
    for phrase in sentence.deadlines:
        place = sentence.place(phrase.start, phrase.end)
        yield Step(phrase.rule, place, _governs(place, phrase.kind, obligations))
    main = (clause for clause in clauses(sentence, names) if not clause.embedded and not clause.shared)
    actors = [step for clause in main for step in _actors(sentence, clause, predicate_of(sentence, clause, names))]
    for match in sentence.roles:
        place = sentence.place(match.start, match.end)
        followed = any(0 <= actor.span.start - place.end <= FOLLOWS for actor in actors)
        used = followed or _names_a_partner(sentence, match, obligations)
        yield Step(
            match.rule.name,
            place,
            _ROLES.get(match.rule.yields, "") if used else "no name of the subject’s follows: not used",
        )
    for match in sentence.modals:
        yield Step(match.rule.name, sentence.place(match.start, match.end), _CLASSES.get(match.rule.yields, ""))
    yield from actors


def _names_a_partner(sentence: Sentence, match: Match, obligations: tuple[Obligation, ...]) -> bool:
    """A role phrase behind the verb: ``shall be made by the Director, in consultation with the Chair``."""
    behind = any(modal.end <= match.start for modal in sentence.modals)
    return behind and any(
        each.in_consultation_with if match.rule.yields == "consult" else each.in_coordination_with
        for each in obligations
        if match.rule.yields != "through"
    )


def _governs(place: Span, kind: str, obligations: tuple[Obligation, ...]) -> str:
    dated = [each.key for each in obligations if each.deadline.span and each.deadline.span.overlaps(place)]
    return f"{kind}; sets the time of {', '.join(dated)}" if dated else f"{kind}; sets no duty’s time"


def _actors(sentence: Sentence, clause: Clause, parts: Predicate) -> Iterator[Step]:
    """Who stands in a clause, each with the role that the phrases before it gave."""
    subject = clause.subject
    leads = subject.leads if subject else ()
    through = (*(officer for named in leads for officer in named.through), *parts.through)
    groups = {
        "actor.responsible": tuple(named.phrase for named in leads),
        "actor.through": through,
        "actor.consulted": ((*subject.consulted, *parts.consulted) if subject else parts.consulted),
        "actor.coordinating": ((*subject.coordinating, *parts.coordinating) if subject else parts.coordinating),
    }
    for name, phrases in groups.items():
        for phrase in phrases:
            yield Step(name, sentence.place(phrase.start, phrase.end), _noted(phrase))
    if not leads:
        yield Step("actor.none", sentence.place(clause.modal.start, clause.modal.end), "no official stands before it")


def _noted(phrase: ActorPhrase) -> str:
    if phrase.negative:
        return "a prohibition: it opens with “no” or “neither”"
    return "a name for many" if phrase.generic else ""
