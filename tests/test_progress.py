"""The progress log as people write it: what it says, and what each fault gets."""

from datetime import date

import pytest
from samples import SIGNED, day, event, obligation, reading, relative

from extractor.model import Evidence
from extractor.source import log_keys
from extractor.source.log_form import EXAMPLE_NOTE
from extractor.source.progress import ProgressFile, read_progress

KEYS = ("2-a", "2-c", "2-d", "3-a", "3-a_2", "4", "4.1-a-i-A", "2e1", "on", "2026-06-02")
TODAY = day("07-10")
FILE = "source/eo-14999/progress.yml"


ORDER = reading(*(obligation(key, event() if key == "2-c" else None) for key in KEYS))


def read(text: str | bytes, order=ORDER, signed: date | None = SIGNED):
    raw = text if isinstance(text, bytes) else text.encode()
    found, problems = read_progress(raw, FILE, order, signed, TODAY)
    return found, sorted(problems)


def log(block: str) -> str:
    """A file whose log is ``block``; the block begins on line 3."""
    return f"checked: 2026-07-04\nlog:\n{block}"


def test_a_whole_entry():
    found, problems = read(
        log("""\
  2-c:
    - date: 2026-06-10
      recorded: 2026-06-12
      status: completed
      note: One directive is out.
      evidence:
        - url: https://example.org/a?b=1&c=2
          title: 'Directive: 26-04'
      basis: verified
      due: 2026-09-01
      triggered: 2026-06-09
""")
    )
    assert problems == []
    assert found.checked == day("07-04")
    (entry,) = found.of("2-c")
    assert (entry.date, entry.recorded, entry.due, entry.triggered) == (
        day("06-10"),
        day("06-12"),
        day("09-01"),
        day("06-09"),
    )
    assert (entry.status, entry.basis, entry.line) == ("completed", "verified", 4)
    assert entry.evidence == (Evidence("https://example.org/a?b=1&c=2", "Directive: 26-04"),)


def test_what_may_be_left_out():
    found, problems = read(log("  2-c:\n    - date: 2026-06-10\n      note: 5\n"))
    assert problems == []
    (entry,) = found.of("2-c")
    assert (entry.recorded, entry.status, entry.basis, entry.evidence, entry.note) == (
        day("06-10"),
        None,
        "claimed",
        (),
        "5",
    )


@pytest.mark.parametrize(
    "text", ["checked: 2026-07-04\n", "checked: 2026-07-04\nlog:\n", "checked: 2026-07-04\nlog: {}\n"]
)
def test_a_log_without_entries(text):
    found, problems = read(text)
    assert (found.checked, found.log, problems) == (day("07-04"), (), [])


@pytest.mark.parametrize(
    ("text", "next_search"),
    [
        ("checked: 2026-07-04\ncheck_every: 30\n", day("08-03")),
        ("checked: 2026-07-04\n", None),
        ("check_every: 30\nlog:\n", None),
    ],
)
def test_when_the_next_search_is_due(text, next_search):
    found, problems = read(text)
    assert (found.next_search, problems) == (next_search, [])


def test_a_key_with_nothing_after_it_has_nothing_on_record():
    found, problems = read(
        log("  2-a:\n  2-c:  # the Secretary\n    - {date: 2026-06-10, note: x}\n  2-d:  # the Board\n")
    )
    assert (problems, [name for name, _ in found.log]) == ([], ["2-c"])


@pytest.mark.parametrize(("nothing", "severity"), [(False, "error"), (True, "warning")])
def test_of_very_many_unknown_keys_the_first_are_looked_into_and_the_others_counted(monkeypatch, nothing, severity):
    looked = []
    monkeypatch.setattr(log_keys, "nearest_word", lambda *_: looked.append(1))
    last = "\n" if nothing else "\n    - date: 2026-06-10\n      note: x\n"
    _, problems = read(log("".join(f"  9-{number}:\n" for number in range(4999)) + f"  9-4999:{last}"))
    assert len(problems) == log_keys.MOST_TOLD + 1 and len(looked) <= log_keys.MOST_TOLD
    (others,) = (each for each in problems if "more keys" in each.message)
    assert (others.message, others.severity) == ("4,900 more keys from here on: unknown obligation", severity)
    assert others.line == 3 + log_keys.MOST_TOLD and others.found == "9-100"


