"""JSON Schemas (draft 2020-12) of every kind of file under ``api/v1/``, made from the models that write them.

A schema names the fields that are there and lets others be: within v1 fields are only added.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractor.model import OutputFile
from extractor.publish.api import file_model as files
from extractor.publish.api import paths
from extractor.publish.api.reading_model import Reading, Record

DIALECT = "https://json-schema.org/draft/2020-12/schema"


@dataclass(frozen=True, slots=True)
class JsonFile:
    """One kind of JSON file: its path from the site's root, with ``{names}`` in it for what varies, and its model."""

    schema: str
    path: str
    model: type[Record]


JSON_FILES = (
    JsonFile("obligations", paths.OBLIGATIONS, files.ObligationsFile),
    JsonFile("orders", paths.ORDERS, files.OrdersFile),
    JsonFile("officials", paths.OFFICIALS, files.OfficialsFile),
    JsonFile("agencies", paths.AGENCIES, files.AgenciesFile),
    JsonFile("not-obligations", paths.NOT_OBLIGATIONS, files.NotObligationsFile),
    JsonFile("changes", paths.CHANGES, files.ChangesFile),
    JsonFile("one-order", paths.order_json("{order}"), files.OrderFile),
    JsonFile("one-obligation", paths.obligation_json("{order}/{key}"), files.ObligationFile),
)
"""Every kind of JSON file that holds records. The schema of the file ``order.md`` has the name ``order``, so that an
order's data cannot."""
EXTRACTED = "reading"  # the schema of what ``tracker extract --json`` prints


def schemas() -> Iterator[OutputFile]:
    """A schema for each kind of file, and one for what ``tracker extract --json`` prints."""
    for each in JSON_FILES:
        yield OutputFile(schema_path(each.schema), as_json(schema(each.model)))
    yield OutputFile(schema_path(EXTRACTED), as_json(schema(Reading)))


def schema_path(name: str) -> str:
    """Where a schema stands, from the site's root."""
    return f"{paths.SCHEMAS}{name}.json"


def schema(model: type[Record]) -> dict[str, Any]:
    """The schema of what a model writes: every field of today is required, others may come."""
    return {"$schema": DIALECT, **model.model_json_schema(mode="serialization")}


def as_json(content: object) -> bytes:
    """UTF-8 JSON with an indent of two and a final line end; the same bytes for the same content."""
    return (json.dumps(content, ensure_ascii=False, indent=2, allow_nan=False) + "\n").encode("utf-8")
