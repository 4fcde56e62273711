"""Deadline phrases behind the verb: which are the duty's own time, and which another act's."""

from __future__ import annotations

import re

from extractor.find.deadline.window import Window
from extractor.find.rules.deadline_phrase import DeadlinePhrase
from extractor.find.sentence.asides import event_end
from extractor.find.sentence.sentence import Sentence
from extractor.words.verbs import VERBS, says_when_it_was

_COMPLEMENT = frozenset(
    "that which who whose whether requiring requires require ensure ensuring where if whom operate".split()
)


# ``require that, within 2 years, staff complete``: the time opens another clause.
_OPENS_COMPLEMENT = re.compile(
    r"\b(?:that|whether) ,?$|\b(?:request|require|direct|recommend|provide|instruct|urge|mandate)s? that [^,;]{1,80},?$"
)
# ``ensure that the work begins within 90 days of this order``: what is to be ensured has the duty's own limit.
_ENSURES = re.compile(r"\bensures? that [^,;]{1,80},?$")


# ``with the goal of issuing permits by``, ``in order to decide by``, ``requirements for owners to go on reporting``: others' or later acts.
_OTHERS_ACT = re.compile(
    r"\b(?:with|for) (?:the|a) (?:goal|aim|objective|purpose) of\b|\bin order (?:to|that)\b|\bto take effect\b|\bto require [^,;]{2,80} to\b|\b(?:adequate|sufficient|needed|necessary|required) (?:for|to)\b"
    r"|\b(?:encourage|enable|allow|permit|compel|urge) [^,;]{2,80} to\b"
    r"|\b(?:allowing|allow|providing|provide) [^,;]{0,40}\b(?:time|opportunity) for\b"
    r"|\b(?:requirements?|procedures?|process(?:es)?|guidance|plans?|incentives?|opportunit(?:y|ies)) for [^,;]{3,80} to\b"
)


_GOAL = re.compile(r"\b(?:with|for) (?:the|a) (?:goal|aim|objective|purpose) of\b(?! ,?$)")


