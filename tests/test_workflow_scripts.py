"""What the workflows run, run for real in a scratch repository: the scripts under ``.github/scripts/``."""

from __future__ import annotations

import re
import shutil
import subprocess
import threading
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from conftest import ROOT, missing
from scratch_repository import Scratch, scratch_repository
from test_federal_register_api import XML, Register
from test_from_issue import DONE, FULL_LOG, body
from test_watch import Recorded, another, record

from extractor.cli import COMMANDS
from extractor.intake.reports import NO_DUTY
from extractor.read.federal_register_api import BASE_VARIABLE

pytestmark = pytest.mark.slow

SCRIPTS = sorted((ROOT / ".github/scripts").glob("*.sh"))
SHA = "0123456789abcdef0123456789abcdef01234567"
CHECK = {"RUN": "77", "HEAD_SHA": SHA, "CONCLUSION": "success"}
REPORT = "<!-- obligation tracker: report -->"


@pytest.fixture
def scratch(tmp_path: Path) -> Scratch:
    """A clone with a bare remote; the test is skipped where a program that the scripts call is absent."""
    for program in ("git", "jq", "unzip"):
        if not shutil.which(program):
            missing(f"{program} is not here", "REQUIRE_PROGRAMS")
    made = scratch_repository(tmp_path)
    (made.folder / "source/eo-14409/progress.yml").write_text(FULL_LOG, "utf-8")
    made.commit("A log of the test's own")
    made.git("push", "--quiet", "origin", "main")
    return made


# All of them


def test_every_script_stops_at_the_first_error_and_can_be_run():
    for script in SCRIPTS:
        assert re.search(r"\A#!/usr/bin/env bash\n(#.*\n)+set -euo pipefail\n", script.read_text("utf-8")), script.name
        assert script.stat().st_mode & 0o100, script.name


def test_every_script_is_run_by_a_workflow_or_by_another_script():
    workflows = "".join(path.read_text("utf-8") for path in (ROOT / ".github/workflows").iterdir())
    workflows += (ROOT / ".github/constraints.txt").read_text("utf-8")[:400]  # names the script that renews it
    for script in SCRIPTS:
        others = "".join(other.read_text("utf-8") for other in SCRIPTS if other != script)
        assert f".github/scripts/{script.name}" in workflows or f"$here/{script.name}" in others, script.name


def test_shellcheck_finds_nothing():
    if not shutil.which("shellcheck"):
        missing("shellcheck is not here", "REQUIRE_PROGRAMS")
    done = subprocess.run(["shellcheck", *SCRIPTS], capture_output=True, text=True, timeout=300, check=False)
    assert done.returncode == 0, done.stdout


# report.sh


@pytest.mark.skipif("diff" not in COMMANDS, reason="there is no “tracker diff” yet")
def test_a_change_is_reported_against_the_branch_that_it_goes_into(scratch: Scratch):
    log = scratch.folder / "source/eo-14409/progress.yml"
    log.write_text(FULL_LOG + "    - date: 2026-07-05\n      note: A first talk was held.\n", "utf-8")
    scratch.commit("A report")
    done = scratch.script("report.sh", PULL_REQUEST="12")
    report = (scratch.folder / "build/report/report.md").read_text("utf-8")
    assert done.returncode == 0, done.stderr
    assert (
        re.search(r"eo-14409/3-b .*2026-07-05", report.replace("\\", ""))
        and scratch.summary.read_text("utf-8") == report
    )
    assert (scratch.folder / "build/report/number").read_text("utf-8") == "12\n"


@pytest.mark.skipif("diff" not in COMMANDS, reason="there is no “tracker diff” yet")
def test_a_lost_order_fails_and_the_report_is_kept(scratch: Scratch):
    shutil.rmtree(scratch.folder / "source/eo-14409")
    scratch.commit("Delete the order")
    done = scratch.script("report.sh", PULL_REQUEST="12")
    assert done.returncode == 1
    assert "eo-14409" in (scratch.folder / "build/report/report.md").read_text("utf-8").replace("\\", "")


def test_a_commit_that_is_none_is_an_error(scratch: Scratch):
    assert scratch.script("report.sh", PULL_REQUEST="12", BASE="--output=x").returncode != 0


# comment.sh


def artefact(scratch: Scratch, size: int = 500, **files: str) -> None:
    """The check's run has an artefact with these files, the dots of their names as two underscores."""
    archive = scratch.record / "report.zip"
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in files.items():
            made.writestr(name.replace("__", "."), text)
    listed = [{"id": 5, "name": "site", "size_in_bytes": 9, "expired": False}]
    listed += [{"id": 6, "name": "report", "size_in_bytes": size, "expired": False}]
    scratch.answer("api repos/example/tracker/actions/runs/77/artifacts", {"artifacts": listed})
    scratch.answer("api repos/example/tracker/actions/artifacts/6/zip", f"file:{archive}")


