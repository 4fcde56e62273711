"""``tracker log``: an entry more in an order's progress log."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.options import WRITTEN_DAY, Command, open_project, project_option, today
from extractor.source.entry_fields import EntryFields, is_day, is_list, type_of, words_of

if TYPE_CHECKING:
    from extractor.model import Obligation
    from extractor.project import Project
    from extractor.source.log_edit import LogOf, NewEntry
    from extractor.source.orders import SourceOrder
    from extractor.source.revise import Edit

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
        _ask(project, order, dry_run)


def _entry(fields: dict[str, str | None], evidence: tuple[str, ...], title: tuple[str, ...]) -> NewEntry:
    """The entry of the options; put on record today unless they say otherwise."""
    from extractor.model import Evidence
    from extractor.source.log_edit import NewEntry

    if fields["date"] is None:
        raise click.UsageError("give --date, the day on which it happened, such as --date 2026-06-10")
    proofs = tuple(Evidence(url, words) for url, words in zip(evidence, title, strict=True))
    return on_record(NewEntry.of(evidence=proofs, **fields))


def on_record(entry: NewEntry) -> NewEntry:
    """The entry with the day on which it is put on record, today where none is given; not stated if it is its own."""
    from extractor.source.log_edit import NewEntry

    said = dict(entry.fields())
    recorded = said.get("recorded") or today().isoformat()
    return NewEntry.of(**{**entry.given, "recorded": None if recorded == said["date"] else recorded})


def _log(project: Project, word: str, order: str | None, entry: NewEntry, dry_run: bool) -> None:
    source, obligation = named(project, word, order)
    write_change(project, source, entry_edit(project, source, obligation, entry), dry_run)


def named(project: Project, word: str, order: str | None) -> tuple[SourceOrder, Obligation]:
    """The obligation that ``word`` means and its order. Only the orders that it can be in are read."""
    from extractor.source.named import obligation_named, order_folder, order_part
    from extractor.source.orders import read_order_folder

    stated, rest = order_part(word)
    wanted = stated or order
    folders = (order_folder(wanted, project.order_folders()),) if wanted else project.order_folders()
    return obligation_named(rest, [read_order_folder(each, today()) for each in folders])


def log_of(project: Project, order: SourceOrder) -> LogOf:
    """What a change of the order's log needs to know."""
    from extractor.source.files import PROGRESS_FILE
    from extractor.source.log_edit import LogOf

    return LogOf(project.shown(order.folder / PROGRESS_FILE), order.reading, today())


def entry_edit(project: Project, order: SourceOrder, obligation: Obligation, entry: NewEntry) -> Edit:
    """The change of the order's log that adds the entry."""
    from extractor.source.log_edit import with_entry

    of = log_of(project, order)
    return lambda raw: with_entry(raw, of, obligation.key, entry)


def write_change(project: Project, order: SourceOrder, edit: Edit, dry_run: bool) -> None:
    """Change the order's log, show the difference, say what comes next."""
    from extractor.source.revise import revise_log

    difference = revise_log(order.folder, edit, dry_run)
    show(difference)
    if difference and dry_run:
        click.echo("Nothing is written (--dry-run).", err=True)
    else:
        say_next(log_of(project, order).file, bool(difference))


def show(difference: str) -> None:
    """A unified difference, in colours where it is read at a terminal."""
    for line in difference.splitlines():
        click.echo(click.style(line, fg={"+": "green", "-": "red"}.get(line[:1])))


def say_next(file: str, changed: bool) -> None:
    """The next step, on stderr."""
    click.echo(f"Next: tracker check, then commit {file}" if changed else f"{file}: nothing to change.", err=True)


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


def _ask(project: Project, order: str | None, dry_run: bool) -> None:
    from extractor.commands.log_questions import ask

    ask(project, order, dry_run)
