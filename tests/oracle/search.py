"""The index of the search: each order, agency, official and obligation once, an obligation with the order's words."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.problems import Problem
from oracle.compare import bare, members, same
from oracle.expected import Record
from oracle.finished import Finished, day_in
from oracle.records import fields, listed

_FILE = "assets/search-index.json"


def search_index(record: Record, site: Finished) -> Iterator[Problem]:
    """What can be found: nothing is missing, nothing leads to a page that is not there."""
    content = fields(site.json(_FILE))
    wanted = {
        "orders": [f"orders/{order.order.id}/" for order in record.orders],
        "agencies": [f"agencies/{agency}/" for agency in record.agencies],
        "officials": [f"officials/{office}/" for office in sorted(record.office_names)],
        "obligations": [f"orders/{each.id}/" for each in record.wanted],
    }
    for name, addresses in wanted.items():
        found = [str(each.get("address")) for each in listed(content.get(name))]
        others = [address for address in found if site.page_file(address) in site.paths]
        yield from members(_FILE, dict.fromkeys([*addresses, *others]), found, f"among the {name},")
    words = {each.get("address"): bare(str(each.get("words"))) for each in listed(content.get("obligations"))}
    lines = {str(each.get("address")): str(each.get("line")) for each in listed(content.get("obligations"))}
    for each in record.wanted:
        said = day_in(lines.get(f"orders/{each.id}/", "").rpartition("due ")[2])
        due = None if each.obligation.retired else each.tracked.schedule.due
        if f"orders/{each.id}/" in lines:
            yield from same(_FILE, each.id, "due date", due, said)
        if bare(each.obligation.quote) not in words.get(f"orders/{each.id}/", bare(each.obligation.quote)):
            yield Problem(_FILE, 0, 0, f"{each.id}: its words are missing", None, each.obligation.quote)
