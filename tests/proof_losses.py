"""What can be lost on a finished site: a file, what is done to it, what must be said of it, and by whom; and how it is done.

The build proves what the record promises of each obligation: that it is there, when it is due, where it stands. Everything
else is seen by the oracle, which knows nothing of how an output is made.
"""

from __future__ import annotations

import csv
import io
import json
import re
import zipfile
from collections.abc import Callable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from typing import Any

from oracle.expected import Record, task_uid, uid
from oracle.finished import Finished
from oracle.table import PROOFS

from extractor.model import TrackedOrder
from extractor.problems import Problem
from extractor.publish.page import Site
from extractor.publish.proof.held import Output, Published
from extractor.publish.proof.site import losses
from extractor.publish.proof.table import OUTPUTS

Files = dict[str, bytes]
Lines = dict[str, list[Output[Any]]]
Change = Callable[[str], str]
EO = "orders/eo-15002"
ALL, LABOR = "calendars/all.ics", "calendars/officials/secretary-of-labor.ics"
FOLDER_OF_DATA = "api/v1"
DATA = f"{FOLDER_OF_DATA}/obligations.json"


# What is done to a file


def without(pattern: str) -> Change:
    """Takes the one passage out that the pattern covers."""
    return instead(pattern, "")


def instead(pattern: str, words: str) -> Change:
    """Puts ``words`` in the place of the one passage that the pattern covers."""

    def changed(text: str) -> str:
        made, times = re.subn(pattern, words, text, flags=re.DOTALL)
        assert times == 1, f"{pattern} stands there {times} times"
        return made

    return changed


def twice(pattern: str) -> Change:
    """Puts the passage that the pattern covers there twice."""
    return instead(f"({pattern})", r"\1\1")


def within(pattern: str, change: Change) -> Change:
    """Makes the change in the one passage that the pattern covers."""

    def changed(text: str) -> str:
        (found,) = re.finditer(pattern, text, re.DOTALL)
        return text[: found.start()] + change(found[0]) + text[found.end() :]

    return changed


def empty(text: str) -> str:
    """The page without anything in it, but still a page."""
    return "<!doctype html><html><body><article><h1>Nothing</h1></article></body></html>"


def row(id_: str) -> str:
    """The pattern of the row of an obligation in a list of duties."""
    return rf'<tr data-standing(?:(?!</tr>).)*orders/{id_}/"(?:(?!</tr>).)*</tr>'


def event(id_: str) -> str:
    """The pattern of the event of an obligation in a calendar."""
    return rf"BEGIN:VEVENT(?:(?!END:VEVENT).)*UID:{uid(id_)}(?:(?!END:VEVENT).)*END:VEVENT\r\n"


def fact(name: str) -> str:
    """The pattern of a line among the facts of an obligation's page."""
    return rf"<div><dt>{name}</dt>(?:(?!</div>).)*"


def of_record(id_: str, **fields: object) -> Change:
    """Other values for some fields of a record of the data; a dict is merged into the one that is there."""

    def changed(text: str) -> str:
        content = json.loads(text)
        (found,) = [each for each in content["obligations"] if each["id"] == id_]
        for name, value in fields.items():
            assert found[name] != value
            found[name] = found[name] | value if isinstance(value, dict) else value
        return json.dumps(content)

    return changed


def data(change: Callable[[dict], object]) -> Change:
    """Changes what the data hold, in place."""

    def changed(text: str) -> str:
        content = json.loads(text)
        change(content)
        return json.dumps(content)

    return changed


def task(id_: str) -> str:
    """The pattern of the task of an obligation."""
    return rf"BEGIN:VTODO(?:(?!END:VTODO).)*UID:{task_uid(id_)}(?:(?!END:VTODO).)*END:VTODO\r\n"


def entry(id_: str) -> str:
    """The pattern of the first entry about an obligation in a feed of changes."""
    return rf"<entry>(?:(?!</entry>).)*orders/{id_}/(?:(?!</entry>).)*</entry>"


