"""Every rule by its own examples and counter-examples, and every rule against text that is made to be slow.

The rules are data: each brings the words that it must find and words that it must leave alone. A rule without an
example is a fault, and so is a second rule of the same name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable

import pytest
from samples import order
from timing import GROWTH, assert_linear

from extractor.find.clause.clauses import clauses
from extractor.find.names.order_names import Names
from extractor.find.rules import deadlines as rules_deadlines
from extractor.find.rules import modals as rules_modals
from extractor.find.rules import reasons as rules_reasons
from extractor.find.rules import roles as rules_roles
from extractor.find.rules.books import rule_book
from extractor.find.rules.reasons import ReasonRule
from extractor.find.rules.rule import Rule, RuleBook
from extractor.find.sentence.sentence import Sentence
from extractor.model import Block, Order, Span
from extractor.pipeline import read_reading
from extractor.words.tokeniser import language

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


def covers(rule: ReasonRule, line: str) -> bool:
    """Does the rule give the reason of a clause? A rule for other subjects does not ask about an official's."""
    sentence = line.replace(" |", "") + "."
    clause, *_ = clauses(Sentence.read(sentence, Span(0, len(sentence))), Names())
    asked = rule.subject != ("actor" if clause.subject is None else "other")
    return asked and bool(rule.pattern.search(line))


@pytest.mark.parametrize(("rule", "line"), reason_cases("examples"))
def test_a_reason_covers_its_example(rule: ReasonRule, line: str):
    assert covers(rule, line)


@pytest.mark.parametrize(("rule", "line"), reason_cases("counter_examples"))
def test_a_reason_leaves_its_counter_example_alone(rule: ReasonRule, line: str):
    assert not covers(rule, line)


@pytest.mark.parametrize("rule", EVERY_RULE, ids=lambda rule: rule.name)
def test_a_rule_brings_an_example_and_a_counter_example(rule: Rule | ReasonRule):
    assert rule.examples, f"{rule.name} has no example"
    assert rule.counter_examples, f"{rule.name} has no counter-example"


def test_no_two_rules_have_the_same_name():
    assert [name for name, times in Counter(rule.name for rule in EVERY_RULE).items() if times > 1] == []


# Text that is made to be slow.
HOSTILE = {
    "deadlines": "within 30 days of ",
    "labels": "(a) ",
    "an official": "the Secretary of State, ",
    "officials joined": "the Secretary of State and ",
    "conjunctions": "and ",
    "modals": "shall ",
    "permissions": "may ",
    "clauses": "the Secretary shall act and ",
    "relative clauses": "the Director, who shall ",
    "relative modals": ", which shall ",
    "pronouns": "they shall ",
    "lead-ins": "(a) The Secretary shall: ",
    "sentences": "The Secretary shall act. ",
    "parentheses": "((((",
    "open parentheses": "( ",
    "quotation marks": "“““",
    "quotations": "“(a) ",
    "dashes": "—",
    "asterisks": "*",
    "through": "through ",
    "consultation": "in consultation with ",
    "agencies": "agencies ",
    "heads": "heads of ",
    "abbreviations": "(CISA) ",
    "numbers": "one hundred and ",
    "competing dates": "or within 180 days of it, whichever ",
    "recurrence": "every 60 days ",
    "vague times": "as soon as practicable, ",
    "asides": "as appropriate, ",
    "full stops": "U.S. ",
    "sections": "Sec. 1. ",
    "capitals": "Secretary ",
    "policy": "the policy of ",
    "terms": "the term “x” means ",
    "amendments": "amended by striking ",
    "one word": "a",
    "one number": "9",
    "blanks": "\N{NO-BREAK SPACE}",
}


def hostile_order(text: str, blocks: int = 1) -> Order:
    """An order that is one paragraph, or as many of the same."""
    body = "\n\n".join([f"Sec. 2. Work. The Secretary of Labor shall {text} report."] * blocks)
    length = (len(body) - 2 * (blocks - 1)) // blocks
    spans = (Span(start, start + length) for start in range(0, len(body), length + 2))
    return order(body=body, blocks=tuple(Block("paragraph", span) for span in spans))


@pytest.mark.slow
@pytest.mark.parametrize("unit", HOSTILE.values(), ids=HOSTILE)
def test_a_giant_sentence_is_read_in_linear_time(unit: str):
    read_reading(hostile_order("act and"))  # imports and caches
    assert_linear(read_reading, hostile_order(unit * 400), hostile_order(unit * 400 * GROWTH))


@pytest.mark.slow
@pytest.mark.parametrize("unit", ["publish a list within 30 days of the date of this order and ", "(a) "])
def test_many_paragraphs_are_read_in_linear_time(unit: str):
    read_reading(hostile_order("act and"))
    assert_linear(read_reading, hostile_order(unit, 100), hostile_order(unit, 100 * GROWTH))


@pytest.mark.slow
@pytest.mark.parametrize("part", ["aaaaa", "11111", "shall"])
def test_a_word_of_200_000_characters_is_read_in_linear_time(part: str):
    assert_linear(read_reading, hostile_order(part * (40_000 // GROWTH)), hostile_order(part * 40_000))


def own_repetitions(rule: Rule) -> dict[str, str]:
    """What a rule's own pattern is likeliest to stumble over: its example, its opening words, its first word, again and again."""
    words = rule.examples[0].rstrip(".").split()
    return {
        "its example": rule.examples[0] + " ",
        "its opening": " ".join(words[:3]) + " ",
        "its first word": words[0] + " ",
    }


TOKEN_CASES = [
    pytest.param(rule, unit, id=f"{rule.name}: {name}")
    for rules in BOOKS.values()
    for rule in rules
    for name, unit in {
        **own_repetitions(rule),
        "numbers": "within one hundred and ",
        "commas": ", as appropriate",
    }.items()
]


@pytest.mark.slow
@pytest.mark.parametrize(("rule", "unit"), TOKEN_CASES)
def test_a_rule_takes_linear_time(rule: Rule, unit: str):
    book = RuleBook([rule], language().vocab)

    def match(doc: object) -> object:
        return book.matches(doc, [token.lower_ for token in doc])

    docs = [language().make_doc(unit * times) for times in (100, 300, 300 * GROWTH)]
    match(docs[0])  # compiles what the text needs
    assert_linear(match, docs[1], docs[2])


LINES = {
    "a long subject": lambda n: f"{'the council and the report of the term ' * n}| shall | act",
    "a long predicate": lambda n: f"The Board | shall | {'not be and the members serve as ' * n}",
    "bars": lambda n: "The council | shall | be " * n,
    "one word": lambda n: "a" * 20 * n,
    "hyphens": lambda n: f"It | shall | serve as {'co-vice-' * n}chair",
    "terms": lambda n: f"{'term ' * n}",
    "blanks": lambda n: f"It {' ' * n}| shall |{' ' * n}be",
    "not": lambda n: f"It | shall | {'not ' * n}be",
}


@pytest.mark.slow
@pytest.mark.parametrize("line", LINES.values(), ids=LINES)
@pytest.mark.parametrize("rule", REASONS, ids=lambda rule: rule.name)
def test_a_reason_takes_linear_time(rule: ReasonRule, line: Callable[[int], str]):
    assert_linear(rule.pattern.search, line(2000), line(2000 * GROWTH))
