#!/usr/bin/env bash
# Writes .github/constraints.txt anew: what pyproject.toml asks for, its tests included, for every Python and system that it
# supports, at one version with its hashes. Needs "uv" ("pip install uv"). Versions stay where they can; --upgrade, or
# --upgrade-package NAME, takes the newest.
set -euo pipefail

printf 'hatchling\neditables\n' | uv pip compile pyproject.toml - --extra test --universal --python-version 3.11 \
  --generate-hashes --no-annotate --custom-compile-command .github/scripts/renew-constraints.sh \
  --quiet --output-file .github/constraints.txt "$@"
