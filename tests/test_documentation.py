"""The examples that people copy: the log entries in README, CONTRIBUTING and the log itself are sound, and complete."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from conftest import ROOT, Run

from extractor.source.progress import EntryFields, ProgressFile

LOG = "source/eo-14409/progress.yml"
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def example(text: str) -> str:
    """The first YAML block of a Markdown text, as a whole log."""
    block = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]
    return "checked: 2026-07-04\n" + ("" if block.startswith("log:") else "log:\n") + block


def commented_example() -> str:
    """The example in the comment at the top of the shipped log, with its explanations taken off."""
    lines = [line for line in (ROOT / LOG).read_text("utf-8").splitlines() if line.startswith("#   ")]
    lines = [line.removeprefix("# ") for line in lines if not re.match(r"#   +(\d\.|[a-z ]+$|leave|a mistake)", line)]
    values = [re.sub(r"^(.*?: \S+) {2,}.*$", r"\1", line) for line in lines]
    values = [re.sub(r"(evidence:) .*$", r"\1", line) for line in values]
    return "checked: 2026-07-04\nlog:\n" + "\n".join(values).replace("https://…", "https://example.org/") + "\n"


@pytest.mark.parametrize(
    "log",
    [example((ROOT / "README.md").read_text("utf-8")), example(CONTRIBUTING), commented_example()],
    ids=["README.md", "CONTRIBUTING.md", "progress.yml"],
)
def test_an_example_that_people_copy_is_sound(tracker: Run, project: Path, log: str):
    (project / LOG).write_text(log, "utf-8")
    done = tracker("check", cwd=project)
    assert done.returncode == 0, f"{log}\n{done.stdout}"
    assert "date: 2026" in log and "url: https://" in log


def test_contributing_explains_every_field_and_every_status():
    for name in [*EntryFields.model_fields, *ProgressFile.model_fields]:
        assert re.search(rf"\b{name}: ?", CONTRIBUTING), name
    table = re.findall(r"^\| `([a-z-]+)` \|", CONTRIBUTING, re.MULTILINE)
    statuses = EntryFields.model_json_schema()["properties"]["status"]["anyOf"][0]["enum"]
    assert table == ["status", *statuses]
