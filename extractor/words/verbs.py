"""Verbs that open a verb phrase in orders, in the base form: ``verbs.txt``, one a line, in alphabetical order.

They are asked for where a noun could stand instead: at the start of a list item, or of a second predicate.
"""

from __future__ import annotations

from importlib.resources import files

VERBS = frozenset(files("extractor.words").joinpath("verbs.txt").read_text("utf-8").split())
