"""What a rule is: a named token pattern, what it yields, its examples and its counter-examples.

All rules of one kind stand in one tuple in one module (``modals``, ``roles``, ``deadlines``,
``reasons``). One test runs every example and counter-example of every rule.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from spacy.matcher import Matcher
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractor.words.numbers import starts_number

Token = dict[str, Any]  # what spaCy's Matcher asks of one token
Pattern = list[Token]


@dataclass(frozen=True, eq=False)
class Rule:
    """``yields`` says what a match means to the stage that runs the rule. Patterns are spaCy token patterns.

    ``opens``: the rule matches only where a sentence opens. ``not_behind``: it does not match right behind one of these words.
    """

    name: str
    yields: str
    patterns: Sequence[Pattern]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)
    opens: bool = False
    not_behind: frozenset[str] = frozenset()

    def may_stand_at(self, lower: Sequence[str], position: int) -> bool:
        """Whether what stands before the match lets the rule match."""
        if self.opens and not opens_clause(lower, position):
            return False
        return position == 0 or lower[position - 1] not in self.not_behind


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched the tokens ``start`` to ``end`` (exclusive) of a sentence."""

    rule: Rule
    start: int
    end: int


def lower(*words: str) -> Token:
    """A token that is one of ``words`` in any case."""
    return {"LOWER": words[0]} if len(words) == 1 else {"LOWER": {"IN": list(words)}}


def phrase(text: str) -> Pattern:
    """The words of ``text`` one after another; ``a|b`` allows either, ``word?`` may be absent."""
    pattern = []
    for word in text.split():
        optional = word.endswith("?")
        token = lower(*word.rstrip("?").split("|"))
        pattern.append(token | {"OP": "?"} if optional else token)
    return pattern


WIDEST = 32  # tokens; the longest pattern, its optional tokens taken in, is shorter
_NUMBER = "#"  # stands for any number where a pattern opens with one
_ANY = "*"


class RuleBook:
    """One tuple of rules as matchers; overlapping matches are settled for the longest, then the first rule.

    A matcher tries every pattern at every token. So the patterns are kept by the two words that they can open with,
    and only those that can open at a token are tried there.
    """

    def __init__(self, rules: Sequence[Rule], vocab: Vocab) -> None:
        self.rules = {rule.name: rule for rule in rules}
        self._order = {rule.name: position for position, rule in enumerate(rules)}
        self._vocab = vocab
        self._openings: dict[str, dict[str, list[tuple[str, Pattern]]]] = {}
        for rule in rules:
            for pattern in rule.patterns:
                for first, second in sorted(_openings(pattern)):
                    self._openings.setdefault(first, {}).setdefault(second, []).append((rule.name, pattern))
        self._matchers: dict[tuple[str, str], Matcher] = {}

    def matches(self, doc: Doc, lower: Sequence[str]) -> list[Match]:
        """The matches of a sentence that do not overlap an earlier one. ``lower`` holds its tokens in lower case."""
        kept: list[Match] = []
        free, openings = 0, self._openings
        for position, word in enumerate(lower):
            if position < free or word not in openings and not starts_number(word):
                continue
            if _runs_on(lower, position):
                continue
            match = self._match_at(doc, lower, position)
            if match is not None:
                kept.append(match)
                free = match.end
        return kept

    def _match_at(self, doc: Doc, lower: Sequence[str], position: int) -> Match | None:
        word = lower[position]
        first = word if word in self._openings else _NUMBER
        seconds = self._openings.get(first)
        if seconds is None:
            return None
        second = lower[position + 1] if position + 1 < len(lower) else ""
        if second not in seconds:
            if _ANY not in seconds:
                return None
            second = _ANY
        matcher = self._matcher(first, second)
        strings = self._vocab.strings
        spans = ((strings[key], end) for key, start, end in matcher(doc[position : position + WIDEST]) if start == 0)
        found = [(name, end) for name, end in spans if self.rules[name].may_stand_at(lower, position)]
        if not found:
            return None
        name, end = min(found, key=lambda each: (-each[1], self._order[each[0]]))
        return Match(self.rules[name], position, position + end)

    def _matcher(self, first: str, second: str) -> Matcher:
        """The patterns that can open with two words, compiled when they are first met."""
        matcher = self._matchers.get((first, second))
        if matcher is None:
            matcher = self._matchers[first, second] = Matcher(self._vocab)
            seconds = self._openings[first]
            for name, pattern in (*seconds.get(second, ()), *(seconds.get(_ANY, ()) if second != _ANY else ())):
                matcher.add(name, [pattern])
        return matcher


_LONGEST_NUMBER = 8  # words in a row with which a number can open; more are no number, and would be tried each in turn


def _runs_on(lower: Sequence[str], position: int) -> bool:
    """Does a longer run of number words stand here than any number has? ``ninety ninety ninety …``"""
    run = lower[position : position + _LONGEST_NUMBER]
    return len(run) == _LONGEST_NUMBER and all(map(starts_number, run))


_BEFORE_AN_OPENING = (
    ["to", "the", "extent"],
    ["to", "the", "maximum"],
    ["consistent", "with"],
    ["in", "addition"],
    ["in", "order"],
    ["in", "accordance"],
)


def opens_clause(lower: Sequence[str], position: int) -> bool:
    """Is this where a sentence opens, but for an aside up to its first comma (``To the extent permitted by law, before …``), or its predicate?"""
    if position == 0 or position > 1 and lower[position - 1] == "," and lower[position - 2] in ("shall", "must"):
        return True
    first = lower.index(",") if "," in lower else -1
    return first == position - 1 and any(list(lower[: len(aside)]) == aside for aside in _BEFORE_AN_OPENING)


def _openings(pattern: Pattern) -> set[tuple[str, str]]:
    """The pairs of words that a pattern can open with: literal words, a number, or any word."""
    pairs: set[tuple[str, str]] = set()
    for start in range(len(pattern)):
        firsts = _words_of(pattern[start])
        for second in range(start + 1, len(pattern) + 1):
            seconds = _words_of(pattern[second]) if second < len(pattern) else {_ANY}
            pairs |= {(one, two if two != _NUMBER else _ANY) for one in firsts for two in seconds}
            if second == len(pattern) or not _optional(pattern[second]):
                break
        if not _optional(pattern[start]):
            break
    return pairs


def _optional(token: Token) -> bool:
    return token.get("OP") in ("?", "*")


def _words_of(token: Token) -> set[str]:
    wanted = token.get("LOWER", token.get("ORTH"))
    if isinstance(wanted, str):
        return {wanted}
    if isinstance(wanted, dict) and "IN" in wanted:
        return set(wanted["IN"])
    return {_NUMBER}


def gate(rules: Sequence[Rule]) -> re.Pattern[str]:
    """What a text must hold for one of ``rules`` to match in it: made from their patterns, and asked before any token is cut.

    It lets through more than the rules match (it knows words, not tokens), and never less.
    """
    patterns = sorted({_as_text(pattern) for rule in rules for pattern in rule.patterns})
    return re.compile(rf"(?<!\w)(?:{'|'.join(patterns)})(?!\w)", re.I)


def _as_text(pattern: Pattern) -> str:
    """The regular expression of a pattern's literal words, up to its first token that may be any: a blank, or none, between them."""
    parts = []
    for place, token in enumerate(pattern):
        if _words_of(token) == {_NUMBER}:
            break
        words = "|".join(re.escape(word) for word in sorted(_words_of(token), reverse=True))
        part = rf"\s*(?:{words})" if place else f"(?:{words})"
        parts.append(f"(?:{part})?" if _optional(token) else part)
    return "".join(parts)
