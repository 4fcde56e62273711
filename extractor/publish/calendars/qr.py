"""QR codes (ISO/IEC 18004) that subscribe a telephone to a calendar, as pictures made at the build."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from extractor.model import OutputFile
from extractor.publish.calendars.calendar_files import has_alarms
from extractor.publish.calendars.feeds import CalendarFile
from extractor.publish.calendars.paths import alarms_calendar, qr_code

_MASK = 3  # any of the eight can be read; to try all for the evenest pattern takes five times as long


def webcal(site_url: str, path: str) -> str:
    """The address that calendar programs answer to: ``webcal://example.org/calendars/all.ics``."""
    return re.sub(r"^https?:", "webcal:", f"{site_url.rstrip('/')}/{quote(path)}")


def google(site_url: str, path: str) -> str:
    """The address at which Google Calendar asks whether to add a calendar."""
    return f"https://calendar.google.com/calendar/r?cid={quote(webcal(site_url, path), safe='')}"


def qr_codes(files: Iterable[CalendarFile], site_url: str, draw: Callable[[str], bytes]) -> Iterator[OutputFile]:
    """A picture for each calendar and for the one with alarms beside it; none where the site has no address.

    ``draw``: what makes the picture of an address, such as ``picture``.
    """
    for file in files if site_url else ():
        for path in (file.path, *([alarms_calendar(file.path)] if has_alarms(file) else [])):
            yield OutputFile(qr_code(path), draw(webcal(site_url, path)))


def picture(address: str) -> bytes:
    """An address as SVG: black on white whatever the page's colours are, with the quiet zone of four modules: a camera needs both."""
    import segno

    target = io.BytesIO()
    segno.make_qr(address, error="m", mask=_MASK, boost_error=False).save(
        target, kind="svg", border=4, light="#fff", omitsize=True, svgclass=None, lineclass=None, title="QR code"
    )
    return target.getvalue()
