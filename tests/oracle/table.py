"""The proofs in force, one line for each kind of output, and the one way to run them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from extractor.model import TrackedOrder
from extractor.problems import Problem
from oracle import calendars as ics
from oracle import data_files as data
from oracle.badges import badges
from oracle.changes import changes_page
from oracle.data_offices import agencies_json, officials_json
from oracle.expected import Record
from oracle.feeds import feeds_of_changes, reminders
from oracle.finished import Finished, of_folder
from oracle.lists import deadlines_page, months, order_pages, review_page, status_page
from oracle.obligation_pages import obligation_pages
from oracle.offices import agencies, officials
from oracle.overview import overview
from oracle.records import obligations_json
from oracle.search import search_index
from oracle.sheets import csv_files, workbooks
from oracle.texts import earlier_texts, quotations, text_pages


@dataclass(frozen=True)
class Proof:
    """What one kind of output must hold, and the function that finds what it does not hold."""

    name: str
    losses: Callable[[Record, Finished], Iterator[Problem]]


PROOFS = (
    Proof("quotations", quotations),
    Proof("earlier texts", earlier_texts),
    Proof("pages of texts", text_pages),
    Proof("overview", overview),
    Proof("pages of orders", order_pages),
    Proof("pages of obligations", obligation_pages),
    Proof("status", status_page),
    Proof("deadlines", deadlines_page),
    Proof("months", months),
    Proof("review", review_page),
    Proof("officials", officials),
    Proof("agencies", agencies),
    Proof("changes", changes_page),
    Proof("subscribe", ics.subscribe_page),
    Proof("calendars: all, open", ics.events(ics.all_and_open)),
    Proof("calendars: windows", ics.events(ics.by_window)),
    Proof("calendars: officials", ics.events(ics.by_official)),
    Proof("calendars that ever were", ics.kept_calendars),
    Proof("data: obligations", obligations_json),
    Proof("calendars: orders", ics.events(ics.by_order)),
    Proof("calendars: agencies", ics.events(ics.by_agency)),
    Proof("calendars: partners", ics.events(ics.by_partner)),
    Proof("calendars: obligations", ics.events(ics.of_one)),
    Proof("calendars with alarms: all, open", ics.with_alarms(ics.all_and_open)),
    Proof("calendars with alarms: windows", ics.with_alarms(ics.by_window)),
    Proof("calendars with alarms: orders", ics.with_alarms(ics.by_order)),
    Proof("calendars with alarms: agencies", ics.with_alarms(ics.by_agency)),
    Proof("calendars with alarms: officials", ics.with_alarms(ics.by_official)),
    Proof("calendars with alarms: partners", ics.with_alarms(ics.by_partner)),
    Proof("tasks", ics.tasks),
    Proof("index of calendars", ics.index_of_calendars),
    Proof("data: orders", data.orders_json),
    Proof("data: each obligation", data.one_json),
    Proof("data: what obliges nobody", data.not_obligations_json),
    Proof("data: changes", data.changes_json),
    Proof("data: officials", officials_json),
    Proof("data: agencies", agencies_json),
    Proof("spreadsheets: CSV", csv_files),
    Proof("spreadsheets: workbooks", workbooks),
    Proof("badges", badges),
    Proof("feeds of changes", feeds_of_changes),
    Proof("reminders", reminders),
    Proof("search", search_index),
)


def losses(orders: tuple[TrackedOrder, ...], site: Finished, proofs: tuple[Proof, ...] = PROOFS) -> list[Problem]:
    """A problem for everything that the record has and the site has not, or has otherwise, by file."""
    record = Record(orders)
    return sorted(problem for proof in proofs for problem in proof.losses(record, site))


def site_losses(orders: tuple[TrackedOrder, ...], folder: Path, own_templates: Path | None = None) -> list[Problem]:
    """The same of the finished site in ``folder``; messages call its files ``site/…``, whatever the folder's name is.

    ``own_templates``: the project's own, one of which may be why a page lacks something.
    """
    found = losses(orders, of_folder(folder))
    fix = (
        f"if {own_templates.name}/ has a template of this page, it must show what the program's own shows"
        if own_templates
        else None
    )
    return [replace(each, file=f"site/{each.file}", fix=fix if each.file.endswith(".html") else None) for each in found]
