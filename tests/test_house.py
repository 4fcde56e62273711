"""The habits that hold the house: style, format, types, and which room may import which.

Each tool reads its settings from ``pyproject.toml`` and runs as a developer runs it; what it says is the failure.
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from conftest import ROOT

TOOLS = {
    "ruff check": ("ruff", "check", "--quiet", "--no-cache", "extractor", "tests"),
    "ruff format": ("ruff", "format", "--check", "--quiet", "--no-cache", "extractor", "tests"),
    "lint-imports": ("lint-imports", "--no-cache"),
    "mypy": ("mypy",),
}


def said(command: tuple[str, ...], **environment: str) -> str:
    """What a tool of this environment says about the repository; empty when it finds nothing to say."""
    program, *arguments = command
    done = subprocess.run(
        [str(Path(sys.executable).parent / program), *arguments],
        cwd=ROOT, env=os.environ | environment, capture_output=True, encoding="utf-8", check=False, timeout=300,
    )  # fmt: skip
    return "" if done.returncode == 0 else f"{' '.join(command)}\n{done.stdout}{done.stderr}"


@pytest.mark.parametrize(
    "tool", [*(name for name in TOOLS if name != "mypy"), pytest.param("mypy", marks=pytest.mark.slow)]
)
def test_the_tool_finds_nothing_amiss(tool: str, tmp_path: Path):
    if message := said(TOOLS[tool], MYPY_CACHE_DIR=str(tmp_path), PYTHONPATH=str(ROOT)):
        pytest.fail(message, pytrace=False)
