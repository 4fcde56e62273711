"""What must not be lost from one state of ``source/`` to the next: log entries, ids, orders, calendar files."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.acceptance import AcceptedChange
from extractor.model import Entry
from extractor.problems import Problem
from extractor.register.register import Record
from extractor.source.orders import Source, SourceOrder
from extractor.source.source_files import PROGRESS_FILE, REGISTER_FILE
from extractor.words.shown import cut

LISTED = 60  # characters of an entry in a message


def losses(before: Source, after: Source, faults: Iterable[Problem] = ()) -> list[Problem]:
    """A problem for each entry, id, order or calendar path that was there before and is gone or edited now.

    ``faults`` are the errors of the earlier state: in a log that had some, an entry may have been mended, and only
    its number is compared.
    """
    faulty = {problem.file.rpartition("source/")[2] for problem in faults}
    now = {order.folder.name: order for order in after.orders}
    problems: list[Problem] = []
    for old in before.orders:
        name = old.folder.name
        if new := now.get(name):
            problems += [
                *_entries(old, new, f"{name}/{PROGRESS_FILE}" in faulty),
                *_ids(old, new),
                *_calendars(old, new),
            ]
        else:
            message = "an order is gone, with its log, its pages and its calendars"
            fix = "bring the folder back; an order that no longer holds is marked “status: revoked” in its order.md"
            problems.append(Problem(f"source/{name}", 0, 0, message, "no folder", f"source/{name}/", fix))
    return problems


def _entries(old: SourceOrder, new: SourceOrder, only_number: bool) -> Iterator[Problem]:
    """The log is append-only: what was there stands there still, word for word, in the same order."""
    log = dict(new.progress.log)
    file = f"source/{new.folder.name}/{PROGRESS_FILE}"
    fix = "put it back as it was; a mistake is set right by a new entry below it"
    for key, entries in old.progress.log:
        now = log.get(key, ())
        for number, entry in enumerate(entries):
            if number >= len(now) or not only_number and _plain(now[number]) != _plain(entry):
                line = (now[number].line if number < len(now) else None) or 0
                found = _shown(now[number]) if number < len(now) else "nothing"
                message = f"{key}: an entry of the log was {'changed' if number < len(now) else 'deleted'}"
                yield Problem(file, line, 0, message, found, _shown(entry), fix)


def _plain(entry: Entry) -> Entry:
    return replace(entry, line=None)


def _shown(entry: Entry) -> str:
    return cut(" ".join(str(part) for part in (entry.date, entry.status, entry.note) if part), LISTED)


def _ids(old: SourceOrder, new: SourceOrder) -> Iterator[Problem]:
    """Every id of the register stays in it, retired at the most."""
    if old.register is None:
        return
    file = f"source/{new.folder.name}/{REGISTER_FILE}"
    fix = "take the register from the base, then run tracker accept --retire ID --reason …"
    if new.register is None:
        yield Problem(file, 0, 0, "the register is gone", "nothing", REGISTER_FILE, "bring it back")
        return
    if not _goes_on(old.register.acceptance.changes, new.register.acceptance.changes):
        yield Problem(file, 0, 0, "an accepted change of the order is gone or was edited", None, None, fix)
    for record in old.register.records:
        now = new.register.of(record.key)
        line = new.register.lines.get(record.key, 0)
        if now is None:
            yield Problem(file, 0, 0, "an accepted id is gone", f"no {record.key}", record.key, fix)
        elif not _keeps(record, now):
            message = f"{record.key}: what was accepted of it is gone or was edited: its changes, its end, its counts"
            yield Problem(file, line, 0, message, None, "what stood there, and more", fix)


def _keeps(old: Record, new: Record) -> bool:
    """True where nothing of a record's history is lost: its first day, its changes, its end, what it carries."""
    was, now = old.acceptance, new.acceptance
    return (
        was.on == now.on
        and _goes_on(was.changes, now.changes)
        and now.carried >= was.carried
        and (was.retired is None or was.retired == now.retired)
        and (old.rejected is None or new.rejected is not None)
    )


def _goes_on(old: tuple[AcceptedChange, ...], new: tuple[AcceptedChange, ...]) -> bool:
    return new[: len(old)] == old


def _calendars(old: SourceOrder, new: SourceOrder) -> Iterable[Problem]:
    """Every calendar path of the register stays in it."""
    if old.register is None or new.register is None:
        return
    file = f"source/{new.folder.name}/{REGISTER_FILE}"
    for path in sorted(set(old.register.acceptance.calendars) - set(new.register.acceptance.calendars)):
        fix = f"put “- {path}” back under calendars"
        yield Problem(file, 0, 0, "a calendar that teams subscribe to would vanish", "nothing", path, fix)
