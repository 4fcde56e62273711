"""The rounds of a duty that recurs: which is owed, what the log closes, what the data and the calendars say of them."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from itertools import islice, pairwise

import pytest
from icalendar import Calendar
from rounds_life import LIFE, State
from samples import EVIDENCE, day, entry, obligation, order, reading, relative, tracked

from extractor.model import Deadline, Entry, Progress, Standing
from extractor.publish.api.records import tracked_record
from extractor.publish.calendars import calendars
from extractor.publish.calendars.dated import dated
from extractor.publish.changes.of_calendar import reminders
from extractor.publish.duty_words import how_often_in_words, rounds_shown, type_of
from extractor.publish.view import Duty, duties, months
from extractor.rounds import holds_its_first, listed, next_due, owed, rounds_of, rule_days
from extractor.source.progress import read_progress
from extractor.track import explain_due, track

YEARLY = replace(relative(30), recurs="annually thereafter", recurrence="FREQ=YEARLY")
FIRST = "2026-07-02"  # of the sample order, signed on June 2, 2026


def done(at: str, **fields: object) -> Entry:
    return entry(at, "completed", evidence=EVIDENCE, **fields)


def record(*log: Entry, as_of: str = "2029-01-15", deadline: Deadline = YEARLY, **fields: str):
    """The obligation 2(a) of an order with such a log, as of a day."""
    source = order(**{name: day(value) if name.endswith("date") else value for name, value in fields.items()})
    found = track(reading(obligation("2-a", deadline), of=source), Progress(log=(("2-a", log),)), day(as_of))
    return found, found.obligations[0]


RULES = [
    ("2026-07-02", "FREQ=YEARLY", ["2026-07-02", "2027-07-02", "2028-07-02"]),
    ("2026-07-31", "FREQ=MONTHLY", ["2026-07-31", "2026-08-31", "2026-10-31"]),
    ("2028-02-29", "FREQ=YEARLY;COUNT=2", ["2028-02-29", "2032-02-29"]),
    ("2026-08-31", "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30", ["2026-08-31", "2027-06-30", "2028-06-30"]),
    ("2026-07-02", "RRULE:FREQ=DAILY;INTERVAL=60", ["2026-07-02", "2026-08-31", "2026-10-30"]),
    ("2026-07-02", "FREQ=YEARLY;UNTIL=20270702", ["2026-07-02", "2027-07-02"]),
    ("2026-07-02", "as needed", ["2026-07-02"]),
]


@pytest.mark.parametrize(("first", "rule", "expected"), RULES)
def test_the_days_of_a_rule(first: str, rule: str, expected: list[str]):
    assert [str(each) for each in islice(rule_days(day(first), rule), 3)] == expected


def test_a_rule_that_does_not_hold_its_first_day():
    assert holds_its_first(day("2027-06-30"), "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30")
    assert not holds_its_first(day("2026-08-31"), "FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30")
    assert not holds_its_first(day("2026-08-31"), "as needed")


# Log → the round that is owed, the standing, the next one, and where each round that is listed stands, as of January 15, 2029
HISTORIES = [
    ((), FIRST, "overdue", ["overdue", "overdue", "overdue", "upcoming"]),
    ((done("2026-07-01"),), "2027-07-02", "overdue", ["done", "overdue", "overdue", "upcoming"]),
    ((done("2026-07-03"),), "2027-07-02", "overdue", ["done late", "overdue", "overdue", "upcoming"]),
    (
        (done("2028-06-30", round="2028-07-02"),), "2029-07-02", "upcoming",
        ["no completion found", "no completion found", "done", "upcoming"],
    ),
    (
        (done("2026-07-01"), entry("2026-09-01", "in-progress", round=FIRST, note="It was a draft.")), FIRST, "overdue",
        ["overdue", "overdue", "overdue", "upcoming"],
    ),
    (
        (done("2026-07-01"), done("2027-07-01"), done("2028-07-01"), done("2029-01-02")), "2030-07-02", "upcoming",
        ["done", "done", "done", "done"],
    ),
    (
        (entry("2026-07-01", due="2026-08-15", note="Longer.", evidence=EVIDENCE), done("2026-08-15")),
        "2027-07-02", "overdue", ["done", "overdue", "overdue", "upcoming"],
    ),
    ((done("2026-07-01"), entry("2027-07-02", "rescinded")), "2027-07-02", "closed", ["done", "closed"]),
    ((done("2026-07-01"), entry("2027-07-01", "rescinded")), FIRST, "closed", ["done"]),
]  # fmt: skip


@pytest.mark.parametrize(("log", "due", "standing", "each"), HISTORIES)
def test_the_log_closes_rounds(log: tuple[Entry, ...], due: str, standing: str, each: list[str]):
    found, one = record(*log)
    assert (str(one.schedule.due), one.standing.value) == (due, standing)
    shown, earlier = listed(one.rounds, found.as_of)
    assert ([round_.standing for round_ in shown], earlier) == (each, 0)
    assert one.completed is None


def test_a_duty_with_a_last_round_is_done_with_it():
    twice = replace(YEARLY, recurrence="FREQ=YEARLY;COUNT=2")
    _, one = record(done("2026-07-01"), deadline=twice)
    assert (one.standing, str(one.schedule.due)) == (Standing.OVERDUE, "2027-07-02")
    found, one = record(done("2026-07-01"), done("2027-07-09"), deadline=twice)
    assert (one.standing, one.completed, next_due(one.rounds, found.as_of)) == (
        Standing.DONE_LATE,
        day("2027-07-09"),
        None,
    )
    assert explain_due(found, one).endswith("; no round is left")


def test_nothing_falls_due_after_the_order_was_revoked():
    found, one = record(status="revoked", status_date="2027-07-01")
    assert one.standing is Standing.CLOSED and [str(each.due) for each in listed(one.rounds, found.as_of)[0]] == [FIRST]
    found, one = record(status="revoked", status_date="2027-07-02", as_of="2027-07-01")
    assert one.standing is Standing.OVERDUE and next_due(one.rounds, found.as_of) == day("2027-07-02")
    found, one = record(status="revoked")
    assert one.standing is Standing.CLOSED and listed(one.rounds, found.as_of) == ((), 0)


def test_a_long_past_is_counted_and_not_listed():
    monthly = rounds_of(date(1995, 3, 31), "FREQ=MONTHLY;BYMONTHDAY=-1", (), None)
    shown, earlier = listed(monthly, date(2026, 7, 10))
    assert (len(shown), earlier, shown[-1].due, shown[-2].due) == (13, 364, date(2026, 7, 31), date(2026, 6, 30))


def test_the_first_round_may_come_from_the_log():
    """The words give no first date: it is put on record."""
    bare = Deadline("recurring", recurs="annually", recurrence="FREQ=YEARLY")
    _, one = record(deadline=bare)
    assert one.schedule.due is None and one.rounds is None
    found, one = record(entry("2026-08-01", due="2026-12-01", note="Set.", evidence=EVIDENCE), deadline=bare)
    assert (one.rounds.first, one.schedule.due) == (day("2026-12-01"), day("2026-12-01"))
    assert "first due date put on record: December 1, 2026" in explain_due(found, one)
    _, one = record(
        entry("2026-08-01", due="2026-12-01", note="Set.", evidence=EVIDENCE), done("2026-12-01"), deadline=bare
    )
    assert one.schedule.due == day("2027-12-01")


def test_what_waits_for_a_round_waits_for_the_first():
    waiting = Deadline("event", 30, "days", "after", event="the report", reference="2-a")
    read = reading(obligation("2-a", YEARLY), obligation("2-b", waiting))
    log = (("2-a", (done("2026-07-01"), done("2027-07-01"))),)
    assert track(read, Progress(log=log), day("2029-01-15")).obligations[1].schedule.due == day("2026-07-31")


def test_why_then():
    found, one = record(done("2026-07-01"), entry("2027-06-01", due="2027-08-02", note="Longer.", evidence=EVIDENCE))
    assert explain_due(found, one) == (
        "signed June 2, 2026 + 30 days = July 2, 2026, a Thursday; the round that is owed: July 2, 2027, a Friday; "
        "extended on record to August 2, 2027"
    )


# The log's own words

LOG = "log:\n  2-a:\n    - date: 2027-07-20\n      status: completed\n      evidence:\n        - {{url: 'https://example.org/a', title: A}}\n{}"
LOG = LOG.replace("{{", "{").replace("}}", "}")
FIELDS = [
    ("      round: 2027-07-02\n", YEARLY, []),
    ("      round: 2027-07-20\n", YEARLY, [("no round is due on that day", "2027-07-02 or 2028-07-02, the nearest")]),
    ("      round: 2026-07-01\n", YEARLY, [("no round is due on that day", "2026-07-02, the nearest")]),
    ("      round: 2026-07-02\n", relative(30), [("2-a has no rounds", "only where the duty recurs")]),
    (
        "      round: 2026-07-02\n", Deadline("recurring", recurs="annually", recurrence="FREQ=YEARLY"),
        [("no first round is known", "a round once the first due date is known")],
    ),
    (
        "      round: 2027-07-02\n      due: 2027-07-01\n      note: Longer.\n", YEARLY,
        [("an extension that extends nothing", "a day after 2027-07-02")],
    ),
    ("      round: 2027-07-02\n      due: 2027-07-03\n      note: Longer.\n", YEARLY, []),
]  # fmt: skip


@pytest.mark.parametrize(("fields", "deadline", "expected"), FIELDS)
def test_a_round_is_named_by_its_due_date(fields: str, deadline: Deadline, expected: list[tuple[str, str]]):
    read = reading(obligation("2-a", deadline))
    text = LOG.replace("{}", fields)
    _, problems = read_progress(text.encode(), "progress.yml", read, day("06-02"), day("2029-01-15"))
    assert [(each.message, each.allowed) for each in problems] == expected
    assert all(each.line and each.column and each.fix for each in problems)


def test_a_new_round_begins_without_a_reason():
    """``completed``, then ``not-started`` of the next one, is no step back; of the same one it is."""
    head = "log:\n  2-a:\n    - date: 2026-07-01\n      status: completed\n      evidence:\n        - url: https://example.org/a\n          title: A\n"
    later = "    - date: 2027-01-01\n      status: not-started\n"
    for more, messages in (
        ("", []),
        ("      round: 2027-07-02\n", []),
        ("      round: 2026-07-02\n", ["a step back without a note"]),
    ):
        named = head + "      round: 2026-07-02\n" + later + more
        read = reading(obligation("2-a", YEARLY))
        _, problems = read_progress(named.encode(), "progress.yml", read, day("06-02"), day("2029-01-15"))
        assert [each.message for each in problems] == messages, more


# What is published


def test_the_data_has_the_rounds():
    found, one = record(done("2028-06-30", round="2028-07-02"))
    said = tracked_record(found, one).model_dump(mode="json")
    assert said["due"] == "2029-07-02" == said["next_due"]
    assert said["rounds"] == [
        {"due": "2026-07-02", "standing": "no completion found", "completed": None},
        {"due": "2027-07-02", "standing": "no completion found", "completed": None},
        {"due": "2028-07-02", "standing": "done", "completed": "2028-06-30"},
        {"due": "2029-07-02", "standing": "upcoming", "completed": None},
    ]
    assert said["earlier_rounds"] == 0
    once = tracked_record(*(found := tracked(obligation("2-b", relative(30))), found.obligations[0])[-2:])
    assert (once.next_due, once.rounds) == (None, ())


def test_a_page_says_how_often_and_which_rounds():
    found, one = record(done("2028-06-30", round="2028-07-02"))
    duty = Duty(found, one)
    assert type_of(duty) == "Recurring, yearly; 1 of 3 rounds on record as completed"
    assert [(str(due), words) for due, words, _ in rounds_shown(duty)] == [
        ("2026-07-02", "No completion found; a later round is on record as completed"),
        ("2027-07-02", "No completion found; a later round is on record as completed"),
        ("2028-07-02", "Done"),
        ("2029-07-02", "Upcoming"),
    ]
    assert type_of(Duty(*record(as_of="2026-06-10"))) == "Recurring, yearly; no round has fallen due yet"


@pytest.mark.parametrize(
    ("rule", "words"),
    [
        ("FREQ=YEARLY", "yearly"), ("FREQ=YEARLY;INTERVAL=2", "every 2 years"), ("FREQ=MONTHLY;INTERVAL=3", "quarterly"),
        ("FREQ=MONTHLY;INTERVAL=6", "twice a year"), ("RRULE:FREQ=DAILY;INTERVAL=60", "every 60 days"), ("as needed", ""),
    ],
)  # fmt: skip
def test_how_often_in_words(rule: str, words: str):
    assert how_often_in_words(rule) == words


def test_the_months_have_the_round_that_is_owed_and_the_next():
    found, _ = record(as_of="2026-07-10")
    shown = {
        str(cell.day): duty.shown.standing
        for month in months(duties((found,)))
        for week in month.weeks
        for cell in week
        for duty in cell.duties
    }
    assert shown == {"2026-07-02": Standing.OVERDUE, "2027-07-02": Standing.UPCOMING}


def test_each_owed_round_has_its_notices():
    found, _ = record(done("2026-07-01"), as_of="2028-07-03")
    told = sorted((str(each.day), each.kinds[0]) for each in reminders((found,)) if each.day > day("2026-07-01"))
    assert told == [
        (str(day(f"{year}-{at}")), kind)
        for year in (2027, 2028)
        for at, kind in (
            ("06-02", "due-in-30-days"),
            ("06-25", "due-in-7-days"),
            ("07-01", "due-tomorrow"),
            ("07-03", "past-due"),
        )
    ]


# Calendars


def events_of(raw: bytes) -> list[dict[str, str]]:
    return [
        {name: each[name].to_ical().decode() for name in each if name != "DESCRIPTION"}
        for each in Calendar.from_ical(raw).walk("VEVENT")
    ]


@pytest.mark.parametrize("state", LIFE, ids=lambda state: state.name)
def test_a_series_says_what_its_rule_and_its_rounds_say(state: State):
    """Read by this test's own arithmetic: days of the rule up to UNTIL, without EXDATE, with the overrides in their places."""
    made = {file.path: file.content for file in calendars((state.order,), "")}
    for path, expected in (("calendars/all.ics", state), ("calendars/open.ics", None)):
        shown: list[tuple[str, bool]] = []
        found = list(Calendar.from_ical(made[path]).walk("VEVENT"))
        moved = {each["RECURRENCE-ID"].dt: each for each in found if "RECURRENCE-ID" in each}
        for whole in (each for each in found if "RECURRENCE-ID" not in each):
            gone = {each.dt for each in whole["EXDATE"].dts} if "EXDATE" in whole else set()
            rule = whole["RRULE"].to_ical().decode()
            for at in (each for each in islice(rule_days(whole["DTSTART"].dt, rule), 7) if each not in gone):
                own = moved.get(at, whole)
                on = own["DTSTART"].dt if own is not whole else at
                if on.year == 2026:
                    shown.append((f"{on:%m-%d}", str(own["SUMMARY"]).startswith("Done: ")))
        if expected:
            assert sorted(shown) == sorted([(at, True) for at in state.done] + [(at, False) for at in state.plain])
        else:
            assert [at for at, _ in shown] == list(state.left) and not any(done for _, done in shown)
        assert len({str(each["UID"]) for each in found}) <= 1
        assert moved.keys() <= set(islice(rule_days(day("06-15"), "FREQ=MONTHLY"), 12))


