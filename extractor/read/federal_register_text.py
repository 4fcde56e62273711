"""Federal Register plain text (the ``.htm`` with ``<pre>``) and the text of the Register's PDF."""

from __future__ import annotations

import html
import re
from itertools import pairwise

from extractor.read.raw import PARAGRAPH, RawBlock, RawOrder
from extractor.read.typography import double_quotes, plain, without_page_marks
from extractor.words.dates import closing_date, number_and_date

_PRE = re.compile(r"<pre>(.*)</pre>", re.S | re.I)
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")
_STARTS_UNIT = re.compile(
    r"(?:[“\"]?(?:\([A-Za-z0-9]{1,5}\)|Sec(?:tion|\.)\s*\d+[\d.]*\.)\s|PART [IVX]+\b|THE WHITE HOUSE)"
)
_ENDS_UNIT = re.compile(r"(?:[.:;!?—][”\"’)]*|[;,]\s*(?:and|or)|ordered)\s*$")
_CITATION_ENDS = re.compile(r"\b(?:U\.S\.C|U\.S|Sec|sec|No|Nos|Stat|Pub|L|F\.R|e\.g|i\.e|Dr|Mr|Ms)\.\s*$")
_PAGE_HEAD = re.compile(
    r"^(?:\s*(?:\d{1,6}\s+)?Federal Register\s*/.*|\s*Presidential Documents\s*|\s*Title 3[—–-].*|\s*The President\s*)$"
)
_RUNNING_HEAD = re.compile(r"\s*Federal Register\s*(?:/.{0,150})?$")
_PAGE_NUMBER = re.compile(r"\s*\d{1,6}\s*")
_LONGEST_FURNITURE = 200  # code points
_PAGE_FOOT_START = re.compile(r"^VerDate ")
_PAGE_FOOT_END = re.compile(r"\bon DSK\w+(?:PROD)?\b|\bPRESDOC\w*\s*$|</GPH>")
_FOOT_LINE = re.compile(
    r"^(?:Jkt \d+|PO \d+|Frm \d+|Fmt \d+|Sfmt \d+|[A-Z]:\\.*|\d+\w+\.SGM|\S*\.EPS(?:</GPH>)?|\d+[A-Z]{3}\d*"
    r"|\d+:\d+ \w+ \d+, \d+)\s*$"
)
_PDF_PAGE = re.compile(
    r"^[ \t]*(\d{1,6})\s+Federal Register\s*(?:/\s*)?Vol\. (\d+)"
    r"|^[ \t]*Federal Register ?/ ?Vol\. ?(\d+), No\. ?\d+ ?/[^/\n]{5,60}"
    r"/ ?Presidential Documents[ \t]+(\d{1,6})[ \t]*$",
    re.M,
)
_ENACTING = re.compile(r"\s(?=By the authority vested in me)")
_PREAMBLE = re.compile(
    r"By (?:the|virtue)\b|WHEREAS\b|Whereas\b|Pursuant to\b|I, [A-Z]|(?:Section|Sec\.) 1\b|.*\bit is hereby ordered\b"
)
_LONGEST_TITLE = 700  # code points; the longest that was met has 480
_SHORT_WORD = 4  # letters; a title has longer words in capitals
_LONGEST_WORD = 60  # code points
_COMPOUND = re.compile(r"\b\w+-\w+")
_LAST_PART = re.compile(r"(\w+)-$")
_FIRST_PART = re.compile(r"\s*(\w+)")
_SIGNATURE = re.compile(r"\(Presidential Sig\.?\).{0,3}")  # where the printed page has the signature
_GOES_ON = re.compile(r"(?:\b(?:a|an|and|as|by|for|from|in|of|on|or|the|to|under|with)|[,—–-])$", re.I)
_TRAILER = re.compile(r"^\[FR Doc|^Filed \d|^Billing code")


def read_federal_register_htm(text: str) -> RawOrder:
    """The Register's plain-text page: blocks are parted by blank lines or by an indented label."""
    body = _PRE.search(text)
    content = html.unescape(_TAG.sub("", without_page_marks((body[1] if body else text).replace("\0", ""))))
    metadata: dict[str, object] = {}
    if document := re.search(r"\[FR Doc No: ([A-Z]?[\d-]+)\]", content):
        metadata["document"] = document[1]
    if pages := re.search(r"Volume (\d+), Number[^\[]{0,200}(?:\[[^\]]{0,80}\]\s*)?\[Pages? (\d+)", content):
        metadata["citation"] = f"{pages[1]} FR {pages[2]}"
    lines = [_typeset(line) for line in content.splitlines()]
    return _finish("federal-register-text", _join_wrapped(_from_title(lines)), metadata)


