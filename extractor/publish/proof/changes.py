"""What changed: every entry of the logs is on the page of changes, under its obligation's link."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.problems import Problem
from extractor.publish.proof.compare import bare
from extractor.publish.proof.expected import Record
from extractor.publish.proof.finished import Finished


def changes_page(record: Record, site: Finished) -> Iterator[Problem]:
    """Each entry on record: its obligation is linked and its note stands there."""
    page = site.page("changes/")
    linked = {page.duty(link) for link in page.all("a")}
    for each in record.wanted:
        if each.tracked.entries and each.id not in linked:
            yield Problem(page.file, 0, 0, f"the obligation {each.id} is missing")
        for entry in each.tracked.entries:
            if entry.note and bare(entry.note) not in page.text:
                message = f"{each.id}: the entry of {entry.date.isoformat()} is missing"
                yield Problem(page.file, 0, 0, message, None, entry.note)
