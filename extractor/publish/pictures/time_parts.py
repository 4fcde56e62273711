"""What pictures over time share: the axis with its ticks, and the as-of day as a dashed line. Across, and upright."""

from __future__ import annotations

from datetime import date

from extractor.publish.pictures.svg import across, label, line, percent
from extractor.publish.pictures.time_axis import LEAST_LENGTH, Axis, ticks
from extractor.publish.wording import date_short

HEAD = 22.0  # pixels above a drawing for the as-of day's words
FOOT = 24.0  # pixels below an axis for its ticks' labels
BREAK = 28.0  # pixels from an upright axis to an as-of day beyond its end
UPRIGHT = 84.0  # pixels from the left edge to an upright axis, for its labels


def as_of_words(day: date) -> str:
    """``as of Jul 10, 2026``."""
    return f"as of {date_short(day).partition(', ')[2]}"


def axis_across(axis: Axis, base: float, length: float = LEAST_LENGTH) -> str:
    """The axis at the height ``base``, with ticks for at least ``length`` pixels."""
    parts = [line(percent(across(0)), base, percent(across(1)), base, "axis")]
    for place, text in ticks(axis, length):
        x = percent(across(place))
        parts += [line(x, base, x, base + 5, "axis"), label(text, x, base + 19, "middle")]
    return "".join(parts)


def as_of_across(axis: Axis, base: float) -> str:
    """The as-of day: a dashed line from its words down to the axis; beyond a dotted stretch where it is far off."""
    place = across({-1: 0, 1: 1}.get(axis.beyond, 0) if axis.beyond else axis.at(axis.as_of)) + 6 * axis.beyond
    x, left = percent(place), place > 50
    words = label(as_of_words(axis.as_of), x, 12, "end" if left else "start", dx="-5" if left else "5")
    far = line(percent(place), base, percent(place - 6 * axis.beyond), base, "axis break") if axis.beyond else ""
    return far + line(x, 0, x, base, "as-of") + words


def axis_upright(axis: Axis, top: float, length: float) -> str:
    """The axis from ``top`` downward, ``length`` pixels long, with its ticks' labels at its left."""
    x = f"{UPRIGHT:.0f}"
    parts = [line(x, top, x, top + length, "axis")]
    for place, text in ticks(axis):
        y = top + place * length
        parts += [line(f"{UPRIGHT - 5:.0f}", y, x, y, "axis"), label(text, f"{UPRIGHT - 9:.0f}", y + 4, "end")]
    return "".join(parts)


def as_of_upright(axis: Axis, top: float, length: float) -> str:
    """The as-of day as a dashed line across, its words at the right end above it."""
    place = axis.at(axis.as_of) if not axis.beyond else float(axis.beyond > 0)
    y = top + place * length + BREAK * axis.beyond
    x = f"{UPRIGHT:.0f}"
    far = line(x, y, x, y - BREAK * axis.beyond, "axis break") if axis.beyond else ""
    return far + line(x, y, "100%", y, "as-of") + label(as_of_words(axis.as_of), "100%", y - 4, "end")


def far_words(axis: Axis) -> str:
    """A sentence of the description where the as-of day lies beyond the axis; else nothing."""
    if not axis.beyond:
        return ""
    return f" That day is {'after' if axis.beyond > 0 else 'before'} all of them: the axis is broken there."
