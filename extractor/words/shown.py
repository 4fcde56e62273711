"""Text for people: on one line, and no longer than its place has room for. Pure, independent of the locale."""

from __future__ import annotations

_AT_AN_END = " ,;:"  # what leads on to words that are left out
_FEWEST = 20  # characters that stay, or half of the width; a word that goes on behind the width is cut rather than less be shown


def one_line(text: str) -> str:
    """``text`` with one blank wherever it has blanks or line ends."""
    return " ".join(text.split())


def cut(text: str, width: int) -> str:
    """As many characters of ``text``, on one line, as fit; the ellipsis counts."""
    line = one_line(text)
    return line if len(line) <= width else line[: width - 1] + "…"


def shortened(text: str, width: int) -> str:
    """As many whole words of ``text``, on one line, as fit; the ellipsis counts."""
    line = one_line(text)
    if len(line) <= width:
        return line
    return whole_words(line, width - 1).rstrip(_AT_AN_END) + "…"


def whole_words(line: str, width: int) -> str:
    """The beginning of a longer ``line``: no more than ``width`` characters, up to the last blank among them."""
    head = line[:width]
    return head.rsplit(" ", 1)[0] if " " in head[min(_FEWEST, width // 2) :] else line[:width]
