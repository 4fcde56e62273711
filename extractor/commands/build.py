"""``tracker build``: pages, calendars and data into ``build/docs/``, and from them the site into ``site/``."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.options import (
    Loaded,
    as_of_option,
    load,
    open_project,
    project_option,
    site_options,
    warn,
)

if TYPE_CHECKING:
    from extractor.publish.page import Site
    from extractor.publish.timings import Timed

EXAMPLES = """
\b
Examples:
  tracker build
  tracker build --as-of 2026-07-15
  tracker build --timings
  tracker build --builder zensical --site-url https://example.org/orders/
"""


@click.command("build", epilog=EXAMPLES)
@project_option
@as_of_option
@site_options
@click.option("--timings", is_flag=True, help="Print the processor seconds of each stage, and how much it made.")
def command(
    folder: Path, as_of: datetime | None, builder: str, site_url: str | None, repo_url: str | None, timings: bool
) -> None:
    """Write the site's pages, calendars and data to build/docs/, build the site from them, and prove that nothing is lost on it before it takes its place in site/."""
    from extractor.publish.timings import Timings, untimed
    from extractor.words.numbers import counted

    watch = Timings() if timings else None
    loaded = build(folder, as_of, builder, site_url, repo_url, watch.of if watch else untimed)
    count = sum(len(order.obligations) for order in loaded.orders)
    site = loaded.project.root / "site"
    click.echo(f"{counted(len(loaded.orders), 'order')}, {counted(count, 'obligation')}, as of {loaded.as_of}.")
    click.echo(f"The site is in {site}")
    click.echo("Look at it with: tracker serve   (then open http://127.0.0.1:8000/)")
    if watch:
        click.echo("\n".join(("", *watch.lines())))


def build(
    folder: Path,
    as_of: datetime | None,
    builder: str,
    site_url: str | None,
    repo_url: str | None = None,
    timed: Timed | None = None,
) -> Loaded:
    """Everything that ``tracker build`` does but its last words. Where there is a problem, the old site stays.

    A site that lacks something of the record, or says it otherwise, is such a problem. ``timed`` is told of each stage.
    """
    from extractor.publish.calendars.drawn import Drawn
    from extractor.publish.one_build import one_build
    from extractor.publish.page import Site
    from extractor.publish.proof.site import site_losses
    from extractor.publish.site import build_site
    from extractor.publish.timings import untimed

    timed = timed or untimed
    with one_build(open_project(folder, site_url, repo_url), _say_that_it_waits):
        loaded = timed("read", lambda: load(folder, as_of, site_url, repo_url))
        project = loaded.project
        drawn = Drawn(project.docs.parent)
        site = Site(loaded.orders, project, project.templates, drawn.of)
        files = _write_files(site, loaded, timed)
        drawn.keep()
        build_site(
            project.root,
            project.docs,
            project.site,
            as_of=loaded.as_of,
            builder=builder,
            site_url=project.site_url,
            repo_url=project.repo_url,
            prove=lambda folder: site_losses(site, folder, files),
            timed=timed,
        )
        loaded.readings.keep()
    warn(loaded.warnings)
    return loaded


def _write_files(site: Site, loaded: Loaded, timed: Timed) -> dict[str, bytes]:
    """What is published, from the record to ``build/docs/``; the files' digests, for their contents are much."""
    from extractor.problems import ProblemsFound
    from extractor.publish.outputs import outputs
    from extractor.publish.proof.record import faults_of_record
    from extractor.publish.proof.site import digests
    from extractor.write import write

    if faults := faults_of_record(loaded.orders):
        raise ProblemsFound(faults)
    files = outputs(loaded.orders, loaded.project, timed, site)
    timed("write", lambda: write(files, loaded.project.docs))
    return digests(files)


def _say_that_it_waits() -> None:
    click.echo("Another build is at work in this folder; waiting until it has ended.", err=True)
