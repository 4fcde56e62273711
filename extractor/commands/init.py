"""``tracker init``: a tracker of one's own, in an empty folder."""

from __future__ import annotations

import os
from pathlib import Path

import click

EXAMPLES = """
\b
Examples:
  tracker init my-tracker
  tracker init --name "Orders on energy" --repo-url https://github.com/OWNER/REPOSITORY
  tracker init my-tracker --package obligation_tracker-0.1.0-py3-none-any.whl
"""


def one_line(context: click.Context, parameter: click.Parameter, name: str) -> str:
    """The argument, where it is one line of text; else a wrong command line (status 2)."""
    if name.strip() and name.isprintable():
        return name.strip()
    raise click.BadParameter("a name is one line of text.", context, parameter)


@click.command("init", epilog=EXAMPLES)
@click.argument("folder", metavar="[DIRECTORY]", type=click.Path(path_type=Path), default=Path())
@click.option("--name", default="Obligation Tracker", callback=one_line, show_default=True, help="The site's name.")
@click.option("--site-url", default="", metavar="URL", help="Where the site will be published, if that is known.")
@click.option("--repo-url", default="", metavar="URL", help="Where the record will be kept, if that is known.")
@click.option(
    "--package",
    metavar="WHEEL|REQUIREMENT",
    help="What the workflows install (default: what is installed here): a wheel, which is then kept in the new tracker, "
    "or obligation-tracker==VERSION, or obligation-tracker @ git+https://…@COMMIT.",
)
def command(folder: Path, name: str, site_url: str, repo_url: str, package: str | None) -> None:
    """Make a new tracker in DIRECTORY (default: here): settings, an empty source/, workflows, forms and guides.

    Nothing is written where one of its files is there already.
    """
    from extractor.new_tracker.new_files import Wish, new_tracker
    from extractor.new_tracker.package import chosen_package, installed_package
    from extractor.project import check_addresses
    from extractor.write import add

    check_addresses(site_url, repo_url)
    chosen = chosen_package(package) if package else installed_package()
    files = new_tracker(Wish(name, site_url, repo_url, chosen))
    add(files, folder)
    click.echo(f"{len(files)} files are in {folder.resolve()}")
    go = "" if folder.resolve() == Path.cwd() else f"cd {os.fspath(folder)} && "
    click.echo(f"Next: {go}tracker import 14413   (an order by its number, or a file)")
    if not chosen.known:
        click.echo("Before its workflows can run, requirements.txt must name the package that they install.", err=True)
