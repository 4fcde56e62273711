"""The twelve months from the as-of day's: how many duties are due in each, by group."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence
from datetime import date

from markupsafe import Markup

from extractor.publish.pictures.columns import Bin, column, counted_in, group_legend, table_of
from extractor.publish.pictures.groups import in_words
from extractor.publish.pictures.picture import Picture, instead
from extractor.publish.pictures.svg import drawing, label, line, percent
from extractor.publish.pictures.time_axis import Step
from extractor.publish.view import Duty
from extractor.publish.wording import month_name
from extractor.words.numbers import counted

MONTHS_SHOWN = 12
_TALLEST = 70.0  # pixels of the largest column
_BASE = 18 + _TALLEST
_WIDTH = 100 / MONTHS_SHOWN  # percent


def month_strip(duties: Iterable[Duty], as_of: date, name: str = "months") -> Picture:
    """The picture of the dated duties of any set; the as-of day's month is the first."""
    found = _months(duties, as_of)
    drawn = tuple(duty for duty in duties if duty.due and found[0].start <= duty.due < found[-1].end)
    if not drawn:
        until = month_name(found[-1].start)
        return instead(name, f"No duty is due on a known date from {month_name(as_of)} to {until}.")
    table = table_of("Duties by the month in which they are due", "Month", ((each.words, each.found) for each in found))
    caption = f"{counted(len(drawn), 'duty is', 'duties are')} due in the twelve months from {month_name(as_of)}."
    return Picture(name, caption, (Markup(_drawing(name, found)),), groups=group_legend(drawn), table=table)


def _months(duties: Iterable[Duty], as_of: date) -> tuple[Bin, ...]:
    """The twelve months; fewer where the calendar ends."""
    starts = [as_of.replace(day=1)]
    while len(starts) <= MONTHS_SHOWN and starts[-1] < date.max:
        starts.append(Step(months=1).after(starts[-1]))
    return counted_in(duties, itertools.pairwise(starts))


def _drawing(name: str, found: Sequence[Bin]) -> str:
    scale = _TALLEST / max(each.total for each in found)
    parts = []
    for place, each in enumerate(found):
        x, month = place * _WIDTH, month_name(each.start)
        middle = percent(x + _WIDTH / 2)
        if each.total:
            parts.append(column(each.found, x + 1, _WIDTH - 2, _BASE, scale, name, each.words))
        parts.append(label(month[:3], middle, _BASE + 16, "middle"))
        if place == 0:
            parts.append(label(str(each.start.year), "0", _BASE + 30))
        elif each.start.month == 1:
            parts.append(label(str(each.start.year), percent(x + _WIDTH), _BASE + 30, "end"))
    words = "; ".join(f"{each.words}: {in_words(each.found)}" for each in found if each.total)
    title = f"Duties due by month, {month_name(found[0].start)} to {month_name(found[-1].start)}"
    desc = f"{words}. In the other months nothing is due on a known date."
    return drawing(name, _BASE + 36, title, desc, line("0", _BASE, "100%", _BASE, "axis"), *parts)
