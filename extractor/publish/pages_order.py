"""The pages of one order: its facts and tables, its text with every obligation marked, and a page for each obligation."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.acted_on import in_words
from extractor.holidays import WEEKDAYS
from extractor.model import EarlierText, NotObligation, OutputFile, Reading, TrackedOrder, Unread
from extractor.publish.addresses import order_page, text_file, text_page
from extractor.publish.calendars import calendar_title, official_calendar
from extractor.publish.downloads import of_duty, of_order
from extractor.publish.duty_words import asks_for, certainty, cite_as, rounds_shown, type_of
from extractor.publish.evidence_places import places_to_look
from extractor.publish.issue_forms import duty_forms
from extractor.publish.page import Page, Site, written
from extractor.publish.pictures import burn_up, timeline
from extractor.publish.structured_data import json_ld
from extractor.publish.text_page import Cut, Segment, anchor_at, context, cuts_of, segments
from extractor.publish.view import Duty, by_due_date, duties, tally
from extractor.publish.wording import capital, cut, place
from extractor.rounds import listed
from extractor.source.log_form import EXAMPLE_NOTE, EXAMPLE_TITLE
from extractor.track import explain_due
from extractor.waiting import longest_chain
from extractor.words.dates import long_date
from extractor.words.orders import full_name, short_name, shown_relation

ENTRY_HINT = """\
log:
  {key}:
    - date: {day}
      status: completed
      note: {note}
      evidence:
        - url: https://…
          title: {title}
"""


def order_pages(site: Site, order: TrackedOrder) -> Iterator[OutputFile]:
    """Every page of one order, and its text as a plain file."""
    rows = duties((order,))
    cuts = cuts_of(order.reading)
    text = _shown(segments(order.reading, (duty.obligation for duty in rows), cuts=cuts))
    anchors = {key: segment.anchor for segment in text for key in segment.keys}
    yield _facts_page(site, order, rows, text)
    yield _text_page(site, order, rows, text)
    yield OutputFile(text_file(order.order.id), order.order.body.encode("utf-8"))
    for earlier in order.reading.earlier:
        yield _earlier_page(site, order, earlier)
        yield OutputFile(text_file(order.order.id, earlier.until), earlier.order.body.encode("utf-8"))
    for before, duty, after in zip((None, *rows), rows, (*rows[1:], None), strict=False):
        neighbours = (before, after)
        yield _obligation_page(site, duty, anchors.get(duty.obligation.key), cuts, neighbours)


def _shown(text: tuple[Segment, ...]) -> tuple[Segment, ...]:
    """The segments with levels that start at 0 for the shallowest paragraph of running text."""
    base = min((segment.level for segment in text if segment.kind == "paragraph" and segment.citation), default=0)
    return tuple(replace(segment, level=min(max(segment.level - base, 0), 4)) for segment in text)


def _facts_page(site: Site, order: TrackedOrder, rows: tuple[Duty, ...], text: tuple[Segment, ...]) -> OutputFile:
    name = full_name(order.order)
    title = name if order.order.title in ("", name) else f"{name}: {order.order.title}"
    page = Page(
        address=order_page(order.order.id),
        template="order.md.j2",
        title=title,
        heading=title,
        description=f"What {name} obliges officials to do, by when, and where each obligation stands",
        concerned=(order,),
    )
    passages = _passages(order)
    anchors = {item.span.start: anchor_at(text, item.span) for item in passages}
    return written(
        site,
        page,
        order=order,
        duties=by_due_date(rows),
        tally=tally(rows),
        passages=passages,
        acts_on=_acts_on(site, order),
        acted_on_by=_acted_on_by(site, order),
        claims=[in_words(claim) for claim in order.claims],
        anchors=anchors,
        own_notice=True,
        chain=tuple(Duty(order, each) for each in longest_chain(order)),
        timeline=timeline(rows, site.as_of, page.address),
        burn_up=burn_up(order),
        take_along=of_order(site, order),
    )


def _passages(order: TrackedOrder) -> tuple[NotObligation, ...]:
    """What is not an obligation, a sentence with two modals and one reason for both only once."""
    found = {(item.citation, item.quote, item.reason): item for item in reversed(order.reading.not_obligations)}
    return tuple(sorted(found.values(), key=lambda item: item.span.start))


def _text_page(site: Site, order: TrackedOrder, rows: tuple[Duty, ...], text: tuple[Segment, ...]) -> OutputFile:
    name = full_name(order.order)
    page = Page(
        address=text_page(order.order.id),
        template="text.md.j2",
        title=f"Text of {short_name(order.order)}, obligations marked",
        heading=order.order.title or name,
        description=f"The text of {name} with every obligation marked in place",
        concerned=(order,),
    )
    outline = tuple(segment for segment in text if segment.kind == "heading")
    by_key = {duty.obligation.key: duty for duty in rows}
    return written(
        site,
        page,
        order=order,
        segments=text,
        outline=outline,
        by_key=by_key,
        set_aside=_set_aside(order, text),
        unread=_unread(order, text),
        own_notice=True,
    )


def _unread(order: TrackedOrder, text: tuple[Segment, ...]) -> dict[str, list[Unread]]:
    """A paragraph's anchor → the passages that begin in it and that nobody has read."""
    found: dict[str, list[Unread]] = {}
    for item in order.reading.unread:
        if anchor := anchor_at(text, item.span):
            found.setdefault(anchor, []).append(item)
    return found


