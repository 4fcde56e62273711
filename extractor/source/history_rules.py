"""What must hold from one entry of an obligation to the next, and between its entries and its deadline.

The log is append-only: a mistake is set right by a new entry that says why. So nothing here forbids a change of mind;
what is refused is one that nobody explains, and one that the obligation's deadline gives no room for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from extractor.model import Deadline, Obligation, Schedule
from extractor.problems import Problem, listed
from extractor.rounds import CLOSING, rule_days
from extractor.yaml.tree import Mapping, Node

_HOW_FAR = {"not-started": 0, "in-progress": 1, "blocked": 1, "completed": 2}


@dataclass(frozen=True, slots=True)
class Written:
    """One entry as it stands in the file, with the fields that could be read; a field that could not is ``None``."""

    node: Node
    values: dict[str, Any]

    def place(self, field: str) -> tuple[int, int]:
        """Line and column of a field's value, or of the entry where the field is absent."""
        node = (self.node.get(field) if isinstance(self.node, Mapping) else None) or self.node
        return node.line, node.column


@dataclass(frozen=True, slots=True)
class History:
    """The entries of one obligation, oldest first; ``today``: the clock's day.

    ``obligation`` and ``stated`` (its schedule before any extension) are ``None`` where the key is unknown or the order
    could not be read. ``on_events``: the keys of the order's obligations whose deadlines an event starts.
    """

    file: str
    entries: tuple[Written, ...]
    today: date
    obligation: Obligation | None = None
    stated: Schedule | None = None
    on_events: tuple[str, ...] = ()

    def problem(self, entry: Written, field: str, message: str, found: str, allowed: str, fix: str) -> Problem:
        """A problem at a field's value of an entry, or at the entry where the field is absent."""
        return Problem(self.file, *entry.place(field), message, found, allowed, fix)


def _oldest_first(history: History) -> Iterator[Problem]:
    dated = [entry for entry in history.entries if entry.values["date"] and entry.values["recorded"]]
    for above, entry in pairwise(dated):
        first, values = above.values, entry.values
        if (values["recorded"], values["date"]) < (first["recorded"], first["date"]):
            field = "recorded" if values["recorded"] < first["recorded"] else "date"
            stated = "recorded" if isinstance(entry.node, Mapping) and entry.node.get("recorded") else "date"
            found = f"{values[field]}, below {first[field]} at line {above.node.line}"
            fix = _put_right(history, above, entry)
            yield history.problem(entry, stated, "the entries are not oldest first", found, "oldest first", fix)


def _put_right(history: History, above: Written, entry: Written) -> str:
    """What to do: an entry that was added last lacks its day of record, or the one above it is the one that was added."""
    line = above.node.line
    belongs = f"the entry at line {line} belongs below this one; new entries are added at the end"
    if entry is not history.entries[-1]:
        return belongs
    wants = isinstance(entry.node, Mapping) and entry.node.get("recorded") is None
    what = "add “recorded: {}” to this entry" if wants else "write “recorded: {}” in this entry"
    return (
        f"{what.format(history.today)}: the day on which it is put on record; or, if the entry at line {line} "
        f"is the new one, {belongs.replace(f'the entry at line {line}', 'it')}"
    )


def _each_once(history: History) -> Iterator[Problem]:
    seen: dict[str, Written] = {}
    for entry in (each for each in history.entries if each.values["date"]):
        said = repr({name: value for name, value in entry.values.items() if name != "recorded"})
        first = seen.setdefault(said, entry)
        if first is not entry:
            found, fix = (
                f"what line {first.node.line} says",
                f"delete this entry: the one at line {first.node.line} stays",
            )
            yield history.problem(entry, "date", "the same entry twice", found, "each entry once", fix)


def _no_step_back_unexplained(history: History) -> Iterator[Problem]:
    """Of a duty that recurs, what follows a completed round is about another one, unless it names the same."""
    for before, entry in pairwise(_stated(history)):
        status, last = entry.values["status"], before.values["status"]
        named = entry.values["round"]
        if recurs(history.obligation) and (named is None or named != before.values["round"]):
            continue
        if _HOW_FAR.get(status, 9) < _HOW_FAR.get(last, 0) and not entry.values["note"]:
            found = f"{status}, after {last} at line {before.node.line}"
            fix = f"add a note that says why it is no longer {last}, or correct the status"
            yield history.problem(entry, "status", "a step back without a note", found, "a step back with a note", fix)


def _nothing_after_its_end(history: History) -> Iterator[Problem]:
    ended: Written | None = None
    for entry in history.entries:
        status = entry.values["status"]
        if ended and not _reopens(entry):
            last = ended.values["status"]
            found = f"{status or 'an entry'}, after {last} at line {ended.node.line}"
            allowed = (
                f"nothing; or a status other than {' and '.join(CLOSING)}, with note and evidence, that takes it back"
            )
            fix = f"delete this entry; if it was never {last}, say so: a status, a note with the reason, and evidence"
            yield history.problem(entry, "status", f"an entry after the obligation was {last}", found, allowed, fix)
        elif status:
            ended = entry if status in CLOSING else None


