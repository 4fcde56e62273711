"""Where pages and files of an order stand, from the site's root on. They are for ever: nothing here may change.

Calendars and data have their own: ``calendars/paths.py`` and ``api/paths.py``.
"""

from __future__ import annotations

from datetime import date


def order_page(order_id: str) -> str:
    """An order's own page."""
    return f"orders/{order_id}/"


def obligation_page(order_id: str, key: str) -> str:
    """The page of one obligation."""
    return f"{order_page(order_id)}{key}/"


def text_page(order_id: str, until: date | None = None) -> str:
    """The order's text with its obligations marked; ``until``: the one that stood until a day."""
    return f"{order_page(order_id)}text/" + (f"until-{until.isoformat()}/" if until else "")


def text_file(order_id: str, until: date | None = None) -> str:
    """The order's text as a file of plain text."""
    return f"{order_page(order_id)}text" + (f"-until-{until.isoformat()}" if until else "") + ".txt"
