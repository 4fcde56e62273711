"""Each kind of output with each kind of damage to it: what is dropped, doubled, dated otherwise, or shown to stand elsewhere.

A line of a table is one output; ``DAMAGE`` has a loss for each line and each kind of damage that it can take.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from proof_losses import (
    EO,
    FOLDER_OF_DATA,
    SHEET,
    WORDS,
    Change,
    Loss,
    csv_row,
    data,
    entry,
    event,
    in_workbook,
    instead,
    row,
    task,
    twice,
    within,
    without,
)

A, B, C, F = "eo-15002/2-a", "eo-15002/2-b", "eo-15002/2-c", "eo-15002/2-f"  # late, done, done late, extended and open

# The calendars: the file, an open obligation of it (and one that is done, where it has one), the proof


CALENDARS = (
    ("calendars/all", F, B, "calendars: all, open"),
    ("calendars/open", F, "", "calendars: all, open"),
    ("calendars/within-90-days", F, "", "calendars: windows"),
    ("calendars/within-10-days", "", B, "calendars: windows"),
    ("calendars/officials/secretary-of-labor", F, B, "calendars: officials"),
    ("calendars/officials/attorney-general-with", A, "", "calendars: partners"),
    ("calendars/orders/eo-15002", F, B, "calendars: orders"),
    ("calendars/agencies/department-of-labor", F, B, "calendars: agencies"),
)
ALARMS = {
    "calendars: all, open": "calendars with alarms: all, open",
    "calendars: windows": "calendars with alarms: windows",
    "calendars: officials": "calendars with alarms: officials",
    "calendars: partners": "calendars with alarms: partners",
    "calendars: orders": "calendars with alarms: orders",
    "calendars: agencies": "calendars with alarms: agencies",
}
DAY = r"VALUE=DATE:\d{8}"
ELSEWHERE = "VALUE=DATE:20260713"


def _events(file: str, open_: str, done: str, proof: str) -> Iterator[tuple[str, Loss]]:
    for id_ in filter(None, (open_, done)):
        yield f"an event of {file}, {id_} dropped", Loss(file, without(event(id_)), f"{id_} is missing", proof)
        yield f"an event of {file}, {id_} doubled", Loss(file, twice(event(id_)), f"{id_} is there twice", proof)
        moved = within(event(id_), instead(f"DTSTART;{DAY}", f"DTSTART;{ELSEWHERE}"))
        yield f"an event of {file}, {id_} re-dated", Loss(file, moved, f"{id_}: not the date", proof)
        longer = within(event(id_), instead(f"DTEND;{DAY}", f"DTEND;{ELSEWHERE}"))
        yield f"an event of {file}, {id_} lengthened", Loss(file, longer, f"{id_}: not the end", proof)
        cancelled = within(event(id_), instead("STATUS:CONFIRMED", "STATUS:CANCELLED"))
        yield f"an event of {file}, {id_} cancelled", Loss(file, cancelled, f"{id_}: not the status", proof)
    if done:
        undone = within(event(done), instead("SUMMARY:Done(?: late)?: ", "SUMMARY:"))
        yield f"an event of {file}, {done} undone", Loss(file, undone, f"{done}: not what its event says", proof)


def _of_calendars() -> Iterator[tuple[str, Loss]]:
    for name, open_, done, proof in CALENDARS:
        yield from _events(f"{name}.ics", open_, done, proof)
        yield from _events(f"{name}-alarms.ics", open_, done, ALARMS[proof])
        if open_:
            fewer = within(event(open_), without(r"BEGIN:VALARM(?:(?!END:VALARM).)*Due tomorrow.*?END:VALARM\r\n"))
            later = within(event(open_), instead("TRIGGER:-P6DT15H", "TRIGGER:-P5DT15H"))
            file = f"{name}-alarms.ics"
            yield f"an alarm of {file} dropped", Loss(file, fewer, f"{open_}: not the alarms", ALARMS[proof])
            yield f"an alarm of {file} re-dated", Loss(file, later, f"{open_}: not the alarms", ALARMS[proof])
    for id_ in (F, B):
        yield from _events(
            f"calendars/obligations/{id_}.ics", *((id_, "") if id_ == F else ("", id_)), "calendars: obligations"
        )
    yield "a task doubled", Loss("calendars/tasks.ics", twice(task(F)), f"{F} is there twice", "tasks")
    finished = within(task(F), instead("STATUS:NEEDS-ACTION", "STATUS:COMPLETED"))
    yield "a task finished", Loss("calendars/tasks.ics", finished, f"{F}: not the status", "tasks")
    cancelled = within(task(F), instead("STATUS:NEEDS-ACTION", "STATUS:CANCELLED"))
    yield "a task cancelled", Loss("calendars/tasks.ics", cancelled, f"{F}: not the status", "tasks")


# The rows of pages


PAGES = (
    ("status/", "status"),
    ("deadlines/", "deadlines"),
    (f"{EO}/", "pages of orders"),
    ("officials/secretary-of-labor/", "officials"),
    ("agencies/department-of-labor/", "agencies"),
)


def _of_pages() -> Iterator[tuple[str, Loss]]:
    for place, proof in PAGES:
        changes: dict[str, tuple[Change, str]] = {
            "dropped": (without(row(F)), f"{F} is missing"),
            "doubled": (twice(row(F)), f"{F} is there twice"),
            "re-dated": (
                within(row(F), instead('datetime="2026-09-15"', 'datetime="2026-09-16"')),
                f"{F}: not the due date of",
            ),
            "sorted by another day": (
                within(row(F), instead('data-due="2026-09-15"', 'data-due="2026-09-16"')),
                f"{F}: not the due date that",
            ),
            "standing elsewhere": (
                within(row(B), instead("standing--done", "standing--upcoming")),
                f"{B}: not the standing of",
            ),
            "narrowed elsewhere": (
                within(row(B), instead('data-standing="done"', 'data-standing="done-late"')),
                f"{B}: not the standing that",
            ),
        }
        for damage, (change, names) in changes.items():
            yield f"a row of {place} {damage}", Loss(place, change, names, proof)


# The data


OBLIGATIONS = (
    (f"{FOLDER_OF_DATA}/obligations.json", "data: obligations"),
    (f"{FOLDER_OF_DATA}/{EO}.json", "data: orders"),
)
FIELDS: dict[str, tuple[str, object, str]] = {
    "re-dated": (F, {"due": "2026-08-30"}, "due"),
    "standing elsewhere": (B, {"standing": "upcoming"}, "standing"),
    "said to be searched": (
        A,
        {"standing_words": "Past due, no completion found (record searched July 4, 2026)"},
        "standing in words",
    ),
    "of another status": (B, {"status": "blocked"}, "status"),
    "done through nobody": (A, {"through": []}, "through"),
    "consulting nobody": (A, {"in_consultation_with": []}, "in_consultation_with"),
    "coordinated with others": (A, {"in_coordination_with": ["Secretary of War"]}, "in_coordination_with"),
    "with another action": (B, {"action": "paint the lock keepers"}, "action"),
    "in other words": (B, {"quote": "The Secretary of Labor shall rest."}, "quote"),
    "cited otherwise": (B, {"citation": "2(x)"}, "citation"),
    "searched on another day": (A, {"searched": "2026-07-04"}, "searched"),
    "completed on another day": (B, {"completed": "2026-06-09"}, "completed"),
    "logged on another day": (
        B,
        {"history": [{"date": "2026-06-08", "recorded": "2026-06-08", "status": "completed"}]},
        "log entries",
    ),
}


def _changed(id_: str, values: object) -> Change:
    def change(content: dict) -> None:
        records = content.get("obligations") or [content["obligation"]]
        (found,) = [each for each in records if each["id"] == id_]
        found |= values

    return data(change)


def _repeated(name: str, place: int = -1) -> Change:
    return data(lambda content: content[name].append(content[name][place]))


def _of_data() -> Iterator[tuple[str, Loss]]:
    for file, proof in OBLIGATIONS:
        for damage, (id_, values, named) in FIELDS.items():
            yield f"a record of {file} {damage}", Loss(file, _changed(id_, values), f"{id_}: not the {named}", proof)
        yield (
            f"a record of {file} dropped",
            Loss(file, data(lambda content: content["obligations"].pop()), "is missing", proof),
        )
        yield f"a record of {file} doubled", Loss(file, _repeated("obligations"), "is there twice", proof)
        yield (
            f"a passage of {file} dropped",
            Loss(
                file,
                data(lambda content: content["not_obligations"].pop()),
                "the passage that obliges nobody, eo-15002",
                proof,
            ),
        )
        yield (
            f"an unread passage of {file} dropped",
            Loss(file, data(lambda content: content["unread"].pop()), "the unread passage, eo-15002", proof),
        )
        yield (
            f"the day of {file}",
            Loss(file, data(lambda content: content.update(as_of="2026-07-09")), "as_of: not the day", proof),
        )
    for damage, (id_, values, named) in FIELDS.items():
        file = f"{FOLDER_OF_DATA}/obligations/{id_}.json"
        yield f"{file} {damage}", Loss(file, _changed(id_, values), f"{id_}: not the {named}", "data: each obligation")
    for name, list_, proof, twice_ in (
        ("orders", "orders", "data: orders", "the order eo-15002 is there twice"),
        ("officials", "officials", "data: officials", "is there twice"),
        ("agencies", "agencies", "data: agencies", "is there twice"),
        ("changes", "changes", "data: changes", "is there twice"),
        ("not-obligations", "not_obligations", "data: what obliges nobody", "the passage that obliges nobody, eo-15002"),
    ):  # fmt: skip
        file = f"{FOLDER_OF_DATA}/{name}.json"
        yield (
            f"what stands in {file} dropped",
            Loss(file, data(lambda content, of=list_: content[of].pop()), "is missing", proof),
        )
        yield f"what stands in {file} doubled", Loss(file, _repeated(list_), twice_, proof)
        yield (
            f"the day of {file}",
            Loss(file, data(lambda content: content.update(as_of="2026-07-09")), "as_of: not the day", proof),
        )
    orders = f"{FOLDER_OF_DATA}/orders.json"
    for damage, change, named in (
        ("standing elsewhere", lambda content: content["orders"][1]["standings"].update({"done": 2, "done late": 0}), "count"),
        ("counted otherwise", lambda content: content["orders"][1].update(obligations=7), "number of obligations"),
        ("said to be searched", lambda content: content["orders"][1].update(checked="2026-07-04"), "last search"),
    ):  # fmt: skip
        yield f"an order of {orders} {damage}", Loss(orders, data(change), f"eo-15002: not the {named}", "data: orders")
    invented = data(
        lambda content: content["changes"].append(_logged(content)[0] | {"id": "urn:uuid:0", "recorded": "2026-07-03"})
    )
    yield (
        "a change of the data invented",
        Loss(
            f"{FOLDER_OF_DATA}/changes.json",
            invented,
            f"the change of {B} on 2026-07-03 does not belong",
            "data: changes",
        ),
    )
    for damage, values in (("re-dated", {"recorded": "2026-07-03"}), ("of another kind", {"kinds": ["note"]})):
        change = data(lambda content, values=values: _logged(content)[0].update(values))
        yield (
            f"a change of the data {damage}",
            Loss(
                f"{FOLDER_OF_DATA}/changes.json",
                change,
                f"the change of {B} on 2026-07-01",
                "data: changes",
            ),
        )
    for name, role, of, lost in (
        ("officials", "consulted", "attorney-general", f"attorney-general, consulted: the obligation {A} is missing"),
        ("officials", "through", "director-of-the-national-institute-of-standards-and-technology", f"{A} is missing"),
        ("agencies", "consulted", "department-of-justice", f"department-of-justice, consulted: {A} is missing"),
        ("agencies", "offices", "department-of-labor", "department-of-labor, offices: secretary-of-labor is missing"),
    ):  # fmt: skip
        change = data(lambda content, at=(name, role, of): _own(content, *at).pop())
        yield (
            f"{role} of {of} in the data dropped",
            Loss(f"{FOLDER_OF_DATA}/{name}.json", change, lost, f"data: {name}"),
        )
        change = data(lambda content, at=(name, role, of): _own(content, *at).append(_own(content, *at)[-1]))
        yield (
            f"{role} of {of} in the data doubled",
            Loss(f"{FOLDER_OF_DATA}/{name}.json", change, "is there twice", f"data: {name}"),
        )


def _own(content: dict, list_: str, role: str, slug: str) -> list:
    return next(each for each in content[list_] if each["slug"] == slug)[role]


def _logged(content: dict) -> list[dict]:
    return [each for each in content["changes"] if each["obligation"] == B and "completed" in each["kinds"]]


# Spreadsheets


SHEETS = ("obligations", EO, "agencies/department-of-labor")
COLUMNS = {
    "due": (F, "2026-09-14", "due date"),
    "standing": (B, "upcoming", "standing"),
    "standing_words": (B, "Past due, record never searched", "standing in words"),
    "searched": (B, "2026-07-04", "last search"),
    "done": (B, "2026-06-09", "day of completion"),
    "responsible": (B, "Secretary of War", "responsible"),
    "as_of": (B, "2026-07-09", "day of the standing"),
}


def _of_sheets() -> Iterator[tuple[str, Loss]]:
    for name in SHEETS:
        file = f"{FOLDER_OF_DATA}/{name}.csv"
        for column, (id_, value, named) in COLUMNS.items():
            yield (
                f"{column} of {file}",
                Loss(file, csv_row(id_, column, value), f"{id_}: not the {named}", "spreadsheets: CSV"),
            )
        yield f"a row of {file} dropped", Loss(file, csv_row(F, "id", None), f"{F} is missing", "spreadsheets: CSV")
        yield f"a row of {file} doubled", Loss(file, csv_row(B, "id", F), f"{F} is there twice", "spreadsheets: CSV")
        book = f"{FOLDER_OF_DATA}/{name}.xlsx"
        for damage, part, change, names in (
            ("dropped", SHEET, without(r'<row r="2".*?</row>'), "is missing"),
            ("doubled", SHEET, twice(r'<row r="2".*?</row>'), "is there twice"),
            ("re-dated", SHEET, _instead_first(">46280<", ">46281<"), f"{F}: not the due date"),
            ("standing elsewhere", WORDS, instead(">done late<", ">upcoming<"), f"{C}: not the standing"),
            ("done by others", WORDS, _instead_first(">Secretary of Labor<", ">Secretary of War<"), "not the responsible"),
        ):  # fmt: skip
            yield f"a row of {book} {damage}", Loss(book, in_workbook(part, change), names, "spreadsheets: workbooks")


def _instead_first(old: str, new: str) -> Change:
    def changed(text: str) -> str:
        assert old in text
        return text.replace(old, new, 1)

    return changed


# The feeds, the badges, the search, the indexes, the other pages


FEEDS = (
    "changes",
    "changes/orders/eo-15002",
    "changes/agencies/department-of-labor",
    "changes/officials/secretary-of-labor",
)


def _of_feeds() -> Iterator[tuple[str, Loss]]:
    for name in FEEDS:
        file, at = f"{name}.atom", entry(B)
        for damage, change, names in (
            ("dropped", without(at), f"the change of {B} on 2026-07-01 is missing"),
            ("re-dated", within(at, instead("<updated>2026-07-01", "<updated>2026-06-30")), f"the change of {B} on 2026-06-30 does not belong"),
            ("doubled", twice(at), "is there twice"),
            ("of the future", within(at, instead("<updated>2026", "<updated>2027")), f"{B}: an entry from the future"),
            ("that leads elsewhere", within(at, instead("/2-b/", "/2-a/")), f"the change of {A} on 2026-07-01 does not belong"),
        ):  # fmt: skip
            yield f"an entry of {file} {damage}", Loss(file, change, names, "feeds of changes")
    for file in ("changes.atom", "changes/orders/eo-15002.atom"):
        new = r"<entry>\s*<title>New order: Executive Order 15002(?:(?!</entry>).)*</entry>"
        yield (
            f"the order in {file}",
            Loss(file, without(new), "the change of eo-15002 on 2026-07-02 is missing", "feeds of changes"),
        )
        end = r"<entry>\s*<title>No longer an obligation(?:(?!</entry>).)*</entry>"
        yield (
            f"the end of a duty in {file}",
            Loss(file, without(end), "the change of eo-15002/2-g on 2026-07-02 is missing", "feeds of changes"),
        )
    for damage, change in (("cut short", _cut), ("that is no feed", _instead_first('xmlns="http', 'xmlns="https'))):
        yield f"a feed {damage}", Loss("changes.atom", change, "this is no feed", "feeds of changes")
    late = r"<entry>\s*<title>Fell past due: EO 15002, 2\(a\)(?:(?!</entry>).)*</entry>"
    for damage, change, names in (
        ("dropped", without(late), f"the notice of {A}: past-due on 2026-07-02 is missing"),
        ("doubled", twice(late), f"{A}: past-due on 2026-07-02 is there twice"),
        ("re-dated", within(late, instead("<updated>2026-07-02", "<updated>2026-07-03")), f"the notice of {A}: past-due on 2026-07-03 does not belong"),
        ("of another due date", within(late, instead("July 1, 2026", "June 30, 2026")), f"{A}, past-due: not the due date"),
        ("of another kind", within(late, instead('term="past-due"', 'term="due-tomorrow"')), f"the notice of {A}: due-tomorrow on 2026-07-02 does not belong"),
    ):  # fmt: skip
        yield f"a reminder {damage}", Loss("reminders.atom", change, names, "reminders")


def _of_others() -> Iterator[tuple[str, Loss]]:
    badge, index = "badges/eo-15002.svg", "assets/search-index.json"
    for damage, change, names in (
        ("done", _everywhere("2 of 8 done", "3 of 8 done"), "number that is done"),
        ("all", _everywhere("2 of 8 done", "2 of 9 done"), "number that is done"),
        ("late", _everywhere("1 past due", "2 past due"), "number that is past due"),
        ("said to be searched", _everywhere("never searched", "no completion found"), "number that is past due"),
        ("without what is late", _everywhere(" · 1 past due, never searched", ""), "number that is past due"),
        ("of another day", _everywhere("July 10, 2026", "July 9, 2026"), "day"),
        ("that shows other words", _instead_first(">2 of 8 done", ">8 of 8 done"), "words of its title"),
    ):  # fmt: skip
        yield f"a badge {damage}", Loss(badge, change, f"eo-15002: not the {names}", "badges")
    for name in ("orders", "agencies", "officials", "obligations"):
        yield (
            f"the search: {name} dropped",
            Loss(index, data(lambda content, of=name: content[of].pop()), f"among the {name},", "search"),
        )
        yield f"the search: {name} doubled", Loss(index, _repeated(name), "is there twice", "search")
    at = f'"address":"orders/{F}/"'
    yield (
        "the search: a duty re-dated",
        Loss(
            index, instead(f"({re.escape(at)}[^\n]*due September )15", r"\g<1>16"), f"{F}: not the due date", "search"
        ),
    )
    yield (
        "an entry on a page dropped",
        Loss(
            f"orders/{B}/",
            _instead_first("What was seen of eo-15002/2-b, for a test.", ""),
            f"{B}: the entry of 2026-06-08",
            "pages of obligations",
        ),
    )
    yield (
        "an entry on a page re-dated",
        Loss(
            f"orders/{B}/",
            instead('(<div class="log-day"><time datetime="2026-06-0)8', r"\g<1>9"),
            f"{B}: the entry of 2026-06-08",
            "pages of obligations",
        ),
    )
    yield (
        "a day of the changes",
        Loss(
            "changes/",
            instead(
                'id="day-2026-07-01"><div class="log-day"><time datetime="2026-07-01"',
                'id="day-2026-07-01"><div class="log-day"><time datetime="2026-06-30"',
            ),
            f"{B}: the entry",
            "changes",
        ),
    )
    for place, slug, label, proof in (
        ("officials/", "attorney-general", "Consulted", "officials"),
        ("officials/", "secretary-of-labor", "Leads", "officials"),
        ("officials/", "director-of-the-national-institute-of-standards-and-technology", "Done through", "officials"),
        ("agencies/", "department-of-labor", "Duties", "agencies"),
        ("agencies/", "department-of-justice", "Consulted", "agencies"),
        ("agencies/", "department-of-labor", "Done", "agencies"),
        ("agencies/", "department-of-commerce", "Past due", "agencies"),
    ):  # fmt: skip
        number = rf'({slug}/">(?:(?!</tr>).)*data-label="{label}">)\d+'
        yield (
            f"{label} of {slug} in {place}",
            Loss(place, instead(number, r"\g<1>9"), f"{slug}: not the number under “{label}”", proof),
        )
    for place, slug in (("officials/", "secretary-of-labor"), ("agencies/", "department-of-labor")):
        day = rf'({slug}/">(?:(?!</tr>).)*datetime=")2026-09-15'
        yield (
            f"what is next of {slug} in {place}",
            Loss(place, instead(day, r"\g<1>2026-09-14"), f"{slug}: not the next due date", place.rstrip("/")),
        )
    kept = "calendars/officials/secretary-of-education.ics"
    strange = "BEGIN:VEVENT\r\nUID:1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    yield (
        "an event in a calendar that once was",
        Loss(kept, instead("END:VCALENDAR\r\n", strange), "the UID 1 does not belong", "calendars that ever were"),
    )
    spreadsheet = f"{FOLDER_OF_DATA}/{EO}.csv"
    yield "a spreadsheet", Loss(spreadsheet, None, "a spreadsheet is missing", "spreadsheets: CSV")
    alarms = data(lambda content: content["calendars"][0].update(alarms="calendars/open-alarms.ics"))
    yield (
        "what rings in the index of calendars",
        Loss("calendars/index.json", alarms, "calendars/all.ics: not the calendar with alarms", "index of calendars"),
    )
    month = rf'(<a class="due-link standing--)done(" href="\.\./orders/{B}/")'
    yield "a shape in the months", Loss("deadlines/", instead(month, r"\1closed\2"), f"{B}: not the shape", "months")
    number = instead(r'(href="orders/eo-15002/"(?:(?!</li>).)*<span>of )8<', r"\g<1>9<")
    yield "how many duties an order has", Loss("", number, "eo-15002: not the number of obligations", "overview")
    other = instead(rf'(id="fell-due-last"(?:(?!</section>).)*orders/){A}/', rf"\g<1>{F}/")
    yield (
        "another duty among what fell due",
        Loss("", other, f"the obligation {F} does not belong under fell-due-last", "overview"),
    )
    agenda = rf'(<a href="orders/{A}/">(?:(?!</li>).)*standing--)overdue-unsearched'
    yield (
        "a standing in a list of the overview",
        Loss("", instead(agenda, r"\1overdue"), f"{A}: not the standing", "overview"),
    )


def _cut(text: str) -> str:
    return text[: len(text) // 2]


def _everywhere(old: str, new: str) -> Change:
    def changed(text: str) -> str:
        assert old in text
        return text.replace(old, new)

    return changed


TABLES: tuple[Callable[[], Iterator[tuple[str, Loss]]], ...] = (
    _of_calendars, _of_pages, _of_data, _of_sheets, _of_feeds, _of_others,
)  # fmt: skip
DAMAGE = {name: loss for table in TABLES for name, loss in table()}

# What the oracle does not ask: how often an event changed, what rings where nothing may, days in the cells of workbooks


RINGS = "BEGIN:VALARM\r\nACTION:DISPLAY\r\nDESCRIPTION:Now\r\nTRIGGER:-P1D\r\nEND:VALARM\r\n"
BOOK = f"{FOLDER_OF_DATA}/{EO}.xlsx"


def _of_the_build() -> Iterator[tuple[str, Loss]]:
    for file, at in (
        ("calendars/all.ics", event(F)),
        ("calendars/all-alarms.ics", event(F)),
        ("calendars/tasks.ics", task(F)),
    ):
        fallen = within(at, instead(r"SEQUENCE:\d+", "SEQUENCE:0"))
        yield f"the sequence of {file} fallen", Loss(file, fallen, f"{F}: not the number of changes")
        older = within(at, instead(r"LAST-MODIFIED:\d{8}", "LAST-MODIFIED:20260602"))
        yield f"the last change of {file} forgotten", Loss(file, older, f"{F}: not the day of its last change")
        if file == "calendars/tasks.ics":
            continue
        recurs = within(at, instead("STATUS:", "RRULE:FREQ=YEARLY\r\nSTATUS:"))
        yield f"a rule in {file}", Loss(file, recurs, f"{F}: not the rule")
        gone = within(at, instead("STATUS:", "EXDATE;VALUE=DATE:20270801\r\nSTATUS:"))
        yield f"a round left out of {file}", Loss(file, gone, f"{F}: not the rounds left out")
    rings = within(event(F), instead("END:VEVENT", f"{RINGS}END:VEVENT"))
    yield "an alarm in a calendar without alarms", Loss("calendars/all.ics", rings, f"{F}: not the alarms")
    for serial, names in (("46181", f"{B}: not the day of completion"), ("46213", f"{A}: not the day of")):
        other = in_workbook(SHEET, _instead_first(f">{serial}<", ">46170<"))
        yield f"day {serial} in a workbook", Loss(BOOK, other, names)


OF_THE_BUILD = dict(_of_the_build())
"""Losses that the build names and the oracle does not see."""
