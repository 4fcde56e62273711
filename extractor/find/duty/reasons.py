"""Is a clause an obligation, and if not, why not?"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from extractor.find.clause.clause import Clause
from extractor.find.clause.predicates import Predicate
from extractor.find.names.heads import names_person
from extractor.find.rules.modals import SPLIT
from extractor.find.rules.reasons import RULES
from extractor.find.sentence.sentence import Sentence
from extractor.model import Paragraph
from extractor.words.nouns import COUNCIL_NOUNS, OFFICER_NOUNS

_GENERAL = re.compile(
    r"^(?:general|miscellaneous|other|additional)\s+provisions?\b|^(?:general|miscellaneous|severability|publication|judicial review|costs? of publication)\W*$",
    re.I,
)
_STATES_NEED = re.compile(
    r"^(?:policy|policies|purpose|purposes|background|findings?|principles?|preamble|introduction|vision|objectives?|goals?|statement of policy)\b|^(?:(?:statement of|general|national|united states|purpose and|findings and|background and|scope and) )?(?:policy|policies|purpose|findings)$"
    r"|^policy and\b|^purpose and\b|\band policy$",
    re.I,
)
_DEFINITIONS = re.compile(r"\bdefinitions?\b", re.I)
_AMENDS = re.compile(
    r"\b(?:is|are|be) (?:hereby |further |also )*(?:amended|revised|modified) (?:to read|by|as follows)|\bamended to (?:read|include)|\bstriking\b.{0,200}\binserting\b|\bby inserting\b|\bby adding\b.{0,80}“",
    re.I,
)
_NATION = re.compile(
    r"\b(?:united states|my administration|administration|america|american people|americans|nation|federal government|we|i|our|government|country|congress|president|executive branch)$",
    re.I,
)
_NAMED_ADMINISTRATION = re.compile(
    r"(?:\w+ ){2,}Administration$"
)  # ``the Federal Aviation Administration``; not ``my Administration``
_OPENS_A_CASE = frozenset("if before when once where after upon unless".split())  # ``Before it acts, the agency must``
_OFFICIAL = re.compile(r"\bagenc(?:y|ies)\b|\bemployees\b|\b(?:Secretary|Director|Administrator|Attorney General)\b")
_IS_A_STATE = re.compile(
    r"be (?:\w+ly )?(?:accountable|able|ready|free|fair|transparent|consistent|mindful|vigilant|clear|strong|safe|secure)\b",
    re.I,
)
_DEFINES = re.compile(
    r"(?:\(\w+\)\s*)?(?:for (?:the )?purposes? of [^“]{3,80})?(?:the )?(?:terms? )?“[^”]{2,120}”[^“.]{0,60}?\b(?:means?|refers? to|includes?)\b",
    re.I,
)
_POLICY_THAT = re.compile(r"(?:\w+, )?(?:it is|it shall be)(?: \w+)? the (?:\w+ )?policy of [^.]{3,80}? that\b", re.I)
_BEFORE_A_COMPLEMENT = re.compile(
    r"(?:(?!\b(?:of|on|for|to|within|at|in|under|that|which|who|whom|established|described|identified|by|from|with)\b)[^(|])+",
    re.I,
)
_RULES = tuple((rule.name, rule.reason, rule.pattern, rule.subject) for rule in RULES)


@dataclass(frozen=True, slots=True)
class Place:
    """What kind of passage a paragraph stands in. ``skipped`` is the reason that covers the whole passage."""

    skipped: str | None = None
    states_need: bool = False
    definitions: bool = False
    opens_section: bool = False
    goes_on_to_direct: bool = False
    has_items: bool = False

    @classmethod
    def of(
        cls,
        paragraph: Paragraph,
        heading: str | None,
        section_heading: str,
        goes_on_to_direct: bool,
        has_items: bool = False,
    ) -> Place:
        """The place of ``paragraph``, from its part, its heading and its section's."""
        skipped = None
        if paragraph.quoted:
            skipped = "amendment"
        elif _GENERAL.search(section_heading):
            skipped = "general-provision"
        elif paragraph.part in ("table", "annex"):
            skipped = "content"
        need = bool(
            _STATES_NEED.search(section_heading) or _STATES_NEED.search(heading or "") or paragraph.part == "preamble"
        )
        opens = paragraph.label is None or paragraph.label in ("(a)", "(1)") or paragraph.label.startswith("Sec.")
        return cls(
            skipped,
            need,
            bool(_DEFINITIONS.search(section_heading) or _DEFINITIONS.search(heading or "")),
            opens,
            goes_on_to_direct,
            has_items,
        )


