"""The standings as pages show them: each with its word, its shape, and the key that addresses name it by.

What is past due is shown in the kinds of ``PastDue``, by when the public record was last searched: no page says of a
record that nobody searched that nothing was found in it.
"""

from __future__ import annotations

from dataclasses import dataclass

from extractor.model import Standing, Tracked, TrackedOrder
from extractor.publish.wording import capital
from extractor.track import PastDue, past_due

UNSEARCHED = "overdue unsearched"  # the face of what is past due while nobody has searched the record since


@dataclass(frozen=True, slots=True)
class Shown:
    """One standing as pages show it.

    ``key`` names it in addresses, ``face`` its shape and color, ``words`` are its word on the site, ``brief`` the same
    where there is little room, ``meaning`` explains it.
    """

    standing: Standing
    key: str
    face: str
    words: str
    meaning: str
    brief: str = ""

    @property
    def short(self) -> str:
        """Its word where there is little room."""
        return self.brief or self.words

    @property
    def style(self) -> str:
        """The end of its class in the style sheet: ``overdue-unsearched``."""
        return self.face.replace(" ", "-")


def _of(standing: Standing, words: str, meaning: str) -> Shown:
    return Shown(standing, standing.replace(" ", "-"), standing.value, words, meaning)


def _late(kind: PastDue, key: str, face: str, meaning: str, brief: str = "") -> Shown:
    return Shown(Standing.OVERDUE, f"overdue-{key}", face, capital(kind), meaning, brief)


SAID_TO_BE_OVER = _late(
    PastDue.SAID_TO_BE_OVER, "said-over", UNSEARCHED,
    "The due date has passed, and another order on file says that it revokes this one, or the part that the duty stands in. Nobody has entered that yet.",
)  # fmt: skip
SEARCHED_SINCE = _late(
    PastDue.SEARCHED_SINCE, "searched", Standing.OVERDUE.value,
    "The due date has passed, the public record was searched after it, and nothing found closes the duty. It may still have been done.",
)  # fmt: skip
ON_RECORD = _late(
    PastDue.ON_RECORD, "on-record", Standing.OVERDUE.value,
    "The due date has passed, and nothing that was on record by the day of this page closes the duty. The public record was last searched after that day.",
    "Past due, none on record",
)  # fmt: skip
NOT_SEARCHED_SINCE = _late(
    PastDue.NOT_SEARCHED_SINCE, "unsearched", UNSEARCHED,
    "The due date has passed, and nobody has searched the public record for this order after it. Nothing is known either way.",
    "Past due, not searched since",
)  # fmt: skip
NEVER_SEARCHED = _late(
    PastDue.NEVER_SEARCHED, "never", UNSEARCHED,
    "The due date has passed, and nobody has ever searched the public record for this order. Nothing is known either way.",
    "Past due, never searched",
)  # fmt: skip

SHOWN = (
    SEARCHED_SINCE,
    NOT_SEARCHED_SINCE,
    NEVER_SEARCHED,
    ON_RECORD,
    SAID_TO_BE_OVER,
    _of(Standing.DUE_SOON, "Due soon", "Due today or within the next 14 days."),
    _of(Standing.UPCOMING, "Upcoming", "Due in more than 14 days."),
    _of(Standing.AWAITING_EVENT, "Awaiting an event", "The deadline runs from an event whose day is not known yet."),
    _of(
        Standing.NO_DEADLINE, "No deadline stated",
        "The order sets no date, or sets one only vaguely; or its signing date is not known.",
    ),
    _of(
        Standing.DONE, "Done",
        "The log holds a completion, with evidence, on or before the due date (or there was no due date).",
    ),
    _of(Standing.DONE_LATE, "Done late", "The log holds a completion, with evidence, dated after the due date."),
    _of(Standing.CLOSED, "Closed", "Superseded or rescinded, or the whole order was revoked."),
)  # fmt: skip
"""Every standing in the order in which pages list them: what is late first, what is over last."""

_KINDS = {
    PastDue.SAID_TO_BE_OVER: SAID_TO_BE_OVER,
    PastDue.SEARCHED_SINCE: SEARCHED_SINCE,
    PastDue.NOT_SEARCHED_SINCE: NOT_SEARCHED_SINCE,
    PastDue.NEVER_SEARCHED: NEVER_SEARCHED,
    PastDue.ON_RECORD: ON_RECORD,
}
_ONE_KIND: dict[Standing, Shown] = {shown.standing: shown for shown in SHOWN if shown.standing is not Standing.OVERDUE}


def shown_of(order: TrackedOrder, tracked: Tracked) -> Shown:
    """How pages show an obligation's standing."""
    due = tracked.schedule.due
    if tracked.standing is not Standing.OVERDUE or due is None:
        return _ONE_KIND[tracked.standing]
    return _KINDS[past_due(order, due, tracked.obligation)]
