"""The deadline timeline: duties as their standings' shapes, stacked on their due dates, or counted where they are many.

Two drawings are made, across and upright; the page's style shows the one that fits its width.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from markupsafe import Markup

from extractor.publish.pictures.columns import across_columns, bins_of, group_legend, table_of, upright_rows
from extractor.publish.pictures.groups import counts, face_of, face_words, group_of, in_words
from extractor.publish.pictures.marks import UPRIGHT_LENGTH, Mark, levels, marks_across, marks_upright
from extractor.publish.pictures.picture import Picture, Sign, fits, instead
from extractor.publish.pictures.time_axis import LEAST_LENGTH, Axis, axis_of
from extractor.publish.pictures.time_parts import far_words
from extractor.publish.view import Duty, by_due_date
from extractor.publish.wording import cut, date_short, listed
from extractor.words.dates import long_date
from extractor.words.numbers import counted
from extractor.words.orders import short_name

FEWEST = 3  # dated duties; a sentence says as much of fewer
MOST_MARKS = 60  # duties that are drawn one by one
MOST_LEVELS = 10  # marks on one another
MOST_BINS = 14


def timeline(duties: Sequence[Duty], as_of: date, page: str, name: str = "timeline") -> Picture:
    """The picture of any set of duties; those without a due date are only counted in words.

    ``page``: the address of the page that it stands on (``orders/eo-14409/``), for the links. Each duty is a link with its title as long as
    every drawing then stays under ``LARGEST`` and no stack higher than ``MOST_LEVELS``; else counts are stacked.
    """
    dated = tuple(duty for duty in by_due_date(duties) if duty.due)
    if sentence := _too_little(dated):
        return instead(name, sentence)
    left_out = len(duties) - len(dated)
    days = [duty.due for duty in dated if duty.due]
    axis = axis_of(days, as_of)
    if len(dated) <= MOST_MARKS and (picture := _of_marks(name, dated, axis, page, left_out)):
        return picture
    return _of_counts(name, dated, axis, left_out)


def _too_little(dated: tuple[Duty, ...]) -> str:
    """The sentence in place of a timeline; empty where there is enough to draw."""
    days = list(dict.fromkeys(duty.due for duty in dated if duty.due))
    if not days:
        return "No due date is known here, so there is no timeline to draw."
    if len(days) > 1 and len(dated) >= FEWEST:
        return ""
    return (
        f"{counted(len(dated), 'duty has', 'duties have')} a known due date: {listed(long_date(day) for day in days)}. "
        f"A timeline is drawn from {FEWEST} dated duties on, due on several days."
    )


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
    dates = f"{counted(len(dated), 'duty', 'duties')} with a known due date{without}."
    return f"{dates} Dashed line: the day of the standings."


def _of_marks(name: str, dated: tuple[Duty, ...], axis: Axis, page: str, left_out: int) -> Picture | None:
    """Each duty as a link; ``None`` where that does not fit. The titles are shortened before it is given up."""
    about = (_title(dated), _desc(dated, axis, left_out))
    ids = {face: f"{name}-{place}" for place, face in enumerate(dict.fromkeys(map(face_of, dated)))}
    signs = tuple(Sign(own, face, face_words(face, dated)) for face, own in ids.items())
    for width in (60, 0):
        marks = tuple(_mark(duty, dated, axis, page, width, ids[face_of(duty)]) for duty in dated)
        across, upright = levels(marks, LEAST_LENGTH), levels(marks, UPRIGHT_LENGTH)
        if max(*across, *upright) >= MOST_LEVELS:
            return None
        drawings = (marks_across(name, marks, across, axis, about), marks_upright(name, marks, upright, axis, about))
        if fits(drawings):
            return Picture(name, _caption(dated, left_out), tuple(map(Markup, drawings)), signs)
    return None


def _mark(duty: Duty, dated: tuple[Duty, ...], axis: Axis, page: str, width: int, sign: str) -> Mark:
    """A duty's mark. Its title: ``2(c), due Thu, Jul 2, 2026: Past due, …. Issue it``; without the headline at 0."""
    several = any(other.of is not duty.of for other in dated)
    order = f" of {short_name(duty.of.order)}" if several else ""
    due = duty.due or axis.first
    if width:
        told = f"{date_short(due)}: {duty.standing_words}. {cut(duty.headline, width)}"
    else:
        told = f"{date_short(due).partition(', ')[2]}: {group_of(duty).head.lower()}"
    return Mark(axis.at(due), sign, _href(duty, page), f"{duty.label}{order}, due {told}")


def _href(duty: Duty, page: str) -> str:
    """The way from the page to the duty's own, the shorter where it lies below."""
    if page and duty.address.startswith(page):
        return duty.address.removeprefix(page)
    return "../" * page.count("/") + duty.address


def _of_counts(name: str, dated: tuple[Duty, ...], axis: Axis, left_out: int) -> Picture:
    """Counts by equal stretches of time, stacked by group."""
    found = bins_of(dated, MOST_BINS)
    whole = Axis(min(found[0].start, axis.first), max(found[-1].end, axis.last), axis.as_of)
    desc = _desc(dated, whole, left_out) + " Counted by stretches of time, because they are many."
    about = (_title(dated), desc)
    drawings = (
        across_columns(f"{name}-wide", found, whole, about, patterns=name),
        upright_rows(f"{name}-upright", found, axis.as_of, about, patterns=name),
    )
    table = table_of("Duties by the time in which they are due", "Due", ((each.words, each.found) for each in found))
    caption = _caption(dated, left_out)
    return Picture(name, caption, tuple(map(Markup, drawings)), groups=group_legend(dated), table=table)
