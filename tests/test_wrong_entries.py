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
from extractor.commands.options import today

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

NO_BREAK = "\u00a0"
CLOSE, QUOTE_ENDS = "the quote that opens here is never closed", "the quote is closed before the text ends"
# What other people wrote below: quotes of both kinds, apostrophes, an entry in brackets, and nothing for a key.
OTHERS = """\
  1-b:
    - date: 2026-03-22
      status: blocked
      note: "Nobody's list: it is late."
      evidence:
        - url: "https://example.org/b"
          title: 'The keepers'' "letter"'
    - {date: 2026-03-23, note: 'It''s "here".'}
  1-d:
"""

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
    "a note with a colon": (about(DATE, "note: The list▸: half is done"), "a colon in a text that has no quotes", 'note: "The list: half is done"'),
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
    "a status of another kind": (about(DATE, NOTE, "status: ▸half"), "unknown value", "use one of the allowed words"),
    "a field twice": (about(DATE, NOTE, "▸note: y"), "the same field twice", "line 5 or at line 6"),
    "no date": (about("▸note: x"), "“date” is missing", "add “date: …”"),
    "nothing said": (about("date: ▸2026-03-20", "basis: claimed"), "an entry that says nothing", "add a note"),
    "a list that is none": (LOG + "  1-a:\n    ▸date: 2026-03-20\n    note: x\n", "1-a: no entries below it", "put “- ” before"),
    "a second block": (LOG + "  1-a: [{date: 2026-03-20, note: x}]\n  ▸1-a: [{date: 2026-03-21, note: y}]\n", "a second block for 1-a", "line 3"),
    "not oldest first": (two("date: 2026-03-20, note: x", "date: ▸2026-03-19, note: y"), "not oldest first", f"add “recorded: {today()}” to this entry"),
    "recorded before it happened": (about(DATE, "recorded: ▸2026-03-19", NOTE), "recorded before", "correct one of the two dates"),
    "a link without a scheme": (
        about(DATE, NOTE, "evidence:", "  - title: x", "    url: ▸example.org"), "not a web address", "begins with https://",
    ),
    "a tab": (LOG + "  1-a:\n▸\t- {date: 2026-03-20, note: x}\n", "a tab in the indentation", "replace the tab with spaces"),
    "a merge conflict": (
        LOG + "  1-a:\n▸<<<<<<< HEAD\n    - {date: 2026-03-20, note: x}\n=======\n    - {date: 2026-03-21, note: y}\n>>>>>>> b\n",
        "a merge conflict at line 4", "keep both entries, the older first",
    ),
    "an anchor": (about(DATE, "note: ▸&x y"), "an anchor", "delete &x"),
    "a tag": (about(DATE, "note: ▸!!str y"), "a tag", "delete !!str"),
    "a second document": (about(DATE, NOTE) + "▸---\na: b\n", "a second YAML document", "join the two"),
    "an open quote": (about(DATE, 'note: ▸"x'), CLOSE, 'close it where the text ends: note: "x"'),
    "an open quote above another entry": (about(DATE, 'note: ▸"The OMB answered.') + OTHERS, CLOSE, 'note: "The OMB answered."'),
    "an open quote above a lone one": (about(DATE, "note: ▸'The OMB answered.") + OTHERS, CLOSE, "note: 'The OMB answered.'"),
    "an open quote in two lines": (about(DATE, 'note: ▸"The OMB', "  answered.") + OTHERS, CLOSE, "on the last of 2 lines"),
    "an open title": (
        about(DATE, NOTE, "evidence:", "  - url: https://example.org/a", '    title: ▸"Notice') + OTHERS, CLOSE, 'title: "Notice"',
    ),
    "an open quote below a long one": (
        LOG + "  1-a:\n    - date: 2026-03-20\n      note: \"in two\n        lines\"\n    - date: 2026-03-21\n      note: ▸\"x\n" + OTHERS, CLOSE, 'note: "x"',
    ),
    "quotes around the first words": (about(DATE, 'note: ▸"GOLD EAGLE" is at work'), QUOTE_ENDS, """note: '"GOLD EAGLE" is at work'"""),
    "quotes around the first and the last": (about(DATE, 'note: ▸"A" and "B"'), QUOTE_ENDS, """note: '"A" and "B"'"""),
    "quotes inside quotes": (about(DATE, 'note: ▸"He said "no" twice"'), QUOTE_ENDS, """note: 'He said "no" twice'"""),
    "an apostrophe": (about(DATE, "note: ▸'The Treasury's answer'"), QUOTE_ENDS, 'note: "The Treasury\'s answer"'),
    "quotes, then a second line": (about(DATE, 'note: ▸"A" is', "  at work", "status: blocked"), QUOTE_ENDS, """note: '"A" is at work'"""),
    "a note in brackets": (about(DATE, "note: ▸[Draft] x"), "text that begins with “[” needs quotes", 'note: "[Draft] x"'),
    "a bracket that stays open": (about(DATE, "note: ▸[Draft x", "status: blocked"), "begins with “[”", 'note: "[Draft x"'),
    "a note that is all brackets": (about(DATE, "note: ▸[Draft]"), "note: not a text", "put the whole text in quotes"),
    "a note in braces": (about(DATE, "note: ▸{Draft} x"), "begins with “{”", 'note: "{Draft} x"'),
    "an at sign": (about(DATE, "note: ▸@OMB x"), "begins with “@”", 'note: "@OMB x"'),
    "an ampersand": (about(DATE, "note: ▸& x"), "begins with “&”", 'note: "& x"'),
    "a percent sign": (about(DATE, "note: ▸% x"), "begins with “%”", 'note: "% x"'),
    "a backtick": (about(DATE, "note: ▸`x` y"), "begins with “`”", 'note: "`x` y"'),
    "an asterisk": (about(DATE, "note: ▸* x"), "begins with “*”", 'note: "* x"'),
    "an asterisk at a word": (about(DATE, "note: ▸*x y"), "begins with “*”", 'note: "*x y"'),
    "a hyphen": (about(DATE, "note: ▸- x"), "begins with “-”", 'note: "- x"'),
    "a title with an at sign": (
        about(DATE, NOTE, "evidence:", "  - title: ▸@OMB", "    url: https://example.org/a"), "begins with “@”", 'title: "@OMB"',
    ),
    "no blank after a colon": (about(DATE, "status:▸blocked", NOTE), "no blank after the colon", "put a blank after the colon: status: blocked"),
    "no blank after the last colon": (about(DATE, NOTE, "status:▸blocked") + OTHERS, "no blank after the colon", "status: blocked"),
    "no blank after the first colon": (about("date:▸2026-03-20", NOTE), "no blank after the colon", "date: 2026-03-20"),
    "no blank in a whole entry": (about("▸date:2026-03-20"), "fields are expected here", "put a blank after the colon: date: 2026-03-20"),
    "no blank at the top": ("checked:▸2026-04-20\nlog:\n", "no blank after the colon", "checked: 2026-04-20"),
    "no colon": (about(DATE, "▸note half is done", "status: blocked") + OTHERS, "no colon after “note”", "put a colon after it: note: half is done"),
    "no colon after a key": (LOG + "  ▸1-a\n    - date: 2026-03-20\n", "no colon after “1-a”", "put a colon after it: 1-a:"),
    "an en dash": (LOG + "  1-a:\n    ▸– date: 2026-03-20\n      note: x\n", "“–” is no hyphen", "use a hyphen: - date: 2026-03-20"),
    "an em dash": (LOG + "  1-a:\n    ▸— date: 2026-03-20\n      note: x\n", "“—” is no hyphen", "use a hyphen"),
    "an en dash below": (about(DATE, NOTE) + "    ▸– date: 2026-03-21\n      note: x\n", "“–” is no hyphen", "use a hyphen"),
    "no blank after a hyphen": (LOG + "  1-a:\n    ▸-date: 2026-03-20\n      note: x\n", "no blank after the hyphen", "- date: 2026-03-20"),
    "a no-break space": (LOG + f"  1-a:\n    - date: 2026-03-20\n  ▸{NO_BREAK * 4}note: x\n", "a no-break space in the ind", "a space from the keyboard"),
    "a no-break space at a hyphen": (LOG + f"  1-a:\n    -▸{NO_BREAK}date: 2026-03-20\n      note: x\n", "a no-break space", "a space from the keyboard"),
    "a no-break space after a colon": (about(DATE, f"note:▸{NO_BREAK}x"), "a no-break space after the colon", "note: x"),
    "a second line without indentation": (about(DATE, NOTE) + "▸and more words\n" + OTHERS, "belongs to no field", "indent it with 8 spaces"),
    "a second line below its field": (about(DATE, NOTE, "▸and more", "status: blocked"), "belongs to no field", "goes on with “note” above"),
    "two lines without indentation": (about(DATE, NOTE) + "▸and more\nwords\n" + OTHERS, "belongs to no field", "indent it with 8 spaces"),
    "a field to the left": (LOG + "  1-a:\n    - date: 2026-03-20\n    ▸note: x\n", "“note” stands 2 columns too far to the left", "indent it like “date” above: with 6"),
    "a field to the right": (about(DATE, "  ▸note: x"), "“note” stands 2 columns too far to the right", "indent it like “date” above: with 6"),
    "a later field to the left": (about(DATE, NOTE) + "    ▸status: blocked\n", "2 columns too far to the left", "like “note” above"),
    "a title to the left": (
        about(DATE, NOTE, "evidence:", "  - url: https://example.org/a", "  ▸title: x"), "2 columns too far to the left", "like “url” above: with 10",
    ),
    "a title among the fields": (
        about(DATE, NOTE, "evidence:", "  - {url: 'https://example.org/a', title: x}", "▸title: x"), "unknown field", "“title” is a field of “evidence”",
    ),
    "a hyphen to the left": (about(DATE, NOTE) + "  ▸- date: 2026-03-21\n    note: y\n", "“-” stands 2 columns too far to the left", "and the lines of its entry"),
    "a key to the right": (about(DATE, NOTE) + "    ▸1-b:\n    - date: 2026-03-21\n", "“1-b” stands 2 columns too far to the right", "like “1-a” above"),
    "a field where keys stand": (about(DATE, NOTE) + "  ▸status: blocked\n", "“status” stands where the keys stand", "the other fields of its entry"),
    "a key at the left edge": ("checked: 2026-04-20\nlog:\n▸1-a:\n  - date: 2026-03-20\n", "unknown field", "if it belongs to “log”"),
    "a plain address": (about(DATE, NOTE, "evidence: ▸https://example.org/a"), "evidence: no items that begin with “- ”", "in lines of their own:"),
    "an address in a list": (about(DATE, NOTE, "evidence:", "  - ▸https://example.org/a"), "fields are expected here", "in lines of their own:"),
    "evidence without its hyphen": (
        about(DATE, NOTE, "evidence:", "  ▸url: https://example.org/a", "  title: x"), "no items that begin with “- ”", "put “- ” before the first",
    ),
    "the example's note": (about(DATE, "note: ▸What happened, in a sentence or two."), "these are the example’s words", "words of your own"),
    "the example's whole note": (about(DATE, "note: ▸What happened, in a sentence or two of your own words."), "these are the example’s words", "of your own"),
    "the example's title": (
        about(DATE, NOTE, "evidence:", "  - url: https://example.org/a", "    title: ▸What is behind the link"), "title: these are the example’s words", "write the title",
    ),
    "the example's address": (about(DATE, NOTE, "evidence:", "  - title: x", "    url: ▸https://…"), "url: the address names no host", "begins with https://"),
    "a new entry above older ones": (
        LOG + "  1-a:\n    - {date: 2026-03-25, note: new}\n    - {date: ▸2026-03-20, note: x}\n    - {date: 2026-03-21, note: y}\n",
        "not oldest first", "the entry at line 4 belongs below this one; new entries are added at the end",
    ),
    "a day of record that is too early": (
        two("date: 2026-03-20, recorded: 2026-03-25, note: x", "date: 2026-03-21, recorded: ▸2026-03-22, note: y"), "not oldest first", f"write “recorded: {today()}”",
    ),
    "done": (about(DATE, NOTE, "status: ▸done"), "unknown value", "did you mean “completed”?"),
    "yes": (about(DATE, NOTE, "status: ▸yes"), "unknown value", "did you mean “completed”?"),
    "finished": (about(DATE, NOTE, "status: ▸Finished"), "unknown value", "did you mean “completed”?"),
    "started": (about(DATE, NOTE, "status: ▸started"), "unknown value", "did you mean “in-progress”?"),
    "ongoing": (about(DATE, NOTE, "status: ▸ongoing"), "unknown value", "did you mean “in-progress”?"),
    "cancelled": (about(DATE, NOTE, "status: ▸cancelled"), "unknown value", "did you mean “rescinded”?"),
    "withdrawn": (about(DATE, NOTE, "status: ▸withdrawn"), "unknown value", "did you mean “rescinded”?"),
    "replaced": (about(DATE, NOTE, "status: ▸replaced"), "unknown value", "did you mean “superseded”?"),
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


