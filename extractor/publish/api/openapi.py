"""``api/v1/openapi.json``: the static paths of the data as OpenAPI 3.1, made from the same models as the files."""

from __future__ import annotations

import re
from inspect import getdoc
from typing import Any

from pydantic.json_schema import models_json_schema

from extractor.model import OutputFile
from extractor.publish.api import paths
from extractor.publish.api.schemas import JSON_FILES, JsonFile, as_json

PARAMETERS = {
    "order": "An order’s id, as orders.json lists it",
    "key": "An obligation’s key within its order, as obligations.json has it",
    "slug": "An agency’s name in addresses, as agencies.json lists it",
}
CSV, XLSX, SVG = "text/csv", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "image/svg+xml"
OTHER_FILES = (
    (paths.OBLIGATIONS_CSV, CSV, "Every obligation as a row of CSV."),
    (paths.OBLIGATIONS_XLSX, XLSX, "Every obligation as a row of a workbook."),
    (paths.order_csv("{order}"), CSV, "One order’s obligations as rows of CSV."),
    (paths.order_xlsx("{order}"), XLSX, "One order’s obligations as rows of a workbook."),
    (paths.agency_csv("{slug}"), CSV, "What one agency leads, or is carried out through it, as rows of CSV."),
    (paths.agency_xlsx("{slug}"), XLSX, "What one agency leads, or is carried out through it, as rows of a workbook."),
    (paths.order_text("{order}"), "text/plain", "One order’s text, which spans and selectors count in."),
    (paths.order_badge("{order}"), SVG, "A small picture of where one order stands."),
)
"""The files that hold no JSON: path, media type, what it holds."""
ABOUT = """\
What executive orders oblige officials to do, by when, and what the public record shows. Static files: GET without a \
parameter, a key or a limit. Unofficial. Within v1 fields and paths are only added. Dates are ISO 8601; spans count \
Unicode code points; what is absent is null."""


def openapi(site_url: str) -> OutputFile:
    """The description; its server is ``site_url``, or is found from the file's own place where that is empty."""
    _, shared = models_json_schema(
        [(each.model, "serialization") for each in JSON_FILES], ref_template="#/components/schemas/{model}"
    )
    content = {
        "openapi": "3.1.0",
        "info": {"title": "Obligation tracker", "version": "1", "description": ABOUT},
        "servers": [{"url": site_url.rstrip("/") or "../.."}],
        "paths": {**dict(map(_json_path, JSON_FILES)), **{path: _get(*rest) for path, *rest in _others()}},
        "components": {"schemas": shared["$defs"]},
    }
    return OutputFile(paths.OPENAPI, as_json(content))


def _json_path(file: JsonFile) -> tuple[str, dict[str, Any]]:
    reference = {"$ref": f"#/components/schemas/{file.model.__name__}"}
    return f"/{file.path}", _get(file.path, "application/json", getdoc(file.model) or "", reference)


def _others() -> list[tuple[Any, ...]]:
    return [(f"/{path}", path, kind, words, _schema(kind)) for path, kind, words in OTHER_FILES]


def _schema(kind: str) -> dict[str, str]:
    """A workbook is bytes, which OpenAPI 3.1 describes by no schema at all; the others are text."""
    return {} if kind == XLSX else {"type": "string"}


def _get(path: str, kind: str, words: str, content: dict[str, str]) -> dict[str, Any]:
    names = re.findall(r"{(\w+)}", path)
    answers = {
        "200": {"description": words, "content": {kind: {"schema": content}}},
        "404": {"description": "There is no such file."},
    }
    operation: dict[str, Any] = {"operationId": _name(path), "summary": words.partition(". ")[0], "responses": answers}
    return {"get": operation, **({"parameters": [_parameter(name) for name in names]} if names else {})}


def _name(path: str) -> str:
    """``get_obligations_csv`` for ``api/v1/obligations.csv``; ``get_orders_order_json`` for a path that varies."""
    words = re.findall(r"\w+", path.removeprefix(paths.API).replace("-", "_"))
    return "_".join(["get", *words])


def _parameter(name: str) -> dict[str, Any]:
    words, kind = PARAMETERS[name], {"type": "string"}
    return {"name": name, "in": "path", "required": True, "description": words, "schema": kind}
