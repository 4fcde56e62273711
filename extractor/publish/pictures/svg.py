"""SVG as text: elements, escaped attributes and words, and positions as percentages of the picture's width."""

from __future__ import annotations

from html import escape

EDGE = 8.0  # percent of the width on either side of a time axis: half a tick's label at the least width
_SHORT = {"class_": "class", "text_anchor": "text-anchor"}


def element(name: str, *children: str, **attributes: object) -> str:
    """``<name attribute="…">children</name>``. Children are SVG text; attribute values are escaped here.

    An attribute that is ``None`` is left out; ``class_`` is ``class``, ``_`` in the middle of a name is ``-``.
    """
    shown = "".join(
        f' {_SHORT.get(key, key.replace("_", "-"))}="{_attribute(value)}"'
        for key, value in attributes.items()
        if value is not None
    )
    inner = "".join(children)
    return f"<{name}{shown}>{inner}</{name}>" if inner else f"<{name}{shown}/>"


def words(text: str) -> str:
    """Text from the record as SVG text: one line, escaped, without characters that XML forbids."""
    line = "".join(c for c in " ".join(text.split()) if c.isprintable())
    return escape(line, quote=False)


def number(value: float) -> str:
    """A length with at most one decimal: ``12``, ``12.5``."""
    return f"{value:.1f}".removesuffix(".0")


def percent(value: float) -> str:
    """``37.5%``."""
    return f"{number(value)}%"


def across(fraction: float) -> float:
    """The place of a fraction of the time axis, in percent of the picture's width."""
    return EDGE + fraction * (100 - 2 * EDGE)


def label(text: str, x: str, y: float, anchor: str | None = None, **attributes: object) -> str:
    """A line of text at a place."""
    return element("text", words(text), x=x, y=number(y), text_anchor=anchor, **attributes)


def line(x1: str, y1: float, x2: str, y2: float, kind: str | None = None) -> str:
    """A straight line; ``kind`` is its class."""
    return element("line", x1=x1, y1=number(y1), x2=x2, y2=number(y2), class_=kind)


def drawing(
    name: str, height: float, title: str, desc: str, *children: str, kind: str | None = None, holds_links: bool = False
) -> str:
    """A whole ``<svg>``, as wide as its place, with title and description; ``height`` in pixels.

    ``holds_links``: it is then a group to screen readers, so that its links stay links; else an image.
    """
    return element(
        "svg",
        element("title", words(title), id=f"{name}-title"),
        element("desc", words(desc), id=f"{name}-desc"),
        *children,
        class_=f"drawing {kind}" if kind else "drawing",
        role="group" if holds_links else "img",
        aria_labelledby=f"{name}-title",
        aria_describedby=f"{name}-desc",
        width="100%",
        height=number(height),
        font_size="12",
    )


def _attribute(value: object) -> str:
    return escape("".join(c for c in str(value) if c.isprintable()), quote=True)
