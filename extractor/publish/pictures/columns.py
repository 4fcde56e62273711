"""Counted duties as stacked bars: columns over a time axis, and rows for narrow windows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from extractor.publish.pictures.groups import GROUPS, Counts, Group, counts, in_words
from extractor.publish.pictures.picture import Table
from extractor.publish.pictures.svg import across, drawing, element, label, line, number, percent, words
from extractor.publish.pictures.time_axis import Axis, bins
from extractor.publish.pictures.time_parts import FOOT, HEAD, as_of_across, as_of_words, axis_across
from extractor.publish.view import Duty
from extractor.publish.wording import date_short, month_name

TALLEST = 150.0  # pixels of the largest column
ROW = 24.0  # pixels from one row to the next
BAND = 20.0  # pixels for the as-of day's words among rows
_ROW_LABEL, _ROW_END = 28.0, 90.0  # percent of the width: where a row's bar starts, and where the longest ends


@dataclass(frozen=True, slots=True)
class Bin:
    """The duties that are due from ``start`` to the day before ``end``, counted by group."""

    start: date
    end: date
    found: Counts

    @property
    def total(self) -> int:
        """How many duties are due in it."""
        return _sum(self.found)

    @property
    def words(self) -> str:
        """``July 2026``, or the days from the first to the last."""
        last = self.end - timedelta(days=1)
        if self.start.day == 1 and (last.year, last.month) == (self.start.year, self.start.month) and self.end.day == 1:
            return month_name(self.start)
        if self.start.day == 1 and self.end.day == 1:
            return f"{month_name(self.start)} to {month_name(last)}"
        return f"{date_short(self.start)} to {date_short(last)}" if last > self.start else date_short(self.start)


def bins_of(dated: Sequence[Duty], most: int) -> tuple[Bin, ...]:
    """The dated duties, in order, in at most ``most`` bins of equal steps; each duty is in one bin."""
    days = [duty.due for duty in dated if duty.due]
    return counted_in(dated, bins(days[0], days[-1], most))


def counted_in(dated: Iterable[Duty], stretches: Iterable[tuple[date, date]]) -> tuple[Bin, ...]:
    """The duties counted by the stretch of time that holds their due date."""
    dated = tuple(dated)
    return tuple(
        Bin(start, end, counts(duty for duty in dated if duty.due and start <= duty.due < end))
        for start, end in stretches
    )


def group_legend(duties: Iterable[Duty]) -> tuple[tuple[Group, str], ...]:
    """The groups that are drawn, each with its words and its count."""
    return tuple((group, f"{group.words}: {many:,}") for group, many in counts(duties))


def table_of(caption: str, head: str, rows: Iterable[tuple[str, Counts]]) -> Table:
    """The numbers of bars as a table: one row a bar, one column a group that is drawn, and the sum."""
    rows = tuple(rows)
    groups = [group for group in GROUPS if any(group in dict(found) for _name, found in rows)]
    cells = tuple(
        (name, *(f"{dict(found).get(group, 0):,}" for group in groups), f"{_sum(found):,}") for name, found in rows
    )
    return Table(caption, (head, *(group.head for group in groups), "All"), cells)


def bar(title: str | None, parts: Iterable[str]) -> str:
    """The parts of one bar as a group with a title, where there is one."""
    return element("g", element("title", words(title)) if title else "", *parts)


def part(group: Group, patterns: str, **place: str) -> str:
    """One part of a bar, filled with its group's pattern, which the page defines once as ``patterns-group``."""
    return element("rect", **place, fill=f"url(#{patterns}-{group.key})")


def column(found: Counts, x: float, width: float, base: float, scale: float, patterns: str, title: str) -> str:
    """A stacked column on ``base`` with its sum above it; ``x`` and ``width`` in percent, ``scale`` pixels a duty."""
    parts, y = [], base
    for group, many in found:
        y -= many * scale
        place = {"x": percent(x), "y": number(y), "width": percent(width), "height": number(many * scale)}
        parts.append(part(group, patterns, **place))
    parts.append(label(f"{_sum(found):,}", percent(x + width / 2), y - 4, "middle"))
    return bar(f"{title}: {in_words(found)}", parts)


def row(
    found: Counts, y: float, longest: int, patterns: str, room: tuple[float, float], title: str | None = None
) -> str:
    """A stacked bar from ``room``'s start, with its sum at its end; the longest bar of the picture fills the room."""
    x, parts, scale = room[0], [], (room[1] - room[0]) / longest
    for group, many in found:
        place = {"x": percent(x), "y": number(y), "width": percent(many * scale), "height": "16"}
        parts.append(part(group, patterns, **place))
        x += many * scale
    parts.append(label(f"{_sum(found):,}", percent(x), y + 12, dx="5"))
    return bar(title and f"{title}: {in_words(found)}", parts)


def _sum(found: Counts) -> int:
    return sum(many for _group, many in found)


def across_columns(name: str, found: Sequence[Bin], axis: Axis, about: tuple[str, str], patterns: str) -> str:
    """Columns over the time axis, each as wide as its stretch of time."""
    scale = TALLEST / max(each.total for each in found)
    base = HEAD + 16 + TALLEST
    parts = [as_of_across(axis, base)]
    for each in found:
        x, end = across(axis.at(each.start)), across(axis.at(each.end))
        if each.total:
            parts.append(column(each.found, x + 0.3, end - x - 0.6, base, scale, patterns, each.words))
    return drawing(name, base + FOOT, *about, *parts, axis_across(axis, base), kind="drawing--wide")


def upright_rows(name: str, found: Sequence[Bin], as_of: date, about: tuple[str, str], patterns: str) -> str:
    """The same bins as rows, downward in time, and the as-of day as a dashed line across its row."""
    longest = max(each.total for each in found)
    y, parts = 0.0, []
    if as_of < found[0].start:
        y = BAND
        parts.append(as_of_rule(as_of, y - 4, y - 8))
    for each in found:
        inside = each.start <= as_of < each.end
        if inside:
            passed = (as_of - each.start).days / (each.end - each.start).days
            parts.append(as_of_rule(as_of, y + 3 + passed * (ROW - 6), y + ROW + 12))
        parts.append(label(_start_words(each), percent(_ROW_LABEL - 2), y + 16, "end"))
        parts.append(row(each.found, y + 4, longest, patterns, (_ROW_LABEL, _ROW_END), each.words))
        y += ROW + BAND * inside
    if as_of >= found[-1].end:
        y += BAND
        parts.append(as_of_rule(as_of, y - 4, y - 8))
    return drawing(name, y + 4, *about, *parts, kind="drawing--upright")


def as_of_rule(as_of: date, y: float, words_y: float) -> str:
    """The as-of day among rows: a dashed line across, and its words in a band of their own."""
    return line(percent(_ROW_LABEL), y, "100%", y, "as-of") + label(as_of_words(as_of), "100%", words_y, "end")


def _start_words(each: Bin) -> str:
    """``Jul 2026`` for a bin that starts with a month, else its first day: ``Jul 2, 2026``."""
    name, _, year = month_name(each.start).partition(" ")
    return f"{name[:3]} {year}" if each.start.day == 1 else f"{name[:3]} {each.start.day}, {year}"
