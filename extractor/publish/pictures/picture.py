"""What a picture is: its drawings, what its signs mean, the same numbers as a table, or a sentence in its place."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from extractor.publish.pictures.groups import Group

LARGEST = 10_000  # bytes of one drawing


@dataclass(frozen=True, slots=True)
class Table:
    """The numbers of a picture: the caption, the columns' heads (the first names the rows), the rows as words."""

    caption: str
    heads: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Sign:
    """A shape that stands for duties: its id in the page, its face, and what it means in words."""

    id: str
    face: str
    words: str


@dataclass(frozen=True, slots=True)
class Picture:
    """One picture for a page. ``name`` starts every id in it, so two of one name cannot stand on one page.

    ``signs`` are the shapes that the drawings use; ``groups`` the groups whose patterns
    they use, each with its words; ``unknown``: they also hatch a time that no search covers. ``table`` is ``None`` where
    the page has the numbers already. ``sentence`` stands in place of everything else.
    """

    name: str
    caption: str = ""
    drawings: tuple[Markup, ...] = ()
    signs: tuple[Sign, ...] = ()
    groups: tuple[tuple[Group, str], ...] = ()
    unknown: bool = False
    table: Table | None = None
    sentence: str = ""


def instead(name: str, sentence: str) -> Picture:
    """A sentence where there is too little to draw."""
    return Picture(name, sentence=sentence)


def fits(drawings: tuple[str, ...]) -> bool:
    """True where each drawing keeps the size that a picture may have."""
    return all(len(drawing.encode()) < LARGEST for drawing in drawings)
