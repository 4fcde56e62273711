"""What people read and copy: the examples are sound, the reference is current, the guides speak of what exists."""

from __future__ import annotations

import fnmatch
import re
import shutil
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner
from conftest import ROOT, Run, run

from extractor.cli import COMMANDS, main
from extractor.commands.reference import current, renewed
from extractor.problems import ProblemsFound, report
from extractor.read.front_matter import FrontMatter
from extractor.register.corrections_yml import AddFields, CorrectionFields, PassageFields, empty_corrections
from extractor.source.entry_fields import EntryFields, EvidenceFields
from extractor.source.log_form import EXAMPLE_NOTE, EXAMPLE_TITLE
from extractor.source.progress import ProgressFile

LOG, CORRECTIONS = "source/eo-14409/progress.yml", "source/eo-14409/corrections.yml"
CONTRIBUTING = (ROOT / ".github" / "CONTRIBUTING.md").read_text("utf-8")


def example(text: str) -> str:
    """The first YAML block of a Markdown text, as a whole log."""
    return "checked: 2026-07-04\n" + re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]


def pasted(text: str, key: str) -> str:
    """The shipped log with the first YAML block of a Markdown text, as it stands, under the entries of ``key``."""
    block = re.search(r"```yaml\n(.*?)```", text, re.DOTALL)[1]
    log, count = re.subn(
        rf"(?m)^  {key}:.*\n(?:    .*\n)+", lambda own: own[0] + block, (ROOT / LOG).read_text("utf-8")
    )
    assert count == 1
    return log


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
    [pasted((ROOT / "README.md").read_text("utf-8"), "2-d"), example(CONTRIBUTING), commented_example()],
    ids=["README.md", "CONTRIBUTING.md", "progress.yml"],
)
def test_an_example_that_people_copy_is_sound(tracker: Run, project: Path, log: str):
    (project / LOG).write_text(log, "utf-8")
    done = tracker("check", cwd=project)
    assert done.returncode == 0, f"{log}\n{done.stdout}"
    assert "date: 2026" in log and "url: https://" in log


def called(folder: Path, *arguments: str) -> tuple[int, str]:
    """A command on the project in ``folder``, in this process: its exit status, and what it says."""
    done = CliRunner().invoke(main, [*arguments, "--project", str(folder)])
    if isinstance(done.exception, ProblemsFound):
        return 1, report(done.exception.problems)
    assert done.exception is None or isinstance(done.exception, SystemExit), done.exception
    return done.exit_code, done.output


def uncommented_correction() -> str:
    """The example in the comment at the top of ``corrections.yml``, with the ``# `` of its lines taken off."""
    head = (ROOT / CORRECTIONS).read_text("utf-8").partition("corrections:\n")[0]
    return "corrections:\n" + "".join(f"{line[2:]}\n" for line in head.splitlines() if line.startswith("#   "))


# The corrections that CONTRIBUTING shows, what "tracker check" then says, and what "tracker accept" does.
CORRECTED = {
    "set": (0, "2-e: not as accepted: deadline", "changed 2-e consulting: nobody → National Cyber Director"),
    "reject": (1, "3-a_2: rejected in corrections.yml", "retired 3-a_2: The sentence says"),
    "add": (2, "3-a_3: an obligation that nobody has accepted", "added   3-a_3: 3(a) Director of the National"),
}


def shown_corrections() -> list[str]:
    return re.findall(r"```yaml\n(corrections:\n.*?)```", CONTRIBUTING, re.DOTALL)


@pytest.mark.parametrize("kind", [*CORRECTED, "the comment in the file"])
def test_a_correction_that_people_copy_is_refused_until_it_is_accepted(project: Path, kind: str):
    shown = [each for each in shown_corrections() if "- id:" in each]
    assert len(shown) == len(CORRECTED)
    number, refused, accepted = CORRECTED.get(
        kind, (None, "2-e: not as accepted: consulting", "changed 2-e consulting")
    )
    file = project / CORRECTIONS
    text = uncommented_correction() if number is None else shown[number]
    file.write_text(file.read_text("utf-8").removesuffix("corrections:\n") + text, "utf-8")
    status, said = called(project, "check")
    assert status == 1 and refused in said and "corrections.yml:" not in said, said
    status, said = called(project, "accept", "eo-14409")
    assert status == 0 and accepted in said, said
    assert called(project, "check") == (0, f"1 order, {11 if kind == 'add' else 10} obligations: all well.\n")


