"""What changed, as values: which entry of the record makes which change, on which day, and which notice the calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from samples import AS_OF, SIGNED, day, entry, event, obligation, order, progress, reading, relative, tracked

from extractor.acceptance import Acceptance, AcceptedChange, CorrectedField, OrderAcceptance, Retirement
from extractor.model import Deadline, TrackedOrder
from extractor.publish.changes.change import DERIVED_WORDS, RECORD_WORDS, Change, words_of
from extractor.publish.changes.months import SHOWN, by_year, months
from extractor.publish.changes.of_calendar import reminders
from extractor.publish.changes.of_record import former_offices, record_changes
from extractor.track import track

FIRST = day("06-03")  # on which the reading was accepted


def accepted(
    made: TrackedOrder,
    changes: tuple[AcceptedChange, ...] = (),
    own: tuple[AcceptedChange, ...] = (),
    retired: Retirement | None = None,
    since: date = FIRST,
) -> TrackedOrder:
    """The order with its reading accepted; ``changes`` and ``retired`` are those of its last obligation."""
    *others, last = (replace(each, acceptance=Acceptance(FIRST)) for each in made.reading.obligations)
    last = replace(last, acceptance=Acceptance(since, changes, retired))
    whole = replace(made.reading, obligations=(*others, last), acceptance=OrderAcceptance(day("07-01"), own))
    return track(whole, made.progress, made.as_of)


def sample(**log) -> TrackedOrder:
    """Two duties that are due on July 2 and August 1, 2026, and a log."""
    return tracked(obligation("2-a", relative(30)), obligation("2-b", relative(60)), **log)


def told(changes: tuple[Change, ...]) -> list[tuple[str, str, str]]:
    """Day, obligation (or nothing) and kinds of each change."""
    return [
        (each.day.isoformat()[5:], each.duty.obligation.key if each.duty else "", " ".join(each.kinds))
        for each in changes
    ]


def recorded(made: TrackedOrder) -> list[tuple[str, str, str]]:
    """``told`` of the record, without the order's own first day."""
    return [each for each in told(record_changes((made,))) if each[2] != "new-order"]


@pytest.mark.parametrize(
    ("logged", "kinds", "line"),
    [
        (entry("06-10", note="A *note*."), "note", "A *note*."),
        (entry("06-10", "not-started"), "not-started", "On record for June 10, 2026; claimed"),
        (entry("06-10", "in-progress", basis="verified"), "in-progress", "On record for June 10, 2026; verified"),
        (entry("06-10", "completed"), "completed", "On record for June 10, 2026"),
        (entry("06-10", "superseded", note="x"), "superseded", "x"),
        (entry("06-10", "rescinded", note="x"), "rescinded", "x"),
        (entry("06-10", due="09-01", note="x"), "extension", "New due date: September 1, 2026."),
        (entry("06-10", "blocked", due="09-01", note="x"), "blocked extension", "New due date: September 1, 2026."),
        (entry("06-10", triggered="06-09"), "event", "happened on June 9, 2026."),
    ],
)
def test_an_entry_of_the_log_is_one_change(logged, kinds: str, line: str):
    made = sample(k2_a=(logged,))
    assert recorded(made) == [("06-10", "2-a", kinds)]
    change = record_changes((made,))[0]
    assert any(line in each for each in change.lines) and change.evidence == logged.evidence
    assert not change.derived and change.address == "orders/eo-14999/2-a/"


def test_a_change_is_dated_by_the_day_on_which_it_came_on_record():
    made = sample(k2_a=(entry("06-10", note="late", recorded="06-20"),))
    assert recorded(made) == [("06-20", "2-a", "note")]


ACCEPTED = {
    "a reading": (AcceptedChange(day("06-20"), "deadline changed", (("deadline", "none"),)), "reading"),
    "a correction": (AcceptedChange(day("06-20"), "deadline changed; corrected: It says so"), "correction"),
    "a first correction": (AcceptedChange(day("06-20"), "corrected: It says so."), "correction"),
}


