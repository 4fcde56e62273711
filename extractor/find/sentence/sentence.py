"""One sentence with everything the rules matched in it: the input of every later step."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc

from extractor.find.rules.books import rule_book
from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.rules.deadline_phrases import deadline_phrases
from extractor.find.rules.rule import Match
from extractor.find.sentence.split_modals import is_split, whole
from extractor.model import Span
from extractor.words.tokeniser import FOOTNOTE_MARK, tokenise


@dataclass(frozen=True)
class Sentence:
    """``span`` is its place in the order's text; tokens are counted from its own start."""

    doc: Doc
    span: Span
    whole: str
    cuts: tuple[tuple[int, int], ...] = ()  # where footnote marks were cut out, and how long they are

    @classmethod
    def read(cls, body: str, span: Span) -> Sentence:
        """Tokenise the words of ``span``."""
        text = span.of(body)
        cuts = tuple((mark.start(), mark.end() - mark.start()) for mark in FOOTNOTE_MARK.finditer(text))
        return cls(tokenise(FOOTNOTE_MARK.sub("", text) if cuts else text), span, text, cuts)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as they stand."""
        strings = self.doc.vocab.strings
        return [strings[key] for key in self.doc.to_array(ORTH).tolist()]

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts, in code points from the sentence's start."""
        offsets: list[int] = self.doc.to_array(IDX).tolist()
        for start, length in self.cuts:
            offsets = [offset + length * (offset >= start) for offset in offsets]
        return offsets

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def modals(self) -> list[Match]:
        """Modals outside parentheses and quotation marks come first in meaning; all are listed, by place."""
        found = rule_book("modals").matches(self.doc, self.lower)
        if not any(is_split(modal) for modal in found):
            return found
        completed = (whole(modal, self.lower, self.deadline_at, self.role_at) for modal in found)
        return [modal for modal in completed if modal]

    @cached_property
    def roles(self) -> list[Match]:
        """Role phrases, by place."""
        return rule_book("roles").matches(self.doc, self.lower)

    @cached_property
    def role_at(self) -> dict[int, Match]:
        """Role phrases by the token that they start at."""
        return {match.start: match for match in self.roles}

    @cached_property
    def deadlines(self) -> list[DeadlinePhrase]:
        """Deadline phrases, by place."""
        return deadline_phrases(self.doc, self.lower)

    @cached_property
    def deadline_at(self) -> dict[int, DeadlinePhrase]:
        """Deadline phrases by the token that they start at."""
        return {phrase.start: phrase for phrase in self.deadlines}

    @cached_property
    def enclosed(self) -> list[bool]:
        """For each token: does it stand inside parentheses or quotation marks?"""
        flags, depth, quoted = [], -self.in_parentheses, False
        for word in self.words:
            if word in ("(", "["):
                depth += 1
            closing = word in (")", "]", "”")
            if word == "“":
                quoted = True
            flags.append(depth > 0 or quoted)
            if closing:
                depth = max(0, depth - (word != "”"))
                quoted = quoted and word != "”"
        return flags

    @cached_property
    def in_parentheses(self) -> bool:
        """Does one parenthesis hold the whole sentence? ``(The Secretary shall report for them.)``"""
        inner = self.whole[1:].rstrip(" .")
        return self.whole.startswith("(") and inner.endswith(")") and "(" not in inner and inner.count(")") == 1

    def text(self, start: int, end: int) -> str:
        """The words of the tokens ``start`` to ``end`` as they stand."""
        if end <= start:
            return ""
        return self.whole[self.offsets[start] : self.offsets[end - 1] + len(self.words[end - 1])]

    def place(self, start: int, end: int) -> Span:
        """The place of the tokens ``start`` to ``end`` in the order's text."""
        if end <= start:
            return Span(self.span.start, self.span.start)
        return Span(
            self.span.start + self.offsets[start], self.span.start + self.offsets[end - 1] + len(self.words[end - 1])
        )
