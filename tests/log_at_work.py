"""Real work on logs, for tests: an order with any number of obligations, processes that log, and plain ``git``."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from conftest import ROOT

ORDER = "eo-15900"
LOG = f"source/{ORDER}/progress.yml"
SECTIONS = 8

# A process that adds entries by the command itself; the first argument is the project, then key and note in turn.
DRIVER = """
import sys
from click.testing import CliRunner
from extractor.cli import main
project, *rest = sys.argv[1:]
for key, note in zip(rest[::2], rest[1::2]):
    done = CliRunner().invoke(main, ["log", key, "--date", "2026-06-20", "--recorded", "2026-06-21", "--note", note, "--project", project])
    if done.exit_code:
        sys.exit(f"{done.output} {getattr(done.exception, 'problems', done.exception)}")
"""


def project_with(folder: Path, obligations: int) -> tuple[str, ...]:
    """A project with one order of this many obligations and no log; their keys, in the text's order."""
    keys = []
    parts = [
        "---\nid: eo-15900\nkind: executive order\nnumber: 15900\ntitle: Mending the Bridges\nsigned: 2026-06-02\n"
        "text: official\n---\n\nIt is hereby ordered:\n"
    ]
    for number in range(obligations):
        section, place = divmod(number, -(-obligations // SECTIONS))
        if place == 0:
            parts.append(f"## Sec. {section + 1}. Bridges.\n")
        label = letter(place)
        parts.append(
            f"({label}) The Secretary of the Interior shall, within {number % 90 + 10} days of the date of this order, mend bridge {number}.\n"
        )
        keys.append(f"{section + 1}-{label}")
    (folder / f"source/{ORDER}").mkdir(parents=True)
    (folder / f"source/{ORDER}/order.md").write_text("\n".join(parts), "utf-8")
    return tuple(keys)


def letter(place: int) -> str:
    """a, b … z, aa, bb …: the labels of paragraphs."""
    return "abcdefghijklmnopqrstuvwxyz"[place % 26] * (place // 26 + 1)


def logging(project: Path, *keys_and_notes: str) -> subprocess.Popen[bytes]:
    """A process of its own that adds entries, one after another."""
    return subprocess.Popen(
        [sys.executable, "-c", DRIVER, str(project), *keys_and_notes],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        cwd=ROOT,
    )


def git(folder: Path, *arguments: str, check: bool = True) -> subprocess.CompletedProcess[str]:
    """Plain git in ``folder``, without the settings of whoever runs the tests."""
    settings = {
        "GIT_CONFIG_GLOBAL": os.devnull, "GIT_CONFIG_NOSYSTEM": "1", "GIT_AUTHOR_NAME": "a", "GIT_AUTHOR_EMAIL": "a@example.org",
        "GIT_COMMITTER_NAME": "a", "GIT_COMMITTER_EMAIL": "a@example.org", "GIT_AUTHOR_DATE": "2026-06-20T00:00Z",
        "GIT_COMMITTER_DATE": "2026-06-20T00:00Z",
    }  # fmt: skip
    return subprocess.run(
        ["git", *arguments],
        cwd=folder,
        env={**os.environ, **settings},
        check=check,
        capture_output=True,
        encoding="utf-8",
        timeout=300,
    )
