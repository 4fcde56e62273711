"""The proof that nothing is lost: in each row something on a site goes astray, and the build or the oracle names it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from fnmatch import fnmatchcase
from itertools import cycle
from pathlib import Path
from types import ModuleType
from typing import TypeVar

import page_samples
import pytest
from click.testing import CliRunner, Result
from conftest import AS_OF, Run
from oracle import table as oracle
from oracle.expected import NEVER, ON_RECORD, SEARCHED, UNSEARCHED, Record, late_kind
from oracle.finished import Finished
from oracle.finished import of_folder as finished_folder
from oracle.table import PROOFS
from proof_damage import DAMAGE, OF_THE_BUILD
from proof_losses import (
    ALL,
    DATA,
    EO,
    LOSSES,
    OF_MORE,
    ONLY_THE_ORACLE,
    Change,
    Files,
    Lines,
    as_on_the_site,
    data,
    event,
    is_of_the_tests_alone,
    lines_by_file,
    named_by_the_oracle,
    of_record,
    row,
    seen_by_the_build,
    without,
)
from proof_samples import rich_project

from extractor.cli import main
from extractor.commands.options import Loaded, load
from extractor.model import OutputFile, Schedule, Span, TrackedOrder
from extractor.problems import Problem
from extractor.project import Project
from extractor.publish import outputs as published
from extractor.publish import page
from extractor.publish.calendars import feeds
from extractor.publish.calendars.drawn import KEPT as QR_CODES
from extractor.publish.page import Site
from extractor.publish.proof.held import Published, of_folder
from extractor.publish.proof.record import faults_of_record
from extractor.publish.proof.site import digests, losses, not_copied, site_losses, unbalanced
from extractor.publish.proof.table import OUTPUTS

T = TypeVar("T")
LOST = LOSSES | OF_MORE | DAMAGE


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return rich_project(tmp_path_factory.mktemp("proof") / "project")


@pytest.fixture(scope="module")
def loaded(project: Path) -> Loaded:
    return load(project, datetime.fromisoformat(AS_OF))


@pytest.fixture(scope="module")
def orders(loaded: Loaded) -> tuple[TrackedOrder, ...]:
    return loaded.orders


@pytest.fixture(scope="module")
def pages(loaded: Loaded) -> Files:
    """What is handed to the site generator: pages in Markdown, and everything else as it is published."""
    return {file.path: file.content for file in published.outputs(loaded.orders, loaded.project)}


@pytest.fixture(scope="module")
def planned(loaded: Loaded) -> Site:
    return site_of(loaded)


def site_of(loaded: Loaded, orders: tuple[TrackedOrder, ...] = ()) -> Site:
    return Site(orders or loaded.orders, loaded.project, loaded.project.templates)


def as_published(files: Files) -> Published:
    """The files as they stand on the site, with Markdown in the place of the pages that are made of it."""
    found = {as_on_the_site(path): content for path, content in files.items()}
    return Published(frozenset(found), found.__getitem__)


def made(planned: Site) -> Published:
    """What is published of a site's orders."""
    project = Project(Path("nowhere"), planned.site_url, planned.repo_url)
    return as_published({file.path: file.content for file in published.outputs(planned.orders, project)})


def whole(planned: Site) -> bool:
    """True if neither the build's proof nor the oracle misses anything in what is published of the orders."""
    content = made(planned)
    return losses(planned, content) == [] == oracle.losses(planned.orders, Finished(content.paths, content.read))


def told(problems: Iterable[Problem]) -> set[tuple[str, str]]:
    return {(problem.file, problem.message) for problem in problems}


# What can be lost, and who sees it


def test_nothing_is_lost_on_the_way_to_the_site(orders: tuple[TrackedOrder, ...], planned: Site, pages: Files):
    assert losses(planned, as_published(pages)) == []
    assert oracle.losses(orders, Finished(pages, pages.__getitem__)) == []


@pytest.fixture(scope="module")
def lines(planned: Site) -> Lines:
    return lines_by_file(planned)


@pytest.fixture(scope="module")
def seen(lines: Lines, planned: Site, pages: Files) -> dict[str, list[Problem]]:
    """Loss → what the build finds after it."""
    return {name: seen_by_the_build(loss, lines, planned, pages) for name, loss in (LOST | OF_THE_BUILD).items()}


