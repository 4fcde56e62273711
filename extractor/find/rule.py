"""What a rule is: a named token pattern, what it yields, its examples and its counter-examples.

All rules of one kind stand in one tuple in one module (``rules_modals``, ``rules_roles``, ``rules_deadlines``,
``rules_reasons``). One test runs every example and counter-example of every rule.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from spacy.matcher import Matcher
from spacy.tokens import Doc

Pattern = list[dict]


@dataclass(frozen=True, eq=False)
class Rule:
    """``yields`` says what a match means to the stage that runs the rule. Patterns are spaCy token patterns."""

    name: str
    yields: str
    patterns: Sequence[Pattern]
    examples: tuple[str, ...]
    counter_examples: tuple[str, ...] = ()
    notes: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Match:
    """A rule that matched the tokens ``start`` to ``end`` (exclusive) of a sentence."""

    rule: Rule
    start: int
    end: int


def lower(*words: str) -> dict:
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


class RuleBook:
    """One tuple of rules as a matcher; overlapping matches are settled for the longest, then the first rule."""

    def __init__(self, rules: Sequence[Rule], vocab) -> None:
        self.rules = {rule.name: rule for rule in rules}
        self._order = {rule.name: position for position, rule in enumerate(rules)}
        self._matcher = Matcher(vocab)
        for rule in rules:
            self._matcher.add(rule.name, [list(pattern) for pattern in rule.patterns])
        self._strings = vocab.strings

    def all_matches(self, doc: Doc) -> list[Match]:
        """Every match, overlapping ones too, by place."""
        found = ((self._strings[key], start, end) for key, start, end in self._matcher(doc))
        return sorted((Match(self.rules[name], start, end) for name, start, end in found), key=self._rank)

    def _rank(self, match: Match) -> tuple[int, int, int]:
        return match.start, -match.end, self._order[match.rule.name]

    def matches(self, doc: Doc) -> list[Match]:
        """The matches that do not overlap an earlier, longer one."""
        kept: list[Match] = []
        for match in self.all_matches(doc):
            if not kept or match.start >= kept[-1].end:
                kept.append(match)
        return kept


@cache
def rule_book(kind: str) -> RuleBook:
    """The rules of one kind (``modals``, ``roles``, ``deadlines``), compiled once."""
    from importlib import import_module

    from extractor.find.tokens import language

    return RuleBook(import_module(f"extractor.find.rules_{kind}").RULES, language().vocab)
