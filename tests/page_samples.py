"""Two orders made by hand, with everything that a page must be able to show; no word of a real order stands here."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, replace
from datetime import date

from extractor.model import (
    Actor,
    Block,
    Deadline,
    Entry,
    Evidence,
    NotObligation,
    Obligation,
    Order,
    Paragraph,
    Progress,
    Reading,
    Span,
    TrackedOrder,
)
from extractor.schedule import schedule
from extractor.track import track

AS_OF = date(2026, 7, 10)
NASTY = "<script>alert(1)</script> [x](javascript:y) *a* _b_ {{ 7 * 7 }} {% raw %} `c` &amp; 2(c) # ~d~ ![i](http://evil.example/i.png)"


@dataclass(frozen=True)
class SampleSettings:
    """The two addresses that the pages need."""

    site_url: str = "https://tracker.example/site/"
    repo_url: str = "https://github.com/example/tracker"


def in_days(amount: int, quote: str) -> Deadline:
    """A deadline of some days after the order's date."""
    return Deadline("relative", amount, "days", "after", quote=quote)


# citation, level, heading or None, text; a citation of None is a heading alone or running text before section 1.
TEXT = (
    (None, 0, None, "By the powers of this office, I order as follows:"),
    ("1", 0, "Sec. 1. Aim.", None),
    ("1", 0, None, "It is the policy of this office that bridges be painted. Painters should use brushes."),
    ("2", 0, "Sec. 2. Painting & *varnish* <b>of</b> bridges.", None),
    ("2(a)", 1, None, "(a) Within 10 days of the date of this order, the Secretary of Paint shall choose a color."),
    ("2(b)", 1, None, ("(b) Within 30 days of the date of this order, the Secretary of Paint, through the Director of "
     "Brushes, shall buy brushes that:")),
    ("2(b)(i)", 2, None, "(i) are wide; and"),
    ("2(b)(ii)", 2, None, "(ii) are <i>soft</i> & [clean](http://evil.example/)."),
    ("2(c)", 1, None, ("(c) Within 45 days of the date of this order, the Secretary of Steel shall test the paint. The "
     "Secretary of Steel shall also promptly publish the test.")),
    ("2(d)", 1, None, (f"(d) The Director of Brushes shall, within 60 days of the date of this order, label each tin {NASTY} "
     "and report it.")),
    ("3", 0, "Sec. 3. Reports.", None),
    ("3(a)", 1, None, ("(a) Within 20 days of receipt of the test, the Attorney General, in consultation with the Secretary "
     "of Paint, shall review it.")),
    ("3(b)", 1, None, ("(b) No agency shall paint on a Sunday. Such paint shall be removed by the Director of Brushes within "
     "5 days of the date of this order.")),
    ("3(c)", 1, None, ("(c) Within 90 days of the date of this order, the Attorney General and the Secretary of Steel shall "
     "each inspect one bridge, in coordination with the Director of Brushes.")),
    ("3(d)", 1, None, "(d) Within 3 days of the date of this order, the Secretary of Steel shall count the bridges."),
    ("4", 0, "Sec. 4. General provisions.", None),
    ("4(a)", 1, None, "(a) Nothing in this order shall be construed to paint anybody."),
)  # fmt: skip

