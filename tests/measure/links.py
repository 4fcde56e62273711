"""The links of a finished site, all of them: those that lead nowhere, and what would be asked of another host.

Read from the files, not in a browser, so that 26 orders take seconds; what scripts add is seen in a browser, on a page of
each kind.
"""

from __future__ import annotations

from pathlib import Path
from posixpath import dirname, join, normpath
from urllib.parse import unquote, urlsplit

from measure.page import Page, pages


def faults(site: Path) -> list[str]:
    """A line for each internal link without a target, each fragment without its place, each thing loaded from elsewhere.

    The page for what is missing is left out: its addresses hold from the top of the host, and its own test follows them.
    """
    found = pages(site)
    found.pop("404.html", None)
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    lines = []
    for path, page in found.items():
        lines += [f"{path}: {link} leads nowhere" for link in _targets(page) if _missing(path, link, found, files)]
        lines += [f"{path}: {link} is asked of another host" for link in page.loads if _elsewhere(link)]
    return lines


def _targets(page: Page) -> list[str]:
    """What has to be there: where the page leads to, and what it loads, inside this site; each once."""
    return sorted({link for link in (*page.all_links, *page.loads) if not _elsewhere(link)})


def _elsewhere(link: str) -> bool:
    address = urlsplit(link)
    return bool(address.netloc) or address.scheme in ("http", "https", "mailto", "webcal", "data")


def _missing(path: str, link: str, found: dict[str, Page], files: set[str]) -> bool:
    """Whether a link of the page ``path`` has no file in this site, or its fragment no place there."""
    address = urlsplit(link)
    target = normpath(join(dirname(path), unquote(address.path))) if address.path else path
    if f"{target}/index.html".removeprefix("./") in files:
        target = f"{target}/index.html".removeprefix("./")
    place = unquote(address.fragment)
    return target not in files or bool(place) and target in found and place not in found[target].ids
