"""The lines of a ``progress.yml`` and where its parts stand in them, so that a change touches no other byte.

The tree (``extractor.yaml.tree``) says where each part begins. It ends where the next one begins, less blank lines and
the comments that stand right before the next one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractor.problems import Problem, ProblemsFound
from extractor.yaml.text import decode
from extractor.yaml.tree import Mapping, Node, Scalar, Sequence, read_yaml

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_NO_CONTENT = re.compile(r"\s*(?:#.*)?|\.\.\.\s*(?:#.*)?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Change:
    """Lines ``start`` to ``end`` (counted from 0, half-open) become ``lines``, which have no line ends of their own."""

    start: int
    end: int
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A key with its value: ``line`` is the key's, ``end`` the one behind the value's last (both from 0)."""

    key: str
    indent: int
    line: int
    end: int
    value: Node

    @property
    def is_empty(self) -> bool:
        """True if there is nothing after the colon."""
        return isinstance(self.value, Scalar) and self.value.text is None


class LogLines:
    """One file's text, as lines and as parts."""

    def __init__(self, raw: bytes, file: str):
        """Raises ``ProblemsFound`` when the bytes are no text, or the text is no map in lines."""
        text, problems = decode(raw, file)
        root, faults = read_yaml(text, file)
        if problems or faults:
            raise ProblemsFound([*problems, *faults])
        self.file = file
        self.lines = _LINE.findall(raw.decode("utf-8"))
        self.line_end = next((end for end in ("\r\n", "\n", "\r") if end in raw.decode("utf-8")), "\n")
        self.fields = self.parts(root, len(self.lines))
        log = self.field("log")
        self.blocks = self.parts(log.value, log.end) if log and not self.is_bare_map(log.value) else ()

    def field(self, name: str) -> Part | None:
        """``checked``, ``checked_in`` or ``log``."""
        return next((part for part in self.fields if part.key == name), None)

    def block(self, key: str) -> Part | None:
        """The part of one obligation."""
        return next((part for part in self.blocks if part.key == key), None)

    def parts(self, node: Node | None, end: int) -> tuple[Part, ...]:
        """The keys of a map that is written in lines; ``end`` is the line behind it."""
        if not isinstance(node, Mapping):
            return ()
        if self.sign(node) == "{" or len({key.line for key, _ in node.pairs}) < len(node.pairs):
            raise self.refused(node, "fields in braces", "a line for each key")
        starts = [key.line - 1 for key, _ in node.pairs]
        return tuple(
            Part(key.text or "", key.column - 1, start, self._end(start, following, key.column - 1), value)
            for (key, value), start, following in zip(node.pairs, starts, [*starts[1:], end], strict=True)
        )

    def _end(self, start: int, following: int, indent: int) -> int:
        """The line behind the last one that belongs to a part: deeper comments do, others and blank lines do not."""
        while following > start + 1 and self._is_between(self.lines[following - 1], indent):
            following -= 1
        return following

    def _is_between(self, line: str, indent: int) -> bool:
        return bool(_NO_CONTENT.fullmatch(line)) and (not line.strip() or len(line) - len(line.lstrip()) <= indent)

    def comments_above(self, line: int) -> int:
        """The first of the comment lines that stand right above a line; the line itself where there are none."""
        while line and self.lines[line - 1].lstrip().startswith("#"):
            line -= 1
        return line

    def sign(self, node: Node) -> str:
        """The character at a node's place: ``-`` for a list in lines, ``[`` and ``{`` for one in brackets."""
        line = self.lines[node.line - 1] if node.line <= len(self.lines) else ""
        return line.lstrip("\ufeff")[node.column - 1 : node.column]

    def is_bare_map(self, node: Node) -> bool:
        """True for ``{}``."""
        return isinstance(node, Mapping) and not node.pairs

    def refused(self, node: Node, found: str, allowed: str) -> ProblemsFound:
        """A form of YAML that a person can edit and the command cannot without touching what stands there."""
        fix = "write it in lines as the logs of other orders have it, or add to it by hand"
        message = "the command cannot add to a log in this form"
        return ProblemsFound([Problem(self.file, node.line, node.column, message, found, allowed, fix)])

    def changed(self, changes: Iterable[Change]) -> tuple[bytes, frozenset[int]]:
        """The file with changes that do not overlap, and the numbers (from 1) of the lines in it that are new."""
        written: list[str] = []
        fresh: set[int] = set()
        last = 0
        for change in sorted(changes, key=lambda change: (change.start, change.end)):
            written += self.lines[last : change.start]
            if written and change.lines and not written[-1].endswith(("\n", "\r")):
                written[-1] += self.line_end
            fresh.update(range(len(written) + 1, len(written) + len(change.lines) + 1))
            written += [line + self.line_end for line in change.lines]
            last = change.end
        text = "".join([*written, *self.lines[last:]])
        return text.encode("utf-8", "surrogatepass"), frozenset(fresh)


def content(log: LogLines) -> dict[str, object]:
    """What a file says, without its places, to compare two: each field, and of the log what has entries."""
    return {part.key: _plain(part.value) for part in log.fields} | {
        "log": {block.key: entries for block in log.blocks if (entries := _plain(block.value))}
    }


def _plain(node: Node | None) -> object:
    if isinstance(node, Mapping):
        return {key.text: _plain(value) for key, value in node.pairs}
    if isinstance(node, Sequence):
        return [_plain(item) for item in node.items]
    return node.text if node else None
