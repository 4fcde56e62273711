"""What the pages show, taken from tracked orders: duties, officials, months, counts. No wording of pages stands here."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from extractor.acted_on import NOT_ENTERED, in_words, over
from extractor.model import Obligation, Standing, Tracked, TrackedOrder
from extractor.officials import office, placed_in, slug
from extractor.publish.addresses import obligation_page
from extractor.publish.standings import SHOWN, Shown, shown_of
from extractor.publish.text_page import list_below
from extractor.publish.wording import capital, cut, headline, label, month_name
from extractor.rounds import by_date, next_due
from extractor.schedule import AWAITED, Undated, on_day
from extractor.track import overdue_wording
from extractor.waiting import awaited_by, waits_for
from extractor.words.nouns import ACTOR_NOUNS
from extractor.words.numbers import counted

CAN_BE_OVER = tuple(each for each in Standing if each not in (Standing.DONE, Standing.DONE_LATE, Standing.CLOSED))
LATE_OR_OPEN = (Standing.OVERDUE, Standing.DUE_SOON, Standing.UPCOMING)
_FAR_AWAY = date.max


@dataclass(frozen=True)
class Duty:
    """One obligation with the order that it stands in, as rows and pages show it."""

    of: TrackedOrder
    tracked: Tracked

    @property
    def obligation(self) -> Obligation:
        """The obligation itself."""
        return self.tracked.obligation

    @property
    def address(self) -> str:
        """The page's path from the site's root, without a slash in front."""
        return obligation_page(self.of.order.id, self.obligation.key)

    @cached_property  # a duty stands on some six pages
    def headline(self) -> str:
        """The duty in plain words, at full length."""
        return headline(self.obligation)

    @property
    def line(self) -> str:
        """The duty in plain words, on one line of a table."""
        return cut(self.headline, 64)

    @cached_property
    def full_line(self) -> str:
        """The duty in plain words where a list has room for more than a line."""
        return cut(self.headline, 240) + self._items

    @property
    def _items(self) -> str:
        """`` (3 items)`` where the words stop at a colon and a list goes on from there."""
        if self.obligation.retired or not self.obligation.quote.rstrip().endswith((":", "—", "–")):
            return ""
        items = len(list_below(self.of.reading, self.obligation))
        return f" ({counted(items, 'item')})" if items else ""

    @property
    def label(self) -> str:
        """``2(c)``; ``3(a), 2nd`` for the second duty of a paragraph; ``¶ 3`` for the third paragraph of prose."""
        return label(self.obligation)

    @property
    def due(self) -> date | None:
        """The effective due date."""
        return self.tracked.schedule.due

    @cached_property
    def next_due(self) -> date | None:
        """Of a duty that recurs: when the next round is due, where that is another than the one that is owed."""
        rounds = self.tracked.rounds
        found = next_due(rounds, self.of.as_of) if rounds else None
        return found if found != self.due else None

    @property
    def of_next_round(self) -> tuple[Duty, ...]:
        """The same duty as it stands in its next round, where that is another than the one that is owed."""
        if not (day := self.next_due):
            return ()
        tracked = replace(self.tracked, schedule=on_day(day), standing=by_date(day, self.of.as_of), status=None)
        return (Duty(self.of, tracked),)

    @property
    def dated(self) -> bool:
        """True where a due date can be explained, or why it is not known yet: not if none is stated or it is done."""
        return bool(self.due) or (self.obligation.deadline.kind != "none" and not self.tracked.completed)

    @property
    def estimate(self) -> date | None:
        """The estimate of a due date that is not known yet; none once the duty is done or closed."""
        return self.tracked.schedule.estimate if self.standing is Standing.AWAITING_EVENT else None

    @property
    def would_have_been(self) -> date | None:
        """An estimate that lies in the past: the day about which it would have been due, had what it waits for been done on time."""
        return self.estimate if self.estimate and self.estimate < self.of.as_of else None

    @cached_property
    def waits_for(self) -> Duty | None:
        """The duty of the same order whose performance its date waits for."""
        found = waits_for(self.of, self.tracked)
        return Duty(self.of, found) if found else None

    @cached_property
    def awaited_by(self) -> tuple[Duty, ...]:
        """The duties of the same order that wait for this one."""
        return tuple(Duty(self.of, each) for each in awaited_by(self.of, self.tracked))

    @property
    def why_undated(self) -> str:
        """Why it has no due date, in words; a done duty waits for none."""
        if self.tracked.completed:
            return (
                "done before its date was known"
                if self.tracked.schedule.undated in AWAITED
                else "done; no date was set"
            )
        return str(self.tracked.schedule.undated or "no deadline is stated")

    @cached_property
    def caveat(self) -> str:
        """What another order on file says of this one that bears on the duty, and that nobody has entered; else empty."""
        claim = over(self.of.claims, self.obligation)
        return f"{in_words(claim)}; {NOT_ENTERED}" if claim and self.standing in CAN_BE_OVER else ""

    @property
    def standing(self) -> Standing:
        """Where it stands."""
        return self.tracked.standing

    @cached_property
    def shown(self) -> Shown:
        """Its standing as pages show it: what is past due by when the record was last searched."""
        return shown_of(self.of, self.tracked)

    @property
    def standing_words(self) -> str:
        """The standing's word on the site; what is late says when the record was last searched."""
        if self.standing is Standing.OVERDUE and self.due:
            return capital(overdue_wording(self.of, self.due, self.obligation))
        if self.lacks_signing_date:
            return "No due date: the signing date is not known"
        return self.shown.words

    @property
    def lacks_signing_date(self) -> bool:
        """True where a deadline is stated and only the order's signing date is missing."""
        return self.standing is Standing.NO_DEADLINE and self.tracked.schedule.undated == Undated.NO_SIGNING_DATE


