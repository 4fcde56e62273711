"""What a text does to other orders: revokes, supersedes, amends, suspends, reinstates, implements; and which it cites.

Acts are read paragraph by paragraph, in this order: lists that a sentence leads in, sentences, headings whose section says
nothing more. Text that an amendment puts elsewhere acts on nothing. An order that is named and not acted on is cited, once.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from extractor.find.relations.acts import ACTS, HEADING, HISTORY, LEAD_INS, LIST, PART, PURPOSE, kind_of
from extractor.find.relations.mentions import Mention, Short, mentions, shortened
from extractor.model import Order, Paragraph, Relation, Span

CITES = "cites"
_ITEM = re.compile(rf"(?P<part>{PART})(?P<order>@)(?P<past>(?>{HISTORY}{{0,3}}))", re.I)
_LISTED = re.compile(rf"\s*{LIST}", re.I)
_LIMIT = re.compile(
    r"(?:,? (?:as of|effective)\b[^.;:@]{3,40}?,)?,? (?P<limit>(?:only )?(?:to the extent|insofar as|with respect to|as (?:it|they) appl(?:y|ies))\b[^.;:,]{3,200})",
    re.I,
)
_PLURAL = re.compile(r" are\b", re.I)
_WHOLE = re.compile(r"(?:all )?(?:the )?(?:text|provisions) of$", re.I)
_NOT = re.compile(r"\b(?:nothing|neither|no provision)\b[^.;:]*$", re.I)
_ACTING = re.compile(
    r"revo[ck]|resci|repeal|abrogat|supers|replac|amend|revis|modif|delet|strick|suspen|reinstat|restor|implement|carr(?:y|ies) out",
    re.I,
)


def relations(order: Order, paragraphs: tuple[Paragraph, ...]) -> tuple[Relation, ...]:
    """The relations of ``order`` to others, in text order; none to itself. ``paragraphs`` is its outline."""
    acts = [each for each in _acts(order.body, paragraphs) if each.order != order.number]
    found = [*acts, *_cited(order, paragraphs, {each.order for each in acts})]
    return tuple(sorted(found, key=lambda each: (each.span.start, each.order)))


def _cited(order: Order, paragraphs: tuple[Paragraph, ...], known: set[int]) -> Iterator[Relation]:
    """The orders that are named, but for the ``known``: each at its first mention."""
    seen = {order.number, *known}
    starts = [each.span.start for each in paragraphs]
    for mention in mentions(order.body):
        if mention.number in seen:
            continue
        seen.add(mention.number)
        at = max((place for place, start in enumerate(starts) if start <= mention.span.start), default=None)
        citation = paragraphs[at].citation if at is not None else ""
        yield Relation(CITES, mention.number, None, citation, mention.span.of(order.body), mention.span)


def _acts(body: str, paragraphs: tuple[Paragraph, ...]) -> Iterator[Relation]:
    led: dict[int, str] = {}
    found: list[Relation] = []
    for paragraph in paragraphs:
        if paragraph.quoted or paragraph.part not in ("text", "preamble"):
            continue
        words = paragraph.text_span
        handed = led.get(paragraph.parent) if paragraph.parent is not None and paragraph.label else None
        if handed:
            led[paragraph.index] = handed
        if _ACTING.search(body, words.start, words.end):
            short = shortened(body, words.start, words.end)
            here = [*_sentences(short), *_led_in_line(short)]
            if kind := _leads_in(short):
                led[paragraph.index] = kind
        else:
            here = []
        if not here and handed:
            here = _items(shortened(body, words.start, words.end), handed)
        found += (_placed(each, body, paragraph) for each in here)
    yield from found
    yield from _announced(body, paragraphs, found)


def _placed(relation: Relation, body: str, paragraph: Paragraph) -> Relation:
    return replace(relation, citation=paragraph.citation, words=relation.span.of(body))


def _sentences(short: Short) -> list[Relation]:
    """The acts that the sentences of a paragraph state, by the first rule that reads each order."""
    if not short.mentions:
        return []
    found: list[Relation] = []
    taken: set[Span] = set()
    for rule in ACTS:
        for match in rule.pattern.finditer(short.text):
            if _NOT.search(short.text, max(0, match.start() - 200), match.start()) or _NOT.search(match[0]):
                continue
            for relation, mention in _of_match(short, match):
                if mention.span not in taken:
                    found.append(relation)
                taken.add(mention.span)
    return found


def _of_match(short: Short, match: re.Match[str]) -> Iterator[tuple[Relation, Mention]]:
    """The relations of one match of a rule, each with the mention that it rests on."""
    verb = match["verb"] or match.groupdict()["verb2"]
    limit = _LIMIT.match(short.text, match.end()) if match.end("verb") == match.end() else None
    end = limit.end() if limit else match.end()
    said = limit["limit"] if limit else match.groupdict().get("inner")
    span = short.span(match.start(), end)
    for part, mention in _listed(short, *match.span("list"), plural=bool(_PLURAL.search(match[0]))):
        yield Relation(kind_of(verb), mention.number, part or _part(said or ""), "", "", span), mention


def _listed(short: Short, start: int, end: int, plural: bool) -> list[tuple[str | None, Mention]]:
    """The orders of a list with the part of each that is meant; those that amended one of them before are not in it.

    ``plural``: the verb speaks of several. ``A, as amended by B, and C are revoked`` then speaks of A and C.
    """
    found: list[tuple[str | None, Mention]] = []
    past: tuple[Mention, ...] = ()
    for item in _ITEM.finditer(short.text, start, end):
        found.append((_part(item["part"]), short.mentions[item.start("order")]))
        past = short.named(*item.span("past"))
    if not found and short.text[start:end].lower().endswith("orders"):  # ``these orders``: those of the sentence before
        before = short.text[:start].rstrip(" .;")
        return [(None, mention) for mention in short.named(before.rfind(". ") + 1, start)]
    if not found:  # ``that order``: the last that was named
        return [(None, mention) for mention in short.named(0, start)[-1:]]
    if plural and len(found) == 1 and found[0][0] is None and len(past) > 1:
        found.append((None, past[-1]))
    return found


def _part(words: str) -> str | None:
    """The part of an order as it is shown: ``Section 3 of`` → ``section 3``; ``None`` for the whole."""
    said = re.sub(r"^\(\w{1,5}\) ", "", words.strip())
    said = re.sub(r",? (?:of|to|in)$", "", re.sub(r"(?:all )?the provisions of$", "", said).strip())
    if not said or _WHOLE.fullmatch(f"{said} of"):
        return None
    return said[:1].lower() + said[1:]


def _leads_in(short: Short) -> str | None:
    """The kind of act that the paragraph's last words lead in for a list below."""
    for rule in LEAD_INS:
        for match in rule.pattern.finditer(short.text):
            if not short.text[match.end() :].strip():
                return kind_of(match["verb"])
    return None


