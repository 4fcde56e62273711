"""What joins the words of one capitalised name: an ``and``, a comma, an article."""

from __future__ import annotations

from extractor.find.names.order_names import Names
from extractor.find.sentence.sentence import Sentence
from extractor.words.nouns import ACTOR_NOUNS, BODY_NOUNS, COMMA_NAMES, TITLE_STARTS, names_title


def _are_letters(words: list[str], *places: int) -> bool:
    """``Directors of the FWS and the BLM``: both bodies are named by letters."""
    return all(place < len(words) and words[place].isupper() and len(words[place]) > 1 for place in places)


_CABINET = frozenset(
    "state war defense treasury interior agriculture commerce labor transportation energy education".split()
)


def _complete(name: list[str]) -> bool:
    """True for a title that needs no further words: ``Secretary of State``, ``Attorney General``."""
    return bool(name) and (name[-1] in _CABINET or name[-1] in ACTOR_NOUNS)


_PLURAL_TITLES = frozenset("secretaries departments".split())


_TAKE_AN_ARTICLE = frozenset(
    "treasury interior army navy air".split()
)  # ``Secretaries of State, the Treasury, and the Army``


# After ``, and``: what opens another name, whatever stood before (``Secretary of Energy, and Secretary of …``).
_OPEN_ANOTHER = [[word] for word in ("the", "other", *sorted(TITLE_STARTS - {"special", "national"}))]


_OFFICERS_FOR = frozenset(
    "assistant under deputy associate".split()
)  # ``Assistant Secretary for Democracy, Human Rights, and Labor``


_PLURAL_OFFICERS = frozenset("directors administrators commissioners chairs".split())


def past_article(lower: list[str], position: int) -> int:
    """The token after ``the`` where a department’s name takes one."""
    return position + (
        lower[position : position + 1] == ["the"] and bool(_TAKE_AN_ARTICLE & set(lower[position + 1 : position + 2]))
    )


def comma_inside(sentence: Sentence, position: int, first: int) -> bool:
    lower = sentence.lower
    if position + 1 >= len(lower) or position == first:
        return False
    if lower[first] in _PLURAL_TITLES:
        after = past_article(lower, position + 1 + (lower[position + 1] == "and"))
        return after < len(lower) and sentence.words[after][0].isupper() and lower[after] not in TITLE_STARTS
    if lower[first] in _OFFICERS_FOR and "for" in lower[first:position]:
        after = position + 1 + (lower[position + 1] == "and" and "," in lower[first:position])
        return after < len(lower) and sentence.words[after][0].isupper() and lower[after] not in TITLE_STARTS
    if (lower[position - 1], lower[position + 1]) in COMMA_NAMES:
        letters = any(word.isupper() for word in sentence.words[position + 2 : position + 3])
        opens = letters or lower[position + 2 : position + 3] in _OPEN_ANOTHER
        return lower[position + 1] != "and" or not opens
    return False


# Officers and missions whose names go on with ``to``; a report is sent by any other *to* whoever is named there.
_TAKE_TO = frozenset(
    "adviser advisers advisor advisors aide aides ambassador ambassadors assistant assistants counsel counselor counselors delegate delegates delegation "
    "deputies deputy envoy envoys liaison liaisons mission observer representative representatives staff".split()
)


def takes_to(words: list[str], first: int, position: int) -> bool:
    """Does the ``to`` at ``position`` belong to the name before it: ``Counsel to the President``, ``Task Force to Mend Roads``?

    Not in ``by the Secretary of Labor to the Secretary of State``. It does where its head, or the word before it, is one
    that takes it, and in a body's name before what the body is to do.
    """
    lower = [word.lower() for word in words[first : position + 2]]
    head = next((place for place, word in enumerate(lower) if place and word in ("of", "for", "to")), 1) - 1
    if lower[head] in _TAKE_TO and "to" not in lower[:-2] or lower[-3] in _TAKE_TO:
        return True
    names_one = lower[-1] in ACTOR_NOUNS | {"the", "congress"} or words[position + 1].isupper()
    return lower[head] in BODY_NOUNS and not names_one


def _opens_with_letters(names: Names, words: list[str], position: int) -> bool:
    """``the MDA Office of Mills and MDA National Barn Service``: the letters of a body open another name."""
    full = names.full(words[position])
    goes_on = words[position + 1 : position + 2]
    return bool(full) and goes_on != [] and goes_on[0][0].isupper() and names_body(full or "")


def _is_whole_council(words: list[str], first: int, position: int, limit: int) -> bool:
    """``the Mill Council and Barn Council``: a council without a complement stands before the ``and``, and one ends behind it."""
    if (
        position - first < 2
        or words[position - 1] not in _COUNCILS
        or not all(w[0].isupper() for w in words[first:position])
    ):
        return False
    end = position + 1
    while end < limit and words[end][0].isupper():
        end += 1
    return end - position > 2 and words[end - 1] in _COUNCILS


_COUNCILS = frozenset("Board Commission Committee Council".split())


def names_body(full: str) -> bool:
    """Is what letters stand for a body (``Mill Development Agency``), not a thing (``artificial intelligence``)?"""
    words = full.lower().split()
    return full[0].isupper() and (words[0] in BODY_NOUNS or words[-1] in BODY_NOUNS)


def and_connects(sentence: Sentence, first: int, position: int, limit: int, names: Names) -> int:
    words, lower = sentence.words, sentence.lower
    after = lower[position + 1] if position + 1 < limit else ""
    if lower[first] in _PLURAL_TITLES and past_article(lower, position + 1) > position + 1:
        return 3
    if lower[first] in _PLURAL_OFFICERS and after == "the" and _are_letters(words, position - 1, position + 2):
        return 3
    president = lower[first:position] == ["assistant", "to", "the", "president"] and after != "secretary"
    if (
        not after
        or not words[position + 1][0].isupper()
        or not president
        and after in TITLE_STARTS - {"national", "special", "senior", "united", "president", "director"}
    ):
        return 0
    if (
        after not in ("director", "president")
        and names_title(words[position + 1])
        and words[position + 2 : position + 3] == ["of"]
    ):
        return 0  # ``Secretary of the Interior and Governor of the State``
    if lower[first] in _PLURAL_TITLES:
        return 2
    if lower[first:position] == ["assistant", "to", "the", "president"]:
        return 2
    if _opens_with_letters(names, words, position + 1) or _is_whole_council(words, first, position, limit):
        return 0
    alone = all(word.isupper() for word in words[first:position] if word[0].isalpha())
    if alone or (names.knows(words[position + 1]) and position - first < 3 and lower[position - 1] in ACTOR_NOUNS):
        return 0
    if _complete(lower[first:position]) and lower[position + 1 : position + 2] in (
        ["national"],
        ["director"],
        ["president"],
        ["united"],
    ):
        return 2 if lower[first:position] == ["assistant", "to", "the", "president"] else 0
    return 2
