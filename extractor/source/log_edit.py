"""Changes of one order's ``progress.yml``: an entry more, a line for every obligation, another day of search.

Each takes the file's bytes (``None`` where there is no file) and gives the new bytes; nothing is written here. What
stands in the file keeps every byte. The new file is read as ``tracker check`` reads it, and must say what the old one
said and the change besides, or ``ProblemsFound`` is raised.
"""

from __future__ import annotations

from collections.abc import Iterator
from collections.abc import Mapping as Mapping_
from dataclasses import dataclass, replace
from datetime import date

from extractor.model import Evidence, Obligation, Reading
from extractor.problems import Problem, ProblemsFound
from extractor.source.entry_fields import EntryFields
from extractor.source.log_form import key_line, new_log
from extractor.source.log_lines import Change, LogLines, Part, content
from extractor.source.progress import read_progress
from extractor.yaml.scalar import scalar
from extractor.yaml.tree import Mapping, Sequence

NEW_ENTRY = "the new entry"  # the place that a problem names when it is about what is not yet in the file


@dataclass(frozen=True, slots=True)
class LogOf:
    """Whose log is changed: the file as messages name it, the order's reading, the clock's day."""

    file: str
    reading: Reading
    today: date

    def judge(self, raw: bytes, fresh: frozenset[int] = frozenset()) -> None:
        """Raise ``ProblemsFound`` where ``tracker check`` would find an error; in a ``fresh`` line it has no place."""
        _, problems = read_progress(raw, self.file, self.reading, self.reading.order.signed, self.today)
        if any(problem.severity == "error" for problem in problems):
            raise ProblemsFound(
                replace(problem, file=NEW_ENTRY, line=0, column=0, line_text=None) if problem.line in fresh else problem
                for problem in problems
            )


Given = str | tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class NewEntry:
    """An entry as somebody gives it: fields of ``EntryFields`` as text, judged by that model and by nothing else."""

    given: Mapping_[str, Given]

    @classmethod
    def of(cls, **given: Given | None) -> NewEntry:
        """The entry of the fields that are given; what is empty is not. Raises ``TypeError`` for one that no entry has."""
        if strangers := given.keys() - EntryFields.model_fields.keys():
            raise TypeError(f"no fields of an entry: {', '.join(sorted(strangers))}")
        return cls({name: value for name, value in given.items() if value})

    def fields(self) -> Iterator[tuple[str, Given]]:
        """The fields that are given, in the order in which the file has them, without blanks around text."""
        for name in EntryFields.model_fields:
            value = self.given.get(name)
            if isinstance(value, str):
                value = "\n".join(value.strip().splitlines())
            if value or name == "date":
                yield name, value or ""

    def content(self) -> dict[str, object]:
        """What the file must say once the entry is in it."""
        return {
            name: value if isinstance(value, str) else [_pair(each) for each in value] for name, value in self.fields()
        }


def _pair(evidence: Evidence) -> dict[str, str]:
    return {"url": evidence.url.strip(), "title": " ".join(evidence.title.split())}


def with_entry(raw: bytes | None, of: LogOf, key: str, entry: NewEntry) -> bytes:
    """The log with ``entry`` below the last one of ``key``, and with a line for every obligation."""
    old = LogLines(new_log(of.reading).encode() if raw is None else raw, of.file)
    block = old.block(key)
    lines = tuple(_entry_lines(entry, *_columns(old, block)))
    if block:
        changes = [Change(block.end, block.end, lines), *_laid_out(old, of.reading)]
    else:
        changes = _laid_out(old, of.reading, key, lines)
    new, fresh = old.changed(changes)
    of.judge(new, fresh)
    must_say(new, _log_with(old, key, entry.content()), of)
    return new


def laid_out(raw: bytes | None, of: LogOf) -> bytes:
    """The log with a line for every obligation; a whole new one where there is none."""
    if raw is None:
        return new_log(of.reading).encode()
    old = LogLines(raw, of.file)
    new, fresh = old.changed(_laid_out(old, of.reading))
    of.judge(new, fresh)
    must_say(new, content(old), of)
    return new


