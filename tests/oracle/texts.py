"""The orders' texts: the plain file is the text, quotations stand at their spans, and the text page marks every obligation."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from extractor.model import Order, Span, TrackedOrder
from extractor.problems import Problem
from oracle.compare import bare, members, missing_file, same
from oracle.expected import Record, Wanted
from oracle.finished import Finished, Page, day_of, words
from oracle.rows import shown_standing

_LINK = "¶"  # the sign of the link to a passage


def quotations(record: Record, site: Finished) -> Iterator[Problem]:
    """``text.txt[start:end]`` is the quotation, of every field that has a span (invariant 1)."""
    for order in record.orders:
        path = f"orders/{order.order.id}/text.txt"
        content = site.content(path)
        if content is None:
            yield missing_file(path, f"the text of {order.order.id}")
            continue
        text = content.decode("utf-8", "replace")
        if text != order.order.body:
            yield Problem(path, 0, 0, f"this is not the text of {order.order.id}")
        yield from _misplaced(path, text, order)


def _misplaced(path: str, text: str, order: TrackedOrder) -> Iterator[Problem]:
    for duty in order.reading.obligations:
        spans: list[tuple[str | None, Span | None]] = [(duty.quote, duty.span), (duty.action, duty.action_span)]
        spans.append((duty.deadline.quote, duty.deadline.span))
        for quote, span in spans if duty.retired is None else ():  # a retired one's words stand in no text any more
            if quote and span and span.of(text) != quote:
                message = f"a quotation of {duty.id} does not stand where its span says"
                yield Problem(path, 0, 0, message, span.of(text), quote)


def earlier_texts(record: Record, site: Finished) -> Iterator[Problem]:
    """The text that an amended order had before keeps its page and its plain file."""
    for order in record.orders:
        for earlier in order.reading.earlier:
            until, home = earlier.until.isoformat(), f"orders/{order.order.id}"
            if site.content(f"{home}/text-until-{until}.txt") != earlier.order.body.encode("utf-8"):
                yield missing_file(f"{home}/text-until-{until}.txt", f"the text of {order.order.id} until {until}")
            page = site.page(f"{home}/text/until-{until}/")
            yield from _passages(page, earlier.order, f"{order.order.id} until {until}")


def _passages(page: Page, order: Order, name: str) -> Iterator[Problem]:
    """Every paragraph of a text stands on its page; between heading and words there may be the sign of a link, and between
    the items of one paragraph the notes at its margin, which are taken off this page.
    """
    for note in page.all(".margin"):
        note.decompose()
    shown = page.text.replace(_LINK, "")
    for block in order.blocks:
        passage = block.span.of(order.body)
        if block.kind == "paragraph" and bare(passage).replace(_LINK, "") not in shown:
            yield Problem(page.file, 0, 0, f"a passage of the text of {name} is missing", None, passage[:200])


def text_pages(record: Record, site: Finished) -> Iterator[Problem]:
    """Each order's page of its text holds all of it, and marks each obligation's action with a link and a note."""
    for order in record.orders:
        page = site.page(f"orders/{order.order.id}/text/")
        live = [each for each in record.of_order(order) if each.obligation.retired is None]
        notes = {page.duty(note.css_first("a.cite")): note for note in page.all(".margin-note")}
        yield from members(page.file, [each.id for each in live], notes)
        yield from _passages(site.page(f"orders/{order.order.id}/text/"), order.order, order.order.id)
        yield from _marked(page, live)
        for each in live:
            if note := notes.get(each.id):
                yield from same(page.file, each.id, "due date", each.due, day_of(note.css_first(".margin-due time")))
                yield from same(page.file, each.id, "standing", each.key, shown_standing(note))


def _marked(page: Page, live: list[Wanted]) -> Iterator[Problem]:
    """The words that link to an obligation are its action; where two actions share words, one link is enough."""
    marks: dict[str, str] = {}
    for link in page.all("a.act"):
        marks[page.duty(link)] = marks.get(page.duty(link), "") + words(link)
    spans = sorted((each.obligation.action_span, each.id) for each in live)
    shared = {name for (one, a), (two, b) in pairwise(spans) if one.overlaps(two) for name in (a, b)}
    for each in live:
        if each.id not in shared:
            yield from same(page.file, each.id, "marked words", bare(each.obligation.action), marks.get(each.id, ""))