@pytest.mark.parametrize("name", ACCEPTED)
def test_an_accepted_change_is_one_change(name: str):
    change, kind = ACCEPTED[name]
    made = accepted(sample(), (change,))
    assert recorded(made) == [("06-20", "2-b", kind)]
    lines = record_changes((made,))[0].lines
    assert lines[0].startswith(change.what[:1].upper()) and lines[0].endswith(".")
    assert lines[1:] == tuple(f"Before, {field}: {was}." for field, was in change.was)


def test_a_retired_obligation_is_told_once():
    end = Retirement(day("06-25"), "The words are gone")
    said = AcceptedChange(end.on, "no longer an obligation of the order: The words are gone")
    with_words, without = accepted(sample(), (said,), retired=end), accepted(sample(), retired=end)
    assert recorded(with_words) == recorded(without) == [("06-25", "2-b", "retired")]
    assert record_changes((with_words,))[0].id == record_changes((without,))[0].id
    assert record_changes((without,))[0].lines == ("No longer an obligation of the order: The words are gone.",)


def test_an_obligation_that_came_later_is_new():
    assert recorded(accepted(sample(), since=day("06-30"))) == [("06-30", "2-b", "new-obligation")]


@pytest.mark.parametrize(
    ("own", "kind"),
    [
        (AcceptedChange(day("06-20"), "status: in force → amended", (("status", "in force"),)), "order-status"),
        (AcceptedChange(day("06-20"), "status: revoked"), "order-status"),
        (AcceptedChange(day("06-20"), "title: A → B", (("title", "A"),)), "order-facts"),
    ],
)
def test_what_changed_in_the_orders_source(own: AcceptedChange, kind: str):
    assert recorded(accepted(sample(), own=(own,))) == [("06-20", "", kind)]


@pytest.mark.parametrize(("status", "count"), [("amended", 1), ("revoked", 1), ("in force", 0)])
def test_the_status_of_an_order_that_nobody_has_accepted(status: str, count: int):
    of = order(status=status, status_date=day("06-20"), status_by="Executive Order 15000")
    made = tracked(obligation("2-a", relative(30)), of=of)
    assert recorded(made) == [("06-20", "", "order-status")] * count
    as_accepted = accepted(made, own=(AcceptedChange(day("06-20"), f"status: {status}"),) * count)
    ids = [{c.id for c in record_changes((each,)) if c.kinds == ("order-status",)} for each in (made, as_accepted)]
    assert ids[0] == ids[1], "the register counts it on"


def test_a_correction_that_nobody_has_accepted_keeps_its_identity_when_it_is():
    notes = tuple(
        CorrectedField(field, "nobody", reason, day("06-15"), line)
        for line, field, reason in ((12, "responsible", "One."), (12, "deadline", "One."), (20, "action", "Two."))
    )
    plain = sample()
    corrected = tuple(replace(each, corrected=notes) for each in plain.reading.obligations[1:])
    before = track(
        replace(plain.reading, obligations=(plain.reading.obligations[0], *corrected)), plain.progress, AS_OF
    )
    after = accepted(plain, tuple(AcceptedChange(day("06-15"), f"corrected: {each}") for each in ("One.", "Two.")))
    found = [
        [(c.id, c.lines) for c in record_changes((each,)) if c.kinds == ("correction",)] for each in (before, after)
    ]
    assert found[0] == found[1] and len(found[0]) == 2


ORDERS = {  # what is known of an order's first day → the day of "new order", and what it says
    "accepted": (accepted(sample()), FIRST, "accepted for the first time on June 3, 2026"),
    "signed": (sample(), SIGNED, "does not say since when; this is dated June 2, 2026"),
    "published": (tracked(of=order(signed=None, published=day("06-05"))), day("06-05"), "dated June 5, 2026"),
    "logged": (
        tracked(obligation(), of=order(signed=None), k2_a=(entry("06-10", note="x"),)), day("06-10"), "dated June 10, 2026",
    ),
    "nothing": (tracked(of=order(signed=None)), None, ""),
}  # fmt: skip


