"""Every file of data against its published schema and the description of the paths, and what the files say."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from urllib.parse import unquote

import pytest
from conftest import ROOT
from jsonschema import Draft202012Validator, FormatChecker
from openapi_spec_validator import OpenAPIV31SpecValidator
from page_samples import AS_OF, empty_order, tracked_orders
from samples import SITE, day, entry, obligation, progress, reading, relative, tracked

from extractor.acceptance import Acceptance, AcceptedChange, CorrectedField, OrderAcceptance, Retirement
from extractor.project import find_project
from extractor.publish.api import paths, reading_json
from extractor.publish.api.data_files import api
from extractor.publish.api.field_tables import field_tables, holds
from extractor.publish.api.openapi import OTHER_FILES
from extractor.publish.api.schemas import EXTRACTED, JSON_FILES, schema_path
from extractor.track import track

ORDERS = (*tracked_orders(), empty_order())


def published(orders=ORDERS, as_of=AS_OF, site_url: str = SITE) -> dict[str, bytes]:
    """Every file of data, by path."""
    return {file.path: file.content for file in api(orders, as_of, site_url)}


def on_site(site: Path) -> dict[str, bytes]:
    """Every file of data of a built site, by path."""
    found = [path for folder in ("api", "badges") for path in (site / folder).rglob("*") if path.is_file()]
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def matches(pattern: str, path: str) -> bool:
    """``api/v1/orders/{order}.json`` matches the file of any order."""
    parts = re.split(r"{\w+}", pattern)
    return re.fullmatch("[^/]+".join(map(re.escape, parts)), path) is not None


def faults(files: dict[str, bytes]) -> list[str]:
    """What of the JSON files does not fit the one schema that is published for it."""
    found = []
    checks = {
        each.path: Draft202012Validator(json.loads(files[schema_path(each.schema)]), format_checker=FormatChecker())
        for each in JSON_FILES
    }
    for path, content in files.items():
        if not path.endswith(".json") or path.startswith(paths.SCHEMAS) or path == paths.OPENAPI:
            continue
        of_kind = [check for pattern, check in checks.items() if matches(pattern, path)]
        if len(of_kind) != 1:
            found.append(f"{path}: {len(of_kind)} schemas")
        found += [
            f"{path}: {error.json_path}: {error.message[:200]}"
            for check in of_kind
            for error in check.iter_errors(json.loads(content))
        ]
    return found


def test_every_file_fits_its_schema():
    files = published()
    assert faults(files) == []
    for each in JSON_FILES:
        assert [path for path in files if matches(each.path, path)], each.path


@pytest.mark.parametrize("which", ["site", "many_site"])
@pytest.mark.slow
def test_every_file_of_a_site_fits_its_schema(which: str, request: pytest.FixtureRequest):
    files = on_site(request.getfixturevalue(which))
    assert len(files) > 40
    assert faults(files) == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda record: record.pop("standing"), "'standing' is a required property"),
        (lambda record: record.update(standing="late"), "'late' is not one of"),
        (lambda record: record.update(due="July 2"), "'July 2' is not valid under any of the given schemas"),
        (lambda record: record.update(responsible="nobody"), "'nobody' is not of type 'array'"),
        (lambda record: record["deadline"].update(duration=30), "is not valid under any of the given schemas"),
        (lambda record: record.update(new_in_2027="x"), None),
        (lambda record: record["deadline"].update(new_in_2027=[1]), None),
    ],
)
def test_a_schema_refuses_what_is_wrong_and_lets_fields_be_added(change, fault: str | None):
    files = published()
    content = json.loads(files[paths.OBLIGATIONS])
    change(content["obligations"][0])
    found = faults(files | {paths.OBLIGATIONS: json.dumps(content).encode()})
    if fault is None:
        assert found == []
    else:
        assert len(found) == 1 and fault in found[0]


def test_the_schemas_are_schemas_that_leave_room_for_more():
    for path, content in published().items():
        if not path.startswith(paths.SCHEMAS):
            continue
        schema = json.loads(content)
        assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        Draft202012Validator.check_schema(schema)
        assert '"additionalProperties": false' not in content.decode()


def test_what_extract_prints_fits_its_schema():
    schema = json.loads(published()[schema_path(EXTRACTED)])
    for order in ORDERS:
        Draft202012Validator(schema).validate(reading_json(order.reading))


def test_the_description_of_the_paths_is_openapi():
    description = json.loads(published()[paths.OPENAPI])
    OpenAPIV31SpecValidator(description).validate()
    assert (description["openapi"], description["servers"]) == ("3.1.0", [{"url": SITE.rstrip("/")}])
    relative_to_file = json.loads(published(site_url="")[paths.OPENAPI])["servers"]
    assert relative_to_file == [{"url": "../.."}]
    names = [path["get"]["operationId"] for path in description["paths"].values()]
    assert len(set(names)) == len(names) == len(JSON_FILES) + len(OTHER_FILES)
    described = {name.removeprefix("api/v1/") for name in description["components"]["schemas"]}
    assert {each.model.__name__ for each in JSON_FILES} <= described


@pytest.mark.slow
def test_the_description_names_every_file_of_a_site_and_no_other(site: Path):
    described = [path.removeprefix("/") for path in json.loads((site / paths.OPENAPI).read_bytes())["paths"]]
    files = [*on_site(site), *(path.relative_to(site).as_posix() for path in site.glob("orders/*/text.txt"))]
    own = [path for path in files if not path.startswith(paths.SCHEMAS) and path != paths.OPENAPI]
    assert [path for path in own if sum(matches(each, path) for each in described) != 1] == []
    assert [each for each in described if not any(matches(each, path) for path in files)] == []


@pytest.mark.parametrize("which", ["site", "many_site"])
@pytest.mark.slow
def test_every_address_in_the_files_is_there(which: str, request: pytest.FixtureRequest):
    site = request.getfixturevalue(which)
    root = find_project(ROOT).site_url
    addresses = {
        found.removeprefix(root)
        for path, content in on_site(site).items()
        if path.endswith(".json") and path != paths.OPENAPI
        for found in re.findall(rf'"({re.escape(root)}[^"]*)"', content.decode("utf-8"))
    }
    assert len(addresses) > 40
    missing = {
        each
        for each in addresses
        if not (site / unquote(each) / ("index.html" if each.endswith("/") else "")).is_file()
    }
    assert missing == set()


def test_every_field_is_explained_and_listed():
    tables = field_tables()
    assert [table.name for table in tables][:2] == ["ObligationsFile", "OrdersFile"]
    assert {"TrackedObligation", "Deadline", "ListedOrder", "Entry", "Anchor"} <= {table.name for table in tables}
    assert [(table.name, field.name) for table in tables for field in table.fields if not field.means] == []
    assert [table.name for table in tables if not table.about] == []


@pytest.mark.parametrize(
    ("schema", "words"),
    [
        ({"type": "string"}, "text"),
        ({"type": "string", "format": "date"}, "date"),
        ({"anyOf": [{"format": "date", "type": "string"}, {"type": "null"}]}, "date or null"),
        ({"type": "array", "items": {"$ref": "#/$defs/Entry"}}, "list of Entry"),
        ({"type": "array", "prefixItems": [{"$ref": "#/$defs/A"}, {"$ref": "#/$defs/B"}]}, "list of A and B"),
        ({"type": "object", "additionalProperties": {"type": "integer"}}, "map of whole number"),
        ({"enum": ["after", "before"], "type": "string"}, "after, before"),
        ({"const": "SpecificResource", "type": "string"}, "SpecificResource"),
        ({"type": "boolean"}, "true or false"),
    ],
)
def test_what_a_field_holds_in_words(schema: dict, words: str):
    assert holds(schema) == words


def test_the_file_of_one_order_and_of_one_obligation():
    files = published()
    everything = json.loads(files[paths.OBLIGATIONS])
    one = json.loads(files[paths.order_json("eo-99")])
    assert one["order"] == everything["orders"][0]
    assert one["obligations"] == [each for each in everything["obligations"] if each["order"] == "eo-99"]
    assert one["not_obligations"] == [each for each in everything["not_obligations"] if each["order"] == "eo-99"]
    listed = json.loads(files[paths.ORDERS])["orders"]
    for record in everything["obligations"]:
        alone = json.loads(files[paths.obligation_json(record["id"])])
        assert alone["obligation"] == record
        assert alone["order"] == next(each for each in listed if each["id"] == record["order"])
    assert "body" not in listed[0] and listed[0]["obligations"] == 10
    assert sum(listed[0]["standings"].values()) == 10 and listed[0]["standings"]["done late"] == 1


def test_offices_and_agencies_name_their_duties():
    files = published()
    offices = {each["slug"]: each for each in json.loads(files[paths.OFFICIALS])["officials"]}
    brushes = offices["director-of-brushes"]
    assert (brushes["leads"], brushes["through"], brushes["consulted"]) == (
        ["eo-99/3-b_2", "eo-99/2-d"], ["eo-99/2-b"], ["eo-99/3-c"],
    )  # fmt: skip
    (justice,) = json.loads(files[paths.AGENCIES])["agencies"]
    assert (justice["slug"], justice["offices"]) == ("department-of-justice", ["attorney-general"])
    assert offices["attorney-general"]["agency"] == "department-of-justice"
    assert justice["carries"] == ["eo-99/3-c", "eo-99/3-a"]


CHECKED = {  # the last search of a duty that fell due on July 2 → what is said on July 10
    "07-04": ("2026-07-04", "Past due, no completion found (record searched July 4, 2026)"),
    "07-01": ("2026-07-01", "Past due, record not searched since it fell due (last searched July 1, 2026)"),
    None: (None, "Past due, record never searched"),
    "07-20": (None, "Past due, no completion on record as of July 10, 2026"),
}


@pytest.mark.parametrize("checked", CHECKED)
def test_a_late_duty_says_what_was_searched(checked: str | None):
    late = track(reading(obligation("2-a", relative(30))), progress(checked), AS_OF)
    (record,) = json.loads(published((late,))[paths.OBLIGATIONS])["obligations"]
    assert record["standing"] == "overdue"
    assert (record["searched"], record["standing_words"]) == CHECKED[checked]


def test_no_file_dates_a_search_later_than_the_last_one():
    late = tracked(obligation("2-a", relative(30)), as_of=day("2026-09-30"))
    files = published((late,), day("2026-09-30"))
    for path, content in files.items():
        if not path.endswith(".xlsx"):
            assert not re.search(r"searched (?!July 4, 2026)[A-Z]", content.decode("utf-8")), path
    searched = {each["searched"] for each in json.loads(files[paths.OBLIGATIONS])["obligations"]}
    assert searched == {"2026-07-04"}


def test_changes_are_what_was_recorded_and_accepted_the_last_first():
    change = AcceptedChange(day("07-03"), "deadline", (("deadline", "none"),))
    accepted = Acceptance(day("06-05"), (change, replace(change, on=day("08-01"))), Retirement(day("07-08"), "Gone."))
    corrected = CorrectedField("action", "x", "y", day("06-04"))
    duty = obligation("2-a", relative(30), acceptance=accepted, corrected=(corrected,))
    of_order = OrderAcceptance(day("06-05"), (AcceptedChange(day("06-20"), "title"),))
    log = progress(k2_a=(entry("06-10", "in-progress", note="x"), entry("06-12", recorded="07-05", note="y")))
    order = track(replace(reading(duty), acceptance=of_order), log, AS_OF)
    files = published((order,))
    found = json.loads(files[paths.CHANGES])["changes"]
    assert faults(files) == []
    assert [(each["recorded"], each["kinds"][0], each["obligation"]) for each in found] == [
        ("2026-07-08", "retired", "eo-14999/2-a"),
        ("2026-07-05", "note", "eo-14999/2-a"),
        ("2026-07-03", "reading", "eo-14999/2-a"),
        ("2026-06-20", "order-facts", None),
        ("2026-06-10", "in-progress", "eo-14999/2-a"),
        ("2026-06-05", "new-order", None),
    ]
    assert len({each["id"] for each in found}) == len(found)
    assert any("Gone." in line for line in found[0]["lines"]) and any("y" in line for line in found[1]["lines"])
    assert (found[3]["page"], found[4]["page"]) == (f"{SITE}orders/eo-14999/", f"{SITE}orders/eo-14999/2-a/")


def test_paths_with_what_addresses_must_escape():
    odd = tracked(obligation("2-a", relative(30)), of=replace(ORDERS[0].order, id="order é 1"))
    files = published((odd,))
    assert paths.order_json("order é 1") in files
    (listed,) = json.loads(files[paths.ORDERS])["orders"]
    assert listed["csv_file"] == f"{SITE}api/v1/orders/order%20%C3%A9%201.csv"
