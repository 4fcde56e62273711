"""The proof that nothing is lost: in each row something on a finished site goes astray, and the proof names it."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import page_samples
import pytest
from click.testing import CliRunner, Result
from conftest import AS_OF, Run
from proof_damage import DAMAGE
from proof_losses import EO, LOSSES, OF_MORE, Files, Loss, caught_by, its_own
from proof_samples import rich_project

from extractor.cli import main
from extractor.commands.options import Loaded, load
from extractor.model import Schedule, Span, TrackedOrder
from extractor.project import Project
from extractor.publish import outputs as published
from extractor.publish.proof.expected import NEVER, SEARCHED, UNSEARCHED, Record, late_kind
from extractor.publish.proof.finished import Finished, of_files, of_folder
from extractor.publish.proof.record import faults_of_record
from extractor.publish.proof.table import PROOFS, losses

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
def finished(project: Path, tracker: Run) -> Files:
    """The finished site."""
    done = tracker("build", "--as-of", AS_OF, cwd=project)
    assert done.returncode == 0, done.stderr
    site = of_folder(project / "site")
    return {path: site.content(path) or b"" for path in site.paths}


def test_nothing_is_lost_on_the_way_to_the_site(orders: tuple[TrackedOrder, ...], pages: Files):
    assert losses(orders, Finished(pages, pages.__getitem__)) == []


@pytest.mark.parametrize("loss", LOST.values(), ids=LOST)
def test_what_would_be_lost_is_named(orders: tuple[TrackedOrder, ...], pages: Files, loss: Loss):
    assert caught_by(loss, orders, pages, its_own(loss))


def test_nothing_is_lost_on_the_finished_site(orders: tuple[TrackedOrder, ...], finished: Files):
    assert losses(orders, Finished(finished, finished.__getitem__)) == []


@pytest.mark.parametrize("loss", LOST.values(), ids=LOST)
def test_what_is_lost_on_the_finished_site_is_named(orders: tuple[TrackedOrder, ...], finished: Files, loss: Loss):
    assert caught_by(loss, orders, finished, its_own(loss))


@pytest.fixture(scope="module")
def catches(orders: tuple[TrackedOrder, ...], pages: Files) -> dict[str, set[str]]:
    """Loss → the proofs that catch it, of all."""
    return {name: caught_by(loss, orders, pages, PROOFS) for name, loss in (LOSSES | OF_MORE).items()}


@pytest.mark.parametrize("proof", [proof.name for proof in PROOFS])
def test_without_this_proof_a_loss_is_missed(catches: dict[str, set[str]], proof: str):
    assert [name for name, by in catches.items() if not by - {proof}], f"nothing is caught by {proof} alone"


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
    assert losses(told, of_files(published.outputs(told, loaded.project))) == []


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
        ("Past due, no completion on record as of July 10, 2026", SEARCHED),
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
    assert losses(orders, of_files(published.outputs(orders, settings))) == []
    assert losses((hostile, *others), of_files(published.outputs((hostile, *others), settings))) == []


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
    orders: tuple[TrackedOrder, ...], pages: Files, junk: bytes
):
    files = dict.fromkeys(pages, junk)
    for proof in PROOFS:
        found = losses(orders, Finished(files, files.__getitem__), (proof,))
        assert found, proof.name


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
    assert [path.name for path in (folder / "build").iterdir()] == ["docs"]