@pytest.mark.parametrize("name", LOST)
def test_a_loss_is_seen_by_the_build_or_else_by_the_oracle(
    orders: tuple[TrackedOrder, ...], pages: Files, seen: dict[str, list[Problem]], name: str
):
    assert bool(seen[name]) is not is_of_the_tests_alone(name)
    assert named_by_the_oracle(LOST[name], orders, pages)


@pytest.mark.parametrize("name", OF_THE_BUILD)
def test_a_loss_is_named_by_the_build(seen: dict[str, list[Problem]], name: str):
    loss = OF_THE_BUILD[name]
    assert any(problem.file == loss.place and loss.names in problem.message for problem in seen[name])


def test_each_kind_of_loss_that_is_left_to_the_oracle_is_one():
    assert [kind for kind in ONLY_THE_ORACLE if not any(fnmatchcase(name, kind) for name in LOST)] == []


@pytest.mark.parametrize("name", [output.name for output in OUTPUTS])
def test_without_this_line_of_the_table_a_loss_is_missed(
    lines: Lines, planned: Site, pages: Files, seen: dict[str, list[Problem]], name: str
):
    own = {path for path, found in lines.items() if any(each.name == name for each in found)}
    others = {path: [each for each in found if each.name != name] for path, found in lines.items()}
    caught = (loss for loss, found in seen.items() if own & {problem.file for problem in found})
    assert any(not seen_by_the_build(LOST[loss], others, planned, pages) for loss in caught)


def test_each_value_that_the_table_has_finds_a_loss(lines: Lines, planned: Site, seen: dict[str, list[Problem]]):
    each_line = [
        (line, path, belong) for found in lines.values() for line in found for path, belong in line.files(planned)
    ]
    said = {(line.name, value) for line, _, belong in each_line for each in belong for value in line.says(each).values}
    of_path = {(path, line.name) for line, path, _ in each_line}
    told = {(problem.file, problem.message) for found in seen.values() for problem in found}
    found = {
        (name, value)
        for name, value in said
        if any(f": not the {value} of" in message and (path, name) in of_path for path, message in told)
    }
    assert sorted(said - found) == []


NAMED = [
    (None, "this file is missing, one of the calendars, with eo-15002/2-a, eo-15002/2-c, eo-15002/2-f"),
    (b"BEGIN:VCALENDAR\r\n", "this cannot be read as one of the calendars"),
]


@pytest.mark.parametrize(("content", "message"), NAMED)
def test_a_file_that_is_not_there_or_is_none_of_its_kind_is_named(
    planned: Site, pages: Files, content: bytes | None, message: str
):
    path = "calendars/agencies/department-of-commerce.ics"
    left = {**pages, path: content} if content else {name: held for name, held in pages.items() if name != path}
    (found,) = [problem for problem in losses(planned, as_published(left)) if problem.file == path]
    assert found.message.startswith(message.split(", with")[0])
    assert content or "eo-15002/2-a" in found.message


def test_a_file_that_the_generator_lost_or_changed_is_named(pages: Files):
    files = digests(OutputFile(path, content) for path, content in pages.items())
    lost, changed = f"{EO}/2-a/index.html", "assets/tracker.css"
    left = {as_on_the_site(path): content for path, content in pages.items()}
    assert list(not_copied(files, Published(frozenset(left), left.__getitem__))) == []
    left = {path: content for path, content in left.items() if path != lost} | {changed: b"body {}"}
    found = told(not_copied(files, Published(frozenset(left), left.__getitem__)))
    assert found == {(lost, "this file is missing"), (changed, "this file is not as it was written")}


# What a predicate loses, in everything that is published by it: the outputs do not agree with what was accepted


def forgets_the_first(found: Sequence[T]) -> Sequence[T]:
    return found[1:]


@pytest.mark.parametrize(
    ("module", "name", "file", "message"),
    [
        (feeds, "dated", "calendars/all.ics", "the obligation eo-15002/2-b is missing"),
        (page, "duties", "api/v1/obligations.json", "the obligation eo-14409/2-a does not belong here"),
    ],
)
def test_what_a_predicate_loses_is_missed_by_the_record(
    loaded: Loaded, monkeypatch: pytest.MonkeyPatch, module: ModuleType, name: str, file: str, message: str
):
    honest = getattr(module, name)
    monkeypatch.setattr(module, name, lambda orders: forgets_the_first(honest(orders)))
    forgetful = site_of(loaded)
    assert (file, message) in told(losses(forgetful, made(forgetful)))


