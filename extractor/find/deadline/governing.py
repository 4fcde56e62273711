"""The deadline of one predicate: which of the sentence's deadline phrases governs it, and what it says."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractor.find.rules.alternatives import Alternative
from extractor.find.rules.deadline_phrases import DeadlinePhrase
from extractor.find.rules.rule import opens_clause
from extractor.find.sentence.asides import event_end
from extractor.find.sentence.sentence import Sentence
from extractor.model import Deadline
from extractor.words.verbs import VERBS

_COMPLEMENT = frozenset(
    "that which who whose whether requiring requires require ensure ensuring where if whom operate beginning".split()
)
_RRULE_WORDS = {
    "annual": "FREQ=YEARLY", "year": "FREQ=YEARLY", "quarter": "FREQ=MONTHLY;INTERVAL=3", "month": "FREQ=MONTHLY", "week": "FREQ=WEEKLY", "semi": "FREQ=MONTHLY;INTERVAL=6",
    "biannual": "FREQ=MONTHLY;INTERVAL=6", "biennial": "FREQ=YEARLY;INTERVAL=2", "daily": "FREQ=DAILY",
}  # fmt: skip
# ``require that, within 2 years, staff complete``: the time opens another clause.
_OPENS_COMPLEMENT = re.compile(
    r"\b(?:that|whether) ,?$|\b(?:request|require|ensure|direct|recommend|provide|instruct|urge|mandate)s? that [^,;]{1,80},?$"
)
# ``with the goal of issuing permits by``, ``in order to decide by``, ``requirements for owners to go on reporting``: others' or later acts.
_OTHERS_ACT = re.compile(
    r"\b(?:with|for) the (?:goal|aim|objective|purpose) of\b|\bin order (?:to|that)\b|\b(?:adequate|sufficient|needed|necessary|required) (?:for|to)\b"
    r"|\b(?:encourage|enable|allow|permit|compel|urge) [^,;]{2,80} to\b"
    r"|\b(?:allowing|allow|providing|provide) [^,;]{0,40}\b(?:time|opportunity) for\b"
    r"|\b(?:requirements?|procedures?|process(?:es)?|guidance|plans?|incentives?|opportunit(?:y|ies)) for [^,;]{3,80} to\b"
)
_SPECIFIC = ("relative", "fixed", "event", "unanchored")


@dataclass(frozen=True, slots=True)
class Window:
    """Where the phrases that may govern a predicate stand: before the modal, and from the modal to the predicate's end."""

    front_start: int
    subject_start: int  # an opening event phrase ends here
    modal: int
    verb: int
    end: int


def deadline_of(sentence: Sentence, window: Window) -> tuple[Deadline, tuple[str, ...]]:
    """The governing deadline and the rules that found it; ``Deadline()`` (kind ``none``) if nothing sets a time."""
    candidates = [d for d in sentence.deadlines if _governs(sentence, d, window)]
    chosen = next((d for d in candidates if d.kind in _SPECIFIC and d.dated), None)
    chosen = chosen or next((d for d in candidates if d.kind == "event"), None)
    recurring = next((d for d in candidates if d.kind == "recurring"), None)
    chosen = chosen or recurring or next((d for d in candidates if d.kind == "vague"), None)
    if chosen is None:
        return Deadline(), ()
    rules = (chosen.rule,) + ((recurring.rule,) if recurring and recurring is not chosen else ())
    deadline = _deadline(sentence, chosen, window)
    if recurring is not None:
        deadline = replace(
            deadline,
            recurs=_recurrence_words(sentence, recurring, window),
            recurrence=recurrence_rule(sentence, recurring),
        )
    return deadline, rules


