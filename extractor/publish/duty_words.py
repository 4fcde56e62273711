"""What a duty's page says of it in a sentence: how sure the reading is, of what type it is, what it asks for, its citation."""

from __future__ import annotations

import re
from datetime import date

from extractor.model import Obligation, Rounds, Standing
from extractor.publish.view import Duty
from extractor.publish.wording import capital, headline, label, place
from extractor.rounds import NO_COMPLETION_FOUND, ListedRound, listed
from extractor.track import overdue_wording
from extractor.words.dates import long_date
from extractor.words.numbers import counted
from extractor.words.orders import full_name

ENOUGH = 2000  # characters of an action; what it asks for stands before
_SENDS = (
    r"(?:deliver|develop|furnish|issue|make|prepare|present|produce|provide|publish|release|send|submit|transmit|write)"
)
_ADJECTIVES = r"(?:(?!of\b|on\b|to\b|for\b|in\b)[\w-]+\ ){0,3}"
_NOT_OF = r"(?<!\bof\ )(?<!\bon\ )(?<!\bin\ )(?<!\bto\ )(?<!\bwith\ )(?<!\bunder\ )"
_REPORT = re.compile(
    rf"""
    (?:\w+ly\ )?report\b                                       # report to the President
    | .*?,?\ and\ (?:\w+ly\ )?report\ (?:to|on|back)\b       # review it and report on it
    | (?:.*\b)?{_SENDS}\ {_ADJECTIVES}reports?\b                      # provide progress reports
    | (?:.*\b)?{_SENDS}\ (?:[^.;:]*?\ {_NOT_OF})?                     # submit to the President
      (?:an?|the|this|that|such|its|their)\ {_ADJECTIVES}reports?\b   # a joint report
    """,
    re.IGNORECASE | re.DOTALL | re.VERBOSE,
)
_CONSULTS = re.compile(r"(?:\w+ly )?(consult|coordinate)\b", re.IGNORECASE)


def certainty(obligation: Obligation) -> str:
    """How sure the reading is: what is stated in the words, or why a person should compare it with them."""
    if obligation.review:
        return f"Needs review: {'; '.join(obligation.review)}."
    if not obligation.responsible:
        return "What is to be done is stated in the words; who must do it is not."
    if obligation.deadline.kind == "none":
        return "Who and what are stated in the words; a deadline is not."
    if obligation.deadline.kind == "vague":
        return "Who and what are stated in the words; when is said only vaguely."
    return "Who, what and when are all stated in the words."


def type_of(duty: Duty) -> str:
    """Time-boxed, recurring or open-ended, with the reason."""
    deadline = duty.obligation.deadline
    if duty.tracked.rounds:
        return _recurring(duty.tracked.rounds, duty.of.as_of)
    if deadline.kind == "recurring" or deadline.recurs:
        return "Recurring: it is to be done again and again"
    if deadline.kind == "event":
        return "Time-boxed: the order counts the time from an event"
    if deadline.kind in ("relative", "fixed"):
        return "Time-boxed: the order says by when"
    if duty.due:
        return "Time-boxed: by a due date on record"
    return "Open-ended: the order sets no day"


def _recurring(rounds: Rounds, as_of: date) -> str:
    """``Recurring, yearly; 2 of 4 rounds on record``: of those that have fallen due."""
    found, earlier = listed(rounds, as_of)
    past = earlier + sum(each.due <= as_of for each in found)
    done = sum(bool(each.completed) for each in rounds.on_record)
    how_often = f"Recurring, {words}" if (words := how_often_in_words(rounds.rule)) else "Recurring"
    if not past:
        return f"{how_often}; no round has fallen due yet"
    return f"{how_often}; {done} of {counted(max(past, done), 'round')} on record as completed"


def how_often_in_words(rule: str) -> str:
    """``yearly``, ``every 2 years``, ``twice a year``: how often, by a rule (RFC 5545, 3.3.10); empty where it is no such rule."""
    found = dict(part.split("=", 1) for part in rule.removeprefix("RRULE:").split(";") if "=" in part)
    unit, number = found.get("FREQ", ""), int(found.get("INTERVAL", "1"))
    named = _NAMED.get((unit, number))
    return named or (f"every {number} {_UNITS[unit]}" if unit in _UNITS else "")


_UNITS = {"YEARLY": "years", "MONTHLY": "months", "WEEKLY": "weeks", "DAILY": "days"}
_NAMED = {
    ("YEARLY", 1): "yearly", ("MONTHLY", 1): "monthly", ("WEEKLY", 1): "weekly", ("DAILY", 1): "daily",
    ("MONTHLY", 3): "quarterly", ("MONTHLY", 6): "twice a year",
}  # fmt: skip


def rounds_shown(duty: Duty) -> tuple[tuple[date, str, date | None], ...]:
    """Of a duty that recurs, each round that is listed: when it is due, where it stands in words, when it was completed."""
    found = listed(duty.tracked.rounds, duty.of.as_of)[0] if duty.tracked.rounds else ()
    return tuple((each.due, _round_words(duty, each), each.completed) for each in found)


def _round_words(duty: Duty, each: ListedRound) -> str:
    if each.standing == Standing.OVERDUE.value:
        return capital(overdue_wording(duty.of, each.due, duty.obligation))
    if each.standing == NO_COMPLETION_FOUND:
        return "No completion found; a later round is on record as completed"
    return capital(each.standing)


def asks_for(obligation: Obligation) -> str:
    """Whether the words ask for a report, for consultation, for coordination, in a sentence.

    Where the word “report” stands in the duty and is not seen to be what is asked for, the sentence says no more.
    """
    action = " ".join(obligation.action.split())[:ENOUGH]
    consults = _CONSULTS.match(action)
    found = ["a report"] if _REPORT.match(action) else []
    if not found and re.search(r"\breport", f"{action} {headline(obligation)} {obligation.quote}", re.IGNORECASE):
        found = ["perhaps a report: the word stands in the sentence"]
    for noun, verb, partners in (
        ("consultation", "consult", obligation.in_consultation_with),
        ("coordination", "coordinate", obligation.in_coordination_with),
    ):
        if partners:
            found.append(f"{noun} with {counted(len(partners), 'office or group', 'offices or groups')}")
        elif consults and consults[1].lower() == verb:
            found.append(noun)
    return f"{capital('; '.join(found))}" if found else "No report and no consultation, by these words"


def cite_as(duty: Duty, address: str) -> str:
    """The line to copy: order, place, Register page, date of signing; then this page's address where it is known."""
    order = duty.of.order
    nth = f", {label(duty.obligation).rpartition(', ')[2]} duty" if duty.obligation.nth > 1 else ""
    parts = [full_name(order), place(duty.obligation.citation) + nth]
    parts += [order.citation] if order.citation else []
    signed = f" ({long_date(order.signed)})" if order.signed else ""
    return ", ".join(parts) + signed + (f", {address}" if address else "")
