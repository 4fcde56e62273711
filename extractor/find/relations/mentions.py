"""A paragraph made short for the rules of acts: an order's number is ``@``, quoted words are ``~``, asides are gone.

``Executive Order 13950 of May 2, 2020 (Counting Mills), as amended, is hereby revoked`` becomes ``@, is hereby revoked``;
each place of the short text knows where it stands in the long one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.model import Span

_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_NAME = r"\b(?:Executive\s+Orders?(?:\s+\((?:EOs?|E\.\s?O\.)\))?|E\.\s?O\.|EOs?)(?:\s+(?:Nos?\.?|Numbers?))?\s*"
NUMBER = r"(?P<number>\d{3,5})(?![\d,]*\d{3}|[-–]?\w|\.\d)"
MENTION = re.compile(_NAME + NUMBER, re.I)
_FURTHER = re.compile(
    rf"\s*(?:,|,?\s+(?:and|or|through))\s+{NUMBER}"
)  # behind the plural: ``Executive Orders 14008 and 14057``
_PLURAL = re.compile(r"Orders\b|EOs\b", re.I)
_DATED = re.compile(
    rf"\s*,?\s*(?:\bof\b|\bdated\b|\bsigned\b|\bissued\b)(?:\s+on)?\s+{_MONTH}\s+\d{{1,2}},\s+\d{{4}}", re.I
)
_TITLED = re.compile(r"\s*,?\s*(?:entitled,?\s*)?“[^”]*”")
_LABEL = re.compile(r"\((?:[a-zA-Z]{1,2}|[ivxlc]{1,6}|[IVXLC]{1,6}|\d{1,3})\)")
_CLOSE = (",", ".", ";", ":")
_QUOTES = {"“": "”", '"': '"'}


@dataclass(frozen=True, slots=True)
class Mention:
    """An order's number where it stands in a text; ``span`` holds its name too, but for further numbers of a list."""

    number: int
    span: Span


@dataclass(frozen=True, slots=True)
class Short:
    """A short text; ``at`` holds, for each of its characters, the place in the long one, and ``mentions`` those of its ``@``."""

    text: str
    at: tuple[int, ...]
    mentions: dict[int, Mention]

    def span(self, start: int, end: int) -> Span:
        """Where the characters from ``start`` to ``end`` stand in the long text; a mention's with its whole name."""
        last = self.mentions.get(end - 1)
        return Span(self.at[start], last.span.end if last else self.at[end - 1] + 1)

    def named(self, start: int, end: int) -> tuple[Mention, ...]:
        """The orders that are named from ``start`` to ``end``."""
        return tuple(mention for place, mention in self.mentions.items() if start <= place < end)


def mentions(text: str, start: int = 0, end: int | None = None) -> Iterator[Mention]:
    """The orders that are named by number, in the order of the text."""
    for found in MENTION.finditer(text, start, len(text) if end is None else end):
        yield Mention(int(found["number"]), Span(*found.span()))
        place = _past_date(text, found.end())
        while _PLURAL.search(found[0]) and (more := _FURTHER.match(text, place)):
            yield Mention(int(more["number"]), Span(*more.span("number")))
            place = _past_date(text, more.end())


def _past_date(text: str, place: int) -> int:
    """The place behind a date, in brackets or not, that stands at ``place``."""
    aside = re.compile(r"\s*\([^()]*\)").match(text, place)
    dated = _DATED.match(text, place)
    found = dated or aside
    return _past_date(text, found.end()) if found else place


def shortened(text: str, start: int, end: int) -> Short:
    """The short text of ``text[start:end]``."""
    named = {each.span.start: each for each in mentions(text, start, end)}
    letters: list[str] = []
    at: list[int] = []
    found: dict[int, Mention] = {}
    place = start
    while place < end:
        letter, behind = _next(text, place, end, named)
        if letter in _CLOSE and letters[-1:] == [" "]:  # what stood between is gone
            letters.pop()
            at.pop()
        if letter == "@":
            found[len(letters)] = named[place]
        if letter and not (letter == " " and (not letters or letters[-1] == " ")):
            letters.append(letter)
            at.append(place)
        place = behind
    return Short("".join(letters), tuple(at), found)


def _next(text: str, place: int, end: int, named: dict[int, Mention]) -> tuple[str, int]:
    """What stands at ``place``, as one character or none, and where the next begins."""
    letter = text[place]
    if place in named:
        behind = named[place].span.end
        for words in (_DATED, _TITLED):
            told = words.match(text, behind)
            behind = told.end() if told else behind
        return "@", behind
    if letter in _QUOTES:
        closing = text.find(_QUOTES[letter], place + 1, end)
        return "~", end if closing < 0 else closing + 1
    if letter == "(" and not _LABEL.match(text, place):
        return " ", _behind_brackets(text, place, end)
    return (" " if letter.isspace() else letter), place + 1


def _behind_brackets(text: str, place: int, end: int) -> int:
    """The place behind the bracket that closes the one at ``place``; of one that nothing closes, the next place."""
    depth = 0
    for bracket in re.compile(r"[()]").finditer(text, place, end):
        depth += 1 if bracket[0] == "(" else -1
        if depth == 0:
            return bracket.end()
    return place + 1
