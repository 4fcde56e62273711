"""Keys: permanent names of obligations, from the citation alone.

``2(c)`` gives ``2-c``, ``4.1(a)(i)(A)`` gives ``4.1-a-i-A``; further duties in the same paragraph take ``_2``, ``_3`` in text order.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from extractor.model import Obligation


def key_of(citation: str) -> str:
    """The key of the first obligation at a citation."""
    return re.sub(r"\(([^)]*)\)", r"-\1", citation).strip("-")


def with_keys(obligations: Iterable[Obligation], order_id: str) -> tuple[Obligation, ...]:
    """The obligations with their keys and ids, in the order given (text order)."""
    seen: Counter[str] = Counter()
    keyed = []
    for obligation in obligations:
        base = key_of(obligation.citation)
        seen[base] += 1
        key = base if seen[base] == 1 else f"{base}_{seen[base]}"
        keyed.append(replace(obligation, id=f"{order_id}/{key}", order=order_id, key=key, nth=seen[base]))
    return tuple(keyed)
