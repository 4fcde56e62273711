"""Single sentences with a verdict: a duty that must be found, or words that must be left out.

The file has four columns: ``order`` (its number), ``citation``, ``verdict`` (``duty`` or ``no duty``) and ``words in the
sentence``. A sentence is found where an obligation of that citation quotes these words, whatever blanks stand in them; a
lead-in (``The Commission shall:``) where the items under it are obligations. Words that oblige nobody are left out also
where their sentence goes on with another duty.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from extractor.accuracy.annotated import text_of
from extractor.accuracy.scoring import folded_citation
from extractor.model import NotObligation, Obligation, Reading
from extractor.pipeline import read_reading
from extractor.problems import Problem, ProblemsFound

WORDS = "words in the sentence"
COLUMNS = ("order", "citation", "verdict", WORDS)
_OPENING_WORDS = 3
VERDICTS = ("duty", "no duty")
LEAD_IN = "list.lead-in"  # the rule under which a lead-in is set aside: its items carry the duty


@dataclass(frozen=True, slots=True)
class Sentence:
    """One judged sentence."""

    order: str
    citation: str
    duty: bool
    words: str


@dataclass(frozen=True, slots=True)
class Judged:
    """How many duties there are and are found, how many sentences oblige nobody and are left out; a line for the rest."""

    duties: int
    found: int
    others: int
    left_out: int
    misses: tuple[str, ...]

    def measures(self) -> dict[str, int]:
        """The counts by name."""
        return {"duties": self.duties, "found": self.found, "others": self.others, "left_out": self.left_out}


def judged_sentences(file: Path) -> tuple[Sentence, ...]:
    """The sentences of ``file``. Raises ``ProblemsFound`` for columns and verdicts that it cannot have."""
    with file.open(encoding="utf-8", newline="") as lines:
        rows = csv.DictReader(lines)
        if missing := [name for name in COLUMNS if name not in (rows.fieldnames or ())]:
            found = ", ".join(rows.fieldnames or ()) or "nothing"
            message = f"there is no column {missing[0]}"
            raise ProblemsFound([Problem(str(file), 1, 0, message, found, ", ".join(COLUMNS))])
        numbered = [(rows.line_num, row) for row in rows]
    problems = [
        Problem(str(file), line, 0, "this is no verdict", row["verdict"], " or ".join(VERDICTS))
        for line, row in numbered
        if row["verdict"] not in VERDICTS
    ]
    if problems:
        raise ProblemsFound(problems)
    return tuple(Sentence(r["order"], r["citation"], r["verdict"] == "duty", r[WORDS]) for _, r in numbered)


def judge(sentences: Iterable[Sentence], folder: Path | None) -> Judged:
    """Read the order of each sentence, from ``folder`` or the Federal Register, and count."""

    @cache
    def reading(order: str) -> Reading | None:
        text = text_of(order, folder)
        return read_reading(text) if text else None

    verdicts = [(each, is_found(each, reading(each.order))) for each in sentences]
    duties = [found for each, found in verdicts if each.duty]
    others = [found for each, found in verdicts if not each.duty]
    return Judged(
        len(duties), sum(duties), len(others), len(others) - sum(others),
        tuple(_line(each) for each, found in verdicts if found != each.duty),
    )  # fmt: skip


def is_found(sentence: Sentence, reading: Reading | None) -> bool:
    """Does an obligation of the sentence's citation quote its words, or do obligations stand under the lead-in that it is?"""
    if reading is None:
        return False
    citation, words = folded_citation(sentence.citation), _folded(sentence.words)
    quoting = [each for each in reading.obligations if _quotes(each, citation, words)]
    if quoting or not sentence.duty:
        return any(sentence.duty or _opening(each) in words for each in quoting)
    leads_in = any(_quotes(each, citation, words) and LEAD_IN in each.rules for each in reading.not_obligations)
    return leads_in and any(_outer(folded_citation(each.citation)) == citation for each in reading.obligations)


def _opening(duty: Obligation) -> str:
    """The first words of what is to be done: another duty of the same sentence opens outside the judged words."""
    return " ".join(duty.action.split()[:_OPENING_WORDS])


def _outer(citation: str) -> str:
    """The citation of the paragraph that one with a label hangs under: ``2(c)`` for ``2(c)(ii)``."""
    return citation.rpartition("(")[0]


def _quotes(record: Obligation | NotObligation, citation: str, words: str) -> bool:
    return folded_citation(record.citation) == citation and words in _folded(record.quote)


def _folded(words: str) -> str:
    return " ".join(words.split())


def _line(sentence: Sentence) -> str:
    what = "NOT FOUND" if sentence.duty else "NOT LEFT OUT"
    return f"{sentence.order} {what} {sentence.citation}: {sentence.words}"
