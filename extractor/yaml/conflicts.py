"""What a merge leaves in a file where two people changed the same lines: git's marks, with both versions between them."""

from __future__ import annotations

import re

from extractor.problems import Problem

_MARK = re.compile(r"([<|=>])\1{6}(?: .*)?")
_OURS, _BEFORE, _THEIRS, _END = "<|=>"  # git's style "diff3" puts what stood before between the two versions
_FOLLOWS = {_OURS: (_BEFORE, _THEIRS), _BEFORE: (_THEIRS,), _THEIRS: (_END,)}


def without_conflicts(text: str, file: str, first_line: int) -> tuple[str, list[Problem]]:
    """The text with both versions one below the other, on the lines on which they stand, and a problem for each conflict."""
    lines = text.split("\n")
    problems = []
    for marks in _conflicts(lines):
        places = dict(marks)
        left_out = {*places.values(), *range(places.get(_BEFORE, places[_THEIRS]), places[_THEIRS])}
        for number in left_out:
            lines[number] = ""
        problems.append(_problem(file, places[_OURS] + first_line, places[_END] + first_line))
    return "\n".join(lines) if problems else text, problems


def _conflicts(lines: list[str]) -> list[list[tuple[str, int]]]:
    """The marks of each conflict with their lines (from 0); marks in another order are none."""
    found: list[list[tuple[str, int]]] = []
    open_: list[tuple[str, int]] = []
    for number, line in enumerate(lines):
        match = _MARK.fullmatch(line)
        if not match:
            continue
        if open_ and match[1] in _FOLLOWS[open_[-1][0]]:
            open_.append((match[1], number))
        else:
            open_ = [(match[1], number)] if match[1] == _OURS else []
        if open_ and match[1] == _END:
            found.append(open_)
            open_ = []
    return found


def _problem(file: str, line: int, last: int) -> Problem:
    fix = "keep both entries, the older first (of a single value the right one), and delete the lines <<<<<<<, ======= and >>>>>>>"
    message, found = f"a merge conflict at line {line}", f"two versions, up to line {last}"
    return Problem(file, line, 1, message, found, "one version, without git’s marks", fix)
