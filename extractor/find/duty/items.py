"""Lists: what an item makes of what its lead-in hands down (GUIDELINE: enumerations)."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.find.clause.clause import Clause
from extractor.find.clause.predicates import Predicate, is_carrier, predicate_of
from extractor.find.deadline.governing import deadline_of
from extractor.find.deadline.window import Window
from extractor.find.duty.deliverables import actor_flag, is_delivered
from extractor.find.duty.duties import read_clauses
from extractor.find.duty.findings import TIMES, Act, clause_aside, new_obligation, set_aside
from extractor.find.duty.item_words import (
    acts,
    completes,
    denies_act,
    infinitive,
    is_bare_verb,
    item_predicate,
    opens_as_verb,
    reads_as_predicate,
)
from extractor.find.duty.lead_ins import action_of, starts_with_verb
from extractor.find.duty.open_lists import PERMITS
from extractor.find.duty.parted_acts import predicates_of
from extractor.find.duty.passage import Found, ListContext, Passage, Who
from extractor.find.duty.reasons import composition, reason_of
from extractor.find.duty.who import by_agents, joined, with_partners_after
from extractor.find.names.order_names import Names
from extractor.find.sentence.sentence import Sentence
from extractor.model import Deadline, NotObligation, Obligation, Span
from extractor.words.verbs import VERBS

UNCERTAIN_LIST = "whether the item is a duty of its own is uncertain"


def stands_alone(sentence: Sentence, found: list[Clause], context: ListContext) -> bool:
    """True for an item with an actor and a modal of its own (or one that the lead-in gave only a deadline)."""
    main = [clause for clause in found if not clause.embedded]
    if context.kind in ("deadline", "none"):
        return True
    if not main:
        return False
    first = main[0]
    if context.kind == "contents" and context.action is None and not context.who.actors and first.subject is None:
        return not starts_with_verb(sentence)  # ``The results of: (a) sections 2 and 3 shall be delivered by …``
    if first.subject is not None and not first.shared:
        if _is_inner(sentence, first):
            return False
        opening = sentence.text(0, first.subject.start)
        return not starts_with_verb(sentence) or first.subject.start == 0 or bool(re.match(r"[A-Z(]", opening))
    later = item_predicate(sentence, Names()).verb  # ``With respect to wheat, take steps that the Board may name``
    acts_before = later < first.modal.start and sentence.lower[later] in VERBS and sentence.words[later][0].islower()
    return not (starts_with_verb(sentence) or acts_before) and sentence.words[0][0].isupper()


def _is_inner(sentence: Sentence, clause: Clause) -> bool:
    """``provide agencies with feedback on how their views will …``: the words before a ``will`` open with the item's own verb."""
    lets = clause.modal_class in ("will", "permission", "encouragement")
    return lets and clause.start == 0 and sentence.lower[0] in VERBS and sentence.words[0][0].islower()


@dataclass(frozen=True, slots=True)
class Item:
    """A list item that carries on its lead-in's sentence: what it inherits, its predicate and its deadline.

    ``own_time``: the deadline is the item's own, not the lead-in's.
    """

    passage: Passage
    sentence: Sentence
    context: ListContext
    parts: Predicate
    deadline: Deadline
    rules: tuple[str, ...]
    own_time: bool
    open_list: bool

    @classmethod
    def read(cls, passage: Passage, sentence: Sentence, context: ListContext, open_list: bool) -> Item:
        """The item that ``sentence`` is under the lead-in of ``context``; ``open_list``: a list of its own follows."""
        if context.wants_to:
            parts = infinitive(sentence, passage.names)
        else:
            parts = item_predicate(sentence, passage.names, context.kind == "verbs", not context.carried)
        deadline, rules = deadline_of(sentence, Window(0, 0, 0, parts.verb, len(sentence.words)))
        own_time = deadline.kind != "none" and _is_its_own(sentence, parts, deadline)
        if not own_time and context.deadline.kind != "none":
            deadline = replace(context.deadline, inherited=True)
        return cls(passage, sentence, context, parts, deadline, rules, own_time, open_list)

    @property
    def child(self) -> str:
        """What the items under this one are: contents of its duty, or what it lets somebody do."""
        return "permission" if PERMITS.search(self.sentence.whole) else "contents"

    @property
    def who(self) -> Who:
        """Who acts: the lead-in's actors, with the partners that the item names."""
        who = joined(self.passage, self.sentence, self.context.who, self.parts)
        return who if self.parts.empty else with_partners_after(self.passage, self.sentence, self.parts, who)


