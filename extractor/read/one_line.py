"""A text pasted as one line, as research archives give it: where its paragraphs begin.

``… ordered: Section 1. Policy. It is … Sec. 2. Plan. (a) The Secretary shall: (i) … ; and (ii) … (b) …``. A section begins
at its number after the end of a sentence; a paragraph at a label after a colon, a semicolon or the end of a sentence. A
label inside a sentence (``subsections (a) and (b)``) opens nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

FEWEST_SECTIONS = 2  # in one block; a paragraph of an order has at most one
MOST_BLOCKS = 6  # title, number, date, text and signature may each have a line of their own

_ENDS = r"(?:(?<=[.:;!?—–)])|(?<=[.;:,][”’])|(?<=[;,]\sand)|(?<=[;,]\sor))"
# ``Sec. 2.`` before a capital is a heading wherever it stands: a reference to a section is written out.
_SECTION = re.compile(r"(?:^|\s)(?=[“\"]?(?:Section\s1|Sec\.?\s?\d{1,3}(?:\.\d{1,2})?)\.\s{1,2}[“\"A-Z(\d])")
_PART_OF_SECTION = re.compile(rf"{_ENDS}\s(?=\d{{1,2}}\.\d{{1,2}}\.\s{{1,2}}[A-Z])")
_LABEL = re.compile(rf"{_ENDS}\s(?=[“\"]?\((?:[a-z]{{1,6}}|[A-Z]{{1,4}}|\d{{1,2}})\)[\s(])")
_CLOSING = re.compile(r"\s(?=(?:[A-Z][A-Z.’'\- ]{5,40}\s)?THE WHITE HOUSE,\s)")
# What an amendment inserts opens each paragraph with a quotation mark.
_INSERTS = re.compile(r"\b(?:as follows|the following)[^.;]{0,60}[:—]$")
# After one of these a label goes on with a reference (``Stat. (a)``), unless a sentence begins behind it.
_REFERS = re.compile(r"\b(?:U\.S\.C|C\.F\.R|Nos?|secs?|subsecs?|Pub|Fed|Reg|App)\.$")


def is_one_line(texts: list[str]) -> bool:
    """True for the blocks of a text of which one holds several sections."""
    return len(texts) <= MOST_BLOCKS and any(len(_SECTION.findall(text)) >= FEWEST_SECTIONS for text in texts)


def paragraphs_of(text: str) -> list[str]:
    """The paragraphs of a text in one line, in its order."""
    cuts = {match.end() for pattern in (_SECTION, _PART_OF_SECTION, _CLOSING) for match in pattern.finditer(text)}
    cuts |= set(_labels(text))
    places = [0, *sorted(cuts - {0}), len(text)]
    return [piece for start, end in pairwise(places) if (piece := text[start:end].strip())]


def _labels(text: str) -> Iterator[int]:
    """Where paragraphs with a label begin; one behind a quotation mark only in the words of an amendment."""
    inserted = False
    for match in _LABEL.finditer(text):
        before = text[max(0, match.start() - 80) : match.start()]
        quoted = text[match.end()] in '“"'
        inserted = quoted and (inserted or bool(_INSERTS.search(before)))
        if not _REFERS.search(before) and quoted == inserted:
            yield match.end()
