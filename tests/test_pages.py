"""The pages as Markdown: which there are, what stands on each, and that text from outside stays text."""

from __future__ import annotations

import gzip
import html
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from urllib.parse import parse_qs

import page_samples
import pytest

from extractor.intake.issue_form import FORMS
from extractor.model import Span, Standing
from extractor.project import Project
from extractor.publish import pages_lists, wording
from extractor.publish.calendars import CalendarFile, calendar_title
from extractor.publish.outputs import outputs
from extractor.publish.page import Site
from extractor.publish.pages import pages
from extractor.publish.templates import heading, templates_folder
from extractor.publish.text_page import context, segments
from extractor.publish.view import by_standing, duties, months
from extractor.words.orders import brief_title

KEYS = [fields[0] for fields in page_samples.DUTIES]
ADDRESSES = [
    "", "about/", "agencies/", "agencies/department-of-justice/", "changes/", "deadlines/", "officials/", "review/", "status/", "subscribe/",
    "subscribe/groups/", "subscribe/officials/", "subscribe/windows/", "subscribe/with/",
    "officials/attorney-general/", "officials/director-of-brushes/", "officials/secretary-of-paint/",
    "officials/secretary-of-steel/",
    "orders/eo-99/", "orders/eo-99/text/", *(f"orders/eo-99/{key}/" for key in KEYS),
    "orders/memo-prose/", "orders/memo-prose/text/", "orders/memo-prose/p1/",
    "orders/proc-7/", "orders/proc-7/text/",
]  # fmt: skip


@pytest.fixture(scope="module")
def orders():
    return (*page_samples.tracked_orders(), page_samples.empty_order())


@pytest.fixture(scope="module")
def files(orders) -> dict[str, str]:
    return {file.path: file.content.decode("utf-8") for file in pages(Site(orders, page_samples.SampleSettings()))}


@pytest.fixture(scope="module")
def markdown(files) -> dict[str, str]:
    return {path.removesuffix("index.md"): text for path, text in files.items() if path.endswith(".md")}


def test_the_site_map(markdown):
    assert sorted(markdown) == sorted(ADDRESSES)


@pytest.mark.parametrize(
    ("kind", "of", "title"),
    [
        ("all", "", "All deadlines"),
        ("window", "30 days", "Due within 30 days of the order"),
        ("official", "Secretary of Paint", "Secretary of Paint"),
        ("section", "2", "Obligations: section 2"),
    ],
)
def test_a_calendar_has_a_title_whatever_its_kind(kind: str, of: str, title: str):
    assert calendar_title(CalendarFile("calendars/x.ics", "Obligations: section 2", kind, of, 1)) == title


def test_what_is_no_page(files):
    others = {path for path in files if not path.endswith(".md") and not path.startswith("calendars/")}
    assert others == {
        "assets/mark.svg", "assets/search-index.json", "assets/search.js", "assets/tracker.css", "assets/tracker.js",
        "orders/eo-99/text.txt", "orders/memo-prose/text.txt", "orders/proc-7/text.txt",
    }  # fmt: skip


def test_the_same_orders_give_the_same_bytes(orders):
    settings = page_samples.SampleSettings()
    assert pages(Site(orders, settings)) == pages(Site(tuple(orders), settings))


@pytest.mark.parametrize("address", ADDRESSES)
def test_a_page_has_one_heading_and_its_notices(markdown, address):
    text = markdown[address]
    assert len(re.findall(r"^# ", text, re.MULTILINE)) == 1
    assert "Unofficial, not legal advice" in text
    assert ">Report an error</a>" in text
    assert re.search(
        r"checked for EO 99 on <time|has not been checked for memo-prose yet|checked for Proclamation 7"
        r"|has been checked for (?:1 of 2|2 of 3) orders, (?:last on|each last on a day from) <time",
        text,
    )


@pytest.mark.parametrize("address", [a for a in ADDRESSES if a.startswith("orders/eo-99/")])
def test_a_page_of_a_restatement_says_so_and_links_to_the_official_text(markdown, address):
    assert "a restatement of the order in other words" in markdown[address]
    assert 'href="https://register.example/d/2026-1?x=1&amp;y=2"' in markdown[address]


