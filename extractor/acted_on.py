"""Orders on file that others on file say they revoke, supersede or amend, where nobody has entered it yet.

A status is entered by people: here is only what there is to enter, and where it is said.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.model import Order, Reading, Relation
from extractor.words.orders import short_name, shown_relation

_ENDS = ("revokes", "supersedes")
_CHANGES = (*_ENDS, "amends")


@dataclass(frozen=True, slots=True)
class NotEntered:
    """What ``by`` says of ``order``, by the ``relation``, and what the front matter of ``order`` does not say."""

    order: Order
    by: Order
    relation: Relation

    @property
    def status(self) -> str:
        """``revoked`` where the whole order ends, else ``amended``."""
        return "revoked" if self.relation.kind in _ENDS and self.relation.part is None else "amended"

    @property
    def words(self) -> str:
        """``EO 14318, at 4, says that it revokes Executive Order 14141, and this is not entered``."""
        said = shown_relation(self.relation)
        return f"{short_name(self.by)}, at {self.relation.citation}, says that it {said}, and this is not entered"

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines for the front matter, as far as they are known."""
        known = {
            "status": self.status,
            "status_date": self.by.signed.isoformat() if self.by.signed else None,
            "status_by": short_name(self.by),
            "status_source": self.by.official_url,
        }
        return tuple(f"{name}: {value}" for name, value in known.items() if value)


def not_entered(readings: Iterable[Reading]) -> Iterator[NotEntered]:
    """What is to be entered, by the order that it is said of; of each order that says it, what weighs most."""
    readings = tuple(readings)
    numbered = {each.order.number: each.order for each in readings if each.order.kind == "executive order"}
    for reading in readings:
        said: dict[int, NotEntered] = {}
        for relation in reading.relations:
            order = numbered.get(relation.order)
            if order is None or relation.kind not in _CHANGES:
                continue
            one = NotEntered(order, reading.order, relation)
            held = said.get(relation.order)
            if _is_open(one) and (held is None or (held.status, one.status) == ("amended", "revoked")):
                said[relation.order] = one
        yield from said.values()


def _is_open(one: NotEntered) -> bool:
    """Is it not entered, and not looked at on or after the day on which the other order was signed?"""
    order, day = one.order, one.by.signed
    if order.status in ("revoked", one.status):
        return False
    return not (order.status_date and day and order.status_date >= day)