@pytest.mark.parametrize("name", ORDERS)
def test_a_new_order_is_dated_by_what_the_record_knows(name: str):
    made, on, words = ORDERS[name]
    found = [change for change in record_changes((made,)) if change.kinds == ("new-order",)]
    assert [change.day for change in found] == ([on] if on else [])
    assert all(words in change.lines[0] for change in found)
    assert all(change.title == "New order: Executive Order 14999, Sample of an Order" for change in found)


def everything() -> tuple[TrackedOrder, ...]:
    """An order with each kind of change, and one that nobody has accepted."""
    log = {
        "k2_a": (entry("06-10", "in-progress"), entry("06-20", "blocked", due="09-01", recorded="06-21")),
        "k2_b": (entry("06-30", "completed", recorded="07-05"),),
    }
    own = (AcceptedChange(day("06-18"), "status: amended"),)
    changes = (AcceptedChange(day("06-17"), "responsible changed", (("responsible", "Secretary of War"),)),)
    other = tracked(obligation("3", relative(10)), of=order("eo-7", number=7, signed=day("05-01")))
    return accepted(sample(**log), changes, own), other


def test_the_latest_comes_first():
    days = [change.day for change in record_changes(everything())]
    assert days == sorted(days, reverse=True) and len(days) == 7


@pytest.mark.parametrize("on", ["06-02", "06-10", "06-20", "06-21", "07-05", "07-09"])
def test_nothing_is_told_before_its_day(on: str):
    """The record of today, looked at as of an earlier day, tells what it tells now without what came later."""
    now = everything()
    then = tuple(track(each.reading, each.progress, day(on)) for each in now)
    for of in (record_changes, reminders):
        assert all(change.day <= day(on) for change in of(then))
    assert [c.id for c in record_changes(then)] == [c.id for c in record_changes(now) if c.day <= day(on)]
    words = " ".join(line for change in reminders(then) for line in change.lines)
    assert "June 30" not in words, "the completion was not on record yet"


def test_identifiers_stay_when_more_is_added():
    before = sample(k2_a=(entry("06-10", note="one"),), k2_b=(entry("06-11", note="two"),))
    after = accepted(
        sample(k2_a=(entry("06-10", note="ONE"), entry("06-12", note="three")), k2_b=(entry("06-11", note="two"),)),
        (AcceptedChange(day("06-20"), "deadline changed"),),
    )
    ids, more = ({change.id: told((change,))[0] for change in record_changes((each,))} for each in (before, after))
    assert ids.keys() < more.keys() and len(more) == len(ids) + 2
    assert all(more[each][1:] == ids[each][1:] for each in ids)


def test_no_two_changes_share_an_identifier():
    found = [*record_changes(everything()), *reminders(everything())]
    assert len({change.id for change in found}) == len(found) == 11
    assert all(change.id.startswith("urn:uuid:") for change in found)


IDS = {
    "new-order": "urn:uuid:02f9ffa7-f792-5758-9dc9-e7e8e9dde7da",
    "note": "urn:uuid:29aa3356-19ea-5475-aee6-c1e4c18c0b45",
    "due-in-30-days": "urn:uuid:e76effdb-e9c1-5a4e-aa6d-93ce375eba80",
    "due-in-7-days": "urn:uuid:c863ec0b-722b-5bf0-b8bf-49805641968d",
    "due-tomorrow": "urn:uuid:b4ec980d-d87c-59e8-a91b-c4f3de38c369",
    "past-due": "urn:uuid:9e4877cb-1b0d-549b-b900-c74ac5ec4124",
}


