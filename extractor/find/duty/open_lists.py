"""How a sentence ends that opens a list, and what it opens it for."""

from __future__ import annotations

import re

from extractor.words.verbs import VERBS

ENDS_OPEN = re.compile(r"[:—–]\s*$")
_SAYS_FOLLOWING = re.compile(
    r"\b(?:the|these) following\b(?! (?:section|paragraph|year|day|month|week))[^.:;]*\.\s*$", re.I
)
_RUNS_IN = re.compile(r"[\w,]\s*$")
PERMITS = re.compile(
    r"\b(?:would be able to|may|can|could|be permitted to|(?:be |is |are )?authorized to|be allowed to|should|be encouraged to|is encouraged to|are encouraged to)\s*[:—]?\s*$",
    re.I,
)
POLICY = re.compile(
    r"^(?:(?:therefore, |accordingly, |thus, )?it (?:is|shall be))? ?(?:hereby )?(?:also )?the (?:official )?policy of\b|\bit (?:is|shall be) (?:also |therefore |hereby |thus )?the (?:official )?policy of\b|^the policy of\b",
    re.I,
)

# An item of a list without labels is followed by another, or was one of several.
_GOES_ON = re.compile(r"(?:[;,]|[;,] (?:and|or))\s*$")


def opens_as_item(text: str) -> bool:
    """Does a paragraph without a label open as an item would: in lower case, with a base verb or with a time?"""
    word = re.match(r"[\w’-]+", text)
    return word is not None and (
        word[0][0].islower() or word[0].lower() in VERBS or bool(_OPENS_WITH_A_TIME.match(text))
    )


_OPENS_WITH_A_TIME = re.compile(r"(?:Within|No later than|Not later than|By|On or before|Before)\b[^.;]{3,90}, [a-z]")


def goes_on(text: str) -> bool:
    """Does an item without a label say that another follows? ``list the hedges;``"""
    return bool(_GOES_ON.search(text))


def opens_list(text: str, has_items: bool) -> bool:
    """A sentence that ends in a colon or a dash; where items hang under its paragraph, also ``… the following reports.``

    Of a list that runs in its line (``The Secretary shall (i) list the mills;``) the words before the first label are the lead-in.
    """
    if ENDS_OPEN.search(text):
        return True
    return has_items and bool(_SAYS_FOLLOWING.search(text) or _RUNS_IN.search(text))
