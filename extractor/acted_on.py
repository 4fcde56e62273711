"""Orders on file that act on one another: what one says that it does to another, until somebody enters it.

A status is entered by people, in the front matter of the order that is acted on. Until it says what became of the order on the day
of the act or later, the act is a claim: pages show it as a caveat, ``tracker check`` warns and gives the lines to enter.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from extractor.model import Claim, Obligation, Order, Reading, Relation
from extractor.problems import Problem
from extractor.words.orders import short_name, shown_relation

NOT_ENTERED = "not yet entered"  # how a warning and a caveat end
ENDS = ("revokes", "supersedes")  # acts after which a duty is owed no more
STATUS_OF = {"revokes": "revoked", "supersedes": "revoked", "amends": "amended", "suspends": "amended"}
"""The status that an act on the whole order, or on a part of it, gives; only a whole order is revoked."""
_PLACE = re.compile(r"\b(\d+(?:\.\d+)*)((?:\([^()\s]+\))*)")


def claims(readings: Iterable[Reading]) -> dict[str, tuple[Claim, ...]]:
    """The id of each order on file that another one acts on → what nobody has entered of it, the earliest act first."""
    readings = tuple(readings)
    numbered = {
        each.order.number: each.order for each in readings if each.order.number and each.order.kind == "executive order"
    }
    found: dict[str, list[Claim]] = {}
    for reading in sorted(readings, key=lambda each: each.order.signed or date.max):
        for relation in reading.relations:
            target = numbered.get(relation.order)
            if (
                target
                and target is not reading.order
                and relation.kind in STATUS_OF
                and not _entered(target, reading.order)
            ):
                found.setdefault(target.id, []).append(Claim(reading.order, relation))
    return {name: _each_once(of) for name, of in found.items()}


def _each_once(found: list[Claim]) -> tuple[Claim, ...]:
    """Each act once; of an order that ends the whole of another one, that alone."""
    ending = {each.by.id: each for each in found if each.relation.kind in ENDS and each.relation.part is None}
    once = {(each.by.id, each.relation.kind, each.relation.part): ending.get(each.by.id, each) for each in found}
    return tuple({id(each): each for each in once.values()}.values())


def _entered(order: Order, by: Order) -> bool:
    """True where somebody has said what became of an order, on the day of the act or later."""
    day = act_day(by)
    if order.status == "revoked":
        return True
    return order.status is not None and (order.status_date is None or day is None or order.status_date >= day)


def act_day(by: Order) -> date | None:
    """The day of what an order does: that on which it takes effect, else that of its signing."""
    return by.effective or by.signed


def over(found: Iterable[Claim], obligation: Obligation) -> Claim | None:
    """The claim that an obligation is owed no more: of the whole order, or of a part that it stands in."""
    return next(
        (each for each in found if each.relation.kind in ENDS and _holds(each.relation, obligation.citation)), None
    )


def _holds(relation: Relation, citation: str) -> bool:
    if relation.part is None:
        return True
    places = ("".join(found.groups()) for found in _PLACE.finditer(relation.part))
    return any(citation == place or citation.startswith((f"{place}(", f"{place}.")) for place in places)


def in_words(claim: Claim) -> str:
    """``EO 15902, sec. 4, says that it revokes this order``, or the part of it that it names."""
    said = shown_relation(claim.relation, "this order")
    return f"{short_name(claim.by)}, {_place(claim.relation.citation)}, says that it {said}"


def _place(citation: str) -> str:
    prose = re.fullmatch(r"p(\d+)", citation)
    return f"para. {prose[1]}" if prose else f"sec. {citation}"


def warning(order: Order, claim: Claim, file: str, keys: tuple[str, ...]) -> Problem:
    """What ``tracker check`` says of a claim: where it is made, and what to enter in ``file``.

    ``keys``: the obligations that an ended part of the order holds; each has its own entry in the log.
    """
    status, day = STATUS_OF[claim.relation.kind], act_day(claim.by)
    part = claim.relation.part
    source = claim.by.official_url or "the address where it can be read"
    lines = f"status: {'amended' if part else status}, status_date: {day or 'the day'}, status_by: {short_name(claim.by)}, status_source: {source}"
    fix = f"enter it: {lines}; or “status: in force” with the day and the address where that can be read"
    if part and keys and claim.relation.kind in ENDS:
        fix += f"; and in the log, “status: rescinded” with evidence for {', '.join(keys)}"
    return Problem(
        file, 0, 0, f"{in_words(claim)}; {NOT_ENTERED}", " ".join(claim.relation.words.split())[:160],
        "a status of that day or later", fix, severity="warning",
    )  # fmt: skip
