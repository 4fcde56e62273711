"""Lighthouse's four scores of a page, as on a phone: the median of three runs, and what costs points."""

from __future__ import annotations

import json
import os
import statistics
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Any

PACKAGE = "lighthouse@12.8.2"
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
RUNS = 3


@dataclass(frozen=True)
class Report:
    """What Lighthouse says of one page: a score of 100 for each category, and the audits that are not whole."""

    url: str
    scores: dict[str, int]
    faults: tuple[str, ...]


def measured(program: Path, browser: str, url: str, runs: int = RUNS) -> Report:
    """The median of some runs; ``program`` is Lighthouse's, ``browser`` that of a Chromium."""
    found = [_run(program, browser, url) for _ in range(runs)]
    scores = {name: round(statistics.median(_score(run, name) for run in found)) for name in CATEGORIES}
    median = sorted(found, key=lambda run: _score(run, "performance"))[runs // 2]
    return Report(url, scores, tuple(_faults(median)))


def _run(program: Path, browser: str, url: str) -> dict[str, Any]:
    """One run, with an empty cache: Lighthouse's report. Its own preset is a phone of the middle class on a slow line."""
    flags = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run"
    command = [
        str(program), url, "--quiet", "--output=json", "--output-path=stdout",
        f"--only-categories={','.join(CATEGORIES)}", f"--chrome-flags={flags}",
    ]  # fmt: skip
    environment = {**os.environ, "CHROME_PATH": browser}
    done = subprocess.run(
        command, capture_output=True, encoding="utf-8", timeout=180, check=False, env=environment
    )  # fmt: skip
    if done.returncode:
        raise RuntimeError(f"Lighthouse could not look at {url}:\n{done.stderr}")
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def _score(run: dict[str, Any], category: str) -> float:
    return 100 * run["categories"][category]["score"]


def _faults(run: dict[str, Any]) -> list[str]:
    """The audits that cost points, or whose mending would save time, the dearest first."""
    found = []
    for category in CATEGORIES:
        for reference in run["categories"][category]["auditRefs"]:
            audit = run["audits"][reference["id"]]
            lost = reference["weight"] * (1 - audit["score"]) if audit["score"] is not None else 0
            if lost > 0.005 or (audit.get("metricSavings") and any(audit["metricSavings"].values())):
                said = f"{audit['title']}: {audit.get('displayValue') or audit['score']}"
                found.append((lost, f"{category} −{lost:.1f}  {said}"))
    return [line for _, line in sorted(found, key=lambda each: -each[0])]
