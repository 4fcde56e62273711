"""The calendars: RFC 5545 line by line, what they say, what never changes them, and two clients that read them back.

The clients, ical.js and calcurse, share no code with the library that writes the files.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from conftest import missing, npm_package
from samples import EVIDENCE, SITE, day, entry, event, obligation, order, relative, tracked

from extractor.acceptance import Acceptance, AcceptedChange, CorrectedField, OrderAcceptance, Retirement
from extractor.model import Actor, Deadline, TrackedOrder
from extractor.publish.calendars import calendar_index, calendars, official_calendar, uid, undated
from extractor.publish.calendars.event_text import LONGEST_SUMMARY, cut
from extractor.track import track

ICAL_JS = "ical.js@2.2.1"
AWKWARD = "Publish; a plan, with “quotes”, a back\\slash, a bell\x07, 日本語 and\r\nBEGIN:VALARM " + "é" * 120


def sample(as_of: str = "07-10", **log) -> TrackedOrder:
    """Six duties: two windows, an official with a former name, an event, a recurrence, one without a deadline."""
    return tracked(
        obligation("2-a", relative(30)),
        obligation(
            "2-b", relative(60), Actor("Secretary of Defense", "Director of NSA"), action=AWKWARD, quote=AWKWARD
        ),
        obligation("2-c", relative(30), "Secretary of War", "Secretary of Labor"),
        obligation("3-a", event(10, reference="2-a"), "Attorney General"),
        obligation("3-b", relative(1, "years", recurs="annually", recurrence="FREQ=YEARLY")),
        obligation("4", Deadline(), "Attorney General"),
        as_of=day(as_of),
        **log,
    )


def files(*orders: TrackedOrder, site: str = SITE) -> dict[str, bytes]:
    return {file.path: file.content for file in calendars(orders or (sample(),), site)}


def lines(content: bytes) -> list[str]:
    """The content lines, unfolded (RFC 5545, 3.1)."""
    return content.decode("utf-8").replace("\r\n ", "").split("\r\n")[:-1]


def events(content: bytes) -> dict[str, dict[str, str]]:
    """UID → property (with its parameters) → value as it stands in the file."""
    found, current = {}, {}
    for line in lines(content):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            current = {}
        elif line == "END:VEVENT":
            found[current["UID"]] = current
        elif not line.startswith(("BEGIN:", "END:")):
            assert name not in current or name == "CATEGORIES"
            current[name] = value
    return found


def one(key: str, made: TrackedOrder | None = None, path: str = "calendars/all.ics") -> dict[str, str]:
    return events(files(made or sample())[path])[uid(f"eo-14999/{key}")]


# What is in which file


def test_which_calendars_there_are():
    index = calendar_index((sample(),))
    assert [(file.path.removeprefix("calendars/"), file.kind, file.of, file.events) for file in index] == [
        ("all.ics", "all", "", 4),
        ("open.ics", "open", "", 4),
        ("within-30-days.ics", "window", "30 days", 2),
        ("within-60-days.ics", "window", "60 days", 1),
        ("within-1-year.ics", "window", "1 year", 1),
        ("officials/director-of-the-national-security-agency.ics", "official", "Director of the National Security Agency", 1),
        ("officials/secretary-of-labor.ics", "official", "Secretary of Labor", 3),
        ("officials/secretary-of-war.ics", "official", "Secretary of War", 2),
    ]  # fmt: skip
    assert [(file.path, file.events) for file in index] == [(path, len(events(raw))) for path, raw in files().items()]


def test_windows_are_in_order_of_length_and_named_for_ever():
    stated = [
        (2, "years"),
        (1, "months"),
        (90, "days"),
        (10, "business days"),
        (1, "weeks"),
        (72, "hours"),
        (9, "days"),
    ]
    made = tracked(*(obligation(f"2-{number}", relative(*each)) for number, each in enumerate(stated)))
    assert [file.path.removeprefix("calendars/") for file in calendar_index((made,)) if file.kind == "window"] == [
        "within-72-hours.ics", "within-9-days.ics", "within-90-days.ics", "within-10-business-days.ics",
        "within-1-week.ics", "within-1-month.ics", "within-2-years.ics",
    ]  # fmt: skip


def test_nothing_is_lost():
    made = sample()
    reasons = undated((made,))
    assert [(reason, [each.obligation.key for each in members]) for reason, members in reasons] == [
        ("runs from an event that is not on record yet", ["3-a"]),
        ("no deadline is stated", ["4"]),
    ]
    assert len(events(files(made)["calendars/all.ics"])) + sum(len(members) for _, members in reasons) == 6


def test_an_official_has_one_calendar_under_all_names_of_the_office():
    assert official_calendar("Secretary of Defense") == official_calendar("the Secretary of War")
    keys = events(files()[official_calendar("Secretary of Defense")])
    assert set(keys) == {uid("eo-14999/2-b"), uid("eo-14999/2-c")}


@pytest.mark.parametrize(
    ("closing", "is_open", "status"),
    [
        (entry("07-01", "completed"), False, "CONFIRMED"),
        (entry("07-01", "superseded"), False, "CANCELLED"),
        (entry("07-01", "rescinded"), False, "CANCELLED"),
        (entry("07-01", "blocked"), True, "CONFIRMED"),
        (entry("07-01", note="A note."), True, "CONFIRMED"),
    ],
)
def test_the_log_closes_and_the_event_stays(closing, is_open, status):
    made = sample(k2_a=(closing,))
    assert (uid("eo-14999/2-a") in events(files(made)["calendars/open.ics"])) is is_open
    assert one("2-a", made)["STATUS"] == status


def test_a_revoked_order_cancels_what_was_not_done():
    revoked = order(status="revoked", status_date=day("07-01"), status_by="x")
    duties = (obligation("2-a", relative(30)), obligation("2-b", relative(60)))
    made = tracked(*duties, of=revoked, k2_a=(entry("06-20", "completed"),))
    found = events(files(made)["calendars/all.ics"])
    assert [found[uid(f"eo-14999/{key}")]["STATUS"] for key in ("2-a", "2-b")] == ["CONFIRMED", "CANCELLED"]
    assert not events(files(made)["calendars/open.ics"])


# What an event says


def test_an_event_in_full():
    made = tracked(
        obligation("2-a", relative(60), Actor("Secretary of War", "Director of NSA")),
        of=order(text="restatement", official_url="https://example.org/official"),
        k2_a=(entry("06-10", "in-progress", recorded="06-12", note="Begun, they say.", evidence=EVIDENCE),),
    )
    found = one("2-a", made)
    words = found.pop("DESCRIPTION").replace("\\n", "\n").replace("\\,", ",").replace("\\;", ";")
    assert found == {
        "UID": "ce1f2d3a-45f1-5470-b482-8bbd16821cf9",
        "DTSTAMP": "20260612T000000Z",
        "LAST-MODIFIED": "20260612T000000Z",
        "SEQUENCE": "1",
        "DTSTART;VALUE=DATE": "20260801",
        "DTEND;VALUE=DATE": "20260802",
        "SUMMARY": "EO 14999 sec. 2(a): Secretary of War: publish a plan",
        "STATUS": "CONFIRMED",
        "TRANSP": "TRANSPARENT",
        "CATEGORIES": "eo-14999",
        "URL": "https://example.org/tracker/orders/eo-14999/2-a/",
    }
    assert words == (
        "Executive Order 14999, sec. 2(a): Sample of an Order\n\n"
        "Responsible: Secretary of War (through Director of NSA)\n\n"
        "Due date: signed June 2, 2026 + 60 days = August 1, 2026, a Saturday.\n\n"
        "In the words of a restatement, not of the order itself: “The Secretary of Labor shall publish a plan.” "
        "Official text: https://example.org/official\n\n"
        "On record, June 10, 2026: in progress (claimed). Begun, they say.\n"
        "The agency’s notice: https://example.org/notice?a=1&b=2\n\n"
        "Page: https://example.org/tracker/orders/eo-14999/2-a/\n\n"
        "Unofficial; not legal advice."
    )


def test_an_extension_moves_the_event_and_keeps_its_uid():
    moved = one("2-a", sample(k2_a=(entry("07-01", due="2026-09-01", note="x", evidence=EVIDENCE),)))
    assert (moved["DTSTART;VALUE=DATE"], moved["SEQUENCE"], moved["UID"]) == ("20260901", "1", one("2-a")["UID"])


def test_an_estimate_is_no_event_and_a_known_event_is():
    assert uid("eo-14999/3-a") not in events(files()["calendars/all.ics"])
    assert one("3-a", sample(k2_a=(entry("07-01", "completed"),)))["DTSTART;VALUE=DATE"] == "20260711"


@pytest.mark.parametrize(
    ("rule", "written"),
    [("FREQ=YEARLY", "FREQ=YEARLY"), ("RRULE:FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3"), ("FREQ=ODDLY", None),
     ("every year", None), ("FREQ=YEARLY\r\nX:Y", None), (None, None)],
)  # fmt: skip
def test_recurrence(rule, written):
    made = tracked(obligation("2-a", relative(30, recurs="annually", recurrence=rule)))
    assert one("2-a", made).get("RRULE") == written


def changed(order: TrackedOrder, key: str, **fields) -> TrackedOrder:
    """The order with one obligation's fields replaced."""
    duties = tuple(replace(each, **fields) if each.key == key else each for each in order.reading.obligations)
    return track(replace(order.reading, obligations=duties), order.progress, order.as_of)


