"""What one small order becomes, byte by byte: pages, a calendar, data. The files are in ``tests/golden/``.

The order and its log stand in ``tests/golden/source/``; what they give, beside them. After a change that is meant,
``pytest tests/test_golden.py --renew-golden`` writes the files anew: read the difference as you would read code.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from extractor.model import TrackedOrder
from extractor.pipeline import read_order, read_reading
from extractor.project import Project, find_project
from extractor.publish.api import reading_json
from extractor.publish.outputs import outputs
from extractor.source.orders import read_source
from extractor.track import track

GOLDEN = Path(__file__).resolve().parent / "golden"
ORDER = GOLDEN / "source" / "eo-14999" / "order.md"
SITE = "https://tracker.example/site/"
AS_OF = date(2026, 7, 10)
TODAY = date(2026, 7, 11)
# The golden file, and what is published under that name; "extract.json" is what ``tracker extract --json`` prints.
FILES = {
    "obligation.md": "orders/eo-14999/2-b-i/index.md",
    "order.md": "orders/eo-14999/index.md",
    "official.md": "officials/commandant-of-the-coast-guard/index.md",
    "all.ics": "calendars/all.ics",
    "all-alarms.ics": "calendars/all-alarms.ics",
    "tasks.ics": "calendars/tasks.ics",
    "calendars.json": "calendars/index.json",
    "changes.atom": "changes.atom",
    "reminders.atom": "reminders.atom",
    "obligations.json": "api/v1/obligations.json",
    "search-index.json": "assets/search-index.json",
    "obligations.csv": "api/v1/obligations.csv",
    "eo-14999.svg": "badges/eo-14999.svg",
    "extract.json": None,
}


@pytest.fixture(scope="module")
def project() -> Project:
    """The project of the golden order."""
    return find_project(GOLDEN, SITE)


@pytest.fixture(scope="module")
def orders(project: Project) -> tuple[TrackedOrder, ...]:
    """The golden order as of a day."""
    source = read_source(project.source, TODAY)
    return tuple(track(order.reading, order.progress, AS_OF) for order in source.orders)


@pytest.fixture(scope="module")
def published(project: Project, orders: tuple[TrackedOrder, ...]) -> dict[str, bytes]:
    """All that is published, by path."""
    return {file.path: file.content for file in outputs(orders, project)}


def extracted() -> bytes:
    """What ``tracker extract --json`` prints about the golden order."""
    reading = read_reading(read_order(ORDER.read_bytes(), "order.md", ""))
    return (json.dumps(reading_json(reading), ensure_ascii=False, indent=1) + "\n").encode("utf-8")


@pytest.mark.parametrize("name", FILES)
def test_what_is_published_is_what_was_reviewed(name: str, published: dict[str, bytes], request: pytest.FixtureRequest):
    path = FILES[name]
    content = published[path] if path else extracted()
    if request.config.getoption("--renew-golden"):
        (GOLDEN / name).write_bytes(content)
    assert content.decode("utf-8").splitlines() == (GOLDEN / name).read_text("utf-8").splitlines()
    assert content == (GOLDEN / name).read_bytes()


def test_every_golden_file_is_compared():
    assert {path.name for path in GOLDEN.iterdir() if path.is_file()} == set(FILES)
