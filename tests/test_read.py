"""Every format that holds an order: a small sample and what is read from it; and what bad input gets."""

from __future__ import annotations

from contextlib import suppress
from datetime import date

import pytest
from timing import GROWTH, assert_linear

from extractor.model import Order
from extractor.pipeline import read_order
from extractor.problems import ProblemsFound
from extractor.read.language import other_language
from extractor.read.raw import RawBlock, RawOrder, to_order
from extractor.read.text_file import decode, read_text
from extractor.read.typography import plain, superscript


def read(text: str | bytes) -> RawOrder:
    """A text in whichever format it is."""
    raw = text.encode("utf-8") if isinstance(text, str) else text
    return read_text(decode(raw, "sample"), "sample")


def texts(text: str | bytes) -> list[str]:
    """Its blocks' words."""
    return [block.text for block in read(text).blocks]


LONG = "The Secretary of Labor shall publish a plan for the parks."

HTM = """<html><body><pre>[Federal Register Volume 91, Number 44 (Friday, March 6, 2026)]
[Presidential Documents]
[Pages 901-902]
[FR Doc No: 2026-04001]

\0\0Presidential Documents

[[Page 901]]

                Executive Order 15001 of March 3, 2026


Mending the Bridges
                of the Parks

                By the authority vested in me as President, it is
                hereby ordered:

                Section 1. Duties. (a) The Secretary of Labor
                (Secretary), under 5 U.S.C.
                3302, shall list every ``bridge''--whatever its
                age--and:

[[Page 902]]

(i) count the bridges;
and
                    (ii) mend them.
                <GRAPHIC(S) NOT AVAILABLE IN TIFF FORMAT>
                    (Presidential Sig.)

                THE WHITE HOUSE,

                    March 3, 2026.

[FR Doc. 2026-04001
Filed 3-5-26; 8:45 am]
Billing code 3295-F6-P
</pre></body></html>
"""

PDF = """Presidential Documents
901{x}
Federal Register / Vol. 91, No. 44 / Friday, March 6, 2026 / Presidential Documents{x}
Executive Order 15001 of March 3, 2026{x}
Mending the Bridges of the Parks{x}
By the authority vested in me as President, it is hereby ordered:{x}
Section 1. Duties. (a) The Secretary of Labor (Secretary) shall inspect the inter-
state bridges of every park in which one stands, whatever its age, with long-{y}
term plans that the Secretary makes.{x}
The plans are to name an AI-{y}
enabled tool and other long-term tools for every park in which a bridge stands{x}
VerDate Sep<11>2014{x}
18:58 Mar 04, 2026
Jkt 268001
PO 00000
E:\\FR\\FM\\06MRE0.SGM
khammond on DSK9W7S144PROD with PRESDOC


902{x}
Federal Register / Vol. 91, No. 44 / Friday, March 6, 2026 / Presidential Documents{x}
and to be given to ‘‘the public’’.{x}
(b) They are mended.{x}
THE WHITE HOUSE,{x}
March 3, 2026.{x}
[FR Doc. 2026–04001{x}
Filed 3–5–26; 8:45 am]{x}
Billing code 3395–F4–P{x}
"""
PDF_TEXTS = [
    "By the authority vested in me as President, it is hereby ordered:",
    "Section 1. Duties. (a) The Secretary of Labor (Secretary) shall inspect the interstate bridges of every park in which one "
    "stands, whatever its age, with long-term plans that the Secretary makes.",
    "The plans are to name an AI-enabled tool and other long-term tools for every park in which a bridge stands and to be given to "
    "“the public”.",
    "(b) They are mended.",
    "THE WHITE HOUSE,",
    "March 3, 2026.",
]


def test_federal_register_plain_text():
    raw = read(HTM)
    assert [block.text for block in raw.blocks] == [
        "By the authority vested in me as President, it is hereby ordered:",
        "Section 1. Duties. (a) The Secretary of Labor (Secretary), under 5 U.S.C. 3302, shall list every “bridge”—whatever its age—and:",
        "(i) count the bridges; and",
        "(ii) mend them.",
        "THE WHITE HOUSE,",
        "March 3, 2026.",
    ]
    assert raw.metadata == {
        "number": 15001, "signed": date(2026, 3, 3), "title": "Mending the Bridges of the Parks",
        "citation": "91 FR 901", "document": "2026-04001",
    }  # fmt: skip


