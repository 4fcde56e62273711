"""Event deadlines that name another obligation: ``receipt of the report required by subsection (b)(i) of this section``.

The words name a place in the order. Where exactly one obligation stands there, or where the words also say what it
produces, the deadline refers to it; everything else stays an event that only the log can date.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from extractor.model import Obligation
from extractor.outline.references import own_references

_WORD = re.compile(r"[a-z]{5,}")
_COMMON = frozenset(
    "receipt receiving completion described required pursuant under section subsection issuance publication submission order paragraph their these date".split()
)


def with_references(obligations: Iterable[Obligation]) -> tuple[Obligation, ...]:
    """The obligations (with keys) with ``deadline.reference`` set where an event names one of them."""
    found = tuple(obligations)
    places: dict[str, list[Obligation]] = {}
    for obligation in found:
        places.setdefault(obligation.citation, []).append(obligation)
    return tuple(_referred(obligation, places) for obligation in found)


def _referred(obligation: Obligation, places: dict[str, list[Obligation]]) -> Obligation:
    event = obligation.deadline.event
    if obligation.deadline.kind != "event" or not event:
        return obligation
    citation = cited(event, obligation.citation)
    named = _named(places.get(citation or "", []), event)
    if named is None or named.key == obligation.key:
        return obligation
    return replace(obligation, deadline=replace(obligation.deadline, reference=named.key))


def cited(event: str, citation: str) -> str | None:
    """The citation that an event's words name, seen from the obligation at ``citation``; ``None`` for none or several.

    ``subsection (b)(i) of this section`` in 4(d) is 4(b)(i); ``section 2(c) of this order`` is 2(c).
    """
    found = {reference.candidates[0] for reference in own_references(event, citation)}
    return found.pop() if len(found) == 1 else None


def _named(candidates: list[Obligation], event: str) -> Obligation | None:
    """The one obligation at a place, or the one of several whose words share what the event speaks of."""
    if len(candidates) == 1:
        return candidates[0]
    wanted = _stems(event)
    scored = sorted(
        ((len(wanted & _stems(candidate.action)), -position) for position, candidate in enumerate(candidates)),
        reverse=True,
    )
    if not scored or not scored[0][0] or len(scored) > 1 and scored[1][0] == scored[0][0]:
        return None
    return candidates[-scored[0][1]]


def _stems(text: str) -> set[str]:
    return {word[:7] for word in _WORD.findall(text.lower())} - {word[:7] for word in _COMMON}
