"""Text → paragraphs, each with its citation, its parent and its span."""
