"""Calendar programs subscribe to every calendar and follow the record: one event for a duty, on its day wherever the
reader is, after rebuilds, an extension, a completion and an end.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from calendar_programs import Calcurse, Khal, Node, Shown, home_assistant, python_programs
from rounds_life import LIFE, State
from samples import EVIDENCE, SITE, entry
from served import served
from test_calendars import AWKWARD, events, every_file, sample

from extractor.model import Entry, TrackedOrder
from extractor.publish.calendars import calendars, task_uid, uid
from extractor.write import write

ZONES = ("Pacific/Honolulu", "America/New_York", "Pacific/Auckland")
REBUILDS = 10
DUES = {
    "2-a": "2026-07-02",
    "2-b": "2026-08-01",
    "2-c": "2026-07-02",
}  # of the sample, in the year that khal is asked for
EXTENDED = {"k2_a": (entry("06-20", due="2026-09-01", note="Longer.", evidence=EVIDENCE),)}
DONE = {"k2_a": (*EXTENDED["k2_a"], entry("06-25", "completed"))}
ENDED = DONE | {"k2_c": (entry("06-26", "rescinded", note="Struck."),)}
# What is on record → on which day 2(a) stands, with what before its words; and what stands before the words of 2(c).
STORY: list[tuple[dict[str, tuple[Entry, ...]], str, str, str]] = [
    ({}, "2026-07-02", "", ""),
    (EXTENDED, "2026-09-01", "", ""),
    (DONE, "2026-09-01", "Done: ", ""),
    (ENDED, "2026-09-01", "Done: ", "Closed: "),
]


@pytest.fixture(scope="session")
def pim(tmp_path_factory) -> Path:
    """khal and vdirsyncer, installed once."""
    return python_programs(tmp_path_factory.mktemp("pim") / "environment")


@pytest.fixture(scope="session")
def node(tmp_path_factory) -> Node:
    """ical.js and node-ical, installed once."""
    return Node(tmp_path_factory.mktemp("node"))


@pytest.fixture
def calcurse(tmp_path) -> Calcurse:
    return Calcurse(tmp_path / "calcurse")


def publish(site: Path, order: TrackedOrder) -> dict[str, bytes]:
    """Write the calendars anew, all of them, as a build does."""
    files = calendars((order,), SITE)
    write(files, site)
    return {file.path: file.content for file in files}


def name_of(path: str) -> str:
    return re.sub(r"\W", "_", path.removeprefix("calendars/").removesuffix(".ics"))


def stated(made: dict[str, bytes], followed: list[str]) -> set[Shown]:
    """What a program should show of each file in the year asked for, taken from the file by this test's own reader."""
    return {
        Shown(
            name_of(path),
            f"{at[:4]}-{at[4:6]}-{at[6:]}",
            each["SUMMARY"].replace("\\,", ",").replace("\\;", ";").replace("\\\\", "\\"),
        )
        for path in followed
        for each in events(made[path]).values()
        if (at := each["DTSTART;VALUE=DATE"]) < "2027"
    }


@pytest.mark.slow
def test_khal_follows_every_calendar(pim, tmp_path):
    site = tmp_path / "site"
    made = publish(site, sample())
    followed = sorted(made)
    with served(site) as address:
        reader = Khal(pim, tmp_path / "home", {name_of(path): f"{address}{path}" for path in followed})
        for log, moved, before, other in STORY:
            for as_of in ("06-26", *(f"07-{number:02}" for number in range(1, REBUILDS))):
                made = publish(site, sample(as_of, **log))
            reader.sync()
            for zone in ZONES:
                found = reader.shown(zone)
                assert found == stated(made, followed), (log, zone)
                every = {each for each in found if each.calendar == "all"}
                words = f"{before}EO 14999 sec. 2(a): Secretary of Labor: publish a plan"
                assert {each.day for each in every if each.title == words} == {moved}, zone
                closed = f"{other}EO 14999 sec. 2(c): Secretary of War and 1 other: publish a plan"
                assert Shown("all", DUES["2-c"], closed) in every
            for path, raw in ((path, made[path]) for path in followed):
                kind = "VTODO" if path.endswith("tasks.ics") else "VEVENT"
                held = reader.items(name_of(path))
                assert len(held) == len(events(raw, kind)), path
                assert all(each.count(f"BEGIN:{kind}") == 1 for each in held)


