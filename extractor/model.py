"""The values that flow through the pipeline: orders, paragraphs, obligations, progress and standings.

Every class is frozen and holds tuples, so that a stage can only return new values. Positions are
``Span`` objects that count Unicode code points in ``Order.body``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from extractor.acceptance import Acceptance, CorrectedField, OrderAcceptance, Retirement

Day = date  # the type, in a class that has a field called ``date``
BULLET = "•"  # the label of an item without one
_DURATIONS = {"hours": "T{}H", "days": "{}D", "weeks": "{}W", "months": "{}M", "years": "{}Y"}


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A half-open range of code points in the order's text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words that the span covers in ``text``."""
        return text[self.start : self.end]

    def holds(self, other: Span) -> bool:
        """True if ``other`` lies inside this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: Span) -> bool:
        """True if the two spans share at least one code point."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the source once its container is taken off: a heading, a paragraph, a table.

    ``bullet``: how deep the lists stand of which the block opens an item without a label, from 1; 0 where it opens none.
    """

    kind: str  # heading | paragraph | table
    span: Span
    bullet: int = 0


@dataclass(frozen=True, slots=True)
class Order:
    """One order: what its front matter states and the text that every span refers to.

    ``signed`` is the only date that deadlines run from; ``None`` means that nothing is dated.
    ``text`` is ``official``, ``restatement`` or ``summary``. ``effective`` is the day that "the effective date of this order"
    means, as the front matter states it or the order's words at ``effective_span``; ``None``: neither does.
    """

    id: str
    kind: str
    title: str
    body: str
    blocks: tuple[Block, ...]
    sha256: str
    number: int | None = None
    signed: date | None = None
    published: date | None = None
    citation: str | None = None
    document: str | None = None
    official_url: str | None = None
    text: str = "official"
    status: str | None = None  # in force | amended | revoked; None: nobody has checked
    status_date: date | None = None
    status_by: str | None = None
    status_source: str | None = None
    effective: date | None = None
    effective_span: Span | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the outline.

    ``citation`` is as a lawyer writes it (``2(c)(ii)``, ``4``, ``p2`` in prose); ``span`` covers the
    paragraph with its label, ``text_span`` the words after label and heading. ``parent`` is the index
    of the paragraph that this one hangs under, or ``None``. An item behind a bullet has ``BULLET`` for its label, and
    is cited as what it hangs under, in prose by its own number.
    """

    index: int
    citation: str
    label: str | None
    heading: str | None
    level: int
    parent: int | None
    span: Span
    text_span: Span
    section: str | None = None
    quoted: bool = False  # text that an amendment inserts elsewhere
    part: str = "text"  # text | preamble | heading | table | annex


@dataclass(frozen=True, slots=True)
class Actor:
    """A responsible official and, where the text says so, the officer through whom they act."""

    official: str
    through: str | None = None


@dataclass(frozen=True, slots=True)
class Length:
    """A smaller part of a length of time: the 6 months of ``1 year and 6 months``."""

    amount: int
    unit: str


@dataclass(frozen=True, slots=True)
class Deadline:
    """When an obligation must be met, as its words say it (no date arithmetic).

    ``kind``: relative | event | fixed | recurring | vague | none. ``unit``: hours | days | business days | weekdays |
    weeks | months | years; ``more``: the smaller parts of a length that has several. ``direction``: after | before.
    ``date`` is set for ``fixed`` only. ``anchor`` is the day that a length runs from, where the words or the order state it.
    ``recurs`` holds the words of a recurrence, ``recurrence`` its RFC 5545 rule where the words give one.
    ``at_event``: the event's own day is the day (``upon receipt``). ``whichever`` is ``later`` or ``earlier`` where
    two dates compete; ``second`` is the other of them, ``None`` where its words are unread. ``reference`` is the key of
    the obligation whose performance is the event, where the words name one. ``doubt`` says in words what of the
    deadline is unread (its amount and unit are then ``None``), or was read from what a scan spoiled.
    """

    kind: str = "none"
    amount: int | None = None
    unit: str | None = None
    direction: str | None = None
    event: str | None = None
    date: Day | None = None
    recurs: str | None = None
    recurrence: str | None = None
    at_event: bool = False
    whichever: str | None = None
    second: Deadline | None = None
    reference: str | None = None
    inherited: bool = False
    quote: str | None = None
    span: Span | None = None
    doubt: str | None = None
    more: tuple[Length, ...] = ()
    anchor: Day | None = None

    @property
    def duration(self) -> str | None:
        """``P30D``, ``PT72H``, ``P1Y6M`` (ISO 8601-1, 5.5.2). ``None`` where no length is stated, and for business days: the
        standard has no sign for them, and ``P10D`` would be another length. Weeks stand alone there: beside days they are days.
        """
        if self.amount is None or self.unit not in _DURATIONS:
            return None
        parts = [(self.amount, self.unit), *((each.amount, each.unit) for each in self.more)]
        if any(unit not in _DURATIONS for _, unit in parts):
            return None
        if len(parts) > 1:
            parts = [(amount * 7, "days") if unit == "weeks" else (amount, unit) for amount, unit in parts]
        return "P" + "".join(_DURATIONS[unit].format(amount) for amount, unit in parts)


