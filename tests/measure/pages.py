"""Which pages stand for a site: of each kind one, the largest where there are several."""

from __future__ import annotations

from pathlib import Path

# The kinds that Lighthouse looks at: their names, and where their pages are.
WEIGHED = {
    "overview": "index.html",
    "deadlines": "deadlines/index.html",
    "order": "orders/*/index.html",
    "obligation": "orders/*/[0-9p]*/index.html",
}
SEVERAL = (WEIGHED["order"], WEIGHED["obligation"], *(f"{each}/*/index.html" for each in ("agencies", "officials")))
SOMETIMES = ("deadlines/*/index.html", "orders/*/text/index.html")  # a year where there are many dates; a text


def largest(site: Path, pattern: str) -> str:
    """The address, inside the site, of the largest page that fits the pattern."""
    found = max(sorted(site.glob(pattern)), key=lambda path: path.stat().st_size)
    address = found.parent.relative_to(site).as_posix()
    return "" if address == "." else f"{address}/"


def weighed(site: Path) -> dict[str, str]:
    """The name of each kind of page that is weighed → the address of one."""
    return {name: largest(site, pattern) for name, pattern in WEIGHED.items()}


def every_kind(site: Path) -> list[str]:
    """The addresses of every page that is one of its kind, and of the largest of each kind that has several."""
    alone = [largest(site, path.relative_to(site).as_posix()) for path in sorted(site.glob("*/index.html"))]
    several = [largest(site, pattern) for pattern in (*SEVERAL, *SOMETIMES) if any(site.glob(pattern))]
    return ["", *alone, *several]
