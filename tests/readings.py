"""Small orders for the tests of the extractor: paragraphs in, duties in a form that a table can show out."""

from __future__ import annotations

from dataclasses import dataclass

from samples import order

from extractor.find.finder import find
from extractor.model import Block, Deadline, NotObligation, Obligation, Order, Reading, Span
from extractor.outline.outline import outline
from extractor.pipeline import read_reading


@dataclass(frozen=True)
class Duty:
    """What a sentence means. ``action`` is how the verb phrase begins; ``deadline`` reads as ``told`` writes it."""

    lead: tuple[str, ...]
    action: str
    deadline: str = "none"
    through: tuple[str, ...] = ()
    consult: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    kind: str = "duty"
    recurs: str | None = None
    inherited: bool = False
    cite: str = "2"


def duty(lead: str, action: str, deadline: str = "none", **fields: object) -> Duty:
    """A duty in one line: names are parted by semicolons."""
    for name in ("through", "consult", "coordinate"):
        fields[name] = names(str(fields.get(name, "")))
    return Duty(names(lead), action, deadline, **fields)


def names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";") if name.strip())


def written_order(text: str, **fields: object) -> Order:
    """An order of one paragraph a line, under section 2 unless the text opens with a section of its own."""
    lines = [line.strip() for line in text.strip().splitlines() if line.strip()]
    if not lines[0].startswith(("Sec", "SEC")) and fields.get("text") != "summary":
        lines[0] = f"Sec. 2. Tasks. {lines[0]}"
    blocks, position = [], 0
    for line in lines:
        blocks.append(Block("paragraph", Span(position, position + len(line))))
        position += len(line) + 2
    return order(body="\n\n".join(lines), blocks=tuple(blocks), **fields)


def read(text: str, **fields: object) -> Reading:
    """The reading of a text that ``written_order`` makes into an order."""
    return read_reading(written_order(text, **fields))


def aside(text: str, **fields: object) -> list[NotObligation]:
    """What the finder sets aside of a text, with what stands inside an obligation's own sentence."""
    made = written_order(text, **fields)
    return list(dict.fromkeys(find(made, outline(made).paragraphs)[1]))


def seen(found: Obligation, wanted: Duty) -> Duty:
    """An obligation in the form of the table; its action is cut at the length of the wanted one."""
    return Duty(
        found.responsible, found.action[: len(wanted.action)], told(found.deadline), found.through,
        found.in_consultation_with, found.in_coordination_with, found.kind, found.deadline.recurs,
        found.deadline.inherited, found.citation,
    )  # fmt: skip


def told(deadline: Deadline) -> str:
    """``30 days`` for one that runs from the order, ``60 days after receipt of …``, ``by 2027-01-01``, or the kind."""
    period = f"{deadline.amount} {deadline.unit}" if deadline.amount else ""
    match deadline.kind:
        case "relative":
            words = period
        case "event":
            words = f"{period} {deadline.direction}: {deadline.event}".strip() if period else f"{deadline.event}"
        case "fixed":
            words = f"by {deadline.date}"
        case _:
            return deadline.kind
    return f"{words}, whichever is {deadline.whichever}" if deadline.whichever else words
