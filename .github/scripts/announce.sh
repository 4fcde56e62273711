#!/usr/bin/env bash
# Makes the release of the tag that this runs for, with the notes of the changelog, the wheel and the source archive.
set -euo pipefail

gh release create "$GITHUB_REF_NAME" --verify-tag --title "$GITHUB_REF_NAME" --notes-file notes.md dist/*
