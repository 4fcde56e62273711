"""A pydantic model + a YAML tree → the model's fields, and a problem with place, allowed values and fix for each fault.

The model is the only description of a file: the words of ``allowed`` come from its field types and descriptions.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel, ConfigDict, TypeAdapter, ValidationError
from pydantic.fields import FieldInfo

from extractor.problems import Problem, did_you_mean, listed
from extractor.words.other_dates import date_meant
from extractor.yaml.field_types import OtherWords, Prose
from extractor.yaml.likely import quoted
from extractor.yaml.tree import Mapping, Node, Scalar, Sequence, describe, shown

_REASONS = {  # pydantic's error types in a reader's words; any other keeps its own message
    "literal_error": "unknown value",
    "string_type": "not a text",
    "int_type": "not a whole number",
    "dict_type": "fields are expected below it",
    "string_too_short": "there is nothing here",
    "string_pattern_mismatch": "not in the form that is needed",
    "greater_than_equal": "too small",
    "less_than_equal": "too large",
}


_ADDRESS = re.compile(r"https?://\S+")


class SourceModel(BaseModel):
    """What the models of all source files have in common: no unknown fields, no blanks around text."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)


def read_fields(model: type[SourceModel], node: Node | None, file: str) -> tuple[dict[str, Any], list[Problem]]:
    """The fields of a map as the model converts them, and a problem for each fault.

    A field that is absent or faulty has the model's default, or ``None`` where it has none, so that rules between
    fields can still be judged. A field with nothing after its colon counts as absent.
    """
    if not isinstance(node, Mapping):
        line, column = (node.line, node.column) if node else (0, 0)
        allowed = f"fields such as {', '.join(model.model_fields)}"
        fix = _fields_meant(model, node)
        problems = [Problem(file, line, column, "fields are expected here", describe(node), allowed, fix)]
        return {name: _default(field) for name, field in model.model_fields.items()}, problems
    problems = [*repeated_keys(node, file), *_unknown_fields(model, node, file)]
    values = {}
    for name, field in model.model_fields.items():
        values[name], faults = _read_field(model, name, field, node, file)
        problems += faults
    return values, problems


def _fields_meant(model: type[SourceModel], node: Node | None) -> str | None:
    """``date:2026-06-10`` lacks a blank; an address stands where ``url`` is one field of two."""
    text = node.text or "" if isinstance(node, Scalar) else ""
    if match := re.fullmatch(r"([a-z_]+):(?!//)(\S.*)", text, re.DOTALL):
        return f"put a blank after the colon: {match[1]}: {shown(match[2])}"
    if match := _ADDRESS.match(text):
        return _lines_meant(model, match[0])
    return None


def _lines_meant(model: type[SourceModel], address: str) -> str | None:
    """The lines of an item that is an address and what is needed beside it."""
    if "url" not in model.model_fields:
        return None
    others = [name for name, field in model.model_fields.items() if field.is_required() and name != "url"]
    lines = [f"- url: {address}", *(f"  {name}: …" for name in others)]
    return "write, in lines of their own:\n" + "\n".join(" " * 12 + line for line in lines)


def repeated_keys(node: Mapping, file: str) -> list[Problem]:
    """A problem for each key of a map that came before."""
    return [
        Problem(
            file, key.line, key.column, "the same field twice", f"{shown(key.text or '')}, first at line {first.line}",
            "each field once", f"keep one of the two, at line {first.line} or at line {key.line}",
        )
        for key, first in node.repeated()
    ]  # fmt: skip


def _unknown_fields(model: type[SourceModel], node: Mapping, file: str) -> list[Problem]:
    fields = model.model_fields
    return [
        Problem(
            file, key.line, key.column, "unknown field", shown(key.text or "") or "nothing", listed(fields, 20),
            nearest_word(key.text or "", fields) or _field_below(model, key.text or ""),
        )
        for key, _ in node.pairs
        if key.text not in fields
    ]  # fmt: skip