def accepted(order: TrackedOrder, **fields) -> TrackedOrder:
    """The order with its reading accepted, and nothing changed since."""
    duties = tuple(replace(each, acceptance=Acceptance(day("06-03"))) for each in order.reading.obligations)
    reading = replace(order.reading, obligations=duties, acceptance=OrderAcceptance(day("06-03"), **fields))
    return track(reading, order.progress, order.as_of)


CHANGE = AcceptedChange(day("06-20"), "responsible changed")


def revision_of(order: TrackedOrder, key: str = "2-a") -> tuple[str, str]:
    """SEQUENCE and the day of LAST-MODIFIED."""
    found = one(key, order)
    assert found["LAST-MODIFIED"] == found["DTSTAMP"]
    return found["SEQUENCE"], found["LAST-MODIFIED"][:8]


def test_what_counts_as_a_revision():
    plain, log = sample(), sample(k2_a=(entry("06-10", note="x"),))
    corrected = (CorrectedField("responsible", "nobody", "It says so.", day("06-15")),)
    ended = {"status": "revoked", "status_date": day("06-25"), "status_by": "Executive Order 15000"}
    by_status = replace(plain.reading, order=replace(plain.order, **ended))
    assert revision_of(plain) == ("0", "20260602")
    assert revision_of(log) == ("1", "20260610")
    assert revision_of(changed(log, "2-a", corrected=corrected)) == ("2", "20260615")
    assert revision_of(track(by_status, plain.progress, plain.as_of)) == ("1", "20260625")
    assert revision_of(changed(accepted(log), "2-a", acceptance=Acceptance(day("06-03"), (CHANGE,)))) == (
        "2",
        "20260620",
    )
    assert revision_of(accepted(log, changes=(CHANGE,))) == ("2", "20260620")
    assert revision_of(accepted(plain, changes=(AcceptedChange(day("2031-01-01"), "later"),))) == ("0", "20260602")


