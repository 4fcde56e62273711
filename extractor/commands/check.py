"""``tracker check``: every problem in ``source/`` and in the record that is made of it. Nothing is rendered or written."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import click

from extractor.commands.options import Loaded, as_of_option, load, project_option, today
from extractor.problems import Problem, ProblemsFound, report
from extractor.words.numbers import counted

EXAMPLES = """
\b
Examples:
  tracker check
  tracker check --format github      annotates the lines of a pull request
  tracker check --format json        for other programs
  tracker check --base main          also that nothing on record is lost
"""


@click.command("check", epilog=EXAMPLES)
@project_option
@as_of_option
@click.option(
    "--format",
    "style",
    type=click.Choice(["text", "github", "json"]),
    default="text",
    show_default=True,
    help="How problems are printed.",
)
@click.option(
    "--base",
    metavar="COMMIT",
    help="Also see that nothing which stood in COMMIT is lost: entries of a log, ids, calendars.",
)
def command(folder: Path, as_of: datetime | None, style: str, base: str | None) -> None:
    """Check every file in source/: the orders, their logs, registers and corrections, what each says of another, and the record that is made of them: every quotation where it is said to stand, every id once. Renders and writes nothing; that the site holds all of it is proved by tracker build."""
    from extractor.publish.proof.record import faults_of_record

    try:
        loaded = load(folder, as_of)
        problems = [
            *loaded.warnings,
            *faults_of_record(loaded.orders),
            *(_lost_since(base, loaded) if base is not None else ()),
        ]
    except ProblemsFound as found:
        problems, loaded = list(found.problems), None
    errors = [problem for problem in problems if problem.severity == "error"]
    if problems or style == "json":
        click.echo(report(problems, style))
    if loaded and not errors:
        count = sum(len(order.obligations) for order in loaded.orders)
        click.echo(f"{counted(len(loaded.orders), 'order')}, {counted(count, 'obligation')}: all well.", err=True)
        for note in _notes(loaded):
            click.echo(note, err=True)
    sys.exit(1 if errors else 0)


def _notes(loaded: Loaded) -> Iterator[str]:
    """What the site says it does not know, and how to change that: no problems, but good to hear of."""
    from extractor.register.register import not_looked_at

    for order in loaded.orders:
        name = order.order.id
        if order.reading.acceptance is None:
            yield f"{name}: nobody has accepted its reading, and its pages say so (compare it, then tracker accept {name})."
        elif left := not_looked_at(order.reading.unread, order.reading.acceptance.looked_at):
            words = (
                f"{counted(len(left), 'passage')} that nobody has looked at {'is' if len(left) == 1 else 'are'} unread"
            )
            yield f"{name}: {words} (tracker accept {name} lists them)."


def _lost_since(base: str, loaded: Loaded) -> list[Problem]:
    from extractor.source.base import read_base, source_at
    from extractor.source.kept import losses
    from extractor.source.orders import read_source

    with source_at(loaded.project.root, base) as folder:
        before, unread = read_base(folder, today())
    after = read_source(loaded.project.source, today(), read_order=loaded.readings.of)
    return [*unread, *losses(before, after, unread)]
