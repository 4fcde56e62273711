"""An oracle for the outline: an order's references to its own paragraphs must lead to paragraphs that the outline has.

The outline never reads such references, so what they say of the order's structure is independent of it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractor.model import Paragraph, Reading
from extractor.outline.references import OwnReference, own_references

_QUOTED = re.compile(r"“[^“”]{0,4000}”")  # words for another text


def references(reading: Reading) -> Iterator[tuple[Paragraph, OwnReference]]:
    """Each reference that says that it is to the order's own text, with the paragraph that it stands in."""
    for paragraph in reading.paragraphs:
        if not paragraph.quoted and paragraph.part in ("text", "preamble"):
            words = _QUOTED.sub("“”", paragraph.text_span.of(reading.order.body))
            for reference in own_references(words, paragraph.citation):
                if reference.explicit:
                    yield paragraph, reference


def unresolved(reading: Reading) -> tuple[int, tuple[str, ...]]:
    """How many references there are, and a line for each that leads nowhere: drafters leave dead ones, too."""
    known = {paragraph.citation for paragraph in reading.paragraphs}
    found = list(references(reading))
    dead = [
        f"{paragraph.citation}: “{reference.words}” leads to no paragraph ({reference.candidates[0]})"
        for paragraph, reference in found
        if known.isdisjoint(reference.candidates)
    ]
    return len(found), tuple(dead)
