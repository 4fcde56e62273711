"""What changed: every entry of the logs is on the page of changes, under the day that it went on record."""

from __future__ import annotations

from collections.abc import Iterator

from selectolax.lexbor import LexborNode

from extractor.problems import Problem
from oracle.compare import bare
from oracle.expected import Record
from oracle.finished import Finished, day_of, words


def changes_page(record: Record, site: Finished) -> Iterator[Problem]:
    """Each entry on record: under its day its obligation is linked, and its note stands there."""
    page = site.page("changes/")
    days = {day: item for item in page.all(".days > li") if (day := day_of(item.css_first(".log-day time")))}
    told: dict[str, tuple[set[str], str]] = {
        day: ({page.duty(link) for node in _in_record(item) for link in node.css("a")}, words(*_in_record(item)))
        for day, item in days.items()
    }
    for each in record.wanted:
        for entry in each.tracked.entries:
            linked, text = told.get(entry.recorded.isoformat(), (set(), ""))
            if each.id not in linked or bare(entry.note or "") not in text:
                message = f"{each.id}: the entry of {entry.date.isoformat()} is missing"
                yield Problem(page.file, 0, 0, message, None, entry.note)


def _in_record(item: LexborNode) -> list[LexborNode]:
    """What changed in the record on a day, apart from what the calendar alone made."""
    return item.css(".in-record")
