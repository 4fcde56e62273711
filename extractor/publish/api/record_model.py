"""What is kept of a reading once it is tracked, and of offices and changes: one model for each record."""

from __future__ import annotations

from datetime import date as Day
from types import NoneType
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from pydantic import Field, create_model, field_validator

from extractor import model
from extractor.model import Standing
from extractor.publish.api.anchors import Anchors
from extractor.publish.api.reading_model import NotObligation, Obligation, Order, OrderFacts, Record, Relation, Unread
from extractor.rounds import ROUND_STANDINGS
from extractor.source.entry_fields import EntryFields, is_list, type_of, words_of


class Evidence(Record):
    """A public record that an entry rests on."""

    url: str
    """Where it can be read."""
    title: str
    """What is behind the link."""


def _entry_model() -> type[Record]:
    """A field for each that the log has, never null where the pipeline's value is not."""
    said = get_type_hints(model.Entry)
    types = {name: tuple[Evidence, ...] if is_list(name) else type_of(name) for name in EntryFields.model_fields}
    never_null = {name for name in types if NoneType not in get_args(said[name])}
    fields: dict[str, Any] = {
        name: (_without_null(kind) if name in never_null else kind, Field(description=words_of(name).data))
        for name, kind in types.items()
    }
    about = "One entry of the progress log. It counts from the day on which it was recorded."
    return create_model("Entry", __base__=Record, __doc__=about, **fields)


def _without_null(kind: Any) -> Any:
    parts = [part for part in get_args(kind) if part is not NoneType]
    return parts[0] if len(parts) == 1 and NoneType in get_args(kind) else kind


if TYPE_CHECKING:

    class Entry(Record):
        """One entry of the progress log, as ``_entry_model`` makes it."""

        evidence: tuple[Evidence, ...]

else:
    Entry = _entry_model()


class Corrected(Record):
    """A field that a maintainer set in place of the program’s reading."""

    field: str
    """The field; “added” for a whole obligation."""
    read: str
    """What the program had read, in words."""
    reason: str
    """Why it was set."""
    date: Day | None = Field(validation_alias="on")
    """The day of the correction."""


class AcceptedChange(Record):
    """A change of the reading that a maintainer accepted."""

    date: Day = Field(validation_alias="on")
    """The day on which it was accepted."""
    what: str
    """What changed, in words."""
    was: dict[str, str]
    """Each field that changed, with the value that stood before, in words."""

    @field_validator("was", mode="before")
    @classmethod
    def _from_pairs(cls, was: Any) -> Any:
        return dict(was)


class Retirement(Record):
    """The end of an obligation whose words the order’s text no longer has."""

    date: Day = Field(validation_alias="on")
    """Since when."""
    reason: str
    """Why."""


class Acceptance(Record):
    """When a maintainer accepted the reading of an obligation, what changed since, and its end."""

    accepted: Day = Field(validation_alias="on")
    """The day on which it was first accepted."""
    changes: tuple[AcceptedChange, ...]
    """What was changed since, the first first."""
    retired: Retirement | None
    """Its end; null: it stands."""


class Round(Record):
    """One round of a duty that recurs."""

    due: Day
    """When it is due: the day that the rule names, or the one to which it was extended."""
    standing: str = Field(json_schema_extra={"enum": [*ROUND_STANDINGS]})
    """Where it stands as of the day of the file. “no completion found”: a later round was completed, so this one is owed no more."""
    completed: Day | None
    """The day on which it was completed, by the log."""


class Waiting(Record):
    """An obligation that another one of the order waits for, or that waits for it."""

    id: str
    """Its id."""
    standing: str = Field(json_schema_extra={"enum": [standing.value for standing in Standing]})
    """Where it stands as of the day of the file."""
    due: Day | None
    """When it is due; null: it has no date."""


