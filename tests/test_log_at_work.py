"""``tracker log`` where much happens at once: many processes, many branches, sudden deaths; and at a terminal."""

from __future__ import annotations

import contextlib
import os
import pty
import random
import select
import subprocess
import sys
import time
from datetime import date
from pathlib import Path

import pytest
from conftest import Run
from log_at_work import LOG, ORDER, git, logging, project_with

from extractor.lock import locked, source_lock
from extractor.problems import ProblemsFound
from extractor.source.log_edit import LogOf, NewEntry, laid_out, with_entry
from extractor.source.orders import read_order_folder
from extractor.source.searched import with_search

TODAY = date(2026, 8, 1)
PROCESSES, TIMES = 8, 25
KILLS = int(os.environ.get("TRACKER_KILLS", "30"))  # TRACKER_KILLS=100 tries as many
pytestmark = pytest.mark.slow


def notes(project: Path) -> dict[str, list[str | None]]:
    """The notes on record by key; the log must be sound and hold no obligation that the order does not have."""
    order = read_order_folder(project / "source" / ORDER, TODAY)
    return {key: [entry.note for entry in entries] for key, entries in order.progress.log}


def test_of_processes_that_log_at_once_none_loses_an_entry(tmp_path: Path):
    keys = project_with(tmp_path, 12)
    work = [[(keys[(number + turn) % 12], f"{number}.{turn}") for turn in range(TIMES)] for number in range(PROCESSES)]
    processes = [logging(tmp_path, *(part for pair in mine for part in pair)) for mine in work]
    for process in processes:
        output, _ = process.communicate(timeout=400)
        assert process.returncode == 0, output.decode()
    found = {(key, note) for key, all_notes in notes(tmp_path).items() for note in all_notes}
    assert len(found) == PROCESSES * TIMES and found == {pair for mine in work for pair in mine}
    assert sorted(path.name for path in (tmp_path / "source" / ORDER).iterdir()) == ["order.md", "progress.yml"]


UNLAID = """\
# A log by hand, from before there was a line for every obligation.
checked: 2026-07-04
log:

  # The second bridge.
  1-b:
    - date: 2026-06-10
      note: Begun.

  5-c:
    - date: 2026-06-12   # a Friday
      note: |
        Half of it.

  8-y:
    - {date: 2026-06-13, note: Seen.}
"""


@pytest.mark.parametrize(("start", "seed"), [(None, 1), (UNLAID, 2)], ids=["a new log", "a log without the lines"])
def test_branches_that_log_about_other_obligations_merge_without_conflict(tmp_path: Path, start: str | None, seed: int):
    """200 branches of one commit, each with an entry for another obligation, and one of a search, merged one by one with plain git."""
    keys, file = project_with(tmp_path, 200), tmp_path / LOG
    of = LogOf(LOG, read_order_folder(tmp_path / "source" / ORDER, TODAY).reading, TODAY)
    file.write_bytes(laid_out(start.encode() if start else None, of))
    repository(tmp_path)
    base = file.read_bytes()
    branches = {key: branch(tmp_path, key, with_entry(base, of, key, an_entry(key))) for key in keys}
    branches["checked"] = branch(tmp_path, "checked", with_search(base, of, date(2026, 7, 20), "the agencies’ pages"))
    order = list(branches)
    random.Random(seed).shuffle(order)
    for key in order:
        done = git(tmp_path, "merge", "--quiet", "--no-edit", branches[key], check=False)
        assert done.returncode == 0, f"{key}: {done.stdout}{done.stderr}"
    merged = notes(tmp_path)
    assert all(merged[key][-1] == an_entry(key).given["note"] for key in keys) and list(merged) == list(keys)
    assert sum(len(entries) for entries in merged.values()) == 200 + (3 if start else 0)
    text = file.read_text("utf-8")
    assert "\nchecked: 2026-07-20\nchecked_in: the agencies’ pages\nlog:\n" in text
    assert {line for line in base.decode().splitlines() if not line.startswith("checked:")} <= set(text.splitlines())


