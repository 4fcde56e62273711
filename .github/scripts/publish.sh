#!/usr/bin/env bash
# The site to publish, in site/: as of today in Washington, and only when the record is in order.
#
#   SITE_URL           where the site will be published
#   GITHUB_SERVER_URL, GITHUB_REPOSITORY   the repository that its edit links lead to
set -euo pipefail

PATH="$PWD/.venv/bin:$PATH"
today=$(TZ=America/New_York date +%F)
tracker check --as-of "$today" --format github
tracker build --as-of "$today" --site-url "${SITE_URL%/}/" --repo-url "$GITHUB_SERVER_URL/$GITHUB_REPOSITORY"
