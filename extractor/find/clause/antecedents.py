"""Whom a relative clause speaks of: the names that stand before its pronoun (``…, who shall post it``)."""

from __future__ import annotations

import re
from dataclasses import replace

from extractor.find.clause.name_lists import read_names
from extractor.find.clause.name_reading import Subject
from extractor.find.names.actors import ActorPhrase
from extractor.find.names.order_names import Names
from extractor.find.sentence.sentence import Sentence
from extractor.words.nouns import COUNCIL_NOUNS
from extractor.words.verbs import VERBS

THEIR_HEADS = ["the", "heads", "of"]


def heads_of_which(sentence: Sentence, start: int, pronoun: int, names: Names) -> Subject | None:
    """``representatives of the agencies, the heads of which shall``: the heads of what stands before the comma."""
    before = pronoun - len(THEIR_HEADS)
    if sentence.lower[pronoun] not in ("which", "whom") or sentence.lower[max(0, before) : pronoun] != THEIR_HEADS:
        return None
    subject = antecedent(sentence, start, before, names) if sentence.lower[before - 1] == "," else None
    if subject is None:
        return None
    return replace(subject, leads=tuple(replace(named, phrase=_its_heads(named.phrase)) for named in subject.leads))


def _its_heads(phrase: ActorPhrase) -> ActorPhrase:
    return replace(phrase, name=f"heads of {_MEMBERS_FROM.sub('', phrase.name)}")


_MEMBERS_FROM = re.compile(r"^(?:senior )?(?:officials|members|representatives) (?:of|from) (?:the )?(?:following )?")


def is_named(sentence: Sentence, phrase: ActorPhrase) -> bool:
    """``the Council``, ``a Federal Interagency Working Group``: a body, not ``a Program`` that is a thing."""
    if sentence.lower[phrase.start] not in ("a", "an"):
        return True
    return bool(set(phrase.name.lower().split()) & (COUNCIL_NOUNS - {"initiative", "center", "office"}))


def may_be_meant(sentence: Sentence, phrase: ActorPhrase, pronoun: int) -> bool:
    """A name, or before ``who`` officials in general: ``senior officials across the Office, who shall lend advice``."""
    one = phrase.name.startswith("individual ")
    in_general = one or phrase.generic and any(word.endswith("s") for word in phrase.name.split()[:3])
    return phrase.name[0].isupper() or in_general and sentence.lower[pronoun] == "who"


_IN_A_NAME = frozenset("of the for and on".split())


_HOUSED = frozenset("housed located placed situated hosted".split())  # its host is meant by the "which" that follows


_LONGEST_SEAT = 10  # tokens: ``within the Executive Office of the President,``


def before_its_seat(sentence: Sentence, pronoun: int) -> int:
    """Where the name ends that a pronoun means: before ``within the Executive Office of the President, which``."""
    for position in range(pronoun - 2, max(0, pronoun - _LONGEST_SEAT), -1):
        if sentence.lower[position] == "within":
            return pronoun if sentence.lower[position - 1] in _HOUSED else position
        if not sentence.words[position][0].isupper() and sentence.lower[position] not in _IN_A_NAME:
            break
    return pronoun


def antecedent(sentence: Sentence, start: int, pronoun: int, names: Names) -> Subject | None:
    """The longest run of names that ends at the pronoun."""
    found = None
    for position in range(pronoun - 1, max(start - 1, pronoun - 60), -1):
        verb = sentence.lower[position] in VERBS and sentence.words[position][0].islower()
        if found and verb:
            break
        if position and sentence.words[position - 1][0].isupper():
            continue  # inside a name
        if position and _is_a_place(sentence, position, pronoun):
            whole = read_names(sentence, position, pronoun, names)
            if not (whole and len(whole.leads) == 1 and _ends_at(sentence, whole, pronoun)):
                break
            found = None  # ``officials within the Office, who shall``: the place itself is not meant
            continue
        subject = read_names(sentence, position, pronoun, names)
        if (
            subject
            and subject.leads
            and sentence.lower[position] not in (",", "and", "or")
            and _ends_at(sentence, subject, pronoun)
        ):
            found = subject
    return found


def _is_a_place(sentence: Sentence, position: int, pronoun: int) -> bool:
    """``in the Department of Labor`` says where; ``housed in the Department of Labor`` names who is host."""
    place = position - 1 - (sentence.lower[position - 1] == "the")
    if sentence.lower[place] == "by" and sentence.lower[pronoun] == "who":
        return False  # ``led by an Administrator, who shall``
    return sentence.lower[place] in _PLACES and sentence.lower[place - 1] not in _HOUSED


_PLACES = frozenset("within in by at under".split())


def _ends_at(sentence: Sentence, subject: Subject, pronoun: int) -> bool:
    """Nothing but commas and ``as applicable`` stands between the last name and the pronoun."""
    last = max(named.phrase.end for named in subject.leads)
    return all(word in (",", "as", "applicable", "appropriate") for word in sentence.lower[last:pronoun])


LONGEST_ACTOR = 15  # tokens between ``which`` and its modal


def actor_of_which(sentence: Sentence, modal: int, start: int, names: Names) -> Subject | None:
    """``publish a cost, which agencies shall use``: behind ``, which`` the actor of a clause of its own."""
    for position in range(modal - 1, max(start, modal - LONGEST_ACTOR), -1):
        if sentence.lower[position] == "which" and sentence.lower[position - 1] == ",":
            subject = read_names(sentence, position + 1, modal, names)
            return subject if subject and subject.leads else None
    return None
