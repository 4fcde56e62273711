"""``tracker accept``, ``check`` and ``diff`` on a project: nothing published changes until somebody accepts it."""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from extractor.cli import main
from extractor.problems import ProblemsFound

ORDER = """---
id: eo-15001
kind: executive order
number: 15001
title: Mending the Bridges
signed: 2026-03-03
text: restatement
---

## Sec. 2. Duties.

(a) Within 30 days of the date of this order, the Secretary of the Interior shall list the wooden bridges of every park.

(b) The Secretary of Transportation shall, within 90 days of the date of this order, inspect the piers below them.

(c) The Attorney General shall sue the owners of rotten planks.
"""
LOG = """checked: 2026-04-10
log:
  2-b:
    - date: 2026-03-20
      status: in-progress
      note: Inspections began.
      evidence:
        - url: https://example.org/piers
          title: The Department’s notice
"""
B = "(b) The Secretary of Transportation shall, within 90 days of the date of this order, inspect the piers below them.\n\n"
SHIFTED = ORDER.replace("(c)", "(d)").replace(
    "(b) The", "(b) The Secretary of State shall buy forty tins of paint.\n\n(c) The"
)


@pytest.fixture
def work(tmp_path: Path) -> Path:
    """A project with one order and its log, the reading accepted."""
    folder = tmp_path / "source" / "eo-15001"
    folder.mkdir(parents=True)
    (folder / "order.md").write_text(ORDER, "utf-8")
    (folder / "progress.yml").write_text(LOG, "utf-8")
    assert tracker(tmp_path, "accept").exit_code == 0
    return tmp_path


def tracker(work: Path, *arguments: str) -> Result:
    """The command in this process; its problems as ``run`` shows them."""
    result = CliRunner().invoke(main, [*arguments, "--project", str(work)])
    if isinstance(result.exception, ProblemsFound):
        result.problems = result.exception.problems
    else:
        assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
        result.problems = ()
    return result


def order_file(work: Path) -> Path:
    return work / "source" / "eo-15001" / "order.md"


def register(work: Path) -> str:
    return (work / "source" / "eo-15001" / "register.yml").read_text("utf-8")


def write(work: Path, text: str) -> None:
    order_file(work).write_text(text, "utf-8")


def test_an_accepted_reading_is_all_well(work: Path):
    assert tracker(work, "check").exit_code == 0
    assert "nothing to accept" in tracker(work, "accept").stdout
    assert (work / "source" / "orders.yml").read_text("utf-8").endswith("orders:\n  - eo-15001\n")


@pytest.mark.parametrize(
    ("text", "messages"),
    [
        (SHIFTED, ["2-b: its words stand elsewhere", "2-c: its words stand elsewhere", "2-b_2: an obligation that nobody has accepted"]),
        (ORDER.replace(B, ""), ["2-b: an accepted obligation whose words are gone"]),
        (ORDER.replace("signed: 2026-03-03", "signed: 2026-03-02"), ["what the order’s source states is not what was accepted: signed"]),
        (ORDER.replace("90 days", "80 days"), ["2-b: not as accepted: deadline"]),
        (ORDER.replace("Secretary of Transportation", "Commissioner of Piers"), ["2-b: which obligation is this now?"]),
        (ORDER.replace("Duties.", "Tasks."), ["the text is not the one that was accepted, though no obligation differs"]),
        (ORDER.replace("title: Mending", "title: Painting"), ["what the order’s source states is not what was accepted: title"]),
    ],
)  # fmt: skip
def test_a_difference_is_refused_by_name_and_nothing_is_written(work: Path, text: str, messages: list[str]):
    write(work, text)
    checked = tracker(work, "check")
    assert checked.exit_code == 1
    for message in messages:
        assert message in checked.stdout
    assert "tracker accept eo-15001" in checked.stdout
    with pytest.raises(ProblemsFound):
        CliRunner().invoke(main, ["build", "--project", str(work)], catch_exceptions=False)
    assert [path for path in work.rglob("*") if path.is_file() and "source" not in path.parts] == []