def test_a_wrong_key_with_nothing_on_record_is_a_warning():
    (problem,) = read(log("  2-z:\n"))[1]
    assert (problem.severity, problem.line, problem.fix) == ("warning", 3, "delete the line")


# A key with nothing under it that names no obligation as it stands: the lines of the log, and the whole fix.
EMPTY_KEYS = {
    "a citation": ("  2(d):\n", "did you mean “2-d”?"),
    "a full id": ("  eo-14999/2-d:\n", "did you mean “2-d”?"),
    "another case": ("  4.1-A-I-A:\n", "did you mean “4.1-a-i-A”?"),
    "a citation beside its key": ("  2(d):\n  2-d:\n", "did you mean “2-d”? That has its own line, 4: put entries there, and delete this line"),
    "only near": ("  2-z:\n", "delete the line"),
    "nothing like it": ("  nine:\n", "delete the line"),
}  # fmt: skip


@pytest.mark.parametrize(("lines", "fix"), EMPTY_KEYS.values(), ids=EMPTY_KEYS)
def test_an_empty_key_gets_its_right_form_where_it_can_only_mean_one(lines, fix):
    (problem,) = read(log(lines))[1]
    assert (problem.severity, problem.line, problem.fix) == ("warning", 3, fix)


GOOD_HOSTS = ["example.org", "www.example.org.", "xn--bcher-kva.example", "bücher.example", "उदाहरण.परीक्षा", "127.0.0.1", "example.org:8080", "a_b.example.org"]  # fmt: skip
NO_HOSTS = ["…", "....", "localhost", "a..example", "example", "www.…", "-.example", "[::1]"]


@pytest.mark.parametrize("host", GOOD_HOSTS + NO_HOSTS)
def test_an_address_names_a_host(host):
    problems = read(entry(*GOOD, "evidence:", f"  - url: 'https://{host}/a'", "    title: t"))[1]
    assert [problem.message for problem in problems] == (["url: the address names no host"] if host in NO_HOSTS else [])


@pytest.mark.parametrize("key", ["4", "2e1", "on", "2026-06-02", "3-a_2", "4.1-a-i-A"])
def test_keys_are_text(key):
    found, problems = read(log(f"  {key}:\n    - date: 2026-06-10\n      note: x\n"))
    assert (problems, [name for name, _ in found.log]) == ([], [key])


@pytest.mark.parametrize(
    "raw",
    [
        b"\xef\xbb\xbfchecked: 2026-07-04\nlog:\n  4:\n    - date: 2026-06-10\n      note: x\n",
        b"checked: 2026-07-04\r\nlog:\r\n  4:\r\n    - date: 2026-06-10\r\n      note: x\r\n",
        b"checked: 2026-07-04\rlog:\r  4:\r    - date: 2026-06-10\r      note: x\r",
        b"---\nchecked: 2026-07-04\nlog:\n  4:\n    - date: 2026-06-10\n      note: x\n...\n",
        b"{checked: 2026-07-04, log: {4: [{date: 2026-06-10, note: x}]}}",
    ],
)
def test_marks_and_line_ends_do_not_matter(raw):
    found, problems = read(raw)
    assert (problems, len(found.of("4"))) == ([], 1)


def entry(*lines: str) -> str:
    """One entry under 2-c; its first line is line 4, its fields begin in column 7."""
    return log("  2-c:\n    - " + "\n      ".join(lines) + "\n")


GOOD = ("date: 2026-06-10", "note: x")

