"""White House pages as HTML: the words of the article, without the page around them."""

from __future__ import annotations

from html.parser import HTMLParser

from extractor.read.raw import HEADING, PARAGRAPH, TABLE, RawBlock, RawOrder
from extractor.read.typography import plain, superscript

_BLOCK_TAGS = {"p", "li", "div", "section", "article", "main", "blockquote", "td", "th", "tr", "table", "ul", "ol", "body"}
_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_SKIPPED = {"script", "style", "nav", "header", "footer", "aside", "form", "noscript", "svg", "button", "template", "head"}



class _Article(HTMLParser):
    """Collects blocks of text; what stands in navigation, scripts and forms is left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[RawBlock] = []
        self.title = ""
        self._words: list[str] = []
        self._skipping: list[str] = []
        self._raised = False
        self._kind = PARAGRAPH

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if self._skipping:
            if tag in _SKIPPED:
                self._skipping.append(tag)
            return
        if tag in _SKIPPED:
            self.flush()
            self._skipping.append(tag)
        elif tag in _BLOCK_TAGS or tag in _HEADINGS:
            self.flush()
            self._kind = HEADING if tag in _HEADINGS else TABLE if tag in ("td", "th") else PARAGRAPH
        elif tag == "br":
            self._words.append(" ")
        elif tag == "sup":
            self._raised = True

    def handle_endtag(self, tag: str) -> None:
        if self._skipping:
            if tag == self._skipping[-1]:
                self._skipping.pop()
            return
        if tag in _HEADINGS and not self.title:
            self.title = plain("".join(self._words)) if tag == "h1" else ""
        if tag in _BLOCK_TAGS or tag in _HEADINGS:
            self.flush()
            self._kind = PARAGRAPH
        elif tag == "sup":
            self._raised = False

    def handle_data(self, data: str) -> None:
        if not self._skipping:
            self._words.append(superscript(data) if self._raised else data)

    def flush(self) -> None:
        text = plain("".join(self._words))
        self._words = []
        if text:
            self.blocks.append(RawBlock(self._kind, text))


def read_html(text: str) -> RawOrder:
    """The article of an HTML page: from the enacting words to the closing block, with its title."""
    article = _Article()
    article.feed(text)
    article.close()
    article.flush()
    blocks = _from_enacting_words(article.blocks)
    return RawOrder("html", tuple(blocks), {"title": article.title} if article.title else {})


def _from_enacting_words(blocks: list[RawBlock]) -> list[RawBlock]:
    """Drop what stands before ``By the authority vested in me`` and after the closing block's date."""
    start = next((n for n, block in enumerate(blocks) if "By the authority vested in me" in block.text), 0)
    closing = [n for n, block in enumerate(blocks) if block.text.upper().startswith("THE WHITE HOUSE") and n > start]
    end = closing[-1] + 2 if closing else len(blocks)
    return blocks[start:end]
