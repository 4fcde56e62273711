"""The outline: which paragraph has which citation, heading and parent. Each table shows a text and what it gives."""

from __future__ import annotations

import pytest

from extractor.model import Order, Paragraph
from extractor.outline.headings import SECTION, heading_length
from extractor.outline.labels import Numeral, numerals, place_label
from extractor.outline.outline import outline
from extractor.outline.references import own_references
from extractor.read.raw import HEADING, PARAGRAPH, TABLE, RawBlock, join_blocks


def paragraphs(text: str) -> tuple[Paragraph, ...]:
    """The outline of a text: one block a line, ``#`` before a heading, ``|`` before a table, a ``-`` for each depth of bullets."""
    kinds = {"#": HEADING, "|": TABLE}
    lines = [line.strip() for line in text.strip().splitlines()]
    bullets = [len(line) - len(line.lstrip("-")) for line in lines]
    body, blocks = join_blocks(
        RawBlock(kinds.get(line[0], PARAGRAPH), line.lstrip("#|- "), bullet=bullet)
        for line, bullet in zip(lines, bullets, strict=True)
        if line
    )
    found = outline(Order("eo-1", "executive order", "", body, blocks, ""))
    assert all(p.span.holds(p.text_span) for p in found.paragraphs)
    return found.paragraphs


