"""The theme of the site: the files of this program, over which a project may put its own."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from extractor.problems import Problem, ProblemsFound
from extractor.publish.templates import OWN_TEMPLATES, templates_folder
from extractor.staging import staged

THEME = "theme"  # the folder of site_templates/ that holds the theme's files


@contextmanager
def theme_setting(project_root: Path, config: Path, workshop: Path) -> Iterator[dict[str, Any]]:
    """``theme`` as the configuration has it, with ``custom_dir`` for this program's files and the project's over them.

    The folder of these files is in ``workshop`` while the block runs. Raises ``ProblemsFound`` where the configuration
    names a folder that is not there.
    """
    theme = stated_in(config).get("theme") or {}
    setting = theme if isinstance(theme, dict) else {"name": theme}
    with staged(workshop, THEME, folder=True) as merged:
        for folder in (templates_folder() / THEME, *_own(project_root, config, setting.get("custom_dir"))):
            shutil.copytree(folder, merged, dirs_exist_ok=True)
        yield {"theme": {**setting, "custom_dir": str(merged.resolve())}}


def stated_in(config: Path) -> dict[str, Any]:
    """The settings as the file states them."""
    from mkdocs.utils.yaml import yaml_load

    with config.open(encoding="utf-8") as file:
        stated = yaml_load(file)
    return stated if isinstance(stated, dict) else {}


def _own(project_root: Path, config: Path, stated: str | None) -> list[Path]:
    """The project's folders of theme files: the usual one where it is there, and the one that is stated."""
    usual = project_root / OWN_TEMPLATES / THEME
    chosen = config.parent / stated if stated else usual
    if chosen.resolve() != usual.resolve() and not chosen.is_dir():
        allowed = f"a folder seen from {config.name}"
        raise ProblemsFound([Problem(config.name, 0, 0, "theme: custom_dir: no such folder", stated, allowed)])
    return [folder for folder in dict.fromkeys((usual, chosen)) if folder.is_dir()]
