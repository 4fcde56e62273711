"""Two dates that compete: ``within 90 days of this order or 30 days after receipt of the list, whichever is later``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extractor.find.rules.deadline_phrase import Alternative, DeadlinePhrase

_LATER = frozenset("later last latest".split())
_EARLIER = frozenset("earlier earliest first sooner soonest".split())
_COMPARED_WITHIN = 5  # tokens from ``whichever`` to the word that compares: ``whichever of these dates comes first``
# What opens a limit that no rule has read; a bare noun (``or receipt of the list``) is the day of that event.
_LIMITS = frozenset("within by before until no not at in as during prior".split())


def with_alternatives(phrases: list[DeadlinePhrase], lower: Sequence[str]) -> list[DeadlinePhrase]:
    """The phrases, each of two that compete joined to the first of them."""
    for place, word in enumerate(lower):
        if word == "whichever" and (compared := _compared(lower, place)):
            return _joined(phrases, lower, place, compared)
        if word in ("later", "earlier") and tuple(lower[place + 1 : place + 2]) == ("of",):
            phrases = _announced(phrases, lower, place, word)
    return phrases


def _compared(lower: Sequence[str], place: int) -> tuple[str, int] | None:
    """``later`` or ``earlier``, and the token after the words that say so."""
    for position in range(place + 1, min(len(lower), place + 1 + _COMPARED_WITHIN)):
        if lower[position] in _LATER | _EARLIER:
            return "later" if lower[position] in _LATER else "earlier", position + 1
    return None


def _joined(
    phrases: list[DeadlinePhrase], lower: Sequence[str], whichever: int, compared: tuple[str, int]
) -> list[DeadlinePhrase]:
    which, reach = compared
    start = _second_start(phrases, lower, whichever)
    first = next((each for each in reversed(phrases) if each.start < (start or whichever)), None)
    if first is None:
        return phrases
    begin = start or whichever
    end = whichever - (lower[whichever - 1] == ",")
    second = next((each for each in phrases if each.start == begin), None)
    unread = second is None and (start is None or lower[begin] in _LIMITS)
    alternative = Alternative(which, begin, max(begin, end), reach, second, unread)
    kept = [each for each in phrases if each.start <= first.start or each.start >= reach]
    return [replace(each, alternative=alternative) if each is first else each for each in kept]


def _second_start(phrases: list[DeadlinePhrase], lower: Sequence[str], whichever: int) -> int | None:
    """The token after the ``or`` that parts the two: best one before a deadline phrase, else the last."""
    starts = {each.start for each in phrases}
    after = [position + 1 for position in range(whichever) if lower[position] == "or"]
    before_a_phrase = [position for position in after if position in starts]
    found = before_a_phrase or after
    return found[-1] if found else None


def _announced(phrases: list[DeadlinePhrase], lower: Sequence[str], place: int, which: str) -> list[DeadlinePhrase]:
    """``within the later of 60 days of this order or 10 days after the hearing``: both stand behind the words that compare."""
    first = next((each for each in phrases if each.start == place + 2 or each.start < place < each.end), None)
    if first is None:
        return phrases
    second = next((each for each in phrases if each.start > first.start and lower[each.start - 1] == "or"), None)
    if second is None or "event" in (first.kind, second.kind):
        return _open_between(phrases, lower, first, second, which)
    alternative = Alternative(which, second.start, second.end, second.end, second)
    kept = [each for each in phrases if each is not second]
    return [replace(each, alternative=alternative) if each is first else each for each in kept]


def _open_between(
    phrases: list[DeadlinePhrase],
    lower: Sequence[str],
    first: DeadlinePhrase,
    second: DeadlinePhrase | None,
    which: str,
) -> list[DeadlinePhrase]:
    """One of the two is an event: the later of them is one, in the words of both; of the earlier the first stays what it is."""
    close = second.end if second else first.end
    reach = (
        next((place for place in range(close, len(lower)) if lower[place] in (",", ";")), close) if second else close
    )
    alternative = Alternative(which, first.end, first.end, reach, unread=True)
    whole = replace(first, alternative=alternative)
    if which == "later" and second:
        whole = replace(
            whole,
            kind="event",
            rule=second.rule if second.kind == "event" else first.rule,
            amount=None,
            unit=None,
            end=first.end,
        )
    kept = [each for each in phrases if each is not second]
    return [whole if each is first else each for each in kept]
