#!/usr/bin/env bash
# release-notes.sh TAG: prints what .github/CHANGELOG.md says of the version of the tag (v1.2.3).
# Fails where the program's version is another, or the changelog says nothing of it: then there is no release.
set -euo pipefail

tag=$1
version=$(sed -n 's/^__version__ = "\(.*\)"$/\1/p' extractor/__init__.py)
if [[ $tag != "v$version" ]]; then
  echo "the tag is $tag, but extractor/__init__.py says version $version: one of them is wrong" >&2
  exit 1
fi
notes=$(awk -v heading="## $version" '
  /^## / { inside = index($0 " ", heading " ") == 1; next }
  inside
' .github/CHANGELOG.md)
if [[ -z ${notes//[[:space:]]/} ]]; then
  echo ".github/CHANGELOG.md has no words under '## $version'" >&2
  exit 1
fi
printf '%s\n' "$notes"
