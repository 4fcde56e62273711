"""Calendars of thousands of events, and thousands of polls: how the time grows, how large, and what a real static server answers."""

from __future__ import annotations

import http.client
import shutil
import subprocess
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from conftest import missing, npm_package
from samples import SITE, entry, obligation, relative, tracked
from test_calendars import sample
from timing import GROWTH, assert_linear

from extractor.model import Actor, TrackedOrder
from extractor.publish.calendars import calendars
from extractor.write import write

EVENTS, LARGEST = 2000, 1_500_000
WITH_ALARMS = 2_100_000  # three alarms of an open duty take 250 bytes
POLLS = 1000
LEADERS = (
    "Secretary of Homeland Security",
    "Secretary of Commerce",
    "Attorney General",
    "Director of the Office of Management and Budget",
)
SERVER = "serve-handler@6.1.6"
SERVE = """
import handler from "serve-handler";
import { createServer } from "node:http";
const [folder] = process.argv.slice(2);
const server = createServer((request, answer) => handler(request, answer, { public: folder, etag: true }));
server.listen(0, "127.0.0.1", () => console.log(server.address().port));
"""


def many(number: int) -> TrackedOrder:
    """An order of so many open duties, with words as long as orders have them."""
    action = (
        "submit to the President a report on what was done under this section, with recommendations of what remains"
    )
    return tracked(
        *(
            obligation(
                f"{2 + count // 100}-{count % 100}",
                relative(30 + count % 300),
                Actor(LEADERS[count % 4], "Director of CISA" if count % 4 == 0 else None),
                action=action,
            )
            for count in range(number)
        )
    )


@pytest.mark.slow
def test_two_thousand_events_are_written_in_linear_time_and_stay_small():
    order = many(EVENTS)
    made = calendars((order,), SITE)
    sizes = {file.path: len(file.content) for file in made}
    largest = max(size for path, size in sizes.items() if not path.endswith("-alarms.ics"))
    assert largest < LARGEST and max(sizes.values()) < WITH_ALARMS, sorted(sizes.values())[-3:]
    assert made[0].content.count(b"BEGIN:VEVENT") == EVENTS
    assert_linear(lambda each: calendars((each,), SITE), many(EVENTS // GROWTH), order)


@contextmanager
def static_server(folder: Path, site: Path) -> Iterator[int]:
    """The port of a server whose ETags are made from the bytes, installed in ``folder``, while the block runs."""
    if not (shutil.which("node") and shutil.which("npm")):
        missing("node and npm are not here", "REQUIRE_PROGRAMS")
    npm_package(folder, SERVER)
    (folder / "serve.mjs").write_text(SERVE, "utf-8")
    command = ["node", str(folder / "serve.mjs"), str(site)]
    with subprocess.Popen(command, cwd=folder, stdout=subprocess.PIPE, text=True) as server:
        try:
            yield int(server.stdout.readline())
        finally:
            server.terminate()


def polls(port: int, tags: dict[str, str], number: int) -> Counter[int]:
    """The answers to so many conditional requests, over the calendars in turn."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    paths, answers = sorted(tags), Counter()
    for count in range(number):
        path = paths[count % len(paths)]
        connection.request("GET", f"/{path}", headers={"If-None-Match": tags[path]})
        answer = connection.getresponse()
        answer.read()
        answers[answer.status] += 1
    connection.close()
    return answers


def tags_of(port: int, paths: list[str]) -> dict[str, str]:
    """The ETag of each calendar as the server gives it."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=300)
    found = {}
    for path in paths:
        connection.request("GET", f"/{path}")
        answer = connection.getresponse()
        assert answer.status == 200 and answer.read(), path
        found[path] = answer.headers["ETag"]
    connection.close()
    return found


@pytest.mark.slow
def test_a_thousand_polls_of_an_unchanged_record_fetch_nothing(tmp_path):
    site = tmp_path / "site"
    paths = [file.path for file in calendars((sample("06-12"),), SITE)]
    write(calendars((sample("06-12"),), SITE), site)
    (tmp_path / "server").mkdir()
    with static_server(tmp_path / "server", site) as port:
        tags = tags_of(port, paths)
        assert all(tags.values())
        answers: Counter[int] = Counter()
        for number in range(10):
            write(calendars((sample(f"07-{number + 1:02}"),), SITE), site)  # another day's build of the same record
            answers += polls(port, tags, POLLS // 10)
        assert answers == {304: POLLS}
        assert tags_of(port, paths) == tags
        changed = sample("07-10", k2_a=(entry("07-09", "completed"),))
        write(calendars((changed,), SITE), site)
        assert polls(port, {"calendars/all.ics": tags["calendars/all.ics"]}, 1) == {200: 1}
