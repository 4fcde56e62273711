"""Kinds of wrong entry in a progress log, each as somebody would write it, through ``tracker check`` itself.

In every row ``▸`` stands before the character that the message must point at; it is taken out before the file is
written. Then come words of the message and words of the fix.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.commands.check import command as check

FILE = "source/eo-9001/progress.yml"
ORDER = """\
---
id: eo-9001
kind: executive order
number: 9001
title: Keeping the Lighthouses Lit
signed: 2026-03-02
text: official
---

## Sec. 1. Lamps.

(a) The Secretary of Commerce shall, within 30 days of the date of this order, list:

(i) every lighthouse; and

(ii) every keeper.

(b) Within 60 days of receipt of the list, the Secretary of Labor shall publish a plan.

(c) Nothing in this section shall be construed to close a lighthouse.

(d) The Attorney General shall prosecute anyone who puts out a lamp.

## Sec. 2. Ships.

Ships are praised.

## Sec. 3. Pilots.

(a) The Secretary of Labor shall count the pilots.
"""
EVIDENCE = "evidence: [{url: 'https://example.org/a', title: A report}]"
LOG = "checked: 2026-04-20\nlog:\n"


def about(*lines: str, key: str = "1-a") -> str:
    """A log with one entry under ``key``: its lines, indented."""
    return LOG + f"  {key}:\n    - " + "\n      ".join(lines) + "\n"


def two(first: str, second: str, key: str = "1-a") -> str:
    """A log with two entries, each on one line."""
    return LOG + f"  {key}:\n    - {{{first}}}\n    - {{{second}}}\n"


DATE, NOTE = "date: 2026-03-20", "note: Half of the coast is listed."
DONE = "date: 2026-03-20, status: completed, evidence: [{url: 'https://example.org/a', title: A}]"
GONE = "date: 2026-03-20, status: rescinded, note: x"
RLO, ZERO_WIDTH, POP = "\u202e", "\u200b", "\u2069"

# name: (the file with ▸ at the place, words of the message, words of the fix)
WRONG = {
    "a step back": (two(DONE, "date: 2026-03-25, status: ▸in-progress"), "a step back without a note", "add a note that says why"),
    "a step back to the start": (
        two("date: 2026-03-20, status: in-progress", "date: 2026-03-25, status: ▸not-started"), "a step back", "no longer in-progress",
    ),
    "the same entry twice": (
        two(DONE, "date: ▸2026-03-20, status: completed, evidence: [{url: 'https://example.org/a', title: A}]"),
        "the same entry twice", "delete this entry: the one at line 4 stays",
    ),
    "the same entry recorded twice": (
        two("date: 2026-03-20, note: x", "date: ▸2026-03-20, recorded: 2026-03-28, note: x"), "the same entry twice", "line 4",
    ),
    "an extension into the past": (about(DATE, NOTE, EVIDENCE, "due: ▸2026-03-25"), "extends nothing", "give the new due date"),
    "an extension to the same day": (about(DATE, NOTE, EVIDENCE, "due: ▸2026-04-01"), "extends nothing", "give the new due date"),
    "an extension without a reason": (about(DATE, EVIDENCE, "due: ▸2026-06-01"), "an extension without note", "add note"),
    "an extension without evidence": (about(DATE, NOTE, "due: ▸2026-06-01"), "an extension without evidence", "add evidence"),
    "an extension with neither": (about(DATE, "due: ▸2026-06-01"), "without note and evidence", "add note and evidence"),
    "an event for a deadline that runs from the signing": (
        about(DATE, NOTE, "triggered: ▸2026-03-19"), "no event starts the deadline of 1-a", "say in a note what happened",
    ),
    "an event for a duty without a deadline": (
        about(DATE, NOTE, "triggered: ▸2026-03-19", key="1-d"), "no event starts the deadline of 1-d", "delete the field",
    ),
    "an event in the future": (
        about(DATE, "recorded: 2026-03-21", NOTE, "triggered: ▸2999-03-19", key="1-b"), "in the future", "once it has happened",
    ),
    "verified without evidence": (about(DATE, NOTE, "basis: ▸verified"), "verified without evidence", "add evidence"),
    "completed without evidence": (about(DATE, "status: ▸completed"), "completed without evidence", "use in-progress"),
    "an entry after rescinded": (two(GONE, "date: 2026-03-25, status: ▸in-progress"), "after the obligation was rescinded", "delete"),
    "a note after superseded": (
        LOG + "  1-a:\n    - {date: 2026-03-20, status: superseded}\n    - ▸{date: 2026-03-25, note: y}\n",
        "after the obligation was superseded", "a status, a note with the reason, and evidence",
    ),
    "a note cut at #": (about(DATE, "note: see ▸#12"), "note: cut at the “#”", 'note: "see #12"'),
    "a note that is only a #": (about(DATE, "note: ▸#12"), "note: cut at the “#”", 'note: "#12"'),
    "a note cut at # on its second line": (about(DATE, "note: see the issue", "  and then ▸#12"), "cut", 'note: "see the issue and then #12"'),
    "a title cut at #": (
        about(DATE, NOTE, "evidence:", "  - url: https://example.org", "    title: Notice ▸#4 of the Board"), "title: cut", '"Notice #4 of the Board"',
    ),
    "an address cut at #": (
        about(DATE, NOTE, "evidence:", "  - title: x", "    url: https://example.org/a ▸#part"), "url: cut", '"https://example.org/a #part"',
    ),
    "a note with a colon": (about(DATE, "note: The list▸: half is done"), "this is not YAML", 'note: "The list: half is done"'),
    "a passage that was left out": (about(DATE, NOTE, key="▸1-c"), "1(c) is no obligation", "It is a rule for reading the order."),
    "a section": (about(DATE, NOTE, key="▸1"), "section 1 holds several obligations", "name the one that is meant: 1-a, 1-b, 1-d"),
    "a section with one obligation": (about(DATE, NOTE, key="▸3"), "unknown obligation", "did you mean “3-a”?"),
    "a section without any": (about(DATE, NOTE, key="▸2"), "section 2 states no obligation", "report it"),
    "a part of an obligation": (about(DATE, NOTE, key="▸1-a-ii"), "1(a)(ii) is a part of another obligation", "did you mean “1-a”?"),
    "a citation": (about(DATE, NOTE, key="▸1(d)"), "unknown obligation", "did you mean “1-d”?"),
    "a full id": (about(DATE, NOTE, key="▸eo-9001/1-d"), "unknown obligation", "did you mean “1-d”?"),
    "a key of nothing": (about(DATE, NOTE, key="▸7-q"), "unknown obligation", "key of the obligation that is meant"),
    "an American date": (about("date: ▸4/1/2026", NOTE), "not a date", "did you mean “2026-04-01”?"),
    "a British date": (about("date: ▸1 April 2026", NOTE), "not a date", "did you mean “2026-04-01”?"),
    "a date in words": (about("date: ▸Apr 1, 2026", NOTE), "not a date", "did you mean “2026-04-01”?"),
    "a date with its weekday": (about("date: ▸Wednesday, April 1st, 2026", NOTE), "not a date", "did you mean “2026-04-01”?"),
    "a day that is not there": (about("date: ▸2026-03-32", NOTE), "there is no such day", "write a date such as 2026-06-30"),
    "a day too many": (about("date: ▸2026-04-31", NOTE), "there is no such day", "did you mean “2026-04-30”?"),
    "a date in the future": (about("date: ▸9999-12-31", NOTE), "in the future", "once it has happened"),
    "a date before all dates": (about("date: ▸0000-01-01", NOTE), "there is no such day", "write a date"),
    "a date before the signing": (about("date: ▸0001-01-01", NOTE), "before the order was signed", "correct the date"),
    "a search without its day": ("▸checked_in: the Register\nlog:\n".replace("▸checked_in: ", "checked_in: ▸"), "without the day of the search", "add “checked: …”"),
    "a search in the future": ("checked: ▸2999-01-01\nlog:\n", "checked: in the future", "correct the date"),
    "words turned round": (about(DATE, f"note: all ▸{RLO}enod"), "a character that nobody sees", "delete it"),
    "words in a cage": (about(DATE, f"note: all▸{POP} done"), "that turns the words round", "delete it"),
    "a blank of no width": (about(DATE, NOTE, "evidence:", "  - url: https://example.org/", f"    title: Re▸{ZERO_WIDTH}port"), "nobody sees", "delete it"),
    "a field misspelt": (about(DATE, NOTE, "▸staus: blocked"), "unknown field", "did you mean “status”?"),
    "a status in other words": (about(DATE, NOTE, "status: ▸In Progress"), "unknown value", "did you mean “in-progress”?"),
    "a status of another kind": (about(DATE, NOTE, "status: ▸done"), "unknown value", "use one of the allowed words"),
    "a field twice": (about(DATE, NOTE, "▸note: y"), "the same field twice", "line 5 or at line 6"),
    "no date": (about("▸note: x"), "“date” is missing", "add “date: …”"),
    "nothing said": (about("date: ▸2026-03-20", "basis: claimed"), "an entry that says nothing", "add a note"),
    "a list that is none": (LOG + "  1-a:\n    ▸date: 2026-03-20\n    note: x\n", "not a list of entries", "put “- ” before"),
    "a second block": (LOG + "  1-a: [{date: 2026-03-20, note: x}]\n  ▸1-a: [{date: 2026-03-21, note: y}]\n", "a second block for 1-a", "line 3"),
    "not oldest first": (two("date: 2026-03-20, note: x", "date: ▸2026-03-19, note: y"), "not oldest first", "above the one at line 4"),
    "recorded before it happened": (about(DATE, "recorded: ▸2026-03-19", NOTE), "recorded before", "correct one of the two dates"),
    "a link without a scheme": (
        about(DATE, NOTE, "evidence:", "  - title: x", "    url: ▸example.org"), "not a web address", "begins with https://",
    ),
    "a tab": (LOG + "  1-a:\n▸\t- {date: 2026-03-20, note: x}\n", "a tab in the indentation", "replace the tab with spaces"),
    "an anchor": (about(DATE, "note: ▸&x y"), "an anchor", "delete &x"),
    "a tag": (about(DATE, "note: ▸!!str y"), "a tag", "delete !!str"),
    "a second document": (about(DATE, NOTE) + "▸---\na: b\n", "a second YAML document", "join the two"),
    "an open quote": (about(DATE, 'note: ▸"x'), "this is not YAML", "end the text with the quotation mark"),
}  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with one sound order and no log."""
    folder = tmp_path / "source" / "eo-9001"
    folder.mkdir(parents=True)
    (folder / "order.md").write_text(ORDER, "utf-8")
    return tmp_path