def reason_of(
    sentence: Sentence, clause: Clause, parts: Predicate, place: Place, leads: tuple[str, ...] = ()
) -> tuple[str | None, str | None]:
    """(reason, rule) of a clause that obliges nobody, or (None, None) where it may be an obligation.

    ``leads``: the names of those who are its subject, written out.
    """
    if clause.embedded and amends(sentence.whole):
        return "amendment", "reason.amends"
    if clause.modal_class in ("permission", "encouragement"):
        return clause.modal_class, clause.modal.rule.name
    if clause.embedded:
        return ("policy", "reason.policy") if _is_a_policy(sentence, clause) else ("embedded", "reason.embedded")
    if whole := _of_whole(sentence, clause):
        return whole
    subject = _subject_text(sentence, clause)
    modal = sentence.text(clause.modal.start, clause.modal.end)
    line = f"{subject} | {modal} | {_predicate_text(sentence, clause, parts)}".translate(_HYPHENS)
    kinds = _kinds(clause, subject, leads)
    for name, reason, pattern, wants in _RULES:
        if wants in kinds and pattern.search(line):
            return reason, name
    return _by_place(sentence, clause, subject, parts, place)


_HYPHENS = {0x2010: "-", 0x2011: "-"}  # the typeset hyphens of ``Co‑Chair``


def _of_whole(sentence: Sentence, clause: Clause) -> tuple[str, str] | None:
    """What the whole sentence is, where that leaves none of its clauses a duty: an amendment, a definition, a policy."""
    if clause.subject is None and amends(sentence.whole):
        return "amendment", "reason.amends"
    if _DEFINES.match(sentence.whole):
        return "definition", "reason.definition"
    if clause.start == 0 and not clause.shared and _is_a_policy(sentence, clause):
        return "policy", "reason.policy"
    return None


def _is_a_policy(sentence: Sentence, clause: Clause) -> bool:
    """``It is the policy of the United States that agencies shall``."""
    policy = _POLICY_THAT.match(sentence.whole)
    return policy is not None and policy.end() <= sentence.offsets[clause.modal.start]


def _kinds(clause: Clause, subject: str, leads: tuple[str, ...]) -> tuple[str, ...]:
    """The kinds of subject that a clause has, as rules ask for them."""
    kind = "other" if clause.subject is None else "actor"
    council = bool(leads) and all(_is_council(name) for name in leads)
    council = council or _is_council(re.split(r",\s+", subject.strip(" ,"))[-1])
    return ("any", kind, "council") if council else ("any", kind)


def _is_council(name: str) -> bool:
    """A body with members, or its members: ``Advisory Council on Trade``, ``the remaining members``; not its chair."""
    head = _BEFORE_A_COMPLEMENT.match(name)
    words = re.findall(r"[\w’'-]+", head[0].lower()) if head else []
    return bool(words) and words[-1] in COUNCIL_NOUNS | {"staff"}


@lru_cache(maxsize=64)
def amends(text: str) -> bool:
    """Does a sentence change the words of another text? Asked for each of its clauses, answered once."""
    return bool(_AMENDS.search(text))


def composition(modal: str, action: str) -> str | None:
    """The rule by which an item only says who sits on a body and in which seat; ``None`` for an act."""
    line = f"It | {modal} | {action}".translate(_HYPHENS)
    return next(
        (name for name, reason, pattern, _ in _RULES if name == "reason.composition" and pattern.search(line)), None
    )


def _subject_text(sentence: Sentence, clause: Clause) -> str:
    if clause.subject and clause.shared:
        return " and ".join(named.phrase.name for named in clause.subject.leads)
    start = clause.subject.start if clause.subject else clause.start
    if clause.modal_class == "direct":
        return sentence.text(start, clause.after)
    return sentence.text(max(min(start, clause.modal.start), clause.modal.start - 120), clause.modal.start)


def _predicate_text(sentence: Sentence, clause: Clause, parts: Predicate) -> str:
    text = sentence.text(parts.verb, min(parts.end, parts.verb + 40))
    return f"not {text}" if clause.negated else text


def _by_place(
    sentence: Sentence, clause: Clause, subject: str, parts: Predicate, place: Place
) -> tuple[str | None, str | None]:
    modal = clause.modal.rule.name
    if place.definitions and clause.subject is None:
        return "definition", "reason.definitions-section"
    if modal in ("modal.is-directed-to", SPLIT) and _reports_a_duty(sentence, clause, place):
        return "policy", "reason.policy-section"
    if modal == "modal.i-direct" and place.states_need and _tells_of_the_order(sentence, clause):
        return "policy", "reason.policy-section"
    if modal in ("modal.will", "modal.must") and _states_need(sentence, clause, subject, parts, place):
        return "policy", "reason.states-a-need"
    if place.states_need and clause.subject is None:
        return "policy", "reason.policy-section"
    if modal == "modal.will" and (clause.subject is None or _describes(sentence, parts)):
        return "content", "reason.describes"
    if modal in ("modal.is-to", "modal.is-also-to") and clause.subject is None:
        return "content", "reason.no-actor"
    if re.match(r"there\b", subject.strip(), re.I) and clause.subject is None:
        return "constitutive", "reason.there-shall-be"
    return None, None


