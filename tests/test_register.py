"""The register: ids follow the words, differences are told field by field, nothing leaves, nothing is used again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from readings import read

from extractor.acceptance import Acceptance, AcceptedChange, OrderAcceptance, Retirement
from extractor.model import Entry, Progress
from extractor.register.accepting import Decisions, next_register
from extractor.register.corrections_yml import Correction, read_corrections
from extractor.register.matching import likeness
from extractor.register.publishing import deadline_of, publish
from extractor.register.register import Record, Register, fields_of
from extractor.register.register_yml import read_register, register_yml

TODAY, LATER = date(2026, 7, 1), date(2026, 8, 1)
TEXT = """
Sec. 2. Bridges. (a) Within 30 days of the date of this order, the Secretary of Labor shall publish a list of wooden bridges.
(b) The Secretary of Energy shall inspect the turbines below each bridge.
(c) Within 60 days of the date of this order, the Attorney General shall sue the owners of rotten piers.
"""


def accepted(text: str = TEXT, corrections: tuple[Correction, ...] = ()) -> Register:
    return next_register(
        None, publish(read(text), None, corrections), corrections, Decisions(), ("calendars/all.ics",), TODAY
    )


def told(text: str, register: Register | None = None, corrections: tuple[Correction, ...] = ()) -> list[str]:
    found = publish(read(text), register or accepted(), corrections)
    return [each.as_text() for each in found.differences]


def kinds(text: str) -> list[tuple[str, str]]:
    found = publish(read(text), accepted())
    return [(each.kind, each.key) for each in found.differences if each.kind not in ("text", "order")]


def keys(text: str, register: Register | None = None) -> dict[str, str]:
    """Permanent key → the opening words of its action, of what would be published."""
    found = publish(read(text), register or accepted())
    return {each.key: " ".join(each.action.split()[:3]) for each in found.reading.obligations}


SHIFTED = (
    TEXT.replace("(c)", "(d)")
    .replace("(b)", "(c)")
    .replace("(a) Within", "(a) The Secretary of State shall buy paint.\n(b) Within")
)
OWN = {"2-a": "publish a list", "2-b": "inspect the turbines", "2-c": "sue the owners"}


def test_the_same_text_is_as_accepted():
    found = publish(read(TEXT), accepted())
    assert found.differences == ()
    assert keys(TEXT) == OWN
    assert [each.acceptance for each in found.reading.obligations] == [Acceptance(TODAY)] * 3


def test_ids_follow_the_words_when_a_paragraph_comes_before_them():
    assert keys(SHIFTED) == OWN | {"2-a_2": "buy paint"}
    assert kinds(SHIFTED) == [("moved", "2-a"), ("moved", "2-b"), ("moved", "2-c"), ("added", "2-a_2")]


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (("wooden bridges", "wooden and stone bridges"), ["changed 2-a action: publish a list of wooden bridges → publish a list of wooden and stone bridges"]),
        (("Within 30 days", "Within 45 days"), ["changed 2-a deadline: relative, 30 days, after: “Within 30 days of the date of this order” → relative, 45 days, after: “Within 45 days of the date of this order”"]),
        (("(b) The Secretary of Energy shall inspect the turbines below each bridge.\n(c)", "(b)"), ["moved   2-c place: 2(c) → 2(b)", "gone    2-b: 2(b) Secretary of Energy: inspect the turbines below each bridge"]),
        (("bridge.\n(c)", "bridge.\n(c) The Secretary of State shall buy paint.\n(d)"), ["moved   2-c place: 2(c) → 2(d)", "added   2-c_2: 2(c) Secretary of State: buy paint"]),
        (("the Attorney General shall", "the Director of Piers shall"), ["unclear 2-c: 2(c) Attorney General: sue the owners of rotten piers → now 2-c (sue the owners of rotten piers), or none of them"]),
        (("inspect the turbines below each bridge", "hire forty clerks"), ["unclear 2-b: 2(b) Secretary of Energy: inspect the turbines below each bridge → now 2-b (hire forty clerks), or none of them"]),
    ],
)  # fmt: skip
def test_a_difference_in_words(change: tuple[str, str], expected: list[str]):
    lines = [line for line in told(TEXT.replace(*change)) if " words:" not in line]
    assert lines == expected


def test_another_name_of_the_same_office_is_the_same_official():
    old = accepted("Sec. 2. Tasks. (a) The Secretary of Defense shall mend the fences of each base.")
    found = told("Sec. 2. Tasks. (a) The Secretary of War shall mend the fences of each base.", old)
    assert found[0] == "changed 2-a responsible: Secretary of Defense → Secretary of War"


def test_equal_words_that_come_more_often_than_before_are_for_a_person_to_tell_apart():
    twice = TEXT + "(d) The Secretary of Energy shall inspect the turbines below each bridge.\n"
    assert kinds(twice) == [("unclear", "2-b")]


def test_equal_words_are_told_apart_by_their_officials():
    text = """
    Sec. 2. Tasks. (a) The Secretary of Labor shall:
    (i) report on its progress; and
    (ii) hire staff.
    (b) The Secretary of Energy shall:
    (i) report on its progress; and
    (ii) plant trees.
    """
    swapped = """
    Sec. 2. Tasks. (a) The Secretary of Energy shall:
    (i) report on its progress; and
    (ii) plant trees.
    (b) The Secretary of Labor shall:
    (i) report on its progress; and
    (ii) hire staff.
    """
    found = publish(read(swapped), accepted(text)).reading.obligations
    assert {each.key: each.responsible for each in found if "i" in each.key} == {
        "2-a-i": ("Secretary of Labor",), "2-a-ii": ("Secretary of Labor",),
        "2-b-i": ("Secretary of Energy",), "2-b-ii": ("Secretary of Energy",),
    }  # fmt: skip


def test_a_persons_decision_keeps_the_id():
    text = TEXT.replace("the Attorney General shall", "the Director of Piers shall")
    found = publish(read(text), accepted(), same={"2-c": "2-c"})
    assert [each.field for each in found.differences] == ["responsible", "words"]


def test_a_deadline_that_names_another_obligation_follows_it():
    text = (
        TEXT
        + "(d) Within 10 days of the publication required by subsection (a) of this section, the Secretary of State shall buy paint.\n"
    )
    register = accepted(text)
    moved = SHIFTED + text.splitlines()[-1].replace("(d)", "(e)").replace("subsection (a)", "subsection (b)")
    found = publish(read(moved), register).reading.obligations
    assert [each.deadline.reference for each in found if each.key == "2-d"] == ["2-a"]


AS_IT_IS = Decisions()


def accept(
    text: str, register: Register, decisions: Decisions = AS_IT_IS, corrections: tuple[Correction, ...] = ()
) -> Register:
    found = publish(read(text), register, corrections, "corrections.yml", decisions.same, decisions.retire)
    return next_register(register, found, corrections, decisions, (), LATER)


def test_accepting_the_same_changes_nothing():
    register = accepted()
    assert accept(TEXT, register) == register


def test_an_accepted_change_is_kept_with_what_stood_before():
    register = accept(TEXT.replace("Within 30 days", "Within 45 days"), accepted())
    (change,) = register.of("2-a").acceptance.changes
    assert (change.on, change.what) == (LATER, "deadline, words changed")
    assert dict(change.was)["deadline"].startswith("relative, 30 days")
    assert register.of("2-b").acceptance.changes == ()
    assert register.acceptance.changes == ()


def test_a_retired_id_keeps_its_words_and_is_never_used_again():
    without = TEXT.replace("(b) The Secretary of Energy shall inspect the turbines below each bridge.\n", "").replace(
        "(c)", "(b)"
    )
    register = accept(without, accepted(), Decisions(retire={"2-b": "Struck out."}))
    found = publish(read(without), register)
    assert found.differences == ()
    retired = next(each for each in found.reading.obligations if each.retired)
    assert (retired.key, retired.retired, retired.action) == (
        "2-b",
        Retirement(LATER, "Struck out."),
        "inspect the turbines below each bridge",
    )
    again = accept(
        without
        + "(c) The Secretary of State shall buy paint.\n(d) The Secretary of Energy shall inspect the turbines below each bridge.",
        register,
    )
    assert [record.key for record in again.records] == ["2-a", "2-c", "2-c_2", "2-d", "2-b"]


def test_the_calendars_of_a_register_are_never_fewer():
    assert accept(TEXT, accepted()).acceptance.calendars == ("calendars/all.ics",)


def test_a_new_calendar_alone_is_no_new_acceptance():
    """A program that has more kinds of calendars adds their paths; the reading was accepted when it was."""
    paths = ("calendars/all.ics", "calendars/officials/attorney-general-with.ics")
    again = next_register(accepted(), publish(read(TEXT), accepted()), (), AS_IT_IS, paths, LATER)
    assert (again.acceptance.on, again.acceptance.calendars) == (TODAY, paths)
    assert again.records == accepted().records


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("signed", date(2026, 6, 3)),
        ("title", "Another"),
        ("status", "amended"),
        ("text", "restatement"),
        ("number", 15000),
    ],
)
def test_what_the_source_states_is_accepted_too(field: str, value: object):
    reading = read(TEXT)
    changed = replace(reading, order=replace(reading.order, **{field: value}))
    register = accepted()
    found = publish(changed, register)
    assert [(each.kind, each.field, each.now) for each in found.differences] == [("order", field, str(value))]
    again = next_register(register, found, (), Decisions(), (), LATER)
    assert [change.on for change in again.acceptance.changes] == [LATER]


def test_an_amendment_is_told_with_what_it_changed():
    text = TEXT.replace("Within 30 days", "Within 45 days")
    reading = read(text)
    amended = {"status": "amended", "status_date": date(2026, 7, 20), "status_by": "Executive Order 15000"}
    found = publish(replace(reading, order=replace(reading.order, **amended)), accepted())
    register = next_register(accepted(), found, (), AS_IT_IS, (), LATER)
    (change,) = register.of("2-a").acceptance.changes
    assert change.what == "deadline, words changed; the order was amended on July 20, 2026 by Executive Order 15000"
    assert register.of("2-b").acceptance.changes == ()


def test_a_text_that_changes_where_no_obligation_does_is_told():
    assert told(TEXT.replace("Bridges.", "Piers.")) == [told(TEXT.replace("Bridges.", "Piers."))[0]]
    assert told(TEXT.replace("Bridges.", "Piers."))[0].startswith("text    SHA-256: ")


CORRECTIONS = """
corrections:
  - id: {id}
    date: 2026-07-01
    {what}
    reason: The text says so.
