"""The reading that is published: permanent keys, corrections, and what the register still holds of retired duties."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from extractor.events import EventDays
from extractor.model import (
    Actor,
    CorrectedField,
    Deadline,
    Obligation,
    Progress,
    Reading,
    Span,
)
from extractor.problems import Problem
from extractor.register.corrections_yml import Correction
from extractor.register.differences import (
    FIELD_WORDS,
    Difference,
    added,
    in_words,
    match_differences,
    order_differences,
    shown,
    text_difference,
)
from extractor.register.matching import Match, match
from extractor.register.records import Fields, Record, Register, fields_of, fingerprint, lead_in_of, one_line

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
) -> Published:
    """The published reading of what the extractor read. ``same``: a person's decisions, see ``match``. ``retire``: the
    keys that a person ends, so that nothing of the new reading is taken for them.

    Nothing is published of an obligation whose identity is unclear; ``differences`` then names it.
    """
    found = _found(register, reading, corrections, same or {}, retire) if register else None
    keyed = _keyed(reading, register, found)
    corrected = _Corrected(reading, corrections, file, keyed, register)
    obligations = corrected.obligations()
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
    whole = replace(reading, obligations=obligations, acceptance=register.acceptance if register else None)
    return Published(_scheduled(whole), differences, found, keyed, tuple(corrected.problems))


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


class _Corrected:
    """A keyed reading with the corrections applied, and the problems of applying them."""

    def __init__(
        self,
        reading: Reading,
        corrections: tuple[Correction, ...],
        file: str,
        keyed: Mapping[str, Obligation],
        register: Register | None,
    ):
        self._reading, self._file = reading, file
        self._ended = {record.key for record in register.records if not record.open} if register else set()
        self._found = dict(keyed)
        self.problems: list[Problem] = []
        for correction in corrections:
            if correction.kind == "add":
                self._add(correction)
            elif obligation := self._found.get(correction.key):
                self._apply(correction, obligation)

    def obligations(self) -> tuple[Obligation, ...]:
        """In text order, each with its number among the duties of its paragraph."""
        ordered = sorted(self._found.values(), key=lambda each: (each.span.start, each.action_span.start))
        counts: Counter[str] = Counter()
        numbered = []
        for each in ordered:
            counts[each.citation] += 1
            numbered.append(replace(each, nth=counts[each.citation]))
        return tuple(numbered)

    def _apply(self, correction: Correction, obligation: Obligation) -> None:
        if correction.kind == "reject":
            del self._found[correction.key]
            return
        fields = self._fields(correction, obligation)
        if fields is None:
            return
        corrected = replace(obligation, **fields)
        before, after = fields_of(obligation), fields_of(corrected)
        changed = [name for name in after.keys() | before.keys() if before.get(name) != after.get(name)]
        if not changed:
            self._warn(correction, "this correction is no longer needed: the extractor reads it so", "delete it")
        notes = tuple(
            CorrectedField(FIELD_WORDS[name], in_words(name, before), correction.reason, correction.on, correction.line)
            for name in FIELD_WORDS
            if name in changed
        )
        self._found[correction.key] = replace(corrected, corrected=(*obligation.corrected, *notes))

    def _fields(self, correction: Correction, obligation: Obligation) -> dict[str, Any] | None:
        """The fields of ``Obligation`` that a correction sets; ``None`` where its words are not the order's."""
        values = dict(correction.values)
        fields: dict[str, Any] = {name: values[name] for name in ("kind", "modal") if name in values}
        for name in ("in_consultation_with", "in_coordination_with"):
            if name in values:
                fields[name] = values[name]
        if "responsible" in values or "through" in values:
            fields["actors"] = self._actors(correction, obligation)
        if "deadline" in values:
            fields["deadline"] = self._deadline(correction, obligation)
        if "action" in values:
            span = self._span(correction, "action", values["action"], obligation.span, often=True)
            if span is None:
                return None
            fields |= {"action": span.of(self._reading.order.body), "action_span": span}
        return fields

    def _actors(self, correction: Correction, obligation: Obligation) -> tuple[Actor, ...]:
        """Who acts: officials with their officers one by one, or one officer for all of them."""
        values = correction.values
        officials = values.get("responsible") or obligation.responsible
        through = values.get("through", () if "responsible" in values else obligation.through)
        if len(through) == len(officials):
            return tuple(Actor(official, officer) for official, officer in zip(officials, through, strict=True))
        if len(through) > 1:
            message = "through: not one officer for each official, nor one for all"
            fix = "name as many as there are officials, in their order, or one"
            self._error(correction, message, "; ".join(through), f"1 or {len(officials)} names", fix)
        return tuple(Actor(official, through[0] if len(through) == 1 else None) for official in officials)

    def _deadline(self, correction: Correction, obligation: Obligation) -> Deadline:
        """The deadline that a correction sets. One that says what was read keeps what the extractor knows besides."""
        values = correction.values["deadline"]
        found = {name: value for name, value in values.items() if name not in ("at_event", "quote")}
        if "direction" not in found and found["kind"] in ("relative", "event"):
            found["direction"] = obligation.deadline.direction or "after"
        made = Deadline(**found, at_event="at_event" in values)
        if self._says_the_same(made, obligation.deadline) and "quote" not in values:
            return obligation.deadline
        if reference := values.get("reference"):
            if reference not in self._found:
                allowed = ", ".join(list(self._found)[:12])
                self._error(correction, "reference: no obligation has this id", reference, allowed, "use its id")
        quote = values.get("quote")
        span = (
            self._span(correction, "quote", quote, Span(0, len(self._reading.order.body)), often=True)
            if quote
            else None
        )
        return replace(made, quote=span.of(self._reading.order.body) if span else None, span=span)

    def _says_the_same(self, made: Deadline, read: Deadline) -> bool:
        """True where two deadlines have the same kind, length, event and date."""
        names = ("kind", "amount", "unit", "direction", "date", "recurs", "recurrence", "at_event")
        same = all(getattr(made, name) == getattr(read, name) for name in names)
        return (
            same and (made.event or read.event) == read.event and (made.reference or read.reference) == read.reference
        )

    def _add(self, correction: Correction) -> None:
        values = correction.values
        if not {"citation", "quote", "action"} <= values.keys():
            return  # reported where the file was read
        if correction.key in self._found:
            self._warn(
                correction, "this correction is no longer needed: the extractor finds the obligation", "delete it"
            )
            return
        span = self._span(correction, "quote", values["quote"], Span(0, len(self._reading.order.body)))
        action = self._span(correction, "action", values["action"], span, often=True) if span else None
        if not span or not action:
            return
        body, order_id = self._reading.order.body, self._reading.order.id
        obligation = Obligation(
            f"{order_id}/{correction.key}", order_id, correction.key, values["citation"], values.get("kind", "duty"),
            values.get("modal", "shall"), (), (), (), action.of(body), action, Deadline(), span.of(body), span, ("correction.added",),
        )  # fmt: skip
        fields = self._fields(replace(correction, values={**values, "action": action.of(body)}), obligation) or {}
        note = CorrectedField("added", "", correction.reason, correction.on, correction.line)
        self._found[correction.key] = replace(obligation, **fields, corrected=(note,))

    def _is_free(self, correction: Correction) -> bool:
        """True where the id of an added obligation is its own; a warning where the extractor has found it since."""
        found, words = self._found.get(correction.key), correction.values["action"]
        if found and one_line(found.action) == one_line(words):
            self._warn(
                correction, "this correction is no longer needed: the extractor finds the obligation", "delete it"
            )
        elif found or correction.key in self._ended:
            fix = "give it an id that no obligation has or had, such as the citation’s with _2 behind it"
            self._error(
                correction, "the id of an added obligation is another’s", correction.key, "an id of its own", fix
            )
        return not found and correction.key not in self._ended

    def _span(self, correction: Correction, name: str, words: str, within: Span, often: bool = False) -> Span | None:
        """Where words stand in the text, blanks counted alike; a problem where they do not, or stand twice; with
        ``often`` the first place does.
        """
        spans = _places(self._reading.order.body, words, within)
        if len(spans) == 1 or spans and often:
            return spans[0]
        message = f"{name}: these words stand {'twice or more ' if spans else 'nowhere '}in the text"
        fix = "quote more of the sentence" if spans else "copy the words from the order’s text"
        self._error(correction, message, words[:60], "words that stand there once", fix)
        return None

    def _error(self, correction: Correction, message: str, found: str, allowed: str, fix: str) -> None:
        self.problems.append(Problem(self._file, correction.line, 0, message, found, allowed, fix))

    def _warn(self, correction: Correction, message: str, fix: str) -> None:
        self.problems.append(Problem(self._file, correction.line, 0, message, correction.key, None, fix, "warning"))


def _places(body: str, words: str, within: Span) -> list[Span]:
    pattern = r"\s+".join(re.escape(word) for word in words.split())
    found = re.finditer(pattern, body[within.start : within.end]) if pattern else ()
    return [Span(within.start + match.start(), within.start + match.end()) for match in found]


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
    if "date" in values:
        values["date"] = date.fromisoformat(values["date"])
    for name in ("at_event", "inherited"):
        if name in values:
            values[name] = values[name] == "true"
    return Deadline(**values, second=deadline_of(fields["second"]) if "second" in fields else None)


def _scheduled(reading: Reading) -> Reading:
    days = EventDays(reading, Progress())
    dated = tuple(replace(each, schedule=days.schedule_of(each.key)) for each in reading.obligations)
    return replace(reading, obligations=dated)
