"""Paragraphs → obligations and not-obligations: every modal of the order's text is classified, with its reason."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from extractor.find.actors import ActorPhrase, actor_at
from extractor.find.clauses import Clause, clauses
from extractor.find.lexicon import PRONOUNS, VERBS
from extractor.find.names import Names, names_of
from extractor.find.asides import deadline_at
from extractor.find.predicates import Predicate, is_carrier, predicate, split_points
from extractor.find.reasons import Place, composition, reason_of
from extractor.find.resolve import Reference, resolve
from extractor.find.sentence import WORTH_READING, Sentence
from extractor.find.subjects import Subject
from extractor.find.timing import Window, deadline_of
from extractor.find.tokens import sentences
from extractor.model import Actor, Deadline, NotObligation, Obligation, Order, Paragraph, Span

_MODAL_WORD = re.compile(r"\b(?:shall|must|will|may|should)\b", re.I)
_ENDS_OPEN = re.compile(r"[:—–]\s*$")
_PERMITS = re.compile(r"\b(?:would be able to|may|can|could|be permitted to|(?:be |is |are )?authorized to|be allowed to|should|be encouraged to|is encouraged to|are encouraged to)\s*[:—]\s*$", re.I)
_POLICY = re.compile(r"^(?:it is|it shall be|therefore, it is|accordingly, it is|thus, it is)? ?(?:hereby )?(?:also )?the (?:official )?policy of\b|\bit is (?:also |therefore |hereby |thus )?the (?:official )?policy of\b|^the policy of\b", re.I)
_NO_RIGHTS = re.compile(r"\bnot (?:intended|meant|designed) to\b|\bdoes not,? create any right|\bcreates? no\b", re.I)
_PROSE = re.compile(r"p\d+$")
_OPENING_VERB = re.compile(r"^[a-z][a-z-]+$")


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
class _Walk:
    """Mutable, and alive only inside ``find``."""

    order: Order
    names: Names
    obligations: list[Obligation] = field(default_factory=list)
    others: list[NotObligation] = field(default_factory=list)
    contexts: dict[int, ListContext] = field(default_factory=dict)
    recent: tuple[str, ...] = ()
    recent_paragraph: dict[str, Who] = field(default_factory=dict)
    section_start: int = 0
    governing: tuple[str, Deadline] = ("", Deadline())  # in a summary: the paragraph and the deadline that opened a sentence of it
    place: Place = field(default_factory=Place)
    paragraph: Paragraph | None = None


def find(order: Order, paragraphs: tuple[Paragraph, ...]) -> tuple[list[Obligation], list[NotObligation]]:
    """Every obligation and every classified modal of ``order``, in text order. Keys and dates are given later."""
    walk = _Walk(order, names_of(order.body))
    headings: dict[int, str | None] = {}
    for paragraph in paragraphs:
        if paragraph.label and paragraph.label.startswith("Sec."):
            walk.section_start = paragraph.span.start
        headings[paragraph.index] = paragraph.heading or headings.get(paragraph.parent if paragraph.parent is not None else -1)
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
        if other.index == paragraph.index or other.parent in inside or (other.label is None and other.citation == paragraph.citation):
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


def _read_paragraph(walk: _Walk, paragraph: Paragraph) -> None:
    context = walk.contexts.get(paragraph.parent) if paragraph.label and paragraph.parent is not None else None
    if paragraph.part in ("table", "heading") and not WORTH_READING.search(paragraph.text_span.of(walk.order.body)):
        return
    for position, span in enumerate(sentences(walk.order.body, paragraph.text_span)):
        _read_sentence(walk, span, context if position == 0 else None)


def _read_sentence(walk: _Walk, span: Span, context: ListContext | None) -> None:
    text = span.of(walk.order.body)
    open_list = bool(_ENDS_OPEN.search(text))
    if walk.place.skipped:
        return _skip(walk, span, text)
    if context is None and not open_list and not WORTH_READING.search(text):
        return _without_modal(walk, span, text)
    sentence = Sentence.read(walk.order.body, span)
    found = clauses(sentence, walk.names)
    if context and not _stands_alone(sentence, found, context):
        return _read_item(walk, sentence, found, context, open_list)
    inherited = context.deadline if context else Deadline()
    if context and context.kind == "policy":
        for clause in found:
            _put_aside(walk, sentence, clause, "policy", "list.policy")
        return
    made = _read_clauses(walk, sentence, found, inherited)
    if not found:
        _without_modal(walk, span, text)
    if open_list and walk.paragraph is not None:
        walk.contexts[walk.paragraph.index] = _lead_in(walk, sentence, found, made, context)


def _skip(walk: _Walk, span: Span, text: str) -> None:
    """General provisions, amendments' quoted text and tables: nothing in them is an obligation of this order."""
    modals = list(_MODAL_WORD.finditer(text))
    reason = walk.place.skipped or "general-provision"
    if not modals and not (reason == "general-provision" and _NO_RIGHTS.search(text)):
        return
    for modal in modals or [None]:
        found = reason_in_skipped(text, reason)
        walk.others.append(NotObligation(walk.paragraph.citation, modal[0].lower() if modal else None, found, text, span, (f"reason.{walk.place.skipped}",)))


