"""Where each file of data stands, seen from the site's root. A path keeps its meaning for ever.

These are paths, not addresses: an id may hold a character that an address must escape (``records.address``).
"""

from __future__ import annotations

from extractor.publish.addresses import text_file

API = "api/v1/"
OBLIGATIONS = f"{API}obligations.json"
OBLIGATIONS_CSV = f"{API}obligations.csv"
OBLIGATIONS_XLSX = f"{API}obligations.xlsx"
ORDERS = f"{API}orders.json"
OFFICIALS = f"{API}officials.json"
AGENCIES = f"{API}agencies.json"
NOT_OBLIGATIONS = f"{API}not-obligations.json"
CHANGES = f"{API}changes.json"
OPENAPI = f"{API}openapi.json"
SCHEMAS = f"{API}schemas/"


def order_json(order: str) -> str:
    """One order's data. ``order``: its id (``eo-14409``), here and below."""
    return f"{API}orders/{order}.json"


def order_csv(order: str) -> str:
    """One order's obligations as CSV."""
    return f"{API}orders/{order}.csv"


def order_xlsx(order: str) -> str:
    """One order's obligations as a workbook."""
    return f"{API}orders/{order}.xlsx"


def order_text(order: str) -> str:
    """One order's text as a plain file, which spans and selectors count in."""
    return text_file(order)


def order_badge(order: str) -> str:
    """The small picture of where one order stands."""
    return f"badges/{order}.svg"


def agency_csv(slug: str) -> str:
    """What one agency carries as CSV. ``slug``: its name in addresses (``department-of-labor``), here and below."""
    return f"{API}agencies/{slug}.csv"


def agency_xlsx(slug: str) -> str:
    """What one agency carries as a workbook."""
    return f"{API}agencies/{slug}.xlsx"


def obligation_json(obligation: str) -> str:
    """One obligation's data. ``obligation``: its id (``eo-14409/2-c``)."""
    return f"{API}obligations/{obligation}.json"