def _laid_out(old: LogLines, reading: Reading, key: str = "", entry: tuple[str, ...] = ()) -> list[Change]:
    """A line for each obligation that has none, behind those before it in the text, with ``entry`` below ``key``."""
    log = old.field("log")
    missing = [obligation for obligation in reading.obligations if not old.block(obligation.key)]
    if not missing:
        return []
    indent = old.blocks[0].indent if old.blocks else (log.indent if log else 0) + 2
    found: dict[int, list[str]] = {}
    for obligation in missing:
        lines = found.setdefault(_place(old, log, reading, obligation), [])
        lines += [key_line(obligation, indent), *(entry if obligation.key == key else ())]
    return [*_opened(old, log), *(Change(at, at, tuple(lines)) for at, lines in found.items())]


def _place(old: LogLines, log: Part | None, reading: Reading, obligation: Obligation) -> int:
    """The line behind the block of the nearest obligation before this one in the text that has a block."""
    keys = [each.key for each in reading.obligations]
    before = [block for key in keys[: keys.index(obligation.key)] if (block := old.block(key))]
    if before:
        return before[-1].end
    if old.blocks:
        return max(old.comments_above(old.blocks[0].line), log.line + 1 if log else 0)
    return log.end if log else len(old.lines)


def _opened(old: LogLines, log: Part | None) -> list[Change]:
    """``log:`` at the end where it is missing, without its ``{}`` where it is empty."""
    if log is None:
        return [Change(len(old.lines), len(old.lines), ("log:",))]
    if not old.is_bare_map(log.value):
        return []
    line = old.lines[log.value.line - 1].rstrip("\r\n")
    start = log.value.column - 1
    if log.value.line - 1 != log.line or line[start : start + 2] != "{}":
        raise old.refused(log.value, "braces with nothing in them", "“log:” with nothing after it")
    return [Change(log.line, log.line + 1, ((line[:start].rstrip() + line[start + 2 :]).rstrip(),))]


def _columns(old: LogLines, block: Part | None) -> tuple[int, int, int]:
    """The blanks before an entry's ``-``, before its fields, and before an evidence's ``-``, as those around it have."""
    model = next((part for part in (block, *old.blocks) if part and isinstance(part.value, Sequence)), None)
    if block and isinstance(block.value, Sequence) and old.sign(block.value) != "-":
        raise old.refused(block.value, "a list in brackets", "a line for each entry, which begins with “- date:”")
    if model is None or not isinstance(model.value, Sequence) or old.sign(model.value) != "-":
        key = block.indent if block else old.blocks[0].indent if old.blocks else 2
        return key + 2, key + 4, key + 6
    field = model.value.items[-1].column - 1
    return model.value.column - 1, field, field + _evidence_indent(old, model.value)


def _evidence_indent(old: LogLines, entries: Sequence) -> int:
    """How far the last list of evidence is indented from its entry's fields."""
    for entry in reversed(entries.items):
        evidence = entry.get("evidence") if isinstance(entry, Mapping) else None
        if isinstance(evidence, Sequence) and old.sign(evidence) == "-":
            return evidence.column - entry.column
    return 2


def _entry_lines(entry: NewEntry, dash: int, field: int, evidence: int) -> Iterator[str]:
    before = " " * dash + "-" + " " * (field - dash - 1)
    for name, value in entry.fields():
        if isinstance(value, str):
            yield from _field_lines(before, name, value)
        else:
            yield f"{before}{name}:"
            for each in value:
                for number, (part, text) in enumerate(_pair(each).items()):
                    yield from _field_lines(" " * evidence + ("  " if number else "- "), part, text)
        before = " " * field


def _field_lines(before: str, name: str, value: str) -> list[str]:
    start = f"{before}{name}: "
    first, *more = scalar(value, len(start), len(before) + 2)
    return [start + first, *more]


def _log_with(old: LogLines, key: str, entry: dict[str, object]) -> dict[str, object]:
    said = content(old)
    log = said["log"]
    assert isinstance(log, dict)  # as content() makes it
    return said | {"log": log | {key: [*log.get(key, ()), entry]}}


def must_say(raw: bytes, wanted: dict[str, object], of: LogOf) -> None:
    """The new file says what is wanted, sign by sign; else the change is refused."""
    if {name: value for name, value in content(LogLines(raw, of.file)).items() if value} != {
        name: value for name, value in wanted.items() if value
    }:
        fix = "add it by hand, and report this with the file"
        message = "the change would not read back as it was given"
        raise ProblemsFound([Problem(of.file, 0, 0, message, None, "text that YAML keeps as it is", fix)])
