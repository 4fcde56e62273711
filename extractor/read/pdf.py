"""A PDF → the text on its pages, line by line as it was set.

pypdf gives each line of the Register's pages with a blank at its end, but for a word that the typesetter broke: so a
hyphen that belongs to the word (``government- wide``) can be told from one that does not. No other reader keeps that.
"""

from __future__ import annotations

import io
import logging

from extractor.problems import Problem, ProblemsFound

PAGE_BREAK = "\f"
MOST_PAGES = 500  # the longest order has 60
MOST_CONTENT = 4_000_000  # bytes that set the pages, unpacked; the longest order has 0.4 million
MOST_STEPS = 250_000  # single steps that set a word, a font, a place; a page of the Register has some 300
_BY_NUMBER = "or import the order by its number"


def is_pdf(raw: bytes) -> bool:
    """True for the bytes of a PDF."""
    return raw.startswith(b"%PDF")


def pdf_text(raw: bytes, file: str) -> str:
    """The text of the pages of a PDF, each ended by a form feed.

    One that is encrypted is read where that takes no password, as with the usual “no editing”. Raises ``ProblemsFound``
    for a PDF that is damaged, asks for a password, is too long, takes too much work, or holds no text.
    """
    from pypdf.errors import FileNotDecryptedError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on fonts are no concern of a reader
    try:
        texts = _texts(raw, file)
    except ProblemsFound:
        raise
    except FileNotDecryptedError:
        fix = f"open it with the password and print it to a new PDF, {_BY_NUMBER}"
        raise _refused(file, "the PDF asks for a password", allowed="a PDF that anybody can open", fix=fix) from None
    except Exception as error:  # whatever a damaged or hostile file makes its reader raise is a fault of the file
        why = " ".join(str(error).split())[:200]
        fix = f"download it again, print it to a new PDF from a program that shows it, {_BY_NUMBER}"
        raise _refused(file, f"the PDF cannot be read: {why}" if why else "the PDF cannot be read", fix=fix) from None
    if not any(text.strip() for text in texts):
        fix = f"put its pages through text recognition, {_BY_NUMBER}"
        raise _refused(file, "the PDF holds pictures of pages and no text", "no text", fix=fix)
    return "".join(f"{text}{PAGE_BREAK}" for text in texts)


def _texts(raw: bytes, file: str) -> list[str]:
    """The text of each page. Raises ``ProblemsFound`` where there is too much of it, and whatever pypdf raises."""
    from pypdf import PdfReader

    pages = PdfReader(io.BytesIO(raw)).pages
    if len(pages) > MOST_PAGES:
        raise _refused(file, "the PDF is too long", f"{len(pages)} pages", f"up to {MOST_PAGES} pages")
    texts, work = [], _Work(file)
    for page in pages:
        contents = page.get_contents()
        work.unpacked(len(contents.get_data()) if contents else 0)
        texts.append(page.extract_text(visitor_operand_before=work.step))
        work.step()  # what is refused inside a form, pypdf takes for a fault of the form, and goes on
    return texts


class _Work:
    """Counts what the pages of a PDF take to read, in things that do not depend on the machine."""

    def __init__(self, file: str):
        self._file, self._bytes, self._steps = file, 0, 0

    def unpacked(self, size: int) -> None:
        """Of a page. Raises ``ProblemsFound`` where it is too much with those before."""
        self._bytes += size
        if self._bytes > MOST_CONTENT:
            raise self._too_much(f"more than {MOST_CONTENT:,} bytes that set its pages")

    def step(self, *_: object) -> None:
        """One more step, on a page or in a form that stands on it. Raises ``ProblemsFound`` at the first too many."""
        self._steps += 1
        if self._steps > MOST_STEPS:
            raise self._too_much(f"more than {MOST_STEPS:,} steps that set its pages")

    def _too_much(self, found: str) -> ProblemsFound:
        fix = f"take the pages of the order out of it, save them as text, {_BY_NUMBER}"
        return _refused(
            self._file, "the PDF takes too much work to read", found, "an order as the Register sets it", fix
        )


def _refused(
    file: str,
    message: str,
    found: str | None = None,
    allowed: str = "a PDF with text in it",
    fix: str = f"download it again, {_BY_NUMBER}",
) -> ProblemsFound:
    return ProblemsFound([Problem(file, 0, 0, message, found, allowed, fix)])