def test_a_moved_duty_takes_its_log_its_page_and_its_event_along(work: Path):
    write(work, SHIFTED)
    assert tracker(work, "accept").exit_code == 0
    assert tracker(work, "check").exit_code == 0
    status = tracker(work, "status", "--as-of", "2026-04-10").stdout
    assert re.search(r"2026-06-01 +2-b +upcoming +Secretary of Transportation", status)
    assert re.search(r"— +2-b_2 +no deadline +Secretary of State", status)
    assert "what: place changed" in register(work)


def test_what_is_gone_or_unclear_needs_a_decision(work: Path):
    before = register(work)
    write(work, ORDER.replace(B, ""))
    assert [each.message.partition(":")[0] for each in tracker(work, "accept").problems] == ["2-b"]
    assert tracker(work, "accept", "--retire", "2-b").exit_code == 2  # without a reason
    assert register(work) == before
    assert tracker(work, "accept", "--retire", "2-b", "--reason", "Struck out on March 9.").exit_code == 0
    assert tracker(work, "check").exit_code == 0
    status = tracker(work, "status", "--as-of", "2099-01-01").stdout
    assert re.search(r"2026-06-01 +2-b +closed +Secretary of Transportation", status)


def test_the_same_duty_under_another_name(work: Path):
    write(work, ORDER.replace("Secretary of Transportation", "Commissioner of Piers"))
    assert tracker(work, "accept").problems[0].message == "2-b: which obligation is this now?"
    assert tracker(work, "accept", "--same", "2-b=2(b)").exit_code == 0
    assert "responsible: Secretary of Transportation" in register(work)  # as it was
    assert tracker(work, "check").exit_code == 0


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (("--retire", "2-x", "--reason", "x"), "no accepted obligation has this id"),
        (
            ("--retire", "2-b", "--reason", "x"),
            "the words of an obligation that is to be retired still stand in the text",
        ),
        (("--same", "2-b=9-z"), "the new reading has no such obligation"),
        (("--reviewed", "2-x"), "no obligation has this id"),
    ],
)
def test_a_wrong_decision_writes_nothing(work: Path, options: tuple[str, ...], message: str):
    before = register(work)
    assert message in [each.message for each in tracker(work, "accept", *options).problems]
    assert register(work) == before


@pytest.mark.parametrize(
    "options", [("--same", "2-b"), ("nowhere",), ("--retire", "2-b"), ("--retire", "eo-1/2-b", "--reason", "x")]
)
def test_a_wrong_command_line(work: Path, options: tuple[str, ...]):
    result = tracker(work, "accept", *options)
    assert result.exit_code == 2 and "Error" in result.stderr


ROW = "<tr><td>Secretary of Labor</td><td>counts the wooden mills</td></tr>"
TABLED = f"{ORDER}\n<table>{ROW}</table>\n"


def test_an_unread_passage_is_shown_until_somebody_has_looked_at_it(work: Path):
    write(work, TABLED)
    said = tracker(work, "accept").stdout
    (line,) = [each for each in said.splitlines() if "unread: " in each]
    citation = line.split()[1]
    assert line == (
        f"  unread: {citation} row “Secretary of Labor counts the wooden mills”: "
        "a row of a table with an office or a time, read as no obligation"
    )
    assert f'tracker accept eo-15001 --reviewed "{citation}"' in said
    assert "1 passage that nobody has looked at is unread" in tracker(work, "check").stderr
    assert "unread" not in tracker(work, "accept", "--reviewed", citation).stdout
    assert "looked_at:" in register(work) and "what: " not in register(work)
    assert "unread" not in tracker(work, "check").stderr
    write(work, f"{TABLED}\n<table>{ROW.replace('wooden', 'stone')}</table>\n")
    said = tracker(work, "accept").stdout
    assert "counts the stone mills" in said and "counts the wooden mills" not in said


