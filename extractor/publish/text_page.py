"""An order's text as a page shows it: headings and paragraphs, cut where an obligation's words begin and end."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractor.model import Block, Obligation, Paragraph, Reading, Span


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one segment that stand in the same obligations.

    ``acts`` is the key of the obligation whose action the words belong to; ``within`` is true for words of an
    obligation's sentence outside the action, ``unread`` for those that nobody has read.
    """

    text: str
    acts: str | None = None
    within: bool = False
    unread: bool = False


@dataclass(frozen=True, slots=True)
class Segment:
    """One heading or paragraph of the text, with the obligations whose action begins in it.

    ``anchor`` is its place on the page, from its citation (``2-c-ii``); ``former`` the one that it had before.
    """

    kind: str  # heading | paragraph | table | dateline
    span: Span
    anchor: str
    former: str
    citation: str | None
    level: int
    runs: tuple[Run, ...]
    keys: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The segment's words."""
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True)
class Cut:
    """A heading or paragraph of the text: its kind, its place, the paragraph that begins there, its anchors."""

    kind: str
    span: Span
    paragraph: Paragraph | None
    anchor: str = ""
    former: str = ""


def cuts_of(reading: Reading) -> tuple[Cut, ...]:
    """The text cut at its blocks and paragraphs, in text order: once for an order, whatever is then shown of it."""
    starts = sorted(reading.paragraphs, key=lambda paragraph: paragraph.span.start)
    places = [paragraph.span.start for paragraph in starts]
    found = (
        cut
        for block in reading.order.blocks
        for cut in _cuts(block, starts[bisect_left(places, block.span.start) : bisect_right(places, block.span.end)])
    )
    return tuple(_anchored(found))


def _anchored(cuts: Iterable[Cut]) -> Iterator[Cut]:
    """The cuts with their anchors: ``2-c-ii`` for ``2(c)(ii)``, ``2-c-ii-p2`` for a second paragraph cited so.

    What begins no paragraph of the outline belongs to the one above it. ``former`` is the anchor by number.
    """
    seen: Counter[str] = Counter()
    name = "preamble"
    for number, cut in enumerate(cuts, 1):
        name = anchor_of(cut.paragraph.citation) if cut.paragraph else name
        seen[name] += 1
        anchor = name if seen[name] == 1 else f"{name}-p{seen[name]}"
        former = f"at-{cut.paragraph.index}" if cut.paragraph else f"words-{number}"
        yield replace(cut, anchor=anchor, former=former)


def anchor_of(citation: str) -> str:
    """The place of a citation on the page of the text: ``2-c-ii`` for ``2(c)(ii)``, ``p3`` for the third of prose."""
    return "-".join(re.findall(r"[\w.]+", citation))


def segments(
    reading: Reading,
    obligations: Iterable[Obligation],
    within: tuple[Span, ...] | None = None,
    cuts: tuple[Cut, ...] | None = None,
) -> tuple[Segment, ...]:
    """The text's cuts with the words of ``obligations`` marked.

    ``within`` limits the result to what overlaps one of these spans. ``cuts`` are ``cuts_of(reading)``, where the
    caller has them.
    """
    obligations = tuple(obligation for obligation in obligations if obligation.retired is None)
    cuts = cuts_of(reading) if cuts is None else cuts
    if within is not None:
        cuts = tuple(cut for cut in cuts if any(cut.span.overlaps(span) for span in within))
    return tuple(_segment(reading, cut, obligations) for cut in cuts)


def anchor_at(places: Iterable[Cut | Segment], span: Span) -> str | None:
    """The anchor of the heading or paragraph in which ``span`` begins."""
    return next((each.anchor for each in places if each.span.start <= span.start < each.span.end), None)


def context(reading: Reading, obligation: Obligation) -> tuple[Span, ...]:
    """Where an obligation's words stand: its paragraphs, the lead-ins above them, and the list that they open.

    A list below belongs to the words when they end in a colon or a dash.
    """
    own = _own_paragraphs(reading, obligation)
    above = [lead_in for p in own for lead_in in _lead_ins(reading.paragraphs, p)]
    return tuple(sorted({_own_words(p) for p in (*own, *above, *_opened(reading, own))})) or (obligation.span,)


def list_below(reading: Reading, obligation: Obligation) -> tuple[str, ...]:
    """The words of each paragraph of the list that an obligation's words open, but those in which others have theirs."""
    spans = [paragraph.text_span for paragraph in _opened(reading, _own_paragraphs(reading, obligation))]
    others = [other.span for other in reading.obligations if other.key != obligation.key] if spans else []
    return tuple(span.of(reading.order.body) for span in spans if not any(span.overlaps(other) for other in others))


