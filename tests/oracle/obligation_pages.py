"""Every obligation's own page: it is there, it is that obligation's, and it says who, when, where it stands and in which words."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.problems import Problem
from oracle.compare import bare, same
from oracle.expected import Record, Wanted
from oracle.finished import Finished, Page, day_of, words
from oracle.rows import shown_standing


def obligation_pages(record: Record, site: Finished) -> Iterator[Problem]:
    """A page for each id that was ever accepted, the retired ones included."""
    for each in record.wanted:
        file = site.page_file(address := f"orders/{each.id}/")
        if file in site.paths:
            yield from _page(each, site.page(address))
        else:
            yield Problem(file, 0, 0, f"the obligation {each.id} has no page of its own")


def _page(each: Wanted, page: Page) -> Iterator[Problem]:
    facts = {words(row.css_first("dt")): row.css_first("dd") for row in page.all("dl.facts > div")}
    shown = facts.get("Due")
    due = shown.css_first("strong time") if shown else None
    yield from same(page.file, each.id, "identifier", each.id, words(facts.get("Identifier")))
    yield from same(page.file, each.id, "due date", each.due, day_of(due))
    yield from same(page.file, each.id, "standing", each.key, shown_standing(facts.get("Standing")))
    if bare(each.obligation.quote) not in _quoted(page):
        yield Problem(page.file, 0, 0, f"{each.id}: its words are missing", None, each.obligation.quote)
    linked = page.targets("dl.facts a")
    for office in sorted(each.carried_by):
        if f"officials/{office}/" not in linked:
            yield Problem(page.file, 0, 0, f"{each.id}: the page of {office} is not linked")
    log = [(day_of(item.css_first(".log-day time")), words(item)) for item in page.all("ol.log > li")]
    for entry in each.tracked.entries:
        note = bare(entry.note or "")
        if not any(day == entry.date.isoformat() and note in text for day, text in log):
            yield Problem(
                page.file, 0, 0, f"{each.id}: the entry of {entry.date.isoformat()} is missing", None, entry.note
            )
    if each.obligation.retired and bare(each.obligation.retired.reason) not in words(*page.all(".notice")):
        yield Problem(page.file, 0, 0, f"{each.id}: it is retired, and the page does not say why")


def _quoted(page: Page) -> str:
    """What the page marks as the obligation's words."""
    return words(*page.all("blockquote .duty-words, blockquote .act"))
