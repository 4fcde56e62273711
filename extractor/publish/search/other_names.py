"""The other names that a reader may type for an agency or an office: former names, letters, by-names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from extractor.officials import names_of, placed_in
from extractor.publish.agencies import Agency
from extractor.publish.view import Official
from extractor.words.agencies import AGENCIES, BYNAMES


def of_agency(agency: Agency) -> tuple[str, ...]:
    """``DHS`` for the Department of Homeland Security; ``Department of Defense``, ``DOD``, ``Pentagon`` for that of War."""
    bynames = (byname for byname, name in BYNAMES.items() if placed_in(name) == agency.name)
    return _others(agency.name, (*agency.also, *bynames))


def of_official(official: Official) -> tuple[str, ...]:
    """How orders write the office, its line in the table of offices, and the letters of a body that it is or heads."""
    names = (*official.written, *names_of(official.name))
    return _others(official.name, (*names, *_letters(names)))


def _letters(names: tuple[str, ...]) -> Iterator[str]:
    """``OMB`` for the Director of the Office of Management and Budget; ``Secretary of DHS`` for that Secretary."""
    for letters, body in AGENCIES.items():
        headed = re.compile(rf"(?:[\w ]+ (?:of|for) (?:the )?)?{re.escape(body)}\b", re.IGNORECASE)
        if any(headed.match(name) for name in names):
            yield letters
        if _secretary(body) in names:
            yield f"Secretary of {letters}"


def _secretary(department: str) -> str:
    """``Secretary of Energy`` for the Department of Energy; of another body nothing that is an office's name."""
    return f"Secretary {department.removeprefix('Department ')}"


def _others(name: str, names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(each for each in names if each != name))
