"""Doubts of a finished obligation: is it an act that somebody must do?

One function a doubt, true where it arises. They look at the result, whichever rules made it, with expressions of their
own: a doubt that shared the rules' lists would share their errors.
"""

from __future__ import annotations

import re
from itertools import pairwise

from extractor.find.duty.surroundings import Surroundings
from extractor.model import Obligation
from extractor.words.function_words import CONNECTORS, DETERMINERS, FILLERS
from extractor.words.verbs import VERBS

_SMALL = CONNECTORS | DETERMINERS | FILLERS | frozenset("as so if when but about after before other not nor".split())
_NEVER_VERBS = ("ing", "ed", "al", "tion", "ment", "ity", "try", "ary", "ic", "ive", "ous", "ly", "ies")
_MAKES_VERBS = re.compile(r"[a-z]+(?:ize|ise|ify|ate)")


def opens_without_verb(duty: Obligation, around: Surroundings) -> bool:
    """The action's first word is no verb in its base form; one right behind the modal counts as such by its place."""
    opening = re.match(r"[\w’-]+", duty.action)
    word = opening[0].lower() if opening else ""
    if word in VERBS or word in ("be", "have", "do") or _MAKES_VERBS.fullmatch(word):
        return False
    listed = duty.action[len(word) : len(word) + 1] == ","  # ``health, welfare, safety``
    if not word.isalpha() or word in _SMALL or word.endswith(_NEVER_VERBS) or listed:
        return True
    return not around.front.lower().rstrip().endswith((duty.modal.split()[-1], ","))


# No verb phrase ends in one of these; ``on`` and ``in`` may belong to a verb (``move on``).
_ENDS_NOTHING = (CONNECTORS - {"on", "in"}) | frozenset(
    "a an the its their our every such able about into than upon as if when where whether how which who whose am are be been can could is may might must shall should was were will would".split()
)
_HAS_AN_OBJECT = re.compile(
    r"(?:adopt|consider|create|develop|ensure|establish|identify|implement|issue|prepare|provide|publish|revise|submit|update)"
    r"(?:,? (?:as|where|if|when) (?:appropriate|applicable|necessary|needed))?",
    re.I,
)


def breaks_off(duty: Obligation, around: Surroundings) -> bool:
    """``find sites that are``, ``Update, as appropriate``: the act's last words or its object are lost; before a colon the items have
    them, but for ``submit reports as follows:``, of which each item is an act.
    """
    if duty.action.lower().endswith(" as follows"):
        return True
    behind = duty.quote[duty.action_span.end - duty.span.start :].lstrip()
    last = duty.action.split()[-1:]  # of ``subsection (a)`` the letter is no article
    if behind.startswith((":", "—", "–")) or not behind:
        return False
    return any(word.lower() in _ENDS_NOTHING for word in last) or bool(_HAS_AN_OBJECT.fullmatch(duty.action))


_CONSTITUTES = re.compile(
    r"(?:have(?! (?:the|lead|primary)? ?responsib)|consist|comprise|constitute|serve as (?:(?:a|an|its|the) )?(?:(?:co-|vice[ -])?chair|member)|contain|remain|expire|cease to (?:be|exist)"
    r"|terminate(?= (?:on|upon|at|when|no|not|\d))|be (?!the|available|responsi|accountable|\w+(?:ed|en|wn|ne|de|ld|lt|pt|nt|ut|ght)\b))\b",
    re.I,
)


def says_what_is(duty: Obligation, around: Surroundings) -> bool:
    """A verb that says what somebody is or has, not what to do."""
    return bool(_CONSTITUTES.match(duty.action))


_EMBEDS = re.compile(
    r"(?!\AThat (?!the\b))\b(?:(?<!except )(?<!provided )that|how|whether|what|why|unless|until|if)\b", re.I
)


def stands_in_another_clause(duty: Obligation, around: Surroundings) -> bool:
    """A modal behind ``that``, ``how`` or ``whether`` with no comma between.

    A name's own ``that`` does not count, nor one that points back (``That determination shall be made by …``) or excepts.
    """
    if around.to_comma.endswith(" and") or any(" that " in name for name in duty.responsible):
        return False
    return bool(_EMBEDS.search(around.to_comma))


def is_permitted(duty: Obligation, around: Surroundings) -> bool:
    """A modal that lets or urges."""
    return bool(re.search(r"\b(?:may|should|can|could|authorized|encouraged)\b", duty.modal))


def is_parted(duty: Obligation, around: Surroundings) -> bool:
    """A second act under the same modal, parted from the first for a deadline of its own."""
    earlier = (each for each in around.siblings if each.action_span.start < duty.action_span.start)
    return any(_joins(around.body[each.action_span.end : duty.action_span.start], duty.modal) for each in earlier)


def _joins(between: str, modal: str) -> bool:
    return len(between) < 60 and not re.search(rf"\b{re.escape(modal)}\b", between)


DEEPEST = 5  # labels of a citation below its section
_ROMAN = re.compile(r"[ivx]{2,}|[IVX]{2,}")


def is_out_of_place(duty: Obligation, around: Surroundings) -> bool:
    """A citation with too many labels, with two of one kind in a row, or with a Roman numeral as its first beyond ``(i)``."""
    labels = re.findall(r"\(([^()]+)\)", duty.citation)
    kinds = [_kind(label) for label in labels]
    twice = any(one == two != "" for one, two in pairwise(kinds))
    return len(labels) >= DEEPEST or twice or kinds[:1] == ["roman lower"]


def _kind(label: str) -> str:
    """What a label counts with; nothing for one that may be a letter or a Roman numeral."""
    if label.isdigit():
        return "number"
    if label.lower() in ("i", "v", "x"):
        return ""
    return f"{'roman' if _ROMAN.fullmatch(label) else 'letter'} {'lower' if label.islower() else 'upper'}"


_PAIRS = (("“", "”"), ("(", ")"), ("[", "]"))


def does_not_close(duty: Obligation, around: Surroundings) -> bool:
    """Quotation marks or parentheses that do not pair, so that words may be taken for quoted or left out."""
    return any(duty.quote.count(one) != duty.quote.count(two) for one, two in _PAIRS)


def was_read_past(duty: Obligation, around: Surroundings) -> bool:
    """A reading of the tolerant pass."""
    return any(rule.endswith(".tolerant") for rule in duty.rules)