def queries(text: str) -> dict[str, dict[str, str]]:
    """Form → its fields as a page's links fill them in; a link to a form that comes twice must fill it in alike."""
    found: dict[str, dict[str, str]] = {}
    for address in re.findall(r'href="https://github\.com/example/tracker/issues/new\?([^"]*template[^"]*)"', text):
        fields = {name: value for name, (value,) in parse_qs(html.unescape(address), strict_parsing=True).items()}
        assert found.setdefault(fields.pop("template"), fields) == fields
    return found


@pytest.mark.parametrize("address", ADDRESSES)
def test_every_page_links_to_every_form(markdown, address):
    assert set(queries(markdown[address])) == {f"{form}.yml" for form in FORMS}


@pytest.mark.parametrize("key", ["2-b", "2-d"])
def test_a_dutys_page_fills_the_forms_in(markdown, orders, key):
    filled = queries(markdown[f"orders/eo-99/{key}/"])
    for form, fields in filled.items():
        assert set(fields) <= {"title", *FORMS[form.removesuffix(".yml")]}
    assert filled["report-progress.yml"]["obligation"] == filled["wrong-reading.yml"]["obligation"] == f"eo-99/{key}"
    obligation = next(o for o in orders[0].reading.obligations if o.key == key)
    shown = filled["wrong-reading.yml"]["shown"].split("\n")
    assert (
        shown[0] == f"Citation: {obligation.citation}" and obligation.citation in filled["wrong-reading.yml"]["title"]
    )
    assert f"Responsible: {'; '.join(obligation.responsible)}" in shown
    assert next(line for line in shown if line.startswith("Action: "))[8:48] == obligation.action[:40]


def test_the_address_of_a_form_stays_short_enough_for_a_server(markdown):
    assert all(
        len(each) < 7000 for text in markdown.values() for each in re.findall(r'href="([^"]*/issues/new[^"]*)"', text)
    )


def test_without_a_repository_there_is_no_form(orders):
    text = b"".join(file.content for file in pages(Site(orders, page_samples.SampleSettings(repo_url=""))))
    assert b"issues/new" not in text and b"?template=" not in text


def test_an_official_text_has_no_such_notice(markdown):
    assert "restatement" not in markdown["orders/proc-7/"]


def without_structured_data(text: str) -> str:
    """The page without its JSON-LD, which holds no sign that could end its element."""
    found = re.compile(r'<script type="application/ld\+json">(.*)</script>')
    for match in found.finditer(text):
        assert "<" not in match[1] and json.loads(match[1])["@context"] == "https://schema.org"
    return found.sub("", text)


@pytest.mark.parametrize("address", ADDRESSES)
def test_hostile_words_stay_words(markdown, address):
    text = without_structured_data(markdown[address])
    assert "<script" not in text.lower()
    assert not re.search(r"<(?:b|i)>of|<i>soft|<b>,", text)
    assert not re.search(r"\son\w+\s*=\s*[\"']", text), "an inline event handler"
    for line in text.splitlines():
        if line.startswith("#"):
            assert "](" not in line and "`" not in line and "*" not in line and "{{" not in line


@pytest.mark.parametrize("address", ADDRESSES)
def test_nothing_is_loaded_from_another_host(markdown, address):
    assert not re.search(r"(?:src|data|poster|action)=[\"'](?:https?:)?//", markdown[address])
    text = without_structured_data(markdown[address])
    own = re.sub(r'<img src="(?:\.\./)+calendars/[\w/-]+\.svg"', "", text)  # the codes for telephones
    assert not re.search(r"<(?:script|link|iframe|img|object|embed|form)\b", own)


def test_an_html_block_has_no_line_that_markdown_would_read(markdown):
    for address, text in markdown.items():
        assert text.count("<div") == text.count("</div>"), address
        assert text.count("<section") == text.count("</section>"), address


def test_every_obligation_has_a_row_everywhere(markdown, orders):
    count = sum(len(order.obligations) for order in orders)
    rows = re.findall(r"<tr data-standing=", markdown["status/"])
    assert len(rows) == count == 11
    assert len(re.findall(r"<tr data-standing=", markdown["orders/eo-99/"])) == len(KEYS)
    assert len(re.findall(r"<tr data-standing=", markdown["deadlines/"])) == count