def reason_in_skipped(text: str, reason: str) -> str:
    """The reason of a modal in a passage that is passed over as a whole."""
    return reason


def _without_modal(walk: _Walk, span: Span, text: str) -> None:
    if _POLICY.search(text):
        walk.others.append(NotObligation(walk.paragraph.citation, None, "policy", text, span, ("reason.policy",)))
    elif _NO_RIGHTS.search(text):
        walk.others.append(NotObligation(walk.paragraph.citation, None, "general-provision", text, span, ("reason.rights",)))
    if _ENDS_OPEN.search(text) and walk.paragraph is not None:
        kind = "policy" if _POLICY.search(text) else "permission" if _PERMITS.search(text) else "contents"
        walk.contexts[walk.paragraph.index] = ListContext(kind)


def _stands_alone(sentence: Sentence, found: list[Clause], context: ListContext) -> bool:
    """True for an item with an actor and a modal of its own (or one that the lead-in gave only a deadline)."""
    main = [clause for clause in found if not clause.embedded]
    if context.kind in ("deadline", "none"):
        return True
    if not main:
        return False
    first = main[0]
    if first.subject is not None and not first.shared:
        opening = sentence.text(0, first.subject.start)
        return not _starts_with_verb(sentence) or first.subject.start == 0 or bool(re.match(r"[A-Z(]", opening))
    return not _starts_with_verb(sentence) and sentence.words[0][0].isupper()


def _starts_with_verb(sentence: Sentence) -> bool:
    start = predicate_start(sentence)
    return start < len(sentence.words) and sentence.lower[start] in VERBS and sentence.words[start][0].islower()


def predicate_start(sentence: Sentence) -> int:
    """The first token of an item after a deadline and adverbs."""
    return predicate(sentence, 0, len(sentence.words), Names()).verb


def _read_clauses(walk: _Walk, sentence: Sentence, found: list[Clause], inherited: Deadline) -> list[tuple[Clause, Predicate, Who, Obligation | None]]:
    """One result for each clause that is not embedded; what is no obligation goes to the others with its reason."""
    made: list[tuple[Clause, Predicate, Who, Obligation | None]] = []
    last: Who | None = None
    front: Deadline | None = None
    for clause in found:
        parts = predicate(sentence, clause.after, clause.end, walk.names)
        if clause.shared and last is not None:
            who = _joined(walk, sentence, last, parts)
        else:
            who = _who(walk, sentence, clause.subject, parts)
        reason, rule = reason_of(sentence, clause, parts, walk.place)
        deadline, rules = deadline_of(sentence, _window(clause, parts, sentence))
        if front is None and not clause.embedded:
            front = deadline if deadline.span and deadline.span.end <= sentence.place(clause.modal.start, clause.modal.end).start else Deadline()
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
            _put_aside(walk, sentence, clause, "content", "list.lead-in")
        elif obligation is None:
            _put_aside(walk, sentence, clause, reason or "content", rule or "reason.no-actor")
        if not clause.embedded:
            made.append((clause, parts, who, obligation))
            last = who
    if front and front.kind != "none":
        walk.governing = (walk.paragraph.citation, front)
    return made


