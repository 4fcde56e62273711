"""Verbs that open a verb phrase in orders, in the base form: ``verbs.txt``, one a line, in alphabetical order.

They are asked for where a noun could stand instead: at the start of a list item, or of a second predicate.
"""

from __future__ import annotations

from importlib.resources import files

from extractor.words.small import DETERMINERS

VERBS = frozenset(files("extractor.words").joinpath("verbs.txt").read_text("utf-8").split())

_OPENS_AN_OBJECT = DETERMINERS | {"a", "an", "the"}


def opens_act(word: str, following: str) -> bool:
    """Behind ``to``: a verb of the list, or any other that goes on with its object (``rank the mills``); not ``the President``."""
    if word in VERBS:
        return True
    return word.isalpha() and word not in _OPENS_AN_OBJECT and following in _OPENS_AN_OBJECT
