"""The next register: what a maintainer accepts, with every change counted and every id kept.

Nothing leaves a register. A change of an accepted obligation is recorded with its day and the values that stood
before; an obligation that is gone is retired with a reason; a key is never used again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from extractor.acceptance import (
    CORRECTED,
    ENDED,
    STATUS,
    Acceptance,
    AcceptedChange,
    LookedAt,
    OrderAcceptance,
    Retirement,
)
from extractor.events import EventDays, chain
from extractor.model import Obligation, Progress, Reading
from extractor.register.corrections_yml import Correction
from extractor.register.differences import field_differences, order_differences
from extractor.register.publishing import Published, as_accepted
from extractor.register.register import (
    Record,
    Register,
    change,
    fields_of,
    fingerprint,
    lead_in_of,
    not_looked_at,
    offices_of,
    one_line,
    order_fields,
)
from extractor.words.dates import long_date

NO_LOG = Progress()
FIRST_STATUS = ("in force", None)


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a maintainer says at ``tracker accept``, beyond "this is right".

    ``same``: from an accepted key to the key that the obligation has in the new reading. ``retire``: key → reason.
    ``reviewed``: keys whose review marks were looked at, and citations whose unread passages were.
    """

    same: Mapping[str, str] = field(default_factory=dict)
    retire: Mapping[str, str] = field(default_factory=dict)
    reviewed: frozenset[str] = frozenset()


def next_register(
    old: Register | None,
    published: Published,
    corrections: tuple[Correction, ...],
    decisions: Decisions,
    calendars: Iterable[str],
    today: date,
    progress: Progress = NO_LOG,
) -> Register:
    """The register that accepts a published reading.

    ``published`` was made with the same decisions. ``progress`` is the order's log. ``calendars`` are the paths of the files that the order's
    obligations stand in. What is gone and not in ``decisions.retire`` must have been refused before.
    """
    reading, order = published.reading, published.reading.order
    known = {record.key: record for record in old.records} if old else {}
    now = {each.key: each for each in reading.obligations if each.retired is None}
    raw = published.raw or {}
    amended = _amendment(old, reading)
    days = (today, amended)
    made = [
        _record(known.get(key), duty, raw.get(key), corrections, decisions, days, lead_in_of(reading, duty))
        for key, duty in now.items()
    ]
    kept = [
        _ended(_renewed(record, published), corrections, decisions, today)
        for key, record in known.items()
        if key not in now
    ]
    rejected = _rejected(published, corrections, known, (today, progress))
    paths = {*calendars, *(old.acceptance.calendars if old else ())}
    looked_at = _looked_at(old, reading, decisions)
    acceptance = OrderAcceptance(today, _order_changes(old, reading, today), tuple(sorted(paths)), looked_at)
    made_now = Register(order.id, order_fields(order), order.sha256, acceptance, (*made, *kept, *rejected))
    if old is None:
        return made_now
    made_now = _with_what_was(made_now, old, reading, progress)
    as_before = replace(made_now, acceptance=replace(acceptance, on=old.acceptance.on))
    same_but_calendars = replace(
        as_before, acceptance=replace(as_before.acceptance, calendars=old.acceptance.calendars)
    )
    return as_before if same_but_calendars == old else made_now


def _looked_at(old: Register | None, reading: Reading, decisions: Decisions) -> tuple[LookedAt, ...]:
    """What is unread still and a person has looked at, now or before."""
    new = not_looked_at(reading.unread, old.acceptance.looked_at if old else ())
    seen = (each for each in reading.unread if each not in new or each.citation in decisions.reviewed)
    return tuple(LookedAt(each.citation, one_line(each.words)) for each in seen)


def _with_what_was(new: Register, old: Register, reading: Reading, progress: Progress) -> Register:
    """The new register, each record with the date that it was last published with, if it has none now, and with the
    entries of others' logs that counted for it and do no more.
    """
    before, after = as_accepted(old, reading), as_accepted(new, reading)
    dates, dates_now = (EventDays(each, progress, ever=True) for each in (before, after))
    known = {obligation.key for obligation in before.obligations}

    def kept(record: Record) -> Record:
        acceptance, key = record.acceptance, record.key
        lost = max(0, _others(before, progress, key) - _others(after, progress, key))
        was, now = dates.schedule_of(key).due or acceptance.last_due, dates_now.schedule_of(key).due
        last_due = None if now else was
        return replace(record, acceptance=replace(acceptance, carried=acceptance.carried + lost, last_due=last_due))

    return replace(new, records=tuple(kept(each) if each.key in known else each for each in new.records))


def _others(reading: Reading, progress: Progress, key: str) -> int:
    """How many entries and accepted changes the obligations have that a deadline runs from."""
    changes = {each.key: len(each.acceptance.changes) for each in reading.obligations if each.acceptance}
    return sum(len(progress.of(link)) + changes.get(link, 0) for link in chain(reading, key)[1:])


