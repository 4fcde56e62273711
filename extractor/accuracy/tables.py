"""The figures as lines for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from extractor.accuracy.first_reading import FirstReading
from extractor.accuracy.marks import by_mark
from extractor.accuracy.rows import PLACES, SHARES, AccuracyRow
from extractor.accuracy.scoring import Verdict

HEADS = ("prec", "rec", "det-F1", "lead", "through", "dline", "full-F1")
FIRST_HEADS = ("first:", "det-F1", "full-F1")
NAME = 26  # the least width of the first column
_SHARE = f".{PLACES - 2}%"


def table(figures: dict[str, Any], first: Iterable[FirstReading] = ()) -> list[str]:
    """One line for each text, and one for all together; at the right the first reading of those that have one."""
    known = {row.name: row for reading in first for row in reading.rows}
    rows = (*figures["orders"].items(), ("all", figures["all"]))
    head = f"{'order':<{NAME}} {'gold':>5} {'found':>5}  " + "  ".join(f"{head:<7}" for head in HEADS)
    shown = any(name in known for name, _ in rows)
    lines = [head + ("  " + "  ".join(FIRST_HEADS) if shown else "")]
    for name, row in rows:
        shares = "  ".join(f"{row[share]:<7.3f}" for share in SHARES)
        lines.append(
            f"{_short(name):<{NAME}} {row['gold']:>5} {row['predicted']:>5}  {shares}{_first(known.get(name))}"
        )
    return [line.rstrip() for line in lines]


def _short(name: str) -> str:
    """A memorandum's long name by its day and its last words."""
    return name if len(name) <= NAME else f"{name[:10]}…{name[-(NAME - 11) :]}"


def _first(row: AccuracyRow | None) -> str:
    return f"          {row.detection_f1:<6.3f}  {row.full_f1:.3f}" if row else ""


def marks_lines(marks: dict[str, float]) -> list[str]:
    """The review marks of the annotated texts in one sentence a line."""
    return [
        "",
        f"marked for review   {marks['marked']} of {marks['obligations']} ({marks['share']:{_SHARE}})",
        f"marked ones wrong   {marks['wrong_marked']} of {marks['marked']} ({marks['precision']:{_SHARE}})",
        f"wrong ones marked   {marks['wrong_marked']} of {marks['wrong']} ({marks['recall']:{_SHARE}})",
        f"faults told nobody  {marks['wrong'] - marks['wrong_marked'] + marks['untold']} ({marks['silent']:{_SHARE}} of the annotated)",
    ]


def mark_lines(verdicts: Iterable[Verdict]) -> Iterator[str]:
    """A line for each mark: how many carry it, and how many of them are wrong."""
    for mark, (carry, wrong) in by_mark(verdicts).items():
        yield f"MARK {carry:>4}, wrong {wrong:>3}: {mark}"


def judged_lines(judged: dict[str, int]) -> list[str]:
    """The judged sentences in two lines."""
    return [
        f"duties found        {judged['found']} of {judged['duties']}",
        f"others left out     {judged['left_out']} of {judged['others']}",
    ]


def summary(figures: dict[str, float]) -> list[str]:
    """The figures of a folder for people."""
    rows = {
        "texts read": f"{figures['texts']:,}",
        "words": f"{figures['words']:,}",
        "words a second, one process": f"{figures['words_per_second']:,}",
        "seconds in all": f"{figures['seconds']:.1f}",
        "peak memory": f"{figures['memory'] / 2**20:,.0f} MiB" if figures["memory"] else "unknown",
        "labels explained by the outline": f"{figures['labels_explained']:{_SHARE}}",
        "references to own paragraphs that lead to one": f"{figures['references_resolved']:{_SHARE}} of {figures['references']:,}",
        "spans that are exact": f"{figures['spans'] - figures['spans_inexact']:,} of {figures['spans']:,}",
        "modals lost": f"{figures['modals_lost']:,}",
        "due dates without their phrase": f"{figures['dates_unfounded']:,} of {figures['dated']:,}",
        "obligations with nobody responsible": f"{figures['without_actor']:{_SHARE}} of {figures['obligations']:,}",
        "obligations marked for review": f"{figures['marked']:{_SHARE}} of {figures['obligations']:,}",
        "passages unread": f"{figures['passages_unread']:,}, {100 * figures['passages_unread'] / (figures['obligations'] or 1):.1f} for each 100 obligations",
    }
    width = max(map(len, rows))
    return [f"{name:<{width}}  {value}" for name, value in rows.items()]
