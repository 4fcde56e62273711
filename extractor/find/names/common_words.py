"""The words of a name in lower case (``other relevant agencies``): which head it, and which may stand in it."""

from __future__ import annotations

from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import CONNECTORS, DETERMINERS, QUALIFIERS
from extractor.words.nouns import ACTOR_NOUNS
from extractor.words.verbs import VERBS


def trim_connectors(lower: list[str], first: int, position: int) -> int:
    while position > first and lower[position - 1] in CONNECTORS | {","}:
        position -= 1
    return position


_LINKS = frozenset("of and or , “ ” the each all any every such other ’s 's ’ these those".split())


POSSESSIVES = frozenset("’s 's ’".split())


_ENDS_A_RUN = frozenset("to for with within".split())


_NOT_ALONE = frozenset(
    "lead head service services court general".split()
)  # nouns only where nothing follows but a link


_CHOSEN = frozenset("appointed assigned chosen designated detailed identified selected".split())


_BODIES = frozenset("agency bureau commission component department office".split())


def heads_of_a_list(lower: list[str], first: int, limit: int) -> int | None:
    """The end of ``agency, department, or commission head``: one word that heads several bodies."""
    place, several = first, 0
    while place < limit and (lower[place] in _BODIES or place > first and lower[place] in (",", "and", "or")):
        several += lower[place] in _BODIES
        place += 1
    closed = place < limit and lower[place] in ("head", "heads") and lower[place - 1] in _BODIES
    return place + 1 if several > 1 and closed else None


def heads_a_name(lower: list[str], position: int, has_head: bool) -> bool:
    word = lower[position]
    if word in ("individual", "individuals") and lower[position + 1 : position + 2] and lower[position + 1] in _CHOSEN:
        return True  # ``individuals designated under subsection (a)``
    followed = lower[position + 1 : position + 2] in (["of"], [","], ["shall"])
    return word in ACTOR_NOUNS and not (word in _NOT_ALONE and not has_head and not followed)


def carries_on(sentence: Sentence, position: int, limit: int, has_head: bool) -> bool:
    """May the word at ``position`` stand inside a run of common words? ``has_head``: an official or a body was named."""
    word = sentence.lower[position]
    if word in _ENDS_A_RUN:
        return False
    if word in _LINKS:
        return position not in sentence.role_at and _links(sentence, position, limit, has_head)
    owned = sentence.lower[position - 1] in POSSESSIVES  # ``each agency’s approval authority``
    opens = word.isalpha() and (not has_head or owned)
    joined = sentence.lower[position - 1] in ("and", "or") and word.isalpha() and word not in VERBS | DETERMINERS
    if joined and position < limit - 1 and sentence.lower[position + 1] in ACTOR_NOUNS:
        return True  # ``its member and observer agencies``
    leads_on = position < limit - 1 and opens and _leads_to_actor(sentence, position, limit)
    return word in QUALIFIERS or sentence.words[position][0].isupper() or leads_on


def _links(sentence: Sentence, position: int, limit: int, has_head: bool) -> bool:
    """Does a comma or an ``and`` join parts of one name, or does another name begin after it?"""
    lower, word = sentence.lower, sentence.lower[position]
    if word == "," and not _listed_adjective(lower, position, limit):
        return False
    if word == "the" and has_head and lower[position - 1] in ACTOR_NOUNS | {")"}:
        return False  # ``any official the Secretary deems appropriate``
    if word not in ("and", ",") or not has_head:
        return True
    if word == "and" and not _leads_to_actor(sentence, position + 1, limit):
        return False
    following = lower[position + 1] if position + 1 < len(lower) else ""
    return not (following in ("the", "each", "any", "all") or following and sentence.words[position + 1][0].isupper())


def _listed_adjective(lower: list[str], position: int, limit: int) -> bool:
    """A comma between adjectives: ``State, local, tribal, and territorial governments``."""
    return (
        lower[position - 1] in QUALIFIERS and position + 1 < limit and lower[position + 1] in QUALIFIERS | {"and", "or"}
    )


def comma_within(lower: list[str], position: int, limit: int) -> bool:
    """A comma that ends nothing: between adjectives, in ``title 5, United States Code``, between numbers."""
    following = lower[position + 1] if position + 1 < limit else ""
    numbers = lower[position - 1].isdigit() and (
        following.isdigit()
        or following == "and"
        and lower[position + 2 : position + 3]
        and lower[position + 2].isdigit()
    )
    return (
        bool(numbers)
        or following == "united"
        and lower[position + 2 : position + 4] == ["states", "code"]
        or _listed_adjective(lower, position, limit)
    )


def _leads_to_actor(sentence: Sentence, position: int, limit: int) -> bool:
    """True if an actor noun follows within a few qualifying words."""
    lower = sentence.lower
    for place in range(position, min(limit, position + 6)):
        word = lower[place]
        if word in ACTOR_NOUNS:
            return True
        allowed = (
            word in QUALIFIERS
            or word in DETERMINERS
            or word in (",", "and", "or", "’s", "'s")
            or sentence.words[place][0].isupper()
        )
        adjective = (
            place == position and word.isalpha() and len(word) > 3 and word not in CONNECTORS and not word.endswith("s")
        )
        if not allowed and not (
            adjective and lower[place + 1 : place + 2] and lower[place + 1] in ACTOR_NOUNS | QUALIFIERS
        ):
            return False
    return False
