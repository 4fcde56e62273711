"""Texts in another language, which the rules would read as texts that oblige nobody."""

from __future__ import annotations

import re
from collections import Counter

# Small words that stand in every paragraph of a language and hardly in another's.
_SMALL_WORDS = {
    "English": "the of and to by shall that this with for be is are or any as it from".split(),
    "German": "der die das und des dem den ein eine ist sind für mit von zu nicht bis werden durch".split(),
    "French": "le la les des du et un une est sont dans pour par que qui aux ce sur".split(),
    "Spanish": "el la los las del y un una es son en para por que con se al".split(),
    "Italian": "il lo gli le della dei delle e un una è sono nel per che con si al".split(),
    "Portuguese": "o os as do da dos das e um uma é são no na para por que com ao".split(),
    "Dutch": "de het een en van is zijn in voor met door niet op aan dat worden".split(),
}
_WORD = re.compile(r"[^\W\d_]+")
_FEWEST = 15  # words; of less nobody can tell
_LOOKED_AT = 20_000  # code points
_TIMES = 3  # as many small words as English ones


def other_language(text: str) -> str | None:
    """The language of a text that is not in English; ``None`` for English, and where it cannot be told.

    >>> other_language("Der Minister legt bis zum Juni einen Plan für die Häfen und das Meer vor, die von dem Amt sind.")
    'German'
    """
    found = Counter(_WORD.findall(text[:_LOOKED_AT].lower()))
    if found.total() < _FEWEST:
        return None
    counts = {name: sum(found[word] for word in words) for name, words in _SMALL_WORDS.items()}
    likeliest = max(counts, key=lambda name: counts[name])
    return likeliest if counts[likeliest] > _TIMES * (counts["English"] + 1) else None
