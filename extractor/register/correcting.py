"""Corrections applied to a reading: fields set, obligations rejected or added, each with its note for the page."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from extractor.acceptance import CorrectedField
from extractor.model import Actor, Deadline, Obligation, Reading, Span
from extractor.officials import agency
from extractor.problems import Problem
from extractor.register.closing import ADDED
from extractor.register.corrections_yml import NAMES, Correction
from extractor.register.differences import FIELD_WORDS, in_words
from extractor.register.register import Register, fields_of, one_line, places


class Corrected:
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
        self._warn_of_names(correction)
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
        names = ("kind", "amount", "unit", "direction", "date", "recurs", "recurrence", "at_event", "more")
        same = all(getattr(made, name) == getattr(read, name) for name in names)
        return (
            same and (made.event or read.event) == read.event and (made.reference or read.reference) == read.reference
        )

    def _add(self, correction: Correction) -> None:
        values = correction.values
        if not {"citation", "quote", "action"} <= values.keys():
            return  # reported where the file was read
        if not self._is_free(correction):
            return
        span = self._span(correction, "quote", values["quote"], Span(0, len(self._reading.order.body)))
        action = self._span(correction, "action", values["action"], span, often=True) if span else None
        if not span or not action:
            return
        body, order_id = self._reading.order.body, self._reading.order.id
        obligation = Obligation(
            f"{order_id}/{correction.key}", order_id, correction.key, values["citation"], values.get("kind", "duty"),
            values.get("modal", "shall"), (), (), (), action.of(body), action, Deadline(), span.of(body), span, (ADDED,),
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
        spans = places(self._reading.order.body, words, within)
        if len(spans) == 1 or spans and often:
            return spans[0]
        message = f"{name}: these words stand {'twice or more ' if spans else 'nowhere '}in the text"
        fix = "quote more of the sentence" if spans else "copy the words from the order’s text"
        self._error(correction, message, words[:60], "words that stand there once", fix)
        return None

    def _error(self, correction: Correction, message: str, found: str, allowed: str, fix: str) -> None:
        self.problems.append(Problem(self._file, correction.line, 0, message, found, allowed, fix))

    def _warn_of_names(self, correction: Correction) -> None:
        """A warning for a name that neither the text nor the table of offices has: most often it is misspelt."""
        body = one_line(self._reading.order.body).lower()
        names = (name for field in sorted(NAMES) for name in correction.values.get(field, ()))
        for name in names:
            if agency(name) is None and one_line(name).lower() not in body:
                message = "a name that stands neither in the text nor in the table of offices"
                self.problems.append(
                    Problem(self._file, correction.line, 0, message, name, None, "check how it is written", "warning")
                )

    def _warn(self, correction: Correction, message: str, fix: str) -> None:
        self.problems.append(Problem(self._file, correction.line, 0, message, correction.key, None, fix, "warning"))
