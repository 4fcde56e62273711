"""Carriers: the places of a text that could oblige somebody or set a time, found by the wide detectors.

A carrier has the span of its own words and that of the passage (sentence or item) that a person should read. Headings,
the enacting words above section 1, and text that an amendment puts elsewhere carry nothing.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from extractor.account.detectors import DAY, DETECTORS, NO_LIMIT, OFFICE, is_timely
from extractor.model import Order, Paragraph, Span
from extractor.words.dates import parse_date

_SENTENCE_END = re.compile(
    r"(?<=[a-z)\d”\"]{2})[.?!][”\"’)]*(?=\s+[“\"(\[]?[A-Z])(?!\s+L\.)|;\s+(?:and|or)?\s*(?=\(\w+\)|and\b)|\n\s*\n"
)
_OBLIGES = re.compile(
    r"\b(?:shall|must|will|(?:is|are|am|be)\b.{0,80}?\b(?:directed|ordered|required|instructed|charged|tasked)|direct|requires?|(?:is|are) to)\b",
    re.S,
)
_AMENDS = re.compile(r"\b(?:amended|modified|revised)\b(?: \w+){0,3}(?: by| as follows|, as follows)?[:—]?\s*$")
_OPEN = re.compile(r"(?:[:—–]|\b(?:shall|must|to|by|including|that|and|will))[\s*_]*$")
REACH = 2_000  # code points about a carrier that are looked at; the longest sentence of 600 orders has 1,690
LONGEST = 2 * REACH  # of a passage
_BULLET = re.compile(r"^[ \t]*(?:[-*•‣▪+]|\d{1,2}[.)])[ \t]+\S", re.M)


@dataclass(frozen=True, slots=True)
class Carrier:
    """One place that could oblige: ``kind`` is command, item, time, row or relation; ``passage`` is what a person should read."""

    kind: str
    name: str  # of the detector
    paragraph: Paragraph
    span: Span
    passage: Span


@dataclass(frozen=True, slots=True)
class Text:
    """An order's paragraphs with what hangs under each, for asking where a passage stands."""

    order: Order
    paragraphs: tuple[Paragraph, ...]
    children: dict[int, tuple[Paragraph, ...]]
    leading: frozenset[int]  # those that open a list, and oblige somebody or set a time by it

    @classmethod
    def of(cls, order: Order, paragraphs: tuple[Paragraph, ...]) -> Text:
        """The paragraphs of ``order`` with their children: the labelled paragraphs that hang under each."""
        children: dict[int, list[Paragraph]] = {}
        for each in paragraphs:
            if each.parent is not None and each.label:
                children.setdefault(each.parent, []).append(each)
        leading: set[int] = set()
        for each in paragraphs:  # what one hangs under stands before it
            if each.index in children and _leads_in(each, each.text_span.of(order.body), leading):
                leading.add(each.index)
        return cls(order, paragraphs, {index: tuple(found) for index, found in children.items()}, frozenset(leading))

    def words(self, paragraph: Paragraph) -> str:
        """The paragraph's own words."""
        return paragraph.text_span.of(self.order.body)

    def section_heading(self, paragraph: Paragraph) -> str:
        """The heading of the section in which the paragraph stands, and its own."""
        found = paragraph.heading or ""
        while paragraph.parent is not None:
            paragraph = self.paragraphs[paragraph.parent]
            found = f"{paragraph.heading or ''} {found}"
        return found


def carriers(text: Text) -> Iterator[Carrier]:
    """Every carrier of the text, paragraph by paragraph."""
    for paragraph in text.paragraphs:
        if paragraph.quoted or paragraph.part in ("heading", "preamble", "annex"):
            continue
        if _is_table(text, paragraph):
            yield from _rows(text, paragraph)
            continue
        yield from _worded(text, paragraph)
        yield from _bullets(text, paragraph)
        yield from _in_line(paragraph, text.words(paragraph))
        if leads_in(text, paragraph):
            yield from (
                Carrier("item", "item", each, each.text_span, each.text_span) for each in text.children[paragraph.index]
            )


def leads_in(text: Text, paragraph: Paragraph) -> bool:
    """Does the paragraph open a list, and oblige somebody or set a time by its last words, or by those of the list it stands in?"""
    return paragraph.index in text.leading


def _leads_in(paragraph: Paragraph, words: str, above: set[int]) -> bool:
    if _obliges(words):
        return True
    goes_on = bool(paragraph.label) and (bool(_OPEN.search(words)) or not words.strip())
    return goes_on and paragraph.parent in above


def _obliges(words: str) -> bool:
    """Words that open a list, the last sentence of which holds a command or a time, and changes no other text."""
    if not _OPEN.search(words):
        return False
    last = words[max((match.end() for match in _SENTENCE_END.finditer(words)), default=0) :]
    if _AMENDS.search(last):
        return False
    return bool(_OBLIGES.search(last)) or any(each.kind == "time" and each.pattern.search(last) for each in DETECTORS)


def _worded(text: Text, paragraph: Paragraph) -> Iterator[Carrier]:
    """The commands and times among a paragraph's words."""
    words, start = text.words(paragraph), paragraph.text_span.start
    timely, ends = is_timely(words), [match.end() for match in _SENTENCE_END.finditer(words)]
    for detector in DETECTORS:
        for match in detector.found(words) if timely or detector.kind != "time" else ():
            if detector.kind == "time" and not _can_limit(words, match, text.order.signed):
                continue
            span = Span(start + match.start(), start + match.end())
            yield Carrier(detector.kind, detector.name, paragraph, span, _passage(words, start, match.start(), ends))