def csv_row(id_: str, column: str, value: str | None) -> Change:
    """Another value in a column of an obligation's row; ``None`` takes the row out."""

    def changed(text: str) -> str:
        rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
        (own,) = [row for row in rows if row["id"] == id_]
        rows = [row for row in rows if row is not own or value is not None]
        own[column] = value or ""
        made = io.StringIO(newline="")
        writer = csv.DictWriter(made, rows[0])
        writer.writeheader()
        writer.writerows(rows)
        return made.getvalue()

    return changed


def in_workbook(part: str, change: Change) -> Change:
    """Changes one part of a workbook, whose bytes are handed on as Latin-1."""

    def changed(text: str) -> str:
        made = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(text.encode("latin-1"))) as old, zipfile.ZipFile(made, "w") as new:
            for name in old.namelist():
                content = old.read(name).decode("utf-8")
                new.writestr(name, change(content) if name == part else content)
        return made.getvalue().decode("latin-1")

    return changed


@dataclass(frozen=True)
class Loss:
    """A file (of a page: its address), what is done to it (``None``: it is removed), and the words of the oracle's message
    that name the obligation. ``proof`` is its part that finds it; ``told_of`` the file that the message names, where what was
    damaged is one of several places that would do."""

    place: str
    change: Change | None
    names: str
    proof: str = ""
    told_of: str = ""


# What is found of it


def after(loss: Loss, files: Files) -> tuple[str, Files]:
    """The file that the loss is of, and all files after it."""
    is_page = loss.place.endswith("/") or not loss.place
    path = (
        next(path for path in (f"{loss.place}index.md", f"{loss.place}index.html") if path in files)
        if is_page
        else loss.place
    )
    if loss.change is None:
        return path, {name: content for name, content in files.items() if name != path}
    code = "latin-1" if path.endswith(".xlsx") else "utf-8"
    changed = loss.change(files[path].decode(code)).encode(code)
    assert changed != files[path]
    return path, files | {path: changed}


def named_by_the_oracle(loss: Loss, orders: tuple[TrackedOrder, ...], files: Files) -> bool:
    """True if the oracle names the file and the obligation after the loss."""
    path, left = after(loss, files)
    record, site = Record(orders), Finished(left, left.__getitem__)
    asked = (proof for proof in PROOFS if loss.proof in ("", proof.name))
    said = [(as_on_the_site(each.file), each.message) for proof in asked for each in proof.losses(record, site)]
    place = as_on_the_site(f"{loss.told_of}index.md" if loss.told_of else path)
    return any(file == place and loss.names in message for file, message in said)


def seen_by_the_build(loss: Loss, lines: Lines, site: Site, files: Files) -> list[Problem]:
    """What the build's own proof finds after the loss, of the file that it is of."""
    path, left = after(loss, files)
    published = {as_on_the_site(name): content for name, content in left.items()}
    own = lines.get(as_on_the_site(path), [])
    return losses(site, Published(frozenset(published), published.__getitem__), own)


def as_on_the_site(path: str) -> str:
    """Where a file stands on the site. A page in Markdown has what is read on it as HTML, so that it may stand for its page."""
    return f"{path.removesuffix('.md')}.html" if path.endswith(".md") else path


def lines_by_file(site: Site) -> Lines:
    """Path → the lines of the proof's table for this file, and for no other: a loss changes nothing else."""
    lines: Lines = {}
    for output in OUTPUTS:
        for path, belong in output.files(site):
            only = [(path, list(belong))]
            lines.setdefault(path, []).append(replace(output, files=lambda site, only=only: only))
    return lines