def test_an_import_names_what_is_unread(work: Path, tmp_path_factory: pytest.TempPathFactory):
    file = tmp_path_factory.mktemp("tabled") / "order.md"
    file.write_text(TABLED.replace("15001", "15002"), "utf-8")
    made = tracker(work, "import", str(file))
    assert made.exit_code == 0 and "Unread: 2(c) row “Secretary of Labor counts" in made.stderr


def test_an_unread_passage_is_closed_in_the_corrections(work: Path):
    write(work, TABLED)
    citation = next(each for each in tracker(work, "accept").stdout.splitlines() if "unread: " in each).split()[1]
    fields = f"- passage: counts the wooden mills\n  citation: {citation}\n  none: It tells what is done.\n"
    (order_file(work).parent / "corrections.yml").write_text(f"corrections:\n{fields}", "utf-8")
    checked = tracker(work, "check")
    assert checked.exit_code == 0 and "unread" not in checked.output
    assert "unread" not in tracker(work, "accept").stdout
    write(work, ORDER)
    assert "stand nowhere in the text" in tracker(work, "check").stdout


def test_a_citation_at_which_nothing_is_unread_was_not_looked_at(work: Path):
    (problem,) = tracker(work, "accept", "--reviewed", "2(b)").problems
    assert problem.message == "nothing is unread at this citation"


def test_dry_run_writes_nothing(work: Path):
    write(work, SHIFTED)
    before = register(work)
    assert "moved   2-b place: 2(b) → 2(c)" in tracker(work, "accept", "--dry-run").stdout
    assert register(work) == before


def test_a_mark_is_worked_off(work: Path):
    write(work, ORDER + "\n(d) The Chair shall keep a list of rotten piers.\n")
    key = "2-d"
    said = tracker(work, "accept").stdout
    assert f"needs review: {key}" in said and f"tracker accept eo-15001 --reviewed {key}" in said
    assert "needs review" not in tracker(work, "accept", "--reviewed", key).stdout
    assert "reviewed:" in register(work)
    assert tracker(work, "check").exit_code == 0


def test_a_correction_is_refused_until_it_is_accepted(work: Path):
    file = work / "source" / "eo-15001" / "corrections.yml"
    file.write_text(
        "corrections:\n  - id: 2-c\n    date: 2026-03-09\n    set:\n      responsible: Secretary of Labor\n    reason: He owns the planks.\n",
        "utf-8",
    )
    assert "2-c: not as accepted: responsible" in tracker(work, "check").stdout
    assert tracker(work, "accept").exit_code == tracker(work, "check").exit_code == 0
    file.unlink()
    assert tracker(work, "check").exit_code == 1


@pytest.mark.parametrize(
    ("yaml", "place", "message"),
    [
        ("corrections:\n  - id: 2-z\n    date: 2026-03-09\n    reject: true\n    reason: x\n", ":2:", "unknown obligation"),
        ("corrections:\n  - id: 2-b\n    date: 2026-03-09\n    reject: true\n", ":2:", "the field “reason” is missing"),
        ("corrections:\n  - id: 2-b\n    date: 2026-03-09\n    reason: x\n", ":2:", "a correction does one thing"),
        ("corrections:\n  - id: 2-b\n    date: 2026-03-09\n    set: {}\n    reason: x\n", ":4:", "a correction that sets nothing"),
        ("corrections:\n  - id: 2-b\n    date: 2026-03-09\n    set: {respnsible: x}\n    reason: x\n", ":4:", "unknown field"),
        ("corrections:\n  - id: 2-b\n    date: 2026-03-09\n    set: {responsible: [{a: b}]}\n    reason: x\n", ":4:", "responsible: "),
        ("corrections:\n  - id: 2-b\n    date: 2026-03-09\n    set: {action: sink the piers}\n    reason: x\n", ":2:", "action: these words stand nowhere"),
        ("corrections:\n  - id: 2-b\n    date: 2026-03-09\n    set: {deadline: {kind: soon}}\n    reason: x\n", ":4:", "kind: unknown value"),
        ("corrections: none\n", ":1:", "corrections: no items"),
        ("corections: []\n", ":1:", "unknown field"),
    ],
)  # fmt: skip
def test_a_wrong_correction_is_named_with_its_line(work: Path, yaml: str, place: str, message: str):
    (work / "source" / "eo-15001" / "corrections.yml").write_text(yaml, "utf-8")
    checked = tracker(work, "check")
    assert checked.exit_code == 1
    assert re.search(f"corrections.yml{place}.*{re.escape(message)}", checked.stdout), checked.stdout


