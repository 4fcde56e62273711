"""What a list of duties can be narrowed by: the facets, their choices, and the values that each row holds.

A row's values stand in its ``data-`` attributes under the facet's name, parted by blanks; the page's script compares
them with what the reader chose, which stands in the address under the same name.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from extractor.model import Standing
from extractor.officials import office, placed_in, slug
from extractor.publish.agencies import describes_group
from extractor.publish.calendars import stated_window
from extractor.publish.standings import SAID_TO_BE_OVER, SHOWN
from extractor.publish.view import Duty
from extractor.publish.wording import cut
from extractor.words.orders import brief_title, short_name

WITHIN = (7, 30, 90)  # days from the page's day on
STILL_OPEN = (Standing.OVERDUE, Standing.DUE_SOON, Standing.UPCOMING)
FEWEST = 4  # rows below which nothing is to be narrowed
WIDEST = 64  # characters of a choice's words
_ALWAYS = ("standing", "within", "review")  # facets that a link from another page may use


@dataclass(frozen=True, slots=True, order=True)
class Choice:
    """One choice of a facet: its place, its words, the value that rows and addresses hold (no blank in it), and
    whether it describes many offices (``heads of agencies``).
    """

    rank: tuple[int, int]
    words: str
    value: str
    of_many: bool = False


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet with what can be chosen; ``groups`` are the choices of the office facet that describe many offices."""

    name: str
    label: str
    choices: tuple[Choice, ...]
    groups: tuple[Choice, ...] = ()


def marks(duty: Duty) -> dict[str, str]:
    """Facet → the values that the duty has, parted by blanks."""
    return {name: " ".join(dict.fromkeys(each.value for each in of(duty))) for name, (_, of) in _FACETS.items()}


def facets(rows: Iterable[Duty]) -> tuple[Facet, ...]:
    """The facets that tell the rows apart; none for a list that is read at a glance."""
    rows = tuple(rows)
    if len(rows) < FEWEST:
        return ()
    of_one = len({duty.of.order.id for duty in rows}) == 1
    left_out = "order" if of_one else "section"
    found = (_facet(name, label, of, rows) for name, (label, of) in _FACETS.items() if name != left_out)
    return tuple(facet for facet in found if facet.name in _ALWAYS or len(facet.choices + facet.groups) > 1)


def falls_within(duty: Duty, days: int) -> bool:
    """True where the duty is open and falls due on the page's day or in so many days after it."""
    if duty.due is None or duty.standing not in STILL_OPEN:
        return False
    return 0 <= (duty.due - duty.of.as_of).days <= days


def _facet(name: str, label: str, of: Callable[[Duty], Iterable[Choice]], rows: tuple[Duty, ...]) -> Facet:
    """The facet's choices, each value once: those that a row has, and those that other pages' links name."""
    chosen: dict[str, Choice] = {}
    for choice in sorted({choice for duty in rows for choice in of(duty)} | set(_GIVEN.get(name, ()))):
        chosen.setdefault(choice.value, choice)
    choices = tuple(chosen.values())
    many = tuple(choice for choice in choices if choice.of_many)
    return Facet(name, label, tuple(choice for choice in choices if not choice.of_many), many)


def _standing(duty: Duty) -> Iterator[Choice]:
    """Its standing; what is past due has two, so that all of it can be chosen, and one kind of it."""
    if duty.standing is Standing.OVERDUE and duty.shown is not SAID_TO_BE_OVER:
        yield Choice((-1, 0), "Past due", duty.standing.value)
    yield Choice((SHOWN.index(duty.shown), 0), duty.shown.words, duty.shown.key)


_DAYS = tuple(Choice((days, 0), f"in the next {days} days", str(days)) for days in WITHIN)
_GIVEN = {"within": _DAYS}  # choices that stand there whether or not a row has them today


def _within(duty: Duty) -> Iterator[Choice]:
    return (choice for days, choice in zip(WITHIN, _DAYS, strict=True) if falls_within(duty, days))


def _doers(duty: Duty) -> tuple[str, ...]:
    return (*duty.obligation.responsible, *duty.obligation.through)


def _agencies(duty: Duty) -> Iterator[Choice]:
    for name in _doers(duty):
        if found := _agency_of(name):
            yield found


@lru_cache(maxsize=4096)
def _agency_of(name: str) -> Choice | None:
    """The agency whose page shows what an office must do."""
    body = placed_in(name)
    return Choice((0, 0), body, slug(body)) if body else None


def _offices(duty: Duty) -> Iterator[Choice]:
    return map(_office, _doers(duty))


@lru_cache(maxsize=4096)
def _office(name: str) -> Choice:
    return Choice((0, 0), cut(office(name), WIDEST), slug(name), describes_group(name))


def _order(duty: Duty) -> Iterator[Choice]:
    order = duty.of.order
    title = f": {brief_title(order)}" if order.title and order.number is not None else ""
    yield Choice((order.number or 0, 0), cut(short_name(order) + title, WIDEST), order.id)


def _section(duty: Duty) -> Iterator[Choice]:
    found = re.match(r"(\d+)(\.\d+)?", duty.obligation.citation)
    if found:
        yield Choice((int(found[1]), int((found[2] or ".0")[1:])), f"Section {found[0]}", found[0])


def _waits(duty: Duty) -> Iterator[Choice]:
    if duty.waits_for:
        key = duty.waits_for.obligation.id.replace("/", "-")
        yield Choice((0, 0), f"{duty.waits_for.label} of {short_name(duty.of.order)}", key)


def _window(duty: Duty) -> Iterator[Choice]:
    if window := stated_window(duty.obligation.deadline):
        rank, amount, unit = window
        yield Choice((rank, amount), f"{amount} {unit}", f"{amount}-{unit.replace(' ', '-')}")


def _review(duty: Duty) -> Iterator[Choice]:
    if duty.obligation.review:
        yield Choice((0, 0), "Needs review", "yes")
    else:
        yield Choice((1, 0), "No doubt noted", "no")


_FACETS: dict[str, tuple[str, Callable[[Duty], Iterable[Choice]]]] = {
    "standing": ("Standing", _standing),
    "within": ("Due", _within),
    "agency": ("Agency", _agencies),
    "office": ("Office", _offices),
    "order": ("Order", _order),
    "section": ("Section", _section),
    "waits": ("Waits for", _waits),
    "window": ("Stated window", _window),
    "review": ("Reading", _review),
}
"""Every facet: its name in addresses and rows, its label, and the choices that a duty has; in the order of the page."""
