"""Pair what the extractor found with what is annotated, and count.

An annotated record and an obligation are paired within a citation by the words of their actions. Of the pairs it is
counted whose officials are the same and whose deadlines are the same; everything else is a miss or an extra.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from extractor.model import Obligation

WORDS_COMPARED = 12  # of an action, from its first verb
PAIRED_FROM = 0.5  # the least overlap that makes a pair
SAME_OPENING = 0.6  # the overlap of two actions that open with the same verb, however they go on
_ARTICLES = re.compile(r"\b(?:the|a|an|each|all|every|relevant|appropriate)\b")
_AGENCIES = re.compile(r"\b(?:(?:executive )?departments and agencies|federal agencies|agency)\b")


@dataclass(frozen=True, slots=True)
class Reckoned:
    """An obligation, annotated or found, as far as it is scored: names folded, the deadline as a comparable tuple."""

    citation: str
    action: str
    lead: tuple[str, ...]
    through: tuple[str, ...]
    deadline: tuple[object, ...]
    lead_also: tuple[tuple[str, ...], ...] = ()  # other spellings of the lead that are as right
    review: tuple[str, ...] = ()  # the marks of what was found

    @property
    def leads(self) -> frozenset[frozenset[str]]:
        """Every lead that counts as right, folded."""
        return frozenset(folded(names) for names in (self.lead, *self.lead_also))


@dataclass(frozen=True, slots=True)
class Counts:
    """How many records are annotated, found, paired, and of the pairs right; they add up over orders."""

    gold: int = 0
    predicted: int = 0
    paired: int = 0
    lead: int = 0
    through: int = 0
    deadline: int = 0
    full: int = 0

    def __add__(self, other: Counts) -> Counts:
        return Counts(*(one + two for one, two in zip(astuple(self), astuple(other), strict=True)))

    def measures(self) -> dict[str, float]:
        """The measures by name: counts as they are, shares between 0 and 1. A share of nothing is 1."""
        return {
            "gold": self.gold,
            "predicted": self.predicted,
            "precision": _share(self.paired, self.predicted),
            "recall": _share(self.paired, self.gold),
            "detection_f1": self._f1(self.paired),
            "lead": _share(self.lead, self.paired),
            "through": _share(self.through, self.paired),
            "deadline": _share(self.deadline, self.paired),
            "full_f1": self._f1(self.full),
        }

    def _f1(self, hits: int) -> float:
        precision, recall = _share(hits, self.predicted), _share(hits, self.gold)
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0


@dataclass(frozen=True, slots=True)
class Verdict:
    """One found obligation: its review marks, and whether it is wrong (an extra, or officials or deadline differ)."""

    review: tuple[str, ...]
    wrong: bool


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one order, a line for each miss, wrong official, wrong deadline and extra, and all verdicts.

    ``untold``: the missed records at whose citation, or above or below it, nothing is said to be unread.
    """

    counts: Counts
    misses: tuple[str, ...]
    verdicts: tuple[Verdict, ...] = ()
    untold: int = 0


def annotated(record: Mapping[str, Any]) -> Reckoned:
    """A line of a gold file. Raises ``KeyError`` when ``cite``, ``lead``, ``action`` or ``deadline`` is absent."""
    deadline = record["deadline"] or {}
    return Reckoned(
        str(record["cite"]), str(record["action"]), tuple(record["lead"]), tuple(record.get("through") or ()),
        _deadline(deadline.get("kind"), deadline.get("n"), deadline.get("unit"), deadline.get("date")),
        tuple(tuple(names) for names in record.get("lead_also") or ()),
    )  # fmt: skip


def extracted(obligation: Obligation) -> Reckoned:
    """What the extractor found, in the same form."""
    stated = obligation.deadline
    day = stated.date.isoformat() if stated.date else None
    deadline = _deadline(stated.kind, stated.amount, stated.unit, day)
    return Reckoned(
        obligation.citation, obligation.action, obligation.responsible, obligation.through, deadline,
        review=obligation.review,
    )  # fmt: skip


def _deadline(kind: object, amount: object, unit: object, day: object) -> tuple[object, ...]:
    if kind in ("relative", "event"):
        return kind, amount, str(unit or "").rstrip("s")
    return ("fixed", day) if kind == "fixed" else (kind or "none",)


