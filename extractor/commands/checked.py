"""``tracker checked``: the public record was searched for an order."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from extractor.commands.log_change import log_of, write_change
from extractor.commands.options import DAY, open_project, project_option, today

EXAMPLES = """
\b
Examples:
  tracker checked eo-14409
  tracker checked 14409 2026-08-21 --in "White House releases to that day; press to early July"
"""


@click.command("checked", epilog=EXAMPLES)
@click.argument("order")
@click.argument("day", required=False, type=DAY, metavar="[DATE]")
@click.option("--in", "words", metavar="WORDS", help="What was searched; shown beside the date. '' leaves it open.")
@click.option("--force", is_flag=True, help="Set an earlier day than the one on record.")
@click.option("--dry-run", is_flag=True, help="Show the difference and write nothing.")
@project_option
def command(order: str, day: datetime | None, words: str | None, force: bool, dry_run: bool, folder: Path) -> None:
    """Record that the public record was searched for ORDER on DATE (default: today in Washington).

    It is then said beside every standing, whether something was found or not. A day before the one on record is refused
    unless --force says that that one is wrong. Where the last search is described, the new one needs --in as well.
    """
    from extractor.source.named import order_folder
    from extractor.source.orders import read_order_folder
    from extractor.source.searched import with_search

    project = open_project(folder)
    source = read_order_folder(order_folder(order, project.order_folders()), today())
    of, date = log_of(project, source), day.date() if day else today()
    write_change(project, source, lambda raw: with_search(raw, of, date, words, force), dry_run)
