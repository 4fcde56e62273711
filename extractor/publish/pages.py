"""All pages of the site: tracked orders → Markdown files and static files. Nothing is written here."""

from __future__ import annotations

from collections.abc import Iterator

from extractor.model import OutputFile, TrackedOrder
from extractor.publish.page import Settings, Site
from extractor.publish.pages_lists import list_pages
from extractor.publish.pages_order import all_order_pages
from extractor.publish.templates import templates_folder

STATIC = "assets"  # the folder of site_templates/ whose files go to the site as they are


def pages(orders: tuple[TrackedOrder, ...], settings: Settings) -> tuple[OutputFile, ...]:
    """Every page as Markdown, each order's text as a plain file, and the static files, by path.

    ``orders``: at least one, all as of one day. ``settings`` gives ``site_url`` and ``repo_url``. Paths are relative
    to the generator's ``docs_dir``.
    """
    site = Site(tuple(orders), settings)
    files = (*list_pages(site), *all_order_pages(site), *_static_files())
    return tuple(sorted(files, key=lambda file: file.path))


def _static_files() -> Iterator[OutputFile]:
    folder = templates_folder()
    for path in sorted((folder / STATIC).rglob("*")):
        if path.is_file():
            yield OutputFile(path.relative_to(folder).as_posix(), path.read_bytes())
