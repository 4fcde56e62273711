"""PDFs: what can be read is read, and what cannot is one clear problem with what to do."""

from __future__ import annotations

import io
from collections.abc import Callable

import pytest
from pypdf import PdfWriter
from pypdf.generic import DecodedStreamObject, DictionaryObject, NameObject, StreamObject

from extractor.problems import ProblemsFound
from extractor.read import pdf
from extractor.read.pdf import pdf_text

WORDS = b"BT /F 12 Tf 72 700 Td (The Board shall report.) Tj ET\n"
FORM = b"/Form Do\n"


def stream(data: bytes, kind: type[StreamObject] = DecodedStreamObject, **fields: str) -> StreamObject:
    made = kind()
    made.set_data(data)
    made.update({NameObject(f"/{name}"): NameObject(f"/{value}") for name, value in fields.items()})
    return made


def written(
    content: StreamObject, pages: int = 1, change: Callable[[PdfWriter], object] | None = None, **forms: bytes
) -> bytes:
    """A PDF whose pages share one content, with forms that draw and may draw one another."""
    writer = PdfWriter()
    font = DictionaryObject({NameObject("/Type"): NameObject("/Font"), NameObject("/Subtype"): NameObject("/Type1")})
    font[NameObject("/BaseFont")] = NameObject("/Helvetica")
    drawn, resources = DictionaryObject(), DictionaryObject()
    resources[NameObject("/Font")] = DictionaryObject({NameObject("/F"): font})
    resources[NameObject("/XObject")] = drawn
    shared = writer._add_object(resources)
    for name, data in forms.items():
        form = stream(data, Type="XObject", Subtype="Form")
        form[NameObject("/Resources")] = shared
        drawn[NameObject(f"/{name}")] = writer._add_object(form)
    placed = writer._add_object(content)
    for _ in range(pages):
        page = writer.add_blank_page(612, 792)
        page[NameObject("/Contents")] = placed
        page[NameObject("/Resources")] = shared
    if change:
        change(writer)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()


@pytest.mark.parametrize("algorithm", ["RC4-40", "RC4-128", "AES-128", "AES-256-R5", "AES-256"])
def test_what_is_encrypted_against_editing_is_read(algorithm: str):
    def lock(writer: PdfWriter) -> None:
        writer.encrypt(user_password="", owner_password="editing", algorithm=algorithm)

    assert "The Board shall report." in pdf_text(written(stream(WORDS), change=lock), "x.pdf")


def locked(algorithm: str) -> Callable[[PdfWriter], None]:
    return lambda writer: writer.encrypt(user_password="reading", owner_password="editing", algorithm=algorithm)


def by_another_handler(raw: bytes) -> bytes:
    return raw.replace(b"/Filter /Standard", b"/Filter /Nonesuch")


TOO_MUCH = "the PDF takes too much work to read"
REFUSED = {
    "a password, RC4": (lambda: written(stream(WORDS), change=locked("RC4-128")), "the PDF asks for a password"),
    "a password, AES": (lambda: written(stream(WORDS), change=locked("AES-256")), "the PDF asks for a password"),
    "another lock": (lambda: by_another_handler(written(stream(WORDS), change=locked("AES-128"))), "the PDF cannot be read: "),
    "an unknown filter": (lambda: written(stream(WORDS, StreamObject, Filter="Nonesuch")), "the PDF cannot be read: "),
    "a filter for pictures": (lambda: written(stream(WORDS, StreamObject, Filter="JBIG2Decode")), "the PDF cannot be read"),
    "no text": (lambda: written(stream(b"0 0 9 9 re f\n")), "the PDF holds pictures of pages and no text"),
    "many heavy pages": (lambda: written(stream(WORDS * 800).flate_encode(), 400), TOO_MUCH),
    "many steps": (lambda: written(stream(b"q Q " * 1_200).flate_encode(), 400), TOO_MUCH),
    "forms in forms": (lambda: written(stream(FORM * 20), 20, Form=b"/Inner Do " * 20, Inner=b"q Q " * 50), TOO_MUCH),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_cannot_be_read_is_one_problem_that_says_what_to_do(name: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(pdf, "MOST_CONTENT", 100_000)
    monkeypatch.setattr(pdf, "MOST_STEPS", 10_000)
    make, message = REFUSED[name]
    raw = make()
    assert len(raw) < 200_000
    with pytest.raises(ProblemsFound) as found:
        pdf_text(raw, "x.pdf")
    (problem,) = found.value.problems
    assert problem.message.startswith(message) and problem.fix and "by its number" in problem.fix


def test_whatever_the_reader_of_pdfs_raises_is_one_problem(monkeypatch: pytest.MonkeyPatch):
    for error in (
        NotImplementedError("a filter\nof tomorrow"),
        AssertionError(),
        MemoryError(),
        RecursionError("deep"),
    ):
        monkeypatch.setattr(pdf, "_texts", lambda *_, error=error: (_ for _ in ()).throw(error))
        with pytest.raises(ProblemsFound) as found:
            pdf_text(b"%PDF", "x.pdf")
        assert "\n" not in found.value.problems[0].message


def test_the_bounds_on_work_are_far_above_an_order():
    """Sixty pages with 300 lines would be read; these are two of them."""
    lines, pages = 300, 60
    assert len(WORDS) * lines * pages < pdf.MOST_CONTENT and WORDS.count(b" T") * 2 * lines * pages < pdf.MOST_STEPS
    assert (
        pdf_text(written(stream(WORDS * lines).flate_encode(), 2), "x.pdf").count("The Board shall report.")
        == 2 * lines
    )
