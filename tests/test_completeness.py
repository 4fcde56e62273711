"""The proof that nothing is lost: in each row something goes astray on its way, and the proof names it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path

import page_samples
import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.model import OutputFile, Span, TrackedOrder
from extractor.problems import Problem
from extractor.project import Project, find_project
from extractor.publish import outputs as published
from extractor.publish.calendars import uid
from extractor.publish.completeness import losses
from extractor.source.orders import read_source
from extractor.track import track

GOLDEN = Path(__file__).resolve().parent / "golden"
AS_OF = date(2026, 7, 10)
Files = dict[str, str]


@pytest.fixture(scope="module")
def project() -> Project:
    """The project of the golden order: 2(a), 2(b)(i) and 2(b)(ii) are dated, 2(c) and 3 are not."""
    return find_project(GOLDEN, "https://tracker.example/")


@pytest.fixture(scope="module")
def orders(project: Project) -> tuple[TrackedOrder, ...]:
    return tuple(track(each.reading, each.progress, AS_OF) for each in read_source(project.source, AS_OF).orders)


@pytest.fixture(scope="module")
def files(orders: tuple[TrackedOrder, ...], project: Project) -> Files:
    """What is published as text, by path; the bytes of a workbook are kept in it, too."""
    return {file.path: file.content.decode("utf-8", "surrogateescape") for file in published.outputs(orders, project)}


def found(orders: tuple[TrackedOrder, ...], files: Files) -> list[tuple[str, str]]:
    """File and message of each loss."""
    problems = losses(
        orders, [OutputFile(path, text.encode("utf-8", "surrogateescape")) for path, text in files.items()]
    )
    return [(problem.file, problem.message) for problem in problems]


def without(pattern: str) -> Callable[[str], str]:
    """Takes the one passage out that the pattern covers."""

    def cut(text: str) -> str:
        shorn, times = re.subn(pattern, "", text, flags=re.DOTALL)
        assert times == 1, f"{pattern} stands there {times} times"
        return shorn

    return cut


def row(key: str) -> str:
    """The pattern of one row of a table of duties."""
    return rf'<tr data-standing(?:(?!</tr>).)*/eo-14999/{key}/"(?:(?!</tr>).)*</tr>'


def event(key: str) -> str:
    """The pattern of one event of a calendar."""
    return rf"BEGIN:VEVENT(?:(?!END:VEVENT).)*UID:{uid(f'eo-14999/{key}')}(?:(?!END:VEVENT).)*END:VEVENT\r\n"


def twice(pattern: str) -> Callable[[str], str]:
    """Puts the passage that the pattern covers there twice."""
    return lambda text: re.sub(pattern, lambda match: match[0] * 2, text, count=1, flags=re.DOTALL)


def records(change: Callable[[list[dict]], list[dict]]) -> Callable[[str], str]:
    """Changes the list of records in the data."""

    def changed(text: str) -> str:
        content = json.loads(text)
        return json.dumps(content | {"obligations": change(content["obligations"])})

    return changed


def everything(text: str) -> str:
    return ""


# What goes astray: the file, what happens to it, what the proof says of it.
ASTRAY = {
    "a row of the order's page": ("orders/eo-14999/index.md", without(row("2-c")), ["the obligation eo-14999/2-c is missing"]),
    "a row that comes twice": ("orders/eo-14999/index.md", twice(row("3")), ["the obligation eo-14999/3 is there twice"]),
    "a row of another order": (
        "orders/eo-14999/index.md",
        lambda text: text.replace("orders/eo-14999/2-a/", "orders/eo-14998/2-a/"),
        ["the obligation eo-14999/2-a is missing", "the obligation eo-14998/2-a does not belong here"],
    ),
    "a record of the data": (
        "api/v1/obligations.json", records(lambda all: [each for each in all if each["key"] != "2-b-i"]),
        ["the obligation eo-14999/2-b-i is missing"],
    ),
    "a record that comes twice": (
        "api/v1/obligations.json", records(lambda all: [*all, all[0]]), ["the obligation eo-14999/2-a is there twice"],
    ),
    "a record out of nowhere": (
        "api/v1/obligations.json", records(lambda all: [*all, all[0] | {"id": "eo-14999/9"}]),
        ["the obligation eo-14999/9 does not belong here"],
    ),
    "an event": ("calendars/all.ics", without(event("2-b-ii")), ["the obligation eo-14999/2-b-ii is missing"]),
    "an event that comes twice": ("calendars/all.ics", twice(event("2-a")), ["the obligation eo-14999/2-a is there twice"]),
    "an event of something without a date": (
        "calendars/all.ics", lambda text: text.replace(uid("eo-14999/2-a"), uid("eo-14999/3")),
        ["the obligation eo-14999/2-a is missing", "the obligation eo-14999/3 does not belong here"],
    ),
    "a deadline": ("deadlines/index.md", without(row("2-a")), ["the obligation eo-14999/2-a is missing"]),
    "what has no date": (
        "deadlines/index.md", without(row("3")),
        ["the obligation eo-14999/3 is missing"],
    ),
    "the whole calendar": (
        "calendars/all.ics", everything, [f"the obligation eo-14999/{key} is missing" for key in ("2-a", "2-b-i", "2-b-ii")],
    ),
    "all data": (
        "api/v1/obligations.json", everything,
        [f"the obligation eo-14999/{key} is missing" for key in ("2-a", "2-b-i", "2-b-ii", "2-c", "3")],
    ),
}  # fmt: skip


def test_nothing_is_lost(orders: tuple[TrackedOrder, ...], files: Files):
    assert found(orders, files) == []


def test_hostile_words_of_an_order_hide_and_invent_nothing():
    orders = (*page_samples.tracked_orders(), page_samples.empty_order())
    (painting, *others) = orders
    row = '<td class="cell-duty"><a href="orders/eo-99/9/"><span class="cite">'
    titled = replace(painting.order, title=f"{row} {painting.order.title}")
    hostile = replace(painting, reading=replace(painting.reading, order=titled))
    settings = Project(GOLDEN, "https://tracker.example/")
    assert losses(orders, published.outputs(orders, settings)) == []
    assert losses((hostile, *others), published.outputs((hostile, *others), settings)) == []


@pytest.mark.parametrize(("path", "change", "messages"), ASTRAY.values(), ids=ASTRAY)
def test_what_goes_astray_is_named(
    orders: tuple[TrackedOrder, ...], files: Files, path: str, change: Callable[[str], str], messages: list[str]
):
    spoilt = files | {path: change(files[path])}
    assert spoilt != files
    assert found(orders, spoilt) == [(path, message) for message in messages]


@pytest.mark.parametrize("key", ["2-a", "2-c"])
def test_an_obligation_without_a_page_is_named(orders: tuple[TrackedOrder, ...], files: Files, key: str):
    page = f"orders/eo-14999/{key}/index.md"
    shorn = {path: text for path, text in files.items() if path != page}
    assert found(orders, shorn) == [(page, f"the obligation eo-14999/{key} has no page of its own")]


@pytest.mark.parametrize("field", ["span", "action_span", "deadline"])
def test_a_quotation_that_stands_elsewhere_is_named(orders: tuple[TrackedOrder, ...], files: Files, field: str):
    (order,) = orders
    duty = order.reading.obligations[0]
    moved = Span(0, 5)
    changed = replace(duty, **{field: replace(duty.deadline, span=moved) if field == "deadline" else moved})
    reading = replace(order.reading, obligations=(changed, *order.reading.obligations[1:]))
    assert found((replace(order, reading=reading),), files) == [
        ("source/eo-14999/order.md", "a quotation of eo-14999/2-a does not stand where its span says")
    ]


# The command


def check(*options: str) -> Result:
    return CliRunner().invoke(main, ["check", "--project", str(GOLDEN), "--as-of", "2026-07-10", *options])


def test_check_says_that_all_is_well():
    done = check()
    assert (done.exit_code, done.stdout) == (0, "")
    assert done.stderr.splitlines() == [
        "1 order, 5 obligations: all well.",
        "eo-14999: nobody has accepted its reading, and its pages say so (compare it, then tracker accept eo-14999).",
    ]


@pytest.mark.parametrize(
    ("style", "shown"),
    [
        ("text", "calendars/all.ics: error: the obligation eo-14999/2-a is missing"),
        ("github", "::error file=calendars/all.ics,line=1,col=1::the obligation eo-14999/2-a is missing"),
    ],
)
def test_check_ends_with_1_and_names_what_a_writer_of_calendars_loses(
    monkeypatch: pytest.MonkeyPatch, style: str, shown: str
):
    honest = published.calendars

    def forgetful(orders: tuple[TrackedOrder, ...], site_url: str) -> tuple[OutputFile, ...]:
        return honest([replace(order, obligations=order.obligations[1:]) for order in orders], site_url)

    monkeypatch.setattr(published, "calendars", forgetful)
    done = check("--format", style)
    assert (done.exit_code, done.stdout.splitlines()[0]) == (1, shown)
    assert "all well" not in done.stderr


def test_check_ends_with_1_where_a_later_stage_drops_an_obligation(monkeypatch: pytest.MonkeyPatch):
    honest = published.api

    def forgetful(orders: tuple[TrackedOrder, ...], as_of: date, site_url: str) -> tuple[OutputFile, ...]:
        kept: list[TrackedOrder] = [replace(order, obligations=order.obligations[:-1]) for order in orders]
        return honest(tuple(kept), as_of, site_url)

    monkeypatch.setattr(published, "api", forgetful)
    done = check("--format", "json")
    problems = [each for each in (Problem(**each) for each in json.loads(done.stdout)) if each.severity == "error"]
    assert done.exit_code == 1
    assert [(each.file, each.message) for each in problems] == [
        ("api/v1/obligations.json", "the obligation eo-14999/3 is missing")
    ]
