"""Unread passages: what a person says of them in ``corrections.yml``, and what is then published."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from readings import read

from extractor.commands.explain import as_lines
from extractor.commands.extract import as_table
from extractor.find.explanation import explain
from extractor.intake.reading_table import reading_report
from extractor.model import Progress, Reading, Unread
from extractor.publish.effects import as_markdown, effects
from extractor.register.accepting import Decisions, next_register
from extractor.register.corrections_yml import Correction, read_corrections
from extractor.register.publishing import Published, publish
from extractor.register.register import Register, not_looked_at, places
from extractor.register.register_yml import read_register, register_yml
from extractor.track import track
from extractor.words.shown import shortened
from extractor.words.why_not import why_not

TODAY = date(2026, 7, 1)
TEXT = """
Sec. 2. Barns. (a) The Secretary of Labor shall publish a list of barns, and every  barn keeps its number.
(b) The owners of barns paint them. The painters wash their brushes.
(c) The owners of barns paint them. The Board may meet.
"""
LISTED = (("2(a)", "every  barn keeps its number"), ("2(b)", "The owners of barns paint them."),
          ("2(b)", "The painters wash their brushes."), ("2(c)", "The owners of barns paint them."))  # fmt: skip


def barns() -> Reading:
    """A reading in which four passages are unread, one of them in an obligation's own sentence."""
    reading = read(TEXT)
    return replace(reading, unread=tuple(unread(reading, citation, words) for citation, words in LISTED))


def unread(reading: Reading, citation: str, words: str) -> Unread:
    own = next(each.span for each in reading.paragraphs if each.citation == citation)
    (span,) = places(reading.order.body, words, own)
    return Unread(citation, "command", span.of(reading.order.body), span, "nobody has read it")


def item(passage: str, citation: str, none: str = "It is a custom.", date: str = "") -> str:
    return f"- passage: “{passage}”\n  citation: {citation}\n  none: {none}\n".replace("“", '"').replace("”", '"') + (
        f"  date: {date}\n" if date else ""
    )


def written(*items: str) -> tuple[Correction, ...]:
    found, problems = read_corrections(("corrections:\n" + "".join(items)).encode(), "corrections.yml", "eo-14999")
    assert problems == []
    return found


def published(*items: str, of: Reading | None = None, register: Register | None = None) -> Published:
    return publish(of or barns(), register, written(*items))


def left(found: Published) -> list[tuple[str, str]]:
    return [(each.citation, each.words) for each in found.reading.unread]


# the words of an item, its citation, and which of LISTED it closes
CLOSES = {
    "the passage": ("The owners of barns paint them.", "2(b)", [1]),
    "the same words elsewhere": ("The owners of barns paint them.", "2(c)", [3]),
    "words of it": ("barns paint", "2(b)", [1]),
    "other blanks": ("every barn  keeps its number", "2(a)", [0]),
    "two passages": ("The owners of barns paint them. The painters wash their brushes.", "2(b)", [1, 2]),
    "the end of one and the start of the next": ("them. The painters", "2(b)", [1, 2]),
}


@pytest.mark.parametrize(("words", "citation", "closed"), CLOSES.values(), ids=CLOSES)
def test_a_passage_that_a_person_closes_leaves_unread(words: str, citation: str, closed: list[int]):
    found = published(item(words, citation))
    assert left(found) == [each for number, each in enumerate(LISTED) if number not in closed]
    assert found.problems == ()


def test_what_is_closed_is_no_obligation_for_the_persons_reason():
    before = barns()
    found = published(item("The painters wash", "2(b)", "it tells what they do"))
    (made,) = [each for each in found.reading.not_obligations if each not in before.not_obligations]
    passage = before.unread[2]
    assert (made.citation, made.modal, made.reason) == ("2(b)", None, "it tells what they do")
    assert (made.quote, made.span, made.rules) == (passage.words, passage.span, ("correction.none",))
    assert why_not(made) == "It tells what they do"


def test_what_is_closed_stands_in_text_order():
    found = published(item("The painters wash", "2(b)"), item("The owners of barns", "2(b)"))
    assert [each.quote for each in found.reading.not_obligations] == [
        "The owners of barns paint them.", "The painters wash their brushes.", "The Board may meet."
    ]  # fmt: skip


def test_what_is_closed_in_an_obligations_own_sentence_is_not_told_twice():
    found = published(item("every barn keeps its number", "2(a)"))
    assert found.reading.not_obligations == barns().not_obligations
    assert ("2(a)", "every  barn keeps its number") not in left(found)


def test_of_two_reasons_the_first_is_given():
    found = published(item("The painters wash", "2(b)", "First."), item("their brushes", "2(b)", "Second."))
    assert [each.reason for each in found.reading.not_obligations] == ["First.", "permission"]


def test_nothing_is_closed_where_nobody_closes_anything():
    assert published().reading.unread == barns().unread
    assert published().reading.not_obligations == barns().not_obligations


