"""What several commands share: the project's folder, the day, the orders as of that day."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from zoneinfo import ZoneInfo

import click

from extractor.model import TrackedOrder
from extractor.problems import Problem, ProblemsFound, report

if TYPE_CHECKING:
    from extractor.project import Project
    from extractor.readings import Readings


class _Day(click.DateTime):
    """A day such as 2026-08-01; another form of it is refused with the day that was most likely meant."""

    def __init__(self) -> None:
        super().__init__(["%Y-%m-%d"])

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """The day at midnight. Ends the command with status 2 where it is none."""
        if isinstance(value, datetime):
            return value
        text = str(value).strip()
        is_form = re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII)
        try:
            if is_form:
                return datetime.strptime(text, "%Y-%m-%d")
        except ValueError:
            pass
        self.fail(_not_a_day(text, bool(is_form)), param, ctx)


class _WrittenDay(_Day):
    """A day that stays as it is written, for the log's own model to judge further; nothing is no day."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """``2026-08-01``, without blanks around it. Ends the command with status 2 where it is no day."""
        text = str(value).strip()
        return text and super().convert(text, param, ctx).date().isoformat()


def _not_a_day(text: str, is_form: bool) -> str:
    from extractor.words.other_dates import date_meant

    meant = date_meant(text)
    what = "there is no such day" if is_form else f"“{text}” is not a date such as 2026-06-30"
    return f"{what}; did you mean {meant.isoformat()}?" if meant else f"{what}; write year, month and day"


DAY = _Day()
WRITTEN_DAY = _WrittenDay()
Command = TypeVar("Command", bound=Callable[..., object])  # what an option is added to


def project_option(command: Command) -> Command:
    """``--project DIR``."""
    return click.option(
        "--project", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), default=Path(), metavar="DIR",
        help="Work on the project in DIR (default: the nearest folder upward that holds source/).",
    )(command)  # fmt: skip


def as_of_option(command: Command) -> Command:
    """``--as-of DATE``."""
    return click.option(
        "--as-of", type=DAY, metavar="DATE", help="Derive standings as of this day (default: today in Washington)."
    )(command)


def site_options(command: Command) -> Command:
    """``--site-url``, ``--repo-url`` and ``--builder``."""
    command = click.option(
        "--repo-url", metavar="URL", help="Where the record is kept; overrides mkdocs.yml and TRACKER_REPO_URL."
    )(command)
    command = click.option(
        "--site-url", metavar="URL", help="Where the site will be published; overrides mkdocs.yml and TRACKER_SITE_URL."
    )(command)
    return click.option(
        "--builder",
        type=click.Choice(["mkdocs", "zensical"]),
        default="mkdocs",
        show_default=True,
        help="The site generator; zensical is there after “pip install zensical”.",
    )(command)


def today() -> date:
    """The clock's day in Washington, D.C., where orders are signed and deadlines run out. The only look at a clock."""
    return datetime.now(ZoneInfo("America/New_York")).date()


def day_of(as_of: datetime | None) -> date:
    """``--as-of``, else the UTC day of ``SOURCE_DATE_EPOCH``, else today in America/New_York."""
    if as_of:
        return as_of.date()
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    if not epoch:
        return today()
    try:
        return datetime.fromtimestamp(int(epoch), UTC).date()
    except (ValueError, OverflowError, OSError):
        problem = Problem(
            "SOURCE_DATE_EPOCH",
            0,
            0,
            "the environment variable is no time",
            epoch,
            "seconds since January 1, 1970, as a whole number",
            "unset it",
        )
        raise ProblemsFound([problem]) from None


@dataclass(frozen=True)
class Loaded:
    """The project with its orders tracked as of a day. ``readings`` are those that they were made from."""

    project: Project
    orders: tuple[TrackedOrder, ...]
    as_of: date
    warnings: tuple[Problem, ...]
    readings: Readings


def open_project(folder: Path, site_url: str | None = None, repo_url: str | None = None) -> Project:
    """The project that a command works on, with the site back in its place if a build died while replacing it."""
    from extractor.project import find_project
    from extractor.publish.one_build import recover

    project = find_project(folder, site_url, repo_url)
    recover(project)
    return project


def load(folder: Path, as_of: datetime | None, site_url: str | None = None, repo_url: str | None = None) -> Loaded:
    """Read the project's ``source/`` and derive every standing. Raises ``ProblemsFound`` with all problems."""
    from extractor.acted_on import claims
    from extractor.readings import Readings
    from extractor.source.orders import read_source
    from extractor.track import track

    day = day_of(as_of)
    project = open_project(folder, site_url, repo_url)
    readings = Readings(project.docs.parent)
    source = read_source(project.source, today(), _with_progress_bar, read_order=readings.of)
    said = claims(order.reading for order in source.orders)
    orders = tuple(
        replace(track(order.reading, order.progress, day), claims=said.get(order.reading.order.id, ()))
        for order in source.orders
    )
    return Loaded(project, orders, day, source.warnings, readings)


def _with_progress_bar(folders: list[Path]) -> Iterator[Path]:
    """The folders one by one, with a progress bar on stderr when that is a terminal and there are several."""
    if len(folders) < 2 or not sys.stderr.isatty():
        yield from folders
        return
    with click.progressbar(
        folders, label="Reading the orders", file=sys.stderr, item_show_func=lambda path: path and path.name
    ) as bar:
        yield from bar


def warn(warnings: tuple[Problem, ...]) -> None:
    """Warnings go to stderr and change no exit status."""
    if warnings:
        click.echo(report(warnings), err=True)