class TrackedObligation(Obligation):
    """One obligation with the effective schedule, where it stands, and its log, oldest first."""

    standing: str = Field(json_schema_extra={"enum": [standing.value for standing in Standing]})
    """Where it stands as of the day of the file: a key that does not change with the record’s search."""
    status: str | None
    """The last status in the log; null: nothing on record."""
    completed: Day | None
    """The day on which it was completed, by the log; of a duty that recurs, when its last round was."""
    next_due: Day | None
    """Of a duty that recurs: when the first round after the day of the file is due; null: there is none."""
    rounds: tuple[Round, ...]
    """Of a duty that recurs: the last 12 rounds of the past, the earliest first, and the next one; else empty."""
    earlier_rounds: int
    """How many rounds there were before those listed."""
    waits_for: tuple[Waiting, ...]
    """The obligation whose performance its date waits for; empty where it waits for none."""
    awaited_by: tuple[Waiting, ...]
    """The obligations whose dates wait for this one."""
    history: tuple[Entry, ...]
    """The log, oldest first."""
    corrected: tuple[Corrected, ...]
    """What a maintainer set in place of the program’s reading."""
    acceptance: Acceptance | None
    """When a maintainer accepted the reading; null: nobody has reviewed it."""
    standing_words: str
    """The standing in words. What is past due says whether, and when, the public record was searched since."""
    searched: Day | None
    """The day, up to that of the file, on which the public record was last searched for the order; null: never."""
    headline: str
    """The duty in plain words."""
    page: str
    """The page of the obligation: an address, or its path from the site’s root where no address is known."""
    anchors: Anchors
    """Where its words stand in the order’s text, as W3C Web Annotation selectors."""


class Searched(Record):
    """What is known of an order besides its source."""

    checked: Day | None
    """The day on which the public record was last searched for the whole order; null: never."""
    checked_in: str | None
    """What was searched."""
    accepted: Day | None
    """The day on which a maintainer last accepted the reading; null: nobody has reviewed it."""
    changes: tuple[AcceptedChange, ...]
    """What maintainers accepted since of what the source states."""


class TrackedOrder(Searched, Order):
    """An order with its text, when the public record was last searched for it, and when its reading was accepted."""


class ListedOrder(Searched, OrderFacts):
    """An order in a list, without its text: how many obligations have each standing, and where its files are."""

    obligations: int
    """How many obligations it has."""
    standings: dict[str, int]
    """How many of them have each standing; every standing once."""
    page: str
    """Its page: an address, or the path from the site’s root where no address is known. So are the next five."""
    text_file: str
    """Its text as a plain file, whose bytes sha256 is made from."""
    json_file: str
    """The order with its text, its obligations, and what is none."""
    csv_file: str
    """Its obligations as a spreadsheet of plain text."""
    xlsx_file: str
    """Its obligations as a workbook."""
    badge: str
    """A small picture of where it stands."""


class Office(Record):
    """An office or body that a duty names; several names of one office are joined."""

    name: str
    """Its name today."""
    slug: str
    """Its permanent name in addresses."""
    written: tuple[str, ...]
    """Its names in the orders."""
    agency: str | None
    """The slug of the agency that it belongs to, where that is known."""
    leads: tuple[str, ...]
    """The ids of the obligations for which it is responsible."""
    through: tuple[str, ...]
    """The ids of those that another carries out through it."""
    consulted: tuple[str, ...]
    """The ids of those on which it is consulted or coordinated with."""
    page: str
    """Its page: an address, or the path from the site’s root where no address is known."""


class Agency(Record):
    """An agency, all its offices together."""

    name: str
    """Its name."""
    slug: str
    """Its permanent name in addresses."""
    also: tuple[str, ...]
    """Its other names and short forms."""
    offices: tuple[str, ...]
    """The slugs of its offices."""
    carries: tuple[str, ...]
    """The ids of the obligations that its offices lead or that are carried out through them, by due date."""
    consulted: tuple[str, ...]
    """The ids of those on which its offices are only consulted or coordinated with."""
    page: str
    """Its page: an address, or the path from the site’s root where no address is known. So are the next two."""
    csv_file: str
    """What it carries, as a spreadsheet of plain text."""
    xlsx_file: str
    """What it carries, as a workbook."""


class _OfOrder(Record):
    order: str
    """The order’s id."""


class OrdersNotObligation(NotObligation, _OfOrder):
    """A passage of an order that obliges nobody, and the reason why."""


class OrdersUnread(Unread, _OfOrder):
    """A passage of an order that could oblige somebody, and that nobody has read yet."""


class OrdersRelation(Relation):
    """What an order does to another, or that it names it."""

    by: str
    """The id of the order whose text says it."""


class Change(Record):
    """One change of the record, as the Changes page and the Atom feeds tell it."""

    id: str
    """Its permanent identifier, that of its entry in the feeds."""
    recorded: Day
    """The day from which the record shows it."""
    kinds: tuple[str, ...]
    """What kind of change it is, the chief one first: a status of the log, note, extension, event, correction, reading, …"""
    title: str
    """What changed, in one line."""
    order: str
    """The order’s id."""
    obligation: str | None
    """The obligation’s id; null: the change is about the whole order."""
    lines: tuple[str, ...]
    """What changed, in sentences."""
    evidence: tuple[Evidence, ...]
    """Where it can be read."""
    page: str
    """The page of the obligation, or of the order."""
