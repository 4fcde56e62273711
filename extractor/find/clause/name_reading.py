"""The state in which a run of names is read: who leads, through whom, and with which partners."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from extractor.find.names.actors import ActorPhrase
from extractor.find.rules.rule import Match
from extractor.find.sentence.sentence import Sentence


@dataclass(frozen=True, slots=True)
class Named:
    """One name in a subject, with the officer through whom it acts."""

    phrase: ActorPhrase
    through: tuple[ActorPhrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Subject:
    """Who stands before a modal. ``start`` is the first token that belongs to the subject."""

    start: int
    leads: tuple[Named, ...] = ()
    consulted: tuple[ActorPhrase, ...] = ()
    coordinating: tuple[ActorPhrase, ...] = ()
    rules: tuple[str, ...] = ()

    @property
    def negative(self) -> bool:
        """``No agency shall``."""
        return any(named.phrase.negative for named in self.leads)


@dataclass
class NameReading:
    """Mutable, and alive only while one run of names is read: the state while names are read from left to right."""

    leads: list[Named] = field(default_factory=list)
    consulted: list[ActorPhrase] = field(default_factory=list)
    coordinating: list[ActorPhrase] = field(default_factory=list)
    rules: list[str] = field(default_factory=list)
    tolerant: bool = False
    passed_to: int = -1  # the token after the modifier that the tolerant pass went past last
    in_relative: bool = False  # that modifier is a relative clause
    role: str = "lead"
    through: bool = False
    passed_through: int = -1  # the token after the last officer named by "through"
    waiting: tuple[ActorPhrase, ...] = ()  # ``Through that Group, the Secretary shall``: the officer before the name
    closed: bool = False  # the list of partners that opens the sentence has come to its "and"


def take_role(match: Match, reading: NameReading, joined: bool = False) -> int:
    """Note the role that a phrase opens; the names after it take it. Returns the token after the phrase.

    ``joined``: an ``and`` stands before it; ``in consultation with X and acting through Y`` names the doer's own officer.
    """
    reading.rules.append(match.rule.name)
    if joined and match.rule.yields == "through" and match.end - match.start > 1:
        reading.role = "lead"
    if match.rule.yields == "through":
        reading.through = True
    else:
        reading.role, reading.through = match.rule.yields, False
    return match.end


def take_name(sentence: Sentence, phrase: ActorPhrase, reading: NameReading) -> None:
    """Put a name where the last role phrase says; ``through`` takes one officer, or several joined without a comma."""
    reading.closed = reading.role != "lead" and phrase.start > 0 and sentence.lower[phrase.start - 1] in ("and", "or")
    partners = reading.consulted if reading.role == "consult" else reading.coordinating
    leading = reading.role == "lead"
    continues = reading.passed_through >= 0 and _continues_through(sentence, phrase, reading)
    if (reading.through or continues) and (reading.leads if leading else partners):
        if leading:
            last = reading.leads[-1]
            reading.leads[-1] = replace(last, through=(*last.through, phrase))
        reading.passed_through = phrase.end
    else:
        if leading and reading.through:
            reading.waiting = (phrase,)
        elif leading:
            reading.leads.append(Named(phrase, reading.waiting))
            reading.waiting = ()
        else:
            partners.append(phrase)
        reading.passed_through = -1
    reading.through = False


_CABINET_TITLES = ("secretary of", "attorney general", "assistant to the president", "heads of", "secretaries of")


def _continues_through(sentence: Sentence, phrase: ActorPhrase, reading: NameReading) -> bool:
    between = sentence.lower[reading.passed_through : phrase.start]
    return between == ["and"] and not phrase.name.lower().startswith(_CABINET_TITLES)
