"""The Subscribe pages: every calendar that a reader may follow, and how each calendar program takes it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from extractor.model import OutputFile
from extractor.officials import slug
from extractor.publish.calendars import CalendarFile, alarms_calendar, calendar_title, has_alarms, qr_code
from extractor.publish.calendars.qr import google, qr_codes, webcal
from extractor.publish.page import Page, Site, written

_PAGES_OF = {"order": "orders/{}/", "agency": "agencies/{}/", "official": "officials/{}/", "with": "officials/{}/"}


@dataclass(frozen=True, slots=True)
class Way:
    """One address of a calendar, as a reader takes it: a link to open, one for Google, the file, a picture of the first."""

    path: str
    address: str
    webcal: str
    google: str
    picture: str


@dataclass(frozen=True, slots=True)
class Subscription:
    """A calendar on the page: ``page`` is that of its order, agency or office (empty for the others); ``fold`` names the
    part of the Subscribe page that shows its addresses.
    """

    title: str
    count: int
    page: str
    fold: str
    plain: Way
    alarms: Way | None


def subscribe_pages(site: Site) -> Iterator[OutputFile]:
    """The page of all calendars, one for the officials', one for what is done with them; and the pictures."""
    found: dict[str, list[Subscription]] = {}
    for file in site.calendars:
        found.setdefault(file.kind, []).append(_subscription(site, file))
    with_one = {slug(file.of) for file in site.calendars if file.kind == "official"}
    yield written(
        site,
        Page(
            "subscribe/", "subscribe.md.j2", "Subscribe", "The deadlines as calendars", "Subscribe to the deadlines",
            site.orders,
        ),
        general=[each for kind in ("all", "open", "tasks") for each in found[kind]],
        of={kind: found.get(kind, []) for kind in (*_PAGES_OF, "window")},
        site_url=site.site_url,
        webcal_url=webcal(site.site_url, ""),
    )  # fmt: skip
    yield _list(
        site, "officials", "Subscribe to an official’s deadlines", found.get("official", []),
        without=[official for official in site.officials if official.slug not in with_one],
    )  # fmt: skip
    yield _list(
        site, "with", "Subscribe to what others do with an office", found.get("with", []), without=[],
    )  # fmt: skip
    yield from qr_codes(site.calendars, site.site_url)


def _list(site: Site, name: str, heading: str, rows: list[Subscription], **values: object) -> OutputFile:
    page = Page(f"subscribe/{name}/", "subscribe_offices.md.j2", heading, heading, heading, site.orders)
    return written(site, page, kind=name, rows=rows, site_url=site.site_url, **values)


def _subscription(site: Site, file: CalendarFile) -> Subscription:
    ways = [_way(site, path) for path in (file.path, alarms_calendar(file.path))]
    address = _PAGES_OF.get(file.kind, "").format(file.of if file.kind == "order" else slug(file.of))
    title = file.of if file.kind == "with" else calendar_title(file).removeprefix("Obligations: ")
    fold = file.path.removeprefix("calendars/").removesuffix(".ics").replace("/", "-")
    return Subscription(title, file.events, address, fold, ways[0], ways[1] if has_alarms(file) else None)


def _way(site: Site, path: str) -> Way:
    address = f"{site.site_url}{path}"
    return Way(path, address, webcal(site.site_url, path), google(site.site_url, path), qr_code(path))