def _governs(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    if sentence.enclosed[phrase.start]:
        return False
    if window.front_start <= phrase.start < window.modal:
        return _opens_clause(sentence, phrase, window) and not _in_a_condition(sentence, phrase, window)
    if not window.modal <= phrase.start < window.end:
        return False
    if phrase.start < window.verb:
        return True
    return _trails(sentence, phrase, window)


def _opens_clause(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """Before the modal: an event without an amount must open the clause, or it only qualifies a name."""
    if phrase.kind == "vague" and phrase.start < window.subject_start:
        return phrase.start <= window.front_start + 1 or phrase.end >= window.subject_start - 1
    if phrase.kind != "event" or phrase.dated:
        joined = phrase.start > 0 and sentence.lower[phrase.start - 1] == "and"
        return (
            phrase.kind != "recurring"
            or joined
            or phrase.start >= window.subject_start
            or phrase.start <= window.front_start + 1
        )
    opens = phrase.start <= window.front_start + 2 or opens_clause(sentence.lower, phrase.start)
    return opens or _parts_subject_and_modal(sentence, phrase, window)


def _parts_subject_and_modal(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """``The head of each agency, upon completing the review, shall submit``: between two commas, right before the modal."""
    opens = phrase.start > window.subject_start and sentence.lower[phrase.start - 1] == ","
    return opens and event_end(sentence, phrase, window.modal) == window.modal - 1


_CONDITIONS = (["if"], ["where"], ["unless"], ["when"], ["in", "the", "event"], ["to", "the", "extent"])


def _in_a_condition(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """``In the event no law is passed by December 31, 2020, the Secretary shall``: the time is the condition's."""
    start = window.front_start
    if phrase.start <= start or not any(sentence.lower[start : start + len(each)] == each for each in _CONDITIONS):
        return False
    return not any(
        sentence.lower[place] == "," and not sentence.enclosed[place] for place in range(start, phrase.start)
    )


def _trails(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> bool:
    """After the verb: inside another clause (``contracts that operate by …``) a time is not the duty's."""
    before = sentence.lower[max(window.verb, phrase.start - 200) : phrase.start]
    nested = any(word in _COMPLEMENT for word in before) and sentence.lower[phrase.start - 1] not in (",", "and", ";")
    if _OPENS_COMPLEMENT.search(" ".join(before)):
        return False
    if _asks_others(sentence, window, before):
        return False
    if (
        phrase.kind in ("fixed", "recurring", "event", "vague")
        and not phrase.amount
        and _OTHERS_ACT.search(" ".join(before))
    ):
        return False
    if (
        phrase.kind == "fixed"
        and "later" in sentence.lower[phrase.start : phrase.end]
        and _to_the_end(sentence, phrase, window)
    ):
        return True
    if phrase.kind == "relative":
        return not (
            nested and re.search(r"\b(?:that|which|who) (?:\w+ )?(?:will|are|is|was|were|have|has)\b", " ".join(before))
        )
    if phrase.kind == "vague":
        return (
            _to_the_end(sentence, phrase, window)
            and (sentence.lower[phrase.start - 1] in (",", "but") or phrase.end - phrase.start > 3)
            or not nested
            and phrase.end - phrase.start > 3
            and sentence.lower[phrase.end : phrase.end + 1] == ["to"]
            or phrase.start == window.verb + 1
            or sentence.lower[window.verb : phrase.start]
            in (["take", "steps"], ["take", "action"], ["take", "actions"], ["take", "measures"])
            or sentence.lower[phrase.start - 1] == "and"
            and sentence.lower[phrase.end : phrase.end + 1] != []
            and sentence.lower[phrase.end] in VERBS
        )
    if phrase.kind == "recurring":
        return (
            not nested
            and not _is_anothers(sentence, phrase)
            and (phrase.rule != "deadline.recurring-report" or _is_what_is_made(sentence, phrase, window))
        )
    if phrase.kind == "event" and not phrase.dated:
        return not nested and _to_the_end(sentence, phrase, window)
    if phrase.kind == "event":
        return not nested and phrase.start > window.verb
    return not nested


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
    "convene deliver furnish give hold host issue make post prepare present produce provide publish release report send submit transmit".split()
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


def _deadline(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> Deadline:
    end, event = phrase.end, None
    if phrase.open:
        end = _event_limit(sentence, phrase, _limit(phrase, window), window)
        event = sentence.text(phrase.end if phrase.dated else phrase.start, end) or sentence.text(phrase.start, end)
    other = phrase.alternative
    second = _second(sentence, other) if other else None
    if other and not phrase.open:
        event = sentence.text(other.start, other.end) or None
    return replace(
        _value(phrase), event=event, whichever=other.which if other else None, second=second,
        quote=sentence.text(phrase.start, end), span=sentence.place(phrase.start, end),
    )  # fmt: skip


def _value(phrase: DeadlinePhrase) -> Deadline:
    """What a phrase says by itself, without the words of an event."""
    kind = "relative" if phrase.kind == "unanchored" else phrase.kind
    return Deadline(
        kind=kind, amount=phrase.amount, unit=phrase.unit, direction=phrase.direction, date=phrase.date,
        at_event=phrase.at_event, doubt=phrase.doubt,
    )  # fmt: skip


def _second(sentence: Sentence, other: Alternative) -> Deadline | None:
    """The second date; the event's own day where its words are those of an event and nothing more."""
    if other.unread:
        return None
    if other.phrase is None:
        return Deadline("event", event=sentence.text(other.start, other.end), direction="after", at_event=True)
    begin = other.phrase.end if other.phrase.dated else other.phrase.start
    event = sentence.text(begin, other.end) if other.phrase.open else None
    return replace(_value(other.phrase), event=event)


def _limit(phrase: DeadlinePhrase, window: Window) -> int:
    """Where the words of a phrase's event must end: at the subject, at the modal, or with the clause."""
    if phrase.start < window.subject_start:
        return window.subject_start
    if window.modal <= phrase.start < window.verb:
        return window.verb
    return window.modal if phrase.start < window.modal else window.end


def _event_limit(sentence: Sentence, phrase: DeadlinePhrase, limit: int, window: Window) -> int:
    """An opening event runs up to the subject; elsewhere to the comma that ends it."""
    if phrase.alternative:
        return max(phrase.end, event_end(sentence, phrase, limit))
    if phrase.start < window.subject_start:
        end = limit
        while end > phrase.end and sentence.lower[end - 1] in (",", "and", ";"):
            end -= 1
        return end
    end = event_end(sentence, phrase, limit)
    while end > phrase.end and sentence.lower[end - 1] in (",", ".", ";", ":", "and"):
        end -= 1
    return end


def _recurrence_words(sentence: Sentence, phrase: DeadlinePhrase, window: Window) -> str:
    end = phrase.end
    while end < len(sentence.words) and sentence.lower[end] in ("thereafter", "after", "or", "as", "required", ","):
        if sentence.lower[end] in (",", "after") and sentence.lower[end + 1 : end + 2] not in (["or"], ["thereafter"]):
            break
        if sentence.lower[end] == "as" and sentence.lower[end + 1 : end + 2] not in (
            ["required"],
            ["needed"],
            ["appropriate"],
        ):
            break
        end += 2 if sentence.lower[end] == "as" else 1
    start = phrase.start - (sentence.lower[phrase.start - 1] == "thereafter") if phrase.start else phrase.start
    return sentence.text(start, min(end, len(sentence.words))).rstrip(" ,")


def recurrence_rule(sentence: Sentence, phrase: DeadlinePhrase) -> str | None:
    """The RFC 5545 recurrence rule (section 3.3.10) that the words give; ``None`` where they give none."""
    words = sentence.text(phrase.start, phrase.end).lower()
    if phrase.amount and phrase.unit:
        unit = {"days": "DAILY", "weeks": "WEEKLY", "months": "MONTHLY", "years": "YEARLY"}.get(phrase.unit)
        return f"FREQ={unit};INTERVAL={phrase.amount}" if unit else None
    if "twice" in words or "four times" in words or "fiscal" in words or "bimonthly" in words or "biweekly" in words:
        return None
    for key in ("semi", "biannual", "bi-annual", "biennial", "annual", "year", "quarter", "month", "week", "daily"):
        if key in words:
            return _RRULE_WORDS.get(key.replace("bi-annual", "biannual"))
    return None
