"""Pairs of builds: no published event changes at an equal SEQUENCE, nothing falls, no UID, calendar, change or feed goes."""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from icalendar import Calendar
from page_samples import SampleSettings
from readings import read
from samples import SITE

from extractor.model import Entry, Evidence, Progress, Reading
from extractor.publish.calendars import calendar_index, calendars, uid
from extractor.publish.changes.feeds import feeds
from extractor.publish.page import Site
from extractor.register.accepting import Decisions, next_register
from extractor.register.corrections_yml import Correction
from extractor.register.publishing import as_accepted, publish
from extractor.register.register import Register
from extractor.track import track

PARAGRAPHS = (
    "Within 30 days of the date of this order, the Secretary of Labor shall publish a list of wooden bridges.",
    "Within 60 days of the publication required by subsection (a) of this section, the Secretary of Energy shall inspect turbines.",
    "Not later than 90 days after the date of this order, the Attorney General shall sue the owners of rotten piers.",
    "Within 45 days of the date of this order, the Secretary of State shall write to the governors of every coast.",
)
NEW = (
    "Within 20 days of the date of this order, the Secretary of the Treasury shall count the coins of each vault.",
    "Within 77 days of the date of this order, the Secretary of Transportation shall repaint the lighthouses.",
)


@dataclass
class State:
    """One order on its way: text, log, corrections, register, day by day."""

    paragraphs: list[str] = field(default_factory=lambda: list(PARAGRAPHS))
    order: dict[str, object] = field(default_factory=dict)
    log: dict[str, tuple[Entry, ...]] = field(default_factory=dict)
    corrections: tuple[Correction, ...] = ()
    register: Register | None = None
    day: date = date(2026, 6, 10)

    def reading(self) -> Reading:
        text = "Sec. 2. Tasks. " + "\n".join(f"({chr(97 + n)}) {words}" for n, words in enumerate(self.paragraphs))
        reading = read(text)
        return replace(reading, order=replace(reading.order, **self.order))

    def accept(self) -> None:
        """As ``tracker accept`` does, with the decisions that a person would make."""
        reading = self.reading()
        found = publish(reading, self.register, self.corrections)
        gone = {each.key: "Struck out." for each in found.differences if each.kind == "gone"}
        could = found.found.unclear if found.found else ()
        same = {record.key: choices[0].key for record, choices in could}
        found = publish(reading, self.register, self.corrections, "", same, gone)
        shown = [found.reading, *([as_accepted(self.register, reading)] if self.register else [])]
        paths = [file.path for each in shown for file in calendar_index((track(each, self.progress(), self.day),))]
        decisions = Decisions(same, gone)
        self.register = next_register(
            self.register, found, self.corrections, decisions, paths, self.day, self.progress()
        )
        assert publish(reading, self.register, self.corrections).differences == ()

    def progress(self) -> Progress:
        return Progress(self.day, tuple(self.log.items()))

    def build(self) -> tuple[dict[str, dict[str, str]], set[str]]:
        """UID → the event's properties as text, and the calendar paths."""
        reading = publish(self.reading(), self.register, self.corrections).reading
        files = calendars((track(reading, self.progress(), self.day),), SITE)
        content = next(file.content for file in files if file.path == "calendars/all.ics")
        events = Calendar.from_ical(content).walk("VEVENT")
        return {
            str(event["UID"]): {name: value.to_ical().decode() for name, value in event.items()} for event in events
        }, {file.path for file in files}

    def told(self) -> tuple[dict[str, tuple[date, str]], set[str]]:
        """The changes of the record by identifier (day, chief kind), and the paths of the feeds."""
        reading = publish(self.reading(), self.register, self.corrections).reading
        site = Site((track(reading, self.progress(), self.day),), SampleSettings())
        found = {change.id: (change.day, change.kinds[0]) for change in site.record_changes}
        assert len(found) == len(site.record_changes)
        return found, {file.path for file in feeds(site)}


def logged(state: State, dice: random.Random) -> None:
    key = dice.choice(
        [each.key for each in state.reading().obligations]
        if not state.register
        else [r.key for r in state.register.records]
    )
    status = dice.choice([None, "in-progress", "completed", "superseded"])
    evidence = (Evidence("https://example.org", "A notice"),)
    due = dice.choice([None, None, state.day + timedelta(days=dice.randrange(200))])
    entry = Entry(state.day, state.day, status, f"Seen on {state.day}.", evidence, "claimed", due)
    state.log[key] = (*state.log.get(key, ()), entry)


