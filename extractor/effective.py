"""The days that an order names itself: from which it is in effect, where its own words say it, and the deadlines that run from
that day or from its publication.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from extractor.model import Deadline, Obligation, Order, Span
from extractor.schedule import add
from extractor.words.days import day_meant
from extractor.words.own_days import is_effective_date, is_publication
from extractor.words.periods import UNITS, period

_SELF = r"\bthis (?:order|memorandum|proclamation|directive)"
_WORDS = r"(?:[^.;:]|(?<=\d):(?=\d)|(?<=\b[ap])\.(?=m\b)|(?<=\b[ap]\.m)\.)*"  # up to the end of the sentence, an hour taken in
_EFFECTIVE = re.compile(
    rf"{_SELF} (?:shall (?:be|become|take)|is|becomes|takes|will (?:be|become|take)) (?:effective|effect|in effect)(?P<when>{_WORDS})"
    rf"|\b[Tt]he effective date of {_SELF[2:]} (?:shall be|is)(?P<date>{_WORDS})",
    re.I,
)
_AT_ONCE = re.compile(
    r"\s*(?:,\s*)?(?:immediately|upon (?:signing|signature|issuance)|on the date (?:of this|it is signed|hereof|on which it is signed)|today)",
    re.I,
)
_ON_A_DAY = re.compile(r"\s*(?:at\b.*?)?\b(?:on|as of)\b|\s*(?=[A-Z])", re.I)
_LATER = re.compile(
    r"\s*(?:on the date that is\s+)?(?P<length>[\w() -]+?)\s+(?:after|from|following)\s+the\s+date\s+of\s+(?:this|its)\b",
    re.I,
)
_WHEN_PUBLISHED = re.compile(r"\s*(?:up)?on\s+(?:the date of\s+)?(?:its\s+)?publication\b", re.I)


def in_effect(order: Order) -> Order:
    """The order with the day that "the effective date of this order" means: what its source states, else where its own words
    state it once. It is never assumed. ``effective_span`` are the words, whoever stated the day.
    """
    day, span = _stated(order)
    return replace(order, effective=order.effective or day, effective_span=span)


def stated_effective(order: Order) -> date | None:
    """The day that the order's own words give, whatever its source states."""
    return _stated(order)[0]


def _stated(order: Order) -> tuple[date | None, Span | None]:
    found = [
        (day, match)
        for match in _EFFECTIVE.finditer(order.body)
        if (day := _day(match["when"] or match["date"] or "", order))
    ]
    if len({day for day, _ in found}) != 1:
        return None, None
    day, match = found[0]
    return day, Span(match.start(), match.end())


def _day(when: str, order: Order) -> date | None:
    when = " ".join(when.split())
    if _AT_ONCE.match(when):
        return order.signed
    if _WHEN_PUBLISHED.match(when):
        return order.published
    if later := _LATER.match(when):
        return _after(later["length"], order.signed)
    return day_meant(when) if _ON_A_DAY.match(when) and re.search(r"\d", when) else None


def _after(length: str, signed: date | None) -> date | None:
    found = period(length)
    if found is None or signed is None or not found.amount or found.unit not in UNITS or found.more:
        return None
    try:
        return add(signed, found.amount, found.unit)
    except (OverflowError, ValueError):
        return None


def from_own_days(obligations: Iterable[Obligation], order: Order) -> tuple[Obligation, ...]:
    """The obligations, those due so long after the order's effective day or its publication dated from it where it is known."""
    return tuple(replace(each, deadline=_dated(each.deadline, order)) for each in obligations)


def _dated(deadline: Deadline, order: Order) -> Deadline:
    if deadline.kind != "event" or deadline.whichever or deadline.anchor:
        return deadline
    counted = deadline.amount is not None and deadline.direction == "after"
    if counted and order.effective and is_effective_date(deadline.event):
        return replace(deadline, kind="relative", event=None, anchor=order.effective)
    if (counted or deadline.at_event) and order.published and is_publication(deadline.event):
        return replace(deadline, anchor=order.published)
    return deadline