def test_an_identifier_never_changes():
    """Feed readers remember these; a new namespace or another way to make them would show all entries again."""
    made = sample(k2_a=(entry("06-10", note="x"),))
    assert {told((each,))[0][2]: each.id for each in (*record_changes((made,)), *reminders((made,)))} == IDS


NO_LONGER = "Secretary of War (through Director of the National Security Agency); Secretary of Labor"


def test_the_offices_that_a_change_took_a_duty_from():
    made = accepted(
        sample(),
        (
            AcceptedChange(day("06-17"), "responsible changed", (("responsible", NO_LONGER),)),
            AcceptedChange(day("06-18"), "responsible changed", (("responsible", "nobody"), ("consulting", "Attorney General"))),
            AcceptedChange(AS_OF + timedelta(days=1), "x", (("responsible", "Secretary of State"),)),
        ),
    )  # fmt: skip
    offices = ("Secretary of War", "Director of the National Security Agency")
    assert [c.former for c in record_changes((made,)) if c.kinds == ("reading",)] == [(), offices]
    assert former_offices(made) == (*offices, "Secretary of Labor", "Attorney General")


def noticed(made: TrackedOrder, key: str = "2-a") -> list[tuple[str, str]]:
    """The notices of one obligation, the earliest first: day and kind."""
    return [(on, kind) for on, of, kind in reversed(told(reminders((made,)))) if of == key]


ALL_FOUR = [("06-02", "due-in-30-days"), ("06-25", "due-in-7-days"), ("07-01", "due-tomorrow"), ("07-03", "past-due")]
NOTICES = {  # the log of a duty that is due on July 2 → its notices as of July 10
    "nothing on record": ((), ALL_FOUR),
    "done in time": ((entry("06-28", "completed"),), ALL_FOUR[:2]),
    "done in time, recorded late": ((entry("06-28", "completed", recorded="07-08"),), ALL_FOUR[:2]),
    "done on the due date": ((entry("07-02", "completed"),), ALL_FOUR[:3]),
    "done late": ((entry("07-06", "completed"),), ALL_FOUR),
    "done, and then not": ((entry("06-20", "completed"), entry("06-27", "in-progress", note="x")), [ALL_FOUR[0], *ALL_FOUR[2:]]),
    "superseded": ((entry("06-28", "superseded", note="x"),), ALL_FOUR[:2]),
    "superseded afterwards": ((entry("07-05", "superseded", note="x"),), ALL_FOUR),
    "extended before": ((entry("06-28", due="07-09", note="x"),), [*ALL_FOUR[:2], ("07-02", "due-in-7-days"), ("07-08", "due-tomorrow"), ("07-10", "past-due")]),
    "extended afterwards": ((entry("07-05", due="09-01", note="x"),), ALL_FOUR),
    "extended on the day": ((entry("07-03", due="09-01", note="x"),), ALL_FOUR[:3]),
    "extended to an earlier day": ((entry("06-10", due="06-20", note="x"),), [ALL_FOUR[0], ("06-13", "due-in-7-days"), ("06-19", "due-tomorrow"), ("06-21", "past-due")]),
}  # fmt: skip


@pytest.mark.parametrize("name", NOTICES)
def test_what_the_calendar_makes_of_a_due_date(name: str):
    log, expected = NOTICES[name]
    assert noticed(sample(k2_a=log)) == expected


@pytest.mark.parametrize(
    ("deadline", "of", "log", "expected"),
    [
        (relative(5), {}, (), [("06-06", "due-tomorrow"), ("06-08", "past-due")]),  # none before the signing
        (Deadline(), {}, (), []),
        (event(10), {}, (), []),
        (event(10), {}, (entry("06-20", triggered="06-18"),), [("06-21", "due-in-7-days"), ("06-27", "due-tomorrow"), ("06-29", "past-due")]),
        (relative(30), {"signed": None}, (), []),
        (Deadline("fixed", date=date(9999, 12, 31)), {}, (), []),
        (relative(30), {"status": "revoked", "status_date": day("06-26")}, (), ALL_FOUR[:2]),
    ],
)  # fmt: skip
def test_where_the_calendar_makes_nothing(deadline: Deadline, of: dict, log: tuple, expected: list):
    assert noticed(tracked(obligation("2-a", deadline), of=order(**of), k2_a=log)) == expected