# The text, then line and column of the one problem, a part of its message, what was found, a part of what is allowed
# and a part of the fix.
FAULTS = {
    "missing field": (entry("note: x"), 4, 7, "“date” is missing", "nothing", "2026-06-30", "add “date"),
    "empty field": (entry("date:", "note: x"), 4, 7, "“date” is missing", "date: with nothing", "2026-06-30", "add"),
    "misspelt field": (entry(*GOOD, "staus: blocked"), 6, 7, "unknown field", "staus", "status", "“status”"),
    "wrong type": (entry(*GOOD, "evidence: here"), 6, 17, "evidence: no items", "here", "- url:", None),
    "list for text": (entry("date: 2026-06-10", "note: [a]"), 5, 13, "not a text", "a list", "text", "text"),
    "text for entry": (log("  2-c:\n    - done\n"), 4, 7, "fields are expected", "done", "date, recorded", None),
    "text for list": (log("  2-c: done\n"), 3, 8, "2-c: no entries below it", "done", "- date:", "add an entry"),
    "map for list": (log("  2-c:\n    date: 2026-06-10\n"), 4, 5, "no entries below it", "fields below it", "- date:", "put “- ”"),
    "no entries": (log("  2-c: []\n"), 3, 8, "no entries below it", "brackets with nothing", "- date:", "nothing after"),
    "not a date": (entry("date: June", "note: x"), 4, 13, "not a date", "June", "2026-06-30", "write a date"),
    "near date": (entry("date: 2026-6-1", "note: x"), 4, 13, "not a date", "2026-6-1", "2026-06-30", "“2026-06-01”"),
    "no such day": (entry("date: 2026-06-31", "note: x"), 4, 13, "no such day", "2026-06-31", "2026", "“2026-06-30”"),
    "huge number": (entry("date: " + "9" * 5000, "note: x"), 4, 13, "not a date", "999", "2026-06-30", "write"),
    "list for date": (entry("date: [2026, 6]", "note: x"), 4, 13, "not a date", "a list", "2026-06-30", "write"),
    "unknown status": (entry(*GOOD, "status: half"), 6, 15, "unknown value", "half", "not-started, in", "use one"),
    "status in other words": (
        entry(*GOOD, "status: In Progress"), 6, 15, "unknown value", "In Progress", "completed", "“in-progress”",
    ),
    "unknown basis": (entry(*GOOD, "basis: verifed"), 6, 14, "unknown value", "verifed", "claimed, verified", "“verified”"),
    "unknown id": (log("  9-z:\n    - date: 2026-06-10\n      note: x\n"), 3, 3, "unknown obligation", "9-z", "2-a, 2-c", None),
    "citation for id": (log("  2(c):\n    - date: 2026-06-10\n      note: x\n"), 3, 3, "unknown obl", "2(c)", "2-a", "“2-c”"),
    "upper case": (log("  4.1-A-I-a:\n    - date: 2026-06-10\n      note: x\n"), 3, 3, "unknown", "4.1", "2-a", "“4.1-a-i-A”"),
    "full id": (log("  eo-14999/2-c:\n    - date: 2026-06-10\n      note: x\n"), 3, 3, "unknown", "eo-", "2-a", "“2-c”"),
    "merge key": (log("  <<:\n    - date: 2026-06-10\n      note: x\n"), 3, 3, "unknown obligation", "<<", "2-a", None),
    "field twice": (entry(*GOOD, "note: y"), 6, 7, "the same field twice", "note, first at line 5", "once", "lines? 5|line 5"),
    "second block": (
        log("  4:\n    - date: 2026-06-10\n      note: x\n  2-c: [{date: 2026-06-11, note: y}]\n  4: [{date: 2026-06-12, note: z}]\n"),
        7, 3, "a second block for 4", "first at line 3", "one block", "append these entries to the first block, at line 3",
    ),
    "tab": (log("  2-c:\n\t- date: 2026-06-10\n\t  note: x\n"), 4, 1, "a tab", "a tab", "spaces", "replace"),
    "broken YAML": (log("  2-c:\n    - date: 2026-06-10\n      note: a: b\n"), 5, 14, "a colon in a text", None, "in quotes", "note: \"a: b\""),
    "open quote": (entry("date: 2026-06-10", "note: 'x"), 5, 13, "never closed", None, "the same mark", "note: 'x'"),
    "alias": (entry("date: 2026-06-10", "note: *x", "status: blocked"), 5, 13, "an alias", "*x", "value", "write the value"),
    "anchor": (entry("date: 2026-06-10", "note: &x y"), 5, 13, "an anchor", "&x", "the value", "delete &x"),
    "tag": (entry("date: 2026-06-10", "note: !!python/name:os.system y"), 5, 13, "a tag", "!!python", "alone", "delete"),
    "second document": (log("  2-c: [{date: 2026-06-10, note: x}]\n---\na: b\n"), 4, 1, "a second YAML document", "---", "one", "delete"),
    "future date": (entry("date: 2026-07-11", "note: x"), 4, 13, "date: in the future", "2026-07-11", "2026-07-10", "once"),
    "future record": (entry(*GOOD, "recorded: 2026-07-11"), 6, 17, "recorded: in the future", "2026-07-11", "2026-07-10", "once"),
    "before signing": (entry("date: 2026-06-01", "note: x"), 4, 13, "before the order was signed", "2026-06-01", "2026-06-02", "correct"),
    "recorded too early": (entry(*GOOD, "recorded: 2026-06-09"), 6, 17, "recorded before", "2026-06-09, before", "06-10", "correct"),
    "event after record": (entry(*GOOD, "triggered: 2026-06-11"), 6, 18, "recorded before", "2026-06-10, before", "06-11", "correct"),
    "future event": (
        entry(*GOOD, "recorded: 2026-07-11", "triggered: 2026-07-11"),
        [(6, 17), (7, 18)], None, "in the future", "2026-07-11", "2026-07-10", "once",
    ),
    "completed without evidence": (entry(*GOOD, "status: completed"), 6, 15, "without evidence", "no evid", "one evid", "add evid"),
    "completed with an empty list": (
        entry(*GOOD, "status: completed", "evidence: []"), 6, 15, "without evidence", "no evid", "one evid", "add evid",
    ),
    "extended without evidence": (entry(*GOOD, "due: 2026-09-01"), 6, 12, "without evidence", "no evid", "due with", "add evid"),
    "extended without reason": (
        entry("date: 2026-06-10", "due: 2026-09-01"), 5, 12, "without note and evidence", "no note", "due with", "add note",
    ),
    "nothing said": (entry("date: 2026-06-10", "basis: claimed"), 4, 13, "says nothing", "a date only", "a status", "add"),
    "order": (
        log("  2-c:\n    - {date: 2026-06-12, note: x}\n    - {date: 2026-06-10, note: y}\n"),
        5, 14, "not oldest first", "2026-06-10, below 2026-06-12 at line 4", "oldest first", "add “recorded: 2026-07-10” to this entry",
    ),
    "no title": (entry(*GOOD, "evidence:", "  - url: https://example.org"), 7, 11, "“title” is missing", "nothing", "text", "add"),
    "empty file": (b"", 1, 1, "the file is empty", "nothing", "checked", "add an entry"),
    "only a comment": ("# nothing yet\n", 1, 1, "the file is empty", "nothing", "checked", "add an entry"),
    "future check": ("checked: 2026-07-11\n", 1, 10, "checked: in the future", "2026-07-11", "2026-07-10", "correct"),
    "early check": ("checked: 2026-06-01\n", 1, 10, "checked: before the order", "2026-06-01", "2026-06-02", "correct"),
    "never to be searched": ("checked: 2026-07-04\ncheck_every: 0\n", 2, 14, "too small", "0", "from 1 to 366", None),
    "how often, in words": ("checked: 2026-07-04\ncheck_every: monthly\n", 2, 14, "not a whole number", "monthly", "days", None),
    "misspelt log": ("checked: 2026-07-04\nlogs: {}\n", 2, 1, "unknown field", "logs", "checked, checked_in, check_every, log", "“log”"),
    "log is a list": ("checked: 2026-07-04\nlog: []\n", 2, 6, "fields are expected below it", "a list", "keys", "write"),
    "file is a list": ("- a\n", 1, 1, "fields are expected", "a list", "checked, checked_in, check_every, log", None),
    "file is a word": ("hello\n", 1, 1, "fields are expected", "hello", "checked, checked_in, check_every, log", None),
    "Latin-1": (
        b"checked: 2026-07-04\nlog:\n  2-c:\n    - date: 2026-06-10\n      note: caf\xe9\n",
        5, 16, "not UTF-8", "byte 0xE9", "UTF-8", "save the file as UTF-8",
    ),
    "UTF-16": ("checked: 2026-07-04\n".encode("utf-16"), 1, 1, "not UTF-8", "UTF-16", "UTF-8", "save"),
    "NUL": (entry("date: 2026-06-10", "note: a\0b\0"), 5, 14, "control character", "U+0000 and 1 more", "printable", "delete"),
    "depth": ("checked: 2026-07-04\nlog: " + "[" * 50_000, 2, 17, "nested too deep", None, "12 levels", "compare"),
    "size": (b"#" * 500_001, 0, 0, "too large", "500,001 bytes", "500,000", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "line", "column", "message", "found", "allowed", "fix"), FAULTS.values(), ids=FAULTS)
