"""What a check of a finished obligation may look at."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from extractor.find.names.order_names import Names
from extractor.model import Obligation

_STOPS = re.compile(r"[,;:—]")


@dataclass(frozen=True)
class Surroundings:
    """What a doubt may look at beside an obligation: the order's text and names, and the obligations of its sentence."""

    duty: Obligation
    body: str
    names: Names
    siblings: tuple[Obligation, ...] = ()

    @cached_property
    def front(self) -> str:
        """The words of the sentence before the action: subject, asides and modal. Nothing where a lead-in holds it."""
        return self.body[self.duty.span.start : self.duty.action_span.start]

    @cached_property
    def subject(self) -> str:
        """The words of the sentence before the obligation's own modal; nothing where the modal stands in a lead-in."""
        place = f" {self.front.lower()} ".rfind(f" {self.duty.modal.lower()} ")
        return self.front[: max(0, place - 1)]

    @cached_property
    def to_comma(self) -> str:
        """The last words of ``subject``, from its last comma, semicolon, colon or dash."""
        return _STOPS.split(self.subject)[-1]
