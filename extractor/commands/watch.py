"""``tracker watch``: executive orders that are new in the Federal Register, and its notes on those that are here."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.options import DAY, open_project, project_option, today

if TYPE_CHECKING:
    from extractor.intake.import_order import Import
    from extractor.project import Project

EXAMPLES = """
\b
Examples:
  tracker watch                                  new since the last order here was signed
  tracker watch --since 2026-06-01               published on that day or later
  tracker watch --since 2026-06-01 --import      each into its folder under source/
"""


@click.command("watch", epilog=EXAMPLES)
@project_option
@click.option(
    "--since", type=DAY, metavar="DATE",
    help="The first day of publication that counts (default: the day on which the last order here was signed).",
)  # fmt: skip
@click.option("--import", "importing", is_flag=True, help="Import each new order into a folder of its own.")
@click.option(
    "--reports", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="With --import: write each order's reading as a Markdown table to DIR/ID/report.md.",
)  # fmt: skip
@click.option("--format", "style", type=click.Choice(["text", "markdown"]), default="text", show_default=True)
@click.option(
    "--api", metavar="URL", help="The API's address (default: TRACKER_FEDERAL_REGISTER, then the Register's)."
)
def command(
    folder: Path, since: datetime | None, importing: bool, reports: Path | None, style: str, api: str | None
) -> None:
    """Ask the Federal Register for executive orders that are not here, and for notes on those that are.

    An order whose text the Register does not have yet is named, the others are imported all the same, and the exit
    status is 1. At most 20 orders are imported in one run.
    """
    from extractor.intake.reading_table import seen_report, seen_text
    from extractor.intake.watch import last_signed, look, orders_here, plans
    from extractor.lock import locked, source_lock
    from extractor.read.federal_register_api import BASE_VARIABLE

    project = open_project(folder)
    here = orders_here(project.source, today())
    first = since.date() if since else last_signed(here)
    if not first:
        raise click.UsageError("no order here states its signing date; give the first day with --since DATE.")
    environment = {**os.environ, **({BASE_VARIABLE: api} if api else {})}
    seen = look(here, first, environment=environment)
    click.echo(seen_report(seen) if style == "markdown" else "\n".join(seen_text(seen)))
    for words in seen.passed_over:
        click.echo(f"passed over: {words}", err=True)
    if seen.more:
        click.echo(
            "The Register has more orders since that day than are asked for at once; give a later day.", err=True
        )
    if importing:
        planned, problems = plans(seen.new, project.source, today(), environment=environment)
        with locked(source_lock(project.source)):
            for each in planned:
                take(each, project, reports)
        if problems:
            raise problems


def take(planned: Import, project: Project, reports: Path | None) -> None:
    """Write an order's folder, and its report where one is asked for."""
    from extractor.commands.import_order import report, write_import
    from extractor.intake.reading_table import reading_report
    from extractor.write import write_one

    write_import(planned)
    for line in report(planned, project.shown(planned.folder))[:-1]:
        click.echo(line, err=True)
    if reports:
        text = reading_report(planned.reading).encode("utf-8")
        write_one(reports / planned.reading.order.id / "report.md", text)