def _passage(words: str, start: int, position: int, ends: list[int]) -> Span:
    """The sentence around ``position`` of ``words``, which stand at ``start`` of the text and whose sentences end at ``ends``;
    one beyond all measure comes in pieces.
    """
    behind = bisect_right(ends, position)
    begin = ends[behind - 1] if behind else 0
    end = ends[behind] if behind < len(ends) else len(words)
    begin += (position - begin) // LONGEST * LONGEST
    end = min(end, begin + LONGEST)
    left = len(words[begin:end]) - len(words[begin:end].lstrip())
    return Span(start + begin + left, start + begin + len(words[begin:end].rstrip()))


def _can_limit(words: str, match: re.Match[str], signed: date | None) -> bool:
    """Not a length that something lasts, a time that is over, or a day before the order was signed."""
    if _OVER.search(match[0]):
        return False
    for other in NO_LIMIT.finditer(words, max(0, match.start() - 60), match.end()):
        if other.start() <= match.start() < other.end() and not re.match(
            r"(?:within|not? |every|at least)", match[0], re.I
        ):
            return False
    day = parse_date(match[0]) if re.search(DAY, match[0]) else None
    if day and signed:
        return day > signed
    year = re.search(r"\b(?:19|20)\d\d\b", match[0])
    return not (year and signed and int(year[0]) < signed.year)


_OVER = re.compile(r"\b(?:past|previous|last|preceding|recent)\b", re.I)


def _bullets(text: Text, paragraph: Paragraph) -> Iterator[Carrier]:
    """Bulleted or numbered lines of a paragraph whose words above them open a list."""
    words, start = text.words(paragraph), paragraph.text_span.start
    found = list(_BULLET.finditer(words))
    if not found:
        return
    above = words[: found[0].start()].strip() or _words_above(text, paragraph)
    if not _obliges(above):
        return
    for one, end in zip(found, [*(each.start() for each in found[1:]), len(words)], strict=True):
        item = words[one.start() : end]
        span = Span(start + one.start() + len(item) - len(item.lstrip()), start + one.start() + len(item.rstrip()))
        yield Carrier("item", "bullet", paragraph, span, span)


# "shall (1) list …; (2) weigh …": a list in the line, its first label right behind the command
_LIST_IN_LINE = re.compile(
    r"\b(?:shall|must|(?:directed|ordered|instructed|required) to)(?:,[^.;:()]{1,60},)?:?\s*\((?:1|a|i|A)\)\s"
)
_FULL_STOP = re.compile(r"(?<=[a-z)\d”])\.(?=\s+[A-Z“(])")
_NEXT_IN_LINE = re.compile(r"(?:[;,]|\b(?:and|or))\s+\((?P<label>[a-zA-Z]|\d|[ivx]{1,4})\)\s")


def _in_line(paragraph: Paragraph, words: str) -> Iterator[Carrier]:
    """The items of a list that stands in the line, behind a command: each but the first, which is the command's own act."""
    start, taken = paragraph.text_span.start, 0  # an item stands in one list
    for first in _LIST_IN_LINE.finditer(words):
        reach = min(len(words), first.end() + REACH)
        stop = _FULL_STOP.search(words, first.end(), reach)
        last = stop.start() if stop else reach
        labels = list(_NEXT_IN_LINE.finditer(words, max(taken, first.end()), last))
        taken = labels[-1].end() if labels else taken
        ends = [*(each.start() for each in labels[1:]), last]
        for label, end in zip(labels, ends, strict=False):
            span = Span(start + label.end(), start + end)
            yield Carrier("item", "in-line", paragraph, span, span)


def _words_above(text: Text, paragraph: Paragraph) -> str:
    """The nearest running text above that is no bullet itself."""
    above = (each for each in reversed(text.paragraphs[: paragraph.index]) if each.part == "text")
    return next((words for each in above if not _BULLET.match(words := text.words(each))), "").strip()


_PIPED = re.compile(r"\s*\|")
_RULE = re.compile(r"\|(?:\s*:?-+:?\s*\|)+")  # the line of a Markdown table under its heads: a cell for each column


def _is_table(text: Text, paragraph: Paragraph) -> bool:
    return paragraph.part == "table" or bool(_PIPED.match(text.words(paragraph)))


def _rows(text: Text, paragraph: Paragraph) -> Iterator[Carrier]:
    """The rows of a table that name an office or set a time."""
    words, start = text.words(paragraph), paragraph.text_span.start
    for begin, end in _rows_of(words):
        row = words[begin:end]
        if _sets_time(row, text.order.signed) or OFFICE.search(row):
            left = len(row) - len(row.lstrip())
            span = Span(start + begin + left, start + begin + len(row.rstrip()))
            yield Carrier("row", "row", paragraph, span, span)


def _sets_time(words: str, signed: date | None) -> bool:
    times = (found for each in DETECTORS if each.kind == "time" for found in each.found(words))
    return any(_can_limit(words, found, signed) for found in times)


def _rows_of(words: str) -> Iterator[tuple[int, int]]:
    """Where each row of a table begins and ends: of one in Markdown by the number of its columns, also where its lines were
    joined; of any other by its lines.
    """
    rule = _RULE.search(words)
    below = rule.end() if rule else 0
    if rule is None or "\n" in words:
        yield from (line.span() for line in re.compile(r"[^\n]*\w[^\n]*").finditer(words, below))
        return
    edges = [found.start() for found in re.compile(r"\|").finditer(words, below)]
    width = rule[0].count("|")  # the edges of a row: one more than its cells
    yield from ((edges[at], edges[at + width - 1] + 1) for at in range(0, len(edges) - width + 1, width))