@pytest.mark.parametrize(("file", "words"), [
    ("progress.yml", 'log:\n  2-b:\n    - date: 2026-03-20\n      note: "a\\u200bb"\n'),
    ("corrections.yml", 'corrections:\n  - id: 2-c\n    date: 2026-03-09\n    set: {responsible: "Se\\u202ecretary"}\n    reason: x\n'),
    ("order.md", ORDER.replace("Mending the Bridges", '"Mend\\u2066ing"')),
])  # fmt: skip
def test_an_escape_for_what_nobody_sees_is_refused(work: Path, file: str, words: str):
    (work / "source" / "eo-15001" / file).write_text(words, "utf-8")
    assert "an escape for a character that nobody sees" in tracker(work, "check").stdout


def test_an_order_that_was_published_does_not_vanish(work: Path):
    second = work / "source" / "eo-15002"
    second.mkdir()
    (second / "order.md").write_text(ORDER.replace("15001", "15002"), "utf-8")
    assert tracker(work, "accept", "eo-15002").exit_code == 0
    for file in order_file(work).parent.iterdir():
        file.unlink()
    order_file(work).parent.rmdir()
    checked = tracker(work, "check")
    assert checked.exit_code == 1
    assert "source/orders.yml:4:5: error: a published order is gone" in checked.stdout


@pytest.mark.parametrize(
    "text", ["orders:\n  - eo-15001: 1\n", "orders: eo-15001\n", "orders:\n  - eo-15001\nmore: x\n", ""]
)
def test_the_list_of_orders_is_a_list_of_orders(work: Path, text: str):
    (work / "source" / "orders.yml").write_text(text, "utf-8")
    checked = tracker(work, "check")
    assert checked.exit_code == 1 and "source/orders.yml:" in checked.stdout


def test_a_register_that_is_gone_is_missed(work: Path):
    (work / "source" / "eo-15001" / "register.yml").unlink()
    assert "the register of a published order is gone" in tracker(work, "check").stdout


@pytest.mark.parametrize(
    "options",
    [("--same", "2-a=2-a", "--retire", "2-a", "--reason", "x"), ("--same", "2-a=2-a", "--same", "2-a=2-b"),
     ("--same", "2-a=2-c", "--same", "2-b=2-c"), ("--retire", "2-a", "--reason", "a\u202eb")],
)  # fmt: skip
def test_decisions_that_cannot_both_hold(work: Path, options: tuple[str, ...]):
    assert tracker(work, "accept", *options).exit_code == 2


def git(work: Path, *arguments: str) -> None:
    identity = ("-c", "user.name=T", "-c", "user.email=t@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", "-C", str(work), *identity, *arguments], check=True, capture_output=True, timeout=300)


@pytest.fixture
def repository(work: Path) -> Path:
    """The project as the first commit of a repository."""
    git(work, "init")
    git(work, "add", "-A")
    git(work, "commit", "-m", "first")
    return work


def log_file(work: Path) -> Path:
    return work / "source" / "eo-15001" / "progress.yml"


NEXT = """    - date: 2026-04-01
      status: completed
      note: All piers were seen | and *found* <b>sound</b>, says @somebody.
      evidence:
        - url: https://example.org/done
          title: The Department’s report
"""


def test_a_report_of_progress_is_told(repository: Path):
    log_file(repository).write_text(LOG + NEXT, "utf-8")
    shown = tracker(repository, "diff", "HEAD", "--as-of", "2026-04-10")
    assert shown.exit_code == 0
    assert "| eo\\-15001/2\\-b | standing | upcoming | done |" in shown.stdout
    assert "1 obligation changes" in shown.stdout