def _governed(walk: _Walk, deadline: Deadline) -> Deadline:
    """In the prose of a summary a deadline that opens a sentence governs those after it in its paragraph; official text never so."""
    citation, governing = walk.governing
    if walk.order.text != "summary" or not _PROSE.match(citation) or citation != walk.paragraph.citation:
        return deadline
    return replace(governing, inherited=True)


def _window(clause: Clause, parts: Predicate, sentence: Sentence) -> Window:
    subject = clause.subject.start if clause.subject and not clause.shared else clause.modal.start
    return Window(clause.start, max(subject, clause.start), clause.modal.start, parts.verb, clause.end)


def _oblige(walk: _Walk, sentence: Sentence, clause: Clause, parts: Predicate, who: Who, deadline: Deadline, rules: tuple[str, ...]) -> Obligation | None:
    """The obligation of a clause, or ``None`` where its subject is a deliverable that nobody is named for."""
    review: tuple[str, ...] = ()
    agents = () if who.actors else _by_agents(walk, sentence, parts)
    if agents:
        who = replace(who, actors=agents)
        rules = (*rules, "actor.by-agent")
    elif not who.actors and clause.subject is None:
        if not _deliverable_with_deadline(sentence, parts, deadline):
            return None
        who = walk.recent_paragraph.get(walk.paragraph.citation, Who())
        review = ("responsible official taken from the sentence before",) if who.actors else ("responsible official not stated",)
        rules = (*rules, "actor.deliverable-with-deadline")
    elif not who.actors:
        review = ("responsible official not resolved",)
    if parts.empty or is_carrier(sentence.text(parts.verb, parts.end)) and _ENDS_OPEN.search(sentence.whole):
        return Obligation("", "", "", "", "pending", "", (), (), (), "", Span(0, 0), Deadline(), "", sentence.span)
    modal = sentence.text(clause.modal.start, clause.modal.end).lower()
    negative = clause.negated or bool(clause.subject and clause.subject.negative)
    who = _with_partners_after(walk, sentence, parts, who)
    first = None
    for start, end, own, own_rules in _predicates(walk, sentence, parts, deadline):
        made = _obligation(walk, sentence, start, end, modal, "prohibition" if negative else "duty", who, own, (*_who_rules(clause), clause.modal.rule.name, *rules, *own_rules), review)
        walk.obligations.append(made)
        first = first or made
    if who.actors:
        walk.recent = tuple(actor.official for actor in who.actors)
        walk.recent_paragraph[walk.paragraph.citation] = who
    return first


def _who_rules(clause: Clause) -> tuple[str, ...]:
    return clause.subject.rules if clause.subject else ()


def _predicates(walk: _Walk, sentence: Sentence, parts: Predicate, deadline: Deadline):
    """The predicate, or its parts where each has a deadline of its own: (start, end, deadline, rules)."""
    verb = sentence.place(parts.verb, parts.verb + 1).start if not parts.empty else 0
    dated_before = bool(deadline.span and deadline.span.end <= verb and deadline.kind != "none" and not deadline.inherited)
    points = split_points(sentence, parts.verb, parts.end, dated_before)
    starts = [parts.verb, *points]
    for position, start in enumerate(starts):
        end = starts[position + 1] if position + 1 < len(starts) else parts.end
        own = predicate(sentence, start, end, walk.names) if position else replace(parts, end=_before(sentence, start, end))
        if not points:
            yield own.verb, own.end, deadline, ()
            continue
        window = Window(start, start, start, own.verb, end)
        stated, rules = deadline_of(sentence, window)
        keeps = position == 0 and (stated.kind == "none" or deadline.span and deadline.span.start < sentence.place(start, end).start)
        yield own.verb, _before(sentence, own.verb, end), deadline if keeps else stated, rules


def _before(sentence: Sentence, start: int, end: int) -> int:
    while end > start and sentence.lower[end - 1] in ("and", ",", ";", ":", ".", "or", "—"):
        end -= 1
    return end


