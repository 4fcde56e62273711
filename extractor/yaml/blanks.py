"""Blanks in the indentation that are no spaces: tabs, and those that come with text from other programs."""

from __future__ import annotations

import re

from extractor.problems import Problem

NO_BREAK = "\u00a0\u2000-\u200a\u202f\u3000"  # blanks that YAML takes for letters; for a character class
_TAB = re.compile(r"^ *(\t[ \t]*)(?=\S)", re.M)
# Only before a field: inside a text that goes on in several lines they are a matter of its author.
_NO_BREAK = re.compile(rf"^[ -]*([{NO_BREAK}][ {NO_BREAK}]*)(?=(?:- +)?[\w.()-]+:(?:\s|$))", re.M)


def plain_blanks(text: str, file: str, first_line: int, tabs: bool) -> tuple[str, list[Problem]]:
    """The text with spaces in their place, and a problem for each line with such a blank; ``tabs``: for these as well."""
    problems = [_no_break_problem(match, text, file, first_line) for match in _NO_BREAK.finditer(text)]
    plain = _NO_BREAK.sub(lambda match: re.sub(r"\s", " ", match[0]), text)
    if tabs:
        problems += [_tab_problem(match, text, file, first_line) for match in _TAB.finditer(text)]
        plain = _TAB.sub(lambda match: match[0].replace("\t", "  "), plain)
    return plain, problems


def _tab_problem(match: re.Match[str], text: str, file: str, first_line: int) -> Problem:
    place = _place(match, text, first_line)
    return Problem(file, *place, "a tab in the indentation", "a tab", "spaces", "replace the tab with spaces")


def _no_break_problem(match: re.Match[str], text: str, file: str, first_line: int) -> Problem:
    message, found = "a no-break space in the indentation", f"U+{ord(match[1][0]):04X}, which looks like a space"
    fix = "replace it with a space from the keyboard; it most often comes with text that was copied"
    return Problem(file, *_place(match, text, first_line), message, found, "spaces", fix)


def _place(match: re.Match[str], text: str, first_line: int) -> tuple[int, int]:
    """Line and column, from 1, of the first such blank."""
    return text.count("\n", 0, match.start(1)) + first_line, match.start(1) - match.start() + 1
