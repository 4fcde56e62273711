"""What each JSON file under ``api/v1/`` holds: one model for each kind of file, made of records."""

from __future__ import annotations

from datetime import date as Day

from extractor.publish.api.reading_model import Record
from extractor.publish.api.record_model import (
    Agency,
    Change,
    ListedOrder,
    Office,
    OrdersNotObligation,
    OrdersRelation,
    OrdersUnread,
    TrackedObligation,
    TrackedOrder,
)


class Dated(Record):
    """What every file says first."""

    as_of: Day
    """The day that the standings are as of."""


class ObligationsFile(Dated):
    """Everything in one file: the orders with their texts, every obligation, and what is none, as flat lists."""

    orders: tuple[TrackedOrder, ...]
    """Every order, with its text."""
    obligations: tuple[TrackedObligation, ...]
    """Every obligation of every order, in the texts’ order."""
    not_obligations: tuple[OrdersNotObligation, ...]
    """What could be taken for one."""
    unread: tuple[OrdersUnread, ...]
    """What could oblige somebody and was not read."""
    relations: tuple[OrdersRelation, ...]
    """What the orders do to others, in the texts’ order."""


class OrdersFile(Dated):
    """Every order without its text, with figures and the addresses of its files."""

    orders: tuple[ListedOrder, ...]
    """Every order."""


class OfficialsFile(Dated):
    """Every office that a duty names, with the ids of its duties."""

    officials: tuple[Office, ...]
    """The offices, by name."""


class AgenciesFile(Dated):
    """Every agency with its offices and the ids of their duties."""

    agencies: tuple[Agency, ...]
    """The agencies, by name."""


class NotObligationsFile(Dated):
    """What could be taken for an obligation, and the reason why it is none."""

    not_obligations: tuple[OrdersNotObligation, ...]
    """The passages, in the texts’ order."""


class ChangesFile(Dated):
    """Every change of the record up to the day of the file."""

    changes: tuple[Change, ...]
    """The changes, the last recorded first."""


class OrderFile(Dated):
    """One order with its text, its obligations, and what is none."""

    order: TrackedOrder
    """The order, with its text."""
    obligations: tuple[TrackedObligation, ...]
    """Its obligations, in the text’s order."""
    not_obligations: tuple[OrdersNotObligation, ...]
    """What could be taken for one."""
    unread: tuple[OrdersUnread, ...]
    """What could oblige somebody and was not read."""
    relations: tuple[OrdersRelation, ...]
    """What it does to other orders, in the text’s order."""


class ObligationFile(Dated):
    """One obligation, with the order that it stands in."""

    order: ListedOrder
    """The order, without its text."""
    obligation: TrackedObligation
    """The obligation."""
