"""What of a build's time is ours, and what the site generator's.

``tracker build`` runs in a process of its own, as a person runs it. There each stage that it calls is wrapped in a watch;
``python -m measure.share PROJECT`` is that process. Seconds are the processor's: a build with MkDocs is one thread, so on a
quiet machine they are those of the clock on the wall, and on a busy one they stay the same.
"""

from __future__ import annotations

import importlib
import json
import os
import subprocess
import sys
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import asdict, dataclass
from functools import wraps
from pathlib import Path
from typing import Any

from conftest import AS_OF, ROOT

# Each stage of a build: where its caller finds it.
STAGES = {
    "read": ("extractor.commands.build", "load"),
    "make": ("extractor.publish.outputs", "outputs"),
    "write": ("extractor.write", "write"),
    "generator": ("extractor.publish.site", "_run_mkdocs"),
    "prove": ("extractor.publish.proof.site", "site_losses"),
}


@dataclass(frozen=True)
class Build:
    """Seconds of one build: of all of it, and of each stage."""

    whole: float
    stages: dict[str, float]

    @property
    def rest(self) -> float:
        """The seconds that no stage takes: Python's start, imports, the old site that makes room for the new."""
        return self.whole - sum(self.stages.values())

    @property
    def ours(self) -> float:
        """The part of the whole that is not the site generator's, its imports with it, of 1."""
        return 1 - self.stages["generator"] / self.whole


def timed_build(project: Path, anew: bool = False) -> Build:
    """Builds a project's site, in the same way and place as ever, and says how long it took.

    ``anew``: nothing that an earlier build has kept is used, as on a host of workflows.
    """
    command = [sys.executable, "-m", "measure.share", str(project), *(["anew"] if anew else [])]
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    done = subprocess.run(
        command,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=600,
        env=os.environ | {"PYTHONPATH": paths},
    )
    if done.returncode:
        raise RuntimeError(f"tracker build failed:\n{done.stderr}")
    return Build(**json.loads(done.stdout.splitlines()[-1]))


def _watched(stage: Callable[..., Any], seconds: dict[str, float], name: str) -> Callable[..., Any]:
    @wraps(stage)
    def call(*arguments: Any, **options: Any) -> Any:
        started = time.process_time()
        try:
            return stage(*arguments, **options)
        finally:
            seconds[name] = seconds.get(name, 0) + time.process_time() - started

    return call


def _build(project: str, *anew: str) -> Build:
    """``tracker build`` with a watch on each stage, as on a host of workflows where ``anew`` is given."""
    from extractor.cli import run

    os.environ |= {"CI": "true"} if anew else {}  # here, as conftest.py takes away what the surroundings say

    seconds: dict[str, float] = {}
    for name, (module, function) in STAGES.items():
        home = importlib.import_module(module)
        setattr(home, function, _watched(getattr(home, function), seconds, name))
    sys.argv = ["tracker", "build", "--as-of", AS_OF, "--project", project]
    with suppress(SystemExit):  # the stages say whether it came to its end
        run()
    if set(seconds) != set(STAGES):
        raise RuntimeError(f"a build has other stages than {', '.join(STAGES)}")
    return Build(time.process_time(), seconds)


if __name__ == "__main__":
    print(json.dumps(asdict(_build(*sys.argv[1:]))))