def _obligation(walk: _Walk, sentence: Sentence, start: int, end: int, modal: str, kind: str, who: Who, deadline: Deadline, rules: tuple[str, ...], review: tuple[str, ...]) -> Obligation:
    flags = list(review)
    if who.unresolved:
        flags.append("a short form of an official's name was not resolved")
    if walk.order.text == "summary":
        flags.append("the text is a summary")
    if deadline.inherited and _PROSE.match(walk.paragraph.citation):
        flags.append("the deadline stands in an earlier sentence")
    if deadline.kind == "relative" and "deadline.within-unanchored" in rules:
        flags.append("the words do not say what the deadline runs from")
    return Obligation(
        id="", order=walk.order.id, key="", citation=walk.paragraph.citation, kind=kind, modal=modal, actors=who.actors, in_consultation_with=who.consulted,
        in_coordination_with=who.coordinating, action=sentence.text(start, end), action_span=sentence.place(start, end), deadline=deadline, quote=sentence.whole,
        span=sentence.span, rules=tuple(dict.fromkeys(rules)), review=tuple(flags),
    )  # fmt: skip


def _who(walk: _Walk, sentence: Sentence, subject: Subject | None, parts: Predicate) -> Who:
    """The resolved actors of a subject; officers named right after the modal count as theirs."""
    if subject is None:
        return Who(coordinating=_resolved(walk, sentence, parts.coordinating), consulted=_resolved(walk, sentence, parts.consulted))
    actors: list[Actor] = []
    unresolved = False
    for named in subject.leads:
        officials = _resolved(walk, sentence, (named.phrase,))
        unresolved = unresolved or not officials
        through = _resolved(walk, sentence, named.through)
        for position, official in enumerate(officials):
            officers = through if position == len(officials) - 1 and through else (None,)
            actors += [Actor(official, officer) for officer in officers]
    actors = _with_through(actors, _resolved(walk, sentence, parts.through))
    consulted = _resolved(walk, sentence, (*subject.consulted, *parts.consulted))
    coordinating = _resolved(walk, sentence, (*subject.coordinating, *parts.coordinating))
    return Who(tuple(dict.fromkeys(actors)), consulted, coordinating, unresolved)


def _with_through(actors: list[Actor], officers: tuple[str, ...]) -> list[Actor]:
    if not officers or not actors:
        return actors
    return actors[:-1] + [replace(actors[-1], through=officer) for officer in officers]


def _joined(walk: _Walk, sentence: Sentence, last: Who, parts: Predicate) -> Who:
    """A second predicate of the same subject adds its own partners."""
    actors = tuple(_with_through(list(last.actors), _resolved(walk, sentence, parts.through)))
    return replace(last, actors=actors, consulted=last.consulted + _resolved(walk, sentence, parts.consulted), coordinating=last.coordinating + _resolved(walk, sentence, parts.coordinating))


def _resolved(walk: _Walk, sentence: Sentence, phrases: tuple[ActorPhrase, ...]) -> tuple[str, ...]:
    found: list[str] = []
    for phrase in phrases:
        position = sentence.place(phrase.start, phrase.end).start
        within = _named_before(walk, sentence, phrase.start) if phrase.name in PRONOUNS else ()
        before = walk.recent_paragraph.get(walk.paragraph.citation, Who()).actors
        paragraph = tuple(actor.official for actor in before)
        reference = Reference(walk.order.body, position, walk.section_start, walk.recent, walk.names, within, paragraph)
        found += resolve(_as_written(sentence, phrase), reference)
    return tuple(dict.fromkeys(found))


def _as_written(sentence: Sentence, phrase: ActorPhrase) -> str:
    """The name, with a word that points back (``such agencies``) if it has one."""
    first = sentence.lower[phrase.start]
    return f"{first} {phrase.name}" if first in ("such", "these", "those") else sentence.text(phrase.start, phrase.end) if " these " in sentence.text(phrase.start, phrase.end) else phrase.name


