"""The agencies: which office belongs to which, what their pages list, and the places of the pages that speak of a duty."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import page_samples
import pytest
from readings import read

from extractor.model import Deadline, Entry, Evidence, Progress, Standing, TrackedOrder
from extractor.officials import OFFICES, placed_in
from extractor.publish.agencies import agencies, describes_group, unplaced
from extractor.publish.duty_words import asks_for, certainty, cite_as, type_of
from extractor.publish.page import Site
from extractor.publish.pages import pages
from extractor.publish.text_page import anchor_of, cuts_of
from extractor.publish.view import carries_office, duties, officials
from extractor.track import track

SIGNED, AS_OF = date(2026, 6, 2), date(2026, 7, 10)
HOMELAND, WAR = "Department of Homeland Security", "Department of War"
TEXT = """
Sec. 2. Tasks. (a) Within 60 days of the date of this order, the Director of the Cybersecurity and Infrastructure Security Agency shall test the locks.
(b) Within 10 days of the date of this order, the Secretary of Homeland Security shall count the doors.
(c) Within 20 days of the date of this order, the Director of the Office of Management and Budget, through the Director of CISA, shall paint the doors.
(d) Within 30 days of the date of this order, the Secretary of Defense, in consultation with the Secretary of Homeland Security, shall close the doors.
(e) The Secretary of Homeland Security shall keep the keys.
(f) Within 5 days of the date of this order, the Secretary of Homeland Security, in consultation with the Director of CISA, shall name a doorkeeper.
(g) Within 40 days of the date of this order, heads of agencies that have doors shall submit a report on them.
(h) Within 50 days of the date of this order, the Lock Review Board shall report to the President.
"""
DONE = Entry(date(2026, 6, 5), date(2026, 6, 5), "completed", "Named.", (Evidence("https://x.example/", "The name"),))


@pytest.fixture(scope="module")
def order() -> TrackedOrder:
    """An order whose duties stand with two offices of one agency, one of another, a group and a body of no agency."""
    return track(read(TEXT, signed=SIGNED), Progress(date(2026, 7, 8), (("2-f", (DONE,)),)), AS_OF)


@pytest.fixture(scope="module")
def markdown(order: TrackedOrder) -> dict[str, str]:
    """The pages of that order."""
    found = pages(Site((order,), page_samples.SampleSettings()))
    return {file.path.removesuffix("index.md"): file.content.decode() for file in found if file.path.endswith(".md")}


@pytest.mark.parametrize(
    "name, agency",
    [
        ("Secretary of Homeland Security", HOMELAND),
        ("Director of CISA", HOMELAND),
        ("Cybersecurity and Infrastructure Security Agency", HOMELAND),
        ("Director of the Cybersecurity and Infrastructure Security Agency within the Department of Homeland Security", HOMELAND),
        ("the Department of Homeland Security", HOMELAND),
        ("Coast Guard", HOMELAND),
        ("Secretary of Defense", WAR),
        ("Department of Defense", WAR),
        ("Deputy Director for Management of the Office of Management and Budget", "Office of Management and Budget"),
        ("Director of the AI Safety Institute at the National Institute of Standards and Technology", "Department of Commerce"),
        ("Board of Governors of the Federal Reserve System", "Federal Reserve System"),
        ("Securities and Exchange Commission", "Securities and Exchange Commission"),
        ("heads of agencies", None),
        ("representative from the Office of Management and Budget", None),
        ("employees of the Department of State", None),
        ("Lock Review Board", None),
        ("Administrator of the United States Digital Service", None),
        ("Secretary of the Union", None),
        ("", None),
    ],
)  # fmt: skip
def test_the_agency_of_an_office(name, agency):
    assert placed_in(name) == agency


def test_every_line_of_the_table_is_placed_in_its_agency():
    assert [each.name for each in OFFICES if placed_in(each.name) != each.agency] == []


@pytest.mark.parametrize(
    "name, group",
    [
        ("heads of agencies that fund, conduct, or sponsor life sciences research", True),
        ("agencies", True),
        ("Federal Civilian Executive Branch Agencies", True),
        ("Members of the White House Competition Council", True),
        ("panel", True),
        ("Lock Review Board", False),
        ("Chief Statistician of the United States", False),
        ("National Institutes of Health", False),
        ("Secretary of Veterans Affairs", False),
    ],
)
def test_words_that_name_no_office(name, group):
    assert describes_group(name) == group


def test_an_agency_has_the_duties_of_all_its_offices_by_date_each_once(order):
    homeland = next(agency for agency in agencies(officials(duties((order,)))) if agency.name == HOMELAND)
    assert [office.name.rpartition(" of ")[2] for office in homeland.offices] == [
        "the Cybersecurity and Infrastructure Security Agency", "Homeland Security",
    ]  # fmt: skip
    assert [duty.obligation.citation for duty in homeland.carries] == ["2(f)", "2(b)", "2(c)", "2(a)", "2(e)"]
    assert [duty.obligation.citation for duty in homeland.consulted] == ["2(d)"]
    assert [duty.obligation.citation for duty in homeland.late] == ["2(b)", "2(c)"]
    assert [duty.obligation.citation for duty in homeland.done] == ["2(f)"]
    assert homeland.next and homeland.next.due == date(2026, 8, 1)


@pytest.mark.parametrize(
    "name, also",
    [(HOMELAND, ("DHS",)), (WAR, ("Department of Defense", "DOD")), ("Office of Management and Budget", ("OMB",))],
)
def test_the_other_names_of_an_agency(order, markdown, name, also):
    agency = next(each for each in agencies(officials(duties((order,)))) if each.name == name)
    assert agency.also == also
    assert f"also written {' and '.join(also)}</p>" in markdown[f"agencies/{agency.slug}/"]


def test_who_belongs_to_no_agency_has_no_page_but_a_row(order, markdown):
    others, groups = unplaced(officials(duties((order,))))
    assert [each.name for each in others] == ["Lock Review Board"]
    assert [each.name for each in groups] == ["heads of agencies that have doors"]
    assert {path for path in markdown if re.match(r"agencies/.", path)} == {
        "agencies/department-of-homeland-security/",
        "agencies/department-of-war/",
        "agencies/office-of-management-and-budget/",
    }
    index = markdown["officials/"]
    assert (
        index.index(f">{WAR}</a></th>") < index.index(">Other offices and bodies<") < index.index("Lock Review Board")
    )
    assert (
        index.index("Lock Review Board") < index.index("## Groups") < index.index("heads of agencies that have doors")
    )


def test_the_page_of_an_agency(markdown):
    page = markdown["agencies/department-of-homeland-security/"]
    rows = re.findall(r'class="cell-duty"[^>]*><a href="\.\./\.\./orders/eo-14999/([^/]+)/"', page)
    assert rows == ["2-f", "2-b", "2-c", "2-a", "2-e"]
    for words in (
        'Saturday, August 1, 2026</time>: <a href="../../orders/eo-14999/2-a/">',
        "2 duties, the oldest since",
        "1 duty of 5",
        '<a href="../../officials/secretary-of-homeland-security/">',
        '<a href="../../subscribe/officials/#officials-secretary-of-homeland-security">',
        '<a href="../../subscribe/#agencies-department-of-homeland-security">Subscribe in a calendar</a>',
    ):
        assert words in page
    assert page.index("## Consulted") < page.index('orders/eo-14999/2-d/"')
    assert 'href="agencies/department-of-homeland-security/"'.replace("agencies/", "", 1) in markdown["agencies/"]
    assert 'href="../../agencies/department-of-war/">Department of War</a>' in markdown["officials/secretary-of-war/"]


@pytest.mark.parametrize(
    "citation, anchor",
    [("2(c)(ii)", "2-c-ii"), ("4", "4"), ("4.1(a)(i)(A)", "4.1-a-i-A"), ("p3", "p3"), ("preamble", "preamble")],
)
def test_a_place_in_the_text_is_its_citation(citation, anchor):
    assert anchor_of(citation) == anchor


def test_every_paragraph_has_a_place_of_its_own_and_the_one_that_it_had():
    reading = page_samples.painting_order()
    found = [(cut.anchor, cut.former) for cut in cuts_of(reading)]
    assert found[:8] == [
        ("preamble", "words-1"), ("1", "at-0"), ("1-p2", "words-3"), ("2", "at-1"), ("2-a", "at-2"), ("2-b", "at-3"),
        ("2-b-i", "at-4"), ("2-b-ii", "at-5"),
    ]  # fmt: skip
    assert len({anchor for anchor, _ in found}) == len({former for _, former in found}) == len(found)


def test_the_text_has_each_place_once_with_a_link_to_it():
    found = pages(Site(page_samples.tracked_orders(), page_samples.SampleSettings()))
    text = next(file.content.decode() for file in found if file.path == "orders/eo-99/text/index.md")
    places = re.findall(r'<div class="passage[^>]* id="([^"]+)"|\{ #(\S+) \}', text)
    anchors = [first or second for first, second in places]
    assert re.findall(r'class="permalink" href="#([^"]+)" aria-label="Link to [^"]+"', text) == anchors
    assert len(re.findall(r'<a class="former" id="(?:at|words)-\d+"></a>', text)) == len(anchors) == len(set(anchors))
    assert re.search(r"Why this is no obligation</summary>\n<p>It is a rule for reading the order\.</p>", text)
    row = next(file.content.decode() for file in found if file.path == "orders/eo-99/2-b/index.md")
    assert 'href="../text/#2-b"' in row


@pytest.mark.parametrize(
    "fields, words",
    [
        ({}, "Who, what and when are all stated in the words."),
        ({"review": ("actor unresolved", "no verb")}, "Needs review: actor unresolved; no verb."),
        ({"actors": ()}, "What is to be done is stated in the words; who must do it is not."),
        ({"deadline": Deadline()}, "Who and what are stated in the words; a deadline is not."),
        ({"deadline": Deadline("vague")}, "Who and what are stated in the words; when is said only vaguely."),
    ],
)
def test_how_sure_a_reading_is(order, fields, words):
    assert certainty(replace(order.reading.obligations[0], **fields)) == words


@pytest.mark.parametrize(
    "deadline, words",
    [
        (Deadline("relative", 30, "days"), "Time-boxed"),
        (Deadline("event", 30, "days"), "Time-boxed"),
        (Deadline("fixed"), "Time-boxed"),
        (Deadline("recurring", recurs="annually"), "Recurring"),
        (Deadline("relative", 30, "days", recurs="annually thereafter"), "Recurring"),
        (Deadline("vague"), "Open-ended"),
        (Deadline(), "Open-ended"),
    ],
)
def test_the_type_of_a_duty(order, deadline, words):
    duty = next(each for each in duties((order,)) if each.obligation.key == "2-e")
    changed = replace(duty.tracked, obligation=replace(duty.obligation, deadline=deadline))
    assert type_of(replace(duty, tracked=changed)).startswith(f"{words}: ")


@pytest.mark.parametrize(
    "action, words",
    [
        ("submit a report on the doors to the President", "A report"),
        ("annually report to the President", "A report"),
        ("provide to the President, through the APNSA, a classified report", "A report"),
        ("provide reports to the Secretary", "A report"),
        ("review the doors, and report on them", "A report"),
        ("review the reports required under subsection (a)", "Perhaps a report: the word stands in the sentence"),
        ("provide a plan, based on consideration of the report", "Perhaps a report: the word stands in the sentence"),
        ("consult with the keepers", "Consultation"),
        ("coordinate the keepers", "Coordination"),
        ("paint the doors", "No report and no consultation, by these words"),
    ],
)
def test_what_a_duty_asks_for(order, action, words):
    assert asks_for(replace(order.reading.obligations[0], action=action)) == words


def test_a_report_that_is_to_be_made_is_not_denied(order):
    passive = {"action": "be submitted to the President", "quote": "Such report shall be submitted to the President."}
    assert asks_for(replace(order.reading.obligations[0], **passive)).startswith("Perhaps a report")


def test_partners_are_asked_for(order):
    obligation = replace(
        order.reading.obligations[0],
        action="submit a report",
        in_consultation_with=("A", "B"),
        in_coordination_with=("C",),
    )
    assert asks_for(obligation) == (
        "A report; consultation with 2 offices or groups; coordination with 1 office or group"
    )


def test_a_duty_is_cited_in_one_line():
    first = duties(page_samples.tracked_orders())[2]
    second = replace(first, tracked=replace(first.tracked, obligation=replace(first.obligation, nth=2)))
    assert cite_as(first, "https://x.example/") == (
        "Executive Order 99, section 2(c), 91 FR 1 (June 2, 2026), https://x.example/"
    )
    assert cite_as(second, "") == "Executive Order 99, section 2(c), 2nd duty, 91 FR 1 (June 2, 2026)"


def test_each_duty_leads_to_the_one_before_and_the_one_after(markdown):
    keys = [f"2-{letter}" for letter in "abcdefgh"]
    for before, key, after in zip([None, *keys], keys, [*keys[1:], None], strict=False):
        page = markdown[f"orders/eo-14999/{key}/"]
        assert re.findall(r'href="\.\./([^/]+)/" rel="prev"', page) == ([before] if before else [])
        assert re.findall(r'href="\.\./([^/]+)/" rel="next"', page) == ([after] if after else [])


def test_the_page_of_doubtful_readings_lists_each_marked_one_with_its_marks():
    orders = page_samples.tracked_orders()
    found = pages(Site(orders, page_samples.SampleSettings()))
    page = next(file.content.decode() for file in found if file.path == "review/index.md")
    marked = [duty for duty in duties(orders) if duty.obligation.review]
    assert re.findall(r'href="\.\./(orders/[^"]+/[^"]+/)"><span class="cite">', page) == [d.address for d in marked]
    assert f"Of 11 obligations, {len(marked)} are marked" in page and len(marked) == 3
    order = next(file.content.decode() for file in found if file.path == "orders/eo-99/index.md")
    assert 'href="../../review/#eo-99">2 obligations are marked for review</a>' in order and "{ #eo-99 }" in page
    assert "<div>Deadline inherited across sentences &lt;b&gt;</div>" in page
    for file in found:
        address = file.path.removesuffix("index.md")
        if any(duty.address == address for duty in marked):
            assert b'href="../../../review/"' in file.content and b"<strong>Needs review: " in file.content
        if address == "about/":
            assert b'href="../review/"' in file.content


def test_a_caption_holds_no_link(markdown):
    samples = pages(Site(page_samples.tracked_orders(), page_samples.SampleSettings()))
    texts = [*markdown.values(), *(file.content.decode() for file in samples if file.path.endswith(".md"))]
    captions = [caption for text in texts for caption in re.findall(r"<caption>(.*?)</caption>", text)]
    assert len(captions) > 40
    assert [caption for caption in captions if "<a" in caption] == []  # a table's role allows rows alone beside it


def test_without_doubtful_readings_the_page_says_so(markdown):
    assert "No reading is marked as doubtful, of 8 obligations, and no passage is unread." in markdown["review/"]


def test_a_done_duty_shows_no_estimate_and_waits_for_no_date():
    reading = page_samples.painting_order()
    entry = Entry(date(2026, 7, 1), date(2026, 7, 1), "completed", "Reviewed.", (Evidence("https://x.example/", "It"),))
    waiting, done = (track(reading, Progress(date(2026, 7, 8), log), AS_OF) for log in ((), (("3-a", (entry,)),)))
    assert next(each for each in done.obligations if each.obligation.key == "3-a").standing is Standing.DONE
    for order, shown in ((waiting, True), (done, False)):
        found = {file.path: file.content.decode() for file in pages(Site((order,), page_samples.SampleSettings()))}
        row, listed = (
            found[page].partition('orders/eo-99/3-a/"><span class="cite">')[0].rpartition("<tr ")[2]
            for page in ("orders/eo-99/index.md", "deadlines/index.md")
        )
        for text in (row, listed, found["orders/eo-99/3-a/index.md"]):
            assert (
                bool(re.search(r"estimate|not known yet|No date yet|not on record yet", text, re.IGNORECASE)) == shown
            )


@pytest.mark.parametrize(
    ("name", "has"),
    [
        ("Secretary of Labor", True), ("director of the Office of Management and Budget", True), ("NCD", True), ("NASA", True),
        ("the Secretary of Labor", True), ("Canal Board", True), ("AI industry", False), ("other agencies", False),
    ],
)  # fmt: skip
def test_a_partner_has_a_page_however_an_order_writes_the_office(name: str, has: bool):
    assert carries_office(name) is has
