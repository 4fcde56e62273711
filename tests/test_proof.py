"""The proof that nothing is lost: in each row something on a finished site goes astray, and the proof names it."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

import page_samples
import pytest
from click.testing import CliRunner, Result
from conftest import AS_OF, Run
from proof_samples import rich_project

from extractor.cli import main
from extractor.commands.options import load
from extractor.model import OutputFile, Span, TrackedOrder
from extractor.project import Project
from extractor.publish import outputs as published
from extractor.publish.proof.expected import Record, uid
from extractor.publish.proof.finished import Finished, of_files, of_folder
from extractor.publish.proof.table import PROOFS, losses

Files = dict[str, bytes]
Change = Callable[[str], str]
EO = "orders/eo-15002"
ALL, LABOR = "calendars/all.ics", "calendars/officials/secretary-of-labor.ics"
DATA = "api/v1/obligations.json"


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


@dataclass(frozen=True)
class Loss:
    """A file (of a page: its address), what is done to it (``None``: it is removed), and the words of the proof's message
    that name the obligation."""

    place: str
    change: Change | None
    names: str


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
    "what makes a calendar one": Loss(ALL, without("END:VCALENDAR\r\n"), "this is no calendar"),
    "a calendar on the page of subscriptions": Loss("subscribe/", lambda text: text.replace(LABOR, ALL), f"{LABOR} is not linked"),
    # data
    "a due date of the data": Loss(DATA, of_record("eo-15002/2-f", due="2026-08-30"), "eo-15002/2-f: not the due"),
    "a standing of the data": Loss(DATA, of_record("eo-15002/2-b", standing="done late"), "eo-15002/2-b: not the standing"),
    "why a record has no date": Loss(DATA, of_record("eo-15002/2-d", undated="unknown"), "eo-15002/2-d: not the undated"),
    "an official of the data": Loss(DATA, of_record("eo-15002/2-b", responsible=[]), "eo-15002/2-b: not the responsible"),
    "an entry of a record's history": Loss(DATA, of_record("eo-15002/2-b", history=[]), "eo-15002/2-b: not the number of log"),
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
    "what obliges nobody in the data": Loss(DATA, data(lambda all_: all_["not_obligations"].pop()), "not the number by order"),
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
    "a marked reading": Loss("review/", empty, "eo-15002/3 is missing"),
    "an entry of the changes": Loss("changes/", instead("What was seen of eo-15002/2-b, for a test.", ""), "eo-15002/2-b: the entry of 2026-06-08"),
}  # fmt: skip


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich_project(tmp_path_factory.mktemp("proof") / "project")


@pytest.fixture(scope="module")
def orders(project: Path) -> tuple[TrackedOrder, ...]:
    return load(project, datetime.fromisoformat(AS_OF)).orders


@pytest.fixture(scope="module")
def pages(project: Path) -> Files:
    """What is handed to the site generator: pages in Markdown, and everything else as it is published."""
    loaded = load(project, datetime.fromisoformat(AS_OF))
    return {file.path: file.content for file in published.outputs(loaded.orders, loaded.project)}


@pytest.fixture(scope="module")
def finished(project: Path, tracker: Run) -> Files:
    """The finished site."""
    done = tracker("build", "--as-of", AS_OF, cwd=project)
    assert done.returncode == 0, done.stderr
    site = of_folder(project / "site")
    return {path: site.content(path) or b"" for path in site.paths}


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
    changed = loss.change(files[path].decode("utf-8")).encode("utf-8")
    assert changed != files[path]
    return path, files | {path: changed}


def caught_by(loss: Loss, orders: tuple[TrackedOrder, ...], files: Files) -> set[str]:
    """The proofs that find something amiss after the loss; one of them names the file and the obligation."""
    path, left = after(loss, files)
    record, site = Record(orders), Finished(left, left.__getitem__)
    found = {proof.name: list(proof.losses(record, site)) for proof in PROOFS}
    said = [
        (problem.file.replace("index.html", "index.md"), problem.message) for each in found.values() for problem in each
    ]
    named = [
        message for file, message in said if file == path.replace("index.html", "index.md") and loss.names in message
    ]
    assert named, said
    return {name for name, problems in found.items() if problems}


def test_nothing_is_lost_on_the_way_to_the_site(orders: tuple[TrackedOrder, ...], pages: Files):
    assert losses(orders, Finished(pages, pages.__getitem__)) == []


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_what_would_be_lost_is_named(orders: tuple[TrackedOrder, ...], pages: Files, loss: Loss):
    caught_by(loss, orders, pages)


def test_nothing_is_lost_on_the_finished_site(orders: tuple[TrackedOrder, ...], finished: Files):
    assert losses(orders, Finished(finished, finished.__getitem__)) == []


@pytest.mark.parametrize("loss", LOSSES.values(), ids=LOSSES)
def test_what_is_lost_on_the_finished_site_is_named(orders: tuple[TrackedOrder, ...], finished: Files, loss: Loss):
    caught_by(loss, orders, finished)


@pytest.fixture(scope="module")
def catches(orders: tuple[TrackedOrder, ...], pages: Files) -> dict[str, set[str]]:
    """Loss → the proofs that catch it."""
    return {name: caught_by(loss, orders, pages) for name, loss in LOSSES.items()}


@pytest.mark.parametrize("proof", [proof.name for proof in PROOFS])
def test_without_this_proof_a_loss_is_missed(catches: dict[str, set[str]], proof: str):
    assert [name for name, by in catches.items() if not by - {proof}], f"nothing is caught by {proof} alone"


def test_hostile_words_of_an_order_hide_and_invent_nothing():
    orders = (*page_samples.tracked_orders(), page_samples.empty_order())
    (painting, *others) = orders
    row = '<td class="cell-duty"><a href="orders/eo-99/9/"><span class="cite">'
    titled = replace(painting.order, title=f"{row} {painting.order.title}")
    hostile = replace(painting, reading=replace(painting.reading, order=titled))
    settings = Project(Path("nowhere"), "https://tracker.example/")
    assert losses(orders, of_files(published.outputs(orders, settings))) == []
    assert losses((hostile, *others), of_files(published.outputs((hostile, *others), settings))) == []


@pytest.mark.parametrize("field", ["span", "action_span", "deadline"])
def test_a_quotation_that_stands_elsewhere_is_named(orders: tuple[TrackedOrder, ...], pages: Files, field: str):
    order = orders[1]
    duty, *others = order.reading.obligations
    moved = Span(0, 5)
    changed = replace(duty, **{field: replace(duty.deadline, span=moved) if field == "deadline" else moved})
    reading = replace(order.reading, obligations=(changed, *others))
    found = losses((orders[0], replace(order, reading=reading)), Finished(pages, pages.__getitem__))
    message = f"a quotation of {duty.id} does not stand where its span says"
    assert (f"{EO}/text.txt", message) in [(problem.file, problem.message) for problem in found]


# The sites of other projects


def test_the_site_of_the_repository_is_whole(built: Path):
    orders = load(built, datetime.fromisoformat(AS_OF)).orders
    assert losses(orders, of_folder(built / "site")) == []


def test_the_site_of_26_orders_is_whole(many_site: Path):
    orders = load(many_site.parent, datetime.fromisoformat(AS_OF)).orders
    assert len(orders) == 26 and sum(len(order.obligations) for order in orders) > 500
    assert losses(orders, of_folder(many_site)) == []


def test_the_other_generator_loses_nothing(
    project: Path, tmp_path: Path, tracker: Run, orders: tuple[TrackedOrder, ...]
):
    folder = Path(shutil.copytree(project, tmp_path / "project"))
    shutil.rmtree(folder / "site", ignore_errors=True)
    done = tracker("build", "--as-of", AS_OF, "--builder", "zensical", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert losses(orders, of_folder(folder / "site")) == []


# The commands


def check(project: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--project", str(project), "--as-of", AS_OF, *options])


def test_check_says_that_all_is_well_and_what_it_did_not_prove(project: Path, tmp_path: Path):
    folder = Path(shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("site", "build")))
    assert (done := check(folder)).exit_code == 0 and "all well" in done.stderr and "site/" not in done.stderr
    (folder / "site").mkdir()
    assert (done := check(folder)).exit_code == 0 and "site/: made from another record, day or address" in done.stderr


def test_check_proves_the_site_that_is_there(project: Path, finished: Files, tmp_path: Path):
    folder = Path(shutil.copytree(project, tmp_path / "project"))
    assert (done := check(folder)).exit_code == 0 and "site/" not in done.stderr
    page = folder / "site" / EO / "2-g/index.html"
    page.unlink()
    assert (done := check(folder)).exit_code == 1
    assert done.stdout == f"site/{EO}/2-g/index.html: error: the obligation eo-15002/2-g has no page of its own\n"
    assert "all well" not in done.stderr
    other = CliRunner().invoke(main, ["check", "--project", str(folder), "--as-of", "2026-07-11"])
    assert other.exit_code == 0 and "site/: made from another record, day or address" in other.stderr


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("text", "calendars/all.ics: error: the obligation eo-14409/2-a is missing"),
        ("github", "::error file=calendars/all.ics,line=1,col=1::the obligation eo-14409/2-a is missing"),
    ],
)
def test_check_ends_with_1_and_names_what_a_writer_of_calendars_loses(
    project: Path, monkeypatch: pytest.MonkeyPatch, style: str, shown: str
):
    honest = published.calendars

    def forgetful(orders: tuple[TrackedOrder, ...], site_url: str) -> tuple[OutputFile, ...]:
        return honest([replace(order, obligations=order.obligations[1:]) for order in orders], site_url)

    monkeypatch.setattr(published, "calendars", forgetful)
    done = check(project, "--format", style)
    assert done.exit_code == 1 and shown in done.stdout.splitlines()
    assert "all well" not in done.stderr


def test_a_site_that_lacks_something_does_not_take_the_old_ones_place(project: Path, tmp_path: Path, tracker: Run):
    folder = Path(shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("site", "build")))
    (folder / "site").mkdir()
    (folder / "site/index.html").write_text("the old site", "utf-8")
    template = folder / "site_templates/pages/status.md.j2"
    template.write_text("# Where things stand\n\n<p>{{ duties | length }} obligations.</p>\n", "utf-8")
    done = tracker("build", "--as-of", AS_OF, cwd=folder)
    assert done.returncode == 1
    assert "site/status/index.html: error: the obligation eo-15002/2-g is missing" in done.stderr
    assert [path.name for path in (folder / "site").iterdir()] == ["index.html"]
    assert [path.name for path in (folder / "build").iterdir()] == ["docs"]
