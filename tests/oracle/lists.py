"""The lists of duties: an order's, by standing, by deadline, and those that a reader should compare with the words."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from selectolax.lexbor import LexborNode

from extractor.problems import Problem
from extractor.words.dates import MONTHS
from oracle.compare import bare, members, same
from oracle.expected import Record, Wanted, counted
from oracle.finished import Finished, Page
from oracle.rows import face_of, last_number, numbers_by_standing, proved_rows, rows_of

_UNDATED = "Without a date, "


def order_pages(record: Record, site: Finished) -> Iterator[Problem]:
    """An order's page lists its obligations and counts them, and says of what is none why not."""
    for order in record.orders:
        page, wanted = site.page(f"orders/{order.order.id}/"), record.of_order(order)
        yield from proved_rows(page.file, wanted, rows_of(page), record)
        yield from same(
            page.file, order.order.id, "count", counted(wanted), numbers_by_standing(page.all(".tally > li"))
        )
        passages = {(item.citation, item.quote, item.reason) for item in order.reading.not_obligations}
        shown = len(page.all(".not-duties tbody tr"))
        yield from same(page.file, order.order.id, "number of passages that oblige nobody", len(passages), shown)


def status_page(record: Record, site: Finished) -> Iterator[Problem]:
    """Every obligation under its standing, and a table of how many of each order stand where."""
    page = site.page("status/")
    rows = rows_of(page)
    yield from proved_rows(page.file, record.wanted, rows, record)
    for row in rows:
        each = record.by_id.get(row.id)
        if each and row.part[0] and row.part[0] != each.key:
            yield Problem(page.file, 0, 0, f"{row.id}: it stands in the part of another standing", row.part[1])
    yield from _counts(page, record)


def _counts(page: Page, record: Record) -> Iterator[Problem]:
    counts = {page.order(line.css_first("th a")): line for line in page.all(".standings tbody tr:not(.total)")}
    yield from members(page.file, [order.order.id for order in record.orders], counts, "the order")
    for order in record.orders:
        if line := counts.get(order.order.id):
            wanted, found = counted(record.of_order(order)), numbers_by_standing(line.css("td"), link="a")
            yield from same(page.file, order.order.id, "count", wanted, found)
    for total in page.all(".standings tr.total"):
        yield from same(
            page.file, "Together", "count", counted(record.wanted), numbers_by_standing(total.css("td"), link="a")
        )


def deadlines_page(record: Record, site: Finished) -> Iterator[Problem]:
    """Every obligation by its due date; those without one by the reason."""
    page = site.page("deadlines/")
    rows = rows_of(page)
    yield from proved_rows(page.file, record.wanted, rows, record)
    for row in rows:
        each, title = record.by_id.get(row.id), row.part[1]
        if each and bool(each.due) == title.startswith(_UNDATED):
            yield Problem(page.file, 0, 0, f"{row.id}: it stands in the wrong part of the list", title)
        elif each and not each.due and not _gives_reason(each, title):
            allowed = str(each.tracked.schedule.undated)
            yield Problem(page.file, 0, 0, f"{row.id}: not the reason why it has no date", title, allowed)


def _gives_reason(each: Wanted, title: str) -> bool:
    """What is done needs no date any more; of everything else the reason is the record's."""
    reason = title.removeprefix(_UNDATED)
    done, stated = each.tracked.completed, each.tracked.schedule.undated
    return reason.startswith("done") if done else reason.startswith(str(stated or "no deadline is stated"))


def months(record: Record, site: Finished) -> Iterator[Problem]:
    """The tables of months, on one page or on one for each year, have every deadline on its day."""
    years = {f"deadlines/{each.due[:4]}/" for each in record.wanted if each.due}
    pages = [
        site.page("deadlines/"),
        *(site.page(year) for year in sorted(years) if site.page_file(year) in site.paths),
    ]
    links = [(page, name, day, link) for page in pages for name, day, link in _days(page)]
    found = [f"{name} on {day}" for _, name, day, _ in links]
    wanted = [f"{each.id} on {each.due}" for each in record.wanted if each.due]
    wanted += [f"{each.id} on {each.next_round}" for each in record.wanted if each.next_round]
    yield from members(pages[0].file, wanted, found, "in the months:")
    for page, name, day, link in links:
        if each := record.by_id.get(name):
            ahead = date.fromisoformat(day).toordinal() - record.as_of.toordinal()
            coming = "upcoming" if ahead > 14 else "due-soon"
            face = coming if day == each.next_round else each.face
            yield from same(page.file, name, "shape in the months", face, face_of(link))


def _days(page: Page) -> Iterator[tuple[str, str, LexborNode]]:
    """Id, day (``2026-07-02``) and link of each duty in the tables of months."""
    for table in page.all("table.month"):
        caption = table.css_first("caption")
        month = _month(caption.text() if caption else "")
        for cell in table.css("td.has-due"):
            day = last_number(cell.css_first(".number-of-day"))
            yield from ((page.duty(link), f"{month}-{day:02}", link) for link in cell.css("a.due-link"))


def _month(caption: str) -> str:
    """``2026-07`` for ``July 2026``."""
    name, _, year = caption.strip().partition(" ")
    return f"{int(year):04}-{MONTHS.index(name) + 1:02}" if name in MONTHS and year.isdecimal() else caption


def review_page(record: Record, site: Finished) -> Iterator[Problem]:
    """What is marked for review, each with its marks; and each passage that is unread."""
    page = site.page("review/")
    left = [item for order in record.orders for item in order.reading.unread]
    yield from same(page.file, "unread", "number of passages", len(left), len(page.all(".unread tbody tr")))
    marked = [each for each in record.wanted if each.obligation.review]
    rows = {page.duty(row.css_first("th a")): row for row in page.all(".reviews tbody tr")}
    yield from members(page.file, [each.id for each in marked], rows)
    for each in marked:
        shown = bare(rows[each.id].text()).lower() if each.id in rows else ""
        for mark in each.obligation.review if shown else ():
            if bare(mark).lower() not in shown:
                yield Problem(page.file, 0, 0, f"{each.id}: a mark is missing", None, mark)
