"""The Atom feeds: valid by the rules of RFC 4287, read by feedparser, for ever at their place, and nothing but text in them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from xml.etree import ElementTree

import feedparser
import page_samples
import pytest
from conftest import run_tracker
from samples import AS_OF, SITE, day, entry, obligation, order, progress, reading, relative, tracked

from extractor.acceptance import Acceptance, AcceptedChange, OrderAcceptance
from extractor.model import Actor, TrackedOrder
from extractor.publish.changes.feeds import AT_LEAST, agency_feed, feeds, official_feed, order_feed
from extractor.publish.effects import effects
from extractor.publish.page import Site
from extractor.track import track

NASTY = page_samples.NASTY
ATOM = "{http://www.w3.org/2005/Atom}"
LABOR, WAR, NSA = "Secretary of Labor", "Secretary of War", "Director of the National Security Agency"
_MOMENT = re.compile(r"\d{4}-\d\d-\d\dT00:00:00Z")  # RFC 3339, as RFC 4287, 3.3 asks
_IRI = re.compile(r"urn:uuid:[0-9a-f-]{36}")


def files(*orders: TrackedOrder, site_url: str = SITE, author: str = "Tracker of Bridges") -> dict[str, bytes]:
    """Every feed by its path."""
    settings = page_samples.SampleSettings(site_url=site_url)
    return {file.path: file.content for file in feeds(Site(orders, settings), author)}


def sample_orders() -> tuple[TrackedOrder, ...]:
    return (*page_samples.tracked_orders(), page_samples.empty_order())


def faults(content: bytes) -> list[str]:
    """What RFC 4287 forbids in a feed, of all that a feed of ours could do wrong; the section says which rule it is."""
    root = ElementTree.fromstring(content)
    if root.tag != f"{ATOM}feed":
        return ["2: the document's element is not atom:feed"]
    found = _of_element(root, ("id", "title", "updated"), "4.1.1")
    names = Counter(child.tag.removeprefix(ATOM) for child in root)
    entries = root.findall(f"{ATOM}entry")
    found += [f"4.1.1: {names[name]} of atom:{name}" for name in ("subtitle", "generator", "rights") if names[name] > 1]
    if names["author"] < 1 and not all(each.find(f"{ATOM}author") is not None for each in entries):
        found.append("4.1.1: no author")
    found += [
        "4.2.1: an author without a name" for each in root.iter(f"{ATOM}author") if not each.findtext(f"{ATOM}name")
    ]
    known = ["author", "category", "entry", "id", "link", "subtitle", "title", "updated"]
    found += [f"4.1.1: atom:{name} has no place in a feed" for name in names if name not in known]
    if entries and "entry" in [child.tag.removeprefix(ATOM) for child in root][: -len(entries)]:
        found.append("4.1.1: something stands behind an entry")
    for each in entries:
        found += _of_entry(each)
    ids = [each.findtext(f"{ATOM}id") for each in entries]
    return found + [f"4.1.1: the entry {name} comes twice" for name, times in Counter(ids).items() if times > 1]


def _of_entry(entry: ElementTree.Element) -> list[str]:
    found = _of_element(entry, ("id", "title", "updated"), "4.1.2")
    contents = entry.findall(f"{ATOM}content")
    if len(contents) != 1:
        return [*found, f"4.1.2: {len(contents)} of atom:content"]
    (content,) = contents
    if content.get("type") not in ("text", "html") or len(content):
        found.append("4.1.3: content is neither text nor escaped HTML")
    if "src" in content.attrib:
        found.append("4.1.3.2: content is elsewhere")
    return found


def _of_element(parent: ElementTree.Element, once: tuple[str, ...], section: str) -> list[str]:
    found = [f"{section}: {n} of atom:{name}" for name in once if (n := len(parent.findall(f"{ATOM}{name}"))) != 1]
    if not _IRI.fullmatch(parent.findtext(f"{ATOM}id") or ""):
        found.append("4.2.6: the id is no absolute IRI in its normal form")
    if not _MOMENT.fullmatch(parent.findtext(f"{ATOM}updated") or ""):
        found.append("3.3: updated is no date and time")
    title = parent.find(f"{ATOM}title")
    if title is None or len(title) or not (title.text or "").strip():
        found.append("4.2.14: the title is empty, or more than text")
    links = parent.findall(f"{ATOM}link")
    alternates = Counter((each.get("type"), each.get("hreflang")) for each in links if each.get("rel") == "alternate")
    found += [f"{section}: two links of rel alternate and one type" for times in alternates.values() if times > 1]
    found += ["4.2.7: a link without an address" for each in links if not each.get("href")]
    return found + [
        "4.2.2: a category without a term" for each in parent.findall(f"{ATOM}category") if not each.get("term")
    ]


def broken(old: bytes, new: bytes) -> bytes:
    """A feed in which a piece is another, to see that the rules find it."""
    content = files(*sample_orders())["changes.atom"]
    assert old in content
    return content.replace(old, new, 1)


@pytest.mark.parametrize(
    ("old", "new", "rule"),
    [
        (b"<title>Changes of the record</title>", b"", "4.1.1"),
        (b"<title>Changes of the record</title>", b"<title> </title>", "4.2.14"),
        (b"<name>Tracker of Bridges</name>", b"", "4.2.1"),
        (b"T00:00:00Z", b"", "3.3"),
        (b"<id>urn:uuid:", b"<id>", "4.2.6"),
        (b'<content type="html">', b'<content type="application/xml">', "4.1.3"),
        (b'<link rel="alternate"', b'<link rel="alternate" type="text/html" href="x"/><link rel="alternate"', "4.1.1"),
        (b'<category term=', b'<category x=', "4.2.2"),
        (b"</entry>\n</feed>", b"</entry>\n<generator/></feed>", "4.1.1"),
    ],
)  # fmt: skip
def test_the_rules_find_what_is_against_them(old: bytes, new: bytes, rule: str):
    assert any(fault.startswith(f"{rule}:") for fault in faults(broken(old, new)))


@pytest.mark.parametrize("site_url", [SITE, ""])
def test_every_feed_is_valid_and_read(site_url: str):
    found = files(*sample_orders(), site_url=site_url)
    assert len(found) == 2 + 3 + 1 + 4  # of all, orders, agencies, officials
    for path, content in found.items():
        assert faults(content) == [], path
        parsed = feedparser.parse(content)
        assert not parsed.bozo and parsed.version == "atom10", path
        assert parsed.feed.author == "Tracker of Bridges"


def test_what_feedparser_reads_is_what_is_on_record():
    parsed = feedparser.parse(files(*sample_orders())["changes/orders/eo-99.atom"])
    assert parsed.feed.title == "Changes: Executive Order 99"
    assert parsed.feed.updated == "2026-07-06T00:00:00Z" == parsed.entries[0].updated
    assert [link.rel for link in parsed.feed.links] == ["self", "alternate"]
    assert [each.updated[5:10] for each in parsed.entries] == ["07-06", "07-02", "06-30", "06-20", "06-11", "06-02"]
    first = parsed.entries[0]
    assert first.title == "Completed: EO 99, 3(d): Count the bridges"
    assert first.link == f"{SITE}orders/eo-99/3-d/"
    assert [tag.term for tag in first.tags] == ["completed", "eo-99"]
    assert "<p>Forty-one.</p>" in first.content[0].value and first.content[0].type == "text/html"
    assert '<a href="https://records.example/?a=1&amp;b=2">The count</a>' in first.content[0].value
    blocked = parsed.entries[2]
    assert [tag.term for tag in blocked.tags] == ["blocked", "extension", "eo-99"]


def test_what_the_calendar_makes_stands_apart_and_says_so():
    found = files(*sample_orders())
    reminders = feedparser.parse(found["reminders.atom"])
    assert len(reminders.entries) > 10
    for each in reminders.entries:
        assert "derived" in [tag.term for tag in each.tags]
        assert "the calendar alone makes this notice" in each.content[0].value
    ids = {each.id for each in reminders.entries}
    for path, content in found.items():
        if path != "reminders.atom":
            parsed = feedparser.parse(content)
            assert not ids & {each.id for each in parsed.entries}
            assert not any(tag.term == "derived" for each in parsed.entries for tag in each.tags)


def test_hostile_words_stay_words():
    found = files(*sample_orders())
    for path, content in found.items():
        assert b"<script" not in content.lower() and b"<i>" not in content, path
        for each in feedparser.parse(content, sanitize_html=False).entries:
            assert not re.search(r"<(?!/?(?:p|ul|li)>|a href=\"https://records\.example/|/a>)", each.content[0].value)
    shown = feedparser.parse(found["changes/orders/eo-99.atom"], sanitize_html=False)
    assert any("&lt;script&gt;alert(1)&lt;/script&gt;" in each.content[0].value for each in shown.entries)
    assert "<script>alert(1)</script> [x](javascript:y) *a*" in ElementTree.fromstring(
        found["changes/orders/eo-99.atom"]
    ).findtext(f"{ATOM}entry[6]/{ATOM}title")


@pytest.mark.parametrize("character", ["\x00", "\x0b", "\x1f", "\ufffe", "\uffff", "\ud800"])
def test_what_xml_cannot_hold_is_left_out(character: str):
    made = tracked(obligation("2-a", relative(30)), k2_a=(entry("06-10", note=f"before{character}after"),))
    content = files(made, author=f"A{character}B")["changes.atom"]
    assert faults(content) == [] and b"before after" in content


def test_links_are_relative_where_no_address_is_stated():
    found = files(*sample_orders(), site_url="")
    general, of_order = (feedparser.parse(found[path]) for path in ("changes.atom", "changes/orders/eo-99.atom"))
    assert [(link.rel, link.href) for link in general.feed.links] == [("alternate", "changes/")]
    assert [(link.rel, link.href) for link in of_order.feed.links] == [("alternate", "../../orders/eo-99/")]
    assert of_order.entries[0].link == "../../orders/eo-99/3-d/"


def test_nothing_but_links_changes_when_the_site_moves():
    def without_links(content: bytes) -> bytes:
        return re.sub(rb" *<link [^>]*>\n", b"", content)

    here, there = files(*sample_orders()), files(*sample_orders(), site_url="https://elsewhere.example/")
    assert here.keys() == there.keys()
    assert all(here[path] != there[path] and without_links(here[path]) == without_links(there[path]) for path in here)


def test_the_day_of_the_build_changes_no_feed_of_the_record():
    def at(on: date) -> dict[str, bytes]:
        return files(*(track(each.reading, each.progress, on) for each in sample_orders()))

    today, later = at(AS_OF), at(date(2026, 11, 10))
    assert {path for path in today if today[path] != later[path]} == {"reminders.atom"}
    ids = [[each.id for each in feedparser.parse(made["reminders.atom"]).entries] for made in (today, later)]
    assert ids[1][-len(ids[0]) :] == ids[0] and len(ids[1]) > len(ids[0])


def several() -> tuple[TrackedOrder, ...]:
    """Three duties: a plain one, one that is done through another office, and one that a change took from two others."""
    duties = (
        obligation("2-a", relative(30), LABOR, in_consultation_with=("Attorney General",)),
        obligation("2-b", relative(30), Actor(WAR, NSA)),
        obligation("3", relative(30), "Secretary of State"),
    )
    took = AcceptedChange(
        day("06-20"), "responsible changed", (("responsible", f"{LABOR}; Administrator of General Services"),)
    )
    whole = reading(*duties)
    dated = tuple(
        replace(each, acceptance=Acceptance(day("06-03"), (took,) if each.key == "3" else ()))
        for each in whole.obligations
    )
    whole = replace(whole, obligations=dated, acceptance=OrderAcceptance(day("06-20")))
    log = progress(k2_a=(entry("06-10", note="x"),), k2_b=(entry("06-11", note="x"),))
    other = tracked(obligation("4", relative(30), "Secretary of Energy"), of=order("eo-7", number=7))
    return track(whole, log, AS_OF), other


MEMBERS = {  # feed → the duties whose changes it has, the latest first; the order's own first day is "new"
    order_feed("eo-14999"): ["3", "2-b", "2-a", "new"],
    order_feed("eo-7"): ["new"],
    official_feed(LABOR): ["3", "2-a", "new"],
    official_feed(WAR): ["2-b", "new"],
    official_feed("Secretary of Defense"): ["2-b", "new"],
    official_feed(NSA): ["2-b", "new"],
    official_feed("Secretary of State"): ["3", "new"],
    official_feed("Attorney General"): [],  # is only consulted
    official_feed("Administrator of General Services"): ["3"],  # led it until then
    official_feed("Secretary of Energy"): ["new"],
    agency_feed("Department of War"): ["2-b", "new"],
    agency_feed("Department of Labor"): ["3", "2-a", "new"],
    agency_feed("General Services Administration"): ["3"],
    agency_feed("Department of Justice"): [],
}


@pytest.mark.parametrize("path", MEMBERS)
def test_a_feed_has_the_changes_that_concern_it(path: str):
    content = files(*several())[path]
    assert faults(content) == []
    parsed = feedparser.parse(content)
    shown = [
        each.link.rstrip("/").rpartition("/")[2].replace("eo-14999", "new").replace("eo-7", "new")
        for each in parsed.entries
    ]
    assert shown == MEMBERS[path]
    assert parsed.feed.updated[:10] == (parsed.entries[0].updated[:10] if shown else "2026-06-02")


@pytest.mark.parametrize(
    ("calendar", "path"),
    [
        ("calendars/officials/keeper-of-lamps.ics", "changes/officials/keeper-of-lamps.atom"),
        ("calendars/officials/keeper-of-lamps-with-alarms.ics", "changes/officials/keeper-of-lamps.atom"),
        ("calendars/agencies/board-of-lamps.ics", "changes/agencies/board-of-lamps.atom"),
    ],
)
def test_an_office_that_goes_by_another_name_today_keeps_its_path(calendar: str, path: str):
    made, other = several()
    ever = (calendar, "calendars/all.ics", "calendars/officials/secretary-of-labor.ics")
    once = replace(made.reading, acceptance=OrderAcceptance(day("06-20"), calendars=ever))
    before, after = files(made, other), files(replace(made, reading=once), other)
    assert after.keys() - before.keys() == {path} and faults(after[path]) == []
    parsed = feedparser.parse(after[path])
    assert parsed.entries == [] and "Nothing is in this feed any more" in parsed.feed.subtitle


def test_an_order_without_any_day_has_an_empty_feed():
    parsed = feedparser.parse(files(tracked(of=order(signed=None)))[order_feed("eo-14999")])
    assert (parsed.entries, parsed.feed.updated, parsed.bozo) == ([], "1970-01-01T00:00:00Z", False)


def test_the_feed_of_all_is_bounded_by_whole_days_and_that_of_an_order_is_not():
    keys = [f"2-{number}" for number in range(AT_LEAST)]
    log = tuple((key, (entry("06-10", note="x"), entry("07-01", note="y"))) for key in keys)
    log += (("3", (entry("07-05", note="z"),)),)
    made = track(reading(*(obligation(key) for key in (*keys, "3"))), replace(progress(), log=log), AS_OF)
    found = files(made)
    counts = [len(feedparser.parse(found[path]).entries) for path in ("changes.atom", order_feed("eo-14999"))]
    assert counts == [AT_LEAST + 1, 2 * AT_LEAST + 2]


def test_a_feed_that_is_lost_fails_the_comparison():
    (made,) = (tracked(obligation("2-a", relative(30))),)
    paths = set(files(made))
    found = effects((made,), (made,), (paths, paths - {official_feed(LABOR)}), ())
    assert found.lost == (official_feed(LABOR),) and found.fails
    assert not effects((made,), (made,), (paths, paths), ()).fails


@pytest.mark.slow
@pytest.mark.parametrize("fixture", ["site", "many_site"])
def test_the_feeds_of_a_whole_site(fixture: str, request: pytest.FixtureRequest):
    folder: Path = request.getfixturevalue(fixture)
    found = sorted(folder.rglob("*.atom"))
    assert len(found) >= 5 + sum(1 for _ in (folder / "officials").iterdir())
    for path in found:
        content = path.read_bytes()
        assert faults(content) == [], path
        parsed = feedparser.parse(content)
        assert not parsed.bozo, path
        days = [each.updated for each in parsed.entries]
        assert days == sorted(days, reverse=True) and all(each <= "2026-07-10T" for each in days), path
        for each in (parsed.feed, *parsed.entries):
            page = (
                each.link.partition("/obligation-tracker/obligation-tracker/")[2]
                or each.link.partition(".io/obligation-tracker/")[2]
            )
            assert (folder / page / "index.html").is_file(), each.link


@pytest.mark.slow
@pytest.mark.parametrize("builder", ["mkdocs", "zensical"])
def test_every_page_names_the_feeds_in_its_head(project: Path, builder: str):
    pytest.importorskip("zensical")
    done = run_tracker("build", "--as-of", "2026-07-10", "--builder", builder, cwd=project)
    assert done.returncode == 0, done.stderr
    pages = [path for path in (project / "site").rglob("*.html") if path.name != "404.html"]
    for page in pages:
        heads = re.findall(
            r'<link rel="alternate" type="application/atom\+xml"[^>]* href="([^"]*)"', page.read_text("utf-8")
        )
        assert [(page.parent / each).resolve().name for each in heads] == ["changes.atom", "reminders.atom"], page
        assert all((page.parent / each).is_file() for each in heads), page