def read_pdf_text(text: str) -> RawOrder:
    """Text taken from the Register's PDF: page furniture goes, words broken at a line's end are joined."""
    metadata: dict[str, object] = {}
    if document := re.search(r"\[FR Doc\.\s*([A-Z]?[\d–-]+)", text):
        metadata["document"] = document[1].replace("–", "-")
    if head := _PDF_PAGE.search(text):
        metadata["citation"] = f"{head[2] or head[3]} FR {head[1] or head[4]}"
    lines = _without_furniture(text.replace("\f", "\n").replace("\u00ad\n", "-\n").splitlines())
    lines = _from_title([double_quotes(line) for line in _with_marked_hyphens(lines)])
    return _finish("pdf-text", _join_wrapped(lines, _full_line(lines)), metadata)


def _with_marked_hyphens(lines: list[str]) -> list[str]:
    """The lines with a blank after each hyphen at a line's end that belongs to the word.

    Some programs that take text from a PDF mark them so themselves (every line but a broken word's ends in a blank).
    For the others: the hyphen stays after a capital or a figure, and where the text has the word with the hyphen in
    mid-line.
    """
    if any(line.endswith(" ") for line in lines):
        return lines
    compounds = {match[0].lower() for line in lines for match in _COMPOUND.finditer(line)}
    marked = []
    for line, following in pairwise([*lines, ""]):
        first, second = _LAST_PART.search(line[-_LONGEST_WORD:]), _FIRST_PART.match(following[:_LONGEST_WORD])
        real = first and second and (not first[1][-1].islower() or f"{first[1]}-{second[1]}".lower() in compounds)
        marked.append(line + " " if real else line)
    return marked


def _typeset(line: str) -> str:
    """A line of the Register's ASCII page with the quotes and dashes that its two-character signs stand for."""
    return re.sub(r"(?<=[\w”,;)])--(?=[\w“(]|$)", "—", double_quotes(line).rstrip())


def _from_title(lines: list[str]) -> list[str]:
    """What stands before ``Executive Order 14409 of June 2, 2026`` belongs to the page."""
    return lines[next((n for n, line in enumerate(lines) if number_and_date(line.strip())), 0) :]