def test_the_foot_says_a_thing_once_for_all_orders(markdown):
    for address in ("", "deadlines/", "status/", "officials/", "about/"):
        foot = markdown[address].partition('<footer class="record-note"')[2]
        assert foot.count("public record") == foot.count("not their official text") == 1, address
        assert "has reviewed the reading of 3 of 3 orders yet" in foot


def test_a_figure_leads_to_its_list(markdown):
    figures = re.findall(r'class="figure"><a href="([^"]*)"><span class="figure-count">(\d+)', markdown[""])
    rows = re.findall(r'<tr data-standing="([\w -]+)" data-within="([^"]*)"', markdown["deadlines/"])
    for address, number in figures:
        standing, within = (re.search(rf"[?]{name}=([\w-]+)", address) for name in ("standing", "within"))
        if standing:
            assert sum(standing[1] in of.split() for of, _days in rows) == int(number) > 0
        elif within:
            assert sum(within[1] in days.split() for _of, days in rows) == int(number) > 0
        else:
            assert number == "0"
    assert "deadlines/?within=30" in [address for address, _number in figures]


def test_each_count_of_the_status_leads_to_its_list(markdown):
    cells = re.findall(r'<a href="\?standing=([\w-]+)(?:&amp;order=([\w-]+))?#\1">(\d+)</a>', markdown["status/"])
    rows = re.findall(r'<tr data-standing="([\w -]+)"[^>]* data-order="([\w-]+)"', markdown["status/"])
    assert len(cells) > 10
    for standing, order, number in cells:
        assert sum(standing in of.split() and (not order or on == order) for of, on in rows) == int(number)


def test_a_long_calendar_has_a_page_for_each_year(orders, markdown, monkeypatch):
    assert '<table class="month">' in markdown["deadlines/"]
    monkeypatch.setattr(pages_lists, "MONTHS_ON_ONE_PAGE", 3)
    made = {file.path: file.content.decode() for file in pages(Site(orders, page_samples.SampleSettings()))}
    assert 'href="../deadlines/2026/"' in made["deadlines/index.md"]
    assert '<table class="month">' not in made["deadlines/index.md"]
    assert made["deadlines/2026/index.md"].count('<table class="month">') == 4


def test_the_scripts_of_all_pages_together_are_small(files):
    scripts = {path: text for path, text in files.items() if path.endswith(".js")}
    in_the_head = (templates_folder() / "theme" / "main.html").read_text("utf-8")
    assert {"assets/search.js", "assets/tracker.js"} == set(scripts)
    assert sum(len(gzip.compress(text.encode())) for text in (*scripts.values(), in_the_head)) < 8000


def test_a_script_is_published_without_its_comments_and_indents(files):
    written = (templates_folder() / "assets" / "tracker.js").read_text("utf-8")
    assert "/* " in written and "/* " not in files["assets/tracker.js"]
    assert len(files["assets/tracker.js"]) < 0.8 * len(written)


def test_internal_links_lead_to_pages(markdown, orders):
    made = outputs(orders, Project(Path("nowhere"), page_samples.SampleSettings.site_url))
    known = set(markdown) | {file.path for file in made} | {"data/"}
    for address, text in markdown.items():
        for target in re.findall(r'href="([^":?#]*)(?:\?[^"#]*)?(?:#[^"]*)?"', text):
            if target and not target.startswith(("http", "../")):
                assert _resolved(address, target) in known, f"{address} → {target}"


def _resolved(address: str, target: str) -> str:
    parts = [part for part in address.split("/") if part]
    for part in target.split("/")[:-1]:
        parts = parts[:-1] if part == ".." else [*parts, part]
    last = target.split("/")[-1]
    return "/".join([*parts, last]) if parts else last


@pytest.mark.parametrize(
    "key, words",
    [
        ("2-a", "Done"),
        ("3-d", "Done late"),
        ("2-b", "Past due, no completion found (record searched July 8, 2026)"),
        ("2-c", "Due soon"),
        ("3-c", "Upcoming"),
        ("3-a", "Awaiting an event"),
        ("2-c_2", "No deadline stated"),
    ],
)
def test_a_standing_in_words(markdown, key, words):
    assert re.search(rf"<dt>Standing</dt><dd>.*?<span>{re.escape(words)}</span>", markdown[f"orders/eo-99/{key}/"])


