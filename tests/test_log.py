"""``tracker log``: where an entry goes, that every other byte stays, and what is refused with nothing written."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from samples import SIGNED, day, event, obligation, order, reading, relative

from extractor.cli import main
from extractor.model import Evidence, Progress
from extractor.problems import ProblemsFound, report
from extractor.source.log_edit import LogOf, NewEntry, laid_out, with_entry
from extractor.source.log_form import key_line, new_log
from extractor.source.progress import read_progress

GOLDEN = Path(__file__).resolve().parent / "golden" / "source"
LOG = "source/eo-14999/progress.yml"
READING = reading(
    obligation("2-a"), obligation("2-b", relative(60)), obligation("2-c"), obligation("3", event(10)), obligation("4")
)
OF = LogOf(LOG, READING, day("07-10"))
ENTRY = NewEntry.of(
    date="2026-07-01",
    status="blocked",
    note="A court: it stays.",
    evidence=(Evidence("https://example.org/a", "Court #1"),),
)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A project with the small golden order and its log."""
    shutil.copytree(GOLDEN, tmp_path / "source")
    return tmp_path


def run(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, [*arguments, "--project", str(project)])


def read(raw: bytes) -> Progress:
    """The log in ``raw``, which must be sound."""
    found, problems = read_progress(raw, LOG, READING, SIGNED, day("07-10"))
    assert problems == []
    return found


def test_the_first_entry_lays_out_a_line_for_every_obligation(work: Path):
    done = run(
        work, "log", "2(b)(i)", "completed", "--date", "2026-07-01", "--recorded", "2026-07-03", "--note", "All of it: done.",
        "--evidence", "https://example.org/coast", "--title", "Coast", "--basis", "verified",
    )  # fmt: skip
    assert (done.exit_code, done.stderr) == (0, f"Next: tracker check, then commit {LOG}\n")
    assert (
        (work / LOG).read_text("utf-8")
        == (GOLDEN / "eo-14999" / "progress.yml").read_text("utf-8")
        + """\
    - date: 2026-07-01
      recorded: 2026-07-03
      status: completed
      note: "All of it: done."
      evidence:
        - url: https://example.org/coast
          title: Coast
      basis: verified
  2-b-ii:  # Commandant of the Coast Guard shall submit a report on each inspection to the President
  2-c:  # Attorney General shall review its findings
  3:  # Commandant of the Coast Guard shall not dismiss a keeper
"""
    )
    assert done.stdout.startswith(f"--- a/{LOG}\n+++ b/{LOG}\n@@ -12,3 +12,14 @@\n")
    assert run(work, "check").exit_code == 0


def test_where_there_is_no_log_a_whole_one_is_made(work: Path):
    (work / LOG).unlink()
    assert run(work, "log", "--lay-out").exit_code == 0
    text = (work / LOG).read_text("utf-8")
    assert text.splitlines()[1].startswith("# The progress log of Executive Order 14999. You need no programming")
    assert [line.partition(":")[0].strip() for line in text.splitlines()[-5:]] == ["2-a", "2-b-i", "2-b-ii", "2-c", "3"]
    assert run(work, "log", "--lay-out").stderr == f"{LOG}: nothing to change.\n"
    (work / LOG).unlink()
    assert run(work, "log", "3", "--date", "2026-07-01", "--note", "x").exit_code == 0
    assert (work / LOG).read_text("utf-8").startswith(text + "    - date: 2026-07-01\n")


def test_an_entry_is_put_on_record_today_unless_it_is_said_otherwise(work: Path):
    from extractor.commands.options import today

    assert run(work, "log", "2-c", "--date", "2026-06-20", "--note", "x").exit_code == 0
    assert (
        f"  2-c:  # Attorney General shall review its findings\n    - date: 2026-06-20\n      recorded: {today()}\n      note: x\n"
        in (work / LOG).read_text("utf-8")
    )
    assert run(work, "log", "3", "--date", "2026-06-20", "--recorded", "2026-06-20", "--note", "x").exit_code == 0
    assert (work / LOG).read_text("utf-8").endswith("    - date: 2026-06-20\n      note: x\n")