def test_each_fault_has_its_place_and_its_fix(text, line, column, message, found, allowed, fix):
    problems = read(text)[1]
    places = line if isinstance(line, list) else [(line, column)]
    if message == "a tab":
        assert (problems.pop().line, len(problems)) == (5, 1)
    assert [(problem.line, problem.column) for problem in problems] == places
    for problem in problems:
        assert (problem.file, problem.severity) == (FILE, "error")
        assert message in problem.message
        for part, words in ((found, problem.found), (allowed, problem.allowed)):
            assert part is None or part in words
        assert fix is None or any(part in problem.fix for part in fix.split("|"))


@pytest.mark.parametrize(
    "url",
    ["javascript:alert(1)", "ftp://example.org", "example.org", "//example.org", "https://", "https:///x", "http://[", "data:x",
     '"https://a b"', "'https://a\"b'", "https://me:pw@example.org", "https://example.org:port/", "'https://a<b'", "''"],
)  # fmt: skip
def test_evidence_must_be_a_plain_web_address(url):
    problems = read(entry(*GOOD, "evidence:", f"  - url: {url}", "    title: t"))[1]
    assert [(problem.line, problem.column) for problem in problems] == [(7, 16)]
    assert "https://" in problems[0].allowed


def test_all_faults_come_out_in_one_run():
    problems = read("""\
checked: 2027-01-01
lgo: x
log:
  2-b:
    - date: 2026-02-30
      status: done
      evidence:
        - url: nowhere
          titel: t
    - date: 2026-06-10
      status: completed
      due: 2026-09-01
  4:
    - date: 2026-06-01
      recorded: 2026-08-01
      note: &a x
  4:
    - note: *a
      triggered: 2026-12-01
""")[1]
    assert [problem.line for problem in problems] == [1, 2, 4, 5, 6, 8, 8, 9, 11, 12, 14, 15, 16, 17, 18, 18, 19, 19]


