"""YAML as a tree that knows where everything stands, and refuses what a maintainer's file does not need.

PyYAML parses; its events become ``Scalar``, ``Sequence`` and ``Mapping`` nodes whose values stay text, so that a
key ``4``, ``2e1``, ``on`` or ``2026-06-02`` is what was written. Anchors, aliases, tags and a second document are
refused; a key that comes twice is kept both times and reported. Nothing here can run code or grow beyond the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaml import events as yaml_events
from yaml.error import YAMLError

from extractor.problems import HIDDEN, Problem
from extractor.words.shown import cut
from extractor.yaml.blanks import plain_blanks
from extractor.yaml.conflicts import without_conflicts
from extractor.yaml.likely import Likely, likely_mistake, never_closed
from extractor.yaml.parser import events

DEEPEST = 12  # levels; the deepest that any file of ours needs is 6
_NULLS = ("", "~", "null", "Null", "NULL")


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as it is written. ``text`` is ``None`` for YAML's null (nothing, ``~`` or ``null``, unquoted).

    ``comment`` is what stands behind an unquoted value on its last line, from the ``#`` on: YAML takes it for a
    comment, and its writer may have meant it as words.
    """

    text: str | None
    line: int
    column: int
    comment: Scalar | None = None


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int
    column: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A map, its keys in the file's order; a key may come twice."""

    pairs: tuple[tuple[Scalar, Node], ...]
    line: int
    column: int

    def get(self, key: str) -> Node | None:
        """The first value of a key."""
        return next((value for name, value in self.pairs if name.text == key), None)

    def repeated(self) -> Iterator[tuple[Scalar, Scalar]]:
        """Every key that came before, with the place where it came first."""
        first: dict[str | None, Scalar] = {}
        for key, _ in self.pairs:
            if key.text in first:
                yield key, first[key.text]
            first.setdefault(key.text, key)


Node = Scalar | Sequence | Mapping


def describe(node: Node | None) -> str:
    """What a node is, in a reader's words: a list, fields, ``nothing`` or the text itself, cut."""
    if isinstance(node, Sequence):
        return "a list: items that begin with “- ”, or brackets"
    if isinstance(node, Mapping):
        return "fields below it"
    if node is None or node.text is None:
        return "nothing"
    return shown(node.text)


def shown(text: str) -> str:
    """A value for a message: on one line, cut at 60 characters."""
    return cut(text, 60)


def read_yaml(text: str, file: str, first_line: int = 1, plain_only: bool = True) -> tuple[Node | None, list[Problem]]:
    """The root of a YAML text, and its problems; ``None`` when the text is empty or cannot be parsed.

    ``first_line`` is the line of ``file`` on which ``text`` begins. A tab in the indentation is reported wherever it
    stands, and the text is then read as if the tabs were blanks, so that the other problems come out as well; of a merge
    conflict both versions are read.
    With ``plain_only`` off, anchors, aliases and tags pass: an alias is nothing, a tag is not looked at.
    """
    text, conflicts = without_conflicts(text, file, first_line)
    builder = _Builder(file, first_line, plain_only)
    root = builder.build(text)
    plain, blanks = plain_blanks(text, file, first_line, tabs=builder.broken)
    odd = conflicts + blanks
    if not odd:
        return root, builder.problems
    again = _Builder(file, first_line, plain_only)
    root = again.build(plain)
    return root, odd + ([] if again.broken else again.problems)


_IN_QUOTES = "{}; where it is a part of the words, put the whole text in quotes"
_OF_THE_PARSER = (ValueError, TypeError, IndexError, AttributeError, RecursionError)  # its own mistakes
_COMMENT = re.compile(r"\s+(#.*)")
_ONLY_A_COMMENT = re.compile(r"[^#]*:\s+(#.*)")


def _is_open_quote(error: YAMLError) -> bool:
    """True where a quotation mark is never closed: the parser notices it at the end of the file."""
    return "quoted scalar" in str(getattr(error, "context", None) or "") and "end of stream" in str(
        getattr(error, "problem", None) or ""
    )