def test_a_dry_run_shows_the_difference_and_writes_nothing(work: Path):
    before = (work / LOG).read_bytes()
    done = run(work, "log", "2-c", "--date", "2026-06-20", "--note", "x", "--dry-run")
    assert (done.exit_code, done.stderr) == (0, "Nothing is written (--dry-run).\n")
    assert "+    - date: 2026-06-20" in done.stdout.splitlines()
    assert (work / LOG).read_bytes() == before


# Forms of a log: the text, then the entry's lines as they must stand in it for key 2-c (its first fields are enough).
FORMS = {
    "entries": ("checked: 2026-07-04\nlog:\n  2-c:\n    - date: 2026-06-10\n      note: x\n", "    - date: 2026-07-01\n      status: "),
    "key alone": ("log:\n  2-c:\n", "  2-c:\n    - date: 2026-07-01\n      status: "),
    "key with a comment": ("log:\n  2-c:  # who: what\n  3:\n", "# who: what\n    - date: 2026-07-01\n      status: "),
    "empty map": ("checked: 2026-07-04\nlog: {}  # nothing yet\n", "    - date: 2026-07-01\n"),
    "nothing in log": ("checked: 2026-07-04\nlog:\n", "    - date: 2026-07-01\n"),
    "no log": ("checked: 2026-07-04\n", "    - date: 2026-07-01\n"),
    "comment in log": ("log:\n  # nothing is on record\n", "    - date: 2026-07-01\n"),
    "no final line end": ("log:\n  2-c:\n    - date: 2026-06-10\n      note: x", "      note: x\n    - date: 2026-07-01\n"),
    "Windows": ("checked: 2026-07-04\r\nlog:\r\n  2-c:\r\n    - date: 2026-06-10\r\n      note: x\r\n", "    - date: 2026-07-01\r\n      status: "),
    "byte order mark": ("\ufefflog:\n  2-c:\n    - date: 2026-06-10\n      note: x\n", "    - date: 2026-07-01\n"),
    "list at the key": ("log:\n  2-c:\n  - date: 2026-06-10\n    note: x\n  3:\n", "x\n  - date: 2026-07-01\n    status: "),
    "four blanks": ("log:\n    2-c:\n        -   date: 2026-06-10\n            note: x\n", "        -   date: 2026-07-01\n            status: "),
    "no blanks": ("log:\n 2-c:\n - date: 2026-06-10\n   note: x\n", " - date: 2026-07-01\n   status: "),
    "list of evidence at its key": (
        "log:\n  2-c:\n    - date: 2026-06-10\n      evidence:\n      - url: https://example.org\n        title: t\n",
        "      evidence:\n      - url: https://example.org/a\n        title: \"Court #1\"\n",
    ),
    "blank lines and comments": (
        "# head\n\nlog:\n\n  # A\n  2-a:\n    - date: 2026-06-10\n      note: x\n      # of the entry\n\n  # C\n  2-c:\n\n    - date: 2026-06-11  # why\n\n"
        "      note: y\n    # of the block\n\n  # 3\n  3:\n    - {date: 2026-06-12, note: z}\n\n# end\n",
        "    # of the block\n    - date: 2026-07-01\n      status: ",
    ),
    "quoted key": ("log:\n  \"2-c\":\n    - date: 2026-06-10\n      note: 'it''s'\n", "'it''s'\n    - date: 2026-07-01\n"),
    "literal text with signs": ("log:\n  2-c:\n    - date: 2026-06-10\n      note: |\n        a\n        # b\n\n        c\n  # C\n", "c\n    - date: 2026-07-01\n"),
    "quoted text in several lines": ("log:\n  2-c:\n    - date: 2026-06-10\n      note: \"a\n        # b\"\n  3:\n", "# b\"\n    - date: 2026-07-01\n"),
    "checked at the end": ("log:\n  2-c:\n    - date: 2026-06-10\n      note: x\n\n# searched\nchecked: 2026-07-04\n", "x\n    - date: 2026-07-01\n"),
    "document marks": ("---\nlog:\n  2-c:\n    - date: 2026-06-10\n      note: x\n...\n", "x\n    - date: 2026-07-01\n"),
    "entry in braces": ("log:\n  2-c:\n    - {date: 2026-06-10, note: x}\n", "    - date: 2026-07-01\n      status: "),
}  # fmt: skip


