#!/usr/bin/env bash
# The report of a check as the one comment of its pull request.
#
#   RUN                the number of the check's run
#   HEAD_SHA           the commit that it checked
#   CONCLUSION         how it ended: success, failure, …
#   GITHUB_REPOSITORY  owner/name; GH_TOKEN lets "gh" comment
#
# The pull request's code may have written the artefact, so nothing in it is believed: two names are read from it and
# nothing is unpacked, the sizes are limited, GitHub must confirm that the number's pull request stands at HEAD_SHA, and
# the text can neither call people nor show pictures or markup of its own.
set -euo pipefail

marker='<!-- obligation tracker: report -->'
largest_archive=2000000 # bytes, as GitHub keeps it
largest_report=60000    # bytes; GitHub takes 65,536 characters

api() { gh api "repos/$GITHUB_REPOSITORY/$1" "${@:2}"; }

skip() {
  echo "No comment: $1"
  exit 0
}

# The text of one file of the archive, at most $2 bytes; what is beyond is never unpacked.
member() { { unzip -p "$scratch/report.zip" "$1" 2>/dev/null || true; } </dev/null | head -c "$2" || true; }

# Text from outside as text: no control, invisible or direction-changing characters, no tag but those that fold, no
# picture, and nothing that calls a person or refers to another issue (a word joiner, U+2060, parts it).
cleaned() {
  iconv -c -f UTF-8 -t UTF-8 | perl -CSD -pe '
    s/[^\n\t\P{Cc}]|[\p{Cf}\p{Co}\p{Zl}\p{Zp}]//g;
    s/</&lt;/g; s#&lt;(/?(?:details|summary)|br)>#<$1>#g;
    s/!\[/!\\[/g;
    s/@/@\x{2060}/g; s/(#|\bGH-)(?=\d)/$1\x{2060}/gi'
}

[[ $RUN =~ ^[1-9][0-9]{0,18}$ && $HEAD_SHA =~ ^[0-9a-f]{40}$ && $CONCLUSION =~ ^[a-z_]{1,20}$ ]] || skip "this is no check"
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

found=$(api "actions/runs/$RUN/artifacts" --jq '.artifacts[] | select(.name == "report" and .expired == false) | "\(.id) \(.size_in_bytes)"')
[[ $found =~ ^([1-9][0-9]{0,18})\ ([0-9]{1,12})$ ]] || skip "the check left no report"
archive=${BASH_REMATCH[1]}
((BASH_REMATCH[2] <= largest_archive)) || skip "the report is too large"
api "actions/artifacts/$archive/zip" >"$scratch/report.zip"

number=$(member number 20)
[[ $number =~ ^[1-9][0-9]{0,8}$ ]] || skip "the report names no pull request"
head=$(api "pulls/$number" --jq 'select(.state == "open") | .head.sha')
[[ $head == "$HEAD_SHA" ]] || skip "pull request $number is closed, or no longer at the commit that was checked"

member report.md "$largest_report" | cleaned >"$scratch/report.md"
[[ -s "$scratch/report.md" ]] || skip "the report is empty"
{
  echo "$marker"
  cat "$scratch/report.md"
  printf '\n\n---\nCheck of %s: **%s**. ' "${HEAD_SHA:0:12}" "${CONCLUSION//_/ }"
  printf '[Its run](%s/%s/actions/runs/%s) keeps the site that this would publish. ' "$GITHUB_SERVER_URL" "$GITHUB_REPOSITORY" "$RUN"
  echo "The text above comes from the pull request’s own content; read its files before you rely on it."
} >"$scratch/comment.md"

own=$(api "issues/$number/comments" --paginate --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id" | sed -n 1p)
if [[ $own =~ ^[1-9][0-9]*$ ]]; then
  api "issues/comments/$own" --method PATCH --silent --field "body=@$scratch/comment.md"
else
  api "issues/$number/comments" --method POST --silent --field "body=@$scratch/comment.md"
fi
