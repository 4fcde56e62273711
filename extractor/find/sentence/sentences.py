"""Sentences: where one ends, by its punctuation and the abbreviations of the trade."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Span

_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|U\.S|U\.S\.C|C\.F\.R|F\.R|D\.C|App|No|Nos|Sec|Secs|sec|secs|Stat|Pub|Fed|Reg|Inc|Corp|Co|Ltd|Jr|Sr|Dr|Mr|Mrs|Ms|St"
    r"|e\.g|i\.e|et seq|seq|et al|al|vs?|cf|Art|art|Ch|ch|para|Gen|Adm|Col|Lt|Amb|Ph\.D|a\.m|p\.m|Jan|Feb|Aug|Sept|Oct|Nov|Dec))\.$"
)
# A full stop before a blank and a capital; with no blank only between a word's end and a capitalised word.
_BOUNDARY = re.compile(r"[.?!]+[”\"’')\]]*(?=\s+[“\"(\[]?[A-Z0-9]|\s*$)|(?<=[a-z)])\.(?=[A-Z][a-z]+\s)")
_CITATION_FOLLOWS = re.compile(r"\s+(?:\d|L\.|C\.|Rep\b|Reg\b|[a-z])")


LONGEST = 4_000  # code points; the longest sentence of 600 orders has 1,690


def sentences(body: str, span: Span) -> Iterator[Span]:
    """The sentences of ``body`` within ``span``, without the blanks around them; one beyond all measure comes in pieces."""
    for sentence in _sentences(body, span):
        start = sentence.start
        while sentence.end - start > LONGEST:
            cut = body.rfind(" ", start, start + LONGEST)
            cut = cut if cut > start else start + LONGEST
            if piece := _trim(body, start, cut):
                yield piece
            start = cut
        if piece := _trim(body, start, sentence.end):
            yield piece


def _sentences(body: str, span: Span) -> Iterator[Span]:
    """The sentences, however long.

    A full stop inside an abbreviation (``U.S.C. 3552``) or inside parentheses ends nothing.
    """
    start = span.start
    for match in _BOUNDARY.finditer(body, span.start, span.end):
        if _is_abbreviation(body, start, match) or _is_inside_parentheses(body, start, match.end()):
            continue
        if trimmed := _trim(body, start, match.end()):
            yield trimmed
        start = match.end()
    if trimmed := _trim(body, start, span.end):
        yield trimmed


def _is_abbreviation(body: str, start: int, match: re.Match[str]) -> bool:
    if match[0][0] != ".":
        return False
    before = body[max(start, match.start() - 12) : match.start() + 1]
    if not _ABBREVIATION.search(before):
        return False
    after = body[match.end() : match.end() + 6]
    return not re.match(
        r"\s+(?:The|In|It|If|Each|An?(?=\s)|All|No|Not|To|This|These|Such|Any|Within|By|Upon|After|Before|When|Where|There|They)\b",
        after + " ",
    )


def _is_inside_parentheses(body: str, start: int, end: int) -> bool:
    text = body[start:end]
    return text.count("(") > text.count(")")


def _trim(body: str, start: int, end: int) -> Span | None:
    text = body[start:end]
    left = len(text) - len(text.lstrip())
    right = len(text.rstrip())
    return Span(start + left, start + right) if right > left else None