@pytest.mark.parametrize("marks", [(" ", " "), ("", "")], ids=["hyphens marked", "hyphens not marked"])
def test_text_of_a_pdf_loses_its_furniture_and_the_typesetters_hyphens(marks: tuple[str, str]):
    raw = read(PDF.format(x=marks[0], y=marks[1]))
    assert [block.text for block in raw.blocks] == PDF_TEXTS
    assert raw.metadata == {
        "number": 15001, "signed": date(2026, 3, 3), "title": "Mending the Bridges of the Parks",
        "citation": "91 FR 901", "document": "2026-04001",
    }  # fmt: skip


def test_a_short_month_in_the_title_line():
    assert read(HTM.replace("March 3, 2026", "May 4, 2026")).metadata["signed"] == date(2026, 5, 4)


XML = """<?xml version="1.0" encoding="UTF-8"?>
<PRESDOCU><EXECORD><TITLE3>Title 3—</TITLE3><PRES>The President</PRES><PRTPAGE P="901"/>
<EXECORDR>Executive Order 15001 of March 3, 2026</EXECORDR><HD SOURCE="HED">Mending the Bridges</HD>
<FP>By the authority vested in me as President, it is hereby ordered:</FP><HD SOURCE="HD1">PART I</HD>
<FP><E T="04">Section 1</E>. <E T="03">Duties</E>. The Secretary of <PRTPAGE P="902"/>Labor shall count to 10<SU>26</SU> bridges.</FP>
<GPOTABLE><ROW><ENT>Park</ENT><ENT>Bridges</ENT></ROW></GPOTABLE><GPH><GID>x.EPS</GID></GPH>
<PLACE>THE WHITE HOUSE,</PLACE><DATE>March 3, 2026.</DATE><FRDOC>[FR Doc. 2026–04001 </FRDOC><FILED>Filed</FILED></EXECORD></PRESDOCU>
"""


def test_federal_register_xml():
    raw = read(XML)
    assert [(block.kind, block.text) for block in raw.blocks] == [
        ("paragraph", "By the authority vested in me as President, it is hereby ordered:"), ("heading", "PART I"),
        ("paragraph", "Section 1. Duties. The Secretary of Labor shall count to 10²⁶ bridges."), ("table", "Park Bridges"),
        ("paragraph", "THE WHITE HOUSE,"), ("paragraph", "March 3, 2026."),
    ]  # fmt: skip
    assert raw.metadata == {
        "kind": "executive order", "number": 15001, "signed": date(2026, 3, 3), "title": "Mending the Bridges", "document": "2026-04001",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "kind"), [("PRMEMO", "memorandum"), ("PROCLA", "proclamation"), ("DETERM", "memorandum")]
)
def test_the_documents_element_tells_its_kind(tag: str, kind: str):
    assert read(XML.replace("EXECORD>", f"{tag}>")).metadata["kind"] == kind


@pytest.mark.parametrize(
    ("kind", "title", "opening", "closing"),
    [
        ("memorandum", "Mending the Bridges", "MEMORANDUM FOR THE SECRETARY OF LABOR", "THE WHITE HOUSE,"),
        ("memorandum", "Mending the Bridges", "NATIONAL SECURITY MEMORANDUM/NSM-99", "THE WHITE HOUSE,"),
        ("memorandum", "Memorandum on Mending the Bridges", "Bridges are old.", "THE WHITE HOUSE,"),
        ("memorandum", "Bridges", "Bridges are old.", "This memorandum is not intended to create any right."),
        ("proclamation", "Bridge Day", "A PROCLAMATION", "THE WHITE HOUSE,"),
        ("directive", "Domestic Presidential Policy Directive – 9", "MEMORANDUM FOR AGENCIES", "THE WHITE HOUSE,"),
        ("executive order", "Bridges", "By the authority vested in me as President, it is hereby ordered:", "Made."),
        ("executive order", "Ending the Memorandum on Bridges", "It is hereby ordered:", "This memorandum was wrong."),
        ("summary", "Bridges", "The President signed a memorandum on bridges.", "He was glad."),
    ],
)
def test_a_text_says_what_it_is(kind: str, title: str, opening: str, closing: str):
    blocks = tuple(RawBlock("paragraph", text) for text in (opening, "The Secretary shall count bridges.", closing))
    order = to_order(RawOrder("markdown", blocks, {"title": title}), "eo-1")
    assert (order.kind, order.text) == (kind, "summary" if kind == "summary" else "official")