def score(gold: Sequence[Reckoned], found: Iterable[Reckoned], name: str, unread: Sequence[str] = ()) -> Score:
    """Pair ``found`` with ``gold``, in the order of ``gold``. ``name`` opens every line of the misses; ``unread`` are the
    citations at which something is said to be unread.
    """
    left: dict[str, list[Reckoned]] = {}
    records = tuple(found)
    for each in records:
        left.setdefault(folded_citation(each.citation), []).append(each)
    counts, misses, verdicts, untold = Counts(gold=len(gold), predicted=len(records)), [], [], 0
    for wanted in gold:
        candidates = left.get(folded_citation(wanted.citation), [])
        best = max(candidates, key=lambda each: overlap(wanted.action, each.action), default=None)
        if best is None or overlap(wanted.action, best.action) < PAIRED_FROM:
            misses.append(f"{name} MISSED {_shown(wanted)}")
            untold += not _is_told(wanted.citation, unread)
            continue
        candidates.remove(best)
        pair = _pair(wanted, best)
        counts += pair
        verdicts.append(Verdict(best.review, wrong=not pair.full))
        misses += _differences(name, wanted, best)
    extras = [each for candidates in left.values() for each in candidates]
    misses += (f"{name} EXTRA {_shown(each)}" for each in extras)
    verdicts += (Verdict(each.review, wrong=True) for each in extras)
    return Score(counts, tuple(misses), tuple(verdicts), untold)


def _is_told(citation: str, unread: Sequence[str]) -> bool:
    place = folded_citation(citation)
    others = map(folded_citation, unread)
    return any(place.startswith(other) or other.startswith(place) for other in others)


def _pair(wanted: Reckoned, found: Reckoned) -> Counts:
    lead = folded(found.lead) in wanted.leads
    deadline = wanted.deadline == found.deadline
    through = folded(wanted.through) == folded(found.through)
    return Counts(paired=1, lead=lead, through=through, deadline=deadline, full=lead and deadline)


def _differences(name: str, wanted: Reckoned, found: Reckoned) -> list[str]:
    pairs = {
        "LEAD": (folded(wanted.lead), folded(found.lead)),
        "THROUGH": (folded(wanted.through), folded(found.through)),
        "DEADLINE": (wanted.deadline, found.deadline),
    }
    return [
        f"{name} {what} {wanted.citation}: want {_listed(one)} got {_listed(two)}"
        for what, (one, two) in pairs.items()
        if one != two and not (what == "LEAD" and two in wanted.leads)
    ]


def _listed(values: Iterable[object]) -> str:
    """Values for a person; a set in alphabetical order, a tuple as it is."""
    values = sorted(values) if isinstance(values, frozenset) else values
    return ", ".join(str(value) for value in values if value is not None) or "nothing"


def _shown(each: Reckoned) -> str:
    return f"{each.citation}: {', '.join(each.lead) or 'nobody'} | {each.action}"


def overlap(one: str, two: str) -> float:
    """The share of the shorter action's words that the other has too, from 0 to 1.

    Actions that open with the same verb count as ``SAME_OPENING`` at least, others half.
    """
    first, second = _compared(one), _compared(two)
    if not first or not second:
        return 0.0
    short, long = sorted((first, second), key=len)
    common = len(set(short) & set(long)) / len(set(short))
    return max(common, SAME_OPENING) if first[0] == second[0] else common / 2


def _compared(action: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", action.lower())[:WORDS_COMPARED]


def folded_citation(citation: str) -> str:
    """A citation without blanks and without ``Sec.`` before it."""
    return re.sub(r"\s+|^sec(?:tion)?s?\.?\s*", "", citation.strip(), flags=re.IGNORECASE)


def folded(names: Iterable[str]) -> frozenset[str]:
    """Names without case, articles, parentheses and punctuation; words for agencies in general as one word."""
    return frozenset(_folded_name(name) for name in names if name)


def _folded_name(name: str) -> str:
    name = _ARTICLES.sub(" ", name.lower().replace("’", "'"))
    name = re.sub(r"\([^)]*\)", " ", name)
    name = re.sub(r"\bheads? of\b", "heads of", name)
    name = _AGENCIES.sub("agencies", name)
    name = re.sub(r"\bagencies heads\b", "heads of agencies", name)
    return " ".join(re.sub(r"[^a-z0-9 ]+", " ", name).split())