"""


def corrections(what: str, key: str = "2-b") -> tuple[Correction, ...]:
    found, problems = read_corrections(CORRECTIONS.format(id=key, what=what).encode(), "corrections.yml", "eo-14999")
    assert problems == []
    return found


@pytest.mark.parametrize(
    ("what", "field", "value"),
    [
        ("set: {responsible: Secretary of State}", "responsible", ("Secretary of State",)),
        ("set: {responsible: [Secretary of State, Attorney General]}", "responsible", ("Secretary of State", "Attorney General")),
        ("set: {through: Attorney General}", "through", ("Attorney General",)),
        ("set: {in_consultation_with: [Attorney General]}", "in_consultation_with", ("Attorney General",)),
        ("set: {in_coordination_with: [Attorney General]}", "in_coordination_with", ("Attorney General",)),
        ("set: {action: inspect the turbines}", "action", "inspect the turbines"),
        ("set: {kind: prohibition}", "kind", "prohibition"),
    ],
)  # fmt: skip
def test_a_correction_sets_a_field(what: str, field: str, value: object):
    found = publish(read(TEXT), None, corrections(what))
    corrected = next(each for each in found.reading.obligations if each.key == "2-b")
    assert getattr(corrected, field) == value
    assert [(note.reason, note.on) for note in corrected.corrected] == [("The text says so.", TODAY)]
    assert found.problems == ()


def test_a_correction_sets_a_deadline_and_its_due_date():
    found = publish(read(TEXT), None, corrections("set: {deadline: {kind: relative, amount: 10, unit: days}}"))
    assert next(each.schedule.due for each in found.reading.obligations if each.key == "2-b") == date(2026, 6, 12)


def test_a_correction_must_be_accepted_and_then_stays():
    fixed = corrections("set: {responsible: Secretary of State}")
    assert told(TEXT, accepted(), fixed) == ["changed 2-b responsible: Secretary of Energy → Secretary of State"]
    register = accept(TEXT, accepted(), corrections=fixed)
    assert told(TEXT, register, fixed) == []
    assert told(SHIFTED, register, fixed)[1] == "moved   2-b place: 2(b) → 2(c)"


def test_a_correction_that_the_extractor_has_learned_is_no_longer_needed():
    found = publish(read(TEXT), None, corrections("set: {responsible: Secretary of Energy}"))
    assert [(each.severity, each.message) for each in found.problems] == [
        ("warning", "this correction is no longer needed: the extractor reads it so")
    ]


def test_a_rejected_obligation_stays_rejected_wherever_its_words_go():
    rejected = corrections("reject: true")
    register = accept(TEXT, accepted(), corrections=rejected)
    assert register.of("2-b").acceptance.retired == Retirement(LATER, "The text says so.")
    assert told(TEXT, register, rejected) == []
    assert keys(SHIFTED, register).keys() == {"2-a", "2-a_2", "2-b", "2-c"}  # 2-b as what it was, retired
    first = accepted(TEXT, rejected)
    assert [each.key for each in publish(read(TEXT), first, rejected).reading.obligations] == ["2-a", "2-c"]


ADD = "add: {citation: 2(b), quote: inspect the turbines below each bridge, action: inspect the turbines, responsible: Secretary of State}"


def test_an_added_obligation_quotes_the_text():
    added = corrections(ADD, "2-b_2")
    register = accepted(TEXT, added)
    found = publish(read(TEXT), register, added)
    assert found.differences == ()
    made = next(each for each in found.reading.obligations if each.key == "2-b_2")
    body = found.reading.order.body
    assert (made.span.of(body), made.action_span.of(body)) == (made.quote, made.action)
    assert (made.responsible, made.corrected[0].field) == (("Secretary of State",), "added")


def test_an_added_obligation_whose_words_are_not_the_texts_is_refused():
    (problem,) = publish(read(TEXT), None, corrections(ADD.replace("turbines below", "mills below"), "2-b_2")).problems
    assert (problem.severity, problem.message) == ("error", "quote: these words stand nowhere in the text")


def test_a_mark_that_was_looked_at_is_left_out():
    text = "Sec. 2. Tasks. The Board shall decide by a date that it sets."
    marked = replace(
        read(text), obligations=tuple(replace(each, review=("look", "again")) for each in read(text).obligations)
    )
    key = marked.obligations[0].key
    register = next_register(None, publish(marked, None), (), Decisions(reviewed=frozenset([key])), (), TODAY)
    assert publish(marked, register).reading.obligations[0].review == ()
    third = replace(marked, obligations=(replace(marked.obligations[0], review=("look", "new")),))
    assert publish(third, register).reading.obligations[0].review == ("new",)


TRICKY = st.text(st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), min_size=1).filter(str.strip)


@settings(deadline=None)
@given(TRICKY, st.lists(TRICKY, max_size=3), st.dates(), st.one_of(st.none(), TRICKY))
def test_a_register_survives_its_file(words: str, names: list[str], day: date, reason: str | None):
    line = " ".join(words.split())
    fields = {
        "citation": line, "kind": "duty", "modal": "shall", "actors": [{"official": " ".join(n.split())} for n in names],
        "action": line, "deadline": {"kind": "fixed", "date": day.isoformat(), "quote": line}, "quote": line,
    }  # fmt: skip
    retired = Retirement(day, " ".join(reason.split())) if reason else None
    change = AcceptedChange(day, line, (("words", line),))
    record = Record("2-a", fields, "0" * 16, Acceptance(day, (change,), retired))
    register = Register(
        "eo-1", {"title": line}, "f" * 64, OrderAcceptance(day, (change,), ("calendars/all.ics",)), (record,)
    )
    again, problems = read_register(register_yml(register), "register.yml", "eo-1")
    assert problems == []
    assert again == register


def test_a_deadline_survives_its_fields():
    text = (
        TEXT
        + "(d) The Secretary of State shall buy paint by the later of 30 days of the date of this order or 10 days of receipt of the report.\n"
    )
    for each in read(text).obligations:
        back = deadline_of(fields_of(each)["deadline"])
        assert replace(back, span=each.deadline.span, second=each.deadline.second) == each.deadline


@pytest.mark.parametrize(
    ("old", "new", "place", "message"),
    [
        ("kind: duty", "kind: duties", (1, 11), "obligations.2-a.kind"),
        ("accepted: 2026-07-01", "accepted: soon", (1, 11), "accepted"),
        ("words: ", "wards: ", None, "obligations.2-a.words"),
        ("obligations:", "obligations: [", None, "this is not YAML"),
        ("amount: 30", "amount: thirty", (1, 1), "obligations.2-a.deadline.amount"),
        ("unit: days", "unit: fortnights", (1, 1), "obligations.2-a.deadline.unit"),
        ("- calendars/all.ics", "- ../../evil.ics", (1, 1), "calendars.0"),
        ("  2-a:", "  ../evil:", (1, 1), "obligations"),
        ("  2-b:", "  2-a:", (1, 1), "2-a is there twice"),
        ("accepted: 2026-07-01\n", "accepted: &a 2026-07-01\nchanges: *a\n", None, "an alias"),
    ],
)
def test_a_register_that_was_broken_by_hand(old: str, new: str, place: tuple[int, int] | None, message: str):
    raw = register_yml(accepted()).decode().replace(old, new, 1).encode()
    register, problems = read_register(raw, "register.yml", "eo-14999")
    assert register is None
    assert any(message in problem.message and problem.line for problem in problems), problems


def test_a_key_that_looks_like_a_number_is_text():
    register = accepted("Sec. 4. Task. The Attorney General shall sue.")
    again, _ = read_register(register_yml(register), "register.yml", "eo-14999")
    assert [record.key for record in again.records] == ["4"]
    assert register_yml(again).decode().split("\n")[again.lines["4"] - 1].strip(" '\":") == "4"


# What tells equal and similar duties apart

LISTS = """
Sec. 2. Duties. (a) With respect to {one}, the Secretary of State shall within 30 days of the date of this order:
(i) submit a report to the President; and
(ii) convene the Board.
Sec. 3. More. (a) With respect to {other}, the Secretary of State shall within 30 days of the date of this order:
(i) submit a report to the President; and
(ii) convene the Board.
"""


def places(old: str, new: str) -> dict[str, str]:
    """Permanent key → the citation where its words stand now."""
    return {each.key: each.citation for each in publish(read(new), accepted(old)).reading.obligations}


def test_equal_items_follow_the_words_that_open_their_list():
    found = places(LISTS.format(one="China", other="Iran"), LISTS.format(one="Iran", other="China"))
    assert found == {"2-a-i": "3(a)(i)", "2-a-ii": "3(a)(ii)", "3-a-i": "2(a)(i)", "3-a-ii": "2(a)(ii)"}


def test_a_list_that_opens_with_other_words_is_told():
    lines = told(LISTS.format(one="Peru", other="Iran"), accepted(LISTS.format(one="China", other="Iran")))
    assert [line for line in lines if "lead-in" in line] == [
        f"changed {key} lead-in: the words above it as accepted → other words above it" for key in ("2-a-i", "2-a-ii")
    ]


def test_the_sections_of_other_laws_are_words():
    text = """
    Sec. 3. Duties. (a) The Secretary of Commerce shall open an investigation under section 232 of that Act.
    (b) The Secretary of Commerce shall open an investigation under section 301 of that Act.
    """
    edited = text.replace("232", "337").replace("301", "232")
    found = publish(read(edited), accepted(text))
    assert {record.key: each.citation for record, each in found.found.pairs} == {"3-a": "3(b)"}
    assert [record.key for record, _ in found.found.unclear] == ["3-b"]


def test_neither_of_two_may_be_more_like_another():
    """The first paragraph is gone and the second took its place, in slightly other words."""
    text = """
    Sec. 2. Duties. (a) The Secretary of Labor shall publish a list of wooden bridges in every State.
    (b) The Secretary of Labor shall publish a list of steel bridges in every State and Territory.
    """
    edited = (
        "Sec. 2. Duties. (a) The Secretary of Labor shall publish a list of steel bridges in each State and Territory."
    )
    found = publish(read(edited), accepted(text)).found
    assert found.pairs == ()
    assert [record.key for record, _ in found.unclear] == ["2-a", "2-b"]


# two actions, and the share of their words of four letters or more (or figures) that they have in common
ALIKE_BY = [
    ("publish a list", "publish a list", 1.0),
    ("publish lists", "publishing the lists", 1.0),  # seven letters of a word tell it
    ("publish lists", "publish maps", 0.5),
    ("publish lists and maps", "publish", 0.5),
    ("publish lists, lists", "publish lists", 0.8),
    ("open rule 232", "open rule 301", 2 / 3),
    ("buy it", "buy it", 1.0),
    ("buy it", "mow it", 0.0),
]


@pytest.mark.parametrize(("old", "new", "share"), ALIKE_BY)
def test_how_much_alike_two_actions_are(old: str, new: str, share: float):
    record, duty = accepted().records[0], read(TEXT).obligations[0]
    before = replace(record, fields=record.fields | {"action": old})
    assert likeness(before, replace(duty, action=new, quote="Other words.")) == pytest.approx(share)
    same_sentence = " ".join(record.fields["quote"].split()).replace(" ", "\n ")
    assert likeness(before, replace(duty, action=new, quote=same_sentence)) == pytest.approx((1 + share) / 2)


ELSEWHERE = "Sec. 2. Bridges. (a) The Secretary of Labor shall buy paint.\nSec. 3. More. (c) {}\n"


@pytest.mark.parametrize(
    ("sentence", "expected"),
    [
        # Eight of ten words are common to both: it could be the same
        ("The Secretary of Labor shall publish a yearly list of wooden and stone bridges.", "unclear"),
        # Four of nine: it is another
        ("The Secretary of Labor shall publish maps of iron turbines and bridges.", "gone"),
    ],
)
def test_changed_words_at_another_place_are_the_same_only_where_they_are_much_alike(sentence: str, expected: str):
    old = """
    Sec. 2. Bridges. (a) The Secretary of Labor shall buy paint.
    (b) Within 30 days of the date of this order, the Secretary of Labor shall publish a list of wooden bridges.
    """
    found = publish(read(ELSEWHERE.format(sentence)), accepted(old))
    assert [each.kind for each in found.differences if each.key == "2-b"] == [expected]


def test_equal_items_that_nothing_tells_apart_keep_their_order():
    text = LISTS.format(one="bridges", other="bridges")
    later = text.replace("Sec. 3.", "Sec. 4.").replace("Sec. 2.", "Sec. 3.")
    assert places(text, later) == {"2-a-i": "3(a)(i)", "2-a-ii": "3(a)(ii)", "3-a-i": "4(a)(i)", "3-a-ii": "4(a)(ii)"}


def test_equal_words_under_another_official_and_place_are_for_a_person_to_judge():
    text = "Sec. 2. Duties. (a) The Secretary of Labor shall:\n(i) submit a report to the President; and\n(ii) rest."
    edited = "Sec. 3. More. (b) The Attorney General shall:\n(i) submit a report to the President; and\n(ii) sing."
    found = publish(read(edited), accepted(text)).found
    assert found.pairs == () and [record.key for record, _ in found.unclear] == ["2-a-i"]


def test_of_two_equal_duties_one_can_be_retired():
    text = LISTS.format(one="bridges", other="bridges")
    edited = text.replace(
        "(i) submit a report to the President; and\n(ii) convene the Board.\nSec. 3", "(i) convene the Board.\nSec. 3"
    )
    register = accepted(text)
    decisions = Decisions(same={"3-a-i": "3-a-i"}, retire={"2-a-i": "Struck out."})
    again = accept(edited, register, decisions)
    assert publish(read(edited), again).differences == ()
    assert [record.key for record in again.records if record.acceptance.retired] == ["2-a-i"]


def test_a_rejected_duty_whose_words_change_is_told():
    rejected = corrections("reject: true", "2-c")
    register = accept(TEXT, accepted(), corrections=rejected)
    edited = TEXT.replace("rotten piers", "rotten piers and of every bank that lends them money")
    assert [line.partition(":")[0] for line in told(edited, register, rejected)] == ["changed 2-c rejected words"]
    again = accept(edited, register, corrections=rejected)
    assert told(edited, again, rejected) == []


def test_what_is_on_record_of_a_rejected_duty_stays():
    rejected, day = corrections("reject: true", "2-c"), date(2026, 6, 20)
    log = Progress(None, (("2-c", (Entry(day, day, note="Begun."),)),))
    register = next_register(None, publish(read(TEXT), None, rejected), rejected, AS_IT_IS, (), TODAY, log)
    assert [each.key for each in publish(read(TEXT), register, rejected).reading.obligations if each.retired] == ["2-c"]


def test_dates_that_a_lost_signing_date_takes_away_are_kept():
    reading, register = read(TEXT), accepted()
    unsigned = replace(reading, order=replace(reading.order, signed=None))
    again = next_register(register, publish(unsigned, register), (), AS_IT_IS, (), LATER)
    assert again.of("2-a").acceptance.last_due == date(2026, 7, 2)


@pytest.mark.parametrize(
    ("key", "message"),
    [("2-c", "the id of an added obligation is another’s"), ("2-z", "id: not that of its citation"), ("text", "id: not that of its citation"),
     ("../../evil", "id: not that of its citation"), ("2-b_0", "id: not that of its citation")],
)  # fmt: skip
def test_an_added_obligation_has_an_id_of_its_own(key: str, message: str):
    what = ADD.replace("2(b)", "2(c)") if key == "2-c" else ADD
    found, problems = read_corrections(CORRECTIONS.format(id=key, what=what).encode(), "corrections.yml", "eo-14999")
    problems += publish(read(TEXT), None, found).problems
    assert [problem.message for problem in problems] == [message]


@pytest.mark.parametrize(
    ("deadline", "message"),
    [
        ("{kind: relative}", "deadline: a period without its length"),
        ("{kind: fixed}", "deadline: a day that is not named"),
        ("{kind: event}", "deadline: an event that is not named"),
        ("{kind: none, amount: 3, unit: days}", "deadline: a length or a day where there is none"),
        ("{kind: relative, amount: 3, unit: days, recurrence: FREQ=BOGUS}", "deadline: no rule of RFC 5545"),
        (
            "{kind: relative, amount: 3, unit: days, quote: no such words}",
            "quote: these words stand nowhere in the text",
        ),
        ("{kind: event, event: the fall, reference: 9-z}", "reference: no obligation has this id"),
    ],
)
def test_a_deadline_of_a_correction_is_whole(deadline: str, message: str):
    raw = CORRECTIONS.format(id="2-b", what=f"set: {{deadline: {deadline}}}").encode()
    found, problems = read_corrections(raw, "corrections.yml", "eo-14999")
    problems += publish(read(TEXT), None, found).problems
    assert message in [problem.message for problem in problems]


def test_a_deadline_that_the_extractor_reads_so_is_no_longer_needed():
    found = publish(read(TEXT), None, corrections("set: {deadline: {kind: relative, amount: 30, unit: days}}", "2-a"))
    assert [problem.severity for problem in found.problems] == ["warning"]
    assert next(each for each in found.reading.obligations if each.key == "2-a").deadline.quote


@pytest.mark.parametrize(
    ("name", "known"), [("Secretary of State", True), ("Director of the OBM", False), ("rotten piers", True)]
)
def test_a_name_that_nobody_knows_is_warned_of(name: str, known: bool):
    found = publish(read(TEXT), None, corrections(f"set: {{responsible: {name}}}"))
    assert [problem.severity for problem in found.problems] == ([] if known else ["warning"])


def test_a_correction_of_the_future_is_none():
    raw = CORRECTIONS.format(id="2-b", what="reject: true").encode()
    _, problems = read_corrections(raw, "corrections.yml", "eo-14999", date(2026, 6, 30))
    assert [problem.message for problem in problems] == ["date: in the future"]