PAGE = """<!DOCTYPE html><html lang="en"><head><title>Mending the Bridges &#8211; The White House</title><style>p {}</style>
<script>if (a < b) { shall() }</script></head><body><!-- <p>The Secretary shall not read this.</p> -->
<nav><ul><li>Menu</li></ul></nav><header><h1>Mending the&nbsp;Bridges</h1><time>March 9, 2026</time></header>
<div class="entry"><p>Presidential Actions</p><p>By the authority vested in me as President, it is hereby ordered:</p>
<p><u>Section</u> <u>1</u>. &nbsp;<u>Duties</u>.&nbsp; The Secretary of Labor shall count 10<sup>26</sup> bridges<br>and their steps.<br>(a) One.</p>
<ol start="3"><li>Wood</li><li>Stone</li></ol><ul><li>Iron</li></ul>
<table><tr><th>Park</th><th>Bridges</th></tr><tr><td>North</td><td>2</td></tr></table><noscript>Enable JavaScript</noscript>
<p>DONALD DOE</p><p>THE WHITE HOUSE,</p><p>&nbsp; March 3, 2026.</p><p>Share this page: the Secretary shall not.</p></div>
<footer><p>THE WHITE HOUSE</p></footer></body></html>
"""


def test_a_white_house_page_in_html():
    raw = read(PAGE)
    assert [(block.kind, block.text) for block in raw.blocks] == [
        ("paragraph", "By the authority vested in me as President, it is hereby ordered:"),
        ("paragraph", "Section 1. Duties. The Secretary of Labor shall count 10²⁶ bridges and their steps."), ("paragraph", "(a) One."),
        ("paragraph", "3. Wood"), ("paragraph", "4. Stone"), ("paragraph", "Iron"), ("table", "Park Bridges North 2"),
        ("paragraph", "DONALD DOE"), ("paragraph", "THE WHITE HOUSE,"), ("paragraph", "March 3, 2026."),
    ]  # fmt: skip
    assert raw.metadata == {"title": "Mending the Bridges", "signed": date(2026, 3, 3)}
    assert [block.text for block in raw.blocks if block.bullet] == ["Iron"]


@pytest.mark.parametrize(
    "source",
    [
        "The Board of Boats shall:\n\n- sail:\n\n  - east;\n\n- rest\n  well.\n\nThe end.\n\n1. One.",
        "<html><body><p>The Board of Boats shall:</p><ul><li><p>sail:</p><ul><li>east;</li></ul></li><li>rest well.</li></ul><p>The end.</p>"
        "<ol><li>One.</li></ol></body></html>",
    ],
    ids=["Markdown", "HTML"],
)
def test_an_item_behind_a_bullet_says_how_deep_it_stands(source: str):
    blocks = read(source).blocks
    assert [(block.text, block.bullet) for block in blocks] == [
        ("The Board of Boats shall:", 0), ("sail:", 1), ("east;", 2), ("rest well.", 1), ("The end.", 0), ("1. One.", 0),
    ]  # fmt: skip


def test_an_annex_after_the_closing_block_stays():
    page = PAGE.replace("<p>Share this page", "<p>ANNEX</p><p>Share this page")
    assert texts(page)[-2:] == ["ANNEX", "Share this page: the Secretary shall not."]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        (f"<span style='x'>Sec</span>.\n<span>2</span>. <u>Duties</u>.  {LONG}", [f"Sec. 2. Duties. {LONG}"]),
        (f"**Sec. 2**. **Duties. ** {LONG}", [f"Sec. 2. Duties. {LONG}"]),
        (f"Sec. 2.  Duties.* * (a)  {LONG}", [f"Sec. 2. Duties. (a) {LONG}"]),
        (f"\\(b\\)  {LONG}\n\n(c)  {LONG}", [f"(b) {LONG}", f"(c) {LONG}"]),
        (f"\u00a0\u00a0\u00a0(a)\u00a0{LONG}", [f"(a) {LONG}"]),
        (f"{LONG}  \n(a) {LONG}  \n{LONG}", [LONG, f"(a) {LONG}", LONG]),
        ("The Secretary of Labor shall  \npublish a plan for the parks.", [LONG]),
        ("A model of 10<sup>26</sup> operations and H<sup>a</sup> more", ["A model of 10²⁶ operations and Ha more"]),
        (f"{LONG}\n\n<table><tr><td>a &amp; b</td></tr></table>", [LONG, "a & b"]),
        (
            "The text “* * *” leaves words out of the paragraph.",
            ["The text “* * *” leaves words out of the paragraph."],
        ),
        ("A star \\* of the order’s own stays where it is.", ["A star * of the order’s own stays where it is."]),
        (
            "1.  First, the Secretary shall act.\n2.  Then rest.",
            ["1. First, the Secretary shall act.", "2. Then rest."],
        ),
        (f"    {LONG}", [LONG]),
        (f"Executive Order 15001\n\n{LONG}", [LONG]),
    ],
)
def test_markdown_as_the_white_house_sets_it(markdown: str, expected: list[str]):
    assert texts(markdown) == expected


