"""Section labels and headings: ``Sec. 4.1. Heading.`` and the short heading of a paragraph."""

from __future__ import annotations

import re

SECTION = re.compile(
    r"(?P<quote>[“\"]?)(?:(?P<word>Section|SECTION|Sec|SEC|Article|ARTICLE|Art)(?![A-Za-z])\s*\.?\s*|§\s*)"
    r"(?P<number>\d{1,4}(?:\.\d{1,2})?(?:-?[A-Z](?=\s*[.:—–]|$|\s+[A-Z(]))?)"
    r"(?:\s*\.(?!\d)\s*[—–]?\s*|\s*[:—–]\s*|\s+(?=[A-Z(“])(?!(?:Of|And|Through|U\.S\.C)\b)|$)"
)
# A section that its number alone opens, inside the section with the whole number: "4.1. Heading. (a) …"
BARE_SECTION = re.compile(r"(?P<number>(?P<whole>\d{1,2})\.(?P<part>\d{1,2}))\.\s+(?=[A-Z“\"])")
PART = re.compile(r"(?:PART|TITLE|CHAPTER|SUBPART|ANNEX|Annex|APPENDIX|Appendix)\s+(?:[IVXLC]+|\d+|[A-Z])\b")
_FIRST_LABEL = re.compile(r"\s*\((?:a|i|A|1)\)(?=\s|\()")
_HEADING_END = re.compile(r"[.:](?:[”\"])?(?=\s|$)|\.—|—(?=[A-Z])|\.(?=\((?:a|i|A|1)\)\s)|(?<=[a-z])\.(?=[A-Z][a-z])")
_LONGEST = 420  # code points; the longest heading of a section that was met has 229
HEADING_WINDOW = _LONGEST + 100  # how much of a paragraph must be seen to tell its heading
_MODAL = re.compile(
    r"\b(?:shall|must|will|may|should|is|are|was|were|has|have|hereby|means|do|does|order|orders|directs?)\b"
)
_SMALL = frozenset(
    "a an and as at by for from in into nor of on or out over per the to under upon via with within without its their "
    "our that through across against between during about toward towards this than".split()
)
_ABBREVIATION = re.compile(r"(?:\b(?:U\.S|No|Nos|vs?|St|Inc|Ltd|Dr|Mr|Ms|Jr|al|Fed|Reg|Stat|[ap]\.m)|\b[A-Z])\.$")


def heading_length(text: str) -> int:
    """How many code points at the start of ``text`` are a heading with its full stop; 0 for none.

    A heading has no finite verb that a sentence would need, and is written in title case, or stands right before the
    first label of a list.
    """
    for match in _HEADING_END.finditer(text, 0, _LONGEST):
        candidate = text[: match.start()]
        labelled = match[0].startswith(".") and bool(_FIRST_LABEL.match(text, match.end()))
        if not labelled and _ABBREVIATION.search(candidate[-8:] + ".") and match.end() < len(text):
            continue
        if labelled:
            return match.end() if _is_phrase(candidate.lstrip('“"')) else 0
        return match.end() if _reads_as_heading(candidate, match[0], text[match.end() : match.end() + 80]) else 0
    return 0


def _is_phrase(candidate: str) -> bool:
    """True for words without a finite verb, not too many, that do not open with a mark or a label."""
    words = candidate.split()
    return 0 < len(words) <= 60 and not _MODAL.search(candidate) and candidate[:1] not in '(“"'


_OPENS_A_LEAD_IN = frozenset("in through by within on upon for to with after before under at from pursuant".split())


def _leads_in(candidate: str) -> bool:
    """``In cooperation with the Commands, submit:`` opens the items of a list and is no heading of theirs."""
    return "," in candidate or candidate.split()[0].lower() in _OPENS_A_LEAD_IN


def _reads_as_heading(candidate: str, mark: str, rest: str) -> bool:
    words = re.findall(r"[A-Za-z][\w’'-]*", candidate)
    if len(words) > 30 or not words or not _is_phrase(candidate):
        return False
    if ":" in mark and (rest.strip() or _leads_in(candidate)) or words[0][0].islower():
        return False
    if words[0].endswith("ing") and "." in mark and len(words) <= 16 and rest.lstrip()[:1].isupper():
        return True  # ``Increasing the supply of teachers. The Secretary shall …``
    heavy = [word for word in words if word.lower() not in _SMALL]
    capitals = sum(word[0].isupper() for word in heavy)
    return bool(heavy) and (
        capitals >= 0.75 * len(heavy) or (len(words) <= 3 and words[0][0].isupper() and bool(rest.strip()))
    )
