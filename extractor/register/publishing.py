"""The reading that is published: permanent keys, corrections, and what the register still holds of retired duties."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from extractor.events import EventDays
from extractor.model import (
    Actor,
    Deadline,
    Length,
    Obligation,
    Progress,
    Reading,
    Span,
)
from extractor.problems import Problem
from extractor.register.closing import close
from extractor.register.correcting import Corrected
from extractor.register.corrections_yml import Correction
from extractor.register.differences import (
    Difference,
    added,
    match_differences,
    order_differences,
    shown,
    text_difference,
)
from extractor.register.matching import Match, match
from extractor.register.register import Fields, Record, Register, fingerprint, lead_in_of, one_line

_OWN_NAMES = {"in_consultation_with": "consulting", "in_coordination_with": "coordinating", "responsible": "actors"}


@dataclass(frozen=True, slots=True)
class Published:
    """What an order's folder would publish.

    ``reading`` has permanent keys and corrections. ``differences`` is empty where it equals the register, or where
    there is none. ``found`` is how register and reading belong together; ``None`` without a register. ``raw`` is each
    published obligation as the extractor read it, by its permanent key. ``problems`` are faults and warnings of the
    corrections.
    """

    reading: Reading
    differences: tuple[Difference, ...] = ()
    found: Match | None = None
    raw: Mapping[str, Obligation] | None = None
    problems: tuple[Problem, ...] = ()


def publish(
    reading: Reading,
    register: Register | None,
    corrections: tuple[Correction, ...] = (),
    file: str = "corrections.yml",
    same: Mapping[str, str] | None = None,
    retire: Collection[str] = (),
    earlier: tuple[Reading, ...] = (),
) -> Published:
    """The published reading of what the extractor read. ``same``: a person's decisions, see ``match``. ``retire``: the
    keys that a person ends, so that nothing of the new reading is taken for them. ``earlier``: the readings of the texts
    that the order had before it was amended, the oldest first.

    Nothing is published of an obligation whose identity is unclear; ``differences`` then names it.
    """
    reading = _with_doubts(reading, earlier)
    found = _found(register, reading, corrections, same or {}, retire) if register else None
    keyed = _keyed(reading, register, found)
    corrected = Corrected(reading, corrections, file, keyed, register)
    obligations = corrected.obligations()
    closed = close(reading, corrections, obligations, file)
    by_key = {obligation.key: obligation for obligation in obligations}
    differences: tuple[Difference, ...] = ()
    if register and found:
        obligations = _with_acceptance(obligations, register)
        known = {record.key for record in register.records}
        differences = (
            *order_differences(register, reading.order),
            *match_differences(found, by_key),
            *_lead_ins(found, reading),
            *_rejected_now(found, by_key),
            *_rejected_otherwise(found),
            *added(each for each in obligations if each.key not in known),
        )
        differences = differences or text_difference(register, reading.order)
        obligations += tuple(_retired(record, reading) for record in register.records if record.acceptance.retired)
    texts = tuple(text for each in earlier for text in each.earlier)
    acceptance = register.acceptance if register else None
    whole = replace(closed.reading, obligations=obligations, acceptance=acceptance, earlier=texts)
    return Published(_scheduled(whole), differences, found, keyed, (*corrected.problems, *closed.problems))


AMENDED_WORDS = (
    "its words came in when the order was amended: does its period run from the order’s date or from that day?"
)


def _with_doubts(reading: Reading, earlier: tuple[Reading, ...]) -> Reading:
    """The reading with a mark on each period whose words the text before the amendment did not have."""
    if not earlier:
        return reading
    before = {fingerprint(obligation) for obligation in earlier[-1].obligations}
    marked = tuple(
        replace(each, review=(*each.review, AMENDED_WORDS))
        if each.deadline.kind == "relative" and fingerprint(each) not in before
        else each
        for each in reading.obligations
    )
    return replace(reading, obligations=marked)


def _found(
    register: Register,
    reading: Reading,
    corrections: tuple[Correction, ...],
    same: Mapping[str, str],
    retire: Collection[str],
) -> Match:
    """The match; an obligation that a correction adds is not gone where the extractor does not find it."""
    kept = tuple(record for record in register.records if record.key not in retire)
    found = match(replace(register, records=kept), reading, same)
    by_hand = {correction.key for correction in corrections if correction.kind == "add"}
    return replace(found, gone=tuple(record for record in found.gone if record.key not in by_hand))


def _lead_ins(found: Match, reading: Reading) -> Iterable[Difference]:
    """Accepted obligations whose list begins with other words than before."""
    for record, obligation in found.pairs:
        if record.rejected is None and record.lead_in != lead_in_of(reading, obligation):
            yield Difference("changed", record.key, "lead-in", "the words above it as accepted", "other words above it")


def _rejected_now(found: Match, published: Mapping[str, Obligation]) -> Iterable[Difference]:
    """Accepted obligations that a correction rejects since."""
    for record, _ in found.pairs:
        if record.rejected is None and record.key not in published:
            yield Difference("reject", record.key, "", shown(record.fields), "rejected in corrections.yml")


def _rejected_otherwise(found: Match) -> Iterable[Difference]:
    """Rejected obligations whose words are no longer those that were rejected."""
    for record, obligation in found.pairs:
        if record.rejected is not None and record.words != fingerprint(obligation):
            yield Difference(
                "changed", record.key, "rejected words", record.fields["quote"], one_line(obligation.quote)
            )


def _keyed(reading: Reading, register: Register | None, found: Match | None) -> dict[str, Obligation]:
    """The obligations with their permanent keys, in text order; references to one another follow the keys."""
    if register is None or found is None:
        return {obligation.key: obligation for obligation in reading.obligations}
    names = {id(obligation): record.key for record, obligation in found.pairs}
    rejected = {id(obligation) for record, obligation in found.pairs if record.rejected is not None}
    taken = {record.key for record in register.records}
    new = {id(obligation): _free(obligation, taken) for obligation in found.added}
    permanent = {each.key: key for each in reading.obligations if (key := names.get(id(each)) or new.get(id(each)))}
    return {
        permanent[each.key]: _renamed(each, permanent)
        for each in reading.obligations
        if each.key in permanent and id(each) not in rejected
    }


def _free(obligation: Obligation, taken: set[str]) -> str:
    """The first key of an obligation's place that no obligation has or ever had; it is then taken."""
    base = obligation.key.partition("_")[0]
    names = [base, *(f"{base}_{number}" for number in range(2, len(taken) + 3))]
    key = next(name for name in names if name not in taken)
    taken.add(key)
    return key


