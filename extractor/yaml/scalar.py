"""A text → a YAML value that reads back as exactly this text, in the plainest form that does.

A word or a short sentence stands plain; a longer one is folded (``>-``) at blanks; what YAML could take for something
else, or for markup, stands in double quotes (YAML 1.2, sections 7.3 and 8.1.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

WIDTH = 120  # columns of a line
_PLAIN = re.compile(r"[^\W\d_][^\n]*")  # begins with a letter: no sign, no number, no date
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NOT_PLAIN = re.compile(r": |:$| #")
_WORDS = re.compile(r"(?:true|false|yes|no|on|off|null|y|n)", re.I)
_BLANK = re.compile(r"(?<=\S) (?=\S)")  # where a folded line may end
_ESCAPES = {
    "\\": "\\\\",
    '"': '\\"',
    "\n": "\\n",
    "\t": "\\t",
    "\r": "\\r",
    "\x85": "\\N",
    "\u2028": "\\L",
    "\u2029": "\\P",
}


def scalar(text: str, column: int, indent: int) -> list[str]:
    """The lines of a value: the first goes behind the key's colon and a blank, the others are whole lines.

    ``column``: how many columns of the first line are taken already. ``indent``: the blanks before each further line,
    at least one more than stand before the key. Blanks at either end of ``text`` are kept, in quotes.
    """
    fits = column + len(text) <= WIDTH
    if _is_plain(text) and (fits or " " not in text):
        return [text]
    if _can_be_folded(text) and (not fits or "\n" in text):
        return [">-", *(" " * indent + line if line else "" for line in _folded(text, WIDTH - indent))]
    return ['"' + "".join(_ESCAPES.get(character, character) for character in text) + '"']


def _is_plain(text: str) -> bool:
    if _DATE.fullmatch(text):
        return True
    good = _PLAIN.fullmatch(text) and text.isprintable() and text == text.strip()
    return bool(good) and not _NOT_PLAIN.search(text) and not _WORDS.fullmatch(text)


def _can_be_folded(text: str) -> bool:
    """No line begins or ends with a blank (YAML keeps or drops these), and no sign is one that cannot be seen."""
    lines = text.split("\n")
    return bool(lines[0] and lines[-1]) and all(line.isprintable() and line == line.strip() for line in lines)


def _folded(text: str, width: int) -> Iterator[str]:
    """The lines of a folded block: a line's end is a blank of the text, an empty line is a line's end of the text."""
    for number, paragraph in enumerate(text.split("\n")):
        if number:
            yield ""
        if paragraph:
            yield from _wrapped(paragraph, width)


def _wrapped(paragraph: str, width: int) -> Iterator[str]:
    line = ""
    for words in _BLANK.split(paragraph):
        if line and len(line) + 1 + len(words) > width:
            yield line
            line = words
        else:
            line = f"{line} {words}" if line else words
    yield line
