"""``register.yml``: read and written by the tracker, shown to maintainers in pull requests.

A register is long, so libyaml reads it and not the parser that knows places; where something is wrong, the file is read
a second time for the place. Every value is text to the reader: ``4`` is a key and ``2026-06-02`` a date because the
model says so.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Any

import yaml
from pydantic import ValidationError

from extractor.acceptance import Acceptance, AcceptedChange, LookedAt, OrderAcceptance, Retirement
from extractor.problems import Problem
from extractor.register.register import Record, Register
from extractor.register.register_fields import ChangeFields, RecordFields, RegisterFile
from extractor.yaml.schema_line import first_line
from extractor.yaml.text import decode
from extractor.yaml.tree import Mapping, Node, Sequence, read_yaml

LARGEST = 5_000_000  # bytes; the longest order of the last ten years makes 300,000
HEAD = """\
{first_line}
# What this site says of {order_id}: the reading that a maintainer accepted. “tracker accept {order_id}” writes this file.
# It is not edited by hand: a wrong reading is set right in corrections.yml, and accepted again.
"""
_BASE_LOADER: Any = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_SAFE_DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
_KEY_LINE = re.compile(r"^  (?P<quote>['\"]?)(?P<key>[^\s'\":][^'\":]*)(?P=quote):\s*$")


class _Dumper(_SAFE_DUMPER):  # type: ignore[misc]
    """Writes every value out, also one that comes twice."""

    def ignore_aliases(self, data: object) -> bool:
        """No anchors, no aliases."""
        return True


class _Loader(_BASE_LOADER):  # type: ignore[misc]
    """Reads every value as text, and refuses a key that comes twice, as a merge by hand may leave it."""

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:
        """A map whose keys are all different."""
        seen: set[str] = set()
        for key, _ in node.value:
            if key.value in seen:
                raise yaml.constructor.ConstructorError(None, None, f"{key.value} is there twice", key.start_mark)
            seen.add(key.value)
        found: dict[Any, Any] = super().construct_mapping(node, deep)
        return found


def read_register(raw: bytes, file: str, order_id: str) -> tuple[Register | None, list[Problem]]:
    """The register in a file's bytes, or ``None`` with its problems."""
    if len(raw) > LARGEST:
        return None, [
            Problem(file, 0, 0, "the file is too large", f"{len(raw):,} bytes", f"up to {LARGEST:,} bytes", _FIX)
        ]
    text, problems = decode(raw, file)
    if problems:
        return None, problems
    try:
        if _has_alias(text):
            return None, _places(text, file) or [_unreadable(file, "it uses an alias")]
        model = RegisterFile.model_validate(yaml.load(text, Loader=_Loader))
    except yaml.MarkedYAMLError as error:
        return None, _places(text, file) or [_unreadable(file, str(error.problem), error.problem_mark)]
    except yaml.YAMLError as error:
        return None, _places(text, file) or [_unreadable(file, str(error))]
    except ValidationError as error:
        return None, _faults(error, text, file)
    return _register(model, order_id, text), []


def register_yml(register: Register) -> bytes:
    """A register as its file: the same bytes for the same register, one value a line."""
    content: dict[str, Any] = {
        "order": _typed(register.order),
        "sha256": register.sha256,
        "accepted": register.acceptance.on,
        "changes": [_change(change) for change in register.acceptance.changes],
        "calendars": list(register.acceptance.calendars),
        "looked_at": [{"citation": each.citation, "words": each.words} for each in register.acceptance.looked_at],
        "obligations": {record.key: _record(record) for record in register.records},
    }
    body: str = yaml.dump(
        _present(content), Dumper=_Dumper, sort_keys=False, allow_unicode=True, width=110, default_flow_style=False
    )
    return (HEAD.format(first_line=first_line("register"), order_id=register.order_id) + body).encode("utf-8")


def _record(record: Record) -> dict[str, Any]:
    acceptance = record.acceptance
    retired = acceptance.retired
    return {
        **record.fields,
        "deadline": _typed(record.fields["deadline"]),
        "words": record.words,
        **_present({"lead_in": record.lead_in or None, "read": list(record.read)}),
        "accepted": acceptance.on,
        **_present(
            {
                "reviewed": list(record.reviewed),
                "changes": [_change(change) for change in acceptance.changes],
                "carried": acceptance.carried or None,
                "last_due": acceptance.last_due,
                "retired": {"on": retired.on, "reason": retired.reason} if retired else None,
                "rejected": record.rejected,
            }
        ),
    }


