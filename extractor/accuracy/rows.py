"""One set of annotated records and its figures, as a table shows them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, ROUND_UP, Decimal

from extractor.accuracy.scoring import Counts
from extractor.words.dates import long_date
from extractor.words.orders import executive_order

PLACES = 4  # decimals that are kept of a share
SHARES = ("precision", "recall", "detection_f1", "lead", "through", "deadline", "full_f1")
CUT_AT = 60  # characters that a text's file name keeps of its title; what fills them all may end inside a word
_MEMORANDUM = re.compile(r"(\d{4}-\d\d-\d\d)-(.*)")
_NUMBERED = re.compile(r"\b(?:nspm|nsm|nspd)-\d+\b")
_KIND = re.compile(r"^(?:presidential-|national-security-(?:presidential-)?)?memorandum-(?:on-|for-)*")


@dataclass(frozen=True, slots=True)
class AccuracyRow:
    """One text's figures: annotated and found obligations, and shares from 0 to 1. ``label`` names it on a page."""

    name: str
    label: str
    gold: int
    predicted: int
    precision: float
    recall: float
    detection_f1: float
    lead: float
    through: float
    deadline: float
    full_f1: float


def row_of(name: str, measures: dict[str, float]) -> AccuracyRow:
    """The row of the committed figures of one text, or of ``all``."""
    shares = {share: measures[share] for share in SHARES}
    return AccuracyRow(name, label(name), int(measures["gold"]), int(measures["predicted"]), **shares)


def label(name: str) -> str:
    """A set of records as a page names it: ``13777`` is an order's number, a memorandum is named by its file."""
    if name == "all":
        return "All together"
    if name.isdigit():
        return executive_order(name)
    dated = _MEMORANDUM.fullmatch(name)
    return _memorandum(date.fromisoformat(dated[1]), dated[2]) if dated else "A news summary of an order"


def _memorandum(day: date, title: str) -> str:
    """``Memorandum of January 26, 2021 (tribal consultation …)``."""
    numbered = _NUMBERED.search(title)
    about = numbered[0].upper() if numbered else _about(title)
    return f"Memorandum of {long_date(day)} ({about})"


def _about(title: str) -> str:
    words = _KIND.sub("", title).split("-")
    return " ".join([*words[:-1], "…"] if len(title) >= CUT_AT - 1 else words)


def counts_of(measures: dict[str, float]) -> Counts:
    """The counts behind the committed figures of one text, so that those of several can be added up."""
    gold, predicted = int(measures["gold"]), int(measures["predicted"])
    paired = round(measures["precision"] * predicted)
    lead, through, deadline = (round(measures[each] * paired) for each in ("lead", "through", "deadline"))
    return Counts(gold, predicted, paired, lead, through, deadline, round(measures["full_f1"] * (gold + predicted) / 2))


def rounded(measures: dict[str, float]) -> dict[str, float]:
    """Measures as they are committed: whole numbers stay, shares have ``PLACES`` decimals."""
    return {name: value if isinstance(value, int) else round(value, PLACES) for name, value in measures.items()}


def percent(share: float, of_faults: bool = False) -> str:
    """``0.9966`` → ``99.6%``: cut, not rounded, so that only what is whole is shown as 100%; a share ``of_faults`` is rounded up,
    so that only where there is none it is shown as 0.
    """
    cut = (Decimal(str(share)) * 100).quantize(Decimal("0.1"), ROUND_UP if of_faults else ROUND_DOWN)
    return f"{100 if cut == 100 else cut}%"
