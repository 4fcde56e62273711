"""The keys of a progress log: does each name an obligation of the order, and if not, which one was meant?"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace

from extractor.find.keys import key_of
from extractor.model import NotObligation, Reading
from extractor.problems import Problem, listed
from extractor.words.numbers import counted
from extractor.words.why_not import why_not
from extractor.yaml.fields import nearest_word
from extractor.yaml.tree import Mapping, Node, Scalar, shown

UNKNOWN = "unknown obligation"
MOST_TOLD = 100  # keys that name no obligation are looked into one by one; more of them are another order's log
_REPORT = "if that is wrong, report it with the passage’s words"


@dataclass(frozen=True, slots=True)
class WrongKey:
    """A key that names no obligation: what is wrong with it, why, and what to do where it ``must_go``, or else.

    ``meant``: the one obligation that it can only mean, by its citation or its full id.
    """

    message: str
    fix: str
    why: str = ""
    must_go: bool = False
    meant: str | None = None

    def fix_in_file(self) -> str:
        """What to do with the key where it stands in a log."""
        if not self.must_go:
            return self.fix
        return f"{self.why} Delete the key; {self.fix}" if self.why else f"delete the key; {self.fix}"

    def fix_with_reason(self) -> str:
        """Why it names no obligation, and what to do."""
        return f"{self.why} {self.fix[:1].upper()}{self.fix[1:]}" if self.why else self.fix


def key_problems(
    log: Mapping, reading: Reading | None, file: str, also: Collection[str] = (), fields: Collection[str] = ()
) -> list[Problem]:
    """A problem for each key of the log that comes twice, or that names no obligation of the order.

    ``reading``: the order's obligations and the passages that were left out; ``None`` where the order could not be
    read, then only what comes twice is judged. ``also``: keys of obligations that it no longer holds. ``fields``: those
    of an entry, which stand where keys do when they are not indented. A wrong key with nothing on record loses nothing
    and is a warning.
    """
    twice = {id(key): first for key, first in log.repeated()}
    known = {*also, *(each.key for each in reading.obligations)} if reading else set()
    problems, unknown = [], []
    for key, block in log.pairs:
        if first := twice.get(id(key)):
            problems.append(_second_block(file, key, first))
        elif (key.text or "") in fields and isinstance(block, Scalar):
            problems.append(_field(file, key))
        elif reading and (key.text or "") not in known:
            unknown.append((key, is_empty(block)))
    if reading:
        problems += [_unknown(file, key, empty, reading, log) for key, empty in unknown[:MOST_TOLD]]
    return problems + _the_others(file, unknown[MOST_TOLD:])


def _the_others(file: str, unknown: list[tuple[Scalar, bool]]) -> list[Problem]:
    """One problem for all the keys that are not looked into."""
    if not unknown:
        return []
    key, severity = unknown[0][0], "warning" if all(empty for _, empty in unknown) else "error"
    message, fix = f"{counted(len(unknown), 'more key')} from here on", "is this the log of another order?"
    allowed = "keys of this order’s obligations"
    return [Problem(file, key.line, key.column, f"{message}: {UNKNOWN}", shown(key.text or ""), allowed, fix, severity)]


def is_empty(block: Node) -> bool:
    """True for a key with nothing after its colon: nothing is on record."""
    return isinstance(block, Scalar) and block.text is None


def _field(file: str, key: Scalar) -> Problem:
    name = key.text or ""
    fix = "indent it like the other fields of its entry: in the column in which “date” begins, not in that of the keys"
    return Problem(file, key.line, key.column, f"“{name}” stands where the keys stand", name, "a key such as 2-c", fix)


def _unknown(file: str, key: Scalar, nothing_on_record: bool, reading: Reading, log: Mapping) -> Problem:
    wrong = wrong_key(key.text or "", reading)
    found = shown(key.text or "") or "nothing"
    allowed = listed(each.key for each in reading.obligations) or "no key: the order has no obligation"
    fix, severity = (_empty_fix(wrong, log), "warning") if nothing_on_record else (wrong.fix_in_file(), "error")
    return Problem(file, key.line, key.column, wrong.message, found, allowed, fix, severity)


def _empty_fix(wrong: WrongKey, log: Mapping) -> str:
    """What to do with a wrong key that has nothing under it: its right form, where that has no line yet."""
    if not wrong.meant:
        return "delete the line"
    line = next((key.line for key, _ in log.pairs if key.text == wrong.meant), None)
    return f"{wrong.fix} That has its own line, {line}: put entries there, and delete this line" if line else wrong.fix


def _second_block(file: str, key: Scalar, first: Scalar) -> Problem:
    name = shown(key.text or "")
    return Problem(
        file, key.line, key.column, f"a second block for {name}", f"{name}, first at line {first.line}",
        "one block for each obligation", f"append these entries to the first block, at line {first.line}",
    )  # fmt: skip


def wrong_key(name: str, reading: Reading) -> WrongKey:
    """What the key means, as far as it can be told: a full id, a citation, a section, a passage that was left out."""
    bare = key_of(name.rsplit("/", 1)[-1].strip()).casefold()
    keys = [each.key for each in reading.obligations]
    if same := [key for key in keys if key.casefold() == bare]:
        return replace(_nearest(name, keys), meant=same[0]) if len(same) == 1 else _nearest(name, keys)
    below = [key for key in keys if key.casefold().startswith((f"{bare}-", f"{bare}_"))]
    if below:
        return _several(bare, below)
    if passages := [each for each in reading.not_obligations if _stands_at(each.citation, bare)]:
        return _left_out(bare, passages)
    if bare in (key_of(paragraph.citation).casefold() for paragraph in reading.paragraphs):
        return _silent(bare, keys)
    return _nearest(name, keys)


def _stands_at(citation: str, bare: str) -> bool:
    place = key_of(citation).casefold()
    return place == bare or place.startswith(f"{bare}-")


def _several(bare: str, below: list[str]) -> WrongKey:
    if len(below) == 1:
        return WrongKey(UNKNOWN, f"did you mean “{below[0]}”?", meant=below[0])
    where = _where(bare)
    return WrongKey(f"{where} holds several obligations", f"name the one that is meant: {listed(below)}")


def _left_out(bare: str, passages: list[NotObligation]) -> WrongKey:
    reasons = " ".join(dict.fromkeys(why_not(passage) for passage in passages))
    message = f"{_where(bare)} is no obligation, but was left out with its reason"
    return WrongKey(message, _REPORT, reasons, must_go=True)


def _silent(bare: str, keys: list[str]) -> WrongKey:
    """A paragraph of the order without an obligation of its own: most often a part of the one above it."""
    whole = max((key for key in keys if bare.startswith(f"{key.casefold()}-")), key=len, default=None)
    if whole:
        return WrongKey(f"{_where(bare)} is a part of another obligation", f"did you mean “{whole}”?")
    return WrongKey(f"{_where(bare)} states no obligation", _REPORT, must_go=True)


def _nearest(name: str, keys: list[str]) -> WrongKey:
    nearest = nearest_word(name.rsplit("/", 1)[-1], keys) if keys else None
    instead = "use the key of the obligation that is meant: the last part of its page’s address"
    return WrongKey(UNKNOWN, nearest or instead)


def _where(bare: str) -> str:
    """``section 2``, ``3(c)``, ``paragraph 4`` of prose, from a key in lower case."""
    first, *rest = bare.split("-")
    if not rest:
        return f"paragraph {first[1:]}" if first[:1] == "p" and first[1:].isdigit() else f"section {shown(first)}"
    return shown(first + "".join(f"({part})" for part in rest))
