"""The finished site against the table, against the record, and its outputs against each other."""

from __future__ import annotations

import csv
import hashlib
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from extractor.model import OutputFile, TrackedOrder
from extractor.problems import Problem
from extractor.publish.calendars.event import uid
from extractor.publish.calendars.paths import ALL
from extractor.publish.page import Site
from extractor.publish.proof import calendars, data, pages
from extractor.publish.proof.compare import members, same
from extractor.publish.proof.held import Output, Published, Reader, Values, of_folder
from extractor.publish.proof.table import OUTPUTS

# What a reader raises where a file is not of its kind.
_UNREADABLE = (
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    SyntaxError,
    csv.Error,
    zipfile.BadZipFile,
    zlib.error,
)


def digests(files: Iterable[OutputFile]) -> dict[str, bytes]:
    """Path → the SHA-256 of what was written there: enough for the proof, and little where the files are much."""
    return {file.path: _digest(file.content) for file in files}


def _digest(content: bytes) -> bytes:
    return hashlib.sha256(content).digest()


def site_losses(site: Site, folder: Path, files: Mapping[str, bytes]) -> list[Problem]:
    """What the finished site in ``folder`` lacks or has otherwise, by file; messages call its files ``site/…``.

    ``files`` are the ``digests`` of those that the site was made of: each is there, and as it was where no page is made of it.
    """
    published = of_folder(folder)
    found = losses(site, published)
    told = {each.file for each in found}
    found += [each for each in not_copied(files, published) if each.file not in told]
    own = site.own_templates
    fix = f"if {own.name}/ has a template of this page, it must show what the program's own shows" if own else None
    at = [replace(each, file=f"site/{each.file}", fix=fix if each.file.endswith(".html") else None) for each in found]
    return sorted(at)


def losses(site: Site, published: Published, outputs: Iterable[Output[Any]] = OUTPUTS) -> list[Problem]:
    """The same of the outputs of the table; where each of them holds, of all of them against each other."""
    found = [
        problem
        for path, of_file in _by_file(site, outputs).items()
        for output, belong in of_file
        for problem in _lost(output, path, belong, published)
    ]
    return sorted(found or unbalanced(site.orders, published))


def _by_file(site: Site, outputs: Iterable[Output[Any]]) -> dict[str, list[tuple[Output[Any], Iterable[Any]]]]:
    """What is proved of each file, side by side: readers then parse it once."""
    files: dict[str, list[tuple[Output[Any], Iterable[Any]]]] = {}
    for output in outputs:
        for path, belong in output.files(site):
            files.setdefault(path, []).append((output, belong))
    return files


def not_copied(files: Mapping[str, bytes], published: Published) -> Iterator[Problem]:
    """Each page that is not made, and each other file that the site does not have byte for byte."""
    for written, digest in files.items():
        is_page = written.endswith(".md")
        path = f"{written.removesuffix('.md')}.html" if is_page else written
        if path not in published.paths:
            yield Problem(path, 0, 0, "this file is missing")
        elif not is_page and _digest(published.read(path)) != digest:
            yield Problem(path, 0, 0, "this file is not as it was written")


def _lost(output: Output[Any], path: str, belong: Iterable[Any], published: Published) -> Iterator[Problem]:
    wanted = [output.says(member) for member in belong]
    names = {said.key: said.name for said in wanted}
    if path not in published.paths:
        yield Problem(path, 0, 0, _missing(output, list(names.values())))
        return
    try:
        found = list(output.reads(published.read(path), path))
    except _UNREADABLE as error:
        yield Problem(path, 0, 0, f"this cannot be read as one of the {output.name}", str(error))
        return
    yield from members(path, names, [key for key, _ in found], output.what)
    said_of = dict(found)
    for said in wanted:
        if said.key in said_of:
            yield from _otherwise(path, said.name, said.values, said_of[said.key])


def _missing(output: Output[Any], names: list[str]) -> str:
    others = f" and {len(names) - 3} more" if len(names) > 3 else ""
    held = f", with {', '.join(names[:3])}{others}" if names else ""
    return f"this file is missing, one of the {output.name}{held}"


def _otherwise(path: str, name: str, wanted: Values, found: Values) -> Iterator[Problem]:
    for what, value in wanted.items():
        yield from same(path, name, what, value, found.get(what))


def unbalanced(orders: tuple[TrackedOrder, ...], published: Published) -> Iterator[Problem]:
    """Obligations ever accepted = rows on the site = records of the data = events + what is listed without a date; no two of
    them give a duty two dates or two standings; and no calendar that ever was is gone.

    What is read is held against the register itself, so that a predicate which loses something is seen as well.
    """
    ever = {duty.id: duty.id for order in orders for duty in order.reading.obligations}
    ids = {uid(name): name for name in ever}
    recurring = {each.obligation.id for order in orders for each in order.obligations if each.rounds}
    listed = _read(published, "status/index.html", pages.rows)
    by_date = _read(published, "deadlines/index.html", pages.rows)
    stated = _read(published, "api/v1/obligations.json", data.records)
    read = _read(published, ALL, calendars.events)
    events = {ids.get(key, key): values for key, values in read.items() if key.partition(" ")[0] == key}
    undated = [name for name in by_date if name not in events and not by_date[name]["due date"]]
    yield from members("status/index.html", ever, listed)
    yield from members("api/v1/obligations.json", ever, stated)
    yield from members(ALL, ever, [*events, *undated])
    for name in stated:
        event = None if name in recurring else events.get(name)  # that of a series has the day of its first round
        yield from _at_odds(name, stated[name], listed.get(name), by_date.get(name), event)
    kept = [path for order in orders if order.reading.acceptance for path in order.reading.acceptance.calendars]
    gone = sorted(set(kept) - published.paths)
    yield from (Problem(path, 0, 0, "a calendar that was published once is missing") for path in gone)


def _at_odds(
    name: str, stated: Values, listed: Values | None, by_date: Values | None, event: Values | None
) -> Iterator[Problem]:
    """The data against the rows of two pages, and against the event, which may have the last date of what has none now."""
    said = [(path, row) for path, row in (("status/index.html", listed), ("deadlines/index.html", by_date)) if row]
    days = [(path, row["due date"]) for path, row in said]
    days += [(ALL, event["date"])] if event and stated["due date"] else []
    for path, day in days:
        if day != stated["due date"]:
            yield Problem(path, 0, 0, f"{name}: not the due date of the data", day or "nothing", stated["due date"])
    standing = stated["standing"].replace(" ", "-")
    for path, row in said:
        if row["standing"].removesuffix("-unsearched") != standing:  # what nobody has searched has a shape of its own
            yield Problem(path, 0, 0, f"{name}: not the standing of the data", row["standing"], standing)


def _read(published: Published, path: str, reads: Reader) -> dict[str, Values]:
    return dict(reads(published.read(path), path)) if path in published.paths else {}
