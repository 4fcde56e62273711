"""``tracker extract FILE``: read one text and print its obligations."""

from __future__ import annotations

from datetime import datetime

import click

from extractor.commands.import_order import existing_source
from extractor.commands.options import DAY
from extractor.library import reading_of, to_json
from extractor.model import Reading

EXAMPLES = """
\b
Examples:
  tracker extract source/eo-14409/order.md
  tracker extract order.xml --json > obligations.json
  tracker extract summary.md --signed 2026-06-02
  tracker extract 14413                      from the Federal Register, by its number
"""


@click.command("extract", epilog=EXAMPLES)
@click.argument("file", callback=existing_source)
@click.option("--json", "as_json", is_flag=True, help="Print the reading as JSON.")
@click.option("--signed", type=DAY, metavar="DATE", help="The signing date; overrides the text's own.")
def command(file: str, as_json: bool, signed: datetime | None) -> None:
    """Print the obligations in FILE, which is anything that "tracker import" reads. Writes nothing.

    That is an order.md, a White House page (HTML or Markdown), Federal Register XML or plain text, a PDF or its text, a
    text in prose or pasted as one line, "-" for standard input, or an order's number.
    """
    from extractor.intake.origin import read_origin

    reading = reading_of(read_origin(file), None, signed.date() if signed else None)
    if as_json:
        click.echo(to_json(reading))
        return
    click.echo(as_table(reading))
    if reading.order.signed is None:
        click.echo("The text states no signing date, so nothing is dated; give it with --signed DATE.", err=True)


def as_table(reading: Reading) -> str:
    """The obligations for people: citation, due date, who, what; then what is unread."""
    from extractor.words.numbers import counted
    from extractor.words.orders import shown_relation
    from extractor.words.unread import shown_unread

    others = len(reading.not_obligations)
    lines = [f"{reading.order.title or reading.order.id}: {counted(len(reading.obligations), 'obligation')}"]
    for obligation in reading.obligations:
        due = (
            obligation.schedule.due.isoformat()
            if obligation.schedule.due
            else f"no date: {obligation.schedule.undated}"
        )
        who = "; ".join(obligation.responsible) or "nobody named"
        lines += [f"{obligation.citation:<12} {due}", f"    {who}", f"    {obligation.modal} {obligation.action}"]
    if reading.unread:
        lines.append(f"{counted(len(reading.unread), 'passage')} unread; compare with the text:")
        lines += [f"    {shown_unread(each)}" for each in reading.unread]
    lines += [f"{each.citation}: {shown_relation(each)}" for each in reading.relations if each.kind != "cites"]
    lines.append(
        f"{counted(others, 'passage')} that {'oblige' if others != 1 else 'obliges'} nobody; --json lists them with their reasons."
    )
    return "\n".join(lines)