def _full_line(lines: list[str]) -> int:
    """How many characters every line of set text has but a paragraph's last: the shortest tenth of the usual ones."""
    lengths = sorted(len(line.rstrip()) for line in lines if len(line.strip()) > 30)
    return lengths[len(lengths) // 2] - 8 if lengths else 0


def _without_furniture(lines: list[str]) -> list[str]:
    """The lines without running heads, page numbers and the production footer (``VerDate … PROD``)."""
    kept: list[str] = []
    in_footer = 0
    heads = [bool(_RUNNING_HEAD.match(line)) for line in lines]
    for number, line in enumerate(lines):
        if _PAGE_FOOT_START.match(line):
            in_footer = 12
        if in_footer:
            in_footer = 0 if _PAGE_FOOT_END.search(line) else in_footer - 1
            continue
        beside_head = any(heads[max(0, number - 1) : number + 2])
        if len(line) > _LONGEST_FURNITURE or not (_is_furniture(line) or beside_head and _PAGE_NUMBER.fullmatch(line)):
            kept.append(line)
    return kept


def _is_furniture(line: str) -> bool:
    return bool(_PAGE_HEAD.match(line) or _FOOT_LINE.match(line) or _PAGE_FOOT_END.search(line))


def _join_wrapped(lines: list[str], full_line: int = 0) -> list[str]:
    """Wrapped lines as paragraphs. A new one starts after a blank line that ends a unit, at a label, or, in text taken
    from a PDF (``full_line`` is the length of a line that is no paragraph's last), after a short line that ends a
    sentence.
    """
    paragraphs: list[list[str]] = []
    blank_before, last_length = True, 0
    for number, line in enumerate(lines):
        words = line.strip()
        if not words:
            blank_before = True
            continue
        ended_short = blank_before or 0 < last_length < full_line and words[:1].isupper()
        if len(paragraphs) == 2 and number_and_date(paragraphs[0][0].strip()) and not paragraphs[1][0][0].isspace():
            starts = _title_ended(paragraphs[1], lines, number)
        else:
            starts = not paragraphs or _starts_paragraph(paragraphs[-1], words, blank_before, ended_short)
        if not starts:
            paragraphs[-1].append(line.lstrip() if full_line else words)
        else:
            paragraphs.append([line.lstrip() if full_line else words])
        blank_before, last_length = False, len(words)
    return [_joined(parts, drop_hyphens=bool(full_line)) for parts in paragraphs]


def _title_ended(title: list[str], lines: list[str], number: int) -> bool:
    """True where the text begins under its title: behind a blank line, or with a line that is not set as a title.

    A last line of the title may stand apart, right above the opening words.
    """
    words = lines[number].strip()
    if _GOES_ON.search(title[-1].strip()):
        return False
    heavy = [word for word in re.findall(r"[^\W\d_]+", words) if len(word) > _SHORT_WORD]
    plain_words = sum(word[0].islower() for word in heavy) > len(heavy) / 2
    following = next((line.strip() for line in lines[number + 1 :] if line.strip()), "")
    apart = not lines[number - 1].strip() and not _PREAMBLE.match(following)
    return apart or words[:1].isupper() and plain_words or bool(_PREAMBLE.match(words))


def _starts_paragraph(before: list[str], words: str, blank_before: bool, ended_short: bool) -> bool:
    last = " ".join(line.strip()[-120:] for line in before[-2:])  # "…; and" may be set with "and" in a line of its own
    ended = bool(_ENDS_UNIT.search(last)) and not _CITATION_ENDS.search(last)
    short = len(before) == 1 and len(last) < 90
    if _STARTS_UNIT.match(words) and (ended or short and blank_before):
        return True
    if len(before) == 1 and number_and_date(before[0].strip()):
        return True
    if short and (number_and_date(last) or last.startswith("THE WHITE HOUSE")):
        return True
    if _TRAILER.match(words) or words.startswith("THE WHITE HOUSE"):
        return True
    return ended_short and (ended or words.startswith("By the authority"))


def _joined(lines: list[str], drop_hyphens: bool) -> str:
    """The lines of a paragraph as one. In text from a PDF a hyphen that ends a line with no blank after it was put in
    by the typesetter; one with a blank after it belongs to the word.
    """
    parts: list[str] = []
    for line in lines:
        before = parts[-1] if parts else ""
        if drop_hyphens and before.endswith("-") and line[:1].islower():
            parts[-1] = before[:-1]
        elif parts:
            parts[-1] = before.rstrip() + ("" if before.rstrip().endswith(("-", "—", "–")) else " ")
        parts.append(line.lstrip())
    return "".join(parts)


def _finish(form: str, paragraphs: list[str], metadata: dict[str, object]) -> RawOrder:
    texts = [text for text in map(plain, paragraphs) if text]
    numbered = number_and_date(texts[0]) if texts else None
    if numbered:
        metadata["number"], metadata["signed"] = numbered
        texts = texts[1:]
    title, texts = _title(texts, numbered is not None)
    metadata["title"] = title
    if not metadata.get("signed"):
        metadata["signed"] = closing_date(texts)
    texts = _until_closing(texts)
    return RawOrder(form, tuple(RawBlock(PARAGRAPH, text) for text in texts), {k: v for k, v in metadata.items() if v})


def _title(texts: list[str], numbered: bool) -> tuple[str, list[str]]:
    """The title above the text, and the text. It stands right under the line with the number, where there is one."""
    if texts and (split := _ENACTING.search(texts[0])):
        return texts[0][: split.start()], [texts[0][split.end() :], *texts[1:]]
    headed = len(texts) > 1 and (numbered and len(texts[0]) < _LONGEST_TITLE or len(texts[0]) < 200)
    if headed and (numbered or texts[1].startswith("By ")) and not _PREAMBLE.match(texts[0]):
        return texts[0], texts[1:]
    return "", texts


def _until_closing(texts: list[str]) -> list[str]:
    """Drop the Register's own trailer (document number, filing note, billing code)."""
    kept = [text for text in texts if not _TRAILER.match(text) and "GRAPHIC(S) NOT AVAILABLE" not in text]
    return [text for text in kept if not _SIGNATURE.fullmatch(text)]
