"""How a list item opens: its predicate, and whether its first word acts."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.find.clause.predicates import Predicate, is_gerund, strict_predicate, verb_behind
from extractor.find.names.order_names import Names
from extractor.find.sentence.asides import deadline_at
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import CONNECTORS, DETERMINERS, PRONOUNS
from extractor.words.verbs import VERBS

_OPENING_VERB = re.compile(r"^[a-z][a-z-]+$")
_OPENS_AN_ASIDE = frozenset(
    "to in with upon given for by as consistent within based after before following when where if under through on at during because since notwithstanding pursuant".split()
)
# What opens an aside under a lead-in that ends in its modal, as a preposition does: ``where needed and after a review, …``.
_OPENS_A_LONG_ASIDE = frozenset(
    "if unless until wherever whenever once upon without out except beginning using building absent prior within where".split()
)
_NOUN_ENDINGS = ("tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship")
_NO_VERB = frozenset(
    "that which who whom whose if when where whether because as while until unless than not only also its their his her our this these those such any all each "
    "no some both either neither many most more less other another same".split()
)


def item_predicate(sentence: Sentence, names: Names, wants_verb: bool = False, gerunds: bool = False) -> Predicate:
    """The predicate of an item; ``to protect farmers, not later than 180 days after …, develop a plan`` opens with an aside.

    ``wants_verb``: the items bring the verbs (``using current funds, draw a map``). ``gerunds``: any gerund opens an aside,
    for the lead-in ends in its modal; under ``perform the following functions:`` it is a function.
    """
    size = len(sentence.words)
    if sentence.lower[:2] == ["subject", "to"] and (later := _behind_the_aside(sentence, 0, names)):
        return later
    parts = strict_predicate(sentence, 0, size, names)
    if not parts.empty and denies_act(sentence, parts.verb + 1):
        return replace(parts, verb=strict_predicate(sentence, parts.verb + 1, size, names).verb)
    if parts.empty or sentence.lower[parts.verb] in VERBS:
        return parts
    if parts.verb and sentence.lower[parts.verb] in ("a", "an"):
        return parts  # ``within 90 days of …, a list of practices that could …``
    opening = sentence.lower[parts.verb]
    aside = (
        _opens_with_an_aside(opening)
        or wants_verb
        and (gerunds and opening.endswith("ing") or opening in _OPENS_A_LONG_ASIDE)
    )
    if aside and (later := _behind_the_aside(sentence, parts.verb, names)):
        return later
    if aside and wants_verb and (unknown := _unknown_verb_behind(sentence, parts.verb, names)):
        return unknown
    behind = verb_behind(sentence, parts.verb, size) if parts.verb else None
    return parts if behind is None else replace(parts, verb=behind, rules=(*parts.rules, "predicate.tolerant"))


def denies_act(sentence: Sentence, verb: int) -> bool:
    """``not sell the mills``: does the word before the item's verb forbid it?"""
    return verb > 0 and sentence.lower[verb - 1] in ("not", "never")


def _unknown_verb_behind(sentence: Sentence, start: int, names: Names) -> Predicate | None:
    """``on behalf of the President, thank the millers``: a word of no list behind the aside, which an object follows."""
    for position in range(start + 1, len(sentence.words)):
        if sentence.lower[position] == "," and not sentence.enclosed[position]:
            later = strict_predicate(sentence, position + 1, len(sentence.words), names)
            object_follows = bool(DETERMINERS & set(sentence.lower[later.verb + 1 : later.verb + 2]))
            return later if object_follows and is_bare_verb(sentence, later) else None
    return None


def infinitive(sentence: Sentence, names: Names) -> Predicate:
    """The predicate of an item that brings its own ``to`` (``is directed: (i) to list the mills``)."""
    size = len(sentence.words)
    parts = strict_predicate(sentence, 0, size, names)
    if sentence.lower[parts.verb : parts.verb + 1] != ["to"]:
        return parts
    return replace(parts, verb=strict_predicate(sentence, parts.verb + 1, size, names).verb)


