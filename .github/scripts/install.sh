#!/usr/bin/env bash
# Installs the tracker into .venv: every package at the version, and with a hash, of .github/constraints.txt.
# The tracker itself is built with the hatchling that was installed so; nothing is fetched besides.
set -euo pipefail

python3 -m venv .venv
.venv/bin/pip install --quiet --require-hashes --requirement .github/constraints.txt
.venv/bin/pip install --quiet --no-deps --no-build-isolation --editable .
