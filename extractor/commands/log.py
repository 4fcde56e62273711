"""``tracker log``: an entry more in an order's progress log."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.log_change import entry_edit, log_of, named, on_record, write_change
from extractor.commands.log_questions import ask
from extractor.commands.options import WRITTEN_DAY, Command, open_project, project_option, today
from extractor.source.entry_fields import EntryFields, is_day, is_list, type_of, words_of

if TYPE_CHECKING:
    from extractor.project import Project
    from extractor.source.log_edit import NewEntry

EXAMPLES = """
\b
Examples:
  tracker log                        asks step by step
  tracker log 2-c in-progress --date 2026-06-10 --note "One directive is out."
  tracker log "2(d)" completed --date 2026-07-14 --evidence https://… --title "The release"
  tracker log eo-14409/2-f --date 2026-07-20 --due 2026-09-01 --note "Extended by 30 days." \\
      --evidence https://… --title "The notice"
  tracker log --lay-out              a line for every obligation, in every log
"""


def _entry_options(command: Command) -> Command:
    """An option for each field of an entry, but for the status, which is an argument."""
    for name in reversed(EntryFields.model_fields):
        if name != "status":
            command = _entry_option(name)(command)
    return command


def _entry_option(name: str) -> Callable[[Command], Command]:
    words = words_of(name).option
    if is_list(name):
        title = "What is behind the address; one for each --evidence."
        titles = click.option("--title", metavar="WORDS", multiple=True, help=title)
        addresses = click.option(f"--{name}", metavar="URL", multiple=True, help=words)
        return lambda command: addresses(titles(command))
    if is_day(name):
        return click.option(f"--{name}", type=WRITTEN_DAY, metavar="DATE", help=words)
    takes = "WORDS" if type_of(name) == str | None else name.upper()
    return click.option(f"--{name}", metavar=takes, help=words)


@click.command("log", epilog=EXAMPLES)
@click.argument("obligation", required=False, metavar="[ID]")
@click.argument("status", required=False, metavar="[STATUS]")
@_entry_options
@click.option("--order", metavar="ORDER", help="The order, where several have an obligation with this key.")
@click.option("--dry-run", is_flag=True, help="Show the difference and write nothing.")
@click.option("--lay-out", is_flag=True, help="Add no entry, only a line for each obligation that has none.")
@project_option
def command(
    obligation: str | None, folder: Path, order: str | None, dry_run: bool, lay_out: bool,
    evidence: tuple[str, ...], title: tuple[str, ...], **fields: str | None,
) -> None:  # fmt: skip
    """Add an entry to the log of the obligation ID, source/ORDER/progress.yml, below those that are there.

    ID is a key (2-c), a citation (2(c)) or a full id (eo-14409/2-c). STATUS is not-started, in-progress, completed,
    blocked, superseded or rescinded; without it the entry is a note. The whole file is checked before it is written;
    everything that stands in it stays as it is. Without any argument, at a terminal, you are asked step by step.
    """

    if len(evidence) != len(title):
        raise click.UsageError(
            f"each --evidence needs a --title: {len(evidence)} --evidence and {len(title)} --title are given"
        )
    project = open_project(folder)
    given = bool(evidence) or any(value is not None for value in fields.values())
    if lay_out:
        _lay_out(project, order, dry_run, bool(obligation) or given)
    elif obligation:
        _log(project, obligation, order, _entry(fields, evidence, title), dry_run)
    elif given or not (sys.stdin.isatty() and sys.stdout.isatty()):
        raise click.UsageError(
            "name the obligation, such as 2-c, and give --date; without any argument this command asks, at a terminal"
        )
    else:
        ask(project, order, dry_run)


def _entry(fields: dict[str, str | None], evidence: tuple[str, ...], title: tuple[str, ...]) -> NewEntry:
    """The entry of the options; put on record today unless they say otherwise."""
    from extractor.model import Evidence
    from extractor.source.log_edit import NewEntry

    if fields["date"] is None:
        raise click.UsageError("give --date, the day on which it happened, such as --date 2026-06-10")
    proofs = tuple(Evidence(url, words) for url, words in zip(evidence, title, strict=True))
    return on_record(NewEntry.of(evidence=proofs, **fields))


def _log(project: Project, word: str, order: str | None, entry: NewEntry, dry_run: bool) -> None:
    source, obligation = named(project, word, order)
    write_change(project, source, entry_edit(project, source, obligation, entry), dry_run)


def _lay_out(project: Project, name: str | None, dry_run: bool, is_mixed: bool) -> None:
    from extractor.source.log_edit import laid_out
    from extractor.source.named import order_folder
    from extractor.source.orders import read_order_folder

    if is_mixed:
        raise click.UsageError("--lay-out adds no entry; give it alone, or with --order")
    folders = (order_folder(name, project.order_folders()),) if name else project.order_folders()
    for folder in folders:
        order = read_order_folder(folder, today())
        of = log_of(project, order)
        write_change(project, order, partial(laid_out, of=of), dry_run)
