"""What another text of the same order changes, and what it would do to obligations that are on record.

Held against the register; where there is none, against the reading of the text that is there, as if it were accepted.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from extractor.model import Order, Reading
from extractor.problems import Problem, ProblemsFound
from extractor.register.accepting import Decisions, next_register
from extractor.register.corrections_yml import Correction, read_corrections
from extractor.register.differences import Difference
from extractor.register.publishing import Published, publish
from extractor.register.register import ORDER_FIELDS, Register
from extractor.register.register_yml import read_register
from extractor.register.unaccepted import problems_of
from extractor.source.source_files import CORRECTIONS_FILE, PROGRESS_FILE, REGISTER_FILE, bytes_of
from extractor.yaml.text import decode
from extractor.yaml.tree import Mapping, Scalar, Sequence, read_yaml

_BESIDE = ("published", "document")  # of the source, but nothing that must be accepted
_NEEDS_A_DECISION = ("gone", "unclear")


@dataclass(frozen=True, slots=True)
class Replaced:
    """What a new text changes, in lines, and the problems that stand in its way."""

    lines: tuple[str, ...]
    problems: tuple[Problem, ...]


def replaced_text(folder: Path, old: Reading, new: Reading, shown: str) -> Replaced:
    """The changes from the folder's reading ``old`` to ``new``. ``shown`` is the folder as messages name it.

    Raises ``ProblemsFound`` where the folder's register or corrections cannot be read.
    """
    register, corrections = _kept(folder, old.order.id, shown)
    if register:
        found = publish(new, register, corrections)
        problems = _unaccepted(found, register, shown)
    else:
        stands_for = next_register(None, publish(old, None, corrections), corrections, Decisions(), (), date.min)
        found = publish(new, stands_for, corrections)
        problems = [*_moved_entries(folder, found, shown)]
    beside = _beside(old.order, new.order)
    return Replaced((*beside, *(each.as_text() for each in found.differences)), tuple(problems))


def _kept(folder: Path, order_id: str, shown: str) -> tuple[Register | None, tuple[Correction, ...]]:
    problems: list[Problem] = []
    register: Register | None = None
    corrections: tuple[Correction, ...] = ()
    if (raw := bytes_of(folder / REGISTER_FILE)) is not None:
        register, problems = read_register(raw, f"{shown}/{REGISTER_FILE}", order_id)
    if (raw := bytes_of(folder / CORRECTIONS_FILE)) is not None:
        corrections, faults = read_corrections(raw, f"{shown}/{CORRECTIONS_FILE}", order_id)
        problems += faults
    if problems:
        raise ProblemsFound(problems)
    return register, corrections


def _unaccepted(found: Published, register: Register, shown: str) -> list[Problem]:
    """What a person must decide before the text can be accepted: lost ids, unclear ones, another signing date."""
    needed = tuple(each for each in found.differences if each.kind in _NEEDS_A_DECISION or each.field == "signed")
    return problems_of(needed, register, f"{shown}/{REGISTER_FILE}", register.order_id)


def _moved_entries(folder: Path, found: Published, shown: str) -> Iterator[Problem]:
    """A problem for each obligation with a log that the new text would give to another duty, or to none.

    Without a register the log goes by the labels of the text, and these have moved.
    """
    raw = bytes_of(folder / PROGRESS_FILE)
    if found.found is None or raw is None:
        return
    now = {record.key: obligation.key for record, obligation in found.found.pairs}
    changed = {each.key: each for each in found.differences if each.key}
    fix = "run tracker accept on the text that is here, so that ids follow the words, then import again"
    for key in _logged(raw):
        if now.get(key.text or "") != key.text and key.text in changed:
            where = f"the obligation is now {now[key.text]}" if key.text in now else changed[key.text].as_text()
            message = "the log of this obligation would be left to another duty, or to none"
            yield Problem(f"{shown}/{PROGRESS_FILE}", key.line, key.column, message, where, key.text, fix)


def _logged(raw: bytes) -> tuple[Scalar, ...]:
    """The keys of a log under which something stands, with their places."""
    root, _ = read_yaml(decode(raw, PROGRESS_FILE)[0], PROGRESS_FILE)
    log = root.get("log") if isinstance(root, Mapping) else None
    return tuple(key for key, block in log.pairs if isinstance(block, Sequence)) if isinstance(log, Mapping) else ()


def _beside(old: Order, new: Order) -> list[str]:
    """What else the two sources state differently."""
    pairs = [(name, getattr(old, name), getattr(new, name)) for name in _BESIDE if name not in ORDER_FIELDS]
    return [
        Difference("order", "", name, str(before or "nothing"), str(after or "nothing")).as_text()
        for name, before, after in pairs
        if before != after
    ]
