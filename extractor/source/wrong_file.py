"""Is a text an order at all? One with neither a section nor a modal is most often the wrong file."""

from __future__ import annotations

from extractor.model import Reading
from extractor.problems import Problem


def wrong_file(reading: Reading, file: str) -> Problem | None:
    """The problem of a text in which nothing could oblige anybody; ``None`` for an order, one without obligations included."""
    labelled = any(paragraph.label for paragraph in reading.paragraphs)
    if reading.obligations or reading.not_obligations or labelled:
        return None
    return Problem(
        file, 0, 0, "the text has neither a section nor a modal verb",
        found=reading.order.body[:60] or "nothing",
        allowed="sections (## Sec. 1. Heading.) or sentences with shall, must, is directed to",
        fix="give the text of the order itself, with its section and paragraph labels",
    )  # fmt: skip
