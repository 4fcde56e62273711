"""Which package builds a new tracker's site: what ``--package`` names, else what was installed here, as pip noted it."""

from __future__ import annotations

import hashlib
import json
import re
import zipfile
from dataclasses import dataclass
from importlib.metadata import Distribution, PackageNotFoundError, distribution
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from extractor import __version__
from extractor.model import OutputFile
from extractor.problems import Problem, ProblemsFound

NAME = "obligation-tracker"
KEPT_IN = ".github/package"  # of the new tracker: the wheel that builds it, where no index has it
_WHEEL = re.compile(r"obligation_tracker-[\w.!+]+-[\w.]+-[\w.]+-[\w.]+\.whl", re.ASCII)
_REQUIREMENT = re.compile(
    rf"{NAME} ?== ?[\w.!+]+|{NAME} ?@ ?git\+https://[\w.~/%:-]+@[0-9a-f]{{40}}|{NAME} ?@ ?https://[\w.~/%:+-]+\.whl", re.ASCII
)  # fmt: skip
_ABOUT = "# The program that makes the site, for everybody who works here and for the workflows.\n"
_UNKNOWN = f"""{_ABOUT}# It was installed from a folder when this file was written, so nothing is known that others could fetch.
# Put one line here, without the “# ”:
#   {NAME}=={__version__}                                   a version of a package index, where it has been published
#   {NAME} @ git+https://github.com/OWNER/REPOSITORY@COMMIT   a commit of its repository, in full
#   ./{KEPT_IN}/obligation_tracker-{__version__}-py3-none-any.whl   a wheel, put into this repository
"""


@dataclass(frozen=True, slots=True)
class Package:
    """``requirements.txt`` of the new tracker, and the wheel that goes with it, if one does."""

    requirements: str
    files: tuple[OutputFile, ...] = ()
    known: bool = True


def chosen_package(stated: str) -> Package:
    """What ``--package`` names: a wheel's path, or a requirement that is pinned. Raises ``ProblemsFound``."""
    if stated.endswith(".whl") and "://" not in stated:
        return _wheel(Path(stated), None)
    if _REQUIREMENT.fullmatch(stated):
        return Package(f"{_ABOUT}{stated}\n")
    allowed = f"a wheel’s path, {NAME}=={__version__}, or {NAME} @ git+https://…@ and a commit in full"
    raise ProblemsFound([Problem("--package", 0, 0, "this names no fixed package", stated[:200], allowed)])


def installed_package() -> Package:
    """What is installed here, from where it was installed: an index, a repository, a wheel that is still there.

    For anything else ``known`` is false, and ``requirements.txt`` says in a comment what to write.
    """
    try:
        noted = _origin(distribution(NAME))
    except PackageNotFoundError:
        return Package(_UNKNOWN, known=False)
    if noted is None:
        return Package(f"{_ABOUT}{NAME}=={__version__}\n")
    address, source = str(noted.get("url", "")), noted.get("vcs_info") or {}
    requirement = f"{NAME} @ git+{address}@{source.get('commit_id')}"
    if source.get("vcs") == "git" and _REQUIREMENT.fullmatch(requirement):
        return Package(f"{_ABOUT}{requirement}\n")
    if address.startswith("file:") and address.endswith(".whl"):
        try:
            return _wheel(Path(url2pathname(unquote(urlsplit(address).path))), _digest(noted))
        except ProblemsFound:
            return Package(_UNKNOWN, known=False)
    return Package(_UNKNOWN, known=False)


def _origin(installed: Distribution) -> dict[str, Any] | None:
    """``direct_url.json`` as installers write it (PEP 610); ``None`` for a package of an index."""
    text = installed.read_text("direct_url.json")
    return json.loads(text) if text else None


def _digest(noted: dict[str, Any]) -> str | None:
    hashes = (noted.get("archive_info") or {}).get("hashes") or {}
    return str(hashes["sha256"]) if "sha256" in hashes else None


def _wheel(path: Path, digest: str | None) -> Package:
    """A wheel to be kept in the new tracker; its bytes must have the ``digest`` that is known of them, if one is."""
    allowed = f"a wheel of this program, such as obligation_tracker-{__version__}-py3-none-any.whl"
    try:
        content = path.read_bytes()
    except OSError as error:
        message = f"cannot be read: {error.strerror or error}"
        raise ProblemsFound([Problem(str(path), 0, 0, message, None, allowed)]) from None
    actual = hashlib.sha256(content).hexdigest()
    if not _WHEEL.fullmatch(path.name) or not zipfile.is_zipfile(path) or (digest and digest != actual):
        raise ProblemsFound([Problem(str(path), 0, 0, "this is not the wheel that is meant", path.name, allowed)])
    kept = f"{KEPT_IN}/{path.name}"
    return Package(f"{_ABOUT}./{kept}\n", (OutputFile(kept, content),))
