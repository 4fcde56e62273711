"""An ``Order`` → the text of its ``order.md``: front matter, then the order's words in Markdown.

What is read back from it has the same words, in the same blocks but for one cut: a section's heading stands in a line
of its own, ``## Sec. 2. Heading.``, and the section's text below it. Every sign of the text that Markdown would take
for markup is escaped, so that nothing of the text is ever markup.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import fields, replace
from datetime import date
from textwrap import indent

from extractor.model import Block, Order, Paragraph, Span
from extractor.outline.headings import PART
from extractor.outline.outline import outline
from extractor.problems import HIDDEN
from extractor.read.front_matter import FrontMatter
from extractor.yaml.schema_line import first_line

WIDTH = 120  # columns of a line, so that a change in one sentence is a small difference
_MARKUP = re.compile(r"[\\`*_\[\]<]|&(?=#?\w{1,32};)|#$|~~")
_LINE_START = re.compile(r"(?P<sign>[-+>#=~|])|(?P<number>\d{1,9})(?=[.)](?:\s|$))")
_PLAIN_YAML = re.compile(r"[A-Za-z(][^:#\[\]{}&*!|>'\"%@`,?\\\x00-\x1f\x7f-\x9f]*(?<! )")
_YAML_WORDS = re.compile(r"(?:true|false|yes|no|on|off|null|y|n)", re.I)


def order_md(order: Order, source_sha256: str | None = None) -> str:
    """The whole file. ``source_sha256`` is the SHA-256 of the bytes that the order was read from."""
    stated = {field.name: getattr(order, field.name) for field in fields(order)} | {"source_sha256": source_sha256}
    lines = [f"{name}: {_yaml(stated[name])}" for name in FrontMatter.model_fields if stated.get(name) is not None]
    parts = [
        "\n".join(["---", first_line("order"), *lines, "---"]),
        *(_behind_bullet(_markdown(kind, text), bullet) for kind, text, bullet in _pieces(order)),
    ]
    return "\n\n".join(parts) + "\n"


def _yaml(value: object) -> str:
    """A scalar; text that YAML could take for something else is quoted (every JSON string is a YAML string).

    Pages join ``COVID-19`` in their titles by a character that nobody sees; no field keeps one.
    """
    if isinstance(value, int | date):
        return str(value)
    text = HIDDEN.sub("", str(value))
    if (
        _PLAIN_YAML.fullmatch(text)
        and not _YAML_WORDS.fullmatch(text)
        or re.fullmatch(r"https?://[\w./-]+|[0-9a-f]{64}", text)
    ):
        return text
    return text if re.fullmatch(r"\d+ [A-Z][A-Za-z. ]* \d+|\d{4}-\d{5}", text) else json.dumps(text, ensure_ascii=False)


def _pieces(order: Order) -> Iterator[tuple[str, str, int]]:
    """(kind, text, depth behind a bullet) of each block of the file, in text order."""
    sections = {p.span.start: p for p in outline(order).paragraphs if (p.label or "").startswith("Sec.")}
    for block in order.blocks:
        for piece in _cut(block, [p for start, p in sections.items() if block.span.start <= start < block.span.end]):
            if text := piece.span.of(order.body).strip():
                yield _kind(piece, text), text, piece.bullet


def _behind_bullet(markdown: str, depth: int) -> str:
    """``- list the mills`` with its other lines below the words, in a list in ``depth - 1`` others."""
    return indent(f"- {indent(markdown, '  ').lstrip()}", "  " * (depth - 1)) if depth else markdown


def _cut(block: Block, sections: list[Paragraph]) -> Iterator[Block]:
    """A block, with the heading of a section that stands in it set apart."""
    start = block.span.start
    for section in sections:
        yield replace(block, span=Span(start, section.span.start))
        start = section.span.start
        if section.heading:
            yield Block("section", Span(start, section.text_span.start))
            start = section.text_span.start
    yield replace(block, span=Span(start, block.span.end))


def _kind(piece: Block, text: str) -> str:
    if piece.kind == "heading":
        return "part" if PART.match(text) else "section" if re.match(r"Sec", text) else "heading"
    return piece.kind


def _markdown(kind: str, text: str) -> str:
    if kind == "table":
        return f"<table><tr><td>{_html(text)}</td></tr></table>"
    marks = {"part": "# ", "section": "## ", "heading": "### "}
    if kind in marks:
        return marks[kind] + _line(_escape(text))
    words = _escape(text)
    return _wrap(f"*{words}*" if kind == "dateline" else words, kind == "dateline")


def _html(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _escape(text: str) -> str:
    """``text`` with a backslash before every sign that is markup within a line."""
    return _MARKUP.sub(lambda match: "".join("\\" + sign for sign in match[0]), text)


def _line(text: str) -> str:
    """One line with a backslash before what is markup where a line begins."""
    match = _LINE_START.match(text)
    if not match:
        return text
    cut = match.end() if match["number"] else 0
    return f"{text[:cut]}\\{text[cut:]}"


def _wrap(text: str, emphasised: bool) -> str:
    """Lines of at most ``WIDTH`` columns, broken at blanks only; a longer word has a line of its own."""
    lines, current = [], ""
    for word in text.split(" "):
        if current and len(current) + 1 + len(word) > WIDTH:
            lines.append(current)
            current = word
        else:
            current = f"{current} {word}" if current else word
    lines.append(current)
    first = lines[:1] if emphasised else [_line(lines[0])]
    return "\n".join([*first, *(_line(line) for line in lines[1:])])
