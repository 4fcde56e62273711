"""What must hold inside one entry of the progress log.

Each rule gets the entry's map (for places) and the fields that could be read; a field that could not is ``None`` and
has its own problem already, so a rule that needs it says nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from extractor.problems import Problem
from extractor.source.entry_fields import NO_NEWS, EntryFields
from extractor.source.log_form import EXAMPLE_NOTE, EXAMPLE_TITLE
from extractor.yaml.tree import Mapping, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class _Case:
    """One entry under judgement."""

    file: str
    entry: Mapping
    values: dict[str, Any]
    signed: date | None
    today: date

    def problem(self, field: str, message: str, found: str, allowed: str, fix: str) -> Problem:
        """A problem at a field's value, or at the entry where the field is absent."""
        node = self.entry.get(field) or self.entry
        return Problem(self.file, node.line, node.column, message, found, allowed, fix)

    def given(self, field: str) -> bool:
        """True if something is written for a field, right or wrong."""
        node = self.entry.get(field)
        if isinstance(node, Scalar):
            return bool(node.comment or (node.text and node.text.strip()))
        return bool(node.items) if isinstance(node, Sequence) else node is not None


def _not_in_the_future(case: _Case) -> Iterator[Problem]:
    for field in ("date", "recorded", "triggered"):
        day = case.values[field]
        if day and day > case.today and (field != "recorded" or case.given("recorded")):
            allowed = f"{case.today} or earlier"
            yield case.problem(field, f"{field}: in the future", str(day), allowed, "record it once it has happened")


def _not_before_signing(case: _Case) -> Iterator[Problem]:
    for field in ("date", "triggered", "due"):
        day = case.values[field]
        if day and case.signed and day < case.signed:
            allowed = f"{case.signed} (the signing date) or later"
            yield case.problem(field, f"{field}: before the order was signed", str(day), allowed, "correct the date")


def _recorded_after_it_happened(case: _Case) -> Iterator[Problem]:
    recorded = case.values["recorded"]
    for field in ("date", "triggered"):
        day = case.values[field]
        if day and recorded and recorded < day <= case.today:
            place = "recorded" if case.given("recorded") else field
            message = f"recorded before the day of “{field}”"
            yield case.problem(
                place, message, f"{recorded}, before {day}", f"{day} or later", "correct one of the two dates"
            )


def _completed_with_evidence(case: _Case) -> Iterator[Problem]:
    if case.values["status"] == "completed" and not case.given("evidence"):
        fix = "add evidence with url and title, or use in-progress until there is some"
        yield case.problem("status", "completed without evidence", "no evidence", "at least one evidence", fix)


def _verified_with_evidence(case: _Case) -> Iterator[Problem]:
    if case.values["basis"] == "verified" and not case.given("evidence"):
        fix = "add evidence with url and title: the agency’s own record; or use claimed"
        yield case.problem("basis", "verified without evidence", "no evidence", "at least one evidence", fix)


def _extended_with_reason(case: _Case) -> Iterator[Problem]:
    missing = [field for field in ("note", "evidence") if not case.given(field)]
    if case.given("due") and missing:
        fix = f"add {' and '.join(missing)}"
        message = "an extension without " + " and ".join(missing)
        yield case.problem("due", message, f"no {' and no '.join(missing)}", "due with note and evidence", fix)


def _says_something(case: _Case) -> Iterator[Problem]:
    if not any(case.given(field) for field in EntryFields.model_fields if field not in NO_NEWS):
        fix = "add a note, or delete the entry"
        yield case.problem("date", "an entry that says nothing", "a date only", "a status, a note or both", fix)


def _not_the_examples_words(case: _Case) -> Iterator[Problem]:
    fix, allowed = "write what happened in words of your own, or leave the field out", "words of your own"
    if _same(case.values["note"], EXAMPLE_NOTE):
        yield case.problem("note", "note: these are the example’s words", case.values["note"], allowed, fix)
    listed = case.entry.get("evidence")
    for item in listed.items if isinstance(listed, Sequence) else ():
        title = item.get("title") if isinstance(item, Mapping) else None
        if isinstance(title, Scalar) and _same(title.text, EXAMPLE_TITLE):
            message, found, fix = (
                "title: these are the example’s words",
                title.text,
                "write the title of what is linked",
            )
            yield Problem(case.file, title.line, title.column, message, found, allowed, fix)


def _same(text: str | None, example: str) -> bool:
    """True for the example's words, or for more than half of them from its beginning on."""
    words = " ".join((text or "").split()).rstrip(".").casefold()
    return 2 * len(words) > len(example) and example.casefold().startswith(words)


RULES: tuple[Callable[[_Case], Iterator[Problem]], ...] = (
    _not_in_the_future,
    _not_before_signing,
    _recorded_after_it_happened,
    _completed_with_evidence,
    _verified_with_evidence,
    _extended_with_reason,
    _says_something,
    _not_the_examples_words,
)


def entry_problems(
    file: str, entry: Mapping, values: dict[str, Any], signed: date | None, today: date
) -> list[Problem]:
    """The problems of one entry, every rule applied. ``today`` is the clock's day."""
    case = _Case(file, entry, values, signed, today)
    return [problem for rule in RULES for problem in rule(case)]
