"""A small picture of where one order stands, for other sites: ``EO 14409 | 3 of 10 done · 2 past due · as of …``.

Static SVG, as GitHub and others show it inside an image: no script, no style sheet, no font that is fetched. The widths
are reckoned, and ``textLength`` holds the words to them whatever font the reader has.
"""

from __future__ import annotations

from extractor.model import OutputFile, Standing, TrackedOrder
from extractor.publish.api import paths
from extractor.publish.pictures.svg import element, number, words
from extractor.publish.standings import UNSEARCHED as NOT_SEARCHED
from extractor.publish.standings import Shown
from extractor.publish.view import Duty, tally
from extractor.publish.wording import cut
from extractor.track import counts
from extractor.words.dates import long_date
from extractor.words.orders import short_name

HEIGHT, GAP, SIZE = 22, 8, 11  # pixels: of the picture, beside words, of the letters
INK, PAPER, LINE = "#162e51", "#f6f8fb", "#c6cace"
DONE, LATE, UNSEARCHED = "#1e6b34", "#b50909", "#7d3c00"
BOLD = 1.08  # how much wider than others bold letters are
LONGEST = 40  # characters of an order's name
_NARROW, _WIDE = set("fijlrtI.,:;'’()[]|·- "), set("mwMWABCDEGHKNOQRUVXY@%")


def badge(order: TrackedOrder) -> OutputFile:
    """The badge of one order as of its day."""
    name, value = cut(short_name(order.order), LONGEST), said(order)
    left, right = _width(name, BOLD), _width(value)
    whole = left + right
    content = element(
        "svg",
        element("title", words(f"{name}: {value}"), id="title"),
        element("desc", words(f"Obligations of {name} on the public record. Unofficial."), id="desc"),
        *_ground(left, whole),
        *_strip(order, left, right),
        _line(name, GAP, left - 2 * GAP, "#ffffff", weight="bold"),
        _line(value, left + GAP, right - 2 * GAP, INK),
        xmlns="http://www.w3.org/2000/svg", width=whole, height=HEIGHT, viewBox=f"0 0 {whole} {HEIGHT}", role="img",
        aria_labelledby="title", aria_describedby="desc",
        font_family="Verdana, 'DejaVu Sans', Geneva, sans-serif", font_size=SIZE,
    )  # fmt: skip
    return OutputFile(paths.order_badge(order.order.id), content.encode("utf-8") + b"\n")


def said(order: TrackedOrder) -> str:
    """``3 of 10 done · 2 past due, no completion found · as of July 10, 2026``; what there is none of is left out but the done."""
    count, all_of_them = dict(counts(order.obligations)), len(order.obligations)
    late = [f"{many} {shown.short[0].lower()}{shown.short[1:]}" for shown, many in _late(order)]
    closed = [f"{count[Standing.CLOSED]} closed"] if count[Standing.CLOSED] else []
    done = f"{_done(count)} of {all_of_them} done" if all_of_them else "no obligations"
    return " · ".join([done, *late, *closed, f"as of {long_date(order.as_of)}"])


def _late(order: TrackedOrder) -> list[tuple[Shown, int]]:
    """What is past due, by when the record was searched."""
    found = tally(Duty(order, tracked) for tracked in order.obligations)
    return [(shown, many) for shown, many in found if many and shown.standing is Standing.OVERDUE]


def _done(count: dict[Standing, int]) -> int:
    return count[Standing.DONE] + count[Standing.DONE_LATE]


def _ground(left: int, whole: int) -> tuple[str, ...]:
    """The two fields: white on ink, ink on paper (13:1 and 12:1)."""
    return (
        element("rect", x=0.5, y=0.5, width=whole - 1, height=HEIGHT - 1, rx=3, fill=PAPER, stroke=LINE),
        element("path", d=f"M{left} 0H3a3 3 0 0 0-3 3v{HEIGHT - 6}a3 3 0 0 0 3 3h{left - 3}z", fill=INK),
    )


def _strip(order: TrackedOrder, left: int, right: int) -> tuple[str, ...]:
    """The shares under the words, which say the same: done, past due, all others."""
    late = [(many, UNSEARCHED if shown.face == NOT_SEARCHED else LATE) for shown, many in _late(order)]
    place, parts = float(left), []
    for share, color in ((_done(dict(counts(order.obligations))), DONE), *late):
        width = share / max(len(order.obligations), 1) * (right - 3)
        if share:
            parts.append(element("rect", x=number(place), y=HEIGHT - 3, width=number(width), height=2, fill=color))
        place += width
    return tuple(parts)


def _line(text: str, x: int, width: int, color: str, weight: str | None = None) -> str:
    return element(
        "text",
        words(text),
        x=x,
        y=14.5,
        textLength=width,
        lengthAdjust="spacingAndGlyphs",
        fill=color,
        font_weight=weight,
    )


def _width(text: str, weight: float = 1) -> int:
    """The pixels that a field of words takes, by the widths of Verdana's letters at this size; bold ones are wider."""
    letters = sum(4.3 if c in _NARROW else 8.6 if c in _WIDE else 7.0 for c in text)
    return round(weight * letters) + 2 * GAP