def test_an_event_that_hangs_on_another_duty_counts_that_duty_s_entries():
    """3-a is due ten days after 2-a was completed: a second report of 2-a moves it."""
    first = sample(k2_a=(entry("07-01", "completed"),))
    second = sample(k2_a=(entry("07-01", "completed"), entry("07-03", "completed")))
    assert one("3-a", first)["DTSTART;VALUE=DATE"] != one("3-a", second)["DTSTART;VALUE=DATE"]
    assert (revision_of(first, "3-a")[0], revision_of(second, "3-a")[0]) == ("1", "2")


def test_a_retired_duty_keeps_its_event_cancelled_and_its_calendar():
    end = Acceptance(day("06-03"), (CHANGE,), Retirement(day("06-20"), "Struck out."))
    found = files(changed(accepted(sample()), "2-a", acceptance=end))
    event = events(found["calendars/all.ics"])[uid("eo-14999/2-a")]
    assert (event["STATUS"], event["SEQUENCE"]) == ("CANCELLED", "1")
    assert "No longer an obligation of the order: Struck out." in event["DESCRIPTION"].replace("\\,", ",")


def test_a_calendar_that_was_ever_published_stays_empty_and_explained():
    path = "calendars/officials/secretary-of-somewhere.ics"
    found = files(accepted(sample(), calendars=(path, "calendars/all.ics")))
    assert events(found[path]) == {}
    assert b"Nothing is in this calendar any more" in found[path].replace(b"\r\n ", b"")
    assert path not in files(accepted(sample()))


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [("a b", 3, "a b"), ("word " * 9, 20, "word word word word…"), ("x" * 30, 10, "x" * 9 + "…")],
)
def test_a_summary_is_cut_at_a_word(text, longest, expected):
    assert cut(text.strip(), longest) == expected
    assert len(one("2-b")["SUMMARY"].replace("\\", "")) <= LONGEST_SUMMARY


