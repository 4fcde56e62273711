"""Single duties on a time axis: each a link at its date, one level up where another mark stands there already."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractor.publish.pictures.svg import across, drawing, element, line, number, percent, words
from extractor.publish.pictures.time_axis import Axis
from extractor.publish.pictures.time_parts import (
    BREAK,
    FOOT,
    HEAD,
    UPRIGHT,
    as_of_across,
    as_of_upright,
    axis_across,
    axis_upright,
)

SIZE = 18.0  # pixels that a mark takes, with the gap to its neighbor
UPRIGHT_LENGTH = 400.0  # pixels of the upright axis
_OFF = 4.0  # pixels between an axis and the lowest marks


@dataclass(frozen=True, slots=True)
class Mark:
    """One duty: its place on the axis from 0 to 1, the id of its shape, the address of its page, its title."""

    place: float
    sign: str
    href: str
    title: str


def levels(marks: Sequence[Mark], length: float) -> tuple[int, ...]:
    """The level of each mark, 0 the lowest, on an axis of ``length`` pixels.

    The marks are in the order of their places. No two marks of one level are nearer than ``SIZE``; each takes the lowest level that is free.
    """
    last: list[float] = []  # of each level, the place of its last mark in pixels
    found = []
    for mark in marks:
        here = mark.place * length
        level = next((n for n, there in enumerate(last) if here - there >= SIZE), len(last))
        last[level : level + 1] = [here]
        found.append(level)
    return tuple(found)


def marks_across(name: str, marks: Sequence[Mark], found: Sequence[int], axis: Axis, about: tuple[str, str]) -> str:
    """The drawing with the axis at the foot; ``about`` is its title and its description."""
    base = HEAD + (max(found) + 1) * SIZE + _OFF
    stems = [
        line(percent(across(place)), base, percent(across(place)), base - _OFF - level * SIZE)
        for place, level in _floating(marks, found)
    ]
    shapes = [
        _link(mark, percent(across(mark.place)), base - _OFF - (level + 0.5) * SIZE)
        for mark, level in zip(marks, found, strict=True)
    ]
    parts = (as_of_across(axis, base), axis_across(axis, base), element("g", *stems, class_="stems"), *shapes)
    return drawing(f"{name}-wide", base + FOOT, *about, *parts, kind="drawing--wide", holds_links=True)


def marks_upright(name: str, marks: Sequence[Mark], found: Sequence[int], axis: Axis, about: tuple[str, str]) -> str:
    """The drawing with the axis at the left, for narrow windows."""
    top = HEAD + (BREAK if axis.beyond < 0 else 0)
    stems = [
        line(number(UPRIGHT), y, number(UPRIGHT + _OFF + level * SIZE), y)
        for y, level in ((top + place * UPRIGHT_LENGTH, level) for place, level in _floating(marks, found))
    ]
    shapes = [
        _link(mark, number(UPRIGHT + _OFF + (level + 0.5) * SIZE), top + mark.place * UPRIGHT_LENGTH)
        for mark, level in zip(marks, found, strict=True)
    ]
    parts = (
        as_of_upright(axis, top, UPRIGHT_LENGTH),
        axis_upright(axis, top, UPRIGHT_LENGTH),
        element("g", *stems, class_="stems"),
        *shapes,
    )
    height = top + UPRIGHT_LENGTH + SIZE / 2 + 3 + (BREAK if axis.beyond > 0 else 0)
    return drawing(f"{name}-upright", height, *about, *parts, kind="drawing--upright", holds_links=True)


def _floating(marks: Sequence[Mark], found: Sequence[int]) -> Iterator[tuple[float, int]]:
    """The places whose lowest mark is not on the axis, each with the level of that mark: a stem leads up to it."""
    lowest: dict[float, int] = {}
    for mark, level in zip(marks, found, strict=True):
        lowest[mark.place] = min(level, lowest.get(mark.place, level))
    return ((place, level) for place, level in lowest.items() if level)


def _link(mark: Mark, x: str, y: float) -> str:
    """A link with its title around its shape, which the page defines once."""
    shape = element("use", href=f"#{mark.sign}", x=x, y=number(y))
    return element("a", element("title", words(mark.title)), shape, href=mark.href)