def test_a_page_states_its_title_and_number_but_not_its_date():
    raw = read(f"---\ntitle: Mending  Bridges\ndate: '2026-03-09'\n---\nExecutive Order 15001\n\n{LONG}\n")
    assert raw.metadata == {"title": "Mending Bridges", "number": 15001}


@pytest.mark.parametrize(
    ("closing", "signed"),
    [
        ("THE WHITE HOUSE,\n\n    March 3, 2026.", date(2026, 3, 3)), ("THE WHITE HOUSE, March 3, 2026.", date(2026, 3, 3)),
        ("The White House\n\nMarch 3, 2026", date(2026, 3, 3)), ("THE WHITE HOUSE,\n\nFebruary 30, 2026.", None),
        ("The White House said on March 3, 2026 that the Secretary of Labor would follow the plan.", None), ("March 3, 2026", None),
    ],
)  # fmt: skip
def test_the_signing_date_comes_from_the_closing_block(closing: str, signed: date | None):
    assert read(f"{LONG}\n\n{closing}\n").metadata.get("signed") == signed


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("a\u00adb ﬁne ﬂow o\u200bk \u202eabc\u202c x\u00a0 y\u2028z \x0b", "ab fine flow ok abc x y z"),
        ("\ufeffé ’ — 日", "é ’ — 日"),
        ("a\x00b\x08c\x7f", "abc"),
        ("  plain  ", "plain"),
    ],
)
def test_what_a_page_adds_to_words_is_taken_off(raw: str, expected: str):
    assert plain(raw) == expected


@pytest.mark.parametrize(("raised", "shown"), [("26", "²⁶"), ("-3", "⁻³"), ("th", "th"), ("n", "ⁿ"), ("", "")])
def test_raised_figures(raised: str, shown: str):
    assert superscript(raised) == shown


SAMPLE = f"Section 1. Duties. {LONG}\n\n(a) It’s “done”.\n"


@pytest.mark.parametrize(
    "raw",
    [
        SAMPLE.encode("utf-8"), SAMPLE.encode("utf-8-sig"), SAMPLE.encode("utf-16"), SAMPLE.encode("cp1252"),
        SAMPLE.replace("\n", "\r\n").encode(), SAMPLE.replace("\n", "\r").encode(), SAMPLE.replace("\n\n", "\r\n\n").encode(),
    ],
    ids=["UTF-8", "with a mark", "UTF-16", "Windows Latin-1", "CRLF", "CR", "mixed line ends"],
)  # fmt: skip
def test_encodings_and_line_ends(raw: bytes):
    assert texts(raw) == [f"Section 1. Duties. {LONG}", "(a) It’s “done”."]


@pytest.mark.parametrize(
    ("raw", "message"),
    [
        (b"", "the file is empty"), (b" \n\r\n", "the file is empty"), (b"%PDF-1.7\n%\xe2", "the PDF cannot be read"),
        (b"PK\x03\x04" + bytes(500), "the file is binary"), (b"x" * 50_000_000, "the file is too large"),
        (b"Sec. 1. \x81\x8d\x8f" * 30, "the file is not UTF-8"), (b"a b\n\nc d\n", "no running text"),
        (b"<html><body><p>Just a moment...</p></body></html>", "asks for cookies"),
        (b"<html><body><noscript>Enable JavaScript and cookies to continue</noscript></body></html>", "asks for cookies"),
        (b"<!doctype html><html><body></body></html>", "no running text"),
        (b"<PRESDOCU><EXECORD><P>The Secretary</EXECORD></PRESDOCU>", "the XML is damaged"),
        (b"<?xml version='1.0'?><svg></svg>", "no document of the Federal Register"),
        (b'<?xml version="1.0"?><!DOCTYPE P [<!ENTITY a "b">]><PRESDOCU><P>&a;</P></PRESDOCU>', "declares entities"),
        (b"<PRESDOCU>" + b"<P>" * 500_000 + b"</P>" * 500_000 + b"</PRESDOCU>", "inside one another"),
    ],
)  # fmt: skip
def test_bad_input_is_one_clear_problem(raw: bytes, message: str):
    with pytest.raises(ProblemsFound) as found:
        read(raw)
    (problem,) = found.value.problems
    assert problem.file == "sample" and message in problem.message and (problem.allowed or problem.fix)