def test_no_event_of_a_series_changes_at_an_equal_sequence():
    before: dict[str, tuple[int, dict[str, str]]] = {}
    for state in LIFE:
        made = {file.path: file.content for file in calendars((state.order,), "")}
        for each in events_of(made["calendars/all.ics"]):
            key, number = each.get("RECURRENCE-ID", ""), int(each["SEQUENCE"])
            if key in before:
                known, said = before[key]
                assert number >= known and (number > known or said == each), (state.name, key)
            before[key] = number, each


def test_the_clock_moves_nothing_of_a_series():
    state = LIFE[3]
    for path in ("calendars/all.ics", "calendars/open.ics", "calendars/tasks.ics"):
        made = [
            {
                file.path: file.content
                for file in calendars((track(state.order.reading, state.order.progress, day(at)),), "")
            }[path]
            for at in ("2026-09-20", "2029-09-20")
        ]
        assert made[0] == made[1], path


def test_a_round_that_is_over_rings_no_more():
    raw = {file.path: file.content for file in calendars((LIFE[4].order,), "")}["calendars/all-alarms.ics"]
    rings = {
        str(each["RECURRENCE-ID"].dt) if "RECURRENCE-ID" in each else "": len(list(each.walk("VALARM")))
        for each in Calendar.from_ical(raw).walk("VEVENT")
    }
    assert rings == {"": 3, "2026-06-15": 0, "2026-07-15": 0, "2026-09-15": 0, "2026-10-15": 3}