def citations(text: str) -> list[str]:
    """The citation of each paragraph that has a label, in text order."""
    return [p.citation for p in paragraphs(text) if p.label]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Section 1. Policy. It is so.\nSec. 2. Duties. (a) One.\n(b) Two.", "1 2 2(a) 2(b)"),
        ("Sec. 2. Duties. (a) One:\n(i) x;\n(ii) y.\n(b) Two.", "2 2(a) 2(a)(i) 2(a)(ii) 2(b)"),
        ("Sec. 1. A.\n(g) x\n(h) x\n(i) x\n(j) x", "1 1(g) 1(h) 1(i) 1(j)"),
        ("Sec. 1. A.\n(g) x\n(h) x:\n(i) x\n(ii) x\n(i) x\n(j) x", "1 1(g) 1(h) 1(h)(i) 1(h)(ii) 1(i) 1(j)"),
        ("Sec. 1. A.\n(h) x\n(i) x:\n(i) y\n(ii) y\n(j) x", "1 1(h) 1(i) 1(i)(i) 1(i)(ii) 1(j)"),
        (
            "Sec. 1. A.\n(u) x\n(v) x\n(w) x\n(x) x\n(y) x\n(z) x\n(aa) x\n(bb) x",
            "1 1(u) 1(v) 1(w) 1(x) 1(y) 1(z) 1(aa) 1(bb)",
        ),
        (
            "Sec. 1. A.\n(c) x:\n(i) y;\n(ii) y:\n(A) z\n(B) z:\n(1) u\n(2) u:\n(aa) v\n(bb) v\n(3) u\n(C) z\n(iii) y\n(d) x",
            "1 1(c) 1(c)(i) 1(c)(ii) 1(c)(ii)(A) 1(c)(ii)(B) 1(c)(ii)(B)(1) 1(c)(ii)(B)(2) 1(c)(ii)(B)(2)(aa) 1(c)(ii)(B)(2)(bb)"
            " 1(c)(ii)(B)(3) 1(c)(ii)(C) 1(c)(iii) 1(d)",
        ),
        ("Sec. 1. A. The heads shall:\n(i) x;\n(ii) y.\nSec. 2. B.", "1 1(i) 1(ii) 2"),
        ("Sec. 4.1. A.\n(a) x\nSec. 4.2. B.\n(a) x", "4.1 4.1(a) 4.2 4.2(a)"),
        ("# PART I\nSec. 101. A.\n(a) x\n# PART II\nSec. 201. B.\n(a) x", "101 101(a) 201 201(a)"),
        (
            "Section 1. A. (a) Definitions. (i) x:\n(A) y\n(B) y\n(ii) z",
            "1 1(a) 1(a)(i) 1(a)(i)(A) 1(a)(i)(B) 1(a)(ii)",
        ),
        ("Sec. 2. Policy. It is the policy to: (a) secure;\n(b) ensure.", "2 2(a) 2(b)"),
        ("Sec. 2. Policy.\nFor this order: (a) “x” means y.\n(b) “z” means u.", "2 2(a) 2(b)"),
        ("Sec. 2. Aid for regulated entities. (a) They shall act.\n(b) They shall rest.", "2 2(a) 2(b)"),
        (
            "Sec. 8. A. (a) It applies if (i)(A) it is new;\n(B) it is old; and\n(ii) it is paid.",
            "8 8(a) 8(a)(i) 8(a)(i)(A) 8(a)(i)(B) 8(a)(ii)",
        ),
        (
            "Sec. 9. A. (a) Nothing shall impair:(i) the authority; or\n(ii) the functions.\n(b) x",
            "9 9(a) 9(a)(i) 9(a)(ii) 9(b)",
        ),
        ("Sec. 3. A. They shall:\n(i) through the Director, act;\n(ii) rest.", "3 3(i) 3(ii)"),
        ("It is hereby ordered: Section 1. Policy. It is so.\nSec. 2. B. Yes.", "1 2"),
        ("Sec. 1. A.\n1. first\n2. second", "1 1(1) 1(2)"),
        ("Sec. 1. A.\n1. first\nSec. 2. B.\n2. second", "1 2"),
        ("Sec. 1. A. They shall:\n1. act;\n2. rest.", "1 1(1) 1(2)"),
        (
            "Sec. 4. A.\n4.1. Safe Roads. (a) One.\n(b) Two.\n4.2. Good Rails.\n(a) x\nSec. 5. B.",
            "4 4.1 4.1(a) 4.1(b) 4.2 4.2(a) 5",
        ),
        ("Sec. 4. A.\n4.1. Roads for All.They are long.\n4.3. Good Rails. x", "4 4.1"),
        ("Sec. 4. A.\n(a) x\n3.1. Safe Roads. (a) One.", "4 4(a)"),
        ("Section1. A. In short:\n(a) x\nSec.2. B. y", "1 1(a) 2"),
        ("Sec. 1. A.\n(y) x\n(z) x\n(aa) x\n(bb) x", "1 1(y) 1(z) 1(aa) 1(bb)"),
        ("Sec. 1. A.\n(y) x\n(z) x:\n(aa) u\n(bb) u", "1 1(y) 1(z) 1(z)(aa) 1(z)(bb)"),
        (
            "Sec. 7. Measures that are meant for carts. (a) They may act on one who:\n(i) pulls;\n(ii) pushes.\n(b) Two.",
            "7 7(a) 7(a)(i) 7(a)(ii) 7(b)",
        ),
        # A block that goes on with the label that comes next, line by line or on one line.
        ("Sec. 2. Boats. (a) It shall sail. (b) It shall rest.\n(c) It shall sink.", "2 2(a) 2(b) 2(c)"),
        ("Sec. 2. Boats. (a) They shall: (i) sail; and (ii) rest. (b) Sink.", "2 2(a) 2(a)(i) 2(a)(ii) 2(b)"),
        ("Sec. 2. A. (a) Kinds. (1) One acts. (2) Two acts.\n(b) x", "2 2(a) 2(a)(1) 2(a)(2) 2(b)"),
        ("Sec. 2. A. They list (1) cars, (2) carts, and (3) more.\nSec. 3. B.", "2 3"),
        ("Sec. 2. A. They shall: (i) sail, and (ii) rest.\nSec. 3. B.", "2 3"),
        ("Sec. 2. A. It follows 5 U.S.C. (a). (b) of this section stays.\nSec. 3. B.", "2 3"),
        ("Sec. 2. A. (a) It reads: “(a) One. (b) Two.”\n(b) x", "2 2(a) 2(b)"),
        ('Sec. 2. A. (a) It reads: "(a) One. (b) Two."\n(b) x', "2 2(a) 2(b)"),
        ("Sec. 2. A. (a) It cites 41 U.S.C. (b) which stays.\n(b) x", "2 2(a) 2(b)"),
        (
            "Sec. 2. A. (a) Boards. (1) One acts. (3)(A) Two acts. (B) It rests.",
            "2 2(a) 2(a)(1) 2(a)(3) 2(a)(3)(A) 2(a)(3)(B)",
        ),
        ("Sec. 2. A. (a) Boards. (1) One shall act. (3) Two shall act.", "2 2(a) 2(a)(1)"),
        # The first label stands within the sentence, and the next ones open blocks.
        (
            "Sec. 2. A. (a) The Board shall (1) sail;\n(2) rest; and\n(3) sink.\n(b) x",
            "2 2(a) 2(a)(1) 2(a)(2) 2(a)(3) 2(b)",
        ),
        ("Sec. 2. A. (a) Under paragraph (1) above they rest.\n(2) They sail.", "2 2(a) 2(a)(2)"),
        ("Sec. 2. A. (a) They (1) sail; and (2) rest.\n(2) More.", "2 2(a) 2(a)(2)"),
        # The ninth letter or the first numeral, where nothing follows: a bare label opens a list, words end it.
        ("Sec. 2. A.\n(g) x\n(h) (i) They sail.\nSec. 3. B.", "2 2(g) 2(h) 2(h)(i) 3"),
        ("Sec. 2. A.\n(g) Mills. x\n(h) Boats. (i) Carts. They roll.\nSec. 3. B.", "2 2(g) 2(h) 2(i) 3"),
        ("Sec. 2. A.\n(g) x\n(h) They sail. (i) They roll.\nSec. 3. B.", "2 2(g) 2(h) 2(i) 3"),
        # A text without sections: its labels begin anew under a paragraph where there are several lists.
        ("They are few.\n(a) x\n(b) y\nThey are old.", "(a) (b)"),
        ("They are few.\n(a) x\n(b) y\nThey are old.\n(a) x\n(b) y", "p1(a) p1(b) p2(a) p2(b)"),
        # A paragraph that speaks of the White House is no closing block.
        ("Sec. 2. A.\nThe White House staff shall sail, and shall rest for as long as they see fit.\n(a) x", "2 2(a)"),
        # Labels that skip some, that repeat, or that nobody expects.
        ("Sec. 2. A.\n(k) x\n(l) x\n(v) x", "2 2(k) 2(l) 2(v)"),
        ("Sec. 2. A.\n(a) x\n(vi) x", "2 2(a) 2(a)(vi)"),
        ("Sec. 2. A.\n(a) x\n(b) y\n(b) z", "2 2(a) 2(b) 2(b)"),
        ("Sec. 2. A.\n(a) x:\n(i) y\n(ii) y\n(v) y\n(b) x", "2 2(a) 2(a)(i) 2(a)(ii) 2(a)(v) 2(b)"),
        ("Sec. 2. A.\n(t) x:\n(i) y\n(v) x\n(w) x", "2 2(t) 2(t)(i) 2(v) 2(w)"),
        ("Sec. 2. A.\n(a) x\n(ii) x\n(iii) x\n(b) y", "2 2(a) 2(a)(ii) 2(a)(iii) 2(b)"),
        (
            "Sec. 2. Acts. (2) They shall:\n(i) as to one,\n(a) sail; and\n(b) rest; and\n(ii) sink.",
            "2 2(2) 2(2)(i) 2(2)(i)(a) 2(2)(i)(b) 2(2)(ii)",
        ),
        # Sections that leave numbers out, with a letter, or with the sign.
        ("Sec. 2. A.\n(a) x\nSec. 6. Late Boats. (a) x", "2 2(a) 6 6(a)"),
        ("Sec. 2. A.\n(a) x\nSec. 6. the rest follows", "2 2(a)"),
        ("Sec. 2. A.\nSec. 5. the rest follows", "2 5"),
        ("Sec. 2. A.\nSec. 22. Late Boats. x", "2 22"),
        ("Sec. 2. A.\nSec. 23. Late Boats. x", "2"),
        ("Sec. 901. A.\nSec. 1001. B.\nSec. 1101. C.", "901 1001 1101"),
        ("Sec. 3. A.\nSec. 201. Late Boats. x", "3"),
        ("Sec. 3. A.\nSec. 2. Late Boats. x", "3"),
        ("Sec. 3. A.\nSec. 3. Late Boats. x", "3"),
        ("Sec. 101. A.\nSec. 105. the rest follows", "101"),
        ("Sec. 12. A.\nSec. 201. Late Boats. x", "12"),
        ("Sec. 2. A.\nSec. 2A. B. (a) x\nSec. 2B. C.\nSec. 3. D.", "2 2A 2A(a) 2B 3"),
        ("Sec. 2. A.\n§ 3. B. (a) x\n§ 4. C.", "2 3 3(a) 4"),
        ("Article 1\nOne.\nArticle 2\n1. It acts.\n2. It rests.", "1 2 2(1) 2(2)"),
        ("Sec. 2. A. (a) Those under subsection (a)(i) of this section rest.\n(b) Two.", "2 2(a) 2(b)"),
    ],
)
def test_labels_by_succession(text: str, expected: str):
    assert citations(text) == expected.split()


