"""Text for people: cut where there is no room, at a word where it is prose; the names of orders; days in words."""

from __future__ import annotations

from datetime import date

import pytest

from extractor.model import Order
from extractor.words.dates import long_date, month_number, parse_date
from extractor.words.orders import brief_title, executive_order, full_name, short_name
from extractor.words.shown import cut, one_line, shortened

LINE = "Inspect each bridge, and each lighthouse"


@pytest.mark.parametrize(
    ("width", "hard", "at_a_word"),
    [
        (60, LINE, LINE),
        (40, LINE, LINE),
        (39, "Inspect each bridge, and each lighthou…", "Inspect each bridge, and each…"),
        (26, "Inspect each bridge, and …", "Inspect each bridge, and…"),
        (22, "Inspect each bridge, …", "Inspect each bridge…"),
        (12, "Inspect eac…", "Inspect…"),
        (6, "Inspe…", "Inspe…"),
    ],
)
def test_what_is_too_long_is_cut(width: int, hard: str, at_a_word: str):
    assert (cut(LINE, width), shortened(LINE, width)) == (hard, at_a_word)
    assert max(len(hard), len(at_a_word)) <= max(width, 0)


def test_blanks_and_line_ends_count_once():
    assert one_line("  two\n\n words\t") == "two words" == cut(" two\nwords", 9) == shortened("two \n words", 9)


def _order(**fields: object) -> Order:
    return Order(
        **{"id": "eo-1", "kind": "executive order", "title": "", "body": "", "blocks": (), "sha256": ""} | fields
    )


@pytest.mark.parametrize(
    ("fields", "names"),
    [
        ({"number": 14409, "title": "Executive Order on the Lights"}, ("Executive Order 14409", "EO 14409", "Lights")),
        ({"kind": "proclamation", "number": 9, "title": "On Bridges"}, ("Proclamation 9", "Proclamation 9", "On Bridges")),
        ({"kind": "memorandum", "title": "Memorandum on Boats"}, ("Memorandum on Boats", "eo-1", "Memorandum on Boats")),
        ({}, ("eo-1", "eo-1", "")),
    ],
)  # fmt: skip
def test_an_order_has_one_name_of_each_kind(fields: dict, names: tuple[str, str, str]):
    order = _order(**fields)
    assert (full_name(order), short_name(order), brief_title(order)) == names
    assert executive_order(14409) == "Executive Order 14409"


@pytest.mark.parametrize("month", range(1, 13))
def test_a_day_in_words_is_read_as_that_day(month: int):
    day = date(2026, month, 9)
    assert parse_date(f"Signed on {long_date(day)}.") == day
    assert month_number(long_date(day)) == month_number(long_date(day)[:3].upper()) == month
