"""The rules of each kind, compiled when they are first asked for."""

from __future__ import annotations

from functools import cache

from extractor.find.rules import deadlines, modals, roles
from extractor.find.rules.rule import RuleBook
from extractor.words.tokeniser import language

_RULES = {"modals": modals.RULES, "roles": roles.RULES, "deadlines": deadlines.RULES}


@cache
def rule_book(kind: str) -> RuleBook:
    """The rules of one kind (``modals``, ``roles``, ``deadlines``), compiled once."""
    return RuleBook(_RULES[kind], language().vocab)