def order(raw: str) -> Order:
    """The order in a text, outline included."""
    from extractor.outline.outline import outline

    found = read_order(raw.encode("utf-8"), "sample", "x")
    outline(found)
    return found


HOSTILE = [
    "(a)", "(a) ", "(a) b\n\n", "(a) b:\n\n", "(a) b: (i) c: ", "Sec. 1. A. ", "Sec. 1. Abc.\n\n", "**a ", "* * a ", "[", "[a](", "<", "<a ",
    "</a ", "<!-- ", "&#", "`a``", "_a ", "- a\n", "1. a\n", "\\", "a<br>", "“A ", "U.S. ", "THE WHITE HOUSE, ", "By the authority vested in me ",
    "ordered: ", "is amended to read: ", "a-\n", "Executive Order 1 of ", "\u00a0", "a\u00ad", "abcdefghij",
]  # fmt: skip
WRAPPERS = {
    "Markdown": "A first paragraph that runs.\n\n{}", "HTML": "<html><body><p>A first paragraph that runs.</p>{}",
    "text": "<html><pre>[Federal Register Volume 91, Number 1 (x)]\nA first paragraph that runs.\n{}", "PDF": "VerDate x\n\n\n\n\n\n\n\n\n\n\n\n\n\nA first paragraph that runs.\n{}",
    "XML": "<PRESDOCU><EXECORD><FP>A first paragraph that runs.</FP>{}",
}  # fmt: skip