@pytest.mark.parametrize(
    ("text", "quoted", "expected"),
    [
        ("Sec. 9. A. It is amended to read as follows:\n“Sec. 2. Policy. It is so.\n(a) x.”\nSec. 10. B.", 2, "9 10"),
        ("Sec. 9. A.\n(a) It is amended as follows:\n“(d) one;\n(e) two.”;\n(b) next", 2, "9 9(a) 9(b)"),
        ("Sec. 3. A.\n(a) The rules are amended:\n(i) 5 CFR 6.3(b) is amended to read:\n(b) To the extent that it may.\nAnd so on.\n(ii) next\n(b) last",
         2, "3 3(a) 3(a)(i) 3(a)(ii) 3(b)"),
        ("Sec. 9. A. Section 1 is revised to read as follows:\n“It is the policy.”\nSec. 10. B.", 1, "9 10"),
        ("Sec. 9. A.\n(a) Adding a new section 1-4 that reads:\n“1-4. More. These count:\n(a) Mills.\n(b) Docks.”; and\n(b) next", 3, "9 9(a) 9(b)"),
        ("Sec. 9. A.\n(a) by inserting the following:\n(i) carts\n(A) big ones\n(b) next", 2, "9 9(a) 9(b)"),
        ("Sec. 9. A.\n(a) by inserting the following:\n(i) carts\n(ii) wagons\n(b) next", 2, "9 9(a) 9(b)"),
        ("Sec. 9. A.\n(a) by inserting the following:\n(d) carts\n(e) wagons\n(b) next", 2, "9 9(a) 9(b)"),
        ("Sec. 9. A. In short.\n“Boats First.” The Board shall keep to that plan.\nSec. 10. B.", 0, "9 10"),
        ("Sec. 9. A.\n(a) by adding:\n“(e) the term “cart” includes a wagon.”;\n(b) next", 1, "9 9(a) 9(b)"),
        ("Sec. 2. A.\n(a) “Agency” means a body.\n(b) “Bank” means a house.", 0, "2 2(a) 2(b)"),
        ("Sec. 2. A. In this order:\n“Agency” means a body.\n“Bank” or “house”, in short, is one.\nSec. 3. B.", 0, "2 3"),
    ],
)  # fmt: skip
def test_quoted_amendments_are_no_structure(text: str, quoted: int, expected: str):
    assert sum(p.quoted for p in paragraphs(text)) == quoted
    assert citations(text) == expected.split()


