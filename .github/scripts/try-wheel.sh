#!/usr/bin/env bash
# try-wheel.sh FOLDER: installs the wheel in the folder into an environment of its own, with the newest of what it needs,
# and does with it what a newcomer does, away from the checkout: read an order, make a tracker, import, accept, build.
set -euo pipefail

wheel=$(echo "$(cd "$1" && pwd -P)"/*.whl)
order=$PWD/source/eo-14409/order.md
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

python3 -m venv "$scratch/venv"
"$scratch/venv/bin/pip" install --quiet "$wheel"
cd "$scratch"
PATH=$scratch/venv/bin:$PATH
tracker --version
python -c 'import sys, extractor; assert extractor.extract(open(sys.argv[1], "rb").read()).obligations' "$order"
tracker init first --package "$wheel"
cd first
tracker import "$order"
tracker accept eo-14409
tracker check
tracker build
test -s site/orders/eo-14409/2-c/index.html
