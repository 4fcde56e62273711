"""Every rule by its own examples and counter-examples, and every rule against text that is made to be slow.

The rules are data: each brings the words that it must find and words that it must leave alone. A rule without an
example is a fault, and so is a second rule of the same name.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable

import pytest
from samples import order

from extractor.find import rules_deadlines, rules_modals, rules_reasons, rules_roles
from extractor.find.rule import Rule, RuleBook, rule_book
from extractor.find.rules_reasons import ReasonRule
from extractor.find.tokens import language
from extractor.model import Block, Order, Span
from extractor.pipeline import read_reading

BOOKS = {"modals": rules_modals.RULES, "roles": rules_roles.RULES, "deadlines": rules_deadlines.RULES}
REASONS = rules_reasons.RULES
EVERY_RULE: tuple[Rule | ReasonRule, ...] = (*(rule for rules in BOOKS.values() for rule in rules), *REASONS)


def cases(kind: str) -> list:
    """One case for each phrase that a rule brings with it: (book, rule's name, phrase)."""
    return [
        pytest.param(book, rule.name, phrase, id=f"{rule.name}: {phrase}")
        for book, rules in BOOKS.items()
        for rule in rules
        for phrase in getattr(rule, kind)
    ]


def reason_cases(kind: str) -> list:
    return [
        pytest.param(rule, phrase, id=f"{rule.name}: {phrase}") for rule in REASONS for phrase in getattr(rule, kind)
    ]


def found_by(book: str, sentence: str) -> set[str]:
    """The names of the rules of one kind that match in a sentence, after overlaps are settled."""
    doc = language().make_doc(sentence)
    return {match.rule.name for match in rule_book(book).matches(doc, [token.lower_ for token in doc])}


@pytest.mark.parametrize(("book", "name", "phrase"), cases("examples"))
def test_a_rule_finds_its_example(book: str, name: str, phrase: str):
    assert name in found_by(book, phrase)


@pytest.mark.parametrize(("book", "name", "phrase"), cases("counter_examples"))
def test_a_rule_leaves_its_counter_example_alone(book: str, name: str, phrase: str):
    assert name not in found_by(book, phrase)


@pytest.mark.parametrize(("rule", "line"), reason_cases("examples"))
def test_a_reason_covers_its_example(rule: ReasonRule, line: str):
    assert rule.pattern.search(line)


@pytest.mark.parametrize(("rule", "line"), reason_cases("counter_examples"))
def test_a_reason_leaves_its_counter_example_alone(rule: ReasonRule, line: str):
    assert not rule.pattern.search(line)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.name)
def test_a_rule_brings_an_example_and_a_counter_example(rule: Rule | ReasonRule):
    assert rule.examples, f"{rule.name} has no example"
    assert rule.counter_examples, f"{rule.name} has no counter-example"


def test_no_two_rules_have_the_same_name():
    assert [name for name, times in Counter(rule.name for rule in EVERY_RULE).items() if times > 1] == []
