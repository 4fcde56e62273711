#!/usr/bin/env bash
# Builds the wheel and the source archive into dist/, with the hatchling of .github/constraints.txt and nothing fetched.
# The same commit gives the same bytes: their times are the commit's.
set -euo pipefail

SOURCE_DATE_EPOCH=$(git log -1 --format=%ct)
export SOURCE_DATE_EPOCH
.venv/bin/python -m hatchling build -t sdist -t wheel
