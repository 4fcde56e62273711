"""Tokens: spaCy's blank English, a tokeniser and a vocabulary, no model."""

from __future__ import annotations

import re
from functools import cache

import spacy
from spacy.lang.tokenizer_exceptions import emoticons
from spacy.language import Language
from spacy.tokenizer import Tokenizer
from spacy.tokens import Doc
from spacy.util import compile_infix_regex, compile_prefix_regex

_INFIXES = (
    r"—",
    r"–(?=[A-Za-z]{3})",
    r"(?<=[a-z])[;,](?=[A-Za-z])",
    r"…",
    r"(?<=[a-z])\.(?=[A-Z])",
    r"--",
    r"(?<=\w)\((?=\w)",
    r"[”)](?=[—–])",
    r"(?<=[—–])[“(]",
)
LONGEST_WORD = 120  # code points without a blank that the tokeniser is given at once


# The mark of a footnote behind a word, a figure or its punctuation: ``30 days[1]``, ``days^2^``, ``days¹``, ``State*``, ``order.†``.
FOOTNOTE_MARK = re.compile(
    r"(?<=[A-Za-z0-9.,;:)”’])(?:\\?\[\d{1,3}\\?\]|\^\d{1,3}\^|[¹²³⁰⁴-⁹]+|\\\d{1,3}(?!\w)|\\?[*†‡]+)(?=[\s.,;:)”]|$)"
)


@cache
def language() -> Language:
    """The tokeniser. A hyphenated word stays one token (``Co-Chairs``); no emoticon hides the ``)`` of ``(8)``."""
    nlp = spacy.blank("en")
    tokenizer = nlp.tokenizer
    assert isinstance(tokenizer, Tokenizer)  # as spaCy's blank languages have it
    tokenizer.rules = {text: tokens for text, tokens in (tokenizer.rules or {}).items() if text not in emoticons}
    tokenizer.infix_finditer = compile_infix_regex(_INFIXES).finditer
    prefixes = [p for p in nlp.Defaults.prefixes or () if p not in ("§", "%", "=")]
    tokenizer.prefix_search = compile_prefix_regex(prefixes).search
    nlp.max_length = 20_000_000
    return nlp


def tokenise(text: str) -> Doc:
    """The tokens of ``text``. A run without a blank that is no word is tokenised in pieces, so that it costs no more than its length."""
    text = text.translate(_HYPHENS)
    if not _RUN.search(text):
        return language().make_doc(text)
    pieces = [piece for part in _RUN_PARTS.findall(text) for piece in _pieces(part)]
    docs = [language().make_doc(piece) for piece in pieces]
    words = [token.text for doc in docs for token in doc]
    spaces = [bool(token.whitespace_) for doc in docs for token in doc]
    return Doc(language().vocab, words=words, spaces=spaces)


_HYPHENS = {0x2010: "-", 0x2011: "-"}  # typeset hyphens read as the one that is typed; every place stays
_RUN = re.compile(rf"\S{{{LONGEST_WORD}}}")
_RUN_PARTS = re.compile(r"\S+\s*|\s+")


def _pieces(part: str) -> list[str]:
    return [part[start : start + LONGEST_WORD] for start in range(0, len(part), LONGEST_WORD)]
