"""JSON-LD: what an obligation's page says to search engines, and that no text of the source ends its element."""

from __future__ import annotations

import json
from typing import Any

import pytest
import samples

from extractor.model import TrackedOrder
from extractor.publish.structured_data import json_ld
from extractor.publish.view import duties

ADDRESS, SITE = "https://example.org/t/orders/eo-14999/2-a/", "https://example.org/t/"


def read(order: TrackedOrder, address: str = ADDRESS) -> dict[str, Any]:
    return json.loads(json_ld(duties((order,))[0], address, SITE if address else ""))


def test_a_duty_is_an_action_under_a_piece_of_legislation():
    found = read(samples.tracked(samples.obligation("2-a", samples.relative(30), "Secretary of Labor", "FAR Council")))
    assert found["@type"] == "WebPage"
    assert (found["url"], found["isPartOf"]["url"]) == (ADDRESS, SITE)
    assert found["about"]["legislationIdentifier"] == "Executive Order 14999"
    assert found["about"]["legislationDate"] == "2026-06-02"
    assert found["mainEntity"]["agent"] == [
        {"@type": "Person", "jobTitle": "Secretary of Labor"},
        {"@type": "Organization", "name": "FAR Council"},
    ]
    assert found["mainEntity"]["endTime"] == "2026-07-02"


@pytest.mark.parametrize(
    ("log", "status", "ends"),
    [
        ({}, "PotentialActionStatus", "2026-07-02"),
        ({"k2_a": (samples.entry("06-20", "completed"),)}, "CompletedActionStatus", "2026-06-20"),
    ],
)
def test_what_is_done_ends_on_its_day(log: dict[str, Any], status: str, ends: str):
    action = read(samples.tracked(samples.obligation("2-a", samples.relative(30)), **log))["mainEntity"]
    assert (action["actionStatus"].rpartition("/")[2], action["endTime"]) == (status, ends)


def test_what_is_not_known_is_left_out():
    unsigned = samples.order(number=None, signed=None, title="")
    found = read(samples.tracked(samples.obligation("2-a", samples.relative(30)), of=unsigned), address="")
    assert not {"url", "isPartOf", "dateModified"} & set(found)
    assert not {"legislationIdentifier", "legislationDate", "url"} & set(found["about"])
    assert "endTime" not in found["mainEntity"]


def test_no_text_ends_the_element():
    hostile = samples.order(title="</script><script>alert(1)</script> & <!-- \u2028")
    order = samples.tracked(samples.obligation("2-a", action="publish </script><b>a plan</b>"), of=hostile)
    text = json_ld(duties((order,))[0], ADDRESS, SITE)
    assert not set("<>&\u2028") & set(text)
    assert read(order)["about"]["name"] == hostile.title
