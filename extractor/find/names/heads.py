"""Does a run of capitalised words name an official or a body? Its head decides."""

from __future__ import annotations

import re

from extractor.find.names.order_names import Names
from extractor.find.sentence.sentence import Sentence
from extractor.officials import OFFICES
from extractor.words.agencies import AGENCIES
from extractor.words.nouns import ACTOR_NOUNS, OFFICER_NOUNS, TITLE_NOUNS, names_title


def names_actor(sentence: Sentence, first: int, end: int, names: Names) -> bool:
    """The head of the name (its last word before ``of``, ``for``, ``to``, ``on``) must be an official or a body."""
    words, lower = sentence.words, sentence.lower
    head = first
    while (
        head + 1 < end
        and lower[head + 1] not in ("of", "for", "to", "on", "(", ",", "within", "at", "in", "with")
        and words[head] != "("
    ):
        head += 1
    if (
        words[head] in ("Activity", "Initiative", "Community", "Organization")
        or _without_letters(sentence.text(first, end)) in _KNOWN
    ):
        return True
    while head > first and lower[head].isdigit():
        head -= 1
    heads = [lower[head]] + ([lower[end - 1]] if end - 1 != head and lower[head + 1] != "of" else [])
    if _is_headed_by_a_title(words, first, head, end):
        return True
    if sentence.text(first, end) == "United States" and sentence.lower[end : end + 1] in (["shall"], ["must"]):
        return True  # as ``the Federal Government``
    if any(_is_actor_word(word) for word in heads) or lower[head] == "states" and lower[end - 1] in ACTOR_NOUNS:
        return True
    if names.write_out(sentence.text(first, end)).split()[-1].lower() in ACTOR_NOUNS and end - first == 1:
        return True
    word = words[head]
    if word in AGENCIES:
        return True
    if word in names.acronyms:
        full = (names.full(word) or word).lower().split()
        return any(
            part in ACTOR_NOUNS | _BODIES_OF_LETTERS
            for part in (
                full[0],
                full[-1],
                *(full[n - 1] for n, p in enumerate(full) if p in ("of", "for", "to", "on", "and") and n),
            )
        )
    whole = sentence.text(first, end).lower()
    return whole in names.shorts or whole in names.groups or whole in names.roles


def _is_headed_by_a_title(words: list[str], first: int, head: int, end: int) -> bool:
    """``Controller of the Office of Ledgers``, ``Public Printer``: a title that no list of officers has.

    ``Register`` is one before its ``of`` alone, and not in ``National Register of Historic Places``.
    """
    title = words[head]
    if not title[0].isupper() or not names_title(title):
        return False
    kept = head + 1 < end and words[head + 1] in ("of", "for", "to", "at")
    if title in ("Register", "Registers"):
        return kept and head == first
    return kept or title.lower() in TITLE_NOUNS or head > first and words[head - 1][0].isupper()


_BODIES_OF_LETTERS = frozenset(
    "activity cell cells community consortium forum initiative organization partnership roundtable".split()
)  # ``Legal Aid Roundtable (LAR)``


_KNOWN = frozenset(
    (*AGENCIES.values(), *(name for each in OFFICES for name in (each.name, *each.aliases)))
)  # ``U.S. Customs and Border Protection``, whose head says nothing


def _without_letters(name: str) -> str:
    return re.sub(r" \([A-Z&]+\)$", "", name)


def _is_actor_word(word: str) -> bool:
    parts = word.split("-")
    return word in ACTOR_NOUNS or (parts[-1] in OFFICER_NOUNS and len(parts) > 1)


_COMPLEMENT = frozenset("of to for on within at in".split())


def names_person(name: str) -> bool:
    """Does a name, written out, name an officer (``Director of the Census Bureau``), not a body (``Bureau of the Census``)?"""
    words = name.lower().split()
    end = next((place for place, word in enumerate(words) if place and word in _COMPLEMENT), len(words))
    return bool(words) and (
        words[end - 1] in OFFICER_NOUNS or name.split()[end - 1][0].isupper() and names_title(words[end - 1])
    )
