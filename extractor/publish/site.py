"""Markdown pages on disk → the site: runs MkDocs (in this process) or Zensical (as a program of its own).

The site is built beside the old one and takes its place only when the build has succeeded and what it made was proved.
"""

from __future__ import annotations

import json
import logging
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import UTC, date, datetime, time
from functools import partial
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from click import ClickException

from extractor.made_here import LIST, not_made_here, real_place
from extractor.problems import Problem, ProblemsFound
from extractor.publish.content_policy import add_policies, allowed_sources
from extractor.publish.templates import templates_folder
from extractor.publish.theme import stated_in, theme_setting
from extractor.publish.timings import Timed, untimed
from extractor.staging import staged
from extractor.write import settle

BUILDERS = ("mkdocs", "zensical")
CONFIG = "mkdocs.yml"
_LAST_SECOND = 2**32 - 1  # that a gzip file can state (RFC 1952, 2.3): in 2106
SITE = "site"  # what a site is called while it is made, wherever it will stand
_COLORS = re.compile(r"\x1b\[[0-9;]*m")
_FAULT = re.compile(r"^(?:Warning|Error): (.+)\n\W*\[ *(\S+) *\]$", re.MULTILINE)


def build_site(
    project_root: Path,
    docs_dir: Path,
    site_dir: Path,
    *,
    as_of: date,
    builder: str = "mkdocs",
    site_url: str | None = None,
    repo_url: str | None = None,
    prove: Callable[[Path], Sequence[Problem]] | None = None,
    timed: Timed = untimed,
) -> None:
    """Builds ``site_dir`` from the Markdown in ``docs_dir`` (inside ``project_root``).

    The project's own ``mkdocs.yml`` is used, else the one that comes with this program. ``site_url`` and ``repo_url``
    override what it says; without a ``mkdocs.yml`` of its own a project has no address but these. The bytes depend on
    the pages and on ``as_of``, the day that the site's map states, not on the clock. ``prove`` finds what the finished
    site lacks; ``timed`` is told of the generator, the proof, and the moment at which the site takes its place. Raises ``ProblemsFound`` with the generator's own messages, the system's, what ``prove`` found, or what is
    in ``site_dir`` that no build made; the previous site is then untouched.
    """
    _check_builder(builder)
    config = config_file(project_root)
    own = config.is_relative_to(project_root)
    addresses = {"site_url": site_url, "repo_url": repo_url}
    overrides: dict[str, Any] = {name: value or "" for name, value in addresses.items() if value or not own}
    site_dir = real_place(site_dir)
    try:
        site_dir.parent.mkdir(parents=True, exist_ok=True)
        with staged(docs_dir.parent, SITE, folder=True) as fresh, _environment(as_of):
            allowed = allowed_sources(stated_in(config).get("extra"), config.name)
            build = _run_zensical if builder == "zensical" else _run_mkdocs
            with theme_setting(project_root, config, docs_dir.parent) as theme:
                timed("site generator", partial(build, config, docs_dir, fresh, overrides | theme))
            timed("policies", partial(add_policies, fresh, allowed))
            lost = timed("proof", partial(prove, fresh)) if prove else ()
            if problems := [*lost, *not_made_here(site_dir)]:
                raise ProblemsFound(problems)
            timed("settle", partial(settle, fresh, site_dir))
    except (OSError, ClickException) as error:  # the latter: MkDocs on a file of settings that it cannot read
        raise _failed(config, [_in_a_line(error)]) from error


def _check_builder(builder: str) -> None:
    """Zensical comes with the tests' packages only: raise ``ProblemsFound`` where it is asked for and is not here."""
    if builder == "zensical" and find_spec("zensical") is None:
        allowed = "mkdocs, which is always installed"
        raise ProblemsFound(
            [Problem("--builder", 0, 0, "Zensical is not installed", builder, allowed, "pip install zensical")]
        )


def config_file(project_root: Path) -> Path:
    """The project's ``mkdocs.yml``; a project without one gets that of this program."""
    own = project_root / CONFIG
    return own if own.is_file() else templates_folder().parent / CONFIG


@contextmanager
def _environment(as_of: date) -> Iterator[None]:
    """``SOURCE_DATE_EPOCH`` for the dates that a generator writes; no notices; restored afterwards."""
    epoch = int(datetime.combine(as_of, time(), UTC).timestamp())
    changed = {
        "SOURCE_DATE_EPOCH": str(min(max(epoch, 0), _LAST_SECOND)),
        "DISABLE_MKDOCS_2_WARNING": "true",
        "NO_MKDOCS_2_WARNING": "1",
    }
    before = {name: os.environ.get(name) for name in changed}
    os.environ.update(changed)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)


