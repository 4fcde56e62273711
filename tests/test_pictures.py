"""The pictures: well-formed, small, each duty in them once, ticks apart, the same bytes for the same record."""

from __future__ import annotations

import itertools
import re
import xml.etree.ElementTree as ET
from collections import Counter
from dataclasses import replace
from datetime import date, timedelta

import page_samples
import pytest
from picture_samples import AS_OF, CHECKED, SIGNED, tracked

from extractor.model import OutputFile, Standing, TrackedOrder
from extractor.publish.page import Site
from extractor.publish.pages import pages
from extractor.publish.pictures import LARGEST, Picture, agency_bars, burn_up, month_strip, timeline
from extractor.publish.pictures.groups import LATE, NONE_ON_RECORD, NOT_SEARCHED, group_of
from extractor.publish.pictures.marks import SIZE, Mark, levels
from extractor.publish.pictures.time_axis import LEAST_GAP, LEAST_LENGTH, PHONE_LENGTH, axis_of, bins, ticks
from extractor.publish.view import Duty, duties

SIZES = (1, 3, 10, 50, 60, 61, 300, 2000)
SVG = "{http://www.w3.org/2000/svg}"


def pictures(order: TrackedOrder) -> dict[str, Picture]:
    rows = duties((order,))
    return {
        "timeline": timeline(rows, order.as_of, page_of(order)),
        "agencies": agency_bars(rows),
        "months": month_strip(rows, order.as_of),
        "burn-up": burn_up(order),
    }


def page_of(order: TrackedOrder) -> str:
    return f"orders/{order.order.id}/"


def roots(picture: Picture) -> list[ET.Element]:
    """The drawings as XML reads them; a fault in the text is an error of the parser."""
    return [
        ET.fromstring(str(drawing).replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1))
        for drawing in picture.drawings
    ]


def sums(root: ET.Element) -> int:
    """The sum of the numbers that stand at bars, each in the group of its bar."""
    return sum(int(text.text.replace(",", "")) for text in root.iterfind(f"{SVG}g/{SVG}text"))


@pytest.fixture(scope="module", params=SIZES)
def drawn(request) -> tuple[int, TrackedOrder, dict[str, Picture]]:
    order = tracked(request.param)
    return request.param, order, pictures(order)


def test_every_drawing_is_well_formed_small_and_one_line(drawn):
    _many, _order, found = drawn
    for picture in found.values():
        assert bool(picture.sentence) != bool(picture.drawings)
        for drawing, root in zip(picture.drawings, roots(picture), strict=True):
            assert len(drawing.encode()) < LARGEST, (picture.name, len(drawing.encode()))
            assert "\n" not in drawing
            ids = [root.get("aria-labelledby"), root.get("aria-describedby")]
            assert [(child.tag, child.get("id")) for child in root[:2]] == [
                (f"{SVG}title", ids[0]),
                (f"{SVG}desc", ids[1]),
            ]
            assert all(child.text for child in root[:2])


def test_every_sign_is_explained(drawn):
    _many, _order, found = drawn
    for picture in found.values():
        text = "".join(picture.drawings)
        used = set(re.findall(r"#([\w-]+)", text))
        explained = {sign.id for sign in picture.signs}
        explained |= {f"{picture.name}-{group.key}" for group, _words in picture.groups}
        explained |= {f"{picture.name}-unknown"} if picture.unknown else set()
        assert used <= explained
        assert picture.unknown or used == explained


def test_a_timeline_has_each_dated_duty_once(drawn):
    many, order, found = drawn
    picture = found["timeline"]
    due = Counter(f"{duty.obligation.key}/" for duty in duties((order,)) if duty.due)
    for root in roots(picture):
        links = Counter(link.get("href") for link in root.iter(f"{SVG}a"))
        assert links == due if picture.signs else sums(root) == many
        assert all(link.findtext(f"{SVG}title") for link in root.iter(f"{SVG}a"))


def test_a_duty_is_a_link_while_they_are_few(drawn):
    many, _order, found = drawn
    picture = found["timeline"]
    assert bool(picture.sentence) == (many < 3)
    assert bool(picture.signs) == (3 <= many <= 10)
    assert bool(picture.groups) == bool(picture.table) == (many >= 50)


def test_many_duties_on_many_days_are_links():
    order = tracked(60)
    spread = tuple(
        replace(t, schedule=replace(t.schedule, due=SIGNED + timedelta(days=9 * n)))
        for n, t in enumerate(order.obligations[:60])
    )
    picture = timeline(duties((replace(order, obligations=spread),)), order.as_of, page_of(order))
    assert len(picture.signs) > 1
    assert all(len(list(root.iter(f"{SVG}a"))) == 60 for root in roots(picture))


