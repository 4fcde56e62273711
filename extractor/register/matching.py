"""Which obligation of a new reading is which accepted one. Ids follow the words, never the label.

The same words keep their id wherever they now stand. Changed words under the same citation with the same officials are
the same obligation, *changed*. What is left is *gone* or *added*; where two could be the same, it is *unclear*, and a
person says which.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

from extractor.model import Obligation, Reading
from extractor.register.register import Record, Register, fingerprint, lead_in_of, offices_of, one_line

ALIKE = 0.35  # share of the words in common from which changed words under one citation are still one obligation
SIMILAR = 0.6  # … and from which words somewhere else could be the same obligation
_WORD = re.compile(r"[^\W\d_]{4,}|\d+")

Key = TypeVar("Key", bound=Hashable)
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Match:
    """How a reading and a register belong together.

    ``pairs``: each record with the obligation that it is now. ``unclear``: each record with the obligations that it
    could be. An obligation of ``unclear`` is not in ``added``.
    """

    pairs: tuple[tuple[Record, Obligation], ...]
    added: tuple[Obligation, ...]
    gone: tuple[Record, ...]
    unclear: tuple[tuple[Record, tuple[Obligation, ...]], ...]


def match(register: Register, reading: Reading, same: Mapping[str, str] | None = None) -> Match:
    """Match a reading's obligations with the records that are not retired; a rejected one stays bound to its words.

    ``same``: a person's decisions, from a record's key to the key that the obligation has in the new reading.
    """
    known = [record for record in register.records if record.open or record.rejected is not None]
    work = _Work(known, reading)
    work.decide(same or {})
    work.same_words()
    work.changed_words()
    return work.match()


class _Work:
    """The records and obligations that are still without a partner, step by step."""

    def __init__(self, records: list[Record], reading: Reading):
        self._records, self._obligations = records, list(reading.obligations)
        self._place = {id(each): number for number, each in enumerate((*records, *self._obligations))}
        self._lead_ins = {id(each): lead_in_of(reading, each) for each in self._obligations}
        self._words = {id(each): fingerprint(each) for each in self._obligations}
        self._pairs: list[tuple[Record, Obligation]] = []

    def decide(self, same: Mapping[str, str]) -> None:
        """What a person said."""
        by_key = {obligation.key: obligation for obligation in self._obligations}
        for record in list(self._records):
            if (chosen := by_key.get(same.get(record.key, ""))) and chosen in self._obligations:
                self._pair(record, chosen)

    def same_words(self) -> None:
        """The same sentence and action. What tells equal words apart, the most telling first: the references to other
        paragraphs, the lists that they stand in, the officials, the place. Where nothing does, a person must say.
        """
        for old_key, new_key in self._telling():
            old, new = _grouped(self._records, old_key), _grouped(self._obligations, new_key)
            for key, records in old.items():
                if len(records) == len(new.get(key, ())) == 1:
                    self._pair(records[0], new[key][0])
                elif len(records) == len(new.get(key, ())) and len({record.lead_in for record in records}) == 1:
                    for record, obligation in zip(records, new[key], strict=True):  # nothing tells them apart but order
                        self._pair(record, obligation)

    def _telling(self) -> Iterator[tuple[Callable[[Record], Hashable], Callable[[Obligation], Hashable]]]:
        """What two must have in common to be the same, step by step less."""

        def words(each: Obligation) -> str:
            return self._words[id(each)]

        def lead_in(each: Obligation) -> str:
            return self._lead_ins[id(each)]

        yield (
            lambda r: (r.words, r.fields["quote"], r.lead_in, r.offices),
            lambda o: (words(o), one_line(o.quote), lead_in(o), offices_of(o)),
        )
        yield lambda r: (r.words, r.lead_in, r.offices), lambda o: (words(o), lead_in(o), offices_of(o))
        yield lambda r: (r.words, r.offices), lambda o: (words(o), offices_of(o))
        often = Counter(words(each) for each in self._obligations)
        before = Counter(record.words for record in self._records)
        equal = {each for each in before if before[each] == often[each]}
        yield (
            lambda r: (r.words in equal, r.words, r.fields["citation"]),
            lambda o: (True, words(o), o.citation),
        )

    def changed_words(self) -> None:
        """Other words under the same citation, with the same officials, and nothing that is more like them.

        Words that stand in the text more or less often than before are left to a person.
        """
        repeated = {self._words[id(each)] for each in self._obligations}
        changed = [record for record in self._records if record.words not in repeated]
        kept = {record.words for record in self._records}
        found = [each for each in self._obligations if self._words[id(each)] not in kept]
        new = _grouped(found, lambda each: (each.citation, offices_of(each)))
        for key, records in _grouped(changed, lambda record: (record.fields["citation"], record.offices)).items():
            partners = new.get(key, [])
            if len(records) == len(partners) == 1 and self._is_nearest(records[0], partners[0]):
                self._pair(records[0], partners[0])

    def match(self) -> Match:
        """What was found, and what is left."""
        unclear = [
            (record, could) for record in self._records if record.rejected is None and (could := self._could_be(record))
        ]
        doubtful = {id(obligation) for _, could in unclear for obligation in could}
        waiting = {id(record) for record, _ in unclear}
        return Match(
            tuple(sorted(self._pairs, key=lambda pair: self._place[id(pair[1])])),
            tuple(each for each in self._obligations if id(each) not in doubtful),
            tuple(each for each in self._records if id(each) not in waiting),
            tuple(unclear),
        )

    def _could_be(self, record: Record) -> tuple[Obligation, ...]:
        """The obligations without a partner that could be the record's: same words that stand there more or less often
        than before, its officials or words like its own at its citation, or very similar words elsewhere.
        """
        return tuple(
            obligation
            for obligation in self._obligations
            if likeness(record, obligation) >= (ALIKE if self._same_place(record, obligation) else SIMILAR)
            or self._same_place(record, obligation)
            and record.offices == offices_of(obligation)
        )

    def _same_place(self, record: Record, obligation: Obligation) -> bool:
        return bool(obligation.citation == record.fields["citation"])

    def _is_nearest(self, record: Record, obligation: Obligation) -> bool:
        """True where neither of the two is more like another that has no partner."""
        own = likeness(record, obligation)
        others = [likeness(record, each) for each in self._obligations if each is not obligation]
        others += [likeness(each, obligation) for each in self._records if each is not record]
        return own >= ALIKE and own > max(others, default=0)

    def _pair(self, record: Record, obligation: Obligation) -> None:
        self._records = [each for each in self._records if each is not record]
        self._obligations = [each for each in self._obligations if each is not obligation]
        self._pairs.append((record, obligation))


def likeness(record: Record, obligation: Obligation) -> float:
    """The share of words that two actions have in common: Dice's coefficient over words of four letters or more.

    Two actions of one and the same sentence are alike by half at least: a rule may cut a sentence otherwise.
    """
    action = _share(record.fields["action"], obligation.action)
    same_sentence = " ".join(obligation.quote.split()) == record.fields["quote"]
    return (1 + action) / 2 if same_sentence else action


def _share(one: str, other: str) -> float:
    first, second = (Counter(word[:7] for word in _WORD.findall(text.lower())) for text in (one, other))
    total = first.total() + second.total()
    return 2 * (first & second).total() / total if total else float(one == other)


def _grouped(items: Iterable[Item], key: Callable[[Item], Key]) -> dict[Key, list[Item]]:
    found: dict[Key, list[Item]] = {}
    for item in items:
        found.setdefault(key(item), []).append(item)
    return found
