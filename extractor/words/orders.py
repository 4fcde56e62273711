"""The names of an order: in full, in short, and its title where its number stands before it."""

from __future__ import annotations

import re

from extractor.model import Order, Relation

_SHORT_KINDS = {"executive order": "EO", "proclamation": "Proclamation", "memorandum": "Memorandum"}


def executive_order(number: int | str) -> str:
    """``Executive Order 14409``, of the number alone."""
    return f"Executive Order {number}"


def full_name(order: Order) -> str:
    """``Executive Order 14409`` where the order has a number, else its title, else its id."""
    return order.title or order.id if order.number is None else f"{order.kind.title()} {order.number}"


def short_name(order: Order) -> str:
    """``EO 14409`` where the order has a number, else its id."""
    if order.number is None:
        return order.id
    return f"{_SHORT_KINDS.get(order.kind, order.kind.capitalize())} {order.number}"


def shown_relation(relation: Relation, name: str = "") -> str:
    """``revokes section 3 of Executive Order 14141``; ``name``: what the other order is called instead."""
    of = f"{relation.part} of " if relation.part and not relation.part.startswith("to the extent") else ""
    limit = f" {relation.part}" if relation.part and not of else ""
    return f"{relation.kind} {of}{name or executive_order(relation.order)}{limit}"


def brief_title(order: Order) -> str:
    """The title for a place where the number stands before it: ``Improving Safety`` of “Executive Order on Improving Safety”."""
    if order.number is None:
        return order.title
    brief = re.sub(rf"^{re.escape(order.kind)} on (?:the )?", "", order.title, flags=re.IGNORECASE)
    return brief[:1].upper() + brief[1:]
