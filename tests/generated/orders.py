"""A whole order: sections, labels and layout around the duties, with the citation of each."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from random import Random

from generated import lists, sentences
from generated.known import Item, Known
from generated.times import long_date

ROMAN = "i ii iii iv v vi vii viii ix x".split()
SCHEMES = {
    "(a)(i)(A)": ("(a)", "(i)", "(A)"),
    "(a)(1)(A)": ("(a)", "(1)", "(A)"),
    "(1)(A)(i)": ("(1)", "(A)", "(i)"),
    "(a)1.a.": ("(a)", "1.", "a."),
    "(a)•": ("(a)", "-", "-"),
}
LAYOUTS = ("markdown", "plain", "wrapped", "tight")
HEADINGS = (
    "Work on Ports|Reports|Federal Lands|Records|Safety of Bridges|Canals|Further Tasks|Grain|Mountain Roads".split("|")
)
POLICY = (
    "The canals of this country carry its grain. It is the policy of the United States to keep them in good repair.",
    "Ferries must be safe. Too many of them are old, and their owners should be helped.",
    "This order serves the good keeping of public records, which agencies may share with the States.",
)
PROVISIONS = (
    "Nothing in this order shall be construed to take a power from an agency that a law has given it.",
    "This order shall be implemented as far as the law and the money at hand allow.",
    "This order is not intended to, and does not, create any right or benefit enforceable at law by any party against the United States.",
)
AUTHORITY = (
    "By the authority vested in me as President by the laws of the United States, it is hereby ordered as follows:"
)


@dataclass(frozen=True)
class GeneratedOrder:
    """The text of an order, its file's name, and its duties in the text's order."""

    name: str
    text: str
    signed: date
    duties: tuple[Known, ...]


@dataclass(frozen=True)
class Style:
    """How labels look, and how paragraphs are laid out."""

    scheme: str
    layout: str

    def label(self, level: int, index: int) -> str:
        match SCHEMES[self.scheme][level]:
            case "-":
                return "-"
            case form:
                sign = next(sign for sign in form if sign.isalnum())
                many = {"a": chr(97 + index), "A": chr(65 + index), "1": str(index + 1), "i": ROMAN[index]}
                return form.replace(sign, many[sign])


@dataclass(frozen=True)
class Line:
    """A paragraph with its depth in the lists, and the duties that it holds, each with its citation."""

    words: str
    depth: int
    duties: tuple[Known, ...] = ()


def order(seed: int) -> GeneratedOrder:
    """The order of this seed; the same on every machine."""
    chance = Random(seed)
    signed = date(2025, 1, 21) + timedelta(days=chance.randrange(600))
    scheme = chance.choice(list(SCHEMES))
    style = Style(scheme, "markdown" if "•" in scheme else chance.choice(LAYOUTS))
    lines = [line for section in _sections(chance, signed, style) for line in section]
    text = _markdown(lines, signed) if style.layout == "markdown" else _plain(chance, lines, style, signed)
    duties = tuple(
        duty.built(f"labels {style.scheme}", f"layout: {style.layout}") for line in lines for duty in line.duties
    )
    return GeneratedOrder("order.md" if style.layout == "markdown" else "order.txt", text, signed, duties)


def _sections(chance: Random, signed: date, style: Style) -> Iterator[list[Line]]:
    yield [Line("Section 1. Purpose.", 0), Line(chance.choice(POLICY), 1)]
    count = chance.choice((3, 4, 5))
    headings = chance.sample(HEADINGS, count)
    for number, heading in enumerate(headings, start=2):
        yield [Line(f"Sec. {number}. {heading}.", 0), *_section(chance, signed, style, str(number))]
    last = count + 2
    provisions = [Item(words) for words in PROVISIONS]
    yield [Line(f"Sec. {last}. General Provisions.", 0), *_lines(provisions, style, str(last), 0)]


def _section(chance: Random, signed: date, style: Style, number: str) -> Iterator[Line]:
    """A section of labelled paragraphs, or of a single one without a label."""
    if chance.random() < 0.2:
        (item, *_) = _block(chance, signed)
        yield from _paragraph(item, style, "", number, 0)
        return
    items = [item for _ in range(chance.choice((2, 3, 4))) for item in _block(chance, signed)]
    yield from _lines(items, style, number, 0)


BLOCKS = (
    (14, sentences.plain), (2, sentences.prohibition), (3, sentences.second_sentence), (2, sentences.two_modals),
    (2, sentences.body_set_up), (2, sentences.letters), (1, sentences.date_series), *lists.LISTS,
)  # fmt: skip


def _block(chance: Random, signed: date) -> list[Item]:
    block = chance.choices([block for _, block in BLOCKS], [weight for weight, _ in BLOCKS])[0](chance, signed)
    return block if isinstance(block, list) else [block]


def _lines(items: list[Item] | tuple[Item, ...], style: Style, above: str, level: int) -> Iterator[Line]:
    for index, item in enumerate(items):
        label = style.label(level, index)
        cite = above if label == "-" else f"{above}({label.strip('().')})"
        yield from _paragraph(item, style, f"{label} ", cite, level + 1)


def _paragraph(item: Item, style: Style, label: str, cite: str, level: int) -> Iterator[Line]:
    """The paragraph's line, then those of the paragraphs under it; a first item that runs in shares the line."""
    line = Line(label + item.words, max(level, 1), tuple(replace(duty, cite=cite) for duty in item.duties))
    below = list(_lines(item.below, style, cite, level))
    if item.runs_in and style.label(level, 0).startswith("("):
        first, *below = below
        line = Line(f"{line.words} {first.words}", line.depth, line.duties + first.duties)
    yield line
    yield from below


def _markdown(lines: list[Line], signed: date) -> str:
    head = f"---\nid: eo-19999\nkind: executive order\nnumber: 19999\ntitle: Keeping of Tools\nsigned: {signed}\ntext: official\n---\n"
    body = "\n\n".join(_markdown_line(line) for line in lines)
    return f"{head}\n{AUTHORITY}\n\n{body}\n"


def _markdown_line(line: Line) -> str:
    if not line.depth:
        return f"## {line.words}"
    indent = "  " * (line.depth - 2) if line.words.startswith("- ") else ""
    return indent + line.words


def _plain(chance: Random, lines: list[Line], style: Style, signed: date) -> str:
    """The text as it is pasted: a heading runs in with its first paragraph; lines are whole, wrapped, or stand close."""
    paragraphs: list[str] = []
    heading = ""
    for line in lines:
        if not line.depth:
            heading = line.words
            continue
        paragraphs.append(f"{heading} {line.words}" if heading else line.words)
        heading = ""
    if style.layout == "wrapped":
        paragraphs = [textwrap.fill(paragraph, 88, break_on_hyphens=False) for paragraph in paragraphs]
    body = _tight(paragraphs) if style.layout == "tight" else "\n\n".join(paragraphs)
    return f"Executive Order 19999 of {long_date(signed)}\n\nKeeping of Tools\n\n{AUTHORITY}\n\n{body}\n\nTHE WHITE HOUSE,\n{long_date(signed)}.\n"


def _tight(paragraphs: list[str]) -> str:
    """A blank line before each section, none inside."""
    return "\n".join(f"\n{paragraph}" if paragraph.startswith("Sec") else paragraph for paragraph in paragraphs)