class _Collected(logging.Handler):
    """Keeps the generator's warnings and errors instead of printing them."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def _collected_messages() -> Iterator[_Collected]:
    logger = logging.getLogger("mkdocs")
    collected = _Collected()
    propagates, level = logger.propagate, logger.level
    logger.addHandler(collected)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield collected
    finally:
        logger.removeHandler(collected)
        logger.propagate = propagates
        logger.setLevel(level)


def _run_mkdocs(config: Path, docs_dir: Path, fresh: Path, overrides: Mapping[str, Any]) -> None:
    """MkDocs, its theme and its plug-ins may raise anything; whatever it is, it is said in a line."""
    from mkdocs.commands.build import build
    from mkdocs.config import load_config
    from mkdocs.exceptions import MkDocsException

    with _collected_messages() as collected:
        try:
            loaded = load_config(str(config), docs_dir=str(docs_dir), site_dir=str(fresh), strict=True, **overrides)
            loaded.plugins.on_startup(command="build", dirty=False)
            build(loaded)
            loaded.plugins.on_shutdown()
        except MkDocsException as error:
            raise _failed(config, collected.messages or [_in_a_line(error)]) from error
        except (Exception, SystemExit) as error:
            raise _failed(config, [*collected.messages, _in_a_line(error)]) from error
    if collected.messages:
        raise _failed(config, collected.messages)


def _run_zensical(config: Path, docs_dir: Path, fresh: Path, overrides: Mapping[str, Any]) -> None:
    """Zensical works in the folder of its configuration alone, and empties its cache there: it gets one of its own."""
    with staged(docs_dir.parent, "zensical", folder=True) as home:
        shutil.copytree(docs_dir, home / "docs", copy_function=_same_file)
        derived = home / "zensical.yml"
        derived.write_text(_derived_config(config, overrides), encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "zensical", "build", "--clean", "--strict", "--config-file", derived.name],
            cwd=home, stdin=subprocess.DEVNULL, capture_output=True, text=True, encoding="utf-8", errors="replace", check=False,
        )  # fmt: skip
        if (home / SITE).is_dir():
            fresh.rmdir()
            (home / SITE).rename(fresh)
    if done.returncode or not (fresh / "index.html").is_file():
        raise _failed(config, _zensical_messages(done.stdout + done.stderr))
    if cut := _cut_short(docs_dir, fresh):
        raise _failed(config, [f"{len(cut)} files were not written whole, such as {cut[0]}; is the disk full?"])


def _same_file(source: str, place: str) -> None:
    """The file under a second name, or a copy where the disk knows no second names."""
    try:
        os.link(source, place)
    except OSError:
        shutil.copy2(source, place)


def _cut_short(docs_dir: Path, fresh: Path) -> list[str]:
    """The files that Zensical did not write to their end: on a full disk it leaves them empty and reports success."""
    cut = []
    for source in sorted(path for path in docs_dir.rglob("*") if path.is_file() and path.name != LIST):
        made = (fresh / source.relative_to(docs_dir)).with_suffix(".html" if source.suffix == ".md" else source.suffix)
        if not made.is_file():
            whole = False
        elif source.suffix == ".md":
            whole = made.read_bytes().rstrip().endswith(b"</html>")
        else:
            whole = made.stat().st_size == source.stat().st_size
        cut += [] if whole else [made.relative_to(fresh).as_posix()]
    return cut


def _zensical_messages(output: str) -> list[str]:
    """``about/index.md:3:11: page does not exist`` for each fault in Zensical's drawing of it, else its last line."""
    lines = [_COLORS.sub("", line).strip() for line in output.splitlines()]
    faults = _FAULT.findall("\n".join(lines))
    return [f"{place}: {message}" for message, place in faults] or [line for line in lines if line][-1:]


def _derived_config(config: Path, overrides: Mapping[str, Any]) -> str:
    """YAML (JSON is YAML) that inherits the configuration and says where the pages, the theme and the site are."""
    values: dict[str, Any] = {"INHERIT": str(config.resolve()), **overrides}
    values |= {"docs_dir": "docs", "site_dir": SITE}
    return json.dumps(values, ensure_ascii=False, indent=2) + "\n"


def _in_a_line(error: BaseException) -> str:
    """What an exception says, and of which file: ``No space left on device: /srv/site/index.html``."""
    if isinstance(error, OSError) and error.strerror:
        return f"{error.strerror}: {error.filename}" if error.filename else error.strerror
    words = " ".join(str(error).split())
    return words or type(error).__name__


def _failed(config: Path, messages: list[str]) -> ProblemsFound:
    """The generator's messages as problems of the configuration file: it is what a maintainer can mend."""
    lines = messages or ["the site generator failed and said nothing"]
    return ProblemsFound(Problem(config.name, 0, 0, f"the site could not be built: {line}") for line in lines)
