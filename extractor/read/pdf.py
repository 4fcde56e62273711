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


def is_pdf(raw: bytes) -> bool:
    """True for the bytes of a PDF."""
    return raw.startswith(b"%PDF")


def pdf_text(raw: bytes, file: str) -> str:
    """The text of the pages of a PDF, each ended by a form feed.

    Raises ``ProblemsFound`` for a PDF that is damaged, locked, too long, or that holds pictures of pages and no text.
    """
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # its remarks on fonts are no concern of a reader
    try:
        pages = PdfReader(io.BytesIO(raw)).pages
        if len(pages) > MOST_PAGES:
            raise _refused(file, "the PDF is too long", f"{len(pages)} pages", f"up to {MOST_PAGES} pages")
        texts = [page.extract_text() for page in pages]
    except (
        PyPdfError,
        ValueError,
        TypeError,
        KeyError,
        IndexError,
        AttributeError,
        RecursionError,
        OverflowError,
    ) as error:
        raise _refused(file, f"the PDF cannot be read: {error}" if str(error) else "the PDF cannot be read") from None
    if not any(text.strip() for text in texts):
        raise _refused(file, "the PDF holds pictures of pages and no text", "no text")
    return "".join(f"{text}{PAGE_BREAK}" for text in texts)


def _refused(
    file: str, message: str, found: str | None = None, allowed: str = "a PDF with text in it"
) -> ProblemsFound:
    fix = "download it again, or import the order by its number"
    return ProblemsFound([Problem(file, 0, 0, message, found, allowed, fix)])
