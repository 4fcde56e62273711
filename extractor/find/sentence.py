"""One sentence with everything the rules matched in it: the input of every later step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from spacy.attrs import IDX, ORTH
from spacy.tokens import Doc

from extractor.find.deadline_phrases import DeadlinePhrase, deadline_phrases
from extractor.find.rule import Match, rule_book
from extractor.find.tokens import tokenise
from extractor.model import Span

# Words that make a sentence worth the matchers: without one of them nothing in it can oblige or date.
WORTH_READING = re.compile(
    r"\b(?:shall|must|will|may|should|directed|ordered|required|instructed|tasked|charged|direct|order|instruct|instructs|directs|tasks?|"
    r"directing|ordering|instructing|tasking|are to|is to|(?:is|are) (?:also|further|hereby|then) to|encouraged|urged|requested|invited|authorized|delegated|encourage|urge|request)\b",
    re.I,
)


@dataclass(frozen=True)
class Sentence:
    """``span`` is its place in the order's text; tokens are counted from its own start."""

    doc: Doc
    span: Span
    whole: str

    @classmethod
    def read(cls, body: str, span: Span) -> Sentence:
        """Tokenise the words of ``span``."""
        text = span.of(body)
        return cls(tokenise(text), span, text)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as they stand."""
        strings = self.doc.vocab.strings
        return [strings[key] for key in self.doc.to_array(ORTH).tolist()]

    @cached_property
    def offsets(self) -> list[int]:
        """Where each token starts, in code points from the sentence's start."""
        return self.doc.to_array(IDX).tolist()

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return [word.lower() for word in self.words]

    @cached_property
    def modals(self) -> list[Match]:
        """Modals outside parentheses and quotation marks come first in meaning; all are listed, by place."""
        return rule_book("modals").matches(self.doc, self.lower)

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
        flags, depth, quoted = [], 0, False
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
