"""``tracker explain TEXT|FILE[#CITATION]``: why a passage was read as it was."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable, Iterator
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from extractor.commands.options import DAY
from extractor.model import NotObligation, Obligation, Order, Reading, Step
from extractor.problems import Problem, ProblemsFound, did_you_mean
from extractor.words.orders import shown_relation

if TYPE_CHECKING:
    from extractor.find.explanation import ExplainedParagraph, ExplainedSentence

WIDTH = 110
LISTED = 12  # citations that a message lists when none is near
SUFFIXES = (".md", ".xml", ".htm", ".html", ".txt", ".pdf")
EXAMPLES = """
\b
Examples:
  tracker explain "source/eo-14409/order.md#2(c)"
  tracker explain source/eo-14409/order.md
  tracker explain "The Secretary of Labor shall, within 30 days of the date of this order, report."
"""


@click.command("explain", epilog=EXAMPLES)
@click.argument("source", metavar="TEXT|FILE[#CITATION]")
@click.option("--signed", type=DAY, metavar="DATE", help="The signing date; overrides the text's own.")
def command(source: str, signed: datetime | None) -> None:
    """Show how a passage was read: the rules that matched, in order, with their words; the reading; what was rejected.

    FILE#CITATION is one paragraph of anything that "tracker extract" reads (2(c) or its key, 2-c); FILE alone is every
    paragraph that says something. Any other TEXT is read as a sentence of its own.
    """
    from extractor.find.explanation import explain, sentence_order
    from extractor.intake.origin import order_of, read_origin
    from extractor.pipeline import read_reading

    place, citation = place_and_citation(source)
    day = signed.date() if signed else None
    reading = read_reading(order_of(read_origin(place), None, day) if place else sentence_order(source, day))
    wanted = known_citation(reading, place or "TEXT", citation) if citation is not None else None
    for line in as_lines(reading, explain(reading, wanted)):
        click.echo(line)


def place_and_citation(source: str) -> tuple[str | None, str | None]:
    """The file (or the order's number) and the citation that the argument names; ``(None, None)`` for a sentence.

    Raises ``ProblemsFound`` when it is empty.
    """
    from extractor.read.federal_register_api import reference

    if not source.strip():
        raise ProblemsFound(
            [
                Problem(
                    "TEXT", 0, 0, "there is nothing to explain", "an empty text", "FILE#CITATION, FILE, or a sentence"
                )
            ]
        )
    if _exists(source):
        return source, None
    place, mark, citation = source.rpartition("#")
    if mark and place and (_exists(place) or reference(place) or not _has_blank(place)):
        return place, citation
    named = source == "-" or reference(source) or source.endswith(SUFFIXES) and not _has_blank(source)
    return (source, None) if named else (None, None)


def _has_blank(text: str) -> bool:
    return any(character.isspace() for character in text)


def _exists(path: str) -> bool:
    try:
        return Path(path).exists()
    except (OSError, ValueError):  # a sentence can be too long for a file's name
        return False


def known_citation(reading: Reading, file: str, wanted: str) -> str:
    """The citation as the outline has it. Raises ``ProblemsFound``, with the nearest one, where it has none."""
    from extractor.find.explanation import citations, cited

    if found := cited(reading, wanted):
        return found
    known = citations(reading)
    near = did_you_mean(wanted, known)
    allowed = ", ".join(known[:LISTED]) + (", …" if len(known) > LISTED else "")
    raise ProblemsFound([Problem(file, 0, 0, "the text has no such paragraph", wanted, allowed, near)])


def as_lines(reading: Reading, paragraphs: Iterable[ExplainedParagraph]) -> Iterator[str]:
    """The explanation for people."""
    if not paragraphs:
        yield "Nothing in this text obliges anybody, sets a time, or could be taken for a duty."
    for number, each in enumerate(paragraphs):
        if number:
            yield ""
        heading = f"  {each.paragraph.heading}" if each.paragraph.heading else ""
        yield shown(f"{each.paragraph.citation}{heading}")
        if each.lead_in:
            yield from _wrapped(
                f"in the list of {each.lead_in.citation}: “{each.lead_in.text_span.of(reading.order.body)}”", "  "
            )
        for sentence in each.sentences:
            yield from _sentence_lines(reading, sentence)


def _sentence_lines(reading: Reading, sentence: ExplainedSentence) -> Iterator[str]:
    yield ""
    yield from _wrapped(f"“{sentence.text}”", "  ")
    if sentence.passed_over:
        yield "  Passed over: it stands in a passage that is set aside as a whole."
    if sentence.steps:
        yield "  Matched, in order:"
        yield from _step_lines(reading, sentence.steps)
    if sentence.obligations:
        yield "  Read as:"
    for obligation in sentence.obligations:
        yield from _obligation_lines(reading.order, obligation)
    if sentence.rejected:
        yield "  Rejected:"
    for item in sentence.rejected:
        yield from _rejected_lines(item)
    for passage in sentence.unread:
        yield from _wrapped(f"Unread ({passage.kind}): {passage.why}.", "  ", "    ")
    for relation in sentence.relations:
        yield from _wrapped(f"Relation: {shown_relation(relation)}.", "  ", "    ")
    if not (sentence.steps or sentence.obligations or sentence.rejected or sentence.unread or sentence.relations):
        yield "  Nothing in it obliges, permits or dates."


def _step_lines(reading: Reading, steps: Iterable[Step]) -> Iterator[str]:
    widest = max(len(step.rule) for step in steps)
    for step in steps:
        place = f"{step.span.start}–{step.span.end}"
        note = f"  {step.note}" if step.note else ""
        yield shown(f"    {step.rule:<{widest}}  {place:<13} “{step.span.of(reading.order.body)}”{note}")


def _obligation_lines(order: Order, obligation: Obligation) -> Iterator[str]:
    from extractor.schedule import explain_arithmetic

    deadline = obligation.deadline
    actors = [f"{a.official}, through the {a.through}" if a.through else a.official for a in obligation.actors]
    arithmetic = explain_arithmetic(deadline, order.signed, obligation.schedule)
    rows = {
        "who": "; ".join(actors) or "nobody named",
        "consulting": "; ".join(obligation.in_consultation_with),
        "with": "; ".join(obligation.in_coordination_with),
        "does": f"{obligation.modal} {obligation.action}",
        "deadline": f"{deadline.kind}{', inherited from the lead-in' if deadline.inherited else ''}; {arithmetic}",
        "recurs": deadline.recurs,
        "rules": ", ".join(obligation.rules),
        "review": "; ".join(obligation.review),
    }
    yield f"    {obligation.key}: {obligation.kind}"
    for name, words in rows.items():
        if words:
            yield from _wrapped(f"{name + ':':<12}{words}", "      ", " " * 18)


def _rejected_lines(item: NotObligation) -> Iterator[str]:
    from extractor.words.why_not import why_not

    words = f"“{item.modal}”" if item.modal else "no modal"
    yield from _wrapped(f"{words}: {item.reason}. {why_not(item)} ({', '.join(item.rules)})", "    ", "      ")


def _wrapped(text: str, indent: str, further: str | None = None) -> list[str]:
    return textwrap.wrap(
        shown(text),
        WIDTH,
        initial_indent=indent,
        subsequent_indent=further or indent,
        break_on_hyphens=False,
        break_long_words=False,
    )


def shown(text: str) -> str:
    """Text for a terminal: control characters of a source file never reach it."""
    return "".join(character if character.isprintable() else " " for character in text)