def _named_before(walk: _Walk, sentence: Sentence, limit: int) -> tuple[str, ...]:
    """The official or body named first before a pronoun in its own sentence: the subject of the clause before."""
    position = 0
    while position < limit - 1:
        phrase = actor_at(sentence, position, limit - 1, walk.names)
        if phrase and phrase.name not in PRONOUNS and (not position or sentence.lower[position - 1] not in ("of", "to", "by", "for", "with", "from")):
            return _resolved(walk, sentence, (phrase,))
        position = phrase.end if phrase else position + 1
    return ()


def _by_agents(walk: _Walk, sentence: Sentence, parts: Predicate) -> tuple[Actor, ...]:
    """``shall be made by the Director of NSA``: the agent of a passive is responsible."""
    if parts.empty or sentence.lower[parts.verb] != "be":
        return ()
    for position in range(parts.verb + 2, min(parts.end, parts.verb + 12)):
        if sentence.lower[position] in ("that", "which", "who", "to", "through", "in"):
            return ()
        if sentence.lower[position] == "by" and position + 1 < parts.end:
            return _agents_at(walk, sentence, position + 1, parts.end)
    return ()


def _agents_at(walk: _Walk, sentence: Sentence, position: int, end: int) -> tuple[Actor, ...]:
    phrases: list[ActorPhrase] = []
    while position < end and (phrase := actor_at(sentence, position, end, walk.names)):
        phrases.append(phrase)
        position = phrase.end
        if sentence.lower[position : position + 2] == [",", "and"]:
            position += 2
        elif sentence.lower[position : position + 1] in (["and"], [","], ["or"]) and position not in sentence.role_at:
            position += 1
        else:
            break
    return tuple(Actor(name) for name in _resolved(walk, sentence, tuple(phrases)))


def _deliverable_with_deadline(sentence: Sentence, parts: Predicate, deadline: Deadline) -> bool:
    """``a final report shall be submitted within 1 year``: a passive with a time of its own."""
    if parts.empty or deadline.kind not in ("relative", "event", "fixed", "recurring") or deadline.inherited:
        return False
    verb = sentence.lower[parts.verb]
    following = sentence.lower[parts.verb + 1 : parts.verb + 2]
    return verb == "be" and bool(following) and following[0].endswith(("ed", "en", "de", "ne", "ught", "ilt", "nt", "un", "ld")) and following[0] not in ("deemed", "effective", "based", "limited", "required")


def _with_partners_after(walk: _Walk, sentence: Sentence, parts: Predicate, who: Who) -> Who:
    """Consultation and coordination named after the verb belong to the duty too."""
    consulted, coordinating = list(who.consulted), list(who.coordinating)
    for match in sentence.roles:
        if not parts.verb < match.start < parts.end or match.rule.yields == "through" or sentence.enclosed[match.start]:
            continue
        names = _partners_at(walk, sentence, match.end, parts.end)
        (consulted if match.rule.yields == "consult" else coordinating).extend(names)
    return replace(who, consulted=tuple(dict.fromkeys(consulted)), coordinating=tuple(dict.fromkeys(coordinating)))


_ENDS_A_PARTNER = frozenset(", ; : . and or that which who to in for by on shall as".split())


def _partners_at(walk: _Walk, sentence: Sentence, position: int, end: int) -> tuple[str, ...]:
    """The partners named after a role phrase, officials or not: ``the AI industry and operators of critical infrastructure``."""
    phrases: list[ActorPhrase] = []
    while position < end and position not in sentence.role_at:
        phrase = actor_at(sentence, position, end, walk.names)
        if phrase is None:
            if phrases and sentence.lower[position - 1] == ",":
                break
            place = next((p for p in range(position + 1, end) if sentence.lower[p] in _ENDS_A_PARTNER), end)
            phrase = ActorPhrase(position, place, re.sub(r"^(?:the|an?) ", "", sentence.text(position, place)))
        phrases.append(phrase)
        position = phrase.end
        joint = sentence.lower[position : position + 2]
        if joint in ([",", "and"], [",", "or"]):
            position += 2
        elif joint[:1] in (["and"], ["or"]) and joint[1:] and joint[1] not in VERBS or joint[:1] == [","]:
            position += 1
        else:
            break
    return _resolved(walk, sentence, tuple(phrases))


