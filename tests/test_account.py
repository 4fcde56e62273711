"""The account: what in a text could oblige somebody, and what of it the reading does not hold.

The sentences are made up. A reading from which an obligation was taken must say that its place is unread: that holds the
account to what it is for, whatever the rules of the reading know.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from readings import read, written_order
from timing import GROWTH, assert_linear

from extractor.account.account import account
from extractor.account.carriers import Text, carriers
from extractor.account.detectors import DETECTORS, is_timely
from extractor.account.truth import TRUE_OF, is_true, told
from extractor.model import Block, NotObligation, Order, Paragraph, Reading, Span
from extractor.outline.outline import outline
from extractor.pipeline import read_reading
from extractor.words.why_not import REASON_WORDS


@pytest.mark.parametrize(
    ("name", "sentence"), [(each.name, example) for each in DETECTORS for example in each.examples]
)
def test_a_detector_finds_its_examples(name: str, sentence: str):
    assert list(next(each for each in DETECTORS if each.name == name).found(sentence))


@pytest.mark.parametrize(
    ("name", "sentence"), [(each.name, example) for each in DETECTORS for example in each.counter_examples]
)
def test_a_detector_leaves_its_counter_examples(name: str, sentence: str):
    assert not list(next(each for each in DETECTORS if each.name == name).found(sentence))


@pytest.mark.parametrize("sentence", [words for each in DETECTORS if each.kind == "time" for words in each.examples])
def test_every_time_is_looked_for(sentence: str):
    assert is_timely(sentence)
    assert not is_timely("The Board shall count mills.")


# a text, each passage's kind in it with its first words
CARRIED = {
    "commands": ("The Secretary of Labor shall count. The Board must not.", ["command The", "command The"]),
    "a time that is over": ("The Board met within the past 90 days.", []),
    "a day before the order": ("The list of March 3, 1952, stands.", []),
    "a length": ("The barn was open for 30 days.", []),
    "items under a command": (
        "(a) The Board shall:\n(i) count mills; and\n(ii) list barns.",
        ["command The", "item count", "item list"],
    ),
    "items under no command": ("(a) These are known:\n(i) mills; and\n(ii) barns.", []),
    "items in the line": (
        "The Board shall (1) count mills; (2) list barns; and (3) sell carts.",
        ["command The", "item count", "item list", "item sell"],
    ),
    "items in the line, parted by commas": (
        "The Board shall (1) count mills, (2) list barns, and (3) sell carts.",
        ["command The", "item list", "item sell"],
    ),
    "objects in the line": ("The Board shall list (1) mills; (2) barns.", ["command The"]),
    "items that change another text": (
        "(a) The list that the Board must keep is amended:\n(i) by striking mills; and\n(ii) by adding barns.",
        ["command The"],
    ),
    "items that set times": (
        "(a) The Board shall list mills:\n(i) within 30 days; and\n(ii) within 1 year.",
        ["command The", "item within", "item within", "time within", "time within"],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CARRIED.values(), ids=CARRIED)
def test_the_carriers_of_a_text(text: str, expected: list[str]):
    reading = read(text)
    found = carriers(Text.of(reading.order, reading.paragraphs))
    assert [f"{c.kind} {c.passage.of(reading.order.body).split()[0]}" for c in found] == expected


def test_the_rows_of_a_table_are_carriers():
    table = "| Official | Work |\n| --- | --- |\n| Secretary of Labor | count mills |\n| none | by June 3, 2031 |\n| 1 | 2 |"
    order = written_order("The work is divided.")
    body = f"{order.body}\n\n{table}"
    blocks = (*order.blocks, Block("table", Span(len(order.body) + 2, len(body))))
    reading = read_reading(replace(order, body=body, blocks=blocks))
    assert [each.kind for each in reading.unread] == ["row", "row"]
    assert "count mills" in reading.unread[0].words and "June 3" in reading.unread[1].words


def test_a_table_whose_lines_were_joined_has_its_rows():
    reading = read(
        "| Official | Work | | --- | --- | | Secretary of Labor | count mills | | | list barns by June 3, 2031 | | 1 | 2 |"
    )
    assert [(each.kind, each.words) for each in reading.unread] == [
        ("row", "| Secretary of Labor | count mills |"), ("row", "| | list barns by June 3, 2031 |"),
    ]  # fmt: skip


# a text of several kinds; without any one of its obligations, its place is unread
WHOLE = """(a) Within 30 days of the date of this order, the Secretary of Labor shall publish a list of mills. The Attorney General shall review the list, and the Board shall keep it.
(b) The Administrator of General Services shall:
(i) count barns;
(ii) within 60 days of the date of this order, name an officer, who shall report to the President; and
(iii) to the extent permitted by law, sell carts.
(c) The following steps shall be taken within 1 year of the date of this order:
(i) the Secretary of Energy shall list wells; and
(ii) the Secretary of State shall close them.
(d) I hereby direct the Secretary of Commerce to weigh grain annually. The Secretary of Commerce is directed to count carts.
(e) No agency shall burn the records."""


def without(reading: Reading, key: str) -> Reading:
    """The reading as it would be if one obligation had not been seen."""
    rest = tuple(each for each in reading.obligations if each.key != key)
    found = account(reading.order, reading.paragraphs, rest, reading.not_obligations)
    return replace(reading, obligations=rest, not_obligations=found.others, unread=found.unread)


@pytest.mark.parametrize("key", [each.key for each in read(WHOLE).obligations])
def test_an_obligation_that_is_not_seen_is_unread(key: str):
    whole = read(WHOLE)
    assert whole.unread == ()
    gone = next(each for each in whole.obligations if each.key == key)
    less = without(whole, key)
    assert any(each.span.overlaps(gone.span) for each in less.unread), gone.action


def test_what_is_unread_is_the_orders_own_words():
    whole = read(WHOLE)
    for gone in whole.obligations:
        for each in without(whole, gone.key).unread:
            assert each.span.of(whole.order.body) == each.words
            assert each.citation in {paragraph.citation for paragraph in whole.paragraphs}


def test_a_date_that_no_obligation_has_is_unread():
    whole = read("The Secretary of Labor shall publish a list within 30 days, and a map within 60 days, of this order.")
    undated = tuple(replace(each, deadline=replace(each.deadline, span=None), review=()) for each in whole.obligations)
    found = account(whole.order, whole.paragraphs, undated, ())
    assert [each.kind for each in found.unread] == ["time"]
    marked = tuple(replace(each, review=("look",)) for each in undated)
    assert account(whole.order, whole.paragraphs, marked, ()).unread == ()


def test_a_time_in_what_somebody_will_do_is_unread_where_no_deadline_has_it():
    assert [each.kind for each in read("The Secretary of Labor will go there in 90 days.").unread] == ["time"]
    assert read("The Secretary of Labor will go there within 90 days of the date of this order.").unread == ()


def test_who_is_subject_to_something_is_not_commanded_by_it():
    text = "The Secretary of Labor shall, with respect to mills that are subject to a fee, promptly list them."
    assert (len(read(text).obligations), read(text).unread) == (1, ())


# reason, sentence, and whether it is true of the sentence's first "shall", "must", "may" or "will"
REASONS = {
    "content of a report": ("content", "The report shall include costs.", True),
    "content with an officer": ("content", "The Secretary of Labor shall keep a list.", False),
    "content with private persons": ("content", "Carriers serving the port shall pay the fee.", False),
    "content with a body of a rare kind": ("content", "The Mill Hub shall keep a list.", False),
    "content with two laboratories": ("content", "The Mill Laboratories must keep a list.", False),
    "content with an appointee": ("content", "Every appointee in the mills shall sign the pledge.", False),
    "content with an officer far above": (
        "content",
        "All agencies overseeing long leases of mills and of barns, the Old Cart Schedule, or any other of the long list of old contracts shall check them.",
        False,
    ),
    "content of an officer's report": ("content", "The plan of the Secretary of Labor shall include costs.", True),
    "done to an officer": ("content", "The Archivist shall be told of it.", True),
    "done by an officer": ("content", "The Archivist shall be told of it by the Board.", False),
    "content with a limit": ("content", "Within 30 days, what is left of the work shall end the review.", False),
    "content with a limit that says what is": ("content", "Within 30 days, the work shall be done.", True),
    "an undated will": ("content", "The Secretary of Labor will be glad.", True),
    "a dated will": ("content", "The Secretary of Labor will report within 30 days.", False),
    "they, after a case without a comma": ("embedded", "Where mills close they must report.", False),
    "embedded": ("embedded", "The Board ensures that agencies shall act.", True),
    "embedded, not": ("embedded", "The Board shall act.", False),
    "the main clause again": ("embedded", "The Board lists what is new, and shall report.", False),
    "the main clause after a case": ("embedded", "Whenever a mill closes, the Secretary of Labor shall report.", False),
    "who, of an officer": ("embedded", "It goes to the Director, who shall post it.", False),
    "inside parentheses": ("embedded", "The Board (which shall be small) acts.", True),
    "permission": ("permission", "The Board may act.", True),
    "permission, not": ("permission", "The Board shall act.", False),
    "definition": ("definition", "“Mill” shall mean a house.", True),
    "definition, not": ("definition", "The Board shall count.", False),
    "construction": ("construction", "Nothing here shall impair the law.", True),
    "construction, not": ("construction", "The Board shall count.", False),
    "amendment": ("amendment", "The list shall be amended by adding a word.", True),
    "amendment, not": ("amendment", "The Board shall count.", False),
    "policy": ("policy", "It is the policy that mills shall turn.", True),
    "a need of named departments": ("policy", "The Departments of Labor and Energy must count.", False),
    "a need of all": ("policy", "Agencies must count.", True),
    "policy, not": ("policy", "The Secretary of Labor shall count.", False),
    "constitutive": ("constitutive", "The Board shall consist of nine members.", True),
    "constitutive, not": ("constitutive", "The Board shall count.", False),
    "effect": ("effect", "This order shall take effect today.", True),
    "effect, not": ("effect", "The Board shall count.", False),
    "encouragement": ("encouragement", "The Board should act.", True),
    "encouragement, not": ("encouragement", "The Board shall act.", False),
    "a reason that nobody knows": ("fate", "The Board shall act.", False),
}  # fmt: skip


@pytest.mark.parametrize(("reason", "sentence", "true"), REASONS.values(), ids=REASONS)
def test_a_reason_is_true_or_it_is_not_given(reason: str, sentence: str, true: bool):
    word = next(word for word in ("shall", "must", "may", "will", "should") if f" {word} " in sentence)
    assert is_true(reason, told(sentence, sentence.index(f" {word} ") + 1, word, "")) is true


def test_every_reason_has_its_test():
    assert set(TRUE_OF) == set(REASON_WORDS)


def test_a_passage_with_an_untrue_reason_is_unread_and_in_no_other_list():
    order = written_order("The Secretary of Labor shall publish a list.")
    whole = read_reading(order)
    (duty,) = whole.obligations
    untrue = NotObligation("2", "shall", "content", duty.quote, duty.span)
    found = account(order, whole.paragraphs, (), [untrue])
    assert found.others == ()
    assert [(each.citation, each.kind) for each in found.unread] == [("2", "command")]
    true = replace(untrue, reason="general-provision")
    assert account(order, whole.paragraphs, (), [true]).others == (true,)


def test_a_time_in_an_item_under_an_obliging_lead_in_is_a_carrier_that_counts():
    whole = read("(a) The Board shall keep a list that is:\n(i) open; and\n(ii) renewed on an annual basis.")
    assert [(each.citation, each.kind) for each in whole.unread] == [("2(a)(ii)", "time")]


def test_an_amendment_among_items_is_read():
    whole = read(
        "(a) The list is required to be changed:\n(i) entry 5 shall be amended by striking “mill”; and\n(ii) the Board shall sign it."
    )
    assert [each.citation for each in whole.unread] == []


# texts whose items the reading might not see, with a passage set aside in each for something inside it
UNSEEN = {
    "an item that opens with the command": (
        "(a) The head of each agency that keeps mills:\n(i) shall post its prices; and\n(ii) shall keep a list.",
        "content", "shall", "(i) shall", ["2(a)(i)"],
    ),
    "a may inside an item": (
        "(a) The Board shall:\n(i) Upon request, tell the mills that they may close; and\n(ii) list barns.",
        "permission", "may", "(i) Upon", ["2(a)(i)"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "reason", "modal", "words", "unread"), UNSEEN.values(), ids=UNSEEN)
def test_what_stands_inside_an_item_says_nothing_of_the_item(
    text: str, reason: str, modal: str, words: str, unread: list[str]
):
    whole = read(text)
    item = next(each for each in whole.paragraphs if each.citation == unread[0])
    rest = [each for each in whole.obligations if each.citation != unread[0]]
    aside = NotObligation(unread[0], modal, reason, item.text_span.of(whole.order.body), item.text_span)
    found = account(whole.order, whole.paragraphs, rest, [aside])
    assert [each.citation for each in found.unread if each.citation in unread] == unread


def test_no_sentence_is_told_twice():
    reading = read("The Secretary of Labor shall list mills that may close. The Board may meet.")
    assert [each.quote for each in reading.not_obligations] == ["The Board may meet."]


@pytest.mark.slow
def test_what_a_corpus_reading_loses_is_unread(shared: Path):
    """Of the obligations of real orders that are taken out one by one, nearly all are then unread."""
    from extractor.accuracy.unread import recall_of

    files = sorted((shared / "corpus" / "whitehouse").glob("142*.md"))[:20]
    assert recall_of(files) >= 0.94


HOSTILE = {
    "a wide table": lambda n: "|" + "---|" * n + " " + "| a " * n,
    "a number without end": lambda n: "within " + "9," * n,
    "offices": lambda n: "the Secretary " * n + "shall act",
    "labels": lambda n: "shall (1) " * n + "; (2) " * n,
    "commands": lambda n: "must " * n,
}


@pytest.mark.slow
@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_the_account_takes_linear_time(text: Callable[[int], str]):
    def drawn_up(outlined: tuple[Order, tuple[Paragraph, ...]]) -> object:
        return account(*outlined, (), ())

    orders = [written_order(text(times)) for times in (3000, 3000 * GROWTH)]
    assert_linear(drawn_up, *((each, outline(each).paragraphs) for each in orders))
