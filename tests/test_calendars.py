"""The calendars: which there are, what they say, what never changes them, and RFC 5545 line by line.

What other programs make of them stands in ``test_calendar_clients.py``.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import cache

import pytest
from conftest import ROOT
from samples import EVIDENCE, SITE, day, entry, event, obligation, order, progress, relative, tracked

from extractor.acceptance import Acceptance, AcceptedChange, CorrectedField, OrderAcceptance, Retirement
from extractor.model import Actor, Deadline, Standing, TrackedOrder
from extractor.publish.calendars import (
    agency_calendar,
    alarms_calendar,
    calendar_index,
    calendar_list,
    calendars,
    obligation_calendar,
    official_calendar,
    order_calendar,
    task_uid,
    uid,
    undated,
    with_calendar,
)
from extractor.publish.calendars.event_text import LONGEST_SUMMARY
from extractor.publish.calendars.paths import joined
from extractor.track import track
from extractor.words.shown import shortened

AWKWARD = "Publish; a plan, with “quotes”, a back\\slash, a bell\x07, 日本語 and\r\nBEGIN:VALARM " + "é" * 120


def sample(as_of: str = "07-10", **log) -> TrackedOrder:
    """Six duties: two windows, an official with a former name, an event, a recurrence, one without a deadline."""
    return tracked(
        obligation("2-a", relative(30), in_consultation_with=("Secretary of Defense", "Attorney General")),
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


def events(content: bytes, kind: str = "VEVENT") -> dict[str, dict[str, str]]:
    """UID → property (with its parameters) → value as it stands in the file; ``alarms`` are the lines of its alarms."""
    found: dict[str, dict[str, str]] = {}
    for block in re.findall(rf"^BEGIN:{kind}\n(.*?)^END:{kind}$", "\n".join(lines(content)), re.M | re.S):
        alarms = re.findall(r"^BEGIN:VALARM\n.*?^END:VALARM$", block, re.M | re.S)
        own = re.sub(r"^BEGIN:VALARM\n.*?^END:VALARM\n", "", block, flags=re.M | re.S).splitlines()
        named = dict(line.split(":", 1) for line in own)
        assert len(named) == len(own), "a property stands twice"
        found[named["UID"]] = named | ({"alarms": [" ".join(each.split("\n")) for each in alarms]} if alarms else {})
    return found


def one(key: str, made: TrackedOrder | None = None, path: str = "calendars/all.ics") -> dict[str, str]:
    return events(files(made or sample())[path])[uid(f"eo-14999/{key}")]


# What is in which file


def test_which_calendars_there_are():
    index = calendar_index((sample(),))
    assert [(file.path.removeprefix("calendars/"), file.kind, file.of, file.events) for file in index] == [
        ("all.ics", "all", "", 4),
        ("open.ics", "open", "", 4),
        ("tasks.ics", "tasks", "", 4),
        ("orders/eo-14999.ics", "order", "eo-14999", 4),
        ("within-30-days.ics", "window", "30 days", 2),
        ("within-60-days.ics", "window", "60 days", 1),
        ("within-1-year.ics", "window", "1 year", 1),
        ("agencies/department-of-labor.ics", "agency", "Department of Labor", 3),
        ("agencies/department-of-war.ics", "agency", "Department of War", 2),
        ("officials/director-of-the-national-security-agency.ics", "official", "Director of the National Security Agency", 1),
        ("officials/secretary-of-labor.ics", "official", "Secretary of Labor", 3),
        ("officials/secretary-of-war.ics", "official", "Secretary of War", 2),
        ("officials/attorney-general-with.ics", "with", "Attorney General", 1),
        ("officials/secretary-of-war-with.ics", "with", "Secretary of War", 1),
    ]  # fmt: skip
    found = files()
    for file in index:
        kind = "VTODO" if file.kind == "tasks" else "VEVENT"
        assert len(events(found.pop(file.path), kind)) == file.events
        if file.kind != "tasks":
            assert len(events(found.pop(alarms_calendar(file.path)))) == file.events
    assert sorted(found) == [f"calendars/obligations/eo-14999/{key}.ics" for key in ("2-a", "2-b", "2-c", "3-b")]
    assert all(len(events(content)) == 1 for content in found.values())


def test_the_list_of_calendars_is_what_is_there():
    rows = json.loads(calendar_list((sample(),)).content)["calendars"]
    found = files()
    assert sorted([*(row["path"] for row in rows), *(row["alarms"] for row in rows if row["alarms"])]) == sorted(found)
    assert rows[0] == {
        "title": "All deadlines", "path": "calendars/all.ics", "kind": "all", "of": "", "count": 4,
        "alarms": "calendars/all-alarms.ics",
    }  # fmt: skip
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in rows[0] if f"`{name}`" not in readme] == []
    for row in rows:
        assert row["count"] == len(events(found[row["path"]], "VTODO" if row["kind"] == "tasks" else "VEVENT"))


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        (order_calendar("eo-14409"), "calendars/orders/eo-14409.ics"),
        (agency_calendar("Department of War"), "calendars/agencies/department-of-war.ics"),
        (agency_calendar("Secretary of Defense"), "calendars/agencies/department-of-war.ics"),
        (official_calendar("Secretary of Defense"), "calendars/officials/secretary-of-war.ics"),
        (with_calendar("Secretary of Defense"), "calendars/officials/secretary-of-war-with.ics"),
        (obligation_calendar("eo-14409/2-c"), "calendars/obligations/eo-14409/2-c.ics"),
        (alarms_calendar("calendars/open.ics"), "calendars/open-alarms.ics"),
        # Names that end as ours do are told apart from the calendars beside another.
        (official_calendar("Office of Things to Do With"), "calendars/officials/office-of-things-to-do-with-c4c0edd9.ics"),
        (order_calendar("eo-1-alarms"), "calendars/orders/eo-1-alarms-a2d58431.ics"),
    ],
)  # fmt: skip
def test_a_path_is_for_ever(path, expected):
    assert path == expected


@pytest.mark.parametrize(
    ("path", "members"),
    [
        ("calendars/officials/secretary-of-defense.ics", {"2-b", "2-c"}),
        ("calendars/officials/secretary-of-defense-with.ics", {"2-a"}),
        ("calendars/agencies/department-of-defense.ics", {"2-b", "2-c"}),
    ],
)
def test_an_office_that_was_joined_to_another_keeps_its_path_and_has_the_other_s_events(path, members):
    found = files(accepted(sample(), calendars=(path,)))
    for each in (path, alarms_calendar(path)):
        assert set(events(found[each])) == {uid(f"eo-14999/{key}") for key in members}
    rows = json.loads(calendar_list((accepted(sample(), calendars=(path,)),)).content)["calendars"]
    assert [row["count"] for row in rows if row["path"] == path] == [len(members)]


@pytest.mark.parametrize(
    "path", ["calendars/within-9-days.ics", "calendars/orders/eo-1.ics", "calendars/officials/clerk-of-works.ics"]
)
def test_what_nothing_took_the_place_of_is_kept_empty(path):
    assert joined(path) is None
    assert events(files(accepted(sample(), calendars=(path,)))[path]) == {}


def test_windows_of_one_length_stand_by_their_amounts():
    made = tracked(
        *(obligation(f"2-{key}", relative(days)) for key, days in (("a", 60), ("b", 5), ("c", 60), ("d", 30)))
    )
    assert [file.of for file in calendar_index((made,)) if file.kind == "window"] == ["5 days", "30 days", "60 days"]


def test_what_is_done_with_an_office_is_apart_from_what_it_does():
    made = tracked(obligation("2-a", relative(30), "Attorney General", in_coordination_with=(
        "Attorney General", "Director of OMB", "industry", "agencies that buy")))  # fmt: skip
    assert [file.of for file in calendar_index((made,)) if file.kind == "with"] == [
        "Director of the Office of Management and Budget"
    ]


def test_an_order_without_a_date_has_its_calendar_and_it_says_why_it_is_empty():
    found = files(tracked(obligation("2-a", Deadline())))["calendars/orders/eo-14999.ics"]
    assert events(found) == {} and b"Nothing is in this calendar now" in found.replace(b"\r\n ", b"")


def test_a_calendar_without_events_holds_a_whole_time_zone():
    """RFC 5545, 3.6: a calendar holds a component; 3.6.5: what a time zone must say."""
    said = lines(files(tracked(obligation("2-a", Deadline())))["calendars/orders/eo-14999.ics"])
    zone = said[said.index("BEGIN:VTIMEZONE") : said.index("END:VTIMEZONE") + 1]
    assert sorted(zone[1:-1]) == sorted(
        [
            "TZID:Etc/UTC",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
        ]
    )
    assert "BEGIN:VTIMEZONE" not in lines(files()["calendars/all.ics"])


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


@pytest.mark.parametrize(
    ("ended", "done", "status"),
    [
        ("07-01", None, "CANCELLED"),
        ("07-01", "06-20", "CONFIRMED"),
        ("07-01", "07-01", "CONFIRMED"),  # on the day of the revocation
        ("07-01", "07-02", "CANCELLED"),
        (None, "07-02", "CONFIRMED"),  # revoked, nobody says when
        (None, None, "CANCELLED"),
    ],
)
def test_a_revoked_order_cancels_what_was_not_done(ended, done, status):
    revoked = order(status="revoked", status_date=ended and day(ended), status_by="x")
    log = (entry(done, "completed"),) if done else ()
    made = tracked(obligation("2-a", relative(30)), of=revoked, k2_a=log)
    assert one("2-a", made)["STATUS"] == status
    assert (made.obligations[0].standing is Standing.CLOSED) == (status == "CANCELLED")
    assert not events(files(made)["calendars/open.ics"])


def test_what_was_closed_and_then_done_is_not_cancelled():
    made = sample(k2_a=(entry("06-10", "superseded"), entry("06-20", "completed")))
    assert one("2-a", made)["STATUS"] == "CONFIRMED"


# What an event says


def test_an_event_names_all_who_are_responsible():
    two = obligation("2-a", relative(60), Actor("Secretary of War"), Actor("Secretary of Labor"))
    words = one("2-a", tracked(two))["DESCRIPTION"].replace("\\;", ";")
    assert "Responsible: Secretary of War; Secretary of Labor" in words


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
        "CREATED": "20260602T000000Z",
        "LAST-MODIFIED": "20260612T000000Z",
        "SEQUENCE": "1",
        "DTSTART;VALUE=DATE": "20260801",
        "DTEND;VALUE=DATE": "20260802",
        "SUMMARY": "EO 14999 sec. 2(a): Secretary of War: publish a plan",
        "STATUS": "CONFIRMED",
        "CLASS": "PUBLIC",
        "TRANSP": "TRANSPARENT",
        "CATEGORIES": "eo-14999,Department of War",
        "URL": "https://example.org/tracker/orders/eo-14999/2-a/",
    }
    assert words == (
        "Responsible: Secretary of War (through Director of NSA)\n\n"
        "Due date: signed June 2, 2026 + 60 days = August 1, 2026, a Saturday.\n\n"
        "On record, June 10, 2026: in progress (claimed). Begun, they say.\n"
        "https://example.org/notice?a=1&b=2\n\n"
        "https://example.org/tracker/orders/eo-14999/2-a/\n\n"
        "Unofficial, from a restatement of the order; not legal advice."
    )


def test_an_event_names_the_one_that_it_waits_for_by_an_identity_that_stays():
    """Whether or not the other has a date, is done, or is on record at all."""
    waiting = {
        one("3-a", sample(k2_a=log))["RELATED-TO;RELTYPE=DEPENDS-ON"]
        for log in ((entry("07-01", "completed"),), (entry("07-01", "completed"), entry("07-03", "completed")))
    }
    assert waiting == {uid("eo-14999/2-a")}
    assert not any(name.startswith("RELATED-TO") for name in one("2-a"))


@pytest.mark.parametrize(
    ("log", "expected"),
    [
        ((), {"STATUS": "NEEDS-ACTION", "PERCENT-COMPLETE": "0"}),
        ((entry("06-10", "in-progress"),), {"STATUS": "IN-PROCESS"}),
        ((entry("06-10", "blocked"),), {"STATUS": "IN-PROCESS"}),
        (
            (entry("06-30", "completed"),),
            {"STATUS": "COMPLETED", "PERCENT-COMPLETE": "100", "COMPLETED": "20260630T103000Z"},
        ),
        ((entry("06-10", "rescinded"),), {"STATUS": "CANCELLED"}),
    ],
)
def test_a_task(log, expected):
    found = events(files(sample(k2_a=log))["calendars/tasks.ics"], "VTODO")[task_uid("eo-14999/2-a")]
    assert found["DUE;VALUE=DATE"] == "20260702" and found["SEQUENCE"] == str(len(log))
    assert {name: found[name] for name in ("STATUS", "PERCENT-COMPLETE", "COMPLETED") if name in found} == expected
    assert "DTSTART" not in found and "RRULE" not in found


def test_tasks_and_events_share_no_identity():
    found = files()
    assert not set(events(found["calendars/tasks.ics"], "VTODO")) & set(events(found["calendars/all.ics"]))
    assert task_uid("eo-14409/2-c") == "b5d9739c-3728-5743-b41f-8c026ce28dba"


ALARM = "BEGIN:VALARM ACTION:DISPLAY DESCRIPTION:{} TRIGGER:{} END:VALARM"


def test_the_alarms_of_an_open_duty_ring_at_nine():
    """At nine in the morning, counted back from the midnight with which the day of the deadline begins."""
    found = events(files()["calendars/all-alarms.ics"])[uid("eo-14999/2-a")]
    assert found["alarms"] == [
        ALARM.format("Due in 14 days", "-P13DT15H"),
        ALARM.format("Due in 7 days", "-P6DT15H"),
        ALARM.format("Due tomorrow", "-PT15H"),
    ]
    due = datetime(2026, 7, 2)
    hours = {14: 13 * 24 + 15, 7: 6 * 24 + 15, 1: 15}
    assert [(due - timedelta(hours=each)).isoformat() for each in hours.values()] == [
        f"2026-{day}T09:00:00" for day in ("06-18", "06-25", "07-01")
    ]


@pytest.mark.parametrize("status", ["completed", "superseded", "rescinded"])
def test_what_is_done_or_closed_rings_no_more(status):
    found = files(sample(k2_a=(entry("06-10", status),)))
    assert "alarms" not in events(found["calendars/all-alarms.ics"])[uid("eo-14999/2-a")]
    assert b"VALARM" not in found["calendars/all.ics"]


def test_an_extension_moves_the_event_and_keeps_its_uid():
    moved = one("2-a", sample(k2_a=(entry("07-01", due="2026-09-01", note="x", evidence=EVIDENCE),)))
    assert (moved["DTSTART;VALUE=DATE"], moved["SEQUENCE"], moved["UID"]) == ("20260901", "1", one("2-a")["UID"])


def test_an_estimate_is_no_event_and_a_known_event_is():
    assert uid("eo-14999/3-a") not in events(files()["calendars/all.ics"])
    assert one("3-a", sample(k2_a=(entry("07-01", "completed"),)))["DTSTART;VALUE=DATE"] == "20260711"


@pytest.mark.parametrize(
    ("rule", "written"),
    [("FREQ=YEARLY", "FREQ=YEARLY"), ("RRULE:FREQ=MONTHLY;INTERVAL=3", "FREQ=MONTHLY;INTERVAL=3"), ("FREQ=ODDLY", None),
     ("every year", None), ("FREQ=YEARLY\r\nX:Y", None), (None, None),
     # One that names a day holds only where that day is the first: due on July 2
     ("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=2", "FREQ=YEARLY;BYMONTHDAY=2;BYMONTH=7"),
     ("FREQ=YEARLY;BYMONTH=7;BYMONTHDAY=3", None), ("RRULE:FREQ=MONTHLY;BYMONTHDAY=2", "FREQ=MONTHLY;BYMONTHDAY=2"),
     ("FREQ=YEARLY;BYMONTHDAY=99", None)],
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
    [("a b", 3, "a b"), ("word " * 9, 20, "word word word…"), ("x" * 30, 10, "x" * 9 + "…")],
)
def test_a_summary_is_cut_at_a_word(text, longest, expected):
    assert shortened(text, longest) == expected
    assert len(one("2-b")["SUMMARY"].replace("\\", "")) <= LONGEST_SUMMARY


# What never changes an event


@pytest.mark.parametrize("checked", [None, "06-20", "07-04"])
def test_the_clock_changes_nothing(checked):
    """Sixty days in a row, over which duties are due soon, fall due and are late, however often the record was searched."""
    duties = sample().reading
    log = progress(checked, k2_a=(entry("06-10", "in-progress"),), k2_c=(entry("06-11", "completed"),))
    days = [day("06-12") + timedelta(days=number) for number in range(60)]
    built = {tuple(calendars((track(duties, log, each),), SITE)) for each in days}
    assert len({each.standing for on in days for each in track(duties, log, on).obligations}) > 4
    assert len(built) == 1


def test_the_uid_is_known_for_ever():
    assert uid("eo-14409/2-c") == "76ccdd81-0813-5538-92ec-09938c78042c"
    assert (
        one("2-a")["UID"]
        == events(files(site="https://elsewhere.example/")["calendars/all.ics"])[uid("eo-14999/2-a")]["UID"]
    )


def test_without_a_site_there_are_no_links():
    assert b"example.org" not in files(site="")["calendars/open.ics"]


# RFC 5545 and RFC 7986, line by line


@cache
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
    assert set(opened) <= {"VCALENDAR", "VEVENT", "VTODO", "VALARM", "VTIMEZONE", "STANDARD"} and len(opened) > 1
    heading = lines(raw)[: lines(raw).index(f"BEGIN:{opened[1]}")]
    names = [line.partition(":")[0].partition(";")[0] for line in heading[1:]]
    assert len(names) == len(set(names))
    assert "UID" not in names, "a calendar’s own UID makes all its events one item to vdirsyncer"
    assert {"VERSION", "PRODID", "NAME", "X-WR-CALNAME", "REFRESH-INTERVAL", "X-PUBLISHED-TTL", "COLOR"} <= set(names)
    assert f"SOURCE;VALUE=URI:{SITE}{path.removeprefix('empty/')}" in heading
    assert "METHOD" not in names
    assert "REFRESH-INTERVAL;VALUE=DURATION:P1D" in heading


@pytest.mark.parametrize("path", every_file())
def test_events_are_those_of_the_standard(path):
    raw = every_file()[path]
    kind = "VTODO" if path.endswith("tasks.ics") else "VEVENT"
    found = events(raw, kind)
    assert len(found) == lines(raw).count(f"BEGIN:{kind}")
    for each in found.values():
        if kind == "VEVENT":
            start, end = (date.fromisoformat(each[f"{name};VALUE=DATE"]) for name in ("DTSTART", "DTEND"))
            assert end - start == timedelta(days=1)
            assert each["TRANSP"] == "TRANSPARENT"
        assert each["DTSTAMP"] == each["LAST-MODIFIED"] and each["DTSTAMP"].endswith("T000000Z")
        assert each["CREATED"] <= each["LAST-MODIFIED"]
        assert each["CLASS"] == "PUBLIC" and each["SEQUENCE"].isdigit()
        assert {"UID", "SUMMARY", "DESCRIPTION", "STATUS", "URL", "CATEGORIES"} <= set(each)


def test_a_due_date_on_the_last_day_of_the_calendar_needs_no_end():
    made = tracked(obligation("2-a", Deadline("fixed", date=date.max)))
    assert "DTEND;VALUE=DATE" not in one("2-a", made)
