"""``tracker status``: where each obligation stands, as a table in the terminal or as data."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from typing import Any

import click

from extractor.commands.options import Loaded, as_of_option, load, project_option, warn
from extractor.commands.status_filters import Filters, filters_of, standing_named
from extractor.model import Standing, Tracked, TrackedOrder

EXAMPLES = """
\b
Examples:
  tracker status
  tracker status --as-of 2026-07-15
  tracker status --order 14409 --section 2 --standing overdue --standing "due soon"
  tracker status --official CISA --due-within 30 --json
"""


@click.command("status", epilog=EXAMPLES)
@project_option
@as_of_option
@click.option("--order", metavar="ORDER", help="Only this order: eo-14409, or its number.")
@click.option(
    "--official", metavar="NAME", help="Only what this office must do or does: any of its names, or a part of one."
)
@click.option(
    "--standing", "standings", multiple=True, callback=standing_named, metavar="STANDING",
    help=f"Only this standing; may be given several times: {', '.join(Standing)}.",
)  # fmt: skip
@click.option(
    "--due-within",
    type=click.IntRange(0, 36_525),
    metavar="DAYS",
    help="Only what is due from the day on to DAYS later.",
)
@click.option("--section", metavar="SECTION", help="Only this section or paragraph, such as 2 or 3(a).")
@click.option("--json", "as_json", is_flag=True, help="Print a list of records as JSON.")
def command(
    folder: Path, as_of: datetime | None, order: str | None, official: str | None, standings: tuple[Standing, ...],
    due_within: int | None, section: str | None, as_json: bool,
) -> None:  # fmt: skip
    """Print the due date, the standing and the responsible official of every obligation, or of those that you choose.

    Options can be combined; an obligation is shown that every one of them fits.
    """
    loaded = load(folder, as_of)
    filters = filters_of(loaded, order, official, standings, due_within, section)
    orders = tuple(replace(each, obligations=filters.of(each)) for each in loaded.orders)
    orders = tuple(each for each in orders if each.obligations or not filters.are_set)
    if as_json:
        click.echo(json.dumps(records(orders), ensure_ascii=False, indent=2))
    else:
        _print(orders, loaded, filters)
    warn(loaded.warnings)


def _print(orders: Iterable[TrackedOrder], loaded: Loaded, filters: Filters) -> None:
    for order in orders:
        click.echo(f"{order.order.title} ({order.order.id}), as of {loaded.as_of}")
        searched = f" ({order.progress.checked_in})" if order.progress.checked_in else ""
        again = f"; next search due {day}" if (day := order.progress.next_search) else ""
        click.echo(f"record last checked: {order.progress.checked or 'never'}{searched}{again}")
        for row in rows(order):
            click.echo(row)
    if not orders:
        from extractor.words.numbers import counted

        count = sum(len(order.obligations) for order in loaded.orders)
        click.echo(f"None of {counted(count, 'obligation')} is {filters.in_words()}, as of {loaded.as_of}.", err=True)


def rows(order: TrackedOrder) -> list[str]:
    """One line for each obligation, by due date; what has none comes last."""
    found = sorted(order.obligations, key=lambda tracked: tracked.schedule.due or date.max)
    width = max((len(tracked.obligation.key) for tracked in found), default=0)
    return [
        f"  {due(tracked):<10}  {tracked.obligation.key:<{width}}  {tracked.standing:<14}  {', '.join(tracked.obligation.responsible) or '(nobody named)'}"
        for tracked in found
    ]


def due(tracked: Tracked) -> str:
    """The due date as ISO 8601, or a dash."""
    return tracked.schedule.due.isoformat() if tracked.schedule.due else "—"


def records(orders: Iterable[TrackedOrder]) -> list[dict[str, Any]]:
    """One record for each obligation, in the text's order; the names and forms are those of ``obligations.json``."""
    from extractor.publish.api import tracked_json

    names = ("id", "order", "key", "citation", "responsible", "through", "due", "standing", "undated")
    found = [tracked_json(tracked) for order in orders for tracked in order.obligations]
    return [
        {name: each[name] for name in names} | {"last_entry": next(reversed(each["history"]), None)} for each in found
    ]
