"""What maintainers decided of a reading: when it was accepted, what changed since, what they corrected, what has ended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day

CORRECTED = "corrected: "  # what an accepted change says of a correction, before its reason
ENDED = "no longer an obligation of the order: "  # what it says of a retirement, before its reason
STATUS = "status"  # how it names the order's status
RESPONSIBLE, CONSULTING, COORDINATING = "responsible", "consulting", "coordinating with"  # and who acts or takes part


@dataclass(frozen=True, slots=True)
class AcceptedChange:
    """One change that a maintainer accepted: the day, what changed in words, and the values that stood before.

    ``was`` names each field that changed with its old value in words.
    """

    on: Day
    what: str
    was: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Retirement:
    """The end of an obligation whose words the order's text no longer has: since when, and why."""

    on: Day
    reason: str


@dataclass(frozen=True, slots=True)
class CorrectedField:
    """A field that a maintainer set in place of the machine's reading, or the whole obligation (``added``)."""

    field: str
    read: str  # what the extractor read, in words; empty where it read nothing
    reason: str
    on: Day | None = None
    number: int = 0  # tells corrections apart: the line of corrections.yml


@dataclass(frozen=True, slots=True)
class Acceptance:
    """What the register holds of an obligation: when it was accepted, what changed since, and its end.

    ``carried`` counts the entries and changes of other obligations that its deadline ran from and does no more, so that
    no event's SEQUENCE falls. ``last_due`` is the date that it was published with, where its reading gives none any more.
    """

    on: Day
    changes: tuple[AcceptedChange, ...] = ()
    retired: Retirement | None = None
    carried: int = 0
    last_due: Day | None = None


@dataclass(frozen=True, slots=True)
class LookedAt:
    """An unread passage that a person has compared with the text: where it stood, and its words on one line."""

    citation: str
    words: str


@dataclass(frozen=True, slots=True)
class OrderAcceptance:
    """What the register holds of a whole order: when its reading was last accepted, what changed in what its source
    states (title, signing date, status), every calendar file that it was ever published in, and the unread passages
    that a person has looked at.
    """

    on: Day
    changes: tuple[AcceptedChange, ...] = ()
    calendars: tuple[str, ...] = ()
    looked_at: tuple[LookedAt, ...] = ()