def _behind_the_aside(sentence: Sentence, start: int, names: Names) -> Predicate | None:
    """The predicate behind the first comma after which a base verb, asides apart, opens it."""
    size = len(sentence.words)
    for position in range(start + 1, min(size, start + 80)):
        if sentence.lower[position] != "," or sentence.enclosed[position]:
            continue
        later = strict_predicate(sentence, position + 1, size, names)
        if not later.empty and sentence.lower[later.verb] in VERBS and sentence.words[later.verb][0].islower():
            return later
    return None


def _opens_with_an_aside(word: str) -> bool:
    """A preposition, or a noun after a role phrase (``through consultation with agencies, study …``)."""
    return word in _OPENS_AN_ASIDE or word not in VERBS and word.endswith(_NOUN_ENDINGS)


def reads_as_predicate(sentence: Sentence, parts: Predicate) -> bool:
    """The item opens with a base verb, in lower case or as a capitalised heading of its own."""
    if parts.empty:
        return False
    word = sentence.lower[parts.verb]
    return (
        word in VERBS
        or bool(_OPENING_VERB.match(sentence.words[parts.verb]))
        and word.endswith(("ize", "ate", "ify", "ise", "fy"))
    )


def is_bare_verb(sentence: Sentence, parts: Predicate) -> bool:
    """Under ``shall:`` an unknown word in lower case that could open nothing else is a verb all the same; not ``upkeep of``."""
    if parts.empty:
        return False
    word, following = sentence.words[parts.verb], sentence.lower[parts.verb + 1 : parts.verb + 2]
    joined = (
        following == ["and"]
        and sentence.lower[parts.verb + 2 : parts.verb + 3] != []
        and sentence.lower[parts.verb + 2] in VERBS
    )
    if joined and word.isalpha():
        return True  # ``Project and develop requirements``
    spelled = word.isalpha() and word.islower() and len(word) > 2 and not word.endswith("ing")
    return spelled and following != ["of"] and _may_be_verb(word)


def opens_as_verb(sentence: Sentence, parts: Predicate) -> bool:
    """The item's first word, with a capital for that alone, goes on as a verb does: ``Rewild the shore``; not ``Staff of``."""
    if parts.empty or parts.verb > 0:
        return False
    word, following = sentence.words[0], sentence.words[1:2]
    spelled = word.isalpha() and word[1:].islower() and len(word) > 2
    goes_on = following != [] and following[0].islower() and following[0] not in _FOLLOWS_A_NOUN
    return spelled and goes_on and _may_be_verb(word.lower())


_FOLLOWS_A_NOUN = frozenset("of is are was were has have shall must will may should and or who which that".split())


def _may_be_verb(word: str) -> bool:
    plural = word.endswith("s") and not word.endswith("ss") or word.endswith(_NOUN_ENDINGS)
    return not plural and word not in CONNECTORS | DETERMINERS | PRONOUNS | _NO_VERB | _OPENS_AN_ASIDE


def acts(sentence: Sentence, parts: Predicate) -> bool:
    """A base verb, or a gerund after ``including by:``."""
    if parts.empty:
        return False
    word = sentence.lower[parts.verb]
    return word in VERBS or is_gerund(word)


def completes(sentence: Sentence, parts: Predicate) -> bool:
    """An item that only says which one and when: ``section 6(a) of this order within 90 days of …``, ``within 90 days of …, a list``,
    or only when.
    """
    opening = next((phrase for position in (0, 1) if (phrase := deadline_at(sentence, position))), None)
    if opening is not None:
        only_when = all(word in (",", ".", ";", ":", "and", "or") for word in sentence.lower[opening.reach :])
        return only_when or sentence.lower[parts.verb : parts.verb + 1] in (["a"], ["an"], ["of"])
    return len(sentence.words) < 60