@pytest.mark.parametrize(
    "key, words",
    [
        ("2-a", "Signed June 2, 2026 + 10 days = June 12, 2026, a Friday."),
        ("2-b", "“Within 30 days of the date of this order”"),
        ("2-d", "Extended to"),
        ("2-d", "blocked"),
        ("3-a", "Estimate, not a deadline"),
        ("3-b", "Do not paint on a Sunday"),
        ("3-b", "The text names nobody"),
        ("3-b_2", "Such paint to be removed by the Director of Brushes"),
        ("3-b_2", "The next business day is"),
        ("2-c", "Nothing on record as of"),
        ("2-b", "verified"),
        ("2-b", "append under the last entry of <code>2-b</code>"),
        ("2-c", "add right under the line <code>2-c:</code>"),
        ("2-b", "https://github.com/example/tracker/edit/main/source/eo-99/progress.yml#L18"),
        ("2-c", 'https://github.com/example/tracker/edit/main/source/eo-99/progress.yml"'),
    ],
)
def test_an_obligation_s_page_says(markdown, key, words):
    assert words in markdown[f"orders/eo-99/{key}/"]


def test_nothing_on_record_is_never_called_not_done(markdown):
    assert not any("not done" in text.lower() for address, text in markdown.items() if address.startswith("orders/"))


def test_an_unsigned_order_is_not_dated(markdown):
    assert "signing date is not known" in markdown["orders/memo-prose/p1/"]
    assert "a summary of the order, not its text" in markdown["orders/memo-prose/p1/"]


def test_an_order_without_obligations_says_so(markdown):
    assert "nothing in it obliges anybody" in markdown["orders/proc-7/"]


def test_the_text_is_published_as_it_is(files, orders):
    assert files["orders/eo-99/text.txt"] == orders[0].order.body
    assert orders[0].order.sha256 in files["orders/eo-99/text/index.md"]


def test_segments_hold_the_whole_text(orders):
    reading = orders[0].reading
    marked = segments(reading, reading.obligations)
    assert [s.text for s in marked] == [block.span.of(reading.order.body) for block in reading.order.blocks]
    assert sorted(key for s in marked for key in s.keys) == sorted(KEYS)


def test_a_run_in_heading_is_a_heading():
    reading = page_samples.run_in_heading()
    assert [(s.kind, s.text) for s in segments(reading, ())] == [
        ("heading", "Sec. 2. Tea."),
        ("paragraph", " The Secretary of Tea shall boil water."),
        ("paragraph", "(a) Cups."),
    ]


@pytest.mark.parametrize(
    "key, starts",
    [
        ("2-a", ["(a) Within 10 days"]),
        ("2-b", ["(b) Within 30 days", "(i) are wide", "(ii) are"]),
        ("2-c_2", ["(c) Within 45 days"]),
    ],
)
def test_words_are_shown_with_the_list_that_they_open(orders, key, starts):
    reading = orders[0].reading
    obligation = next(o for o in reading.obligations if o.key == key)
    shown = segments(reading, (obligation,), context(reading, obligation))
    assert len(shown) == len(starts)
    assert all(segment.text.startswith(start) for segment, start in zip(shown, starts, strict=True))


def test_a_month_has_whole_weeks(orders):
    found = months(duties(orders))
    assert [month.name for month in found] == ["June 2026", "July 2026", "August 2026", "September 2026"]
    for month in found:
        assert {len(week) for week in month.weeks} == {7}
        assert all(
            cell.day is None or (cell.day.weekday() + 1) % 7 == n for week in month.weeks for n, cell in enumerate(week)
        )
    assert [len(cell.duties) for week in found[0].weeks for cell in week if cell.duties] == [1, 1, 1]


def test_every_standing_is_listed_once(orders):
    assert {shown.standing for shown, _rows in by_standing(duties(orders))} == set(Standing)


@pytest.mark.parametrize(
    "text, cut_at_30",
    [
        ("short", "short"),
        ("release directives and other guidance", "release directives and other…"),
        ("a line that ends with the word of the", "a line that ends…"),
        ("x" * 40, "x" * 29 + "…"),
    ],
)
def test_a_line_is_cut_at_a_word(text, cut_at_30):
    assert wording.cut(text, 30) == cut_at_30
    assert len(cut_at_30) <= 30


