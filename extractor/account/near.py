"""Records by their places: what stands near a span, without looking at all the others."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator
from typing import Generic, TypeVar

from extractor.model import Span

Each = TypeVar("Each")


class Near(Generic[Each]):
    """Records in the order of their spans. ``span_of`` gives a record's span; a record without one is left out."""

    def __init__(self, records: Iterable[Each], span_of: Callable[[Each], Span | None]):
        placed = [(span, each) for each in records if (span := span_of(each)) is not None]
        placed.sort(key=lambda item: item[0])
        self._spans = [span for span, _ in placed]
        self._records = [each for _, each in placed]
        self._starts = [span.start for span in self._spans]
        self._longest = max((span.end - span.start for span in self._spans), default=0)

    def touching(self, span: Span) -> Iterator[Each]:
        """The records whose spans share a code point with ``span``, or hold it."""
        first = bisect_left(self._starts, span.start - self._longest)
        last = bisect_right(self._starts, span.end)
        for position in range(first, last):
            own = self._spans[position]
            if own.overlaps(span) or own.holds(span):
                yield self._records[position]
