"""The types of the fields that source files have: dates, whole numbers, texts and web addresses, as YAML text."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

_ISO_DATE = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
_NOT_IN_ADDRESS = re.compile(r"[\s<>\"\\^`{|}\x00-\x1f\x7f\ufffd]")


def _iso_date(value: object) -> object:
    if isinstance(value, date):
        return value
    if not isinstance(value, str) or not _ISO_DATE.fullmatch(value):
        raise PydanticCustomError("not_a_date", "not a date")
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise PydanticCustomError("no_such_day", "there is no such day") from None


def _whole_number(value: object) -> object:
    if isinstance(value, str) and not re.fullmatch(r"[0-9]{1,9}", value):
        raise PydanticCustomError("not_a_number", "not a whole number")
    return value


def _web_address(value: str) -> str:
    try:
        parts = urlsplit(value)
        good = parts.scheme in ("http", "https") and parts.hostname and not parts.username
        _ = parts.port  # raises where it is no number
    except ValueError:
        good = False
    if not good or _NOT_IN_ADDRESS.search(value):
        raise PydanticCustomError("not_an_address", "not a web address")
    if not _is_host(parts.hostname or ""):
        raise PydanticCustomError("no_host", "the address names no host")
    return value


def _is_host(name: str) -> bool:
    """True for names parted by dots, of letters, digits, marks upon letters and hyphens, in any script."""
    parts = name.removesuffix(".").split(".")
    return len(parts) > 1 and all(part and all(map(_is_of_a_name, part)) and part.strip("-_") for part in parts)


def _is_of_a_name(character: str) -> bool:
    return character in "-_" or unicodedata.category(character)[0] in "LMN"


def _flag(value: object) -> object:
    if value not in ("true", True):
        raise PydanticCustomError("not_true", "only “true” can stand here")
    return True


class Prose:
    """Marks a field whose words may hold a `` #``, behind which YAML takes everything for a comment."""


@dataclass(frozen=True, slots=True)
class OtherWords:
    """Marks a field of a few allowed words: other words that people write (in lower case, with hyphens) → these."""

    meant: Mapping[str, str]


IsoDate = Annotated[
    date,
    BeforeValidator(_iso_date),
    Field(description="a date such as 2026-06-30", json_schema_extra={"pattern": r"^\d{4}-\d{2}-\d{2}$"}),
]
Days = Annotated[
    int, BeforeValidator(_whole_number), Field(ge=1, le=366, description="a whole number of days, from 1 to 366")
]
WholeNumber = Annotated[int, BeforeValidator(_whole_number), Field(description="a whole number")]
# To an editor an unquoted 5 is a number and true is a truth value; here both are the words that they are.
Text = Annotated[
    str,
    Prose,
    Field(min_length=1, description="text", json_schema_extra={"type": ["string", "number", "boolean"]}),
]
WebAddress = Annotated[
    str,
    Prose,
    AfterValidator(_web_address),
    Field(
        description="a web address that begins with https:// or http://",
        json_schema_extra={"format": "uri", "pattern": "^https?://"},
    ),
]
Flag = Annotated[bool, BeforeValidator(_flag), Field(description="true", json_schema_extra={"const": True})]
