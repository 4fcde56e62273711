"""One sentence with everything the rules matched in it: the input of every later step."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc

from extractor.find.deadline_phrases import DeadlinePhrase, deadline_phrases
from extractor.find.rule import Match, rule_book
from extractor.find.tokens import language
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

    @classmethod
    def read(cls, body: str, span: Span) -> Sentence:
        """Tokenise the words of ``span``."""
        return cls(language().make_doc(span.of(body)), span)

    @cached_property
    def words(self) -> list[str]:
        """The tokens as they stand."""
        return [token.text for token in self.doc]

    @cached_property
    def lower(self) -> list[str]:
        """The tokens in lower case."""
        return [token.lower_ for token in self.doc]

    @cached_property
    def modals(self) -> list[Match]:
        """Modals outside parentheses and quotation marks come first in meaning; all are listed, by place."""
        return rule_book("modals").matches(self.doc)

    @cached_property
    def roles(self) -> list[Match]:
        """Role phrases, by place."""
        return rule_book("roles").matches(self.doc)

    @cached_property
    def role_at(self) -> dict[int, Match]:
        """Role phrases by the token that they start at."""
        return {match.start: match for match in self.roles}

    @cached_property
    def deadlines(self) -> list[DeadlinePhrase]:
        """Deadline phrases, by place."""
        return deadline_phrases(self.doc)

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
        return self.doc[start:end].text if end > start else ""

    def place(self, start: int, end: int) -> Span:
        """The place of the tokens ``start`` to ``end`` in the order's text."""
        if end <= start:
            return Span(self.span.start, self.span.start)
        last = self.doc[end - 1]
        return Span(self.span.start + self.doc[start].idx, self.span.start + last.idx + len(last.text))
