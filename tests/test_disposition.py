"""The Register's notes on an order → its status, with day, order and source, or nothing."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.read.disposition import status_of

AT = "https://www.federalregister.gov/d/2026-1"


@pytest.mark.parametrize(
    ("notes", "status", "day", "by"),
    [
        ("Revoked by: EO 14148, January 20, 2025", "revoked", date(2025, 1, 20), "Executive Order 14148"),
        ("Amended by: EO 13520, November 20, 2009", "amended", date(2009, 11, 20), "Executive Order 13520"),
        ("Amended by: EO 13520, November 20, 2009; EO 1; Amended by: EO 13600, May 1, 2012", "amended", date(2012, 5, 1), "Executive Order 13600"),
        ("Amended by: EO 14200, May 1, 2025; Revoked by: EO 14148, January 20, 2025", "revoked", date(2025, 1, 20), "Executive Order 14148"),
        ("Revoked in part by: EO 14148, January 20, 2025", "amended", date(2025, 1, 20), "Executive Order 14148"),
        ("Superseded by Executive Order 14148, January 20, 2025", "revoked", date(2025, 1, 20), "Executive Order 14148"),
    ],
)  # fmt: skip
def test_a_note_gives_a_status(notes: str, status: str, day: date, by: str):
    assert status_of(notes, AT) == {"status": status, "status_date": day, "status_by": by, "status_source": AT}


@pytest.mark.parametrize(
    "notes",
    ["Revokes: EO 13000, May 1, 2001", "See: EO 14148", "Revoked by: EO 14148", "Revoked by: Act of January 20, 2025", "", None,
     ["Revoked by: EO 14148, January 20, 2025"], "Revoked by: EO 14148, January 32, 2025", "Suspended by: EO 14148, January 20, 2025"],
)  # fmt: skip
def test_what_is_no_note_on_the_order_or_lacks_a_part_gives_none(notes: object):
    assert status_of(notes, AT) == {}