# key, citation, quote, action, actors, deadline, more fields
DUTIES = (
    ("2-a", "the Secretary of Paint shall choose a color.", "choose a color",
     (Actor("Secretary of Paint"),), in_days(10, "Within 10 days of the date of this order"), {}),
    ("2-b", "the Secretary of Paint, through the Director of Brushes, shall buy brushes that:", "buy brushes that",
     (Actor("Secretary of Paint", "Director of Brushes"),), in_days(30, "Within 30 days of the date of this order"), {}),
    ("2-c", "the Secretary of Steel shall test the paint.", "test the paint",
     (Actor("Secretary of Steel"),), in_days(45, "Within 45 days of the date of this order"), {}),
    ("2-c_2", "The Secretary of Steel shall also promptly publish the test.", "promptly publish the test",
     (Actor("Secretary of Steel"),), Deadline("vague", quote="promptly"), {}),
    ("2-d", f"label each tin {NASTY} and report it.", f"label each tin {NASTY} and report it",
     (Actor("Director of Brushes"),), in_days(60, "within 60 days of the date of this order"),
     {"review": ("deadline inherited across sentences <b>",)}),
    ("3-a", "the Attorney General, in consultation with the Secretary of Paint, shall review it.", "review it",
     (Actor("Attorney General"),),
     Deadline("event", 20, "days", "after", event="receipt of the test", reference="2-c", quote="Within 20 days of receipt"),
     {"in_consultation_with": ("Secretary of Paint",)}),
    ("3-b", "No agency shall paint on a Sunday.", "paint on a Sunday", (), Deadline(),
     {"kind": "prohibition", "review": ("actor unresolved",)}),
    ("3-b_2", "Such paint shall be removed by the Director of Brushes within 5 days of the date of this order.",
     "be removed by the Director of Brushes", (Actor("Director of Brushes"),),
     in_days(5, "within 5 days of the date of this order"), {}),
    ("3-c", ("the Attorney General and the Secretary of Steel shall each inspect one bridge, in coordination with the "
     "Director of Brushes."), "inspect one bridge", (Actor("Attorney General"), Actor("Secretary of Steel")),
     in_days(90, "Within 90 days of the date of this order"), {"in_coordination_with": ("Director of Brushes",)}),
    ("3-d", "the Secretary of Steel shall count the bridges.", "count the bridges",
     (Actor("Secretary of Steel"),), in_days(3, "Within 3 days of the date of this order"), {}),
)  # fmt: skip


def _evidence(title: str) -> tuple[Evidence, ...]:
    return (Evidence("https://records.example/?a=1&b=2", title),)


LOG = (
    ("2-a", (Entry(date(2026, 6, 10), date(2026, 6, 11), "completed", "Blue it is.", _evidence("The color"), "verified", line=5),)),
    ("2-b", (
        Entry(date(2026, 6, 20), date(2026, 6, 20), "in-progress", f"Half of them. {NASTY}", _evidence(NASTY), line=12),
        Entry(date(2026, 7, 1), date(2026, 7, 2), None, "A note without a status.", line=18),
    )),
    ("2-d", (Entry(date(2026, 6, 30), date(2026, 6, 30), "blocked", "No tins.", due=date(2026, 9, 1), line=24),)),
    ("3-d", (Entry(date(2026, 7, 6), date(2026, 7, 6), "completed", "Forty-one.", _evidence("The count"), line=30),)),
)  # fmt: skip

NOT_DUTIES = (
    ("1", "should", "encouragement", "Painters should use brushes."),
    ("4(a)", "shall", "construction", "Nothing in this order shall be construed to paint anybody."),
)


def tracked_orders(as_of: date = AS_OF) -> tuple[TrackedOrder, ...]:
    """A signed restatement with duties of every standing, and an unsigned summary in prose without a title."""
    painting, prose = painting_order(), prose_order()
    checked = date(2026, 7, 8)
    return (
        track(painting, Progress(checked, LOG, "the Register & press\n  pages."), as_of),
        track(prose, Progress(), as_of),
    )


def painting_order() -> Reading:
    """A restatement: three levels, a sentence that crosses blocks, a paragraph with two duties, hostile words."""
    body, blocks, paragraphs = _text(TEXT)
    order = _order("eo-99", body, blocks, kind="executive order", number=99, title=f"Painting {NASTY}",
                   signed=date(2026, 6, 2), published=date(2026, 6, 5), citation="91 FR 1", document="2026-1",
                   official_url="https://register.example/d/2026-1?x=1&y=2", text="restatement")  # fmt: skip
    duties = tuple(_duty(order, *fields) for fields in DUTIES)
    others = tuple(NotObligation(c, m, r, q, _find(body, q)) for c, m, r, q in NOT_DUTIES)
    return Reading(order, paragraphs, duties, others)


