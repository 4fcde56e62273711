#!/usr/bin/env bash
# What a pull request changes for readers and subscribers: build/report/report.md, and the job's summary.
#
#   BASE                 the commit to compare with (default: HEAD^1, which for a merge is the branch it goes into)
#   PULL_REQUEST         its number, kept beside the report for the workflow that comments
#   GITHUB_STEP_SUMMARY  the file of the summary
#
# Ends with the status of "tracker diff": 1 when an id or a calendar would be lost.
set -euo pipefail

PATH="$PWD/.venv/bin:$PATH"
base=$(git rev-parse --verify "${BASE:-HEAD^1}^{commit}")
folder=build/report
mkdir -p "$folder"
printf '%s\n' "$PULL_REQUEST" >"$folder/number"

status=0
tracker diff "$base" >"$folder/report.md" || status=$?
if [[ ! -s "$folder/report.md" ]]; then
  echo "No report could be made. The log of the check says why." >"$folder/report.md"
fi
head -c 900000 "$folder/report.md" >>"$GITHUB_STEP_SUMMARY" # GitHub takes up to 1 MiB
exit "$status"
