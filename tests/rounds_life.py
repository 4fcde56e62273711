"""Two years of a duty that recurs, told in six changes of the record: what a calendar must show after each.

The order is signed on May 16, 2026, and asks for a report within 30 days and monthly thereafter: June 15, July 15, …
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from samples import EVIDENCE, day, entry, obligation, order, reading, relative

from extractor.acceptance import Acceptance, AcceptedChange, OrderAcceptance
from extractor.model import Entry, Progress, TrackedOrder
from extractor.track import track

LAST = "2026-12-31"  # up to which the shown days are listed
ON_TIME = entry("07-14", "completed", evidence=EVIDENCE)
LOG: tuple[Entry, ...] = (
    entry("06-20", "completed", evidence=EVIDENCE),  # five days late, and says nothing of a round: it is the first
    ON_TIME,
    entry("09-15", "completed", evidence=EVIDENCE, round="09-15"),  # nothing was ever found of August's
    entry("10-01", due="10-30", round="10-15", note="Longer.", evidence=EVIDENCE),
)
REVOKED, REVIVED = AcceptedChange(day("11-20"), "status revoked"), AcceptedChange(day("11-25"), "status in force")


@dataclass(frozen=True)
class State:
    """The record after a change: so many entries of the log, what was accepted of the order; and what calendars show then.

    ``done``: the days of rounds that were completed; ``plain``: those of the others; ``left``: what stands in the calendar of
    what is open.
    """

    name: str
    entries: int
    accepted: tuple[AcceptedChange, ...]
    done: tuple[str, ...]
    plain: tuple[str, ...]
    left: tuple[str, ...]

    @property
    def order(self) -> TrackedOrder:
        """The order with this record, seen long after it."""
        source = order(signed=day("05-16"))
        if self.accepted[-1:] == (REVOKED,):
            source = replace(source, status="revoked", status_date=day("11-20"))
        deadline = replace(relative(30), recurs="monthly thereafter", recurrence="FREQ=MONTHLY")
        read = reading(obligation("2-a", deadline, acceptance=Acceptance(day("05-20"))), of=source)
        read = replace(read, acceptance=OrderAcceptance(day("05-20"), self.accepted))
        return track(read, Progress(log=(("2-a", LOG[: self.entries]),)), date(2027, 1, 31))


LIFE = (
    State("nothing yet", 0, (), (), ("06-15", "07-15", "08-15", "09-15", "10-15", "11-15", "12-15"),
          ("06-15", "07-15", "08-15", "09-15", "10-15", "11-15", "12-15")),
    State("reported late", 1, (), ("06-15",), ("07-15", "08-15", "09-15", "10-15", "11-15", "12-15"),
          ("07-15", "08-15", "09-15", "10-15", "11-15", "12-15")),
    State("on time", 2, (), ("06-15", "07-15"), ("08-15", "09-15", "10-15", "11-15", "12-15"),
          ("08-15", "09-15", "10-15", "11-15", "12-15")),
    State("skipped", 3, (), ("06-15", "07-15", "09-15"), ("08-15", "10-15", "11-15", "12-15"), ("10-15", "11-15", "12-15")),
    State("extended", 4, (), ("06-15", "07-15", "09-15"), ("08-15", "10-30", "11-15", "12-15"), ("10-30", "11-15", "12-15")),
    State("revoked", 4, (REVOKED,), ("06-15", "07-15", "09-15"), ("08-15", "10-30", "11-15"), ()),
    State("revived", 4, (REVOKED, REVIVED), ("06-15", "07-15", "09-15"), ("08-15", "10-30", "11-15", "12-15"),
          ("10-30", "11-15", "12-15")),
)  # fmt: skip
