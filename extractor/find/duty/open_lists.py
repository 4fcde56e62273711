"""How a sentence ends that opens a list, and what it opens it for."""

from __future__ import annotations

import re

ENDS_OPEN = re.compile(r"[:—–]\s*$")
_SAYS_FOLLOWING = re.compile(
    r"\b(?:the|these) following\b(?! (?:section|paragraph|year|day|month|week))[^.:;]*\.\s*$", re.I
)
PERMITS = re.compile(
    r"\b(?:would be able to|may|can|could|be permitted to|(?:be |is |are )?authorized to|be allowed to|should|be encouraged to|is encouraged to|are encouraged to)\s*[:—]\s*$",
    re.I,
)
POLICY = re.compile(
    r"^(?:(?:therefore, |accordingly, |thus, )?it (?:is|shall be))? ?(?:hereby )?(?:also )?the (?:official )?policy of\b|\bit (?:is|shall be) (?:also |therefore |hereby |thus )?the (?:official )?policy of\b|^the policy of\b",
    re.I,
)


def opens_list(text: str, has_items: bool) -> bool:
    """A sentence that ends in a colon or a dash; where items hang under its paragraph, also ``… the following reports.``"""
    return bool(ENDS_OPEN.search(text)) or has_items and bool(_SAYS_FOLLOWING.search(text))
