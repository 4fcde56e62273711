"""A change of an order's log as a command makes it: which obligation is meant, what would change, what comes next."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from extractor.commands.options import today

if TYPE_CHECKING:
    from extractor.model import Obligation
    from extractor.project import Project
    from extractor.source.log_edit import LogOf, NewEntry
    from extractor.source.orders import SourceOrder
    from extractor.source.revise import Edit


def on_record(entry: NewEntry) -> NewEntry:
    """The entry with the day on which it is put on record, today where none is given; not stated if it is its own."""
    from extractor.source.log_edit import NewEntry

    said = dict(entry.fields())
    recorded = said.get("recorded") or today().isoformat()
    return NewEntry.of(**{**entry.given, "recorded": None if recorded == said["date"] else recorded})


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
    from extractor.source.log_edit import LogOf
    from extractor.source.source_files import PROGRESS_FILE

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