def test_bars_by_agency_have_each_duty_once(drawn):
    many, order, found = drawn
    picture = found["agencies"]
    if many == 1:
        assert (
            picture.sentence
            == "All duties of offices whose agency is known are of one, Department of the Treasury: 1 past due, not searched since."
        )
        return
    (root,) = roots(picture)
    assert sums(root) == len(order.obligations) == sum(int(row[-1].replace(",", "")) for row in picture.table.rows)


def test_at_most_twelve_agencies_have_a_bar_of_their_own():
    rows = duties((tracked(60),))
    offices = [f"Office {n}" for n in range(20)]
    bars = [(name, rows[n : n + 3]) for n, name in enumerate(offices)]
    picture = agency_bars(rows, bars=bars)
    assert [row[0] for row in picture.table.rows] == [*offices[:12], "8 other agencies together"]
    assert picture.table.rows[-1][-1] == "10"  # duties 12 to 21, each once


def test_the_strip_has_twelve_months_and_each_duty_once(drawn):
    _many, order, found = drawn
    picture, first, end = found["months"], date(2026, 9, 1), date(2027, 9, 1)
    due = [duty for duty in duties((order,)) if duty.due and first <= duty.due < end]
    if not due:
        assert picture.sentence == "No duty is due on a known date from September 2026 to August 2027."
        return
    (root,) = roots(picture)
    assert sums(root) == len(due)
    assert [row[0] for row in picture.table.rows][::11] == ["September 2026", "August 2027"]


def test_a_burn_up_ends_with_every_dated_duty(drawn):
    many, order, found = drawn
    picture = found["burn-up"]
    done = sum(tracked.completed is not None for tracked in order.obligations)
    if many < 8:
        assert "drawn from 8 on" in picture.sentence
        return
    last = picture.table.rows[-1]
    assert last[1:] == (str(many), "not known")
    assert max(int(row[2]) for row in picture.table.rows if row[2] != "not known") == done
    heights = {path.get("class"): re.findall(r"V(\d+)", path.get("d")) for path in roots(picture)[0].iter(f"{SVG}path")}
    assert int(heights["step due"][-1]) == 0
    assert int(heights["step met"][-1]) == round(150 * (1 - done / many))


@pytest.mark.parametrize(
    "checked, as_of, words, hatched",
    [
        (CHECKED, AS_OF, "the record was last searched on August 1, 2026.", True),
        (AS_OF, AS_OF, "the record was last searched on September 10, 2026.", False),
        (None, AS_OF, "the record was never searched.", True),
        (date(2026, 9, 20), AS_OF, "done on record as of September 10, 2026.", False),
    ],
)
def test_a_burn_up_dates_no_search_that_nobody_made(checked, as_of, words, hatched):
    picture = burn_up(tracked(10, as_of, checked=checked))
    assert words in picture.caption
    assert ("Hatched" in picture.caption) == ("#burn-up-unknown" in picture.drawings[0]) == hatched


@pytest.mark.parametrize(
    "checked, group",
    [
        (None, NOT_SEARCHED),
        (date(2026, 4, 1), NOT_SEARCHED),
        (date(2026, 4, 2), LATE),
        (date(2026, 5, 2), NONE_ON_RECORD),
    ],
)
def test_a_duty_past_due_counts_by_what_was_searched(checked, group):
    duty = next(d for d in duties((tracked(1, date(2026, 5, 1), checked=checked),)))
    late = Duty(
        duty.of,
        replace(duty.tracked, standing=Standing.OVERDUE, schedule=replace(duty.tracked.schedule, due=date(2026, 4, 1))),
    )
    assert group_of(late) is group


@pytest.mark.parametrize("length", [LEAST_LENGTH, PHONE_LENGTH])
@pytest.mark.parametrize("span", [*range(1, 1200, 7), 4000, 20_000, 90_000, 2_900_000])
def test_ticks_are_apart(span, length):
    first = date(2026, 1, 31) if span < 2_000_000 else date(1, 1, 1)
    axis = axis_of((first, first + timedelta(days=span)), first)
    places = [place for place, _words in ticks(axis, length)]
    assert places and places[0] >= 0 and places[-1] <= 1
    assert all((after - before) * length >= LEAST_GAP for before, after in itertools.pairwise(places))
    assert len(places) > 1 or span < 40 or length * 1.0 < LEAST_LENGTH or span > 100_000


@pytest.mark.parametrize(
    "days_before, beyond",
    [(-200, 1), (-50, 0), (-1, 0), (0, 0), (50, 0), (120, 0), (200, -1)],
    ids=lambda value: str(value),
)
def test_the_axis_is_cut_after_the_last_date(days_before, beyond):
    first, last = date(2026, 3, 1), date(2026, 6, 29)
    as_of = first - timedelta(days=days_before) if days_before > 0 else last + timedelta(days=-days_before)
    axis = axis_of((first, last), as_of)
    near = abs(days_before) <= (last - first).days // 4
    assert (axis.first, axis.last) == ((min(first, as_of), max(last, as_of)) if near else (first, last))
    assert axis.beyond == (0 if near else beyond or (-1 if days_before > 0 else 1))


