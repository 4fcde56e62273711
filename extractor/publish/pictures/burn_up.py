"""The burn-up of an order: how many duties had fallen due by each day, and how many were done on record."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from extractor.model import TrackedOrder
from extractor.publish.pictures.picture import Picture, Table, instead
from extractor.publish.pictures.svg import EDGE, across, drawing, element, label, line, number, percent
from extractor.publish.pictures.time_axis import PHONE_LENGTH, Axis, axis_of
from extractor.publish.pictures.time_parts import FOOT, HEAD, as_of_across, axis_across, far_words
from extractor.publish.view import Duty, duties
from extractor.publish.wording import date_short
from extractor.words.dates import long_date
from extractor.words.numbers import counted
from extractor.words.orders import short_name

FEWEST = 8  # dated duties; a sentence says as much of fewer
_HEIGHT = 150.0  # pixels for all duties
_WIDE = 1000.0  # units of the steps' own width, which is stretched to the axis


@dataclass(frozen=True, slots=True)
class Steps:
    """The days of an order's dated duties, in order: due, and done on record.

    ``searched`` is the day of the last search, at the latest the as-of day; ``known`` is that day, or the one of the
    last completion where that is later. ``None`` where there is none.
    """

    due: tuple[date, ...]
    done: tuple[date, ...]
    known: date | None
    searched: date | None


def burn_up(order: TrackedOrder, name: str = "burn-up") -> Picture:
    """The picture of one order, of its dated duties alone."""
    steps = _steps(order, duties((order,)))
    if len(steps.due) < FEWEST:
        words = counted(len(steps.due), "duty has", "duties have") if steps.due else "No duty has"
        return instead(name, f"{words} a known due date; how they are met over time is drawn from {FEWEST} on.")
    first, last = min(*steps.due, *steps.done), max(*steps.due, *steps.done)
    if first == last:
        return instead(
            name, f"{len(steps.due)} duties are all due on {long_date(first)}, so there are no steps to draw."
        )
    start = min(first, order.order.signed) if order.order.signed else first
    axis = axis_of((start, last), order.as_of)
    svg = _drawing(name, order, axis, steps)
    return Picture(name, _caption(order, steps), (Markup(svg),), unknown=True, table=_table(steps))


def _steps(order: TrackedOrder, rows: Iterable[Duty]) -> Steps:
    dated = [duty for duty in rows if duty.due]
    done = sorted(duty.tracked.completed for duty in dated if duty.tracked.completed)
    checked = order.progress.checked
    searched = min(checked, order.as_of) if checked else None
    known = max([*([searched] if searched else []), *done[-1:]], default=None)
    return Steps(tuple(sorted(duty.due for duty in dated if duty.due)), tuple(done), known, searched)


def _caption(order: TrackedOrder, steps: Steps) -> str:
    """What the lines are, and when the record was last searched; of a search after the as-of day nothing is said."""
    checked = order.progress.checked
    if checked is None:
        search = "; the record was never searched"
    elif checked > order.as_of:
        search = f" as of {long_date(order.as_of)}"
    else:
        search = f"; the record was last searched on {long_date(checked)}"
    hatched = " Hatched: time that no search covers." if steps.searched != order.as_of else ""
    return f"Dashed: duties that have fallen due. Solid: duties done on record{search}.{hatched}"


def _drawing(name: str, order: TrackedOrder, axis: Axis, steps: Steps) -> str:
    base = HEAD + 8 + _HEIGHT
    title = f"Duties of {short_name(order.order)} due and done over time"
    desc = (
        f"{len(steps.due)} dated duties: {sum(day < order.as_of for day in steps.due)} had fallen due "
        f"as of {long_date(order.as_of)}, {len(steps.done)} of all are done on record. "
        f"{_caption(order, steps)}{far_words(axis)} "
        "The table below has the same numbers."
    )
    parts = [
        _hatched(name, axis, steps, base),
        *_heights(len(steps.due), base),
        _lines(axis, steps, base),
        as_of_across(axis, base),
        axis_across(axis, base, PHONE_LENGTH),
    ]
    return drawing(name, base + FOOT, title, desc, *parts)


def _hatched(name: str, axis: Axis, steps: Steps, base: float) -> str:
    """The time that no search covers: from the last search to the as-of day, as far as the axis goes."""
    start = max(steps.searched or axis.first, axis.first)
    end = min(axis.as_of, axis.last)
    if end <= start:
        return ""
    x, width = across(axis.at(start)), across(axis.at(end)) - across(axis.at(start))
    place = {"x": percent(x), "y": number(base - _HEIGHT), "width": percent(width), "height": number(_HEIGHT)}
    return element("rect", **place, class_="unknown", fill=f"url(#{name}-unknown)")


def _heights(every: int, base: float) -> list[str]:
    """The scale: the half, where it is a whole number, and all, each with its number on a line at the left edge."""
    parts = []
    for many in sorted({every // 2, every} if every % 2 == 0 else {every}):
        y = base - _HEIGHT * many / every
        parts += [line("0", y, percent(across(1)), y, "grid"), label(f"{many:,}", "0", y - 3)]
    return parts


def _lines(axis: Axis, steps: Steps, base: float) -> str:
    """Both steps, in a drawing of their own that is stretched to the axis."""
    every = len(steps.due)
    paths = [element("path", d=_path(axis, steps.due, every, axis.last), class_="step due")]
    if steps.known and steps.known >= axis.first:
        end = min(steps.known, axis.last)
        paths.append(element("path", d=_path(axis, steps.done, every, end), class_="step met"))
    return element(
        "svg", *paths, x=percent(EDGE), y=number(base - _HEIGHT), width=percent(100 - 2 * EDGE), height=number(_HEIGHT),
        viewBox=f"0 0 {_WIDE:.0f} {_HEIGHT:.0f}", preserveAspectRatio="none", overflow="visible",
    )  # fmt: skip


def _path(axis: Axis, days: Sequence[date], every: int, end: date) -> str:
    """A step up at each of the days, and flat to ``end``."""
    parts, height = [f"M0 {_HEIGHT:.0f}"], round(_HEIGHT)
    for day in dict.fromkeys(days):
        y = round(_HEIGHT * (1 - sum(other <= day for other in days) / every))
        if y != height:
            parts.append(f"H{axis.at(day) * _WIDE:.0f}V{y}")
            height = y
    return "".join(parts) + f"H{axis.at(end) * _WIDE:.0f}"


def _table(steps: Steps) -> Table:
    """One row for each day on which a number changes; what was done is said up to the last day that is known."""
    rows = []
    for day in sorted({*steps.due, *steps.done}):
        due, done = sum(other <= day for other in steps.due), sum(other <= day for other in steps.done)
        known = steps.known is not None and day <= steps.known
        rows.append((date_short(day), str(due), str(done) if known else "not known"))
    return Table(
        "Duties due and done on record by each day", ("Day", "Due by then", "Done on record by then"), tuple(rows)
    )
