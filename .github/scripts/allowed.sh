#!/usr/bin/env bash
# allowed.sh lowest|newest: installs the program with the lowest or the newest versions that pyproject.toml allows, not with
# those of .github/constraints.txt, and runs the tests that take no time and the build of the shipped record.
set -euo pipefail

python3 -m venv .venv
constraints=$(mktemp)
if [[ $1 == lowest ]]; then
  .venv/bin/python - >"$constraints" <<'PYTHON'
import re, tomllib
from pathlib import Path

for wanted in tomllib.loads(Path("pyproject.toml").read_text("utf-8"))["project"]["dependencies"]:
    print("{}=={}".format(*re.match(r"([\w.-]+)(?:\[[^]]*\])?>=([\d.]+)", wanted).groups()))
PYTHON
fi
.venv/bin/pip install --quiet --constraint "$constraints" --editable '.[test]'
.venv/bin/pytest
.venv/bin/tracker build
