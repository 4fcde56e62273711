"""Problems for what is not as it was accepted: readings that differ, orders and corrections that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Protocol

from extractor.problems import Problem
from extractor.register.corrections_yml import Correction
from extractor.register.differences import Difference
from extractor.register.publishing import Published
from extractor.register.register import Register
from extractor.yaml.fields import nearest_word
from extractor.yaml.text import decode
from extractor.yaml.tree import Mapping as Mapping_
from extractor.yaml.tree import Scalar, Sequence, describe, read_yaml, shown

ORDERS_FILE = "orders.yml"
LISTED = 12  # ids that a message lists
_MESSAGES = {
    "order": "what the order’s source states is not what was accepted: {field}",
    "text": "the text is not the one that was accepted, though no obligation differs",
    "changed": "{key}: not as accepted: {field}",
    "moved": "{key}: its words stand elsewhere",
    "added": "{key}: an obligation that nobody has accepted",
    "gone": "{key}: an accepted obligation whose words are gone from the text, or are no longer found in it",
    "reject": "{key}: rejected in corrections.yml, which nobody has accepted",
    "unclear": "{key}: which obligation is this now?",
}


class Folder(Protocol):
    """What is judged of an order's folder."""

    @property
    def published(self) -> Published:
        """What would be published."""
        ...

    @property
    def register(self) -> Register | None:
        """What was accepted."""
        ...


def unaccepted(order: Folder, file: str) -> list[Problem]:
    """A problem for each difference between a folder's reading and its register; none without a register.

    ``file`` is the register as messages name it; a problem stands at the line of the obligation's record.
    """
    return problems_of(order.published.differences, order.register, file, order.published.reading.order.id)


def problems_of(
    differences: Iterable[Difference], register: Register | None, file: str, order_id: str
) -> list[Problem]:
    """A problem for each difference, at the line of the obligation's record in ``file``."""
    lines = register.lines if register else {}
    return [_problem(each, file, lines.get(each.key, 0), order_id) for each in differences]


def _problem(difference: Difference, file: str, line: int, order_id: str) -> Problem:
    message = _MESSAGES[difference.kind].format(key=difference.key, field=difference.field)
    column = 3 if line else 0
    return Problem(
        file,
        line,
        column,
        message,
        difference.now or "nothing",
        difference.was or "nothing",
        _fix(difference, order_id),
    )


def _fix(difference: Difference, order_id: str) -> str:
    accept = f"tracker accept {order_id}"
    if difference.kind == "unclear":
        return f"{accept} --same {difference.key}=KEY, with the key that it has now; or --retire {difference.key} --reason …"
    if difference.kind == "gone":
        return f"{accept} --retire {difference.key} --reason …, if it is right; or add it in corrections.yml"
    if difference.kind == "reject":
        return f"{accept}, if it is right; or take the correction out of corrections.yml"
    if difference.kind in ("order", "text"):
        return f"{accept}, if it is right; or undo the change of order.md"
    return f"{accept}, if it is right; or set it right in corrections.yml"


def lost_orders(source: Path, folders: Mapping[str, bool]) -> list[Problem]:
    """A problem for each order of ``source/orders.yml`` that has no folder any more, or no register, at its line.

    ``folders``: each order that is there, and whether it has a register.
    """
    listed, problems = accepted_orders(source)
    file = f"{source.name}/{ORDERS_FILE}"
    for name in listed:
        place = f"{source.name}/{name.text}/"
        if name.text not in folders:
            fix = "bring the folder back; pages and calendars of a published order stay for good"
            found = f"no folder {source.name}/{name.text}"
            problems.append(Problem(file, name.line, name.column, "a published order is gone", found, place, fix))
        elif not folders[name.text or ""]:
            fix = "bring the file back from the last commit; without it the log goes by labels, which may have moved"
            message = "the register of a published order is gone"
            problems.append(
                Problem(file, name.line, name.column, message, f"no {place}register.yml", f"{place}register.yml", fix)
            )
    return problems


def accepted_orders(source: Path) -> tuple[tuple[Scalar, ...], list[Problem]]:
    """The ids in ``source/orders.yml`` with their places, and its problems; none where there is no such file."""
    path, file = source / ORDERS_FILE, f"{source.name}/{ORDERS_FILE}"
    if not path.exists() and not path.is_symlink():
        return (), []
    if path.is_symlink() or not path.is_file():
        fix = "take the file from the last commit"
        return (), [Problem(file, 0, 0, "this is no regular file", ORDERS_FILE, "a file inside source/", fix)]
    return read_orders(path.read_bytes(), file)


def read_orders(raw: bytes, file: str) -> tuple[tuple[Scalar, ...], list[Problem]]:
    """The ids in ``orders.yml``, with their places, and its problems."""
    text, problems = decode(raw, file)
    root, faults = read_yaml(text, file)
    problems += faults
    items = root.get("orders") if isinstance(root, Mapping_) else None
    fix = "take the file from the last commit, or run tracker accept"
    if not isinstance(root, Mapping_) or not isinstance(items, Sequence) or len(root.pairs) != 1:
        return (), [*problems, Problem(file, 1, 1, "not a list of orders", None, "“orders:”, and a list below it", fix)]
    for item in items.items:
        if not isinstance(item, Scalar) or not item.text:
            problems.append(Problem(file, item.line, item.column, "not an order’s id", describe(item), "an id", fix))
    return tuple(item for item in items.items if isinstance(item, Scalar) and item.text), problems


def orders_yml(names: Iterable[str]) -> bytes:
    """The file that lists every order that was ever accepted, in alphabetical order."""
    head = "# Every order that this site ever published. “tracker accept” keeps the list, and “tracker check” sees to it\n# that none of them is lost.\norders:\n"
    return (head + "".join(f"  - {name}\n" for name in sorted(set(names)))).encode("utf-8")


def unknown_ids(corrections: Iterable[Correction], keys: tuple[str, ...], file: str) -> list[Problem]:
    """A problem for each correction whose id no obligation has."""
    listed = ", ".join(keys[:LISTED]) + (f" and {len(keys) - LISTED} more" if len(keys) > LISTED else "")
    fix = "use the last part of the obligation’s address"
    return [
        Problem(file, each.line, 0, "unknown obligation", shown(each.key), listed or "none", nearest_word(each.key, keys) or fix)
        for each in corrections
        if each.kind in ("set", "reject") and each.key not in keys
    ]  # fmt: skip


def lost_corrections(register: Register | None, corrections: Iterable[Correction], file: str) -> list[Problem]:
    """A problem for each obligation that was rejected and whose correction is gone: it would come back in silence."""
    rejected = {each.key for each in corrections if each.kind == "reject"}
    fix = "put the correction back; to take it back for good, add the obligation under an id of its own"
    return [
        Problem(file, 0, 0, "a correction is gone that rejects an obligation", record.key, f"reject: {record.rejected}", fix)
        for record in (register.records if register else ())
        if record.rejected is not None and record.key not in rejected
    ]  # fmt: skip
