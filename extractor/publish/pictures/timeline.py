"""The deadline timeline: duties as their standings' shapes, stacked on their due dates, or counted where they are many.

Two drawings are made, across and upright; the page's style shows the one that fits its width.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from extractor.publish.pictures.columns import across_columns, bins_of, group_legend, table_of, upright_rows
from extractor.publish.pictures.groups import counts, face_of, face_words, in_words
from extractor.publish.pictures.picture import Picture, fits, instead
from extractor.publish.pictures.placing import MARK, levels
from extractor.publish.pictures.svg import across, drawing, element, number, percent, words
from extractor.publish.pictures.time_axis import LEAST_LENGTH, Axis, axis_of
from extractor.publish.pictures.time_parts import (
    BREAK,
    FOOT,
    HEAD,
    UPRIGHT,
    as_of_across,
    as_of_upright,
    axis_across,
    axis_upright,
    far_words,
)  # fmt: skip
from extractor.publish.view import Duty, by_due_date
from extractor.publish.wording import counted, cut, date_short, listed, short_name
from extractor.schedule import long_date

FEWEST = 3  # dated duties; a sentence says as much of fewer
MOST_MARKS = 60  # duties that are drawn one by one
MOST_LEVELS = 10  # marks on one another
UPRIGHT_LENGTH = 400.0  # pixels of the upright axis
MOST_BINS = 14


def timeline(duties: Sequence[Duty], as_of: date, root: str, name: str = "timeline") -> Picture:
    """The picture of any set of duties; those without a due date are only counted in words.

    ``root``: the way from the page to the site's root, for the links. Each duty is a link with its title as long as
    every drawing then stays under ``LARGEST`` and no stack higher than ``MOST_LEVELS``; else counts are stacked.
    """
    dated = tuple(duty for duty in by_due_date(duties) if duty.due)
    if sentence := _too_little(dated):
        return instead(name, sentence)
    left_out = len(duties) - len(dated)
    days = [duty.due for duty in dated if duty.due]
    axis = axis_of(days, as_of)
    if len(dated) <= MOST_MARKS and (picture := _of_marks(name, dated, axis, root, left_out)):
        return picture
    return _of_counts(name, dated, axis, left_out)


def _too_little(dated: tuple[Duty, ...]) -> str:
    """The sentence in place of a timeline; empty where there is enough to draw."""
    days = list(dict.fromkeys(duty.due for duty in dated if duty.due))
    if not days:
        return "No due date is known here, so there is no timeline to draw."
    if len(days) == 1:
        return f"{counted(len(dated), 'duty has', 'duties have')} a known due date: {long_date(days[0])}. A timeline is drawn from {FEWEST} dated duties on."
    if len(dated) < FEWEST:
        return f"Only {len(dated)} duties have a known due date: {listed(long_date(day) for day in days)}. A timeline is drawn from {FEWEST} dated duties on."
    return ""


def _title(dated: tuple[Duty, ...]) -> str:
    return f"Timeline of {counted(len(dated), 'dated duty', 'dated duties')}"


def _desc(dated: tuple[Duty, ...], axis: Axis, left_out: int) -> str:
    days = [duty.due for duty in dated if duty.due]
    without = f" {counted(left_out, 'more has', 'more have')} no known due date." if left_out else ""
    return (
        f"Due from {long_date(days[0])} to {long_date(days[-1])}: {in_words(counts(dated))}. "
        f"Standings are as of {long_date(axis.as_of)}, the dashed line.{far_words(axis)}{without} "
        "The list of duties on this page has the same dates."
    )


def _caption(dated: tuple[Duty, ...], left_out: int) -> str:
    """What stands under the picture."""
    without = f"; {counted(left_out, 'more has', 'more have')} none" if left_out else ""
    return f"{counted(len(dated), 'duty', 'duties')} with a known due date{without}. The dashed line is the day that standings are as of."


def _of_marks(name: str, dated: tuple[Duty, ...], axis: Axis, root: str, left_out: int) -> Picture | None:
    """Each duty as a link; ``None`` where that does not fit. The titles are shortened before it is given up."""
    for width in (60, 0):
        drawings = _marks_drawings(
            name, dated, axis, tuple(_link(duty, dated, root, width) for duty in dated), left_out
        )
        if drawings is None:
            return None
        if fits(drawings):
            faces = dict.fromkeys(face_of(duty) for duty in dated)
            marks = tuple((face, face_words(face)) for face in faces)
            return Picture(name, _caption(dated, left_out), tuple(map(Markup, drawings)), marks)
    return None


def _link(duty: Duty, dated: tuple[Duty, ...], root: str, width: int) -> tuple[str, str]:
    """A mark's address and title: ``2(c), due Thu, Jul 2, 2026: past due, …. Issue directives``; no headline at 0."""
    several = any(other.of is not duty.of for other in dated)
    order = f" of {short_name(duty.of.order)}" if several else ""
    due = f", due {date_short(duty.due)}" if duty.due else ""
    title = f"{duty.label}{order}{due}"
    if width:
        return f"{root}{duty.address}", f"{title}: {duty.standing_words}. {cut(duty.headline, width)}"
    return f"{root}{duty.address}", f"{title}: {face_words(face_of(duty))}"


