"""JSON Schemas (draft 2020-12) of the files that people write, made from the models that read them.

Editors that know the YAML language server take a file's schema from its first line, complete the field names and mark
what does not fit. A schema says less than ``tracker check``: it knows neither the order nor what was written above.

    python -m extractor.source.schemas        writes .github/schemas/ of a checkout anew
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import extractor
from extractor.model import OutputFile
from extractor.read.front_matter import FrontMatter
from extractor.register.corrections_yml import CorrectionsFile
from extractor.register.register_fields import RegisterFile
from extractor.source.progress import ProgressFile
from extractor.yaml.fields import SourceModel
from extractor.yaml.schema_line import FOLDER

MODELS: dict[str, type[SourceModel]] = {
    "order": FrontMatter,
    "progress": ProgressFile,
    "corrections": CorrectionsFile,
    "register": RegisterFile,
}
_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_NULL = {"type": "null"}


def schema(name: str) -> dict[str, Any]:
    """The schema of one of ``MODELS``; ``order`` is the front matter of an ``order.md``, the others are whole files."""
    made = MODELS[name].model_json_schema(mode="validation")
    for part in (made, *made.get("$defs", {}).values()):
        _let_optional_fields_be_empty(part)
    return {"$schema": _DIALECT, **made}


def schema_files() -> tuple[OutputFile, ...]:
    """Every schema as a file of ``FOLDER``, by name: ``order.schema.json``."""
    return tuple(OutputFile(f"{name}.schema.json", as_bytes(name)) for name in sorted(MODELS))


def published_schemas() -> tuple[OutputFile, ...]:
    """Every schema as the site publishes it: ``api/v1/schemas/order.json``."""
    return tuple(OutputFile(f"api/v1/schemas/{name}.json", as_bytes(name)) for name in sorted(MODELS))


def as_bytes(name: str) -> bytes:
    """A schema as JSON in UTF-8; the same bytes for the same models."""
    return (json.dumps(schema(name), ensure_ascii=False, indent=2) + "\n").encode()


def _let_optional_fields_be_empty(part: dict[str, Any]) -> None:
    """A field with nothing after its colon counts as absent, and its default is no news to an editor."""
    required = part.get("required", ())
    for name, field in part.get("properties", {}).items():
        field.pop("default", None)
        if name in required or _NULL in field.get("anyOf", ()):
            continue
        kept = {word: field.pop(word) for word in ("title", "description") if word in field}
        part["properties"][name] = {"anyOf": [field, _NULL], **kept}


def renew(folder: Path) -> None:
    """Write every schema into ``folder``."""
    from extractor.write import write_one

    for file in schema_files():
        write_one(folder / file.path, file.content)


if __name__ == "__main__":
    renew(Path(extractor.__file__).parent.parent / FOLDER)
