"""Lists: what a lead-in hands down, and what an item of its list makes of it (GUIDELINE: enumerations)."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.find.asides import deadline_at
from extractor.find.clauses import Clause
from extractor.find.duties import predicates_of
from extractor.find.lead_ins import action_of, starts_with_verb
from extractor.find.lexicon import CONNECTORS, DETERMINERS, PRONOUNS, VERBS
from extractor.find.predicates import Predicate, is_carrier, predicate
from extractor.find.reasons import composition
from extractor.find.sentence import Sentence
from extractor.find.timing import Window, deadline_of
from extractor.find.walk import (
    PERMITS,
    ListContext,
    Walk,
    Who,
    new_obligation,
    put_aside,
)
from extractor.find.who import by_agents, joined, with_partners_after
from extractor.model import Deadline, NotObligation, Obligation, Span

_OPENING_VERB = re.compile(r"^[a-z][a-z-]+$")


def stands_alone(sentence: Sentence, found: list[Clause], context: ListContext) -> bool:
    """True for an item with an actor and a modal of its own (or one that the lead-in gave only a deadline)."""
    main = [clause for clause in found if not clause.embedded]
    if context.kind in ("deadline", "none"):
        return True
    if not main:
        return False
    first = main[0]
    if first.subject is not None and not first.shared:
        opening = sentence.text(0, first.subject.start)
        return not starts_with_verb(sentence) or first.subject.start == 0 or bool(re.match(r"[A-Z(]", opening))
    return not starts_with_verb(sentence) and sentence.words[0][0].isupper()


def read_item(walk: Walk, sentence: Sentence, found: list[Clause], context: ListContext, open_list: bool) -> None:
    """An item that carries on the lead-in's sentence."""
    parts = _item_predicate(walk, sentence)
    deadline, rules = deadline_of(sentence, Window(0, 0, 0, parts.verb, len(sentence.words)))
    own_time = deadline.kind != "none" and _item_time(sentence, parts, deadline)
    if not own_time and context.deadline.kind != "none":
        deadline = replace(context.deadline, inherited=True)
    for clause in found:
        put_aside(walk, sentence, clause, "embedded", "reason.embedded")
    handed_down: ListContext | None = None
    if context.kind == "verbs":
        handed_down = _verb_item(walk, sentence, parts, deadline, context, rules, open_list)
        if handed_down is None and open_list and not found:
            handed_down = replace(context, deadline=deadline)
    if handed_down is None:
        _other_item(walk, sentence, parts, deadline, context, rules, own_time)
        handed_down = replace(context, kind=_child(sentence) if context.kind == "verbs" else context.kind)
    if open_list:
        walk.contexts[walk.paragraph.index] = handed_down


def _child(sentence: Sentence) -> str:
    """What the items under an item are: contents of its duty, or what it lets somebody do."""
    return "permission" if PERMITS.search(sentence.whole) else "contents"


def _verb_item(
    walk: Walk,
    sentence: Sentence,
    parts: Predicate,
    deadline: Deadline,
    context: ListContext,
    rules: tuple[str, ...],
    open_list: bool,
) -> ListContext | None:
    """An item under ``shall:``: what it hands down to items of its own, or ``None`` where it brings no verb."""
    who = _item_who(walk, sentence, context.who, parts)
    action = sentence.text(parts.verb, parts.end)
    if parts.empty or is_carrier(action) and open_list:
        return replace(context, who=who, deadline=deadline)
    if rule := composition(context.modal, action):
        _set_aside(walk, sentence, context.modal, "constitutive", rule)
        return replace(context, kind="contents")
    if not (_reads_as_predicate(sentence, parts) or _is_bare_verb(sentence, parts)):
        return None
    _item_obligations(walk, sentence, parts, who, deadline, context, rules)
    inherited = replace(deadline, inherited=True)
    return replace(context, kind=_child(sentence), who=who, deadline=inherited, action=action_of(sentence, parts))


def _other_item(
    walk: Walk,
    sentence: Sentence,
    parts: Predicate,
    deadline: Deadline,
    context: ListContext,
    rules: tuple[str, ...],
    own_time: bool,
) -> None:
    """An item of contents: an obligation only with a time or an agent of its own; else it is set aside with its reason."""
    contents, acts = context.kind == "contents", _acts(sentence, parts)
    dated = own_time and deadline.kind in ("relative", "event", "fixed")
    if contents and own_time and context.who.actors and acts:
        who = _item_who(walk, sentence, context.who, parts)
        _item_obligations(walk, sentence, parts, who, deadline, context, rules)
    elif contents and dated and context.action and not acts and _completes(sentence, parts):
        _distribute(walk, sentence, context, deadline, rules)
    elif contents and not context.who.actors and (agents := by_agents(walk, sentence, parts)):
        _item_obligations(walk, sentence, parts, Who(agents), deadline, context, (*rules, "actor.by-agent"))
    elif _reads_as_predicate(sentence, parts) or context.kind in ("permission", "policy"):
        reason = context.kind if context.kind in ("permission", "policy") else "content"
        _set_aside(walk, sentence, None, reason, f"list.{context.kind}")


def _set_aside(walk: Walk, sentence: Sentence, modal: str | None, reason: str, rule: str) -> None:
    walk.others.append(NotObligation(walk.paragraph.citation, modal, reason, sentence.whole, sentence.span, (rule,)))


_OPENS_AN_ASIDE = frozenset(
    "to in with upon given for by as consistent within based after before following when where if under through on at during because since notwithstanding pursuant".split()
)