# an item's words, its citation, and the problem: severity, message, found, allowed, fix
AMISS = {
    "words of no order": (
        "The painters hide their brushes.", "2(b)",
        ("error", "passage: these words stand nowhere in the text", "The painters hide their brushes.",
         "2(b) “The owners of barns paint them.”, 2(b) “The painters wash their brushes.”", "did you mean “The painters wash their brushes.”?"),
    ),
    "words of no order, near none": (
        "xyz", "2(c)",
        ("error", "passage: these words stand nowhere in the text", "xyz", "2(c) “The owners of barns paint them.”", "copy the words from the order’s text"),
    ),
    "another paragraph": (
        "The painters wash their brushes.", "2(c)",
        ("error", "citation: the passage is unread, but stands elsewhere", "2(c)", "2(b) “The painters wash their brushes.”", "did you mean “2(b)”?"),
    ),
    "no paragraph": (
        "The Board may meet.", "2(bb)",
        ("error", "citation: the text has no such paragraph", "2(bb)", "2, 2(a), 2(b), 2(c)", "did you mean “2(b)”?"),
    ),
    "read": (
        "publish a list", "2(b)",
        ("warning", "this correction is no longer needed: nothing is unread among these words", "publish a list",
         "2(b) “The owners of barns paint them.”, 2(b) “The painters wash their brushes.”", "delete it; or quote the passage that is meant"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("words", "citation", "expected"), AMISS.values(), ids=AMISS)
def test_an_item_that_closes_nothing(words: str, citation: str, expected: tuple[str, ...]):
    (problem,) = published(
        item("The painters", "2(b)").replace("The painters", words).replace("2(b)", citation)
    ).problems
    assert (problem.severity, problem.message, problem.found, problem.allowed, problem.fix) == expected
    assert (problem.file, problem.line) == ("corrections.yml", 2)


def test_a_passage_that_is_read_by_now_needs_no_correction():
    found = published(item("The painters wash", "2(b)"), of=read(TEXT))
    assert [(each.severity, each.allowed, each.fix) for each in found.problems] == [("warning", "none", "delete it")]


def test_long_passages_are_cut_in_a_message():
    reading = barns()
    (problem,) = published(item("no such words " * 20, "2(b)"), of=reading).problems
    assert len(problem.found) < 70 and problem.found.endswith("no…")


@pytest.mark.parametrize(
    ("text", "message", "line"),
    [
        ("- passage: them\n  citation: 2(b)\n", "the field “none” is missing", 2),
        ("- passage: them\n  none: A custom.\n", "the field “citation” is missing", 2),
        ("- citation: 2(b)\n  none: A custom.\n", "the field “passage” is missing", 2),
        ("- passage: them\n  citation: 2(b)\n  none: A custom.\n  reason: A custom.\n", "unknown field", 5),
        ("- passage: them\n  citation: 2(b)\n  none: A custom.\n  date: 2026-07-02\n", "date: in the future", 5),
        ("- passage: them\n  citation: 2(b)\n  none: A custom.\n  date: July 2\n", "date: not a date", 5),
        ("- id: 2-b\n  date: 2026-07-01\n  passage: them\n  reason: A custom.\n", "unknown field", 4),
    ],
)  # fmt: skip
def test_an_item_that_is_not_whole(text: str, message: str, line: int):
    found, problems = read_corrections(("corrections:\n" + text).encode(), "corrections.yml", "eo-14999", TODAY)
    assert (message, line) in [(each.message, each.line) for each in problems], problems
    assert [each.kind for each in found] == (
        ["none"] if "unknown" in message and "citation" in text or "date" in message else []
    )


def test_an_item_of_either_kind_begins_a_list():
    _, problems = read_corrections(b"corrections:\n  passage: them\n", "corrections.yml", "eo-14999")
    assert problems[0].allowed == "items, each beginning with “- id:” or “- passage:”"


def test_closing_a_passage_changes_nothing_that_was_accepted():
    before = next_register(None, publish(barns(), None), (), Decisions(), (), TODAY)
    items = item("The painters wash", "2(b)", date="2026-07-01")
    found = published(items, register=before)
    assert found.differences == ()
    assert next_register(before, found, written(items), Decisions(), (), date(2026, 8, 1)) == before


ADD = """- id: 2-b
  date: 2026-07-01
  add: {{citation: 2(b), quote: "{quote}", action: wash their brushes, responsible: Secretary of Labor}}
  reason: They must.
"""


@pytest.mark.parametrize(
    ("quote", "read"),
    [
        ("The painters wash their brushes.", [2]),
        ("painters wash their brushes", [2]),
        ("paint them. The painters wash their brushes.", [1, 2]),
    ],
)
def test_an_obligation_that_is_added_reads_the_passages_of_its_sentence(quote: str, read: list[int]):
    found = published(ADD.format(quote=quote))
    assert left(found) == [each for number, each in enumerate(LISTED) if number not in read]
    assert found.problems == ()


def test_an_obligation_that_was_found_covers_only_what_the_account_says():
    """Only a person's own sentence covers what is in it; the account has judged the others."""
    assert ("2(a)", "every  barn keeps its number") in left(published())


def test_what_is_rejected_does_not_come_up_as_unread():
    reading = read(TEXT)
    rejected = "- id: 2-a\n  date: 2026-07-01\n  reject: true\n  reason: It is a custom.\n"
    found = publish(reading, None, written(rejected))
    assert [each.key for each in found.reading.obligations] == []
    assert found.reading.unread == reading.unread == ()
    register = next_register(None, found, written(rejected), Decisions(), (), TODAY)
    assert publish(reading, register, written(rejected)).reading.unread == ()


def looked(*citations: str, of: Reading | None = None, before: Register | None = None) -> Register:
    """The register of an acceptance in which a person has looked at what is unread at ``citations``."""
    decisions = Decisions(reviewed=frozenset(citations))
    return next_register(before, publish(of or barns(), before), (), decisions, (), TODAY)


def asked(register: Register, of: Reading | None = None) -> list[str]:
    return [each.citation for each in not_looked_at((of or barns()).unread, register.acceptance.looked_at)]


@pytest.mark.parametrize(
    ("citations", "expected"),
    [
        ([], ["2(a)", "2(b)", "2(b)", "2(c)"]),
        (["2(a)"], ["2(b)", "2(b)", "2(c)"]),
        (["2(b)"], ["2(a)", "2(c)"]),
        (["2(c)"], ["2(a)", "2(b)", "2(b)"]),
        (["2-b"], ["2(a)", "2(b)", "2(b)", "2(c)"]),
        (["2(a)", "2(b)", "2(c)"], []),
    ],
)
def test_the_register_knows_which_passages_a_person_has_looked_at(citations: list[str], expected: list[str]):
    register = looked(*citations)
    assert asked(register) == expected
    again, problems = read_register(register_yml(register), "register.yml", "eo-14999")
    assert (again, problems) == (register, [])
    assert asked(looked(before=register)) == expected


def test_looking_takes_nothing_from_what_is_published():
    register = looked("2(b)")
    assert publish(barns(), register).reading.unread == barns().unread


def test_what_was_looked_at_is_known_wherever_its_words_stand():
    register = looked("2(b)")
    moved = read(TEXT.replace("(c) The", "(d) The").replace("(b) The", "(c) The").replace("(b)", "(c)"))
    passages = (
        unread(moved, "2(c)", LISTED[2][1]),
        unread(moved, "2(c)", LISTED[1][1]),
        unread(moved, "2(d)", LISTED[1][1]),
    )
    now = replace(moved, unread=passages)
    assert asked(register, now) == ["2(d)"]
    assert [each.citation for each in looked(of=now, before=register).acceptance.looked_at] == ["2(c)", "2(c)"]


def test_what_is_read_by_now_leaves_the_register():
    assert looked(of=read(TEXT), before=looked("2(b)")).acceptance.looked_at == ()


def test_a_register_without_unread_passages_says_nothing_of_them():
    assert b"looked_at" not in register_yml(looked("2(b)", of=read(TEXT)))
    assert b"looked_at" not in register_yml(looked())


def test_looking_is_no_change_of_an_obligation_or_of_the_order():
    before = looked()
    after = looked("2(b)", before=before)
    assert (after.records, after.acceptance.changes) == (before.records, before.acceptance.changes)


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0), []),
        ((2, 3), ["3 passages are unread, 1 more than before."]),
        ((3, 1), ["1 passage is unread, 2 fewer than before."]),
        ((2, 2), ["2 passages are unread, as many as before."]),
        ((1, 0), ["0 passages are unread, 1 fewer than before."]),
    ],
)
def test_a_change_says_how_many_passages_are_unread(counts: tuple[int, int], said: list[str]):
    before, after = (
        track(replace(barns(), unread=(barns().unread * 2)[:number]), Progress(), TODAY) for number in counts
    )
    found = effects((before,), (after,), (set(), set()), ())
    assert [line for line in as_markdown(found).splitlines() if "unread" in line] == said


