"""Line breaks that a page's author put into a paragraph: which of them part two paragraphs, and which are wraps."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL_OR_SECTION = re.compile(r"\s*[“\"]?(?:\([A-Za-z0-9]{1,5}\)|Sec(?:tion|\.)|Sec\s*\d|PART\b)")
_ENDS_A_PARAGRAPH = re.compile(r"(?:[.:;!?—][”\"’)]*|;\s+(?:and|or))\s*$")
_TAIL = 40  # code points at the end of a line in which its end can be told


def join_lines(lines: Sequence[str]) -> list[str]:
    """Lines parted by hard breaks → paragraphs.

    A break parts two paragraphs where the words before it end a sentence or an item, or where a label follows (the
    White House pages of 2021 are set so); elsewhere it is a wrap.
    """
    paragraphs: list[list[str]] = []
    for line in lines:
        if paragraphs and not _parts(paragraphs[-1][-1], line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return [" ".join(parts) for parts in paragraphs]


def _parts(before: str, following: str) -> bool:
    return bool(_ENDS_A_PARAGRAPH.search(before[-_TAIL:]) or _LABEL_OR_SECTION.match(following))
