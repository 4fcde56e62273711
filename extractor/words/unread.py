"""An unread passage in one line, for people who decide about it."""

from __future__ import annotations

from extractor.model import Unread
from extractor.words.shown import shortened

_SHOWN = 80  # characters of its words


def shown_unread(passage: Unread) -> str:
    """``2(c) command “The Board will …”: why``; its words on one line, shortened."""
    return f"{passage.citation} {passage.kind} “{shortened(passage.words, _SHOWN)}”: {passage.why}"
