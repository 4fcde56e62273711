#!/usr/bin/env bash
# A change under source/ as a pull request: one branch, one commit, opened or brought up to date.
#
#   propose.sh BRANCH TITLE BODY_FILE PATH…
#
# PATHs are committed on top of the commit that is checked out, to which the folder returns, without them. GH_TOKEN lets
# "git push" and "gh" write. A branch that somebody else has committed to is left alone. Prints what was done.
set -euo pipefail

branch=$1 title=$2 body=$3
shift 3
email='41898282+github-actions[bot]@users.noreply.github.com'
git_as_bot() { git -c user.name='github-actions[bot]' -c user.email="$email" -c credential.helper='!gh auth git-credential' "$@"; }

start=$(git rev-parse HEAD)
there=0
git_as_bot ls-remote --exit-code origin "refs/heads/$branch" >/dev/null || there=$?
((there == 0 || there == 2)) || exit "$there" # 2: no such branch
if ((there == 0)); then
  git_as_bot fetch --quiet --depth=1 origin "refs/heads/$branch"
  if [[ $(git log -1 --format=%ae FETCH_HEAD) != "$email" ]]; then
    echo "$branch: somebody has worked on this branch, so it stays as it is"
    exit 0
  fi
fi
git switch --quiet --force-create "$branch" "$start"
git add -- "$@"
git_as_bot commit --quiet --message "$title"
git_as_bot push --quiet --force origin "HEAD:refs/heads/$branch"
git switch --quiet --detach "$start"

number=$(gh pr list --head "$branch" --state open --json number,isCrossRepository --jq 'map(select(.isCrossRepository | not))[0].number // empty')
if [[ -n $number ]]; then
  gh pr edit "$number" --title "$title" --body-file "$body"
else
  gh pr create --head "$branch" --title "$title" --body-file "$body"
fi
echo "$branch: $title"