def _record(
    old: Record | None,
    obligation: Obligation,
    raw: Obligation | None,
    corrections: tuple[Correction, ...],
    decisions: Decisions,
    occasion: tuple[date, str],
    lead_in: str,
) -> Record:
    today = occasion[0]
    fields, words = fields_of(obligation), fingerprint(raw or obligation)
    marks = (raw or obligation).review
    read = offices_of(raw) if raw and offices_of(raw) != offices_of(obligation) else ()
    reviewed = tuple(mark for mark in marks if obligation.key in decisions.reviewed or old and mark in old.reviewed)
    if old is None:
        own = (each for each in corrections if each.key == obligation.key)
        made = [change(each.on, f"{CORRECTED}{each.reason}") for each in own if each.on]
        return Record(obligation.key, fields, words, Acceptance(today, tuple(made)), reviewed, None, lead_in, read)
    changes = (*old.acceptance.changes, *_changes(old, obligation, corrections, occasion, lead_in))
    return Record(
        obligation.key, fields, words, replace(old.acceptance, changes=changes), reviewed, None, lead_in, read
    )


def _changes(
    old: Record,
    obligation: Obligation,
    corrections: tuple[Correction, ...],
    occasion: tuple[date, str],
    lead_in: str,
) -> tuple[AcceptedChange, ...]:
    """One change for all fields that differ, with the values that stood before.

    ``occasion``: the day, and the amendment of the order that is accepted with it, in words; empty for none.
    """
    today, amended = occasion
    found = field_differences(old, fields_of(obligation))
    if not found and old.lead_in != lead_in:
        return (change(today, "; ".join(part for part in ("the words of its lead-in changed", amended) if part)),)
    if not found:
        return ()
    told = " ".join(change.what for change in old.acceptance.changes)
    reasons = [
        words for each in corrections if each.key == old.key and (words := f"{CORRECTED}{each.reason}") not in told
    ]
    what = ", ".join(dict.fromkeys(each.field for each in found)) + " changed"
    return (
        change(
            today,
            "; ".join(part for part in (what, *reasons[-1:], amended) if part),
            {each.field: each.was for each in found},
        ),
    )


def _amendment(old: Register | None, reading: Reading) -> str:
    """The amendment that is accepted with a reading, in words: the order's status or its day is new."""
    order = reading.order
    if old is None or order.status != "amended" or not order.status_date:
        return ""
    if old.order.get("status") == "amended" and old.order.get("status_date") == order.status_date.isoformat():
        return ""
    return f"the order was amended on {long_date(order.status_date)}" + (
        f" by {order.status_by}" if order.status_by else ""
    )


def _ended(record: Record, corrections: tuple[Correction, ...], decisions: Decisions, today: date) -> Record:
    """A record that the reading no longer has: retired now, or before; a rejected one says so."""
    reject = next((each for each in corrections if each.key == record.key and each.kind == "reject"), None)
    reason = decisions.retire.get(record.key) or (reject.reason if reject else None)
    if record.acceptance.retired or record.rejected is not None or reason is None:
        return record
    acceptance = record.acceptance
    changes = (*acceptance.changes, change(today, f"{ENDED}{reason}"))
    ended = replace(acceptance, changes=changes, retired=Retirement(today, reason))
    return replace(record, acceptance=ended, rejected=reject.reason if reject else None)


def _rejected(
    published: Published,
    corrections: tuple[Correction, ...],
    known: Mapping[str, Record],
    occasion: tuple[date, Progress],
) -> list[Record]:
    """The obligations that are rejected before they were ever accepted, so that the correction keeps to their words.

    What is on record of one stays on the site: it is then retired.
    """
    raw, (today, progress) = published.raw or {}, occasion
    return [
        Record(
            each.key,
            fields_of(raw[each.key]),
            fingerprint(raw[each.key]),
            Acceptance(today, (), Retirement(today, each.reason) if progress.of(each.key) else None),
            rejected=each.reason,
            lead_in=lead_in_of(published.reading, raw[each.key]),
        )
        for each in corrections
        if each.kind == "reject" and each.key in raw and each.key not in known
    ]


def _renewed(record: Record, published: Published) -> Record:
    """A rejected record with the words that its obligation has now."""
    pairs = published.found.pairs if published.found else ()
    obligation = next((each for old, each in pairs if old.key == record.key), None)
    if record.rejected is None or obligation is None:
        return record
    lead_in = lead_in_of(published.reading, obligation)
    if record.acceptance.retired:  # its page shows it as it was
        return replace(record, words=fingerprint(obligation), lead_in=lead_in)
    return replace(record, fields=fields_of(obligation), words=fingerprint(obligation), lead_in=lead_in)


def _order_changes(old: Register | None, reading: Reading, today: date) -> tuple[AcceptedChange, ...]:
    """What changed in what the order's source states. A status that closes duties counts from the first acceptance."""
    order = reading.order
    if old is None:
        ended = order.status not in FIRST_STATUS
        return (change(order.status_date or today, f"{STATUS}: {order.status}"),) if ended else ()
    found = order_differences(old, order)
    if not found:
        return old.acceptance.changes
    names = {each.field: _ORDER_WORDS.get(each.field, each.field) for each in found}
    what = "; ".join(f"{names[each.field]}: {each.was} → {each.now}" for each in found)
    return (*old.acceptance.changes, change(today, what, {names[each.field]: each.was for each in found}))


_ORDER_WORDS = {
    "text": "text used here",
    "official_url": "address of the official text",
    "status_date": "day of the status",
    "status_by": "amended or revoked by",
    "status_source": "where the status can be read",
}