@pytest.mark.slow
@pytest.mark.parametrize("wrapper", WRAPPERS)
def test_hostile_text_costs_time_that_grows_with_its_length_only(wrapper: str):
    for piece in HOSTILE:
        texts = [WRAPPERS[wrapper].format(piece * (size // len(piece))) for size in (30_000 // GROWTH, 30_000)]
        assert_linear(read_or_refuse, *texts)


def read_or_refuse(text: str) -> None:
    with suppress(ProblemsFound):
        order(text)


@pytest.mark.slow
def test_a_million_labels_are_read_in_linear_time():
    texts = ["Section 1. Duties. The Secretary shall act.\n\n" + "(a)" * (1_000_000 // few) for few in (GROWTH, 1)]
    assert_linear(order, *texts)


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("Sec. 2. Boats. (a) They shall sail.\n(b) They shall rest.", 2),
        ("They shall sail as\n(b) of that section says.", 1),
        ("They shall:\n(a) sail;\n(b) rest.", 2),  # “(b)” is left to the outline, which knows what it goes on from
        ("The Board acts.\nSec. 3. Ships. It sails.", 2),
        (
            "Under what is said in\nSec. 3. it sails, and so on without an end of its own words in this very long line",
            2,
        ),
        ("What is said about the ships and the boats of the whole fleet in\nSec. 3. stays.", 1),
        ("The Board acts.\nSection 3 of the Ships Act stays.", 1),
        ("Sec. 3.\nSection 12 Review. It sails.", 1),
        ("Article 2\nDuties\nThe Board shall sail.", 3),
        ("PART II—SHIPS\nSec. 3. It sails.", 2),
        ("The Board sails.\nPART II—SHIPS", 2),
        ("THE CITY OF EXAMPLE\nOFFICE OF THE MAYOR\nApril 2, 2026", 2),
        ("THE CITY OF EXAMPLE\n& its ports", 1),
        ("The Panel shall:\na. sail; and\nb. rest.", 3),
        ("They cite Smith Co.\nv. Jones in full.", 1),
        ("They cite Pub. L. No.\n5. It is long.", 1),
        ("It reads: “The Board sails.\nSec. 3. It rests.”", 1),
        ("Review\n4. The Board shall look again.", 2),
        ("3.—(1) The Board must sail.\n(2) It must rest.", 2),
    ],
)
def test_a_line_that_begins_a_paragraph(lines: str, expected: int):
    assert len(texts(f"{LONG}\n\n{lines}")) == expected + 1


def printed(title: str, *paragraphs: str) -> str:
    """The Register's page of an order under ``title``, with its mark, its signature and its number of the year 2009."""
    return "\n".join(
        [
            "<html><pre>[Federal Register Volume 74, Number 9 (Friday, December 4, 2009)]\n[Pages 707-708]",
            "[FR Doc No: E9-28493]\n\n[[Page 707]]\n",
            "                Executive Order 15001 of December 1, 2009\n",
            title,
            *paragraphs,
            "    (Presidential Sig.)B\n\n                THE WHITE HOUSE,\n\n                    December 1, 2009.\n</pre></html>",
        ]
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Care of Boats\n", "Care of Boats"),
        (
            "Care of Boats and of the \n                Ships of the Fleet",
            "Care of Boats and of the Ships of the Fleet",
        ),
        ("Care of Boats, Ships,\n\n                and Docks\n", "Care of Boats, Ships, and Docks"),
    ],
)
@pytest.mark.parametrize(
    "opening",
    [
        "Disputes exist between the owners of boats and certain of their crews.",
        "WHEREAS boats serve the public well,",
        "By the authority vested in me as President,",
        "This order serves the good care of boats.",
    ],
)
def test_the_title_of_an_order_whatever_its_text_opens_with(title: str, expected: str, opening: str):
    found = read(printed(title, f"                {opening}\n", "                Section 1. Boats. They shall sail.\n"))
    assert found.metadata["title"] == expected
    assert found.blocks[0].text.startswith(opening[:20])


def test_page_marks_and_the_place_of_the_signature_are_no_text():
    page = printed("Care of Boats\n", "    This order serves. [[Page 708]] \n\n    Sec. 2. Ships. They shall sail.\n")
    found = [block.text for block in read(page).blocks]
    assert found == ["This order serves.", "Sec. 2. Ships. They shall sail.", "THE WHITE HOUSE,", "December 1, 2009."]
    assert read(page).metadata["document"] == "E9-28493"
    assert texts(f"{LONG}\n\n[[Page 708]]\n\nSec. 2. Ships. They sail.") == [LONG, "Sec. 2. Ships. They sail."]


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("Executive Order 15001 of March 3, 2025\n\nCare of Boats", (15001, date(2025, 3, 3), "Care of Boats")),
        ("Executive Order 15001, March 3, 2025\n\nCare of Boats", (15001, date(2025, 3, 3), "Care of Boats")),
        ("Executive Order No. 15001 of March 3, 2025", (15001, date(2025, 3, 3), None)),
        ("EXECUTIVE ORDER 15001", (15001, None, None)),
        ("Executive Order 15001 of March 3, 2025, is the one that this order amends in part.", (None, None, None)),
    ],
)
def test_number_and_day_that_stand_in_the_heading_line_only(head: str, expected: tuple[object, ...]):
    found = read(f"{head}\n\n{LONG}").metadata
    assert tuple(found.get(name) for name in ("number", "signed", "title")) == expected


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("GIVEN under my hand this 3rd day of March, 2025.", date(2025, 3, 3)),
        ("IN WITNESS WHEREOF, I have hereunto set my hand this twenty-first day of May, in the year of our Lord two thousand nine.", date(2009, 5, 21)),
        ("Done at the Capitol this 31st day of April, 2025.", None),
        ("The list was given to them on the 3rd day of March, 2025.", None),
    ],
)  # fmt: skip
def test_the_day_on_which_a_text_says_that_it_was_given(words: str, day: date | None):
    assert read(f"{LONG}\n\n{words}").metadata.get("signed") == day


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("Le ministre publie avant le mois de juin un plan pour les ports et pour la mer, qui est sur le site.", "French"),
        ("El ministro publica antes de junio un plan para los puertos y para el mar, que se pone en la red.", "Spanish"),
        ("Der Minister legt bis zum Juni einen Plan für die Häfen und das Meer vor, die von dem Amt sind.", "German"),
        ("The Minister of the Port shall publish by June a plan for the harbours of the sea and the land.", None),
        ("Los Alamos, El Paso, Las Vegas, La Jolla, and Los Angeles are the places of the five boards of review.", None),
    ],
)  # fmt: skip
def test_a_text_in_another_language_is_told(words: str, language: str | None):
    assert other_language(words) == language
