"""Clauses → obligations: each main clause of a sentence is a duty, a prohibition, or set aside with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.find.clause.clause import Clause
from extractor.find.clause.name_reading import Named, Subject
from extractor.find.clause.predicates import Predicate, is_carrier, predicate_of
from extractor.find.clause.splits import second_act
from extractor.find.deadline.governing import deadline_of
from extractor.find.deadline.window import Window
from extractor.find.duty.deliverables import actor_flag, denies, is_due, is_made, who_delivers
from extractor.find.duty.findings import LEAD_IN, PROSE, Act, clause_aside, new_obligation
from extractor.find.duty.open_lists import opens_list
from extractor.find.duty.parted_acts import predicates_of
from extractor.find.duty.passage import Passage, Who
from extractor.find.duty.reasons import reason_of
from extractor.find.duty.who import by_agents, joined, owner_of, who_of, with_partners_after
from extractor.find.names.actors import ActorPhrase, actor_at
from extractor.find.sentence.sentence import Sentence
from extractor.model import Deadline, NotObligation, Obligation


@dataclass(frozen=True, slots=True)
class ClauseReading:
    """One clause as it was read: its obligations, or why it is none.

    ``list_follows``: the clause names who acts, and the items of the list after it bring the verbs; ``held`` are its own
    obligations, which stand where the items bring none.
    """

    clause: Clause
    parts: Predicate
    who: Who
    obligations: tuple[Obligation, ...] = ()
    responsible: Who = field(default_factory=Who)  # of the obligations, a passive's agent included
    list_follows: bool = False
    held: tuple[Obligation, ...] = ()
    aside: NotObligation | None = None


@dataclass(frozen=True, slots=True)
class SentenceReading:
    """The clauses of a sentence as they were read, and the passage as the sentence leaves it."""

    passage: Passage
    clauses: tuple[ClauseReading, ...] = ()
    front: Deadline = field(default_factory=Deadline)  # the deadline that opens the sentence and governs its clauses
    given: Who = field(default_factory=Who)  # who acts, where the sentence leaves it to its lead-in

    @property
    def main(self) -> tuple[ClauseReading, ...]:
        """The clauses that stand in no other."""
        return tuple(each for each in self.clauses if not each.clause.embedded)


def subject_of(who: Who) -> Subject | None:
    """Those whom a lead-in names, as the subject of an item that opens with its modal; ``None`` for nobody."""
    leads = tuple(Named(ActorPhrase(0, 0, actor.official)) for actor in who.actors)
    return Subject(0, leads) if leads else None


def read_clauses(
    passage: Passage, sentence: Sentence, found: list[Clause], inherited: Deadline, given: Who | None = None
) -> SentenceReading:
    """Every clause of a sentence, each read with what those before it said; ``inherited`` is a lead-in's deadline.

    ``given``: those whom the lead-in names, where the sentence opens with its modal.
    """
    reading = SentenceReading(passage, given=given or Who())
    for clause in found:
        reading = _with_clause(reading, sentence, clause, inherited)
    if reading.front.kind == "none":
        return reading
    memory = replace(reading.passage.memory, governing=reading.front)
    return replace(reading, passage=replace(reading.passage, memory=memory))


def _with_clause(reading: SentenceReading, sentence: Sentence, clause: Clause, inherited: Deadline) -> SentenceReading:
    passage = reading.passage
    parts = predicate_of(sentence, clause, passage.names)
    who = _who(reading, sentence, clause, parts)
    stated, rules = deadline_of(sentence, window_of(clause, parts, sentence))
    front = reading.front
    if not reading.main and not clause.embedded:
        front = _opening(sentence, clause, stated)
    deadline = _governing(passage, clause, stated, front, inherited)
    made = _read(passage, sentence, ClauseReading(clause, parts, who), deadline, rules)
    return SentenceReading(_after(passage, sentence, made), (*reading.clauses, made), front, reading.given)


def _after(passage: Passage, sentence: Sentence, made: ClauseReading) -> Passage:
    """The passage once a clause was read: who was responsible last, and whether its subject was a thing."""
    passage = passage.after(made.responsible)
    constitutes = made.aside is not None and made.aside.reason == "constitutive"
    if constitutes and made.who.actors and not made.clause.embedded and not made.clause.shared:
        recent = tuple(actor.official for actor in made.who.actors)
        passage = replace(passage, memory=replace(passage.memory, recent=recent))
    if made.clause.embedded or made.clause.relative:
        return passage
    of_thing = made.clause.subject is None or passage.memory.of_thing and _points_back(sentence, made.clause)
    return replace(passage, memory=replace(passage.memory, of_thing=of_thing and not made.obligations))


def _points_back(sentence: Sentence, clause: Clause) -> bool:
    """``it shall``, ``they shall`` that opens a sentence or goes on with one: the subject is what the clause before was about."""
    subject = clause.subject
    if subject is None or [named.phrase.name for named in subject.leads] not in _IT:
        return False
    return clause.start > 0 or subject.start <= _AFTER_AN_ADVERB


def _is_an_events(passage: Passage, sentence: Sentence, clause: Clause) -> bool:
    """``Once the guidance is issued, it shall``: the thing of which the opening speaks."""
    subject = clause.subject
    if (
        subject is None
        or [named.phrase.name for named in subject.leads] != ["it"]
        or sentence.lower[0] not in ("once", "when")
    ):
        return False
    return actor_at(sentence, 1, subject.start, passage.names) is None


_IT = (["it"], ["they"])
_AFTER_AN_ADVERB = 3  # tokens: ``In addition, it shall``


def _who(reading: SentenceReading, sentence: Sentence, clause: Clause, parts: Predicate) -> Who:
    if clause.shared and not reading.main and reading.given.actors:
        return joined(reading.passage, sentence, reading.given, parts)
    if clause.shared and reading.main and not (clause.subject and clause.subject.start == clause.start):
        return joined(reading.passage, sentence, reading.main[-1].who, parts)
    return who_of(reading.passage, sentence, clause.subject, parts)


def _opening(sentence: Sentence, clause: Clause, stated: Deadline) -> Deadline:
    """The first clause's deadline where it stands before the modal: it opens the sentence, and governs all of it."""
    modal = sentence.place(clause.modal.start, clause.modal.end).start
    if stated.span is None or stated.span.end <= modal:
        return stated
    start = clause.subject.start if clause.subject else clause.modal.start
    return deadline_of(
        sentence, Window(clause.start, start, clause.modal.start, clause.modal.start, clause.modal.start)
    )[0]