def test_a_lead_in_without_a_label_is_the_parent_of_its_list():
    found = paragraphs(
        "Sec. 3. Frontier. In short.\nWithin 60 days, the Secretary shall:\n(a) develop it;\n(b) design it."
    )
    assert [(p.citation, p.parent) for p in found] == [("3", None), ("3", 0), ("3(a)", 1), ("3(b)", 1)]


@pytest.mark.parametrize(
    ("text", "parents"),
    [
        ("Sec. 2. A. x\nThey shall:\n(a) sail;\n(b) rest.", [None, 0, 1, 1]),
        # The words break off, and the first item goes on with them.
        ("Sec. 2. A. x\nThey shall (a) sail;\n(b) rest.", [None, 0, 1, 1]),
        ("Sec. 2. A. x\nThey shall, by May 1, 2027 (a) sail;\n(b) rest.", [None, 0, 1, 1]),
        ("Sec. 2. A. x\nIt is as section 3 (a) says.\n(b) rest.", [None, 0, 0]),
        # No colon: the words before the list are no lead-in.
        ("Sec. 2. A. x\nThey are few.\n(a) One.\n(b) Two.", [None, 0, 0, 0]),
        # A list that begins anew does not hang under the words that led in the one before it.
        ("Sec. 2. A. x\nThey shall:\n(a) sail.\nThey are few.\n(a) Two rest.", [None, 0, 1, 2, 0]),
        # Quoted words lead in nothing of the order's own.
        ("Sec. 2. A. Order 1 is amended to read as follows:\n“These count:”\n(a) One.\n(b) Two.", [None, 0, 0, 0]),
    ],
)
def test_what_a_list_hangs_under(text: str, parents: list[int | None]):
    assert [p.parent for p in paragraphs(text)] == parents


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # The list hangs under the paragraph above it, whether or not that ends in a colon.
        ("Sec. 2. A.\n(a) They shall:\n- sail;\n- rest.\n(b) x", "2: 2(a):0 2(a):1 2(a):1 2(b):0"),
        ("Sec. 2. A.\n(a) They shall\n- sail;\n- rest.", "2: 2(a):0 2(a):1 2(a):1"),
        ("Sec. 2. A. They shall:\n• sail;\n• rest.", "2: 2:0 2:0"),
        # A list in a list; the outer one goes on behind it.
        ("Sec. 2. A. They shall:\n- sail:\n-- east;\n-- west;\n- rest.", "2: 2:0 2:1 2:1 2:0"),
        # What follows hangs under no item, and the next list under what follows.
        ("Sec. 2. A.\n(a) They shall:\n- sail.\nWe shall:\n- rest.", "2: 2(a):0 2(a):1 2(a):1 2(a):3"),
        # An item with a label has it.
        ("Sec. 2. A. They shall:\n- (a) sail;\n- (b) rest.", "2: 2(a):0 2(b):0"),
        # The list within an item is its own.
        ("Sec. 2. A. They shall:\n- sail: (i) east; and (ii) west.\n- rest.", "2: 2:0 2(i):1 2(ii):1 2:0"),
        # Running text without sections: each has its number, and the items their lead-in.
        ("They shall:\n- sail;\n- rest.", "p1: p2:0 p3:0"),
        ("We met.\n(a) They shall:\n- sail;\n- rest.", "p1: (a): p2:1 p3:1"),
    ],
)
def test_what_items_behind_bullets_hang_under(text: str, expected: str):
    found = [f"{p.citation}:{'' if p.parent is None else p.parent}" for p in paragraphs(text)]
    assert " ".join(found) == expected