def pull_request(scratch: Scratch, number: int = 12, sha: str = SHA, state: str = "open", comments: tuple = ()) -> None:
    """GitHub knows this pull request."""
    scratch.answer(f"api repos/example/tracker/issues/{number}/comments --paginate", list(comments))
    scratch.answer(f"api repos/example/tracker/pulls/{number}", {"state": state, "head": {"sha": sha}})


def written(scratch: Scratch) -> list[tuple[str, str, str]]:
    """What was posted or updated: method, address, text."""
    calls = [call for call in scratch.asked if "--method" in call.arguments]
    return [(call.arguments[call.arguments.index("--method") + 1], call.arguments[1], call.body) for call in calls]


def test_the_first_report_is_posted_and_a_later_one_takes_its_place(scratch: Scratch):
    artefact(scratch, number="12\n", report__md="## 2(d)\n\nwas **past due**, is done late\n")
    pull_request(scratch)
    assert scratch.script("comment.sh", **CHECK).returncode == 0
    ((method, address, text),) = written(scratch)
    assert (method, address) == ("POST", "repos/example/tracker/issues/12/comments")
    assert text.startswith(f"{REPORT}\n## 2(d)\n\nwas **past due**, is done late\n")
    assert "0123456789ab: **success**" in text and "https://github.com/example/tracker/actions/runs/77" in text


def test_only_our_own_comment_is_updated(scratch: Scratch):
    artefact(scratch, number="12", report__md="new")
    theirs = {"id": 1, "user": {"type": "User"}, "body": f"{REPORT}\nmine"}
    other = {"id": 2, "user": {"type": "Bot"}, "body": "A preview"}
    ours = {"id": 3, "user": {"type": "Bot"}, "body": f"{REPORT}\nold"}
    pull_request(scratch, comments=(theirs, other, ours))
    assert scratch.script("comment.sh", **CHECK).returncode == 0
    ((method, address, _),) = written(scratch)
    assert (method, address) == ("PATCH", "repos/example/tracker/issues/comments/3")


@pytest.mark.parametrize(
    ("number", "sha", "state", "said"),
    [
        ("13", SHA, "open", "no longer at the commit"),
        ("12", SHA[::-1], "open", "no longer at the commit"),
        ("12", SHA, "closed", "is closed"),
        ("12; rm -rf /", SHA, "open", "names no pull request"),
        ("$(touch x)", SHA, "open", "names no pull request"),
        ("12\n13", SHA, "open", "names no pull request"),
        ("-1", SHA, "open", "names no pull request"),
        ("../issues/12", SHA, "open", "names no pull request"),
        ("", SHA, "open", "names no pull request"),
        ("1" * 3_000_000, SHA, "open", "names no pull request"),
    ],
)
def test_a_number_that_github_does_not_confirm_gets_no_comment(
    scratch: Scratch, number: str, sha: str, state: str, said: str
):
    artefact(scratch, number=number, report__md="x")
    pull_request(scratch, sha=sha, state=state)
    done = scratch.script("comment.sh", **CHECK)
    assert done.returncode == 0 and said in done.stdout
    assert not written(scratch) and not (scratch.folder / "x").exists()


def test_an_artefact_that_is_absent_too_large_or_empty_gets_no_comment(scratch: Scratch):
    for size, files, said in (
        (2_000_001, {"number": "12", "report__md": "x"}, "too large"),
        (500, {"number": "12", "../report__md": "x", "sub/report__md": "x"}, "empty"),
        (500, {"report__md": "x"}, "names no pull request"),
    ):
        scratch.answers.clear()
        artefact(scratch, size, **files)
        pull_request(scratch)
        done = scratch.script("comment.sh", **CHECK)
        assert done.returncode == 0 and said in done.stdout
    scratch.answers.clear()
    scratch.answer("api repos/example/tracker/actions/runs/77/artifacts", {"artifacts": []})
    assert "left no report" in scratch.script("comment.sh", **CHECK).stdout
    assert not written(scratch)


def test_a_report_that_unpacks_to_much_is_cut(scratch: Scratch):
    artefact(scratch, number="12", report__md="é" * 20_000_000)
    pull_request(scratch)
    assert scratch.script("comment.sh", **CHECK).returncode == 0
    ((_, _, text),) = written(scratch)
    assert 29_000 < text.count("é") <= 30_000 and len(text.encode()) < 65_536