@pytest.mark.parametrize(
    "action, words",
    [
        ("issue rules and other guidance, as needed, in order to:", "Issue rules and other guidance, as needed"),
        (
            "paint it, in consultation with the Director of Brushes",
            "Paint it, in consultation with the Director of Brushes",
        ),
        ("paint every old bridge, in consultation with the Director of Brushes", "Paint every old bridge"),
        ("be painted by the Director", "The bridge to be painted by the Director"),
        ("to", "To"),
        (", ; : " * 20_000 + "to", ", ; :"),
    ],
)
def test_a_headline_in_plain_words(orders, action, words):
    obligation = replace(
        orders[0].reading.obligations[0], action=action, quote="After a day, the bridge shall be painted."
    )
    shown = wording.headline(obligation)
    assert shown == words if len(words) > 10 else shown.startswith(words)


@pytest.mark.parametrize(
    "day, short, long",
    [
        (date(2026, 7, 2), "Thu, Jul 2, 2026", "Thursday, July 2, 2026"),
        (date(2028, 2, 29), "Tue, Feb 29, 2028", "Tuesday, February 29, 2028"),
    ],
)
def test_dates_in_words(day, short, long):
    assert (wording.date_short(day), wording.date_long(day)) == (short, long)


@pytest.mark.parametrize(
    "names, words",
    [
        ((), ""),
        (("A",), "A"),
        (("A", "B"), "A and B"),
        (("A", "B", "C"), "A, B, and C"),
        (("A, a", "B", "C"), "A, a; B; and C"),
    ],
)
def test_names_in_a_row(names, words):
    assert wording.listed(names) == words


@pytest.mark.parametrize(
    "text, escaped",
    [
        ("2(c): Sec. 3 – plain", "2(c): Sec. 3 – plain"),
        ("<b> & [x](y) *a*", "&#60;b&#62; &#38; &#91;x&#93;(y) &#42;a&#42;"),
        ("a_b `c` {d} #e\nf\\g", "a&#95;b &#96;c&#96; &#123;d&#125; &#35;e f&#92;g"),
    ],
)
def test_a_heading_is_text_to_markdown(text, escaped):
    assert heading(text) == escaped


def test_a_span_is_limited_to_what_is_asked(orders):
    reading = orders[0].reading
    first = reading.order.blocks[0].span
    assert len(segments(reading, reading.obligations, (Span(first.start, first.end),))) == 1


@pytest.mark.parametrize("page", ["orders/eo-99/", "orders/eo-99/2-d/"])
def test_what_was_searched_stands_beside_the_day_of_the_search(markdown, page):
    assert re.search(
        r"July 8, 2026</time>(?: \(|<div class=\"aside\">Searched: )the Register &amp; press pages[.)<]", markdown[page]
    )
    assert "memo-prose" not in page and "press pages..." not in markdown[page]


@pytest.mark.parametrize(
    ("title", "number", "brief"),
    [
        ("Executive Order on Improving Safety", 99, "Improving Safety"),
        ("Executive Order on the Safe Use of Paint", 99, "Safe Use of Paint"),
        ("Painting in Order", 99, "Painting in Order"),
        ("Executive Order on Paint", None, "Executive Order on Paint"),
        ("", 99, ""),
    ],
)
def test_a_title_behind_its_number_does_not_repeat_the_kind(orders, title: str, number: int | None, brief: str):
    assert brief_title(replace(orders[0].order, title=title, number=number)) == brief


@pytest.mark.parametrize(
    ("as_of", "words"), [(date(2026, 8, 3), "the next search is due"), (date(2026, 8, 4), "the next search was due")]
)
def test_an_orders_page_says_when_the_next_search_is_due(orders, as_of: date, words: str):
    one = replace(
        orders[0], progress=replace(orders[0].progress, checked=date(2026, 7, 4), check_every=30), as_of=as_of
    )
    text = next(
        file.content.decode()
        for file in pages(Site((one,), page_samples.SampleSettings()))
        if file.path == "orders/eo-99/index.md"
    )
    assert re.search(rf'every 30 days; {words} <time datetime="2026-08-03">August 3, 2026</time>', text)