@pytest.mark.parametrize(("text", "lines"), FORMS.values(), ids=FORMS)
def test_every_other_byte_stays(text: str, lines: str):
    old = text.encode()
    new = with_entry(old, OF, "2-c", ENTRY)
    assert lines in new.decode()
    assert read(new).of("2-c")[-1].note == "A court: it stays."
    assert without_what_is_new(old, new) == lines_of(old)
    again = with_entry(new, OF, "2-c", NewEntry.of(**ENTRY.given | {"note": "Another word."}))
    assert len(read(again).of("2-c")) == len(read(new).of("2-c")) + 1
    assert len(lines_of(again)) == len(lines_of(new)) + 6  # the keys of all obligations are there by now


def lines_of(raw: bytes) -> list[bytes]:
    return raw.replace(b"log: {}", b"log:").splitlines()


def without_what_is_new(old: bytes, new: bytes) -> list[bytes]:
    """The lines of ``new`` that stand in ``old``, in their order there."""
    left = iter(lines_of(new))
    return [line for line in lines_of(old) if any(line == each for each in left)]


def test_new_keys_stand_in_the_order_of_the_text():
    text = (
        b"log:\n  # A\n  2-b:\n    - date: 2026-06-10\n      note: x\n\n  4:\n    - date: 2026-06-10\n      note: x\n"
    )
    assert laid_out(text, OF).decode() == (
        "log:\n" + line("2-a") + "  # A\n  2-b:\n    - date: 2026-06-10\n      note: x\n" + line("2-c") + line("3")
        + "\n  4:\n    - date: 2026-06-10\n      note: x\n"
    )  # fmt: skip


def line(key: str) -> str:
    return key_line(next(each for each in READING.obligations if each.key == key), 2) + "\n"


def test_the_line_of_a_key_hides_nothing_and_has_a_width():
    hostile = obligation("2-a", None, "Secretary\n  4:\u202e", action="publish " * 40)
    words = key_line(hostile, 2)
    assert "\n" not in words and "\u202e" not in words and len(words) <= 118 and words.endswith("publish…")


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("{log: {2-c: [{date: 2026-06-10, note: x}]}}\n", "fields in braces"),
        ("log: {2-c: [{date: 2026-06-10, note: x}]}\n", "fields in braces"),
        ("log:\n  2-c: [{date: 2026-06-10, note: x}]\n", "a list in brackets"),
        ("log:\n  {}\n", "braces with nothing in them"),
    ],
)
def test_a_form_that_cannot_be_added_to_is_refused(text: str, found: str):
    with pytest.raises(ProblemsFound) as raised:
        with_entry(text.encode(), OF, "2-c", ENTRY)
    assert raised.value.problems[0].found == found


def test_a_place_where_an_entry_would_change_what_stands_there_is_refused():
    kept = b"log:\n  2-c:\n    - date: 2026-06-10\n      note: |+\n        x\n\n\n"
    with pytest.raises(ProblemsFound, match="error: ") as raised:
        with_entry(kept, OF, "2-c", ENTRY)
    assert "would not read back" in raised.value.problems[0].message


NOTE = ("--date", "2026-06-20", "--note", "x")
# The arguments after "tracker log", then words of the message; the status is 1, and nothing is written.
WRONG = {
    "no such status": (("2-c", "half", *NOTE), "the new entry: error: status: unknown value"),
    "another word for it": (("2-c", "done", *NOTE), "did you mean “completed”?"),
    "a status in other words": (("2-c", "In Progress", *NOTE), "did you mean “in-progress”?"),
    "the future": (("2-c", "--date", "2999-01-01", "--note", "x"), "date: in the future"),
    "before the order": (("2-c", "--date", "2026-06-01", "--note", "x"), "before the order was signed"),
    "nothing said": (("2-c", "--date", "2026-06-20"), "an entry that says nothing"),
    "completed without evidence": (("2-c", "completed", *NOTE), "completed without evidence"),
    "an extension without evidence": (("2-c", *NOTE, "--due", "2026-09-01"), "an extension without evidence"),
    "no address": (("2-c", *NOTE, "--evidence", "javascript:alert(1)", "--title", "t"), "url: not a web address"),
    "no host": (("2-c", *NOTE, "--evidence", "https://…", "--title", "t"), "url: the address names no host"),
    "the example's note": (("2-c", "--date", "2026-06-20", "--note", "What happened, in a sentence or two."), "these are the example’s words"),
    "an empty title": (("2-c", *NOTE, "--evidence", "https://example.org", "--title", " "), "title: there is nothing here"),
    "no basis": (("2-c", *NOTE, "--basis", "rumour"), "basis: unknown value"),
    "older than the last entry": (("2-b-i", *NOTE, "--recorded", "2026-06-21"), "not oldest first"),
    "a control character": (("2-c", "--date", "2026-06-20", "--note", "a\x07b"), "a control character in the file"),
    "broken text": (("2-c", "--date", "2026-06-20", "--note", "a\udcffb"), "not UTF-8"),
    "no obligation": (("9-z", *NOTE), "unknown obligation"),
    "a section": (("2", *NOTE), "2-a, 2-b-i, 2-b-ii, 2-c"),
    "an order that is not here": (("eo-14998/2-c", *NOTE), "did you mean “eo-14999”?"),
}  # fmt: skip