def _set_aside(order: TrackedOrder, text: tuple[Segment, ...]) -> dict[str, list[NotObligation]]:
    """A paragraph's anchor → the passages of it that are not obligations."""
    found: dict[str, list[NotObligation]] = {}
    for item in _passages(order):
        if anchor := anchor_at(text, item.span):
            found.setdefault(anchor, []).append(item)
    return found


def _earlier_page(site: Site, order: TrackedOrder, earlier: EarlierText) -> OutputFile:
    """The text that the order had until it was amended, without marks."""
    name, day = short_name(order.order), long_date(earlier.until)
    page = Page(
        address=text_page(order.order.id, earlier.until),
        template="earlier_text.md.j2",
        title=f"Text of {name} until {day}",
        heading=f"Until {day}: {earlier.order.title or order.order.title or name}",
        description=f"The text that {name} had until it was amended on {day}",
        concerned=(order,),
    )
    shown = _shown(segments(Reading(earlier.order, earlier.paragraphs, (), ()), ()))
    plain = text_file(order.order.id, earlier.until).rpartition("/")[2]
    return written(site, page, order=order, earlier=earlier, segments=shown, plain=plain, own_notice=True)


def _acts_on(site: Site, order: TrackedOrder) -> list[tuple[str, str, str]]:
    """What the order does to others: in words, the citation, and the other's id where it is on file. What it only cites is left out."""
    on_file = {each.order.number: each.order.id for each in site.orders if each.order.kind == "executive order"}
    acts = [each for each in order.reading.relations if each.kind != "cites"]
    return [(shown_relation(each), each.citation, on_file.get(each.order, "")) for each in acts]


def _acted_on_by(site: Site, order: TrackedOrder) -> list[tuple[str, str, TrackedOrder]]:
    """What other orders on file do to this one: in words, the citation, and the order."""
    if order.order.kind != "executive order":
        return []
    return [
        (shown_relation(each, "this order"), each.citation, other)
        for other in site.orders
        if other is not order
        for each in other.reading.relations
        if each.order == order.order.number and each.kind != "cites"
    ]


def _obligation_page(
    site: Site, duty: Duty, anchor: str | None, cuts: tuple[Cut, ...], neighbours: tuple[Duty | None, Duty | None]
) -> OutputFile:
    """A duty's page; ``neighbours`` are the duties before and after it in the order."""
    obligation, order = duty.obligation, duty.of
    page = Page(
        address=duty.address,
        template="obligation.md.j2",
        title=f"{duty.label}: {cut(duty.headline, 60)} ({short_name(order.order)})",
        heading=f"{duty.label}: {cut(duty.headline, 130)}",
        description=f"{capital(place(obligation.citation))} of {full_name(order.order)}: {cut(duty.headline, 120)}",
        concerned=(order,),
    )
    around = context(order.reading, obligation)
    own = f"{site.site_url}{page.address}" if site.site_url else ""
    return written(
        site,
        page,
        duty=duty,
        anchor=anchor,
        arithmetic=explain_due(order, duty.tracked, duty.would_have_been is None) if duty.dated else "",
        falls_on_weekend=duty.tracked.schedule.falls_on in WEEKDAYS,
        extensions=[entry for entry in duty.tracked.entries if entry.due],
        segments=_shown(segments(order.reading, (obligation,), around, cuts)),
        own_notice=True,
        calendars=_calendars(site, duty),
        neighbours=neighbours,
        certainty=certainty(obligation),
        type_of=type_of(duty),
        rounds=rounds_shown(duty),
        earlier_rounds=listed(duty.tracked.rounds, order.as_of)[1] if duty.tracked.rounds else 0,
        asks_for=asks_for(obligation),
        citation=cite_as(duty, own),
        structured=json_ld(duty, own, site.site_url),
        places=places_to_look(duty),
        take_along=of_duty(site, duty),
        **_editing(site, duty),
        **duty_forms(site.repo_url, duty),
    )


def _editing(site: Site, duty: Duty) -> dict[str, object]:
    """The link that opens the log at the obligation's last entry, and what to add there."""
    lines = [entry.line for entry in duty.tracked.entries if entry.line]
    line = max(lines, default=None)
    url = f"{site.repo_url}/edit/main/source/{duty.of.order.id}/progress.yml" + (f"#L{line}" if line else "")
    hint = ENTRY_HINT.format(
        key=duty.obligation.key, day=site.as_of.isoformat(), note=EXAMPLE_NOTE, title=EXAMPLE_TITLE
    )
    return {"edit_url": url, "edit_line": line, "entry_hint": hint}


def _calendars(site: Site, duty: Duty) -> list[tuple[str, str]]:
    """(path, title) of the calendars that hold the duty: of all deadlines, and of who leads it or does it."""
    if not duty.due:
        return []
    names = (*duty.obligation.responsible, *duty.obligation.through)
    wanted = {"calendars/all.ics", *(official_calendar(name) for name in names)}
    return [(file.path, calendar_title(file)) for file in site.calendars if file.path in wanted]


def all_order_pages(site: Site) -> Iterable[OutputFile]:
    """Every page of every order, in the orders' order."""
    return (file for order in site.orders for file in order_pages(site, order))
