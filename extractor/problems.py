"""Problems with what a user gave us: one type of value, collected, reported together.

A problem names file, line, column, what was found, what is allowed and the likely fix. A stage that
meets problems collects them all and raises ``ProblemsFound`` once; nothing is written after that.
"""

from __future__ import annotations

import difflib
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """One problem. ``line`` and ``column`` count from 1; 0 means that the whole file is meant."""

    file: str
    line: int
    column: int
    message: str
    found: str | None = None
    allowed: str | None = None
    fix: str | None = None
    severity: str = "error"  # error | warning

    def as_text(self) -> str:
        """``file:line:column: error: message`` with the details indented below."""
        place = ":".join(str(part) for part in (self.file, self.line or None, self.column or None) if part)
        lines = [f"{place}: {self.severity}: {self.message}"]
        for name in ("found", "allowed", "fix"):
            if value := getattr(self, name):
                lines.append(f"    {name + ':':<9}{value}")
        return "\n".join(lines)

    def as_github(self) -> str:
        """A GitHub Actions workflow command that annotates the line in a pull request."""
        details = [f"{name}: {value}" for name in ("found", "allowed", "fix") if (value := getattr(self, name))]
        message = _escape_command("\n".join([self.message, *details]))
        file = _escape_command(self.file).replace(":", "%3A").replace(",", "%2C")
        return f"::{self.severity} file={file},line={self.line or 1},col={self.column or 1}::{message}"


class ProblemsFound(Exception):
    """Raised once, with every problem that was found (at least one of them an error)."""

    def __init__(self, problems: Iterable[Problem]):
        self.problems = tuple(sorted(problems))
        super().__init__(f"{len(self.problems)} problems found")


def report(problems: Iterable[Problem], style: str = "text") -> str:
    """All problems as ``text``, ``github`` (workflow commands) or ``json`` (a list of objects)."""
    problems = sorted(problems)
    if style == "json":
        return json.dumps([asdict(problem) for problem in problems], ensure_ascii=False, indent=2)
    return "\n".join(problem.as_github() if style == "github" else problem.as_text() for problem in problems)


def did_you_mean(found: str, allowed: Iterable[str]) -> str | None:
    """``did you mean “2-c”?`` for the nearest allowed word, or ``None`` when none is near."""
    near = difflib.get_close_matches(str(found).lower(), allowed, n=1, cutoff=0.5)
    return f"did you mean “{near[0]}”?" if near else None


def _escape_command(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