def trails(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """Is a phrase behind the verb the duty's own time? Inside another clause (``contracts that operate by …``) it is not."""
    before = sentence.lower[max(window.verb, phrase.start - _FAR) : phrase.start]
    if _is_of_another_act(sentence, phrase, window, before) or says_when_it_was(before, phrase.kind == "event"):
        return False
    if phrase.kind == "event" and not phrase.dated and _is_the_objects(before):
        return False
    nested = any(word in _COMPLEMENT for word in before) and sentence.lower[phrase.start - 1] not in _CLOSES
    if phrase.kind == "relative":
        return not (nested and _FINITE_BEHIND_RELATIVE.search(" ".join(before)))
    if phrase.kind == "vague":
        return _sets_the_pace(sentence, phrase, window, nested)
    if phrase.kind == "recurring":
        if _is_for_another(sentence, window, before):
            return False
        return not nested and _says_how_often(sentence, phrase, window)
    if phrase.kind == "event" and not phrase.dated:
        return (
            not nested and _to_the_end(sentence, phrase, window) and not _parts_an_infinitive(sentence, phrase, window)
        )
    if phrase.rule == "deadline.on-date":
        dated = (
            before[-1:] != [] and before[-1].endswith("ed") and before[-2:-1] != ["be"]
        )  # ``a rule issued on that day``
        return not dated and phrase.start - window.verb <= _RIGHT_BEHIND
    later = phrase.kind == "fixed" and "later" in sentence.lower[phrase.start : phrase.end]
    return not nested or later and _to_the_end(sentence, phrase, window)


# Behind these a limit goes back to the verb: ``decide whether it is sound, but not later than 30 days after its release``.
_CLOSES = frozenset((",", "and", ";", "but"))
# What an object is about, or allows: ``guidance on the inspection of mines``, ``the right to appeal a listing``.
_ABOUT = re.compile(
    r"\b(?:guidance|guidelines|rules?|regulations?|instructions?|procedures?|standards?|policy|policies|training|advice|directions?)"
    r" (?:on|about|for|regarding|concerning|governing|as to|relating to) [^,;]+$"
    r"|\b(?:rights?|opportunity|ability|authority|option|duty|obligation) (?:of [^,;]{1,40} )?to (?!the |a |an )[^,;]+$"
)
# An act that tells of another or orders it: ``describe the inspection of grain``, ``order the payment of grants``.
_TELLS_OF = re.compile(
    r"(?:describe|explain|state|specify|define|order|authorize|require|prescribe|set forth|propose|discuss|document)\b[^,;]*?"
    r"\b(?:\w+(?:tion|sion|ment|ance|ence|ing|ery)|use|sale|release|transfer|return|removal|approval|renewal|disposal|review) (?:of|to|by|for)\b[^,;]+$"
)


def _is_the_objects(before: list[str]) -> bool:
    """``issue guidance on the inspection of mines after completion of the work``: when the thing spoken of happens."""
    words = " ".join(before)
    return bool(_ABOUT.search(words) or _TELLS_OF.match(words))


_RIGHT_BEHIND = 9  # tokens: ``be closed and their employees excused from duty on``
_FAR = 200  # tokens before a phrase in which another clause may open
_FINITE_BEHIND_RELATIVE = re.compile(r"\b(?:that|which|who) (?:\w+ )?(?:will|are|is|was|were|have|has)\b")


def _is_of_another_act(sentence: Sentence, phrase: DeadlinePhrase, window: Window, before: list[str]) -> bool:
    """The time of what is required, hoped for or asked of others, not of the act itself."""
    words = " ".join(before)
    if _OPENS_COMPLEMENT.search(words) or _asks_others(sentence, window, before) or _GOAL.search(words):
        return True
    if _ENSURES.search(words) and phrase.kind != "relative":
        return True
    unanchored = phrase.kind in ("fixed", "recurring", "event", "vague") and not phrase.amount
    return unanchored and bool(_OTHERS_ACT.search(words))


_STEPS = (["take", "steps"], ["take", "action"], ["take", "actions"], ["take", "measures"])


def _sets_the_pace(sentence: Sentence, phrase: DeadlinePhrase, window: Window, nested: bool) -> bool:
    """``shall act promptly``, ``…, as soon as practicable``, ``shall review and promptly publish``."""
    lower, long = sentence.lower, phrase.end - phrase.start > 3
    if phrase.start == window.verb + 1 or lower[window.verb : phrase.start] in _STEPS:
        return True
    if _to_the_end(sentence, phrase, window):
        return (
            long
            or lower[phrase.start - 1] in (",", "but")
            or not nested
            and not _holds_an_infinitive(lower, window.verb, phrase.start)
        )
    following = lower[phrase.end : phrase.end + 1]
    goes_on = following == ["and"] and lower[phrase.end + 1 : phrase.end + 2] != [] and lower[phrase.end + 1] in VERBS
    if long and (following == ["to"] or goes_on):
        return not nested  # ``revise the rules as soon as practicable to bring them up to date``
    return lower[phrase.start - 1] == "and" and following != [] and following[0] in VERBS


def _holds_an_infinitive(lower: list[str], start: int, end: int) -> bool:
    """``help owners to mend the roads promptly``: others are to be prompt."""
    return any(lower[place] == "to" and lower[place + 1] in VERBS for place in range(start, end - 1))


def _parts_an_infinitive(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """``let the Secretary, upon a finding, to require``: the event stands inside what the act is to bring about."""
    end = event_end(sentence, phrase, window.end)
    return sentence.lower[phrase.start - 1] == "," and sentence.lower[end : end + 2] == [",", "to"]


def _says_how_often(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """A frequency of the act, not of what others do or of what was."""
    if _is_anothers(sentence, phrase) or _counts_what_was(sentence, phrase):
        return False
    return phrase.rule != "deadline.recurring-report" or _is_what_is_made(sentence, phrase, window)


_SPAN = frozenset("over during covering for".split())


def _counts_what_was(sentence: Sentence, phrase: DeadlinePhrase) -> bool:
    """``the aid given on an annual basis over the past five years``: how a thing of the past is counted."""
    following = sentence.lower[phrase.end : phrase.end + 3]
    return len(following) == 3 and following[0] in _SPAN and following[2] in ("past", "last", "previous", "preceding")


_NAMES_SOMEBODY = frozenset("appoint assign designate".split())


def _is_for_another(sentence: Sentence, window: Window, before: list[str]) -> bool:
    """``designate an official to review awards on an annual basis``: how often that official is to."""
    named = window.verb < window.end and sentence.lower[window.verb] in _NAMES_SOMEBODY
    return named and any(
        word == "to" and before[place + 1 : place + 2] and before[place + 1] in VERBS
        for place, word in enumerate(before)
    )


def _is_anothers(sentence: Sentence, phrase: DeadlinePhrase) -> bool:
    """``the practices the Board annually identifies``: a verb with a subject of its own follows."""
    following = sentence.lower[phrase.end] if phrase.end < len(sentence.lower) else ""
    finite = following.endswith("s") and (
        following[:-1] in VERBS or following[:-2] in VERBS or following[:-3] + "y" in VERBS
    )
    return finite and sentence.words[phrase.start - 1][0].isupper()


_ASKS = frozenset("ask encourage invite request urge".split())


def _asks_others(sentence: Sentence, window: Window, before: list[str]) -> bool:
    """``request each Council to submit, within 180 days, a list``: the time is that of what others are asked to do."""
    asks = window.verb < window.end and sentence.lower[window.verb] in _ASKS
    return asks and any(
        word == "that" or word == "to" and before[place + 1 : place + 2] and before[place + 1] in VERBS
        for place, word in enumerate(before)
    )


_MAKES = frozenset(
    "complete compile conduct convene deliver develop draft establish furnish give hold host issue lead maintain make perform post prepare present produce provide publish release report send submit transmit undertake".split()
)


_NEAR = 25  # tokens between a verb and the report that it makes: to whom it goes, and through whom


def _is_what_is_made(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """``submit to the President an annual report``: the act recurs; ``consider the findings of an annual report`` does not."""
    between = sentence.lower[window.verb : phrase.start]
    return (
        bool(between)
        and len(between) <= _NEAR
        and any(word in _MAKES for word in between)
        and between[-1] not in _NOT_MADE
    )


# ``the title of an annual report``, ``the annual report``: a report that is spoken of.
_NOT_MADE = frozenset("of in on from the its their his her this that such each existing first next".split())


def _to_the_end(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    end = event_end(sentence, phrase, window.end) if phrase.open else phrase.end
    if sentence.lower[end : end + 2] in (["and", "as"], ["and", "consistent"], ["and", ","]):
        return True
    return end >= window.end - 1 or sentence.lower[end] in (",", ";", ":", ".")
