"""Clauses → obligations: each main clause of a sentence is a duty, a prohibition, or set aside with its reason."""

from __future__ import annotations

from dataclasses import replace

from extractor.find.clauses import Clause
from extractor.find.predicates import Predicate, is_carrier, predicate, split_points
from extractor.find.reasons import reason_of
from extractor.find.sentence import Sentence
from extractor.find.timing import Window, deadline_of
from extractor.find.walk import ENDS_OPEN, PROSE, Walk, Who, new_obligation, put_aside
from extractor.find.who import by_agents, joined, who_of, with_partners_after
from extractor.model import Deadline, Obligation, Span


def read_clauses(
    walk: Walk, sentence: Sentence, found: list[Clause], inherited: Deadline
) -> list[tuple[Clause, Predicate, Who, Obligation | None]]:
    """One result for each clause that is not embedded; what is no obligation goes to the others with its reason."""
    made: list[tuple[Clause, Predicate, Who, Obligation | None]] = []
    last: Who | None = None
    front: Deadline | None = None
    for clause in found:
        parts = predicate(sentence, clause.after, clause.end, walk.names)
        if clause.shared and last is not None:
            who = joined(walk, sentence, last, parts)
        else:
            who = who_of(walk, sentence, clause.subject, parts)
        reason, rule = reason_of(sentence, clause, parts, walk.place)
        deadline, rules = deadline_of(sentence, window_of(clause, parts, sentence))
        if front is None and not clause.embedded:
            front = (
                deadline
                if deadline.span and deadline.span.end <= sentence.place(clause.modal.start, clause.modal.end).start
                else Deadline()
            )
        if deadline.kind == "none" and front and front.kind != "none" and not clause.relative:
            deadline = front
        if deadline.kind == "none" and inherited.kind != "none":
            deadline = replace(inherited, inherited=True)
        elif deadline.kind == "none" and not clause.relative:
            deadline = _governed(walk, deadline)
        obligation = None
        if reason is None:
            obligation = _oblige(walk, sentence, clause, parts, who, deadline, rules)
        if obligation is not None and obligation.kind == "pending":
            put_aside(walk, sentence, clause, "content", "list.lead-in")
        elif obligation is None:
            put_aside(walk, sentence, clause, reason or "content", rule or "reason.no-actor")
        if not clause.embedded:
            made.append((clause, parts, who, obligation))
            last = who
    if front and front.kind != "none":
        walk.governing = (walk.paragraph.citation, front)
    return made


def _governed(walk: Walk, deadline: Deadline) -> Deadline:
    """In the prose of a summary a deadline that opens a sentence governs those after it in its paragraph; official text never so."""
    citation, governing = walk.governing
    if walk.order.text != "summary" or not PROSE.match(citation) or citation != walk.paragraph.citation:
        return deadline
    return replace(governing, inherited=True)


def window_of(clause: Clause, parts: Predicate, sentence: Sentence) -> Window:
    subject = clause.subject.start if clause.subject and not clause.shared else clause.modal.start
    return Window(clause.start, max(subject, clause.start), clause.modal.start, parts.verb, clause.end)


def _oblige(
    walk: Walk,
    sentence: Sentence,
    clause: Clause,
    parts: Predicate,
    who: Who,
    deadline: Deadline,
    rules: tuple[str, ...],
) -> Obligation | None:
    """The obligation of a clause, or ``None`` where its subject is a deliverable that nobody is named for."""
    doers = _doers(walk, sentence, clause, parts, who, deadline)
    if doers is None:
        return None
    who, review, doer_rules = doers
    if parts.empty or is_carrier(sentence.text(parts.verb, parts.end)) and ENDS_OPEN.search(sentence.whole):
        return Obligation("", "", "", "", "pending", "", (), (), (), "", Span(0, 0), Deadline(), "", sentence.span)
    modal = sentence.text(clause.modal.start, clause.modal.end).lower()
    kind = "prohibition" if clause.negated or clause.subject and clause.subject.negative else "duty"
    who = with_partners_after(walk, sentence, parts, who)
    found = (*_who_rules(clause), clause.modal.rule.name, *rules, *doer_rules)
    made = [
        new_obligation(walk, sentence, start, end, modal, kind, who, own, (*found, *own_rules), review)
        for start, end, own, own_rules in predicates_of(walk, sentence, parts, deadline)
    ]
    walk.obligations += made
    walk.remember(who)
    return made[0]


def _doers(
    walk: Walk, sentence: Sentence, clause: Clause, parts: Predicate, who: Who, deadline: Deadline
) -> tuple[Who, tuple[str, ...], tuple[str, ...]] | None:
    """Who does it, with review flags and rules: the subject, a passive's agent, or whoever a dated deliverable falls to."""
    if who.actors:
        return who, (), ()
    if agents := by_agents(walk, sentence, parts):
        return replace(who, actors=agents), (), ("actor.by-agent",)
    if clause.subject is not None:
        return who, ("responsible official not resolved",), ()
    if not _deliverable_with_deadline(sentence, parts, deadline):
        return None
    who = walk.recent_paragraph.get(walk.paragraph.citation, Who())
    flag = "responsible official taken from the sentence before" if who.actors else "responsible official not stated"
    return who, (flag,), ("actor.deliverable-with-deadline",)


def _who_rules(clause: Clause) -> tuple[str, ...]:
    return clause.subject.rules if clause.subject else ()


def predicates_of(walk: Walk, sentence: Sentence, parts: Predicate, deadline: Deadline):
    """The predicate, or its parts where each has a deadline of its own: (start, end, deadline, rules)."""
    verb = sentence.place(parts.verb, parts.verb + 1).start if not parts.empty else 0
    dated_before = bool(
        deadline.span and deadline.span.end <= verb and deadline.kind != "none" and not deadline.inherited
    )
    points = split_points(sentence, parts.verb, parts.end, dated_before)
    starts = [parts.verb, *points]
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else parts.end
        own = (
            predicate(sentence, start, end, walk.names)
            if position
            else replace(parts, end=_before(sentence, start, end))
        )
        if not points:
            yield own.verb, own.end, deadline, ()
            continue
        window = Window(start, start, start, own.verb, end)
        stated, rules = deadline_of(sentence, window)
        keeps = position == 0 and (
            stated.kind == "none" or deadline.span and deadline.span.start < sentence.place(start, end).start
        )
        yield own.verb, _before(sentence, own.verb, end), deadline if keeps else stated, rules


def _before(sentence: Sentence, start: int, end: int) -> int:
    while end > start and sentence.lower[end - 1] in ("and", ",", ";", ":", ".", "or", "—"):
        end -= 1
    return end


def _deliverable_with_deadline(sentence: Sentence, parts: Predicate, deadline: Deadline) -> bool:
    """``a final report shall be submitted within 1 year``: a passive with a time of its own."""
    if parts.empty or deadline.kind not in ("relative", "event", "fixed", "recurring") or deadline.inherited:
        return False
    verb = sentence.lower[parts.verb]
    following = sentence.lower[parts.verb + 1 : parts.verb + 2]
    return (
        verb == "be"
        and bool(following)
        and following[0].endswith(("ed", "en", "de", "ne", "ught", "ilt", "nt", "un", "ld"))
        and following[0] not in ("deemed", "effective", "based", "limited", "required")
    )