@pytest.mark.slow
def test_vdirsyncer_has_nothing_to_do_after_rebuilds(pim, tmp_path):
    """The items are the same files with the same times: nothing was taken away and put back."""
    site, home = tmp_path / "site", tmp_path / "home"
    publish(site, sample("06-12"))
    with served(site) as address:
        reader = Khal(pim, home, {"all": f"{address}calendars/all.ics", "tasks": f"{address}calendars/tasks.ics"})
        reader.sync()
        before = {path: path.stat().st_mtime_ns for name in ("all", "tasks") for path in (home / name).iterdir()}
        for number in range(REBUILDS):
            publish(site, sample(f"07-{number + 1:02}"))
        reader.sync()
        assert {path: path.stat().st_mtime_ns for path in before} == before


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES)
def test_two_libraries_read_every_calendar_alike(node, tmp_path, zone):
    made = every_file()
    folder = tmp_path / "calendars"
    folder.mkdir()
    for number, raw in enumerate(made.values()):
        (folder / f"{number}.ics").write_bytes(raw)
    found = node.read(folder, zone)
    for number, (path, raw) in enumerate(made.items()):
        read, own = found[f"{number}.ics"], events(raw)
        assert read["refresh"] == "P1D"
        for library in ("ical.js", "node-ical"):
            days = {each["uid"]: (each["day"], each["end"]) for each in read[library]}
            assert len(days) == len(read[library]) == len(own), (path, library)
            for name, each in own.items():
                stated = tuple(each[f"{which};VALUE=DATE"] for which in ("DTSTART", "DTEND"))
                assert tuple(value.replace("-", "") for value in days[name]) == stated, (path, library, zone)
            assert {each["uid"]: each["sequence"] for each in read[library]} == {
                name: int(each["SEQUENCE"]) for name, each in own.items()
            }
        if path == "calendars/all.ics":
            _compare_with_the_record({each["uid"]: each for each in read["ical.js"]})


def _compare_with_the_record(found: dict[str, dict]) -> None:
    plain, awkward = found[uid("eo-14999/2-a")], found[uid("eo-14999/2-b")]
    assert (plain["day"], plain["end"], plain["allDay"]) == ("2026-07-02", "2026-07-03", True)
    assert (plain["stamp"], plain["sequence"], plain["transparent"]) == ("2026-06-10T00:00:00Z", 1, "TRANSPARENT")
    assert awkward["title"].startswith(
        "EO 14999 sec. 2(b): Secretary of Defense: Publish; a plan, with “quotes”, a back\\slash"
    )
    assert AWKWARD[:40] in plain["description"]  # the note of the entry, as it was written
    assert found[uid("eo-14999/2-c")]["status"] == "CANCELLED"
    assert found[uid("eo-14999/3-b")]["recurs"]


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES)
def test_ical_js_reads_tasks_alarms_and_what_waits(node, tmp_path, zone):
    made = publish(tmp_path, sample(k2_a=(entry("06-30", "completed"),)))
    assert made
    found = node.read(tmp_path / "calendars" / "obligations" / "eo-14999", zone)
    assert found["3-a.ics"]["ical.js"][0]["related"] == uid("eo-14999/2-a")
    folder = tmp_path / "two"
    folder.mkdir()
    for name in ("tasks.ics", "all-alarms.ics"):
        (folder / name).write_bytes(made[f"calendars/{name}"])
    found = node.read(folder, zone)
    tasks = {each["uid"]: each for each in found["tasks.ics"]["tasks"]}
    assert tasks[task_uid("eo-14999/2-a")] | {"uid": ""} == {
        "uid": "", "due": "2026-07-02", "status": "COMPLETED", "share": "100", "completed": "2026-06-30",
    }  # fmt: skip
    assert tasks[task_uid("eo-14999/2-b")]["share"] == "0"
    alarms = {each["uid"]: each["alarms"] for each in found["all-alarms.ics"]["ical.js"]}
    assert alarms[uid("eo-14999/2-b")] == ["-P13DT15H", "-P6DT15H", "-PT15H"]
    assert alarms[uid("eo-14999/2-a")] == []