def test_what_a_reader_may_fix_later_is_read_all_the_same():
    found, problems = read(log("  4:\n    - {date: 2026-06-10, note: x}\n  4:\n    - {date: 2026-06-12, note: y}\n"))
    assert len(problems) == 1
    assert [each.note for each in found.of("4")] == ["x", "y"]


def test_a_correction_may_be_about_an_earlier_day():
    text = log("  4:\n    - {date: 2026-06-20, note: x}\n    - {date: 2026-06-10, recorded: 2026-06-25, note: y}\n")
    assert read(text)[1] == []


EVIDENCE = "evidence: [{url: 'https://example.org', title: t}]"
SOUND = {
    "a step back with its reason": ["06-10, status: completed, " + EVIDENCE, "06-12, status: in-progress, note: it was withdrawn"],
    "on from a start": ["06-10, status: not-started", "06-12, status: in-progress", "06-14, status: completed, " + EVIDENCE],
    "blocked, and on again": ["06-10, status: blocked", "06-12, status: in-progress", "06-14, status: blocked"],
    "said again on another day": ["06-10, status: in-progress", "06-12, status: in-progress"],
    "two things on one day": ["06-10, note: x", "06-10, note: y"],
    "withdrawn by mistake": ["06-10, status: rescinded, note: x", "06-12, status: in-progress, note: it was not, " + EVIDENCE, "06-14, note: z"],
    "extended twice": ["06-10, note: x, due: 2026-09-01, " + EVIDENCE, "06-12, note: y, due: 2026-10-01, " + EVIDENCE],
    "an extension set right": ["06-10, note: x, due: 2026-10-01, " + EVIDENCE, "06-12, note: y, due: 2026-09-01, " + EVIDENCE],
    "an extension taken back": ["06-10, note: x, due: 2026-10-01, " + EVIDENCE, "06-12, note: y, due: 2026-07-02, " + EVIDENCE],
    "verified, with the record": ["06-10, note: x, basis: verified, " + EVIDENCE],
    "a number in quotes": ["06-10, note: 'see #12'"],
    "a number without a blank": ["06-10, note: see PR#12"],
}  # fmt: skip


