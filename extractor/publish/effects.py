"""What a change of the record does for readers and subscribers, as Markdown for a pull request.

Everything that people wrote is data: it stands in the report as text, never as markup.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.model import Tracked, TrackedOrder
from extractor.problems import Problem
from extractor.words.dates import long_date
from extractor.words.numbers import counted
from extractor.words.shown import one_line, shortened

LONGEST_TABLE = 200  # rows; a comment holds 65,000 characters
LONGEST_CELL = 160  # characters
_MARKUP = re.compile(r"([\\`*_{}\[\]()#+!|~>-])")
_CALLS = re.compile(r"@|\\#|GH\\-|www|https?|ftp|mailto", re.I)  # what would call a person, name an issue, or be a link


@dataclass(frozen=True, slots=True)
class Row:
    """One field of one obligation that changes."""

    id: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Effects:
    """What a change does. ``lost`` are ids and the paths of calendars and feeds, which must not be lost; ``problems`` are
    the check's. ``unread``: how many passages were unread, and how many are.
    """

    rows: tuple[Row, ...]
    added: tuple[str, ...]
    gone: tuple[str, ...]
    lost: tuple[str, ...]
    problems: tuple[Problem, ...]
    unread: tuple[int, int] = (0, 0)

    @property
    def fails(self) -> bool:
        """True where the change must not be merged as it is."""
        return bool(self.lost) or any(problem.severity == "error" for problem in self.problems)


def effects(
    before: Iterable[TrackedOrder],
    after: Iterable[TrackedOrder],
    paths: tuple[set[str], set[str]],
    problems: Iterable[Problem],
) -> Effects:
    """Compare two states of the site. ``paths``: the files of each; ``problems``: those of the second."""
    before, after = tuple(before), tuple(after)
    old, new = _by_id(before), _by_id(after)
    rows = [row for name in old.keys() & new.keys() for row in _changed(name, old[name], new[name])]
    rows += [Row(name, "new", "", _line(new[name])) for name in new.keys() - old.keys()]
    rows += [Row(name, "gone", _line(old[name]), "") for name in old.keys() - new.keys()]
    was, now = paths
    lost = [*(old.keys() - new.keys()), *(path for path in was - now if _subscribed(path))]
    gone = [_address(path) for path in was - now]
    return Effects(
        tuple(sorted(rows, key=lambda row: (row.id, row.what))),
        tuple(sorted(_address(path) for path in now - was)),
        tuple(sorted(gone)),
        tuple(sorted(lost)),
        tuple(sorted(problems)),
        (_unread(before), _unread(after)),
    )


def _unread(orders: Iterable[TrackedOrder]) -> int:
    return sum(len(order.reading.unread) for order in orders)


def _subscribed(path: str) -> bool:
    """True for what programs fetch again and again: a calendar, a feed."""
    return path.endswith((".ics", ".atom"))


def _by_id(orders: Iterable[TrackedOrder]) -> dict[str, Tracked]:
    return {tracked.obligation.id: tracked for order in orders for tracked in order.obligations}


def _changed(name: str, old: Tracked, new: Tracked) -> Iterator[Row]:
    for what, before, after in zip(_FIELDS, _values(old), _values(new), strict=True):
        if before != after:
            yield Row(name, what, before, after)


_FIELDS = (
    "place",
    "standing",
    "due",
    "responsible",
    "through",
    "with",
    "action",
    "words",
    "on record",
    "needs review",
    "reading",
)


def _values(tracked: Tracked) -> tuple[str, ...]:
    duty, due = tracked.obligation, tracked.schedule.due
    partners = (*duty.in_consultation_with, *duty.in_coordination_with)
    latest = tracked.entries[-1] if tracked.entries else None
    record = (
        f"{counted(len(tracked.entries), 'entry', 'entries')}, the last of {latest.date}: {latest.status or 'note'}"
        if latest
        else "nothing"
    )
    return (
        duty.citation, tracked.standing.value, long_date(due) if due else f"no date: {tracked.schedule.undated}",
        "; ".join(duty.responsible) or "nobody", "; ".join(duty.through), "; ".join(partners), one_line(duty.action),
        one_line(duty.quote), record, "; ".join(duty.review), "accepted" if duty.acceptance else "not reviewed",
    )  # fmt: skip


def _line(tracked: Tracked) -> str:
    duty = tracked.obligation
    due = f", due {long_date(tracked.schedule.due)}" if tracked.schedule.due else ""
    return f"{duty.citation} {'; '.join(duty.responsible) or 'nobody'}: {one_line(duty.action)}{due}"


def _address(path: str) -> str:
    """A file as readers know it: a page by its address."""
    return path.removesuffix("index.md") or "/"


def as_markdown(found: Effects) -> str:
    """The report: what must not happen first, then obligations, then pages and calendars, then the check's problems."""
    parts = ["## What this change does", *_summary(found)]
    if found.lost:
        parts += ["### Lost, which must not be", *_list(found.lost)]
    if found.rows:
        parts += ["### Obligations", "| obligation | | before | after |\n|---|---|---|---|\n" + _table(found.rows)]
    for heading, paths in (
        ("New pages, calendars, feeds and data", found.added),
        ("Pages and files that go", found.gone),
    ):
        if paths:
            parts += [f"<details><summary>{heading} ({len(paths)})</summary>", *_list(paths), "</details>"]
    if found.problems:
        parts += ["### Problems", *_list(_problem(problem) for problem in found.problems)]
    return "\n\n".join(parts) + "\n"


