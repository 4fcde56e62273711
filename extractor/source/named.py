"""The order or the obligation that somebody means: by folder, number, key, citation or full id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from extractor.model import Obligation
from extractor.problems import Problem, ProblemsFound, did_you_mean
from extractor.source.orders import SourceOrder

LISTED = 12  # keys that a message lists


def order_folder(name: str, folders: Iterable[Path]) -> Path:
    """The folder of an order: ``eo-14409``, or ``14409`` alone. Raises ``ProblemsFound`` with the nearest one."""
    by_name = {folder.name: folder for folder in folders}
    wanted = name.strip().strip("/").removeprefix("source/")
    if found := by_name.get(wanted) or by_name.get(f"eo-{wanted}"):
        return found
    near = did_you_mean(wanted, by_name) or did_you_mean(f"eo-{wanted}", by_name)
    raise ProblemsFound([Problem("source/", 0, 0, "there is no such order", name, _listed(by_name), near)])


def order_part(word: str) -> tuple[str | None, str]:
    """``eo-14409/2-c`` → the order and the rest; a key or a citation alone names no order."""
    order, slash, rest = word.strip().rpartition("/")
    return (order, rest) if slash else (None, rest)


def obligation_named(word: str, orders: Iterable[SourceOrder]) -> tuple[SourceOrder, Obligation]:
    """The one obligation that a key (``2-c``) or a citation (``2(c)``) means in these orders.

    Raises ``ProblemsFound``: where none has it, with what is near; where several have it, with their full ids.
    """
    orders = tuple(orders)
    found = [(order, each) for order in orders for each in meant(word, order.reading.obligations)]
    if len(found) == 1:
        return found[0]
    if not found:
        raise ProblemsFound([_unknown(word, orders)])
    ids = ", ".join(each.id for _, each in found)
    message = "several obligations are meant by this"
    raise ProblemsFound([Problem("ID", 0, 0, message, word, ids, "name one of them by its full id")])


def meant(word: str, obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """The obligations of one order with this key; else those with this citation (blanks and case of ``2(C)`` aside)."""
    obligations = tuple(obligations)
    exact = tuple(each for each in obligations if each.key == word)
    cited = tuple(each for each in obligations if each.citation == _citation(word))
    near = tuple(each for each in obligations if _citation(word).lower() in (each.key.lower(), each.citation.lower()))
    return exact or cited or near


def _citation(word: str) -> str:
    return re.sub(r"(?i:^\s*(?:sec(?:tion|\.)?|§)\s*)|\s+", "", word)


def _unknown(word: str, orders: tuple[SourceOrder, ...]) -> Problem:
    keys = [each.key for order in orders for each in order.reading.obligations]
    inside = [key for key in keys if key.startswith(f"{_as_key(word)}-")]
    near = did_you_mean(_as_key(word), keys)
    fix = "name one of these" if inside else near
    allowed = _listed(inside or keys) or "none: the order has no obligation"
    passages = (each for order in orders for each in order.reading.not_obligations)
    passage = next((each for each in passages if _as_key(each.citation) == _as_key(word)), None)
    if passage and not inside:
        message = f"{passage.citation} is no obligation ({passage.reason})"
        fix = f'tracker explain "order.md#{passage.citation}" shows why'
        return Problem("ID", 0, 0, message, word, allowed, fix)
    return Problem("ID", 0, 0, "there is no such obligation", word, allowed, fix)


def _as_key(word: str) -> str:
    return re.sub(r"[()\s]+", "-", _citation(word)).strip("-")


def _listed(words: Iterable[str]) -> str:
    words = list(dict.fromkeys(words))
    return ", ".join(words[:LISTED]) + (f" and {len(words) - LISTED} more" if len(words) > LISTED else "")