# What never changes an event


def test_the_clock_changes_nothing():
    log = {"k2_a": (entry("06-10", "in-progress"),)}
    assert files(sample("06-11", **log)) == files(sample("07-10", **log)) == files(sample("2031-01-01", **log))


def test_the_uid_is_known_for_ever():
    assert uid("eo-14409/2-c") == "76ccdd81-0813-5538-92ec-09938c78042c"
    assert (
        one("2-a")["UID"]
        == events(files(site="https://elsewhere.example/")["calendars/all.ics"])[uid("eo-14999/2-a")]["UID"]
    )


def test_without_a_site_there_are_no_links():
    assert b"example.org" not in files(site="")["calendars/open.ics"]


# RFC 5545 and RFC 7986, line by line


def every_file() -> dict[str, bytes]:
    log = {"k2_a": (entry("06-10", "in-progress", note=AWKWARD),), "k2_c": (entry("06-11", "rescinded"),)}
    return files(sample(**log)) | {f"empty/{path}": raw for path, raw in files(tracked()).items()}


@pytest.mark.parametrize("path", every_file())
def test_lines_are_those_of_the_standard(path):
    raw = every_file()[path]
    assert raw.endswith(b"\r\n")
    assert not raw.replace(b"\r\n", b"").count(b"\n") + raw.replace(b"\r\n", b"").count(b"\r")
    for line in raw.split(b"\r\n"):
        assert len(line) <= 75
        line.decode("utf-8")  # folded between characters
    text = raw.decode("utf-8")
    assert not [character for character in text if ord(character) < 32 and character not in "\r\n"]
    assert lines(raw)[0] == "BEGIN:VCALENDAR" and lines(raw)[-1] == "END:VCALENDAR"


@pytest.mark.parametrize("path", every_file())
def test_components_are_those_of_the_standard(path):
    raw = every_file()[path]
    opened = [line.partition(":")[2] for line in lines(raw) if line.startswith("BEGIN:")]
    assert Counter(opened) == Counter(line.partition(":")[2] for line in lines(raw) if line.startswith("END:"))
    assert set(opened) <= {"VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD"} and len(opened) > 1
    heading = lines(raw)[: lines(raw).index(f"BEGIN:{opened[1]}")]
    names = [line.partition(":")[0].partition(";")[0] for line in heading[1:]]
    assert len(names) == len(set(names))
    assert "UID" not in names, "a calendar’s own UID makes all its events one item to vdirsyncer"
    assert {"VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL"} <= set(names)
    assert "METHOD" not in names
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in heading


@pytest.mark.parametrize("path", every_file())
def test_events_are_those_of_the_standard(path):
    raw = every_file()[path]
    found = events(raw)
    assert len(found) == lines(raw).count("BEGIN:VEVENT")
    for each in found.values():
        start, end = (date.fromisoformat(each[f"{name};VALUE=DATE"]) for name in ("DTSTART", "DTEND"))
        assert end - start == timedelta(days=1)
        assert each["DTSTAMP"] == each["LAST-MODIFIED"] and each["DTSTAMP"].endswith("T000000Z")
        assert each["TRANSP"] == "TRANSPARENT" and each["SEQUENCE"].isdigit()
        assert {"UID", "SUMMARY", "DESCRIPTION", "STATUS", "URL"} <= set(each)


def test_a_due_date_on_the_last_day_of_the_calendar_needs_no_end():
    made = tracked(obligation("2-a", Deadline("fixed", date=date.max)))
    assert "DTEND;VALUE=DATE" not in one("2-a", made)


# Read back by clients


@pytest.fixture(scope="module")
def ical_js(tmp_path_factory) -> Path:
    """The folder in which ical.js was installed; the test is skipped where npm cannot."""
    return npm_package(tmp_path_factory.mktemp("ical-js"), ICAL_JS)