def _marks_drawings(
    name: str, dated: tuple[Duty, ...], axis: Axis, links: tuple[tuple[str, str], ...], left_out: int
) -> tuple[str, str] | None:
    places = [axis.at(duty.due) for duty in dated if duty.due]
    wide, upright = levels(places, LEAST_LENGTH), levels(places, UPRIGHT_LENGTH)
    if max(*wide, *upright) >= MOST_LEVELS:
        return None
    base = HEAD + (max(wide) + 1) * MARK + 4
    top = HEAD + (BREAK if axis.beyond < 0 else 0)
    about = (_title(dated), _desc(dated, axis, left_out))
    across_marks = "".join(
        _mark(name, duty, link, percent(across(place)), base - 4 - (level + 0.5) * MARK)
        for duty, link, place, level in zip(dated, links, places, wide, strict=True)
    )
    upright_marks = "".join(
        _mark(name, duty, link, number(UPRIGHT + 6 + (level + 0.5) * MARK), top + place * UPRIGHT_LENGTH)
        for duty, link, place, level in zip(dated, links, places, upright, strict=True)
    )
    height = top + UPRIGHT_LENGTH + 12 + (BREAK if axis.beyond > 0 else 0)
    return (
        drawing(f"{name}-wide", base + FOOT, *about, as_of_across(axis, base), axis_across(axis, base), across_marks,
                kind="drawing--wide", holds_links=True),
        drawing(f"{name}-upright", height, *about, as_of_upright(axis, top, UPRIGHT_LENGTH),
                axis_upright(axis, top, UPRIGHT_LENGTH), upright_marks, kind="drawing--upright", holds_links=True),
    )  # fmt: skip


def _mark(name: str, duty: Duty, link: tuple[str, str], x: str, y: float) -> str:
    """One duty: a link with its title around its shape, which the page defines once as ``name-face``."""
    shape = element("use", href=f"#{name}-{face_of(duty).replace(' ', '-')}", x=x, y=number(y))
    return element("a", element("title", words(link[1])), shape, href=link[0])


def _of_counts(name: str, dated: tuple[Duty, ...], axis: Axis, left_out: int) -> Picture:
    """Counts by equal stretches of time, stacked by group."""
    found = bins_of(dated, MOST_BINS)
    whole = Axis(min(found[0].start, axis.first), max(found[-1].end, axis.last), axis.as_of)
    desc = _desc(dated, whole, left_out) + " Counted by stretches of time, because they are many."
    about = (_title(dated), desc)
    drawings = (
        across_columns(f"{name}-wide", found, whole, about, patterns=name),
        upright_rows(f"{name}-upright", found, about, patterns=name),
    )
    table = table_of("Duties by the time in which they are due", "Due", ((each.words, each.found) for each in found))
    caption = _caption(dated, left_out)
    return Picture(name, caption, tuple(map(Markup, drawings)), groups=group_legend(dated), table=table)
