"""What one entry of the progress log holds. A field is one line here and one attribute of ``extractor.model.Entry``: the
file, ``tracker log``, the form and the data have it from these. ``Words`` is how each of them speaks of it.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from functools import reduce
from operator import or_
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import Field

from extractor.yaml.field_types import IsoDate, OtherWords, Text, WebAddress
from extractor.yaml.fields import SourceModel


class EvidenceFields(SourceModel):
    """A public record that an entry rests on."""

    url: WebAddress = Field(title="Where it can be read")
    title: Text = Field(title="What is behind the link")


_OTHER_STATUSES = {
    **dict.fromkeys(("done", "yes", "finished", "complete", "fulfilled"), "completed"),
    **dict.fromkeys(("started", "ongoing", "on-going", "underway", "under-way", "begun"), "in-progress"),
    "no": "not-started",
    **dict.fromkeys(("stopped", "stalled", "enjoined", "paused"), "blocked"),
    **dict.fromkeys(("cancelled", "canceled", "withdrawn", "revoked", "repealed"), "rescinded"),
    "replaced": "superseded",
}


@dataclass(frozen=True, slots=True)
class Words:
    """Other words for a field than its title.

    ``form``: the question of the form, ``option``: the help of the command's option, ``question``: what the command asks at
    a terminal, ``data``: what the published data says of it. ``asked``: whether form and questions ask for it at all.
    """

    form: str = ""
    option: str = ""
    question: str = ""
    data: str = ""
    asked: bool = True


class EntryFields(SourceModel):
    """One entry of the log; ``recorded`` is ``date`` when absent, an entry without ``status`` is a note."""

    date: Annotated[IsoDate, Words(form="Day on which it happened", question="The day on which it happened")] = Field(
        title="The day on which it happened"
    )
    recorded: Annotated[
        IsoDate | None,
        Words(
            option="The day on which it is put on record (default: today in Washington).",
            data="The day on which it was put on record.",
            asked=False,
        ),
    ] = Field(default=None, title="The day on which it is put on record, if it is another")
    status: Annotated[
        Literal["not-started", "in-progress", "completed", "blocked", "superseded", "rescinded"] | None,
        OtherWords(_OTHER_STATUSES),
        Words(
            form="Status",
            question="Status: not-started, in-progress, completed, blocked, superseded, rescinded; empty for a plain note",
            data="Where the obligation stands since then; null: a note.",
        ),
    ] = Field(default=None, title="Where the obligation stands since then; absent: a note")
    note: Annotated[
        Text | None,
        Words(
            form="What happened",
            option="What happened, in a sentence or two.",
            question="What happened, in a sentence or two",
            data="What happened, in words.",
        ),
    ] = Field(default=None, title="What happened, in a sentence or two of your own")
    evidence: Annotated[
        tuple[EvidenceFields, ...],
        Words(
            form="Evidence",
            option="Where it can be read; may be given several times.",
            question="The address where it can be read",
            data="Where it can be read.",
        ),
    ] = Field(default=(), title="Where it can be read; completed, verified and due need at least one")
    basis: Annotated[
        Literal["claimed", "verified"],
        Words(
            form="Basis",
            option="claimed (the default) or verified: the agency's own record was seen.",
            question="Basis: claimed, or verified if the agency's own record was seen",
        ),
    ] = Field(default="claimed", title="verified: the agency’s own record was seen; claimed: a report about it")
    due: Annotated[
        IsoDate | None,
        Words(
            form="New due date",
            option="The new due date of a deadline that was extended.",
            question="The new due date, if the deadline was extended; else leave it empty",
            data="An extension: the new due date.",
        ),
    ] = Field(default=None, title="An extension: the new due date, with note and evidence")
    triggered: Annotated[
        IsoDate | None,
        Words(
            form="Day of the event",
            option="The day of the event that the deadline runs from.",
            question="The day of the event that the deadline runs from, if known; else leave it empty",
            data="The day on which the event happened that the deadline runs from.",
        ),
    ] = Field(default=None, title="The day on which the event happened that the deadline runs from")
    round: Annotated[
        IsoDate | None,
        Words(
            form="Round",
            option="Of a duty that recurs: the due date of the round that the entry reports on (default: the earliest that is owed).",
            question="This duty recurs: which round? Its due date; empty for the earliest that is owed",
            data="Of a duty that recurs: the due date of the round that the entry reports on; null: the earliest that was owed.",
        ),
    ] = Field(default=None, title="Of a duty that recurs: the due date of the round that the entry reports on")


NO_NEWS = ("date", "recorded", "basis")  # an entry that has these alone says nothing


def words_of(name: str) -> Words:
    """How a field of ``EntryFields`` is spoken of; its title where it has no other words."""
    field = EntryFields.model_fields[name]
    title = field.title or name
    own = next((each for each in field.metadata if isinstance(each, Words)), Words())
    return Words(
        own.form or title,
        own.option or f"{title}.",
        own.question or f"{title}; may stay empty",
        own.data or f"{title}.",
        own.asked,
    )


def asked_fields() -> tuple[str, ...]:
    """The fields that people are asked for; of the others the program knows the value."""
    return tuple(name for name in EntryFields.model_fields if words_of(name).asked)


def type_of(name: str) -> Any:
    """The type of a field's value, without what judges it: ``date | None``, or a ``Literal``."""
    return _bare(EntryFields.model_fields[name].annotation)


def is_day(name: str) -> bool:
    """True for a field that holds a day."""
    return datetime.date in (type_of(name), *get_args(type_of(name)))


def is_list(name: str) -> bool:
    """True for a field that holds several records."""
    return get_origin(type_of(name)) is tuple


def _bare(annotation: Any) -> Any:
    if get_origin(annotation) is Annotated:
        return _bare(get_args(annotation)[0])
    if get_origin(annotation) in (Union, UnionType):
        return reduce(or_, map(_bare, get_args(annotation)))
    return annotation
