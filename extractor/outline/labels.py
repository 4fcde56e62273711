"""Labels of paragraphs, ``(a)``, ``(iv)``, ``(aa)``, and the order in which they may follow each other.

Levels are not hard-coded: a label is accepted when it succeeds an open label or is the first of a new
level. That decides ``(i)`` after ``(h)``: a letter, unless ``(ii)`` comes before ``(j)`` further on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

LABEL = re.compile(r"\s*\(([a-z]{1,6}|[A-Z]{1,5}|\d{1,2})\)(?=[\s“\"A-Z(]|$)\s*")
BARE_LABEL = re.compile(r"\s*(\d{1,2}|[a-z]|[ivx]{2,5})[.)]\s+(?=\S)")
_RUN_IN = re.compile(r"(?<=[:—–.])\s?\((a|i|A|1)\)\s(?=\S)|(?<=\s)\((?:a|i|A|1)\)\s?\((a|i|A|1)\)\s(?=\S)")
_IN_SENTENCE = re.compile(r"(?<=[\w,;])\s\((a|i|A|1)\)\s(?=\S)")
# The words before a list right behind a command; a time may stand between: ``shall, within 7 days of the sale, (1) …``.
_COMMANDS = re.compile(
    r"\b(?:shall|must|(?:directed|ordered|instructed|required) to)(?:, (?:within|(?:no|not) later than|by|before) [^.;:(),]{1,80},?)?$"
)
_REFERRED_TO = re.compile(
    r"\b(?:sections?|(?:sub)?paragraphs?|subsections?|(?:sub)?clauses?|items?|parts?|and|or|through|(?<!\d, )(?<!year )[\d.]+)\s*$"  # a number is a section's; ``by May 1, 2027 (i)`` is none
)
# A cross-reference that opens a line: (b) of this section, (a) through (d)
_REFERENCE = re.compile(r"\s*(?:\([A-Za-z0-9]+\))+\s+(?:(?:of|above|below)\b|(?:or|and|through)\s+\()")
# A label behind the end of a sentence or of an item, with which a paragraph can begin within a block.
_BEGINS = re.compile(
    r"(?:(?<=[.:;!?—–])|(?<=[.;:,][”’\")])|(?<=;\sand)|(?<=;\sor))\s(?=\((?P<label>[a-z]{1,6}|[A-Z]{1,4}|\d{1,2})\)[\s(])"
)
_FIRST_INSIDE = re.compile(r"\([A-Za-z0-9]{1,4}\)\((?:a|A|i|1)\)\s")
# After one of these a label goes on with a reference (``Stat. (a)``).
_REFERS = re.compile(r"\b(?:U\.S\.C|C\.F\.R|Nos?|secs?|subsecs?|Pub|Fed|Reg|App)\.$")
_ROMAN = re.compile(r"x{0,3}(ix|iv|v?i{0,3})$")  # a list in an order ends before xl; l, c, d and m are letters
_SKIPS = 3  # labels; one that skips more is another style's, where it can be
DEEPEST = 10  # levels below a section; orders have five
_LONGEST_LIST = 2_000  # code points of a list within a sentence that are looked at
_LOOKED_AHEAD = 60  # labels within a block
_DIGITS = {"i": 1, "v": 5, "x": 10}


@dataclass(frozen=True, slots=True)
class Numeral:
    """One way to read a label: a numbering style (a, A, i, I, 1, aa, AA), the place in it, from 1, and its form.

    ``bare``: it stands without parentheses, ``a.``; ``(c)`` goes on from ``(b)`` and not from the ``b.`` below that.
    """

    style: str
    place: int
    bare: bool = False


def numerals(label: str) -> tuple[Numeral, ...]:
    """Every way to read a label: ``i`` is the ninth letter and the first Roman numeral."""
    if not label or label == "§":
        return ()
    if label.isdigit():
        return (Numeral("1", int(label)),)
    lower = label.lower()
    cased = str.upper if label.isupper() else str.lower
    found = []
    if len(lower) == 1:
        found.append(Numeral(cased("a"), ord(lower) - 96))
    elif len(set(lower)) == 1 and len(lower) == 2:
        found += [Numeral(cased("aa"), ord(lower[0]) - 96), Numeral(cased("a"), 26 + ord(lower[0]) - 96)]
    if _ROMAN.match(lower):
        found.append(Numeral(cased("i"), _roman(lower)))
    return tuple(found)


def _roman(label: str) -> int:
    values = [_DIGITS[character] for character in label]
    return sum(-v if any(later > v for later in values[n + 1 : n + 2]) else v for n, v in enumerate(values))


@dataclass(frozen=True, slots=True)
class Place:
    """Where a label hangs: its depth below the section, from 0, its numeral, and whether succession explains it."""

    depth: int
    numeral: Numeral
    explained: bool


def place_label(
    label: str, opened: Sequence[Numeral], ahead: Sequence[str], after_colon: bool, bare: bool = False
) -> Place | None:
    """Where ``label`` hangs, given the open labels from the outermost in and the labels that come after it.

    ``after_colon`` says that the words before end in a colon or a dash, ``bare`` that the label has no parentheses.
    ``None``: it is no label at all.
    """
    readings = tuple(replace(reading, bare=bare) for reading in numerals(label))
    succeeding = [
        Place(depth, reading, True)
        for depth in range(len(opened) - 1, -1, -1)
        for reading in readings
        if reading.style == opened[depth].style and reading.place == opened[depth].place + 1
    ]
    succeeding = [place for place in succeeding if opened[place.depth].bare == bare] or succeeding
    first = [
        Place(len(opened), reading, True)
        for reading in readings
        if reading.place == 1
        and len(opened) < DEEPEST
        and (after_colon or all((reading.style, bare) != (level.style, level.bare) for level in opened))
    ]
    if succeeding and first and not _follows_z(label, opened, after_colon):
        return first[0] if _starts_level(label, ahead, after_colon) else succeeding[0]
    found = succeeding or first or _unexplained(readings, opened)
    return found[0] if found else None


def run_in_label(
    text: str, start: int, end: int, ahead: Sequence[str], outermost: bool = False
) -> re.Match[str] | None:
    """The first label of a list that runs in a paragraph (``to: (a) secure …``), where the next label goes on from it.

    ``ahead`` holds the labels of the paragraphs that follow. Only a label after a colon, a dash or a full stop counts,
    or one with the first label of the next level right behind it (``if (i)(A) it is …``). ``outermost``: no list is
    open in the section yet, and one that opens here may have lists of its own before it goes on.
    """
    for match in _RUN_IN.finditer(text, start, end):
        following = _own_labels(ahead) if outermost and match[1] else [label for label in ahead if label][:1]
        if goes_on(match[1] or match[2], following):
            return LABEL.match(text, match.start(), end)
    following = [label for label in ahead[:1] if label]
    for match in _IN_SENTENCE.finditer(text, start, end if following else start):
        if not goes_on(match[1], following) or _REFERRED_TO.search(
            text[max(start, match.start() - 20) : match.start()]
        ):
            continue
        within = _BEGINS.finditer(text, match.end(), min(end, match.end() + _LONGEST_LIST))
        if not goes_on(match[1], [each["label"] for each in within]):
            return None if is_reference(text, match.start(), end) else LABEL.match(text, match.start(), end)
    return _behind_command(text, start, end)


def _behind_command(text: str, start: int, end: int) -> re.Match[str] | None:
    """``shall (1) count mills; (2) list barns``: the first label of a list right behind the command, whose next stands behind
    the end of its item.
    """
    for match in _IN_SENTENCE.finditer(text, start, end):
        if not _COMMANDS.search(text[max(start, match.start() - 110) : match.start()]):
            continue
        following = next(_beginnings(text, match.end(), min(end, match.end() + _LONGEST_LIST)), None)
        if following and goes_on(match[1], [following["label"]]):
            return LABEL.match(text, match.start(), end)
    return None


def goes_on(label: str, following: Sequence[str]) -> bool:
    """True if one of the ``following`` labels is the second of a list that ``label`` can open."""
    first = {numeral.style for numeral in numerals(label) if numeral.place == 1}
    return any(n.place == 2 and n.style in first for each in following for n in numerals(each))


def next_label(text: str, start: int, end: int, opened: Sequence[Numeral]) -> re.Match[str] | None:
    """The first label in the rest of a block that goes on from an open one, or that opens a list of sentences.

    It stands behind the end of a sentence or of an item, outside quotation marks.
    """
    found = list(_beginnings(text, start, end))
    for number, match in enumerate(found):
        ahead = [each["label"] for each in found[number + 1 : number + _LOOKED_AHEAD]]
        most = _SKIPS if _FIRST_INSIDE.match(text, match.end()) else 1  # ``(3)(A)`` is no reference behind a full stop
        succeeds = any(
            n.style == level.style and 0 < n.place - level.place <= most
            for n in numerals(match["label"])
            for level in opened
        )
        if succeeds or goes_on(match["label"], ahead):
            return LABEL.match(text, match.end(), end)
    return None


def _beginnings(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """The labels between ``start`` and ``end`` with which a paragraph can begin: outside quotation marks, no references."""
    opened, straight, position = 0, 0, start
    for match in _BEGINS.finditer(text, start, end):
        opened += text.count("“", position, match.start()) - text.count("”", position, match.start())
        straight += text.count('"', position, match.start())
        position = match.start()
        refers = _REFERS.search(text[max(start, position - 12) : position]) or is_reference(text, match.end(), end)
        if opened <= 0 and straight % 2 == 0 and not refers:
            yield match


def is_reference(text: str, start: int, end: int) -> bool:
    """True for a label that is a cross-reference: ``(b) of this section``, ``(a) through (d)``."""
    return bool(_REFERENCE.match(text[start : min(end, start + 120)]))


def _own_labels(ahead: Sequence[str]) -> list[str]:
    """The labels up to the next section."""
    return [label for label in takewhile(lambda label: label != "§", ahead) if label]


def _follows_z(label: str, opened: Sequence[Numeral], after_colon: bool) -> bool:
    """True for ``(aa)`` that goes on from ``(z)``: after a colon it opens a list of its own."""
    return len(label) == 2 and not after_colon and any(level.style in "aA" and level.place == 26 for level in opened)


def _starts_level(label: str, ahead: Sequence[str], after_colon: bool) -> bool:
    """Decide between the first of a new level and the next letter, by which of the two goes on sooner."""
    second, letter = ("II", "J") if label.isupper() else ("ii", "j")
    for following in ahead:
        if following in (second, letter, label):
            return following == second
    return after_colon


def _unexplained(readings: Sequence[Numeral], opened: Sequence[Numeral]) -> list[Place]:
    """A label that skips some or repeats one: it stays on its style's level; a strange style opens a level.

    One that skips more than a few stays only where it is a single letter or a figure: ``(ii)`` is no thirty-fifth letter.
    """
    same = [
        Place(depth, reading, False)
        for depth in range(len(opened) - 1, -1, -1)
        for reading in readings
        if reading.style == opened[depth].style and reading.place >= opened[depth].place
    ]
    near = [place for place in same if place.numeral.place - opened[place.depth].place <= _SKIPS]
    far = [place for place in same if place.numeral.style in "aA1" and place.numeral.place <= 26]
    unused = [r for r in readings if all(r.style != level.style for level in opened)]
    strange = [Place(len(opened), reading, False) for reading in unused[-1:] if len(opened) < DEEPEST]
    return near or far or strange