@pytest.mark.parametrize(
    ("report", "posted"),
    [
        ("thanks @octocat and @org/team", "thanks @\u2060octocat and @\u2060org/team"),
        ("fixes #1, gh-2, other/repo#3", "fixes #\u20601, gh-\u20602, other/repo#\u20603"),
        ("## Heading", "## Heading"),
        ("<img src=x onerror=alert(1)><script>", "&lt;img src=x onerror=alert(1)>&lt;script>"),
        ("<details><summary>more</summary>x</details>", "<details><summary>more</summary>x</details>"),
        ("<details open onclick=x>", "&lt;details open onclick=x>"),
        (f"a\n{REPORT}", "a\n&lt;!-- obligation tracker: report -->"),
        ("![seen](https://example.org/pixel.png)", "!\\[seen](https://example.org/pixel.png)"),
        ("a\u202eb\u200bc\x07d\x1be", "abcde"),
    ],
)
def test_a_strangers_text_calls_nobody_and_brings_no_markup(scratch: Scratch, report: str, posted: str):
    artefact(scratch, number="12", report__md=report)
    pull_request(scratch)
    assert scratch.script("comment.sh", **CHECK).returncode == 0
    ((_, _, text),) = written(scratch)
    assert text.startswith(f"{REPORT}\n{posted}\n")


@pytest.mark.parametrize("given", [{"RUN": "7/../8"}, {"HEAD_SHA": "main"}, {"CONCLUSION": "$(touch x)"}])
def test_a_run_that_is_none_is_not_looked_up(scratch: Scratch, given: dict[str, str]):
    assert "no check" in scratch.script("comment.sh", **CHECK | given).stdout
    assert not scratch.asked


# publish.sh


@pytest.mark.skipif(
    "--repo-url" not in (ROOT / "extractor/commands/options.py").read_text("utf-8"),
    reason="there is no “--repo-url” yet",
)
def test_the_site_is_built_for_the_repository_that_publishes_it(scratch: Scratch):
    done = scratch.script("publish.sh", SITE_URL="https://example.github.io/tracker")
    assert done.returncode == 0, done.stderr
    page = (scratch.folder / "site/orders/eo-14409/2-c/index.html").read_text("utf-8")
    assert "https://github.com/example/tracker/edit/main/source/eo-14409/progress.yml" in page
    assert '<link rel="canonical" href="https://example.github.io/tracker/orders/eo-14409/2-c/">' in page


def test_a_record_that_is_not_in_order_is_not_published(scratch: Scratch):
    log = scratch.folder / "source/eo-14409/progress.yml"
    log.write_text(log.read_text("utf-8").replace("  2-d:", "  2-z:"), "utf-8")
    done = scratch.script("publish.sh", SITE_URL="https://example.github.io/tracker/")
    assert done.returncode == 1 and "::error file=source/eo-14409/progress.yml" in done.stdout
    assert not (scratch.folder / "site").exists() and not (scratch.folder / "build").exists()


# propose.sh


def propose(scratch: Scratch, title: str = "A title") -> subprocess.CompletedProcess[str]:
    body = scratch.record / "body.md"
    body.write_text("A body.", "utf-8")
    return scratch.script("propose.sh", "issue-7", title, str(body), "source")


def test_a_proposal_is_a_branch_with_one_commit_and_a_pull_request(scratch: Scratch):
    main = scratch.git("rev-parse", "HEAD")
    (scratch.folder / "source/eo-14409/note.txt").write_text("a note", "utf-8")
    (scratch.folder / "other.txt").write_text("no part of it", "utf-8")
    done = propose(scratch, 'A "title" of $(words)')
    assert done.returncode == 0, done.stderr
    assert scratch.branches() == ["issue-7", "main"] and scratch.git("rev-parse", "HEAD") == main
    scratch.git("fetch", "--quiet", "origin")
    assert scratch.git("log", "--format=%s|%an", "main..origin/issue-7") == 'A "title" of $(words)|github-actions[bot]'
    assert scratch.git("diff", "--name-only", "main", "origin/issue-7") == "source/eo-14409/note.txt"
    (made,) = scratch.calls("create")
    assert made.arguments[:6] == ("pr", "create", "--head", "issue-7", "--title", 'A "title" of $(words)')
    assert made.body == "A body."


