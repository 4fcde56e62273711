"""The command line: ``tracker COMMAND``. Each command lives in ``extractor/commands/`` and is imported when used."""

from __future__ import annotations

import gc
import importlib
import sys

import click

from extractor import __version__
from extractor.problems import ProblemsFound, did_you_mean, report

COMMANDS = {
    "build": "write the site's pages, calendars and data, and build the site",
    "serve": "build the site and show it on this machine",
    "check": "find every problem in source/ and in the record",
    "extract": "read one text and print its obligations",
    "explain": "show why a passage was read as it was",
    "status": "print where each obligation stands",
    "log": "add an entry to the progress log",
    "checked": "record that the public record was searched",
    "accept": "accept what the extractor reads, so that nothing published changes unseen",
    "diff": "show what a change does for readers and subscribers",
    "import": "make an order's folder from a text, or by its number",
    "from-issue": "enter what an issue's form reports",
    "watch": "ask the Federal Register for new orders and changed ones",
    "init": "make a tracker of one's own in an empty folder",
}
MODULES = {"import": "import_order"}  # where a command's name cannot be a module's


class LazyGroup(click.Group):
    """A group that knows its commands' names and one-line helps without importing them."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"extractor.commands.{MODULES.get(name, name.replace('-', '_'))}")
        command: click.Command = module.command
        return command

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """As click's own, with the nearest command's name for one that does not exist."""
        name = click.utils.make_str(args[0])
        if name not in COMMANDS and not name.startswith("-"):
            hint = did_you_mean(name, COMMANDS)
            ctx.fail(f"no such command “{name}”{': ' + hint if hint else ''}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))


EXAMPLES = """
\b
Examples:
  tracker build                              build/docs/ and site/ from source/
  tracker serve                              the same, then look at it in a browser
  tracker extract order.md --json            the obligations of one text, as data
  tracker status --as-of 2026-07-15          where everything stands on a day
  tracker log 2-c in-progress --date 2026-07-14 --note "…"      an entry in the progress log
  tracker import 14413                       another order, from the Federal Register
"""


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]}, epilog=EXAMPLES)
@click.version_option(__version__, prog_name="tracker")
def main() -> None:
    """Track the deadlines and obligations in a U.S. executive order, from the order's own text."""


def run() -> None:
    """Entry point: problems go to stderr and end with status 1, never with a traceback."""
    gc.set_threshold(
        50_000, 20, 100
    )  # a command makes many values that stay to its end: a tenth of its time went in looking
    try:
        main()
    except ProblemsFound as found:
        click.echo(report(found.problems), err=True)
        sys.exit(1)