def test_an_address_alone_gets_the_two_lines_to_write(project: Path):
    text = place(WRONG["a plain address"][0])[0]
    fix = json.loads(refused(project, text, "json").stdout)[0]["fix"]
    lines = fix.partition("\n")[2].replace("…", "A report").replace("            ", "        ")
    mended = text.replace("evidence: https://example.org/a", "evidence:\n" + lines)
    (project / FILE).write_text(mended, "utf-8")
    assert CliRunner().invoke(check, ["--project", str(project)]).exit_code == 0, mended


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


# Logs in which what is likely is sound: text in several lines, blocks, brackets; then a mistake that no guess mends.
SOUND_ABOVE = [
    'note: "in two\n        lines"',
    "note: in two\n        lines",
    "note: >-\n        status:done said he\n        – date: none",
    "evidence: [{url: 'https://example.org/a', title: A}]",
]


@pytest.mark.parametrize("sound", SOUND_ABOVE)
def test_what_is_sound_is_not_blamed(project: Path, sound: str):
    said = refused(project, about(DATE, sound) + "    - date: 2026-03-21\n      note: x\n   }{\n" + OTHERS).stdout
    assert said.startswith(f"{FILE}:{7 + sound.count(chr(10)) + 1}:"), said


def test_of_two_mistakes_the_first_is_told_and_then_the_second(project: Path):
    text = about(DATE, 'note: "GOLD EAGLE" is at work', "status:blocked") + OTHERS
    assert refused(project, text).stdout.startswith(f"{FILE}:5:13: error: {QUOTE_ENDS}")
    mended = text.replace('"GOLD EAGLE" is at work', "'\"GOLD EAGLE\" is at work'")
    assert refused(project, mended).stdout.startswith(f"{FILE}:6:14: error: no blank after the colon")


def test_a_file_too_large_for_guesses_gets_the_parsers_words(project: Path):
    entries = "    - date: 2026-03-20\n      note: x\n" * 6_000
    said = refused(
        project, f"{LOG}  1-a:\n{entries}    - date: 2026-03-20\n      status:blocked\n      note: x\n"
    ).stdout
    assert "this is not YAML" in said.splitlines()[0]
