#!/usr/bin/env bash
# An issue that was made with a form → a pull request, or a comment that says what to fix.
#
#   ISSUE              the issue's number
#   GITHUB_REPOSITORY  owner/name; GH_TOKEN lets "git" and "gh" write
set -euo pipefail

PATH="$PWD/.venv/bin:$PATH"
marker='<!-- obligation tracker: from-issue -->'
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd -P)

api() { gh api "repos/$GITHUB_REPOSITORY/$1" "${@:2}"; }

# The comment in file $1, in the place of an earlier one of ours.
answer() {
  { echo "$marker" && cat "$1"; } >"$scratch/comment.md"
  local own
  own=$(api "issues/$ISSUE/comments" --paginate --jq ".[] | select(.user.type == \"Bot\" and (.body | startswith(\"$marker\"))) | .id" | sed -n 1p)
  if [[ $own =~ ^[1-9][0-9]*$ ]]; then
    api "issues/comments/$own" --method PATCH --silent --field "body=@$scratch/comment.md"
  else
    api "issues/$ISSUE/comments" --method POST --silent --field "body=@$scratch/comment.md"
  fi
}

# A failure that the reporter cannot mend: said in the issue, and the run fails.
give_up() {
  printf '%s\n' "$1 A maintainer will look at it; the report itself is kept here." >"$scratch/failure.md"
  answer "$scratch/failure.md"
  exit 1
}

[[ $ISSUE =~ ^[1-9][0-9]{0,9}$ ]] || { echo "ISSUE is no number" >&2 && exit 2; }
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
api "issues/$ISSUE" --jq '.body // ""' >"$scratch/issue.md"

status=0
said=$(env -u GH_TOKEN tracker from-issue "$scratch/issue.md" --comment "$scratch/fix.md") || status=$?
if [[ $status == 1 && -s "$scratch/fix.md" ]]; then
  answer "$scratch/fix.md"
  exit 0
fi
((status == 0)) || give_up "This report could not be read by the program."

title=${said%%$'\n'*}
if [[ $title == "tracker import "* ]]; then
  argument=${title#tracker import }
  env -u GH_TOKEN tracker import "$argument" >"$scratch/import.txt" 2>&1 || {
    { echo "The order could not be imported. The program says:" && echo && sed 's/^/    /' "$scratch/import.txt"; } >"$scratch/fix.md"
    answer "$scratch/fix.md"
    exit 0
  }
  title="Add an order: $argument"
  said=$(<"$scratch/import.txt")
fi
# A correction changes the reading, which the check then refuses until a maintainer accepts it: its words go along.
in_order=yes
env -u GH_TOKEN tracker check >"$scratch/check.txt" 2>&1 || in_order=no

{
  printf 'From #%s, by its form. Closes #%s.\n\n' "$ISSUE" "$ISSUE"
  printf '%s\n' "$said" | sed 's/^/    /'
  if [[ $in_order == no ]]; then
    printf '\nThe check does not pass yet:\n\n'
    head -c 20000 "$scratch/check.txt" | sed 's/^/    /'
  fi
  printf '\nRead the evidence before you merge. To start the checks, close this pull request and open it again.\n'
} >"$scratch/body.md"
"$here/propose.sh" "issue-$ISSUE" "$title" "$scratch/body.md" source
echo "Thank you. This is now a proposal: a pull request that names this issue. A maintainer reads it next." >"$scratch/thanks.md"
answer "$scratch/thanks.md"
