"""What a new reading would change, field by field, in words that a maintainer can judge."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from extractor.acceptance import CONSULTING, COORDINATING, RESPONSIBLE
from extractor.model import Obligation, Order
from extractor.register.matching import Match
from extractor.register.register import Fields, Record, Register, fields_of, order_fields
from extractor.words.shown import shortened

FIELD_WORDS = {
    "citation": "place",
    "kind": "kind",
    "modal": "modal",
    "actors": RESPONSIBLE,
    "consulting": CONSULTING,
    "coordinating": COORDINATING,
    "action": "action",
    "deadline": "deadline",
    "quote": "words",
}


@dataclass(frozen=True, slots=True)
class Difference:
    """One difference between the register and the reading of this run.

    ``kind``: order | text | changed | moved | added | gone | reject | unclear. ``key`` is the obligation's, empty for the
    order's own. ``was`` and ``now`` are in words; for ``unclear`` ``now`` names what it could be.
    """

    kind: str
    key: str
    field: str
    was: str
    now: str

    def as_text(self) -> str:
        """One line, such as ``changed 2-c responsible: A → B``."""
        head = " ".join(word for word in (f"{self.kind:<7}", self.key, self.field) if word)
        if self.kind in ("added", "gone", "reject"):
            return f"{head}: {self.was or self.now}"
        return f"{head}: {self.was} → {self.now}"


def field_differences(record: Record, now: Fields) -> tuple[Difference, ...]:
    """The fields in which an accepted obligation and the one that it is now differ."""
    return tuple(
        Difference("moved" if name == "citation" else "changed", record.key, words, was, is_now)
        for name, words in FIELD_WORDS.items()
        if (was := in_words(name, record.fields)) != (is_now := in_words(name, now))
    )


def order_differences(register: Register, order: Order) -> tuple[Difference, ...]:
    """What the order's source states otherwise than accepted; a text that changed, where nothing else says so."""
    now = order_fields(order)
    names = dict.fromkeys((*register.order, *now))
    found = [
        Difference("order", "", name, register.order.get(name, "nothing"), now.get(name, "nothing"))
        for name in names
        if register.order.get(name) != now.get(name)
    ]
    return tuple(found)


def text_difference(register: Register, order: Order) -> tuple[Difference, ...]:
    """The text's SHA-256, where it is not the accepted one."""
    if register.sha256 == order.sha256:
        return ()
    return (Difference("text", "", "SHA-256", register.sha256[:16] + "…", order.sha256[:16] + "…"),)


def match_differences(found: Match, published: dict[str, Obligation]) -> Iterator[Difference]:
    """What a match changes. ``published``: each pair's obligation as it would be published, by the record's key."""
    for record, _ in found.pairs:
        if record.rejected is None and record.key in published:
            yield from field_differences(record, fields_of(published[record.key]))
    for record in found.gone:
        if record.rejected is None:
            yield Difference("gone", record.key, "", shown(record.fields), "")
    for record, could in found.unclear:
        choices = " or ".join(f"{each.key} ({shortened(each.action, 50)})" for each in could)
        yield Difference("unclear", record.key, "", shown(record.fields), f"now {choices}, or none of them")


def added(obligations: Iterable[Obligation]) -> Iterator[Difference]:
    """The obligations that no record has."""
    for each in obligations:
        yield Difference("added", each.key, "", "", shown(fields_of(each)))


def shown(fields: Fields) -> str:
    """An obligation in one line: where, who, what."""
    return f"{fields['citation']} {in_words('actors', fields)}: {shortened(fields['action'], 70)}"


def in_words(name: str, fields: Fields) -> str:
    """A field's value as a maintainer reads it; every difference between two values shows."""
    value = fields.get(name)
    if name == "actors":
        names = [f"{a['official']} (through {a['through']})" if "through" in a else a["official"] for a in value or ()]
        return "; ".join(names) or "nobody"
    if name == "deadline":
        return deadline_in_words(value or {"kind": "none"})
    if name in ("consulting", "coordinating"):
        return "; ".join(value or ()) or "nobody"
    return value or "nothing"


def deadline_in_words(fields: Fields) -> str:
    """``relative, 30 days, after: “Within 30 days of …”``: a deadline's values, its kind first."""
    plain = {name: value for name, value in fields.items() if name not in ("kind", "quote", "second")}
    length = " ".join(plain.pop(name) for name in ("amount", "unit") if name in plain)
    parts = [fields["kind"], length, *(value if name in _BARE else f"{name} {value}" for name, value in plain.items())]
    words = ", ".join(part for part in parts if part)
    if "second" in fields:
        words += f"; the other date: {deadline_in_words(fields['second'])}"
    return words + (f": “{fields['quote']}”" if "quote" in fields else "")


_BARE = ("date", "direction", "recurs")
