"""The values of the grammar: what is written, and what it means."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True)
class Time:
    """Words that say when, and what they mean for an order signed on the day that they were written for."""

    form: str
    words: str
    kind: str
    amount: int | None = None
    unit: str | None = None
    date: date | None = None
    due: date | None = None
    places: frozenset[str] = frozenset({"front", "between", "middle", "behind", "lead-in", "item"})
    open_due: bool = False  # the day of a first round is not asked for


UNDATED = Time("none", "", "none", places=frozenset())


@dataclass(frozen=True)
class Who:
    """A subject as it stands before its modal, and the officials that it names."""

    form: str
    words: str
    lead: tuple[str, ...]
    through: tuple[str, ...] = ()
    plural: bool = False
    back: str = ""  # how a second sentence may speak of it


@dataclass(frozen=True)
class Role:
    """With whom: ``in consultation with A, B, and C``."""

    form: str
    words: str
    consult: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()


NOBODY = Role("none", "")


@dataclass(frozen=True)
class Act:
    """A verb phrase; ``tail`` (a purpose) stands behind everything else, and nothing may stand behind ``closed`` words."""

    form: str
    verb: str
    rest: str
    tail: str = ""
    closed: bool = False

    @property
    def words(self) -> str:
        return f"{self.verb} {self.rest}"


@dataclass(frozen=True)
class Known:
    """One duty as a right reading has it. ``begins`` are the action's first words; empty where they are not asked for."""

    lead: tuple[str, ...]
    begins: str
    time: Time = UNDATED
    through: tuple[str, ...] = ()
    consult: tuple[str, ...] = ()
    coordinate: tuple[str, ...] = ()
    kind: str = "duty"
    constructions: frozenset[str] = frozenset()
    cite: str = ""
    words: str = ""

    def built(self, *constructions: str) -> Known:
        """The same duty with more constructions that it is made of."""
        return replace(self, constructions=self.constructions | set(constructions))


@dataclass(frozen=True)
class Item:
    """A paragraph, the duties that are cited there, and the paragraphs under it; the first of those may run in with it."""

    words: str
    duties: tuple[Known, ...] = ()
    below: tuple[Item, ...] = ()
    runs_in: bool = False

    def built(self, *constructions: str) -> Item:
        """The same paragraphs; each duty in them is made of these constructions too."""
        return replace(
            self,
            duties=tuple(duty.built(*constructions) for duty in self.duties),
            below=tuple(item.built(*constructions) for item in self.below),
        )


def series(words: tuple[str, ...] | list[str], joint: str = "and") -> str:
    """``A``, ``A and B``, ``A, B, and C``."""
    *most, last = words
    if not most:
        return last
    return f"{most[0]} {joint} {last}" if len(most) == 1 else f"{', '.join(most)}, {joint} {last}"


def sentence(words: str) -> str:
    """The words as a sentence: a capital first, one full stop last."""
    return words[0].upper() + words[1:].rstrip(".") + "."