def test_a_second_proposal_takes_the_first_ones_place(scratch: Scratch):
    scratch.answer(
        "pr list --head issue-7", [{"number": 3, "isCrossRepository": True}, {"number": 4, "isCrossRepository": False}]
    )
    for text in ("first", "second"):
        (scratch.folder / "source/eo-14409/note.txt").write_text(text, "utf-8")
        assert propose(scratch).returncode == 0
    scratch.git("fetch", "--quiet", "origin")
    assert scratch.git("rev-list", "--count", "main..origin/issue-7") == "1"
    assert scratch.git("show", "origin/issue-7:source/eo-14409/note.txt") == "second"
    assert [call.arguments[:3] for call in scratch.calls("edit")] == [("pr", "edit", "4")] * 2


def test_a_branch_that_somebody_has_worked_on_stays(scratch: Scratch):
    scratch.git("switch", "--quiet", "--create", "issue-7")
    (scratch.folder / "source/eo-14409/note.txt").write_text("better words", "utf-8")
    theirs = scratch.commit("Better words")
    scratch.git("push", "--quiet", "origin", "issue-7")
    scratch.git("switch", "--quiet", "main")
    (scratch.folder / "source/eo-14409/note.txt").write_text("the form's words", "utf-8")
    done = propose(scratch)
    assert done.returncode == 0 and "stays as it is" in done.stdout
    assert scratch.git("ls-remote", "origin", "refs/heads/issue-7").split()[0] == theirs and not scratch.calls("pr")


# from-issue.sh


def issue(scratch: Scratch, text: bytes | str, comments: tuple = ()) -> subprocess.CompletedProcess[str]:
    """The script, run on issue 7 with this body."""
    words = text.decode("utf-8") if isinstance(text, bytes) else text
    scratch.answer("api repos/example/tracker/issues/7/comments --paginate", list(comments))
    scratch.answer("api repos/example/tracker/issues/7 --jq", {"body": words})
    return scratch.script("from-issue.sh", ISSUE="7")


def test_a_report_becomes_a_pull_request_and_a_word_of_thanks(scratch: Scratch):
    done = issue(scratch, body(**DONE, note="$(touch owned) `id` @octocat\n::error::x"))
    assert done.returncode == 0, done.stderr
    scratch.git("fetch", "--quiet", "origin")
    diff = scratch.git("diff", "main", "origin/issue-7")
    assert scratch.git("diff", "--name-only", "main", "origin/issue-7") == "source/eo-14409/progress.yml"
    assert '+      note: "$(touch owned) `id` @octocat ::error::x"' in diff and not list(scratch.folder.rglob("owned"))
    (made,) = scratch.calls("create")
    assert made.arguments[5] == "Progress of eo-14409/2-d: completed, 2026-07-14"
    assert "Closes #7." in made.body and "octocat" not in made.body
    ((method, address, text),) = written(scratch)
    assert (method, address) == ("POST", "repos/example/tracker/issues/7/comments") and "Thank you" in text


def test_a_wrong_report_gets_a_comment_that_says_what_to_fix(scratch: Scratch):
    ours = {"id": 3, "user": {"type": "Bot"}, "body": "<!-- obligation tracker: from-issue -->\nold"}
    done = issue(scratch, body(**DONE | {"date": "8/1/2026", "status": "<b>@octocat"}), (ours,))
    assert done.returncode == 0, done.stderr
    ((method, address, text),) = written(scratch)
    assert (method, address) == ("PATCH", "repos/example/tracker/issues/comments/3")
    assert "**Day on which it happened**" in text and "**Status**" in text
    assert "<b>" not in text and "@octocat" not in text
    assert scratch.branches() == ["main"] and not scratch.calls("pr")


def test_a_correction_is_proposed_with_what_the_check_says_of_it(scratch: Scratch):
    given = {"obligation": "eo-14409/2-c", "change": NO_DUTY, "reason": "It is @octocat’s <b>aim</b>."}
    done = issue(scratch, body("wrong-reading", **given))
    assert done.returncode == 0, done.stderr
    scratch.git("fetch", "--quiet", "origin")
    assert scratch.git("diff", "--name-only", "main", "origin/issue-7") == "source/eo-14409/corrections.yml"
    (made,) = scratch.calls("create")
    assert made.arguments[5] == "Correct the reading of eo-14409/2-c" and "The check does not pass yet" in made.body


def test_an_edited_report_takes_the_first_ones_place(scratch: Scratch):
    for day in ("2026-07-14", "2026-07-15"):
        assert issue(scratch, body(**DONE | {"date": day})).returncode == 0
        scratch.answers.clear()
    scratch.git("fetch", "--quiet", "origin")
    assert scratch.git("rev-list", "--count", "main..origin/issue-7") == "1"
    log = scratch.git("show", "origin/issue-7:source/eo-14409/progress.yml")
    assert "2026-07-15" in log and "2026-07-14" not in log


