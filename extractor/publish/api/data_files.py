"""Every file of data: the JSON files, the spreadsheets, the description of them all, and the badges."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from extractor.model import OutputFile, TrackedOrder
from extractor.officials import placed_in, slug
from extractor.publish.agencies import Agency as AgencyView
from extractor.publish.agencies import agencies
from extractor.publish.api import paths
from extractor.publish.api.badge import badge
from extractor.publish.api.changes import changes
from extractor.publish.api.file_model import (
    AgenciesFile,
    ChangesFile,
    NotObligationsFile,
    ObligationFile,
    ObligationsFile,
    OfficialsFile,
    OrderFile,
    OrdersFile,
)
from extractor.publish.api.openapi import openapi
from extractor.publish.api.reading_model import Record
from extractor.publish.api.record_model import Agency, Office, TrackedObligation
from extractor.publish.api.records import (
    address,
    listed_order,
    not_obligations,
    relations,
    tracked_order,
    tracked_record,
    unread,
)
from extractor.publish.api.schemas import schemas
from extractor.publish.api.spreadsheets import spreadsheets
from extractor.publish.view import Duty, Official, duties, officials

Records = dict[str, tuple[TrackedObligation, ...]]


def api(orders: Iterable[TrackedOrder], as_of: date, site_url: str = "") -> tuple[OutputFile, ...]:
    """All files of data about the orders as of a day, by path.

    ``site_url`` is where the site is published; where it is empty, paths from the site's root stand for addresses.
    """
    orders = tuple(orders)
    records = {
        order.order.id: tuple(tracked_record(order, tracked, site_url) for tracked in order.obligations)
        for order in orders
    }
    offices = officials(duties(orders))
    known = agencies(offices)
    files = (
        *_lists(orders, records, as_of, site_url),
        *_offices(offices, known, as_of, site_url),
        *_of_orders(orders, records, as_of, site_url),
        *spreadsheets(records, known, as_of),
        *schemas(),
        openapi(site_url),
        *(badge(order) for order in orders),
    )
    return tuple(sorted(files, key=lambda file: file.path))


def _file(path: str, content: Record) -> OutputFile:
    """UTF-8 JSON with an indent of two and a final line end; the same bytes for the same content."""
    return OutputFile(path, content.model_dump_json(indent=2).encode("utf-8") + b"\n")


def _lists(orders: tuple[TrackedOrder, ...], records: Records, as_of: date, site_url: str) -> Iterator[OutputFile]:
    others = tuple(item for order in orders for item in not_obligations(order))
    everything = ObligationsFile(
        as_of=as_of,
        orders=tuple(map(tracked_order, orders)),
        obligations=tuple(record for found in records.values() for record in found),
        not_obligations=others,
        unread=tuple(item for order in orders for item in unread(order)),
        relations=tuple(item for order in orders for item in relations(order)),
    )
    yield _file(paths.OBLIGATIONS, everything)
    yield _file(paths.ORDERS, OrdersFile(as_of=as_of, orders=tuple(listed_order(each, site_url) for each in orders)))
    yield _file(paths.NOT_OBLIGATIONS, NotObligationsFile(as_of=as_of, not_obligations=others))
    yield _file(paths.CHANGES, ChangesFile(as_of=as_of, changes=changes(orders, site_url)))


def _of_orders(orders: tuple[TrackedOrder, ...], records: Records, as_of: date, site_url: str) -> Iterator[OutputFile]:
    """A file for each order, and one for each of its obligations."""
    for order in orders:
        found = records[order.order.id]
        whole = OrderFile(
            as_of=as_of,
            order=tracked_order(order),
            obligations=found,
            not_obligations=not_obligations(order),
            unread=unread(order),
            relations=relations(order),
        )
        yield _file(paths.order_json(order.order.id), whole)
        listed = listed_order(order, site_url)
        for record in found:
            one = ObligationFile(as_of=as_of, order=listed, obligation=record)
            yield _file(paths.obligation_json(record.id), one)


def _offices(
    offices: tuple[Official, ...], known: tuple[AgencyView, ...], as_of: date, site_url: str
) -> Iterator[OutputFile]:
    found = tuple(_office(office, site_url) for office in offices)
    yield _file(paths.OFFICIALS, OfficialsFile(as_of=as_of, officials=found))
    listed = tuple(_agency(agency, site_url) for agency in known)
    yield _file(paths.AGENCIES, AgenciesFile(as_of=as_of, agencies=listed))


def _office(office: Official, site_url: str) -> Office:
    agency = placed_in(office.name)
    return Office(
        name=office.name,
        slug=office.slug,
        written=office.written,
        agency=slug(agency) if agency else None,
        leads=_ids(office.leads),
        through=_ids(office.through),
        consulted=_ids(office.consulted),
        page=address(site_url, f"officials/{office.slug}/"),
    )


def _agency(agency: AgencyView, site_url: str) -> Agency:
    return Agency(
        name=agency.name,
        slug=agency.slug,
        also=agency.also,
        offices=tuple(office.slug for office in agency.offices),
        carries=_ids(agency.carries),
        consulted=_ids(agency.consulted),
        page=address(site_url, f"agencies/{agency.slug}/"),
        csv_file=address(site_url, paths.agency_csv(agency.slug)),
        xlsx_file=address(site_url, paths.agency_xlsx(agency.slug)),
    )


def _ids(rows: Iterable[Duty]) -> tuple[str, ...]:
    return tuple(duty.obligation.id for duty in rows)
