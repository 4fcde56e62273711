"""What a text does to other orders. The orders and their numbers are made up."""

from __future__ import annotations

import pytest
from readings import read, written_order
from timing import GROWTH, assert_linear

from extractor.account.detectors import DETECTORS
from extractor.find.relations.acts import ACTS, LEAD_INS, ActRule, kind_of
from extractor.find.relations.mentions import mentions, shortened
from extractor.find.relations.relations import relations
from extractor.outline.outline import outline
from extractor.words.orders import shown_relation

EXAMPLES = [(each, words) for each in (*ACTS, *LEAD_INS) for words in each.examples]
COUNTER_EXAMPLES = [(each, words) for each in (*ACTS, *LEAD_INS) for words in each.counter_examples]


def acts(text: str, **fields: object) -> list[str]:
    """The relations of a text but for its citations: ``revokes 19101 section 3``."""
    return [
        f"{each.kind} {each.order} {each.part or ''}".strip()
        for each in read(text, **fields).relations
        if each.kind != "cites"
    ]


def cites(text: str, **fields: object) -> list[int]:
    return [each.order for each in read(text, **fields).relations if each.kind == "cites"]


@pytest.mark.parametrize(("rule", "words"), EXAMPLES, ids=[f"{rule.name}: {words[:60]}" for rule, words in EXAMPLES])
def test_a_rule_reads_its_example(rule: ActRule, words: str):
    assert rule.pattern.search(shortened(words, 0, len(words)).text)
    assert sorted(acts(words)) == sorted(rule.examples[words])


@pytest.mark.parametrize(
    ("rule", "words"), COUNTER_EXAMPLES, ids=[f"{rule.name}: {words[:60]}" for rule, words in COUNTER_EXAMPLES]
)
def test_no_rule_reads_a_counter_example(rule: ActRule, words: str):
    assert rule.counter_examples
    assert acts(words) == []


# what else a text says, and the acts that are read in it, in text order
READ = {
    "a list below its lead-in": (
        "The following executive actions are hereby rescinded:\n"
        "(a) Executive Order 19101 of May 2, 2020 (Counting Mills).\n"
        "(b) The Presidential Memorandum of May 3, 2020 (Counting Barns).\n"
        "(c) Section 4 of Executive Order 19102 of May 4, 2020, as amended by Executive Order 19103.",
        ["revokes 19101", "revokes 19102 section 4"],
    ),
    "a list in the line of its lead-in": (
        "The following orders are revoked: Executive Order 19101 of May 2, 2020 (Mills), and Executive Order 19102.",
        ["revokes 19101", "revokes 19102"],
    ),
    "a list of duties names orders that are not acted on": (
        "The Board shall review the following:\n(a) Executive Order 19101; and\n(b) Executive Order 19102.",
        [],
    ),
    "what amended an order before": (
        "Executive Order 19101, as amended by Executive Order 19102, and Executive Order 19103 are revoked.",
        ["revokes 19101", "revokes 19103"],
    ),
    "several that amended it": (
        "Executive Order 19101, as amended by section 2 of Executive Order 19102, and further amended by section 3 of "
        "Executive Order 19103, is further amended to read:",
        ["amends 19101"],
    ),
    "a title in quotation marks": (
        "Executive Order 19101 of May 2, 2020, entitled “The Revocation of Mills,” is hereby superseded.",
        ["supersedes 19101"],
    ),
    "an order within a title": (
        "Executive Order 19101 of May 2, 2020 (Amending Executive Order 19102), is revoked.",
        ["revokes 19101"],
    ),
    "text that is put elsewhere": (
        "Executive Order 19101 is amended by adding: “Executive Order 19102 is revoked.”",
        ["amends 19101"],
    ),
    "a heading whose section names no number": (
        "Sec. 2. Amendments to Executive Order 19101. (a) Section 8 is amended by striking “mill”.",
        ["amends 19101"],
    ),
    "a heading whose section says it": (
        "Sec. 2. Revocation of Executive Order 19101. Executive Order 19101 is revoked.",
        ["revokes 19101"],
    ),
    "a purpose that no sentence fulfils by number": (
        "In order to amend Executive Order 19101, the definition of “mill” is amended.",
        ["amends 19101"],
    ),
    "an annex": ("The Annex to Executive Order 19101 is replaced by a list of mills.", ["supersedes 19101 the Annex"]),
    "several sections": (
        "Sections 1 and 2 of Executive Order 19101 are hereby superseded by sections 1 and 2 of this order.",
        ["supersedes 19101 sections 1 and 2"],
    ),
    "two kinds in a paragraph": (
        "Executive Order 19101 is revoked. Executive Order 19102 is reinstated as it was.",
        ["revokes 19101", "reinstates 19102"],
    ),
    "itself": ("Executive Order 14999 is revoked.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), READ.values(), ids=READ)
def test_the_acts_of_a_text(text: str, expected: list[str]):
    assert acts(text, number=14999) == expected


def test_a_relation_stands_where_its_words_are():
    reading = read("(a) This is known.\n(b) Section 3 of Executive Order 19101 of May 2, 2020 (Mills), is revoked.")
    (one,) = reading.relations
    assert (one.kind, one.order, one.part, one.citation) == ("revokes", 19101, "section 3", "2(b)")
    assert one.span.of(reading.order.body) == one.words
    assert one.words == "Section 3 of Executive Order 19101 of May 2, 2020 (Mills), is revoked"


def test_each_order_that_is_only_named_is_cited_once_where_it_is_named_first():
    text = "Under Executive Order 19102 and Executive Orders 19103 (of May 2, 2020), 19104, and 19102, mills turn.\nExecutive Order 19101 is revoked. Executive Order 19101 counted them. Executive Order 14999 is this."
    assert cites(text, number=14999) == [19102, 19103, 19104]
    assert acts(text, number=14999) == ["revokes 19101"]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("E.O. 19101, EO 19102 and Executive Order No. 19103", [19101, 19102, 19103]),
        ("Executive Order (EO) 19101", [19101]),
        ("Secretary’s Order 3338, Order 19101, Executive Order 9242-A", []),
        ("Executive Orders 19101 of May 2, 2020 (Mills), 19102, and 19103 of 2021", [19101, 19102, 19103]),
        ("Executive Order 19101, 19102 mills", [19101]),
    ],
)
def test_the_numbers_of_orders(text: str, numbers: list[int]):
    assert [each.number for each in mentions(text)] == numbers