def an_entry(key: str) -> NewEntry:
    """The same words for all but the note and every other status, so that branches have as much in common as they can."""
    status = "in-progress" if len(key) % 2 else None
    return NewEntry.of(date="2026-06-20", recorded="2026-06-21", status=status, note=f"Bridge {key} is being mended.")


def repository(folder: Path) -> None:
    git(folder, "init", "--quiet", "--initial-branch=main")
    git(folder, "add", "-A")
    git(folder, "commit", "--quiet", "--message=start")


def branch(folder: Path, name: str, content: bytes) -> str:
    """A commit upon main that gives the log this content; the working tree stays as it is."""
    blob = subprocess.run(
        ["git", "hash-object", "-w", "--stdin"], cwd=folder, input=content, capture_output=True, check=True
    ).stdout.decode().strip()  # fmt: skip
    git(folder, "update-index", "--cacheinfo", f"100644,{blob},{LOG}")
    tree = git(folder, "write-tree").stdout.strip()
    commit = git(folder, "commit-tree", tree, "-p", "HEAD", "-m", name).stdout.strip()
    git(folder, "reset", "--quiet")
    return commit


def test_without_the_lines_two_new_keys_do_conflict(tmp_path: Path):
    """What the lines are for: by hand, in a log without them, two neighbours begin at one place."""
    project_with(tmp_path, 12)
    (tmp_path / LOG).write_text("checked: 2026-07-04\nlog:\n", "utf-8")
    repository(tmp_path)
    base = (tmp_path / LOG).read_bytes()
    first, second = (
        branch(tmp_path, key, base + f"  {key}:\n    - date: 2026-06-20\n      note: x\n".encode())
        for key in ("1-a", "1-b")
    )
    assert git(tmp_path, "merge", "--quiet", "--no-edit", first, check=False).returncode == 0
    assert git(tmp_path, "merge", "--quiet", "--no-edit", second, check=False).returncode == 1


def test_a_death_at_any_moment_leaves_the_old_log_or_the_new(tmp_path: Path):
    """A process that adds ten entries is killed at a random moment, again and again; the file is one of eleven."""
    project_with(tmp_path, 12)
    file, chance = tmp_path / LOG, random.Random(7)
    states, seconds = states_of(tmp_path), duration(tmp_path)
    found = []
    for number in range(KILLS):
        file.write_bytes(states[0])
        process = logging(tmp_path, *TEN)
        if number % 3:  # most die between the first entry and the last, the others at any moment
            wait_for_a_change(file, states[0])
        time.sleep(chance.uniform(0, 0.5 if number % 3 else 1) * seconds)
        process.kill()
        process.communicate(timeout=300)
        found.append(states.index(file.read_bytes()))  # any other content is no state and ends the test
        with locked(source_lock(tmp_path / "source"), wait=0):
            pass
    assert len(found) == KILLS and len(set(found)) > 2, found
    assert logging(tmp_path, "2-a", "last").wait(300) == 0
    assert notes(tmp_path)["2-a"] == ["last"]
    assert strays(tmp_path) == []


TEN = tuple(part for number in range(10) for part in ("1-b", f"note {number}"))


def states_of(project: Path) -> list[bytes]:
    """The log before the first of the ten entries, and after each."""
    of = LogOf(LOG, read_order_folder(project / "source" / ORDER, TODAY).reading, TODAY)
    states = [laid_out(None, of)]
    for note in TEN[1::2]:
        states.append(
            with_entry(states[-1], of, "1-b", NewEntry.of(date="2026-06-20", recorded="2026-06-21", note=note))
        )
    return states


def wait_for_a_change(file: Path, content: bytes) -> None:
    until = time.monotonic() + 300
    while file.read_bytes() == content and time.monotonic() < until:
        time.sleep(0.002)


def duration(project: Path) -> float:
    """Seconds that the ten entries take a process, its start included."""
    start = time.monotonic()
    assert logging(project, *TEN).wait(300) == 0
    return time.monotonic() - start


