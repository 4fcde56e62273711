"""``tracker check``: every problem in ``source/``, and the proof that nothing is lost on the way to the site."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path

import click

from extractor.commands.options import Loaded, as_of_option, load, project_option
from extractor.problems import Problem, ProblemsFound, report

EXAMPLES = """
\b
Examples:
  tracker check
  tracker check --format github      annotates the lines of a pull request
  tracker check --format json        for other programs
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
def command(folder: Path, as_of: datetime | None, style: str) -> None:
    """Check every file in source/, and that every obligation reaches the site, the data and the calendars. Writes nothing."""
    try:
        loaded = load(folder, as_of)
        problems = [*loaded.warnings, *_losses(loaded)]
    except ProblemsFound as found:
        problems, loaded = list(found.problems), None
    errors = [problem for problem in problems if problem.severity == "error"]
    if problems or style == "json":
        click.echo(report(problems, style))
    if loaded and not errors:
        count = sum(len(order.obligations) for order in loaded.orders)
        click.echo(f"{len(loaded.orders)} order(s), {count} obligations: all well.", err=True)
    sys.exit(1 if errors else 0)


def _losses(loaded: Loaded) -> list[Problem]:
    from extractor.publish.completeness import losses
    from extractor.publish.outputs import outputs

    return losses(loaded.orders, outputs(loaded.orders, loaded.project))