def test_outputs_that_are_at_odds_are_named(planned: Site, pages: Files):
    content = as_published(pages)
    other = {"api/v1/obligations.json": content.read("api/v1/obligations.json").replace(b"2026-09-15", b"2026-09-14")}
    found = told(unbalanced(planned.orders, replace(content, read=lambda path: other.get(path) or content.read(path))))
    message = "eo-15002/2-f: not the due date of the data"
    assert found == {(path, message) for path in ("status/index.html", "deadlines/index.html", "calendars/all.ics")}


UNBALANCED: dict[str, tuple[str, Change, str]] = {
    "a row": ("status/index.md", without(row("eo-15002/2-f")), "the obligation eo-15002/2-f is missing"),
    "a record": (DATA, data(lambda whole: whole["obligations"].pop(0)), "the obligation eo-14409/2-a is missing"),
    "an event": (ALL, without(event("eo-15002/2-f")), "the obligation eo-15002/2-f is missing"),
    "a standing": (DATA, of_record("eo-15002/2-c", standing="done"), "eo-15002/2-c: not the standing of the data"),
}


@pytest.mark.parametrize("name", UNBALANCED)
def test_what_one_output_has_and_another_lacks_is_named(planned: Site, pages: Files, name: str):
    path, change, message = UNBALANCED[name]
    left = {**pages, path: change(pages[path].decode()).encode()}
    places = {at for at, said in told(unbalanced(planned.orders, as_published(left))) if said == message}
    assert places == ({"status/index.html", "deadlines/index.html"} if name == "a standing" else {as_on_the_site(path)})


def test_what_has_no_date_is_in_the_balance_by_its_row_alone(planned: Site, pages: Files):
    left = {**pages, "deadlines/index.md": without(row("eo-15002/2-d"))(pages["deadlines/index.md"].decode()).encode()}
    found = told(unbalanced(planned.orders, as_published(left)))
    assert found == {(ALL, "the obligation eo-15002/2-d is missing")}


def test_each_loss_of_a_folder_is_told_once_and_where(planned: Site, pages: Files, tmp_path: Path):
    content = as_published(pages)
    for path in content.paths:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(content.read(path))
    files = digests(OutputFile(path, held) for path, held in pages.items())
    assert site_losses(planned, tmp_path, files) == []
    (tmp_path / EO / "2-a/index.html").unlink()
    (tmp_path / "assets/tracker.css").write_bytes(b"")
    stylesheet, page_ = site_losses(planned, tmp_path, files)
    assert stylesheet.file == "site/assets/tracker.css" and stylesheet.fix is None
    assert page_.file == f"site/{EO}/2-a/index.html" and "eo-15002/2-a" in page_.message
    assert page_.fix == "if site_templates/ has a template of this page, it must show what the program's own shows"


def test_a_calendar_that_the_register_names_and_nothing_makes_is_missed(planned: Site, pages: Files):
    accepted = planned.orders[1].reading.acceptance
    assert accepted
    ever = replace(accepted, calendars=(*accepted.calendars, "calendars/within-7-days.ics"))
    order = replace(planned.orders[1], reading=replace(planned.orders[1].reading, acceptance=ever))
    found = told(unbalanced((planned.orders[0], order), as_published(pages)))
    assert found == {("calendars/within-7-days.ics", "a calendar that was published once is missing")}


# What is past due, by the last search: design.md, "Standing"


SEARCHES = {"never": None, "the day before it fell due": date(2026, 6, 30), "on that day": date(2026, 7, 1), "the day after": date(2026, 7, 2)}  # fmt: skip
KINDS = {"never": NEVER, "the day before it fell due": UNSEARCHED, "on that day": UNSEARCHED, "the day after": SEARCHED}
SHOW_THE_KIND = {
    "overview", "pages of orders", "pages of obligations", "pages of texts", "status", "deadlines", "months", "officials",
    "agencies", "data: obligations", "data: orders", "data: each obligation", "spreadsheets: CSV", "spreadsheets: workbooks",
    "badges",
}  # fmt: skip


def searched(orders: tuple[TrackedOrder, ...], day: date | None) -> tuple[TrackedOrder, ...]:
    """The orders with another day on which the record of the last one was searched; 2(a) of it fell due on July 1, 2026."""
    *others, last = orders
    return (*others, replace(last, progress=replace(last.progress, checked=day)))


