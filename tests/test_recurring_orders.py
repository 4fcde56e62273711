"""Every duty of the 26 orders of the large site that recurs: its rule, its first date, its rounds to 2030, held by hand.

Each was compared with the order's words. What has no first date there recurs, and the words do not say from when.
"""

from __future__ import annotations

from itertools import takewhile
from pathlib import Path

import pytest

from extractor import extract
from extractor.rounds import rule_days

YEARLY, QUARTERLY, MONTHLY = "FREQ=YEARLY", "FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY"
# Order → key → its rule, its first date, the date of its last round up to the end of 2030, and how many rounds there are by then.
DATED = {
    "14028": {"3-d-i_2": ("FREQ=DAILY;INTERVAL=60", "2021-07-11", "2030-11-21", 58)},
    "14081": {
        "6-c": (YEARLY, "2023-03-11", "2030-03-11", 8),
        "6-e": (YEARLY, "2023-09-12", "2030-09-12", 8),
        "6-e_2": (YEARLY, "2023-09-12", "2030-09-12", 8),
        "6-f": (YEARLY, "2023-09-12", "2030-09-12", 8),
        "8-e": ("FREQ=YEARLY;COUNT=4", "2023-09-12", "2026-09-12", 4),
    },
    "14110": {"4.3-a-i": (YEARLY, "2024-01-28", "2030-01-28", 7), "4.3-a-i_2": (YEARLY, "2024-01-28", "2030-01-28", 7)},
    "14383": {"5-b": (QUARTERLY, "2026-06-06", "2030-12-06", 19)},
    "14413": {"10-c": (YEARLY, "2027-06-22", "2030-06-22", 4)},
}
UNDATED = {
    "14028": {
        "4-l_2": QUARTERLY, "5-f": "FREQ=YEARLY;INTERVAL=2", "5-k": "FREQ=YEARLY;INTERVAL=2", "6-e": YEARLY, "7-i_2": QUARTERLY,
    },
    "14036": {"4-i": "FREQ=MONTHLY;INTERVAL=6"},
    "14081": {"6-f_2": YEARLY},
    "14110": {"4.4-b-iv-B": YEARLY, "10.1-e": YEARLY},
    "14141": {"4-i_2": YEARLY, "8-e-ii-A": YEARLY},
    "14192": {"4-a": None, "4-c": None, "4-d": None, "4-e": None},  # of each fiscal year nobody knows by which of its days
    "14222": {"3-d-ii": MONTHLY, "3-e_3": MONTHLY},
    "14239": {"3-a_2": "FREQ=YEARLY;INTERVAL=4", "3-e-ii": "FREQ=YEARLY;INTERVAL=4"},
    "14307": {"6-a-iv_2": YEARLY, "9-a-iii": MONTHLY},
    "14383": {"5-a-iv": QUARTERLY},
}  # fmt: skip
LAST = "2030-12-31"


@pytest.mark.parametrize("number", sorted(DATED.keys() | UNDATED.keys()))
def test_what_recurs_in_an_order(number: str, corpus: Path):
    duties = extract(corpus / "whitehouse" / f"{number}.md").obligations
    recurring = [each for each in duties if each.deadline.recurs or each.deadline.kind == "recurring"]
    dated = {}
    for each in recurring:
        if (rule := each.deadline.recurrence) and (first := each.schedule.due):
            rounds = [str(day) for day in takewhile(lambda day: str(day) <= LAST, rule_days(first, rule))]
            dated[each.key] = (rule, rounds[0], rounds[-1], len(rounds))
    undated = {each.key: each.deadline.recurrence for each in recurring if each.schedule.due is None}
    assert (dated, undated) == (DATED.get(number, {}), UNDATED.get(number, {}))
    assert all(each.schedule.undated for each in recurring if each.key in undated)