def rewritten(state: State, dice: random.Random) -> None:
    place = dice.randrange(len(state.paragraphs))
    days = dice.randrange(20, 200)
    words = state.paragraphs[place].split()
    number = next((n for n, word in enumerate(words) if word.isdigit()), None)
    if number is not None:
        words[number] = str(days)
    state.paragraphs[place] = " ".join(words)
    state.accept()


def inserted(state: State, dice: random.Random) -> None:
    free = [words for words in NEW if words not in state.paragraphs]
    if free:
        state.paragraphs.insert(dice.randrange(len(state.paragraphs) + 1), free[0])
        state.accept()


def removed(state: State, dice: random.Random) -> None:
    if len(state.paragraphs) > 2:
        state.paragraphs.pop(dice.randrange(len(state.paragraphs)))
        state.accept()


def corrected(state: State, dice: random.Random) -> None:
    if state.register is None:
        state.accept()
    assert state.register is not None
    key = dice.choice([record.key for record in state.register.records if record.open])
    official = dice.choice(["Secretary of Agriculture", "Secretary of the Interior", "Secretary of Commerce"])
    values = {"responsible": (official,)}
    state.corrections = (*state.corrections, Correction(key, "set", f"So it says ({state.day}).", state.day, values, 1))
    state.accept()


def restated(state: State, dice: random.Random) -> None:
    state.order |= dice.choice(
        [{"title": f"Bridges, {state.day}"}, {"signed": date(2026, 6, dice.randrange(1, 9))},
         {"status": "amended", "status_date": state.day, "status_by": "EO 15000"},
         {"status": "revoked", "status_date": state.day, "status_by": "EO 15001"}, {"text": "restatement"}]
    )  # fmt: skip
    state.accept()


STEPS = (logged, logged, rewritten, inserted, removed, corrected, restated)


def seeds(number: int) -> list:
    """A life for each; all but the first three are slow."""
    return [pytest.param(seed, marks=[pytest.mark.slow] if seed >= 3 else []) for seed in range(number)]


@pytest.mark.parametrize("seed", seeds(20))
def test_no_event_changes_at_an_equal_sequence(seed: int):
    dice, state = random.Random(seed), State()
    if seed % 3:
        state.accept()
    events, paths = state.build()
    assert uid("eo-14999/2-a") in events
    for _ in range(14):
        state.day += timedelta(days=dice.randrange(1, 12))
        step = dice.choice(STEPS if state.register else (logged, corrected, logged))
        step(state, dice)
        now, now_paths = state.build()
        for name, old in events.items():
            assert name in now, f"{step.__name__}: an event is gone: {old['SUMMARY']}"
            new = now[name]
            assert int(new["SEQUENCE"]) >= int(old["SEQUENCE"]), step.__name__
            assert new["LAST-MODIFIED"] >= old["LAST-MODIFIED"], step.__name__
            if new != old:
                assert int(new["SEQUENCE"]) > int(old["SEQUENCE"]), (step.__name__, old, new)
        assert not paths - now_paths or state.register is None, step.__name__
        events, paths = now, now_paths


@pytest.mark.parametrize("seed", seeds(8))
def test_no_change_is_lost_and_none_comes_behind_the_readers_back(seed: int):
    """What a feed told once it tells on, with the same identifier and day; what is new is not older than the last build."""
    dice, state = random.Random(seed), State()
    if seed % 3:
        state.accept()
    told, paths = state.told()
    for _ in range(14):
        built = state.day
        state.day += timedelta(days=dice.randrange(1, 12))
        step = dice.choice(STEPS if state.register else (logged, corrected, logged))
        step(state, dice)
        now, now_paths = state.told()
        for name, (on, kind) in told.items():
            assert name in now, (step.__name__, on, kind)
            assert now[name][0] == on or kind == "new-order", "a new order is dated by its acceptance once there is one"
        assert all(built <= on <= state.day for name, (on, _) in now.items() if name not in told), step.__name__
        assert not paths - now_paths, step.__name__
        told, paths = now, now_paths


@pytest.mark.parametrize("days", [1, 30, 400])
def test_the_clock_alone_changes_no_event(days: int):
    state = State()
    state.accept()
    before = state.build()
    state.day += timedelta(days=days)
    assert state.build() == before