def _field_below(model: type[SourceModel], key: str) -> str | None:
    """Where a key that is no field of the model belongs: further right, below one of its fields."""
    for name, field in model.model_fields.items():
        below = (*_item_models(field), _map_model(field))
        if any(each and key in each.model_fields for each in below):
            return f"indent it further: “{key}” is a field of “{name}”"
    free = [name for name, field in model.model_fields.items() if get_origin(field.annotation) is dict]
    return f"indent it further if it belongs to “{free[0]}”; else delete it" if free else None


def _read_field(
    model: type[SourceModel], name: str, field: FieldInfo, owner: Mapping, file: str
) -> tuple[Any, list[Problem]]:
    node = owner.get(name)
    cut = _cut_at_a_comment(name, field, node, file)
    if node is None or (isinstance(node, Scalar) and node.text is None):
        absent = [_missing(name, field, owner, node, file)] if field.is_required() else []
        return _default(field), cut or absent
    if map_model := _map_model(field):
        return read_fields(map_model, node, file)
    if item_models := _item_models(field):
        return _read_items(name, item_models, node, file)
    try:
        return _adapter(model, name).validate_python(_plain(node)), cut
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
    reason = _REASONS.get(fault["type"], fault["msg"])
    problem = Problem(file, node.line, node.column, f"{name}: {reason}", describe(node), allowed_values(field))
    return _default(field), cut or [replace(problem, fix=_fix(field, node))]


def _cut_at_a_comment(name: str, field: FieldInfo, node: Node | None, file: str) -> list[Problem]:
    """``note: see #12`` is ``see`` to YAML: nobody who writes words means that."""
    if not isinstance(node, Scalar) or node.comment is None or not _is_prose(field):
        return []
    left, behind = " ".join((node.text or "").split()), node.comment
    words = quoted(f"{left} {behind.text}".strip())
    found = f"only “{shown(left)}” is read" if left else "nothing is read"
    fix = f"put the words in quotes: {name}: {words}" + (
        "; a comment goes on a line of its own" if re.match(r"#\s", behind.text or "") else ""
    )
    message = f"{name}: cut at the “#”, behind which YAML sees a comment"
    return [Problem(file, behind.line, behind.column, message, found, "text in quotes where it holds “ #”", fix)]


def _is_prose(field: FieldInfo) -> bool:
    return Prose in field.metadata or any(Prose in getattr(p, "__metadata__", ()) for p in get_args(field.annotation))


def _read_items(
    name: str, models: tuple[type[SourceModel], ...], node: Node, file: str
) -> tuple[tuple[dict[str, Any], ...], list[Problem]]:
    if not isinstance(node, Sequence):
        first = " or ".join(f"“- {next(iter(model.model_fields))}:”" for model in models)
        message, allowed = f"{name}: no items that begin with “- ”", f"items, each beginning with {first}"
        fix = _items_meant(models[0], node)
        return (), [Problem(file, node.line, node.column, message, describe(node), allowed, fix)]
    items, problems = [], []
    for item in node.items:
        values, faults = read_fields(_model_of(item, models), item, file)
        items.append(values)
        problems += faults
    return tuple(items), problems


def _model_of(item: Node, models: tuple[type[SourceModel], ...]) -> type[SourceModel]:
    """Of the kinds of items that a list takes, the one that knows most of an item's fields; the first of equals."""
    keys = {key.text for key, _ in item.pairs} if isinstance(item, Mapping) else set()
    return max(models, key=lambda model: len(keys & model.model_fields.keys()))


def _items_meant(model: type[SourceModel], node: Node) -> str | None:
    if isinstance(node, Mapping):
        return "put “- ” before the first of these fields, and two blanks before each of the others"
    address = _ADDRESS.match(node.text or "") if isinstance(node, Scalar) else None
    return _lines_meant(model, address[0]) if address else None