def test_a_task_is_the_round_that_is_owed():
    dues = []
    for state in LIFE:
        raw = {file.path: file.content for file in calendars((state.order,), "")}["calendars/tasks.ics"]
        (task,) = Calendar.from_ical(raw).walk("VTODO")
        dues.append((str(task["DUE"].dt), str(task["STATUS"])))
    needs = "NEEDS-ACTION"
    assert dues == [
        ("2026-06-15", needs), ("2026-07-15", needs), ("2026-08-15", needs), ("2026-10-15", needs), ("2026-10-30", needs),
        ("2026-10-30", "CANCELLED"), ("2026-10-30", needs),
    ]  # fmt: skip


def test_what_was_closed_before_its_first_round_is_one_event_that_is_cancelled():
    found, _ = record(status="revoked", status_date="2026-06-20")
    (each,) = events_of({file.path: file.content for file in calendars((found,), "")}["calendars/all.ics"])
    assert (each["STATUS"], each["DTSTART"], "RRULE" in each) == ("CANCELLED", "20260702", False)
    assert each["SUMMARY"].startswith("Closed: ")


def test_a_rule_beside_its_first_day_stands_with_the_round_that_is_owed():
    """“Within 90 days, and by June 30 of each year”: what such a rule means in a calendar is undefined."""
    odd = replace(relative(90), recurs="by June 30 of each year", recurrence="FREQ=YEARLY;BYMONTH=6;BYMONTHDAY=30")
    found, one = record(done("2026-08-20"), deadline=odd)
    (each,) = dated((found,))
    assert each.series is None and (each.starts, owed(one.rounds).day) == (day("2027-06-30"), day("2027-06-30"))
    (event,) = events_of({file.path: file.content for file in calendars((found,), "")}["calendars/all.ics"])
    assert event["DTSTART"] == "20270630" and "RRULE" not in event


