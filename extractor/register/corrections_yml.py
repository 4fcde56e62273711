"""``corrections.yml``: what a maintainer sets in place of the machine's reading, each with a reason.

A correction names an obligation by its permanent id. It sets fields, or rejects the obligation, or adds one that the
extractor did not find; an added one quotes the order's text, so that nothing is invented. Or it names a passage that is
unread, by its words and its citation, and says why it is no obligation.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from extractor.find.keys import key_of
from extractor.problems import Problem, with_lines
from extractor.yaml.field_types import Flag, IsoDate, Text, WholeNumber
from extractor.yaml.fields import SourceModel, read_fields
from extractor.yaml.schema_line import first_line
from extractor.yaml.text import decode, hidden_characters
from extractor.yaml.tree import Mapping, Node, Scalar, Sequence, read_yaml

LARGEST = 500_000  # bytes
HEAD = """\
{first_line}
# Corrections of what the extractor read in {order_id}. Each sets fields of one obligation, rejects it, or adds one that
# was not found, and says why; its page shows that it was corrected. You need no programming: .github/CONTRIBUTING.md,
# "Correct a wrong reading", has an example of each, and what the fields mean.
#
#   - id: 2-e
#     date: 2026-07-20
#     set:
#       responsible: Director of the Office of Management and Budget
#       in_consultation_with:
#         - National Cyber Director
#     reason: Why the order's words say so, in a sentence.
#
# "id" is the last part of the page's address, "date" the day on which you write this. In the place of "set:" there can
# be "reject: true", or "add:" with the whole obligation. "set:" takes kind, responsible, through, in_consultation_with,
# in_coordination_with, action and deadline. Run "tracker accept {order_id}" afterwards: what was accepted once is
# changed for readers by nothing else. A passage that is unread, and is no obligation, is closed by an item with
# "passage:" (its words), "citation:" and "none:" (why it is none).
corrections:
"""
_Names = Annotated[
    Text | Annotated[tuple[Text, ...], Field(min_length=1)] | None, Field(description="a name, or a list of names")
]


class DeadlineCorrection(SourceModel):
    """A deadline's values, named as in the exported data."""

    kind: Literal["relative", "event", "fixed", "recurring", "vague", "none"] = Field(
        title="what kind of deadline it is"
    )
    amount: WholeNumber | None = Field(None, title="how many")
    unit: Literal["hours", "days", "business days", "weekdays", "weeks", "months", "years"] | None = Field(
        None, title="of what"
    )
    direction: Literal["after", "before"] | None = Field(None, title="after the event or before it")
    event: Text | None = Field(None, title="what it runs from, in the order’s words")
    date: IsoDate | None = Field(None, title="the day, where the order names one")
    recurs: Text | None = Field(None, title="how often, in the order’s words")
    recurrence: Text | None = Field(None, title="the same as a rule of RFC 5545, such as FREQ=YEARLY")
    at_event: Flag | None = Field(None, title="that the event’s own day is the day")
    reference: Text | None = Field(None, title="the obligation whose completion is the event, by its id")
    quote: Text | None = Field(None, title="the order’s words that set the deadline")


class SetFields(SourceModel):
    """The fields that a correction may set; ``responsible`` alone clears the officers of ``through``."""

    kind: Literal["duty", "prohibition"] | None = Field(None, title="whether it is a duty or a prohibition")
    responsible: _Names = Field(None, title="who must act")
    through: _Names = Field(None, title="the officers through whom they act")
    in_consultation_with: _Names = Field(None, title="who must be consulted")
    in_coordination_with: _Names = Field(None, title="with whom it must be coordinated")
    action: Text | None = Field(None, title="what must be done, in the order’s words")
    deadline: DeadlineCorrection | None = Field(
        None, title="by when", description="kind, amount, unit and what applies"
    )


class AddFields(SetFields):
    """A whole obligation; ``quote`` and ``action`` are the order's own words."""

    citation: Text = Field(title="where it stands, such as 2(c)")
    modal: Text = Field("shall", title="the word that obliges")
    quote: Text = Field(title="the sentence, word for word")
    action: Text = Field(title="what must be done, word for word")


