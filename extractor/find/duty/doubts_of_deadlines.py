"""Doubts of a finished obligation: is its deadline read, and is it its own?

One function a doubt, true where it arises. They look at the result, whichever rules made it, with expressions of their
own: a doubt that shared the rules' lists would share their errors.
"""

from __future__ import annotations

import re

from extractor.find.duty.surroundings import Surroundings
from extractor.model import Obligation
from extractor.words.dates import MONTHS

BEHIND = 40  # code points of the action before a deadline that may be that of something else
LONG = 30  # words of a deadline's phrase

_MONTHS = "|".join(MONTHS)
_OPENS_EVENT = re.compile(
    r"(?:\(\w+\) )?(?:(?:once|upon|following|until|starting|beginning|as soon|each (?:fiscal |calendar )?(?:year|quarter|month)"
    r"|every (?:\w+ )?(?:days|weeks|months|years?|quarter)|at least|no less|not less|no later|not later|within \w+)\b"
    rf"|(?:after|before|prior to|when(?:ever)?) (?!\w+ing\b)|in \d{{4}}|(?:by|on) (?:{_MONTHS}|the date|the end|\d))",
    re.I,
)


def leaves_out_an_event(duty: Obligation, around: Surroundings) -> bool:
    """A time or an event opens the sentence before the modal, and the obligation has no deadline."""
    return duty.deadline.kind == "none" and bool(_OPENS_EVENT.match(around.front))


_TIME = re.compile(
    r"\b[Ww]ithin [\w()-]+(?: [\w()-]+){0,5}? (?:hours?|days?|weeks?|months?|years?)\b"
    r"|\b(?:[Nn]o|[Nn]ot) (?:later|less|more) than [\w()-]+ (?:hours?|days?|weeks?|months?|years?)\b"
    rf"|\bby (?:{_MONTHS}|the end of|\d{{4}})\b|\b(?:immediate(?:ly)?|promptly|expeditiously|as soon as)\b"
    r"|\b(?:annual|quarterly|monthly|weekly|semiannual|biannual|biennial) (?:basis|reports?|reporting|updates?|reviews?|summary)\b|\ban (?:annual) [a-z]+"
    r"|\b(?:prior to|before|upon|following|after) the (?:completion|finalization|issuance|publication|receipt|submission|adoption|approval) of\b"
    r"|\b(?:annually|semiannually|biannually|biennially|each (?:\w+ )?(?:fiscal |calendar )?(?:year|quarter|month))\b"
)


def leaves_out_a_time(duty: Obligation, around: Surroundings) -> bool:
    """The obligation has no deadline, and a time stands in its sentence that is nobody's deadline."""
    if duty.deadline.kind != "none":
        return False
    used = [each.deadline.span for each in around.siblings if each.deadline.span]
    start = duty.span.start
    times = ((start + each.start(), start + each.end()) for each in _TIME.finditer(duty.quote))
    return any(not any(span.start < end and begin < span.end for span in used) for begin, end in times)


def is_dated_far_behind(duty: Obligation, around: Surroundings) -> bool:
    """A date, frequency or pace far behind the verb: it may be that of something that the action speaks of."""
    span = duty.deadline.span
    if span is None or duty.deadline.inherited or duty.deadline.kind not in ("fixed", "recurring", "vague"):
        return False
    return span.start > duty.action_span.start + BEHIND


_WITHIN_OBJECT = re.compile(r"\b(?:that|which|who|where|how|to be)\b")


def is_dated_by_its_object(duty: Obligation, around: Surroundings) -> bool:
    """A deadline behind ``that`` or ``to be``: ``require that, within 2 years, …``."""
    span = duty.deadline.span
    if span is None or duty.deadline.inherited or span.start <= duty.action_span.start:
        return False
    return bool(_WITHIN_OBJECT.search(around.body[duty.action_span.start : span.start]))


_TOO_MUCH = re.compile(r"\b(?:shall|must|include|in (?:coordination|consultation))\b")


def is_dated_by_too_much(duty: Obligation, around: Surroundings) -> bool:
    """The deadline's phrase is long, or holds words of the duty itself."""
    words = duty.deadline.quote or ""
    return len(words.split()) > LONG or bool(_TOO_MUCH.search(words))
