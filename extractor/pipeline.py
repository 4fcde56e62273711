"""The way from a text to its reading, stage by stage."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from extractor.find.finder import find
from extractor.find.keys import with_keys
from extractor.model import Order, Reading
from extractor.outline.outline import outline
from extractor.read.raw import to_order
from extractor.read.text_file import decode, read_text
from extractor.schedule import schedule


def read_order(raw: bytes, file: str, order_id: str, signed: date | None = None) -> Order:
    """The order in the bytes of a file of any format that can be read; ``signed`` overrides its own signing date."""
    return to_order(read_text(decode(raw, file), file), order_id, signed)


def read_reading(order: Order) -> Reading:
    """outline → find → keys → schedule: everything that the order's text says, dated from its signing date."""
    paragraphs = outline(order).paragraphs
    found, others = find(order, paragraphs)
    dated = (replace(obligation, schedule=schedule(obligation.deadline, order.signed)) for obligation in with_keys(found, order.id))
    return Reading(order, paragraphs, tuple(dated), tuple(others))
