"""Markdown texts: ``order.md``, the White House's pages as Markdown, and prose such as a news summary."""

from __future__ import annotations

import html
import re
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

from extractor.read.line_breaks import join_lines, join_wrapped
from extractor.read.raw import HEADING, PARAGRAPH, TABLE, RawBlock
from extractor.read.typography import plain, superscript

_TAG = re.compile(r"<[^<>]*>")
# "* * *" leaves words out; other bare stars open or close nothing
_ELISION_OR_STAR = re.compile(r"(\*(?:\s\*){2,})|\*+")


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": True})
    # The White House indents paragraphs and signatures; four blanks are layout there, never code.
    # A reference-style link or a setext underline does not occur in an order; both would eat its words.
    # Escaped signs stay apart from other text: "\\*" is a star of the order, "**" that closes nothing is a slip.
    return parser.disable(["code", "fence", "lheading", "reference", "text_join"])


def markdown_blocks(text: str, plain_lines: bool = False) -> tuple[RawBlock, ...]:
    """The blocks of a Markdown text without its markup, in text order.

    ``plain_lines``: the text may be set in plain lines, so that one can begin a paragraph without a blank line above it.

    A hard line break parts two paragraphs where the words before it end a sentence or an item, or where a
    label follows (the White House pages of 2021 are set so); elsewhere it is a line wrap.
    """
    blocks: list[RawBlock] = []
    kind = PARAGRAPH
    label, bullet, depth = "", 0, 0
    for token in _parser().parse(text):
        if token.type == "heading_open":
            kind = HEADING
        elif token.type == "heading_close":
            kind = PARAGRAPH
        elif token.type == "list_item_open":
            label = f"{token.info}{token.markup} " if token.info else ""
            bullet = 0 if token.info else depth
        elif token.type in ("bullet_list_open", "bullet_list_close"):
            depth += token.nesting
        elif token.type == "inline":
            blocks += _inline_blocks(token, kind, label, bullet, plain_lines)
            label, bullet = "", 0
        elif token.type == "html_block":
            blocks += _html_block(token.content)
    return tuple(blocks)


def _inline_blocks(token: Token, kind: str, label: str, bullet: int, plain_lines: bool) -> list[RawBlock]:
    parts = _split_at_breaks(token.children or [], plain_lines)
    parts[0] = label + parts[0]
    emphasised = _all_emphasis(token.children or [])
    texts = [text for part in parts if (text := plain(part))]
    return [RawBlock(kind, text, emphasised, 0 if at else bullet) for at, text in enumerate(texts)]


def _split_at_breaks(children: list[Token], plain_lines: bool) -> list[str]:
    """The plain text of inline tokens, cut at the line breaks that part paragraphs."""
    lines: list[list[str]] = [[]]
    for is_break, text in _pieces(children):
        if is_break:
            lines.append([])
        else:
            lines[-1].append(text)
    parted = ["".join(line) for line in lines]
    if plain_lines:
        parted = [paragraph for line in parted for paragraph in join_wrapped(line.split("\n"))]
    return join_lines(parted) if len(lines) > 1 or not plain_lines else parted


def _pieces(children: list[Token]) -> list[tuple[bool, str]]:
    """(is a hard break, text) for each inline token; tags are dropped, superscripts kept readable."""
    pieces: list[tuple[bool, str]] = []
    raised = False
    for child in children:
        if child.type == "html_inline":
            tag = child.content.lower()
            raised = tag.startswith("<sup") or (raised and not tag.startswith("</sup"))
            if tag.startswith("<br"):
                pieces.append((True, ""))
        elif child.type == "hardbreak":
            pieces.append((True, ""))
        elif child.type == "softbreak":
            pieces.append((False, "\n"))
        elif child.type in ("text", "code_inline", "text_special"):
            text = _ELISION_OR_STAR.sub(r"\1", child.content) if child.type == "text" else child.content
            pieces.append((False, superscript(text) if raised else text))
    return pieces


def _all_emphasis(children: list[Token]) -> bool:
    """True for a paragraph that is one emphasised run: a dateline or a caption, not running text."""
    shown = [child for child in children if child.content.strip() or child.nesting]
    if len(shown) < 3 or shown[0].type not in ("em_open",) or shown[-1].type != "em_close":
        return False
    return sum(child.type == "em_open" for child in shown) == 1


def _html_block(content: str) -> list[RawBlock]:
    """Raw HTML in Markdown: a table keeps its rows as text; other tags are layout."""
    kind = TABLE if re.search(r"<t[dhr]\b|<table", content, re.I) else PARAGRAPH
    text = plain(html.unescape(_TAG.sub(" ", content)))
    return [RawBlock(kind, text)] if text else []
