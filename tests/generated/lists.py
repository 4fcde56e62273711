"""Duties in lists: lead-ins that oblige or only date, items with words of their own, lists inside lists, contents that oblige nobody."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from random import Random

from generated.acts import object_of, some_act
from generated.known import UNDATED, Act, Item, Known, Time, Who, sentence
from generated.people import OFFICIALS, single, some_subject
from generated.sentences import Modal, Placed, begins, one_sentence, written
from generated.times import some_time

STEPS = (
    "shall:",
    "shall:",
    "shall:",
    "shall take the following steps:",
    "shall undertake the following actions:",
    "shall take the following actions:",
    "must:",
)
ASIDES = (
    "to the extent permitted by law, ", "as appropriate, ", "where practicable, ", "using existing funds, ", "building upon current work, ",
    "consistent with applicable law, ", "working with the States, ", "beginning in fiscal year 2028, ",
)  # fmt: skip
ITEM_ADVERBS = ("periodically ", "fully ", "carefully ", "publicly ", "regularly ", "proactively ")


def _joined(chance: Random, items: list[Item]) -> tuple[Item, ...]:
    """Items with the endings of a list: ``;``, ``; and``, a full stop."""
    last = len(items) - 1
    conjunction = chance.random() < 0.85
    return tuple(
        item if item.below else replace(item, words=item.words.rstrip(".") + _ending(index, last, conjunction))
        for index, item in enumerate(items)
    )


def _ending(index: int, last: int, conjunction: bool) -> str:
    if index == last:
        return "."
    return "; and" if index == last - 1 and conjunction else ";"


def _lead_time(chance: Random, signed: date, likely: float = 0.6) -> Time:
    return some_time(chance, signed, "lead-in") if chance.random() < likely else UNDATED


def _opening(chance: Random, who: Who, time: Time, steps: str) -> str:
    """``Within 30 days …, X shall:``, the time before the subject, behind it, or behind its modal."""
    if not time.words:
        return sentence(f"{who.words} {steps}")[:-1]
    modal, _, rest = steps.partition(" ")
    forms = [f"{time.words}, {who.words} {steps}"]
    if not who.words.endswith(",") and " or " not in who.words:
        forms.append(f"{who.words}, {time.words}, {steps}")
    forms.append(f"{who.words} {modal.rstrip(':')}, {time.words}{', ' + rest if rest else ':'}")
    return sentence(chance.choice(forms))[:-1]


def _item(chance: Random, signed: date, who: Who, above: Time, capital: bool, bare: bool = False) -> Item:
    """An item that opens with its verb, or with an aside, an adverb, partners or a time before it."""
    act = some_act(chance)
    while act.tail and "must" in act.tail:
        act = some_act(chance)
    form = "verb" if bare else chance.choices(("verb", "aside", "adverb", "own time", "partner"), (10, 2, 2, 3, 1))[0]
    opening, time, consult = "", above, ()
    if form == "aside":
        opening = chance.choice(ASIDES)
    elif form == "adverb":
        opening = chance.choice(ITEM_ADVERBS)
    elif form == "own time":
        time = some_time(chance, signed, "item")
        opening = f"{time.words}, "
    elif form == "partner":
        name = chance.choice([name for name in OFFICIALS if name not in who.lead])
        opening, consult = f"in consultation with the {name}, ", (name,)
    words = f"{opening}{act.words}{' ' + act.tail if act.tail else ''}"
    words = words[0].upper() + words[1:] if capital else words
    duty = Known(who.lead, begins(act), time, who.through, consult, words=words)
    return Item(
        words, (duty.built(f"item opens with {form}", f"object: {act.form}", f"time: {time.form}", f"who: {who.form}"),)
    )


def steps(chance: Random, signed: date) -> Item:
    """A subject shall: do this; and do that."""
    who, time, lead = some_subject(chance), _lead_time(chance, signed), chance.choice(STEPS)
    capital = chance.random() < 0.15
    items = [_item(chance, signed, who, time, capital) for _ in range(chance.choice((2, 3, 3, 4)))]
    words = _opening(chance, who, time, lead)
    return Item(words, below=_joined(chance, items)).built(
        f"list: {lead}", "capital items" if capital else "small items"
    )


def directed(chance: Random, signed: date) -> Item:
    """``X is directed to:`` with items."""
    who, time = single(chance), _lead_time(chance, signed)
    opening = f"{time.words}, " if time.words else ""
    items = [_item(chance, signed, who, time, False, bare=True) for _ in range(3)]
    words = sentence(f"{opening}{who.words} is {chance.choice(('directed', 'hereby directed', 'required'))} to:")[:-1]
    return Item(words, below=_joined(chance, items)).built("list: is directed to:")


def first_runs_in(chance: Random, signed: date) -> Item:
    """``X shall (i) do this;`` and the rest in paragraphs of their own."""
    who, time = single(chance), _lead_time(chance, signed, 0.4)
    items = [_item(chance, signed, who, time, False, bare=index == 0) for index in range(3)]
    words = _opening(chance, who, time, "shall:").rstrip(":") + chance.choice(("", ":"))
    return Item(words, below=_joined(chance, items), runs_in=True).built("list: first item run in")


def only_a_time(chance: Random, signed: date) -> Item:
    """A lead-in that only dates; each item has its own subject."""
    time = some_time(chance, signed, "lead-in")
    opening = chance.choice(
        (
            f"{time.words}:",
            f"{time.words}, the following actions shall be taken:",
            f"the following actions shall be taken {time.words}:",
        )
    )
    items = []
    for _ in range(chance.choice((2, 3))):
        who, act = some_subject(chance), some_act(chance)
        words = one_sentence(who, Modal("shall", "shall"), act, Placed())
        duty = Known(who.lead, begins(act), time, who.through, words=words)
        items.append(Item(words[0].lower() + words[1:] if chance.random() < 0.7 else words,
                          (duty.built(f"object: {act.form}", f"time: {time.form}", f"who: {who.form}"),)))  # fmt: skip
    return Item(sentence(opening)[:-1], below=_joined(chance, items)).built("list: only a time")


CONTENTS = (
    "submit a report that includes:",
    "publish a plan that covers:",
    "prepare a survey, which shall include:",
    "issue guidance on:",
    "collect records of:",
)


def contents(chance: Random, signed: date) -> Item:
    """One duty whose object is a list."""
    who, time, lead = some_subject(chance), _lead_time(chance, signed, 0.5), chance.choice(CONTENTS)
    words = _opening(chance, who, time, f"shall {lead}")
    items = [Item(object_of(chance)) for _ in range(3)]
    duty = Known(who.lead, " ".join(lead.split()[:2]), time, who.through, words=words)
    built = duty.built("list: contents", f"contents: {lead}", f"time: {time.form}", f"who: {who.form}")
    return Item(words, (built,), _joined(chance, items))


def nested(chance: Random, signed: date) -> Item:
    """A list whose last item has a list of its own: of steps, or of contents."""
    who, time = some_subject(chance), _lead_time(chance, signed)
    items = [_item(chance, signed, who, time, False) for _ in range(2)]
    if chance.random() < 0.5:
        inner = [_item(chance, signed, who, time, False, bare=True) for _ in range(2)]
        deep = Item("take the following steps:", below=_joined(chance, inner))
    else:
        act = Act("contents", "publish", f"{object_of(chance)} that includes:")
        duty = Known(who.lead, begins(act, 4), time, who.through, words=act.words).built(
            f"time: {time.form}", f"who: {who.form}"
        )
        deep = Item(act.words, (duty,), _joined(chance, [Item(object_of(chance)) for _ in range(2)]))
    first, second = (replace(item, words=f"{item.words};") for item in items)
    return Item(_opening(chance, who, time, "shall:"), below=(first, second, deep)).built("list: nested")


def each_with_subject(chance: Random, signed: date) -> Item:
    """``The following officials shall …`` is rare; more often a plain sentence leads, and items are sentences of their own."""
    words, lead = written(chance, signed, some_subject(chance))
    items = []
    for _ in range(2):
        more, duty = written(chance, signed, some_subject(chance))
        items.append(Item(more, (duty,)))
    return Item(words, (lead,), tuple(items)).built("list: sentences below a sentence")


def dated_reports(chance: Random, signed: date) -> Item:
    """``shall submit reports as follows:`` and items that are only times."""
    who = single(chance)
    times = [some_time(chance, signed, "lead-in") for _ in range(2)]
    while any(time.form not in ("within", "no later than", "fixed date") for time in times):
        times = [some_time(chance, signed, "lead-in") for _ in range(2)]
    items = [
        Item(time.words, (Known(who.lead, "submit reports", time, words=time.words).built(f"time: {time.form}"),))
        for time in times
    ]
    return Item(f"{sentence(who.words)[:-1]} shall submit reports as follows:", below=_joined(chance, items)).built(
        "list: dates"
    )


LISTS: tuple[tuple[int, Callable[[Random, date], Item]], ...] = (
    (8, steps), (2, directed), (2, first_runs_in), (2, only_a_time), (3, contents), (2, nested), (1, each_with_subject), (1, dated_reports),
)  # fmt: skip
