"""Bars by agency: how many duties each has, by group; the largest first, the smaller ones together as “Others”."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from extractor.officials import placed_in
from extractor.publish.pictures.columns import group_legend, row, table_of
from extractor.publish.pictures.groups import Counts, counts, in_words
from extractor.publish.pictures.picture import Picture, fits, instead
from extractor.publish.pictures.svg import drawing, label
from extractor.publish.view import Duty, each_once
from extractor.publish.wording import cut
from extractor.words.numbers import counted

MOST_BARS = 12  # agencies with a bar of their own
FEWEST = 2  # agencies; a sentence says as much of fewer
_PITCH = 42.0  # pixels from one bar to the next, its name above it
_ROOM = (0.0, 88.0)  # percent of the width between a bar's start and the end of the longest
_NAME = 42  # characters of a name in the narrowest window

Bar = tuple[str, tuple[Duty, ...]]


def agencies_of(duty: Duty) -> tuple[str, ...]:
    """The agencies that lead a duty or do it, themselves or by their offices, each once.

    A group (“heads of agencies”) and a body that is of no known agency have none.
    """
    names = (*duty.obligation.responsible, *duty.obligation.through)
    return tuple(dict.fromkeys(found for name in names if (found := placed_in(name))))


def by_agency(duties: Iterable[Duty]) -> tuple[Bar, ...]:
    """Each agency with its duties, the one with most first, then by name. A duty of two agencies is in both."""
    found: dict[str, list[Duty]] = {}
    for duty in duties:
        for name in agencies_of(duty):
            found.setdefault(name, []).append(duty)
    return tuple(sorted(((name, tuple(rows)) for name, rows in found.items()), key=lambda bar: (-len(bar[1]), bar[0])))


def agency_bars(duties: Sequence[Duty], name: str = "agencies", bars: Sequence[Bar] | None = None) -> Picture:
    """The picture for any set of duties. ``bars``: the agencies with their duties, where the page has them already."""
    found = tuple(bars) if bars is not None else by_agency(duties)
    if len(found) < FEWEST:
        return instead(name, _too_little(found))
    drawn = each_once(duty for _name, rows_of in found for duty in rows_of)
    for most, titled in ((MOST_BARS, True), (MOST_BARS, False), (MOST_BARS // 2, False)):
        rows = _rows(found, most)
        svg = _drawing(name, rows, drawn, titled)
        if fits((svg,)):
            break
    table = table_of("Obligations by agency", "Agency", rows)
    return Picture(name, _caption(len(duties), len(drawn)), (Markup(svg),), groups=group_legend(drawn), table=table)


def _too_little(found: tuple[Bar, ...]) -> str:
    if not found:
        return "No duty is of an office whose agency is known, so there are no agencies to compare."
    name, rows = found[0]
    return f"All duties of offices whose agency is known are of one, {name}: {in_words(counts(rows))}."


def _rows(found: tuple[Bar, ...], most: int) -> tuple[tuple[str, Counts], ...]:
    """The bars: the largest agencies, and the others together where there are more; each duty once in a bar."""
    own = tuple((name, counts(rows)) for name, rows in found[:most])
    others = each_once(duty for _name, rows in found[most:] for duty in rows)
    words = f"{counted(len(found) - most, 'other agency', 'other agencies together')}"
    return (*own, (words, counts(others))) if others else own


def _caption(every: int, drawn: int) -> str:
    """What counts, and how many duties no bar can hold."""
    shown = f"{counted(drawn, 'duty', 'duties')} by the agency that leads or does them; one of several counts in each."
    if every == drawn:
        return shown
    more = counted(every - drawn, "more has", "more have")
    return f"{shown} {more} no bar: of a group (“heads of agencies”), of a body of no agency, or of nobody named."


def _drawing(name: str, rows: Sequence[tuple[str, Counts]], drawn: Sequence[Duty], titled: bool) -> str:
    longest = max(sum(many for _group, many in found) for _name, found in rows)
    parts = []
    for place, (agency_name, found) in enumerate(rows):
        y = place * _PITCH
        parts.append(label(cut(agency_name, _NAME), "0", y + 14))
        parts.append(row(found, y + 20, longest, name, _ROOM, agency_name if titled else None))
    desc = (
        f"{in_words(counts(drawn))}. The bars are in the order of their length; the table below has the same numbers."
    )
    return drawing(name, len(rows) * _PITCH, "Obligations by agency", desc, *parts)
