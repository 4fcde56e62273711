"""The workflows under ``.github/``: what they may use, what they may do, and that they say what the README says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from ruamel.yaml import YAML

WORKFLOWS = sorted((Path(__file__).resolve().parent.parent / ".github" / "workflows").glob("*.y*ml"))

# The accepted commits. An update is a change of this table and of the workflows together.
PINS = {
    "actions/checkout": ("v5.0.0", "08c6903cd8c0fde910a37f88322edcfb5dd907a8"),
    "actions/setup-python": ("v6.0.0", "e797f83bcb11b83ae66e0230d6156d7c80228e7c"),
    "actions/configure-pages": ("v5.0.0", "983d7736d9b0ae728b81ab479565c72886d7745b"),
    "actions/upload-pages-artifact": ("v4.0.0", "7b1f4a764d45c48632c6b24a0339c27f5614fb0b"),
    "actions/deploy-pages": ("v4.0.5", "d6db90164ac5ed86f2b6aed7e0febac5b3c0c03e"),
    "actions/upload-artifact": ("v4.6.2", "ea165f8d65b6e75b540449e92b4886f43607fa02"),
}

# The rights of each job's token; what is not named here is not granted.
PERMISSIONS = {
    ("check.yml", "check"): {"contents": "read"},
    ("publish.yml", "build"): {"contents": "read", "pages": "read"},
    ("publish.yml", "deploy"): {"pages": "write", "id-token": "write"},
}


def load(path: Path) -> dict:
    """A workflow as YAML 1.2, in which the key ``on`` is a word and not ``true``."""
    return YAML(typ="safe").load(path)


def jobs() -> list:
    return [pytest.param(path, job, id=f"{path.name}:{job}") for path in WORKFLOWS for job in load(path)["jobs"]]


def steps(path: Path) -> list[dict]:
    return [step for job in load(path)["jobs"].values() for step in job["steps"]]


def test_there_is_one_to_check_and_one_to_publish():
    assert [path.name for path in WORKFLOWS] == ["check.yml", "publish.yml"]


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
    assert "permissions" in workflow, "without it the token's rights are the repository's default"
    granted = workflow["jobs"][job].get("permissions", workflow["permissions"])
    assert granted == PERMISSIONS[path.name, job]
    assert workflow["jobs"][job]["timeout-minutes"] <= 30
    assert not workflow["jobs"][job]["runs-on"].endswith("latest")


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_nothing_from_outside_reaches_a_shell_and_no_secret_is_read(path: Path):
    text = path.read_text("utf-8")
    assert "concurrency" in load(path)
    assert not re.search(r"\$\{\{[^}]*\bsecrets\b", text)
    assert "pull_request_target" not in load(path)["on"] and "workflow_run" not in load(path)["on"]
    for step in steps(path):
        assert "${{" not in step.get("run", ""), "an expression in a script is text that the shell would run"
        if step.get("uses", "").startswith("actions/checkout@"):
            assert step["with"]["persist-credentials"] is False


def test_pull_requests_are_checked_and_main_is_published_daily():
    checked, published = (load(path) for path in WORKFLOWS)
    assert set(checked["on"]) == {"pull_request"}
    assert published["on"]["push"] == {"branches": ["main"]}
    assert len(published["on"]["schedule"]) == 1 and "workflow_dispatch" in published["on"]
    minute, hour, *every = published["on"]["schedule"][0]["cron"].split()
    assert every == ["*", "*", "*"]
    assert 5 <= int(hour) < 24 and 0 < int(minute) < 60, "the day in Washington must be the day of the run"
    assert any("tracker check --format github" in step.get("run", "") for step in steps(WORKFLOWS[0]))
    assert published["jobs"]["deploy"]["needs"] == "build"
