"""The groups that pictures count duties in, each with its pattern, and the face of a single duty."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.model import Standing
from extractor.publish.standings import ON_RECORD, SAID_TO_BE_OVER, SEARCHED_SINCE, SHOWN, UNSEARCHED
from extractor.publish.view import Duty


@dataclass(frozen=True, slots=True)
class Group:
    """One group: the key of its pattern, its words in a legend, its head in a table."""

    key: str
    words: str
    head: str


DONE = Group("done", "Done, in time or late", "Done")
LATE = Group("late", SEARCHED_SINCE.words, "Past due, searched since")
NONE_ON_RECORD = Group("on-record", ON_RECORD.words, ON_RECORD.words)
NOT_SEARCHED = Group("unsearched", "Past due, record not searched since, or never", "Past due, not searched since")
SAID_OVER = Group("said-over", SAID_TO_BE_OVER.words, SAID_TO_BE_OVER.words)
COMING = Group("coming", "Coming: due soon or upcoming", "Coming")
AWAITING = Group("awaiting", "Awaiting an event", "Awaiting an event")
CLOSED = Group("closed", "Closed", "Closed")
UNDATED = Group("undated", "No deadline stated", "No deadline")

GROUPS = (DONE, LATE, NONE_ON_RECORD, NOT_SEARCHED, SAID_OVER, COMING, AWAITING, CLOSED, UNDATED)
"""Every group, in the order in which bars stack them."""

_OF_STANDING = {
    Standing.DONE: DONE,
    Standing.DONE_LATE: DONE,
    Standing.OVERDUE: LATE,
    Standing.DUE_SOON: COMING,
    Standing.UPCOMING: COMING,
    Standing.AWAITING_EVENT: AWAITING,
    Standing.CLOSED: CLOSED,
    Standing.NO_DEADLINE: UNDATED,
}

Counts = tuple[tuple[Group, int], ...]


def group_of(duty: Duty) -> Group:
    """The one group that a duty counts in."""
    if duty.shown is ON_RECORD:
        return NONE_ON_RECORD
    if duty.shown is SAID_TO_BE_OVER:
        return SAID_OVER
    return NOT_SEARCHED if duty.shown.face == UNSEARCHED else _OF_STANDING[duty.standing]


def counts(duties: Iterable[Duty]) -> Counts:
    """How many duties each group has; groups without any are left out."""
    found = [group_of(duty) for duty in duties]
    return tuple((group, found.count(group)) for group in GROUPS if group in found)


def face_of(duty: Duty) -> str:
    """The shape that stands for a duty: its standing's, and of two for what is past due the one for what was searched."""
    return duty.shown.face


def face_words(face: str, duties: Iterable[Duty]) -> str:
    """What a shape means, in words: the standings of the duties that have it."""
    found = {duty.shown for duty in duties if duty.shown.face == face}
    if face == UNSEARCHED and SAID_TO_BE_OVER not in found:
        return NOT_SEARCHED.words
    return "; ".join(shown.words for shown in SHOWN if shown in found)


def in_words(found: Counts) -> str:
    """``3 done, 2 awaiting an event``."""
    return ", ".join(f"{many} {group.head[0].lower()}{group.head[1:]}" for group, many in found)
