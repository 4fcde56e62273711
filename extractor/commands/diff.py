"""``tracker diff BASE``: what a change of ``source/`` does for readers and subscribers."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.options import as_of_option, day_of, open_project, project_option, today

if TYPE_CHECKING:
    from datetime import date

    from extractor.model import TrackedOrder
    from extractor.project import Project
    from extractor.source.orders import Source

EXAMPLES = """
\b
Examples:
  tracker diff main                          what this branch changes
  tracker diff HEAD~1 --as-of 2026-07-15
"""


@click.command("diff", epilog=EXAMPLES)
@click.argument("base", metavar="BASE")
@project_option
@as_of_option
def command(base: str, folder: Path, as_of: datetime | None) -> None:
    """Print, as Markdown, what changed since BASE (a commit, a branch or a tag): standings, dates, officials, words,
    pages, calendars; and what "tracker check" finds.

    Ends with status 1 where an id, a calendar or an entry of a log is lost, or where the check fails.
    """
    from extractor.problems import ProblemsFound
    from extractor.publish.effects import as_markdown, effects
    from extractor.source.base import read_base, source_at
    from extractor.source.kept import losses
    from extractor.source.orders import not_accepted, read_source

    project, day = open_project(folder), day_of(as_of)
    with source_at(project.root, base) as old_folder:
        before, unread = read_base(old_folder, today())
    try:
        after = read_source(project.source, today(), accepting=True)
        problems = [*after.warnings, *not_accepted(after), *losses(before, after, unread)]
        old, new = _tracked(before, day), _tracked(after, day)
    except ProblemsFound as found:
        problems, old, new = list(found.problems), (), ()
    report = effects(old, new, (_paths(old, project), _paths(new, project)), dict.fromkeys([*problems, *unread]))
    click.echo(as_markdown(report), nl=False)
    sys.exit(1 if report.fails else 0)


def _tracked(source: Source, day: date) -> tuple[TrackedOrder, ...]:
    from extractor.track import track

    return tuple(track(order.reading, order.progress, day) for order in source.orders)


def _paths(orders: tuple[TrackedOrder, ...], project: Project) -> set[str]:
    from extractor.publish.outputs import outputs

    return {file.path for file in outputs(orders, project)} if orders else set()
