"""The pages of who must act: each office and agency has its page, and what it must do stands there and in the indexes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from selectolax.lexbor import LexborNode

from extractor.model import Standing
from extractor.problems import Problem
from oracle.compare import members, missing_file, same
from oracle.expected import DONE, OPEN, Record, Wanted
from oracle.finished import Finished, Page, day_of
from oracle.rows import last_number, proved_rows, rows_of


def officials(record: Record, site: Finished) -> Iterator[Problem]:
    """A page for each office: what it leads or what is done through it as rows, what it is consulted on as a list."""
    index = site.page("officials/")
    listed = _by_link(index, "officials/")
    for office in sorted(record.office_names):
        page = site.page(f"officials/{office}/")
        if page.file not in site.paths:
            yield missing_file(page.file, f"the page of {office}")
            continue
        carried = record.carried_by(office)
        yield from proved_rows(page.file, carried, rows_of(page), record)
        yield from _consulted(page, [each for each in record.wanted if office in each.consulted])
        wanted = {
            "Leads": sum(office in each.leads for each in carried),
            "Done through": sum(office in each.through for each in carried),
            "Consulted": sum(office in each.consulted for each in record.wanted),
        }
        yield from _numbers(index, office, listed.get(office), wanted)
        yield from _next(index, office, listed.get(office), (each.due for each in carried if each.standing in OPEN))


def agencies(record: Record, site: Finished) -> Iterator[Problem]:
    """A page for each agency: what its offices carry, all together, and what they are consulted on."""
    index = site.page("agencies/")
    listed = _by_link(index, "agencies/")
    for agency in record.agencies:
        page = site.page(f"agencies/{agency}/")
        if page.file not in site.paths:
            yield missing_file(page.file, f"the page of {agency}")
            continue
        carried, consulted = record.carried_in(agency), record.consulted_in(agency)
        yield from proved_rows(page.file, carried, rows_of(page), record)
        yield from _consulted(page, consulted)
        wanted = {
            "Duties": len(carried),
            "Past due": sum(each.standing is Standing.OVERDUE for each in carried),
            "Done": sum(each.standing in DONE for each in carried),
            "Consulted": len(consulted),
        }
        yield from _numbers(index, agency, listed.get(agency), wanted)
        coming = (each.due for each in carried if each.standing in OPEN and each.standing is not Standing.OVERDUE)
        yield from _next(index, agency, listed.get(agency), coming)


def _consulted(page: Page, wanted: Iterable[Wanted]) -> Iterator[Problem]:
    found = [page.duty(item.css_first("a")) for item in page.all("ul.consulted > li")]
    yield from members(page.file, [each.id for each in wanted], found, "among what it is consulted on,")


def _by_link(page: Page, folder: str) -> dict[str, LexborNode]:
    """Slug → row, of an index."""
    rows = {page.target(link): row for row in page.all("tbody tr") if (link := row.css_first("th a"))}
    return {path.removeprefix(folder).rstrip("/"): row for path, row in rows.items() if path.startswith(folder)}


def _numbers(index: Page, name: str, row: LexborNode | None, wanted: dict[str, int]) -> Iterator[Problem]:
    """The numbers that the index shows of an office or agency."""
    if row is None:
        yield Problem(index.file, 0, 0, f"{name} is missing")
        return
    cells = {cell.attributes.get("data-label"): last_number(cell) for cell in row.css("td")}
    for label, number in wanted.items():
        yield from same(index.file, name, f"number under “{label}”", number, cells.get(label))


def _next(index: Page, name: str, row: LexborNode | None, days: Iterable[str]) -> list[Problem]:
    """The first of the days that are open, as the index shows it."""
    shown = day_of(row.css_first(".cell-due time")) if row else ""
    return same(index.file, name, "next due date", min(days, default=""), shown) if row else []
