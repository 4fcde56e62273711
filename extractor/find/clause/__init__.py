"""Clauses: the subject before a modal, the modal, the predicate after it."""
