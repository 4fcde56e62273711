"""What a reading is made of: one model for each record, which the JSON is written from and the schemas describe.

A model takes its values from the pipeline's own (``Deadline.model_validate(deadline)`` reads its attributes). Within v1
a field is only ever added, at the end of its model or where it reads best; none changes its meaning or goes.
"""

from __future__ import annotations

from datetime import date as Day
from typing import Literal

from pydantic import AliasPath, BaseModel, ConfigDict, Field


class Record(BaseModel):
    """What all records have in common: they are made from the attributes of values, and do not change."""

    model_config = ConfigDict(from_attributes=True, frozen=True, populate_by_name=True, use_attribute_docstrings=True)


class Span(Record):
    """A range of Unicode code points in the order’s text; the end is not in it."""

    start: int = Field(ge=0)
    """The first code point, counted from 0."""
    end: int = Field(ge=0)
    """The code point after the last."""


class Actor(Record):
    """A responsible official, with the officer through whom this one acts."""

    official: str
    """The official, as the text names the office."""
    through: str | None
    """The officer through whom the official acts."""


class Second(Record):
    """The other of two dates that compete."""

    kind: str
    """As in the deadline."""
    amount: int | None
    """As in the deadline."""
    unit: str | None
    """As in the deadline."""
    direction: str | None
    """As in the deadline."""
    event: str | None
    """As in the deadline."""
    date: Day | None
    """As in the deadline."""
    at_event: bool
    """As in the deadline."""
    duration: str | None
    """As in the deadline."""


class Length(Record):
    """A smaller part of a length of time: the 6 months of “1 year and 6 months”."""

    amount: int
    """As in the deadline."""
    unit: str
    """As in the deadline."""


class Deadline(Record):
    """When an obligation must be met, as the order’s words say it; no arithmetic."""

    kind: Literal["relative", "event", "fixed", "recurring", "vague", "none"]
    """relative: from the order’s date; event: from an event; fixed: a date; recurring; vague: no fixed time; none."""
    amount: int | None
    """The number that the words state: 30 of “within 30 days”."""
    unit: Literal["hours", "days", "business days", "weekdays", "weeks", "months", "years"] | None
    """The unit of the amount."""
    direction: Literal["after", "before"] | None
    """Whether the time runs after or before the day that it is counted from."""
    event: str | None
    """The event that the time runs from, in the order’s words."""
    date: Day | None
    """The date that the words state; for fixed deadlines only."""
    recurs: str | None
    """The words of a recurrence: “annually thereafter”."""
    recurrence: str | None
    """The recurrence as a rule of RFC 5545, where the words give one: FREQ=YEARLY."""
    at_event: bool
    """True where the event’s own day is the day."""
    whichever: Literal["later", "earlier"] | None
    """Which of two dates counts, where two compete."""
    second: Second | None
    """The other of two dates that compete."""
    reference: str | None
    """The key of the obligation of this order whose performance is the event."""
    inherited: bool
    """True where the deadline stands in a sentence or paragraph above."""
    quote: str | None
    """The words of the deadline."""
    span: Span | None
    """Where these words stand in the order’s text."""
    doubt: str | None
    """What of the deadline is unread, in words, amount and unit are then null; or what was read from a spoiled scan."""
    duration: str | None
    """The whole length as an ISO 8601 duration: P30D, PT72H, P1Y6M. null for business days, which ISO 8601 cannot say."""
    more: tuple[Length, ...]
    """The smaller parts of a length that has several: the 6 months of “1 year and 6 months”."""
    anchor: Day | None
    """The day that the length runs from, where the words state it (“within 30 days of October 1, 2026”) or the order its effective day."""


