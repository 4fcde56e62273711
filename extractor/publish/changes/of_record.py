"""Tracked orders → every change of the record, each once, dated by the day from which the record shows it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from extractor.acceptance import (
    CONSULTING,
    COORDINATING,
    CORRECTED,
    ENDED,
    RESPONSIBLE,
    STATUS,
    Acceptance,
    AcceptedChange,
)
from extractor.model import Entry, Obligation, TrackedOrder
from extractor.publish.changes.change import Change, newest_first, permanent_id
from extractor.publish.view import Duty
from extractor.publish.wording import capital
from extractor.words.dates import long_date
from extractor.words.orders import full_name

BASIS_WORDS = {
    "claimed": "claimed: reported, not verified",
    "verified": "verified: the agency’s own record was seen",
}


def record_changes(orders: Iterable[TrackedOrder]) -> tuple[Change, ...]:
    """Every change of the record up to the day that the orders are as of, the latest first.

    Within a day: by order, the order's own first, then in text order; of one obligation the later entry first.
    """
    return newest_first(
        change
        for order in orders
        for change in (*_of_order(order), *(each for t in order.obligations for each in _of_duty(Duty(order, t))))
        if change.day <= order.as_of
    )


def earliest_day(order: TrackedOrder) -> date | None:
    """The earliest day that the record has of an order: of its signing, its publication, its first entry, its status."""
    of = order.order
    recorded = [entry.recorded for _, entries in order.progress.log for entry in entries]
    days = [day for day in (of.signed, of.published, of.status_date, *recorded) if day]
    return min(days, default=None)


def _first_accepted(order: TrackedOrder) -> date | None:
    """The day on which a maintainer accepted the order's reading for the first time, as far as its register says."""
    reading = order.reading
    days = [each.acceptance.on for each in reading.obligations if each.acceptance]
    return min(days, default=reading.acceptance.on if reading.acceptance else None)


def _of_order(order: TrackedOrder) -> list[Change]:
    """The changes of the order itself, the latest first."""
    found = [*_added(order), *_of_source(order)]
    return found[::-1]


def _added(order: TrackedOrder) -> Iterator[Change]:
    """The order's first day here. Where nobody has accepted it, nothing says which day that was, and it says so."""
    name = full_name(order.order)
    accepted, earliest = _first_accepted(order), earliest_day(order)
    if accepted:
        line = f"{name} is on record: its reading was accepted for the first time on {long_date(accepted)}."
    elif earliest:
        line = (
            f"{name} is on record. The record does not say since when; this is dated {long_date(earliest)}, the earliest "
            "day that it has of the order. No maintainer has accepted its reading yet."
        )
    if day := accepted or earliest:
        yield Change(permanent_id(order.order.id, "", "added"), day, ("new-order",), order, None, (line,))


def _of_source(order: TrackedOrder) -> Iterator[Change]:
    """What changed in what the order's source states: its status, its title, its signing date."""
    of, acceptance = order.order, order.reading.acceptance
    changes = acceptance.changes if acceptance else ()
    if not acceptance and of.status in ("amended", "revoked") and of.status_date:
        by = f", by {of.status_by}" if of.status_by else ""
        changes = (AcceptedChange(of.status_date, f"{STATUS}: {of.status}{by}"),)
    for number, change in enumerate(changes, 1):
        about_status = change.what.startswith(f"{STATUS}:") or STATUS in dict(change.was)
        kind = "order-status" if about_status else "order-facts"
        identifier = permanent_id(of.id, "", "source", str(number))
        yield Change(identifier, change.on, (kind,), order, None, (_sentence(change.what),))


def _of_duty(duty: Duty) -> list[Change]:
    """The changes of one obligation, the latest of each list first."""
    found = [*_new(duty), *_of_reading(duty), *_retired(duty)]
    found += [_logged(duty, entry, number) for number, entry in enumerate(duty.tracked.entries, 1)]
    return found[::-1]


