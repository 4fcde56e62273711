"""The front matter of ``order.md``: what the order's source states about it, above the text."""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, Literal

from pydantic import Field

from extractor.problems import Problem
from extractor.yaml.field_types import IsoDate, Text, WebAddress, WholeNumber
from extractor.yaml.fields import SourceModel, read_fields
from extractor.yaml.text import hidden_characters
from extractor.yaml.tree import Mapping, Node, read_yaml, shown

LARGEST = 20_000  # characters of front matter; a usual one has 500
_FENCE = re.compile(r"---[ \t]*")


class FrontMatter(SourceModel):
    """The fields above an order's text. Dates are ISO 8601; only ``signed`` starts a deadline."""

    id: Annotated[
        str,
        Field(
            pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$",
            max_length=80,
            description="a name in lower-case letters, digits and hyphens, such as eo-14409",
        ),
    ] = Field(title="The order’s name in every address, for ever; its folder has the same")
    kind: Literal["executive order", "memorandum", "proclamation", "directive", "summary"] = Field(
        title="What kind of document it is"
    )
    number: Annotated[WholeNumber, Field(ge=1, le=99999, description="a whole number from 1 to 99999")] | None = Field(
        default=None, title="The number of an executive order or a proclamation"
    )
    title: Text = Field(title="Its title, as it stands above the text")
    signed: IsoDate | None = Field(
        default=None, title="The day of signing, the only one that deadlines run from; without it nothing is dated"
    )
    published: IsoDate | None = Field(default=None, title="The day of publication in the Federal Register")
    effective: IsoDate | None = Field(
        default=None, title="The day on which it takes effect, where its own words do not say it in a way that is read"
    )
    citation: Text | None = Field(default=None, title="Where the Register has it, such as 91 FR 34565")
    document: Text | None = Field(default=None, title="The Register’s number of the document, such as 2026-11415")
    official_url: WebAddress | None = Field(default=None, title="Where the official text is")
    text: Literal["official", "restatement", "summary"] = Field(
        title="What the text below is; anything but official puts a notice on every page"
    )
    status: Literal["in force", "amended", "revoked"] | None = Field(default=None, title="What became of the order")
    status_date: IsoDate | None = Field(default=None, title="The day on which it was amended or revoked")
    status_by: Text | None = Field(default=None, title="The order that amended or revoked it")
    status_source: WebAddress | None = Field(default=None, title="Where the status can be read")
    source_sha256: (
        Annotated[
            str,
            Field(pattern=r"^[0-9a-f]{64}$", description="the SHA-256 of the file that was imported, in hexadecimal"),
        ]
        | None
    ) = Field(default=None, title="Which file the text was made from; tracker import writes it")


_NOTHING = FrontMatter.model_construct(**dict.fromkeys(FrontMatter.model_fields))


def read_front_matter(
    raw: str, file: str, folder: str | None = None, today: date | None = None
) -> tuple[FrontMatter, str, int, list[Problem]]:
    """The front matter of a decoded ``order.md``, the text below it, the line on which that begins, and the problems.

    ``folder``: the name of the folder that the file is in; ``id`` must equal it. ``today``: the clock's day; the
    order's own dates must not lie after it. Where there are problems the fields that could be read are set all the
    same and the others are ``None``, so that the caller can go on and find the problems of the other files.
    """
    yaml, body, body_line = _split(raw)
    if yaml is None:
        problem = Problem(
            file, 1, 1, "the front matter is missing", _first_line(raw), "fields between two lines of ---",
            "begin the file with ---, the fields, and --- again; copy them from another order.md",
        )  # fmt: skip
        return _NOTHING, raw, 1, [problem]
    if len(yaml) > LARGEST:
        found, allowed = f"{len(yaml):,} characters", f"up to {LARGEST:,} characters"
        problem = Problem(file, 1, 1, "the front matter is too long", found, allowed, "end it with a line of ---")
        return _NOTHING, body, body_line, [problem]
    root, problems = read_yaml(yaml, file, first_line=2)
    problems += hidden_characters(yaml, file, first_line=2)
    if root is None and problems:
        return _NOTHING, body, body_line, problems
    root = root or Mapping((), 1, 1)
    values, faults = read_fields(FrontMatter, root, file)
    problems += [*faults, *_rules(values, root, file, folder, today)]
    return FrontMatter.model_construct(**values), body, body_line, problems


def _split(raw: str) -> tuple[str | None, str, int]:
    """The YAML, the text and the text's first line; ``None`` for the YAML when the fences are not both there."""
    lines = raw.removeprefix("\ufeff").split("\n")
    fences = [number for number, line in enumerate(lines) if _FENCE.fullmatch(line.rstrip("\r"))]
    if len(fences) < 2 or fences[0] != 0:
        return None, raw, 1
    end = fences[1]
    return "\n".join(lines[1:end]) + "\n", "\n".join(lines[end + 1 :]), end + 2


def _first_line(raw: str) -> str:
    return shown(raw.split("\n", 1)[0]) or "nothing"


def _rules(values: dict[str, Any], root: Node, file: str, folder: str | None, today: date | None) -> list[Problem]:
    """What must hold between the fields."""
    return [
        *_status_rules(values, root, file),
        *_date_rules(values, root, file, today),
        *_folder_rule(values, root, file, folder),
    ]


def _status_rules(values: dict[str, Any], root: Node, file: str) -> list[Problem]:
    status = values["status"]
    line, column = _place(root, "status")
    if status in ("amended", "revoked"):
        needed = {"status_date": "the day on which it was"}
        if not _given(root, "status_by"):
            needed["status_source"] = "the address where that can be read, or status_by with the order that did it"
        message = f"status is {status}, but {{}} is missing"
        return [
            Problem(file, line, column, message.format(name), "nothing", what, f"add “{name}: …”")
            for name, what in needed.items()
            if not _given(root, name)
        ]
    given = [name for name in ("status_date", "status_source", "status_by") if _given(root, name)]
    if not _given(root, "status") and given:
        line, column = _place(root, given[0])
        fix = "add “status: in force”, amended or revoked, or delete the field"
        return [Problem(file, line, column, f"{given[0]} without status", given[0], "a status", fix)]
    return []


def _date_rules(values: dict[str, Any], root: Node, file: str, today: date | None) -> list[Problem]:
    problems, signed = [], values["signed"]
    for name in ("signed", "published", "status_date"):
        day = values[name]
        line, column = _place(root, name)
        if day and signed and day < signed:
            allowed = f"{signed} or later"
            problems.append(
                Problem(
                    file, line, column, f"{name}: before the signing date", str(day), allowed, "correct one of the two"
                )
            )
        if day and today and day > today:
            problems.append(
                Problem(
                    file, line, column, f"{name}: in the future", str(day), f"{today} or earlier", "correct the date"
                )
            )
    return problems


def _folder_rule(values: dict[str, Any], root: Node, file: str, folder: str | None) -> list[Problem]:
    if folder is None or values["id"] in (None, folder):
        return []
    line, column = _place(root, "id")
    fix = f"write “id: {folder}”, or rename the folder"
    return [Problem(file, line, column, "id: not the name of the folder", values["id"], folder, fix)]


def _given(root: Node, name: str) -> bool:
    node = root.get(name) if isinstance(root, Mapping) else None
    return node is not None and getattr(node, "text", "") is not None


def _place(root: Node, name: str) -> tuple[int, int]:
    node = root.get(name) if isinstance(root, Mapping) else None
    return (node.line, node.column) if node else (root.line, root.column)
