"""The agencies of the executive branch as the pages show them: the offices of each, and what they must do together."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from extractor.model import Standing
from extractor.officials import placed_in, slug
from extractor.publish.view import Duty, Official, by_due_date, each_once
from extractor.words.agencies import AGENCIES

_DONE = (Standing.DONE, Standing.DONE_LATE)
_COMING = (Standing.DUE_SOON, Standing.UPCOMING)
_MANY = re.compile(
    r"\b(?:agencies|departments|elements|employees|governments|heads|members|officials)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Agency:
    """An agency with those of its offices that a duty names, by name. Duties are by due date, each once."""

    name: str
    slug: str
    offices: tuple[Official, ...]

    @property
    def also(self) -> tuple[str, ...]:
        """Its other names: a department's former one, and the letters that stand for it (``DHS``)."""
        found = [(name, letters) for letters, name in AGENCIES.items() if name == self.name or self._is(name)]
        return tuple(dict.fromkeys(each for pair in found for each in pair if each != self.name))

    def _is(self, name: str) -> bool:
        return name.startswith("Department of") and placed_in(name) == self.name

    @property
    def carries(self) -> tuple[Duty, ...]:
        """What its offices lead, and what is done through them."""
        return self._of(lambda office: office.carries)

    @property
    def consulted(self) -> tuple[Duty, ...]:
        """What others do and its offices are consulted on or coordinated with."""
        own = {duty.obligation.id for duty in self.carries}
        return tuple(d for d in self._of(lambda office: office.consulted) if d.obligation.id not in own)

    @property
    def late(self) -> tuple[Duty, ...]:
        """What is past due, the oldest first."""
        return tuple(duty for duty in self.carries if duty.standing is Standing.OVERDUE)

    @property
    def done(self) -> tuple[Duty, ...]:
        """What is done, in time or late."""
        return tuple(duty for duty in self.carries if duty.standing in _DONE)

    @property
    def next(self) -> Duty | None:
        """What is due next, today included."""
        return next((duty for duty in self.carries if duty.standing in _COMING), None)

    def _of(self, duties_of: Callable[[Official], Iterable[Duty]]) -> tuple[Duty, ...]:
        rows = sorted((d for office in self.offices for d in duties_of(office)), key=_in_text)
        return by_due_date(each_once(rows))


def _in_text(duty: Duty) -> tuple[str, int]:
    return duty.of.order.id, duty.obligation.span.start


def agencies(officials: Iterable[Official]) -> tuple[Agency, ...]:
    """The agencies that the table of offices places an official in, by name."""
    offices: dict[str, list[Official]] = {}
    for official in officials:
        if name := placed_in(official.name):
            offices.setdefault(name, []).append(official)
    return tuple(Agency(name, slug(name), tuple(offices[name])) for name in sorted(offices))


def describes_group(name: str) -> bool:
    """True for words that describe many (``heads of agencies that conduct research``) and name no office."""
    if placed_in(name):
        return False
    return name[:1].islower() or bool(_MANY.search(name))


def unplaced(officials: Iterable[Official]) -> tuple[tuple[Official, ...], tuple[Official, ...]]:
    """The officials of no known agency: offices and bodies, then groups that are described in words."""
    rest = [official for official in officials if not placed_in(official.name)]
    return tuple(o for o in rest if not describes_group(o.name)), tuple(o for o in rest if describes_group(o.name))
