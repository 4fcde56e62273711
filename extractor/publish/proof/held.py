"""The words of the proof: what a file says, what it must say, and the files of a site that is finished."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Generic, NamedTuple, TypeVar

from extractor.publish.page import Site

Values = Mapping[str, str]  # what is said (``due date``) → how, as text: days in ISO 8601, nothing as an empty text
Read = Iterable[tuple[str, Values]]  # key → what the file says of it, as often as it stands there
Reader = Callable[[bytes, str], Read]  # of a file's bytes and path; raises ValueError where it is no such file
Member = TypeVar("Member")


class Said(NamedTuple):
    """What a file must say of one of its members: the key that it has there, and the name that messages have for it."""

    key: str
    name: str
    values: Values


@dataclass(frozen=True, slots=True)
class Output(Generic[Member]):
    """One kind of output. ``files`` are its paths with their members, by the predicates that publish them; ``says`` what is
    said of a member; ``what`` a member is called."""

    name: str
    files: Callable[[Site], Iterable[tuple[str, Iterable[Member]]]]
    reads: Reader
    says: Callable[[Member], Said]
    what: str = "the obligation"


@dataclass(frozen=True)
class Published:
    """The files of a finished site: which there are, and the bytes of one of them."""

    paths: frozenset[str]
    read: Callable[[str], bytes]


def of_folder(site: Path) -> Published:
    """The finished site in a folder."""
    folders = ((Path(folder).relative_to(site), names) for folder, _, names in os.walk(site))
    paths = ((folder / name).as_posix() for folder, names in folders for name in names)
    return Published(frozenset(paths), lambda path: (site / path).read_bytes())


def iso(day: date | None) -> str:
    """A day in ISO 8601; nothing for none."""
    return day.isoformat() if day else ""


def text_of(value: object) -> str:
    """A value of a JSON file as text, nothing for none."""
    return "" if value is None else str(value)
