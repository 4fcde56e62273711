"""QR codes that are kept from one build to the next: a picture depends on nothing but its address and on what draws it."""

from __future__ import annotations

import json
from importlib.metadata import version
from pathlib import Path

from extractor import kept
from extractor.publish.calendars import qr

KEPT = "qr-codes.json"


class Drawn:
    """The pictures of one build: taken from those that are kept in the folder ``workshop``, else drawn."""

    def __init__(self, workshop: Path):
        self._file = workshop / KEPT
        content = json.loads(kept.kept(self._file) or b"{}")  # which this module wrote, in this or another version
        by_the_same = isinstance(content, dict) and content.get("drawn by") == _drawer()
        self._before: dict[str, str] = content["pictures"] if by_the_same else {}
        self._asked: dict[str, str] = {}

    def of(self, address: str) -> bytes:
        """What ``qr.picture`` makes of the address."""
        found = self._before.get(address)
        self._asked[address] = qr.picture(address).decode() if found is None else found
        return self._asked[address].encode()

    def keep(self) -> None:
        """Keep what was asked for, and nothing else."""
        if self._asked != self._before:
            kept.keep(self._file, json.dumps({"drawn by": _drawer(), "pictures": self._asked}).encode())


def _drawer() -> str:
    """What the pictures' bytes depend on besides their addresses: the package and the lines that use it."""
    return f"segno {version('segno')}, {kept.digest_of(Path(qr.__file__).read_bytes()).decode()}"
