"""The fields of every kind of record in words, from the same schemas that programs read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from pydantic.json_schema import models_json_schema

from extractor.publish.api.schemas import JSON_FILES

_WORDS = {"string": "text", "integer": "whole number", "boolean": "true or false", "null": "null"}


@dataclass(frozen=True, slots=True)
class Field:
    """One field: its name, what it can hold in words, what it means."""

    name: str
    holds: str
    means: str


@dataclass(frozen=True, slots=True)
class FieldTable:
    """One kind of record: its name in the schemas, what it is, its fields in order."""

    name: str
    about: str
    fields: tuple[Field, ...]


def field_tables() -> tuple[FieldTable, ...]:
    """Every kind of record that a file holds, each file and record before those that it is made of."""
    models = [each.model for each in JSON_FILES]
    found: dict[str, Any] = models_json_schema([(model, "serialization") for model in models])[1]["$defs"]
    names = _from_the_top((model.__name__ for model in models), found)
    return tuple(_table(name, found[name]) for name in names)


def _from_the_top(names: Iterable[str], found: dict[str, Any]) -> list[str]:
    """The names with those that they refer to, each once, level by level."""
    order = list(names)
    for name in order:  # it grows as it is read
        order += [each for each in _named_in(found[name]) if each not in order]
    return list(dict.fromkeys(order))


def _named_in(part: Any) -> Iterator[str]:
    """Every record that a schema refers to."""
    if isinstance(part, list):
        for each in part:
            yield from _named_in(each)
    elif isinstance(part, dict):
        if "$ref" in part:
            yield part["$ref"].rpartition("/")[2]
        for each in part.values():
            yield from _named_in(each)


def _table(name: str, schema: dict[str, Any]) -> FieldTable:
    fields = (Field(key, holds(part), part.get("description", "")) for key, part in schema["properties"].items())
    return FieldTable(name, schema.get("description", ""), tuple(fields))


def holds(part: dict[str, Any]) -> str:
    """What a schema allows, in words: ``list of text``, ``date or null``, ``Deadline``, ``after, before or null``."""
    if "$ref" in part:
        return str(part["$ref"].rpartition("/")[2])
    if "anyOf" in part:
        return " or ".join(holds(each) for each in part["anyOf"])
    if "enum" in part or "const" in part:
        return ", ".join(part.get("enum") or [part["const"]])
    if part["type"] == "array":
        return f"list of {_items(part)}"
    if part["type"] == "object":
        return f"map of {holds(part['additionalProperties'])}"
    return "date" if part.get("format") == "date" else _WORDS[part["type"]]


def _items(part: dict[str, Any]) -> str:
    """What a list holds: the same over and over, or one of each in order."""
    if "prefixItems" in part:
        return " and ".join(holds(each) for each in part["prefixItems"])
    return holds(part["items"])
