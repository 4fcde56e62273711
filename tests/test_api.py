"""The data that programs read: keys, values, and that nothing is lost on the way."""

import hashlib
import json
from datetime import timedelta

from samples import AS_OF, EVIDENCE, SIGNED, SITE, entry, event, obligation, order, reading, relative, tracked

from extractor.model import Actor
from extractor.publish.api import paths
from extractor.publish.api.data_files import api
from extractor.publish.api.records import reading_json

OBLIGATION = [
    "id", "order", "key", "citation", "kind", "modal", "responsible", "through", "actors", "in_consultation_with",
    "in_coordination_with", "action", "action_span", "deadline", "due", "undated", "estimate", "falls_on",
    "next_business_day", "quote", "span", "rules", "review",
]  # fmt: skip
DEADLINE = [
    "kind",
    "amount",
    "unit",
    "direction",
    "event",
    "date",
    "recurs",
    "recurrence",
    "at_event",
    "whichever",
    "second",
    "reference",
    "inherited",
    "quote",
    "span",
    "doubt",
    "duration",
    "more",
    "anchor",
]
TRACKED = [
    "standing", "status", "completed", "next_due", "rounds", "earlier_rounds", "waits_for", "awaited_by", "history", "corrected", "acceptance", "standing_words", "searched", "headline",
    "page", "anchors",
]  # fmt: skip


def sample():
    return tracked(
        obligation(
            "2-a",
            relative(60),
            Actor("Secretary of War", "Director of the National Security Agency"),
            "Attorney General",
        ),
        obligation("2-b", event(10, reference="2-a")),
        k2_a=(
            entry("06-10", "in-progress", note="日本 <b>", evidence=EVIDENCE),
            entry("07-01", due="2026-09-01", note="x"),
        ),
    )


def everything(orders, site_url=""):
    """What ``obligations.json`` holds."""
    return json.loads({file.path: file.content for file in api(orders, AS_OF, site_url)}["api/v1/obligations.json"])


def test_an_obligation_of_a_reading():
    found = reading_json(sample().reading)["obligations"][0]
    assert list(found) == OBLIGATION
    assert list(found["deadline"]) == DEADLINE
    assert found["responsible"] == ["Secretary of War", "Attorney General"]
    assert found["through"] == ["Director of the National Security Agency"]
    assert found["actors"] == [
        {"official": "Secretary of War", "through": "Director of the National Security Agency"},
        {"official": "Attorney General", "through": None},
    ]
    assert (found["due"], found["falls_on"], found["next_business_day"], found["undated"]) == (
        "2026-08-01", "Saturday", "2026-08-03", None,
    )  # fmt: skip


def test_a_reading_carries_the_text_that_its_spans_count_in():
    found = reading_json(reading(obligation("2-a", relative(30))))
    text = found["order"]["body"]
    assert list(found) == ["order", "obligations", "not_obligations", "unread", "relations"]
    assert hashlib.sha256(text.encode("utf-8")).hexdigest() == found["order"]["sha256"]
    (duty,) = found["obligations"]
    assert text[duty["span"]["start"] : duty["span"]["end"]] == duty["quote"]
    assert text[duty["action_span"]["start"] : duty["action_span"]["end"]] == duty["action"]


def test_without_a_signing_date_nothing_is_dated():
    found = reading_json(reading(obligation("2-a", relative(30)), of=order(signed=None)))
    assert found["order"]["signed"] is None
    assert (found["obligations"][0]["due"], found["obligations"][0]["undated"]) == (
        None,
        "the order’s signing date is not known",
    )


def test_the_api_is_flat_and_says_where_everything_stands():
    made = sample()
    found = everything((made,))
    assert list(found) == ["as_of", "orders", "obligations", "not_obligations", "unread", "relations"]
    assert (found["as_of"], found["orders"][0]["checked"]) == ("2026-07-10", "2026-07-04")
    first, second = found["obligations"]
    assert list(first) == [*OBLIGATION, *TRACKED]
    assert (first["due"], first["standing"], first["status"], first["completed"]) == (
        "2026-09-01",
        "upcoming",
        "in-progress",
        None,
    )
    assert (second["due"], second["standing"]) == (None, "awaiting event")
    assert second["estimate"] == (SIGNED + timedelta(days=91 + 10)).isoformat()
    assert [(each["order"], each["reason"]) for each in found["not_obligations"]] == [("eo-14999", "permission")]


def test_history_is_the_log_oldest_first():
    found = everything((sample(),))["obligations"][0]["history"]
    assert found[0] == {
        "date": "2026-06-10", "recorded": "2026-06-10", "status": "in-progress", "note": "日本 <b>",
        "evidence": [{"url": "https://example.org/notice?a=1&b=2", "title": "The agency’s notice"}],
        "basis": "claimed", "due": None, "triggered": None, "round": None,
    }  # fmt: skip
    assert found[1]["due"] == "2026-09-01"


def test_the_same_record_gives_the_same_bytes():
    first, second = api((sample(),), AS_OF, SITE), api([sample()], AS_OF, SITE)
    assert first == second
    content = next(file.content for file in first if file.path == paths.OBLIGATIONS)
    assert content.endswith(b"}\n") and "日本".encode() in content


def test_without_orders():
    assert everything(()) == {
        "as_of": "2026-07-10",
        "orders": [],
        "obligations": [],
        "not_obligations": [],
        "unread": [],
        "relations": [],
    }