@pytest.mark.parametrize("days", [1, 13, 90, 400, 5000, 90_000])
def test_bins_hold_every_day_once(days):
    first, last = SIGNED, SIGNED + timedelta(days=days)
    found = bins(first, last, 14)
    assert len(found) <= 14 and found[0][0] <= first and last < found[-1][1]
    assert all(end == start for (_s, end), (start, _e) in itertools.pairwise(found))


def test_marks_of_one_level_are_apart():
    marks = [Mark(place / 97, "done", "", "") for place in range(98)]
    found = levels(marks, LEAST_LENGTH)
    for level in set(found):
        places = [mark.place * LEAST_LENGTH for mark, own in zip(marks, found, strict=True) if own == level]
        assert all(after - before >= SIZE for before, after in itertools.pairwise(places))
    assert min(found) == 0 and len(found) == len(marks)


def test_hostile_words_stay_words():
    order = tracked(10)
    text = "".join(timeline(duties((order,)), order.as_of, page_of(order)).drawings)
    assert "&lt;b&gt;annex&lt;/b&gt;" in text and "&amp; its" in text
    assert "<script" not in text and "<b>" not in text
    odd = replace(order.obligations[0].obligation, key='1"><script>', action="publish \x00\x0b\ud800 \n\n it")
    hostile = replace(order, obligations=(replace(order.obligations[0], obligation=odd), *order.obligations[1:]))
    for root in roots(timeline(duties((hostile,)), order.as_of, page_of(order))):
        assert '1"><script>/' in [link.get("href") for link in root.iter(f"{SVG}a")]


@pytest.mark.parametrize("as_of", [SIGNED, AS_OF, date(2030, 1, 1)])
def test_the_same_record_gives_the_same_bytes(as_of):
    for many in (3, 10, 300):
        assert pictures(tracked(many, as_of)) == pictures(tracked(many, as_of))
    assert pictures(tracked(300, AS_OF)) != pictures(tracked(300, as_of)) or as_of == AS_OF


def test_a_long_address_never_makes_a_drawing_too_large():
    order = tracked(20)
    long = replace(order.order, id="memorandum-" + "on-a-matter-of-length-" * 12)
    far = replace(order, reading=replace(order.reading, order=long))
    picture = timeline(duties((far,)), far.as_of, "agencies/department-of-state/")
    assert picture.drawings and all(len(drawing.encode()) < LARGEST for drawing in picture.drawings)


def test_a_link_leads_from_any_page_to_the_duty():
    order = tracked(3)
    for page, href in (
        ("agencies/a/", "../../orders/eo-90000/3/"),
        ("orders/eo-90000/", "3/"),
        ("", "orders/eo-90000/3/"),
    ):
        for root in roots(timeline(duties((order,)), order.as_of, page)):
            assert href in [link.get("href") for link in root.iter(f"{SVG}a")]


@pytest.fixture(scope="module")
def files() -> dict[str, OutputFile]:
    orders = (*page_samples.tracked_orders(), page_samples.empty_order(), tracked(10, page_samples.AS_OF, number=10))
    return {file.path: file for file in pages(Site(orders, page_samples.SampleSettings()))}


@pytest.mark.parametrize(
    "path, names",
    [
        ("index.md", ["months"]),
        ("status/index.md", ["agencies"]),
        ("orders/eo-10/index.md", ["timeline", "burn-up"]),
        ("orders/eo-99/index.md", ["timeline"]),
        ("orders/memo-prose/index.md", []),
    ],
)
def test_the_pages_have_their_pictures(files, path, names):
    text = files[path].content.decode()
    found = re.findall(r"<figure class=\"picture picture--([\w-]+)\"[^>]*>(.*?)</figure>", text, re.S)
    assert [name for name, _inner in found] == names
    for _name, inner in found:
        assert "\n\n" not in re.sub(r"\n[ \t]+\n", "\n\n", inner)
        defined = re.findall(r" id=\"([\w-]+)\"", inner)
        assert len(defined) == len(set(defined))
        assert set(re.findall(r"(?:url\(|href=\")#([\w-]+)", inner)) <= set(defined)
        ET.fromstring(f"<figure>{inner}</figure>")


def test_a_page_says_in_a_sentence_that_there_is_too_little_to_draw(files):
    text = files["orders/memo-prose/index.md"].content.decode()
    assert "No due date is known here, so there is no timeline to draw." in text
    assert "burn" not in text