def _new(duty: Duty) -> Iterator[Change]:
    """The first day of an obligation that came to an order which was on record before."""
    accepted, first = duty.obligation.acceptance, _first_accepted(duty.of)
    if accepted and first and accepted.on > first:
        line = f"It was accepted on {long_date(accepted.on)} as an obligation of {full_name(duty.of.order)}."
        yield Change(_id(duty, "added"), accepted.on, ("new-obligation",), duty.of, duty, (line,))


def _of_reading(duty: Duty) -> Iterator[Change]:
    """The accepted changes of its reading; where nobody has accepted one, the corrections, which a register counts on."""
    accepted = duty.obligation.acceptance
    for number, change in enumerate(accepted.changes if accepted else _corrections(duty.obligation), 1):
        if accepted and _is_end(change, accepted):
            continue
        kind = "correction" if CORRECTED in change.what else "reading"
        lines = (_sentence(change.what), *(f"Before, {field}: {was}." for field, was in change.was))
        yield Change(
            _id(duty, "reading", number), change.on, (kind,), duty.of, duty, lines, former=_former(change, duty)
        )


def _corrections(obligation: Obligation) -> tuple[AcceptedChange, ...]:
    """The corrections of a reading that nobody has accepted, in the order and the words in which a register takes them."""
    by_line = {note.number: note for note in obligation.corrected if note.on}
    return tuple(
        AcceptedChange(note.on, f"{CORRECTED}{note.reason}")
        for _, note in sorted(by_line.items())
        if note.on is not None
    )


def _retired(duty: Duty) -> Iterator[Change]:
    if end := duty.obligation.retired:
        yield Change(_id(duty, "retired"), end.on, ("retired",), duty.of, duty, (_sentence(f"{ENDED}{end.reason}"),))


def _is_end(change: AcceptedChange, accepted: Acceptance) -> bool:
    """True for the accepted change that says nothing but the obligation's end, which has a change of its own."""
    end = accepted.retired
    return end is not None and change.on == end.on and change.what == f"{ENDED}{end.reason}"


def _former(change: AcceptedChange, duty: Duty) -> tuple[str, ...]:
    """The offices that an accepted change names as those before it, without those that the duty has now."""
    before = dict(change.was)
    now = {*duty.obligation.responsible, *duty.obligation.through}
    names = _names(before.get(RESPONSIBLE, ""))
    return tuple(name for name in names if name not in now)


def _names(words: str) -> list[str]:
    """``A (through B); C`` → A, B, C: the names of a field as an accepted change words it."""
    found = []
    for words_of_one in words.split("; "):
        official, _, officer = words_of_one.partition(" (through ")
        found += [official, officer.removesuffix(")")]
    return [name for name in found if name and name != "nobody"]


def former_offices(order: TrackedOrder) -> tuple[str, ...]:
    """The names of all offices that accepted changes took from a duty, whether they acted or only took part."""
    return tuple(
        dict.fromkeys(
            name
            for each in order.reading.obligations
            if each.acceptance
            for change in each.acceptance.changes
            if change.on <= order.as_of
            for field in (RESPONSIBLE, CONSULTING, COORDINATING)
            for name in _names(dict(change.was).get(field, ""))
        )
    )


def _logged(duty: Duty, entry: Entry, number: int) -> Change:
    """One entry of the log."""
    kinds = (entry.status, "extension" if entry.due else None, "event" if entry.triggered else None)
    happened = f"On record for {long_date(entry.date)}; {BASIS_WORDS[entry.basis]}."
    lines = (
        " ".join((entry.note or "").split()),
        f"New due date: {long_date(entry.due)}." if entry.due else "",
        f"The event that the deadline runs from happened on {long_date(entry.triggered)}." if entry.triggered else "",
        happened,
    )
    return Change(
        _id(duty, "log", number),
        entry.recorded,
        tuple(kind for kind in kinds if kind) or ("note",),
        duty.of,
        duty,
        tuple(line for line in lines if line),
        entry.evidence,
    )


def _id(duty: Duty, *place: str | int) -> str:
    return permanent_id(duty.of.order.id, duty.obligation.key, *(str(part) for part in place))


def _sentence(words: str) -> str:
    """Words of a register as a sentence."""
    line = capital(" ".join(words.split()))
    return line if line.endswith((".", "!", "?", "”")) else f"{line}."
