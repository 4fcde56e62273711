"""Verbs that open a verb phrase in orders, in the base form: ``verbs.txt``, one a line, in alphabetical order.

They are asked for where a noun could stand instead: at the start of a list item, or of a second predicate.
"""

from __future__ import annotations

import re
from importlib.resources import files

from extractor.words.function_words import DETERMINERS

VERBS = frozenset(files("extractor.words").joinpath("verbs.txt").read_text("utf-8").split())

_OPENS_AN_OBJECT = DETERMINERS | {"a", "an", "the"}
# Behind words such as ``the list as it stood``, ``the claims received``, a time is that of what the object is or was.
_AS_IT_WAS = re.compile(r"\bas (?:it|they) (?:stood|was|were|existed|read|applied)$")
_IS = frozenset("be been being is are was were have has had get".split())


def says_when_it_was(before: list[str], from_an_event: bool) -> bool:
    """Do the words before a time speak of what became of the object: ``the list as it stood``, ``the claims received``?

    ``before`` begins with the act's verb. Behind a participle only the time ``from_an_event`` is the object's own, and not
    of what is to be done (``be completed``, ``have it printed``).
    """
    if _AS_IT_WAS.search(" ".join(before[-4:])):
        return True
    done = from_an_event and len(before) > 2 and before[-1].endswith("ed") and before[-1] not in VERBS
    return done and before[0] not in _IS and _IS.isdisjoint(before[-3:-1])


def opens_act(word: str, following: str, then: str = "") -> bool:
    """Behind ``to``: a verb of the list, or any other that goes on with its object or with one (``rank and sell``); not ``the President``."""
    if word in VERBS:
        return True
    if not word.isalpha() or word in _OPENS_AN_OBJECT:
        return False
    return following in _OPENS_AN_OBJECT or following == "and" and then in VERBS