def _renamed(obligation: Obligation, permanent: Mapping[str, str]) -> Obligation:
    key, deadline = permanent[obligation.key], obligation.deadline
    if deadline.reference:
        deadline = replace(deadline, reference=permanent.get(deadline.reference))
    return replace(obligation, key=key, id=f"{obligation.order}/{key}", deadline=deadline)


def _with_acceptance(obligations: tuple[Obligation, ...], register: Register) -> tuple[Obligation, ...]:
    """Each obligation with what the register holds of it; marks that a person has looked at are left out."""
    records = {record.key: record for record in register.records}
    return tuple(_accepted(each, records.get(each.key)) for each in obligations)


def _accepted(obligation: Obligation, record: Record | None) -> Obligation:
    if record is None:
        return obligation
    left = tuple(mark for mark in obligation.review if mark not in record.reviewed)
    return replace(obligation, acceptance=record.acceptance, review=left)


def as_accepted(register: Register, reading: Reading) -> Reading:
    """A reading with the obligations and the signing date as the register holds them, whatever the text now says; the
    obligations' spans are empty.
    """
    records = (record for record in register.records if record.open or record.acceptance.retired)
    signed = register.order.get("signed")
    order = replace(reading.order, signed=date.fromisoformat(signed) if signed else None)
    obligations = tuple(_retired(record, reading) for record in records)
    return _scheduled(replace(reading, order=order, obligations=obligations, acceptance=register.acceptance))


def _retired(record: Record, reading: Reading) -> Obligation:
    """An obligation as it was last accepted; its words may stand in no text any more, so its spans are empty."""
    fields, order_id, nowhere = record.fields, reading.order.id, Span(0, 0)
    return Obligation(
        f"{order_id}/{record.key}", order_id, record.key, fields["citation"], fields["kind"], fields["modal"],
        tuple(Actor(each["official"], each.get("through")) for each in fields["actors"]),
        tuple(fields.get("consulting", ())), tuple(fields.get("coordinating", ())), fields["action"], nowhere,
        deadline_of(fields["deadline"]), fields["quote"], nowhere, acceptance=record.acceptance,
    )  # fmt: skip


def deadline_of(fields: Fields) -> Deadline:
    """A deadline from a record's text."""
    values: dict[str, Any] = {name: value for name, value in fields.items() if name != "second"}
    if "amount" in values:
        values["amount"] = int(values["amount"])
    for name in ("date", "anchor"):
        if name in values:
            values[name] = date.fromisoformat(values[name])
    lengths = (each.split(" ", 1) for each in values.pop("more", ()))
    values["more"] = tuple(Length(int(amount), unit) for amount, unit in lengths)
    for name in ("at_event", "inherited"):
        if name in values:
            values[name] = values[name] == "true"
    return Deadline(**values, second=deadline_of(fields["second"]) if "second" in fields else None)


def _scheduled(reading: Reading) -> Reading:
    days = EventDays(reading, Progress())
    dated = tuple(replace(each, schedule=days.schedule_of(each.key)) for each in reading.obligations)
    return replace(reading, obligations=dated)
