"""Unread passages that a person has closed: each is then no obligation, for the reason that the person gives.

A correction names a passage by its citation and its words; all of them that are unread there and share words with it
are closed. What stands in the sentence of an obligation that a person added is read by that.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from extractor.model import NotObligation, Obligation, Reading, Span, Unread
from extractor.problems import Problem, did_you_mean, listed
from extractor.register.corrections_yml import Correction
from extractor.register.register import one_line, places
from extractor.words.shown import shortened

CLOSED = "correction.none"  # the rule of a passage that a person closed
ADDED = "correction.added"  # and of an obligation that a person added
_SHOWN = 60  # characters of a passage in a message


@dataclass(frozen=True, slots=True)
class Closed:
    """A reading without the unread passages that people closed, and the problems of closing them."""

    reading: Reading
    problems: tuple[Problem, ...]


def close(
    reading: Reading, corrections: Iterable[Correction], obligations: tuple[Obligation, ...], file: str
) -> Closed:
    """``reading`` with what ``corrections`` say of its unread passages. ``obligations`` are those with corrections.

    No sentence is told twice: a passage in an obligation's own sentence, such as a time, is closed and not listed anew.
    """
    added = [each.span for each in obligations if ADDED in each.rules]
    left = tuple(each for each in reading.unread if not any(span.overlaps(each.span) for span in added))
    reasons: dict[Span, str] = {}
    problems: list[Problem] = []
    for correction in corrections:
        if correction.kind == "none":
            meant = _meant(reading, left, correction)
            reasons = {each.span: correction.reason for each in meant} | reasons
            problems += [] if meant else [_misses(reading, left, correction, file)]
    told = [
        each for each in left if each.span in reasons and not any(duty.span.holds(each.span) for duty in obligations)
    ]
    none = (_none(each, reasons[each.span]) for each in told)
    others = sorted((*reading.not_obligations, *none), key=lambda each: each.span.start)
    unread = tuple(each for each in left if each.span not in reasons)
    return Closed(replace(reading, not_obligations=tuple(others), unread=unread), tuple(problems))


def _meant(reading: Reading, left: Iterable[Unread], correction: Correction) -> list[Unread]:
    """The unread passages that a correction closes: at its citation, among its words."""
    spans = places(reading.order.body, correction.values["passage"])
    here = [each for each in left if each.citation == correction.values["citation"]]
    return [each for each in here if any(span.overlaps(each.span) for span in spans)]


def _none(passage: Unread, reason: str) -> NotObligation:
    return NotObligation(passage.citation, None, reason, passage.words, passage.span, (CLOSED,))


def _misses(reading: Reading, left: tuple[Unread, ...], correction: Correction, file: str) -> Problem:
    """What is amiss with a correction that closes nothing."""
    words, citation = correction.values["passage"], correction.values["citation"]
    spans = places(reading.order.body, words)
    here = [each for each in left if each.citation == citation]
    elsewhere = [each for each in left if any(span.overlaps(each.span) for span in spans)]
    known = dict.fromkeys(each.citation for each in reading.paragraphs)

    def problem(message: str, found: str, allowed: str, fix: str, severity: str = "error") -> Problem:
        return Problem(file, correction.line, 0, message, found, allowed or "none", fix, severity)

    if not spans:
        near = did_you_mean(one_line(words), (one_line(each.words) for each in here or left))
        fix = near or "copy the words from the order’s text"
        return problem(
            "passage: these words stand nowhere in the text", shortened(words, _SHOWN), _told(here or left), fix
        )
    if elsewhere:
        fix = f"did you mean “{elsewhere[0].citation}”?"
        return problem("citation: the passage is unread, but stands elsewhere", citation, _told(elsewhere), fix)
    if citation not in known:
        fix = did_you_mean(citation, known) or "use the passage’s own citation, such as 2(c)"
        return problem("citation: the text has no such paragraph", citation, listed(known), fix)
    message = "this correction is no longer needed: nothing is unread among these words"
    fix = "delete it; or quote the passage that is meant" if here else "delete it"
    return problem(message, shortened(words, _SHOWN), _told(here), fix, "warning")


def _told(passages: Iterable[Unread]) -> str:
    """Unread passages for a message, each by its citation and its first words."""
    return listed(f"{each.citation} “{shortened(each.words, _SHOWN)}”" for each in passages)