def new_files(number: int | str) -> list[str]:
    """What an import adds to the repository."""
    return [f"source/eo-{number}/{name}" for name in ("corrections.yml", "order.md", "progress.yml")]


def test_an_order_is_imported_by_its_number(scratch: Scratch, register: Register):
    Recorded(register).publish(15001, XML)
    scratch.answer("api repos/example/tracker/issues/7/comments --paginate", [])
    scratch.answer("api repos/example/tracker/issues/7 --jq", {"body": body("add-an-order", source="15001").decode()})
    done = scratch.script("from-issue.sh", ISSUE="7", **{BASE_VARIABLE: register.address})
    assert done.returncode == 0, done.stderr
    scratch.git("fetch", "--quiet", "origin")
    assert scratch.git("diff", "--name-only", "main", "origin/issue-7").split() == new_files(15001)
    (made,) = scratch.calls("create")
    assert made.arguments[5] == "Add an order: 15001" and "Mending the Bridges" in made.body


def test_an_order_that_cannot_be_fetched_is_answered(scratch: Scratch):
    address = "https://www.whitehouse.gov/presidential-actions/2026/06/some-order/"
    assert issue(scratch, body("add-an-order", source=address)).returncode == 0
    ((_, _, text),) = written(scratch)
    assert "could not be imported" in text and "save the page" in text and not scratch.calls("pr")


def test_an_issue_without_a_body_or_a_number_is_answered_or_refused(scratch: Scratch):
    scratch.answer("api repos/example/tracker/issues/7/comments --paginate", [])
    scratch.answer("api repos/example/tracker/issues/7 --jq", {"body": None})
    assert scratch.script("from-issue.sh", ISSUE="7").returncode == 0
    assert "no form is recognised" in written(scratch)[0][2]
    assert scratch.script("from-issue.sh", ISSUE="7; x").returncode == 2


# new-orders.sh


@pytest.fixture
def register() -> Iterator[Register]:
    """A server that answers as the Federal Register's API does."""
    with Register() as server:
        threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
        yield server
        server.shutdown()


def new_orders(scratch: Scratch, register: Register) -> subprocess.CompletedProcess[str]:
    return scratch.script("new-orders.sh", SINCE="2026-03-01", **{BASE_VARIABLE: register.address})


def test_each_new_order_is_a_pull_request_of_its_own(scratch: Scratch, register: Register):
    api = Recorded(register, record(14409, disposition_notes="Amended by: EO 15001"))
    api.publish(15001, XML)
    api.publish(15002, another(15002))
    for number in (15001, 15002):
        scratch.answer(f"pr list --head order/eo-{number} --state all", [])
    done = new_orders(scratch, register)
    assert done.returncode == 0, done.stderr
    assert scratch.branches() == ["main", "order/eo-15001", "order/eo-15002"]
    scratch.git("fetch", "--quiet", "origin")
    for number, call in zip((15001, 15002), scratch.calls("create"), strict=True):
        changed = scratch.git("diff", "--name-only", "main", f"origin/order/eo-{number}")
        assert changed.split() == new_files(number)
        assert call.arguments[3] == f"order/eo-{number}" and "list the bridges" in call.body
    summary = scratch.summary.read_text("utf-8")
    assert "2 new executive orders" in summary and "| eo-14409 | Amended by: EO 15001 |" in summary


def test_an_order_that_was_proposed_before_is_not_proposed_again(scratch: Scratch, register: Register):
    api = Recorded(register)
    api.publish(15001, XML)
    api.publish(15002, None)
    scratch.answer("pr list --head order/eo-15001 --state all", [{"isCrossRepository": False}])
    done = new_orders(scratch, register)
    assert done.returncode == 1 and "Executive Order 15002" in done.stderr
    assert "proposed before" in done.stdout and scratch.branches() == ["main"] and not scratch.calls("create")


def test_a_strangers_branch_of_that_name_does_not_count(scratch: Scratch, register: Register):
    Recorded(register).publish(15001, XML)
    scratch.answer("pr list --head order/eo-15001 --state all", [{"isCrossRepository": True}])
    assert new_orders(scratch, register).returncode == 0
    assert scratch.branches() == ["main", "order/eo-15001"] and scratch.calls("create")


def test_the_tracker_is_run_without_the_token():
    for name in ("from-issue.sh", "new-orders.sh"):
        text = (ROOT / ".github/scripts" / name).read_text("utf-8")
        for command in re.findall(r"(.{0,17})(?<!\")\btracker (?:from-issue|import \"|watch|check)", text):
            assert command.endswith("env -u GH_TOKEN "), f"{name}: {command}"
