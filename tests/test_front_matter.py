"""The fields above an order's text: what they say, and what each fault gets."""

from datetime import date

import pytest
from samples import day

from extractor.read.front_matter import FrontMatter, read_front_matter
from extractor.read.order_md import read_order_md

FIELDS = {
    "id": "eo-14999", "kind": "executive order", "number": "14999", "title": "Sample: an Order".replace(":", ""),
    "signed": "2026-06-02", "published": "2026-06-05", "citation": "91 FR 1", "document": "2026-1",
    "official_url": "https://example.org/d/2026-1", "text": "restatement", "status": "in force",
    "status_date": "2026-06-20", "status_source": "https://example.org/status",
}  # fmt: skip


def source(**changes: str | None) -> str:
    """An ``order.md``; a field set to ``None`` is left out."""
    fields = {name: value for name, value in (FIELDS | changes).items() if value is not None}
    return "---\n" + "".join(f"{name}: {value}\n" for name, value in fields.items()) + "---\n\n## Sec. 1. Purpose.\n"


def read(raw: str, **options):
    return read_front_matter(raw, "order.md", **options)


def test_a_whole_front_matter():
    found, body, body_line, problems = read(source(), folder="eo-14999", today=day("07-10"))
    assert problems == []
    assert (found.number, found.signed, found.published) == (14999, day("06-02"), day("06-05"))
    assert (body, body_line) == ("\n## Sec. 1. Purpose.\n", 16)
    assert source().split("\n")[body_line - 1 :] == body.split("\n")


def test_what_may_be_left_out():
    optional = [name for name, field in FrontMatter.model_fields.items() if not field.is_required()]
    found, _, _, problems = read(source(**dict.fromkeys(optional)))
    assert (problems, found.signed, found.status) == ([], None, None)
    assert [name for name in FIELDS if name not in optional] == ["id", "kind", "title", "text"]


@pytest.mark.parametrize("missing", ["status_date", "status_source"])
def test_in_force_is_no_default(missing: str):
    """Without the day and the place where it was seen, a status is not shown."""
    text = source(**{missing: None})
    assert read(text)[3] == []
    order, _ = read_order_md(text, "order.md")
    assert (order.status, order.status_date, order.status_source) == (None, None, None)
    assert read_order_md(source(), "order.md")[0].status == "in force"


def test_line_ends_and_a_mark_do_not_matter():
    found, body, _, problems = read("\ufeff" + source().replace("\n", "\r\n"))
    assert (problems, found.title, body.strip()) == ([], "Sample an Order", "## Sec. 1. Purpose.")


def test_a_rule_in_the_text_ends_nothing():
    assert read(source() + "\n---\n\nMore.\n")[1].endswith("---\n\nMore.\n")


