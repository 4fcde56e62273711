"""The commands: each prints a figure of a finished site or project, and ends with status 1 where it is over its bound."""

from __future__ import annotations

import sys
from pathlib import Path

import click
import pytest
from conftest import ROOT, npm_package
from many_orders import many_orders
from served import browser_program, chromium, served

from measure import lighthouse as lighthouse_of
from measure.builders import differences
from measure.growth import SIZES, Measured
from measure.growth import growth as growth_of
from measure.host import Host
from measure.limits import FIRST_LOAD, OWN_SCRIPT, OWN_SHARE, SCORE
from measure.links import faults
from measure.pages import weighed
from measure.share import timed_build
from measure.transfer import loaded, own_scripts

FOLDER = click.Path(exists=True, file_okay=False, path_type=Path, resolve_path=True)
PROGRAMS = ROOT / "build" / "measure"  # where npm puts Lighthouse


@click.group()
def main() -> None:
    """The figures of a finished SITE (site/ of a project) or of a PROJECT; see DEVELOPING.md."""


def run(program: str) -> None:
    """Runs the commands; what a test would skip for, such as a browser that is not here, is said in a line."""
    try:
        main(prog_name=program)
    except pytest.skip.Exception as reason:
        raise SystemExit(f"Not measured: {reason}") from None


@main.command("orders")
@click.argument("corpus", type=FOLDER)
@click.argument("folder", type=click.Path(exists=False, path_type=Path))
def orders(corpus: Path, folder: Path) -> None:
    """Make a project of 26 orders in the new FOLDER, from the texts of CORPUS."""
    click.echo(many_orders(corpus, folder))


@main.command("lighthouse")
@click.argument("site", type=FOLDER)
@click.option("--runs", default=lighthouse_of.RUNS, show_default=True, help="Their median counts.")
def lighthouse(site: Path, runs: int) -> None:
    """The four scores on a phone of the overview, the deadlines, the longest order and obligation. Wants a quiet machine."""
    PROGRAMS.mkdir(parents=True, exist_ok=True)
    program = npm_package(PROGRAMS, lighthouse_of.PACKAGE) / "node_modules" / ".bin" / "lighthouse"
    worst = 100
    with served(site, Host) as address:
        for kind, path in weighed(site).items():
            report = lighthouse_of.measured(program, browser_program(), address + path, runs)
            worst = min(worst, *report.scores.values())
            click.echo(f"{kind} /{path}: " + ", ".join(f"{name} {score}" for name, score in report.scores.items()))
            click.echo("".join(f"    {line}\n" for line in report.faults), nl=False)
    _end(worst >= SCORE[_size(site)], f"the lowest score is {worst}, of at least {SCORE[_size(site)]}")


@main.command("transfer")
@click.argument("site", type=FOLDER)
def transfer(site: Path) -> None:
    """Bytes, compressed, that a browser with an empty cache loads for the overview; and our scripts."""
    with chromium() as browser:
        parts = loaded(browser, site)
    for path, size in sorted(parts.items(), key=lambda part: -part[1]):
        click.echo(f"{size:>8,}  {path}")
    scripts, first, bound = sum(own_scripts(site).values()), sum(parts.values()), FIRST_LOAD[_size(site)]
    fits = first < bound and scripts < OWN_SCRIPT
    _end(fits, f"{first:,} bytes for the first page, of {bound:,}; {scripts:,} of scripts of ours, of {OWN_SCRIPT:,}")


@main.command("links")
@click.argument("site", type=FOLDER)
def links(site: Path) -> None:
    """Internal links and anchors that lead nowhere, and what is asked of another host."""
    _list(faults(site), "broken links and foreign requests")


@main.command("builders")
@click.argument("site", type=FOLDER)
@click.argument("other", type=FOLDER)
def builders(site: Path, other: Path) -> None:
    """What differs between the site of one generator and that of the other."""
    _list(differences(site, other), "differences")


@main.command("share")
@click.argument("project", type=FOLDER)
@click.option("--anew", is_flag=True, help="Use nothing that an earlier build has kept.")
def share(project: Path, anew: bool) -> None:
    """Build PROJECT's site: the time of each stage, and our share of the whole."""
    build = timed_build(project, anew)
    for stage, seconds in {**build.stages, "the rest": build.rest}.items():
        click.echo(f"{seconds:>7.2f} s  {stage}")
    _end(build.ours <= OWN_SHARE, f"{build.whole:.2f} s in all, {build.ours:.0%} of it ours, of {OWN_SHARE:.0%}")


@main.command("growth")
@click.argument("corpus", type=FOLDER)
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option(
    "--orders", "sizes", multiple=True, type=int, default=SIZES, show_default=True, help="Sizes of the sites."
)
@click.option("--runs", default=2, show_default=True, help="The least of them counts.")
@click.option("--anew", is_flag=True, help="Use nothing that an earlier build has kept.")
def growth(corpus: Path, folder: Path, sizes: tuple[int, ...], runs: int, anew: bool) -> None:
    """Build sites of 1, 26, 100 and 400 orders of CORPUS in FOLDER: time, memory, and how they grow."""
    before: Measured | None = None
    for found in growth_of(corpus, folder, sizes, runs, anew):
        build = found.build
        click.echo(
            f"{found.orders} orders, {found.obligations} obligations: {build.whole:.2f} s, {build.memory:.0f} MB"
        )
        click.echo("".join(f"{seconds:>9.2f} s  {stage}\n" for stage, seconds in build.stages.items()), nl=False)
        click.echo(
            f"{found.empty:>9.2f} s  MkDocs with empty pages, of which the build takes {found.ratio:.2f} times as long"
        )
        click.echo(f"{found.share:>9.2f}    our part, of MkDocs' part")
        if before:
            orders, time = found.orders / before.orders, build.whole / before.build.whole
            click.echo(f"{time / orders:>9.2f}    growth: {time:.1f} times the time for {orders:.1f} times the orders")
        before = found


def _size(site: Path) -> str:
    """Which bounds count: those of one order, or those of many."""
    return "one" if len(list(site.glob("orders/*/index.html"))) == 1 else "many"


def _list(lines: list[str], what: str) -> None:
    click.echo("".join(f"{line}\n" for line in lines), nl=False)
    _end(not lines, f"{len(lines)} {what}")


def _end(fits: bool, words: str) -> None:
    click.echo(words)
    sys.exit(0 if fits else 1)