def test_what_people_wrote_is_text_in_the_report(repository: Path):
    write(repository, ORDER.replace("title: Mending", "title: <b>@all</b> [x](http://x) | Mending"))
    shown = tracker(repository, "diff", "HEAD").stdout
    assert "<b>" not in shown and "@all" not in shown and "](http" not in shown


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("Inspections began.", "Nothing began.", "2-b: an entry of the log was changed"),
        (LOG[LOG.index("log:") :], "log: {}\n", "2-b: an entry of the log was deleted"),
        ("2026-03-20", "2026-03-21", "2-b: an entry of the log was changed"),
    ],
)
def test_the_log_is_append_only(repository: Path, old: str, new: str, message: str):
    log_file(repository).write_text(LOG.replace(old, new), "utf-8")
    assert tracker(repository, "check").exit_code == 0, "by itself it is in order"
    checked = tracker(repository, "check", "--base", "HEAD")
    assert checked.exit_code == 1 and message in checked.stdout
    shown = tracker(repository, "diff", "HEAD")
    assert shown.exit_code == 1 and "It must not be merged as it is" in shown.stdout


def test_an_entry_that_is_added_is_append_only(repository: Path):
    log_file(repository).write_text(LOG + NEXT, "utf-8")
    assert tracker(repository, "check", "--base", "HEAD").exit_code == 0


@pytest.mark.parametrize("base", ["", " ", "nonesuch"])
def test_a_base_that_names_no_commit_compares_nothing_and_says_so(repository: Path, base: str):
    for arguments in (("check", "--base", base), ("diff", base)):
        done = tracker(repository, *arguments)
        told = done.stdout + str(getattr(done.exception, "problems", ""))
        assert done.exit_code == 1 and "there is no commit to compare with" in told


def test_a_whole_order_deleted_in_a_branch(repository: Path):
    (repository / "source" / "eo-15002").mkdir()
    (repository / "source" / "eo-15002" / "order.md").write_text(ORDER.replace("15001", "15002"), "utf-8")
    git(repository, "add", "-A")
    git(repository, "commit", "-m", "second, not accepted")
    (repository / "source" / "eo-15002" / "order.md").unlink()
    (repository / "source" / "eo-15002").rmdir()
    shown = tracker(repository, "diff", "HEAD")
    assert shown.exit_code == 1
    assert "an order is gone" in shown.stdout.replace("\\", "")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("- calendars/officials/attorney-general.ics\n", "", "a calendar that teams subscribe to would vanish"),
        ("  2-c:", "  2-d:", "an accepted id is gone"),
        ("accepted: 2026", "accepted: 2025", "what was accepted of it is gone or was edited"),
    ],
)
def test_a_register_loses_nothing(repository: Path, old: str, new: str, message: str):
    text = register(repository).replace(
        "- calendars/all.ics\n", "- calendars/all.ics\n- calendars/officials/attorney-general.ics\n"
    )
    (repository / "source" / "eo-15001" / "register.yml").write_text(text, "utf-8")
    git(repository, "commit", "-am", "another calendar")
    (repository / "source" / "eo-15001" / "register.yml").write_text(
        text.replace(old, new) if "accepted:" not in old else _last(text, old, new), "utf-8"
    )
    assert message in tracker(repository, "diff", "HEAD").stdout


def test_a_calendar_that_goes_is_lost_with_the_one_that_has_alarms(repository: Path):
    """The office is consulted no more, and somebody takes its calendar out of the register."""
    consulted = ORDER.replace(
        "of Transportation shall,", "of Transportation, in consultation with the Secretary of Labor, shall,"
    )
    assert consulted != ORDER
    write(repository, consulted)
    tracker(repository, "accept")
    path = repository / "source" / "eo-15001" / "register.yml"
    kept = "- calendars/officials/secretary-of-labor-with.ics\n"
    assert kept in path.read_text("utf-8")
    git(repository, "commit", "-am", "consulted")
    write(repository, ORDER)
    tracker(repository, "accept")
    assert kept in path.read_text("utf-8")
    assert "Lost" not in tracker(repository, "diff", "HEAD").stdout
    path.write_text(path.read_text("utf-8").replace(kept, ""), "utf-8")
    told = tracker(repository, "diff", "HEAD").stdout.replace("\\", "")
    assert "calendars/officials/secretary-of-labor-with.ics" in told.split("### Obligations")[0]
    assert "calendars/officials/secretary-of-labor-with-alarms.ics" in told.split("### Obligations")[0]