def _reopens(entry: Written) -> bool:
    status, note, evidence = (entry.values[name] for name in ("status", "note", "evidence"))
    return bool(status and status not in CLOSING and note and evidence)


def _extension_extends(history: History) -> Iterator[Problem]:
    due = history.stated.due if history.stated else None
    if due and recurs(history.obligation):
        yield from _extension_moves_a_round(history)
        return
    extended = False
    for entry in history.entries:
        day = entry.values["due"]
        if day and due and (day < due or (day == due and not extended)):
            found, allowed = f"{day}, where {due} is the date that it extends", f"a day after {due}"
            fix = "give the new due date here; when something happened is said by “date”"
            yield history.problem(entry, "due", "an extension that extends nothing", found, allowed, fix)
        extended = extended or bool(day)


def _extension_moves_a_round(history: History) -> Iterator[Problem]:
    """Of a duty that recurs: a later day for a round, where the entry names it."""
    for entry in history.entries:
        day, named = entry.values["due"], entry.values["round"]
        if day and named and day <= named:
            fix = "give the new due date here, and the round that it moves by “round”"
            found = f"{day}, where {named} is the round that it extends"
            message = "an extension that extends nothing"
            yield history.problem(entry, "due", message, found, f"a day after {named}", fix)


def _round_is_one(history: History) -> Iterator[Problem]:
    """A round is named by the day on which its rule has it due."""
    obligation, named = history.obligation, [each for each in history.entries if each.values["round"]]
    if obligation is None or not named:
        return
    rule, first = obligation.deadline.recurrence, _first_round(history)
    for entry in named:
        day = entry.values["round"]
        if rule is None:
            fix, allowed = "delete the field: the duty is due once", "only where the duty recurs"
            found = f"{day}, for a deadline that does not recur"
            yield history.problem(entry, "round", f"{obligation.key} has no rounds", found, allowed, fix)
        elif first is None:
            fix = "put the first due date on record with “due”, note and evidence"
            allowed = "a round once the first due date is known"
            yield history.problem(entry, "round", "no first round is known", str(day), allowed, fix)
        elif day not in (near := _rounds_near(first, rule, day)):
            fix = "this duty recurs: which round? Give the due date of the one that this entry reports on"
            found, allowed = str(day), f"{' or '.join(map(str, near))}, the nearest"
            yield history.problem(entry, "round", "no round is due on that day", found, allowed, fix)


def _first_round(history: History) -> date | None:
    """The first due date: that of the words, else the first that the log gives."""
    if history.stated and history.stated.due:
        return history.stated.due
    return next((day for entry in history.entries if (day := entry.values["due"])), None)


def _rounds_near(first: date, rule: str, day: date) -> list[date]:
    """The last round up to a day and the first after it; the one round where it is the day's own."""
    before: date | None = None
    for each in rule_days(first, rule):
        if each >= day:
            return [each] if each == day or before is None else [before, each]
        before = each
    return [before] if before else []


def recurs(obligation: Obligation | None) -> bool:
    """True for a duty with rounds: its words give a rule of recurrence."""
    return obligation is not None and obligation.deadline.recurrence is not None


def asked_of(field: str, deadline: Deadline) -> bool:
    """True where a field of an entry can say something of a duty with this deadline."""
    if field == "triggered":
        return runs_from_an_event(deadline)
    return field != "round" or deadline.recurrence is not None


def _event_starts_it(history: History) -> Iterator[Problem]:
    obligation = history.obligation
    if obligation is None or runs_from_an_event(obligation.deadline):
        return
    others = listed(history.on_events)
    allowed = (
        f"only where the deadline runs from an event: {others}"
        if others
        else "not in this order: no event starts a deadline"
    )
    for entry in history.entries:
        if day := entry.values["triggered"]:
            found = f"{day}, for a deadline that runs from {_start(obligation.deadline)}"
            fix = "delete the field, and say in a note what happened; a new due date goes into “due”"
            yield history.problem(
                entry, "triggered", f"no event starts the deadline of {obligation.key}", found, allowed, fix
            )


def runs_from_an_event(deadline: Deadline) -> bool:
    """True if an event starts the deadline, or one of the two dates that compete in it."""
    return deadline.kind == "event" or bool(deadline.second and deadline.second.kind == "event")


def _start(deadline: Deadline) -> str:
    words = {"relative": "the signing date", "fixed": "a date in the order’s text"}
    return words.get(deadline.kind, "nothing: none is stated")


def _stated(history: History) -> list[Written]:
    return [entry for entry in history.entries if entry.values["status"]]


RULES: tuple[Callable[[History], Iterator[Problem]], ...] = (
    _oldest_first,
    _each_once,
    _no_step_back_unexplained,
    _nothing_after_its_end,
    _extension_extends,
    _event_starts_it,
    _round_is_one,
)


def history_problems(history: History) -> list[Problem]:
    """The problems between the entries of one obligation, every rule applied."""
    return [problem for rule in RULES for problem in rule(history)]
