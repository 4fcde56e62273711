"""What holds for every order, tried on orders that hypothesis composes: spans, keys, round trips, determinism.

The sentences are composed of sample clauses, so that what each of them says is known before it is read.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from readings import written_order
from samples import SIGNED

from extractor.intake.write_order_md import order_md
from extractor.model import Order, Reading
from extractor.outline.outline import outline
from extractor.pipeline import read_order, read_reading
from extractor.read.raw import RawBlock, join_blocks
from extractor.read.typography import plain

OFFICIALS = (
    "Secretary of Labor", "Attorney General", "Secretary of the Treasury", "Director of the Office of Management and Budget",
    "Administrator of the Environmental Protection Agency", "Secretary of Veterans Affairs",
)  # fmt: skip
ACTIONS = (
    "publish a list of bridges", "submit a report on lamps", "review the rules on tea", "establish a register of ships",
    "issue guidance on (8) or more kinds of paint", "end the program",
)  # fmt: skip
NOT_DUTIES = ("The Board may meet in June.", "It is our policy that lamps burn.", "The U.S. coast has many bridges.")
HEADINGS = ("Lamps & Lenses.", "Work of the Agencies.", "Paint.")
# The same examples on every run, so that a failure belongs to the change that is tested.
COMMON = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
LETTERS = "abcdefgh"


@dataclass(frozen=True)
class Said:
    """A duty as it was composed: where it stands, who, what, and the days that it is given."""

    citation: str
    official: str
    action: str
    days: int | None


@dataclass(frozen=True)
class Composed:
    """A text, one paragraph a line, and the duties that were put into it."""

    text: str
    duties: tuple[Said, ...]


def sentence(official: str, action: str, days: int | None, first: bool) -> str:
    """The duty with its time before or after the modal."""
    if days is None:
        return f"The {official} shall {action}."
    time = f"within {days} days of the date of this order"
    return (
        f"{time.capitalize()}, the {official} shall {action}." if first else f"The {official} shall, {time}, {action}."
    )


@st.composite
def orders(draw: st.DrawFn) -> Composed:
    """A small order: sections, their paragraphs, a list here and there, sentences that oblige nobody in between."""
    lines: list[str] = []
    duties: list[Said] = []
    for number in range(1, draw(st.integers(1, 3)) + 1):
        lines.append(f"Sec. {number}. {draw(st.sampled_from(HEADINGS))}")
        for letter in LETTERS[: draw(st.integers(1, 4))]:
            line, said = draw(paragraphs(f"{number}({letter})"))
            lines += [f"({letter}) {line[0]}", *line[1:]]
            duties += said
    return Composed("\n".join(lines), tuple(duties))


@st.composite
def paragraphs(draw: st.DrawFn, citation: str) -> tuple[list[str], list[Said]]:
    """One labelled paragraph: a duty, two of them, a list of duties, or no duty."""
    official = draw(st.sampled_from(OFFICIALS))
    days = draw(st.none() | st.integers(1, 400))
    actions = draw(st.lists(st.sampled_from(ACTIONS), min_size=2, max_size=3, unique=True))
    match draw(st.sampled_from(("one", "two", "list", "none"))):
        case "one":
            return [sentence(official, actions[0], days, draw(st.booleans()))], [
                Said(citation, official, actions[0], days)
            ]
        case "two":
            other = draw(st.sampled_from(OFFICIALS))
            text = f"{sentence(official, actions[0], days, True)} {sentence(other, actions[1], None, False)}"
            return [text], [Said(citation, official, actions[0], days), Said(citation, other, actions[1], None)]
        case "list":
            items = [f"({label}) {action};" for label, action in zip(("i", "ii", "iii"), actions, strict=False)]
            lead_in = sentence(official, "", days, True).removesuffix(" .") + ":"
            said = [
                Said(f"{citation}({label})", official, action, days)
                for label, action in zip(("i", "ii", "iii"), actions, strict=False)
            ]
            return [lead_in, *items], said
    return [draw(st.sampled_from(NOT_DUTIES))], []


def order_of(composed: Composed) -> Order:
    return written_order(composed.text)


def heard(reading: Reading) -> list[Said]:
    """The obligations in the form in which they were composed."""
    return [Said(each.citation, *each.responsible, each.action, each.deadline.amount) for each in reading.obligations]


@given(orders())
@settings(COMMON, max_examples=60)
def test_what_was_said_is_what_is_read(composed: Composed):
    reading = read_reading(order_of(composed))
    assert heard(reading) == list(composed.duties)
    for each in reading.obligations:
        days = each.deadline.amount
        assert each.schedule.due == (SIGNED + timedelta(days=days) if days else None)


@given(orders())
@settings(COMMON, max_examples=40)
def test_every_quotation_is_its_span(composed: Composed):
    reading = read_reading(order_of(composed))
    body = reading.order.body
    for each in reading.obligations:
        assert each.span.of(body) == each.quote
        assert each.action_span.of(body) == each.action
        assert each.span.start <= each.action_span.start and each.action_span.end <= each.span.end
        if each.deadline.span:
            assert each.deadline.span.of(body) == each.deadline.quote
    for other in reading.not_obligations:
        assert other.span.of(body) == other.quote
    for paragraph in reading.paragraphs:
        assert paragraph.span.holds(paragraph.text_span)


@given(orders())
@settings(COMMON, max_examples=40)
def test_keys_are_unique_and_tell_the_citation(composed: Composed):
    reading = read_reading(order_of(composed))
    keys = [each.key for each in reading.obligations]
    assert len(set(keys)) == len(keys)
    for each in reading.obligations:
        assert each.id == f"{reading.order.id}/{each.key}"
        assert each.key.split("_")[0] == each.citation.replace("(", "-").replace(")", "")


@given(orders())
@settings(COMMON, max_examples=25)
def test_a_second_reading_is_the_same(composed: Composed):
    assert read_reading(order_of(composed)) == read_reading(order_of(composed))


@given(orders())
@settings(COMMON, max_examples=25)
def test_what_order_md_keeps_reads_the_same(composed: Composed):
    order = order_of(composed)
    again = read_order(order_md(order).encode("utf-8"), "order.md", "x")
    assert again.body.split() == order.body.split()
    assert [p.citation for p in outline(again).paragraphs] == [p.citation for p in outline(order).paragraphs]
    assert heard(read_reading(again)) == heard(read_reading(order))
    assert order_md(again) == order_md(read_order(order_md(again).encode("utf-8"), "order.md", "x"))


# Any text at all

CHARACTERS = st.characters(exclude_categories=("Cs", "Cc")) | st.sampled_from(
    list("\\`*_[]<>&#~-+=|.!(){}\"'“”0123456789 ")
)
WORDS = st.text(CHARACTERS, min_size=1, max_size=120)


@given(st.lists(st.tuples(st.sampled_from(("paragraph", "heading", "table")), WORDS), min_size=1, max_size=4))
@settings(COMMON, max_examples=200)
def test_any_text_survives_as_order_md(pieces: list[tuple[str, str]]):
    blocks = [RawBlock(kind, text) for kind, words in pieces if (text := plain(words))]
    body, spans = join_blocks(tuple(blocks))
    order = Order("eo-1", "executive order", "Title", body, spans, "")
    again = read_order(order_md(order).encode("utf-8"), "order.md", "x")
    assert [block.span.of(again.body) for block in again.blocks] == [block.span.of(body) for block in spans]


@given(WORDS)
@settings(COMMON, max_examples=150)
def test_any_sentence_is_read_without_a_fault(words: str):
    order = written_order(f"The Secretary of Labor shall {words.replace(chr(10), ' ')} report.")
    reading = read_reading(order)
    for each in (*reading.obligations, *reading.not_obligations):
        assert each.span.of(order.body) == each.quote


# Sentences that break off: as headings, damaged files and items of lists they do.
BROKEN_OFF = (
    "upon completion of the review; and",
    "in consultation with the",
    "The Director may not close it, nor should the Board, nor shall the",
    "The Secretary of Labor, acting through the Director of the Mint, in coordination with the heads of",
    "When the grain to be taxed by a port is moved by the Secretary of the",
    "within 120 days; within the later of 30 days or 10 days after it, whichever is later",
    "I hereby direct that the Secretaries of State, the Treasury, and Labor, each of whom shall, and the",
    "agencies that fund, run, or inspect mills, which, as the case may be, shall, by May 4, 2027, and annually thereafter,",
    "No agency’s head or the head’s designee is directed, through its office, to, within 30 days of (i)",
    "shall be the responsibility of the agencies so designated, the heads of which",
)
LEAD_INS = (
    "{}",
    "The plan shall be made:\n{}",
    "The plan shall include:\n{}",
    "The Secretary of Labor shall:\n{}",
    "{}:\n{}",
)


@pytest.mark.parametrize("lead_in", LEAD_INS)
@pytest.mark.parametrize("words", BROKEN_OFF)
def test_a_sentence_that_breaks_off_anywhere_is_read(words: str, lead_in: str):
    parts = words.split()
    for place in range(len(parts)):
        for piece in (parts[: place + 1], parts[place:], parts[:place] + parts[place + 1 :]):
            text = " ".join(piece) or "Nothing"
            head, _, item = lead_in.format(text, text).rpartition("\n")
            written = written_order(f"{head}\n(a) {item}" if head else item)
            reading = read_reading(written)
            assert all(each.span.of(written.body) == each.quote for each in reading.obligations)


@pytest.mark.slow
@given(orders())
@settings(COMMON, max_examples=500)
def test_what_was_said_is_what_is_read_in_many_orders(composed: Composed):
    assert heard(read_reading(order_of(composed))) == list(composed.duties)
