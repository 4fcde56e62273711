"""Section labels and headings: ``Sec. 4.1. Heading.`` and the short heading of a paragraph."""

from __future__ import annotations

import re

from extractor.outline.labels import LABEL

SECTION = re.compile(
    r"(?P<quote>[“\"]?)(?:Section|SECTION|Sec|SEC)\b\s*\.?\s*(?P<number>\d{1,3}(?:\.\d{1,2})?(?:[A-Z](?=\s*\.))?)"
    r"(?:\s*\.(?!\d)\s*|\s*[:—–]\s*|\s+(?=[A-Z(])(?!(?:Of|And|Through|U\.S\.C)\b)|$)"
)
PART = re.compile(r"(?:PART|TITLE|CHAPTER|SUBPART|ANNEX|Annex|APPENDIX|Appendix)\s+(?:[IVXLC]+|\d+|[A-Z])\b")
_HEADING_END = re.compile(r"[.:](?:[”\"])?(?=\s|$)|\.—|—(?=[A-Z])")
_MODAL = re.compile(r"\b(?:shall|must|will|may|should|is|are|was|were|has|have|hereby|means|do|does|order|orders|directs?)\b")
_SMALL = frozenset(
    "a an and as at by for from in into nor of on or out over per the to under upon via with within without its their "
    "our that through across against between during about toward towards this than".split()
)
_ABBREVIATION = re.compile(r"(?:\b(?:U\.S|No|Nos|vs?|St|Inc|Dr|Mr|Ms|Jr|al)|\b[A-Z])\.$")


def heading_length(text: str) -> int:
    """How many code points at the start of ``text`` are a heading with its full stop; 0 for none.

    A heading has no finite verb that a sentence would need, and is written in title case.
    """
    for match in _HEADING_END.finditer(text, 0, 260):
        candidate = text[: match.start()]
        if _ABBREVIATION.search(text[: match.start() + 1]) and match.end() < len(text) and not LABEL.match(text, match.end()):
            continue
        return match.end() if _reads_as_heading(candidate, match[0], text[match.end() :]) else 0
    return 0


def _reads_as_heading(candidate: str, mark: str, rest: str) -> bool:
    words = re.findall(r"[A-Za-z][\w’'-]*", candidate)
    if not words or len(words) > 30 or _MODAL.search(candidate) or candidate[:1] in "(“\"":
        return False
    if ":" in mark and rest.strip():
        return False
    heavy = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in heavy)
    return bool(heavy) and (capitals >= 0.75 * len(heavy) or (len(words) <= 3 and words[0][0].isupper() and bool(rest.strip())))
