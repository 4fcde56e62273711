"""Typography that belongs to the container of a text, not to its words.

Line wraps, runs of blanks, no-break spaces, soft hyphens, direction marks and ligature glyphs come from the
page that carried the text. They are taken off here, once, before the text is hashed; nothing edits it later.
"""

from __future__ import annotations

import re

_INVISIBLE = dict.fromkeys(
    [0x00AD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
)
_LIGATURES = {0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st"}
_CONTROLS = dict.fromkeys([*range(9), *range(14, 28), 127])  # 28 to 31 count as blanks
_GLYPHS = _INVISIBLE | _LIGATURES | _CONTROLS
_PAGE_MARK_LINE = re.compile(r"^\s*\[\[Page \d+\]\]\s*$", re.M)
_PAGE_MARK = re.compile(r"[ \t]*\[\[Page \d+\]\][ \t]*")
_SUPERSCRIPT = str.maketrans("0123456789+-()n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁽⁾ⁿ")


def plain(text: str) -> str:
    """``text`` with every run of blanks as one space and without invisible characters or ligatures."""
    return " ".join((text if text.isascii() and text.isprintable() else text.translate(_GLYPHS)).split())


def without_page_marks(text: str) -> str:
    """``text`` without the Register's ``[[Page 707]]``, in lines of their own or within one."""
    return _PAGE_MARK.sub(" ", _PAGE_MARK_LINE.sub("", text))


def superscript(text: str) -> str:
    """Digits raised as the page shows them: ``10`` + superscript("26") reads 10²⁶, never 1026."""
    raised = text.translate(_SUPERSCRIPT)
    return raised if len(raised) == len(text) and not re.search(r"[A-Za-z]", raised.replace("ⁿ", "")) else text


def double_quotes(text: str) -> str:
    """The doubled single marks of the printed Register (‘‘…’’, ``…'') as the double quotes that they stand for."""
    return text.replace("‘‘", "“").replace("’’", "”").replace("``", "“").replace("''", "”")