def read_item(
    passage: Passage, sentence: Sentence, found: list[Clause], context: ListContext, open_list: bool
) -> Found:
    """An item that carries on the lead-in's sentence."""
    item = Item.read(passage, sentence, context, open_list)
    made = _verb_item(item, bool(found)) if context.kind == "verbs" else _other_item(item)
    told = _told_of_actors(found) if context.kind == "verbs" else []
    inner = read_clauses(replace(passage, memory=made.memory), sentence, told, Deadline())
    obligations = (*made.obligations, *(duty for each in inner.clauses for duty in each.obligations))
    asides = [each.aside for each in inner.clauses if each.aside]
    asides += [
        clause_aside(passage, sentence, each, *_reason(passage, sentence, each)) for each in found if each not in told
    ]
    handed_down = made.handed_down if open_list else None
    return replace(made, obligations=obligations, others=(*asides, *made.others), handed_down=handed_down)


def _told_of_actors(found: list[Clause]) -> list[Clause]:
    """``oversee the Committee, which shall meet, and shall advise …``: the clauses of an actor that an item names."""
    told: list[Clause] = []
    for clause in found:
        if clause.relative and clause.subject or clause.shared and told:
            told.append(clause)
    return told


def _reason(passage: Passage, sentence: Sentence, clause: Clause) -> tuple[str, str]:
    """Why a modal inside an item obliges nobody: a definition or a permission as elsewhere, else that it stands inside."""
    parts = predicate_of(sentence, clause, passage.names)
    reason, rule = reason_of(sentence, clause, parts, passage.place)
    return reason or "embedded", rule or "reason.embedded"


def _verb_item(item: Item, has_modal: bool) -> Found:
    """An item under ``shall:``; one that brings no verb hands on what it was handed."""
    sentence, parts, context, deadline = item.sentence, item.parts, item.context, item.deadline
    memory, who = item.passage.memory, item.who
    action = sentence.text(parts.verb, parts.end)
    if context.own_modals:
        return Found(memory)
    if parts.empty or is_carrier(action) and item.open_list:
        return Found(memory, handed_down=replace(context, who=who, deadline=deadline))
    if rule := composition(context.modal, action):
        aside = set_aside(item.passage, sentence, context.modal, "constitutive", rule)
        return Found(memory, others=(aside,), handed_down=replace(context, kind="contents"))
    if acts(sentence, parts) and not reads_as_predicate(sentence, parts) and context.carried:
        return Found(memory, handed_down=_of_gerund(item))
    if not (reads_as_predicate(sentence, parts) or is_bare_verb(sentence, parts) or _must_be_verb(item)):
        handed_down = replace(context, kind=item.child) if has_modal else replace(context, deadline=deadline)
        return Found(memory, handed_down=handed_down)
    inherited = replace(deadline, inherited=True)
    handed_down = replace(context, kind=item.child, who=who, deadline=inherited, action=action_of(sentence, parts))
    return replace(_obliged(item, who), handed_down=handed_down)


def _must_be_verb(item: Item) -> bool:
    """Right under ``shall:`` a word with a capital is a verb all the same (``Rewild the shore``), and a gerund a slip for one."""
    if item.context.carried:
        return False
    return acts(item.sentence, item.parts) or opens_as_verb(item.sentence, item.parts)


def _of_gerund(item: Item) -> ListContext:
    """``perform the following functions: (a) Giving reports, including:``: what the items under a gerund are contents of."""
    rules = tuple("list.contents" if rule == "list.verbs" else rule for rule in item.context.rules)
    action = action_of(item.sentence, item.parts)
    return replace(item.context, kind="contents", deadline=item.deadline, rules=rules, action=action)


def _other_item(item: Item) -> Found:
    """An item of contents: an obligation only with a time or an agent of its own; else it is set aside with its reason."""
    return replace(_of_contents(item) or _left_out(item), handed_down=item.context)


def _of_contents(item: Item) -> Found | None:
    if item.context.kind != "contents":
        return None
    passage, sentence, parts, context = item.passage, item.sentence, item.parts, item.context
    acting = acts(sentence, parts)
    dated = item.own_time and item.deadline.kind in ("relative", "event", "fixed")
    if item.own_time and context.who.actors and acting and _sets_when(item):
        return _obliged(item, item.who)
    dated = dated or _recurs_thereafter(item)
    complete = completes(sentence, parts) and (item.deadline.kind != "event" or _says_which(sentence))
    if dated and context.action and not acting and complete and _is_an_act(context):
        return Found(passage.memory, obligations=(_distributed(item, context.action),))
    if dated and not context.who.actors and (is_delivered(sentence, parts) or acting and _opens_with_its_time(item)):
        who = passage.memory.paragraph
        return _obliged(item, who, ("actor.deliverable-with-deadline",), (actor_flag(who),))
    if not context.who.actors and (agents := by_agents(passage, sentence, parts)):
        return _obliged(item, Who(agents), ("actor.by-agent",))
    return None


