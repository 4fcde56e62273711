"""Does the text say the date that was read from it? An oracle beside the rules, which it must not ask.

It goes the other way round: the rules read an amount from words; this writes all words that the amount can have, and looks
whether they stand right before the unit. Nothing of ``extractor.words`` is used.
"""

from __future__ import annotations

import re
from itertools import product

from extractor.model import Deadline, Obligation

_ONES = (
    "zero,one,two,three,four,five,six,seven,eight,nine,ten,eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,"
    "eighteen,nineteen"
).split(",")
_TENS = ",,twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety".split(",")
_BETWEEN = r"(?: (?:business|working|work|calendar|consecutive|additional|full|federal|more))*"
_MORE_NUMBERS = r"(?:(?: \d+)* and \d+)?"  # ``30, 60, and 90 days`` states each
_IN_A_LIST = re.compile(r"\b(?:within|at) \d+(?: \d+)*(?: and)?$")
_NUMBER_WORD = re.compile(
    rf"\b(?:\d+|{'|'.join((*_ONES, *filter(None, _TENS)))}|hundred|thousand|dozen|half)(?: and)?$"
)


def founded(obligation: Obligation, body: str) -> bool:
    """Do the words that give the due date stand in the text, with the amount or the date that was read from them?"""
    deadline = obligation.deadline
    if obligation.schedule.due is None:
        return True
    if not deadline.quote or deadline.span is None or deadline.span.of(body) != deadline.quote:
        return False
    if deadline.date is not None:
        return str(deadline.date.year) in deadline.quote
    return states(deadline.quote, deadline) or deadline.kind == "recurring" and _states_first(deadline)


def _states_first(deadline: Deadline) -> bool:
    """Do the words name the day of the year or the month on which what recurs falls first?"""
    day = re.search(r"\bBYMONTHDAY=(-?\d+)", deadline.recurrence or "")
    said = (deadline.quote or "").lower()
    if day is None:
        return "anniversary" in said
    ends = re.search(r"\b(?:end|close|conclusion|beginning|start|first|last|every) ", said)
    return bool(ends) or bool(re.search(rf"\b0?{day[1]}(?:st|nd|rd|th)?\b", said))


def states(words: str, deadline: Deadline) -> bool:
    """True if ``words`` hold the amount right before the unit, in figures, in words or in both, and no other number there."""
    if deadline.amount is None or not deadline.unit:
        return False
    said = " ".join(re.findall(r"\w+", words.lower().replace(",", "")))
    unit = deadline.unit.removeprefix("business ").removesuffix("s")
    return any(_stands_before(said, spelling, unit) for spelling in _spellings(deadline.amount))


def _stands_before(said: str, spelling: str, unit: str) -> bool:
    match = re.search(rf"\b{spelling}{_MORE_NUMBERS}{_BETWEEN} {unit}s?\b", said)
    before = said[: match.start()].rstrip() if match else ""
    return match is not None and (not _NUMBER_WORD.search(before) or bool(_IN_A_LIST.search(before)))


def _spellings(amount: int) -> list[str]:
    """``90``, ``ninety``, ``ninety 90``, ``90 ninety``, without punctuation; ``a`` for one."""
    figures, words = str(amount), sorted(_in_words(amount))
    both = [" ".join(pair) for one in words for pair in ((one, figures), (figures, one))]
    return [figures, *words, *both, *(["a", "an"] if amount == 1 else [])]


def _in_words(amount: int) -> set[str]:
    """Every way to write an amount below 10,000: with and without ``and`` before what follows a hundred or a thousand."""
    if amount < 20:
        return {_ONES[amount]}
    if amount < 100:
        tens, ones = divmod(amount, 10)
        return {_TENS[tens] + (f" {_ONES[ones]}" if ones else "")}
    scale, name = (1000, "thousand") if amount >= 1000 else (100, "hundred")
    many, rest = divmod(amount, scale)
    heads = {f"{head} {name}" for head in (_in_words(many) if many < 100 else ())} | (
        {f"a {name}"} if many == 1 else set()
    )
    if not rest:
        return heads
    return {f"{head} {joint}{tail}" for head, joint, tail in product(heads, ("", "and "), _in_words(rest))}
