"""Line breaks that a page's author put into a paragraph: which of them part two paragraphs, and which are wraps."""

from __future__ import annotations

import re
from collections.abc import Sequence

_LABEL_OR_SECTION = re.compile(r"\s*[“\"]?(?:\([A-Za-z0-9]{1,5}\)|Sec(?:tion|\.)|Sec\s*\d|PART\b)")
_ENDS_A_PARAGRAPH = re.compile(r"(?:[.:;!?—][”\"’)]*|;\s+(?:and|or))\s*$")
_TAIL = 40  # code points at the end of a line in which its end can be told
_SECTION = r"(?:SEC(?:TION|\.)|Sec(?:tion|\.)|§|ARTICLE|Art(?:icle|\.))\s*\d{1,4}[A-Z]?"
# What opens a section, and what opens a paragraph of one.
_OPENS_A_SECTION = re.compile(
    rf"[“\"]?(?:{_SECTION}\b(?!\s+of\b)|\d{{1,3}}\.(?:—\(|\s[A-Z])|(?:PART|TITLE|CHAPTER)\s+(?:[IVXLC]+|\d+|[A-Z])\b|(?:NOW, THEREFORE|WHEREAS)\b)"
)
_OPENS_A_PARAGRAPH = re.compile(r"[“\"]?(?:(?:\d{1,2}|(?!v\.)[a-z]|[ivx]{2,5})[.)]\s|[•·▪]\s)")
_ARTICLE = re.compile(r"(?:ARTICLE|Art(?:icle|\.))\s*\d{1,4}[A-Z]?\s*[.:—–]?")
_LABEL = re.compile(r"[“\"]?\([A-Za-z0-9]{1,5}\)[\s(]")
_LABEL_ALONE = re.compile(
    r"(?:SEC(?:TION|\.)|Sec(?:tion|\.)|§)\s*\d{1,4}[A-Z]?\s*[.:]?"
)  # ``Sec. 3.⏎Section 12 Review.``
_ENDS_A_NUMBER = re.compile(r"\D{1,12}\d{1,4}[A-Z]?\s*[.:—–]|\d{1,3}\.")  # ``in⏎Section 4 of the Act`` has no full stop
_ABBREVIATED = ("Sec.", "sec.", "No.", "Nos.", "Co.", "Pub.", "L.", "U.S.C.", "C.F.R.", "Stat.", "Fed.", "Reg.", "App.")
_LINES_OF_A_LABEL = 3
_LONGEST_HEADING = 60  # code points; a line that is shorter than a wrapped one and has no end is a heading


def join_wrapped(lines: Sequence[str]) -> list[str]:
    """Consecutive lines of a plain text → paragraphs: a line is a wrap unless it opens a section or a paragraph behind
    the end of another, or a heading stands before it.

    ``Sec. 3. Boats. (a) The Board shall meet.⏎(b) It shall vote.`` are two paragraphs; ``as provided in⏎(b) of that
    section`` is one.
    """
    paragraphs: list[list[str]] = []
    marks, capitals = 0, True  # opening marks that are not closed; nothing but capitals so far
    for number, line in enumerate(lines):
        own = paragraphs[-1] if paragraphs else []
        alone = len(own) < _LINES_OF_A_LABEL and _LABEL_ALONE.fullmatch(" ".join(own).strip())
        if not paragraphs or marks <= 0 and not alone and _opens(lines, number, capitals):
            paragraphs.append([line])
        else:
            own.append(line)
        marks += line.count("“") - line.count("”")
        capitals = capitals and line.isupper()
    return [" ".join(parts) for parts in paragraphs]


def _opens(lines: Sequence[str], number: int, capitals: bool) -> bool:
    """``capitals``: there is nothing but capitals in the lines before."""
    line, before = lines[number].strip(), lines[number - 1].strip()
    ended = bool(_ENDS_A_PARAGRAPH.search(before[-_TAIL:])) and not before.endswith(_ABBREVIATED)
    headed = not ended and len(before) <= _LONGEST_HEADING and not before.endswith((",", "-", *_ABBREVIATED))
    if headed and (_ARTICLE.fullmatch(before) or number > 1 and _ARTICLE.fullmatch(lines[number - 2].strip())):
        return True  # ``Article 2⏎Duties⏎The Board shall …``
    if headed and capitals and line[:1].isalnum() and not line.isupper():
        return True
    if _OPENS_A_SECTION.match(line):
        return ended or headed and number == 1 and bool(_ENDS_A_NUMBER.match(line))
    if _LABEL.match(line):  # behind a semicolon the outline tells whether it goes on from the label before
        return ended and before.endswith((".", ":"))
    return ended and bool(_OPENS_A_PARAGRAPH.match(line))


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
