"""One page of the site, and what all pages share: the orders, the settings, the day, the addresses."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Protocol
from urllib.parse import quote

from markupsafe import Markup

from extractor.model import OutputFile, TrackedOrder
from extractor.officials import slug
from extractor.publish.agencies import Agency, agencies
from extractor.publish.calendars import CalendarFile, calendar_index
from extractor.publish.calendars.calendar_files import every_feed
from extractor.publish.calendars.feeds import Feed
from extractor.publish.calendars.qr import picture
from extractor.publish.changes.change import Change as RecordChange
from extractor.publish.changes.of_calendar import reminders
from extractor.publish.changes.of_record import record_changes
from extractor.publish.issue_forms import page_forms
from extractor.publish.templates import render
from extractor.publish.view import Duty, Official, duties, officials


class Settings(Protocol):
    """What the pages need to know of the project's settings: two addresses, each empty when none is stated."""

    @property
    def site_url(self) -> str:
        """The site's address, with a slash at the end."""
        ...

    @property
    def repo_url(self) -> str:
        """The repository's address, without a slash at the end."""
        ...


@dataclass(frozen=True)
class Site:
    """Everything that pages are made from. There is at least one order; all are as of one day."""

    orders: tuple[TrackedOrder, ...]
    settings: Settings
    own_templates: Path | None = None  # the project's own, which take the place of this program's
    draw: Callable[[str], bytes] = picture  # what makes the QR code of an address

    @property
    def as_of(self) -> date:
        """The day that every standing is as of."""
        return self.orders[0].as_of

    @property
    def site_url(self) -> str:
        """The site's address, with a slash at the end; empty when none is stated."""
        address = self.settings.site_url.rstrip("/")
        return f"{address}/" if address else ""

    @property
    def repo_url(self) -> str:
        """The repository's address, without a slash at the end; empty when none is stated."""
        return self.settings.repo_url.rstrip("/")

    @cached_property
    def duties(self) -> tuple[Duty, ...]:
        """Every obligation of every order, in text order."""
        return duties(self.orders)

    @cached_property
    def officials(self) -> tuple[Official, ...]:
        """Every office that a duty names, by name."""
        return officials(self.duties)

    @cached_property
    def offices(self) -> dict[str, str]:
        """Every name of an office in the orders → its page's slug."""
        return {name: slug(name) for official in self.officials for name in official.written}

    @cached_property
    def agencies(self) -> tuple[Agency, ...]:
        """Every agency whose office a duty names, by name."""
        return agencies(self.officials)

    @cached_property
    def drawn_rows(self) -> DrawnRows:
        """The rows of the duties in lists."""
        return DrawnRows()

    @cached_property
    def calendars(self) -> tuple[CalendarFile, ...]:
        """The calendars that exist."""
        return calendar_index(self.orders)

    @cached_property
    def every_calendar(self) -> tuple[Feed, ...]:
        """Every calendar that has a file, with its members: those of single obligations and what is only kept besides."""
        return tuple(every_feed(self.orders))

    @cached_property
    def calendar_at(self) -> dict[str, CalendarFile]:
        """The calendars that exist by their paths."""
        return {file.path: file for file in self.calendars}

    @cached_property
    def record_changes(self) -> tuple[RecordChange, ...]:
        """Every change of the record, the latest first."""
        return record_changes(self.orders)

    @cached_property
    def reminders(self) -> tuple[RecordChange, ...]:
        """What the calendar alone makes of the due dates, the latest first."""
        return reminders(self.orders)


class DrawnRows:
    """The rows of duties, each drawn once: in every list of the site it is the same but for the way to the site's root."""

    _ROOT = Markup("<root>")  # no text of the record can hold it: every value is escaped

    def __init__(self) -> None:
        self._drawn: dict[tuple[str, bool], str] = {}

    def __call__(
        self, draw: Callable[..., str], duty: Duty, root: str, offices: dict[str, str], show_order: bool
    ) -> Markup:
        """The row of a duty, by the templates' macro that draws one."""
        key = (duty.obligation.id, show_order)
        if key not in self._drawn:
            self._drawn[key] = str(draw(duty, self._ROOT, offices, show_order))
        return Markup(self._drawn[key].replace(self._ROOT, root))


@dataclass(frozen=True, slots=True)
class Page:
    """Where a page stands and how its head reads. ``address`` is its path from the site's root (``""``, ``status/``).

    ``title`` is the browser's title, ``heading`` the page's own; ``concerned`` the orders that its foot speaks of.
    """

    address: str
    template: str
    title: str
    description: str
    heading: str
    concerned: tuple[TrackedOrder, ...]

    @property
    def root(self) -> str:
        """The way from the page to the site's root."""
        return "../" * self.address.count("/")


def written(site: Site, page: Page, **values: object) -> OutputFile:
    """The page as a Markdown file: its template, filled with what all pages share and with ``values``."""
    shared = {
        "root": page.root,
        "title": page.title,
        "description": page.description,
        "heading": page.heading,
        "concerned": page.concerned,
        "own_notice": False,
        "as_of": site.as_of,
        "orders": site.orders,
        "offices": site.offices,
        "drawn_once": site.drawn_rows,
        "repo_url": site.repo_url,
        "report_url": f"{site.repo_url}/issues/new?title={quote(f'Error on /{page.address}', safe='')}",
        **page_forms(site.repo_url, page.heading),
    }
    return OutputFile(f"{page.address}index.md", render(page.template, site.own_templates, **shared | values))
