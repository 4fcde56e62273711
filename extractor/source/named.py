"""The order or the obligation that somebody means: by folder, number, key, citation or full id."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from extractor.model import Obligation
from extractor.problems import Problem, ProblemsFound, did_you_mean, listed
from extractor.source.log_keys import UNKNOWN, WrongKey, wrong_key
from extractor.source.orders import SourceOrder
from extractor.yaml.fields import nearest_word

_MOST_TOLD = 3  # orders of which a message says what stands at a place


def order_folder(name: str, folders: Iterable[Path]) -> Path:
    """The folder of an order: ``eo-14409``, or ``14409`` alone. Raises ``ProblemsFound`` with the nearest one."""
    by_name = {folder.name: folder for folder in folders}
    wanted = name.strip().strip("/").removeprefix("source/")
    if found := by_name.get(wanted) or by_name.get(f"eo-{wanted}"):
        return found
    near = did_you_mean(wanted, by_name) or did_you_mean(f"eo-{wanted}", by_name)
    raise ProblemsFound([Problem("source/", 0, 0, "there is no such order", name, listed(by_name), near)])


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
    ids = listed(each.id for _, each in found)
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
    """What was meant instead, as far as the orders tell; else the nearest key of all."""
    several = len(orders) > 1
    ids = [each.id if several else each.key for order in orders for each in order.reading.obligations]
    allowed = listed(ids) or "none: the order has no obligation"
    if not several:
        wrong = wrong_key(_citation(word), orders[0].reading) if orders else WrongKey(UNKNOWN, "")
        return Problem("ID", 0, 0, wrong.message, word, allowed, wrong.fix_with_reason() or None)
    told = [(order.reading.order.id, wrong_key(_citation(word), order.reading)) for order in orders]
    if telling := [(name, wrong) for name, wrong in told if wrong.message != UNKNOWN]:
        return _told_by_each(word, allowed, telling)
    by_key = {each.key: each.id for order in reversed(orders) for each in order.reading.obligations}
    near = nearest_word(_citation(word), by_key) if by_key else None
    return Problem("ID", 0, 0, UNKNOWN, word, allowed, near)


def _told_by_each(word: str, allowed: str, telling: list[tuple[str, WrongKey]]) -> Problem:
    """What the orders that know the place say of it, each by its name; the first few of many."""
    message = "; ".join(f"{name}: {wrong.message}" for name, wrong in telling[:_MOST_TOLD])
    fix = " ".join(f"{name}: {wrong.fix_with_reason().rstrip('.')}." for name, wrong in telling[:_MOST_TOLD])
    return Problem("ID", 0, 0, message, word, allowed, fix)
