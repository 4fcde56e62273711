"""``checked:`` and ``checked_in:`` of a ``progress.yml``: when the public record was last searched, and where."""

from __future__ import annotations

import re
from datetime import date

from extractor.problems import Problem, ProblemsFound
from extractor.source.log_edit import LogOf, must_say
from extractor.source.log_form import new_log
from extractor.source.log_lines import Change, LogLines, Part, content
from extractor.yaml.scalar import scalar
from extractor.yaml.tree import Scalar

# A value in one line, plain or quoted, then what stands behind it.
_VALUE = re.compile(r"(?P<value>\"(?:[^\"\\]|\\.)*\"|'(?:[^']|'')*'|[^\"'\s#](?:[^#]|(?<=\S)#)*?)(?P<rest>\s+#.*|\s*)")


def with_search(raw: bytes | None, of: LogOf, day: date, words: str | None, force: bool = False) -> bytes:
    """The log with ``checked: day`` and, where ``words`` are given, ``checked_in: words``; empty words take it out.

    Raises ``ProblemsFound`` for a day before the one that stands there (unless ``force``), and for another day
    without words where the old search is described: its words say nothing about the new one.
    """
    old = LogLines(new_log(of.reading).encode() if raw is None else raw, of.file)
    words = None if words is None else " ".join(words.split())
    _refuse(old, day, words, force)
    changes = [_field(old, "checked", day.isoformat())]
    if words is not None:
        changes += [_field(old, "checked_in", words)] if words else _removed(old.field("checked_in"))
    new, fresh = old.changed(changes)
    of.judge(new, fresh)
    wanted = content(old) | {"checked": day.isoformat()} | ({} if words is None else {"checked_in": words})
    must_say(new, wanted, of)
    return new


def _refuse(old: LogLines, day: date, words: str | None, force: bool) -> None:
    stands, described = old.field("checked"), old.field("checked_in")
    before = _text(stands)
    if stands and before and before > day.isoformat() and not force:
        fix = "give a later day; --force if the one on record is wrong"
        message = "the record was searched later than that"
        raise ProblemsFound([Problem(old.file, stands.line + 1, 1, message, str(day), f"{before} or later", fix)])
    if described and _text(described) and words is None and before != day.isoformat():
        fix = "say what was searched this time with --in; --in '' leaves it open"
        message = "what was searched is described for another day"
        raise ProblemsFound(
            [Problem(old.file, described.line + 1, 1, message, f"“{_text(described)}”, {before}", None, fix)]
        )


def _text(part: Part | None) -> str | None:
    return part.value.text if part and isinstance(part.value, Scalar) else None


def _field(old: LogLines, name: str, text: str) -> Change:
    """``name`` with another value in its place, with the comment behind it; or a new line where it belongs."""
    part = old.field(name)
    if part is None:
        at = _place(old, name)
        return Change(at, at, tuple(_lines(f"{name}: ", text, "")))
    line = old.lines[part.line].rstrip("\r\n")
    start = line.index(":", part.indent + len(name)) + 1
    if part.is_empty:
        return Change(part.line, part.line + 1, tuple(_lines(line[:start] + " ", text, line[start:].rstrip())))
    same_line = part.value.line - 1 == part.line
    match = _VALUE.fullmatch(line, part.value.column - 1) if same_line and part.end == part.line + 1 else None
    before, rest = (line[: part.value.column - 1], match["rest"]) if match else (line[:start] + " ", "")
    return Change(part.line, part.end, tuple(_lines(before, text, rest)))


def _lines(before: str, text: str, rest: str) -> list[str]:
    first, *more = scalar(text, len(before) + len(rest), 2)
    return [before + first + rest, *more]


def _place(old: LogLines, name: str) -> int:
    """Where a new field goes: ``checked_in`` behind ``checked``, else before the first field."""
    checked = old.field("checked")
    if name == "checked_in" and checked:
        return checked.end
    return old.fields[0].line if old.fields else len(old.lines)


def _removed(part: Part | None) -> list[Change]:
    return [Change(part.line, part.end, ())] if part else []
