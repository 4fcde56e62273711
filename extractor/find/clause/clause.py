"""A clause: a modal with its subject and where its predicate stands."""

from __future__ import annotations

from dataclasses import dataclass

from extractor.find.clause.name_reading import Subject
from extractor.find.rules.rule import Match
from extractor.find.sentence.sentence import Sentence
from extractor.find.sentence.split_modals import first_piece_end, is_split


@dataclass(frozen=True, slots=True)
class Clause:
    """``start`` to ``end`` are its tokens; ``after`` is the first token after the modal (and its ``not``)."""

    modal: Match
    start: int
    after: int
    end: int
    subject: Subject | None
    shared: bool = False
    embedded: bool = False
    relative: bool = False  # ``…, who shall post``: its own duty, but the deadline before it is another's
    negated: bool = False

    @property
    def modal_class(self) -> str:
        """mandatory | direct | will | permission | encouragement."""
        return self.modal.rule.yields

    def spelled(self, sentence: Sentence) -> str:
        """The modal's own words in lower case: ``is directed, through its office, to`` is ``is directed to``."""
        if is_split(self.modal):
            return f"{sentence.text(self.modal.start, first_piece_end(self.modal, sentence.lower)).lower()} to"
        return sentence.text(self.modal.start, self.modal.end).lower()

    @property
    def prohibits(self) -> bool:
        """``shall not``, ``no agency shall``."""
        return self.negated or bool(self.subject and self.subject.negative)