def test_an_item_behind_a_bullet_may_have_a_heading():
    item = paragraphs("Sec. 2. A. They shall:\n- Long Boats. They shall sail.\n- Rest.")[1]
    assert (item.label, item.heading) == ("•", "Long Boats")


def test_a_label_in_parentheses_goes_on_from_one_in_parentheses():
    text = "Sec. 2. A.\n(a) x\n(b) They shall:\n1. sail;\n2. row:\na. east;\nb. west.\n(c) x"
    assert citations(text) == "2 2(a) 2(b) 2(b)(1) 2(b)(2) 2(b)(2)(a) 2(b)(2)(b) 2(c)".split()


def test_a_paragraph_without_a_label_keeps_the_citation_that_it_follows():
    found = paragraphs("Sec. 3. A.\n(a) One.\nAnd more.\n(b) Two.")
    assert [(p.citation, p.label) for p in found] == [("3", "Sec. 3"), ("3(a)", "(a)"), ("3(a)", None), ("3(b)", "(b)")]


def test_a_list_within_a_paragraph_ends_with_it():
    found = paragraphs("Sec. 3. A. They shall: (i) sail; and (ii) rest.\nThey are few.\nSec. 4. B.")
    assert [p.citation for p in found] == ["3", "3(i)", "3(ii)", "3", "4"]
    assert [p.parent for p in found] == [None, 0, 0, 0, None]


def test_what_is_not_the_orders_text_is_told_apart():
    found = paragraphs(
        "By the authority:\n1. a point\nSec. 1. A. Text.\n| x y\nTHE WHITE HOUSE, March 3, 2026.\nANNEX\n(a) x"
    )
    assert [p.part for p in found] == ["preamble", "preamble", "text", "table", "heading", "annex", "annex"]
    assert found[-1].citation == "annex"


def test_closing_words_ahead_of_the_first_section_close_nothing():
    found = paragraphs("THE WHITE HOUSE\nBy the authority:\nSec. 1. A. Text.\n(a) x")
    assert [p.part for p in found] == ["preamble", "preamble", "text", "text"]


