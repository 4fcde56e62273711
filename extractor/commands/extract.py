"""``tracker extract FILE``: read one text and print its obligations."""

from __future__ import annotations

import json
import re
from datetime import datetime
from pathlib import Path

import click

EXAMPLES = """
\b
Examples:
  tracker extract source/eo-14409/order.md
  tracker extract order.xml --json > obligations.json
  tracker extract summary.md --signed 2026-06-02
"""


@click.command("extract", epilog=EXAMPLES)
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
@click.option("--signed", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help="The signing date; overrides the text's own.")
def command(file: Path, as_json: bool, signed: datetime | None) -> None:
    """Print the obligations in FILE: an order.md, a White House page (Markdown or HTML), Federal Register XML or text."""
    from extractor.pipeline import read_order, read_reading
    from extractor.publish.api import reading_json

    order = read_order(file.read_bytes(), str(file), order_id(file), signed.date() if signed else None)
    reading = read_reading(order)
    if as_json:
        click.echo(json.dumps(reading_json(reading), ensure_ascii=False, indent=1))
        return
    click.echo(as_table(reading))


def order_id(file: Path) -> str:
    """An id for a text that states none, from the file's name: ``14409.md`` → ``eo-14409``."""
    stem = file.parent.name if file.name == "order.md" else file.name.split(".")[0]
    slug = re.sub(r"[^a-z0-9]+", "-", stem.lower()).strip("-") or "order"
    return f"eo-{slug}" if slug.isdigit() else slug


def as_table(reading) -> str:
    """The obligations for people: citation, due date, who, what."""
    lines = [f"{reading.order.title or reading.order.id}: {len(reading.obligations)} obligations"]
    for obligation in reading.obligations:
        due = obligation.schedule.due.isoformat() if obligation.schedule.due else f"no date: {obligation.schedule.undated}"
        who = "; ".join(obligation.responsible) or "nobody named"
        lines += [f"{obligation.citation:<12} {due}", f"    {who}", f"    {obligation.modal} {obligation.action}"]
    lines.append(f"{len(reading.not_obligations)} passages that oblige nobody; --json lists them with their reasons.")
    return "\n".join(lines)
