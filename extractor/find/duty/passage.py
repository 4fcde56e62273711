"""What a sentence is read in, and what its reading yields: frozen values that the finder hands on from sentence to sentence."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractor.find.duty.reasons import Place
from extractor.find.names.order_names import Names
from extractor.model import Actor, Deadline, NotObligation, Obligation, Order, Paragraph, Span


@dataclass(frozen=True, slots=True)
class Who:
    """The actors of a clause, resolved, with their partners and flags."""

    actors: tuple[Actor, ...] = ()
    consulted: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    unresolved: bool = False


@dataclass(frozen=True, slots=True)
class ListContext:
    """What a lead-in hands down to the items of its list.

    ``kind``: verbs (the items bring the verbs), deadline (the lead-in only sets a time), contents (the items are objects),
    permission or policy. ``own_modals``: the lead-in only names who acts, and each item brings its modal.
    ``carried``: the lead-in speaks of what the items are (``the following functions:``), so that a gerund or a noun may be one.
    ``wants_to``: the lead-in ends in ``is directed:``, and each item brings the ``to`` as well.
    """

    kind: str
    who: Who = field(default_factory=Who)
    deadline: Deadline = field(default_factory=Deadline)
    modal: str = "shall"
    prohibition: bool = False
    rules: tuple[str, ...] = ()
    action: tuple[str, Span] | None = None
    own_modals: bool = False
    carried: bool = False
    wants_to: bool = False


@dataclass(frozen=True, slots=True)
class Memory:
    """Whom and when the sentences before spoke of: pronouns, short forms and deliverables point back to them.

    ``recent``: those responsible last, anywhere before. ``paragraph``: those responsible last under this citation.
    ``governing``: in the prose of a summary, the deadline that opened an earlier sentence of this paragraph.
    ``of_thing``: the last clause under this citation had a thing for its subject (``the plan shall …``); ``it`` is the thing.
    """

    recent: tuple[str, ...] = ()
    paragraph: Who = field(default_factory=Who)
    governing: Deadline = field(default_factory=Deadline)
    of_thing: bool = False

    def after(self, who: Who) -> Memory:
        """The memory once ``who`` was responsible for something."""
        if not who.actors:
            return self
        return replace(self, recent=tuple(actor.official for actor in who.actors), paragraph=who)


@dataclass(frozen=True, slots=True)
class Passage:
    """What a sentence is read in. ``section_start`` is the place in the order's text where its section begins."""

    order: Order
    names: Names
    paragraph: Paragraph
    place: Place
    section_start: int = 0
    memory: Memory = field(default_factory=Memory)

    def after(self, who: Who) -> Passage:
        """The same passage once ``who`` was responsible for something."""
        return replace(self, memory=self.memory.after(who))


@dataclass(frozen=True, slots=True)
class Found:
    """What a sentence yields: obligations, what obliges nobody, what it hands down to a list, and what is remembered.

    ``held``: the obligations of a lead-in (``shall perform the following functions:``) that stand where its items bring none.
    """

    memory: Memory
    obligations: tuple[Obligation, ...] = ()
    held: tuple[Obligation, ...] = ()
    others: tuple[NotObligation, ...] = ()
    handed_down: ListContext | None = None