@pytest.mark.parametrize("word", "PART TITLE CHAPTER SUBPART ANNEX Annex APPENDIX Appendix".split())
def test_the_name_of_a_part_is_no_lead_in(word: str):
    found = paragraphs(f"Sec. 2. A. x\n{word} II. Late Boats\n(a) They sail.")
    assert [(p.part, p.parent) for p in found] == [("text", None), ("heading", 0), ("text", 0)]


SMALL_WORDS = "and as at by for from in into nor of on or out over per the to under upon via with within without its their our that through across against between during about toward towards this than"


@pytest.mark.parametrize("word", SMALL_WORDS.split())
def test_a_small_word_takes_no_capital_in_a_heading(word: str):
    heading = f"Boats {word} Carts {word} Barges."
    assert heading_length(f"{heading} The Board") == len(heading)


def test_prose_is_cited_by_paragraph():
    found = paragraphs("# A headline\nThe order asks for much.\n# More\nThe Secretary must act.\nSource: a wire")
    assert [p.citation for p in found] == ["p0", "p1", "p0", "p2", "p0"]


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Policy. It is the policy.", "Policy."), ("Upgrading American Systems for Advanced AI. (a) The", "Upgrading American Systems for Advanced AI."),
        ("Revocation of Schedule F. (a) The creation", "Revocation of Schedule F."), ("Protecting the Nation.(a) The", "Protecting the Nation."),
        ("Aid for regulated entities. (a) The heads", "Aid for regulated entities."), ("General Provisions.", "General Provisions."),
        ("“Menu-based” Sanctions Relating to Cars. (a) The", "“Menu-based” Sanctions Relating to Cars."),
        ("Purchase of U.S. Bank Notes; Certain Persons. (a) The", "Purchase of U.S. Bank Notes; Certain Persons."),
        ("The Secretary shall act. (a) First", ""), ("The Attorney General shall prioritize it.", ""), ("Within 30 days of this order, they act.", ""),
        ("New Rules for Old Boats and fast Carts. The Board", "New Rules for Old Boats and fast Carts."), ("Old Boats and fast carts. The Board", ""),
        ("", ""), ("(a) The", ""), ("“Agency” means a body.", ""),
    ],
)  # fmt: skip
def test_headings(text: str, heading: str):
    assert text[: heading_length(text)] == heading


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Section 1. Policy.", "1"), ("Sec. 2. X.", "2"), ("SEC. 3. X.", "3"), ("Sec 2. X.", "2"), ("Sec. 4.1. X.", "4.1"), ("Sec. 201. X.", "201"),
        ("Sec. 2 Policy.", "2"), ("Section 7: X", "7"), ("Sec. 2", "2"), ("Section 2 of the Act", None), ("Sections 2 and 3", None), ("Second. X", None),
    ],
)  # fmt: skip
def test_section_headings(text: str, number: str | None):
    match = SECTION.match(text)
    assert (match and match["number"]) == number


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("a", [("a", 1)]), ("i", [("a", 9), ("i", 1)]), ("v", [("a", 22), ("i", 5)]), ("aa", [("aa", 1), ("a", 27)]), ("ii", [("aa", 9), ("a", 35), ("i", 2)]),
        ("xiv", [("i", 14)]), ("A", [("A", 1)]), ("IV", [("I", 4)]), ("12", [("1", 12)]), ("ab", []), ("§", []), ("", []),
    ],
)  # fmt: skip
def test_ways_to_read_a_label(label: str, expected: list[tuple[str, int]]):
    assert [(numeral.style, numeral.place) for numeral in numerals(label)] == expected


@pytest.mark.parametrize(
    ("label", "opened", "ahead", "after_colon", "depth", "explained"),
    [
        ("a", [], [], False, 0, True), ("b", ["a1"], [], False, 0, True), ("i", ["a1"], ["ii"], True, 1, True),
        ("i", ["a8"], ["j"], False, 0, True), ("i", ["a8"], ["ii"], False, 1, True), ("i", ["a8"], [], True, 1, True),
        ("c", ["a1"], [], False, 0, False), ("b", [], [], False, 0, False),
    ],
)  # fmt: skip
def test_where_a_label_hangs(
    label: str, opened: list[str], ahead: list[str], after_colon: bool, depth: int, explained: bool
):
    place = place_label(label, [Numeral(each[0], int(each[1:])) for each in opened], ahead, after_colon)
    assert place and (place.depth, place.explained) == (depth, explained)


