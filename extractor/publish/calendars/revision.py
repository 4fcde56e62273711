"""How often, and when last, the record behind an event changed: SEQUENCE and LAST-MODIFIED of RFC 5545, 3.8.7.

What counts: the log's entries and the accepted changes of the obligation and of those that its deadline runs from; every accepted change of what the order's source states (its status, its signing date). All of these are only
ever added to, so neither number falls. Of a reading that nobody has accepted the corrections and the order's status
count in their place; the register counts them on when it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.events import chain
from extractor.model import Tracked, TrackedOrder


@dataclass(frozen=True, slots=True)
class Revision:
    """``count`` changes since an obligation was first published, the day of the last, and the first day of its record:
    that of the order's signing, else of its first entry. ``None`` if nothing has a day.
    """

    count: int
    day: date | None
    first: date | None


def revision(order: TrackedOrder, tracked: Tracked) -> Revision:
    """The revision of one obligation's event, as of the day of ``order``."""
    days = [*_entry_days(order, tracked), *_change_days(order, tracked)]
    counted = [day for day in days if day <= order.as_of]
    signed = [order.order.signed] if order.order.signed else []
    carried = tracked.obligation.acceptance.carried if tracked.obligation.acceptance else 0
    dated = [*signed, *counted]
    return Revision(len(counted) + carried, max(dated, default=None), min(signed or counted, default=None))


def _entry_days(order: TrackedOrder, tracked: Tracked) -> list[date]:
    links = chain(order.reading, tracked.obligation.key)
    return [entry.recorded for key in links for entry in order.progress.of(key)]


def _change_days(order: TrackedOrder, tracked: Tracked) -> list[date]:
    reading, obligation = order.reading, tracked.obligation
    if reading.acceptance and obligation.acceptance:
        links = set(chain(reading, obligation.key))
        own = [
            change
            for each in reading.obligations
            if each.key in links and each.acceptance
            for change in each.acceptance.changes
        ]
        return [change.on for change in (*reading.acceptance.changes, *own)]
    corrected = {note.number: note.on for note in obligation.corrected}
    ended = order.order.status_date if order.order.status in ("amended", "revoked") else None
    return [day for day in (*corrected.values(), ended) if day]