def test_a_passage_that_people_close_needs_no_acceptance(project: Path):
    (shown,) = [each for each in shown_corrections() if "- passage:" in each]
    file = project / CORRECTIONS
    file.write_text(file.read_text("utf-8").removesuffix("corrections:\n") + shown, "utf-8")
    status, said = called(project, "check")
    assert status == 0 and "error" not in said, said
    file.write_text(file.read_text("utf-8").replace("with industry", "with nobody"), "utf-8")
    assert called(project, "check")[0] == 1


def test_what_contributing_says_of_taking_back_and_of_review_marks(project: Path):
    (added,) = re.findall(r"```yaml\n(corrections:\n[^`]*    add:.*?)```", CONTRIBUTING, re.DOTALL)
    calls = re.findall(r"`tracker (accept eo-14409 --(?:retire|reviewed) [^`]*)`", CONTRIBUTING)
    assert len(calls) == 2
    file, empty = project / CORRECTIONS, (project / CORRECTIONS).read_text("utf-8")
    file.write_text(empty.removesuffix("corrections:\n") + added, "utf-8")
    assert called(project, "accept")[0] == 0
    file.write_text(empty, "utf-8")
    for call in calls:
        status, said = called(project, *call.split())
        assert status == 0, said
    assert called(project, "check")[0] == 0


def test_the_shipped_corrections_are_those_of_a_new_order():
    assert (ROOT / CORRECTIONS).read_bytes() == empty_corrections("eo-14409")


def test_contributing_explains_every_field_of_a_correction():
    section = CONTRIBUTING.partition("## Correct a wrong reading")[2].partition("\n## ")[0]
    for name in [*CorrectionFields.model_fields, *AddFields.model_fields, *PassageFields.model_fields]:
        assert name == "modal" or re.search(rf"\b{name}\b", section), name


def test_an_entry_about_an_earlier_day_needs_the_day_on_which_it_is_recorded(project: Path):
    log = pasted((ROOT / "README.md").read_text("utf-8"), "2-d")
    (project / LOG).write_text(log.replace("      recorded: 2026-08-24\n", ""), "utf-8")
    status, said = called(project, "check")
    assert status == 1 and "the entries are not oldest first" in said
    assert "without `recorded`: entries stand in the order in which they are recorded" in CONTRIBUTING


def test_the_examples_of_a_command_keep_their_second_lines():
    text = (ROOT / ".github/REFERENCE.md").read_text("utf-8")
    assert re.search(r"^tracker log .* \\\n    --evidence \S+ --title \"The notice\"$", text, re.MULTILINE)
    assert not re.search(r"\\\n(?!    )", text)


def test_publishing_names_the_files_that_a_site_has(site: Path):
    table = (ROOT / ".github/PUBLISHING.md").read_text("utf-8").partition("| files | ")[2].partition("\n\n")[0]
    rows = [line.split(" | ")[0] for line in table.splitlines() if line.startswith("| `")]
    patterns = [pattern for row in rows for pattern in re.findall(r"`([^`]+)`", row)]
    files = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    assert len(patterns) >= 9
    assert [pattern for pattern in patterns if not fnmatch.filter(files, pattern)] == [], "no file is such"
    assert [file for file in files if not any(fnmatch.fnmatch(file, each) for each in patterns)] == [], "has no row"
    hashed = next(pattern for pattern in patterns if "?" in pattern)
    assert all(re.search(r"\.[0-9a-f]{8}\.min\.", file) for file in fnmatch.filter(files, hashed))


def test_contributing_explains_every_field_and_every_status():
    for name in [*EntryFields.model_fields, *ProgressFile.model_fields]:
        assert re.search(rf"\b{name}: ?", CONTRIBUTING), name
    table = re.findall(r"^\| `([a-z-]+)` \|", CONTRIBUTING, re.MULTILINE)
    statuses = EntryFields.model_json_schema()["properties"]["status"]["anyOf"][0]["enum"]
    assert table == ["status", *statuses]


GUIDES = ["README.md", *(f".github/{name}.md" for name in ("CONTRIBUTING", "DEVELOPING", "PUBLISHING", "REFERENCE"))]


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