def test_a_retired_obligation_makes_no_more_notices():
    made = accepted(tracked(obligation("2-a", relative(30))), retired=Retirement(day("06-26"), "gone"))
    assert noticed(made) == ALL_FOUR[:2]


@pytest.mark.parametrize(
    ("checked", "log", "words"),
    [
        ("07-04", (), "Past due, no completion found (record searched July 4, 2026)."),
        ("07-02", (), "Past due, record not searched since it fell due (last searched July 2, 2026)."),
        (None, (), "Past due, record never searched."),
        ("07-04", (entry("07-06", "completed"),), "Done since: on record as completed on July 6, 2026."),
        ("07-04", (entry("07-06", "rescinded", note="x"),), "Closed since."),
        ("07-04", (entry("07-06", due="09-01", note="x"),), "Its due date is September 1, 2026 now."),
    ],
)
def test_what_fell_past_due_never_names_a_search_that_nobody_made(checked: str | None, log: tuple, words: str):
    whole = reading(obligation("2-a", relative(30)))
    made = track(whole, progress(checked, k2_a=log), AS_OF)
    (change,) = (each for each in reminders((made,)) if each.kinds == ("past-due",))
    assert change.lines == ("Fell due on Thursday, July 2, 2026.", words)
    assert change.derived and change.title == "Fell past due: EO 14999, 2(a): Publish a plan"


def test_a_notice_keeps_its_identity_when_more_is_on_record():
    before, after = sample(), sample(k2_a=(entry("07-05", "completed"),))
    assert [each.id for each in reminders((before,))] == [each.id for each in reminders((after,))]


def test_every_kind_has_words():
    assert not RECORD_WORDS.keys() & DERIVED_WORDS.keys()
    found = {kind for change in (*record_changes(everything()), *reminders(everything())) for kind in change.kinds}
    assert all(words_of(kind) for kind in found) and DERIVED_WORDS.keys() <= found


def many(count: int) -> TrackedOrder:
    """An order with so many duties, each of which is due on another day from June 12 on, and each with an entry."""
    duties = (obligation(f"2-{number}", relative(10 + number % 28)) for number in range(count))
    log = tuple((f"2-{number}", (entry("07-01", note="x"), entry("07-03", note="y"))) for number in range(count))
    return track(reading(*duties), replace(progress(), log=log), AS_OF)


def test_months_come_newest_first_and_the_month_of_today_is_always_there():
    made = many(3)
    now, before = months(record_changes((made,)), reminders((made,)), AS_OF)
    assert (now.name, now.anchor, now.recorded, now.past_due) == ("July 2026", "2026-07", 6, 0)
    assert (before.anchor, before.recorded, before.past_due) == ("2026-06", 1, 3)
    assert before.passed == 6, "3 in 7 days and 3 tomorrow: nobody needs to be told any more"
    later, *_ = months(record_changes((made,)), reminders((made,)), date(2026, 9, 1))
    assert (later.anchor, later.days, later.noticed) == ("2026-09", (), False)
    assert [(year.year, len(year.months), year.recorded, year.past_due) for year in by_year((later, now, before))] == [
        (2026, 3, 7, 3)
    ]


def test_the_open_part_of_a_month_is_bounded_and_nothing_is_left_out():
    made = many(40)
    now, _ = months(record_changes((made,)), reminders((made,)), AS_OF)
    shown = [len(each.changes) + len(each.notices) for each in now.open_days]
    assert sum(shown[:-1]) < SHOWN <= sum(shown)
    assert (*now.open_days, *now.folded_days) == now.days and now.folded_days
