"""A YAML text → its parser's events, each with its place.

PyYAML reads YAML 1.1. Where 1.2 differs in what people write, this reads 1.2: a “?” inside brackets is a part of the
text around it (``{url: https://a.gov/?p=1}``), a tab between values in brackets is a blank, the name of an anchor ends
at a blank, and only ``\\n`` ends a line, so that lines are counted as editors count them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml
from yaml.events import Event
from yaml.scanner import ScannerError
from yaml.tokens import AliasToken, AnchorToken, ScalarToken

_WORD = r"(?:[^ \t\n\0:#,\[\]{}]|:(?![ \t\n\0,\[\]{}])|(?<![ \t\n])#)+"
_BETWEEN = r"(?: |\n(?!(?:---|\.\.\.)[ \t\n\0]))+"
_IN_BRACKETS = re.compile(rf"{_WORD}(?:{_BETWEEN}{_WORD})*")
_LINE_END = re.compile(r" *\n[ \n]*")
_ANCHOR = re.compile(r"[^ \t\n\0,\[\]{}]*")
_BLANKS = dict.fromkeys(map(ord, "\x85\u2028\u2029"), " ")  # line ends of YAML 1.1


def events(text: str) -> Iterator[Event]:
    """The events of a text with ``\\n`` line ends; places are counted from 0. Raises ``yaml.YAMLError``.

    A sign that only YAML 1.1 takes for a line's end comes as a blank.
    """
    return yaml.parse(text.translate(_BLANKS), Loader=_Parser)


class _Parser(yaml.BaseLoader):
    """PyYAML's, with the differences that are named above."""

    def scan_plain(self) -> ScalarToken:
        """A text without quotes."""
        match = _IN_BRACKETS.match(self.buffer, self.pointer) if self.flow_level else None
        if not match:
            token: ScalarToken = super().scan_plain()
            return token
        start = self.get_mark()
        self.forward(len(match[0]))
        self.allow_simple_key = False
        return ScalarToken(_LINE_END.sub(_folded, match[0]), True, start, self.get_mark())

    def scan_anchor(self, TokenClass: type[AnchorToken | AliasToken]) -> AnchorToken | AliasToken:
        """``&name`` or ``*name``."""
        start = self.get_mark()
        self.forward()
        match = _ANCHOR.match(self.buffer, self.pointer)
        if not match or not match[0]:
            raise ScannerError("while scanning an anchor", start, f"no name after “{self.buffer[start.index]}”", start)
        self.forward(len(match[0]))
        return TokenClass(match[0], start, self.get_mark())

    def scan_to_next_token(self) -> None:
        """Over blanks, line ends and comments."""
        super().scan_to_next_token()
        while self.flow_level and self.peek() == "\t":
            self.forward()
            super().scan_to_next_token()


def _folded(between: re.Match[str]) -> str:
    """One line's end is a blank, further ones are line ends (YAML 1.2, section 6.5)."""
    return "\n" * (between[0].count("\n") - 1) or " "
