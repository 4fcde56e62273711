"""``corrections.yml``: what a maintainer sets in place of the machine's reading, each with a reason.

A correction names an obligation by its permanent id. It sets fields, or rejects the obligation, or adds one that the
extractor did not find; an added one quotes the order's text, so that nothing is invented.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from extractor.problems import Problem, with_lines
from extractor.yaml.field_types import IsoDate, Text, WholeNumber
from extractor.yaml.fields import SourceModel, read_fields
from extractor.yaml.text import decode, hidden_characters
from extractor.yaml.tree import Mapping, Node, Scalar, Sequence, describe, read_yaml, shown

LARGEST = 500_000  # bytes
_WHOLE = dict[str, Any]  # a map that is read by a model of its own
_Names = Annotated[Text | tuple[Text, ...] | None, Field(description="a name, or a list of names")]


class CorrectionFields(SourceModel):
    """One correction: exactly one of ``set``, ``reject`` and ``add``, and always a reason."""

    id: Text
    date: IsoDate
    set: _WHOLE | None = Field(default=None, description="the fields to set, each with its right value")
    reject: Literal["true"] | None = None
    add: _WHOLE | None = Field(default=None, description="the whole obligation")
    reason: Text


class CorrectionsFile(SourceModel):
    """The whole file."""

    corrections: tuple[CorrectionFields, ...] = Field(default=(), description="the corrections, one after another")


class DeadlineCorrection(SourceModel):
    """A deadline's values, named as in the exported data."""

    kind: Literal["relative", "event", "fixed", "recurring", "vague", "none"]
    amount: WholeNumber | None = None
    unit: Literal["hours", "days", "business days", "weeks", "months", "years"] | None = None
    direction: Literal["after", "before"] | None = None
    event: Text | None = None
    date: IsoDate | None = None
    recurs: Text | None = None
    recurrence: Text | None = None
    at_event: Literal["true"] | None = None
    reference: Text | None = None
    quote: Text | None = None


class SetFields(SourceModel):
    """The fields that a correction may set. ``responsible`` alone clears the officers of ``through``."""

    kind: Literal["duty", "prohibition"] | None = None
    responsible: _Names = None
    through: _Names = None
    in_consultation_with: _Names = None
    in_coordination_with: _Names = None
    action: Text | None = None
    deadline: _WHOLE | None = Field(default=None, description="kind, amount, unit and what else applies")


class AddFields(SetFields):
    """A whole obligation; ``quote`` and ``action`` are the order's own words."""

    citation: Text
    modal: Text = "shall"
    quote: Text
    action: Text


@dataclass(frozen=True, slots=True)
class Correction:
    """One correction. ``values`` are the fields to set, by their names in the file; names are tuples of text.

    ``kind``: set | reject | add. ``lines`` are the places of the fields in the file, for messages.
    """

    key: str
    kind: str
    reason: str
    on: date
    values: dict[str, Any]
    line: int


def read_corrections(raw: bytes, file: str, order_id: str) -> tuple[tuple[Correction, ...], list[Problem]]:
    """The corrections in a file's bytes and every problem in it. An empty file has none of either."""
    if len(raw) > LARGEST:
        return (), [Problem(file, 0, 0, "the file is too large", f"{len(raw):,} bytes", f"up to {LARGEST:,} bytes")]
    text, problems = decode(raw, file)
    problems += hidden_characters(text, file)
    root, faults = read_yaml(text, file)
    problems += faults
    if root is None or isinstance(root, Scalar) and root.text is None:
        return (), with_lines(problems, {file: text})
    reader = _Reader(file, order_id)
    found = reader.read(root)
    return found, with_lines(problems + reader.problems, {file: text})


class _Reader:
    """Reads one file and collects its problems."""

    def __init__(self, file: str, order_id: str):
        self._file, self._order_id = file, order_id
        self.problems: list[Problem] = []

    def read(self, root: Node) -> tuple[Correction, ...]:
        """The corrections of the list under ``corrections:``."""
        items = root.get("corrections") if isinstance(root, Mapping) else None
        if isinstance(root, Mapping):
            for key, _ in root.pairs:
                if key.text != "corrections":
                    allowed = "corrections, with a list below it"
                    self._add(key, "unknown field", shown(key.text or "") or "nothing", allowed, "delete it")
        if isinstance(items, Scalar) and items.text is None:
            return ()
        if not isinstance(items, Sequence):
            fix = "write “corrections:”, and below it the first correction, beginning with “  - id: ”"
            self._add(items or root, "not a list of corrections", describe(items), "a list of corrections", fix)
            return ()
        read = [self._correction(item) for item in items.items]
        return tuple(each for each in read if each)

    def _correction(self, item: Node) -> Correction | None:
        values = self._fields(CorrectionFields, item)
        if not isinstance(item, Mapping) or not (values["id"] and values["date"] and values["reason"]):
            return None
        kinds = [kind for kind in ("set", "reject", "add") if item.get(kind)]
        if len(kinds) != 1:
            fix = (
                "keep one of them; write a correction of its own for the other" if kinds else "add “set:” and the field"
            )
            self._add(item, "a correction does one thing", " and ".join(kinds) or "none", "set, reject or add", fix)
            return None
        key = values["id"].removeprefix(f"{self._order_id}/")
        own = self._own_values(kinds[0], item.get(kinds[0]))
        return Correction(key, kinds[0], values["reason"], values["date"], own, item.line)

    def _own_values(self, kind: str, node: Node | None) -> dict[str, Any]:
        """What is set, each list of names as a tuple, the deadline as its own fields."""
        if kind == "reject" or node is None:
            return {}
        values = self._fields(SetFields if kind == "set" else AddFields, node)
        given = {name: value for name, value in values.items() if value is not None}
        for name in NAMES & given.keys():
            given[name] = self._names(name, node.get(name) if isinstance(node, Mapping) else None)
        if "deadline" in given and isinstance(node, Mapping):
            deadline = self._fields(DeadlineCorrection, node.get("deadline"))
            if deadline["kind"]:  # else it has its problem already
                given["deadline"] = {name: value for name, value in deadline.items() if value is not None}
            else:
                del given["deadline"]
        if kind == "set" and not given:
            fields = ", ".join(SetFields.model_fields)
            self._add(node, "a correction that sets nothing", "nothing", fields, "add the field that is wrong")
        return given

    def _names(self, name: str, node: Node | None) -> tuple[str, ...]:
        items = node.items if isinstance(node, Sequence) else (node,)
        texts = [item.text.strip() for item in items if isinstance(item, Scalar) and item.text and item.text.strip()]
        if len(texts) != len(items) and node:
            self._add(
                node, f"{name}: not a name", describe(node), "a name, or a list of names", "write one name a line"
            )
        return tuple(texts)

    def _fields(self, model: type[SourceModel], node: Node | None) -> dict[str, Any]:
        values, faults = read_fields(model, node, self._file)
        self.problems += faults
        return values

    def _add(self, node: Node | Scalar, message: str, found: str | None, allowed: str, fix: str | None) -> None:
        self.problems.append(Problem(self._file, node.line, node.column, message, found, allowed, fix))


NAMES = {"responsible", "through", "in_consultation_with", "in_coordination_with"}