_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship")


def _opens_with_an_aside(word: str) -> bool:
    """A preposition, or a noun after a role phrase (``through consultation with agencies, study …``)."""
    return word in _OPENS_AN_ASIDE or word not in VERBS and word.endswith(_NOUN_ENDINGS)


def _item_predicate(walk: Walk, sentence: Sentence) -> Predicate:
    """The predicate of an item; ``to protect farmers, not later than 180 days after …, develop a plan`` opens with an aside."""
    size = len(sentence.words)
    parts = predicate(sentence, 0, size, walk.names)
    if parts.empty or not _opens_with_an_aside(sentence.lower[parts.verb]):
        return parts
    for position in range(parts.verb + 1, min(size, parts.verb + 80)):
        if sentence.lower[position] != "," or sentence.enclosed[position]:
            continue
        later = predicate(sentence, position + 1, size, walk.names)
        if not later.empty and sentence.lower[later.verb] in VERBS and sentence.words[later.verb][0].islower():
            return later
    return parts


def _item_time(sentence: Sentence, parts: Predicate, deadline: Deadline) -> bool:
    """Is the deadline the item's own, or a time inside its object (``to, by January 4, 2027, require``)?"""
    first = sentence.place(parts.verb, parts.end).start
    if deadline.kind == "vague" and parts.verb:
        return deadline.span is not None and deadline.span.start < first and sentence.lower[parts.verb] in VERBS
    return (
        deadline.kind == "relative"
        or deadline.span is not None
        and (deadline.span.start < first or deadline.span.end >= sentence.place(0, parts.end).end - 1)
    )


def _item_who(walk: Walk, sentence: Sentence, who: Who, parts: Predicate) -> Who:
    who = joined(walk, sentence, who, parts)
    return with_partners_after(walk, sentence, parts, who) if not parts.empty else who


UNCERTAIN_LIST = "whether the item is a duty of its own is uncertain"


def _item_obligations(
    walk: Walk,
    sentence: Sentence,
    parts: Predicate,
    who: Who,
    deadline: Deadline,
    context: ListContext,
    rules: tuple[str, ...],
) -> None:
    review = () if _acts(sentence, parts) or by_agents(walk, sentence, parts) else (UNCERTAIN_LIST,)
    for start, end, own, own_rules in predicates_of(walk, sentence, parts, deadline):
        kind = "prohibition" if context.prohibition else "duty"
        made = new_obligation(
            walk,
            sentence,
            start,
            end,
            context.modal,
            kind,
            who,
            own,
            (*context.rules, *parts.rules, *rules, *own_rules),
            review,
        )
        walk.obligations.append(made)
    walk.remember(who)


def _reads_as_predicate(sentence: Sentence, parts: Predicate) -> bool:
    """The item opens with a base verb, in lower case or as a capitalised heading of its own."""
    if parts.empty:
        return False
    word = sentence.lower[parts.verb]
    return (
        word in VERBS
        or bool(_OPENING_VERB.match(sentence.words[parts.verb]))
        and word.endswith(("ize", "ate", "ify", "ise", "fy"))
    )


_NO_VERB = frozenset(
    "that which who whom whose if when where whether because as while until unless than not only also its their his her our this these those such any all each "
    "no some both either neither many most more less other another same".split()
)


def _is_bare_verb(sentence: Sentence, parts: Predicate) -> bool:
    """Under ``shall:`` an unknown word in lower case that could open nothing else is a verb all the same."""
    if parts.empty:
        return False
    word = sentence.words[parts.verb]
    return word.isalpha() and word.islower() and len(word) > 2 and not word.endswith("ing") and _may_be_verb(word)


def _may_be_verb(word: str) -> bool:
    plural = word.endswith("s") and not word.endswith("ss") or word.endswith(_NOUN_ENDINGS)
    return not plural and word not in CONNECTORS | DETERMINERS | PRONOUNS | _NO_VERB | _OPENS_AN_ASIDE


def _acts(sentence: Sentence, parts: Predicate) -> bool:
    """A base verb, or a gerund after ``including by:``."""
    if parts.empty:
        return False
    word = sentence.lower[parts.verb]
    return word in VERBS or (
        word.endswith("ing") and (word[:-3] in VERBS or word[:-3] + "e" in VERBS or word[:-4] in VERBS)
    )


def _completes(sentence: Sentence, parts: Predicate) -> bool:
    """An item that only says which one and when: ``section 6(a) of this order within 90 days of …``."""
    return len(sentence.words) < 40 and not any(deadline_at(sentence, position) for position in (0, 1))


def _distribute(
    walk: Walk, sentence: Sentence, context: ListContext, deadline: Deadline, rules: tuple[str, ...]
) -> None:
    """A lead-in whose items each set their own time is one obligation for each item."""
    action, span = context.action or ("", Span(0, 0))
    made = Obligation(
        id="", order=walk.order.id, key="", citation=walk.paragraph.citation, kind="prohibition" if context.prohibition else "duty", modal=context.modal,
        actors=context.who.actors, in_consultation_with=context.who.consulted, in_coordination_with=context.who.coordinating, action=action, action_span=span,
        deadline=deadline, quote=sentence.whole, span=sentence.span, rules=(*context.rules, *rules, "list.times"),
        review=() if context.who.actors else ("responsible official not stated",),
    )  # fmt: skip
    walk.obligations.append(made)
