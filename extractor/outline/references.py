"""References of an order to its own paragraphs: ``section 2(c) of this order``, ``subsections (a)(i) and (ii) of this section``.

A reference is a kind, one or several targets, and what it is of. The targets of a list lean on the one before them:
``(a)(i) and (ii)`` names ``(a)(i)`` and ``(a)(ii)``. ``this section`` and ``this subsection`` are told from the paragraph
in which the reference stands.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractor.outline.labels import Numeral, numerals

_KIND = re.compile(r"\b(?:(?:sub)?(?:section|paragraph)s?|(?:sub)?clauses?)\s(?=\(|\d)", re.I)
_TARGET = re.compile(
    r"(?P<number>\d{1,3}(?:\.\d{1,2})?(?:[A-Z](?=\())?(?!-\d)|\(\d{1,2}\)(?=\([a-z]))?\s?(?P<labels>(?:\([A-Za-z0-9]{1,5}\)){0,6})"
)
_JOIN = re.compile(
    r"\s?(?:,\s?(?:(?:and|or|through)\s)?|\s(?:and|or|through|and/or)\s|[-–])\s?(?:(?:sub)?section\s)?(?=\(|\d)"
)
_OF = re.compile(r",?\s(?:of|in|under)\s|\s(?=(?:above|below)\b)", re.I)
_THIS = re.compile(
    r"this\s(?P<whole>order|memorandum|directive|proclamation)\b|this\s(?P<part>(?:sub)?(?:section|paragraph)|clause)\b",
    re.I,
)
_ELSEWHERE = re.compile(
    r"\s?,?\s(?:of|to|in|under)\s(?:title|the|that|such|Executive|Public|chapter|Proclamation|[A-Z]|\d)|,\s[A-Z]\w+\sOrder"
)
_LABEL = re.compile(r"\([A-Za-z0-9]{1,5}\)")
_CITATION = re.compile(r"(?P<section>[\d.]+[A-Z]?)?(?P<labels>(?:\([^)]*\))*)")
_MOST_TARGETS = 12  # in one list; the most that was met is 5


@dataclass(frozen=True, slots=True)
class OwnReference:
    """One target of a reference: its words, and the citations that it can mean, the likeliest first."""

    words: str
    candidates: tuple[str, ...]
    explicit: bool  # the words say that the paragraph is this text's own: "of this order", "of this section"


def own_references(text: str, citation: str) -> Iterator[OwnReference]:
    """The references in ``text`` to the paragraphs of the order that it stands in, seen from ``citation``.

    ``subsection (b)(i) of this section`` in 4(d) is 4(b)(i); ``section 2(c) of this order`` is 2(c). What is another
    text's (``section 3 of the Act``, ``section 3`` alone) is left out.
    """
    position = 0
    while kind := _KIND.search(text, position):
        targets, position = _targets(text, kind.end())
        bases, explicit, position = _bases(text, position, citation)
        words = " ".join(text[kind.start() : position].split())
        for candidates in _candidates(targets, bases):
            yield OwnReference(words, candidates, explicit)


def _targets(text: str, position: int) -> tuple[list[tuple[str, tuple[str, ...]]], int]:
    """(section number or "", labels) for each target of the list at ``position``, and where the list ends."""
    found: list[tuple[str, tuple[str, ...]]] = []
    while len(found) < _MOST_TARGETS:
        target = _TARGET.match(text, position)
        if not target or not (target["number"] or target["labels"]):
            break
        found.append(((target["number"] or "").strip("()"), tuple(_LABEL.findall(target["labels"]))))
        position = target.end() if target["labels"] else target.end("number")
        join = _JOIN.match(text, position)
        if not join:
            break
        position = join.end()
    return found, position


def _bases(text: str, position: int, citation: str) -> tuple[tuple[str, ...], bool, int]:
    """What the targets are of: the citations that labels can hang under ("" is the order), whether the words say so,
    and where they end. No base: another text's.
    """
    of = _OF.match(text, position)
    this = _THIS.match(text, of.end()) if of else None
    if this:
        return _this(this, citation), True, this.end()
    kind = _KIND.match(text, of.end()) if of else None
    if kind:
        targets, after = _targets(text, kind.end())
        outer, explicit, end = _bases(text, after, citation)
        outer = outer if explicit or not outer else ("", *outer)  # "subsection (a) of section 2"
        return tuple(each[0] for each in _candidates(targets[:1], outer)), explicit, end
    if _ELSEWHERE.match(text, position):
        return (), False, position
    return _enclosing(citation, 0)[:1], False, position


def _this(this: re.Match[str], citation: str) -> tuple[str, ...]:
    """The citations that ``this order``, ``this section``, ``this subsection`` can mean in the paragraph ``citation``.

    Drafters call the subsection that they are in "this section", too; the section itself comes first.
    """
    if this["whole"]:
        return ("",)
    return _enclosing(citation, 0 if this["part"].lower() == "section" else 1)


def _enclosing(citation: str, fewest: int) -> tuple[str, ...]:
    """``citation`` and what it stands in, from the one with the ``fewest`` labels inward."""
    match = _CITATION.match(citation)
    labels = _LABEL.findall(match["labels"]) if match else []
    section = match["section"] or "" if match else ""
    if not section and not labels:
        return ()
    return tuple(section + "".join(labels[:count]) for count in range(fewest, len(labels) + 1))


def _goes_on(old: Numeral, new: Numeral) -> bool:
    return old.style == new.style and old.place < new.place


def _stems(before: tuple[str, ...], labels: tuple[str, ...]) -> list[tuple[str, ...]]:
    """The labels of the target ``before`` that the next one can hang under, the likeliest first: ``(a)(i) and (ii)``."""
    following = numerals(labels[0].strip("()")) if labels else ()
    depths = sorted(
        range(len(before)),
        key=lambda depth: (
            before[depth] not in labels[:1],
            not any(_goes_on(old, new) for old in numerals(before[depth].strip("()")) for new in following),
            -depth,
        ),
    )
    return [before[:depth] for depth in depths] or [()]


def _candidates(targets: list[tuple[str, tuple[str, ...]]], bases: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    """The citations that each target can mean; none for a number that is not said to be this order's."""
    number, before = "", tuple[str, ...]()
    for own_number, labels in targets:
        if own_number:
            number, stems = own_number, [tuple[str, ...]()]
        else:
            stems = _stems(before, labels)
        before = (*stems[0], *labels)
        within = [base for base in bases if not number or base == ""]
        within = within or ([""] if bases and "." in number else [])  # "subsection 4.1(b) of this section"
        if within:
            yield tuple(
                dict.fromkeys(f"{base}{number}{''.join(stem)}{''.join(labels)}" for base in within for stem in stems)
            )