def _mark(error: YAMLError) -> tuple[int, int] | None:
    """Line and column, from 0, at which the parser stumbled."""
    mark: Any = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
    return (mark.line, mark.column) if mark else None


def _stops_at(text: str) -> tuple[int, int] | None:
    """Where the parser stumbles over a text; ``None`` where it reads to the end."""
    try:
        for _ in events(text):
            pass
    except YAMLError as error:
        return _mark(error) or (0, 0)
    except _OF_THE_PARSER:
        return 0, 0
    return None


def _likely(error: YAMLError, text: str) -> Likely | None:
    """The mistake that was most likely made where the parser stumbled."""
    mark = _mark(error)
    found = likely_mistake(text, mark, _stops_at) if mark else None
    opened: Any = getattr(error, "context_mark", None)
    return found or (never_closed(opened.line, opened.column) if opened and _is_open_quote(error) else None)


class _TooDeepError(Exception):
    """The nesting is deeper than any file of ours needs."""


class _Builder:
    """Builds the tree from the parser's events."""

    def __init__(self, file: str, first_line: int, plain_only: bool):
        self._file = file
        self._offset = first_line
        self._plain_only = plain_only
        self._lines: list[str] = []
        self.problems: list[Problem] = []
        self.broken = False

    def build(self, text: str) -> Node | None:
        """The root node, or ``None``; problems are collected, and ``broken`` is set where parsing ended early."""
        self._lines = text.split("\n")
        try:
            return self._documents(events(text))
        except _TooDeepError:
            pass
        except YAMLError as error:
            self._syntax(error, text)
        except _OF_THE_PARSER:
            self._add(
                None, "the YAML cannot be read", None, "plain YAML", "compare the file with the one of another order"
            )
        self.broken = True
        return None

    def _documents(self, events: Iterator[yaml_events.Event]) -> Node | None:
        root: Node | None = None
        documents = 0
        for event in events:
            if isinstance(event, yaml_events.DocumentStartEvent):
                documents += 1
                if documents == 2:
                    self._add(
                        event, "a second YAML document", "---", "one document", "delete the line, or join the two"
                    )
            elif isinstance(event, yaml_events.NodeEvent):
                node = self._node(event, events, 1)
                root = root if documents > 1 else node
        return root

    def _node(self, event: yaml_events.NodeEvent, events: Iterator[yaml_events.Event], depth: int) -> Node:
        if self._plain_only:
            self._refuse_indirection(event)
        line, column = self._place(event)
        if isinstance(event, yaml_events.SequenceStartEvent):
            return Sequence(tuple(self._children(event, events, depth)), line, column)
        if isinstance(event, yaml_events.MappingStartEvent):
            children = list(self._children(event, events, depth))
            pairs = zip(map(self._key, children[::2]), children[1::2], strict=False)
            return Mapping(tuple((key, self._at_key(key, value)) for key, value in pairs), line, column)
        text = getattr(event, "value", None)
        if getattr(event, "style", None) not in (None, ""):
            self._refuse_escapes(event, text)
            return Scalar(text, line, column)
        end: Any = event.end_mark  # which an event of a text always has
        behind = self._comment(_COMMENT, end.line, end.column)
        return Scalar(None if text in _NULLS else text, line, column, behind)

    def _refuse_escapes(self, event: yaml_events.NodeEvent, text: str | None) -> None:
        """A character that nobody sees, written as an escape such as ``\\u202e`` between double quotes."""
        if not self._plain_only or getattr(event, "style", None) != '"':
            return
        unseen = dict.fromkeys(HIDDEN.findall(text or ""))
        escaped = [sign for sign in unseen if not any(sign in line for line in self._lines)]  # the others are reported
        if escaped:
            found = ", ".join(f"U+{ord(sign):04X}" for sign in escaped[:3])
            message = "an escape for a character that nobody sees"
            self._add(event, message, found, "characters that show", "delete the escape")

    def _at_key(self, key: Scalar, value: Node) -> Node:
        """The value; a missing one stands where its key does, for the parser puts it before whatever comes next."""
        if not isinstance(value, Scalar) or value.text is not None:
            return value
        behind = self._comment(_ONLY_A_COMMENT, key.line - self._offset, key.column - 1)
        return Scalar(None, key.line, key.column, behind)

    def _comment(self, pattern: re.Pattern[str], line: int, column: int) -> Scalar | None:
        """The comment that ``pattern`` finds from a place on, both counted from 0."""
        found = pattern.match(self._rest(line, column))
        return Scalar(found[1], line + self._offset, column + found.start(1) + 1) if found else None

    def _rest(self, line: int, column: int) -> str:
        """What stands on a line of the text from a column on, both counted from 0."""
        return self._lines[line][column:] if line < len(self._lines) else ""

    def _children(
        self, start: yaml_events.NodeEvent, events: Iterator[yaml_events.Event], depth: int
    ) -> Iterator[Node]:
        if depth > DEEPEST:
            fix = "compare the file with the one of another order"
            self._add(start, "nested too deep", None, f"at most {DEEPEST} levels", fix)
            raise _TooDeepError  # reading on would take the parser time that grows with the square of the depth
        for event in events:
            if isinstance(event, yaml_events.CollectionEndEvent):
                return
            assert isinstance(event, yaml_events.NodeEvent)  # what stands in a collection is a node or its end
            yield self._node(event, events, depth + 1)

    def _key(self, node: Node) -> Scalar:
        if isinstance(node, Scalar):
            return Scalar(node.text or "", node.line, node.column)
        self._problem(node.line, node.column, "a key that is not text", describe(node), "a plain word", None)
        return Scalar("", node.line, node.column)

    def _refuse_indirection(self, event: yaml_events.NodeEvent) -> None:
        if isinstance(event, yaml_events.AliasEvent):
            self._add(
                event,
                "an alias",
                f"*{event.anchor}",
                "the value itself",
                _IN_QUOTES.format("write the value out again"),
            )
        elif event.anchor is not None:
            self._add(
                event, "an anchor", f"&{event.anchor}", "the value itself", _IN_QUOTES.format(f"delete &{event.anchor}")
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            found = str(tag).replace("tag:yaml.org,2002:", "!!")
            self._add(event, "a tag", found, "the value alone", _IN_QUOTES.format(f"delete {found}"))

    def _syntax(self, error: YAMLError, text: str) -> None:
        if found := _likely(error, text):
            line, column = found.line + self._offset, found.column + 1
            self.problems = [each for each in self.problems if (each.line, each.column) != (line, column)]
            return self._problem(line, column, found.message, None, found.allowed, found.fix)
        mark = _mark(error)
        line, column = (mark[0] + self._offset, mark[1] + 1) if mark else (0, 0)
        reason = getattr(error, "problem", None) or getattr(error, "context", None)
        fix = "check the indentation, the colon after each key, and quotes around text that holds “: ” or “ #”"
        message = f"this is not YAML: {shown(str(reason or 'it cannot be parsed'))}"
        return self._problem(line, column, message, None, "plain YAML", fix)

    def _place(self, event: yaml_events.Event) -> tuple[int, int]:
        start: Any = event.start_mark
        return start.line + self._offset, start.column + 1

    def _add(
        self, event: yaml_events.Event | None, message: str, found: str | None, allowed: str | None, fix: str | None
    ) -> None:
        line, column = self._place(event) if event else (0, 0)
        self._problem(line, column, message, found, allowed, fix)

    def _problem(
        self, line: int, column: int, message: str, found: str | None, allowed: str | None, fix: str | None
    ) -> None:
        self.problems.append(Problem(self._file, line, column, message, found and shown(found), allowed, fix))
