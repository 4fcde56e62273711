"""Modals in two pieces: ``is directed, within 30 days of …, to publish``. The rule finds the first; here is the second."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.rules.modals import DIRECTED, SPLIT
from extractor.find.rules.rule import Match
from extractor.words.verbs import opens_act

_FURTHEST = 80  # tokens from the participle to its ``to``
_LABELLED = 4  # tokens: ``(i) to``
_ENDS = frozenset(". ; : shall must should may".split())


def is_split(modal: Match) -> bool:
    """Do other words part the modal's ``to`` from the rest of it?"""
    return modal.rule.name == SPLIT


def first_piece_end(modal: Match, lower: Sequence[str]) -> int:
    """The token after ``is hereby directed``."""
    return next(place for place in range(modal.start, modal.end) if lower[place] in DIRECTED) + 1


def whole(
    modal: Match, lower: Sequence[str], deadlines: Mapping[int, DeadlinePhrase], roles: Mapping[int, Match]
) -> Match | None:
    """The modal up to its ``to``; ``None`` where none follows, and the words are no modal (``is required, by law, of each``).

    What parts the pieces stands between commas, or is a time, partners or an adverb.
    """
    if not is_split(modal):
        return modal
    start = first_piece_end(modal, lower)
    apart = lower[start] == ","
    if lower[start] == ":":
        return _before_items(modal, lower, start)
    if not apart and start not in deadlines and start not in roles and not lower[start].endswith("ly"):
        return None
    end = next((place for place in range(start, len(lower)) if _ends(lower, place)), len(lower))
    for place in range(start + 1, min(end, start + _FURTHEST) - 1):
        if lower[place] == "to" and _opens_act(lower, place + 1) and (not apart or lower[place - 1] == ","):
            return replace(modal, end=place + 1)
    return _before_items(modal, lower, start) if apart else None


def _ends(lower: Sequence[str], place: int) -> bool:
    """A full stop, a colon, or the next modal; not ``before May 23``."""
    return lower[place] in _ENDS and not (
        lower[place] == "may" and lower[place + 1 : place + 2] != [] and lower[place + 1].isdigit()
    )


def _before_items(modal: Match, lower: Sequence[str], start: int) -> Match | None:
    """``is directed, as law allows:``, whose items bring the ``to``; the label and the ``to`` of one in the same line are taken in."""
    colon = next((place for place in range(start, len(lower)) if lower[place] in _ENDS), len(lower) - 1)
    if lower[colon] != ":" or lower[first_piece_end(modal, lower) - 1] == "ordered":
        return None
    label = lower[colon + 1 : colon + 5]
    labelled = len(label) == _LABELLED and (label[0], label[2], label[3]) == ("(", ")", "to")
    return replace(modal, end=colon + 1 + (len(label) if labelled else 0))


def _opens_act(lower: Sequence[str], place: int) -> bool:
    """A base verb, an adverb before it or not; or the comma of one more aside (``to, within 30 days, publish``)."""
    if lower[place] == "," or opens_act(*_from(lower, place)):
        return True
    return lower[place].endswith("ly") and opens_act(*_from(lower, place + 1))


def _from(lower: Sequence[str], place: int) -> tuple[str, str, str]:
    """Three tokens; empty ones behind the last."""
    first, second, third = [*lower[place : place + 3], "", "", ""][:3]
    return first, second, third