def _governing(passage: Passage, clause: Clause, stated: Deadline, front: Deadline, inherited: Deadline) -> Deadline:
    """The clause's own deadline, else the one that opens the sentence, else the lead-in's, else in a summary the paragraph's."""
    if stated.kind != "none":
        return stated
    if front.kind != "none" and not clause.relative:
        return front
    if inherited.kind != "none":
        return replace(inherited, inherited=True)
    return stated if clause.relative else _governed(passage, stated)


def _governed(passage: Passage, deadline: Deadline) -> Deadline:
    """In the prose of a summary a deadline that opens a sentence governs those after it in its paragraph; official text never so."""
    governing = passage.memory.governing
    if governing.kind == "none" or passage.order.text != "summary" or not PROSE.match(passage.paragraph.citation):
        return deadline
    return replace(governing, inherited=True)


def window_of(clause: Clause, parts: Predicate, sentence: Sentence) -> Window:
    """Where the deadline phrases stand that may govern a clause."""
    subject = clause.subject.start if clause.subject and not clause.shared else clause.modal.start
    return Window(clause.start, max(subject, clause.start), clause.modal.start, parts.verb, clause.end)


def _read(
    passage: Passage, sentence: Sentence, read: ClauseReading, deadline: Deadline, rules: tuple[str, ...]
) -> ClauseReading:
    """The clause with its obligations; without any, with the reason why."""
    leads = tuple(actor.official for actor in read.who.actors)
    reason, rule = reason_of(sentence, read.clause, read.parts, passage.place, leads)
    if reason is None and (
        passage.memory.of_thing and _points_back(sentence, read.clause) or _is_an_events(passage, sentence, read.clause)
    ):
        reason, rule = "content", "reason.it-is-a-thing"
    if reason == "constitutive" and (later := second_act(sentence, read.parts)):
        read = replace(read, parts=later)
        reason, rule = reason_of(sentence, read.clause, read.parts, passage.place, leads)
    doers = _doers(passage, sentence, read, deadline) if reason is None else None
    if doers is None:
        aside = clause_aside(passage, sentence, read.clause, reason or "content", rule or "reason.no-actor")
        return replace(read, aside=aside)
    if read.parts.empty:
        aside = clause_aside(passage, sentence, read.clause, "content", LEAD_IN)
        return replace(read, list_follows=True, aside=aside)
    who = with_partners_after(passage, sentence, read.parts, doers.who)
    made = _obligations(passage, sentence, read, replace(doers, who=who), deadline, rules)
    if _carries_items(passage, sentence, read.parts):
        aside = clause_aside(passage, sentence, read.clause, "content", LEAD_IN)
        return replace(read, list_follows=True, aside=aside, held=made)
    return replace(read, responsible=who, obligations=made)