def _recurs_thereafter(item: Item) -> bool:
    """``a subsequent report at least once annually thereafter``: the item says that what was first goes on."""
    return (
        item.deadline.kind == "recurring"
        and "thereafter" in (item.deadline.recurs or "")
        and not item.deadline.inherited
    )


def _sets_when(item: Item) -> bool:
    """Contents are an act of their own by a time that they name; ``upon request`` and ``as soon as possible`` only where they open it."""
    deadline, first = item.deadline, item.sentence.place(item.parts.verb, item.parts.end).start
    unanchored = "deadline.within-unanchored" in item.rules  # ``deployment within the next 4 years``
    timed = deadline.kind != "vague" and not unanchored and (deadline.kind != "event" or deadline.amount is not None)
    return timed or deadline.span is not None and deadline.span.start < first


def _opens_with_its_time(item: Item) -> bool:
    """``This effort shall include: (i) within 180 days of …, assessing …``: a part of the effort with a time of its own."""
    sentence, parts, span = item.sentence, item.parts, item.deadline.span
    gerund = not parts.empty and sentence.lower[parts.verb].endswith("ing")
    return gerund and item.deadline.amount is not None and span is not None and span.start <= sentence.place(0, 1).end


def _says_which(sentence: Sentence) -> bool:
    """``a final report``, ``section 4 of this order``: the item is one of those that the lead-in speaks of."""
    return sentence.lower[0] in ("a", "an", "section", "sections", "subsection", "subsections", "paragraph")


def _is_an_act(context: ListContext) -> bool:
    """Does the lead-in say what somebody does, or what is to be delivered? ``Such rules shall include:`` does neither."""
    return bool(context.who.actors) or bool(context.action and _PASSIVE.match(context.action[0]))


_PASSIVE = re.compile(r"be \w+(?:ed|en|de|ne|ught|ilt|nt|ld)\b(?<!be included)(?<!be limited)", re.I)


def _left_out(item: Item) -> Found:
    kind = item.context.kind
    others: tuple[NotObligation, ...] = ()
    if kind in ("permission", "policy") or reads_as_predicate(item.sentence, item.parts):
        reason = kind if kind in ("permission", "policy") else "content"
        others = (set_aside(item.passage, item.sentence, None, reason, f"list.{kind}"),)
    return Found(item.passage.memory, others=others)


def _is_its_own(sentence: Sentence, parts: Predicate, deadline: Deadline) -> bool:
    """Is the deadline the item's own, or a time inside its object (``to, by January 4, 2027, require``)?"""
    first = sentence.place(parts.verb, parts.end).start
    if deadline.kind == "vague" and parts.verb:
        return deadline.span is not None and deadline.span.start < first and acts(sentence, parts)
    right_behind = sentence.place(parts.verb + 1, parts.end).start
    return (
        deadline.kind == "relative"
        or "thereafter" in (deadline.recurs or "")
        or deadline.kind == "recurring"
        and deadline.span is not None
        and deadline.span.start == right_behind
        or deadline.span is not None
        and (deadline.span.start < first or deadline.span.end >= sentence.place(0, parts.end).end - 1)
    )


def _obliged(item: Item, who: Who, doer_rules: tuple[str, ...] = (), review: tuple[str, ...] = ()) -> Found:
    """The obligations of an item, one for each predicate with a deadline of its own."""
    passage, sentence, parts, context = item.passage, item.sentence, item.parts, item.context
    certain = acts(sentence, parts) or is_delivered(sentence, parts) or by_agents(passage, sentence, parts)
    rules = (*context.rules, *parts.rules, *item.rules, *doer_rules)
    made = tuple(
        new_obligation(
            passage,
            sentence,
            Act.of(sentence, start, end, context.modal, context.prohibition != denies_act(sentence, start)),
            who,
            own,
            (*rules, *own_rules),
            review if certain else (*review, UNCERTAIN_LIST),
        )
        for start, end, own, own_rules in predicates_of(passage, sentence, parts, item.deadline)
    )
    return Found(passage.memory.after(who), obligations=made)


def _distributed(item: Item, action: tuple[str, Span]) -> Obligation:
    """A lead-in whose items each set their own time is one obligation for each item."""
    context = item.context
    act = Act(context.modal, "prohibition" if context.prohibition else "duty", *action)
    review = () if context.who.actors else ("responsible official not stated",)
    rules = (*context.rules, *item.rules, TIMES)
    return new_obligation(item.passage, item.sentence, act, context.who, item.deadline, rules, review)