def test_a_short_text_knows_where_it_stands():
    text = "See Executive Order 19101 of May 2, 2020 (a (b) c), and (a) “quoted” words."
    short = shortened(text, 4, len(text))
    assert short.text == "@, and (a) ~ words."
    assert short.span(0, 1).of(text) == "Executive Order 19101"
    assert short.span(7, 19).of(text) == "(a) “quoted” words."
    assert shortened("(a, b", 0, 5).text == "a, b"
    assert shortened("say “a. b", 0, 9).text == "say ~"


def test_every_verb_has_a_kind():
    assert [kind_of(verb) for verb in ("Rescinded", "superseding", "stricken", "modifies", "restored")] == [
        "revokes", "supersedes", "amends", "amends", "reinstates",
    ]  # fmt: skip


def test_a_relation_in_words():
    (whole, part, limited) = read(
        "Executive Order 19101 is revoked. Section 2 of Executive Order 19102 is amended. "
        "Executive Order 19103 is superseded to the extent that it differs."
    ).relations
    assert shown_relation(whole) == "revokes Executive Order 19101"
    assert shown_relation(part) == "amends section 2 of Executive Order 19102"
    assert shown_relation(limited) == "supersedes Executive Order 19103 to the extent that it differs"


# what could be an act on an order, and whether it is told as unread
CARRIED = {
    "an act that is read": ("Executive Order 19101 is hereby revoked.", []),
    "an act that no rule reads": (
        "Whatever the Board did on mills under Executive Order 19101 is from now on revoked.",
        ["relation"],
    ),
    "an act of the past": ("Executive Order 19101 was revoked.", []),
    "a duty of the Board": ("The Board shall amend what implements Executive Order 19101.", []),
    "a permission": ("The Board may amend the rules under Executive Order 19101.", []),
}


@pytest.mark.parametrize(("text", "kinds"), CARRIED.values(), ids=CARRIED)
def test_an_order_beside_a_word_that_acts_is_read_or_told(text: str, kinds: list[str]):
    assert [each.kind for each in read(text).unread] == kinds


def test_the_account_looks_for_relations():
    assert {each.name for each in DETECTORS if each.kind == "relation"} == {"is-revoked", "revoke"}


@pytest.mark.parametrize(
    "piece",
    [
        "Executive Order 19101, ",
        "section 3 of Executive Order 19101, as amended by Executive Order 19102, and ",
        "I hereby revoke the list of ",
        "In the following orders, which are, ",
    ],
)
def test_relations_take_linear_time(piece: str):
    texts = [written_order(f"Executive Order 19101 is amended. {piece * size}") for size in (60, 60 * GROWTH)]
    shorter, longer = ((each, outline(each).paragraphs) for each in texts)
    assert_linear(lambda given: relations(*given), shorter, longer)