@pytest.mark.parametrize("entries", SOUND.values(), ids=SOUND)
def test_what_a_log_may_say(entries):
    dated = reading(obligation("2-a", relative(30)))
    text = log("  2-a:\n" + "".join(f"    - {{date: 2026-{each}}}\n" for each in entries))
    assert read(text, order=dated)[1] == []


@pytest.mark.parametrize(
    ("text", "message"),
    [
        # The first and the last day that there can be: those of the signing and of the clock
        ("checked: 2026-07-10\n", None),
        ("checked: 2026-07-11\n", "checked: in the future"),
        ("checked: 2026-06-02\n", None),
        ("checked: 2026-06-01\n", "checked: before the order was signed"),
        (log("  4:\n    - {date: 2026-07-10, note: x}\n"), None),
        (log("  4:\n    - {date: 2026-07-11, note: x}\n"), "date: in the future"),
        (log("  4:\n    - {date: 2026-06-02, note: x}\n"), None),
        (log("  4:\n    - {date: 2026-06-01, note: x}\n"), "date: before the order was signed"),
        (log("  4:\n    - {date: 2026-06-10, recorded: 2026-06-10, note: x}\n"), None),
        (log("  4:\n    - {date: 2026-06-10, recorded: 2026-06-09, note: x}\n"), "recorded before the day of “date”"),
        (log("  4:\n    - {date: 2026-06-10, recorded: 2026-07-11, note: x}\n"), "recorded: in the future"),
        (log("  2-c:\n    - {date: 2026-06-10, triggered: 2026-06-02}\n"), None),
        (log("  2-c:\n    - {date: 2026-06-10, triggered: 2026-06-01}\n"), "triggered: before the order was signed"),
        (log("  2-c:\n    - {date: 2026-06-10, triggered: 2026-06-11}\n"), "recorded before the day of “triggered”"),
        # The example's own words, from more than half of them on
        (log(f"  4:\n    - {{date: 2026-06-10, note: '{EXAMPLE_NOTE}'}}\n"), "note: these are the example’s words"),
        (log(f"  4:\n    - {{date: 2026-06-10, note: '{EXAMPLE_NOTE.upper()}'}}\n"), "note: these are the example’s words"),
        (log(f"  4:\n    - {{date: 2026-06-10, note: '{EXAMPLE_NOTE[: len(EXAMPLE_NOTE) // 2 + 1]}'}}\n"), "note: these are the example’s words"),
        (log(f"  4:\n    - {{date: 2026-06-10, note: '{EXAMPLE_NOTE[: len(EXAMPLE_NOTE) // 2]}'}}\n"), None),
        (log(f"  4:\n    - {{date: 2026-06-10, note: '{EXAMPLE_NOTE} Indeed.'}}\n"), None),
    ],
)  # fmt: skip
def test_a_rule_ends_on_its_day_and_at_its_word(text: str, message: str | None):
    assert [problem.message for problem in read(text)[1]] == ([message] if message else [])


