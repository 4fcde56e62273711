"""The data of who must act: each office and each agency once, with what it carries and what it is consulted on."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from extractor.problems import Problem
from oracle.compare import members
from oracle.expected import Record, Wanted
from oracle.finished import Finished
from oracle.records import FOLDER, Fields, fields, listed, proved_day

_ROLES: dict[str, Callable[[Wanted], frozenset[str]]] = {
    "leads": lambda each: each.leads,
    "through": lambda each: each.through,
    "consulted": lambda each: each.consulted,
}


def officials_json(record: Record, site: Finished) -> Iterator[Problem]:
    """Each office with what it leads, what is done through it and what it is consulted on.

    Of bodies of no known agency that are only consulted, some have a record and some (“AI industry”) have none.
    """
    path = f"{FOLDER}officials.json"
    content = fields(site.json(path))
    yield from proved_day(path, record, content)
    stated = listed(content.get("officials"))
    others = {slug for each in record.wanted for slug in each.consulted} & set(_slugs(stated))
    yield from members(path, sorted({*record.office_names, *others}), _slugs(stated), "the office")
    for office, own in zip(_slugs(stated), stated, strict=True):
        for role, of in _ROLES.items():
            wanted = [each.id for each in record.wanted if office in of(each)]
            yield from members(path, wanted, _ids(own.get(role)), f"{office}, {role}: the obligation")


def agencies_json(record: Record, site: Finished) -> Iterator[Problem]:
    """Each agency with its offices, what they carry, all together, and what they are consulted on."""
    path = f"{FOLDER}agencies.json"
    content = fields(site.json(path))
    yield from proved_day(path, record, content)
    stated = listed(content.get("agencies"))
    yield from members(path, record.agencies, _slugs(stated), "the agency")
    for agency, own in zip(_slugs(stated), stated, strict=True):
        parts: dict[str, Iterable[str]] = {
            "carries": [each.id for each in record.carried_in(agency)],
            "consulted": [each.id for each in record.consulted_in(agency)],
            "offices": record.offices_of(agency),
        }
        for name, wanted in parts.items():
            yield from members(path, wanted, _ids(own.get(name)), f"{agency}, {name}:")


def _slugs(stated: list[Fields]) -> list[str]:
    return [str(each.get("slug")) for each in stated]


def _ids(value: object) -> list[str]:
    return [str(each) for each in value] if isinstance(value, list) else []
