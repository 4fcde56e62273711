"""All pages of the site: tracked orders → Markdown files and static files. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from rjsmin import jsmin

from extractor.model import OutputFile
from extractor.publish.page import Site
from extractor.publish.pages_lists import list_pages
from extractor.publish.pages_order import all_order_pages
from extractor.publish.search.index import search_index
from extractor.publish.templates import templates_folder

STATIC = "assets"  # the folder of site_templates/ whose files go to the site as they are


def pages(site: Site) -> tuple[OutputFile, ...]:
    """Every page as Markdown, each order's text as a plain file, the search's index, and the static files, by path.

    Paths are relative to the generator's ``docs_dir``. Raises ``ProblemsFound`` for a template that cannot be filled in.
    """
    files = (*list_pages(site), *all_order_pages(site), search_index(site), *_static_files(site.own_templates))
    return tuple(sorted(files, key=lambda file: file.path))


def _static_files(own_templates: Path | None) -> Iterator[OutputFile]:
    """This program's static files, and the project's own, which win; scripts without their comments and indents."""
    found: dict[str, Path] = {}
    for folder in (templates_folder(), *([own_templates] if own_templates else [])):
        for path in sorted((folder / STATIC).rglob("*")):
            if path.is_file() and path.resolve().is_relative_to(folder.resolve()):
                found[path.relative_to(folder).as_posix()] = path
    for name, path in found.items():
        content = path.read_bytes()
        yield OutputFile(name, jsmin(content) if path.suffix == ".js" else content)
