"""What people read and copy: the examples are sound, the reference is current, the guides speak of what exists."""

from __future__ import annotations

import re
import shutil
import sys
from pathlib import Path

import click
import pytest
from conftest import ROOT, Run, run

from extractor.cli import COMMANDS, main
from extractor.commands.reference import current, renewed
from extractor.read.front_matter import FrontMatter
from extractor.source.log_form import EXAMPLE_NOTE, EXAMPLE_TITLE
from extractor.source.progress import EntryFields, EvidenceFields, ProgressFile

LOG = "source/eo-14409/progress.yml"
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def example(text: str) -> str:
    """The first YAML block of a Markdown text, as a whole log."""
    block = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]
    return "checked: 2026-07-04\n" + ("" if block.startswith("log:") else "log:\n") + block


def commented_example() -> str:
    """The example in the comment at the top of the shipped log, its explanations taken off and its words replaced."""
    lines = [line for line in (ROOT / LOG).read_text("utf-8").splitlines() if line.startswith("#   ")]
    lines = [line.removeprefix("# ") for line in lines if not re.match(r"#   +(\d\.|[a-z ]+$|leave|a mistake)", line)]
    values = [re.sub(r"^(.*?: \S+) {2,}.*$", r"\1", line) for line in lines]
    values = [re.sub(r"(evidence:) .*$", r"\1", line) for line in values]
    text = "checked: 2026-07-04\nlog:\n" + "\n".join(values) + "\n"
    for words, own in (
        (EXAMPLE_NOTE, "One is out."),
        (EXAMPLE_TITLE, "The notice"),
        ("https://…", "https://example.org/"),
    ):
        assert words in text
        text = text.replace(words, own)
    return text


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


GUIDES = ["README.md", ".github/CONTRIBUTING.md", ".github/DEVELOPING.md", ".github/REFERENCE.md"]


def test_the_reference_is_what_the_commands_and_the_models_are():
    for file, text in current(ROOT).items():
        assert (ROOT / file).read_text("utf-8") == text, f"{file}: run python -m extractor.commands.reference --write"


def test_the_reference_has_every_command_option_and_field():
    text = (ROOT / ".github/REFERENCE.md").read_text("utf-8")
    for name in COMMANDS:
        assert f"### tracker {name}\n" in text
        command = main.get_command(click.Context(main), name)
        for option in (each for param in command.params for each in param.opts if each.startswith("--")):
            assert f"`{option}" in text or f", {option}" in text, f"{name} {option}"
    for model in (FrontMatter, ProgressFile, EntryFields, EvidenceFields):
        for name in model.model_fields:
            assert f"\n| `{name}` | " in text, name


@pytest.mark.parametrize(
    ("text", "result"),
    [
        ("a\n<!-- x -->\nold\nold\n<!-- end -->\nb", "a\n<!-- x -->\nnew\n<!-- end -->\nb"),
        ("<!-- x -->\n\n<!-- end -->\n<!-- y -->\nkept\n<!-- end -->", "<!-- x -->\nnew\n<!-- end -->\n<!-- y -->\nkept\n<!-- end -->"),
        ("no marks", None),
        ("<!-- x -->\n\n<!-- end --><!-- x -->\n\n<!-- end -->", None),
    ],
)  # fmt: skip
def test_only_what_stands_between_the_marks_is_renewed(text: str, result: str | None):
    if result is None:
        with pytest.raises(ValueError, match="marks"):
            renewed(text, "x", "new")
    else:
        assert renewed(text, "x", "new") == result


@pytest.mark.slow
def test_the_command_tells_a_stale_reference_and_renews_it(tmp_path: Path):
    checkout = tmp_path / "checkout"
    for name in ("extractor", "site_templates"):
        shutil.copytree(ROOT / name, checkout / name, ignore=shutil.ignore_patterns("__pycache__"))
    (checkout / ".github").mkdir()
    for name in ("README.md", ".github/REFERENCE.md"):
        text = (ROOT / name).read_text("utf-8")
        (checkout / name).write_text(
            re.sub(r"(<!-- commands -->\n).*?(\n<!-- end -->)", r"\1\2", text, flags=re.DOTALL), "utf-8"
        )

    def reference(*options: str) -> tuple[int, str]:
        done = run(
            sys.executable, "-m", "extractor.commands.reference", *options, cwd=checkout, PYTHONPATH=str(checkout)
        )
        return done.returncode, done.stdout

    assert reference() == (1, "README.md: not current\n.github/REFERENCE.md: not current\n")
    assert reference("--write") == (0, "README.md: renewed\n.github/REFERENCE.md: renewed\n")
    assert reference() == (0, "")
    assert (checkout / "README.md").read_text("utf-8") == (ROOT / "README.md").read_text("utf-8")


@pytest.mark.parametrize("guide", GUIDES)
def test_a_guide_points_at_what_exists(guide: str):
    text = (ROOT / guide).read_text("utf-8")
    for target in re.findall(r"\]\((?!https?:)([^)#]+)", text):
        assert (ROOT / guide).parent.joinpath(target).is_file(), target
    for path in re.findall(r"`((?:extractor|tests|site_templates|\.github|\.ci)/[\w./-]*)`", text):
        assert (ROOT / path).exists(), path


def test_developing_names_functions_and_tables_that_exist():
    text = (ROOT / ".github/DEVELOPING.md").read_text("utf-8")
    named = re.findall(r"`(\w+)`\s*(?:\(|of |in )\s*`(extractor/[\w/]+\.py)`", text)
    assert len(named) >= 6
    for name, file in named:
        assert re.search(rf"^(?:def {name}\(|{name}\b.* = )", (ROOT / file).read_text("utf-8"), re.MULTILINE), (
            name,
            file,
        )
