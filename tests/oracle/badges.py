"""The badges: each order's picture says how many of its duties are done and past due, as of which day."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from xml.etree import ElementTree

from extractor.problems import Problem
from oracle.compare import bare, missing_file, same
from oracle.expected import DONE, LATE_WORDS, Record, Wanted, late_kind
from oracle.finished import Finished, day_in

_SVG = "{http://www.w3.org/2000/svg}"
_DONE = re.compile(r"\b(\d+) of (\d+) done\b")
_LATE = re.compile(r"\b(\d+) (past due, [^·]+)")


def badges(record: Record, site: Finished) -> Iterator[Problem]:
    """A badge for each order. Its title, which programs read, and its letters say the same, and what the record says."""
    for order in record.orders:
        path, name = f"badges/{order.order.id}.svg", order.order.id
        if (content := site.content(path)) is None:
            yield missing_file(path, f"the badge of {name}")
            continue
        title, letters = _words(content)
        yield from same(path, name, "words of its title", bare(title), bare(letters))
        said = title.rpartition(": ")[2]
        yield from same(path, name, "day", record.as_of, day_in(said.rpartition("as of")[2]))
        wanted = record.of_order(order)
        yield from same(path, name, "number that is done", _done(wanted), _DONE.findall(said))
        late = Counter(each.key for each in wanted if each.key in LATE_WORDS)
        yield from same(path, name, "number that is past due", dict(late), _late(said))


def _words(content: bytes) -> tuple[str, str]:
    """The title, and the letters that are drawn, set together as the title does; nothing where it is no picture."""
    try:
        root = ElementTree.fromstring(content)
    except ElementTree.ParseError:
        return "", ""
    return root.findtext(f"{_SVG}title", ""), ": ".join(text.text or "" for text in root.iter(f"{_SVG}text"))


def _done(wanted: tuple[Wanted, ...]) -> list[tuple[str, str]]:
    """How many are done of how many, as a badge has it; an order without a duty says nothing of it."""
    done = sum(each.standing in DONE for each in wanted)
    return [(str(done), str(len(wanted)))] if wanted else []


def _late(said: str) -> dict[str, int]:
    """Key of each kind of past due → number. Words of no kind are their own key."""
    return {late_kind(words) or words.strip(): int(number) for number, words in _LATE.findall(said)}