def _last(text: str, old: str, new: str) -> str:
    before, _, after = text.rpartition(old)
    return before + new + after


def test_a_history_is_append_only(repository: Path):
    write(repository, ORDER.replace("90 days", "80 days"))
    tracker(repository, "accept")
    git(repository, "commit", "-am", "changed")
    text = register(repository)
    cut = re.sub(r"    changes:\n(?:    - .*\n|      .*\n)+", "", text)
    assert cut != text
    (repository / "source" / "eo-15001" / "register.yml").write_text(cut, "utf-8")
    assert (
        tracker(repository, "check", "--base", "HEAD").exit_code == tracker(repository, "diff", "HEAD").exit_code == 1
    )


def test_a_base_with_a_fault_of_its_own_still_guards_the_log(repository: Path):
    log_file(repository).write_text(LOG.replace("in-progress", "finished"), "utf-8")
    git(repository, "commit", "-am", "a fault")
    log_file(repository).write_text("log: {}\n", "utf-8")
    assert tracker(repository, "diff", "HEAD").exit_code == 1
    log_file(repository).write_text(LOG, "utf-8")
    assert tracker(repository, "check", "--base", "HEAD").exit_code == 0, "mending the base is no fault"


@pytest.mark.parametrize("base", ["nowhere", "--upload-pack=x", "HEAD:source"])
def test_a_base_that_is_no_commit(repository: Path, base: str):
    result = CliRunner().invoke(main, ["diff", "--project", str(repository), "--", base])
    assert isinstance(result.exception, ProblemsFound)
    assert "there is no commit to compare with" in result.exception.problems[0].message


KILLS = int(os.environ.get("TRACKER_KILLS", "15"))  # TRACKER_KILLS=100 tries as many
TWICE = """
import sys
from pathlib import Path
from click.testing import CliRunner
from extractor.cli import main
project, one, other = sys.argv[1:]
order = Path(project, "source", "eo-15001", "order.md")
print("ready", flush=True)
for text in (one, other):
    order.write_text(Path(text).read_text("utf-8"), "utf-8")
    assert CliRunner().invoke(main, ["accept", "--project", project]).exit_code == 0
"""


@pytest.mark.slow
def test_a_death_at_any_moment_leaves_the_old_register_or_the_new(work: Path, tmp_path_factory: pytest.TempPathFactory):
    """A process that accepts two texts one after the other is killed at a random moment, again and again."""
    texts = tmp_path_factory.mktemp("texts")
    for name, text in (("one", SHIFTED), ("other", SHIFTED.replace("forty tins", "fifty tins"))):
        (texts / name).write_text(text, "utf-8")
    folder = work / "source" / "eo-15001"
    start = {path.name: path.read_bytes() for path in folder.iterdir()}

    def process() -> subprocess.Popen[bytes]:
        for name, content in start.items():
            (folder / name).write_bytes(content)
        command = [sys.executable, "-c", TWICE, str(work), str(texts / "one"), str(texts / "other")]
        started = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert started.stdout and started.stdout.readline() == b"ready\n"
        return started

    began, states = time.monotonic(), {start["register.yml"]}
    whole = process()
    while whole.poll() is None and time.monotonic() < began + 300:
        states.add((folder / "register.yml").read_bytes())
    states.add((folder / "register.yml").read_bytes())
    seconds, dice, found = time.monotonic() - began, random.Random(3), []
    assert whole.returncode == 0 and len(states) == 3
    for _ in range(KILLS):
        victim = process()
        time.sleep(dice.uniform(0, 1) * seconds)
        victim.kill()
        victim.communicate(timeout=300)
        assert (folder / "register.yml").read_bytes() in states
        assert sorted(path.name for path in folder.iterdir()) == ["order.md", "progress.yml", "register.yml"]
        found.append((folder / "register.yml").read_bytes())
    assert len(found) == KILLS and len(set(found)) > 1
    write(work, SHIFTED)
    assert tracker(work, "accept").exit_code == tracker(work, "check").exit_code == 0
    assert list(work.rglob("*.new")) == []


