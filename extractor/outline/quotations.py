"""Text that an amendment quotes: it belongs to another document, whatever its labels and headings look like.

Orders set it in quotation marks, or, in some printings, with no mark at all after ``is amended to read as follows:``.
"""

from __future__ import annotations

import re

_OPENS = re.compile(r"[“\"]\s*(?:\(|Sec|[A-Z]|\d)")
_OPENS_STRUCTURE = re.compile(r"[“\"]\s*(?:\(|Sec)")
_CLOSES = re.compile(r"[”\"]\s*[.;,:]?\s*(?:;?\s*(?:and|or))?\s*$")
_TERM = re.compile(r"[“\"][^“”\"]{1,120}[”\"],?\s+[a-z(“]")  # “agency” means …
_COLON = re.compile(r"[:—–][”\"]?\s*$")
_AMENDS = re.compile(
    r"\b(?:amended|revised|modified)\b[^.]{0,200}\b(?:read|add|insert(?:ing)?|adding)\b[^.]{0,120}:\s*$"
    r"|\bto read(?: in full)? as follows:\s*$|\b(?:inserting|adding)\b[^.:]{0,120}\b(?:the following|that reads):\s*$"
)
_TAIL = 600  # code points at the end of a paragraph in which the words stand that announce a quotation


def closes_quotation(text: str) -> bool:
    """True for a paragraph that ends with a closing mark."""
    return bool(_CLOSES.search(text[-40:]))


def opens_quotation(text: str, before: str) -> bool:
    """True for a paragraph that opens text quoted from elsewhere; ``before`` is the paragraph ahead of it.

    It starts with a mark, and a colon stands before it, or a label or a section follows the mark, or the mark is not
    closed. A term in marks that the sentence goes on about (``“agency” means …``) opens none.
    """
    if not _OPENS.match(text) or _TERM.match(text):
        return False
    if _COLON.search(before[-_TAIL:]) or _OPENS_STRUCTURE.match(text):
        return True
    return not closes_quotation(text) and "”" not in text


def announces_amendment(before: str) -> bool:
    """True for a paragraph after which the new words of another text stand: ``… is amended to read as follows:``."""
    return bool(_AMENDS.search(before[-_TAIL:]))
