"""A project whose record has everything that can be lost: duties done, done late, closed, retired, extended, awaiting an
event and without a date, doubtful; a passage that is unread; a text from before an amendment; offices that lead, are acted through and are consulted; a calendar that is empty by now."""

from __future__ import annotations

from pathlib import Path

from click.testing import CliRunner
from conftest import copy_project

from extractor.cli import main
from extractor.commands.options import today

ORDER = """\
---
id: eo-15002
kind: executive order
number: 15002
title: Keeping the Canals Clean
signed: 2026-06-01
text: official
status: amended
status_date: 2026-06-05
status_by: Executive Order 15003
status_source: https://records.example/15003
---

## Sec. 1. Purpose.

It is the policy of the United States that canals be clean. Nothing in this order shall be construed to close a canal.

## Sec. 2. Canals.

(a) Within 30 days of the date of this order, the Secretary of Commerce, through the Director of the National Institute of Standards and Technology and in consultation with the Attorney General, shall publish a list of canals.

(b) Within 10 days of the date of this order, the Secretary of Labor shall count the lock keepers.

(c) Within 20 days of the date of this order, the Secretary of Labor shall name a chief lock keeper.

(d) Within 60 days of receipt of a survey, the Secretary of the Interior shall dredge each canal.

(e) The Secretary of the Interior shall promptly plant trees along the banks.

(f) Within 90 days of the date of this order, the Secretary of Commerce and the Secretary of Labor shall mend the locks.

(g) Within 2 weeks of the date of this order, the Administrator of General Services shall lease a dredger.

(h) The Secretary of Energy shall:

(i) the gates of the upper canal; and

(ii) the gates of the lower canal.

## Sec. 3. Banks.

Within 40 days of the date of this order, a report on the banks shall be submitted to the President.
"""
FIRST = ORDER.replace("the Secretary of Labor shall name", "the Secretary of Education shall name")
ACCEPTED = "2026-07-02"  # the day of every acceptance, whatever the clock says
RETIRED = (
    "\n(g) Within 2 weeks of the date of this order, the Administrator of General Services shall lease a dredger.\n"
)
EVIDENCE = ("--evidence", "https://records.example/canals", "--title", "A record of the canals")
LOG = (
    ("eo-15002/2-b", "completed", "--date", "2026-06-08", *EVIDENCE),
    ("eo-15002/2-c", "completed", "--date", "2026-06-30", *EVIDENCE),
    ("eo-15002/2-f", "--date", "2026-06-20", "--due", "2026-09-15", *EVIDENCE),
    ("eo-14409/2-f", "superseded", "--date", "2026-06-25", *EVIDENCE),
)  # fmt: skip

MARKUP = "\n\n# No *heading*\n\n- no list_of_things_\n\n```\nno <b>code</b> &amp; {{ none }}\n```\n\n| no | table |\n|---|---|"
"""What stands behind the note of one entry: it is text, however it looks."""


def rich_project(folder: Path) -> Path:
    """Makes the project in the new ``folder``, two orders accepted and with logs; returns it."""
    copy_project(folder)
    order = folder / "source/eo-15002/order.md"
    order.parent.mkdir()
    order.write_text(FIRST, "utf-8")
    (order.parent / "until-2026-06-05.md").write_text(
        ORDER.replace("a report on the banks", "a book on the banks"), "utf-8"
    )
    _tracker(folder, "accept", "eo-15002")
    for entry in LOG:
        note = f"What was seen of {entry[0]}, for a test.{MARKUP if entry[0] == 'eo-14409/2-f' else ''}"
        _tracker(folder, "log", *entry, "--recorded", "2026-07-01", "--note", note)
    order.write_text(ORDER.replace(RETIRED, ""), "utf-8")
    ended = ("--retire", "2-g", "--reason", "Struck out when the canals ran dry.")
    _tracker(folder, "accept", "eo-15002", "--same", "2-c=2-c", *ended)
    register = order.parent / "register.yml"
    register.write_text(register.read_text("utf-8").replace(today().isoformat(), ACCEPTED), "utf-8")
    return folder


def _tracker(folder: Path, command: str, *arguments: str) -> None:
    done = CliRunner().invoke(main, [command, *arguments, "--project", str(folder)])
    assert done.exit_code == 0, f"{command} {arguments}:\n{done.output}\n{done.exception}"