def strays(project: Path) -> list[str]:
    """What stands in source/ that no person put there."""
    kept = {"order.md", "progress.yml"}
    return [path.name for path in (project / "source").rglob("*") if path.is_file() and path.name not in kept]


def test_a_lock_that_is_held_is_waited_for_and_then_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    from extractor import lock
    from extractor.source import revise

    project_with(tmp_path, 12)
    folder = tmp_path / "source" / ORDER
    monkeypatch.setattr(revise, "locked", lambda path: lock.locked(path, wait=0.1))
    with locked(source_lock(folder.parent)), pytest.raises(ProblemsFound, match="error: "):
        revise.revise_log(folder, lambda raw: b"x")
    assert not (folder / "progress.yml").exists()


class Terminal:
    """``tracker`` at a terminal of its own; what it asks is read, and answered line by line."""

    def __init__(self, project: Path, *arguments: str):
        self.master, slave = pty.openpty()
        self.seen = ""
        self.process = subprocess.Popen(
            [sys.executable, "-m", "extractor", *arguments],
            cwd=project,
            stdin=slave,
            stdout=slave,
            stderr=slave,
            close_fds=True,
        )
        os.close(slave)

    def answer(self, question: str, words: str) -> None:
        """Wait until ``question`` was asked since the last answer, then type ``words``."""
        until = time.monotonic() + 300
        while question not in self.seen:
            assert time.monotonic() < until, f"{question!r} was not asked: {self.seen}"
            self.read(1)
        self.seen = ""
        os.write(self.master, f"{words}\n".encode())

    def read(self, seconds: float) -> None:
        if select.select([self.master], [], [], seconds)[0]:
            with contextlib.suppress(OSError):  # the other end is closed
                self.seen += os.read(self.master, 65536).decode("utf-8", "replace")

    def end(self) -> int:
        """The exit status; what is still said is in ``seen``."""
        until = time.monotonic() + 300
        while self.process.poll() is None and time.monotonic() < until:
            self.read(0.2)
        self.read(0.2)
        os.close(self.master)
        return self.process.wait(1)


def test_at_a_terminal_it_asks_and_asks_again(tmp_path: Path, tracker: Run):
    project_with(tmp_path, 12)
    terminal = Terminal(tmp_path, "log")
    for question, words in [
        ("Obligation, such as", "9-z"),
        ("unknown obligation", "1(b)"),
        ("The day on which it happened", "2026-6-20"),
        ("did you mean “2026-06-20”?", "2026-06-01"),
        ("before the order was signed", "2026-06-20"),
        ("empty for a plain note", "done"),
        ("did you mean “completed”?", "completed"),
        ("may stay empty", "It is mended: all of it."),
        ("completed needs it", ""),
        ("completed needs evidence", "example.org"),
        ("not a web address", "https://example.org/bridge"),
        ("What is behind it", "The release"),
        ("The address of another evidence; empty: no more", ""),
        ("Basis", "verified"),
        ("else leave it empty", ""),
        ("Write it?", "y"),
    ]:
        terminal.answer(question, words)
    assert terminal.end() == 0, terminal.seen
    text = (tmp_path / LOG).read_text("utf-8")
    assert (
        '      status: completed\n      note: "It is mended: all of it."\n' in text
        and "      basis: verified\n" in text
    )
    assert tracker("check", cwd=tmp_path).returncode == 0


def test_at_a_terminal_no_is_an_answer(tmp_path: Path):
    project_with(tmp_path, 12)
    terminal = Terminal(tmp_path, "log")
    for question, words in [
        ("Obligation, such as", "1-b"), ("The day", "2026-06-20"), ("Status", ""), ("What happened", "x"),
        ("The address", ""), ("Basis", ""), ("The new due date", ""), ("Write it?", "n"),
    ]:  # fmt: skip
        terminal.answer(question, words)
    assert terminal.end() == 0, terminal.seen
    assert not (tmp_path / LOG).exists()