def _carries_items(passage: Passage, sentence: Sentence, parts: Predicate) -> bool:
    """``shall take the following steps:``: the items may bring the verbs."""
    opens = opens_list(sentence.whole, passage.place.has_items)
    return opens and is_carrier(sentence.text(parts.verb, parts.end))


@dataclass(frozen=True, slots=True)
class Doers:
    """Who does what a clause says, with what makes that uncertain and the rules that found it."""

    who: Who
    review: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()


def _obligations(
    passage: Passage,
    sentence: Sentence,
    read: ClauseReading,
    doers: Doers,
    deadline: Deadline,
    rules: tuple[str, ...],
) -> tuple[Obligation, ...]:
    clause = read.clause
    modal = clause.spelled(sentence)
    subject_rules = clause.subject.rules if clause.subject else ()
    found = (*subject_rules, clause.modal.rule.name, *read.parts.rules, *rules, *doers.rules)
    acts = predicates_of(passage, sentence, read.parts, deadline)
    prohibited = clause.prohibits or "actor.by-agent" in doers.rules and denies(sentence, clause)
    return tuple(
        new_obligation(
            passage,
            sentence,
            Act.of(sentence, start, end, modal, prohibited),
            doers.who,
            own,
            (*found, *own_rules),
            doers.review,
        )
        for start, end, own, own_rules in acts
    )


def _doers(passage: Passage, sentence: Sentence, read: ClauseReading, deadline: Deadline) -> Doers | None:
    """Who does it: the subject, a passive's agent, or whoever a dated deliverable falls to; ``None`` where the subject does nothing."""
    who, parts = read.who, read.parts
    if (
        who.actors
        and _AGENT.match(sentence.text(parts.verb, parts.end))
        and (agents := by_agents(passage, sentence, parts))
    ):
        return Doers(replace(who, actors=agents), (), ("actor.by-agent",))
    if who.actors:
        return Doers(who)
    if agents := by_agents(passage, sentence, parts):
        return Doers(replace(who, actors=agents), (), ("actor.by-agent",))
    if read.clause.subject is not None:
        return Doers(who, ("responsible official not resolved",))
    if denies(sentence, read.clause) or not is_due(sentence, parts, deadline):
        return None
    if is_made(sentence, parts):
        owner = owner_of(passage, sentence, read.clause.start, read.clause.modal.start)
        if owner.actors:
            return Doers(replace(who, actors=owner.actors), (), ("actor.owner-of-deliverable",))
    who = who_delivers(passage, sentence.text(read.clause.start, read.clause.modal.start))
    return Doers(who, (actor_flag(who),), ("actor.deliverable-with-deadline",))


_AGENT = re.compile(
    r"be (?:convened|directed|led|managed|overseen|supervised|supported|assisted) by\b"
)  # a body, by its head
