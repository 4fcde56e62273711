"""Where the marks of a timeline stand: each on its date, and one level up where another stands there already."""

from __future__ import annotations

from collections.abc import Sequence

MARK = 18.0  # pixels that a mark takes, with the gap to its neighbor


def levels(places: Sequence[float], length: float) -> tuple[int, ...]:
    """The level of each mark, 0 the lowest. ``places``: fractions of an axis of ``length`` pixels, in rising order.

    No two marks of one level are nearer than ``MARK``; each takes the lowest level that is free.
    """
    last: list[float] = []  # of each level, the place of its last mark in pixels
    found = []
    for place in places:
        here = place * length
        level = next((n for n, there in enumerate(last) if here - there >= MARK), len(last))
        last[level : level + 1] = [here]
        found.append(level)
    return tuple(found)
