"""What a browser with an empty cache loads to show a page, as a host sends it: compressed."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from playwright.sync_api import Browser
from served import served

from measure.host import Host, compressed


def loaded(browser: Browser, site: Path, path: str = "") -> dict[str, int]:
    """Each path that the first look at a page asks for, also from workers → the bytes of what came, without heads."""
    ledger: dict[str, int] = {}
    with served(site, partial(Host, ledger=ledger)) as address:
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        page.goto(address + path, wait_until="networkidle")
        page.close()
    return ledger


def own_scripts(site: Path) -> dict[str, int]:
    """The scripts that are written here, which stand in assets/ without a hash in their names → bytes, compressed."""
    return {path.relative_to(site).as_posix(): len(compressed(path)) for path in sorted(site.glob("assets/*.js"))}