ONLY_THE_ORACLE = (
    # what stands in a list beside its members: counts, parts, what a list is sorted and narrowed by
    "a figure of the overview", "the figure of 30 days", "a count beside an order", "a count of an order's page",
    "a number of the status table", "a total of the status table", "how many duties an order has",
    "a number in the index of *", "* of *-* in officials/", "* of *-* in agencies/", "what is next of * in *",
    "a part of the *", "* sorted by another day", "* narrowed elsewhere", "another standing to narrow by",
    "why a passage obliges nobody", "the reason why one has no date", "an order of api/v1/orders.json standing elsewhere",
    # lists of what is listed elsewhere
    "what stands on the overview", "an order of the overview", "what is due next", "a day of what fell due",
    "another duty among what fell due", "a standing in a list of the overview", "an order of the status table",
    "an agency of the index", "a day of the month's table", "a shape in the months", "an unread passage",
    "a calendar on the page of subscriptions", "an order of the data",
    # words
    "a mark in the text", "a passage of the text", "a passage of the text before", "why it is retired", "a page's words",
    "a mark of a doubtful reading", "an entry of the changes", "a day of the changes", "an entry on a page *",
    "the words of the search", "the search: a duty re-dated", "* undone", "an alarm of * re-dated",
    "* that leads elsewhere", "a reminder of another due date", "a reminder of another kind",
    # badges
    "a badge", "a badge *",
    # cells: what is said of a duty besides its dates and where it stands
    "a page's official", "an official of the data", "an entry of a record's history", "that a record is retired", "a span of the data",
    "a deadline's span of the data", "the digest of a text", "a text of the data", "the day of api/v1/[acn]*", "the day of api/v1/o[rf]*s.json",
    "a record of * said to be searched", "api/* said to be searched", "* done through nobody", "* consulting nobody", "* coordinated with others",
    "* with another action", "* in other words", "* cited otherwise", "* searched on another day", "* logged on another day",
    "standing_words of *", "searched of *", "responsible of *", "* done by others",
)  # fmt: skip
"""The losses, by name, that only the oracle of the tests sees. Every other is caught by the build itself."""


def is_of_the_tests_alone(name: str) -> bool:
    """True for a loss that the build lets pass, and the tests do not."""
    return any(fnmatchcase(name, each) for each in ONLY_THE_ORACLE)