class CorrectionFields(SourceModel):
    """One correction: exactly one of ``set``, ``reject`` and ``add``, and always a reason."""

    id: Text = Field(title="which obligation; with add, an id of its own")
    date: IsoDate = Field(title="the day of the correction")
    set: SetFields | None = Field(
        None, title="what is wrong, set right", description="the fields, each with its right value"
    )
    reject: Flag | None = Field(None, title="that it is no obligation")
    add: AddFields | None = Field(None, title="an obligation that was not found", description="the whole obligation")
    reason: Text = Field(title="why, in a sentence")


class PassageFields(SourceModel):
    """A passage that was unread, and is no obligation: a person has compared it with the text and says why."""

    passage: Text = Field(title="the passage, or words of it, word for word")
    citation: Text = Field(title="where it stands, such as 2(c)")
    none: Text = Field(title="why it is no obligation, in a sentence")
    date: IsoDate | None = Field(None, title="the day of the correction")


class CorrectionsFile(SourceModel):
    """The whole file."""

    corrections: tuple[CorrectionFields | PassageFields, ...] = Field(
        default=(), title="the corrections", description="a list; each item begins with “- id:” or “- passage:”"
    )


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. ``values`` are the fields to set, by their names in the file; names are tuples of text.

    ``kind``: set | reject | add | none. ``none`` closes an unread passage: it has no key and maybe no day, and its
    ``values`` are the passage's words and its citation.
    """

    key: str
    kind: str
    reason: str
    on: date | None
    values: dict[str, Any]
    line: int


def empty_corrections(order_id: str) -> bytes:
    """The file of an order that has no correction yet: a head that explains it, and the list to write below."""
    return HEAD.format(first_line=first_line("corrections"), order_id=order_id).encode("utf-8")


def read_corrections(
    raw: bytes, file: str, order_id: str, today: date = date.max
) -> tuple[tuple[Correction, ...], list[Problem]]:
    """The corrections in a file's bytes and every problem in it. An empty file has none of either.

    ``today``: the clock's day; no correction was made after it.
    """
    if len(raw) > LARGEST:
        return (), [Problem(file, 0, 0, "the file is too large", f"{len(raw):,} bytes", f"up to {LARGEST:,} bytes")]
    text, problems = decode(raw, file)
    problems += hidden_characters(text, file)
    root, faults = read_yaml(text, file)
    problems += faults
    if root is None or isinstance(root, Scalar) and root.text is None:
        return (), with_lines(problems, {file: text})
    reader = _Reader(file, order_id, today)
    found = reader.read(root)
    return found, with_lines(problems + reader.problems, {file: text})


class _Reader:
    """Reads one file and collects its problems."""

    def __init__(self, file: str, order_id: str, today: date):
        self._file, self._order_id, self._today = file, order_id, today
        self.problems: list[Problem] = []

    def read(self, root: Node) -> tuple[Correction, ...]:
        """The corrections of the list under ``corrections:``."""
        values, self.problems = read_fields(CorrectionsFile, root, self._file)
        items = root.get("corrections") if isinstance(root, Mapping) else None
        nodes = items.items if isinstance(items, Sequence) else ()
        read = [self._correction(node, item) for node, item in zip(nodes, values["corrections"], strict=False)]
        return tuple(each for each in read if each)

    def _correction(self, node: Node, values: dict[str, Any]) -> Correction | None:
        if not isinstance(node, Mapping):
            return None
        if "passage" in values:
            return self._closing(node, values)
        kinds = [kind for kind in ("set", "reject", "add") if values[kind] or node.get(kind)]
        if len(kinds) != 1:
            fix = (
                "keep one of them; write a correction of its own for the other" if kinds else "add “set:” and the field"
            )
            self._add(node, "a correction does one thing", " and ".join(kinds) or "none", "set, reject or add", fix)
            return None
        if not (values["id"] and values["date"] and values["reason"]):
            return None
        own = self._own_values(kinds[0], node.get(kinds[0]), values[kinds[0]])
        key = values["id"].removeprefix(f"{self._order_id}/")
        self._judge(node, key, kinds[0], values, own)
        return Correction(key, kinds[0], values["reason"], values["date"], own, node.line)

    def _closing(self, node: Mapping, values: dict[str, Any]) -> Correction | None:
        """What closes an unread passage, if it is whole."""
        words, citation, reason = values["passage"], values["citation"], values["none"]
        self._judge_day(node, values["date"])
        if not (words and citation and reason):
            return None
        return Correction("", "none", reason, values["date"], {"passage": words, "citation": citation}, node.line)

    def _judge_day(self, node: Mapping, day: date | None) -> None:
        """No correction was made after today."""
        if day and day > self._today:
            allowed = f"{self._today} or earlier"
            self._add(node.get("date") or node, "date: in the future", str(day), allowed, "correct the date")

    def _judge(self, node: Mapping, key: str, kind: str, values: dict[str, Any], own: dict[str, Any]) -> None:
        """What must hold between the fields of one correction."""
        self._judge_day(node, values["date"])
        if kind == "add" and "citation" in own and not _is_key_of(key, own["citation"]):
            base = key_of(own["citation"])
            fix = f"write {base}, or {base}_2 where that is another’s"
            self._add(node.get("id") or node, "id: not that of its citation", key, f"{base}, {base}_2, …", fix)
        if deadline := own.get("deadline"):
            part = node.get(kind)
            place = part.get("deadline") if isinstance(part, Mapping) else None
            for message, allowed in _deadline_faults(deadline):
                self._add(place or node, f"deadline: {message}", deadline["kind"], allowed, f"add {allowed}")

    def _own_values(self, kind: str, node: Node | None, values: Any) -> dict[str, Any]:
        """What is set: names as tuples of text, the deadline without what is not given."""
        if kind == "reject" or not isinstance(values, dict):
            return {}
        given = {name: value for name, value in values.items() if value is not None}
        for name in NAMES & given.keys():
            given[name] = (given[name],) if isinstance(given[name], str) else tuple(given[name])
        if "deadline" in given:
            deadline = {name: value for name, value in given.pop("deadline").items() if value is not None}
            given |= {"deadline": deadline} if "kind" in deadline else {}  # else it has its problem already
        if kind == "set" and node and not given and not self.problems:
            fields = ", ".join(SetFields.model_fields)
            self._add(node, "a correction that sets nothing", "nothing", fields, "add the field that is wrong")
        return given

    def _add(self, node: Node, message: str, found: str | None, allowed: str, fix: str | None) -> None:
        self.problems.append(Problem(self._file, node.line, node.column, message, found, allowed, fix))


NAMES = {"responsible", "through", "in_consultation_with", "in_coordination_with"}
_CITATION = re.compile(r"(?:\d+[A-Za-z]?(?:\.\d+)*(?:\([A-Za-z0-9]{1,6}\))*|p\d+)")


def _is_key_of(key: str, citation: str) -> bool:
    """True for ``2-c`` or ``2-c_3`` of ``2(c)``: a key that an obligation there can have."""
    base, _, number = key.partition("_")
    is_number = not number or bool(re.fullmatch(r"[1-9]\d{0,3}", number))
    return bool(_CITATION.fullmatch(citation)) and base == key_of(citation) and is_number


def _deadline_faults(deadline: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """What a deadline of its kind must have, and what is missing."""
    kind = deadline["kind"]
    if kind == "relative" and not {"amount", "unit"} <= deadline.keys():
        yield "a period without its length", "amount and unit"
    if kind == "fixed" and "date" not in deadline:
        yield "a day that is not named", "date"
    if kind == "event" and "event" not in deadline:
        yield "an event that is not named", "event"
    if kind == "recurring" and "recurs" not in deadline:
        yield "a recurrence that is not named", "recurs"
    if ("amount" in deadline) != ("unit" in deadline):
        yield "a number without its unit, or a unit without a number", "amount and unit"
    if kind in ("none", "vague") and len(deadline.keys() - {"quote"}) > 1:
        yield "a length or a day where there is none", "another kind"
    if "recurrence" in deadline and not re.fullmatch(_RULE, deadline["recurrence"]):
        yield "no rule of RFC 5545", "a rule such as FREQ=YEARLY or FREQ=MONTHLY;INTERVAL=3"


_RULE = r"FREQ=(?:DAILY|WEEKLY|MONTHLY|YEARLY)(?:;[A-Z]+=[A-Z0-9,+-]+)*"
