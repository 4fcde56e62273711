"""A lock: one process at a time, taken back when its holder dies."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from extractor.lock import build_lock, locked
from extractor.problems import ProblemsFound

COUNT = """
import sys
from pathlib import Path
from extractor.lock import locked
place = Path(sys.argv[1])
for _ in range(100):
    with locked(place / "lock", 300):
        (place / "counter").write_text(str(int((place / "counter").read_text()) + 1))
"""
HOLD = "import sys, time; from pathlib import Path; from extractor.lock import locked\nwith locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


def test_a_second_holder_waits_and_then_says_who_is_at_work(tmp_path: Path):
    lock, said = tmp_path / "build/.lock", []
    with locked(lock), pytest.raises(ProblemsFound) as found, locked(lock, 0.1, lambda: said.append("waiting")):
        pass
    assert "another tracker command" in found.value.problems[0].message and said == ["waiting"]
    with locked(lock, 0, lambda: said.append("again")):
        assert said == ["waiting"]
    assert os.listdir(lock.parent) == []


@pytest.mark.slow
def test_of_many_that_wait_one_at_a_time_is_let_in(tmp_path: Path):
    """The lock's file goes when it is let go: nobody may be left with one that is gone while another makes it anew."""
    counter = tmp_path / "counter"
    counter.write_text("0")
    many = [subprocess.Popen([sys.executable, "-c", COUNT, str(tmp_path)]) for _ in range(4)]
    assert [process.wait(300) for process in many] == [0] * 4
    assert counter.read_text() == "400"


def test_where_no_lock_can_be_held_is_one_problem(tmp_path: Path):
    (tmp_path / "build").write_bytes(b"a file is in the way")
    with pytest.raises(ProblemsFound) as found, locked(build_lock(tmp_path)):
        pass
    (problem,) = found.value.problems
    assert problem.file == str(tmp_path / "build") and problem.message.startswith("the lock cannot be held: ")


@pytest.mark.slow
def test_a_holder_that_dies_lets_go(tmp_path: Path):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path / "lock")], stdout=subprocess.PIPE)
    try:
        assert holder.stdout and holder.stdout.readline().strip() == b"held"
        with pytest.raises(ProblemsFound), locked(tmp_path / "lock", wait=0):
            pass
    finally:
        holder.kill()
        holder.wait(300)
    with locked(tmp_path / "lock", wait=5):
        pass