def _reports_a_duty(sentence: Sentence, clause: Clause, place: Place) -> bool:
    """A duty that the law already sets: ``agencies are required to share records`` under a heading of policy, or quoted."""
    words = sentence.lower[clause.modal.start : clause.modal.end]
    quoted = sentence.words[clause.after : clause.after + 1] == ["“"]
    told = place.states_need and "hereby" not in words or quoted
    return told and any(word in ("required", "charged", "tasked") for word in words)


def _tells_of_the_order(sentence: Sentence, clause: Clause) -> bool:
    """``this order directs agencies to`` under a heading of policy: it tells what the sections after it direct."""
    return sentence.lower[clause.modal.start] in ("this", "order", "memorandum")


def _ends_in_an_agency(clause: Clause) -> bool:
    """``the Secretary, acting through the head of the Federal Aviation Administration, must``: an agency, not the Government."""
    named = clause.subject
    if named is None:
        return False
    phrases = (*(lead.phrase for lead in named.leads), *named.consulted, *named.coordinating)
    officers = (officer for lead in named.leads for officer in lead.through)
    last = max((*phrases, *officers), key=lambda phrase: phrase.end, default=None)
    return last is not None and bool(_NAMED_ADMINISTRATION.search(last.name))


def _dates_something(sentence: Sentence) -> bool:
    return any(phrase.dated and phrase.kind != "recurring" for phrase in sentence.deadlines)


def _states_need(sentence: Sentence, clause: Clause, subject: str, parts: Predicate, place: Place) -> bool:
    """A need that later paragraphs then direct: ``the Federal Government must adopt …``."""
    nation = _is_the_nation(subject.strip(" ,")) and not _ends_in_an_agency(clause)
    if clause.subject and not nation and _dates_something(sentence):
        return False  # who must act by when is told what to do, whatever the section is headed
    if place.states_need or nation:
        return True
    if clause.subject and _AS_LAW_ALLOWS.search(sentence.whole):
        return False  # a need has no such limit
    if clause.modal.rule.name != "modal.must" or sentence.deadlines or parts.empty and place.has_items:
        return False
    if _ONE_AGENCY.search(subject.strip(" ,")):
        return False
    if _DONE_BY.match(sentence.text(parts.verb, parts.end)):
        return False
    if _IS_A_STATE.match(sentence.text(parts.verb, parts.end)):
        return True
    if clause.subject and sentence.lower[0] in _OPENS_A_CASE and _OFFICIAL.search(sentence.whole):
        return False
    return (place.opens_section or place.goes_on_to_direct) and (
        clause.subject is None or all(_is_body(named.phrase.name) for named in clause.subject.leads)
    )


def _is_the_nation(subject: str) -> bool:
    """``the United States``, ``the Government of the United States``; not its ``Archivist of the United States``."""
    return bool(_NATION.search(subject)) and not _ITS_OFFICER.search(subject)


_ITS_OFFICER = re.compile(r"\b(?!Government|President|People|Congress)[A-Z]\w+ of the United States$")
_ONE_AGENCY = re.compile(
    r"^(?:(?:an|any|each|every|no|such) (?:executive )?(?:agency|department)|the agency)\b", re.I
)  # ``An agency must avoid``
_AS_LAW_ALLOWS = re.compile(
    r"\b(?:(?:maximum |fullest )?extent (?:permitted|allowed) by|consistent with) (?:applicable )?law\b", re.I
)
_DONE_BY = re.compile(
    r"be (?:\w+ly )?(?:approved|authorized|certified|justified|reviewed|signed) (?:in writing |also )?by (?:the|each|an?) "
)


def _is_body(name: str) -> bool:
    """An agency or a body as against an official: ``agencies``, ``CISA``, ``the Department of Defense``."""
    words = name.lower().split()
    head = words[words.index("of") - 1] if "of" in words[1:] else words[-1]
    return head not in OFFICER_NOUNS and not names_person(name)


def _describes(sentence: Sentence, parts: Predicate) -> bool:
    """``will`` with a state, not an act: it tells what is to be expected. ``will be responsible for`` gives a task."""
    words = sentence.lower[parts.verb : parts.end]
    if words[:3] == ["be", "responsible", "for"] or words[:1] == ["include"] and "in" in words[2:]:
        return False  # ``will include the list in its report``
    return parts.empty or sentence.lower[parts.verb] in (
        "be",
        "have",
        "continue",
        "need",
        "include",
        "become",
        "help",
        "allow",
        "enable",
        "remain",
        "benefit",
    )