LOSSES = {
    # calendars
    "an event of the calendar of all": Loss(ALL, without(event("eo-15002/2-a")), "eo-15002/2-a is missing"),
    "an event of what is open": Loss("calendars/open.ics", without(event("eo-14409/3-a")), "eo-14409/3-a is missing"),
    "a done duty among what is open": Loss("calendars/open.ics", twice(event("eo-14409/3-a")), "eo-14409/3-a is there twice"),
    "an event of a window": Loss("calendars/within-30-days.ics", without(event("eo-15002/2-a")), "eo-15002/2-a is missing"),
    "an event of an official": Loss(LABOR, without(event("eo-15002/2-c")), "eo-15002/2-c is missing"),
    "an event of an official who is acted through": Loss(
        "calendars/officials/director-of-the-national-institute-of-standards-and-technology.ics",
        without(event("eo-15002/2-a")), "eo-15002/2-a is missing",
    ),
    "an event twice": Loss(ALL, twice(event("eo-15002/2-b")), "eo-15002/2-b is there twice"),
    "the date of an event": Loss(
        ALL, within(event("eo-15002/2-f"), instead("DTSTART;VALUE=DATE:20260915", "DTSTART;VALUE=DATE:20260914")),
        "eo-15002/2-f: not the date",
    ),
    "the end of an event": Loss(
        ALL, within(event("eo-15002/2-f"), instead("DTEND;VALUE=DATE:20260916", "DTEND;VALUE=DATE:20260915")),
        "eo-15002/2-f: not the end",
    ),
    "an open event as cancelled": Loss(
        ALL, within(event("eo-15002/2-f"), instead("STATUS:CONFIRMED", "STATUS:CANCELLED")), "eo-15002/2-f: not the status",
    ),
    "a retired event as confirmed": Loss(
        ALL, within(event("eo-15002/2-g"), instead("STATUS:CANCELLED", "STATUS:CONFIRMED")), "eo-15002/2-g: not the status",
    ),
    "a UID": Loss(ALL, instead(uid("eo-15002/2-a"), uid("eo-15002/2-x")), "eo-15002/2-a is missing"),
    "a calendar of all": Loss(ALL, None, "is missing"),
    "a calendar of a window": Loss("calendars/within-90-days.ics", None, "eo-15002/2-f is missing"),
    "a calendar that once was": Loss("calendars/officials/secretary-of-education.ics", None, "eo-15002 was published in"),
    "what makes a calendar that once was one": Loss(
        "calendars/officials/secretary-of-education.ics", without("END:VCALENDAR\r\n"), "this is no calendar", "calendars that ever were",
    ),
    "what makes a calendar one": Loss(ALL, without("END:VCALENDAR\r\n"), "this is no calendar"),
    "a calendar on the page of subscriptions": Loss(
        "subscribe/officials/", lambda text: text.replace(LABOR, ALL), f"{LABOR} is not linked", told_of="subscribe/",
    ),
    # data
    "a due date of the data": Loss(DATA, of_record("eo-15002/2-f", due="2026-08-30"), "eo-15002/2-f: not the due"),
    "a standing of the data": Loss(DATA, of_record("eo-15002/2-b", standing="done late"), "eo-15002/2-b: not the standing"),
    "why a record has no date": Loss(DATA, of_record("eo-15002/2-d", undated="unknown"), "eo-15002/2-d: not the undated"),
    "an official of the data": Loss(DATA, of_record("eo-15002/2-b", responsible=[]), "eo-15002/2-b: not the responsible"),
    "an entry of a record's history": Loss(DATA, of_record("eo-15002/2-b", history=[]), "eo-15002/2-b: not the log entries"),
    "that a record is retired": Loss(DATA, of_record("eo-15002/2-g", acceptance=None), "eo-15002/2-g: not the retirement"),
    "a span of the data": Loss(DATA, of_record("eo-15002/2-b", span={"start": 7}), "a quotation of eo-15002/2-b does not stand"),
    "a deadline's span of the data": Loss(
        DATA, of_record("eo-15002/2-b", deadline={"span": {"start": 7, "end": 9}}), "a quotation of eo-15002/2-b does not stand",
    ),
    "a record": Loss(DATA, data(lambda all_: all_["obligations"].pop(0)), "eo-14409/2-a is missing"),
    "a record twice": Loss(DATA, data(lambda all_: all_["obligations"].append(all_["obligations"][0])), "eo-14409/2-a is there twice"),
    "a record out of nowhere": Loss(
        DATA, data(lambda all_: all_["obligations"].append({"id": "eo-15002/9"})), "eo-15002/9 does not belong here",
    ),
    "an order of the data": Loss(DATA, data(lambda all_: all_["orders"].pop()), "the order eo-15002 is missing"),
    "what obliges nobody in the data": Loss(DATA, data(lambda all_: all_["not_obligations"].pop()), "the passage that obliges nobody, eo-15002"),
    "all data": Loss(DATA, None, "eo-15002/2-a is missing"),
    "what makes data data": Loss(DATA, lambda text: text[:-9], "eo-15002/2-a is missing"),
    # pages
    "what stands on the overview": Loss("", empty, "figures: not the numbers"),
    "a figure of the overview": Loss("", instead(r'(standing=done-late#[^<]*<span class="figure-count">)1<', r"\g<1>2<"), "figures: not the numbers"),
    "the figure of 30 days": Loss("", instead(r'(within=30[^<]*<span class="figure-count">)\d+<', r"\g<1>9<"), "figures: not the number due"),
    "a count beside an order": Loss("", instead(r'(<a href="orders/eo-15002/\?standing=upcoming"(?:(?!</a>).)*</svg>)1<', r"\g<1>7<"), "eo-15002: not the count"),
    "an order of the overview": Loss("", without(r'<li><a class="order-link" href="orders/eo-15002/"(?:(?!</li>).)*</li>'), "the order eo-15002 is missing"),
    "what is due next": Loss("", without(r'<li><span class="agenda-due"><time datetime="2026-09-15">(?:(?!</li>).)*</li>'), "due-next: not the days"),
    "a day of what fell due": Loss(
        "", instead(r'<time datetime="2026-06-11">(?=[^<]*</time></span> <span class="agenda-what"><a href="orders/eo-15002/2-b/")', '<time datetime="2026-06-12">'),
        "eo-15002/2-b: not the due date",
    ),
    "a row of an order's page": Loss(f"{EO}/", without(row("eo-15002/2-d").replace("orders/eo-15002", r"\.\./eo-15002|orders/eo-15002")), "eo-15002/2-d is missing"),
    "a count of an order's page": Loss(f"{EO}/", instead(r"Done late: 1<", "Done late: 3<"), "eo-15002: not the count"),
    "why a passage obliges nobody": Loss(f"{EO}/", instead(r'<table class="not-duties"', '<table class="others"'), "eo-15002: not the number of passages"),
    "what stands on the status page": Loss("status/", empty, "eo-15002/2-a is missing"),
    "another due date in a row": Loss("status/", within(row("eo-15002/2-f"), lambda text: text.replace("2026-09-15", "2026-10-15")), "eo-15002/2-f: not the due date"),
    "another due date to read in a row": Loss(
        "deadlines/", within(row("eo-15002/2-f"), instead('datetime="2026-09-15"', 'datetime="2026-09-16"')), "eo-15002/2-f: not the due date of",
    ),
    "another standing in a row": Loss("status/", within(row("eo-15002/2-b"), instead("standing--done", "standing--closed")), "eo-15002/2-b: not the standing of"),
    "another standing to narrow by": Loss("deadlines/", within(row("eo-15002/2-b"), instead('data-standing="done"', 'data-standing="closed"')), "eo-15002/2-b: not the standing that"),
    "a number of the status table": Loss("status/", instead(r'(standing=closed&amp;order=eo-15002[^>]*>)1<', r"\g<1>2<"), "eo-15002: not the count"),
    "an order of the status table": Loss(
        "status/", without(r'<tr role="row"><th[^>]*><a class="order-title" href="../orders/eo-15002/"(?:(?!</tr>).)*</tr>'),
        "the order eo-15002 is missing",
    ),
    "a total of the status table": Loss(
        "status/", instead(r'(<tr class="total"(?:(?!</tr>).)*standing=done-late[^>]*>)1<', r"\g<1>2<"), "Together: not the count",
    ),
    "a part of the status page": Loss("status/", instead('id="done-late"', 'id="closed-late"'), "eo-15002/2-c: it stands in the part"),
    "a part of the page of deadlines": Loss(
        "deadlines/", instead("Without a date, runs from", "Earlier, runs from"), "eo-15002/2-d: it stands in the wrong part",
    ),
    "what stands on the page of deadlines": Loss("deadlines/", empty, "eo-15002/2-a is missing"),
    "a duty without a date": Loss("deadlines/", without(row("eo-15002/2-d")), "eo-15002/2-d is missing"),
    "the reason why one has no date": Loss("deadlines/", instead("Without a date, runs from[^:<]*: 1<", "Without a date, unknown: 1<"), "eo-15002/2-d: not the reason"),
    "a day of the month's table": Loss("deadlines/", without(r'<a class="due-link[^>]*orders/eo-15002/2-f/"(?:(?!</a>).)*</a>'), "eo-15002/2-f on 2026-09-15 is missing"),
    "what stands on the page of the text": Loss(f"{EO}/text/", empty, "eo-15002/2-a is missing"),
    "a mark in the text": Loss(f"{EO}/text/", instead(r'<a class="act" href="\.\./2-b/">([^<]*)</a>', r"\1"), "eo-15002/2-b: not the marked words"),
    "a note beside the text": Loss(f"{EO}/text/", instead(r'(<a href="\.\./2-b/" class="cite">(?:(?!</time>).)*datetime=")2026-06-11', r"\g<1>2026-06-10"), "eo-15002/2-b: not the due date"),
    "a passage of the text": Loss(f"{EO}/text/", instead(r"canals be clean(?=[^\n]*¶)", "canals be"), "a passage of the text of eo-15002"),
    "a passage of the text before": Loss(f"{EO}/text/until-2026-06-05/", instead("a book on the banks", "a book"), "a passage of the text of eo-15002 until"),
    "the plain text before": Loss(f"{EO}/text-until-2026-06-05.txt", None, "until 2026-06-05 is missing"),
    "the plain text": Loss(f"{EO}/text.txt", None, "the text of eo-15002 is missing"),
    "a word of the plain text that no duty has": Loss(f"{EO}/text.txt", instead("It is the policy", "It is our  policy"), "this is not the text of eo-15002"),
    "a letter of the plain text": Loss(f"{EO}/text.txt", instead("Canals", "Canal"), "a quotation of eo-15002/2-b does not stand"),
    "a page of an obligation": Loss(f"{EO}/2-a/", None, "eo-15002/2-a has no page"),
    "a retired obligation's page": Loss(f"{EO}/2-g/", None, "eo-15002/2-g has no page"),
    "why it is retired": Loss(f"{EO}/2-g/", instead("</time>. Struck out when the canals ran dry.", "</time>."), "eo-15002/2-g: it is retired"),
    "what stands on an obligation's page": Loss(f"{EO}/2-a/", empty, "eo-15002/2-a: not the identifier"),
    "a page's due date": Loss(f"{EO}/2-f/", within(fact("Due"), instead('datetime="2026-09-15"', 'datetime="2026-09-14"')), "eo-15002/2-f: not the due date"),
    "a page's standing": Loss(f"{EO}/2-b/", within(fact("Standing"), instead("standing--done", "standing--overdue")), "eo-15002/2-b: not the standing"),
    "a page's words": Loss(f"{EO}/2-b/", instead('<mark class="act">count', '<mark class="act">paint'), "eo-15002/2-b: its words"),
    "a page's official": Loss(f"{EO}/2-a/", without(fact("Through")), "eo-15002/2-a: the page of director-of-the-national-institute"),
    "a page of an official": Loss("officials/secretary-of-labor/", None, "the page of secretary-of-labor"),
    "what stands on an official's page": Loss("officials/secretary-of-labor/", empty, "eo-15002/2-b is missing"),
    "what an official is consulted on": Loss("officials/attorney-general/", without(r'<li><a href="\.\./\.\./orders/eo-15002/2-a/"(?:(?!</li>).)*</li>'), "eo-15002/2-a is missing"),
    "a number in the index of officials": Loss("officials/", instead(r'(officials/secretary-of-labor/">(?:(?!data-label="Leads").)*data-label="Leads">)3', r"\g<1>2"), "secretary-of-labor: not the number"),
    "a page of an agency": Loss("agencies/department-of-labor/", None, "the page of department-of-labor"),
    "what stands on an agency's page": Loss("agencies/department-of-commerce/", empty, "eo-15002/2-a is missing"),
    "an agency of the index": Loss("agencies/", instead(r'"department-of-labor/"', '"department-of-war/"'), "department-of-labor is missing"),
    "an unread passage": Loss("review/", without(r'<tr[^>]*>(?:(?!</tr>).)*gates of the upper canal(?:(?!</tr>).)*</tr>'), "number of passages"),
    "a marked reading": Loss("review/", empty, "eo-15002/3 is missing"),
    "a mark of a doubtful reading": Loss(
        "review/", instead(r'(orders/eo-15002/3/"(?:(?!</tr>).)*)<div>[^<]*</div>', r"\1<div></div>"), "eo-15002/3: a mark is missing",
    ),
    "a number in the index of agencies": Loss(
        "agencies/", instead(r'(department-of-labor/">(?:(?!data-label="Duties").)*data-label="Duties">)3', r"\g<1>4"),
        "department-of-labor: not the number",
    ),
    "a standing beside the text": Loss(
        f"{EO}/text/", instead(r'(<a href="\.\./2-b/" class="cite">(?:(?!</p>).)*standing--)done', r"\1closed"), "eo-15002/2-b: not the standing",
    ),
    "the day of the data": Loss(DATA, data(lambda all_: all_.update(as_of="2026-07-11")), "as_of: not the day"),
    "the digest of a text": Loss(DATA, data(lambda all_: all_["orders"][1].update(sha256="0")), "eo-15002: not the SHA-256"),
    "a text of the data": Loss(DATA, data(lambda all_: all_["orders"][1].update(body="")), "eo-15002: not the text"),
    "what an agency is consulted on": Loss(
        "agencies/department-of-justice/", without(r'<li><a href="\.\./\.\./orders/eo-15002/2-a/"(?:(?!</li>).)*</li>'), "eo-15002/2-a is missing",
    ),
    "an entry of the changes": Loss("changes/", instead("What was seen of eo-15002/2-b, for a test.", ""), "eo-15002/2-b: the entry of 2026-06-08"),
}  # fmt: skip