def heading_above(reading: Reading, obligation: Obligation) -> str:
    """The nearest heading that an obligation's words stand under; empty where there is none."""
    paragraph = next(iter(_own_paragraphs(reading, obligation)), None)
    while paragraph and not paragraph.heading:
        paragraph = None if paragraph.parent is None else reading.paragraphs[paragraph.parent]
    return (paragraph.heading or "") if paragraph else ""


def _own_paragraphs(reading: Reading, obligation: Obligation) -> list[Paragraph]:
    span, found = obligation.span, reading.paragraphs
    return [p for p in found if p.span.start < span.end and span.start < _words_end(p)]


def _opened(reading: Reading, own: list[Paragraph]) -> list[Paragraph]:
    """What hangs under the last of an obligation's paragraphs, where that one ends in a colon or a dash."""
    opens = own and _own_words(own[-1]).of(reading.order.body).rstrip().endswith((":", "—", "–"))
    return _below(reading.paragraphs, own[-1]) if opens else []


def _own_words(paragraph: Paragraph) -> Span:
    return Span(paragraph.span.start, _words_end(paragraph))


def _words_end(paragraph: Paragraph) -> int:
    return max(paragraph.text_span.end, paragraph.span.start + 1)


def _lead_ins(paragraphs: tuple[Paragraph, ...], paragraph: Paragraph) -> list[Paragraph]:
    """The paragraphs of running text that a paragraph hangs under; headings are left out."""
    found: list[Paragraph] = []
    while paragraph.parent is not None:
        paragraph = paragraphs[paragraph.parent]
        if paragraph.text_span.start < paragraph.text_span.end and not paragraph.heading:
            found.append(paragraph)
    return found


def _below(paragraphs: tuple[Paragraph, ...], paragraph: Paragraph) -> list[Paragraph]:
    """The paragraphs that hang under a paragraph, at any depth."""
    children = [p for p in paragraphs if p.parent == paragraph.index]
    return children + [deeper for child in children for deeper in _below(paragraphs, child)]


def _cuts(block: Block, paragraphs: Sequence[Paragraph]) -> list[Cut]:
    """A block cut where a paragraph starts and where a heading run in with it ends; ``paragraphs`` are those in it."""
    if block.kind != "paragraph":
        owner = next((p for p in paragraphs if block.span.holds(Span(p.span.start, p.span.start))), None)
        return [Cut(block.kind, block.span, owner)]
    starts = {p.span.start: p for p in paragraphs if block.span.start <= p.span.start < block.span.end}
    points = sorted({block.span.start, *starts, block.span.end})
    cuts: list[Cut] = []
    for start, end in pairwise(points):
        cuts += _run_in_heading(Span(start, end), starts.get(start))
    return cuts


def _run_in_heading(span: Span, paragraph: Paragraph | None) -> list[Cut]:
    """A paragraph that opens with its section's heading (“Sec. 4. Review. The …”) as heading and words."""
    if paragraph is None or not paragraph.heading or not span.start < paragraph.text_span.start:
        return [Cut("paragraph", span, paragraph)]
    words_start = min(paragraph.text_span.start, span.end)
    cuts = [Cut("heading", Span(span.start, words_start), paragraph)]
    return cuts + ([Cut("paragraph", Span(words_start, span.end), None)] if words_start < span.end else [])


def _segment(reading: Reading, cut: Cut, obligations: tuple[Obligation, ...]) -> Segment:
    span, paragraph = cut.span, cut.paragraph
    keys = tuple(o.key for o in obligations if span.start <= o.action_span.start < span.end)
    level = paragraph.level if paragraph else 0
    citation = paragraph.citation if paragraph else None
    left = tuple(each.span for each in reading.unread if each.span.overlaps(span))
    runs = _runs(reading.order.body, span, obligations, left)
    return Segment(cut.kind, span, cut.anchor, cut.former, citation, level, runs, keys)


def _runs(body: str, span: Span, obligations: tuple[Obligation, ...], unread: tuple[Span, ...]) -> tuple[Run, ...]:
    touching = [o for o in obligations if o.span.overlaps(span) or o.action_span.overlaps(span)]
    edges = {edge for o in touching for s in (o.span, o.action_span) for edge in (s.start, s.end)}
    edges |= {edge for each in unread for edge in (each.start, each.end)}
    points = sorted({span.start, span.end} | {edge for edge in edges if span.start < edge < span.end})
    return tuple(_run(body, Span(start, end), touching, unread) for start, end in pairwise(points))


def _run(body: str, span: Span, obligations: list[Obligation], unread: tuple[Span, ...]) -> Run:
    acting = next((o.key for o in obligations if o.action_span.holds(span)), None)
    within = any(o.span.holds(span) for o in obligations)
    return Run(span.of(body), acting, within, any(each.holds(span) for each in unread))