def test_nesting_without_end_is_bounded():
    found = paragraphs("Sec. 1. A.\n" + "(a) x:\n" * 300)
    assert max(p.level for p in found) <= 10


def test_an_item_that_is_all_title_is_no_heading():
    found = {p.citation: (p.heading, p.text_span.end - p.text_span.start) for p in paragraphs(
        "Sec. 1. Offices.\n(a) Office of the Clerk.\n(b) Bureau of Carts.\n(c) Members.\nThey are few.\n(d) Tasks.\n(i) Ride.\n(ii) Rest."
    ) if p.label}  # fmt: skip
    assert [c for c, (heading, _) in found.items() if heading] == ["1", "1(c)", "1(d)"]
    assert found["1(a)"][1] == len("Office of the Clerk.")


@pytest.mark.parametrize(
    ("words", "seen_from", "expected"),
    [
        ("section 3(b) of this order", "5", ["3(b)"]), ("subsection (c)(ii) of this section", "2(a)", ["2(c)(ii)"]),
        ("sections 2 and 4(a) of this order", "5", ["2", "4(a)"]), ("subsections (a)(i) and (ii) of this section", "2(c)", ["2(a)(i)", "2(a)(ii)"]),
        ("subsections (a)(i)(A)-(C) or (b)(i) of this section", "2(c)", ["2(a)(i)(A)", "2(a)(i)(C)", "2(b)(i)"]),
        ("subsections (ii)(A), (ii)(B) of this subsection", "3(d)(i)", ["3(d)(ii)(A)", "3(d)(ii)(B)"]),
        ("subsection 4.1(b) of this section", "4.2", ["4.1(b)"]), ("section (2)(a) of this order", "5", ["2(a)"]),
        ("paragraph (i) of subsection (b) of this section", "2(a)", ["2(b)(i)"]), ("subsection (a) of section 6", "2(a)", ["6(a)"]),
        ("subsection (b)", "2(a)", ["2(b)"]), ("section 3", "2(a)", []), ("section 3(a) of the Act", "2(a)", []), ("section 5 of title 5", "2", []),
        ("subsection (a) of section 6 of the Act", "2(a)", []), ("section 2 of this memorandum", "5", ["2"]), ("section 1-209 of this order", "2", []), ("subsection (b) of the order", "2", []),
    ],
)  # fmt: skip
def test_references_of_an_order_to_itself(words: str, seen_from: str, expected: list[str]):
    assert [reference.candidates[0] for reference in own_references(f"as {words} says", seen_from)] == expected


# a list right behind a command, in one line: its citations; with commas, or behind another word, it is none
IN_LINE = {
    "semicolons": ("(a) The Board shall (i) count mills; (ii) list barns; and (iii) sell carts.", ["2(a)", "2(a)(i)", "2(a)(ii)", "2(a)(iii)"]),
    "is directed to": ("(a) The Board is directed to (1) count mills; and (2) list barns.", ["2(a)", "2(a)(1)", "2(a)(2)"]),
    "a time between": (
        "(a) The Board shall, within 7 days of the date of this order, (i) count mills; and (ii) list barns.",
        ["2(a)", "2(a)(i)", "2(a)(ii)"],
    ),
    "a verb between": ("(a) The Board shall, within 7 days of this order, list (i) mills; and (ii) barns.", ["2(a)"]),
    "commas": ("(a) The Board shall (i) count mills, (ii) list barns, and (iii) sell carts.", ["2(a)"]),
    "objects": ("(a) The Board shall list (i) mills; (ii) barns; and (iii) carts.", ["2(a)"]),
    "a reference": ("(a) The Board shall apply subsection (i) of this section; (ii) stays.", ["2(a)"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), IN_LINE.values(), ids=IN_LINE)
def test_a_list_in_the_line_behind_a_command(text: str, expected: list[str]):
    assert [each.citation for each in paragraphs(f"Sec. 2. Tasks.\n\n{text}") if each.part == "text"][
        -len(expected) :
    ] == expected