LINE = "2(b) command “The painters wash their brushes.”: nobody has read it"


def test_what_is_unread_is_listed_beside_the_reading():
    assert LINE in as_table(barns()) and "4 passages unread" in as_table(barns())
    assert "unread" not in as_table(replace(barns(), unread=()))
    row = "| 2(a) | command | every barn keeps its number | nobody has read it |"
    report = reading_report(barns())
    assert row in report and report.index("## Unread") < report.index("## Read without doubt")
    assert "Unread" not in reading_report(replace(barns(), unread=()))


def test_an_unread_sentence_is_explained_as_one():
    lines = [line.strip() for line in as_lines(barns(), explain(barns()))]
    place = lines.index("“The painters wash their brushes.”")
    assert lines[place + 1] == "Unread (command): nobody has read it."
    read_now = list(as_lines(replace(barns(), unread=()), explain(replace(barns(), unread=()), "2(b)")))
    assert not any("Unread" in line for line in read_now)
    assert "  Nothing in it obliges, permits or dates." in read_now


@pytest.mark.parametrize(
    ("words", "shown"),
    [("a\n  b", "a b"), ("one two three", "one two…"), ("one two thre", "one two thre")],
)
def test_words_are_shortened_behind_a_whole_one(words: str, shown: str):
    assert shortened(words, 12) == shown
