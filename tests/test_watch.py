"""``tracker watch``: what is new in the Federal Register, against a server on this machine that answers as its API does."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from conftest import Run
from test_federal_register_api import NO_LISTS, RECORD, XML, Handler, Register, drip, drip_headers, hang, say

from extractor.intake.reading_table import reading_report, seen_report
from extractor.intake.watch import Seen, look, orders_here, plans
from extractor.pipeline import read_order, read_reading
from extractor.problems import ProblemsFound
from extractor.read.download import Limits
from extractor.read.federal_register_api import BASE_VARIABLE
from extractor.read.federal_register_list import MOST_PAGES, PAGE

SINCE, TODAY = date(2026, 3, 1), date(2026, 4, 1)
ORDER_MD = (
    "---\nid: eo-14999\nkind: executive order\nnumber: 14999\ntitle: Painting the Bridges\nsigned: 2026-02-10\ntext: official\n---\n\n"
    "## Sec. 1. Duties.\n\n(a) Within 30 days of the date of this order, the Secretary of the Interior shall paint the bridges.\n"
)


def record(number: int, **fields: object) -> dict[str, object]:
    return RECORD | {
        "executive_order_number": str(number), "document_number": f"2026-0{number % 10000}", "title": f"Order {number}",
        "disposition_notes": None,
    } | fields  # fmt: skip


class Recorded:
    """The documents that the API has: it answers a question about days, and one about numbers, a page at a time."""

    def __init__(self, register: Register, *records: object):
        self.register, self.records = register, list(records)
        register.answer("/documents.json", self)

    def publish(self, number: int, xml: bytes | None) -> None:
        """An order of this number, with its text or without."""
        path = f"/{number}.xml"
        self.records.append(record(number, full_text_xml_url=f"{self.register.address}{path}" if xml else None))
        self.register.answer(path, say(xml or b""))

    def __call__(self, handler: Handler) -> None:
        query = parse_qs(urlsplit(handler.path).query)
        numbers = query.get("conditions[executive_order_numbers][]")
        known = [
            each for each in self.records
            if not numbers or (isinstance(each, dict) and each.get("executive_order_number") in numbers)
        ]  # fmt: skip
        size, page = int(query["per_page"][0]), int(query.get("page", ["1"])[0])
        say({"count": len(known), "results": known[(page - 1) * size : page * size]})(handler)


@pytest.fixture
def register() -> Iterator[Register]:
    """The server, on a free port of 127.0.0.1."""
    with Register() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """The ``source/`` of a project with one order."""
    folder = tmp_path / "source"
    (folder / "eo-14999").mkdir(parents=True)
    (folder / "eo-14999/order.md").write_text(ORDER_MD, "utf-8")
    return folder


def seen(register: Register, source: Path, **limits: float) -> Seen:
    bounds = Limits(**{"silence": 0.3, "whole": 0.4, "attempts": 2} | limits, sleep=lambda _: None)
    return look(orders_here(source, TODAY), SINCE, bounds, {BASE_VARIABLE: register.address})


def another(number: int) -> bytes:
    return XML.replace(b"15001", str(number).encode())


def test_nothing_is_new_where_all_that_was_published_is_here(register: Register, source: Path):
    Recorded(register, record(14999))
    found = seen(register, source)
    assert (found.new, found.notes, found.passed_over, found.more) == ((), (), (), False)
    assert seen_report(found) == "no new executive orders since 2026-03-01.\n"


def test_two_new_orders_come_by_number_and_the_api_is_asked_by_its_conditions(register: Register, source: Path):
    Recorded(register, record(15002), record(14999), record(15001, publication_date="2026-03-06"))
    found = seen(register, source)
    assert [(o.number, o.title, o.published) for o in found.new] == [
        (15001, "Order 15001", date(2026, 3, 6)),
        (15002, "Order 15002", date(2026, 3, 6)),
    ]
    asked = parse_qs(urlsplit(register.asked[0]).query)
    assert asked["conditions[publication_date][gte]"] == ["2026-03-01"]
    assert asked["conditions[presidential_document_type][]"] == ["executive_order"]
    assert {"disposition_notes", "executive_order_number", "correction_of"} <= set(asked["fields[]"])
    assert seen_report(found).splitlines()[2:5] == [
        "| Order | Signed | Published | Title |", "|---|---|---|---|",
        "| EO 15001 | 2026-03-03 | 2026-03-06 | Order 15001 |",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("strange", "words"),
    [
        (record(15001, executive_order_number=None, subtype="Proclamation"), "no executive order"),
        (record(15001, type="Rule"), "Rule, no presidential document"),
        (record(15001, correction_of="2026-04000"), "a correction"),
        (record(15001, executive_order_number="15001; x"), "no executive order"),
        ("text", "document without a number"),
        (None, "document without a number"),
    ],
)
def test_what_is_no_order_is_passed_over_and_said(register: Register, source: Path, strange: object, words: str):
    Recorded(register, strange, record(15002))
    found = seen(register, source)
    assert [order.number for order in found.new] == [15002]
    assert len(found.passed_over) == 1 and words in found.passed_over[0]


@pytest.mark.parametrize(
    "content", [b"<html>Request Access</html>", b"[]", b"", b"{", b'{"results": {}}', b'{"results": 7}']
)
def test_a_malformed_answer_is_a_problem(register: Register, source: Path, content: bytes):
    register.answer("/documents.json", say(content))
    with pytest.raises(ProblemsFound) as found:
        seen(register, source)
    assert "not what the Register sends" in found.value.problems[0].message


@pytest.mark.parametrize("body", NO_LISTS)
def test_what_is_no_list_of_documents_is_never_taken_for_nothing_new(register: Register, source: Path, body: object):
    register.answer("/documents.json", say(body))
    with pytest.raises(ProblemsFound) as found:
        seen(register, source)
    assert "not what the Register sends" in found.value.problems[0].message


def test_a_later_page_that_is_empty_though_more_is_counted_is_a_problem(register: Register, source: Path):
    first = {"count": PAGE + 9, "results": [record(15001)] * PAGE}
    register.answer("/documents.json", say(first), say({"count": PAGE + 9, "results": []}))
    with pytest.raises(ProblemsFound):
        seen(register, source)


@pytest.mark.parametrize("trouble", [hang, drip, drip_headers])
def test_a_slow_answer_is_waited_for_within_a_limit(register: Register, source: Path, trouble: object):
    register.answer("/documents.json", trouble)
    with pytest.raises(ProblemsFound) as found:
        seen(register, source)
    assert "too slow" in found.value.problems[0].message and len(register.asked) == 2


def test_pages_are_followed_up_to_a_bound(register: Register, source: Path):
    Recorded(register, *(record(15000 + n) for n in range(PAGE + 1)))
    assert len(seen(register, source).new) == PAGE + 1 and not seen(register, source).more
    register.asked.clear()
    register.answer("/documents.json", say({"results": [record(15001)] * PAGE}))
    found = seen(register, source)
    assert found.more and [order.number for order in found.new] == [15001]
    assert len(register.asked) == 2 * MOST_PAGES  # the days, then the numbers of the orders here


@pytest.mark.parametrize(
    ("notes", "expected"),
    [
        ("Revoked by: EO 15002, March 3, 2026", ["Revoked by: EO 15002, March 3, 2026"]),
        ("Amends: EO 13000, May 1, 2001; Amended by: EO 15002, March 3, 2026", ["Amended by: EO 15002, March 3, 2026"]),
        ("See: EO 13000\nRevoked in part by: EO 1\nSuperseded by EO 2", ["Revoked in part by: EO 1", "Superseded by EO 2"]),
        ("Revokes: EO 13000", []),
        (None, []),
        (["Revoked by: EO 1"], []),
        ("", []),
    ],
)  # fmt: skip
def test_notes_on_an_order_that_is_here(register: Register, source: Path, notes: object, expected: list[str]):
    Recorded(register, record(14999, disposition_notes=notes))
    found = seen(register, source)
    assert [(note.order.id, note.words) for note in found.notes] == [("eo-14999", words) for words in expected]


def test_what_the_register_says_is_only_text_in_the_table(register: Register, source: Path):
    Recorded(
        register,
        record(15001, title="a | b <img> @octocat [x](y)\n| c |"),
        record(14999, disposition_notes="Revoked by: #7 | <b>"),
    )
    text = seen_report(seen(register, source))
    assert "<" not in text and "@" not in text and "[" not in text and "#7" not in text
    assert all(line.count("|") in (0, 4, 5) for line in text.splitlines())


def test_orders_are_planned_one_by_one_and_what_cannot_be_is_said(register: Register, source: Path):
    api = Recorded(register)
    api.publish(15001, XML)
    api.publish(15002, None)
    api.publish(15003, another(15003))
    found = seen(register, source)
    planned, problems = plans(found.new, source, TODAY, None, {BASE_VARIABLE: register.address})
    assert [each.folder.name for each in planned] == ["eo-15001", "eo-15003"]
    assert problems and [problem.file for problem in problems.problems] == ["Executive Order 15002"]
    assert sorted(path.name for path in source.iterdir()) == ["eo-14999"]


def test_the_reading_shows_what_is_marked_for_review_first():
    text = ORDER_MD + (
        "\n(b) The bridges shall be inspected.\n\n(c) Within a reasonable time | of *this* order, the Secretary of Labor shall report.\n"
    )
    reading = read_reading(read_order(text.encode(), "eo-14999/order.md", "eo-14999"))
    doubtful = [o.citation for o in reading.obligations if o.review]
    report = reading_report(reading)
    first, second = report.index("## Marked for review"), report.index("## Read without doubt")
    assert doubtful and f"{len(reading.obligations)} obligations were read, {len(doubtful)} of them" in report
    assert all(first < report.index(f"| {citation} |") < second for citation in doubtful)
    assert "| 1(a) | Secretary of the Interior | paint the bridges | 2026-03-12 |" in report[second:]
    assert "tracker accept eo-14999" in report and "not accepted" not in report


def test_the_command_imports_each_with_its_report(register: Register, source: Path, tracker: Run):
    api = Recorded(register, record(15009, executive_order_number=None))
    api.publish(15001, XML)
    api.publish(15002, another(15002))
    reports = source.parent / "reports"
    done = tracker("watch", "--api", register.address, "--import", "--reports", str(reports), cwd=source.parent)
    assert done.returncode == 0, done.stderr
    assert "2 new executive orders since 2026-02-10" in done.stdout and "passed over" in done.stderr
    for number in (15001, 15002):
        assert f"number: {number}" in (source / f"eo-{number}/order.md").read_text("utf-8")
        assert "list the bridges" in (reports / f"eo-{number}/report.md").read_text("utf-8")
    assert tracker("check", cwd=source.parent).returncode == 0
    again = tracker("watch", "--import", "--format", "markdown", cwd=source.parent, **{BASE_VARIABLE: register.address})
    assert again.returncode == 0 and again.stdout.startswith("no new executive orders since 2026-03-03.")


def test_an_order_without_its_text_is_named_and_the_others_are_imported(register: Register, source: Path, tracker: Run):
    api = Recorded(register)
    api.publish(15001, None)
    api.publish(15002, another(15002))
    done = tracker("watch", "--since", "2026-03-01", "--import", "--api", register.address, cwd=source.parent)
    assert done.returncode == 1 and "Executive Order 15001: error: the Register has no full text" in done.stderr
    assert sorted(path.name for path in source.iterdir()) == ["eo-14999", "eo-15002"]


def test_without_a_day_to_begin_with_the_command_line_is_wrong(tracker: Run, tmp_path: Path):
    (tmp_path / "source").mkdir()
    done = tracker("watch", cwd=tmp_path)
    assert done.returncode == 2 and "--since DATE" in done.stderr
