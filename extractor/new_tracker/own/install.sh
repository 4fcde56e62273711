#!/usr/bin/env bash
# Installs the tracker into .venv: what it builds upon at the versions, and with the hashes, of .github/constraints.txt;
# then the tracker itself, as requirements.txt names it.
set -euo pipefail

python3 -m venv .venv
if [[ -f .github/constraints.txt ]]; then
  .venv/bin/pip install --quiet --require-hashes --requirement .github/constraints.txt
fi
.venv/bin/pip install --quiet --requirement requirements.txt
if [[ ! -x .venv/bin/tracker ]]; then
  echo "requirements.txt names no obligation-tracker; its comment says what to write there" >&2
  exit 1
fi
