"""White House pages as HTML: the words of the article, without the page around them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from extractor.read.line_breaks import join_lines
from extractor.read.raw import HEADING, PARAGRAPH, TABLE, RawBlock, RawOrder
from extractor.read.typography import plain, superscript
from extractor.words.dates import parse_date

_BLOCKS = {
    "p", "li", "div", "section", "article", "main", "blockquote", "ul", "ol", "dl", "dt", "dd", "body", "figure", "hr",
    "pre", "address", "center", "details", "summary",
}  # fmt: skip
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_CELLS = {"td", "th", "tr", "caption"}
_SKIPPED = {
    "script",
    "style",
    "nav",
    "header",
    "footer",
    "aside",
    "noscript",
    "svg",
    "button",
    "template",
    "iframe",
    "select",
}
_TITLE_TAIL = re.compile(r"\s*[|–—-]\s*(?:The )?White House\s*$", re.I)
_ENACTING = "By the authority vested in me"
_ANNEX = re.compile(r"(?:ANNEX|APPENDIX|Annex|Appendix)\b")
_DECLARATION = re.compile(r"<[!?][^<>]*>?")
_UNCLOSED = re.compile(r"<(?![^<>]*>)")
_MOST_NESTED_LISTS = 20


class _Article(HTMLParser):
    """Collects blocks of text; what stands in navigation, scripts and forms is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[RawBlock] = []
        self.title = ""
        self.page_title = ""
        self._lines: list[list[str]] = [[]]
        self._skipping = ""
        self._depth = 0
        self._raised = False
        self._tables = 0
        self._lists: list[int | None] = []  # the number of the last item; None in a list without numbers
        self._kind = PARAGRAPH
        self._bullet = 0  # how deep the item stands that the next block opens behind a bullet
        self._heading: list[str] | None = None  # the words of the heading or title that is open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("h1", "title"):
            self._heading = []
        if self._skipping:
            self._depth += tag == self._skipping
        elif tag in _SKIPPED:
            self.flush()
            self._skipping, self._depth = tag, 1
        elif tag == "br":
            self._lines.append([])
        elif tag == "sup":
            self._raised = True
        elif tag == "table":
            self.flush()
            self._tables += 1
        elif self._tables:
            self._lines[-1].append(" " if tag in _CELLS or tag in _BLOCKS else "")
        elif tag in _BLOCKS or tag in _HEADINGS:
            self.flush()
            self._kind = HEADING if tag in _HEADINGS else PARAGRAPH
            self._open_list(tag, dict(attrs))

    def _open_list(self, tag: str, attributes: dict[str, str | None]) -> None:
        if tag in ("ol", "ul") and len(self._lists) < _MOST_NESTED_LISTS:
            start = attributes.get("start") or "1"
            self._lists.append(None if tag == "ul" else int(start) - 1 if start.isdigit() and len(start) < 5 else 0)
        elif tag == "li" and self._lists:
            number = self._lists[-1]
            self._bullet = self._lists.count(None) if number is None else 0
            if number is not None:
                self._lists[-1] = number + 1
                self._lines[-1].append(f"{number + 1}. ")

    def handle_endtag(self, tag: str) -> None:
        if tag in ("h1", "title") and self._heading is not None:
            self._close_title(tag, plain("".join(self._heading)))
        if self._skipping:
            self._depth -= tag == self._skipping
            self._skipping = self._skipping if self._depth else ""
        elif tag == "sup":
            self._raised = False
        elif tag == "table" and self._tables:
            self._kind = TABLE
            self._tables -= 1
            self.flush()
        elif not self._tables and (tag in _BLOCKS or tag in _HEADINGS):
            self.flush()
            if tag in ("ol", "ul") and self._lists:
                self._lists.pop()

    def _close_title(self, tag: str, words: str) -> None:
        self._heading = None
        if tag == "h1":
            self.title = self.title or words
        else:
            self.page_title = self.page_title or _TITLE_TAIL.sub("", words)
            self._lines = [[]]  # a page's title is no part of its text

    def handle_data(self, data: str) -> None:
        if self._heading is not None:
            self._heading.append(data)
        if not self._skipping:
            self._lines[-1].append(superscript(data) if self._raised else data)

    def flush(self) -> None:
        """End the block that is open."""
        kind = TABLE if self._tables else self._kind
        lines = ["".join(line) for line in self._lines]
        bullet = self._bullet if kind == PARAGRAPH else 0
        for text in map(plain, join_lines(lines) if kind == PARAGRAPH else [" ".join(lines)]):
            if text:
                self.blocks.append(RawBlock(kind, text, bullet=bullet))
                self._bullet = bullet = 0
        self._lines, self._kind = [[]], PARAGRAPH


def read_html(text: str) -> RawOrder:
    """The article of an HTML page: from the enacting words to the closing block, with its title."""
    article = _Article()
    article.feed(_sound(text))
    article.close()
    article.flush()
    title = article.title or article.page_title
    return RawOrder("html", tuple(_of_the_order(article.blocks)), {"title": title} if title else {})


def _sound(text: str) -> str:
    """The page without comments and declarations; a comment that never ends hides the rest of the page, as in a
    browser.

    A tag that never ends becomes text. (The parser would look for the end of each of them again and again.)
    """
    parts, position = [], 0
    while (start := text.find("<!--", position)) >= 0:
        parts.append(text[position:start])
        end = text.find("-->", start + 4)
        position = end + 3 if end >= 0 else len(text)
    parts.append(text[position:])
    return _UNCLOSED.sub("&lt;", _DECLARATION.sub(" ", "".join(parts)))


def _of_the_order(blocks: list[RawBlock]) -> list[RawBlock]:
    """Drop what stands before ``By the authority vested in me`` and after the closing block, annexes excepted."""
    start = next((n for n, block in enumerate(blocks) if _ENACTING in block.text), 0)
    end = _after_closing(blocks, start)
    if end < len(blocks) and _ANNEX.match(blocks[end].text):
        end = len(blocks)
    return blocks[start:end]


def _after_closing(blocks: list[RawBlock], start: int) -> int:
    """The first block after ``THE WHITE HOUSE, June 2, 2026.``, on one line or two; the end without one."""
    for position in range(start + 1, len(blocks)):
        text = blocks[position].text
        if len(text) < 80 and text.upper().startswith("THE WHITE HOUSE"):
            if parse_date(text):
                return position + 1
            if (
                position + 1 < len(blocks)
                and len(blocks[position + 1].text) < 40
                and parse_date(blocks[position + 1].text)
            ):
                return position + 2
    return len(blocks)
