"""Clauses and list items → obligations, with who is responsible, and why the others are none."""
