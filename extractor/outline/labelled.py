"""The labelled paragraphs of one block: what a label opens, and what it hangs under."""

from __future__ import annotations

import re
from itertools import takewhile

from extractor.model import Paragraph, Span
from extractor.outline.headings import HEADING_WINDOW, heading_length
from extractor.outline.labels import (
    BARE_LABEL,
    LABEL,
    Numeral,
    Place,
    goes_on,
    is_reference,
    next_label,
    numerals,
    place_label,
    run_in_label,
)
from extractor.outline.walk import Walk, add_paragraph, strip_left, strip_right, words_between

_MOST_LABELS = 60  # in one block; the most that was met is 26


_COLON = re.compile(r"[:—–][”\"]?\s*$")


_BREAKS_OFF = re.compile(r"[a-z0-9,]\s*$")


_OPEN = re.compile(r"[:—–,][”\"]?\s*$")  # ``(i) as to schools,`` goes on with a list of its own


def take_labels(walk: Walk, start: int, span: Span, ahead: list[str]) -> None:
    """One block may carry several labels: ``(a) Definitions. (i) …``."""
    for _ in range(_MOST_LABELS):
        match = _label(walk, start, span.end, ahead)
        place = match and place_label(
            match[1],
            [level[0] for level in walk.stack],
            [a for a in ahead if a],
            walk.opens or bool(_OPEN.search(walk.before[-20:])),
            bare=match.re is BARE_LABEL,
        )
        walk.opens = False
        inner = (
            _take_label(walk, match, place, span, ahead) if match and place else _take_lead_in(walk, start, span, ahead)
        )
        if not inner:
            return None
        start = strip_left(walk.body, inner.start(), span.end)
        span = Span(start, span.end)
    return add_paragraph(walk, span, span)


def close_inner_list(walk: Walk, ahead: list[str]) -> None:
    """A list that stands within one block ends with it, unless the next block goes on with a label."""
    if walk.within is not None and not (ahead and ahead[0]):
        walk.stack = walk.stack[: walk.within]
    walk.within = None


def _take_lead_in(walk: Walk, start: int, span: Span, ahead: list[str]) -> re.Match[str] | None:
    """Add a paragraph without a label. Returns the first label of a list that runs in it, if one does."""
    unlabelled = LABEL.match(walk.body, start, span.end)
    begin = unlabelled.end() if unlabelled else start
    inner = _label_within(walk, begin, span.end, run_in_label(walk.body, begin, span.end, ahead))
    end = strip_right(walk.body, span.start, inner.start()) if inner else span.end
    add_paragraph(walk, Span(span.start, end), Span(start, end))
    walk.before = walk.body[start:end]
    return inner


def _take_label(walk: Walk, match: re.Match[str], place: Place, span: Span, ahead: list[str]) -> re.Match[str] | None:
    """Add one labelled paragraph. Returns the label that follows it in the same block, if one does."""
    walk.labels += 1
    walk.unexplained += not place.explained
    lead_in = _lead_in(walk, place)
    walk.stack = walk.stack[: place.depth]
    citation = f"{walk.stack[-1][2] if walk.stack else walk.section or ''}({match[1]})"
    heading_end = _item_heading_end(walk, match, span.end, ahead)
    heading = walk.body[match.end() : heading_end].strip().rstrip(".:") or None
    index = len(walk.paragraphs)
    walk.stack = (*walk.stack, (place.numeral, index, citation, lead_in))
    inner = inner_label(walk, heading_end, span.end, ahead)
    end = strip_right(walk.body, span.start, inner.start()) if inner else span.end
    own = words_between(walk.body, heading_end, end)
    add_paragraph(
        walk, Span(span.start, end), own, label=f"({match[1]})", heading=heading, citation=citation,
        depth=place.depth + 1, parent=lead_in,
    )  # fmt: skip
    walk.before = own.of(walk.body) or ("" if heading else ":")
    return inner


def _item_heading_end(walk: Walk, label: re.Match[str], end: int, ahead: list[str]) -> int:
    """Where the heading of a labelled paragraph ends; a whole paragraph is one only where text or a list follows it."""
    heading_end = label.end() + heading_length(walk.body[label.end() : min(end, label.end() + HEADING_WINDOW)])
    following = ahead[0] if ahead else "§"
    goes_on = not following or any(n.place == 1 for n in numerals(following))
    return heading_end if heading_end < end or goes_on else label.end()


def inner_label(walk: Walk, start: int, end: int, ahead: list[str], outermost: bool = False) -> re.Match[str] | None:
    """The label with which the text at ``start`` begins, or the first label of a list that runs in it."""
    if start >= end:
        return None
    match = LABEL.match(walk.body, start, end)
    if match and not is_reference(walk.body, start, end):
        return match
    return _label_within(walk, start, end, run_in_label(walk.body, start, end, ahead, outermost))


def _label_within(walk: Walk, start: int, end: int, run_in: re.Match[str] | None) -> re.Match[str] | None:
    """The first label in the rest of a block: of a list that goes on behind it (``run_in``), or that stands within it."""
    found = next_label(walk.body, start, end, _opened(walk))
    if run_in and (not found or run_in.start() <= found.start()):
        walk.opens = walk.body[run_in.start() - 1].isalpha()  # ``shall (i) publish``
        return run_in
    if not found:
        return None
    if walk.within is None:
        walk.within = len(walk.stack)
    return found


def _opened(walk: Walk) -> list[Numeral]:
    """The numerals of the open labels, from the outermost in."""
    return [level[0] for level in walk.stack]


def _lead_in(walk: Walk, place: Place) -> int | None:
    """The paragraph that a list hangs under: the one before its first item, where its words go on with it."""
    if place.numeral.place > 1 and place.depth < len(walk.stack):
        return walk.stack[place.depth][3]
    if walk.paragraphs and _goes_on_with_list(walk, walk.paragraphs[-1]):
        return walk.paragraphs[-1].index
    return walk.stack[place.depth - 1][1] if place.depth else walk.section_index


def _goes_on_with_list(walk: Walk, before: Paragraph) -> bool:
    """Words that end in a colon; or running text without a label that breaks off: ``The Board shall`` before ``(a) sail``."""
    words = before.text_span.of(walk.body)
    breaks_off = before.label is None and before.part == "text" and bool(_BREAKS_OFF.search(words))
    return not before.quoted and (breaks_off or bool(_COLON.search(words)))


def _label(walk: Walk, start: int, end: int, ahead: list[str]) -> re.Match[str] | None:
    """The label at ``start``; a cross-reference such as ``(b) of this section`` is none.

    One without parentheses goes on from an open label, or opens a list behind a colon or where the second one follows.
    """
    match = LABEL.match(walk.body, start, end)
    if match and not is_reference(walk.body, start, end):
        return match
    bare = BARE_LABEL.match(walk.body, start, end)
    if not bare:
        return None
    behind_colon = bool(_COLON.search(walk.before))
    place = place_label(bare[1], _opened(walk), [], behind_colon, bare=True)
    if not place or place.depth == len(walk.stack) and not place.explained:
        return None
    opens = behind_colon or walk.part == "text" and _has_second(bare, ahead)
    return bare if place.numeral.place > 1 or opens else None


def _has_second(bare: re.Match[str], ahead: list[str]) -> bool:
    """True where ``2.`` follows ``1.`` in the same section."""
    following = next((each for each in takewhile(lambda each: each != "§", ahead) if each[-1:] in (".", ")")), "")
    return goes_on(bare[1], [following[:-1]])
