"""Problems with what a user gave us: one type of value, collected, reported together.

A problem names file, line, column, what was found, what is allowed and the likely fix. A stage that
meets problems collects them all and raises ``ProblemsFound`` once; nothing is written after that.
"""

from __future__ import annotations

import difflib
import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace

MOST_LISTED = 12  # of a list in a message; who needs the rest finds it in the file
_WINDOW = 100  # columns of a line that a message shows
# What a terminal or an editor hides, or obeys instead of showing it: control, bidirectional and zero-width characters.
HIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]"
)


@dataclass(frozen=True, slots=True)
class Problem:
    """One problem. ``line`` and ``column`` count from 1; 0 means that the whole file is meant.

    ``line_text`` is the line of the file, for people who read the message; ``with_lines`` fills it in.
    """

    file: str
    line: int
    column: int
    message: str
    found: str | None = None
    allowed: str | None = None
    fix: str | None = None
    severity: str = "error"  # error | warning
    line_text: str | None = field(default=None, compare=False)

    def __lt__(self, other: Problem) -> bool:
        """By file, line and column, then by what is said."""
        return self._rank() < other._rank()

    def _rank(self) -> tuple[str, int, int, tuple[str, ...]]:
        words = (self.message, self.found, self.allowed, self.fix, self.severity)
        return self.file, self.line, self.column, tuple(word or "" for word in words)

    def as_text(self) -> str:
        """``file:line:column: error: message``, the line with a caret under the column, and the details below."""
        place = ":".join(str(part) for part in (self.file, self.line or None, self.column or None) if part)
        lines = [f"{place}: {self.severity}: {self.message}", *self._excerpt()]
        for name in ("found", "allowed", "fix"):
            if value := getattr(self, name):
                lines.append(f"    {name + ':':<9}{value}")
        return "\n".join(visible(line) for line in lines)

    def _excerpt(self) -> list[str]:
        """The line as it stands in the file, cut around the column, and a caret below it."""
        if not self.line_text or not self.column or self.column > len(self.line_text) + 1:
            return []
        start = max(0, self.column - 1 - _WINDOW // 2) if len(self.line_text) > _WINDOW else 0
        line = visible(self.line_text[start : start + _WINDOW])
        before = line[: self.column - 1 - start]
        number = str(self.line)
        return [f"    {number} | {line}", f"    {' ' * len(number)} | {' ' * _columns(before)}^"]

    def as_json(self) -> dict[str, object]:
        """The problem for other programs, which can look at the line themselves."""
        return {name: value for name, value in asdict(self).items() if name != "line_text"}

    def as_github(self) -> str:
        """A GitHub Actions workflow command that annotates the line in a pull request."""
        details = [f"{name}: {value}" for name in ("found", "allowed", "fix") if (value := getattr(self, name))]
        message = _escape_command("\n".join([self.message, *details]))
        file = _escape_command(self.file).replace(":", "%3A").replace(",", "%2C")
        return f"::{self.severity} file={file},line={self.line or 1},col={self.column or 1}::{message}"


class ProblemsFound(Exception):
    """Raised once, with every problem that was found (at least one of them an error); as text it says all of them.

    >>> print(ProblemsFound([Problem("order.md", 3, 9, "this is no day", "2026-02-30", "a day such as 2026-06-02")]))
    order.md:3:9: error: this is no day
        found:   2026-02-30
        allowed: a day such as 2026-06-02
    """

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(problems))
        super().__init__(self.problems)

    def __str__(self) -> str:
        return report(self.problems)


def report(problems: Iterable[Problem], style: str = "text") -> str:
    """All problems as ``text``, ``github`` (workflow commands) or ``json`` (a list of objects)."""
    problems = sorted(problems)
    if style == "json":
        return json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=2)
    return "\n".join(problem.as_github() if style == "github" else problem.as_text() for problem in problems)


def with_lines(problems: Iterable[Problem], texts: Mapping[str, str]) -> list[Problem]:
    """The same problems, each with its line. ``texts``: the decoded texts of the files, by the name in ``file``."""
    lines = {file: text.split("\n") for file, text in texts.items()}
    return [
        replace(problem, line_text=lines[problem.file][problem.line - 1])
        if 0 < problem.line <= len(lines.get(problem.file, ()))
        else problem
        for problem in problems
    ]


def listed(words: Iterable[str], most: int = MOST_LISTED) -> str:
    """``2-a, 2-b``, cut after ``most``: ``… and 28 more``; empty when there are none."""
    words = tuple(words)
    more = f" and {len(words) - most} more" if len(words) > most else ""
    return ", ".join(words[:most]) + more


def visible(text: str) -> str:
    """``text`` for a terminal: on one line, and every character that hides or rearranges others is shown as U+FFFD."""
    return HIDDEN.sub("\N{REPLACEMENT CHARACTER}", text.replace("\t", " ").replace("\r", " "))


def _columns(text: str) -> int:
    """The columns that a terminal takes for a text: two for a wide character, none for a mark upon another."""
    wide = sum(unicodedata.east_asian_width(character) in "WF" for character in text)
    return len(text) + wide - sum(unicodedata.combining(character) > 0 for character in text)


def did_you_mean(found: str, allowed: Iterable[str]) -> str | None:
    """``did you mean “2-c”?`` for the nearest allowed word, or ``None`` when none is near."""
    near = difflib.get_close_matches(str(found).lower(), allowed, n=1, cutoff=0.5)
    return f"did you mean “{near[0]}”?" if near else None


def _escape_command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