@pytest.mark.parametrize("search", SEARCHES)
def test_what_is_past_due_has_the_kind_that_its_last_search_gives_it(loaded: Loaded, search: str):
    told = searched(loaded.orders, SEARCHES[search])
    assert Record(told).by_id["eo-15002/2-a"].key == KINDS[search]
    assert whole(site_of(loaded, told))


@pytest.mark.parametrize("search", [name for name, kind in KINDS.items() if kind != NEVER])
def test_a_site_that_tells_of_another_search_is_wrong_in_every_output(
    orders: tuple[TrackedOrder, ...], pages: Files, search: str
):
    record, site = Record(searched(orders, SEARCHES[search])), Finished(pages, pages.__getitem__)
    found = {
        proof.name
        for proof in PROOFS
        for problem in proof.losses(record, site)
        if "eo-15002" in problem.message or "figures" in problem.message
    }
    assert found == SHOW_THE_KIND - ({"months"} if KINDS[search] == UNSEARCHED else set())  # a shape for both


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("Past due, no completion found (record searched July 4, 2026)", SEARCHED),
        ("Past due, no completion on record as of July 10, 2026", ON_RECORD),
        ("5 past due, no completion found", SEARCHED),
        ("Past due, record not searched since it fell due (last searched July 1, 2026)", UNSEARCHED),
        ("Past due, record never\nsearched", NEVER),
        ("Past due", ""),
        ("Past due, never searched, no completion found", ""),
    ],
)
def test_words_tell_which_kind_of_past_due_they_speak_of(words: str, kind: str):
    assert late_kind(words) == kind


def test_hostile_words_of_an_order_hide_and_invent_nothing():
    orders = (*page_samples.tracked_orders(), page_samples.empty_order())
    (painting, *others) = orders
    row = '<td class="cell-duty"><a href="orders/eo-99/9/"><span class="cite">'
    titled = replace(painting.order, title=f"{row} {painting.order.title}")
    hostile = replace(painting, reading=replace(painting.reading, order=titled))
    settings = Project(Path("nowhere"), "https://tracker.example/")
    assert whole(Site(orders, settings))
    assert whole(Site((hostile, *others), settings))


PARTNERS = (
    ("NCD",), ("OMB", "the director of the Office of Management and Budget"), ("the Secretary of Labor",), ("AI industry",),
    ("other agencies", "Secretary of Labor"), ("APST",),
)  # fmt: skip


def test_whoever_takes_part_under_whatever_name_is_no_reason_to_refuse_a_site(loaded: Loaded):
    def partnered(order: TrackedOrder) -> TrackedOrder:
        found = [
            replace(each, obligation=replace(each.obligation, in_coordination_with=partners))
            for each, partners in zip(order.obligations, cycle(PARTNERS), strict=False)
        ]
        reading = replace(order.reading, obligations=tuple(each.obligation for each in found))
        return replace(order, reading=reading, obligations=tuple(found))

    site = site_of(loaded, tuple(map(partnered, loaded.orders)))
    assert losses(site, made(site)) == []


JUNK = {
    "nothing": b"",
    "no text": b"\xff\xfe\x00",
    "odd markup": b"<ul class='orders'><li>x</ul><ul class=figures><li></ul><table class=standings><tr><td></table><a href='http://['>",
    "odd data": b'{"obligations": [1, {"id": 3, "span": 5, "deadline": "x", "history": 3, "acceptance": 4}], "orders": 5, "calendars": {}}',
    "a list": b"[]",
    "an odd event": b"BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nDTSTART:soon\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
    "a feed of nothing": b"<feed/>",
}  # fmt: skip


@pytest.mark.parametrize("junk", JUNK.values(), ids=JUNK)
def test_whatever_stands_in_the_files_is_a_loss_and_no_traceback(
    orders: tuple[TrackedOrder, ...], planned: Site, pages: Files, junk: bytes
):
    files = dict.fromkeys(pages, junk)
    for proof in PROOFS:
        assert oracle.losses(orders, Finished(files, files.__getitem__), (proof,)), proof.name
    for output in OUTPUTS:
        assert losses(planned, as_published(files), (output,)), output.name


@pytest.mark.parametrize("field", ["span", "action_span", "deadline"])
def test_a_quotation_that_stands_elsewhere_is_named(orders: tuple[TrackedOrder, ...], pages: Files, field: str):
    order = orders[1]
    duty, *others = order.reading.obligations
    moved = Span(0, 5)
    changed = replace(duty, **{field: replace(duty.deadline, span=moved) if field == "deadline" else moved})
    reading = replace(order.reading, obligations=(changed, *others))
    found = oracle.losses((orders[0], replace(order, reading=reading)), Finished(pages, pages.__getitem__))
    message = f"a quotation of {duty.id} does not stand where its span says"
    assert (f"{EO}/text.txt", message) in [(problem.file, problem.message) for problem in found]