def test_sequence_grows_with_the_life():
    numbers = []
    for state in LIFE:
        raw = {file.path: file.content for file in calendars((state.order,), "")}["calendars/all.ics"].decode()
        (number,) = set(re.findall(r"SEQUENCE:(\d+)", raw))
        numbers.append(int(number))
    assert all(before < after for before, after in pairwise(numbers)), numbers


@pytest.mark.parametrize(
    ("rule", "expected"),
    [
        ("FREQ=YEARLY", "FREQ=YEARLY;UNTIL=20280101"),
        ("FREQ=YEARLY;COUNT=9", "FREQ=YEARLY;UNTIL=20280101"),
        ("FREQ=YEARLY;UNTIL=20270801", "FREQ=YEARLY;UNTIL=20270801"),
        ("FREQ=YEARLY;UNTIL=20290801", "FREQ=YEARLY;UNTIL=20280101"),
    ],
)
def test_a_series_that_was_ended_ends_with_until(rule: str, expected: str):
    """Never with COUNT besides, which a rule may not have (RFC 5545, 3.3.10)."""
    found, _ = record(status="revoked", status_date="2028-01-01", deadline=replace(YEARLY, recurrence=rule))
    (each,) = events_of({file.path: file.content for file in calendars((found,), "")}["calendars/all.ics"])
    assert each["RRULE"] == expected