@pytest.mark.parametrize(
    ("changes", "line", "message", "found", "fix"),
    [
        ({"id": None}, 2, "“id” is missing", "nothing", "add"),
        ({"id": "EO 14999"}, 2, "id: not in the form", "EO 14999", "lower-case"),
        ({"id": "../x"}, 2, "id: not in the form", "../x", "lower-case"),
        ({"id": "eo-15000"}, 2, "id: not the name of the folder", "eo-15000", "id: eo-14999"),
        ({"kind": "executive oder"}, 3, "kind: unknown value", "executive oder", "“executive order”"),
        ({"number": "1e4"}, 4, "number: not a whole number", "1e4", "1 to 99999"),
        ({"number": "0"}, 4, "number: too small", "0", "1 to 99999"),
        ({"number": "9" * 400}, 4, "number: not a whole number", "999", "1 to 99999"),
        ({"number": "[1]"}, 4, "number: not a whole number", "a list", "1 to 99999"),
        ({"title": None, "titel": "x"}, 2, "“title” is missing", "nothing", "add"),
        ({"titel": "x"}, 15, "unknown field", "titel", "“title”"),
        ({"title": ""}, 5, "“title” is missing", "title: with nothing", "add"),
        ({"signed": "June 2, 2026"}, 6, "signed: not a date", "June 2, 2026", "2026-06-30"),
        ({"signed": "2026-06-31"}, 6, "signed: there is no such day", "2026-06-31", "“2026-06-30”"),
        ({"signed": "20260602"}, 6, "signed: not a date", "20260602", "“2026-06-02”"),
        ({"signed": "2026-06-02T10:00:00Z"}, 6, "signed: not a date", "2026-06-02T", "“2026-06-02”"),
        (
            {"signed": "2026-07-11", "published": None, "status": None, "status_date": None, "status_source": None},
            6,
            "signed: in the future",
            "2026-07-11",
            "correct",
        ),
        ({"published": "2026-06-01"}, 7, "published: before the signing date", "2026-06-01", "correct"),
        ({"official_url": "javascript:alert(1)"}, 10, "not a web address", "javascript", "https://"),
        ({"text": None}, 2, "“text” is missing", "nothing", "add"),
        ({"text": "offical"}, 11, "text: unknown value", "offical", "“official”"),
        ({"status": "repealed"}, 12, "status: unknown value", "repealed", None),
        (
            {"status": "revoked", "status_by": "x", "status_date": None},
            12,
            "status is revoked, but status_date is missing",
            "nothing",
            "add",
        ),
        (
            {"status": "amended", "status_date": "2026-07-01", "status_source": None},
            12,
            "but status_source is missing",
            "nothing",
            "add",
        ),
        ({"status": None}, 12, "status_date without status", "status_date", "in force"),
        ({"status_date": "2026-07-11"}, 13, "status_date: in the future", "2026-07-11", "correct"),
        ({"title": "&a x"}, 5, "an anchor", "&a", "delete"),
        ({"title": "!!python/name:os.system x"}, 5, "a tag", "!!python", "delete"),
        ({"title": "{{ 1"}, 5, "text that begins with “{” needs quotes", None, "quotes"),
    ],
)
def test_each_fault_has_its_place_and_its_fix(changes, line, message, found, fix):
    problems = sorted(read(source(**changes), folder="eo-14999", today=day("07-10"))[3])
    problem = next(each for each in problems if message in each.message)
    assert (problem.file, problem.line) == ("order.md", line)
    assert problem.column > 0
    assert found is None or found in problem.found
    assert fix is None or fix in f"{problem.fix} {problem.allowed}"
    assert len(problems) == 1 + ("titel" in changes and "title" in changes)


@pytest.mark.parametrize("raw", ["", "no fences\n", "---\nid: x\n", "text\n---\nid: x\n---\n", "\n---\nid: x\n---\n"])
def test_without_front_matter_the_whole_file_is_text(raw):
    _, body, body_line, problems = read(raw)
    assert (body, body_line) == (raw, 1)
    assert [(problem.line, problem.message) for problem in problems] == [(1, "the front matter is missing")]


@pytest.mark.parametrize(
    "yaml", ["", "- a", "word", "[" * 5000, "a: *b", "\t\tid: x", "? [a]\n: b", "id: {a: {b: c}}", "4: 4", "x" * 20_001]
)
def test_odd_front_matter_ends_in_problems(yaml):
    found, body, _, problems = read(f"---\n{yaml}\n---\nText.\n")
    assert problems
    assert (found.title, body) == (None, "Text.\n")


def test_faulty_fields_do_not_hide_the_sound_ones():
    found, _, _, problems = read(source(title="[x]", kind="x"))
    assert (found.title, found.kind, found.signed, len(problems)) == (None, None, day("06-02"), 2)


def test_the_orders_of_this_repository_are_sound(root):
    for file in sorted(root.glob("source/*/order.md")):
        text = file.read_text(encoding="utf-8")
        assert read_front_matter(text, file.name, file.parent.name, date.today())[3] == []
