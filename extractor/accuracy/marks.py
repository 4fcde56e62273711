"""Review marks: how many obligations carry one, and how well they point at the wrong ones.

A found obligation is wrong where no annotated record pairs with it, or where its officials or its deadline differ.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from extractor.accuracy.scoring import Verdict


@dataclass(frozen=True, slots=True)
class Marks:
    """Counts of found obligations: all, the marked ones, the wrong ones, and the wrong ones that are marked.

    ``untold`` are annotated obligations that were missed and of which nothing is said to be unread, ``gold`` all annotated ones.
    """

    obligations: int
    marked: int
    wrong: int
    wrong_marked: int
    untold: int = 0
    gold: int = 0

    def measures(self) -> dict[str, float]:
        """The counts; ``share`` (of all that are marked), ``precision`` and ``recall`` from 0 to 1; ``silent``: the faults that
        nobody is told of, wrong and unmarked or missed and untold, as a share of the annotated obligations.
        """
        return {
            "obligations": self.obligations,
            "marked": self.marked,
            "wrong": self.wrong,
            "wrong_marked": self.wrong_marked,
            "share": self.marked / self.obligations if self.obligations else 0.0,
            "precision": self.wrong_marked / self.marked if self.marked else 1.0,
            "recall": self.wrong_marked / self.wrong if self.wrong else 1.0,
            "untold": self.untold,
            "silent": (self.wrong - self.wrong_marked + self.untold) / self.gold if self.gold else 0.0,
        }


def marks_of(verdicts: Iterable[Verdict], untold: int = 0, gold: int = 0) -> Marks:
    """The counts over all obligations that were found; ``untold`` and ``gold`` as in ``Marks``."""
    found = tuple(verdicts)
    marked = tuple(each for each in found if each.review)
    wrong = sum(each.wrong for each in found)
    return Marks(len(found), len(marked), wrong, sum(each.wrong for each in marked), untold, gold)


def by_mark(verdicts: Iterable[Verdict]) -> dict[str, tuple[int, int]]:
    """For each mark: how many obligations carry it, and how many of them are wrong; the most frequent first."""
    found = [(mark, each.wrong) for each in verdicts for mark in each.review]
    counts = {mark: [wrong for other, wrong in found if other == mark] for mark, _ in found}
    return {mark: (len(each), sum(each)) for mark, each in sorted(counts.items(), key=lambda item: -len(item[1]))}