def _put_aside(walk: _Walk, sentence: Sentence, clause: Clause, reason: str, rule: str) -> None:
    modal = sentence.text(clause.modal.start, clause.modal.end).lower()
    walk.others.append(NotObligation(walk.paragraph.citation, modal, reason, sentence.whole, sentence.span, (clause.modal.rule.name, rule)))


def _lead_in(walk: _Walk, sentence: Sentence, found: list[Clause], made: list, context: ListContext | None) -> ListContext:
    """What the sentence that ends in a colon hands down to its items."""
    text = sentence.whole
    if _PERMITS.search(text):
        return ListContext("permission")
    if _POLICY.search(text):
        return ListContext("policy")
    if not made:
        if any(d.end >= len(sentence.words) - 2 for d in sentence.deadlines) and not _starts_with_verb(sentence):
            deadline, rules = deadline_of(sentence, Window(0, len(sentence.words), len(sentence.words), len(sentence.words), len(sentence.words)))
            return ListContext("deadline", deadline=deadline, rules=rules)
        return ListContext("contents")
    clause, parts, who, obligation = made[-1]
    deadline, rules = deadline_of(sentence, _window(clause, parts, sentence))
    if deadline.kind == "none" and context:
        deadline = context.deadline
    modal = sentence.text(clause.modal.start, clause.modal.end).lower()
    negative = clause.negated or bool(clause.subject and clause.subject.negative)
    if obligation is not None and obligation.kind == "pending" and who.actors:
        return ListContext("verbs", who, deadline, modal, negative, (clause.modal.rule.name, "list.verbs", *rules))
    if _sets_a_time_for_items(sentence, clause, parts):
        return ListContext("deadline", deadline=deadline, rules=rules)
    if clause.modal_class in ("permission", "encouragement") and parts.empty:
        return ListContext("permission")
    return ListContext("contents", who, replace(deadline, inherited=True), modal, negative, (clause.modal.rule.name, "list.contents", *rules), _action(sentence, parts))


def _action(sentence: Sentence, parts: Predicate) -> tuple[str, Span]:
    return sentence.text(parts.verb, parts.end), sentence.place(parts.verb, parts.end)


def _sets_a_time_for_items(sentence: Sentence, clause: Clause, parts: Predicate) -> bool:
    """``The following actions shall be taken:`` — no actor, no verb of its own."""
    subject = sentence.text(clause.start, clause.modal.start).lower()
    return clause.subject is None and "following" in subject and bool(re.match(r"be (?:taken|completed|undertaken|carried out|implemented|required|performed|accomplished)", sentence.text(parts.verb, parts.end)))


def _read_item(walk: _Walk, sentence: Sentence, found: list[Clause], context: ListContext, open_list: bool) -> None:
    """An item that carries on the lead-in's sentence."""
    parts = predicate(sentence, 0, len(sentence.words), walk.names)
    deadline, rules = deadline_of(sentence, Window(0, 0, 0, parts.verb, len(sentence.words)))
    own_time = deadline.kind != "none" and _item_time(sentence, parts, deadline)
    if not own_time and context.deadline.kind != "none":
        deadline = replace(context.deadline, inherited=True)
    for clause in found:
        _put_aside(walk, sentence, clause, "embedded", "reason.embedded")
    action_text = sentence.text(parts.verb, parts.end)
    child = "permission" if _PERMITS.search(sentence.whole) else "contents"
    if context.kind == "verbs":
        who = _item_who(walk, sentence, context.who, parts)
        if parts.empty or is_carrier(action_text) and open_list:
            walk.contexts[walk.paragraph.index] = replace(context, who=who, deadline=deadline)
            return
        if rule := composition(context.modal, action_text):
            walk.others.append(NotObligation(walk.paragraph.citation, context.modal, "constitutive", sentence.whole, sentence.span, (rule,)))
            return
        if _reads_as_predicate(sentence, parts):
            _item_obligations(walk, sentence, parts, who, deadline, context, rules)
            if open_list:
                walk.contexts[walk.paragraph.index] = replace(context, kind=child, who=who, deadline=replace(deadline, inherited=True), action=_action(sentence, parts))
            return
    if context.kind == "contents" and own_time and context.who.actors and _acts(sentence, parts):
        _item_obligations(walk, sentence, parts, _item_who(walk, sentence, context.who, parts), deadline, context, rules)
    elif context.kind == "contents" and own_time and context.action and deadline.kind in ("relative", "event", "fixed") and not _acts(sentence, parts) and _completes(sentence, parts):
        _distribute(walk, sentence, context, deadline, rules)
    elif context.kind == "contents" and not context.who.actors and (agents := _by_agents(walk, sentence, parts)):
        _item_obligations(walk, sentence, parts, Who(agents), deadline, context, (*rules, "actor.by-agent"))
    elif _reads_as_predicate(sentence, parts) or context.kind in ("permission", "policy"):
        reason = {"permission": "permission", "policy": "policy"}.get(context.kind, "content")
        walk.others.append(NotObligation(walk.paragraph.citation, None, reason, sentence.whole, sentence.span, (f"list.{context.kind}",)))
    if open_list:
        walk.contexts[walk.paragraph.index] = replace(context, kind=child if context.kind == "verbs" else context.kind)


