"""``tracker status``: where each obligation stands, as a table in the terminal."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from extractor.commands.options import as_of_option, load, project_option, warn
from extractor.model import Tracked, TrackedOrder

EXAMPLES = """
\b
Examples:
  tracker status
  tracker status --as-of 2026-07-15
"""


@click.command("status", epilog=EXAMPLES)
@project_option
@as_of_option
def command(folder: Path, as_of: datetime | None) -> None:
    """Print the due date, the standing and the responsible official of every obligation."""
    loaded = load(folder, as_of)
    for order in loaded.orders:
        click.echo(f"{order.order.title} ({order.order.id}), as of {loaded.as_of}")
        click.echo(f"record last checked: {order.progress.checked or 'never'}")
        for row in rows(order):
            click.echo(row)
    warn(loaded.warnings)


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
