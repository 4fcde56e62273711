"""What of a build's time is ours, and what the site generator's; how much memory it takes.

``tracker build --timings`` runs in a process of its own, as a person runs it, and says what each stage took. Seconds are the
processor's: a build with MkDocs is one thread, so on a quiet machine they are those of the clock on the wall, and on a busy
one they stay nearly the same.
"""

from __future__ import annotations

import os
import re
import resource
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from conftest import AS_OF, ROOT

STAGES = (
    "start",
    "read",
    "data",
    "pages",
    "calendars",
    "feeds",
    "schemas",
    "write",
    "site generator",
    "policies",
    "proof",
    "settle",
)
_LINE = re.compile(r"^ *([\d.]+) s  ([a-z ]+?)(?:  ([\d,]+))?$", re.MULTILINE)
_MEASURED = """
import sys
from extractor.accuracy.texts import peak_memory
from extractor.cli import run
sys.argv = ["tracker", *sys.argv[1:]]
try:
    run()
finally:
    print("memory", peak_memory())
"""


@dataclass(frozen=True)
class Build:
    """Seconds of one build: of all of it, and of each stage; the most memory that it held, in MB."""

    whole: float
    stages: dict[str, float]
    memory: float

    @property
    def rest(self) -> float:
        """The seconds that no stage takes."""
        return self.whole - sum(self.stages.values())

    @property
    def generator(self) -> float:
        """The seconds of the site generator."""
        return self.stages["site generator"]

    @property
    def ours(self) -> float:
        """The part of the whole that is not the site generator's, its imports with it, of 1."""
        return 1 - self.generator / self.whole


def timed_build(project: Path, anew: bool = False) -> Build:
    """Builds a project's site, in the same way and place as ever, and says how long it took.

    ``anew``: nothing that an earlier build has kept is used, as on a host of workflows.
    """
    command = [sys.executable, "-c", _MEASURED, "build", "--timings", "--as-of", AS_OF, "--project", str(project)]
    environment = os.environ | {"PYTHONPATH": str(ROOT)} | ({"CI": "true"} if anew else {})
    done = subprocess.run(command, capture_output=True, encoding="utf-8", check=False, env=environment)
    if done.returncode:
        raise RuntimeError(f"tracker build failed:\n{done.stderr}")
    return told(done.stdout)


def told(printed: str) -> Build:
    """What a build printed of itself."""
    seconds = {stage: float(number) for number, stage, _ in _LINE.findall(printed)}
    if missing := [stage for stage in (*STAGES, "all") if stage not in seconds]:
        raise RuntimeError(f"a build says nothing of {', '.join(missing)}:\n{printed}")
    memory = float(printed.rpartition("memory ")[2]) / 2**20
    return Build(seconds["all"], {stage: seconds[stage] for stage in STAGES}, memory)


def empty_build(project: Path) -> float:
    """Seconds that MkDocs takes for the tree of a project that was built, with nothing in the pages but their heads."""
    command = [sys.executable, "-m", "measure.share", str(project)]
    paths = os.pathsep.join((str(ROOT), str(ROOT / "tests")))
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, check=True, env=os.environ | {"PYTHONPATH": paths})
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def _build_empty(project: Path) -> None:
    from datetime import date

    from extractor.publish.site import build_site

    build_site(project, project / "build" / "docs", project / "site", as_of=date.fromisoformat(AS_OF))


if __name__ == "__main__":
    _build_empty(Path(sys.argv[1]))
