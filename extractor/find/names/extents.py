"""How far a name without a known office’s words goes: what it opens with, its nouns, what stands in parentheses."""

from __future__ import annotations

from extractor.find.names.runs import FUNCTION_WORDS
from extractor.find.sentence.asides import parenthesis_end
from extractor.find.sentence.sentence import Sentence
from extractor.words.function_words import CONNECTORS, DETERMINERS
from extractor.words.nouns import ACTOR_NOUNS
from extractor.words.numbers import NUMBER_WORDS

_GENERIC = frozenset(
    "agency agencies head heads department departments component components element elements employees entity entities official officials government governments member members representative representatives office offices authority authorities".split()
)


def is_count(sentence: Sentence, position: int, limit: int) -> bool:
    """``the 12 agencies``, ``the three Secretaries``: how many there are; ``the 1776 Commission`` is a name."""
    word = sentence.lower[position]
    counts = word.isdigit() and position + 1 < limit and sentence.words[position + 1][0].islower()
    return counts or word in NUMBER_WORDS


_AFTER_HEAD = frozenset(", ; ( and or of for to on in at by with within from under that which who whose".split())


_JOINS_NOUNS = frozenset(
    "across among between through against about into over than using via during after before upon per as is are was were be not".split()
)


def noun_phrase(sentence: Sentence, first: int, limit: int) -> int | None:
    """Last resort: up to eight words of which the last, before a comma or a preposition, names officials or a body.

    ``the appropriate Federal functional financial regulators``, ``each agency’s approval authority``.
    """
    if first >= limit:
        return None
    opens = first == 0 or sentence.lower[first - 1] in DETERMINERS or sentence.lower[first - 1] in (",", "and")
    if not opens or sentence.lower[first] in CONNECTORS | FUNCTION_WORDS or sentence.lower[first].endswith("ing"):
        return None
    for position in range(first, min(limit, first + 8)):
        word = sentence.lower[position]
        following = sentence.lower[position + 1] if position + 1 < limit else ","
        named = word in ACTOR_NOUNS or word == "leadership"
        made = position > first and named and following.endswith("ed") and following not in ACTOR_NOUNS
        if made or following in _AFTER_HEAD and not (following == "and" and not named):
            return position + 1 if named and position > first else None
        if (
            word in _JOINS_NOUNS
            or position > first
            and word in DETERMINERS
            or not (word[0].isalpha() or word in ("’s", "'s", "’"))
            or position in sentence.role_at
        ):
            return None
    return None


def partitive(lower: list[str], position: int) -> bool:
    """``each of the following``, ``all of the``: words between a determiner and the name."""
    before = lower[position - 1] if position else ""
    return (
        lower[position] == "of"
        and before in ("each", "all", "any", "both", "none")
        or lower[position] == "following"
        and before == "the"
    )


def start_of_name(lower: list[str], start: int, first: int) -> int:
    """Articles go, qualifiers stay: ``the heads of other relevant agencies``, ``other agencies``."""
    while start < first and lower[start] in (
        "of",
        "following",
        "the",
        "a",
        "an",
        "each",
        "all",
        "every",
        "any",
        "no",
        "both",
        "such",
        "those",
        "these",
        "its",
        "their",
        "his",
        "her",
        "our",
        "this",
        "that",
        "neither",
    ):
        start += 1
    return start


def is_generic(sentence: Sentence, first: int, end: int) -> bool:
    """Agencies, heads, officials in general; not ``Secretary of``, ``Department of``, nor ``the Agency`` of an order."""
    lower, following = sentence.lower, sentence.words[min(first + 1, end - 1)]
    if not any(word in _GENERIC for word in lower[first:end]):
        return False
    if sentence.words[first] == "Agency":
        return end - first > 1 and following[0].islower()
    return lower[first] not in ("secretary", "director", "administrator", "department") or following in (
        "and",
        "or",
        ",",
    )


def without_parentheses(sentence: Sentence, start: int, end: int) -> str:
    parts, position = [], start
    while position < end:
        if sentence.words[position] == "(" and not _is_label(sentence, start, position):
            position = parenthesis_end(sentence, position, end)
            continue
        token = sentence.doc[position]
        parts.append(token.text_with_ws)
        position += 1
    return "".join(parts).replace(" ,", ",").strip(" ,")


_CITES = frozenset(
    "section sections subsection subsections paragraph paragraphs clause clauses U.S.C. to and through - – —".split()
)


def _is_label(sentence: Sentence, start: int, position: int) -> bool:
    """True for the ``(c)`` of ``subsection (c)`` or of ``3(c)``: it belongs to the words before it."""
    before = sentence.words[position - 1] if position > start else ""
    close = sentence.words[position + 2 : position + 3]
    label = close == [")"] and len(sentence.words[position + 1]) <= 5
    return label and (before.lower() in _CITES or before[:1].isdigit() or before == ")")
