"""``python tests/measure COMMAND``: the figures of a finished site, by hand."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # where this package, conftest.py and served.py are

from measure.cli import run

if __name__ == "__main__":
    run("python tests/measure")
