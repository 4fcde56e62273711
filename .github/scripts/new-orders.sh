#!/usr/bin/env bash
# New executive orders → one pull request an order, each once; what the Register notes on orders here → the summary.
#
#   SINCE                the first day of publication that counts (default: 21 days ago, so that a missed run loses nothing)
#   GITHUB_STEP_SUMMARY  the file of the job's summary; GH_TOKEN lets "git" and "gh" write
set -euo pipefail

PATH="$PWD/.venv/bin:$PATH"
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)
since=${SINCE:-$(TZ=America/New_York date --date='21 days ago' +%F)}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# A part of it may have failed (an order that the Register has no text of yet); what was imported is proposed all the same.
status=0
env -u GH_TOKEN tracker watch --since "$since" --import --reports "$scratch" --format markdown >"$scratch/watch.md" || status=$?
cat "$scratch/watch.md" >>"$GITHUB_STEP_SUMMARY"

for report in "$scratch"/*/report.md; do
  [[ -f $report ]] || continue
  order=$(basename "$(dirname "$report")")
  [[ $order =~ ^[a-z0-9]+(-[a-z0-9]+)*$ && -d source/$order ]] || continue
  branch="order/$order"
  if [[ $(gh pr list --head "$branch" --state all --json isCrossRepository --jq 'map(select(.isCrossRepository | not)) | length') != 0 ]]; then
    echo "$branch: proposed before" # and perhaps declined, which is for good
    continue
  fi
  "$here/propose.sh" "$branch" "Add $order" "$report" "source/$order"
done
exit "$status"