READER = """
import ICAL from "ical.js";
import { readFileSync } from "node:fs";
ICAL.design.strict = true;
const calendar = new ICAL.Component(ICAL.parse(readFileSync(process.argv[2], "utf8")));
const events = calendar.getAllSubcomponents("vevent").map((component) => {
  const event = new ICAL.Event(component);
  return { uid: event.uid, summary: event.summary, description: event.description, sequence: event.sequence,
    start: event.startDate.toString(), end: event.endDate.toString(), allDay: event.startDate.isDate,
    stamp: component.getFirstPropertyValue("dtstamp").toString(), recurs: event.isRecurring(),
    transparent: component.getFirstPropertyValue("transp"), status: component.getFirstPropertyValue("status") };
});
console.log(JSON.stringify({ name: calendar.getFirstPropertyValue("x-wr-calname"),
  refresh: calendar.getFirstPropertyValue("refresh-interval").toString(), events }));
"""


@pytest.mark.slow
def test_ical_js_reads_what_was_written(ical_js, tmp_path):
    (ical_js / "reader.mjs").write_text(READER, encoding="utf-8")
    for path, raw in every_file().items():
        file = tmp_path / "calendar.ics"
        file.write_bytes(raw)
        command = ["node", str(ical_js / "reader.mjs"), str(file)]
        done = subprocess.run(
            command, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True, cwd=ical_js
        )
        found = json.loads(done.stdout)
        assert found["refresh"] == "P1D"
        assert {each["uid"] for each in found["events"]} == set(events(raw))
        if path == "calendars/all.ics":
            _compare_with_the_record({each["uid"]: each for each in found["events"]})


def _compare_with_the_record(found: dict[str, dict]) -> None:
    plain, awkward = found[uid("eo-14999/2-a")], found[uid("eo-14999/2-b")]
    assert (plain["start"], plain["end"], plain["allDay"]) == ("2026-07-02", "2026-07-03", True)
    assert (plain["stamp"], plain["sequence"], plain["transparent"]) == ("2026-06-10T00:00:00Z", 1, "TRANSPARENT")
    words = AWKWARD.replace("\x07", " ").replace("\r\n", " ")
    assert f"“{words}”" in awkward["description"]
    assert awkward["summary"].startswith(
        "EO 14999 sec. 2(b): Secretary of Defense: Publish; a plan, with “quotes”, a back\\slash"
    )
    assert found[uid("eo-14999/2-c")]["status"] == "CANCELLED"
    assert found[uid("eo-14999/3-b")]["recurs"]


@pytest.fixture
def calcurse(tmp_path) -> list[str]:
    """The command that runs calcurse on a data folder of its own."""
    program = shutil.which("calcurse")
    if not program:
        missing("calcurse is not installed (Debian: apt-get install calcurse)", "REQUIRE_BROWSER")
    for folder in ("data", "conf"):
        (tmp_path / folder).mkdir()
    return [program, "-D", str(tmp_path / "data"), "-C", str(tmp_path / "conf")]


def test_calcurse_reads_what_was_written(calcurse, tmp_path):
    for path, raw in every_file().items():
        file = tmp_path / "calendar.ics"
        file.write_bytes(raw)
        for left in (tmp_path / "data").iterdir():
            left.unlink() if left.is_file() else shutil.rmtree(left)
        done = subprocess.run([*calcurse, "-i", str(file)], capture_output=True, text=True, timeout=60, check=False)
        assert re.search(rf"0 apps / {len(events(raw))} events? / 0 todos / 0 skipped", done.stdout), (
            path,
            done.stdout,
        )


def test_calcurse_shows_each_duty_on_its_day(calcurse, tmp_path):
    file = tmp_path / "calendar.ics"
    file.write_bytes(every_file()["calendars/all.ics"])
    subprocess.run([*calcurse, "-i", str(file)], capture_output=True, timeout=60, check=True)
    query = [*calcurse, "-Q", "--from", "06/01/2026", "--to", "12/31/2028", "--output-datefmt", "%Y-%m-%d"]
    done = subprocess.run(query, capture_output=True, text=True, encoding="utf-8", timeout=60, check=True)
    days = [line.rstrip(":") for line in done.stdout.splitlines() if line[:1] == "2"]
    assert days == ["2026-07-02", "2026-08-01", "2027-06-02", "2028-06-02"]  # the last one by its recurrence
    assert "EO 14999 sec. 2(a): Secretary of Labor: publish a plan" in done.stdout