@pytest.mark.parametrize(("arguments", "words"), WRONG.values(), ids=WRONG)
def test_what_check_would_refuse_is_not_written(work: Path, arguments: tuple[str, ...], words: str):
    before = (work / LOG).read_bytes()
    done = run(work, "log", *arguments)
    assert (done.exit_code, done.exception if isinstance(done.exception, ProblemsFound) else None) == (
        1,
        done.exception,
    )
    assert words in report(done.exception.problems)
    assert (work / LOG).read_bytes() == before and not list((work / "source").rglob(".*"))


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "name the obligation"),
        (("--note", "x"), "name the obligation"),
        (("2-c", "--note", "x"), "give --date"),
        (("2-c", *NOTE, "--title", "t"), "each --evidence needs a --title"),
        (("2-c", *NOTE, "--evidence", "https://a.b", "--evidence", "https://a.c", "--title", "t"), "2 --evidence and 1 --title"),
        (("2-c", "--lay-out"), "--lay-out adds no entry"),
        (("2-c", "--date", "2026-02-30", "--note", "x"), "there is no such day; did you mean 2026-02-28?"),
        (("2-c", "--date", "8/1/2026", "--note", "x"), "did you mean 2026-08-01?"),
        (("2-c", *NOTE, "--due", "soon"), "“soon” is not a date such as 2026-06-30; write year, month and day"),
        (("2-c", *NOTE, "--recorded", "2026-6-21"), "did you mean 2026-06-21?"),
        (("2-c", *NOTE, "--triggered", "2026-06-31"), "did you mean 2026-06-30?"),
    ],
)  # fmt: skip
def test_a_command_line_that_cannot_be_meant_ends_with_status_2(work: Path, arguments: tuple[str, ...], words: str):
    done = run(work, "log", *arguments)
    assert done.exit_code == 2 and words in done.stderr


def test_a_log_with_a_mistake_is_not_added_to(work: Path):
    (work / LOG).write_text((work / LOG).read_text("utf-8").replace("in-progress", "half"), "utf-8")
    done = run(work, "log", "2-c", *NOTE)
    assert [(each.file, each.line) for each in done.exception.problems] == [(LOG, 13)]


def test_a_log_that_is_a_link_is_left_alone(work: Path):
    (work / "elsewhere.yml").write_bytes((work / LOG).read_bytes())
    (work / LOG).unlink()
    (work / LOG).symlink_to(work / "elsewhere.yml")
    done = run(work, "log", "2-c", *NOTE)
    assert isinstance(done.exception, ProblemsFound) and (work / LOG).is_symlink()


@pytest.fixture
def two(work: Path) -> Path:
    """The project with a second order, which has the obligations 2-a, 2-b-i, 2-b-ii, 2-c and 3 as well."""
    shutil.copytree(work / "source/eo-14999", work / "source/eo-15000")
    file = work / "source/eo-15000/order.md"
    text = file.read_text("utf-8").replace("id: eo-14999", "id: eo-15000").replace("number: 14999", "number: 15000")
    file.write_text(
        text.replace("## Sec. 4.", "## Sec. 4. Plans.\n\nThe Secretary of Labor shall publish a plan.\n\n## Sec. 5."),
        "utf-8",
    )
    return work


