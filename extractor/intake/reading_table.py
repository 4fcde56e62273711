"""A reading, and what the Register lists, as Markdown tables for the people who decide about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from extractor.intake.answer_text import plain
from extractor.intake.watch import Note, Seen
from extractor.model import Obligation, Reading
from extractor.read.federal_register_list import Listed
from extractor.words.numbers import counted
from extractor.words.shown import shortened

MOST_ROWS = 300  # a comment or a pull request takes 65,536 characters
LARGEST = 60_000  # characters


def reading_report(reading: Reading) -> str:
    """The text of a pull request that adds an order: what is marked for review or unread first, then the rest."""
    order = reading.order
    doubtful = [o for o in reading.obligations if o.review]
    certain = [o for o in reading.obligations if not o.review]
    published = f" Published {order.published}." if order.published else ""
    signed = f"Signed {order.signed}." if order.signed else "No signing date is known."
    lines = [
        f"**{plain(order.title)}** ({order.id}). {signed}{published}" + (f" {order.official_url}" if order.official_url else ""),
        "",
        f"{counted(len(reading.obligations), 'obligation')} {'was' if len(reading.obligations) == 1 else 'were'} read, {len(doubtful)} of them marked for review. Nobody has accepted this "
        f"reading: compare it with the text, then run `tracker accept {order.id}`. To start the checks, close this pull "
        "request and open it again.",
    ]  # fmt: skip
    if doubtful:
        rows = [(*_cells(o), "; ".join(o.review)) for o in doubtful]
        lines += ["", "## Marked for review", "", *table((*_HEADS, "Why"), rows)]
    if reading.unread:
        unread = [(each.citation, each.kind, shortened(each.words, 160), each.why) for each in reading.unread]
        lines += ["", "## Unread", "", *table(("Place", "Kind", "Words", "Why"), unread)]
    if certain:
        lines += ["", "## Read without doubt", "", *table(_HEADS, [_cells(o) for o in certain])]
    return _cut(lines)


_HEADS = ("Obligation", "Responsible", "Action", "Due")


def _cells(obligation: Obligation) -> tuple[str, ...]:
    schedule = obligation.schedule
    due = schedule.due.isoformat() if schedule.due else schedule.undated or "no deadline"
    action = shortened(obligation.action, 160)
    return obligation.citation, ", ".join(obligation.responsible) or "nobody named", action, due


def seen_report(seen: Seen) -> str:
    """What a look at the Register found, as Markdown."""
    lines = [f"{_counted(len(seen.new), 'new executive order')} since {seen.since}."]
    if seen.new:
        rows = [(f"EO {o.number}", _day(o.signed), _day(o.published), o.title) for o in seen.new]
        lines += ["", *table(("Order", "Signed", "Published", "Title"), rows)]
    if seen.notes:
        lines += ["", "The Register notes on orders that are here:", ""]
        lines += table(
            ("Order", "Note", "Status here"),
            [(n.order.id, n.words, n.order.status or "not checked") for n in seen.notes],
        )
    if seen.passed_over:
        lines += ["", "Passed over:", "", *(f"- {plain(words)}" for words in seen.passed_over)]
    return _cut(lines)


def seen_text(seen: Seen) -> list[str]:
    """The same for a terminal."""
    lines = [f"{_counted(len(seen.new), 'new executive order')} since {seen.since}"]
    lines += [f"  EO {o.number}  {_listed(o)}" for o in seen.new]
    lines += [f"  {_noted(note)}" for note in seen.notes]
    return lines


def _listed(order: Listed) -> str:
    return f"signed {_day(order.signed)}, published {_day(order.published)}  {order.title or '(no title)'}"


def _noted(note: Note) -> str:
    return f"{note.order.id} ({note.order.status} here): {note.words}"


def table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> list[str]:
    """The lines of a Markdown table in which every cell is only text."""
    lines = [f"| {' | '.join(heads)} |", f"|{'---|' * len(heads)}"]
    lines += [f"| {' | '.join(plain(cell) or ' ' for cell in row)} |" for row in rows[:MOST_ROWS]]
    return lines + ([f"\n… and {len(rows) - MOST_ROWS} more rows."] if len(rows) > MOST_ROWS else [])


def _cut(lines: Iterable[str]) -> str:
    """The lines as one text, at most as long as a pull request takes."""
    kept: list[str] = []
    room = LARGEST
    for line in lines:
        room -= len(line) + 1
        if room < 0:
            kept.append("\n… cut here: the whole reading is in the order’s folder, by `tracker status`.")
            break
        kept.append(line)
    return "\n".join(kept) + "\n"


def _day(day: object) -> str:
    return str(day) if day else "—"


def _counted(number: int, what: str) -> str:
    return f"{number or 'no'} {what}{'' if number == 1 else 's'}"
