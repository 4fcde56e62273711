"""Days of the order itself that its deadlines name by words: when it takes effect, when the Register publishes it."""

from __future__ import annotations

import re

_KIND = r"(?:order|memorandum|proclamation|directive)"
_EFFECTIVE = re.compile(
    rf"^(?:the )?(?:effective date of this|date (?:on which|that) this) {_KIND}(?: (?:is|becomes|takes) (?:effective|effect))?$",
    re.I,
)
_PUBLISHED = re.compile(
    rf"^(?:the )?(?:date of )?(?:the )?(?:publication of this {_KIND}|date (?:on which|that) this {_KIND} is published)"
    r"(?: in the Federal Register)?$",
    re.I,
)


def is_effective_date(words: str | None) -> bool:
    """``the effective date of this order``."""
    return bool(words and _EFFECTIVE.match(" ".join(words.split())))


def is_publication(words: str | None) -> bool:
    """``publication of this order in the Federal Register``."""
    return bool(words and _PUBLISHED.match(" ".join(words.split())))
