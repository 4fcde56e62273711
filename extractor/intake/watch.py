"""The orders here and the Federal Register → the orders that are new there, and its notes on those that are here."""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.intake.import_order import Import, Request, plan_import
from extractor.intake.origin import Origin
from extractor.model import Order
from extractor.problems import Problem, ProblemsFound
from extractor.read.download import Limits
from extractor.read.federal_register_api import Reference, fetch
from extractor.read.federal_register_list import Listed, of_numbers, published_since
from extractor.read.order_md import read_order_md
from extractor.yaml.text import decode

ORDER_FILE = "order.md"
MOST_IMPORTED = 20  # orders in one run; each is two requests


@dataclass(frozen=True, slots=True)
class Note:
    """What the Register notes on an order that is here: ``Revoked by: EO 14148, January 20, 2025``."""

    order: Order
    words: str


@dataclass(frozen=True, slots=True)
class Seen:
    """What a look at the Register found. ``passed_over`` says in words what was no order; ``more`` that there may be more."""

    since: date
    new: tuple[Listed, ...]
    notes: tuple[Note, ...]
    passed_over: tuple[str, ...]
    more: bool


def orders_here(source: Path, today: date) -> tuple[Order, ...]:
    """Every order of ``source/``, by what its front matter states. What is wrong with one is ``check``'s business."""
    files = sorted(source.glob(f"*/{ORDER_FILE}"))
    return tuple(
        read_order_md(decode(file.read_bytes(), file.name)[0], file.name, file.parent.name, today)[0] for file in files
    )


def last_signed(orders: Iterable[Order]) -> date | None:
    """The day on which the last of the orders was signed; ``None`` where none states it."""
    return max((order.signed for order in orders if order.signed), default=None)


def look(
    orders: tuple[Order, ...], since: date, limits: Limits | None = None, environment: Mapping[str, str] = os.environ
) -> Seen:
    """What the Register published since a day and is not here, and what it notes on the orders here.

    Raises ``ProblemsFound`` where the Register cannot be asked.
    """
    listing = published_since(since, limits, environment)
    here = {order.number: order for order in orders if order.number and order.kind == "executive order"}
    ids = {order.id for order in orders}
    new = tuple(o for o in listing.orders if o.number not in here and f"eo-{o.number}" not in ids)
    noted = of_numbers(here, limits, environment) if here else ()
    notes = tuple(Note(here[each.number], words) for each in noted for words in each.notes)
    return Seen(since, new, notes, listing.passed_over, not listing.is_whole)


def plan(
    listed: Listed,
    source: Path,
    today: date,
    limits: Limits | None = None,
    environment: Mapping[str, str] = os.environ,
) -> Import:
    """What importing a listed order would write. Raises ``ProblemsFound``, when its text is not there yet for example."""  # fmt: skip
    wanted = Reference(order=listed.number)
    published = fetch(wanted, limits, environment)
    return plan_import(Origin(str(wanted), published.xml, published.metadata), Request(source), today)


def plans(
    new: Iterable[Listed],
    source: Path,
    today: date,
    limits: Limits | None = None,
    environment: Mapping[str, str] = os.environ,
) -> tuple[tuple[Import, ...], ProblemsFound | None]:
    """What importing each of the first orders would write, and the problems of those that cannot be imported."""  # fmt: skip
    planned: list[Import] = []
    problems: list[Problem] = []
    for listed in list(new)[:MOST_IMPORTED]:
        try:
            planned.append(plan(listed, source, today, limits, environment))
        except ProblemsFound as found:
            problems += found.problems
    return tuple(planned), ProblemsFound(problems) if problems else None
