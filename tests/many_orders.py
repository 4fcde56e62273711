"""A project with 26 orders: the one of the repository, and 25 official texts of the corpus; three have a log."""

from __future__ import annotations

import re
from collections.abc import Sequence
from pathlib import Path

from click.testing import CliRunner
from conftest import copy_project

from extractor.cli import main

NUMBERS = (
    "14028 14036 14081 14110 14141 14158 14179 14186 14192 14222 14239 14252 14257 14265 14275 14303 14305 14307 "
    "14318 14319 14320 14321 14332 14383 14413".split()
)
LOGGED = ("eo-14028", "eo-14110", "eo-14307")
DAY = "2026-07-01"  # on which all of it was put on record
STATUSES = ("completed", "in-progress", "completed", "blocked", "completed")


def many_orders(corpus: Path, folder: Path, numbers: Sequence[str] = NUMBERS) -> Path:
    """Makes the project in the new ``folder`` and returns it; ``numbers`` are the orders besides the repository's."""
    copy_project(folder)
    for number in numbers:
        _tracker(folder, "import", str(corpus / "whitehouse" / f"{number}.md"), "--as", f"eo-{number}")
    for order in (order for order in LOGGED if order.removeprefix("eo-") in numbers):
        log = (folder / "source" / order / "progress.yml").read_text(encoding="utf-8")
        keys = re.findall(r"^  ([\w-]+):", log, re.MULTILINE)
        for key, status in zip(keys, STATUSES, strict=False):
            _tracker(folder, "log", f"{order}/{key}", status, *_entry(order, key))
        _tracker(folder, "checked", order, DAY)
    return folder


def _entry(order: str, key: str) -> list[str]:
    note = f"What was seen of {key} of {order}, for the sake of a test."
    evidence = ["--evidence", f"https://records.example/{order}/{key}", "--title", "A record"]
    return ["--date", "2026-06-30", "--recorded", DAY, "--note", note, *evidence]


def _tracker(folder: Path, command: str, *arguments: str) -> None:
    done = CliRunner().invoke(main, [command, *arguments, "--project", str(folder)])
    assert done.exit_code == 0, f"{command} {arguments}:\n{done.output}"