class Obligation(Record):
    """One obligation, with the schedule that the order’s text alone gives."""

    id: str
    """The permanent name: the order’s id, a slash, the key."""
    order: str
    """The order’s id."""
    key: str
    """The permanent name within the order."""
    citation: str
    """Where it stands in the order: 2(c)(ii); p3 for the third paragraph of prose."""
    kind: Literal["duty", "prohibition"]
    """A duty, or a prohibition."""
    modal: str
    """The word that commands: shall, must, is directed to."""
    responsible: tuple[str, ...]
    """The responsible officials, each once, in the text’s order."""
    through: tuple[str, ...]
    """The officers through whom they act."""
    actors: tuple[Actor, ...]
    """The officials, each with the officer through whom this one acts."""
    in_consultation_with: tuple[str, ...]
    """Who is to be consulted."""
    in_coordination_with: tuple[str, ...]
    """With whom it is to be coordinated."""
    action: str
    """What is to be done: the verb phrase as it stands."""
    action_span: Span | None
    """Where these words stand in the order’s text."""
    deadline: Deadline
    """When it must be met, as the words say it."""
    due: Day | None = Field(validation_alias=AliasPath("schedule", "due"))
    """The due date; null where undated says why there is none."""
    undated: str | None = Field(validation_alias=AliasPath("schedule", "undated"))
    """Why there is no due date."""
    estimate: Day | None = Field(validation_alias=AliasPath("schedule", "estimate"))
    """The date expected for a deadline that runs from another duty’s own due date; never a deadline."""
    falls_on: str | None = Field(validation_alias=AliasPath("schedule", "falls_on"))
    """Saturday, Sunday or the holiday, where the due date is no business day."""
    next_business_day: Day | None = Field(validation_alias=AliasPath("schedule", "next_business_day"))
    """The next business day, where the due date is none; for information, the deadline does not move."""
    quote: str
    """The sentence of the order, word for word."""
    span: Span | None
    """Where it stands in the order’s text."""
    rules: tuple[str, ...]
    """The names of the rules that read it."""
    review: tuple[str, ...]
    """Why a person should compare the reading with the text; empty: no doubt noted."""


class NotObligation(Record):
    """A passage that could be taken for an obligation, and the reason why it is none."""

    citation: str
    """Where it stands in the order."""
    modal: str | None
    """The word that seems to command; null where there is none."""
    reason: str
    """Why it obliges nobody: permission, definition, construction, policy …; the About page explains each."""
    quote: str
    """Its words."""
    span: Span | None
    """Where they stand in the order’s text."""
    rules: tuple[str, ...]
    """The names of the rules that set it aside."""


class Unread(Record):
    """A passage that could oblige somebody or set a time, and that is in no other list: nobody has read it yet."""

    citation: str
    """Where it stands in the order."""
    kind: Literal["command", "item", "time", "row", "relation"]
    """What was seen: a word that commands, an item of a list, a time, a row of a table, another order’s number."""
    words: str
    """The passage’s words."""
    span: Span
    """Where they stand in the order’s text."""
    why: str
    """Why it is listed, in words."""


class Relation(Record):
    """What a text does to another order, or that it names it."""

    kind: Literal["revokes", "supersedes", "amends", "suspends", "reinstates", "implements", "cites"]
    """What it does. “cites”: it only names the order, and each order once, where it is named first."""
    order: int
    """The number of the other executive order."""
    part: str | None
    """What of the other order is meant, in the text’s words: section 3; null: the whole."""
    citation: str
    """Where it stands in the order."""
    words: str
    """Its words."""
    span: Span
    """Where they stand in the order’s text."""


class OrderFacts(Record):
    """What the source states of an order."""

    id: str
    """The order’s permanent name: eo-14409."""
    kind: str
    """executive order, proclamation or memorandum."""
    number: int | None
    """Its number."""
    title: str
    """Its title."""
    signed: Day | None
    """The day on which it was signed, from which deadlines run; null: nothing is dated."""
    published: Day | None
    """The day on which the Federal Register published it."""
    effective: Day | None
    """The day on which it takes effect, as its own words or its source state it; null: neither does."""
    citation: str | None
    """Its place in the Federal Register: 91 FR 33567."""
    document: str | None
    """Its document number there."""
    official_url: str | None
    """The address of the official text."""
    text: Literal["official", "restatement", "summary"]
    """Whether the text here is the official one."""
    status: str | None
    """in force, amended or revoked, as a source says it; null: not checked."""
    status_date: Day | None
    """Since when."""
    status_by: str | None
    """By what it was amended or revoked."""
    status_source: str | None
    """Where that can be read."""
    sha256: str
    """The SHA-256 of the order’s text in UTF-8, by which a copy of the text can be told to be this one."""


class Order(OrderFacts):
    """An order with its text, which every span and selector counts in."""

    body: str
    """The whole text; the same as orders/<order>/text.txt."""


class Reading(Record):
    """The reading of one text: the order, its obligations, and what is none. ``tracker extract --json`` prints it."""

    order: Order
    """The order with its text."""
    obligations: tuple[Obligation, ...]
    """Duties and prohibitions, in the text’s order."""
    not_obligations: tuple[NotObligation, ...]
    """What could be taken for one."""
    unread: tuple[Unread, ...] = ()
    """What could oblige somebody and was not read."""
    relations: tuple[Relation, ...] = ()
    """What the text does to other orders, in the text’s order."""
