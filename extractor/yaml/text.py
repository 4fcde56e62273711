"""The bytes of a file that people edit → its text, with a problem for everything that is not plain UTF-8 text."""

from __future__ import annotations

import codecs
import re
import unicodedata
from dataclasses import replace

from extractor.problems import HIDDEN, MOST_LISTED, Problem, listed

_WIDE_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)
# What YAML 1.2 (section 5.1) does not let stand in a file, a byte order mark inside the text included.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufeff\ufffe\uffff]")
_REPLACEMENT = "\N{REPLACEMENT CHARACTER}"


def decode(raw: bytes, file: str) -> tuple[str, list[Problem]]:
    """The text of a UTF-8 file with ``\\n`` line ends and no byte order mark, and its problems.

    Whatever the bytes, a text comes back, so that the rest of the file can be judged in the same run: what could not
    be read stands in it as U+FFFD.
    """
    if raw.startswith(_WIDE_MARKS):
        fix = "save the file as UTF-8"
        return "", [Problem(file, 1, 1, "the file is not UTF-8", "a UTF-16 or UTF-32 mark", "UTF-8 text", fix)]
    raw = raw.removeprefix(codecs.BOM_UTF8)
    problems = _undecodable(raw, file)
    text = raw.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    return _without_control_characters(text, file, problems), problems


def _undecodable(raw: bytes, file: str) -> list[Problem]:
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        line, column = _place(before)
        found = f"byte 0x{raw[error.start]:02X}"
        return [Problem(file, line, column, "the file is not UTF-8", found, "UTF-8 text", "save the file as UTF-8")]
    return []


def _without_control_characters(text: str, file: str, problems: list[Problem]) -> str:
    matches = list(_CONTROL.finditer(text))
    if matches:
        line, column = _place(text[: matches[0].start()])
        found = f"U+{ord(matches[0][0]):04X}" + (f" and {len(matches) - 1} more" if len(matches) > 1 else "")
        fix = "delete the character; it may be invisible in an editor"
        problems.append(Problem(file, line, column, "a control character in the file", found, "printable text", fix))
    return _CONTROL.sub(_REPLACEMENT, text)


def hidden_characters(text: str, file: str, first_line: int = 1) -> list[Problem]:
    """A problem for each line in which people could read something else than what stands there.

    Bidirectional controls set the words in another order than they have; zero-width characters make two words that
    look the same differ. ``first_line`` is the line of ``file`` on which ``text`` begins. At most ``MOST_LISTED``
    problems; the last one says how many lines more there are.
    """
    lines = [(number, line) for number, line in enumerate(text.split("\n"), first_line) if HIDDEN.search(line)]
    problems = [_hidden(file, number, line) for number, line in lines[:MOST_LISTED]]
    if more := len(lines) - MOST_LISTED if len(lines) > MOST_LISTED else 0:
        problems[-1] = replace(problems[-1], found=f"{problems[-1].found}, and the same on {more} more lines")
    return problems


def _hidden(file: str, number: int, line: str) -> Problem:
    found = list(HIDDEN.finditer(line))
    names = dict.fromkeys(_named(match[0]) for match in found)
    message = "a character that nobody sees, or that turns the words round"
    allowed, fix = (
        "characters that show",
        f"delete it: write the line’s words anew from column {found[0].start() + 1} on",
    )
    return Problem(file, number, found[0].start() + 1, message, listed(names, 3), allowed, fix)


def _named(character: str) -> str:
    """``U+202E RIGHT-TO-LEFT OVERRIDE``."""
    return f"U+{ord(character):04X} {unicodedata.name(character, 'control character')}"


def _place(before: str) -> tuple[int, int]:
    """Line and column (from 1) of the character that follows ``before``."""
    return before.count("\n") + 1, len(before) - (before.rfind("\n") + 1) + 1