# What somebody writes for the obligation, then where the entry goes, or the words of the message.
NAMES = [
    ("eo-15000/2-c", (), "eo-15000"),
    ("15000/2(c)", (), "eo-15000"),
    ("2-c", ("--order", "14999"), "eo-14999"),
    ("2 (C)", ("--order", "eo-14999"), "eo-14999"),
    ("§ 2(c)", ("--order", "eo-14999"), "eo-14999"),
    ("4", (), "eo-15000"),
    ("2-c", (), "eo-14999/2-c, eo-15000/2-c"),
    ("2(b)(i)", (), "eo-14999/2-b-i, eo-15000/2-b-i"),
    ("2-c", ("--order", "eo-15001"), "did you mean “eo-15000”?"),
]


@pytest.mark.parametrize(("word", "options", "wanted"), NAMES)
def test_an_obligation_goes_by_its_key_its_citation_or_its_full_id(
    two: Path, word: str, options: tuple[str, ...], wanted: str
):
    done = run(two, "log", word, *options, *NOTE)
    if done.exit_code:
        assert wanted in report(done.exception.problems)
    else:
        assert "note: x\n" in (two / "source" / wanted / "progress.yml").read_text("utf-8")


def test_a_citation_of_several_duties_names_them(tmp_path: Path):
    from extractor.source.named import meant

    duties = (obligation("3-a"), obligation("3-a_2", citation="3(a)"), obligation("3-b"))
    assert [each.key for each in meant("3-a", duties)] == ["3-a"]
    assert [each.key for each in meant("3(a)", duties)] == ["3-a", "3-a_2"]


def test_a_passage_that_is_no_obligation_is_told_with_its_reason(project: Path):
    done = run(project, "log", "eo-14409/3-c", *NOTE)
    (problem,) = done.exception.problems
    assert problem.message == "3(c) is no obligation, but was left out with its reason"
    assert problem.fix.endswith(". If that is wrong, report it with the passage’s words") and "elete" not in problem.fix


# What somebody writes where two orders are there, then the whole message, and words of what is allowed and of the fix.
NOWHERE = [
    ("5", "eo-15000: section 5 is no obligation, but was left out with its reason", "14999/2-c", "It stands in the order’s general provisions. If that is wrong"),
    ("1", "eo-14999: section 1 states no obligation; eo-15000: section 1 states no obligation", "15000/2-c", "eo-15000: if that is wrong"),
    ("2-b", "eo-14999: 2(b) holds several obligations; eo-15000: 2(b) holds several", "14999/2-a", "2-b-i, 2-b-ii. eo-15000: name"),
    ("9-z", "unknown obligation", "eo-14999/2-a, eo-14999/2-b-i", ""),
]  # fmt: skip


@pytest.mark.parametrize(("word", "message", "allowed", "fix"), NOWHERE)
def test_what_several_orders_know_of_a_place_is_told_of_each(
    two: Path, word: str, message: str, allowed: str, fix: str
):
    (problem,) = run(two, "log", word, *NOTE).exception.problems
    assert message in problem.message
    assert allowed in problem.allowed and fix in (problem.fix or "")


def test_the_shipped_log_has_the_form_that_a_new_one_gets(project: Path):
    from extractor.source.orders import read_order_folder

    folder = project / "source" / "eo-14409"
    shipped = (folder / "progress.yml").read_text("utf-8")
    fresh = new_log(read_order_folder(folder, day("08-31")).reading)
    assert shipped[: shipped.index("\nchecked:")] == fresh[: fresh.index("\nchecked:")]
    keys = [text for text in shipped.partition("\nlog:\n")[2].splitlines() if text[2] != " "]
    assert keys == [text for text in fresh.splitlines() if text.startswith("  ")]


def test_a_new_log_says_what_order_it_is_of_and_hides_nothing():
    text = new_log(
        reading(obligation("2-a"), of=order(kind="memorandum", title="On\u202e Lamps\nlog: {}", number=None))
    )
    assert (
        text.splitlines()[1].startswith("# The progress log of On  Lamps log: {}. You need")
        and read(text.encode()).log == ()
    )
