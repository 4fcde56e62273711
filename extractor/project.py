"""The project that a command works on: the nearest folder upward that holds ``source/``, and its site's addresses."""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from extractor.problems import Problem, ProblemsFound
from extractor.yaml.text import decode
from extractor.yaml.tree import Mapping, Scalar, describe, read_yaml

SITE_URL_VARIABLE, REPO_URL_VARIABLE = "TRACKER_SITE_URL", "TRACKER_REPO_URL"
SETTINGS = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class Project:
    """A project's folder, and where its site and its repository are published.

    ``site_url`` ends with ``/``, ``repo_url`` does not; either is empty when nothing states it.
    """

    root: Path
    site_url: str = ""
    repo_url: str = ""
    site_name: str = ""

    @property
    def source(self) -> Path:
        """What maintainers edit."""
        return self.root / "source"

    @property
    def docs(self) -> Path:
        """The pages that are written for the site generator."""
        return self.root / "build" / "docs"

    @property
    def site(self) -> Path:
        """The finished site."""
        return self.root / "site"

    @property
    def templates(self) -> Path | None:
        """The project's own templates, static files and theme, where it has any."""
        folder = self.root / "site_templates"
        return folder if folder.is_dir() else None

    def order_folders(self) -> tuple[Path, ...]:
        """The folders of ``source/`` by name, one an order; hidden ones are left out."""
        return tuple(sorted(path for path in self.source.iterdir() if path.is_dir() and not path.name.startswith(".")))

    def shown(self, path: Path) -> str:
        """A path as messages name it: from the project's folder, with forward slashes."""
        return path.relative_to(self.root).as_posix() if path.is_relative_to(self.root) else path.as_posix()


def find_project(start: Path, site_url: str | None = None, repo_url: str | None = None) -> Project:
    """The project of the nearest folder, from ``start`` upward, that holds ``source/``.

    ``site_url`` overrides the environment's ``TRACKER_SITE_URL``, which overrides ``mkdocs.yml``; ``repo_url`` and
    ``TRACKER_REPO_URL`` do the same. Raises ``ProblemsFound`` when there is no such folder, or when an address cannot
    be one.
    """
    root = _root(start.resolve())
    settings, problems = _settings(root / SETTINGS)
    site, where = _address(site_url, "--site-url", SITE_URL_VARIABLE, settings.get("site_url", ""))
    problems += _bad_address("site_url", site, where)
    repo, where = _address(repo_url, "--repo-url", REPO_URL_VARIABLE, settings.get("repo_url", ""))
    problems += _bad_address("repo_url", repo, where)
    if problems:
        raise ProblemsFound(problems)
    address = site.rstrip("/") + "/" if site else ""
    return Project(root, address, repo.rstrip("/"), settings.get("site_name", ""))


def check_addresses(site_url: str, repo_url: str) -> None:
    """Raises ``ProblemsFound`` for each address, as options state it, that cannot be one."""
    if problems := _bad_address("site_url", site_url, "--site-url") + _bad_address("repo_url", repo_url, "--repo-url"):
        raise ProblemsFound(problems)


def _root(start: Path) -> Path:
    for folder in (start, *start.parents):
        if (folder / "source").is_dir():
            return folder
    fix = "go to the project’s folder, or name it with --project"
    allowed = "a folder that holds source/, or one below it"
    raise ProblemsFound([Problem(str(start), 0, 0, "this is no project: there is no source/", None, allowed, fix)])


def _address(option: str | None, name: str, variable: str, setting: str) -> tuple[str, str]:
    """An address and who states it: the option, the environment or the settings, in this order."""
    if option:
        return option.strip(), name
    if from_environment := os.environ.get(variable, "").strip():
        return from_environment, variable
    return setting, SETTINGS


def _settings(file: Path) -> tuple[dict[str, str], list[Problem]]:
    """The plain texts at the top of ``mkdocs.yml``. Its tags are the site generator's business and are never run."""
    try:
        raw = file.read_bytes()
    except FileNotFoundError:
        return {}, []
    text, problems = decode(raw, SETTINGS)
    root, faults = read_yaml(text, SETTINGS, plain_only=False)
    problems += faults
    if root is not None and not isinstance(root, Mapping):
        problems.append(
            Problem(
                SETTINGS,
                root.line,
                root.column,
                "settings are expected here",
                describe(root),
                "settings such as site_name: …",
            )
        )
    pairs = root.pairs if isinstance(root, Mapping) else ()
    return {key.text or "": value.text for key, value in pairs if isinstance(value, Scalar) and value.text}, problems


def _bad_address(name: str, address: str, where: str) -> list[Problem]:
    try:
        parts = urlsplit(address)
        good = not address or (parts.scheme in ("http", "https") and bool(parts.hostname))
    except ValueError:
        good = False
    if good and not any(character.isspace() or character in "<>\"'" for character in address):
        return []
    allowed = "an address such as https://example.org/tracker/"
    return [Problem(where, 0, 0, f"{name}: not a web address", address[:100], allowed, "begin it with https://")]
