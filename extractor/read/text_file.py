"""Any file that can hold an order's text → a ``RawOrder``: decode it, tell its format, read it.

Formats are told apart by what they contain, never by the file's name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from xml.etree import ElementTree

from extractor.problems import Problem, ProblemsFound
from extractor.read.federal_register_text import read_federal_register_htm, read_pdf_text
from extractor.read.federal_register_xml import read_federal_register_xml
from extractor.read.html import read_html
from extractor.read.language import other_language
from extractor.read.markdown import markdown_blocks
from extractor.read.one_line import is_one_line, paragraphs_of
from extractor.read.pdf import is_pdf, pdf_text
from extractor.read.raw import PARAGRAPH, RawBlock, RawOrder, enacts
from extractor.read.typography import without_page_marks
from extractor.words.dates import closing_date, number_and_date
from extractor.yaml.tree import Mapping, Scalar, read_yaml

LARGEST = 4_000_000  # bytes; the longest order has under 1,000,000
FORMATS = (
    "order.md, a White House page (HTML or Markdown), Federal Register XML, Federal Register plain text, "
    "a PDF or the text of one"
)
_HTML = re.compile(r"(?:<\?xml[^<>]*>)?\s*<(?:!doctype|html|head|body|article|div|main|p|section|h1)\b", re.I)
_COMMENT = re.compile(r"<!--.*?-->", re.S)
_PDF_TEXT = re.compile(r"\f|^VerDate |^[ \t]*(?:\d{1,6}[ \t]+)?Federal Register ?/ ?Vol\. ?\d+, No\. ?\d+ ?/", re.M)
_TAG = re.compile(r"<[^<>]*>")
_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.*?\r?\n)---[ \t]*(?:\r?\n|\Z)", re.S)
_NUMBER_LINE = re.compile(r"EXECUTIVE ORDER(?: NO\.)? (\d{4,5})", re.I)
_LONGEST_HEAD = 60  # characters of the line with the number and the day
_LONGEST_TITLE = 300  # characters
_LONGEST_FRONT_MATTER = 20_000  # characters; a page's has 500
_CONTROL_BYTES = bytes([*range(9), *range(14, 27), 28, 29, 30, 31])
_WALL = re.compile(
    r"(?:enable|turn on|accept(?: all)?|use|requires?) (?:java ?script|(?:all |our )?cookies)|you are (?:a )?human"
    r"|access denied|captcha|checking your browser|unusual traffic|automated access|request access|just a moment",
    re.I,
)
_SHORT = 3000  # characters; an order's page has more, a page that asks for a check has less
_FEDERAL_REGISTER_TAGS = re.compile(r"<(?:PRESDOCU|EXECORD|PRMEMO|PROCLA|DETERM|PRNOTICE|PRORDER|FP|HD)\b")


def decode(raw: bytes, file: str) -> str:
    """The text of a file with ``\\n`` line ends: UTF-8 (with or without a mark), UTF-16 with a mark, or Latin-1.

    Of a PDF, the text on its pages. Raises ``ProblemsFound`` for a file that is empty, binary or too large.
    """
    if not raw.strip():
        raise _refuse(file, "the file is empty", allowed=FORMATS)
    if len(raw) > LARGEST:
        raise _refuse(
            file, "the file is too large", found=f"more than {LARGEST:,} bytes", allowed=f"up to {LARGEST:,} bytes"
        )
    if is_pdf(raw):
        return pdf_text(raw, file)
    if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _with_plain_line_ends(raw.decode("utf-16", "replace"))
    if _is_binary(raw):
        raise _refuse(file, "the file is binary", found="control bytes", allowed=FORMATS)
    try:
        return _with_plain_line_ends(raw.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        return _with_plain_line_ends(_decode_latin(raw, file, error))


def _with_plain_line_ends(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _is_binary(raw: bytes) -> bool:
    """True if more than one byte in a hundred is a control byte that no text holds."""
    head = raw[:65536]
    return len(head) - len(head.translate(None, _CONTROL_BYTES)) > len(head) / 100


def _decode_latin(raw: bytes, file: str, error: UnicodeDecodeError) -> str:
    line = raw.count(b"\n", 0, error.start) + 1
    column = error.start - raw.rfind(b"\n", 0, error.start)
    text = raw.decode("cp1252", "replace")
    readable = sum(character.isprintable() or character.isspace() for character in text) / len(text)
    if readable > 0.98 and "\N{REPLACEMENT CHARACTER}" not in text:
        return text
    found = f"byte 0x{raw[error.start]:02x}"
    fix = "save the file as UTF-8"
    raise ProblemsFound([Problem(file, line, column, "the file is not UTF-8", found, "UTF-8 text", fix)])


def read_text(text: str, file: str) -> RawOrder:
    """Read a decoded text in whichever format it is.

    Raises ``ProblemsFound`` when it is damaged or holds no order at all.
    """
    raw = _reader(text)(text, file)
    if not any(len(block.text) > 20 for block in raw.blocks):
        raise _refuse(file, "there is no running text in the file", allowed=FORMATS)
    if language := other_language(" ".join(block.text for block in raw.blocks)):
        fix = "import the English text of the order"
        raise _refuse(file, "the text is not in English", f"a text in {language}", "a text in English", fix)
    return raw


def _reader(text: str) -> Callable[[str, str], RawOrder]:
    head = text[:3000].lstrip()
    if re.match(r"<\?xml|<PRESDOCU|<FEDREG|<RULE|<EXECORD", head) and not re.search(r"<html\b", head, re.I):
        return _xml
    if "<pre>" in head.lower() and "Federal Register" in head or head.startswith("[Federal Register Volume"):
        return lambda text, file: read_federal_register_htm(text)
    if _PDF_TEXT.search(text):
        return lambda text, file: read_pdf_text(text)
    if _HTML.match(_COMMENT.sub("", head).lstrip()):
        return _html
    return _markdown


def _xml(text: str, file: str) -> RawOrder:
    if not _FEDERAL_REGISTER_TAGS.search(text):
        raise _refuse(file, "this XML is no document of the Federal Register", text[:60], FORMATS)
    try:
        return read_federal_register_xml(text)
    except ElementTree.ParseError as error:
        line, column = error.position
        fix = "download the document again: it may have been cut off"
        message = f"the XML is damaged: {error.msg if hasattr(error, 'msg') else error}"
        raise ProblemsFound([Problem(file, line, column + 1, message, None, "well-formed XML", fix)]) from None


def _html(text: str, file: str) -> RawOrder:
    raw = read_html(text)
    words = " ".join(block.text for block in raw.blocks)
    if len(words) < _SHORT and not enacts(words) and _WALL.search(_TAG.sub(" ", text[:200_000])):
        fix = "save the page from a browser in which it is shown, or import the order by its number"
        raise _refuse(
            file, "this is a page that asks for cookies or a check, not an order", words[:80] or "no text", FORMATS, fix
        )
    return _with_closing_date(raw)


def _markdown(text: str, file: str) -> RawOrder:
    match = _FRONT_MATTER.match(text)
    blocks = markdown_blocks(without_page_marks(text[match.end() :] if match else text), plain_lines=True)
    metadata = _page_title(match[1]) if match else {}
    head, blocks = _head(blocks)
    metadata = head | metadata
    if not metadata.get("title") and blocks and blocks[0].kind == "heading":
        metadata["title"] = blocks[0].text
    if is_one_line([block.text for block in blocks]):
        blocks = tuple(RawBlock(PARAGRAPH, text) for block in blocks for text in paragraphs_of(block.text))
    return _with_closing_date(RawOrder("markdown", blocks, metadata))


def _head(blocks: tuple[RawBlock, ...]) -> tuple[dict[str, object], tuple[RawBlock, ...]]:
    """What the line with the order's number states, and the blocks without it: the number, and the Register's own words
    (``Executive Order 14409 of June 2, 2026``) the signing day, too, and the title below them.
    """
    first = blocks[0].text if blocks else ""
    if number := _NUMBER_LINE.fullmatch(first):
        return {"number": int(number[1])}, blocks[1:]
    numbered = number_and_date(first) if len(first) < _LONGEST_HEAD else None
    if not numbered:
        return {}, blocks
    fields: dict[str, object] = {"number": numbered[0]} | ({"signed": numbered[1]} if numbered[1] else {})
    below = blocks[1].text if len(blocks) > 1 else ""
    if below and len(below) < _LONGEST_TITLE and below[-1] not in ".:;":
        fields["title"] = below
    return fields, blocks[1:]


def _page_title(front_matter: str) -> dict[str, object]:
    """The title from a page's front matter. Its dates are the page's own and are left alone."""
    if len(front_matter) > _LONGEST_FRONT_MATTER:
        return {}
    fields, _ = read_yaml(front_matter, "", plain_only=False)
    title = fields.get("title") if isinstance(fields, Mapping) else None
    return {"title": " ".join(title.text.split())} if isinstance(title, Scalar) and title.text else {}


def _with_closing_date(raw: RawOrder) -> RawOrder:
    signed = closing_date([block.text for block in raw.blocks])
    return RawOrder(raw.form, raw.blocks, raw.metadata | ({"signed": signed} if signed else {}))


def _refuse(
    file: str, message: str, found: str | None = None, allowed: str | None = None, fix: str | None = None
) -> ProblemsFound:
    return ProblemsFound([Problem(file, 0, 0, message, found, allowed, fix)])