def _change(change: AcceptedChange) -> dict[str, Any]:
    return _present({"on": change.on, "what": change.what, "was": dict(change.was)})


def _typed(values: dict[str, Any]) -> dict[str, Any]:
    """Dates, whole numbers and ``true`` as YAML's own, so that they stand without quotation marks."""
    return {name: _typed(value) if isinstance(value, dict) else _own_type(value) for name, value in values.items()}


def _own_type(value: str) -> object:
    if value == "true":
        return True
    if re.fullmatch(r"[1-9]\d{0,8}", value):
        return int(value)
    try:
        return date.fromisoformat(value) if re.fullmatch(r"\d{4}-\d\d-\d\d", value, re.ASCII) else value
    except ValueError:  # a title may look like a day that there is not
        return value


def _present(values: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value not in (None, [], {})}


def _register(model: RegisterFile, order_id: str, text: str) -> Register:
    found = ((number, _KEY_LINE.match(line)) for number, line in enumerate(text.split("\n"), 1))
    lines = {match["key"]: number for number, match in found if match}  # no other line has this form
    looked_at = tuple(LookedAt(each.citation, each.words) for each in model.looked_at)
    acceptance = OrderAcceptance(model.accepted, _changes(model.changes), model.calendars, looked_at)
    records = tuple(_read_record(key, fields) for key, fields in model.obligations.items())
    return Register(order_id, dict(model.order), model.sha256, acceptance, records, lines)


def _read_record(key: str, fields: RecordFields) -> Record:
    own = _as_text(fields.model_dump(include=_OWN, exclude_defaults=True, mode="json"))
    retired = Retirement(fields.retired.on, fields.retired.reason) if fields.retired else None
    acceptance = Acceptance(fields.accepted, _changes(fields.changes), retired, fields.carried, fields.last_due)
    return Record(
        key,
        {"actors": [], "deadline": {"kind": "none"}} | own,
        fields.words,
        acceptance,
        fields.reviewed,
        fields.rejected,
        fields.lead_in,
        fields.read,
    )


def _as_text(value: Any) -> Any:
    """A record's values as ``fields_of`` gives them: dates, numbers and ``true`` are text."""
    if isinstance(value, dict):
        return {name: _as_text(each) for name, each in value.items()}
    if isinstance(value, list | tuple):
        return [_as_text(each) for each in value]
    return "true" if value is True else str(value)


_OWN = {"citation", "kind", "modal", "actors", "consulting", "coordinating", "action", "deadline", "quote"}


def _changes(found: tuple[ChangeFields, ...]) -> tuple[AcceptedChange, ...]:
    return tuple(AcceptedChange(each.on, each.what, tuple(each.was.items())) for each in found)


_FIX = "take the file from the last commit, or run tracker accept on the reading again"


def _has_alias(text: str) -> bool:
    """Only where a ``*`` could be one is the file asked: an alias would let a short file grow without end."""
    if not re.search(r"(?:^|[\s\[{,:-])\*\w", text):
        return False
    return any(isinstance(event, yaml.AliasEvent) for event in yaml.parse(text, Loader=_Loader))


def _places(text: str, file: str) -> list[Problem]:
    return read_yaml(text, file)[1]


def _unreadable(file: str, why: str, mark: Any = None) -> Problem:
    line, column = (mark.line + 1, mark.column + 1) if mark else (0, 0)
    message = f"the register cannot be read: {' '.join(why.split())[:100]}"
    return Problem(file, line, column, message, None, None, _FIX)


def _faults(error: ValidationError, text: str, file: str) -> list[Problem]:
    """A problem at the place of each field that the model refuses."""
    root, problems = read_yaml(text, file)
    for fault in error.errors(include_url=False):
        path = [str(part) for part in fault["loc"] if part != "[key]"]
        line, column = _place(root, path)
        found = fault["input"] if isinstance(fault["input"], str) else None
        problems.append(
            Problem(file, line, column, f"{'.'.join(path) or 'register'}: {fault['msg']}", found, None, _FIX)
        )
    return problems


def _place(node: Node | None, path: list[str]) -> tuple[int, int]:
    """The line and column of the deepest node on a path that exists."""
    place = (node.line, node.column) if node else (0, 0)
    for part in path:
        if isinstance(node, Mapping):
            node = node.get(part)
        elif isinstance(node, Sequence) and part.isdigit() and int(part) < len(node.items):
            node = node.items[int(part)]
        else:
            break
        if node is None:
            break
        place = (node.line, node.column)
    return place