def test_an_extension_of_a_deadline_whose_event_is_on_record():
    dated = reading(obligation("2-c", event(30)))
    entries = "    - {date: 2026-06-10, triggered: 2026-06-10}\n    - {date: 2026-06-12, note: x, due: DUE, EVIDENCE}\n"
    text = log("  2-c:\n" + entries.replace("EVIDENCE", EVIDENCE))
    assert read(text.replace("DUE", "2026-07-11"), order=dated)[1] == []
    (problem,) = read(text.replace("DUE", "2026-07-09"), order=dated)[1]
    assert (problem.line, problem.found) == (5, "2026-07-09, where 2026-07-10 is the date that it extends")


def test_an_event_may_start_one_of_two_dates_that_compete():
    both = relative(30, whichever="later", second=event(10))
    text = log("  2-a:\n    - {date: 2026-06-10, triggered: 2026-06-10}\n")
    assert read(text, order=reading(obligation("2-a", both)))[1] == []
    (problem,) = read(text, order=reading(obligation("2-a", relative(30)), obligation("2-c", event())))[1]
    assert (problem.line, problem.allowed) == (4, "only where the deadline runs from an event: 2-c")


def test_without_the_order_keys_and_signing_date_are_not_judged():
    text = log("  9-z:\n    - {date: 2020-01-01, note: x}\n")
    assert read(text, order=None, signed=None)[1] == []


HOSTILE = [
    b"\x00" * 100, b"\xff" * 1000, b"\xfe\xff\x00", b"%PDF-1.7 \xe2\xe3", b"\x1f\x8b\x08", b"[" * 100_000, b"- " * 20_000,
    b"{" * 20_000, b"? " * 5_000, b"a: " * 5_000, b"&" * 1000, b"*" * 1000, b"!" * 1000, b"%" * 1000, b"'" * 999, b'"' * 999,
    b"|" * 100, b">" * 100, b"---\n" * 2_000, b"...\n" * 2_000, b"%YAML 9.9\n---\na: 1", b"%TAG ! !\n---\n!x a", b"? [a, b]\n: c\n",
    b"? {a: b}\n: c\n", b"{[a]: b}", b"<<: {a: b}\n", b"=: 1\n", b"\t\t\ta", b"log: !!set {a, b}", b"log: !!omap [a: b]",
    b"checked: 0001-01-01\n", b"checked: 9999-99-99\n", b"checked: 1e999999\n", b"checked: .inf\n", b"checked: !!float x\n",
    b"log:\n  ? |\n    a\n  : x\n", b"log:\n  2-c:\n    - - - a\n", b"log:\n  2-c: &a [*a]\n", b"log:\n  :\n    - a\n", b"a\r\rb: c\r\n",
    "checked: ２０２６-07-04\n".encode(), "log:\n  \u202e4: x\n".encode(), b"log: {4: {4: {4: {4: {}}}}}", b"\xed\xa0\x80", b"log: [[[[[]]]]]",
]  # fmt: skip


@pytest.mark.parametrize("raw", HOSTILE, ids=[repr(raw[:16]) for raw in HOSTILE])
def test_hostile_bytes_end_in_problems(raw):
    problems = read(raw)[1]
    assert problems
    assert all(problem.as_text() and problem.as_github() for problem in problems)


def test_the_model_makes_a_schema():
    schema = ProgressFile.model_json_schema()
    status = schema["$defs"]["EntryFields"]["properties"]["status"]["anyOf"][0]["enum"]
    assert "superseded" in status
    assert schema["additionalProperties"] is False


def test_the_logs_of_this_repository_are_sound(root):
    for file in sorted(root.glob("source/*/progress.yml")):
        assert read_progress(file.read_bytes(), file.name, None, None, date.today())[1] == []
