"""A repository to run the workflows' scripts in: a clone with a bare remote, and ``gh`` replaced by a recorder.

The recorder stands first on ``PATH``. It writes down its arguments, and what stands in the files that they name; where a
script asks something, it prints the answer that the test gave for the first arguments, through ``jq`` where ``--jq`` says so.
Everything else is real: git, the remote, the shell, ``tracker``.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path

from conftest import ROOT, copy_project, run

RECORDER = """#!/usr/bin/env python3
import json, os, subprocess, sys
arguments, folder = sys.argv[1:], os.environ["GH_RECORD"]
named = [each.rpartition("@")[2] for each in arguments if each.startswith("body=@")]
named += [after for each, after in zip(arguments, arguments[1:]) if each == "--body-file"]
body = "".join(open(name, encoding="utf-8").read() for name in named)
with open(folder + "/asked.jsonl", "a", encoding="utf-8") as log:
    log.write(json.dumps({"arguments": arguments, "body": body, "token": os.environ.get("GH_TOKEN")}) + "\\n")
for words, answer in json.load(open(folder + "/answers.json", encoding="utf-8")):
    if arguments[: len(words)] != words:
        continue
    if isinstance(answer, str) and answer.startswith("file:"):
        sys.stdout.buffer.write(open(answer[5:], "rb").read())
    elif "--jq" in arguments:
        query = arguments[arguments.index("--jq") + 1]
        done = subprocess.run(["jq", "-r", query], input=json.dumps(answer), text=True, stdout=subprocess.PIPE, check=True)
        sys.stdout.write(done.stdout)
    else:
        sys.stdout.write(json.dumps(answer))
    break
"""


@dataclass(frozen=True)
class Asked:
    """One call of ``gh``: its arguments, and the text of the file that they name."""

    arguments: tuple[str, ...]
    body: str
    token: str | None


@dataclass
class Scratch:
    """The clone, its remote, and what was asked of ``gh``."""

    folder: Path
    remote: Path
    record: Path
    answers: list[tuple[list[str], object]] = field(default_factory=list)

    def answer(self, words: str, answer: object) -> None:
        """What ``gh`` prints when its arguments begin with ``words``: a JSON value, or ``file:PATH`` for bytes."""
        self.answers.append((words.split(), answer))

    def script(self, name: str, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Runs a script of ``.github/scripts/`` as a workflow does."""
        (self.record / "answers.json").write_text(json.dumps(self.answers), "utf-8")
        path = f"{self.record / 'bin'}:{Path(sys.executable).parent}:{os.environ['PATH']}"
        return run(
            self.folder / ".github/scripts" / name, *arguments, cwd=self.folder,
            **{
                "PATH": path, "GH_RECORD": str(self.record), "GH_TOKEN": "a-token", "GITHUB_REPOSITORY": "example/tracker",
                "GITHUB_SERVER_URL": "https://github.com", "GITHUB_STEP_SUMMARY": str(self.summary),
                "GIT_CONFIG_GLOBAL": str(self.record / "gitconfig"), "GIT_CONFIG_SYSTEM": os.devnull,
            }
            | environment,
        )  # fmt: skip

    @property
    def summary(self) -> Path:
        """The file of the job's summary."""
        return self.record / "summary.md"

    @property
    def asked(self) -> list[Asked]:
        """The calls of ``gh``, in order."""
        log = self.record / "asked.jsonl"
        lines = log.read_text("utf-8").splitlines() if log.exists() else []
        return [Asked(tuple(each["arguments"]), each["body"], each["token"]) for each in map(json.loads, lines)]

    def calls(self, *words: str) -> list[Asked]:
        """The calls that hold every one of ``words`` among their arguments."""
        return [call for call in self.asked if set(words) <= set(call.arguments)]

    def git(self, *arguments: str) -> str:
        """What git prints, in the clone."""
        done = run(
            "git",
            "-c",
            "user.name=A maintainer",
            "-c",
            "user.email=maintainer@example.org",
            *arguments,
            cwd=self.folder,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout.strip()

    def commit(self, message: str) -> str:
        """Commits all that changed; the commit."""
        self.git("add", "--all")
        self.git("commit", "--quiet", "--message", message)
        return self.git("rev-parse", "HEAD")

    def branches(self) -> list[str]:
        """The remote's branches."""
        return run("git", "for-each-ref", "--format=%(refname:short)", cwd=self.remote).stdout.split()


def scratch_repository(folder: Path) -> Scratch:
    """This repository's record and scripts, committed in a clone of a bare remote under ``folder``."""
    record, remote = folder / "record", folder / "remote.git"
    (record / "bin").mkdir(parents=True)
    (record / "bin/gh").write_text(RECORDER, "utf-8")
    (record / "bin/gh").chmod(0o755)
    (record / "gitconfig").write_text("[safe]\n\tdirectory = *\n", "utf-8")
    clone = copy_project(folder / "clone")
    shutil.copytree(ROOT / ".github", clone / ".github")
    (clone / ".gitignore").write_text((ROOT / ".gitignore").read_text("utf-8"), "utf-8")
    run("git", "init", "--quiet", "--bare", "--initial-branch=main", remote, cwd=folder)
    scratch = Scratch(clone, remote, record)
    scratch.git("init", "--quiet", "--initial-branch=main")
    scratch.git("remote", "add", "origin", str(remote))
    scratch.commit("The record")
    scratch.git("push", "--quiet", "origin", "main")
    return scratch
