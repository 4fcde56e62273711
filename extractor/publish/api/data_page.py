"""The Data page: what files there are, how big they are, what they hold, and how to use them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from markupsafe import Markup

from extractor.model import OutputFile, TrackedOrder
from extractor.publish.addresses import order_page
from extractor.publish.api import paths
from extractor.publish.api.anchors import CONTEXT
from extractor.publish.api.badge import said
from extractor.publish.api.field_tables import field_tables
from extractor.publish.api.records import address
from extractor.publish.api.rows import COLUMNS
from extractor.publish.api.schemas import EXTRACTED, JSON_FILES, schema_path
from extractor.publish.page import Page, Site, written
from extractor.words.numbers import counted
from extractor.words.orders import short_name

UNKNOWN_SITE = "https://address.of.this.site/"
EXAMPLES = {
    "address": "{csv}",
    "python": """\
import json
from urllib.request import urlopen
address = "{json}"
with urlopen(address) as answer:
    record = json.load(answer)
for duty in record["obligations"]:
    if duty["standing"] == "overdue":
        print(duty["due"], duty["id"], "; ".join(duty["responsible"]), sep=" | ")
""",
    "r": """\
address <- "{csv}"
duties <- read.csv(address, na.strings = "", fileEncoding = "UTF-8-BOM")
duties$due <- as.Date(duties$due)
late <- duties[duties$standing == "overdue", c("due", "id", "responsible")]
print(late[order(late$due), ], row.names = FALSE)
""",
    "sheets": '=IMPORTDATA("{csv}")',
}
_MARKUP = re.compile(r"([\\\[\]*_`<>])")


@dataclass(frozen=True, slots=True)
class Listed:
    """One file in the list: its path, what it holds in words, how much (``10 obligations``), and its size in words."""

    path: str
    holds: str
    amount: str
    size: str


def data_page(site: Site, files: Iterable[OutputFile]) -> OutputFile:
    """The page, for the ``files`` that ``api`` made of the same orders."""
    sizes = {file.path: len(file.content) for file in files}
    heading = "Data"
    description = "Everything on this site as JSON, CSV and Excel files, without a key or a limit"
    page = Page("data/", "data.md.j2", heading, description, heading, site.orders)
    return written(
        site,
        page,
        files=_listed(site, sizes),
        paths=paths,
        sizes={path: size_in_words(size) for path, size in sizes.items()},
        agencies=site.agencies,
        columns=COLUMNS,
        field_tables=field_tables(),
        schemas=[(each.path, schema_path(each.schema)) for each in JSON_FILES],
        extracted=schema_path(EXTRACTED),
        context=CONTEXT,
        examples=_examples(site),
        snippets=[_snippet(site, order) for order in site.orders],
    )


def size_in_words(size: int) -> str:
    """``900 bytes``, ``12 kB``, ``4.3 MB`` (thousands, as file managers count)."""
    if size < 1000:
        return counted(size, "byte")
    return f"{round(size / 1000)} kB" if size < 999_500 else f"{size / 1_000_000:.1f} MB"


def _listed(site: Site, sizes: dict[str, int]) -> tuple[Listed, ...]:
    """The files about everything; those of one order, agency or obligation are listed apart."""
    duties, orders = counted(len(site.duties), "obligation"), counted(len(site.orders), "order")
    not_duties = sum(len(order.reading.not_obligations) for order in site.orders)
    rows = (
        (paths.OBLIGATIONS_CSV, "Every obligation as a row, for spreadsheets and statistics", duties),
        (paths.OBLIGATIONS_XLSX, "The same rows as an Excel workbook: dates are dates, the header has filters", duties),
        (paths.OBLIGATIONS, "Everything: orders with texts, obligations with logs, what is none", duties),
        (paths.ORDERS, "Every order with its figures and the addresses of its files, without its text", orders),
        (paths.OFFICIALS, "Every office with the ids of its duties", counted(len(site.officials), "office")),
        (paths.AGENCIES, "Every agency with its offices", counted(len(site.agencies), "agency", "agencies")),
        (paths.NOT_OBLIGATIONS, "What could be taken for an obligation, with the reason why it is none", counted(not_duties, "passage")),
        (paths.CHANGES, "Every change of the record, as on the Changes page, the latest first", counted(len(site.record_changes), "change")),
        (paths.OPENAPI, "All of these paths for programs, as OpenAPI 3.1", ""),
    )  # fmt: skip
    return tuple(Listed(path, words, amount, size_in_words(sizes[path])) for path, words, amount in rows)


@dataclass(frozen=True, slots=True)
class Snippet:
    """One order's badge for other sites: what it says, and the lines to copy."""

    order: TrackedOrder
    badge: str
    says: str
    html: str
    markdown: str


def _snippet(site: Site, order: TrackedOrder) -> Snippet:
    root = site.site_url or UNKNOWN_SITE
    id, says = order.order.id, said(order)
    page, picture = address(root, order_page(id)), address(root, paths.order_badge(id))
    words = f"{short_name(order.order)}: where its obligations stand"
    escaped = _MARKUP.sub(r"\\\1", words)
    return Snippet(
        order,
        paths.order_badge(id),
        says,
        str(Markup('<a href="{}"><img src="{}" alt="{}" height="22"></a>').format(page, picture, words)),
        f"[![{escaped}]({picture})]({page})",
    )


def _examples(site: Site) -> dict[str, str]:
    """Programs that a reader can copy and run: each prints what is past due."""
    root = site.site_url or UNKNOWN_SITE
    values = {"json": address(root, paths.OBLIGATIONS), "csv": address(root, paths.OBLIGATIONS_CSV)}
    return {name: text.format(**values) for name, text in EXAMPLES.items()}