def _summary(found: Effects) -> list[str]:
    if not (found.rows or found.added or found.gone or found.problems):
        return ["Nothing changes for readers or subscribers.", *_unread_words(*found.unread)]
    obligations = len({row.id for row in found.rows})
    counts = [
        (obligations, "obligation changes", "obligations change"),
        (len(found.added), "file is new", "files are new"),
        (len(found.gone), "file goes", "files go"),
        (len(found.problems), "problem", "problems"),
    ]
    words = "; ".join(f"{number} {one if number == 1 else many}" for number, one, many in counts if number)
    told = f"{words}. {'**It must not be merged as it is.**' if found.fails else ''}".strip()
    return [told, *_unread_words(*found.unread)]


def _unread_words(was: int, now: int) -> Iterator[str]:
    """``3 passages are unread, 1 more than before.``; nothing where none is or was."""
    if was or now:
        change = (
            f"{abs(now - was):,} {'more' if now > was else 'fewer'} than before" if now != was else "as many as before"
        )
        yield f"{counted(now, 'passage')} {'is' if now == 1 else 'are'} unread, {change}."


def _table(rows: tuple[Row, ...]) -> str:
    shown = [
        f"| {text(row.id)} | {row.what} | {_cell(row.before)} | {_cell(row.after)} |" for row in rows[:LONGEST_TABLE]
    ]
    if len(rows) > LONGEST_TABLE:
        shown.append(f"| … | and {len(rows) - LONGEST_TABLE} more | | |")
    return "\n".join(shown)


def _list(items: Iterable[str]) -> list[str]:
    lines = [f"- {text(item)}" for item in items]
    more = [f"- and {len(lines) - LONGEST_TABLE} more"] if len(lines) > LONGEST_TABLE else []
    return ["\n".join(lines[:LONGEST_TABLE] + more)]


def _problem(problem: Problem) -> str:
    place = ":".join(str(part) for part in (problem.file, problem.line or None) if part)
    details = [f"{name}: {value}" for name in ("found", "allowed", "fix") if (value := getattr(problem, name))]
    return f"{problem.severity}: {place}: {problem.message}" + (f" ({'; '.join(details)})" if details else "")


def _cell(value: str) -> str:
    return text(shortened(value, LONGEST_CELL))


def text(value: str) -> str:
    """Text from outside as Markdown text: no markup, no tag, no mention, one line."""
    plain = _MARKUP.sub(r"\\\1", one_line(value)).replace("&", "&amp;").replace("<", "&lt;")
    return _CALLS.sub("\\g<0>\N{WORD JOINER}", plain)
