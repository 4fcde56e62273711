"""One order in several printings gives one reading: the same words, the same obligations with the same ids."""

from __future__ import annotations

import csv
import html
import re
from collections import Counter
from functools import cache
from pathlib import Path

import pytest

from extractor.model import Reading
from extractor.pipeline import read_order, read_reading
from extractor.read.markdown import markdown_blocks

FORMS = {
    "White House Markdown": "whitehouse/{}.md", "Register XML": "federal-register-xml/{}.xml",
    "Register text": "federal-register-text/{}.htm", "PDF text": "federal-register-text/{}.pdf.txt",
}  # fmt: skip
IN_XML_AND_TEXT = (13767, 13773, 13780, 13783, 13800, 13801, 13806, 13807, 13810, 13859)
IN_MARKDOWN_AND_PDF = (14307, 14383, 14409, 14413)
AS_PDF = (
    14141, 14158, 14179, 14192, 14222, 14267, 14270, 14278, 14285, 14299, 14303, 14305, 14306, 14307, 14318, 14320, 14332, 14343,
)  # fmt: skip
ALIKE_IN_ONE_LINE = 0.96  # of the corpus; lists inside a sentence and slips of the page read otherwise


@cache
def reading(file: Path, number: int) -> Reading:
    """The reading of one printing."""
    return read_reading(read_order(file.read_bytes(), file.name, f"eo-{number}"))


def printings(corpus: Path, number: int) -> dict[str, Reading]:
    """Every printing of an order that the corpus holds."""
    found = {form: corpus / path.format(number) for form, path in FORMS.items()}
    return {form: reading(file, number) for form, file in found.items() if file.is_file()}


def essence(reading: Reading) -> list[tuple]:
    """What must not differ between printings. (Dashes and apostrophes are the printer's.)"""
    return [
        (
            o.id,
            o.kind,
            o.modal,
            o.responsible,
            o.through,
            o.in_consultation_with,
            o.in_coordination_with,
            o.schedule,
            o.deadline.kind,
        )
        for o in reading.obligations
    ]


def words(reading: Reading) -> list[str]:
    """The order's words without what belongs to a printing: dashes, apostrophes, dots in abbreviations, the signature."""
    text = re.sub(r"[‘’]", "'", re.sub(r"[“”]", '"', reading.order.body.replace("–", "-").replace("C.F.R.", "CFR")))
    return re.sub(
        r" DONALD J\. TRUMP(?= THE WHITE HOUSE)|(?<=\d{4}\.) \S+Download$", "", " ".join(text.split())
    ).split()


@pytest.mark.parametrize("number", [*IN_XML_AND_TEXT, *IN_MARKDOWN_AND_PDF])
def test_every_printing_gives_the_same_obligations(corpus: Path, number: int):
    (_, first), *others = printings(corpus, number).items()
    assert others and first.obligations
    for form, other in others:
        assert words(other) == words(first), form
        assert essence(other) == essence(first), form
        labels = [[(p.citation, p.label) for p in each.paragraphs if p.label] for each in (first, other)]
        assert labels[0] == labels[1], form
        assert other.order.signed == first.order.signed, form


@pytest.mark.parametrize("number", AS_PDF)
def test_the_registers_pdf_reads_as_the_page(shared: Path, number: int):
    """Also where the first or the last page holds another document's text (14158, 14192)."""
    page = reading(shared / f"corpus/whitehouse/{number}.md", number)
    pdf = reading(shared / f"pdf/{number}.pdf", number)
    assert essence(pdf) == essence(page)
    assert (pdf.order.number, pdf.order.signed) == (number, page.order.signed)
    row = manifest(shared / "corpus")[number]
    assert (pdf.order.citation, pdf.order.document) == (row["citation"], row["document"])
    hyphens = "".join(words(page)).replace("‑", "-")
    assert [word for word in words(pdf) if "-" in word and "—" not in word and word not in hyphens] == []


def in_one_line(file: Path) -> tuple[Reading, Reading]:
    """The reading of a text, and that of the same words with no line break in them."""
    page = read_reading(read_order(file.read_bytes(), file.name, "x"))
    line = " ".join(page.order.body.split())
    return page, read_reading(read_order(line.encode("utf-8"), "pasted.txt", "x"))


def test_a_text_pasted_as_one_line_reads_as_the_page(corpus: Path):
    alike, read, lost, found = 0, 0, 0, 0
    for file in sorted([*corpus.glob("whitehouse/*.md"), *corpus.glob("federal-register-xml/*.xml")]):
        page, pasted = in_one_line(file)
        if len({p.section for p in page.paragraphs if p.section}) < 2:
            continue
        read += 1
        alike += essence(page) == essence(pasted)
        wanted, given = Counter(map(repr, essence(page))), Counter(map(repr, essence(pasted)))
        found += wanted.total()
        lost += (wanted - given).total()
    assert read > 550 and alike / read >= ALIKE_IN_ONE_LINE
    assert lost / found <= 0.01


@pytest.mark.parametrize("number", IN_MARKDOWN_AND_PDF)
def test_a_page_in_html_reads_as_in_markdown(corpus: Path, number: int):
    source = (corpus / f"whitehouse/{number}.md").read_text("utf-8").split("\n---\n", 1)[1]
    paragraphs = "\n".join(f"<p>{html.escape(block.text)}</p>" for block in markdown_blocks(source))
    page = (
        "<!DOCTYPE html><html><head><title>A title – The White House</title><script>if (a < b) c();</script></head><body>"
        "<nav><p>The Secretary shall not read this menu.</p></nav><header>Menu</header><main><h1>A title</h1>"
        f"<p>Presidential Actions</p>{paragraphs}</main><footer><p>The Secretary shall not read this.</p></footer></body></html>"
    )
    order = read_order(page.encode("utf-8"), "page.html", f"eo-{number}")
    assert essence(read_reading(order)) == essence(printings(corpus, number)["White House Markdown"])
    assert order.title == "A title"


def manifest(corpus: Path) -> dict[int, dict[str, str]]:
    """Number, signing date, citation, document and title of every order of the corpus."""
    with (corpus / "manifest.csv").open(encoding="utf-8", newline="") as stream:
        return {int(row["number"]): row for row in csv.DictReader(stream)}


def test_metadata_comes_from_the_source(corpus: Path):
    known = manifest(corpus)
    for number in (*IN_XML_AND_TEXT, *IN_MARKDOWN_AND_PDF):
        for form, each in printings(corpus, number).items():
            order, row = each.order, known[number]
            assert str(order.signed) == row["signed"], form
            assert order.title.replace("’", "'") == row["title"].replace("’", "'"), form
            assert order.number in (number, None) and (order.number or form == "White House Markdown"), form
            assert order.citation in (row["citation"], None) and (order.citation or "text" not in form.lower()), form
            assert order.document == (row["document"] if "White" not in form else None), form


MISPRINTED = {"14108.md", "14199.md"}  # the closing block of these two pages names another day than the Register


def test_the_signing_date_is_the_orders_own_in_every_text(corpus: Path):
    known = manifest(corpus)
    undated = 0
    for file in sorted([*corpus.glob("whitehouse/*.md"), *corpus.glob("federal-register-*/*.*")]):
        order = read_order(file.read_bytes(), file.name, "x")
        if order.signed is None:
            undated += 1
            assert "THE WHITE HOUSE" not in order.body, file.name  # the page's own date is never taken for it
        elif file.name not in MISPRINTED:
            assert str(order.signed) == known[int(file.name.split(".")[0])]["signed"], file.name
    assert undated <= 22
