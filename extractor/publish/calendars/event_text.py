"""The words of a calendar event: its one line, its plain-text description and the address of its page.

Nothing here depends on the day on which it is made, and nothing is markup.
"""

from __future__ import annotations

import re
from urllib.parse import quote

from extractor.model import Entry, Obligation, Order, Round, Tracked, TrackedOrder
from extractor.publish.addresses import obligation_page
from extractor.schedule import day_named
from extractor.track import explain_due
from extractor.words.dates import long_date
from extractor.words.orders import full_name, short_name
from extractor.words.shown import one_line, shortened

LONGEST_SUMMARY = 90  # characters, so that a month view shows what matters
LONGEST_PART = 200  # characters of who is responsible, and of a note
_CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff]")  # what a TEXT value cannot hold (RFC 5545, 3.3.11)


def plain(text: str) -> str:
    """Text without control characters; line ends stay."""
    return _CONTROL.sub(" ", text)


def page_url(site_url: str, obligation: Obligation) -> str:
    """The address of an obligation's page."""
    return f"{site_url.rstrip('/')}/{obligation_page(quote(obligation.order), quote(obligation.key))}"


def summary(order: Order, tracked: Tracked, state: str = "") -> str:
    """``2(c), Executive Order 14409: Secretary of Homeland Security: release …``, on one line and cut at a word.

    ``state`` is what the log says was done or closed (``Done: ``), which is said first.
    """
    obligation = tracked.obligation
    number = short_name(order) if order.number else full_name(order)
    parts = [f"{state}{number} {section(obligation)}", _leads(obligation), obligation.action]
    return shortened(plain(": ".join(one_line(part) for part in parts if part)), LONGEST_SUMMARY)


def section(obligation: Obligation) -> str:
    """``sec. 2(c)``, or ``para. 3`` in an order without sections."""
    in_prose = re.fullmatch(r"p(\d+)", obligation.citation)
    return f"para. {in_prose[1]}" if in_prose else f"sec. {obligation.citation}"


def _leads(obligation: Obligation) -> str:
    names = obligation.responsible
    if len(names) < 2:
        return "".join(names)
    others = len(names) - 1
    return f"{names[0]} and {others} {'other' if others == 1 else 'others'}"


def description(order: TrackedOrder, tracked: Tracked, site_url: str, one: Round | None = None) -> str:
    """Who, why on this day, what was recorded last, and where to read on; paragraphs of text.

    ``one``: the round of a duty that recurs whose own event it is. It is short, so that a calendar of thousands of events stays small: the order's words and the whole history stand on
    the page that it leads to.
    """
    obligation = tracked.obligation
    entries = one.entries if one else tracked.entries
    paragraphs = [
        _who(obligation),
        f"Due date: {_of_round(one) if one else explain_due(order, tracked)}.",
        f"No longer an obligation of the order: {obligation.retired.reason}" if obligation.retired else "",
        _on_record(entries[-1]) if entries else "",
        page_url(site_url, obligation) if site_url else "",
        "Unofficial; not legal advice."
        if order.order.text == "official"
        else f"Unofficial, from a {order.order.text} of the order; not legal advice.",
    ]
    return plain("\n\n".join(paragraph for paragraph in paragraphs if paragraph))


def _of_round(one: Round) -> str:
    """``the round of November 22, 2027, a Monday; extended on record to …``."""
    moved = f"; extended on record to {long_date(one.due)}" if one.due != one.day else ""
    return f"the round of {day_named(one.day)}{moved}"


def _who(obligation: Obligation) -> str:
    """All who are responsible, where the one line does not say it: it names the first alone, and nobody through whom."""
    names = [
        f"{actor.official} (through {actor.through})" if actor.through else actor.official
        for actor in obligation.actors
    ]
    if not names:
        return "Responsible: not named in these words"
    return (
        "" if names == list(obligation.responsible[:1]) else shortened(f"Responsible: {'; '.join(names)}", LONGEST_PART)
    )


def _on_record(entry: Entry) -> str:
    """One entry of the log: ``On record, June 10, 2026: in progress (claimed). …`` and its first link."""
    state = entry.status.replace("-", " ") if entry.status else "note"
    words = f"On record, {long_date(entry.date)}: {state} ({entry.basis})."
    note = f" {shortened(entry.note, LONGEST_PART)}" if entry.note else ""
    link = f"\n{entry.evidence[0].url}" if entry.evidence else ""
    return words + note + link