AMENDED = ORDER.replace("within 90 days", "within 70 days").replace(
    "(c) The", "(c) Within 20 days of the date of this order, the Secretary of State shall buy forty tins of paint.\n\n(d) The"
).replace("signed: 2026-03-03", "signed: 2026-05-01")  # fmt: skip
BY = ("--amended", "2026-05-01", "--by", "Executive Order 15009")


def test_an_amended_text_stands_beside_the_first(work: Path, tmp_path_factory: pytest.TempPathFactory):
    file = tmp_path_factory.mktemp("amended") / "order.md"
    file.write_text(AMENDED, "utf-8")
    made = tracker(work, "import", str(file), "--as", "eo-15001", "--replace", *BY)
    assert made.exit_code == 0, made.problems
    folder = order_file(work).parent
    assert (folder / "until-2026-05-01.md").read_text("utf-8") == ORDER
    now = order_file(work).read_text("utf-8")
    assert "signed: 2026-03-03\n" in now and "status: amended\n" in now and "status_date: 2026-05-01\n" in now
    assert tracker(work, "check").exit_code == 1
    said = tracker(work, "accept").stdout
    assert "moved   2-c place: 2(c) → 2(d)" in said and "added   2-c_2: 2(c) Secretary of State" in said
    assert "needs review: 2-b (its words came in when the order was amended" in said
    assert tracker(work, "check").exit_code == 0
    assert "the order was amended on May 1, 2026 by Executive Order 15009" in " ".join(register(work).split())


def test_the_pages_show_both_texts(work: Path, tmp_path_factory: pytest.TempPathFactory):
    from extractor.commands.options import load
    from extractor.publish.outputs import outputs

    file = tmp_path_factory.mktemp("amended") / "order.md"
    file.write_text(AMENDED, "utf-8")
    tracker(work, "import", str(file), "--as", "eo-15001", "--replace", *BY)
    tracker(work, "accept")
    loaded = load(work, None)
    pages = {each.path: each.content.decode("utf-8", "replace") for each in outputs(loaded.orders, loaded.project)}
    assert "within 90 days" in pages["orders/eo-15001/text/until-2026-05-01/index.md"]
    assert "within 70 days" in pages["orders/eo-15001/text/index.md"]
    assert 'href="until-2026-05-01/"' in pages["orders/eo-15001/text/index.md"]
    assert "90 days" in pages["orders/eo-15001/2-b/index.md"], "the earlier reading"
    assert pages["orders/eo-15001/text-until-2026-05-01.txt"].startswith("Sec. 2.")


def test_the_text_before_an_amendment_is_never_overwritten(work: Path, tmp_path_factory: pytest.TempPathFactory):
    file = tmp_path_factory.mktemp("amended") / "order.md"
    file.write_text(AMENDED, "utf-8")
    tracker(work, "import", str(file), "--as", "eo-15001", "--replace", *BY)
    tracker(work, "accept")
    again = tracker(work, "import", str(file), "--as", "eo-15001", "--replace", *BY)
    assert [each.message for each in again.problems] == ["the text until that amendment is kept already"]
    assert (order_file(work).parent / "until-2026-05-01.md").read_text("utf-8") == ORDER


@pytest.mark.parametrize(
    "options", [("--replace", "--amended", "2026-05-01"), ("--amended", "2026-05-01", "--by", "x")]
)
def test_an_amendment_is_of_a_text_and_by_something(work: Path, options: tuple[str, ...]):
    assert tracker(work, "import", str(order_file(work)), *options).exit_code == 2
