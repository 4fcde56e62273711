"""What a user gets for bad input, seen from the command line: a message, exit status 1, and the old site as it was.

Each row of ``BAD`` spoils a sound order in one way and names what the message must hold. The spoiled orders stand
in one project, so that one run shows that no problem hides another.
"""

from __future__ import annotations

import re
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from conftest import Run, copy_project

FOLDER = "source/eo-9001"
ORDER = """\
---
id: eo-9001
kind: executive order
number: 9001
title: Keeping the Lighthouses Lit
signed: 2026-03-02
text: restatement
status: in force
status_date: 2026-06-20
status_source: https://example.org/status
---

## Sec. 1. Lamps.

(a) The Secretary of Commerce shall, within 30 days of the date of this order, list every lighthouse.

(b) The Attorney General shall prosecute anyone who puts out a lamp.
"""
PROGRESS = """\
checked: 2026-04-20
log:
  1-a:
    - date: 2026-03-20
      status: in-progress
      note: Half of the coast is listed.
      evidence:
        - url: https://example.org/half
          title: Half a list
"""


@dataclass(frozen=True)
class Bad:
    """One way to spoil a project: ``old`` becomes ``new`` in ``file``; ``parts`` must stand in the message."""

    name: str
    file: str
    old: str
    new: str
    at: str | None  # words of the line that the message must name; None: the file as a whole
    parts: tuple[str, ...]