def _led_in_line(short: Short) -> Iterator[Relation]:
    """The orders of a list that stands in the line, behind what leads it in."""
    for rule in LEAD_INS:
        for match in rule.pattern.finditer(short.text):
            if listed := _LISTED.match(short.text, match.end()):
                span = short.span(match.start(), listed.end())
                for part, mention in _listed(short, *listed.span("list"), plural=False):
                    yield Relation(kind_of(match["verb"]), mention.number, part, "", "", span)


def _items(short: Short, kind: str) -> list[Relation]:
    """The orders that an item of a list opens with, each acted on as the lead-in says."""
    listed = _LISTED.match(short.text)
    if listed is None:
        return []
    span = short.span(0, len(short.text))
    return [
        Relation(kind, mention.number, part, "", "", span)
        for part, mention in _listed(short, *listed.span("list"), plural=False)
    ]


def _announced(body: str, paragraphs: tuple[Paragraph, ...], found: Iterable[Relation]) -> Iterator[Relation]:
    """What headings and purposes announce, where no sentence that does it names the order (``section 3 is amended``)."""
    acted = {(each.order, each.kind) for each in found}
    for paragraph in paragraphs:
        if paragraph.quoted:
            continue
        for pattern, span in ((HEADING, _head(paragraph)), (PURPOSE, paragraph.text_span)):
            if span and _ACTING.search(body, span.start, span.end):
                announced = _by_pattern(shortened(body, span.start, span.end), pattern)
                yield from (
                    _placed(each, body, paragraph) for each in announced if (each.order, each.kind) not in acted
                )


def _head(paragraph: Paragraph) -> Span | None:
    return Span(paragraph.span.start, paragraph.text_span.start) if paragraph.heading else None


def _by_pattern(short: Short, pattern: re.Pattern[str]) -> Iterator[Relation]:
    for match in pattern.finditer(short.text):
        for part, mention in _listed(short, *match.span("list"), plural=False):
            yield Relation(kind_of(match["verb"]), mention.number, part, "", "", short.span(*match.span()))