SHEET, WORDS = "xl/worksheets/sheet1.xml", "xl/sharedStrings.xml"
COMMERCE = "calendars/agencies/department-of-commerce"

OF_MORE = {
    "an event of an order": Loss("calendars/orders/eo-15002.ics", without(event("eo-15002/2-g")), "eo-15002/2-g is missing", "calendars: orders"),
    "the calendar of an order": Loss("calendars/orders/eo-14409.ics", None, "is missing", "calendars: orders"),
    "an event of an agency": Loss(f"{COMMERCE}.ics", without(event("eo-15002/2-f")), "eo-15002/2-f is missing", "calendars: agencies"),
    "an event of a partner": Loss("calendars/officials/attorney-general-with.ics", without(event("eo-15002/2-a")), "eo-15002/2-a is missing", "calendars: partners"),
    "an obligation's own event": Loss("calendars/obligations/eo-15002/2-a.ics", without(event("eo-15002/2-a")), "eo-15002/2-a is missing", "calendars: obligations"),
    "an obligation's own calendar": Loss("calendars/obligations/eo-15002/2-g.ics", None, "eo-15002/2-g is missing", "calendars: obligations"),
    "an event with alarms": Loss("calendars/all-alarms.ics", without(event("eo-15002/2-a")), "eo-15002/2-a is missing", "calendars with alarms: all, open"),
    "an alarm": Loss(
        "calendars/all-alarms.ics", within(event("eo-15002/2-a"), without(r"BEGIN:VALARM(?:(?!END:VALARM).)*Due in 7 days.*?END:VALARM\r\n")),
        "eo-15002/2-a: not the alarms", "calendars with alarms: all, open",
    ),
    "a window with alarms": Loss("calendars/within-30-days-alarms.ics", None, "is missing", "calendars with alarms: windows"),
    "an order with alarms": Loss("calendars/orders/eo-15002-alarms.ics", None, "is missing", "calendars with alarms: orders"),
    "an agency with alarms": Loss(f"{COMMERCE}-alarms.ics", None, "is missing", "calendars with alarms: agencies"),
    "an official with alarms": Loss("calendars/officials/secretary-of-labor-alarms.ics", without(event("eo-15002/2-c")), "eo-15002/2-c is missing", "calendars with alarms: officials"),
    "a partner with alarms": Loss("calendars/officials/attorney-general-with-alarms.ics", None, "eo-15002/2-a is missing", "calendars with alarms: partners"),
    "a task": Loss("calendars/tasks.ics", without(task("eo-15002/2-a")), "eo-15002/2-a is missing", "tasks"),
    "the date of a task": Loss("calendars/tasks.ics", within(task("eo-15002/2-f"), instead("20260915", "20260914")), "eo-15002/2-f: not the date", "tasks"),
    "a task that is done": Loss("calendars/tasks.ics", within(task("eo-15002/2-b"), instead("STATUS:COMPLETED", "STATUS:NEEDS-ACTION")), "eo-15002/2-b: not the status", "tasks"),
    "the day on which a task was done": Loss("calendars/tasks.ics", within(task("eo-15002/2-b"), instead("COMPLETED:2026060", "COMPLETED:2026061")), "eo-15002/2-b: not the day of completion", "tasks"),
    "a calendar of the index": Loss("calendars/index.json", data(lambda all_: all_["calendars"].pop(0)), "calendars/all.ics is missing", "index of calendars"),
    "a count of the index": Loss("calendars/index.json", data(lambda all_: all_["calendars"][0].update(count=1)), "calendars/all.ics: not the count", "index of calendars"),
    "an order of the orders": Loss("api/v1/orders.json", data(lambda all_: all_["orders"].pop()), "the order eo-15002 is missing", "data: orders"),
    "an order's own data": Loss("api/v1/orders/eo-15002.json", of_record("eo-15002/2-b", standing="closed"), "eo-15002/2-b: not the standing", "data: orders"),
    "an obligation's own data": Loss("api/v1/obligations/eo-15002/2-g.json", None, "eo-15002/2-g is missing", "data: each obligation"),
    "a date of an obligation's own data": Loss(
        "api/v1/obligations/eo-15002/2-f.json", data(lambda all_: all_["obligation"].update(due="2026-08-30")), "eo-15002/2-f: not the due", "data: each obligation",
    ),
    "a passage that obliges nobody": Loss("api/v1/not-obligations.json", data(lambda all_: all_["not_obligations"].pop()), "the passage that obliges nobody, eo-15002", "data: what obliges nobody"),
    "an entry of the changes in the data": Loss(
        "api/v1/changes.json", data(lambda all_: all_["changes"].remove(next(each for each in all_["changes"] if each["obligation"] == "eo-15002/2-b"))),
        "the change of eo-15002/2-b on 2026-07-01 is missing", "data: changes",
    ),
    "an official in the data": Loss("api/v1/officials.json", data(lambda all_: all_["officials"].pop(0)), "is missing", "data: officials"),
    "a duty of an official in the data": Loss(
        "api/v1/officials.json", data(lambda all_: next(each for each in all_["officials"] if each["slug"] == "secretary-of-labor")["leads"].pop()),
        "secretary-of-labor, leads: the obligation eo-15002/2-f is missing", "data: officials",
    ),
    "a duty of an agency in the data": Loss(
        "api/v1/agencies.json", data(lambda all_: next(each for each in all_["agencies"] if each["slug"] == "department-of-labor")["carries"].pop()),
        "department-of-labor, carries: eo-15002/2-f is missing", "data: agencies",
    ),
    "a row of the spreadsheet": Loss("api/v1/obligations.csv", csv_row("eo-15002/2-b", "id", None), "eo-15002/2-b is missing", "spreadsheets: CSV"),
    "a date of a spreadsheet": Loss("api/v1/orders/eo-15002.csv", csv_row("eo-15002/2-f", "due", "2026-09-14"), "eo-15002/2-f: not the due", "spreadsheets: CSV"),
    "a standing of a spreadsheet": Loss("api/v1/agencies/department-of-labor.csv", csv_row("eo-15002/2-b", "standing", "closed"), "eo-15002/2-b: not the standing", "spreadsheets: CSV"),
    "a row of the workbook": Loss("api/v1/obligations.xlsx", in_workbook(SHEET, without(r'<row r="3".*?</row>')), "eo-14409/2-b is missing", "spreadsheets: workbooks"),
    "words of a workbook": Loss("api/v1/orders/eo-15002.xlsx", in_workbook(WORDS, instead(">eo-15002/2-f<", ">eo-15002/2-x<")), "eo-15002/2-f is missing", "spreadsheets: workbooks"),
    "a workbook": Loss("api/v1/agencies/department-of-labor.xlsx", lambda text: text[:500], "this is no spreadsheet", "spreadsheets: workbooks"),
    "a badge": Loss("badges/eo-15002.svg", None, "the badge of eo-15002", "badges"),
    "an entry of a feed of an order": Loss("changes/orders/eo-15002.atom", without(f"{entry('eo-15002/2-b')}\\s*"), "the change of eo-15002/2-b on 2026-07-01 is missing", "feeds of changes"),
    "an entry of a feed of an official": Loss("changes/officials/secretary-of-labor.atom", without(f"{entry('eo-15002/2-b')}\\s*"), "the change of eo-15002/2-b on 2026-07-01 is missing", "feeds of changes"),
    "a feed of an agency": Loss("changes/agencies/department-of-commerce.atom", None, "a feed is missing", "feeds of changes"),
    "an entry twice": Loss("changes.atom", instead(f"({entry('eo-15002/2-b')})", r"\1\1"), "is there twice", "feeds of changes"),
    "an entry from the future": Loss("changes.atom", within(entry("eo-15002/2-b"), instead("<updated>2026", "<updated>2027")), "eo-15002/2-b: an entry from the future", "feeds of changes"),
    "the feed of reminders": Loss("reminders.atom", None, "a feed is missing", "reminders"),
    "an obligation of the search": Loss(
        "assets/search-index.json", data(lambda all_: all_["obligations"].pop(0)), "among the obligations, orders/eo-1", "search",
    ),
    "the words of the search": Loss(
        "assets/search-index.json", data(lambda all_: all_["obligations"][0].update(words="")), ": its words are missing", "search",
    ),
}  # fmt: skip
"""Losses of the outputs that stand beside the pages, the calendars for all and the data in one file."""
