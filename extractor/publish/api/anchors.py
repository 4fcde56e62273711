"""Where words stand in an order's text, as selectors of the W3C Web Annotation Data Model (2017, 4.2.4 and 4.2.5).

Positions count Unicode code points from the text's first on, as the recommendation asks; the text is the file
``orders/<order>/text.txt``, decoded as UTF-8, and its SHA-256 tells whether a copy is that text.
"""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from extractor import model
from extractor.publish.api.reading_model import Record

CONTEXT = 32  # code points before and after the words, by which they are found when the text has moved


class TextPositionSelector(Record):
    """The words by their position (Web Annotation Data Model, 4.2.5)."""

    type: Literal["TextPositionSelector"] = "TextPositionSelector"
    """The kind of selector."""
    start: int = Field(ge=0)
    """The first code point, counted from 0."""
    end: int = Field(ge=0)
    """The code point after the last."""


class TextQuoteSelector(Record):
    """The words by themselves and what stands around them (Web Annotation Data Model, 4.2.4)."""

    type: Literal["TextQuoteSelector"] = "TextQuoteSelector"
    """The kind of selector."""
    exact: str
    """The words."""
    prefix: str
    """What stands before them: up to 32 code points."""
    suffix: str
    """What stands after them: up to 32 code points."""


class Anchor(Record):
    """A passage of the order’s text: the source, its hash, and two selectors that name the same words."""

    type: Literal["SpecificResource"] = "SpecificResource"
    """The kind of resource."""
    source: str
    """The text’s address, or its path from the site’s root where no address is known."""
    sha256: str
    """The SHA-256 of the source’s bytes."""
    selector: tuple[TextPositionSelector, TextQuoteSelector]
    """By position, then by quotation."""


class Anchors(Record):
    """The three passages that an obligation rests on; null where the words stand in no text any more, or there are none."""

    quote: Anchor | None
    """The sentence."""
    action: Anchor | None
    """What is to be done."""
    deadline: Anchor | None
    """When."""


def anchors(obligation: model.Obligation, order: model.Order, source: str) -> Anchors:
    """The passages of one obligation in its order's text. ``source``: that text's address."""
    if obligation.retired:  # its spans are empty: the text no longer has its words
        return Anchors(quote=None, action=None, deadline=None)
    spans = (obligation.span, obligation.action_span, obligation.deadline.span)
    quote, action, deadline = (_anchor(span, order, source) for span in spans)
    return Anchors(quote=quote, action=action, deadline=deadline)


def _anchor(span: model.Span | None, order: model.Order, source: str) -> Anchor | None:
    if span is None or span.start == span.end:
        return None
    text = order.body
    position = TextPositionSelector(start=span.start, end=span.end)
    before, after = text[max(span.start - CONTEXT, 0) : span.start], text[span.end : span.end + CONTEXT]
    quote = TextQuoteSelector(exact=span.of(text), prefix=before, suffix=after)
    return Anchor(source=source, sha256=order.sha256, selector=(position, quote))
