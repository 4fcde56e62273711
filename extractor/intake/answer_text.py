"""Problems with a form → the comment that tells its writer what to fix, in Markdown that can do nothing but be read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractor.intake.issue_form import MOST_PROBLEMS
from extractor.problems import Problem

_JOINER = "&#8288;"  # U+2060: parts a sign from its word, so that no person is called and no other issue is named
_NO_MARKUP = re.compile(r"[^\w\s,;:’“”…()?!-]|_")


def answer_text(problems: Iterable[Problem]) -> str:
    """The comment. Whatever the problems quote shows as the characters that it is made of."""
    listed = sorted(problems)
    lines = ["This could not be entered yet. Please edit the report above; it is then read again.", ""]
    lines += [_item(problem) for problem in listed[:MOST_PROBLEMS]]
    if len(listed) > MOST_PROBLEMS:
        lines.append(f"- and {len(listed) - MOST_PROBLEMS} more")
    return "\n".join(lines) + "\n"


def _item(problem: Problem) -> str:
    """One problem as an item of a list."""
    line = f" (line {problem.line} of the report)" if problem.line else ""
    parts = [f"- **{plain(problem.file)}**{line}: {plain(problem.message)}."]
    parts += [f"Found: {plain(problem.found)}."] if problem.found else []
    parts += [f"Allowed: {plain(problem.allowed)}."] if problem.allowed else []
    parts += [f"Likely fix: {plain(problem.fix)}"] if problem.fix else []
    return " ".join(parts)


def plain(text: str) -> str:
    """Text on one line in which every sign that Markdown, HTML or GitHub could act on is a character reference."""
    line = "".join(c for c in " ".join(text.split()) if c.isprintable())[:400]
    return _NO_MARKUP.sub(lambda sign: f"&#{ord(sign[0])};" + (_JOINER if sign[0] in "@#." else ""), line)
