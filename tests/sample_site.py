"""A project with the pages of the sample orders, and its site by either generator."""

from __future__ import annotations

import importlib.util
import shutil
from datetime import date
from pathlib import Path

import page_samples
import pytest
from conftest import ROOT

from extractor.project import Project
from extractor.publish.outputs import outputs
from extractor.publish.site import build_site
from extractor.write import write

BUILDERS = [
    "mkdocs",
    pytest.param(
        "zensical",
        marks=pytest.mark.skipif(importlib.util.find_spec("zensical") is None, reason="zensical is not installed"),
    ),
]


def make_project(folder: Path) -> Path:
    """A project with the sample orders' pages, written but not built."""
    orders = (*page_samples.tracked_orders(), page_samples.empty_order())
    settings = page_samples.SampleSettings()
    shutil.copytree(ROOT / "site_templates", folder / "site_templates")
    shutil.copy2(ROOT / "mkdocs.yml", folder / "mkdocs.yml")
    (folder / "build").mkdir()
    project = Project(folder, settings.site_url, settings.repo_url, "Samples")
    write(outputs(orders, project), project.docs)
    return folder


def build(project: Path, builder: str = "mkdocs", **options: object) -> Path:
    """Builds the project's site and returns its folder."""
    addresses = {"site_url": "https://tracker.example/site/", "repo_url": "https://github.com/example/tracker"}
    build_site(
        project, project / "build" / "docs", project / "site", as_of=date(2026, 7, 10), builder=builder,
        **addresses | options,
    )  # fmt: skip
    return project / "site"
