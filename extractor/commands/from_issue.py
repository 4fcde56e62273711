"""``tracker from-issue FILE``: an issue that was made with a form, into the record."""

from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

import click

from extractor.commands.options import open_project, project_option, today
from extractor.problems import ProblemsFound

EXAMPLES = """
\b
Examples:
  tracker from-issue issue.md                        the body of an issue, as GitHub wrote it from the form
  tracker from-issue issue.md --comment answer.md    what to fix, for a comment, where something is wrong
"""


@click.command("from-issue", epilog=EXAMPLES)
@click.argument("file", type=click.File("rb"))
@project_option
@click.option(
    "--comment", type=click.Path(dir_okay=False, path_type=Path), metavar="FILE",
    help="Write what is wrong as Markdown, to be posted in the issue.",
)  # fmt: skip
def command(file: BinaryIO, folder: Path, comment: Path | None) -> None:
    """Enter what an issue's form reports.

    FILE is the issue's body: a report of progress goes into the order's progress.yml, a wrong reading into its
    corrections.yml; for an order to add, the command that imports it is printed. Nothing in FILE is believed: with
    anything wrong, nothing is written and the exit status is 1.
    """
    from extractor.intake.answer_text import answer_text
    from extractor.intake.issue_form import LARGEST
    from extractor.write import write_one

    project = open_project(folder)
    try:
        lines = entered(file.read(LARGEST + 1), project.source, project.root)
    except ProblemsFound as found:
        if comment:
            write_one(comment, answer_text(found.problems).encode("utf-8"))
        raise
    for line in lines:
        click.echo(line)


def entered(body: bytes, source: Path, root: Path) -> list[str]:
    """Enters the report; a title for it, and the file that was changed. Raises ``ProblemsFound``."""
    from extractor.intake.apply_report import apply_correction, apply_progress
    from extractor.intake.issue_form import read_form
    from extractor.intake.reports import OrderReport, ProgressReport, read_report

    day = today()
    report = read_report(read_form(body), source, day)
    if isinstance(report, OrderReport):
        return [f"tracker import {report.source}"]
    if isinstance(report, ProgressReport):
        what = f"{report.entry.status or 'a note'}, {report.entry.date}"
        title, file = f"Progress of {report.order}/{report.key}: {what}", apply_progress(report, source, day)
    else:
        title, file = f"Correct the reading of {report.order}/{report.key}", apply_correction(report, source, day)
    return [title, f"changed: {file.relative_to(root).as_posix()}"]
