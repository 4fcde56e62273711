"""Anchors: from the data and the text's file alone, each selector finds the words again."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pytest
from page_samples import AS_OF, empty_order, tracked_orders
from readings import read
from samples import SITE, event, obligation, order, progress, relative, tracked

from extractor.acceptance import Acceptance, Retirement
from extractor.model import Deadline, Span
from extractor.publish.api.data_files import api
from extractor.track import track

SAMPLE = ("eo-14028", "eo-14110", "eo-14192", "eo-14305", "eo-14409")  # of the many orders: long, short, restated


def lost(obligations: list[dict], texts: dict[str, bytes]) -> list[str]:
    """The anchors that do not lead to their words. ``texts``: the bytes of each source, by its address."""
    found = []
    for record in obligations:
        words = {"quote": record["quote"], "action": record["action"], "deadline": record["deadline"]["quote"]}
        for name, anchor in record["anchors"].items():
            if anchor is None:
                found += [f"{record['id']}: {name} has no anchor"] if words[name] else []
            elif not leads_to(anchor, words[name], texts[anchor["source"]]):
                found.append(f"{record['id']}: {name}")
    return found


def leads_to(anchor: dict, words: str | None, source: bytes) -> bool:
    """Whether the source is the one that was read, and each selector alone finds the words, and no others."""
    text = source.decode("utf-8")
    position, quotation = anchor["selector"]
    whole = quotation["prefix"] + quotation["exact"] + quotation["suffix"]
    return (
        hashlib.sha256(source).hexdigest() == anchor["sha256"]
        and text[position["start"] : position["end"]] == quotation["exact"] == words
        and text.count(whole) == 1
        and text.index(whole) + len(quotation["prefix"]) == position["start"]
    )


@pytest.mark.slow
def test_each_anchor_of_a_sample_of_the_corpus_finds_its_words(many_site: Path):
    content = json.loads((many_site / "api/v1/obligations.json").read_bytes())
    sample = [record for record in content["obligations"] if record["order"] in SAMPLE]
    texts = {
        each["text_file"]: (many_site / "orders" / each["id"] / "text.txt").read_bytes()
        for each in json.loads((many_site / "api/v1/orders.json").read_bytes())["orders"]
    }
    assert {record["order"] for record in sample} == set(SAMPLE) and len(sample) > 100
    assert sum(record["anchors"]["deadline"] is not None for record in sample) > 50
    assert lost(sample, texts) == []


def everything(*orders) -> list[dict]:
    files = {file.path: file.content for file in api(orders, AS_OF, SITE)}
    return json.loads(files["api/v1/obligations.json"])["obligations"]


def texts_of(*orders) -> dict[str, bytes]:
    return {f"{SITE}orders/{each.order.id}/text.txt": each.order.body.encode("utf-8") for each in orders}


def test_positions_count_code_points():
    found = track(
        read("(a) Of 日本 𝔘𝔫 🜚 e\u0301: within 72 hours of the date of this order, the Secretary of Labor shall publish a plan."),
        progress(), AS_OF,
    )  # fmt: skip
    (record,) = everything(found)
    assert lost([record], texts_of(found)) == []
    position, quotation = record["anchors"]["deadline"]["selector"]
    assert quotation["exact"] == "within 72 hours of the date of this order"
    assert quotation["prefix"].endswith("𝔘𝔫 🜚 e\u0301: ") and quotation["prefix"].startswith("c. 2")
    assert len(quotation["prefix"]) == 32 == len(quotation["suffix"])
    assert position["start"] == found.order.body.index("within 72")


def test_a_text_that_was_changed_is_told():
    orders = tracked_orders()
    records, texts = everything(*orders), texts_of(*orders)
    without_span = [f"{each['id']}: deadline has no anchor" for each in records if each["deadline"]["quote"]]
    assert lost(records, texts) == without_span  # these samples state no place of a deadline
    longer = {address: b"x" + text for address, text in texts.items()}
    assert len(lost(records, longer)) == len(without_span) + 2 * len(records)


def test_at_the_edges_of_the_text_there_is_less_around_the_words():
    whole = "Labor shall rest."
    duty = obligation("2-a", quote=whole, span=Span(0, 17), action="rest", action_span=Span(12, 16))
    (record,) = everything(tracked(duty, of=order(body=whole)))
    quote, action = (record["anchors"][name]["selector"][1] for name in ("quote", "action"))
    assert (quote["prefix"], quote["suffix"]) == ("", "")
    assert (action["prefix"], action["exact"], action["suffix"]) == ("Labor shall ", "rest", ".")


def test_what_the_text_no_longer_has_has_no_anchor():
    gone = Acceptance(AS_OF, retired=Retirement(AS_OF, "The order was amended."))
    duty = obligation("2-a", acceptance=gone, span=Span(0, 0), action_span=Span(0, 0))
    (record,) = everything(tracked(duty))
    assert record["anchors"] == {"quote": None, "action": None, "deadline": None}


@pytest.mark.parametrize(
    ("deadline", "duration"),
    [
        (relative(30), "P30D"),
        (relative(72, "hours"), "PT72H"),
        (relative(2, "weeks"), "P2W"),
        (relative(3, "months"), "P3M"),
        (relative(1, "years"), "P1Y"),
        (relative(0), "P0D"),
        (relative(10, "business days"), None),
        (event(60), "P60D"),
        (event(None, None), None),
        (Deadline("vague", quote="promptly"), None),
    ],
)
def test_a_length_of_time_as_iso_8601_has_it(deadline: Deadline, duration: str | None):
    assert deadline.duration == duration
    (record,) = everything(tracked(obligation("2-a", deadline)))
    assert record["deadline"]["duration"] == duration
    assert (record["deadline"]["amount"], record["deadline"]["unit"]) == (deadline.amount, deadline.unit)


def test_the_other_of_two_dates_has_its_length_too():
    both = relative(30, whichever="later", second=event(10, "days"))
    (record,) = everything(tracked(obligation("2-a", both)))
    assert (record["deadline"]["duration"], record["deadline"]["second"]["duration"]) == ("P30D", "P10D")


def test_an_order_without_obligations_has_its_files():
    files = {file.path for file in api((empty_order(),), AS_OF, SITE)}
    assert {
        "api/v1/orders/proc-7.json",
        "api/v1/orders/proc-7.csv",
        "api/v1/orders/proc-7.xlsx",
        "badges/proc-7.svg",
    } <= files