@dataclass(frozen=True, slots=True)
class Schedule:
    """What the calendar makes of a deadline: a due date, or the reason why there is none."""

    due: date | None = None
    undated: str | None = None
    estimate: date | None = None
    falls_on: str | None = None  # "Saturday", "Independence Day", … where the due date is no business day
    next_business_day: date | None = None


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the reading of a sentence, for ``tracker explain``."""

    rule: str
    span: Span
    note: str = ""


@dataclass(frozen=True, slots=True)
class Obligation:
    """A responsible actor, a mandatory modal and an operative verb phrase (a duty or a prohibition)."""

    id: str
    order: str
    key: str
    citation: str
    kind: str  # duty | prohibition
    modal: str
    actors: tuple[Actor, ...]
    in_consultation_with: tuple[str, ...]
    in_coordination_with: tuple[str, ...]
    action: str
    action_span: Span
    deadline: Deadline
    quote: str
    span: Span
    rules: tuple[str, ...] = ()
    review: tuple[str, ...] = ()
    schedule: Schedule = field(default_factory=Schedule)
    nth: int = 1  # which of the duties of its paragraph it is, in text order
    corrected: tuple[CorrectedField, ...] = ()
    acceptance: Acceptance | None = None

    @property
    def retired(self) -> Retirement | None:
        """Its end, where the order's text no longer has its words; then its spans are empty."""
        return self.acceptance.retired if self.acceptance else None

    @property
    def responsible(self) -> tuple[str, ...]:
        """The responsible officials, each once, in text order."""
        return tuple(dict.fromkeys(actor.official for actor in self.actors))

    @property
    def through(self) -> tuple[str, ...]:
        """The officers through whom they act, each once, in text order."""
        return tuple(dict.fromkeys(actor.through for actor in self.actors if actor.through))


@dataclass(frozen=True, slots=True)
class NotObligation:
    """A modal (or a phrase that a reader could take for a duty) that obliges nobody, and why."""

    citation: str
    modal: str | None
    reason: str
    quote: str
    span: Span
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Unread:
    """A passage that could oblige somebody or set a time, and that the reading does not account for.

    ``kind``: command | item | time | row. ``words`` are the passage's, ``why`` says in words why it is listed.
    """

    citation: str
    kind: str
    words: str
    span: Span
    why: str


@dataclass(frozen=True, slots=True)
class EarlierText:
    """The text that an order had until a day, on which it was amended."""

    until: Day
    order: Order
    paragraphs: tuple[Paragraph, ...]


@dataclass(frozen=True, slots=True)
class Relation:
    """What a text does to another order: ``kind`` revokes | supersedes | amends | suspends | reinstates | implements | cites.

    ``part`` is what of the other order is meant, in the text's words; ``None`` for the whole. ``words`` are those at ``span``.
    """

    kind: str
    order: int
    part: str | None
    citation: str
    words: str
    span: Span