def refused(project: Path, text: str | None, style: str = "text") -> Result:
    """What ``tracker check`` says of the log ``text``: it must refuse it and write nothing."""
    if text is not None:
        (project / FILE).write_text(text, "utf-8")
    before = {path: path.stat().st_mtime_ns for path in project.rglob("*")}
    done = CliRunner().invoke(check, ["--project", str(project), "--format", style])
    assert (done.exit_code, type(done.exception)) == (1, SystemExit), done.output
    assert {path: path.stat().st_mtime_ns for path in project.rglob("*")} == before
    return done


def place(marked: str) -> tuple[str, int, int]:
    """The text without its mark, and the mark's line and column."""
    before, _, after = marked.partition("▸")
    return before + after, before.count("\n") + 1, len(before) - before.rfind("\n")


def test_there_are_at_least_forty_kinds():
    assert len(WRONG) >= 40
    assert all(marked.count("▸") == 1 for marked, _, _ in WRONG.values())


@pytest.mark.parametrize(("marked", "message", "fix"), WRONG.values(), ids=WRONG)
def test_a_wrong_entry_gets_its_place_and_its_fix(project: Path, marked: str, message: str, fix: str):
    text, line, column = place(marked)
    said = refused(project, text).stdout
    assert said.startswith(f"{FILE}:{line}:{column}: error: "), said
    first, *rest = said.split("\n    ")
    assert message in first
    assert any(words.startswith("fix:") and fix in words for words in rest), said
    assert_caret(said, text, line, column)


def assert_caret(said: str, text: str, line: int, column: int) -> None:
    """The line stands under the message, and the caret under the character that is meant."""
    shown, caret = said.split("\n")[1:3]
    number, _, words = shown.strip().partition(" | ")
    assert number == str(line)
    assert [ord(c) < 0x2000 and c for c in words] == [
        ord(c) < 0x2000 and c for c in text.split("\n")[line - 1].replace("\t", " ")
    ]
    assert caret.index("^") - shown.index(" | ") - len(" | ") == column - 1


@pytest.mark.parametrize(("marked", "message", "fix"), WRONG.values(), ids=WRONG)
def test_a_program_gets_the_same_place(project: Path, marked: str, message: str, fix: str):
    text, line, column = place(marked)
    first = json.loads(refused(project, text, "json").stdout)[0]
    assert (first["file"], first["line"], first["column"], first["severity"]) == (FILE, line, column, "error")
    assert message in first["message"] and fix in first["fix"]
    assert sorted(first) == ["allowed", "column", "file", "fix", "found", "line", "message", "severity"]
