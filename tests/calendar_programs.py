"""Calendar programs that are not ours, each reading real files or a real server: khal with vdirsyncer, calcurse, Home
Assistant’s ical, and ical.js and node-ical. None of them shares code with this project's reading of its own files.

Each gives what it shows as ``Shown`` values: in which calendar, on which day, under which words.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from conftest import missing, npm_package

PYTHON_PROGRAMS = ("khal>=0.14,<0.15", "vdirsyncer>=0.21,<0.22", "ical>=14,<15")
NODE_PACKAGES = ("ical.js@2.2.1", "node-ical@0.22.1")
FIRST, LAST = "2026-06-01", "2026-12-31"


@dataclass(frozen=True, order=True)
class Shown:
    """One event as a program shows it: the first day and, exclusive, the end."""

    calendar: str
    day: str
    title: str


def python_programs(folder: Path) -> Path:
    """A virtual environment with khal, vdirsyncer and ical in ``folder``: they need other versions of what this project uses.
    Its folder of programs; the test is skipped where it cannot be made.
    """
    pip = [sys.executable, "-m", "venv", str(folder)]
    install = [str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", *PYTHON_PROGRAMS]
    for command in (pip, install):
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
        if done.returncode:
            missing(f"khal and vdirsyncer cannot be installed: {done.stderr[-300:]}", "REQUIRE_PROGRAMS")
    return folder / "bin"


class Khal:
    """A reader's khal and vdirsyncer, with a home of their own, subscribed to calendars by their addresses."""

    def __init__(self, programs: Path, home: Path, addresses: dict[str, str]):
        self._programs, self._home = programs, home
        home.mkdir()
        pairs = (
            f'[pair {name}]\na = "{name}_there"\nb = "{name}_here"\ncollections = null\n'
            f'[storage {name}_there]\ntype = "http"\nurl = "{address}"\n'
            f'[storage {name}_here]\ntype = "filesystem"\npath = "{home}/{name}"\nfileext = ".ics"\n'
            for name, address in addresses.items()
        )
        (home / "vdirsyncer").write_text(f'[general]\nstatus_path = "{home}/status/"\n{"".join(pairs)}', "utf-8")
        self._calendars = "".join(f"[[{name}]]\npath = {home}/{name}\n" for name in addresses)
        for name in addresses:
            (home / name).mkdir()
        self._run("vdirsyncer", "-c", str(home / "vdirsyncer"), "discover")

    def sync(self) -> None:
        """Look once at every calendar that is subscribed to."""
        self._run("vdirsyncer", "-c", str(self._home / "vdirsyncer"), "sync", "--force-delete")

    def items(self, name: str) -> list[str]:
        """The files that vdirsyncer holds of a calendar, as text."""
        return [path.read_text("utf-8") for path in sorted((self._home / name).iterdir())]

    def shown(self, zone: str) -> set[Shown]:
        """What khal lists, to a reader in a time zone."""
        config = self._home / "khal"
        config.write_text(
            f"[calendars]\n{self._calendars}[locale]\nlocal_timezone = {zone}\ndefault_timezone = {zone}\n"
            "dateformat = %Y-%m-%d\nlongdateformat = %Y-%m-%d\ntimeformat = %H:%M\ndatetimeformat = %Y-%m-%d %H:%M\n"
            f"longdatetimeformat = %Y-%m-%d %H:%M\n[sqlite]\npath = {self._home}/khal-{zone.replace('/', '-')}.db\n",
            "utf-8",
        )
        form = "{calendar}\x1f{start-date}\x1f{end-date}\x1f{title}\x1e"
        told = self._run("khal", "-c", str(config), "list", "--format", form, "--day-format", "", FIRST, LAST, TZ=zone)
        rows = [row.strip("\n").split("\x1f") for row in told.split("\x1e") if row.strip()]
        assert all(start == end for _, start, end, _ in rows), "an event of one day became longer"
        found = [Shown(calendar, start, title) for calendar, start, _, title in rows]
        assert len(found) == len(set(found)), "khal shows an event twice"
        return set(found)

    def _run(self, program: str, *arguments: str, **environment: str) -> str:
        done = subprocess.run(
            [str(self._programs / program), *arguments],
            env={**os.environ, "HOME": str(self._home), "PYTHONUTF8": "1", **environment},
            stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, f"{program} {arguments}:\n{done.stdout}\n{done.stderr}"
        return done.stdout


HOME_ASSISTANT = """
import datetime, json, pathlib, sys
from ical.calendar_stream import IcsCalendarStream
calendar = IcsCalendarStream.calendar_from_ics(pathlib.Path(sys.argv[1]).read_bytes().decode())
year = datetime.date(2026, 1, 1), datetime.date(2027, 1, 1)
print(json.dumps([(str(event.dtstart), event.summary) for event in calendar.timeline.overlapping(*year)]))
"""


def home_assistant(programs: Path, file: Path) -> list[tuple[str, str]]:
    """Day and words of everything that falls in 2026, as the library of Home Assistant's calendars has it."""
    done = subprocess.run(
        [str(programs / "python"), "-c", HOME_ASSISTANT, str(file)],
        capture_output=True, encoding="utf-8", timeout=300, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return [(day, words) for day, words in json.loads(done.stdout)]


READER = """
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { readFileSync, readdirSync } from "node:fs";
ICAL.design.strict = true;
const two = (number) => String(number).padStart(2, "0");
const local = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const utc = (date) => date.toISOString();
const found = {};
for (const name of readdirSync(process.argv[2])) {
  const text = readFileSync(`${process.argv[2]}/${name}`, "utf8");
  const calendar = new ICAL.Component(ICAL.parse(text));
  const first = (component, property) => { const value = component.getFirstPropertyValue(property);
    return value === null ? null : value.toString(); };
  const icalJs = calendar.getAllSubcomponents("vevent").map((component) => {
    const event = new ICAL.Event(component);
    return { uid: event.uid, title: event.summary, description: event.description, sequence: event.sequence,
      day: event.startDate.toString(), end: event.endDate.toString(), allDay: event.startDate.isDate,
      stamp: first(component, "dtstamp"), recurs: event.isRecurring(), status: first(component, "status"),
      transparent: first(component, "transp"), related: first(component, "related-to"),
      alarms: component.getAllSubcomponents("valarm").map((alarm) => first(alarm, "trigger")) };
  });
  const tasks = calendar.getAllSubcomponents("vtodo").map((component) => ({ uid: first(component, "uid"),
    due: first(component, "due"), status: first(component, "status"), share: first(component, "percent-complete"),
    completed: component.getFirstPropertyValue("completed") ?
      local(component.getFirstPropertyValue("completed").toJSDate()) : null }));
  const other = Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each.type === "VEVENT").map((event) => ({
    uid: event.uid, title: event.summary, day: local(event.start), end: local(event.end), type: event.datetype,
    sequence: Number(event.sequence), status: event.status }));
  found[name] = { refresh: first(calendar, "refresh-interval"), name: first(calendar, "x-wr-calname"),
    "ical.js": icalJs, "node-ical": other, tasks };
}
console.log(JSON.stringify(found));
"""


ROUNDS = """
import ICAL from "ical.js";
import nodeIcal from "node-ical";
import { readFileSync, readdirSync } from "node:fs";
const LAST = "2026-12-31";
const two = (number) => String(number).padStart(2, "0");
const local = (date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
const expanded = (calendar) => {
  const components = calendar.getAllSubcomponents("vevent");
  const rounds = components.filter((each) => each.hasProperty("recurrence-id"));
  const found = [];
  for (const whole of components.filter((each) => !each.hasProperty("recurrence-id"))) {
    const event = new ICAL.Event(whole, { exceptions: rounds });
    if (!event.isRecurring()) { found.push([event.startDate.toString(), event.summary]); continue; }
    const days = event.iterator();
    for (let day = days.next(); day && day.toString() <= LAST; day = days.next()) {
      const one = event.getOccurrenceDetails(day);
      found.push([one.startDate.toString(), one.item.summary]);
    }
  }
  return found;
};
const listed = (text) => {
  const found = [];
  for (const event of Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each.type === "VEVENT")) {
    if (!event.rrule) { found.push([local(event.start), event.summary]); continue; }
    for (const at of event.rrule.between(new Date(Date.UTC(2026, 0, 1)), new Date(Date.UTC(2026, 11, 31)), true)) {
      const key = at.toISOString().slice(0, 10);
      if (event.exdate && event.exdate[key]) continue;
      const one = event.recurrences && event.recurrences[key];
      found.push(one ? [local(one.start), one.summary] : [key, event.summary]);
    }
  }
  return found;
};
const found = {};
for (const name of readdirSync(process.argv[2])) {
  const text = readFileSync(`${process.argv[2]}/${name}`, "utf8");
  found[name] = { "ical.js": expanded(new ICAL.Component(ICAL.parse(text))), "node-ical": listed(text) };
}
console.log(JSON.stringify(found));
"""


class Node:
    """ical.js and node-ical, reading a folder of calendars."""

    def __init__(self, folder: Path):
        for package in NODE_PACKAGES:
            npm_package(folder, package)
        (folder / "reader.mjs").write_text(READER, encoding="utf-8")
        (folder / "rounds.mjs").write_text(ROUNDS, encoding="utf-8")
        self._folder = folder

    def read(self, calendars: Path, zone: str = "UTC") -> dict[str, dict]:
        """Each file's name → what both libraries make of it, for a reader in a time zone."""
        return self._run("reader.mjs", calendars, zone)

    def rounds(self, calendars: Path, zone: str = "UTC") -> dict[str, dict[str, list[list[str]]]]:
        """Each file's name → library → day and words of everything that falls in 2026, series expanded."""
        return self._run("rounds.mjs", calendars, zone)

    def _run(self, script: str, calendars: Path, zone: str) -> dict:
        done = subprocess.run(
            ["node", str(self._folder / script), str(calendars)], cwd=self._folder,
            env={**os.environ, "TZ": zone}, capture_output=True, encoding="utf-8", timeout=300, check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout)


class Calcurse:
    """calcurse, each time with an empty store of its own."""

    def __init__(self, folder: Path):
        program = shutil.which("calcurse")
        if not program:
            missing("calcurse is not installed (Debian: apt-get install calcurse)", "REQUIRE_PROGRAMS")
        self._program, self._folder, self._number = program, folder, 0

    def taken(self, file: Path) -> str:
        """What it says of a file that it imports: ``0 apps / 4 events / 0 todos / 0 skipped``."""
        return self._run(self._store(), "-i", str(file))

    def shown(self, file: Path, zone: str) -> str:
        """Its list of what stands in a file, day by day, to a reader in a time zone."""
        store = self._store()
        self._run(store, "-i", str(file), zone=zone)
        days = ("--from", "06/01/2026", "--to", "12/31/2028", "--output-datefmt", "%Y-%m-%d")
        return self._run(store, "-Q", *days, zone=zone)

    def _store(self) -> Path:
        self._number += 1
        store = self._folder / str(self._number)
        for name in ("data", "conf"):
            (store / name).mkdir(parents=True)
        return store

    def _run(self, store: Path, *arguments: str, zone: str = "UTC") -> str:
        command = [self._program, "-D", str(store / "data"), "-C", str(store / "conf"), *arguments]
        environment = {**os.environ, "TZ": zone}
        return subprocess.run(
            command, env=environment, capture_output=True, encoding="utf-8", timeout=300, check=False
        ).stdout
