"""The way from a text to its reading, stage by stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractor.account.account import account
from extractor.effective import from_own_days, in_effect
from extractor.events import EventDays
from extractor.find.keys import with_keys
from extractor.find.references import with_references
from extractor.find.relations.relations import relations
from extractor.model import Obligation, Order, Progress, Reading, Schedule
from extractor.outline.outline import outline
from extractor.problems import ProblemsFound
from extractor.read.order_md import is_order_md, read_order_md
from extractor.read.raw import to_order
from extractor.read.text_file import decode, read_text
from extractor.schedule import Undated

BEYOND_CALENDAR = "the period lies beyond the calendar: was it read as it stands?"


def read_order(raw: bytes, file: str, order_id: str, signed: date | None = None) -> Order:
    """The order in the bytes of a file of any format that can be read; ``signed`` overrides its own signing date.

    Raises ``ProblemsFound`` for a file that is damaged, holds no order, or is an ``order.md`` with faulty fields.
    """
    text = decode(raw, file)
    if not is_order_md(text):
        return to_order(read_text(text, file), order_id, signed)
    order, problems = read_order_md(text.replace("\r\n", "\n"), file)
    if problems:
        raise ProblemsFound(problems)
    return replace(order, signed=signed) if signed else order


def read_reading(order: Order) -> Reading:
    """outline → find → keys → references → relations → account → schedule: everything that the order's text says, dated
    from its signing date, and what of it could oblige somebody and is not read.
    """
    from extractor.find.finder import find  # spaCy takes most of a second to import

    order = in_effect(order)
    paragraphs = outline(order).paragraphs
    found, others = find(order, paragraphs)
    dated = from_own_days(found, order)
    named = with_references(with_keys(dated, order.id))
    acts = relations(order, paragraphs)
    told = account(order, paragraphs, named, others, acts)
    reading = Reading(order, paragraphs, named, told.others, unread=told.unread, relations=acts)
    days = EventDays(reading, Progress())
    return replace(reading, obligations=tuple(_scheduled(duty, days.schedule_of(duty.key)) for duty in named))


def _scheduled(duty: Obligation, schedule: Schedule) -> Obligation:
    """The obligation with its schedule; a period that no calendar holds is marked, for it is most often misread."""
    marks = (BEYOND_CALENDAR,) if schedule.undated == Undated.BEYOND_CALENDAR else ()
    return replace(duty, schedule=schedule, review=(*duty.review, *marks))
