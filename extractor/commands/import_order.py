"""``tracker import SOURCE``: a text, or an order by its number, into ``source/``."""

from __future__ import annotations

import os
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.options import DAY, open_project, project_option, today

if TYPE_CHECKING:
    from extractor.intake.import_order import Import

EXAMPLES = """
\b
Examples:
  tracker import 14413                       by its number, from the Federal Register
  tracker import 2026-11415                  by the Register's document number
  tracker import page.html --as eo-14413     a page that you saved from whitehouse.gov
  tracker import 2026-11415.pdf              the Register's PDF; its XML and its text do as well
  tracker import 14409 --replace             the official text in place of what is there; the log stays
  tracker import amended.html --as eo-14409 --replace --amended 2026-09-01 --by "Executive Order 14500"
"""


def existing_source(context: click.Context, parameter: click.Parameter, source: str) -> str:
    """The argument as it is. A word that names neither a file nor a document is a wrong command line (status 2)."""
    from extractor.read.federal_register_api import reference

    if source == "-" or os.path.lexists(source[:4096]) or reference(source):
        return source
    fix = "save the page in a browser and name the file" if "://" in source else "check the path"
    numbers = "the number of an order (14409) or of a Federal Register document (2026-11415)"
    raise click.BadParameter(f"there is no file {source!r}; {fix}, or give {numbers}.", context, parameter)


@click.command("import", epilog=EXAMPLES)
@click.argument("source", callback=existing_source)
@project_option
@click.option("--signed", type=DAY, metavar="DATE", help="The signing date; overrides the text's own.")
@click.option("--as", "name", metavar="ID", help="The order's id and folder (default: eo-NUMBER, or the file's name).")
@click.option("--replace", is_flag=True, help="Put the text in the place of the one that is there. The log is kept.")
@click.option("--force", is_flag=True, help="With --replace: write the text although accepted obligations are lost.")
@click.option("--amended", type=DAY, metavar="DATE", help="The text as amended on DATE; the text until then is kept.")
@click.option("--by", metavar="WORDS", help="With --amended: the order that amended it.")
@click.option("--status-source", metavar="URL", help="With --amended: where the amendment can be read.")
def command(
    source: str,
    folder: Path,
    signed: datetime | None,
    name: str | None,
    replace: bool,
    force: bool,
    amended: datetime | None,
    by: str | None,
    status_source: str | None,
) -> None:
    """Make source/ID/ from SOURCE: order.md, progress.yml with a line for each obligation, an empty corrections.yml.

    SOURCE is a White House page (HTML or Markdown), Federal Register XML or plain text, a PDF or its text, a text
    pasted as one line, an order.md, "-" for standard input, or the number of an executive order or a Register document,
    which is then fetched from the Federal Register.

    With --replace the obligations keep their ids by their words. Where one would be lost or could be another, nothing
    is written and the command says so; with --force the text is written, and "tracker check" and "tracker build" refuse
    it until "tracker accept" has said what became of each. With --amended as well, the text that is there is kept as
    until-DATE.md and shown beside the new one.
    """
    from extractor.intake.import_order import Amendment, Request, plan_import
    from extractor.intake.origin import chosen_id, read_origin
    from extractor.lock import locked, source_lock

    project = open_project(folder)
    day = signed.date() if signed else None
    if amended and not (replace and (by or status_source)):
        raise click.UsageError("--amended goes with --replace, and with --by or --status-source")
    amendment = Amendment(amended.date(), by, status_source) if amended else None
    request = Request(project.source, chosen_id(name) if name else None, day, replace, force, amendment)
    planned = plan_import(read_origin(source), request, today())
    with locked(source_lock(project.source)):
        write_import(planned)
    for line in report(planned, project.shown(planned.folder)):
        click.echo(line)
    for note in notes(planned):
        click.echo(note, err=True)


def write_import(planned: Import) -> None:
    """Write the text of an order; a new one comes with its log and its corrections, in which nothing stands yet.

    The caller holds the lock of ``source/``. Raises ``ProblemsFound``.
    """
    from extractor.model import OutputFile
    from extractor.register.corrections_yml import empty_corrections
    from extractor.source.log_form import new_log
    from extractor.source.source_files import CORRECTIONS_FILE, ORDER_FILE, PROGRESS_FILE, until_file
    from extractor.write import add, write_one

    content = planned.text.encode("utf-8")
    if planned.folder.exists():
        if planned.until:
            write_one(planned.folder / until_file(planned.until), (planned.folder / ORDER_FILE).read_bytes())
        write_one(planned.folder / ORDER_FILE, content)
    else:
        log, corrections = new_log(planned.reading).encode("utf-8"), empty_corrections(planned.reading.order.id)
        new = {ORDER_FILE: content, PROGRESS_FILE: log, CORRECTIONS_FILE: corrections}
        add([OutputFile(name, words) for name, words in new.items()], planned.folder)


def report(planned: Import, folder: str) -> list[str]:
    """What was done, and what changed in a folder that was there before."""
    from extractor.words.numbers import counted

    order, count = planned.reading.order, len(planned.reading.obligations)
    signed = f"signed {order.signed}" if order.signed else "no signing date"
    lines = [f"{folder}/order.md: {order.title} ({order.text} text, {signed}), {counted(count, 'obligation')}"]
    if planned.changes is not None:
        lines += planned.changes or ["Nothing that the tracker shows has changed but the words."]
    return [*lines, "Next: compare the reading with the text, then tracker accept " + order.id]


def notes(planned: Import) -> list[str]:
    """What a maintainer should know, on stderr."""
    from extractor.words.unread import shown_unread

    order = planned.reading.order
    found = [f"Unread: {shown_unread(passage)}" for passage in planned.reading.unread]
    found += _acts_on_file(planned)
    if order.number is None and order.kind == "executive order":
        found.append(
            f"The text states no number. Its id is “{order.id}”, for good once it is published; --as eo-NUMBER gives it both."
        )
    if order.signed is None:
        found.append("The text states no signing date, so nothing is dated; give it with --signed DATE --replace.")
    if not planned.reading.obligations:
        found.append("Nothing in this text is an obligation.")
    if order.text == "summary":
        found.append(
            "This text tells of an order and is not one: it is marked as a summary, and its reading needs review."
        )
    return found


def _acts_on_file(planned: Import) -> list[str]:
    """What the order says that it does to others that are on file."""
    from extractor.acted_on import STATUS_OF
    from extractor.source.source_files import ORDER_FILE
    from extractor.words.orders import shown_relation

    acts = {
        shown_relation(each): each.order
        for each in planned.reading.relations
        if each.kind in STATUS_OF and (planned.folder.parent / f"eo-{each.order}" / ORDER_FILE).exists()
    }
    return [
        f"It {words}, which is on file: “tracker check” gives the lines to enter in eo-{number}/{ORDER_FILE}."
        for words, number in acts.items()
    ]