def prose_order() -> Reading:
    """A summary that never says when the order was signed: one duty, cited by paragraph, that cannot be dated."""
    words = "The order gives the Secretary of Steel 30 days. The Secretary of Steel must rest."
    body, blocks, paragraphs = _text((("p1", 0, None, words),))
    order = _order("memo-prose", body, blocks, kind="memorandum", title="", text="summary", status="amended",
                   status_date=date(2026, 6, 9), status_by="a later memorandum")  # fmt: skip
    duty = _duty(order, "p1", "The Secretary of Steel must rest.", "rest", (Actor("Secretary of Steel"),),
                 in_days(30, "30 days"), {"modal": "must", "review": ("summary text",)})  # fmt: skip
    return Reading(order, paragraphs, (duty,), ())


def empty_order(as_of: date = AS_OF) -> TrackedOrder:
    """An official text in which nothing obliges anybody."""
    body, blocks, paragraphs = _text((("1", 0, "Sec. 1. Day.", None), ("1", 0, None, "June is the month of bridges.")))
    order = _order("proc-7", body, blocks, kind="proclamation", number=7, title="Bridge Month", signed=date(2026, 6, 1))
    return track(Reading(order, paragraphs, (), ()), Progress(date(2026, 7, 1)), as_of)


def run_in_heading() -> Reading:
    """A section whose heading stands in one block with its words."""
    body = "Sec. 2. Tea. The Secretary of Tea shall boil water.\n\n(a) Cups."
    blocks = (Block("paragraph", Span(0, 51)), Block("paragraph", Span(53, 62)))
    section = Paragraph(0, "2", "Sec. 2.", "Tea.", 0, None, Span(0, 51), Span(12, 51))
    item = Paragraph(1, "2(a)", "(a)", None, 1, 0, Span(53, 62), Span(57, 62))
    return Reading(_order("eo-1", body, blocks, kind="executive order", title="Tea"), (section, item), (), ())


def _order(order_id: str, body: str, blocks: tuple[Block, ...], **fields: object) -> Order:
    return Order(
        id=order_id, body=body, blocks=blocks, sha256=hashlib.sha256(body.encode("utf-8")).hexdigest(), **fields
    )


def _text(parts: tuple) -> tuple[str, tuple[Block, ...], tuple[Paragraph, ...]]:
    """Body, blocks and outline of a text given as (citation, level, heading, words)."""
    body, blocks, paragraphs = "", [], []
    for citation, level, heading, words in parts:
        span = Span(len(body), len(body) + len(heading or words))
        body += (heading or words) + "\n\n"
        blocks.append(Block("heading" if heading else "paragraph", span))
        if citation and (heading or level or citation.startswith("p")):
            text_span = Span(span.end, span.end) if heading else span
            parent = next((p.index for p in reversed(paragraphs) if p.level < level), None)
            paragraphs.append(Paragraph(len(paragraphs), citation, None, heading, level, parent, span, text_span))
    return body.removesuffix("\n\n"), tuple(blocks), tuple(paragraphs)


def _duty(order: Order, key: str, quote: str, action: str, actors: tuple, deadline: Deadline, more: dict) -> Obligation:
    span = _find(order.body, quote)
    start = span.start + quote.index(action)
    citation = key.split("_")[0] if key.startswith("p") else _citation(key)
    fields = {"kind": "duty", "modal": "shall", "in_consultation_with": (), "in_coordination_with": ()} | more
    duty = Obligation(
        id=f"{order.id}/{key}", order=order.id, key=key, citation=citation, actors=actors, action=action,
        action_span=Span(start, start + len(action)), deadline=deadline, quote=quote, span=span,
        rules=("modal.shall", "actor.subject"), **fields,
    )  # fmt: skip
    return replace(duty, schedule=schedule(deadline, order.signed))


def _citation(key: str) -> str:
    section, *rest = key.split("_")[0].split("-")
    return section + "".join(f"({label})" for label in rest)


def _find(body: str, words: str) -> Span:
    start = body.index(words)
    return Span(start, start + len(words))
