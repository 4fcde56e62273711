"""An unread passage in one line, for people who decide about it."""

from __future__ import annotations

from extractor.model import Unread

_SHOWN = 80  # characters of its words


def shown_unread(passage: Unread) -> str:
    """``2(c) command “The Board will …”: why``; its words on one line, shortened."""
    return f"{passage.citation} {passage.kind} “{shortened(passage.words, _SHOWN)}”: {passage.why}"


def shortened(words: str, width: int) -> str:
    """Words on one line, cut behind a whole one where there are more than ``width`` characters."""
    line = " ".join(words.split())
    return line if len(line) <= width else line[:width].rsplit(" ", 1)[0] + " …"