def _item_time(sentence: Sentence, parts: Predicate, deadline: Deadline) -> bool:
    """Is the deadline the item's own, or a time inside its object (``to, by January 4, 2027, require``)?"""
    first = sentence.place(parts.verb, parts.end).start
    return deadline.kind == "relative" or deadline.span is not None and (deadline.span.start < first or deadline.span.end >= sentence.place(0, parts.end).end - 1)


def _item_who(walk: _Walk, sentence: Sentence, who: Who, parts: Predicate) -> Who:
    who = _joined(walk, sentence, who, parts)
    return _with_partners_after(walk, sentence, parts, who) if not parts.empty else who


def _item_obligations(walk: _Walk, sentence: Sentence, parts: Predicate, who: Who, deadline: Deadline, context: ListContext, rules: tuple[str, ...]) -> None:
    for start, end, own, own_rules in _predicates(walk, sentence, parts, deadline):
        kind = "prohibition" if context.prohibition else "duty"
        made = _obligation(walk, sentence, start, end, context.modal, kind, who, own, (*context.rules, *parts.rules, *rules, *own_rules), ())
        walk.obligations.append(made)
    if who.actors:
        walk.recent = tuple(actor.official for actor in who.actors)
        walk.recent_paragraph[walk.paragraph.citation] = who


def _reads_as_predicate(sentence: Sentence, parts: Predicate) -> bool:
    """The item opens with a base verb, in lower case or as a capitalised heading of its own."""
    if parts.empty:
        return False
    word = sentence.lower[parts.verb]
    return word in VERBS or bool(_OPENING_VERB.match(sentence.words[parts.verb])) and word.endswith(("ize", "ate", "ify", "ise", "fy"))


def _acts(sentence: Sentence, parts: Predicate) -> bool:
    """A base verb, or a gerund after ``including by:``."""
    if parts.empty:
        return False
    word = sentence.lower[parts.verb]
    return word in VERBS or (word.endswith("ing") and (word[:-3] in VERBS or word[:-3] + "e" in VERBS or word[:-4] in VERBS))


def _completes(sentence: Sentence, parts: Predicate) -> bool:
    """An item that only says which one and when: ``section 6(a) of this order within 90 days of …``."""
    return len(sentence.words) < 40 and not any(deadline_at(sentence, position) for position in (0, 1))


def _distribute(walk: _Walk, sentence: Sentence, context: ListContext, deadline: Deadline, rules: tuple[str, ...]) -> None:
    """A lead-in whose items each set their own time is one obligation for each item."""
    action, span = context.action or ("", Span(0, 0))
    made = Obligation(
        id="", order=walk.order.id, key="", citation=walk.paragraph.citation, kind="prohibition" if context.prohibition else "duty", modal=context.modal,
        actors=context.who.actors, in_consultation_with=context.who.consulted, in_coordination_with=context.who.coordinating, action=action, action_span=span,
        deadline=deadline, quote=sentence.whole, span=sentence.span, rules=(*context.rules, *rules, "list.times"),
        review=() if context.who.actors else ("responsible official not stated",),
    )  # fmt: skip
    walk.obligations.append(made)
