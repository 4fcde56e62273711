"""The day from which an order is in effect, where its own words say it, and the deadlines that run from that day."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from extractor.model import Deadline, Obligation
from extractor.words.days import day_meant

_SELF = r"\bthis (?:order|memorandum|proclamation|directive)"
_WORDS = r"(?:[^.;:]|(?<=\d):(?=\d)|(?<=\b[ap])\.(?=m\b)|(?<=\b[ap]\.m)\.)*"  # up to the end of the sentence, an hour taken in
_EFFECTIVE = re.compile(
    rf"{_SELF} (?:shall (?:be|become|take)|is|becomes|takes|will (?:be|become|take)) (?:effective|effect|in effect)(?P<when>{_WORDS})"
    rf"|\b[Tt]he effective date of {_SELF[2:]} (?:shall be|is)(?P<date>{_WORDS})",
    re.I,
)
_AT_ONCE = re.compile(
    r"\s*(?:,\s*)?(?:immediately|upon (?:signing|signature|issuance)|on the date (?:of this|it is|hereof|on which)|today)",
    re.I,
)
_ON_A_DAY = re.compile(r"\s*(?:at\b.*?)?\b(?:on|as of)\b|\s*(?=[A-Z])", re.I)
_FROM_THEN = re.compile(
    r"^the (?:effective date of this|date (?:on which|that) this) (?:order|memorandum|proclamation|directive)(?: (?:is|becomes|takes) (?:effective|effect))?$",
    re.I,
)


def effective_day(body: str, signed: date | None) -> date | None:
    """The day that "the effective date of this order" means, where the order states it once; it is never assumed."""
    days = {day for match in _EFFECTIVE.finditer(body) if (day := _day(match["when"] or match["date"] or "", signed))}
    return days.pop() if len(days) == 1 else None


def _day(when: str, signed: date | None) -> date | None:
    if _AT_ONCE.match(when):
        return signed
    return day_meant(when) if _ON_A_DAY.match(when) and re.search(r"\d", when) else None


def from_effective_day(obligations: Iterable[Obligation], day: date | None) -> tuple[Obligation, ...]:
    """The obligations, those due so long after the order's effective day dated from it."""
    found = tuple(obligations)
    return tuple(replace(each, deadline=_dated(each.deadline, day)) for each in found) if day else found


def _dated(deadline: Deadline, day: date) -> Deadline:
    counted = (
        deadline.kind == "event"
        and deadline.amount is not None
        and deadline.direction == "after"
        and not deadline.whichever
    )
    if counted and _FROM_THEN.match(deadline.event or ""):
        return replace(deadline, kind="relative", event=None, anchor=day)
    return deadline