BAD = [
    # the front matter of order.md
    Bad("a required field is missing", "order.md", "title: Keeping the Lighthouses Lit\n", "", None, ("title",)),
    Bad("a field is misspelt", "order.md", "signed:", "sgined:", "sgined", ("sgined", "did you mean", "signed")),
    Bad("a number is a word", "order.md", "number: 9001", "number: many", "number: many", ("number", "many")),
    Bad("a day that is not in the calendar", "order.md", "2026-03-02", "2026-02-30", "2026-02-30", ("2026-02-30",)),
    Bad("a date in another notation", "order.md", "2026-03-02", "March 2, 2026", "March 2", ("March 2, 2026", "2026-")),
    Bad("an unknown kind of text", "order.md", "restatement", "restatment", "restatment", ("did you mean", "restatement")),
    Bad("an unknown status of the order", "order.md", "in force", "forceful", "forceful", ("revoked",)),
    Bad("no front matter", "order.md", ORDER[: ORDER.index("## Sec")], "", None, ("front matter",)),
    Bad("front matter without an end", "order.md", "example.org/status\n---\n", "example.org/status\n", None, ("---",)),
    Bad("a key twice in the front matter", "order.md", "text: restatement", "number: 9002", "number: 9002", ("number",)),
    Bad("an id that is not the folder's", "order.md", "id: eo-9001", "id: eo-9002", "id: eo-9002", ("eo-9001",)),
    Bad("an id that would leave the folder", "order.md", "id: eo-9001", "id: ../up", "id: ../up", ("../up",)),
    Bad(
        "a link that is a script", "order.md", "text: rest", "official_url: javascript:alert(1)\ntext: rest",
        "official_url", ("javascript", "http"),
    ),
    Bad("neither section nor modal", "order.md", ORDER[ORDER.index("## Sec") :], "A picnic was held.\n", None, ()),
    # progress.yml
    Bad("an unknown field", "progress.yml", "      note:", "      notes:", "notes:", ("notes", "did you mean", "note")),
    Bad("an unknown status", "progress.yml", "in-progress", "in progress", "in progress", ("did you mean", "in-progress")),
    Bad("an unknown obligation", "progress.yml", "1-a:", "1-c:", "1-c:", ("1-c", "did you mean", "1-a")),
    Bad("a citation in a key's place", "progress.yml", "1-a:", "1(a):", "1(a):", ("1(a)", "1-a")),
    Bad("an impossible day", "progress.yml", "2026-03-20", "2026-13-20", "2026-13-20", ("2026-13-20",)),
    Bad("a day in the future", "progress.yml", "2026-03-20", "2999-03-20", "2999-03-20", ("2999-03-20", "future")),
    Bad("a day before the signing", "progress.yml", "2026-03-20", "2026-03-01", "2026-03-01", ("2026-03-01", "2026-03-02")),
    Bad("a missing date", "progress.yml", "    - date: 2026-03-20\n      status", "    - status", "- status", ("date",)),
    Bad("a list in a text's place", "progress.yml", "note: Half of the coast is listed.", "note: [1, 2]", "note:", ("note",)),
    Bad("a map in a list's place", "progress.yml", "    - date", "      date", "date: 2026", ("entries", "- date:")),
    Bad("a link without a scheme", "progress.yml", "https://example.org/half", "example.org", "example.org", ("http",)),
    Bad("a link to a local file", "progress.yml", "https://example.org/half", "file:///etc/hosts", "file:", ("http",)),
    Bad(
        "completed without evidence", "progress.yml", PROGRESS[PROGRESS.index("      status") :],
        "      status: completed\n", "completed", ("evidence",),
    ),
    Bad("an unknown basis", "progress.yml", "          title: Half a list\n", "          title: x\n      basis: rumour\n",
        "basis: rumour", ("rumour", "claimed", "verified")),
    Bad("a tab", "progress.yml", "      status", "\tstatus", "\tstatus", ("tab", "spaces")),
    Bad("broken YAML", "progress.yml", "note: Half", 'note: "Half', None, ()),
    Bad("an anchor", "progress.yml", "note: Half", "note: &half Half", "&half", ("anchor",)),
    Bad("an alias", "progress.yml", "note: Half of the coast is listed.", "note: *half", "*half", ("alias",)),
    Bad("a tag", "progress.yml", "note: Half", "note: !!python/name:os.system Half", "!!python", ("tag",)),
    Bad("a key twice", "progress.yml", "      note: Half", "      status: blocked\n      note: Half", "blocked", ("status",)),
    Bad("entries out of order", "progress.yml", PROGRESS, PROGRESS + "    - date: 2026-03-10\n      note: Earlier.\n",
        "2026-03-10", ("2026-03-10", "oldest first")),
    Bad("a file that is a list", "progress.yml", PROGRESS, "- 1-a\n", None, ("log",)),
]  # fmt: skip


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A sound project with one small order and a site that was built earlier."""
    return sound_project(tmp_path / "project")


@pytest.fixture(scope="module")
def complaints(tmp_path_factory: pytest.TempPathFactory, tracker: Run) -> str:
    """What ``tracker check`` says about a project in which every row of ``BAD`` spoils an order of its own."""
    project = sound_project(tmp_path_factory.mktemp("bad") / "project")
    for bad in BAD:
        shutil.copytree(project / FOLDER, project / folder_of(bad))
        for file in ("order.md", "progress.yml"):
            path = project / folder_of(bad) / file
            text = path.read_text("utf-8")
            if file == bad.file:
                assert text.count(bad.old) == 1, bad.name
                text = text.replace(bad.old, bad.new)
            path.write_text(text.replace("eo-9001", folder_of(bad).name), "utf-8")
    return refused(tracker, project)


def folder_of(bad: Bad) -> Path:
    """The folder of the order that a row spoils."""
    return Path("source") / f"bad-{BAD.index(bad):02}"


def sound_project(folder: Path) -> Path:
    """Makes a project with one small order and a site that was built earlier."""
    copy_project(folder)
    shutil.rmtree(folder / "source")
    (folder / FOLDER).mkdir(parents=True)
    (folder / FOLDER / "order.md").write_text(ORDER, "utf-8")
    (folder / FOLDER / "progress.yml").write_text(PROGRESS, "utf-8")
    for kept in ("site", "build/docs"):
        (folder / kept).mkdir(parents=True)
        (folder / kept / "before.txt").write_text("the site as it was\n", "utf-8")
    return folder


def refused(tracker: Run, project: Path, command: str = "check") -> str:
    """Runs the command, which must refuse the project and leave everything as it was; returns its messages."""
    before = {path: path.read_bytes() for path in project.rglob("*") if path.is_file()}
    done = tracker(command, cwd=project)
    messages = done.stdout + done.stderr
    assert done.returncode == 1, f"exit status {done.returncode}\n{messages}"
    assert "Traceback" not in messages
    assert {path: path.read_bytes() for path in project.rglob("*") if path.is_file()} == before
    return messages


def test_the_project_that_the_rows_spoil_is_sound(tracker: Run, project: Path, complaints: str):
    done = tracker("check", cwd=project)
    assert (done.returncode, done.stdout) == (0, ""), done.stdout
    assert FOLDER not in complaints


@pytest.mark.parametrize("bad", BAD, ids=lambda bad: f"{bad.file}: {bad.name}")
def test_a_message_names_file_line_and_what_is_allowed(complaints: str, bad: Bad):
    folder = folder_of(bad)
    about = [text for text in re.split(r"\n(?=\S)", complaints) if text.startswith(f"{folder.as_posix()}/{bad.file}:")]
    assert any("error: " in text for text in about), complaints
    if bad.at is not None:
        spoiled = {"order.md": ORDER, "progress.yml": PROGRESS}[bad.file].replace(bad.old, bad.new)
        line = next(number for number, text in enumerate(spoiled.splitlines(), 1) if bad.at in text)
        about = [text for text in about if text.startswith(f"{folder.as_posix()}/{bad.file}:{line}:")]
        assert about, f"no message about line {line}\n{complaints}"
    for part in bad.parts:
        assert part.replace("eo-9001", folder.name) in "\n".join(about)


def test_a_second_block_for_the_same_obligation_is_told_to_join_the_first(tracker: Run, project: Path):
    path = project / FOLDER / "progress.yml"
    path.write_text(PROGRESS + "  1-a:\n    - date: 2026-04-01\n      note: The rest follows.\n", "utf-8")
    messages = refused(tracker, project)
    assert f"{FOLDER}/progress.yml:10:" in messages, messages
    assert "line 3" in messages and "1-a" in messages, messages


@pytest.mark.parametrize("file", ["order.md", "progress.yml"])
def test_a_file_that_is_not_utf_8(tracker: Run, project: Path, file: str):
    path = project / FOLDER / file
    path.write_bytes(path.read_bytes().replace(b"list", b"l\xefst"))
    messages = refused(tracker, project)
    assert f"{FOLDER}/{file}:" in messages and "UTF-8" in messages, messages


def test_an_empty_folder(tracker: Run, project: Path):
    (project / "source" / "eo-9002").mkdir()
    messages = refused(tracker, project)
    assert "source/eo-9002" in messages and "order.md" in messages, messages


def test_no_order_at_all(tracker: Run, project: Path):
    for file in ("order.md", "progress.yml"):
        (project / FOLDER / file).unlink()
    (project / FOLDER).rmdir()
    assert "source" in refused(tracker, project)


def test_an_empty_order(tracker: Run, project: Path):
    (project / FOLDER / "order.md").write_text("", "utf-8")
    assert f"{FOLDER}/order.md" in refused(tracker, project)


def test_all_problems_of_all_files_come_in_one_run(tracker: Run, project: Path):
    for path, old, new in (
        ("order.md", "signed: 2026-03-02", "signed: 2026-02-30"),
        ("order.md", "text: restatement", "text: poem"),
        ("progress.yml", "in-progress", "halfway"),
        ("progress.yml", "https://example.org/half", "ftp://example.org"),
        ("progress.yml", "checked: 2026-04-20", "checked: soon"),
    ):
        path = project / FOLDER / path
        path.write_text(path.read_text("utf-8").replace(old, new), "utf-8")
    messages = refused(tracker, project)
    for place in ("order.md:6:", "order.md:7:", "progress.yml:1:", "progress.yml:5:", "progress.yml:8:"):
        assert place in messages, messages


@pytest.mark.parametrize("file, old, new", [("progress.yml", "in-progress", "halfway"), ("order.md", "id: ", "di: ")])
def test_a_build_of_bad_input_leaves_the_old_site(tracker: Run, project: Path, file: str, old: str, new: str):
    path = project / FOLDER / file
    path.write_text(path.read_text("utf-8").replace(old, new, 1), "utf-8")
    assert f"{FOLDER}/{file}:" in refused(tracker, project, "build")


def test_an_order_in_which_nothing_is_an_obligation_is_a_warning(tracker: Run, project: Path):
    (project / FOLDER / "progress.yml").unlink()
    path = project / FOLDER / "order.md"
    front = ORDER[: ORDER.index("## Sec")]
    path.write_text(front + "## Sec. 1. Praise.\n\nThe lighthouses are praised. Visitors may climb them.\n", "utf-8")
    done = tracker("check", cwd=project)
    messages = done.stdout + done.stderr
    assert done.returncode == 0, messages
    assert "warning: " in messages and f"{FOLDER}/order.md" in messages, messages


@pytest.mark.parametrize("style, start", [("github", "::error file="), ("json", "[")])
def test_problems_for_programs(tracker: Run, project: Path, style: str, start: str):
    path = project / FOLDER / "progress.yml"
    path.write_text(PROGRESS.replace("in-progress", "halfway"), "utf-8")
    done = tracker("check", "--format", style, cwd=project)
    assert done.returncode == 1
    assert start in done.stdout + done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    "arguments, status, parts",
    [
        (("bild",), 2, ("bild", "--help")),
        (("build", "--as-of", "soon"), 2, ("soon",)),
        (("extract", "nowhere.md"), 2, ("nowhere.md",)),
        (("build", "--builder", "jekyll"), 2, ("mkdocs",)),
        ((), 2, ("Usage",)),
    ],
)
def test_a_wrong_command_line(
    tracker: Run, project: Path, arguments: tuple[str, ...], status: int, parts: tuple[str, ...]
):
    done = tracker(*arguments, cwd=project)
    assert done.returncode == status, done.stdout + done.stderr
    assert "Traceback" not in done.stderr
    for part in parts:
        assert part in done.stderr + done.stdout


def test_a_folder_that_is_no_project(tracker: Run, tmp_path: Path):
    done = tracker("build", cwd=tmp_path)
    assert done.returncode in (1, 2)
    assert "source" in done.stderr and "Traceback" not in done.stderr


def test_extract_refuses_a_text_that_is_no_order(tracker: Run, tmp_path: Path):
    text = tmp_path / "picnic.md"
    text.write_text("A picnic was held near the lake, and everybody ate sandwiches there.\n", "utf-8")
    done = tracker("extract", str(text), cwd=tmp_path)
    assert done.returncode == 1 and not done.stdout
    assert "neither a section nor a modal" in done.stderr and "picnic.md" in done.stderr