@pytest.mark.slow
def test_calcurse_takes_every_calendar(calcurse, tmp_path):
    file = tmp_path / "calendar.ics"
    for path, raw in every_file().items():
        file.write_bytes(raw)
        taken = [len(events(raw, kind)) for kind in ("VEVENT", "VTODO")]
        said = calcurse.taken(file)
        pattern = rf"0 apps / {taken[0]} events? / {taken[1]} todos? / 0 skipped"
        assert re.search(pattern, said), (path, said)


@pytest.mark.slow
@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("name", ["all", "all-alarms"])
def test_calcurse_shows_each_duty_on_its_day(calcurse, tmp_path, zone, name):
    file = tmp_path / "calendar.ics"
    file.write_bytes(every_file()[f"calendars/{name}.ics"])
    shown = calcurse.shown(file, zone)
    days = [line.rstrip(":") for line in shown.splitlines() if line[:1] == "2"]
    assert days == ["2026-07-02", "2026-08-01", "2027-06-02", "2028-06-02"]  # the last one by its recurrence
    assert "EO 14999 sec. 2(a): Secretary of Labor: publish a plan" in shown


# Rounds


def told(state: State, path: str) -> set[tuple[str, bool]]:
    """The days of 2026 on which a calendar must show a round, and whether it says that the round is done."""
    if path == "open":
        return {(f"2026-{at}", False) for at in state.left}
    return {(f"2026-{at}", True) for at in state.done} | {(f"2026-{at}", False) for at in state.plain}


@pytest.mark.slow
def test_khal_follows_the_rounds_of_a_duty(pim, tmp_path):
    site = tmp_path / "site"
    publish(site, LIFE[0].order)
    with served(site) as address:
        followed = {name: f"{address}calendars/{name}.ics" for name in ("all", "open")}
        reader = Khal(pim, tmp_path / "home", followed)
        for state in LIFE:
            publish(site, state.order)
            reader.sync()
            for zone in ZONES:
                shown = reader.shown(zone)
                for name in followed:
                    found = [(each.day, each.title.startswith("Done: ")) for each in shown if each.calendar == name]
                    assert sorted(found) == sorted(told(state, name)), (state.name, name, zone)


@pytest.mark.slow
def test_home_assistant_follows_the_rounds_of_a_duty(pim, tmp_path):
    for state in LIFE:
        made = publish(tmp_path / "site", state.order)
        for name in ("all", "open"):
            file = tmp_path / f"{name}.ics"
            file.write_bytes(made[f"calendars/{name}.ics"])
            found = [(at, words.startswith("Done: ")) for at, words in home_assistant(pim, file)]
            assert sorted(found) == sorted(told(state, name)), (state.name, name)


@pytest.mark.slow
@pytest.mark.parametrize("zone", [*ZONES, "UTC"])
def test_two_libraries_follow_the_rounds_of_a_duty(node, tmp_path, zone):
    for number, state in enumerate(LIFE):
        publish(tmp_path / f"{number}", state.order)
        folder = tmp_path / f"calendars-{number}"
        folder.mkdir()
        for name in ("all", "open"):
            (folder / f"{name}.ics").write_bytes((tmp_path / f"{number}/calendars/{name}.ics").read_bytes())
        found = node.rounds(folder, zone)
        for name in ("all", "open"):
            for library, shown in found[f"{name}.ics"].items():
                if library == "node-ical" and zone != "UTC":
                    continue  # it names the rounds of whole days by the moment at which they begin in UTC
                rounds = [(at, words.startswith("Done: ")) for at, words in shown if at.startswith("2026")]
                assert sorted(rounds) == sorted(told(state, name)), (state.name, name, library, zone)
