"""What the rules read of a deadline's words: one phrase, and the other of two dates that compete."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date as Day


@dataclass(frozen=True, slots=True)
class DeadlinePhrase:
    """Tokens ``start`` to ``end`` of a sentence. ``open`` phrases name an event whose words follow ``end``.

    ``at_event``: the event's own day is the day (``upon receipt``). ``doubt`` says in words what of the phrase is unread.
    """

    start: int
    end: int
    kind: str  # relative | event | unanchored | fixed | recurring | vague | earliest
    rule: str
    amount: int | None = None
    unit: str | None = None
    direction: str | None = None
    date: Day | None = None
    at_event: bool = False
    doubt: str | None = None
    alternative: Alternative | None = None
    more: tuple[tuple[int, str], ...] = ()
    anchor: Day | None = None
    day: str | None = None  # the words of the anchor
    recurrence: str | None = None
    also: tuple[int, ...] = ()  # the further amounts of ``30, 60, and 90 days``

    @property
    def open(self) -> bool:
        """True if the event's words follow."""
        return self.kind == "event" and self.anchor is None or self.rule == "deadline.no-sooner-than"

    @property
    def reach(self) -> int:
        """The token after the phrase, a second date with its ``whichever`` taken in."""
        return self.alternative.reach if self.alternative else self.end

    @property
    def dated(self) -> bool:
        """True if the phrase counts from or to some day, or names one, be its amount read or not."""
        return self.amount is not None or self.date is not None or self.doubt is not None


@dataclass(frozen=True, slots=True)
class Alternative:
    """The other of two dates: its words are the tokens ``start`` to ``end``; ``reach`` is the token after ``whichever …``.

    ``phrase`` is what the rules read of it; without one it is the day of the event that the words name, or, where
    ``unread``, a time that nobody can tell.
    """

    which: str  # later | earlier
    start: int
    end: int
    reach: int
    phrase: DeadlinePhrase | None = None
    unread: bool = False
