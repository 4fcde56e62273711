"""Executive orders that the Federal Register has published since a day, and what it notes on orders of a number.

The same API as ``federal_register_api``; its ``disposition_notes`` say by what an order was amended or revoked, such as
``Revoked by: EO 14148, January 20, 2025``. The pages of an answer are bounded, and so is what one run asks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from extractor.read.disposition import notes_on
from extractor.read.download import Limits
from extractor.read.federal_register_api import ask, base_address, documents

PAGE = 100  # records in one answer
MOST_PAGES = 10
AT_ONCE = 40  # order numbers in one question
_FIELDS = (
    "document_number", "executive_order_number", "title", "type", "subtype", "signing_date", "publication_date",
    "correction_of", "disposition_notes",
)  # fmt: skip
_CONDITIONS = [
    ("conditions[type][]", "PRESDOCU"),
    ("conditions[presidential_document_type][]", "executive_order"),
]


@dataclass(frozen=True, slots=True)
class Listed:
    """One executive order as the Register lists it; ``notes`` are those of its disposition notes that end or change it."""

    number: int
    title: str
    document: str
    signed: date | None
    published: date | None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Listing:
    """What a question found. ``passed_over`` says in words what the answer held besides; ``is_whole`` is false at the
    last page that is asked for.
    """

    orders: tuple[Listed, ...]
    passed_over: tuple[str, ...] = ()
    is_whole: bool = True


def published_since(day: date, limits: Limits | None = None, environment: Mapping[str, str] = os.environ) -> Listing:
    """The executive orders published on ``day`` or later, by number. Raises ``ProblemsFound``."""
    conditions = [*_CONDITIONS, ("conditions[publication_date][gte]", day.isoformat()), ("order", "oldest")]
    return _listing(f"executive orders since {day}", conditions, limits, environment)


def of_numbers(
    numbers: Iterable[int], limits: Limits | None = None, environment: Mapping[str, str] = os.environ
) -> tuple[Listed, ...]:
    """The executive orders of these numbers, as far as the Register has them. Raises ``ProblemsFound``."""
    found: list[Listed] = []
    wanted = sorted(set(numbers))
    for some in (wanted[start : start + AT_ONCE] for start in range(0, len(wanted), AT_ONCE)):
        conditions = [*_CONDITIONS, *(("conditions[executive_order_numbers][]", str(number)) for number in some)]
        listing = _listing("notes on the orders here", conditions, limits, environment)
        found += [order for order in listing.orders if order.number in some]
    return tuple(found)


def _listing(
    wanted: str, conditions: list[tuple[str, str]], limits: Limits | None, environment: Mapping[str, str]
) -> Listing:
    base = base_address(environment)
    fields = [("fields[]", name) for name in _FIELDS]
    orders: dict[int, Listed] = {}
    passed_over: list[str] = []
    seen = 0
    for page in range(1, MOST_PAGES + 1):
        query = urlencode([*conditions, ("per_page", str(PAGE)), ("page", str(page)), *fields])
        records = documents(wanted, ask(wanted, f"{base}/documents.json?{query}", limits), seen)
        seen += len(records)
        for record in records[:PAGE]:
            _sort_in(record, orders, passed_over)
        if len(records) < PAGE:
            return Listing(_by_number(orders), tuple(passed_over))
    return Listing(_by_number(orders), tuple(passed_over), is_whole=False)


def _by_number(orders: dict[int, Listed]) -> tuple[Listed, ...]:
    return tuple(orders[number] for number in sorted(orders))


def _sort_in(record: object, orders: dict[int, Listed], passed_over: list[str]) -> None:
    """An order among the orders, the first of a number; anything else, in words, among what is passed over."""
    fields = record if isinstance(record, dict) else {}
    number, document = (str(fields.get(name) or "") for name in ("executive_order_number", "document_number"))
    name = f"document {_line(document)[:40] or 'without a number'}"
    if fields.get("correction_of"):
        passed_over.append(f"{name}: a correction of another document")
    elif not re.fullmatch(r"[0-9]{4,5}", number):
        passed_over.append(f"{name}: no executive order, or without the order’s number")
    elif str(fields.get("type") or "Presidential Document") not in ("Presidential Document", "PRESDOCU"):
        passed_over.append(f"{name}: {_line(str(fields['type']))[:40]}, no presidential document")
    else:
        orders.setdefault(int(number), _listed(int(number), fields))


def _listed(number: int, fields: dict[str, object]) -> Listed:
    return Listed(
        number,
        _line(str(fields.get("title") or ""))[:500],
        _line(str(fields.get("document_number") or ""))[:40],
        _day(fields.get("signing_date")),
        _day(fields.get("publication_date")),
        tuple(notes_on(fields.get("disposition_notes"))),
    )


def _day(value: object) -> date | None:
    try:
        return date.fromisoformat(str(value))
    except ValueError:
        return None


def _line(text: str) -> str:
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())