def _missing(name: str, field: FieldInfo, owner: Mapping, node: Node | None, file: str) -> Problem:
    place = node or owner
    found = "nothing" if node is None else f"{name}: with nothing after it"
    allowed = allowed_values(field)
    return Problem(file, place.line, place.column, f"the field “{name}” is missing", found, allowed, f"add “{name}: …”")


def _default(field: FieldInfo) -> Any:
    return None if field.is_required() else field.get_default(call_default_factory=True)


@cache
def _adapter(model: type[SourceModel], name: str) -> TypeAdapter[Any]:
    field = model.model_fields[name]
    annotated: Any = Annotated[field.annotation, field]  # made at run time, which no checker can follow
    return TypeAdapter(annotated)


def _map_model(field: FieldInfo) -> type[SourceModel] | None:
    """The model of a field that is one map, or nothing: ``Model | None``."""
    is_either = get_origin(field.annotation) in _EITHER
    return next(iter(_models(get_args(field.annotation))), None) if is_either else None


def _item_models(field: FieldInfo) -> tuple[type[SourceModel], ...]:
    """The models of a list field's items, if they are maps: one for each kind of item."""
    return tuple(
        model
        for part in get_args(field.annotation)
        for model in _models(get_args(part) if get_origin(part) in _EITHER else (part,))
    )


def _models(parts: tuple[Any, ...]) -> tuple[type[SourceModel], ...]:
    return tuple(part for part in parts if isinstance(part, type) and issubclass(part, SourceModel))


_EITHER = (Union, UnionType)


def _plain(node: Node) -> Any:
    """A tree as pydantic takes it: text, a list of its items, a map without what is in it."""
    if isinstance(node, Scalar):
        return node.text.strip() if node.text else node.text
    return [_plain(item) for item in node.items] if isinstance(node, Sequence) else {}


def allowed_values(field: FieldInfo) -> str:
    """What a field takes, in words: its literals one by one, else the description of the field or of its type."""
    return ", ".join(_literals(field.annotation)) or field.description or _description(field.annotation) or "text"


def _literals(annotation: Any) -> tuple[str, ...]:
    if get_origin(annotation) is Literal:
        return tuple(str(value) for value in get_args(annotation))
    return next((found for part in get_args(annotation) if (found := _literals(part))), ())


def _description(annotation: Any) -> str | None:
    """The description that an annotated type carries, inside ``X | None`` too."""
    for part in (*reversed(getattr(annotation, "__metadata__", ())), *get_args(annotation)):
        if isinstance(part, FieldInfo) and part.description:
            return part.description
        if get_args(part) and (found := _description(part)):
            return found
    return None


def _fix(field: FieldInfo, node: Node) -> str:
    text = node.text or "" if isinstance(node, Scalar) else ""
    if words := _literals(field.annotation):
        return _other_word(field, text) or nearest_word(text, words) or "use one of the allowed words"
    if isinstance(node, Sequence) and _is_prose(field):
        return "put the whole text in quotes: brackets and hyphens make a list of it"
    allowed = allowed_values(field)
    meant = date_meant(text) if "date" in allowed.split() else None
    return f"did you mean “{meant.isoformat()}”?" if meant else f"write {allowed}"


def _other_word(field: FieldInfo, text: str) -> str | None:
    """What the field's table of other words says of a text."""
    tables = (each for each in field.metadata if isinstance(each, OtherWords))
    meant = next((word for each in tables if (word := each.meant.get(_form(text)))), None)
    return meant and f"did you mean “{meant}”?"


def nearest_word(found: str, allowed: Iterable[str]) -> str | None:
    """``did you mean “in-progress”?`` for the nearest word; blanks, hyphens and underscores are not told apart."""
    by_form = {_form(word): word for word in allowed}
    form = _form(found)
    if form in by_form:
        return f"did you mean “{by_form[form]}”?"
    suggestion = did_you_mean(form, by_form)
    return suggestion and f"did you mean “{by_form[suggestion.split('“')[1].split('”')[0]]}”?"


def _form(word: str) -> str:
    return re.sub(r"[\W_]+", "-", word.lower()).strip("-")