@dataclass(frozen=True, slots=True)
class Official:
    """An office with the duties that it leads, that are done through it, and on which it is consulted."""

    name: str
    slug: str
    written: tuple[str, ...]
    leads: tuple[Duty, ...]
    through: tuple[Duty, ...]
    consulted: tuple[Duty, ...]

    @property
    def carries(self) -> tuple[Duty, ...]:
        """The duties that the office leads or that are done through it, each once."""
        return each_once(self.leads + self.through)

    @property
    def through_only(self) -> tuple[Duty, ...]:
        """The duties that another office carries out through this one, without those that it leads as well."""
        led = {duty.obligation.id for duty in self.leads}
        return tuple(duty for duty in self.through if duty.obligation.id not in led)

    @property
    def next_due(self) -> date | None:
        """The next due date of a duty that is open."""
        return min((d.due for d in self.carries if d.due and d.standing in LATE_OR_OPEN), default=None)


@dataclass(frozen=True, slots=True)
class MonthDay:
    """One cell of a month's grid; ``day`` is ``None`` outside the month."""

    day: date | None
    duties: tuple[Duty, ...] = ()


@dataclass(frozen=True, slots=True)
class Month:
    """A month in which something is due, as weeks of seven cells from Sunday on."""

    first: date
    weeks: tuple[tuple[MonthDay, ...], ...]

    @property
    def name(self) -> str:
        """``July 2026``."""
        return month_name(self.first)


def duties(orders: Iterable[TrackedOrder]) -> tuple[Duty, ...]:
    """Every obligation of the orders, in their order."""
    return tuple(Duty(order, tracked) for order in orders for tracked in order.obligations)


def each_once(rows: Iterable[Duty]) -> tuple[Duty, ...]:
    """The duties without repetition, in the order given; told apart by their ids, which is quick."""
    return tuple({duty.obligation.id: duty for duty in rows}.values())


def by_due_date(rows: Iterable[Duty]) -> tuple[Duty, ...]:
    """The dated duties first, by date; then the undated ones; text order within a day."""
    return tuple(sorted(rows, key=lambda duty: duty.due or _FAR_AWAY))


def by_standing(rows: Iterable[Duty]) -> tuple[tuple[Shown, tuple[Duty, ...]], ...]:
    """Every standing in the site's order, with its duties by due date (none is left out)."""
    found: dict[Shown, list[Duty]] = {shown: [] for shown in SHOWN}
    for duty in by_due_date(rows):
        found[duty.shown].append(duty)
    return tuple((shown, tuple(members)) for shown, members in found.items())


def tally(rows: Iterable[Duty]) -> tuple[tuple[Shown, int], ...]:
    """How many duties have each standing, in the site's order."""
    return tuple((shown, len(found)) for shown, found in by_standing(rows))


def officials(rows: Iterable[Duty]) -> tuple[Official, ...]:
    """Every office that a duty names, by name; names that mean one office are joined."""
    rows = by_due_date(rows)
    roles: dict[str, Callable[[Obligation], tuple[str, ...]]] = {
        "leads": lambda o: o.responsible,
        "through": lambda o: o.through,
        "consulted": lambda o: o.in_consultation_with + o.in_coordination_with,
    }
    held: dict[str, dict[str, list[Duty]]] = {}
    written: dict[str, dict[str, None]] = {}
    for role, names_of in roles.items():
        carriers = frozenset(held)  # whoever carries a duty has a page, whatever the words for them
        for duty in rows:
            for name in dict.fromkeys(names_of(duty.obligation)):
                if role == "consulted" and not carries_office(name) and slug(name) not in carriers:
                    continue
                held.setdefault(slug(name), {}).setdefault(role, []).append(duty)
                written.setdefault(slug(name), {})[name] = None
    found = [_official(key, held[key], tuple(written[key])) for key in held]
    return tuple(sorted(found, key=lambda official: (official.name, official.slug)))


def carries_office(name: str) -> bool:
    """True for a name of an office or a body, however an order writes it (``the director of OMB``, ``NCD``); ``AI industry``
    and ``other agencies`` are partners without a page.
    """
    if placed_in(name):
        return True
    return name[:1].isupper() and any(word.strip(",").lower() in ACTOR_NOUNS for word in name.split())


def _official(key: str, roles: dict[str, list[Duty]], written: tuple[str, ...]) -> Official:
    def of(role: str) -> tuple[Duty, ...]:
        return each_once(roles.get(role, ()))

    name = min(office(each) for each in written)  # of several spellings the first in the alphabet
    return Official(name, key, written, of("leads"), of("through"), of("consulted"))


def months(rows: Iterable[Duty]) -> tuple[Month, ...]:
    """The months in which something is due, in order; a duty that recurs stands there with its next round, too."""
    by_day: dict[date, list[Duty]] = {}
    for duty in by_due_date(rows):
        for each in (duty, *duty.of_next_round):
            if each.due:
                by_day.setdefault(each.due, []).append(each)
    firsts = sorted({day.replace(day=1) for day in by_day})
    return tuple(Month(first, _weeks(first, by_day)) for first in firsts)


def _weeks(first: date, by_day: dict[date, list[Duty]]) -> tuple[tuple[MonthDay, ...], ...]:
    blank = (first.weekday() + 1) % 7
    days = [first.replace(day=n) for n in range(1, monthrange(first.year, first.month)[1] + 1)]
    cells = [MonthDay(None)] * blank + [MonthDay(day, tuple(by_day.get(day, ()))) for day in days]
    cells += [MonthDay(None)] * (-len(cells) % 7)
    return tuple(tuple(cells[n : n + 7]) for n in range(0, len(cells), 7))
