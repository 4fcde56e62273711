"""What another text of the same order changes in its reading: one line for each obligation and field that differs."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import Obligation, Order, Reading

_FIELDS = ("kind", "number", "title", "signed", "published", "citation", "document", "official_url", "text")


def changes(old: Reading, new: Reading) -> tuple[str, ...]:
    """From ``old`` to ``new``: fields of the order, obligations lost and gained, due dates and officials that differ."""
    before = {obligation.key: obligation for obligation in old.obligations}
    after = {obligation.key: obligation for obligation in new.obligations}
    return (
        *_order_changes(old.order, new.order),
        *(f"lost    {_shown(before[key])}" for key in before if key not in after),
        *(f"gained  {_shown(after[key])}" for key in after if key not in before),
        *(line for key in after if key in before for line in _obligation_changes(before[key], after[key])),
    )


def _order_changes(old: Order, new: Order) -> Iterator[str]:
    for name in _FIELDS:
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"order   {name}: {_value(before)} → {_value(after)}"


def _obligation_changes(old: Obligation, new: Obligation) -> Iterator[str]:
    pairs = {
        "kind": (old.kind, new.kind),
        "due": (old.schedule.due, new.schedule.due),
        "deadline": (_deadline(old), _deadline(new)),
        "responsible": (old.responsible, new.responsible),
        "through": (old.through, new.through),
    }
    if pairs["due"][0] != pairs["due"][1]:
        del pairs["deadline"]  # the due date already says it
    for name, (before, after) in pairs.items():
        if before != after:
            yield f"changed {new.key} {name}: {_value(before)} → {_value(after)}"


def _deadline(obligation: Obligation) -> str:
    deadline = obligation.deadline
    parts = (deadline.kind, deadline.amount, deadline.unit, deadline.direction, deadline.date, deadline.recurrence)
    return " ".join(str(part) for part in parts if part is not None)


def _shown(obligation: Obligation) -> str:
    due = f", due {obligation.schedule.due}" if obligation.schedule.due else ""
    return f"{obligation.key} {'; '.join(obligation.responsible) or 'nobody named'}: {_cut(obligation.action)}{due}"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return "; ".join(value) or "nobody"
    return "nothing" if value is None or value == "" else str(value)


def _cut(text: str, width: int = 70) -> str:
    return text if len(text) <= width else text[:width].rsplit(" ", 1)[0] + " …"
