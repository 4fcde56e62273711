"""The models of ``register.yml``: what an accepted obligation and an accepted order consist of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from extractor.register.register import ORDER_FIELDS
from extractor.yaml.field_types import Flag, IsoDate, Text, WholeNumber
from extractor.yaml.fields import SourceModel

KEY = r"^(?:\d+[A-Za-z]?(?:\.\d+)*|p\d+)(?:-[A-Za-z0-9]{1,8})*(?:_[1-9]\d*)?$"  # as find/keys.py makes them
CALENDAR = r"^calendars/(?:[a-z0-9-]+/)*[a-z0-9-]+\.ics$"


class ChangeFields(SourceModel):
    """A change that was accepted."""

    on: IsoDate
    what: Text
    was: dict[str, Text] = Field(default={})


class RetiredFields(SourceModel):
    """The end of an obligation."""

    on: IsoDate
    reason: Text


class ActorFields(SourceModel):
    """A responsible official, and the officer through whom it acts."""

    official: Text
    through: Text | None = None


class SecondFields(SourceModel):
    """The second of two dates that compete."""

    kind: Literal["relative", "event", "fixed", "recurring", "vague", "none"]
    amount: WholeNumber | None = None
    unit: Literal["hours", "days", "business days", "weekdays", "weeks", "months", "years"] | None = None
    direction: Literal["after", "before"] | None = None
    event: Text | None = None
    date: IsoDate | None = None
    at_event: Flag | None = None


class DeadlineFields(SecondFields):
    """A deadline as accepted: the values of ``deadline`` in the exported data."""

    recurs: Text | None = None
    recurrence: Text | None = None
    whichever: Literal["later", "earlier"] | None = None
    reference: Annotated[str, Field(pattern=KEY)] | None = None
    inherited: Flag | None = None
    quote: Text | None = None
    doubt: Text | None = None
    more: tuple[Text, ...] = ()
    anchor: IsoDate | None = None
    second: SecondFields | None = None


class RecordFields(SourceModel):
    """One obligation as accepted."""

    citation: Text
    kind: Literal["duty", "prohibition"]
    modal: Text
    actors: tuple[ActorFields, ...]
    consulting: tuple[Text, ...] = ()
    coordinating: tuple[Text, ...] = ()
    action: Text
    deadline: DeadlineFields
    quote: Text
    words: str = Field(pattern=r"^[0-9a-f]{16}$", description="a fingerprint of 16 hexadecimal digits")
    lead_in: str = Field("", pattern=r"^(?:[0-9a-f]{16})?$", description="a fingerprint of 16 hexadecimal digits")
    read: tuple[Text, ...] = ()
    accepted: IsoDate
    reviewed: tuple[Text, ...] = ()
    changes: tuple[ChangeFields, ...] = ()
    carried: WholeNumber = 0
    last_due: IsoDate | None = None
    retired: RetiredFields | None = None
    rejected: Text | None = None


class LookedAtFields(SourceModel):
    """An unread passage that a person has looked at."""

    citation: Text
    words: Text


class RegisterFile(SourceModel):
    """The whole file."""

    order: dict[Literal[ORDER_FIELDS], Text]  # type: ignore[valid-type]
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$", description="the SHA-256 of the text")
    accepted: IsoDate
    changes: tuple[ChangeFields, ...] = ()
    calendars: tuple[Annotated[str, Field(pattern=CALENDAR)], ...] = ()
    looked_at: tuple[LookedAtFields, ...] = ()
    obligations: dict[Annotated[str, Field(pattern=KEY, max_length=60)], RecordFields] = Field(default={})