# The sites of other projects


def both(project: Path, site: Path) -> list[Problem]:
    """What the build's own proof and the oracle find amiss on a finished site."""
    loaded = load(project, datetime.fromisoformat(AS_OF))
    return [*losses(site_of(loaded), of_folder(site)), *oracle.losses(loaded.orders, finished_folder(site))]


def test_the_site_of_the_repository_is_whole(built: Path):
    assert both(built, built / "site") == []


def test_the_site_with_everything_that_can_be_lost_is_whole(project: Path, tmp_path: Path, tracker: Run):
    folder = Path(shutil.copytree(project, tmp_path / "project"))
    assert (done := tracker("build", "--as-of", AS_OF, cwd=folder)).returncode == 0, done.stderr
    assert both(folder, folder / "site") == []


def test_the_site_of_26_orders_is_whole(many_site: Path):
    orders = load(many_site.parent, datetime.fromisoformat(AS_OF)).orders
    assert len(orders) == 26 and sum(len(order.obligations) for order in orders) > 500
    assert both(many_site.parent, many_site) == []


def test_the_other_generator_loses_nothing(project: Path, tmp_path: Path, tracker: Run):
    folder = Path(shutil.copytree(project, tmp_path / "project"))
    shutil.rmtree(folder / "site", ignore_errors=True)
    done = tracker("build", "--as-of", AS_OF, "--builder", "zensical", cwd=folder)
    assert done.returncode == 0, done.stderr
    assert both(folder, folder / "site") == []


# The commands


def check(project: Path, *options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--project", str(project), "--as-of", AS_OF, *options])


def test_check_renders_nothing_and_writes_nothing(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    folder = Path(shutil.copytree(project, tmp_path / "project", ignore=shutil.ignore_patterns("site", "build")))

    def rendered(*_: object) -> None:
        raise AssertionError("check renders no page, calendar or file of data")

    for made in ("pages", "calendars", "api", "feeds", "calendar_list"):
        monkeypatch.setattr(published, made, rendered)
    assert (done := check(folder)).exit_code == 0 and "all well" in done.stderr, done.output
    assert not (folder / "build").exists() and not (folder / "site").exists()


FAULTS = {
    "a quotation": lambda duty: replace(duty, span=Span(0, 5)),
    "an action": lambda duty: replace(duty, action_span=Span(0, 5)),
    "a deadline": lambda duty: replace(duty, deadline=replace(duty.deadline, span=Span(0, 5))),
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_quotation_that_does_not_stand_where_it_is_said_to_is_a_fault_of_the_record(
    orders: tuple[TrackedOrder, ...], fault: str
):
    assert faults_of_record(orders) == []
    order = orders[1]
    duty, *others = order.reading.obligations
    moved = replace(order, reading=replace(order.reading, obligations=(FAULTS[fault](duty), *others)))
    (problem,) = faults_of_record((orders[0], moved))
    assert problem.file == "source/eo-15002/order.md"
    assert problem.message == f"a quotation of {duty.id} does not stand where its span says"


def test_an_id_that_is_there_twice_or_has_no_reason_for_its_lack_of_a_date_is_a_fault(
    orders: tuple[TrackedOrder, ...],
):
    first, *others = orders[1].obligations
    twice = replace(orders[1], obligations=(first, first, *others))
    assert "the obligation eo-15002/2-a is there twice" in {each.message for each in faults_of_record((twice,))}
    undated = replace(orders[1], obligations=(replace(first, schedule=Schedule()), *others))
    assert [each.message for each in faults_of_record((undated,))] == [
        "eo-15002/2-a has no due date and no reason for it"
    ]


def test_two_ids_that_some_file_systems_take_for_one_are_a_fault(orders: tuple[TrackedOrder, ...]):
    first, *others = orders[1].obligations
    large = replace(first.obligation, id="eo-15002/2-A", key="2-A")
    found = faults_of_record((replace(orders[1], obligations=(first, replace(first, obligation=large), *others)),))
    assert found and all("spelling" in each.message or "same path" in each.message for each in found)


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
    assert {path.name for path in (folder / "build").iterdir()} == {"docs", QR_CODES}
