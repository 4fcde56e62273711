"""How often, and when last, the record behind an event changed: SEQUENCE and LAST-MODIFIED of RFC 5545, 3.8.7.

What counts: the log's entries and the accepted changes of the obligation and of those that its deadline runs from; every accepted change of what the order's source states (its status, its signing date). All of these are only
ever added to, so neither number falls. Of a reading that nobody has accepted the corrections and the order's status
count in their place; the register counts them on when it is made.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from extractor.events import chain_in
from extractor.model import Obligation, Tracked, TrackedOrder


@dataclass(frozen=True, slots=True)
class Revision:
    """``count`` changes since an obligation was first published, the day of the last, and the first day of its record:
    that of the order's signing, else of its first entry. ``None`` if nothing has a day.
    """

    count: int
    day: date | None
    first: date | None


class Revisions:
    """The revisions of one order's obligations, as of its day."""

    def __init__(self, order: TrackedOrder):
        self._order = order
        self._by_key = {each.key: each for each in order.reading.obligations}
        self._log = dict(order.progress.log)

    def of(self, tracked: Tracked) -> Revision:
        """The revision of one obligation's event."""
        links, signed = chain_in(self._by_key, tracked.obligation.key), self._order.order.signed
        days = [entry.recorded for key in links for entry in self._log.get(key, ())]
        days += self._change_days(tracked.obligation, links)
        counted = [day for day in days if day <= self._order.as_of]
        carried = tracked.obligation.acceptance.carried if tracked.obligation.acceptance else 0
        last = max([*([signed] if signed else []), *counted], default=None)
        return Revision(len(counted) + carried, last, signed or min(counted, default=None))

    def _change_days(self, obligation: Obligation, links: tuple[str, ...]) -> list[date]:
        reading, order = self._order.reading, self._order.order
        if reading.acceptance and obligation.acceptance:
            accepted = [found for key in links if (found := self._by_key[key].acceptance)]
            own = [change for each in accepted for change in each.changes]
            return [change.on for change in (*reading.acceptance.changes, *own)]
        corrected = {note.number: note.on for note in obligation.corrected}
        ended = order.status_date if order.status in ("amended", "revoked") else None
        return [day for day in (*corrected.values(), ended) if day]


def revision(order: TrackedOrder, tracked: Tracked) -> Revision:
    """The revision of one obligation; ``Revisions`` is quicker for many of one order."""
    return Revisions(order).of(tracked)