@dataclass(frozen=True, slots=True)
class Reading:
    """An order with everything that the extractor found in it.

    ``acceptance`` is ``None`` while no maintainer has accepted the reading: it is then published as not reviewed.
    ``earlier`` are the texts that it had before it was amended, the oldest first. ``unread`` is what could oblige
    somebody and is in neither list. ``relations`` are what the text does to other orders.
    """

    order: Order
    paragraphs: tuple[Paragraph, ...]
    obligations: tuple[Obligation, ...]
    not_obligations: tuple[NotObligation, ...]
    acceptance: OrderAcceptance | None = None
    earlier: tuple[EarlierText, ...] = ()
    unread: tuple[Unread, ...] = ()
    relations: tuple[Relation, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """What an order on file says that it does to another one, and nobody has entered: ``by`` whom, and the ``relation``."""

    by: Order
    relation: Relation


@dataclass(frozen=True, slots=True)
class Evidence:
    """A public record that an entry rests on."""

    url: str
    title: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the progress log."""

    date: Day
    recorded: Day
    status: str | None = None  # not-started | in-progress | completed | blocked | superseded | rescinded
    note: str | None = None
    evidence: tuple[Evidence, ...] = ()
    basis: str = "claimed"  # claimed | verified
    due: Day | None = None
    triggered: Day | None = None
    round: Day | None = (
        None  # of a duty that recurs: the day of the round that the entry reports on, as its rule names it
    )
    line: int | None = None  # of the entry in progress.yml, for the link that opens it for editing


@dataclass(frozen=True, slots=True)
class Progress:
    """One order's progress log: obligation key → entries, oldest first.

    ``checked`` is the day on which the public record was last searched for the order, ``checked_in`` what was searched,
    ``check_every`` how often it is to be searched, in days.
    """

    checked: date | None = None
    log: tuple[tuple[str, tuple[Entry, ...]], ...] = ()
    checked_in: str | None = None
    check_every: int | None = None

    @property
    def next_search(self) -> date | None:
        """The day by which the record is to be searched again, where the log says how often and it was searched before."""
        return self.checked + timedelta(days=self.check_every) if self.checked and self.check_every else None

    def of(self, key: str) -> tuple[Entry, ...]:
        """The entries of one obligation; empty when nothing is on record."""
        return dict(self.log).get(key, ())


class Standing(StrEnum):
    """Where an obligation stands on a given day."""

    DONE = "done"
    DONE_LATE = "done late"
    OVERDUE = "overdue"
    DUE_SOON = "due soon"
    UPCOMING = "upcoming"
    AWAITING_EVENT = "awaiting event"
    NO_DEADLINE = "no deadline"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class Round:
    """One round of a duty that recurs, with what is on record of it.

    ``day`` is the day that the rule names, and the round's name for ever; ``due`` the same, or the day to which it was
    extended. ``status`` is the last on record, ``completed`` its day where that is a completion.
    """

    day: Day
    due: Day
    status: str | None = None
    completed: Day | None = None
    entries: tuple[Entry, ...] = ()


@dataclass(frozen=True, slots=True)
class Rounds:
    """The rounds of a duty that recurs: ``first``, then those of its ``rule`` (RFC 5545, 3.3.10), none after ``until``.

    ``on_record`` are those of which the log says something, the earliest first.
    """

    first: Day
    rule: str
    on_record: tuple[Round, ...] = ()
    until: Day | None = None


@dataclass(frozen=True, slots=True)
class Tracked:
    """An obligation with its log and standing as of a date.

    ``schedule`` is the effective one: extensions and known events of the log are applied, and the
    obligation's own ``schedule`` still shows what the order's text alone gives. ``status`` is the last
    status on record. Of a duty that recurs, ``schedule`` and ``status`` are those of the earliest round that is owed, and
    it is ``completed`` when no round is left.
    """

    obligation: Obligation
    entries: tuple[Entry, ...]
    schedule: Schedule
    standing: Standing
    status: str | None = None
    completed: date | None = None
    rounds: Rounds | None = None


@dataclass(frozen=True, slots=True)
class TrackedOrder:
    """An order, its reading, its log and its tracked obligations as of a date.

    ``claims`` are what other orders on file say that they do to it, and nobody has entered.
    """

    reading: Reading
    progress: Progress
    obligations: tuple[Tracked, ...]
    as_of: date
    claims: tuple[Claim, ...] = ()

    @property
    def order(self) -> Order:
        """The order itself."""
        return self.reading.order


@dataclass(frozen=True, slots=True)
class OutputFile:
    """A file to be written: a path relative to the output folder, with forward slashes, and its bytes."""

    path: str
    content: bytes
    executable: bool = False
