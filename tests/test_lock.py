"""The lock of a folder: one process at a time, taken back when its holder dies, no file left behind."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from extractor.lock import locked
from extractor.problems import ProblemsFound

HOLD = "import sys, time; from pathlib import Path; from extractor.lock import locked\nwith locked(Path(sys.argv[1])): print('held', flush=True); time.sleep(60)"


def test_a_second_holder_waits_and_then_says_who_is_at_work(tmp_path: Path):
    with locked(tmp_path), pytest.raises(ProblemsFound) as found, locked(tmp_path, wait=0.1):
        pass
    assert "another tracker command" in found.value.problems[0].message
    with locked(tmp_path, wait=0):
        assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
def test_a_holder_that_dies_lets_go(tmp_path: Path):
    holder = subprocess.Popen([sys.executable, "-c", HOLD, str(tmp_path)], stdout=subprocess.PIPE)
    try:
        assert holder.stdout and holder.stdout.readline().strip() == b"held"
        with pytest.raises(ProblemsFound), locked(tmp_path, wait=0):
            pass
    finally:
        holder.kill()
        holder.wait(300)
    with locked(tmp_path, wait=5):
        pass
