"""``order.md``: front matter and the order's text in Markdown, the form in which an order is kept."""

from __future__ import annotations

import dataclasses
import re
from datetime import date

from extractor.model import Order
from extractor.problems import Problem, with_lines
from extractor.read.markdown import markdown_blocks
from extractor.read.raw import RawOrder, to_order

_ORDER_FIELDS = {field.name for field in dataclasses.fields(Order)}


def read_order_md(
    text: str, file: str, folder: str | None = None, today: date | None = None
) -> tuple[Order, list[Problem]]:
    """The order in the decoded text of an ``order.md``, and the problems of its front matter."""
    from extractor.read.front_matter import FrontMatter, read_front_matter

    fields, body, _, problems = read_front_matter(text, file, folder, today)
    named = FrontMatter.model_fields.keys() & _ORDER_FIELDS
    stated = {name: value for name in sorted(named) if (value := getattr(fields, name)) is not None}
    if stated.get("status") == "in force" and not {"status_date", "status_source"} <= stated.keys():
        stated = {name: value for name, value in stated.items() if not name.startswith("status")}
    raw = RawOrder("order.md", markdown_blocks(body), stated)
    return to_order(raw, str(stated.get("id") or folder or "order")), with_lines(problems, {file: text})


def is_order_md(text: str) -> bool:
    """True for a text with the front matter of an ``order.md`` (an ``id`` and the kind of ``text``)."""
    head = re.match(r"\A---[ \t]*\n(.*?)\n---[ \t]*(?:\n|\Z)", text.replace("\r\n", "\n"), re.S)
    return bool(
        head and re.search(r"^id\s*:", head[1], re.M) and re.search(r"^(?:text|kind|signed)\s*:", head[1], re.M)
    )
