"""This program's own repository → the files of a new tracker.

There is one source: the workflows, scripts, forms, guide and settings of this repository, which the wheel carries. What
differs in a new tracker stands in the tables below, and each row of them must fit, or a test fails.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import extractor
from extractor.model import OutputFile
from extractor.new_tracker.package import Package

# What of .github/ is about this program's own repository; some of it a new tracker has otherwise, in own/.
LEFT_OUT = frozenset(
    """
    .github/CHANGELOG.md .github/CODEOWNERS .github/DEVELOPING.md .github/SECURITY.md .github/site.png
    .github/scripts/install.sh .github/scripts/renew-constraints.sh .github/workflows/release.yml
    .github/scripts/allowed.sh .github/scripts/announce.sh .github/scripts/distributions.sh
    .github/scripts/release-notes.sh .github/scripts/try-wheel.sh
    """.split()
)

# File, what is matched in it (exactly once), what takes its place.
CHANGES = (
    (".github/workflows/check.yml", r"\n  tests:\n(?:.*\n)*", ""),  # the program's own tests
    (".github/workflows/check.yml", r", and do the tests pass\?", "?"),
    (".github/CONTRIBUTING.md", r"\n## Change the program\n(?:(?!## ).*\n)*", ""),
    (
        ".github/REFERENCE.md",
        r"This page is made from the program: .*\n",
        "This page is that of the program which made this tracker; `tracker COMMAND --help` shows what is installed now.\n",
    ),
    (".github/PUBLISHING.md", r"\n## Packages\n(?:(?!## ).*\n)*", ""),  # a new tracker installs otherwise
    ("mkdocs.yml", r"  custom_dir: .*\n", ""),  # the program supplies its theme, with site_templates/theme/ over it
)


@dataclass(frozen=True, slots=True)
class Wish:
    """What a new tracker is to be: its name and addresses, each empty when not known yet, and what builds it."""

    name: str
    site_url: str
    repo_url: str
    package: Package


def packed_folder() -> Path:
    """What a new tracker is made from: inside the installed package, or the top of a checkout."""
    package = Path(extractor.__file__).parent
    packed = package / "new_tracker" / "packed"
    return packed if packed.is_dir() else package.parent


def new_tracker(wish: Wish) -> tuple[OutputFile, ...]:
    """Every file of a new tracker, by path."""
    files = (*_own_files(wish), *_packed_files(packed_folder()), *wish.package.files, _settings(wish))
    return tuple(sorted(files, key=lambda file: file.path))


def _own_files(wish: Wish) -> Iterator[OutputFile]:
    """What a new tracker has of its own, or otherwise than this repository."""
    own = Path(__file__).parent / "own"
    readme = (own / "README.md").read_text("utf-8").replace("{name}", wish.name, 1)
    yield OutputFile("README.md", readme.encode())
    yield OutputFile(".github/CODEOWNERS", (own / "CODEOWNERS").read_bytes())
    yield OutputFile(".github/scripts/install.sh", (own / "install.sh").read_bytes(), executable=True)
    yield OutputFile("requirements.txt", wish.package.requirements.encode())
    yield OutputFile("source/.gitkeep", b"")  # git keeps no empty folder


def _packed_files(folder: Path) -> Iterator[OutputFile]:
    for path in (folder / ".gitignore", *sorted((folder / ".github").rglob("*"))):
        name = path.relative_to(folder).as_posix()
        if path.is_file() and name not in LEFT_OUT:
            content = changed(name, path.read_text("utf-8")).encode()
            yield OutputFile(name, content, executable=content.startswith(b"#!"))


def changed(name: str, text: str) -> str:
    """A file of this repository as a new tracker has it. Raises ``ValueError`` where a change does not fit any more."""
    for file, pattern, replacement in CHANGES:
        if file == name:
            text, count = re.subn(pattern, replacement, text)
            if count != 1:
                raise ValueError(f"{name}: {pattern!r} is there {count} times, and must be there once")
    return text


def _settings(wish: Wish) -> OutputFile:
    """``mkdocs.yml`` with the new tracker's name and addresses; an address that is not known yet is a comment."""
    packed = packed_folder()
    file = (packed if (packed / "mkdocs.yml").is_file() else packed.parents[1]) / "mkdocs.yml"
    text = changed("mkdocs.yml", file.read_text("utf-8"))
    site = _address(
        "site_url", wish.site_url, "https://OWNER.github.io/REPOSITORY/", "where the site will be published"
    )
    repo = _address("repo_url", wish.repo_url, "https://github.com/OWNER/REPOSITORY", "where the record is kept")
    for field, line in (("site_name", f"site_name: {_quoted(wish.name)}"), ("site_url", site), ("repo_url", repo)):
        text = re.sub(rf"^{field}: .*$", line.replace("\\", r"\\"), text, count=1, flags=re.MULTILINE)
    return OutputFile("mkdocs.yml", text.encode())


def _address(field: str, stated: str, example: str, meaning: str) -> str:
    if stated:
        return f"{field}: {_quoted(stated)}"
    option = field.replace("_", "-")
    return (
        f"# {field}: {example}\n# ({meaning}: take the “# ” away and set it; the workflow that publishes\n"
        f"# says it with --{option} in any case, so that it may stay as it is)"
    )


def _quoted(text: str) -> str:
    """A text as a YAML value (JSON's strings are YAML's)."""
    return json.dumps(text, ensure_ascii=False)
